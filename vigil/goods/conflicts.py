"""What a line says twice and not the same: code, control number, part number, maker and words.

Codes among machines and electronics are mixed up in good faith, so only what cannot be true is
told: a controlled item or a drone part under the code of a washing machine, a chip among plastics,
a number that only one maker uses beside the name of another chip maker.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from vigil.goods.hs import dotted
from vigil.goods.inquiry import Inquiry
from vigil.goods.keywords import Meeting
from vigil.goods.parts import sightings
from vigil.ids.eccn import read_eccn
from vigil.model.finding import Feature, Finding, FindingKind, Screen
from vigil.model.order import Line, Order
from vigil.model.provision import Basis

MANY_TIMES = 2.0  # chosen: an order's value with freight and tax, or after a discount, stays within
LISTED_CHAPTERS = ("84", "85", "86", "87", "88", "89", "90")  # of key items that are devices
ANTI_TERRORISM_ONLY = "9"  # x99x: ordinary goods, household electronics among them


class Conflict(msgspec.Struct, frozen=True):
    """Two statements about the goods: where, the text there, what it is about, and a sentence."""

    path: str
    value: str
    subject: str
    sentence: str
    verified: bool = True


def find_conflicts(inquiry: Inquiry) -> list[Finding]:
    """One finding for each contradiction of a line, and for a value that the lines cannot make."""
    found = [
        conflict
        for i, line in enumerate(inquiry.deal.order.lines)
        for conflict in _in_line(inquiry, i, line)
    ]
    return [_finding(inquiry, conflict) for conflict in (*found, *_value(inquiry.deal.order))]


def _in_line(inquiry: Inquiry, i: int, line: Line) -> Iterator[Conflict]:
    """The contradictions of a line, each kind at most once."""
    table, at = inquiry.goods.conflicts, f"$.lines[{i}]"
    hs = line.hs or ""
    is_household = hs.startswith(table.household_headings)
    is_far = bool(hs and table.ordinary_chapters) and hs[:2] not in table.ordinary_chapters
    if hs and line.eccn:
        yield from _eccn(inquiry, line.eccn, hs, at, is_household=is_household)
    if is_household or is_far:
        yield from _part(inquiry, line, at)
    if hs:
        yield from _words(inquiry, line, at, is_far=is_far)
    yield from _maker(inquiry, line, at)
    yield from _purpose(inquiry, line, at)


def _eccn(
    inquiry: Inquiry, declared: str, hs: str, at: str, *, is_household: bool
) -> Iterator[Conflict]:
    number = read_eccn(declared)
    if number is None or number.entry not in inquiry.goods.controlled_by_eccn:
        return
    chapters = inquiry.goods.conflicts.eccn_chapters.get(number.entry[:2])
    elsewhere = chapters is not None and hs[:2] not in chapters
    if elsewhere or (is_household and number.entry[3] != ANTI_TERRORISM_ONLY):
        told = f"ECCN {number.entry} and HS {dotted(hs)} cannot both be right: the code is of "
        told += "things for homes, sports and play." if is_household else "other goods."
        yield Conflict(f"{at}.eccn", declared, "eccn_and_hs", told)


def _part(inquiry: Inquiry, line: Line, at: str) -> Iterator[Conflict]:
    for sighting in sightings(line, inquiry.goods.part_index):
        part = sighting.part
        if sighting.field == "part_number" and part.hs_hint and not part.everyday:
            what = part.description or f"of HS {dotted(part.hs_hint)}"
            told = f"Part {part.part_number} is {_article(what)}, not goods of HS "
            told += f"{dotted(line.hs or '')}."
            yield Conflict(f"{at}.part_number", sighting.text, "part_and_hs", told)
            return
    number = line.part_number or ""
    family = inquiry.goods.family_of(number)
    if family and family.hs_hint and inquiry.goods.is_telling(family):
        told = f"Part {number} is {_article(family.description)}, not goods of HS "
        told += f"{dotted(line.hs or '')}."
        yield Conflict(f"{at}.part_number", number, "part_and_hs", told, family.verified)


def _maker(inquiry: Inquiry, line: Line, at: str) -> Iterator[Conflict]:
    """A number that only one maker uses, said to be another chip maker's.

    Traders, makers of boards and whoever the table does not know may name themselves beside the
    number of a chip that they sell or build in.
    """
    goods, number, named = inquiry.goods, line.part_number, line.manufacturer
    family = goods.family_of(number) if number and named else None
    if not named or family is None or family.family not in goods.conflicts.own_numbers:
        return
    makers, said = goods.marking_reader.makers, goods.makers_named(named)
    own = makers.by_id[family.makers[0]]
    if any(makers.same_house(own, maker) for maker in said):
        return
    if said and said[0].id in goods.chip_makers:
        told = f"Part numbers like {number} are those of {own.name}, the line names "
        told += f"{said[0].name} as the maker."
        yield Conflict(f"{at}.manufacturer", named, "part_and_maker", told, family.verified)


def _words(inquiry: Inquiry, line: Line, at: str, *, is_far: bool) -> Iterator[Conflict]:
    """Words for goods that cannot be declared under the line's code in good faith."""
    declared = line.hs or ""
    for meeting, printed in _devices(inquiry, line):
        hs = meeting.keyword.hs
        own = _own_heading(inquiry, hs)
        fair = (hs[:4], *inquiry.goods.conflicts.own_headings[own]) if own else ()
        if is_far or (own and not declared.startswith(fair)):
            told = f"The words '{printed}' mean HS {dotted(hs)}, the line declares "
            told += f"{dotted(line.hs or '')}."
            yield Conflict(f"{at}.description", line.description or "", "words_and_hs", told)
            return


