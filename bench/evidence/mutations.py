"""Changes of a text whose answer is known: what kind of difference, where, from what to what.

Each function gives every change of its sort that a text has a place for. Other words stand in the
texts themselves (`bench.evidence.markup`), so that what comes out is English; misspellings,
altered quotations, wrong days and second bodies are made here.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Mapping

import msgspec

from bench.evidence.edits import Edit
from bench.evidence.harmless import body_of, in_quotation
from bench.evidence.markup import CHANGES, Article, Marked, Slot
from bench.evidence.page_changes import (
    bodies_repeated,
    credits_changed,
    earlier_versions,
    pages_back_dated,
)
from bench.evidence.planted import Planted, inside, planted
from vigil.evidence.page import Span

HEDGES: Mapping[str, str] = {
    "may have been": "was expected to be", "may have": "are expected to have",
    "may": "is expected to", "could": "is expected to", "might": "is expected to",
    "could be": "is expected to be", "may be": "are claimed to be",
    "apparently": "possibly", "allegedly": "possibly", "probably": "possibly",
    "most likely": "possibly", "appeared to be": "was alleged to be", "can be": "are said to be",
    "believed": "suspected", "thought to be": "possibly", "might have": "allegedly",
    "appeared": "were alleged", "seem to": "might", "claimed": "suspected",
    "what appeared to be": "what might be", "is believed to have": "may have",
    "are believed to be": "may be", "were thought to be": "could be",
}  # fmt: skip
_SAID = re.compile(r"\bsaid (?:that )?(?=(?:the|a|an|its|his|her|one|two) )")


def slots_changed(article: Article) -> Iterator[Planted]:
    """Other words in one place: number, date, role, actor, classification, version, tense."""
    marked = article.marked
    names = {
        "h": "hedge dropped", "m": "hedge added", "n": "number swapped", "d": "date changed",
        "a": "actor swapped", "r": "role swapped", "c": "classification turned",
        "v": "version", "t": "tense", "deny": "denial flipped",
    }  # fmt: skip
    for slot in marked.slots:
        if slot.tag in names and not in_quotation(marked, slot.at):
            for other in slot.others:
                yield planted(names[slot.tag], CHANGES[slot.tag], marked, [Edit(slot.at, other)])


def hedges_changed(article: Article) -> Iterator[Planted]:
    """A hedge of another family in the place of a hedge."""
    marked = article.marked
    for slot in marked.of("h"):
        other = HEDGES.get(marked.words(slot.at))
        if other is not None:
            yield planted("hedge changed", "modality", marked, [Edit(slot.at, other)])


def lines_changed(article: Article) -> Iterator[Planted]:
    """A sentence in the writer's other words: direction turned, speaker lost, quotation told."""
    marked = article.marked
    names = {
        "direction": "direction reversed",
        "attribution_lost": "speaker stripped",
        "quotation_made_indirect": "quotation told",
    }
    for line in marked.lines:
        for kind, words in line.others:
            if kind in names:
                edit = Edit(line.at, words)
                yield planted(names[kind], kind, marked, [edit])  # type: ignore[arg-type]  # checked by the parser


def passives_reversed(article: Article) -> Iterator[Planted]:
    """The passive of a sentence, with who gives and who gets exchanged."""
    marked = article.marked
    for line in marked.lines:
        flow = [slot for slot in marked.of("dir") if inside(slot.at, line.at)]
        for words in (words for kind, words in line.others if kind == "same" and flow):
            ends = [_end(marked, flow[0], tag) for tag in ("g", "to")]
            turned = _exchanged(words, *ends) if None not in ends else None
            if turned is not None:
                edit = Edit(line.at, turned)
                yield planted("direction reversed, passive", "direction", marked, [edit])


def places_respelt(article: Article) -> Iterator[Planted]:
    """A name in another spelling, everywhere on the page."""
    marked = article.marked
    for slot in marked.of("p"):
        for other in slot.others:
            yield _respelt(marked, slot, other, "spelling variant")


def places_misspelt(article: Article) -> Iterator[Planted]:
    """One letter of a name wrong, everywhere on the page."""
    marked = article.marked
    for slot in marked.of("p"):
        words = marked.words(slot.at)
        if len(words) > 5:
            yield _respelt(marked, slot, _slip(words), "one letter wrong")


def surnames_misspelt(article: Article) -> Iterator[Planted]:
    """One letter of a speaker's surname wrong, everywhere; what he says is touched, too."""
    marked = article.marked
    for key, person in article.people.items():
        surname = person.name.split(" / ")[-1].split()[-1]
        if person.kind == "person" and len(surname) > 5 and surname[0].isupper():
            found = [Span(*m.span()) for m in re.finditer(rf"\b{surname}\b", marked.text)]
            edits = [Edit(at, _slip(surname)) for at in found if not _dropped(marked, at)]
            if edits:
                said = [slot.at for slot in marked.slots if key in slot.arguments]
                change = planted("surname misspelt", "spelling", marked, edits)
                lines = (*change.lines, *(marked.line_of(at).at for at in said))
                yield msgspec.structs.replace(change, lines=tuple(dict.fromkeys(lines)))


