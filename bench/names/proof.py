"""Does a search answer what scoring every name by the reference answers? Counted in pairs.

    python -m bench.names.proof --pairs 5000000 --shared ../shared --seed 1

Lists are made up, and with `--shared` real ones; queries are listed names with slips, manipulated
ones and names of nobody. For each query every reading of every listed name is scored by
`vigil.names.score` with the counts of `vigil.index.listed_names`, none of which asks the kernel for
more than the distance of two words. `NameIndex.search` must then give the same entities, scores,
weak marks and reasons at every threshold.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from random import Random

import msgspec

from bench.names import listed, sets
from bench.names.invented import Inventor
from bench.names.manipulate import MATCH, NO_MATCH
from bench.names.native import UN_FILE
from vigil.errors import InvalidInput
from vigil.index.chance import ListedCrowd
from vigil.index.listed_names import ListedNames
from vigil.index.names import NameIndex
from vigil.lists.countries import Countries
from vigil.lists.loaded import Dating
from vigil.lists.readers import reader_of
from vigil.model.entity import Entity, Name, NameQuality
from vigil.model.finding import Feature
from vigil.model.order import Kind
from vigil.names.explanation import DIGITS
from vigil.names.prepared import refusal
from vigil.names.readings import prepared_readings
from vigil.names.score import compare_names
from vigil.store.list_files import read_files

THRESHOLDS = (0.01, 0.5, 0.7, 0.9, 1.0)
OF_LONG_LISTS = (0.5, 0.7, 0.9)  # below them half the list answers, which takes long to compare
LONG = 20_000  # names
MOST_OF_A_RUN = 150_000  # pairs; then other neighbours
US_FILE = "lists/us_csl/consolidated.json"
KINDS = (None, None, Kind.PERSON, Kind.ORGANISATION, Kind.VESSEL)

Reasons = tuple[Feature, ...]
Answer = tuple[str, int, bool, int | None]


class Difference(msgspec.Struct, frozen=True):
    """A query for which the search and the reference part: what each of them alone answers."""

    query: str
    kind: Kind | None
    threshold: float
    only_reference: tuple[Answer, ...]
    only_search: tuple[Answer, ...]


class Tally(msgspec.Struct):
    """What was compared, and every difference."""

    pairs: int = 0
    queries: int = 0
    answers: int = 0
    refused: int = 0
    lists: int = 0
    differences: list[Difference] = []

    def told(self) -> str:
        """One line for the terminal."""
        return (
            f"{self.pairs:,} pairs, {self.queries:,} queries on {self.lists} lists, "
            f"{self.answers:,} answers compared, {self.refused} queries refused, "
            f"{len(self.differences)} differences"
        )


Tick = Callable[[Tally], None]


def silent(_: Tally) -> None:
    """Says nothing of how far it is."""


class Reference:
    """A list whose every name is scored, one by one.

    Args:
        entities: who is listed.
    """

    def __init__(self, entities: Sequence[Entity]) -> None:
        self._entities = entities
        self._names = ListedNames(entities)
        self._crowd = ListedCrowd(self._names)
        self.size = self._names.size
        self.compared = 0

    def scores(self, query: str, kind: Kind | None) -> dict[str, list[tuple[int, bool, Reasons]]]:
        """Each entity's scores in ten-thousandths above 0, whether weak, and their reasons."""
        found: dict[str, list[tuple[int, bool, Reasons]]] = {}
        for asked in prepared_readings(query):
            for name in self._names.names:
                entity = self._entities[name.entity]
                known = kind if kind and entity.kind is Kind.UNKNOWN else entity.kind
                score = compare_names(
                    asked, name.prepared, self._names.rarity, self._crowd,
                    is_person=known is Kind.PERSON,
                )  # fmt: skip
                if score.score:
                    is_full = name.name.quality is NameQuality.FULL
                    weak = not is_full or score.common_words_only or score.acronym
                    kept = (round(score.score * DIGITS), weak, score.features)
                    found.setdefault(entity.id, []).append(kept)
            self.compared += self.size
        return found


def prove(
    entities: Sequence[Entity], queries: Sequence[str], seed: int, most_pairs: int, tally: Tally
) -> None:
    """Adds a list to the tally: each query by search and by reference, until enough pairs."""
    index, reference = NameIndex(entities), Reference(entities)
    thresholds = THRESHOLDS if reference.size < LONG else OF_LONG_LISTS
    rng = Random(seed)
    tally.lists += 1
    for query in queries:
        if reference.compared >= most_pairs:
            break
        kind = rng.choice(KINDS)
        if refusal(query) is not None:
            tally.refused += _is_refused(index, query)
            continue
        tally.queries += 1
        scores = reference.scores(query, kind)
        for threshold in thresholds:
            difference, count = _compared(index, query, kind, threshold, scores)
            tally.answers += count
            tally.differences += [difference] if difference else []
    tally.pairs += reference.compared


