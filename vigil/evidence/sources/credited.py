"""Whom a page names for its text: datelines, bylines, source lines, and in running words.

A name is an agency of `agencies` or an outlet; outlets are read only where a credit stands by its
form ("Source: …", "(… | …) - …/"), or where the reading found an outlet that speaks. A credit in
the text counts for the text as a whole where it stands in one of the first two sentences; later
ones are for their passage. Photographs are credited apart.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from vigil.evidence.origin import Credit
from vigil.evidence.page import Block, Page, Span
from vigil.evidence.sources.agencies import AGENCIES, agency_of
from vigil.evidence.statement import Reading, Speaker

LEAD = 2  # sentences
OPENING = 160  # characters of a block in which its dateline may stand
MOST_WORDS = 6  # of an outlet's name
REACH = 60  # characters beside an agency's name in which a cue may stand

_NAME = r"[A-Z][\w.&'’-]*(?: (?:[A-Z(][\w.&'’)-]*|of|the|and|for)){0,5}"
_SOURCE = re.compile(
    r"(?:^|[\s(|-])(?:Sources?|Agenc(?:y|ies)|Courtesy|With inputs? from|"
    r"Originally published (?:by|in|on))"
    rf"\s*:?\s+({_NAME})"
)
_BYLINE = re.compile(
    rf"^\s*(?:By|From|Writing by|Reporting by)\s+({_NAME}(?:[,/|]| for | and ){_NAME}|{_NAME})"
)
_BRACKETS = re.compile(r"\(([^()\n]{2,60})\)\s*(?:[-–—]+|:|/)")
_SLASHED = re.compile(rf"(?:^|[-–—)./]\s*)({_NAME})\s?/(?=\s|$)|/({_NAME})/(?=[\s.-])")
_AFTER_PLACE = re.compile(rf"[.,]\s+({_NAME})\s*[-–—.]\s")
_SIGNED = re.compile(rf"(?:[-–—/(]\s*|^)({_NAME})\s*[)/]?\s*$")
_PHOTO = re.compile(
    r"\b(?:photo|photograph|image|picture|handout|file|video|graphic|screenshot)s?\b", re.I
)
_OUTLET_WORD = re.compile(
    r"\b(?:News|Press|Times|Post|Herald|Tribune|Gazette|Journal|Agency|Wire|Media|TV|Radio|"
    r"Television|Network|Online|Today|Daily|Standard|Observer|Chronicle|Guardian|Telegraph|Mail|"
    r"Independent|Express|Star|Sun|Globe|Bulletin|Report|Monitor|Broadcasting)\b"
)

# Beside an agency's name: it says so, or somebody says it to the agency.
_CUES_BEFORE_TEXT = """
according told tells reports reported via citing cited quoting quoted released published seen
obtained reviewed carried informed per credit interview interviews comments remarks from confirmed
"""
_CUES_BEFORE = frozenset(_CUES_BEFORE_TEXT.split())
_CUES_AFTER_TEXT = """
reported reports reporting report said says saying writes wrote quoted quotes quoting cited cites
citing learned seen revealed published understands added confirmed witness
"""
_CUES_AFTER = frozenset(_CUES_AFTER_TEXT.split())
# Between a cue and the name: "according to the state news agency IRNA", "Reuters has learned".
_FILLERS_TEXT = """
the a to by with in on an state run owned official semi independent local news agency agencies wire
service service's television has have had first also earlier later exclusively s
"""
_FILLERS = frozenset(_FILLERS_TEXT.split())
_CAPITAL = re.compile(r"[A-ZČ][\w-]*")
_LONGEST = max(len(name) for name in AGENCIES)
_FIRST_WORDS: dict[str, list[str]] = {}
for _printed in sorted(AGENCIES, key=lambda name: (-len(name), name)):
    _FIRST_WORDS.setdefault(_printed.split()[0], []).append(_printed)
_WORDS = re.compile(r"[^\W_]+")


def credits_of(page: Page, reading: Reading) -> tuple[Credit, ...]:
    """All credits of a page in order of the text; what a person gave stands first."""
    found = [*_given(page)]
    bodies = [b for b in page.blocks if b.kind == "body"]
    for block in page.blocks:
        if block.kind in ("dateline", "credit", "page_date") or block in bodies[:1]:
            found += _dateline(page, block)
        if block.kind in ("credit", "page_date", "dateline"):
            found += _lines(page, block)
        if block.kind == "caption":
            found += [
                Credit(page.id, name, agency, "photo", at, False)
                for name, agency, at in _agencies(page.text, block.at)
            ]
    found += _signature(page, bodies)
    found += _in_text(page, reading)
    found.sort(key=lambda c: (c.at or Span(-1, 0), not c.for_text, c.agency is None))
    kept: list[Credit] = []
    for credit in found:
        before = kept[-1].at if kept else None
        if credit.at is None or before is None or before.end <= credit.at.start:
            kept.append(credit)
    return tuple(kept)


def _given(page: Page) -> Iterator[Credit]:
    agency = agency_of(page.publisher) if page.publisher else None
    if agency and page.publisher:
        yield Credit(page.id, page.publisher, agency, "given", None, True)


def _dateline(page: Page, block: Block) -> Iterator[Credit]:
    """`PLACE, June 9 (Reuters) -`, `(One | Other)- Third/`, `MOSCOW. /TASS/` and their like."""
    start, end = block.at.start, min(block.at.end, block.at.start + OPENING)
    if block.kind in ("credit", "page_date"):
        end = start + min(end - start, OPENING)
    for match in _BRACKETS.finditer(page.text, start, end):
        parts = list(re.finditer(r"[^|/]+", match[1]))
        for part in parts:
            at = _trimmed(page.text, match.start(1) + part.start(), match.start(1) + part.end())
            yield from _named(page, at, "dateline", sure=block.kind == "dateline" or len(parts) > 1)
    for match in _SLASHED.finditer(page.text, start, end):
        group = 1 if match[1] else 2
        at = Span(*match.span(group))
        yield from _named(page, at, "dateline", sure=block.kind == "credit")
    for match in _AFTER_PLACE.finditer(page.text, start, end):
        yield from _named(page, Span(*match.span(1)), "dateline", sure=False, agency_only=True)


def _lines(page: Page, block: Block) -> Iterator[Credit]:
    """`Source: …`, `By …`, `Photo: via …`, or an agency's name alone."""
    at = block.at.start
    for line in page.text[block.at.start : block.at.end].splitlines(keepends=True):
        span = Span(at, at + len(line))
        at += len(line)
        source, byline = _SOURCE.search(line), _BYLINE.match(line)
        if _PHOTO.search(line) and not source:
            for name, agency, place in _agencies(page.text, span):
                yield Credit(page.id, name, agency, "photo", place, False)
        elif source:
            place = Span(span.start + source.start(1), span.start + source.end(1))
            yield from _named(page, place, "source_line", sure=True)
        elif byline or len(_WORDS.findall(line)) <= MOST_WORDS:
            for name, agency, place in _agencies(page.text, span):
                yield Credit(page.id, name, agency, "byline", place, True)


