"""Key items by words: what a description says where the declared HS code does not.

Words only point. They are read where no HS code is given, or where the declared one is of a
chapter in which chips and engines get misdeclared; and only in what the line *is*, not in what it
is for or comes with: a laptop with a CPU is a laptop.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from vigil.goods.basis import with_url
from vigil.goods.hs import declared_key_items, dotted, provisions_of
from vigil.goods.inquiry import Inquiry
from vigil.goods.keywords import Keyword, goes_on, is_everyday, is_trade_word
from vigil.goods.part_number import normal_form
from vigil.goods.standing import Standing
from vigil.goods.wording import Word, words_of
from vigil.model.finding import Feature, Finding, FindingKind, Ground, Screen
from vigil.model.order import Line

# Machines, electrics, vehicles, aircraft, instruments, arms, toys, composites, special entries.
NEAR_CHAPTERS = frozenset(
    {"68", "70", "84", "85", "86", "87", "88", "89", "90", "93", "95", "98", "99"}
)
ACCESSORY = re.compile(
    r"\b(?:with|without|for|including|includes|incl|containing|featuring|having|compatible|fits"
    r"|to fit|used in|w/)\b|\s\+\s|\bдля\b|\bс\b|\bmit\b|\bfür\b|\bpour\b|\bpara\b",
    re.IGNORECASE,
)
SEGMENT = re.compile(r"[,;:\n/|]|\s[-–—]\s")
GENERIC = frozenset(
    {"ic", "ics", "chip", "chips", "circuit", "circuits", "semiconductor", "semiconductors",
     "electronic", "electronics", "component", "components", "part", "parts", "spare", "spares",
     "module", "modules", "sample", "samples", "item", "items", "goods"}
)  # fmt: skip
# Things that one buys finished; what follows the word tells what is inside.
FINISHED = frozenset(
    {"laptop", "laptops", "notebook", "notebooks", "smartphone", "smartphones", "phone", "phones",
     "tablet", "tablets", "television", "televisions", "tv", "printer", "printers", "desktop",
     "workstation", "watch", "smartwatch", "car", "vehicle", "refrigerator", "headphones"}
)  # fmt: skip


class Pointing(msgspec.Struct, frozen=True):
    """A keyword met in a description, with the words it covers."""

    standing: Standing
    keyword: Keyword
    met: str
    start: int
    end: int


def find_words(inquiry: Inquiry) -> list[Finding]:
    """One finding for each line and key item that its description points to."""
    return [
        _finding(inquiry, i, line.description or "", pointing)
        for i, line in enumerate(inquiry.deal.order.lines)
        if _asks_for_words(inquiry, line)
        for pointing in pointings(inquiry, line)
    ]


def pointings(inquiry: Inquiry, line: Line) -> list[Pointing]:
    """The key items that the line's words point to, each once, by its longest keyword."""
    description = line.description or ""
    words = words_of(what_it_is(description, has_hs=line.hs is not None))
    in_trade = any(is_trade_word(word) for word in words_of(description))
    met = [
        pointing
        for pointing in _all_meetings(inquiry, line, words)
        if (in_trade or not _is_weak(pointing, words)) and not _is_inside_device(pointing, words)
    ]
    by_item: dict[str, Pointing] = {}
    for pointing in _longest(met):
        by_item.setdefault(pointing.standing.item.hs, pointing)
    return list(by_item.values())


def what_it_is(description: str, *, has_hs: bool) -> str:
    """The part of a description that names the goods, without what they are for or come with.

    Where an HS code already says what the goods are, only the first segment names them, unless it
    is a word that says nothing, such as *parts*.

    >>> what_it_is("Laptop 14 in, CPU i7", has_hs=True)
    'Laptop 14 in'
    >>> what_it_is("Electronic parts, FPGA for radar", has_hs=True)
    'Electronic parts, FPGA '
    """
    named = ACCESSORY.split(description, maxsplit=1)[0]
    if not words_of(named):  # "For export: microcontrollers"
        named = description
    first = SEGMENT.split(named, maxsplit=1)[0]
    words = words_of(first)
    if not has_hs or (words and words[-1].key in GENERIC):
        return named
    return first


def _asks_for_words(inquiry: Inquiry, line: Line) -> bool:
    if not line.description:
        return False
    if line.hs is None:
        return True
    declared = declared_key_items(inquiry, line.hs)
    said_already = any(not standing.is_watch_only for standing in declared)
    return line.hs[:2] in NEAR_CHAPTERS and not said_already


def _all_meetings(inquiry: Inquiry, line: Line, words: tuple[Word, ...]) -> Iterator[Pointing]:
    """Every keyword met, of items other than the declared one that count on the day."""
    goods = inquiry.goods
    declared = goods.key_items_of(line.hs or "")
    for met in goods.keyword_index.in_words(words):
        item = goods.key_items[met.item]
        standing = goods.standing(item, inquiry.deal.on)
        if (
            any(item is other for other in declared)
            or not standing.counts
            or (declared and standing.is_watch_only)
        ):
            continue
        text = " ".join(word.text for word in words[met.start : met.end])
        yield Pointing(standing, met.keyword, text, met.start, met.end)


def _is_weak(pointing: Pointing, words: tuple[Word, ...]) -> bool:
    """Was it an ambiguous keyword, and not a longer part number that begins with it?"""
    return pointing.keyword.is_weak and not goes_on(pointing.keyword, words[pointing.end - 1])


def _is_inside_device(pointing: Pointing, words: tuple[Word, ...]) -> bool:
    return any(word.key in FINISHED for word in words[: pointing.start])


def _longest(met: list[Pointing]) -> list[Pointing]:
    """Without those inside a longer one: a *MEMS gyroscope* is not also a *gyroscope*."""
    longest_over: dict[int, int] = {}
    for p in met:
        for place in range(p.start, p.end):
            longest_over[place] = max(longest_over.get(place, 0), p.end - p.start)
    return [
        p for p in met
        if any(longest_over[place] == p.end - p.start for place in range(p.start, p.end))
    ]  # fmt: skip


def _finding(inquiry: Inquiry, i: int, description: str, pointing: Pointing) -> Finding:
    item, heading, standing = pointing.standing.item, inquiry.heading, pointing.standing
    grounds = [*heading.grounds, Ground.WORDS_ONLY]
    if standing.is_watch_only:
        grounds.append(Ground.WATCH_ONLY)
    if is_everyday(pointing.keyword) or _is_everyday_part(inquiry, pointing.met):
        grounds.append(Ground.EVERYDAY_PART)
    met = Feature("keyword", 1.0, f"'{pointing.met}' points to {item.hs} ({pointing.keyword.text})")
    return Finding(
        screen=Screen.GOODS,
        kind=FindingKind.KEY_ITEM,
        path=f"$.lines[{i}].description",
        subject=item.hs,
        value=description,
        summary=(
            f"The words '{pointing.met}' point to HS {dotted(item.hs)}, {item.description}; "
            f"the line does not declare that code. {standing.sentence} {heading.sentence}"
        ),
        grounds=tuple(grounds),
        features=(met, *standing.features, *heading.features),
        provisions=provisions_of(inquiry, standing),
        provenance=with_url(inquiry.provenance, standing.source),
        verified=standing.verified,
        basis=standing.basis,
    )


def _is_everyday_part(inquiry: Inquiry, met: str) -> bool:
    key = normal_form(met)
    return any(key[:length] in inquiry.goods.everyday_keys for length in range(len(key) + 1))