def _compared(
    index: NameIndex,
    query: str,
    kind: Kind | None,
    threshold: float,
    scores: dict[str, list[tuple[int, bool, Reasons]]],
) -> tuple[Difference | None, int]:
    """What differs at a threshold, and how many answers were compared."""
    floor = round(threshold * DIGITS)
    wanted = sorted(
        (answer for entity, found in scores.items() if (answer := _best(entity, found, floor))),
        key=lambda answer: (-answer[1], answer[0]),
    )
    hits = index.search(query, threshold=threshold, kind=kind)
    given: list[Answer] = []
    for hit in hits:
        full = round(hit.full_name.score * DIGITS) if hit.full_name else None
        score = round(hit.score * DIGITS)
        reasoned = (score, hit.weak, hit.features) in scores.get(hit.entity.id, ())
        given.append((hit.entity.id, score if reasoned else -score, hit.weak, full))
    if given == wanted:
        return None, len(given)
    only_reference = tuple(answer for answer in wanted if answer not in given)
    only_search = tuple(answer for answer in given if answer not in wanted)
    return Difference(query, kind, threshold, only_reference, only_search), len(given)


def _best(entity: str, found: Sequence[tuple[int, bool, Reasons]], floor: int) -> Answer | None:
    """An entity's best score, whether weak, and then its best full name's; None below the floor."""
    reached = [(score, weak) for score, weak, _ in found if score >= floor]
    if not reached:
        return None
    score, weak = min(reached, key=lambda one: (-one[0], one[1]))
    full = max((s for s, is_weak in reached if not is_weak), default=None)
    return (entity, score, weak, full if weak else None)


def _is_refused(index: NameIndex, query: str) -> bool:
    try:
        index.search(query, threshold=0.7)
    except InvalidInput:
        return True
    raise AssertionError(f"what cannot be searched is refused, got an answer for {query!r}")


def made_up(seed: int) -> tuple[list[Entity], list[str]]:
    """An invented list, from a handful of names to a thousand, and queries of it."""
    rng = Random(seed)
    inventor = Inventor(rng, rng.choice((20, 80, 300)))
    entities = inventor.entities(rng.choice((10, 60, 250, 500)))
    names = [name.text for entity in entities for name in entity.names]
    changed = [inventor.changed(rng.choice(names)) for _ in range(60)]
    return entities, [*changed, *(inventor.name() for _ in range(25))]


def neighbours(entities: Sequence[Entity], rng: Random, runs: int, length: int) -> list[Entity]:
    """Runs of entities that follow one another in the alphabet, so that many share words."""
    ordered = sorted(entities, key=lambda entity: (entity.names[0].text, entity.id))
    begins = [rng.randrange(max(1, len(ordered) - length)) for _ in range(runs)]
    chosen = {at for begin in begins for at in range(begin, min(begin + length, len(ordered)))}
    return [ordered[at] for at in sorted(chosen)]


def asked_of(entities: Sequence[Entity], shared: Path, seed: int, count: int) -> list[str]:
    """Manipulated names of a list, near names that mean another, and invented people, mixed."""
    drawer = listed.Drawer(
        listed.ListedName(e.id, str(e.kind), name.text) for e in entities for name in e.names
    )
    queries = [q.text for what in (MATCH, NO_MATCH) for q in drawer.draw(count, seed, what)]
    queries += [person.name for person in sets.clean_people(shared).sample(count // 4, seed).items]
    Random(seed).shuffle(queries)
    return queries


def real_lists(shared: Path) -> list[Entity]:
    """The US list, the UN list, and the UN's and UK's names in their own scripts as names."""
    dating = Dating(date(2026, 8, 7))
    countries = Countries({})
    read = [
        entity
        for source, file in (("us_csl", US_FILE), ("un_sc", UN_FILE))
        for entity in reader_of(source)(
            read_files(source, shared / file), countries, dating
        ).entities
    ]
    native = [
        Entity(f"native:{e.entity}", "native", Kind(e.kind), tuple(Name(n) for n, _ in e.native))
        for e in sets.native_entities(shared)
        if e.native
    ]
    return [*read, *native]


def prove_made_up(pairs: int, seed: int, tally: Tally, tick: Tick = silent) -> None:
    """Adds invented lists to the tally until so many more pairs were compared."""
    enough, number = tally.pairs + pairs, seed * 1000
    while tally.pairs < enough:
        number += 1
        prove(*made_up(number), number, enough - tally.pairs, tally)
        tick(tally)


def prove_real(pairs: int, seed: int, shared: Path, tally: Tally, tick: Tick = silent) -> None:
    """Adds real lists to the tally: half of the pairs in runs of neighbours, half over the whole
    lists, where words are as frequent as they are in earnest.
    """
    real = real_lists(shared)
    enough, number = tally.pairs + pairs // 2, seed * 1000
    while tally.pairs < enough:
        number += 1
        some = neighbours(real, Random(number), 12, 60)
        asked = asked_of(some, shared, number, 300)
        prove(some, asked, number, min(MOST_OF_A_RUN, enough - tally.pairs), tally)
        tick(tally)
    left = pairs - pairs // 2
    prove(real, asked_of(real, shared, seed, max(300, left // len(real))), seed, left, tally)
    tick(tally)


def main() -> int:
    """Prove and print; 1 when anything differs."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--pairs", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--shared", type=Path, help="folder with lists/ and labelled/")
    asked = parser.parse_args()
    began = time.process_time()
    tally = Tally()

    def say(tally: Tally) -> None:
        print(f"{time.process_time() - began:7.1f} s  {tally.told()}", flush=True)

    share = asked.pairs // 3 if asked.shared else asked.pairs
    prove_made_up(share, asked.seed, tally, say)
    if asked.shared:
        prove_real(asked.pairs - share, asked.seed, asked.shared, tally, say)
    for difference in tally.differences[:20]:
        print(difference)
    return 1 if tally.differences else 0


if __name__ == "__main__":
    raise SystemExit(main())
