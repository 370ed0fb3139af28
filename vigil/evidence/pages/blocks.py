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
from collections.abc import Iterator, Sequence

from vigil.evidence.page import Block, Span
from vigil.evidence.pages.captions import is_caption
from vigil.evidence.pages.credits import credit_of
from vigil.evidence.pages.furniture import furniture_of, is_breadcrumb, is_menu
from vigil.evidence.pages.hint import Hint
from vigil.evidence.pages.paragraphs import (
    Part,
    ends_sentence,
    is_cut,
    is_item,
    is_unstopped,
    parts_of,
)
from vigil.evidence.pages.posts import mark_posts
from vigil.evidence.pages.prefixes import prefix_of, signed_length
from vigil.evidence.pages.repeats import (
    bare_of,
    copies,
    piece_of_another,
    said_beside,
    tokens_of,
    words_of,
)
from vigil.evidence.pages.runs_of_letters import runs_of_letters
from vigil.evidence.pages.tails import mark_authors, mark_tail

_SMALL = re.compile(
    r"\b(?:the|a|an|of|to|in|on|for|and|with|by|at|from|as|is|are|has|have|will|over|after|says?)\b"
)
# A page has some hundred paragraphs; one of so many lines is a table or an attack (chosen).
_MOST = 20_000
TOO_LONG = f"stands behind {_MOST:,} paragraphs, and is not read"
_PERSON = r"[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]*){1,3}"
_BYLINE = re.compile(
    rf"(?:Dr\.? |Prof\.? )?{_PERSON}(?:(?:,| and| &) {_PERSON}){{0,4}}"
    r"(?:, [A-ZÀ-Þ][\w .'’-]{2,40})?|"
    r"[Bb]y [^.!?]{2,60}"
)
# A title may be a question: one, short, before all else.
_ASKS = re.compile(r"[^.?!]{10,120}[?!]")
_TURN = re.compile(r"[A-ZÀ-Þ][\w.'’ -]{0,30}:\s")
_FAR = 99  # a place in the report where only a signed dateline is one
_LONGER = 4  # letters of a word that tells something


def blocks_of(text: str, hints: Sequence[Hint] = ()) -> tuple[Block, ...]:
    """The blocks of a text, in order; together they hold all that is not white space.

    Args:
        text: what a reader sees.
        hints: what the markup says of spans of it, in order and without overlap.
    """
    parts = parts_of(text, (edge for hint in hints for edge in hint.at))
    parts = _first(text, parts)
    _mark_hints(parts, hints)
    mark_posts(parts)
    _mark_forms(parts)
    _mark_copies(parts)
    mark_tail(parts)
    _mark_headline(parts)
    mark_authors(parts)
    _mark_between(parts)
    return tuple(_cut(parts))


def _first(text: str, parts: list[Part]) -> list[Part]:
    """The paragraphs that are read; what stands behind them is one that is not."""
    if len(parts) <= _MOST:
        return parts
    at = Span(parts[_MOST].at.start, parts[-1].at.end)
    return [*parts[:_MOST], Part(at, text[at.start : at.end], True, "outside", TOO_LONG)]


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
        form = furniture_of(part.text, sentence=part.is_prose)
        if form is not None and form.opens == "inside" and not before:
            form = None
        if part.words <= 2 and is_menu(part.text):
            part.is_("navigation", "names of sections and things to click")
        elif form is not None:
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
    for number in copies([words_of(part.text) for part in prose]):
        prose[number].is_("repeated_body", "stood before on this page")
    folded = [part.text.casefold() for part in prose]
    for number, part in enumerate(prose):
        if part.kind is not None or not 3 <= part.words <= 60:
            continue
        near = range(max(0, number - 4), min(number + 5, len(prose)))
        bare = bare_of(part.text).casefold()
        beside = [prose[n].text for n in near if prose[n].kind is None and bare in folded[n]]
        if len(beside) > 1 and said_beside(part.text, beside):
            part.is_("repeated_body", "a sentence of a paragraph near by")
    titles: set[tuple[str, ...]] = set()
    for part in open_:
        if part.kind is None and not part.is_prose and part.words > 3:
            words = words_of(part.text)
            if words in titles:
                part.is_("navigation", "a title that stood before on this page")
            titles.add(words)


def _mark_headline(parts: list[Part]) -> None:
    """The title above the report, and lines below it that tell of the same."""
    prose = [n for n, part in enumerate(parts) if part.kind is None and _is_body(part)]
    if not prose:  # a page of a title and its points
        prose = [n for n, part in enumerate(parts) if part.kind is None and _is_point(part)]
    first = prose[0] if prose else len(parts)
    if len(prose) > 1 and _ASKS.fullmatch(parts[first].text):
        parts[first].is_("headline", "the title above the report")
        first = prose[1]
    told = {word for n in prose[:8] for word in _content(parts[n].text)} if first else set()
    if not any(part.kind == "headline" for part in parts[:first]):
        title = _title([part for part in parts[:first] if part.kind is None], told)
        if title is not None:
            title.is_("headline", "the title above the report")
    under = next_to = False
    for part in parts[:first]:
        open_ = under and part.kind is None and part.words >= 5
        reads = next_to and _SMALL.search(part.text) is not None
        if under and part.kind is None and _BYLINE.fullmatch(part.text):
            part.is_("credit", "a name between title and report")
        elif open_ and (reads or len(_content(part.text) & told) > 1):
            part.is_("headline", "a line below the title")
        next_to = part.kind == "headline"
        under = under or next_to
        part.is_("navigation", "stands above the report")


