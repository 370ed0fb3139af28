"""Which parts of a page are the report, and why the others are not.

Nothing is known of the page but its words, where they stand and what comes twice; hints of the
markup go before. In this order, the first verdict stands: what the markup says; embedded posts;
forms of furniture, credits, dates and captions (`furniture`, `credits`); second copies (`repeats`);
what stands before, between and behind the paragraphs of prose; prefixes of a paragraph.

A line that introduces speech ("The agency reports:") ends in a colon and stays: what follows is
told on its word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from vigil.evidence.captions import is_caption
from vigil.evidence.credits import credit_of
from vigil.evidence.furniture import furniture_of, is_breadcrumb, is_menu
from vigil.evidence.hint import Hint
from vigil.evidence.page import Block, Span
from vigil.evidence.paragraphs import Part, ends_sentence, parts_of
from vigil.evidence.posts import mark_posts
from vigil.evidence.prefixes import prefix_of
from vigil.evidence.repeats import Tokens, copies, piece_of_another, tokens_of
from vigil.evidence.tails import mark_tail

_ITEM = re.compile(r"[-–—•*‣◦▪·►]\s|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s")
_SMALL = re.compile(
    r"\b(?:the|a|an|of|to|in|on|for|and|with|by|at|from|as|is|are|has|have|will|over|after|says?)\b"
)
_CONTENT = re.compile(r"[^\W\d_]{4,}")


def blocks_of(text: str, hints: Sequence[Hint] = ()) -> tuple[Block, ...]:
    """The blocks of a text, in order; together they hold all that is not white space.

    Args:
        text: what a reader sees.
        hints: what the markup says of spans of it, in order and without overlap.
    """
    parts = parts_of(text, (edge for hint in hints for edge in hint.at))
    _mark_hints(parts, hints)
    mark_posts(parts)
    _mark_forms(parts)
    _mark_copies(parts)
    mark_tail(parts)
    _mark_headline(parts)
    _mark_between(parts)
    return tuple(_cut(parts))


def _mark_hints(parts: list[Part], hints: Sequence[Hint]) -> None:
    at = 0
    for part in parts:
        while at < len(hints) and hints[at].at.end <= part.at.start:
            at += 1
        if at < len(hints) and hints[at].at.start < part.at.end:
            part.is_(hints[at].kind, hints[at].why)


def _mark_forms(parts: list[Part]) -> None:
    """Lines that are known by their form; a heading of comments or links takes what follows."""
    prose = sum(part.words for part in parts if part.kind is None and part.is_prose)
    before, section = 0, None
    for part in parts:
        if part.kind is not None:
            continue
        form = furniture_of(part.text)
        if form is not None:
            opens = form.opens
            # A count of comments below the title, or a section of that name, opens nothing.
            if opens == "comments" and before * 2 < prose:
                part.is_("navigation", "a link to comments")
                continue
            part.is_(form.kind, form.why)
            section = opens if opens in ("comments", "links") else section
        elif section == "comments":
            part.is_("comments", "stands below the heading of comments")
        elif section == "links" and (not part.is_prose or before * 10 >= prose * 9):
            part.is_("navigation", "stands below a heading of links")
        else:
            section = None
            _mark_line(part)
            before += part.words if part.kind is None and part.is_prose else 0


def _mark_line(part: Part) -> None:
    credit = credit_of(part.text)
    if credit is not None:
        part.is_(*credit)
    elif is_menu(part.text) or is_breadcrumb(part.text):
        part.is_("navigation", "names of sections and things to click")
    elif is_caption(part.text):
        part.is_("caption", "tells what a picture shows")


def _mark_copies(parts: list[Part]) -> None:
    """Paragraphs that stood before; the headline comes again as a title or link."""
    open_ = [part for part in parts if part.kind in (None, "headline", "body")]
    prose = [part for part in open_ if part.is_prose or ends_sentence(part.text)]
    for number in copies([tokens_of(part.text) for part in prose]):
        prose[number].is_("repeated_body", "stood before on this page")
    titles: set[tuple[str, ...]] = set()
    for part in open_:
        if part.kind is None and not part.is_prose and part.words > 3:
            words = tokens_of(part.text).words
            if words in titles:
                part.is_("navigation", "a title that stood before on this page")
            titles.add(words)


def _mark_headline(parts: list[Part]) -> None:
    """The title above the report: of the lines there, the one that shares most with it."""
    prose = [n for n, part in enumerate(parts) if part.kind is None and _is_body(part)]
    first = prose[0] if prose else len(parts)
    told = {word for n in prose[:8] for word in _content(parts[n].text)}
    above = [part for part in parts[:first] if part.kind is None]
    best, best_score = None, 0.0
    if not any(part.kind == "headline" for part in parts):
        for part in above:
            words = _content(part.text)
            shared = len(words & told) / len(words) if words else 0.0
            score = shared + (0.3 if _SMALL.search(part.text) else 0.0)
            if part.words >= 3 and score > best_score:
                best, best_score = part, score
    if best is not None and (best_score >= 0.3):
        best.is_("headline", "the title above the report")
    under = False
    for part in parts[:first]:
        under = under or part.kind == "headline"
        near = len(_content(part.text) & told) > 1
        if under and part.kind is None and part.words >= 5 and near:
            part.is_("headline", "a line below the title")
        part.is_("navigation", "stands above the report")


def _content(text: str) -> set[str]:
    return {word.casefold() for word in _CONTENT.findall(text[:2000])}


def _is_body(part: Part) -> bool:
    return part.is_prose or prefix_of(part.text, first=False) is not None


def _mark_between(parts: list[Part]) -> None:
    """What is left stands among the paragraphs: prose, items, lines that introduce, headings."""
    for number, part in enumerate(parts):
        if part.kind is not None:
            continue
        below = next((p for p in parts[number + 1 :][:3] if p.kind is None), None)
        near = below is not None and len(_content(part.text) & _content(below.text)) > 1
        if part.is_prose or ends_sentence(part.text) or part.text[-1] in ':;,"”»':
            part.is_("body", "")
        elif _ITEM.match(part.text):
            part.is_("body", "an item of a list")
        elif part.words >= 5 and near:
            part.is_("headline", "a title of the paragraph below")
        else:
            part.is_("navigation", "a heading or link among paragraphs, no sentence")


def _cut(parts: list[Part]) -> list[Block]:
    """Blocks of the parts, with what stands before the first sentence of a paragraph apart."""
    blocks: list[Block] = []
    words = _report_words(parts)
    first = True
    used = 0
    for part in parts:
        kind = part.kind or "body"
        if kind != "body":
            blocks.append(Block(part.at, kind, part.why))
            continue
        start = part.at.start
        for cut in _before_first_sentence(part, words, used, first=first):
            blocks.append(cut)
            start = cut.at.end
        start += len(part.text[start - part.at.start :]) - len(
            part.text[start - part.at.start :].lstrip()
        )
        if start < part.at.end:
            blocks.append(Block(Span(start, part.at.end), kind, part.why))
        first = False
        used += len(tokens_of(part.text).words)
    return blocks


def _report_words(parts: list[Part]) -> Tokens:
    kept = [tokens_of(part.text, part.at.start) for part in parts if part.kind == "body"]
    return Tokens(
        tuple(word for tokens in kept for word in tokens.words),
        tuple(at for tokens in kept for at in tokens.at),
    )


def _before_first_sentence(part: Part, words: Tokens, used: int, *, first: bool) -> list[Block]:
    """A piece of a sentence that stands whole elsewhere, a dateline, a credit."""
    cuts: list[Block] = []
    text, start = part.text, part.at.start
    if text[0].islower():
        rest = Tokens(words.words[used:], words.at[used:])
        length = piece_of_another(rest, len(rest.words))
        if length and rest.at[length - 1].end <= part.at.end:
            end = rest.at[length - 1].end
            end += len(_closing(text[end - start :]))
            cuts.append(
                Block(Span(start, end), "fragment", "a piece of a sentence that stands whole below")
            )
            text = text[end - start :]
            start = end
    bare = text.lstrip()
    start += len(text) - len(bare)
    prefix = prefix_of(bare, first=first) if bare else None
    if prefix is not None:
        said = bare[: prefix.length].rstrip()
        cuts.append(Block(Span(start, start + len(said)), prefix.kind, prefix.why))
    return cuts


def _closing(text: str) -> str:
    match = re.match(r"[.!?…,;]{0,3}[\"”’»)\]]{0,2}", text)
    return match.group() if match else ""
