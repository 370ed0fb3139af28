"""The US Consolidated Screening List: twelve lists of three departments in one file, JSON or CSV.

`vigil.lists.us_csl_layout` is the JSON's layout, `vigil.lists.us_csl_csv` the CSV's,
`vigil.lists.us_csl_entity` what a row becomes.

Source: https://www.trade.gov/consolidated-screening-list
"""

from __future__ import annotations

from codecs import BOM_UTF8
from collections import Counter
from collections.abc import Iterable, Mapping

import msgspec

from vigil.errors import SourceChanged, shown
from vigil.lists.countries import Countries
from vigil.lists.loaded import Bounds, Dating, LoadedSource, digest
from vigil.lists.merge import unite
from vigil.lists.seal import SUFFIX, one_file
from vigil.lists.us_csl_csv import COLUMNS, read_csv
from vigil.lists.us_csl_entity import ID, LIST_BY_TITLE, published_day, refused, row_entity
from vigil.lists.us_csl_layout import CslFile, CslRow

TITLE = "US Consolidated Screening List"
URL = "https://data.trade.gov/downloadable_consolidated_screening_list/v1/consolidated.json"
BOUNDS = Bounds(15_000, 60_000)  # 25,921 entries on 2026-07-31

# About half of each list's entries of 2026-07-31: an agency that could not be asked leaves its
# list out of the file, and the file is then not whole. The lists of a few hundred entries that
# may shrink fast (UVL, MEU) have no floor.
FEWEST_BY_LIST = {
    "us_ofac_sdn": 10_000,
    "us_ofac_cons": 200,
    "us_bis_el": 1_700,
    "us_bis_dpl": 600,
    "us_state_isn": 80,
    "us_state_dtc": 400,
}


def read_us_csl_files(
    files: Mapping[str, bytes],
    countries: Countries,
    dating: Dating,
    bounds: Bounds = BOUNDS,
    fewest_by_list: Mapping[str, int] = FEWEST_BY_LIST,
) -> LoadedSource:
    """The list from its one file: JSON, or CSV with its seal.

    Raises:
        SourceChanged: as `read_us_csl`; or several files; or a CSV without a seal.
    """
    name, data, is_sealed = one_file(ID, files)
    if _is_csv(data) and not is_sealed:
        raise refused(f"a CSV must have its sha256 beside it in {name}{SUFFIX}", name)
    return read_us_csl(data, countries, dating, bounds, fewest_by_list)


def read_us_csl(
    data: bytes,
    countries: Countries,
    dating: Dating,
    bounds: Bounds = BOUNDS,
    fewest_by_list: Mapping[str, int] = FEWEST_BY_LIST,
) -> LoadedSource:
    """The list as entities, in the publisher's order. A CSV that was cut between two rows cannot
    be told from a whole one here: `read_us_csl_files` asks for its seal.

    Raises:
        SourceChanged: the file is not of one of the known layouts, or not whole.
    """
    file = read_csv(data) if _is_csv(data) else _decode(data)
    if file.total is not None and file.total != len(file.results):
        raise refused(f"`total` must be the count of `results`, {len(file.results)}", file.total)
    bounds.check(len(file.results), ID)
    _check_lists(file.results, fewest_by_list)
    performed = file.search_performed_at
    day = published_day(performed[:10], "$.search_performed_at") if performed else None
    version, dated_by = dating.of(day)
    entities = (row_entity(row, f"$.results[{i}]", countries) for i, row in enumerate(file.results))
    return LoadedSource(
        id=ID,
        title=TITLE,
        version=version,
        dated_by=dated_by,
        entities=unite(entities),
        sha256=digest(data),
        url=URL,
        rows=len(file.results),
    )


def _is_csv(data: bytes) -> bool:
    return data.removeprefix(BOM_UTF8).startswith(COLUMNS[0].encode())


def _decode(data: bytes) -> CslFile:
    try:
        return msgspec.json.decode(data, type=CslFile)
    except (msgspec.MsgspecError, RecursionError, UnicodeError) as error:
        raise SourceChanged(
            f"{ID} must be JSON of the publisher's layout, got {shown(data[:20])}: {error}; "
            "the file is refused whole"
        ) from error


def _check_lists(rows: Iterable[CslRow], fewest_by_list: Mapping[str, int]) -> None:
    """Each row's list is a known one, and each list is there in a likely number."""
    counts: Counter[str] = Counter()
    for index, row in enumerate(rows):
        if row.source not in LIST_BY_TITLE:
            known = "; ".join(LIST_BY_TITLE)
            raise refused(f"a list must be one of {known}", row.source, f"$.results[{index}]")
        counts[LIST_BY_TITLE[row.source]] += 1
    for list_id, fewest in fewest_by_list.items():
        if counts[list_id] < fewest:
            raise refused(f"{list_id} must have at least {fewest} entries", counts[list_id])
