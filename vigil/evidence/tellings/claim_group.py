"""Tellings that are put together because they tell the same thing."""

from __future__ import annotations

from vigil.evidence.page import Span
from vigil.evidence.tellings.telling import Keys, Telling

SEEN = 5  # wordings of a group that a statement is held against


class Member:
    """A telling in a group, by some of its clauses."""

    __slots__ = ("first", "keys", "last", "telling")

    def __init__(self, telling: Telling, first: int, last: int) -> None:
        self.telling, self.first, self.last = telling, first, last
        self.keys = telling.within(first, last)

    @property
    def at(self) -> Span:
        """Where on its page it stands: the whole statement where nearly all of it joins."""
        telling = self.telling
        if self.first == 0 and self.last == len(telling.parts) - 1:
            return telling.statement.at
        return telling.span(self.first, self.last)


class Group:
    """Members that tell the same thing, in the order in which they joined."""

    __slots__ = ("denial", "members", "negated", "place", "speakers", "times", "wordings")

    def __init__(self, founder: Telling, place: float) -> None:
        self.denial = founder.statement.denial
        self.negated = founder.statement.negated
        self.place = place  # in the order in which the story is told
        self.members: list[Member] = []
        self.wordings: list[Keys] = []
        self.speakers: dict[frozenset[str], None] = {}  # who says it, each once, in order
        self.times: set[str] = set()

    def add(self, member: Member) -> None:
        """Take in one more member."""
        self.members.append(member)
        if member.telling.speaker:
            self.speakers[member.telling.speaker] = None
        self.times.add(member.telling.when)
        wording = Keys(member.keys, member.telling.named)
        if len(self.wordings) < SEEN and wording not in self.wordings:
            self.wordings.append(wording)

    def leave(self, page: str) -> None:
        """Let the members of a page go."""
        kept = [m for m in self.members if m.telling.page != page]
        if len(kept) == len(self.members):
            return
        self.members, self.wordings, self.speakers, self.times = [], [], {}, set()
        for member in kept:
            self.add(member)

    def of(self, page: str) -> list[Member]:
        """The members of one page."""
        return [m for m in self.members if m.telling.page == page]
