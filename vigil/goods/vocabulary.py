"""All words that point to key items, compiled once a catalogue and looked for in one pass.

What is read from a description is a `Reading`: keywords met, what stands around them, which words
only say what the goods are for, and which keywords tell what they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import msgspec

from vigil.goods.keywords import Keyword, Meeting, Numbers, in_its_case, is_acronym
from vigil.goods.reading import Context, Mark, Reading
from vigil.goods.sentences import Clauses, clauses_of
from vigil.goods.stems import Stems
from vigil.goods.telling import telling_in
from vigil.goods.word_tables import GoodsWords, ItemWords
from vigil.goods.wording import words_of
from vigil.names.phrases import Met, Phrases

BETWEEN = 2  # words between those of one phrase, where their order is free; chosen
KEPT = 2048  # readings, by use
APART = 14  # words between those that may stand in several clauses; chosen


class Vocabulary:
    """The words of a catalogue, ready to be looked for."""

    def __init__(self, words: GoodsWords) -> None:
        words = words if words.names else with_names(words)
        self._words = words
        self._stems = Stems(words.endings, words.han_variants, words.stems)
        self._any_order = frozenset(of.lang for of in words.endings if of.any_order)
        self._numbers = Numbers(words.items)
        self._yielding = frozenset(item.hs for item in words.items if item.yields)
        phrases: list[tuple[Sequence[str], Keyword | Mark]] = []
        for item in words.items:
            for keyword in self._keywords(item):
                phrases.append((_looked_for(keyword), keyword))
            taking_back = Mark(Context.NOT_WITH, item.hs)
            phrases += [(names, taking_back) for names in self._names(item.not_with)]
        for context in words.contexts:
            mark = Mark(Context(context.id))
            phrases += [(names, mark) for names in self._names(context.words)]
        self._phrases = Phrases(phrases)
        # One description stands in many orders of a batch, and several questions are asked of it.
        self.read = lru_cache(maxsize=KEPT)(self._read)

    def _read(self, description: str) -> Reading:
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
            if isinstance(what, Mark):
                if clauses.clause[start] == clauses.clause[end - 1]:
                    marks.append(Met(start, end, what))
            else:
                places = _places(what, start, end, names, clauses)
                if places and (not what.in_case or in_its_case([words[p] for p in places])):
                    meetings.append(Meeting(what, places))
        aside = _aside(marks, clauses)
        reading = Reading(words, clauses, tuple(meetings), tuple(marks), aside)
        telling = tuple(telling_in(reading, self._yielding))
        return msgspec.structs.replace(reading, telling=telling)

    def _keywords(self, item: ItemWords) -> Iterator[Keyword]:
        for by_language in (item.words, item.weak, item.together):
            for lang, texts in by_language.items():
                for text in texts:
                    names, anchor = self._words.names[text], None
                    is_apart = by_language is item.together
                    if len(names) > 1 and (is_apart or lang in self._any_order):
                        anchor = max(range(len(names)), key=lambda place: len(names[place]))
                    yield Keyword(item.hs, text, names, is_acronym(text),
                                  by_language is item.weak, anchor, is_apart)  # fmt: skip

    def _names(self, by_language: dict[str, tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
        return (self._words.names[text] for texts in by_language.values() for text in texts)


def with_names(words: GoodsWords) -> GoodsWords:
    """The words with their stems and names, as a compiled world keeps them."""
    stems = Stems(words.endings, words.han_variants, {})
    phrases = _phrases(words)
    told = {(word.text, lang) for text, lang in phrases for word in words_of(text)}
    for text, lang in sorted(told, key=lambda one: (len(one[0]), one)):
        stems.put(text, lang)
    names = {
        text: tuple(stems.name_of(word.text) for word in words_of(text))
        for text in sorted({text for text, _ in phrases})
    }
    by_language = {lang: dict(sorted(of.items())) for lang, of in stems.known.items()}
    return msgspec.structs.replace(words, stems=by_language, names=names)


def _phrases(words: GoodsWords) -> set[tuple[str, str]]:
    """Each word or phrase of the catalogue with its language."""
    tables = [context.words for context in words.contexts]
    for item in words.items:
        tables += (item.words, item.weak, item.together, item.not_with)
    return {
        (text, lang)
        for by_language in tables
        for lang, texts in by_language.items()
        for text in texts
    }


def _looked_for(keyword: Keyword) -> tuple[str, ...]:
    return keyword.names if keyword.anchor is None else (keyword.names[keyword.anchor],)


def _places(
    keyword: Keyword, start: int, end: int, names: Sequence[str], clauses: Clauses
) -> Sequence[int]:
    """The places of the keyword met there; where its order is free, its other words are looked
    for around. Empty when they are not there.
    """
    clause = clauses.clause[start]
    if keyword.anchor is None:
        return range(start, end) if clauses.clause[end - 1] == clause else ()
    reach = len(keyword.names) + (APART if keyword.is_apart else BETWEEN)
    around = [
        place
        for place in range(max(0, start - reach + 1), min(len(names), start + reach))
        if place != start and (keyword.is_apart or clauses.clause[place] == clause)
    ]
    taken = [start]
    for number, name in enumerate(keyword.names):
        if number != keyword.anchor:
            near = [p for p in around if names[p] == name and p not in taken]
            if not near:
                return ()
            taken.append(min(near, key=lambda p: abs(p - start)))
    taken.sort()
    return tuple(taken) if taken[-1] - taken[0] < reach else ()


def _aside(marks: Sequence[Met[Mark]], clauses: Clauses) -> frozenset[int]:
    """Places of words that say what the goods are for or come with.

    After a real thing (`boxes for chips, diodes`) that goes on to the end of the sentence, after a
    word that says nothing (`parts for a pump, diodes`) only to the end of the clause.
    """
    generic: dict[int, int] = {}  # of each clause, where a word that says nothing first stands
    for mark in marks:
        if mark.what.context is Context.GENERIC:
            clause = clauses.clause[mark.start]
            generic[clause] = min(mark.start, generic.get(clause, mark.start))
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
            says_nothing = not has_head or generic.get(clause, mark.start) < mark.start
            ends = clauses.end_of_clause if says_nothing else clauses.end_of_sentence
            end = min(ends(mark.start), clauses.end_of_bracket(mark.start))
            aside.update(range(mark.start, end))
    return frozenset(aside)
