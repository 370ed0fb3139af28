"""Ukraine's State Sanctions Register (NSDC), as the JSON answers of its interface.

A set of files: `individual.json` and `legal.json` (the subjects of each type, `/v2/subjects`), and
`actions.json` (for each subject's number its decrees, `/subjects/{sid}/actions`). The interface
needs a key; layout not yet seen in the wild.

Source: https://api-drs.nsdc.gov.ua (layout as public readers of it describe it, 2025)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import TypeVar

import msgspec

from vigil.errors import InvalidInput, SourceChanged, shown
from vigil.ids.scheme import parse_identifier
from vigil.lists.countries import Countries
from vigil.lists.fields import day_after, remark_lines
from vigil.lists.loaded import Bounds, Dating, LoadedSource, digest
from vigil.lists.merge import distinct_names
from vigil.lists.partial_dates import partial_date
from vigil.lists.seal import unsealed
from vigil.model.entity import Entity, Identifier, Name, NameKind, Origin
from vigil.model.order import Kind

ID = "ua_nsdc"
TITLE = "Ukraine: State Sanctions Register"
URL = "https://api-drs.nsdc.gov.ua/"
BOUNDS = Bounds(5_000, 60_000)  # about 22,000 subjects in 2026, by public descriptions
NOTE = "layout not yet seen in the wild"
SUBJECTS = {"individual.json": Kind.PERSON, "legal.json": Kind.ORGANISATION}
ACTIONS = "actions.json"
ACTIVE = "active"
STATUSES = (ACTIVE, "expired", "excluded")
SCHEMES = {"tax:inn": "inn", "tax:inn2": "inn", "tax:number": "tax", "reg:odrn": "ogrn",
           "reg:odrnip": "ogrn", "reg:ru2": "ogrn"}  # fmt: skip
THREE_NAMES = re.compile(r"([^(]+)\(([^,()]+),([^,()]+)\)")  # "Ukrainian (Russian, English)"
T = TypeVar("T")


class NsdcIdentifier(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A number of a subject; `id` is its type, such as `tax:inn`."""

    code: str
    id: str | None = None
    iso2: str | None = None
    note: str | None = None


