"""Changes that say nothing new: what two honest editors do to the same report.

None of them may be reported as a difference. Each function gives all that can be done to a text;
the caller draws.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise

from bench.evidence.edits import Edit
from bench.evidence.markup import Line, Marked, Slot
from vigil.evidence.page import Span

SPELLINGS: Mapping[str, str] = {
    "neighbours": "neighbors", "neighbor": "neighbour", "defence": "defense", "labour": "labor",
    "defense": "defence", "kilometres": "kilometers", "metres": "meters", "licences": "licenses",
    "licence": "license", "license": "licence", "authorised": "authorized", "favour": "favor",
    "recognised": "recognized", "lorry": "truck", "lorries": "trucks", "organiser": "organizer",
    "cheque": "check", "tonnes": "tons", "travelled": "traveled", "labelled": "labeled",
    "grey": "gray", "centre": "center", "harbour": "harbor", "aluminium": "aluminum",
}  # fmt: skip
SYNONYMS: Mapping[str, str] = {
    "bought": "purchased", "firm": "company", "company": "firm", "began": "started",
    "found": "discovered", "told reporters": "said to reporters", "sent": "dispatched",
    "shipped": "sent", "stopped": "halted", "opened": "started", "seized": "confiscated",
    "near": "close to", "carried": "transported", "earlier": "previous", "inspected": "checked",
    "about": "regarding", "identified": "pinpointed", "detained": "held", "published": "released",
}  # fmt: skip
NUMBERS: Mapping[str, str] = {
    "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
    "nine": "9", "eleven": "11", "twelve": "a dozen", "fourteen": "14", "fifteen": "15",
    "sixteen": "16", "seventeen": "17", "eighteen": "18", "nineteen": "19", "thirty": "30",
    "forty": "40", "sixty": "60", "ninety": "90", "eighty": "80", "seventy": "70",
    "12": "twelve", "19": "nineteen", "20": "twenty", "30": "thirty", "45": "forty-five",
    "4": "four", "9,000": "nine thousand", "22": "twenty-two",
}  # fmt: skip
CONTRACTIONS: Mapping[str, str] = {
    "did not": "didn't", "does not": "doesn't", "do not": "don't", "was not": "wasn't",
    "could not": "couldn't", "would not": "wouldn't", "has not": "hasn't", "had not": "hadn't",
    "cannot": "can't", "is not": "isn't",
}  # fmt: skip
BOILERPLATE = (
    "We welcome comments that are relevant to the article. Comments with insults, threats or "
    "advertising will be removed. Post a comment",
    "Sign up for our newsletter and never miss a story. © All rights reserved.",
    "Follow us on our social channels. Advertise with us | Terms of use | Privacy policy",
    "Read more: Ten photographs of the week. Share this article",
)
POSTS = (
    "Shocking pictures tonight, why is nobody talking about this?? pic.example/a81Kd\n"
    "— Frontline Notes (@frontline_notes) May 3, 2021",
    "BREAKING: 500 drones lost in one night, sources tell me. pic.example/Zq02\n"
    "— The Ridge (@theridge_osint) February 11, 2020",
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DAY_FIRST = re.compile(rf"(\d\d?) ({_MONTHS})")
_MONTH_FIRST = re.compile(rf"({_MONTHS}) (\d\d?)(?!\d)")
_CARRIES_OVER = re.compile(
    r"\b(he|she|it|they|his|her|its|their|them|these|this|that|such|another|meanwhile)\b|[\"“„]",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"\b(we|they|he|it)\b", re.IGNORECASE)


def in_quotation(marked: Marked, at: Span) -> bool:
    """Whether a span lies inside quotation marks."""
    inside = (slot.at for slot in marked.slots if slot.tag in ("q", "title"))
    return any(q.start < at.end and at.start < q.end for q in inside)


def body_of(marked: Marked) -> list[Line]:
    """The sentences of the body."""
    return [line for line in marked.lines if line.kind == "body"]


def paragraphs_of(marked: Marked) -> list[Span]:
    """The paragraphs of the body, from first to last character."""
    numbers = sorted({line.paragraph for line in body_of(marked)})
    by_number = {n: [ln.at for ln in body_of(marked) if ln.paragraph == n] for n in numbers}
    return [Span(spans[0].start, spans[-1].end) for spans in by_number.values()]


def _words(marked: Marked, table: Mapping[str, str]) -> Iterator[list[Edit]]:
    pattern = re.compile(r"\b(" + "|".join(map(re.escape, table)) + r")\b")
    kept = body_of(marked)
    for found in pattern.finditer(marked.text):
        at = Span(*found.span())
        inside = any(line.at.start <= at.start and at.end <= line.at.end for line in kept)
        if inside and not in_quotation(marked, at):
            yield [Edit(at, table[found[1]])]


def spellings(marked: Marked) -> Iterator[list[Edit]]:
    """American for British, or the other way."""
    yield from _words(marked, SPELLINGS)


def synonyms(marked: Marked) -> Iterator[list[Edit]]:
    """Another word that means the same, outside of quotation marks."""
    for edits in _words(marked, SYNONYMS):
        if not any(_within(edits[0].at, slot) for slot in marked.slots if slot.others):
            yield edits


def contractions(marked: Marked) -> Iterator[list[Edit]]:
    """Did not, didn't; outside of quotation marks."""
    yield from _words(marked, CONTRACTIONS)


