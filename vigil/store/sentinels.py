"""Entries listed for many years: a list that does not find them is not the list.

`vigil/data/sentinels.csv` names three a source, each seen in every snapshot at hand (OFAC 2021 to
2026, UN 2025 and 2026), none under the UN's regime on Iran, which was empty for two years. Other
sources get theirs when two snapshots some years apart are at hand.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from vigil.index.names import NameIndex
from vigil.lists.loaded import LoadedSource

FILE = Path(__file__).resolve().parents[1] / "data" / "sentinels.csv"


Sentinels = Mapping[str, tuple[tuple[str, str], ...]]
"""For each source the ids and names of its sentinels."""


@lru_cache(1)
def shipped_sentinels() -> Sentinels:
    """Those that come with the package."""
    known: dict[str, tuple[tuple[str, str], ...]] = {}
    with FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            pair = (row["entity"], row["name"])
            known[row["source"]] = (*known.get(row["source"], ()), pair)
    return known


def missing_sentinels(new: LoadedSource, sentinels: Sentinels) -> Iterator[str]:
    """A sentence for each sentinel of the list that a search for its name does not find."""
    expected = sentinels.get(new.id, ())
    ids = {entity_id for entity_id, _ in expected}
    index = NameIndex([entity for entity in new.entities if entity.id in ids])
    for entity_id, name in expected:
        found = {hit.entity.id for hit in index.search(name, threshold=1.0)}
        if entity_id not in found:
            yield f"{name!r} ({entity_id}) is not found, and has been listed for years"
