"""All words that point to key items, compiled once a catalogue and looked for in one pass.

What is read from a description is a `Reading`: keywords met, what stands around them, and which
words only say what the goods are for. `vigil.goods.words` decides what of it counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from vigil.goods.keywords import Keyword, Meeting, Numbers, in_its_case, is_acronym
from vigil.goods.sentences import Clauses, clauses_of
from vigil.goods.stems import Stems
from vigil.goods.wording import Word, words_of
from vigil.names.phrases import Met, Phrases

if TYPE_CHECKING:
    from vigil.goods.catalogue import GoodsWords

BETWEEN = 2  # words between those of one phrase, where their order is free; chosen


class Context(StrEnum):
    """What a word around a keyword does; `goods_contexts.yaml` explains each."""

    TRADE = "trade"
    OTHER_THINGS = "other_things"
    FINISHED = "finished"
    GENERIC = "generic"
    LEADS_OFF = "leads_off"
    LEADS_IN = "leads_in"
    DESCRIBES = "describes"
    NOT_WITH = "not_with"  # of one item, in goods_words.yaml


class Mark(msgspec.Struct, frozen=True):
    """A word around a keyword; `hs` is the item that it takes back, of NOT_WITH."""

    context: Context
    hs: str = ""


class Reading(msgspec.Struct, frozen=True):
    """What the words of a description say: keywords, marks, clauses.

    `aside`: places of words that say what the goods are for or come with.
    """

    words: tuple[Word, ...]
    clauses: Clauses = Clauses((), ())
    meetings: tuple[Meeting, ...] = ()
    marks: tuple[Met[Mark], ...] = ()
    aside: frozenset[int] = frozenset()

    def marked(self, context: Context) -> Iterator[Met[Mark]]:
        """The marks of one kind, in order."""
        return (mark for mark in self.marks if mark.what.context is context)


class Vocabulary:
    """The words of a catalogue, ready to be looked for."""

    def __init__(self, words: GoodsWords) -> None:
        self._stems = Stems(words.endings, words.han_variants)
        self._any_order = frozenset(of.lang for of in words.endings if of.any_order)
        self._numbers = Numbers(words.items)
        self.yielding = frozenset(item.hs for item in words.items if item.yields)
        phrases: list[tuple[Sequence[str], Keyword | Mark]] = []
        for item in words.items:
            for is_weak, by_language in ((False, item.words), (True, item.weak)):
                for lang, texts in by_language.items():
                    read = (self._keyword(item.hs, text, lang, is_weak) for text in texts)
                    phrases += [(_looked_for(keyword), keyword) for keyword in read]
            taking_back = Mark(Context.NOT_WITH, item.hs)
            phrases += [(names, taking_back) for names in self._names(item.not_with)]
        for context in words.contexts:
            mark = Mark(Context(context.id))
            phrases += [(names, mark) for names in self._names(context.words)]
        self._phrases = Phrases(phrases)

    def read(self, description: str) -> Reading:
        """What a description says, in one pass over its words; marks only beside a keyword."""
        words = words_of(description)
        names = [self._stems.name_of(word.text) for word in words]
        numbers = list(self._numbers.in_words(words))
        met = list(self._phrases.in_words(names))
        if not numbers and all(isinstance(m.what, Mark) for m in met):
            return Reading(words)
        clauses = clauses_of(words)
        marks: list[Met[Mark]] = []
        meetings = numbers
        for start, end, what in met:
            if clauses.clause[start] != clauses.clause[end - 1]:
                continue
            if isinstance(what, Mark):
                marks.append(Met(start, end, what))
            elif meeting := _meeting(what, start, end, names, clauses):
                meetings.append(meeting)
        meetings = [m for m in meetings
                    if not m.keyword.in_case or in_its_case(words[m.start : m.end])]  # fmt: skip
        return Reading(words, clauses, tuple(meetings), tuple(marks), _aside(marks, clauses))

    def _keyword(self, hs: str, text: str, lang: str, is_weak: bool) -> Keyword:
        names = self._phrase(text, lang)
        anchor = None
        if len(names) > 1 and lang in self._any_order:
            anchor = max(range(len(names)), key=lambda place: len(names[place]))
        return Keyword(hs, text, names, is_acronym(text), is_weak, anchor)

    def _names(self, by_language: dict[str, tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
        return (self._phrase(text, lang) for lang, texts in by_language.items() for text in texts)

    def _phrase(self, text: str, lang: str) -> tuple[str, ...]:
        words = words_of(text)
        last = len(words) - 1
        return tuple(
            self._stems.put(word, lang, is_last=place == last > 0)
            for place, word in enumerate(words)
        )


def _looked_for(keyword: Keyword) -> tuple[str, ...]:
    return keyword.names if keyword.anchor is None else (keyword.names[keyword.anchor],)


def _meeting(
    keyword: Keyword, start: int, end: int, names: Sequence[str], clauses: Clauses
) -> Meeting | None:
    """The keyword met there; where the order is free, its other words are looked for around."""
    if keyword.anchor is None:
        return Meeting(keyword, start, end)
    reach = len(keyword.names) + BETWEEN
    clause = clauses.clause[start]
    around = [
        place
        for place in range(max(0, start - reach + 1), min(len(names), start + reach))
        if clauses.clause[place] == clause and place != start
    ]
    taken = [start]
    for number, name in enumerate(keyword.names):
        if number == keyword.anchor:
            continue
        near = [p for p in around if names[p] == name and p not in taken]
        if not near:
            return None
        taken.append(min(near, key=lambda p: abs(p - start)))
    first, last = min(taken), max(taken) + 1
    return Meeting(keyword, first, last) if last - first <= reach else None


def _aside(marks: Sequence[Met[Mark]], clauses: Clauses) -> frozenset[int]:
    """Places of words that say what the goods are for or come with.

    After a real thing (`boxes for chips, diodes`) that goes on to the end of the sentence, after a
    word that says nothing (`parts for a pump, diodes`) only to the end of the clause.
    """
    generic = {clauses.clause[m.start] for m in marks if m.what.context is Context.GENERIC}
    aside: set[int] = set()
    led_in: dict[int, int] = {}  # of each clause, how far
    for mark in marks:
        clause = clauses.clause[mark.start]
        if mark.what.context is Context.LEADS_IN:
            beginning = led_in.get(clause, clauses.beginning_of_clause(mark.start))
            aside.update(range(beginning, mark.start))
            led_in[clause] = mark.start
        elif mark.what.context is Context.LEADS_OFF and mark.start not in aside:
            has_head = mark.start > 0 and clauses.clause[mark.start - 1] == clause
            says_nothing = not has_head or clause in generic
            ends = clauses.end_of_clause if says_nothing else clauses.end_of_sentence
            aside.update(range(mark.start, ends(mark.start)))
    return frozenset(aside)