def quotations_altered(article: Article) -> Iterator[Planted]:
    """One word, several words, or the order of words inside quotation marks."""
    marked = article.marked
    for quote in marked.of("q"):
        slots = [s for s in marked.of("w") if inside(s.at, quote.at)]
        edits = [Edit(slot.at, slot.others[0]) for slot in slots]
        for edit in edits:
            yield planted("quotation, one word", "quotation_altered", marked, [edit])
        if len(edits) > 1:
            yield planted("quotation, several words", "quotation_altered", marked, edits)
        turned = _clauses_exchanged(marked.words(quote.at))
        if turned is not None:
            edit = Edit(quote.at, turned)
            yield planted("quotation, reordered", "quotation_altered", marked, [edit])


def denials_made(article: Article) -> Iterator[Planted]:
    """What somebody said becomes what he denied."""
    marked = article.marked
    for line in body_of(marked):
        found = _SAID.search(marked.text, line.at.start, line.at.end)
        if found is not None and not in_quotation(marked, Span(*found.span())):
            edit = Edit(Span(*found.span()), "denied that ")
            yield planted("said becomes denied", "denial", marked, [edit])


def sentences_dropped(article: Article) -> Iterator[Planted]:
    """A denial is left out; or a sentence that is marked to tell and holds a flow (who gives what
    to whom), a number or an official text.
    """
    marked = article.marked
    telling = [slot.at for slot in marked.slots if slot.tag in ("dir", "n", "x")]
    for line in body_of(marked):
        holds = any(inside(at, line.at) for at in telling)
        if line.denial or (line.telling and holds):
            name = "denial dropped" if line.denial else "claim dropped"
            yield planted(name, "omission", marked, [Edit(line.at, "")])


MUTATIONS: tuple[Callable[[Article], Iterator[Planted]], ...] = (
    slots_changed, hedges_changed, lines_changed, passives_reversed, places_respelt,
    places_misspelt, surnames_misspelt, quotations_altered, denials_made, sentences_dropped,
    pages_back_dated, bodies_repeated, credits_changed, earlier_versions,
)  # fmt: skip


def mutations_of(article: Article) -> list[Planted]:
    """Every change that an article has a place for, in a stable order."""
    return [change for mutate in MUTATIONS for change in mutate(article)]


def draw_by_name(
    changes: list[tuple[Article, Planted]], count: int, rng: random.Random
) -> list[tuple[Article, Planted]]:
    """`count` changes with every sort as often as the others, as far as there are enough."""
    by_name: dict[str, list[tuple[Article, Planted]]] = {}
    for one in changes:
        by_name.setdefault(one[1].name, []).append(one)
    for rows in by_name.values():
        rng.shuffle(rows)
    drawn: list[tuple[Article, Planted]] = []
    while len(drawn) < count and any(by_name.values()):
        for rows in by_name.values():
            if rows and len(drawn) < count:
                drawn.append(rows.pop())
    return drawn


def _respelt(marked: Marked, slot: Slot, other: str, name: str) -> Planted:
    words = re.escape(marked.words(slot.at))
    found = [Span(*m.span()) for m in re.finditer(rf"\b{words}\b", marked.text)]
    edits = [Edit(at, other) for at in found if not _dropped(marked, at)]
    return planted(name, "spelling", marked, edits)


def _dropped(marked: Marked, at: Span) -> bool:
    return not any(inside(at, line.at) for line in marked.lines if line.kept)


def _slip(word: str) -> str:
    """The word with one letter wrong: always the same one for the same word."""
    at = 2 + sum(map(ord, word)) % (len(word) - 3)
    wrong = {"a": "o", "e": "a", "i": "e", "o": "a", "u": "o"}.get(word[at])
    if wrong is None:  # a consonant is doubled, a blank or dash is left alone
        wrong = word[at] * 2 if word[at].isalpha() else word[at]
    slipped = word[:at] + wrong + word[at + 1 :]
    return slipped if slipped != word else word[:-2] + word[-1]


def _clauses_exchanged(words: str) -> str | None:
    """`A, and B,` as `B, and A,`; None where there are no two clauses of three words."""
    parts = words.rstrip(",.").split(", and ")
    if len(parts) != 2 or any(len(part.split()) < 3 for part in parts):
        return None
    left, right = parts
    if left.split()[0] not in ("I", "I'm"):
        left = left[0].lower() + left[1:]
    return right[0].upper() + right[1:] + ", and " + left + words[len(words.rstrip(",.")) :]


def _end(marked: Marked, flow: Slot, tag: str) -> str | None:
    found = [slot for slot in marked.of(tag) if inside(slot.at, flow.at)]
    return marked.words(found[0].at) if len(found) == 1 else None


def _exchanged(words: str, giver: str | None, getter: str | None) -> str | None:
    """The sentence with two of its phrases exchanged, where each stands in it once."""
    low = words.lower()
    if giver is None or getter is None or low.count(giver.lower()) != 1:
        return None
    if low.count(getter.lower()) != 1:
        return None
    spans = [low.index(part.lower()) for part in (giver, getter)]
    (first, one), (second, two) = sorted(zip(spans, (giver, getter), strict=True))
    if first + len(one) > second:
        return None
    two_first = _cased(two, words[first])
    middle = words[first + len(one) : second]
    return words[:first] + two_first + middle + _cased(one, "a") + words[second + len(two) :]


def _cased(phrase: str, like: str) -> str:
    """An article at the head of a phrase in the case of another letter; a name is left alone."""
    head = phrase.split()[0].lower()
    if head not in ("a", "an", "the", "one", "both", "its"):
        return phrase
    return (phrase[0].upper() if like.isupper() else phrase[0].lower()) + phrase[1:]
