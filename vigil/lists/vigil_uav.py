"""The shipped parties of the drone trade: one source, one entity for each official listing.

A party stands on several lists; "different lists stay different entities", so each listing gives
an entity with all names of the party, under the id that the list itself would give it. Read again
from the official file, the same entry is then the same entity.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from datetime import date

import msgspec

from vigil.lists.loaded import LoadedSource, digest
from vigil.model.entity import Address, Entity, Identifier, Name, Origin
from vigil.model.order import Kind
from vigil.model.provision import Basis
from vigil.model.rows import Table, check_form, check_known, check_unique, raise_all
from vigil.model.shelf import Edition, Shelf

PARTIES = "parties.yaml"
DATED_BY = "publisher"
NUMBER = re.compile(r"[0-9A-Za-z./]+")
IDENTIFIER = re.compile("[0-9A-Z]+")  # normal form: letters and digits only, upper case
SCHEMES = frozenset({"registration", "inn", "uscc", "imo"})


class Listing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """That a party stands on a list: by the list's `number`, or, where the list has none, by the
    `printed_name` and `citation` that its row prints.
    """

    list: str
    source: str
    verified: bool
    basis: Basis
    number: str | None = None
    printed_name: str | None = None
    citation: str | None = None
    programmes: tuple[str, ...] = ()
    listed_on: date | None = None
    delisted_on: date | None = None


class ShippedParty(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Someone of the drone trade, as parties.yaml tells it."""

    id: str
    kind: Kind
    country: str
    role: str
    names: tuple[Name, ...]
    listings: tuple[Listing, ...]
    verified: bool
    basis: Basis
    identifiers: tuple[Identifier, ...] = ()
    addresses: tuple[Address, ...] = ()


def load_parties(shelf: Shelf, edition: Edition) -> LoadedSource:
    """The shipped parties as a source.

    Raises:
        InvalidInput: everything that is wrong in the file, each with its path.
    """
    table = Table(PARTIES)
    rows = table.rows(shelf.document(PARTIES), "parties", ShippedParty)
    check_unique(table, rows, "id")
    for path, row in rows:
        _check(table, path, row, shelf)
    entities = _entities(table, rows, edition.parties.id)
    raise_all([table])
    return LoadedSource(
        id=edition.parties.id,
        title=edition.parties.title,
        version=edition.parties.version,
        dated_by=DATED_BY,
        entities=entities,
        sha256=digest(shelf.text(PARTIES).encode()),
        answers_from=edition.parties.answers_from,
        official=False,
        note=edition.parties.note,
        rows=len(rows),
    )


def unnumbered_id(list_id: str, printed_name: str, citation: str | None) -> str:
    """Id of an entry whose list has no numbers: the list and a hash over name and citation.

    >>> unnumbered_id("us_bis_el", "Mado Company", "88 FR 6622")
    'us_bis_el:e54980532398'
    """
    told_by = f"{printed_name.strip()}\n{citation or ''}"
    return f"{list_id}:{hashlib.sha256(told_by.encode()).hexdigest()[:12]}"


def _check(table: Table, path: str, party: ShippedParty, shelf: Shelf) -> None:
    countries = [party.country, *(a.country for a in party.addresses if a.country is not None)]
    check_known(table, f"{path}.country", countries, shelf.countries, "country")
    if not party.names or not party.listings:
        table.problem("a party must have a name and a listing", path, party.id)
    for i, name in enumerate(party.names):
        if not name.text.strip():
            table.problem("a name must have letters", f"{path}.names[{i}].text", name.text)
    for i, held in enumerate(party.identifiers):
        where = f"{path}.identifiers[{i}]"
        check_known(table, f"{where}.scheme", [held.scheme], SCHEMES, "scheme")
        check_form(table, f"{where}.value", held.value, IDENTIFIER, "capitals and digits only")
    for i, listing in enumerate(party.listings):
        _check_listing(table, f"{path}.listings[{i}]", listing, shelf)


def _check_listing(table: Table, path: str, listing: Listing, shelf: Shelf) -> None:
    check_known(table, f"{path}.list", [listing.list], shelf.issuing_lists, "issuing list")
    check_form(table, f"{path}.number", listing.number, NUMBER, "a number such as 39637 or RUS1655")
    if (listing.number is None) == (listing.printed_name is None):
        table.problem("a listing must have either a number or a printed_name", path, listing.list)
    first, last = listing.listed_on, listing.delisted_on
    if first is not None and last is not None and last < first:
        table.problem(f"must not be before the listing on {first}", f"{path}.delisted_on", last)


def _entities(
    table: Table, rows: Sequence[tuple[str, ShippedParty]], source: str
) -> tuple[Entity, ...]:
    entities: dict[str, Entity] = {}
    for path, party in rows:
        for i, listing in enumerate(party.listings):
            entity = _entity(party, listing, source)
            if entity.id in entities:
                table.problem("two listings must not be the same entry", f"{path}.listings[{i}]",
                              entity.id)  # fmt: skip
            entities[entity.id] = entity
    return tuple(entities[entity_id] for entity_id in sorted(entities))


def _entity(party: ShippedParty, listing: Listing, source: str) -> Entity:
    return Entity(
        id=_entity_id(listing),
        source=listing.list,
        kind=party.kind,
        names=_names(party, listing),
        countries=(party.country,),
        programmes=listing.programmes,
        listed_on=listing.listed_on,
        delisted_on=listing.delisted_on,
        addresses=party.addresses,
        identifiers=party.identifiers,
        citation=listing.citation,
        origins=(Origin(source, listing.source, listing.verified, listing.basis),),
        remarks=f"role: {party.role}",
    )


def _entity_id(listing: Listing) -> str:
    if listing.number is not None:
        return f"{listing.list}:{listing.number}"
    return unnumbered_id(listing.list, listing.printed_name or "", listing.citation)


def _names(party: ShippedParty, listing: Listing) -> tuple[Name, ...]:
    """The party's names; the name that the list prints comes first."""
    printed = listing.printed_name
    if printed is None:
        return party.names
    first = tuple(name for name in party.names if name.text == printed) or (Name(printed),)
    return (*first, *(name for name in party.names if name.text != printed))
