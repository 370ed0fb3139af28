"""Key items by words: what a description says where the declared HS code does not.

Words only point; `vigil.goods.telling` says which of them tell what the goods are.
"""

from __future__ import annotations

import msgspec

from vigil.goods.basis import with_url
from vigil.goods.hs import declared_key_items, dotted, provisions_of
from vigil.goods.inquiry import Inquiry
from vigil.goods.keywords import Keyword
from vigil.goods.part_number import normal_form
from vigil.goods.standing import Standing
from vigil.model.finding import Feature, Finding, FindingKind, Ground, Screen
from vigil.model.order import Line


class Pointing(msgspec.Struct, frozen=True):
    """A keyword met in a description, with the words it covers."""

    standing: Standing
    keyword: Keyword
    met: str


def find_words(inquiry: Inquiry) -> list[Finding]:
    """One finding for each line and key item that its description points to."""
    return [
        _finding(inquiry, i, line.description or "", pointing)
        for i, line in enumerate(inquiry.deal.order.lines)
        if _asks_for_words(inquiry, line)
        for pointing in pointings(inquiry, line)
    ]


def pointings(inquiry: Inquiry, line: Line) -> list[Pointing]:
    """The key items that count on the day and that the line's words point to, each once.

    The item that the line declares is left out, and so are items that are only watched where it
    declares another of these.
    """
    reading = inquiry.goods.vocabulary.read(line.description or "")
    hs = line.hs or ""
    by_item: dict[str, Pointing] = {}
    declares_item = bool(inquiry.goods.key_items_of(hs))
    for meeting in reading.telling:
        keyword = meeting.keyword
        if keyword.hs in by_item or hs.startswith(keyword.hs):
            continue
        for item in inquiry.goods.key_items_of(keyword.hs):
            standing = inquiry.goods.standing(item, inquiry.deal.on)
            if standing.counts and not (declares_item and standing.is_watch_only):
                by_item[keyword.hs] = Pointing(standing, keyword, reading.printed(meeting))
    return list(by_item.values())


def _asks_for_words(inquiry: Inquiry, line: Line) -> bool:
    """Is there a description, and no declared code that already says that it is a listed item?"""
    if not line.description:
        return False
    declared = declared_key_items(inquiry, line.hs) if line.hs else []
    return not any(not standing.is_watch_only for standing in declared)


def _finding(inquiry: Inquiry, i: int, description: str, pointing: Pointing) -> Finding:
    item, heading, standing = pointing.standing.item, inquiry.heading, pointing.standing
    grounds = [*heading.grounds, Ground.WORDS_ONLY]
    if standing.is_watch_only:
        grounds.append(Ground.WATCH_ONLY)
    if pointing.keyword.is_everyday or _is_everyday_part(inquiry, pointing.met):
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