def numerals(marked: Marked) -> Iterator[list[Edit]]:
    """The same number in figures or in words."""
    for slot in marked.of("n"):
        words = marked.words(slot.at)
        if words in NUMBERS and not in_quotation(marked, slot.at):
            yield [Edit(slot.at, NUMBERS[words])]


def dates(marked: Marked) -> Iterator[list[Edit]]:
    """The same day written the other way round."""
    for slot in marked.of("d"):
        words = marked.words(slot.at)
        turned = _DAY_FIRST.sub(r"\2 \1", words)
        if turned == words:
            turned = _MONTH_FIRST.sub(r"\2 \1", words)
        if turned != words:
            yield [Edit(slot.at, turned)]


def same_words(marked: Marked) -> Iterator[list[Edit]]:
    """What the writer of the text marked as meaning the same."""
    for slot in marked.of("same"):
        yield [Edit(slot.at, slot.others[0])]


def same_sentences(marked: Marked) -> Iterator[list[Edit]]:
    """A sentence turned from active to passive, or back, by the writer of the text."""
    for line in marked.lines:
        yield from ([Edit(line.at, words)] for kind, words in line.others if kind == "same")


def brackets(marked: Marked) -> Iterator[list[Edit]]:
    """An editor's gloss in square brackets inside a quotation."""
    for slot in marked.of("q"):
        found = _SUBJECT.search(marked.text, slot.at.start, slot.at.end)
        if found is not None:
            gloss = {"we": "the officials", "it": "the matter"}.get(found[1].lower(), "the others")
            yield [Edit(Span(found.end(), found.end()), f" [{gloss}]")]


def reordered(marked: Marked) -> Iterator[list[Edit]]:
    """Two neighbouring paragraphs that need not stand in this order, the first one apart."""
    spans = paragraphs_of(marked)[1:]
    for one, two in pairwise(spans):
        words = marked.words(one), marked.words(two)
        between = marked.text[one.end : two.start]
        if not between.strip() and not any(map(_CARRIES_OVER.search, words)):
            yield [Edit(Span(one.start, two.end), f"{words[1]}{between}{words[0]}")]


def boilerplate(marked: Marked) -> Iterator[list[Edit]]:
    """A site's own words below the report."""
    end = len(marked.text)
    yield from ([Edit(Span(end, end), f"\n\n{words}")] for words in BOILERPLATE)


def posts(marked: Marked) -> Iterator[list[Edit]]:
    """A post of a social network between two paragraphs."""
    for paragraph in paragraphs_of(marked)[1:]:
        for post in POSTS:
            yield [Edit(Span(paragraph.start, paragraph.start), f"{post}\n\n")]


def typographic(marked: Marked) -> Iterator[list[Edit]]:
    """Curly quotation marks and apostrophes for straight ones, or straight ones for curly."""
    turned = quotes_turned(marked.text)
    pairs = enumerate(zip(marked.text, turned, strict=True))
    edits = [Edit(Span(n, n + 1), other) for n, (one, other) in pairs if one != other]
    if edits:
        yield edits


def quotes_turned(text: str) -> str:
    """The text with the other sort of quotation marks; as long as before.

    >>> quotes_turned('"Here," he said.')
    '“Here,” he said.'
    """
    if '"' in text:
        opened = re.sub(r'(?<![^\s(\[—–-])"', "“", text)
        return opened.replace('"', "”").replace("'", "’")
    return text.translate({ord("“"): '"', ord("”"): '"', ord("„"): '"', ord("’"): "'"})


def _within(at: Span, slot: Slot) -> bool:
    return slot.at.start <= at.start and at.end <= slot.at.end


HARMLESS: Mapping[str, Callable[[Marked], Iterator[list[Edit]]]] = {
    "typographic quotes": typographic,
    "US/UK spelling": spellings,
    "synonym": synonyms,
    "number in words or figures": numerals,
    "date written otherwise": dates,
    "contraction": contractions,
    "marked as the same": same_words,
    "active/passive": same_sentences,
    "bracketed insertion": brackets,
    "paragraphs reordered": reordered,
    "boilerplate added": boilerplate,
    "post embedded": posts,
}


def draw(name: str, marked: Marked, rng: random.Random) -> list[Edit]:
    """One harmless change of a sort; empty where the text has no place for it."""
    places = list(HARMLESS[name](marked))
    return rng.choice(places) if places else []
