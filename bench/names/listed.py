"""Queries drawn from listed names: every class, kind, script and length has its share."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from random import Random

import msgspec

from bench.names.fold import Rarity, keeps_one, words_of
from bench.names.manipulate import CLASSES, MATCH, Manipulation, manipulated
from bench.names.script import script_of

SEVERAL = 5  # names of five words and more are one stratum


class ListedName(msgspec.Struct, frozen=True):
    """A name of a listed entity, as published."""

    entity: str
    kind: str
    text: str


class Query(msgspec.Struct, frozen=True):
    """A name to search, and the entity that it means; `expected` as in `Manipulation`."""

    text: str
    entity: str
    listed: str
    kind: str
    manipulation: str
    expected: str
    apart: bool
    script: str
    length: str

    def line(self) -> str:
        """What the digest of a set is taken over."""
        return "\t".join((self.text, self.entity, self.listed, self.manipulation, self.expected))


def length_of(name: str) -> str:
    """The stratum of a name by its words.

    >>> length_of("AL-ASSAD, Bashar"), length_of("a b c d e f")
    ('3 words', '5+ words')
    """
    count = len(words_of(name))
    if count >= SEVERAL:
        return f"{SEVERAL}+ words"
    return "1 word" if count == 1 else f"{count} words"


class Drawer:
    """Draws queries from the names of a list; the same seed draws the same."""

    def __init__(self, names: Iterable[ListedName]) -> None:
        every = sorted(names, key=lambda name: (name.entity, name.text))
        self.rarity = Rarity(name.text for name in every)
        self.names = [name for name in every if self.rarity.telling_words(name.text)]
        self.without_telling_word = len(every) - len(self.names)
        sizes = Counter(map(_stratum, self.names))
        # Square roots: small strata are seen, large ones still lead.
        self._weights = [1 / math.sqrt(sizes[_stratum(name)]) for name in self.names]

    def draw(self, count: int, seed: int, expected: str = MATCH) -> list[Query]:
        """About `count` queries, the same number from each class that the list can show.

        Args:
            count: of all classes together; classes that apply to few names give fewer.
            seed: of all chance.
            expected: `match` or `no match`.
        """
        classes: dict[str, list[Manipulation]] = {}
        for manipulation in CLASSES:
            if manipulation.expected == expected and manipulation.change is not None:
                classes.setdefault(manipulation.name, []).append(manipulation)
        share = max(1, count // len(classes))
        return [query for name in classes for query in self._of_class(classes[name], share, seed)]

    def _of_class(self, ways: Sequence[Manipulation], count: int, seed: int) -> list[Query]:
        rng = Random(f"{seed}:{ways[0].name}")
        found: dict[str, Query] = {}
        for name in self._shuffled(rng):
            query = self._query(ways, name, rng)
            if query is not None:
                found.setdefault(query.text, query)
                if len(found) == count:
                    break
        return list(found.values())

    def _shuffled(self, rng: Random) -> Iterator[ListedName]:
        keys = [rng.expovariate(weight) for weight in self._weights]
        return (self.names[at] for at in sorted(range(len(keys)), key=keys.__getitem__))

    def _query(self, ways: Sequence[Manipulation], name: ListedName, rng: Random) -> Query | None:
        way = next((way for way in ways if way.applies_to(name.kind)), None)
        text = manipulated(way, name.text, name.kind, rng) if way else None
        if way is None or text is None or not self._is_fair(way, name.text, text):
            return None
        return Query(
            text=text,
            entity=name.entity,
            listed=name.text,
            kind=name.kind,
            manipulation=way.name,
            expected=way.expected,
            apart=way.apart,
            script=script_of(text),
            length=length_of(name.text),
        )

    def _is_fair(self, way: Manipulation, listed: str, query: str) -> bool:
        """A query that should be found keeps a telling word; those apart say why they do not."""
        if way.apart or way.expected != MATCH:
            return True
        return keeps_one(self.rarity.telling_words(listed), query)


def _stratum(name: ListedName) -> tuple[str, str, str]:
    return name.kind, script_of(name.text), length_of(name.text)
