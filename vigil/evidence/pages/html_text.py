"""The text that a reader of an HTML page sees, with its place in the source."""

from __future__ import annotations

import re
from html import unescape
from typing import NamedTuple

import msgspec

from vigil.evidence.page import Mark, Run, Span
from vigil.evidence.pages.hint import Hint
from vigil.evidence.pages.html_parts import TITLE, TOP, Part
from vigil.evidence.pages.html_walk import Concealed, Walk, walk
from vigil.evidence.pages.json_text import article_body
from vigil.evidence.pages.main_text import Refound, found_again, main_text
from vigil.evidence.pages.text_builder import TextBuilder

# What trafilatura gets; chosen, as its time is not linear: nested tables at both take 6 s.
MOST_SOURCE = 400_000  # characters
DEEPEST = 100  # elements; libxml2 refuses more than 256
FEWEST_LETTERS = 200  # of a report; chosen: two sentences
MOST_LOST = 0.05  # of what trafilatura tells; chosen: its bullets and single words are no loss
LINE_SHARE = 0.5  # of a line's letters, for the line to be the report's; chosen
SHORTEST_HEADLINE = 20  # characters; chosen: the name of a section or site is shorter
LINK_SHARE = 0.8  # of a line's characters; chosen
ENDS = ".!?:;”\"’'»)]…"  # of sentences
MOST_MARKS = 20  # of one kind on a page; chosen
SITE_NAME = re.compile(
    r"<meta\b(?=[^>]{0,300}og:site_name)[^>]{0,300}?content\s*=\s*[\"']([^\"'<>]{1,100})"
)
SCRIPTED = re.compile(r"[\"'`](?:[A-Za-z][A-Za-z,.;’-]{0,30}+ ){12}")  # a sentence in a script


class HtmlText(msgspec.Struct, frozen=True):
    """What a page's source shows.

    `text` holds what is seen, in order of the source; behind it, after an empty line each, what is
    hidden, under hints of that kind. Blocks of the markup are parted by an empty line, `<br>`,
    items and rows by a line end, cells by a tab. `runs` cover all of the text: what parts two
    blocks stands for the markup between them.
    """

    text: str
    runs: tuple[Run, ...]
    hints: tuple[Hint, ...]
    marks: tuple[Mark, ...]
    publisher: str | None = None  # as the page says of itself


class _Line(NamedTuple):
    """A line of the text, and what the markup says of its pieces."""

    at: Span
    pieces: tuple[tuple[Span, Part | None], ...]
    linked: int  # characters in links


def html_text(raw: str) -> HtmlText:
    """Read a page's source.

    Every character that no reader sees is hidden or left out, whatever hides it; which of the rest
    is the report is trafilatura's answer as far as it is found again. Linear in the source.
    """
    walked = walk(raw)
    lines = _lines(walked)
    marks: list[Mark] = []
    if walked.is_cut:
        marks.append(Mark("cut", None, "the source ends inside a tag; what follows it is not read"))
    answer = _answer(walked, raw)
    text = walked.built.text
    refound = found_again([text[slice(*line.at)] for line in lines], answer)
    is_found = any(refound.shares)
    body = _body_of_data(walked, raw, lines, refound)
    marks += _main_marks(
        refound, is_found=is_found, answer=answer, body=body, walked=walked, raw=raw
    )
    hints = _hints(lines, refound if is_found else None, text, has_body=body is not None)
    marks += [
        Mark("hidden_text", Span(*at), "may be hidden: its colour is that of an unstated paper")
        for at in walked.doubtful[:MOST_MARKS]
    ]
    hidden, hidden_marks = _conceal(walked.concealed, walked.built)
    name = SITE_NAME.search(raw, 0, 100_000)
    return HtmlText(
        walked.built.text,
        tuple(walked.built.runs),
        (*hints, *hidden),
        (*marks, *hidden_marks),
        unescape(name[1]).strip() or None if name else None,
    )


def _answer(walked: Walk, raw: str) -> str:
    source = "".join(raw[start:end] for start, end in walked.kept_source)
    if len(source) > MOST_SOURCE or walked.depth > DEEPEST:
        return ""
    return main_text(source)


def _lines(walked: Walk) -> list[_Line]:
    text = walked.built.text
    lines: list[_Line] = []
    parts = [*walked.parts, (len(text), None)]
    n = at = link = 0
    for written in text.split("\n"):
        end = at + len(written)
        while n + 1 < len(parts) and parts[n + 1][0] <= at:
            n += 1
        pieces = []
        first = at
        while first < end:
            stop = min(end, parts[n + 1][0]) if n + 1 < len(parts) else end
            pieces.append((Span(first, stop), parts[n][1]))
            first = stop
            if first < end:
                n += 1
        linked = 0
        while link < len(walked.links) and walked.links[link][0] < end:
            start, stop = walked.links[link]
            linked += stop - start
            link += 1
        if written.strip():
            lines.append(_Line(Span(at, end), tuple(pieces), linked))
        at = end + 1
    return lines


def _body_of_data(walked: Walk, raw: str, lines: list[_Line], refound: Refound) -> Span | None:
    """The report from a script's data, put behind the text, when the page itself shows none."""
    kept = sum(
        line.at.end - line.at.start
        for line, share in zip(lines, refound.shares, strict=True)
        if share >= LINE_SHARE
    )
    if kept >= FEWEST_LETTERS:
        return None
    return article_body(walked.data, raw, walked.built, longer_than=max(kept, FEWEST_LETTERS))