def _purpose(inquiry: Inquiry, line: Line, at: str) -> Iterator[Conflict]:
    """A thing that no household machine contains, said to be for one."""
    text = line.description or ""
    named = next(inquiry.goods.household_words.in_text(text), None) if text else None
    if named is None:
        return
    for meeting, printed in _devices(inquiry, line):
        if _own_heading(inquiry, meeting.keyword.hs):
            told = f"'{printed}' is said to be for '{named[1]}', which has no use for it."
            yield Conflict(f"{at}.description", text, "words_and_purpose", told)
            return


def _own_heading(inquiry: Inquiry, hs: str) -> str | None:
    """The row of goods that are in no household machine to which the code belongs, or None."""
    return next((own for own in inquiry.goods.conflicts.own_headings if hs.startswith(own)), None)


def _devices(inquiry: Inquiry, line: Line) -> Iterator[tuple[Meeting, str]]:
    """The keywords of devices that tell what the goods are, no ordinary words among them."""
    reading = inquiry.goods.vocabulary.read(line.description or "")
    for meeting in reading.telling:
        keyword = meeting.keyword
        if keyword.hs[:2] in LISTED_CHAPTERS and not (keyword.is_weak or keyword.is_everyday):
            yield meeting, reading.printed(meeting)


def _value(order: Order) -> Iterator[Conflict]:
    """An order's value that is far from what quantities and prices of its lines make."""
    priced = [(line.quantity, line.unit_price) for line in order.lines]
    if order.value is None or any(q is None or p is None for q, p in priced):
        return
    total = sum((q or 0.0) * (p or 0.0) for q, p in priced)
    if total > 0 and not total / MANY_TIMES <= order.value <= total * MANY_TIMES:
        told = f"The order's value is {order.value:,.2f}, its lines make {total:,.2f}."
        yield Conflict("$.value", f"{order.value:g}", "value_and_lines", told)


def _article(what: str) -> str:
    return what if what.startswith("of ") else f"{'an' if what[0] in 'aeiou' else 'a'} {what}"


def _finding(inquiry: Inquiry, conflict: Conflict) -> Finding:
    return Finding(
        screen=Screen.GOODS,
        kind=FindingKind.CONFLICTING_INFORMATION,
        path=conflict.path,
        subject=conflict.subject,
        summary=conflict.sentence,
        value=conflict.value,
        features=(Feature(conflict.subject, 1.0, conflict.sentence),),
        provenance=inquiry.provenance,
        verified=conflict.verified,
        basis=None if conflict.verified else Basis.MEMORY,
    )