class NsdcAttribute(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something else that the register says, with its label in Ukrainian."""

    key: str
    value: str


class NsdcDecree(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The decree behind an action."""

    number: str | None = None
    date: str | None = None
    link: str | None = None


class NsdcRestriction(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One thing that an action orders."""

    restriction: str


class NsdcAction(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="camel"):
    """One decision on a subject."""

    aid: int | str
    status: str | None = None
    decree: NsdcDecree | None = None
    end_date: str | None = None
    term: str | None = None
    restrictions: tuple[NsdcRestriction, ...] | None = None
    reason: str | None = None
    reasons: str | None = None
    issuers: str | None = None


class NsdcSubject(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One person or organisation; `bd` and `dd` are its first and last day."""

    sid: int | str
    name: str
    status: str
    translit: str | None = None
    aliases: tuple[str, ...] | str | None = None
    citizenships: tuple[str, ...] | None = None
    bd: str | None = None
    dd: str | None = None
    identifiers: tuple[NsdcIdentifier, ...] | None = None
    attributes: tuple[NsdcAttribute, ...] | None = None


def read_ua_nsdc(
    files: Mapping[str, bytes], countries: Countries, dating: Dating, bounds: Bounds = BOUNDS
) -> LoadedSource:
    """The register as entities, persons first.

    Raises:
        SourceChanged: a file missing or unknown, not of the known layout, or not whole.
    """
    found, _ = unsealed(ID, files)
    if set(found) != {*SUBJECTS, ACTIONS}:
        wanted = ", ".join((*SUBJECTS, ACTIONS))
        raise _refused(f"the files must be {wanted}", ", ".join(sorted(found)) or "none")
    actions = _decoded(found[ACTIONS], dict[str, tuple[NsdcAction, ...]], ACTIONS)
    version, dated_by = dating.of(None)
    entities: list[Entity] = []
    for name, kind in SUBJECTS.items():
        subjects = _decoded(found[name], tuple[NsdcSubject, ...], name)
        if not subjects:
            raise _refused(f"{name} must have subjects", "none")
        for subject in subjects:
            if str(subject.sid) not in actions:
                raise _refused(f"{ACTIONS} must have every subject of {name}", subject.sid)
            own = actions.pop(str(subject.sid))
            entities.append(_Subject(subject, own, kind, countries).entity(version))
    if actions:
        raise _refused(f"{ACTIONS} must have known subjects only", next(iter(actions)))
    bounds.check(len(entities), ID)
    return LoadedSource(
        id=ID,
        title=TITLE,
        version=version,
        dated_by=dated_by,
        entities=tuple(entities),
        sha256=digest(b"".join(found[name] for name in sorted(found))),
        url=URL,
        note=NOTE,
    )


class _Subject:
    """One subject as it is taken apart; what no field holds gathers as remarks."""

    def __init__(
        self,
        subject: NsdcSubject,
        actions: tuple[NsdcAction, ...],
        kind: Kind,
        countries: Countries,
    ) -> None:
        self._subject = subject
        self._actions = actions
        self._kind = kind
        self._table = countries
        self._remarks: list[tuple[str, str | None]] = []

    def entity(self, on: date) -> Entity:
        """The subject; one that no longer is active counts up to its end, or to the list's day."""
        subject = self._subject
        if subject.status not in STATUSES:
            raise _refused(f"status must be one of {', '.join(STATUSES)}", subject.status)
        decrees = [a.decree for a in self._actions if a.decree is not None]
        starts = [_day(decree.date) for decree in decrees if decree.date]
        numbers = [decree.number for decree in decrees if decree.number]
        measures = [r.restriction for a in self._actions for r in a.restrictions or ()]
        born = partial_date(_slashed(subject.bd)) if subject.bd else None
        is_person = self._kind is Kind.PERSON
        if subject.bd and not (born and is_person):
            self._remarks.append(("born" if is_person else "founded", subject.bd))
        return Entity(
            id=f"{ID}:{subject.sid}",
            source=ID,
            kind=self._kind,
            names=self._names(),
            countries=self._countries(),
            programmes=tuple(dict.fromkeys(numbers)),
            listed_on=min(starts, default=None),
            delisted_on=self._delisted_on(on),
            identifiers=self._identifiers(),
            birth_dates=(born,) if born and is_person else (),
            origins=(Origin(ID),),
            measures=tuple(dict.fromkeys(measures)),
            remarks=remark_lines((*self._left_over(), *self._remarks)),
        )

    def _names(self) -> tuple[Name, ...]:
        subject = self._subject
        if not subject.name.strip():
            raise _refused("a subject must have a name", subject.sid)
        listed = [subject.aliases] if isinstance(subject.aliases, str) else subject.aliases or ()
        texts = [(subject.name, NameKind.PRIMARY), (subject.translit or "", NameKind.PRIMARY)]
        texts += [(alias, NameKind.ALIAS) for alias in listed]
        names = []
        for text, kind in texts:
            three = THREE_NAMES.fullmatch(text.strip())
            names.append(Name(text.strip(), kind=kind))
            names += [Name(each.strip(), kind=kind) for each in (three.groups() if three else ())]
        return distinct_names(name for name in names if name.text)

    def _countries(self) -> tuple[str, ...]:
        codes = {text: self._table.code(text) for text in self._subject.citizenships or ()}
        self._remarks += [("citizenship", text) for text, code in codes.items() if code is None]
        return tuple(dict.fromkeys(code for code in codes.values() if code))

    def _identifiers(self) -> tuple[Identifier, ...]:
        """Numbers in their schemes; each is told in the remarks too, with its type and note."""
        found = []
        for number in self._subject.identifiers or ():
            said = (number.id, number.code, number.iso2, number.note)
            self._remarks.append(("identifier", ", ".join(part for part in said if part)))
            try:
                scheme = _scheme(number.id)
                found.append(Identifier(scheme, parse_identifier(scheme, number.code)))
            except InvalidInput:
                continue  # the remark above keeps it
        return tuple(dict.fromkeys(found))

    def _delisted_on(self, on: date) -> date | None:
        ends = [_day(a.end_date) if a.end_date else None for a in self._actions]
        known = [end for end in ends if end is not None]
        last = day_after(max(known)) if known and len(known) == len(ends) else None
        if self._subject.status != ACTIVE:
            return min(last, on) if last else on
        return last if last and last > on else None

    def _left_over(self) -> Iterator[tuple[str, str | None]]:
        yield "status", self._subject.status
        yield "ended", self._subject.dd
        yield from (
            (attribute.key, attribute.value) for attribute in self._subject.attributes or ()
        )
        for action in self._actions:
            decree = action.decree or NsdcDecree()
            said = (
                str(action.aid), action.status, decree.number, decree.date, decree.link,
                action.end_date, action.term, action.reason, action.reasons, action.issuers,
            )  # fmt: skip
            yield "action", ", ".join(part for part in said if part)


def _scheme(kind: str | None) -> str:
    """The scheme of a type of number; one of another form refuses the file."""
    if kind in SCHEMES:
        return SCHEMES[kind]
    if kind is None or kind.startswith("reg:"):
        personal = kind is not None and ("person" in kind or kind == "reg:chiop")
        return "national_id" if personal else "registration"
    if kind.startswith("doc:"):
        return "passport" if "passport" in kind else "national_id"
    raise _refused("an identifier must be of type tax:, reg: or doc:", kind)


def _slashed(text: str) -> str:
    """`07.10.1952` with the slashes that dates elsewhere have."""
    return text.strip().replace(".", "/")


def _day(text: str) -> date:
    for form in ("%Y-%m-%d", "%d.%m.%Y"):
        try:
            return datetime.strptime(text.split("T")[0].strip(), form).date()
        except ValueError:
            continue
    raise _refused("a date must be like 2022-02-24 or 24.02.2022", text)


def _decoded(data: bytes, form: type[T], name: str) -> T:
    try:
        return msgspec.json.decode(data, type=form)
    except (msgspec.MsgspecError, RecursionError, UnicodeError) as error:
        raise _refused(f"{name} must be JSON of the known layout: {error}", data[:20]) from error


def _refused(expected: str, got: object) -> SourceChanged:
    return SourceChanged(f"{ID}: {expected}, got {shown(got)}; the file is refused whole")