def _main_marks(
    refound: Refound, *, is_found: bool, answer: str, body: Span | None, walked: Walk, raw: str
) -> list[Mark]:
    marks = []
    if body is not None:
        why = "the page shows no report; it is read from the data of a script (articleBody)"
        marks.append(Mark("script_text", body, why))
    elif not is_found:
        why = (
            "the reader of main text found none"
            if not answer
            else ("what the reader of main text found does not stand in what is seen")
        )
        marks.append(Mark("no_main_text", None, f"{why}; all that is seen is taken"))
    elif refound.lost > MOST_LOST * refound.whole:
        why = f"{refound.lost} of {refound.whole} letters of the main text were not found again"
        marks.append(Mark("no_main_text", None, f"{why} and are not used"))
    texts = sum(bool(SCRIPTED.search(raw, start, end)) for start, end in walked.scripts)
    if texts:
        why = f"{texts} scripts hold sentences, which are not read"
        marks.append(Mark("script_text", None, why))
    return marks


def _hints(lines: list[_Line], refound: Refound | None, text: str, *, has_body: bool) -> list[Hint]:
    shares = refound.shares if refound else [0.0] * len(lines)
    headline = _headline(lines, shares, text)
    hints: list[Hint] = []
    for n, (line, share) in enumerate(zip(lines, shares, strict=True)):
        part = _main_part(line)
        if n == headline:
            hints.append(Hint(line.at, "headline", "the heading of the report"))
        elif part is not None and part.is_sure and part.kind != "headline":
            hints.append(Hint(line.at, part.kind, part.why, part.value))
        elif _is_link(line, text):
            hints.append(Hint(line.at, "navigation", "a link to another page"))
        elif share >= LINE_SHARE or (refound is None and not has_body):
            if part is not None and (part.kind == "headline" or refound is None):
                hints.append(Hint(line.at, part.kind, part.why, part.value))
            elif part is None and refound is not None and "\t" in text[slice(*line.at)]:
                hints.append(Hint(line.at, "body", "a row of a table in the report"))
        else:
            hints += _left_out(line)
    return hints


def _is_link(line: _Line, text: str) -> bool:
    """Is it the name of another page, and no sentence?"""
    length = line.at.end - line.at.start
    return line.linked >= LINK_SHARE * length and text[line.at.end - 1] not in ENDS


def _main_part(line: _Line) -> Part | None:
    """What most of a line is."""
    if len(line.pieces) == 1:
        return line.pieces[0][1]
    length: dict[Part | None, int] = {}
    for at, part in line.pieces:
        length[part] = length.get(part, 0) + at.end - at.start
    return max(length, key=length.__getitem__, default=None)


def _left_out(line: _Line) -> list[Hint]:
    """A line outside of the report, in pieces where the markup says more of one."""
    hints = []
    for at, part in line.pieces:
        if part is None or part.kind == "headline":
            hints.append(Hint(at, "outside", "outside of the report, by the reader of main text"))
        else:
            hints.append(Hint(at, part.kind, part.why, part.value))
    return hints


def _headline(lines: list[_Line], shares: list[float], text: str) -> int | None:
    """The line that is the report's heading: of the `<h1>` one that the page's title repeats, else
    the last before the report; without any the first line that is most of the title; else that.
    """
    first = next((n for n, share in enumerate(shares) if share >= LINE_SHARE), len(lines))
    whys = [_part_why(line) for line in lines]
    title = whys.index(TITLE) if TITLE in whys else None
    tops = [n for n, why in enumerate(whys) if why == TOP]
    words = [text[slice(*line.at)].casefold() for line in lines]
    named = words[title] if title is not None else ""
    titled = [n for n in tops if len(words[n]) >= SHORTEST_HEADLINE and words[n][:200] in named]
    before = [n for n in tops if n <= first]
    if tops:
        return titled[0] if titled else before[-1] if before else tops[0]
    same = (
        n
        for n, one in enumerate(words)
        if n != title
        and 2 * len(one) >= len(named)
        and len(one) >= SHORTEST_HEADLINE
        and one in named
    )
    return next(same, title)


def _part_why(line: _Line) -> str:
    part = _main_part(line)
    return part.why if part is not None else ""


def _conceal(concealed: list[Concealed], built: TextBuilder) -> tuple[list[Hint], list[Mark]]:
    """Put what is hidden behind the text, disguises first."""
    hints: list[Hint] = []
    disguised: list[tuple[Span, str]] = []
    plain: dict[str, int] = {}
    for one in sorted(concealed, key=lambda one: not one.is_disguise):
        at = _put(one, built)
        if at is None:
            continue
        hints.append(Hint(at, "hidden", one.why))
        if one.is_disguise:
            disguised.append((at, f"no reader sees it: {one.why}"))
        else:
            plain[one.why] = plain.get(one.why, 0) + 1
    marks = [Mark("hidden_text", at, why) for at, why in disguised[:MOST_MARKS]]
    if rest := disguised[MOST_MARKS:]:
        why = f"{len(rest)} more places that no reader sees"
        marks.append(Mark("hidden_text", Span(rest[0][0].start, rest[-1][0].end), why))
    if plain:
        told = ", ".join(f"{why} ({count})" for why, count in sorted(plain.items()))
        marks.append(Mark("not_shown", None, f"words that the page does not show: {told}"))
    return hints, marks


def _put(one: Concealed, built: TextBuilder) -> Span | None:
    """Put one hidden part behind the text; gives where, None when it has no letters."""
    built.part("\n\n")
    begin = end = -1
    for piece in one.pieces:
        if isinstance(piece, str):
            built.part(piece)
        else:
            start, stop = built.add(*piece)
            if stop > start:
                begin, end = start if begin < 0 else begin, stop
    return Span(begin, end) if end >= 0 else None
