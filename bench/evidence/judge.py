"""Whether a reported difference is the planted one, follows from it, or is none.

A report is *planted* when its kind is that of the change, or one of `ALSO` where two kinds are two
words for the same thing, and one of its places stands in a sentence that was changed. It is a
*consequence* when it stands there and its kind is one of `FOLLOWS`: a changed number inside of
quotation marks is an altered quotation, too; a sentence told in other words is other wording. It
*stands* when it names a contradiction that the text itself holds: a denial that the texts mark,
against what it denies; or that a copy does not say whose text it is, where the text names nobody.
Whatever else is reported is *false*, with the kind it was given: also a
right place with a wrong kind. Planted and consequence count once a case and kind, false each time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

import msgspec

from bench.evidence.rooms import Case, Sheet
from vigil.evidence.claim import Claim, Discrepancy, DiscrepancyKind, Place
from vigil.evidence.page import Span

Judgement = Literal["planted", "consequence", "stands", "false"]
# Two kinds for the same change: what is planned (modality) and told as done (version, tense)
# differs by a word; a person in a role (role) or instead of another (actor), too.
ALSO: Mapping[DiscrepancyKind, frozenset[DiscrepancyKind]] = {
    "version": frozenset({"tense"}),
    "tense": frozenset({"version"}),
    "role": frozenset({"actor"}),
    "actor": frozenset({"role"}),
}
FOLLOWS: Mapping[DiscrepancyKind, frozenset[DiscrepancyKind]] = {
    "modality": frozenset({"wording", "tense", "version"}),
    "number": frozenset({"wording", "quotation_altered"}),
    "date": frozenset({"wording", "quotation_altered"}),
    "spelling": frozenset({"wording", "quotation_altered"}),
    "actor": frozenset({"wording", "quotation_altered"}),
    "role": frozenset({"wording", "quotation_altered"}),
    "direction": frozenset({"wording", "actor"}),
    "classification": frozenset({"wording"}),
    "version": frozenset({"wording", "modality", "metadata"}),  # a day to come, told as past
    "tense": frozenset({"wording", "modality", "metadata"}),
    "denial": frozenset({"wording", "omission"}),
    "quotation_altered": frozenset(
        {"wording", "number", "date", "modality", "tense", "role", "actor", "denial", "omission"}
    ),
    "quotation_made_indirect": frozenset({"wording", "quotation_altered", "tense", "omission"}),
    "attribution_lost": frozenset({"wording", "omission", "modality"}),
    "omission": frozenset({"denial"}),
    "metadata": frozenset(),
    "wording": frozenset(),
}


class Judged(msgspec.Struct, frozen=True):
    """One reported difference and what it is worth."""

    reported: Discrepancy
    judgement: Judgement


def judge(case: Case, page_ids: Sequence[str], reported: Iterable[Discrepancy]) -> list[Judged]:
    """Each reported difference judged; `page_ids` go with the sheets of the case, in order."""
    sheets = dict(zip(page_ids, case.sheets, strict=True))
    return [Judged(one, _judgement(case, sheets, one)) for one in reported]


def found(judged: Iterable[Judged]) -> bool:
    """Whether the planted change was reported."""
    return any(one.judgement == "planted" for one in judged)


def is_joined(case: Case, page_ids: Sequence[str], claim: Claim) -> bool:
    """Whether a claim holds a changed sentence of the changed page and one of another page."""
    sheets = dict(zip(page_ids, case.sheets, strict=True))
    touched = {place.page for place in claim.statements if _touches(sheets, place, "touched")}
    names = {sheets[page].name for page in touched}
    if case.across:  # which sentence of the second version is meant is not marked
        names |= {"paraphrase"} & {sheets[place.page].name for place in claim.statements}
    return "changed" in names and len(names) > 1


def _judgement(case: Case, sheets: Mapping[str, Sheet], reported: Discrepancy) -> Judgement:
    places = (*reported.left, *reported.right)
    planted = case.planted
    if planted is not None:
        if any(_touches(sheets, place, "touched") for place in places):
            if reported.kind in {planted.kind} | ALSO.get(planted.kind, frozenset()):
                return "planted"
            if reported.kind in FOLLOWS[planted.kind]:
                return "consequence"
        cut = any(_touches(sheets, place, "cut") for place in places)
        if cut and reported.kind in ("omission", "denial"):
            return "consequence"
    if reported.kind == "denial" and any(_touches(sheets, p, "denials") for p in places):
        return "stands"
    if reported.kind == "metadata" and _is_uncredited_copy(sheets, places):
        return "stands"
    return "false"


def _is_uncredited_copy(sheets: Mapping[str, Sheet], places: Iterable[Place]) -> bool:
    """A report over several pages of one text, one of which names no source."""
    pages = {place.page for place in places}
    named = all(sheets[page].credited for page in pages)
    return len(pages) > 1 and not named and all(sheets[p].name != "unrelated" for p in pages)


def _touches(sheets: Mapping[str, Sheet], place: Place, what: str) -> bool:
    spans: tuple[Span, ...] = getattr(sheets[place.page], what)
    return any(
        place.at.start < at.end and at.start < place.at.end for at in spans if at.start < at.end
    )
