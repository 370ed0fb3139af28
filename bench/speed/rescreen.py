"""How long a day's changes of the lists take against stored parties, by processor time.

    python -m bench.speed.rescreen WORLD [--parties 100000] [--changes 100] [--seed 1]

The parties are made up of the words of the world's own names (`bench.speed.made_up`), the changes
are some of its entries, taken away, added and renamed. `--check` parties, and as many of those that
were found, are compared with a full run.
"""

from __future__ import annotations

import argparse
import random
import resource
import time
from pathlib import Path

import msgspec

import vigil
from bench.speed.made_up import Pattern
from vigil.model.entity import Entity, Name
from vigil.parties.reporting import Reporter
from vigil.rescreen import (
    PartyBook,
    PartyChange,
    StoredParty,
    changed_entries,
    rescreen,
    screen_stored,
)
from vigil.store.parts import FolderParts
from vigil.world import World


class Listing(FolderParts):
    """A world's parts with other entities."""

    def __init__(self, whole: FolderParts, entities: list[Entity]) -> None:
        vars(self).update(vars(whole))
        self._entities = entities
        self._index = None

    def entities(self) -> list[Entity]:
        """The entities given."""
        return self._entities


def with_entities(world: World, entities: list[Entity]) -> World:
    """The world with other entities."""
    assert isinstance(world.parts, FolderParts)
    return World(world.id, world.manifest, Listing(world.parts, entities))


def main() -> None:
    """Measure, check and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("world", type=Path)
    parser.add_argument("--parties", type=int, default=100_000)
    parser.add_argument("--changes", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--check", type=int, default=2000)
    asked = parser.parse_args()
    world = vigil.load_world(asked.world)
    whole = list(world.parts.entities())
    rng = random.Random(asked.seed)
    changed = set(rng.sample(range(len(whole)), asked.changes))
    third = {place: number % 3 for number, place in enumerate(sorted(changed))}
    before = [e for place, e in enumerate(whole) if third.get(place) != 0]
    after = [
        msgspec.structs.replace(e, names=(*e.names, Name(f"{e.names[0].text} Trading")))
        if third.get(place) == 2 else e
        for place, e in enumerate(whole) if third.get(place) != 1
    ]  # fmt: skip
    drawn = Pattern(whole).draw(asked.parties, asked.seed)
    parties = [StoredParty(f"p{i}", (made.text or "nobody",)) for i, made in enumerate(drawn)]
    old, new = with_entities(world, before), with_entities(world, after)
    old.names.search("warm up", threshold=0.7)
    new.names.search("warm up", threshold=0.7)

    begin = time.process_time()
    book = PartyBook(parties)
    built = time.process_time()
    found = rescreen(book, old, new, world.newest, world.newest)
    done = time.process_time()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    print(f"{asked.parties} parties, {asked.changes} changed entries of {len(whole)}")
    print(f"index of the parties {built - begin:.1f} s, once; rescreened in {done - built:.1f} s")
    print(f"{len(found)} meetings of {len({c.party for c in found})} parties; peak {peak:.1f} GiB")
    check(asked.check, parties, found, old, new, rng)


def check(
    count: int,
    parties: list[StoredParty],
    found: list[PartyChange],
    old: World,
    new: World,
    rng: random.Random,
) -> None:
    """Print how many parties a full run tells otherwise."""
    day = new.newest
    changed = changed_entries(old.names.entities, new.names.entities, day, day)
    told = {(c.party, c.entry): (c.before, c.after) for c in found}
    met: dict[str, set[str]] = {}
    for party_id, entry in told:
        met.setdefault(party_id, set()).add(entry)
    looked = rng.sample(parties, min(count, len(parties)))
    looked += [party for party in parties if party.id in met][:count]
    differing = 0
    for party in {party.id: party for party in looked}.values():
        both = []
        for world in (old, new):
            reporter = Reporter(day, world.law, world.source_by_id)
            both.append([f for f in screen_stored(party, world, reporter) if f.subject in changed])
        for entry in {f.subject for side in both for f in side} | met.get(party.id, set()):
            full = tuple(tuple(f for f in side if f.subject == entry) for side in both)
            differing += told.get((party.id, entry)) != full
    print(f"{len(looked)} parties screened in full: {differing} differences")


if __name__ == "__main__":
    main()
