"""The UK Sanctions List of the Foreign, Commonwealth and Development Office, XML and CSV.

Since 2026-01-28 it is the only list of the United Kingdom. `gb_uksl_xml` and `gb_uksl_csv` are the
two layouts, `gb_designation` what a designation becomes. An XML file ends with its last tag; the
CSV file counts only with its seal.

Layout not yet seen in the wild: written from the elements and columns of 2026 as public projects
name them; a file with any other element or column is refused.

Source: https://sanctionslist.fcdo.gov.uk/docs/UK-Sanctions-List.xml (and `.csv`)
"""

from __future__ import annotations

from collections.abc import Mapping

from vigil.errors import SourceChanged, shown
from vigil.lists.countries import Countries
from vigil.lists.gb_uksl_csv import csv_designations
from vigil.lists.gb_uksl_layout import ID
from vigil.lists.gb_uksl_xml import xml_designations
from vigil.lists.loaded import Bounds, Dating, LoadedSource, digest, first_repeated
from vigil.lists.whole_files import Form, whole_file

TITLE = "UK Sanctions List"
URL = "https://sanctionslist.fcdo.gov.uk/docs/UK-Sanctions-List.xml"
NOTE = "layout not yet seen in the wild"
BOUNDS = Bounds(1_500, 15_000)  # about 6,200 designations in 2026


def read_gb_uksl(
    files: Mapping[str, bytes], countries: Countries, dating: Dating, bounds: Bounds = BOUNDS
) -> LoadedSource:
    """The list as entities, in the publisher's order.

    Raises:
        SourceChanged: the file is neither XML nor CSV, not of the known layout, or not whole.
    """
    form, data = whole_file(files, ID)
    if form is Form.XLSX:
        raise _refused("the list must be XML or CSV", form)
    generated, said = xml_designations(data) if form is Form.XML else csv_designations(data)
    bounds.check(len(said), ID)
    if twice := first_repeated(each.number for each in said):
        raise _refused("a Unique ID must come once", twice)
    version, dated_by = dating.of(generated)
    return LoadedSource(
        id=ID,
        title=TITLE,
        version=version,
        dated_by=dated_by,
        entities=tuple(each.entity(countries) for each in said),
        sha256=digest(data),
        url=URL,
        note=NOTE,
    )


def _refused(expected: str, got: object) -> SourceChanged:
    return SourceChanged(f"{ID}: {expected}, got {shown(got)}; the file is refused whole")