def _title(lines: list[Part], told: set[str]) -> Part | None:
    """Of the lines above a report, the first of those that share most with it."""
    scores = []
    for part in lines:
        words = _content(part.text)
        shared = len(words & told) / len(words) if words else 0.0
        reads = 0.3 if _SMALL.search(part.text) else 0.0
        scores.append(shared + reads if part.words >= 3 else 0.0)
    best = max(scores, default=0.0)
    if best >= 0.3:
        return next(p for p, score in zip(lines, scores, strict=True) if score >= 0.7 * best)
    return next((p for p in lines if p.words >= 4 and not p.text.istitle()), None)


def _content(text: str) -> set[str]:
    """Longer words, without the ending of a plural."""
    words = runs_of_letters(text[:2000], digits=False)
    return {word.casefold().removesuffix("s") for word in words if len(word) >= _LONGER}


def _is_body(part: Part) -> bool:
    return part.is_prose or prefix_of(part.text, place=_FAR) is not None


def _is_point(part: Part) -> bool:
    """An item of a list that is long enough to state something."""
    return part.words >= 8 and is_item(part.text) and _SMALL.search(part.text) is not None


def _mark_between(parts: list[Part]) -> None:
    """What is left stands among the paragraphs: prose, items, lines that introduce, headings."""
    for number, part in enumerate(parts):
        if part.kind is not None:
            continue
        if part.is_prose or ends_sentence(part.text) or part.text[-1] in ':;,"”»':
            part.is_("body", "")
        elif is_cut(part.text) or is_unstopped(part.text):
            part.is_("body", "a sentence without its end")
        elif is_item(part.text):
            part.is_("body", "an item of a list")
        elif part.words >= 5 and _is_near(part, parts[number + 1 : number + 4]):
            part.is_("headline", "a title of the paragraph below")
        else:
            part.is_("navigation", "a heading or link among paragraphs, no sentence")


def _is_near(part: Part, below: Sequence[Part]) -> bool:
    """Whether a line shares two longer words with the first paragraph below it."""
    first = next((p for p in below if p.kind is None), None)
    return first is not None and len(_content(part.text) & _content(first.text)) > 1


def _cut(parts: list[Part]) -> Iterator[Block]:
    """Blocks of the parts, with what stands before the first sentence of a paragraph apart."""
    talk = sum(p.kind == "body" and _TURN.match(p.text) is not None for p in parts) > 1
    place = 0
    for number, part in enumerate(parts):
        if part.kind != "body":
            yield Block(part.at, part.kind or "body", part.why)
            continue
        at = part.at.start
        for cut in _before_first_sentence(parts, number, place, talk=talk):
            yield cut
            at = cut.at.end
            place += _FAR * (cut.kind == "dateline")
        rest = part.text[at - part.at.start :]
        at += len(rest) - len(rest.lstrip())
        end = part.at.end - signed_length(part.text[at - part.at.start :])
        if at < end:
            yield Block(Span(at, end), "body", part.why)
        if end < part.at.end:
            start = (
                end
                + len(part.text[end - part.at.start :])
                - len(part.text[end - part.at.start :].lstrip())
            )
            yield Block(Span(start, part.at.end), "credit", "an agency behind the last sentence")
        place += 1


def _before_first_sentence(
    parts: list[Part], number: int, place: int, *, talk: bool
) -> Iterator[Block]:
    """A piece of a sentence that stands whole further on, a dateline, a credit."""
    at, text = parts[number].at.start, parts[number].text
    if place == 0 and text[0].islower():
        end = _piece_end(parts, number)
        if end:
            why = "a piece of a sentence that stands whole further on"
            yield Block(Span(at, at + end), "fragment", why)
            bare = text[end:].lstrip()
            at, text = at + len(text) - len(bare), bare
    prefix = prefix_of(text, place=place, talk=talk) if text else None
    if prefix is not None:
        said = text[: prefix.length].rstrip()
        yield Block(Span(at, at + len(said)), prefix.kind, prefix.why)


def _piece_end(parts: list[Part], number: int) -> int:
    """How many characters of a paragraph also stand further on, in the middle of a sentence."""
    part = parts[number]
    below = [p for p in parts[number:] if p.kind == "body"]
    tokens = tokens_of((p.text, p.at.start) for p in below)
    length = piece_of_another(tokens.words)
    if not length or tokens.at[length - 1].end > part.at.end:
        return 0
    end = tokens.at[length - 1].end - part.at.start
    return end + len(_closing(part.text[end : end + 5]))


def _closing(text: str) -> str:
    match = re.match(r"[.!?…,;]{0,3}[\"”’»)\]]{0,2}", text)
    return match.group() if match else ""
