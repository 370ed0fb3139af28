"""Guards: what is wrong with a new state of a list, beside the last one that was good.

A reader has already refused what it cannot read. A guard stops what can be read and still is not
the list: half of it, another one, an old one, one that lost its addresses or its letters. Each
gives a reason that a person can check; a person may accept a stopped list, by name and with a
reason (`vigil.store.history.History.accept`).

The limits are wide enough for what the lists at hand did: OFAC's list of August 2021 to September
2022 lost 5.2 % of its entries, gained 24.4 % and changed 7.3 %. What trips one in earnest, such as
a sanctions programme of a large part of a list that ends in a day, a person should look at anyway.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import PurePath

import msgspec

from vigil.lists.changes import ChangeKind, changes_between
from vigil.lists.loaded import LoadedSource
from vigil.lists.seal import SUFFIX as SEAL
from vigil.model.entity import Entity
from vigil.store.letters import damage_of
from vigil.store.sentinels import Sentinels, missing_sentinels, shipped_sentinels


class Limits(msgspec.Struct, frozen=True):
    """How large a share of a list's entries may differ from the last snapshot; chosen.

    Each is the share for two snapshots of one day, and what a year between them adds.
    """

    gone: tuple[float, float] = (0.10, 0.10)
    added: tuple[float, float] = (0.25, 0.50)
    changed: tuple[float, float] = (0.30, 0.30)
    few: int = 10  # so many may always differ: a list of thirty entries is no less itself


class Reading(msgspec.Struct, frozen=True):
    """A list as it was read, and the names of the files that it was read from."""

    source: LoadedSource
    file_names: tuple[str, ...]


LIMITS = Limits()
MOST_SHARE = 0.90  # however long ago the last snapshot was; chosen
MOST_OF_A_LIST = 0.50  # gone or new: then it is hardly the same list; chosen
LARGE_PART = 20  # entries of an issuing list, kind or programme that do not vanish unseen; chosen
LARGE_SHARE = 0.02  # and the share of the list that a kind or programme then is; chosen
LEFT_OF_A_PART = 0.10  # fewer are left of a part that vanished: a handful may be misread; chosen
COMMON_FIELD = 0.20  # a field that this share of entries has is one that the list gives; chosen
LEFT_OF_A_FIELD = 0.50  # of the share that had it; chosen
DAYS_A_YEAR = 365.25


def stopped_because(
    new: Reading,
    last: Reading | None,
    same_bytes_of: Iterable[date],
    today: date,
    limits: Limits = LIMITS,
    sentinels: Sentinels | None = None,
) -> list[str]:
    """Every reason why the list must not be used as it is; none: it may be.

    Args:
        new: the list as just read.
        last: the last good one of the same source; None: there was none.
        same_bytes_of: the days of those snapshots that were read from the very same bytes.
        today: the day of recording.
        limits: shares that may differ.
        sentinels: entries that must be found; None: those that come with the package.
    """
    reasons = [*_alone(new.source, today), *_seen_before(new.source, last, same_bytes_of)]
    if last is not None:
        reasons += _another(new, last)
        reasons += _out_of_order(new.source, last.source)
        reasons += _too_different(new.source, last.source, limits)
        reasons += _vanished_parts(new.source.entities, last.source.entities)
        reasons += _lost_fields(new.source.entities, last.source.entities)
    known = shipped_sentinels() if sentinels is None else sentinels
    reasons += missing_sentinels(new.source, known)
    before = () if last is None else last.source.entities
    reasons += damage_of(new.source.entities, before)
    return reasons


def no_list(files: Mapping[str, bytes]) -> str | None:
    """What the files plainly are instead of a list: nothing, or a page for a browser."""
    for name, data in files.items():
        start = data[:1_000].lstrip(b"\xef\xbb\xbf \t\r\n\0\x1a").lower()
        if not start:
            return f"{name} is empty ({len(data)} bytes): load it again"
        if start.startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<script")):
            return (
                f"{name} is an HTML page, not a list: the publisher answered with a notice or a "
                "login page; open its address in a browser to see which"
            )
    return None


def _alone(new: LoadedSource, today: date) -> Iterator[str]:
    if not new.entities:
        yield "the list has no entries"
    counts = Counter(entity.id for entity in new.entities)
    twice = sorted(entity_id for entity_id, count in counts.items() if count > 1)
    if twice:
        yield f"{len(twice)} numbers come twice, {twice[0]} the first: two lists in one file?"
    if new.version > today:
        yield f"the list is of {new.version}, after today, {today}"


def _seen_before(
    new: LoadedSource, last: Reading | None, same_bytes_of: Iterable[date]
) -> Iterator[str]:
    """The very bytes of another day: unchanged since, or an old file given a new day?

    A list that carries no day is unchanged on most days, so the last one's bytes may come again
    when somebody says of which day they are; that this is the day of building, nobody says.
    """
    days = sorted(day for day in same_bytes_of if day != new.version)
    if not days or last is None:
        return
    if last.source.sha256 != new.sha256:
        yield (
            f"the same bytes were the list of {days[-1]}, and it has changed since "
            f"({last.source.version}): an old file?"
        )
    elif new.dated_by == "built":
        yield (
            f"the same bytes were the list of {days[-1]}, and nobody says that they are of "
            f"{new.version}: give --as-of with the day on which the publisher served them"
        )


def _another(new: Reading, last: Reading) -> Iterator[str]:
    was, now = last.source, new.source
    for what, old, got in (
        ("source", was.id, now.id),
        ("title", was.title, now.title),
        ("address", was.url, now.url),
        ("standing (official or not)", was.official, now.official),
        ("layout", _layout(last.file_names), _layout(new.file_names)),
    ):
        if old != got:
            yield f"another {what}: {got}, and it was {old}"


def _layout(file_names: Sequence[str]) -> str:
    """How many files of which kind; their names change from day to day, and seals are no list."""
    lists = [name for name in file_names if not name.lower().endswith(SEAL)]
    kinds = Counter(PurePath(name).suffix.lower() or "no suffix" for name in lists)
    return ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items()))


def _out_of_order(new: LoadedSource, last: LoadedSource) -> Iterator[str]:
    if new.version < last.version:
        yield f"the list is of {new.version}, older than the one held, of {last.version}"


def _too_different(new: LoadedSource, last: LoadedSource, limits: Limits) -> Iterator[str]:
    years = abs((new.version - last.version).days) / DAYS_A_YEAR
    counts = Counter(change.kind for change in changes_between(last.entities, new.entities))
    for kind, word, (daily, yearly) in (
        (ChangeKind.DELISTED, "gone", limits.gone),
        (ChangeKind.LISTED, "new", limits.added),
        (ChangeKind.CHANGED, "changed", limits.changed),
    ):
        share = counts[kind] / max(1, len(last.entities))
        most = min(MOST_SHARE, daily + yearly * years)
        if counts[kind] > limits.few and share > most:
            hint = ": a part, or recent changes only?" if share > MOST_OF_A_LIST else ""
            yield (
                f"{counts[kind]:,} entries are {word}, {share:.0%} of {len(last.entities):,} "
                f"(of {last.version}); at most {most:.0%} is likely{hint}"
            )


def _vanished_parts(new: Sequence[Entity], last: Sequence[Entity]) -> Iterator[str]:
    """Parts that are gone although the rest of the list is there."""
    if len(new) < LEFT_OF_A_PART * len(last):
        return
    of_issuer: Callable[[Entity], Iterable[str]] = lambda e: (e.source,)  # noqa: E731
    of_kind: Callable[[Entity], Iterable[str]] = lambda e: (e.kind,)  # noqa: E731
    for what, parts_of, share in (
        ("list", of_issuer, 0.0),
        ("kind", of_kind, LARGE_SHARE),
        ("programme", lambda e: e.programmes, LARGE_SHARE),
    ):
        was = Counter(part for entity in last for part in parts_of(entity))
        now = Counter(part for entity in new for part in parts_of(entity))
        for part, count in sorted(was.items()):
            large = count >= max(LARGE_PART, share * len(last))
            if large and now[part] < LEFT_OF_A_PART * count:
                yield f"the {what} {part} vanished: {now[part]} entries, and there were {count:,}"


def _lost_fields(new: Sequence[Entity], last: Sequence[Entity]) -> Iterator[str]:
    """Fields that the list gave and gives no longer, as when a file of a set is missing."""
    was, now = _shares_with(last), _shares_with(new)
    for field, share in was.items():
        known = share >= COMMON_FIELD and share * len(last) >= LARGE_PART
        if new and known and now[field] < LEFT_OF_A_FIELD * share:
            yield f"{now[field]:.0%} of entries have {field}, and {share:.0%} had"


def _shares_with(entities: Sequence[Entity]) -> dict[str, float]:
    counts = {
        field: sum(1 for entity in entities if getattr(entity, field))
        for field in Entity.__struct_fields__
    }
    counts["more than one name"] = sum(1 for entity in entities if len(entity.names) > 1)
    return {field: count / max(1, len(entities)) for field, count in counts.items()}
