"""Rooms of two to four pages, in one of which a change was planted."""

from __future__ import annotations

import random
from collections.abc import Sequence

import msgspec

from bench.evidence.edits import Edit, Edited, apply, clash
from bench.evidence.harmless import HARMLESS, draw, quotes_turned
from bench.evidence.markup import Article, Line, Marked
from bench.evidence.mutations import draw_by_name, mutations_of
from bench.evidence.planted import Planted
from vigil.evidence.page import Span

UNRELATED = 0.3  # of the rooms hold a page of another story
ON_A_CHANGED_PAGE = 2  # harmless changes beside the planted one, at most
ON_A_HARMLESS_PAGE = 3
TURNED = 0.5  # of the pages beside the first print other quotation marks


class Sheet(msgspec.Struct, frozen=True):
    """One page of a room: its text, and where things stand in it.

    `touched` are the sentences that were changed (empty spans: they are left out), `cut` those
    that fall away with an earlier version, `denials` those that deny something. `credited`: the
    page says whose text it is.
    """

    name: str  # "base", "changed", "harmless", "paraphrase", "unrelated"
    text: str
    touched: tuple[Span, ...] = ()
    cut: tuple[Span, ...] = ()
    denials: tuple[Span, ...] = ()
    credited: bool = False


class Case(msgspec.Struct, frozen=True):
    """A room, what was planted in it (None: nothing), and which changes were harmless."""

    article: str
    sheets: tuple[Sheet, ...]
    planted: Planted | None
    harmless: tuple[str, ...] = ()
    across: bool = False  # whether the sides are paraphrases


def changed_rooms(articles: Sequence[Article], count: int, seed: int) -> list[Case]:
    """`count` rooms of a text, its changed copy and an honest copy, each sort of change as often
    as the others.
    """
    rng = random.Random(seed)
    planted = [(article, one) for article in articles for one in mutations_of(article)]
    return [
        _changed_room(article, one, articles, rng)
        for article, one in draw_by_name(planted, count, rng)
    ]


def paraphrase_rooms(articles: Sequence[Article], count: int, seed: int) -> list[Case]:
    """`count` rooms of a changed text and its second version in other words.

    A change counts only where the words that were changed stand in the second version, too.
    """
    rng = random.Random(seed)
    planted = [
        (article, one)
        for article in articles
        if article.paraphrase is not None
        for one in mutations_of(article)
        if _comparable(article, one)
    ]
    rooms = []
    for article, one in draw_by_name(planted, count, rng):
        edited = apply(article.marked.text, one.edits)
        sheets = [_second(article, one), _sheet("changed", article.marked, edited, one)]
        rooms.append(Case(article.id, tuple(sheets), one, across=True))
    return rooms


def harmless_rooms(articles: Sequence[Article], seed: int) -> list[Case]:
    """Two pages that say the same: each text with one harmless change of each sort, and with its
    second version.
    """
    rng = random.Random(seed)
    rooms = []
    for article in articles:
        base = _sheet("base", article.marked, apply(article.marked.text, []))
        for name in HARMLESS:
            edits = draw(name, article.marked, rng)
            if edits:
                other = _sheet("harmless", article.marked, apply(article.marked.text, edits))
                rooms.append(Case(article.id, (base, other), None, (name,)))
        if article.paraphrase is not None:
            rooms.append(Case(article.id, (base, _second(article)), None, ("paraphrase",)))
    return rooms


def _changed_room(
    article: Article, one: Planted, articles: Sequence[Article], rng: random.Random
) -> Case:
    marked = article.marked
    names = [name for name in HARMLESS if name != "typographic quotes"]
    changed, beside = _with_harmless(marked, one.edits, ON_A_CHANGED_PAGE, names, one.lines, rng)
    honest, also = _with_harmless(
        marked, one.base_edits, ON_A_HARMLESS_PAGE, names, (*one.lines, *one.cut), rng
    )
    sheets = [
        _sheet("base", marked, apply(marked.text, one.base_edits), one),
        _turned(_sheet("changed", marked, apply(marked.text, changed), one), rng),
        _turned(_sheet("harmless", marked, apply(marked.text, honest), one), rng),
    ]
    if sheets[0].text == sheets[2].text:
        sheets.pop()  # the same bytes are one page
    if rng.random() < UNRELATED:
        other = rng.choice([a for a in articles if a.id != article.id])
        sheets.append(_sheet("unrelated", other.marked, apply(other.marked.text, [])))
    rng.shuffle(sheets)
    return Case(article.id, tuple(sheets), one, (*beside, *also))


def _turned(sheet: Sheet, rng: random.Random) -> Sheet:
    """In every second page the quotation marks are of the other sort."""
    if rng.random() < TURNED:
        return msgspec.structs.replace(sheet, text=quotes_turned(sheet.text))
    return sheet


def _with_harmless(
    marked: Marked,
    edits: Sequence[Edit],
    most: int,
    names: Sequence[str],
    apart: Sequence[Span],
    rng: random.Random,
) -> tuple[list[Edit], list[str]]:
    """The edits and up to `most` harmless ones in other sentences, with their names."""
    made, done = list(edits), []
    for name in rng.sample(names, rng.randint(0, most)):
        more = draw(name, marked, rng)
        touches = any(
            e.at.start < line.end and line.start < e.at.end for e in more for line in apart
        )
        if more and not touches and not clash([*made, *more]):
            made += more
            done.append(name)
    return made, done


def _sheet(name: str, marked: Marked, edited: Edited, one: Planted | None = None) -> Sheet:
    return Sheet(
        name,
        edited.text,
        touched=tuple(_touched(edited, one)) if one is not None else (),
        cut=tuple(map(edited.span, one.cut)) if one is not None else (),
        denials=tuple(edited.span(line.at) for line in _denials(marked)),
        credited=_is_credited(marked),
    )


def _denials(marked: Marked) -> list[Line]:
    cues = [slot.at for slot in marked.of("deny")]
    return [
        line
        for line in marked.lines
        if line.denial or any(line.at.start <= at.start < line.at.end for at in cues)
    ]


def _is_credited(marked: Marked) -> bool:
    return any(
        line.kind == "credit" or (line.kind == "dateline" and "(" in marked.words(line.at))
        for line in marked.lines
    )


def _touched(edited: Edited, one: Planted) -> list[Span]:
    if one.kind == "metadata":  # what was written, too, stands between the lines
        spans = [edited.span(line) for line in one.lines]
        before = {edit.at for edit in one.edits}
        return spans + [after for at, after in edited.pieces if at in before]
    return [edited.span(line) for line in one.lines]


def _comparable(article: Article, one: Planted) -> bool:
    second = article.paraphrase
    if second is None or one.kind in ("metadata", "version", "tense", "attribution_lost"):
        return False
    if one.kind == "omission":
        return "denial" in one.name
    if one.kind == "direction":
        return "passive" not in one.name
    return one.before.lower() in second.text.lower() and one.kind != "quotation_made_indirect"


def _second(article: Article, one: Planted | None = None) -> Sheet:
    """The second version; which of its sentences tell what was changed is not marked, so any
    sentence of it may be the other side; for a denial that is left out it is one of its denials.
    """
    second = article.paraphrase
    assert second is not None
    denials = tuple(line.at for line in _denials(second))
    touched = denials if one is not None and one.kind == "omission" else ()
    return Sheet("paraphrase", second.text, touched, (), denials)
