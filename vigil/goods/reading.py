"""What is read from a description: keywords, the words around them, and what of it counts."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

import msgspec

from vigil.goods.keywords import Meeting
from vigil.goods.sentences import Clauses
from vigil.goods.wording import Word
from vigil.names.phrases import Met


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

    `aside`: places of words that say what the goods are for or come with. `telling`: the keywords
    that tell what the goods are, in the order of the text.
    """

    words: tuple[Word, ...]
    clauses: Clauses = Clauses((), (), ())
    meetings: tuple[Meeting, ...] = ()
    marks: tuple[Met[Mark], ...] = ()
    aside: frozenset[int] = frozenset()
    telling: tuple[Meeting, ...] = ()

    def printed(self, meeting: Meeting) -> str:
        """The words of the text that a keyword covers."""
        return " ".join(self.words[place].text for place in meeting.places)

    def marked(self, context: Context) -> Iterator[Met[Mark]]:
        """The marks of one kind, in order."""
        return (mark for mark in self.marks if mark.what.context is context)
