"""All names that are looked for, so that one pass over a page's words meets every one of them.

Names stand by their first word; the tree of what may follow is made when a page first has that
word, so that 57,000 names cost a page only those that it may name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from vigil.evidence.link import Known
from vigil.evidence.names.footing import Footing, footing_of, telling
from vigil.evidence.names.words import first_word, words_of
from vigil.names.legal_forms import may_be_of_form, strip_legal_forms

THREE = 3  # words
JOINED = frozenset({"model", "part", "place"})  # printed with a hyphen, a blank or neither


class Entry(NamedTuple):
    """A name as it is looked for, and what must stand beside it for it to count.

    `is_short`: not the whole name, but a person's first and last.
    """

    known: Known
    footing: Footing
    is_short: bool = False


class Met(NamedTuple):
    """Names met: the places of their first word and after their last."""

    start: int
    end: int
    entries: tuple[Entry, ...]


class Node:
    """What may follow, by the next word, and the names that end here."""

    __slots__ = ("entries", "following")

    def __init__(self) -> None:
        self.following: dict[str, Node] = {}
        self.entries: tuple[Entry, ...] = ()


class Phrasebook:
    """Names by their first word."""

    def __init__(self, known: Iterable[Known]) -> None:
        self._waiting: dict[str, list[Known]] = {}
        self._trees: dict[str, Node] = {}
        for one in known:
            for word in _beginnings(one):
                self._waiting.setdefault(word, []).append(one)

    def met(self, words: Sequence[str], joins: Iterable[int]) -> Iterator[Met]:
        """Every name that stands in the words.

        Args:
            words: folded words of a text.
            joins: places of words that a hyphen at the end of a line cuts from the next one.
        """
        cut = frozenset(joins)
        for start, word in enumerate(words):
            if tree := self._tree(word):
                yield from _along(tree, words, start, start + 1, cut)
            if start in cut and (tree := self._tree(word + words[start + 1])):
                yield from _along(tree, words, start, start + 2, cut)

    def _tree(self, word: str) -> Node | None:
        if word in self._waiting:
            self._trees[word] = _tree_of(word, self._waiting.pop(word))
        return self._trees.get(word)


def _along(
    tree: Node, words: Sequence[str], start: int, at: int, cut: frozenset[int]
) -> Iterator[Met]:
    node: Node | None = tree
    while node is not None:
        if node.entries:
            yield Met(start, at, node.entries)
        if not node.following or at >= len(words):
            return
        if at in cut and (joined := node.following.get(words[at] + words[at + 1])):
            yield from _along(joined, words, start, at + 2, cut)
        node = node.following.get(words[at])
        at += 1


def _tree_of(word: str, waiting: Iterable[Known]) -> Node:
    top = Node()
    for known in waiting:
        for words, is_short in variants(known):
            if words[0] == word:
                node = top
                for following in words[1:]:
                    node = node.following.setdefault(following, Node())
                if all(entry.known[:2] != known[:2] for entry in node.entries):
                    footing = footing_of(known, words, is_short=is_short)
                    node.entries = (*node.entries, Entry(known, footing, is_short))
    return top


def _beginnings(known: Known) -> Iterable[str]:
    """The words with which a name's variants may begin, without making them where possible."""
    if known.kind == "party":
        first = first_word(known.name)
        if first and first != "the" and not may_be_of_form(first):
            _, comma, given = known.name.partition(",") if known.person else ("", "", "")
            second = first_word(given) if comma else ""
            return {first: None, second: None} if second else (first,)
    return dict.fromkeys(words[0] for words, _ in variants(known))


def variants(known: Known) -> Iterator[tuple[Sequence[str], bool]]:
    """A name's words in each order in which a report may print them, and whether they are all."""
    words: Sequence[str] = words_of(known.name).folded
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    if not words:
        return
    if known.kind == "party" and len(words) > 1:
        if known.person:
            yield from _orders_of_person(known.name, words)
            return
        words = strip_legal_forms(tuple(words)).words
        if len(words) == THREE and words[1] == "of" and telling(words[:1]):
            yield words[:1], True  # Sberbank of Russia
    yield words, False
    if known.kind in JOINED and len(words) > 1 and any(map(str.isdigit, "".join(words))):
        yield ("".join(words),), False
    if known.kind in ("goods", "model"):
        yield (*words[:-1], words[-1] + "s"), False


def _orders_of_person(name: str, words: Sequence[str]) -> Iterator[tuple[Sequence[str], bool]]:
    family, comma, _ = name.partition(",")
    length = len(words_of(family).folded) if comma else 0
    natural = (*words[length:], *words[:length]) if 0 < length < len(words) else tuple(words)
    yield natural, False
    if natural != tuple(words):
        yield words, False
    if len(natural) > 2:
        last = natural[-length:] if length else natural[-1:]
        yield (natural[0], *last), True
