"""The EU's consolidated list of financial sanctions (Financial Sanctions Files), XML and CSV 1.1.

`eu_fsf_xml` and `eu_fsf_csv` are the two layouts, `eu_fsf_entity` what an entry becomes. An entry
is named by its logical id, which every file has; the EU reference number is a remark. An XML file
ends with its last tag; the CSV file counts only with its seal. Prefer the XML: it tells weak names.

Layout not yet seen in the wild: written from the elements, attributes and columns as public
projects name them in 2026; a file with any other is refused.

Source: https://webgate.ec.europa.eu/fsd/fsf (the public files' page names the addresses)
"""

from __future__ import annotations

from collections.abc import Mapping

from vigil.errors import SourceChanged
from vigil.lists.countries import Countries
from vigil.lists.eu_fsf_csv import csv_entries
from vigil.lists.eu_fsf_entity import read_entry
from vigil.lists.eu_fsf_layout import ID, refused
from vigil.lists.eu_fsf_xml import xml_entries
from vigil.lists.loaded import Bounds, Dating, LoadedSource, digest, first_repeated
from vigil.lists.whole_files import Form, whole_file

TITLE = "EU consolidated list of financial sanctions"
URL = "https://webgate.ec.europa.eu/fsd/fsf/public/files/xmlFullSanctionsList_1_1/content"
NOTE = "layout not yet seen in the wild"
BOUNDS = Bounds(1_000, 15_000)  # about 2,000 entries in 2016, 6,000 in 2026


def read_eu_fsf(
    files: Mapping[str, bytes], countries: Countries, dating: Dating, bounds: Bounds = BOUNDS
) -> LoadedSource:
    """The list as entities, in the publisher's order.

    Raises:
        SourceChanged: the file is neither XML nor CSV, not of the known layout, or not whole.
    """
    form, data = whole_file(files, ID)
    if form is Form.XLSX:
        raise SourceChanged(f"{ID}: the list must be XML or CSV, got {form}")
    generated, entries = xml_entries(data) if form is Form.XML else csv_entries(data)
    bounds.check(len(entries), ID)
    entities = tuple(read_entry(entry, countries) for entry in entries)
    if twice := first_repeated(entity.id for entity in entities):
        raise refused("a logicalId must come once", twice, "its second entry")
    version, dated_by = dating.of(generated)
    return LoadedSource(
        id=ID,
        title=TITLE,
        version=version,
        dated_by=dated_by,
        entities=entities,
        sha256=digest(data),
        url=URL,
        note=NOTE,
    )
