"""Behind the report: lives of authors, links to other pages, notes of the publisher."""

from __future__ import annotations

import re

from vigil.evidence.pages.furniture import furniture_of
from vigil.evidence.pages.paragraphs import Part, ends_sentence, is_cut, is_unstopped
from vigil.evidence.sources.agencies import agency_of

_PERSON = r"[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]*){1,3}"
_LIFE = re.compile(
    rf"(?P<name>{_PERSON})(?:,[^,.]{{2,60}},)? (?:is|was|has (?:been|worked|covered|reported|"
    rf"written)|"
    r"covers?|writes?|reports?|joined|works?|serves?|edits?|leads|contributes?|specialis[ez]e?s|"
    r"currently)\b"
)
_TRADE = re.compile(
    r"\b(?:correspondent|reporter|journalist|editor|writer|columnist|contributor|contributing|"
    r"bureau chief|author|freelance\w*|producer|photographer|fellow|analyst|researcher|blogger|"
    r"broadcaster|newsroom|podcast)\b",
    re.IGNORECASE,
)
# What one writes about, for whom and from where: the whole of a last short paragraph.
_BEAT = re.compile(
    rf"{_PERSON} (?:(?:covers|writes|reports)(?: (?:about|on|from))? [^.\d]{{3,80}} for (?:us|our|"
    rf"(?:the )?[A-Z])[^.]{{0,60}}|writes (?:about|on) [^.\d]{{3,80}}|"
    rf"is based in [A-Z][^.]{{1,40}})\."
)
_SHORT_LIFE = 40  # words
_GOES_ON = re.compile(
    r"(?:He|She|They|His|Her|Their|Before joining|Previously|Prior to|Based in)\b"
)
_CAPITAL = re.compile(r"[A-ZÀ-Þ][\w.'’-]+")
_AUTHOR = re.compile(
    r"(?P<name>[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]+){0,2})(?:,[^,.]{2,60},)? (?:covers|writes|"
    r"reports|"
    r"is (?:an?|the|our|based)\b(?=.*\b(?:correspondent|reporter|journalist|editor|writer|author|"
    r"columnist|"
    r"fellow|analyst|researcher|contributor|chief|freelance\w*)\b)|has (?:reported|written|"
    r"covered)|"
    r"joined|worked|lives in|previously)\b"
)
# A life stands among the last paragraphs (chosen).
_LAST = 12
_ABOUT = re.compile(r"About (?:the )?[A-Z][\w .,&'’-]{1,80}")


def mark_tail(parts: list[Part]) -> None:
    """Judges what stands behind the last paragraph of the report."""
    end = _end_mark(parts)
    _mark_lives(parts)
    if end is not None:
        for part in parts[end:]:
            part.is_("publisher_note", "stands behind the end of the report")
    last = max((n for n, p in enumerate(parts) if p.kind is None and _is_said(p)), default=None)
    if last is None:
        return
    for part in _behind(parts, last):
        if part.kind is None and agency_of(part.text) is not None:
            part.is_("publisher_note", "an agency's name behind the report")
        part.is_("navigation", "stands behind the report")


def _is_said(part: Part) -> bool:
    """Whether it is a sentence, if a short one: links and titles have no stop."""
    return part.is_prose or (
        part.words >= 3 and part.text[0].isupper() and ends_sentence(part.text)
    )


def _behind(parts: list[Part], last: int) -> list[Part]:
    """Parts behind the last prose, less the sentences and items that go on with it."""
    at = last + 1
    while at < len(parts) and (
        parts[at].kind is not None
        or ends_sentence(parts[at].text)
        or parts[at].text[0] in '-–—•*‣◦▪·►"“„«'
        or parts[at].text[-1] in ";,"
        or is_cut(parts[at].text)
        or is_unstopped(parts[at].text)
    ):
        at += 1
    return parts[at:]


def _end_mark(parts: list[Part]) -> int | None:
    """Behind which part the report is over: a mark of its end with little prose below it."""
    prose = [part.words if part.kind is None and part.is_prose else 0 for part in parts]
    total, before = sum(prose), 0
    for number, part in enumerate(parts):
        before += prose[number]
        ends = False
        if part.kind in ("publisher_note", "biography"):
            form = furniture_of(part.text, sentence=part.is_prose)
            ends = form is not None and form.opens == "end"
        ends = ends or (part.kind == "credit" and part.why == "names who reported and edited")
        if part.kind is None and before * 2 > total and _ABOUT.fullmatch(part.text):
            part.is_("publisher_note", "tells of who publishes, not of the news")
            ends = True
        if ends and (total - before) * 2 < before:
            return number + 1
    return None


def _mark_lives(parts: list[Part]) -> None:
    """A paragraph on the author: a name the report does not tell of, with a writer's trade."""
    prose = [number for number, part in enumerate(parts) if part.kind is None and part.is_prose]
    for place, number in list(enumerate(prose))[-_LAST:]:
        part = parts[number]
        life = _LIFE.match(part.text)
        if life is None or place == 0:
            continue
        beat = part.words <= _SHORT_LIFE and _BEAT.match(part.text) is not None
        if not beat and _TRADE.search(part.text[:300]) is None:
            continue
        family = life["name"].split()[-1]
        if any(family in parts[n].text for n in prose[:place]):
            continue
        rest = [parts[n] for n in prose[place + 1 :]]
        given = life["name"].split()[0]
        if all(
            _GOES_ON.match(p.text) or p.text.startswith((given, family)) or _LIFE.match(p.text)
            for p in rest
        ):
            for p in [part, *rest]:
                p.is_("biography", "tells of the author")
            return


def mark_authors(parts: list[Part]) -> None:
    """Short paragraphs on a person whom a credit names ("Ann covers ports for us").

    An author who tells of what happened is no matter: only what one is, covers and has written is.
    """
    names = {word for p in parts if p.kind == "credit" for word in _CAPITAL.findall(p.text[:200])}
    for part in parts if names else ():
        if part.kind is not None or not part.is_prose or part.words > 60:
            continue
        match = _AUTHOR.match(part.text)
        if match is not None and set(match["name"].split()) <= names:
            part.is_("biography", "tells of the author")
