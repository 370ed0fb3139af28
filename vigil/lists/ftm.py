"""Any FollowTheMoney file: JSON lines, flat or nested, as OpenSanctions exports them.

The lines have no count and no end mark. What stands in for one: every edge must find its ends in
the file. A cut between two lines that no edge joins is told by the file's seal only
(`vigil.lists.seal`), and the note of an unsealed list says so.

Source: https://www.opensanctions.org/docs/bulk/json/; layout not yet seen in the wild
"""

from __future__ import annotations

from collections.abc import Mapping

from vigil.lists.countries import Countries
from vigil.lists.ftm_entity import party_entities
from vigil.lists.ftm_layout import ID, read_records
from vigil.lists.loaded import Bounds, Dating, LoadedSource, digest
from vigil.lists.seal import one_file

TITLE = "FollowTheMoney entities"
BOUNDS = Bounds(1, 5_000_000)  # chosen: whatever the user brings; the largest export has 4 million
UNSEEN = "layout not yet seen in the wild"
UNSEALED = f"{UNSEEN}; without its sha256 beside it a file cut between two lines looks whole"


def read_ftm(
    files: Mapping[str, bytes], countries: Countries, dating: Dating, bounds: Bounds = BOUNDS
) -> LoadedSource:
    """The parties of the file as entities, in its order.

    Raises:
        SourceChanged: a line that is no FollowTheMoney record, an end that is missing, or no party.
    """
    _, data, is_sealed = one_file(ID, files)
    version, dated_by = dating.of(None)
    entities = party_entities(read_records(data), countries, version)
    bounds.check(len(entities), ID)
    return LoadedSource(
        id=ID,
        title=TITLE,
        version=version,
        dated_by=dated_by,
        entities=entities,
        sha256=digest(data),
        official=False,
        note=UNSEEN if is_sealed else UNSEALED,
    )
