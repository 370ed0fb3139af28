"""OFAC's two lists, in whichever of their forms the files are: comma-separated, XML, advanced XML.

`us_ofac_sdn` are those whose property is blocked, `us_ofac_cons` the lists that limit dealings
otherwise. Both have the same layouts, and one number for an entry in all of them. A set of
comma-separated files gives no day, and so is dated by whoever brings it.

Source: https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/SDN.CSV, with
ALT, ADD and SDN_COMMENTS; CONS_PRIM.CSV, with CONS_ALT, CONS_ADD and CONS_COMMENTS; SDN.XML,
SDN_ADVANCED.XML
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from lxml import etree

from vigil.errors import SourceChanged
from vigil.lists import us_ofac_advanced, us_ofac_xml
from vigil.lists.countries import Countries
from vigil.lists.loaded import Bounds, Dating, LoadedSource, digest_of, first_repeated
from vigil.lists.seal import unsealed
from vigil.lists.us_ofac_csv import CsvSet, drafts, read_rows
from vigil.lists.us_ofac_entity import Draft, tied
from vigil.lists.xml_fields import parse_xml, root_without_namespace
from vigil.model.entity import Entity

Drafts = Iterable[tuple[Draft, list[str]]]

EXPORTS = "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports"
ALONE = "only the file of entries was at hand: aliases and addresses are missing"


class OfacList(NamedTuple):
    """One of OFAC's lists: how it is called, how long it may be, and its files."""

    id: str
    title: str
    url: str
    bounds: Bounds
    csv: CsvSet


SDN = OfacList(
    "us_ofac_sdn",
    "OFAC Specially Designated Nationals and Blocked Persons List",
    f"{EXPORTS}/SDN.CSV",
    Bounds(5_000, 50_000),  # about 5,800 entries in 2016, 8,976 in July 2021, 19,181 in July 2026
    CsvSet("sdn.csv", "alt.csv", "add.csv", "sdn_comments.csv"),
)
CONS = OfacList(
    "us_ofac_cons",
    "OFAC Consolidated Non-SDN List",
    f"{EXPORTS}/CONS_PRIM.CSV",
    Bounds(150, 3_000),  # 443 entries in March 2025
    CsvSet("cons_prim.csv", "cons_alt.csv", "cons_add.csv", "cons_comments.csv"),
)


def read_us_ofac_sdn(
    files: Mapping[str, bytes], countries: Countries, dating: Dating
) -> LoadedSource:
    """The list of those whose property is blocked.

    Raises:
        SourceChanged: the files are not a known form of the list, or not whole.
    """
    return read_us_ofac(SDN, files, countries, dating)


def read_us_ofac_cons(
    files: Mapping[str, bytes], countries: Countries, dating: Dating
) -> LoadedSource:
    """The lists that limit dealings without blocking.

    Raises:
        SourceChanged: the files are not a known form of the list, or not whole.
    """
    return read_us_ofac(CONS, files, countries, dating)


def read_us_ofac(
    which: OfacList, files: Mapping[str, bytes], countries: Countries, dating: Dating
) -> LoadedSource:
    """One of the lists as entities, in the publisher's order."""
    files, _ = unsealed(which.id, files)
    day: date | None = None
    notes: list[str] = []
    read: Drafts
    if len(files) == 1 and _is_xml(next(iter(files.values()))):
        root = parse_xml(next(iter(files.values())), which.id)
        if etree.QName(root).localname == us_ofac_advanced.ROOT:
            plain = root_without_namespace(root, us_ofac_advanced.NAMESPACES, which.id)
            day, read = us_ofac_advanced.read_parties(plain, which.id, countries)
            notes.append(us_ofac_advanced.UNSEEN)
        else:
            plain = root_without_namespace(root, us_ofac_xml.NAMESPACES, which.id)
            day, read = us_ofac_xml.read_entries(plain, which.id, countries)
    else:
        _check_files(which, files)
        rows = read_rows(files, which.csv, which.id)
        read = drafts(rows, which.id, countries)
        notes += [ALONE] if rows.aliases is None else []
    gathered = [(draft, draft.entity(programmes)) for draft, programmes in read]
    entities = tuple(entity for _, entity in gathered)
    which.bounds.check(len(entities), which.id)
    _check_ids(which, entities)
    notes.append(_told([draft for draft, _ in gathered]))
    version, dated_by = dating.of(day)
    return LoadedSource(
        id=which.id,
        title=which.title,
        version=version,
        dated_by=dated_by,
        entities=tied(entities),
        sha256=digest_of(files),
        url=which.url,
        note="; ".join(notes),
    )


def _is_xml(data: bytes) -> bool:
    return data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<")


def _check_files(which: OfacList, files: Mapping[str, bytes]) -> None:
    """A list comes as its four comma-separated files, or as one file."""
    if len(files) != 1 and set(files) != set(which.csv):
        got = ", ".join(sorted(files)) or "none"
        raise SourceChanged(
            f"{which.id} must be {', '.join(which.csv)}, or one file of entries or XML, got {got}"
        )


def _check_ids(which: OfacList, entities: Iterable[Entity]) -> None:
    if twice := first_repeated(entity.id for entity in entities):
        raise SourceChanged(
            f"{which.id}: a number must come once, got {twice} twice; the file is refused whole"
        )


def _told(read: Iterable[Draft]) -> str:
    """How much of the remarks was understood."""
    counted = [(draft.statements, draft.texts) for draft in read]
    statements, texts = (sum(column) for column in zip(*counted, strict=True))
    return f"{statements:,} of {statements + texts:,} statements in its remarks are understood"