def _signature(page: Page, bodies: list[Block]) -> Iterator[Credit]:
    """An agency's name after the last word: `… on Friday. (AFP)`, `— Bernama`."""
    if bodies:
        start = max(bodies[-1].at.start, bodies[-1].at.end - 40)
        match = _SIGNED.search(page.text[start : bodies[-1].at.end])
        if match and start + match.start() > bodies[-1].at.start:
            at = Span(start + match.start(1), start + match.end(1))
            yield from _named(page, at, "source_line", sure=False, agency_only=True)


def _in_text(page: Page, reading: Reading) -> Iterator[Credit]:
    body = [s for s in reading.sentences if page.blocks[s.block].kind == "body"]
    starts = [s.at.start for s in body]
    lead_end = body[min(LEAD, len(body)) - 1].at.end if body else 0
    for block in page.blocks:
        if block.kind != "body":
            continue
        for name, agency, at in _agencies(page.text, block.at):
            here = bisect_right(starts, at.start) - 1
            sentence = body[here].at if here >= 0 else block.at
            if _has_cue(page.text, at, sentence):
                yield Credit(page.id, name, agency, "in_text", at, at.end <= lead_end)
    for statement in reading.statements:
        for speaker in (*statement.via, statement.speaker):
            if _is_outlet(speaker) and speaker and speaker.words:
                whole = speaker.words.end <= lead_end
                named = agency_of(_bare(speaker.name))
                yield Credit(page.id, speaker.name, named, "in_text", speaker.words, whole)


def _is_outlet(speaker: Speaker | None) -> bool:
    return speaker is not None and speaker.kind == "outlet" and speaker.found != "pronoun"


def _has_cue(text: str, at: Span, sentence: Span) -> bool:
    """Whether the next word that says something, on one side or the other, is a cue."""
    before = _WORDS.findall(text, max(sentence.start, at.start - REACH), at.start)
    after = _WORDS.findall(text, at.end, min(sentence.end, at.end + REACH))
    return _next(reversed(before)) in _CUES_BEFORE or _next(after) in _CUES_AFTER


def _next(words: Iterable[str]) -> str:
    return next((w for w in map(str.lower, words) if w not in _FILLERS), "")


def _agencies(text: str, at: Span) -> Iterator[tuple[str, str, Span]]:
    """Agencies named in a span: as printed, id, place. A short name counts in capitals only."""
    until = at.start
    for match in _CAPITAL.finditer(text, at.start, at.end):
        start = match.start()
        names = _FIRST_WORDS.get(match[0].casefold(), ())
        if not names or start < until:
            continue
        ahead = text[start : min(at.end, start + _LONGEST + 1)].casefold()
        name = next(
            (n for n in names if ahead.startswith(n) and not ahead[len(n) :][:1].isalnum()), ""
        )
        printed = text[start : start + len(name)]
        if name and (printed.isupper() or len(name) > 3):
            until = start + len(name)
            yield printed, AGENCIES[name], Span(start, until)


def _named(
    page: Page, at: Span, how: str, *, sure: bool, agency_only: bool = False
) -> Iterator[Credit]:
    name = page.slice(at)
    agency = agency_of(name)
    is_outlet = bool(_OUTLET_WORD.search(name)) or sure
    if agency or (is_outlet and not agency_only and 0 < len(name.split()) <= MOST_WORDS):
        yield Credit(page.id, name, agency, how, at, True)  # type: ignore[arg-type]  # a literal


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _bare(name: str) -> str:
    return name.removeprefix("the ").removeprefix("The ")
