"""Reading and indexing every list at hand: `python -m bench.lists.reading --shared ../shared`.

Prints a row a list (entries, names, seconds of the processor) and, for all together, the seconds of
reading and of building one index, and the peak memory of the process.
"""

from __future__ import annotations

import argparse
import resource
import time
from datetime import date
from pathlib import Path

from vigil.index.build import build_arrays
from vigil.index.listed_names import all_names
from vigil.lists.loaded import Dating
from vigil.lists.merge import unite
from vigil.lists.readers import READERS
from vigil.model.entity import Entity
from vigil.store.build import countries_of
from vigil.store.list_files import read_files
from vigil.store.worlds import open_world

FILES = (
    ("us_csl", "us_csl/consolidated.json"),
    ("us_ofac_sdn", "us_ofac_sdn_2021-07"),
    ("us_ofac_sdn", "us_ofac_sdn_history/sdn_2021-08-24.csv"),
    ("us_ofac_sdn", "us_ofac_sdn_history/sdn_2022-09-30.csv"),
    ("us_ofac_sdn", "us_ofac_sdn_history/sdn_2023-06-08.csv"),
    ("us_ofac_cons", "us_ofac_cons/consolidated_20250328.xml"),
    ("us_bis_dpl", "us_bis_dpl/dpl_2019.txt"),
    ("un_sc", "un_sc/consolidated_2026-02-27.xml"),
    ("gb_ofsi", "uk_ofsi_conlist_2025-04-10/ConList.xlsx"),
    ("ca_sema", "ca_sema/sema-lmes_2025-03.xml"),
)


def main() -> None:
    """Read, index, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, required=True)
    asked = parser.parse_args()
    countries = countries_of(open_world(None).parts.law())
    dating = Dating(date.today())
    entities: list[Entity] = []
    reading = 0.0
    for source_id, file in FILES:
        if source_id not in READERS:
            print(f"{source_id:<13} {file:<45} no reader")
            continue
        began = time.process_time()
        files = read_files(source_id, asked.shared / "lists" / file)
        loaded = READERS[source_id](files, countries, dating)
        taken = time.process_time() - began
        reading += taken
        names = sum(len(entity.names) for entity in loaded.entities)
        print(f"{source_id:<13} {file:<45} {len(loaded.entities):7,} entries {names:7,} names "
              f"{taken:6.2f} s")  # fmt: skip
        entities += loaded.entities
    united = unite(entities)
    began = time.process_time()
    arrays = build_arrays(listed.numbered for listed in all_names(united))
    indexing = time.process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(united):,} entities, {len(arrays['name_entity']):,} readings of names")
    print(f"reading {reading:.1f} s, indexing {indexing:.1f} s, peak memory {peak:.0f} MB")


if __name__ == "__main__":
    main()
