"""WHO SAYS SO: open reports that name what an order names.

One finding for a name of the order and a story: pages that tell the same are one story, however
many they are, and the summary says of how many chains and primary origins it is. News alone
gives at most a review; a name without anything adverse beside it is only noted. Where what the
pages say there is contested, or they differ in what matters, that is a finding of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from vigil.evidence.asked import Asked, asked_of, things_of
from vigil.evidence.claim import Claim, Place
from vigil.evidence.link import Known, LinkKind
from vigil.evidence.page import Page
from vigil.evidence.room import Room
from vigil.evidence.sightings import Sighting, counted_pages, sightings_of
from vigil.evidence.statement import Mode
from vigil.evidence.tellings.folding import cited
from vigil.model.deal import Deal
from vigil.model.finding import (
    Feature,
    Finding,
    FindingKind,
    Ground,
    NotChecked,
    Provenance,
    Screen,
    Screening,
)

MODES: dict[Mode, str] = {
    "direct": "in direct speech",
    "indirect": "in indirect speech",
    "narrated": "in the page's own words",
}
MOST_WORDS = 4  # of those that make it adverse, in a summary
GRAVE = 3  # weight of a discrepancy that changes what is claimed


def screen_evidence(deal: Deal, room: Room, findings: Sequence[Finding] = ()) -> Screening:
    """What open reports give reason for.

    Args:
        deal: the order and its day; pages of a later day do not count.
        room: the reports, read and joined.
        findings: what the other screens found, for the things of the world in the order.

    Returns:
        Findings without strength; the names on pages whose language is not read; and the pages
        on which nothing could be read.
    """
    asked = tuple(asked_of(deal.order))
    pages = counted_pages(room, deal.on)
    order = [one.path for one in asked]
    things = _asked_of_things(findings)
    seen = list(sightings_of(room, pages, asked, things))
    seen.sort(key=lambda one: (_place(one.asked.path, order), _story(room, one.page)))
    found: list[Finding] = []
    for _, group in groupby(seen, key=lambda one: (one.asked.path, _story(room, one.page))):
        found += _Told(room, pages, tuple(group)).findings()
    gaps = (*_unreadable(pages), *_not_read(seen))
    return Screening(tuple(found), gaps, subjects=len(asked))


def _asked_of_things(
    findings: Iterable[Finding],
) -> dict[tuple[LinkKind, str], tuple[Asked, ...]]:
    """Things of the world that were found in the order, as names that are asked for."""
    return {
        (kind, thing): tuple(
            Asked(one.path, one.value or thing, Known(kind, thing, one.value or thing))
            for one in of
        )
        for (kind, thing), of in things_of(findings).items()
    }


def _place(path: str, order: Sequence[str]) -> tuple[int, str]:
    return (order.index(path) if path in order else len(order), path)


def _story(room: Room, page: Page) -> str:
    """The smallest id of the pages that tell the same."""
    number = room.story_by_page.get(page.id)
    return page.id if number is None else min(room.graph.stories[number - 1])


def _unreadable(pages: Iterable[Page]) -> Iterator[NotChecked]:
    """Pages without a word of a report, empty or in letters that were guessed: whatever they say
    of the order, nobody has read it. In other text, names are sought even where no report is.
    """
    for page in pages:
        marks = {mark.kind for mark in page.marks}
        if not page.kept and (not page.text.strip() or "broken_encoding" in marks):
            yield NotChecked("$", f"no report could be read on {page.name}")


def _not_read(seen: Iterable[Sighting]) -> Iterator[NotChecked]:
    paths = {
        (one.asked.path, one.page.name)
        for one in seen
        for mark in one.page.marks
        if mark.kind == "language_not_read"
    }
    for path, name in sorted(paths):
        yield NotChecked(path, f"{name} names it in a language that is not read")


class _Told:
    """What the pages of one story tell of one name of the order."""

    def __init__(self, room: Room, pages: Sequence[Page], seen: Sequence[Sighting]) -> None:
        self.room = room
        self.seen = seen
        self.adverse = [one for one in seen if one.is_adverse]
        self.lead = min(seen, key=_rank)
        self.pages = tuple(page for page in pages if any(page is one.page for one in seen))
        self.counted = {page.id for page in pages}
        is_named_so = self.lead.asked.known.id == self.lead.asked.path
        is_number = self.lead.asked.known.kind == "part"
        words = self.lead.page.slice(self.lead.at)
        self.name = self.lead.asked.name if is_named_so or is_number else words

    def findings(self) -> Iterator[Finding]:
        """The report, and what is contested or told otherwise."""
        lead, claims = self.lead, self._claims()
        contested = [claim for claim in claims if self._is_contested(claim)]
        yield self._finding(FindingKind.ADVERSE_REPORT, "", self._summary(bool(contested)))
        if lead.asked.is_maker or not self.adverse:
            return
        if contested:
            summary = f"What open reports say of {self.name} is contested by others that count"
            yield self._finding(FindingKind.CONFLICTING_INFORMATION, ":contested", f"{summary}.")
        ids = {claim.id for claim in claims}
        told: dict[str, str] = {}
        for one in self.room.discrepancies:
            if one.weight == GRAVE and one.claim in ids and self._counts(one.left, one.right):
                told.setdefault(one.kind, one.summary)
        for kind, summary in sorted(told.items()):
            what = f"Open reports that name {self.name} differ: {summary}"
            yield self._finding(FindingKind.CONFLICTING_INFORMATION, f":{kind}", what)

    def _finding(self, kind: FindingKind, suffix: str, summary: str) -> Finding:
        asked, grounds = self.lead.asked, []
        if kind is FindingKind.ADVERSE_REPORT:
            grounds = [Ground.MAKER_OF_GOODS] if asked.is_maker else []
            grounds += [] if self.adverse else [Ground.NOTHING_ADVERSE]
        cited = [_provenance(page) for page in (self.lead.page, *self.pages)]
        return Finding(
            screen=Screen.EVIDENCE,
            kind=kind,
            path=asked.path,
            subject=f"story:{_story(self.room, self.lead.page)[:12]}{suffix}",
            summary=summary,
            value=asked.name,
            grounds=tuple(grounds),
            features=tuple(_feature(one) for one in self.seen),
            provenance=cited[0],
            other_provenance=tuple(dict.fromkeys(cited[1:])),
        )

    def _summary(self, contested: bool) -> str:
        """One sentence: what stands beside the name, on whose word, of how many origins."""
        lead = self.lead
        count = f"{_number(len(self.pages), 'open report')} {self._origins()}"
        names = "names" if len(self.pages) == 1 else "name"
        if lead.hidden:
            where = "in text that no reader sees"
        elif lead.beside:
            words = dict.fromkeys(word for one in self.adverse for word in one.beside)
            where = f"beside {', '.join([*words][:MOST_WORDS])}"
        else:
            where = "with nothing adverse beside it"
        said = f"; {_said(lead)}" if _tells(lead) else ""
        doubt = "; others contest it" if contested else ""
        undated = sum(page.day is None for page in self.pages)
        days = f"; {_number(undated, 'page')} without a day" if undated else ""
        return f"{count} {names} {self.name} {where}{said}{doubt}{days}."

    def _origins(self) -> str:
        ids = {page.id for page in self.pages}
        graph = self.room.graph
        chains = {chain.id for chain in graph.chains if ids & set(chain.pages)}
        origins = sum(bool(chains & set(origin.chains)) for origin in graph.origins)
        return f"({_number(len(chains), 'chain')}, {_number(origins, 'primary origin')})"

    def _claims(self) -> list[Claim]:
        """The claims that the adverse sentences belong to."""
        places = [Place(one.page.id, one.sentence) for one in self.adverse if not one.hidden]
        found = {claim.id: claim for place in places for claim in self.room.claims_at(place)}
        return list(found.values())

    def _is_contested(self, claim: Claim) -> bool:
        others = (self.room.claim_by_id.get(other) for other in claim.contested_by)
        return any(other and self.counted & set(other.pages) for other in others)

    def _counts(self, left: Iterable[Place], right: Iterable[Place]) -> bool:
        """Is a page on both sides one that counts?"""
        return all(any(one.page in self.counted for one in side) for side in (left, right) if side)


def _rank(one: Sighting) -> tuple[bool, bool, int, bool, str, int]:
    """The place of a sighting among those of a story; the first one leads."""
    statement = one.statement
    mode = list(MODES).index(statement.mode) if statement else len(MODES)
    is_headline = statement is not None and statement.headline
    return (not one.is_adverse, one.hidden, mode, is_headline, one.page.id, one.at.start)


def _tells(one: Sighting) -> bool:
    """Is what is said there worth telling: adverse, or a denial of the one who is named?"""
    return one.statement is not None and (bool(one.beside) or one.statement.denial)


def _said(one: Sighting) -> str:
    """Who says it, in which mode and how surely; of a denial the words that are denied."""
    statement = one.statement
    if statement is None:
        return ""
    speaker, by = statement.speaker, ""
    if speaker is not None:
        role = f"{speaker.role} " if speaker.role and speaker.role not in speaker.name else ""
        by = f"{role}{speaker.name}"
    if statement.denial and statement.mode != "direct":
        words = cited(one.page, statement.at)
        who = f"{by} denies “{words}”" if by else f"the page tells of a denial, “{words}”,"
    else:
        who = f"on the word of {by}" if by else "the page says so"
    hedges = ", ".join(dict.fromkeys(f"“{hedge.words}”" for hedge in statement.hedges))
    return f"{who} {MODES[statement.mode]}{f', hedged {hedges}' if hedges else ''}"


def _feature(one: Sighting) -> Feature:
    place = f"characters {one.at.start}–{one.at.end} of {one.page.name}"
    return Feature("named_on_page", 1.0, place)


def _provenance(page: Page) -> Provenance:
    day = page.day.day if page.day else None
    return Provenance(f"report:{page.name}", day, page.id, page.url)


def _number(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"
