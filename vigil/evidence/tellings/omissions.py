"""What some pages of a story tell and others leave out, where a reader must know.

Not every sentence that a shorter page drops matters: denials and admissions do, and what states
accuse one another of, numbers that somebody gives, and details that are listed.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from vigil.evidence.claim import Claim, Discrepancy, Place
from vigil.evidence.origin import OriginGraph
from vigil.evidence.page import Page, Span
from vigil.evidence.statement import Reading
from vigil.evidence.tellings.folding import cited, named, printed
from vigil.evidence.told import Told
from vigil.evidence.words.content import EVERYDAY_KEYS, words_of

CENTRAL = 0.6  # chosen: of a claim's words, those that half of the story's pages have, too
ALIKE = 0.6  # chosen: of a sentence's words in one of the other page, changed and not left out
WORDINGS = 12  # of a claim that are looked for on a page that does not tell it
SOME = 4  # words with a meaning that a sentence must have
HELD = 0.7  # chosen: of a claim's words that a sentence must have to tell it in another way
NOWHERE = Span(0, 0)  # the place of what a page does not tell
LISTED = re.compile(
    r"\b(?:including|such as|among them|namely)\b(?! by\b)[^.;]{3,120}", re.IGNORECASE
)
_DENYING = frozenset({"~deny"})
_ADMITTING = frozenset({"~acknowledge"})
_ACCUSING = frozenset({"~breach", "~accuse", "~evade"})


class Story(NamedTuple):
    """What omissions are judged by."""

    pages: tuple[Page, ...]
    keys: Mapping[str, frozenset[str]]  # of each page's kept text
    sentences: Mapping[str, tuple[frozenset[str], ...]]  # keys of each of its sentences
    core: frozenset[str]  # keys of half of the pages
    earlier: Mapping[str, str]  # pages that are an earlier version: of which
    copies: Collection[tuple[str, str]]  # pages of one text, in both orders
    printed: Mapping[str, str]  # all words of each page: what is not its report stands there, too


def story_of(pages: Sequence[Page], readings: Mapping[str, Reading], graph: OriginGraph) -> Story:
    """The pages of a story as omissions see them."""
    sentences = {
        page.id: tuple(
            frozenset(w.key for w in words_of(page.text, s.at)) for s in readings[page.id].sentences
        )
        for page in pages
    }
    keys = {page: frozenset().union(*own) for page, own in sentences.items()}
    every = [key for held in keys.values() for key in held]
    count: dict[str, int] = {}
    for key in every:
        count[key] = count.get(key, 0) + 1
    core = frozenset(key for key, n in count.items() if 2 * n >= len(pages))
    own = {page.id for page in pages}
    earlier = {e.page: e.source for e in graph.edges if e.relation == "earlier_version_of"}
    pairs = [(e.page, e.source) for e in graph.edges if e.relation == "copy_of"]
    copies = {pair for one, other in pairs for pair in ((one, other), (other, one))}
    early = {page: source for page, source in earlier.items() if page in own}
    text = {page.id: printed(page.text) for page in pages}
    return Story(tuple(pages), keys, sentences, core, early, copies, text)


def omissions(
    claim: Claim, told: Sequence[Told], story: Story, beside: Collection[str] = ()
) -> Iterator[Discrepancy]:
    """A claim that pages of the story leave out, and listed details that they leave out.

    Args:
        claim: the claim.
        told: how it is told, once for each page.
        story: the pages.
        beside: pages that tell what a speaker says in one breath with it: they leave out little.
    """
    pages = {page.id: page for page in story.pages}
    why = _why(claim, told, story)
    shown = list({printed(t.text): t for t in told}.items())[:WORDINGS]
    absent = [
        page for page in claim.omitted_by
        if not any(text in story.printed[page] for text, _ in shown)
    ]  # fmt: skip
    wordings = [one for _, one in shown]
    without = [p for p in absent if p not in beside and not _holds(p, wordings, story)]
    if why is not None and without:
        says, weight = why
        left = tuple(t.place for t in told)
        right = tuple(Place(page, NOWHERE) for page in without)
        yield Discrepancy(
            "omission",
            left,
            right,
            _summary(says, left, right, pages, story, told),
            weight,
            claim.id,
        )
    elif why is None:
        yield from _cut(claim, told, absent, story, pages)
    yield from _details(claim, told, story, pages)


def _cut(
    claim: Claim,
    told: Sequence[Told],
    absent: Sequence[str],
    story: Story,
    pages: dict[str, Page],
) -> Iterator[Discrepancy]:
    """A sentence that a copy of a page leaves out: somebody took it out, or put it in."""
    fullest = max(told, key=lambda t: (len(t.text), t.page.id))
    if fullest.statement.headline:
        return
    own = _own_keys(fullest)
    without = [
        page
        for page in absent
        if any((page, t.page.id) in story.copies for t in told)
        and page not in story.earlier
        and not any(len(own & keys) >= ALIKE * len(own) for keys in story.sentences[page])
    ]
    if len(own) >= SOME and without:
        left = tuple(t.place for t in told)
        right = tuple(Place(page, NOWHERE) for page in without)
        text = _summary("A copy leaves a sentence out", left, right, pages, story)
        yield Discrepancy("omission", left, right, text, 1, claim.id)


def _holds(page: str, told: Sequence[Told], story: Story) -> bool:
    """Whether a sentence of a page has a denial or an admission that was not read as one there."""
    for one in told:
        needed = _ADMITTING if one.statement.admission else _DENYING
        if not (one.statement.denial or one.statement.admission):
            continue
        own = _own_keys(one) - EVERYDAY_KEYS
        for keys in story.sentences[page]:
            if not keys.isdisjoint(needed) and len(own & keys) >= HELD * len(own):
                return True
    return False


def _why(claim: Claim, told: Sequence[Told], story: Story) -> tuple[str, Literal[1, 2, 3]] | None:
    """Why it matters that it is left out, and how much; None where it does not."""
    statements = [t.statement for t in told]
    if any(s.denial for s in statements):
        return "A denial is left out", 3
    if any(s.admission for s in statements):
        return "An admission is left out", 2
    words = {w.key for t in told for w in words_of(t.page.text, t.at)}
    rare = [key for key in words if key not in EVERYDAY_KEYS]
    central = sum(key in story.core for key in rare) >= CENTRAL * len(rare)
    if len(claim.pages) < 2 and not central:
        return None
    states = {
        w.key
        for t in told
        if t.statement.speaker is not None
        for w in words_of(t.statement.speaker.name, Span(0, len(t.statement.speaker.name)))
        if w.key[0] == "@"
    }
    if len(states) > 1:
        return "What several states say is left out", 2
    speaks = any(s.speaker is not None for s in statements)
    if speaks and not _ACCUSING.isdisjoint(words):
        return "An accusation is left out", 1
    numbers = {k for k in words if k[0] == "#" and not re.fullmatch(r"#(?:1[89]|20)\d\d", k)}
    if speaks and numbers:
        return "A number that somebody gives is left out", 1
    return None


def _details(
    claim: Claim, told: Sequence[Told], story: Story, pages: dict[str, Page]
) -> Iterator[Discrepancy]:
    """Things that are listed on some pages and named nowhere on others."""
    fullest = max(told, key=lambda t: (len(t.text), t.page.id))
    for found in LISTED.finditer(fullest.page.text, *fullest.at):
        keys = {
            w.key
            for w in words_of(fullest.page.text, Span(*found.span()))
            if w.key not in EVERYDAY_KEYS and w.key[0] not in "@#"
        } - {"~include"}
        without = [p for p in pages if keys and keys.isdisjoint(story.keys[p])]
        holding = [t for t in told if not keys.isdisjoint(_own_keys(t))]
        if not without or len(holding) < 1:
            continue
        left = tuple(
            Place(t.page.id, Span(*found.span()) if t is fullest else _listed(t)) for t in holding
        )
        right = tuple(Place(page, NOWHERE) for page in without)
        text = _summary("What is listed is left out", left, right, pages, story)
        yield Discrepancy("omission", left, right, text, 1, claim.id)


def _own_keys(told: Told) -> frozenset[str]:
    return frozenset(w.key for w in words_of(told.page.text, told.at))


def _listed(told: Told) -> Span:
    found = LISTED.search(told.page.text, *told.at)
    return told.at if found is None else Span(*found.span())


def _summary(
    says: str,
    left: Sequence[Place],
    right: Sequence[Place],
    pages: dict[str, Page],
    story: Story,
    told: Sequence[Told] = (),
) -> str:
    """One sentence; a page that is an earlier version is said to be one.

    The words that a denial denies may be few ("the charges"): more of their sentence is cited.
    """
    place = next((p for p in left if p.at.end > p.at.start), left[0])
    within = next((t.statement.sentence for t in told if t.place == place), None)
    early = [p for p in right if p.page in story.earlier]
    note = f" ({named(early, pages)} prints an earlier version)" if early else ""
    words = cited(pages[place.page], place.at, within)
    return f"{says}: “{words}” is told by {named(left, pages)}, not by {named(right, pages)}{note}."
