"""The shipped law: provisions, issuing lists, countries and transshipment lists, read strictly."""

from __future__ import annotations

import re

from vigil.model.entity import IssuingList
from vigil.model.provision import Provision
from vigil.model.rows import (
    Table,
    check_form,
    check_known,
    check_unique,
    check_window,
    raise_all,
)
from vigil.model.shelf import EDITION, Edition, Shelf
from vigil.rules.catalogue import Country, LawCatalogue, TransshipmentList

COUNTRY = re.compile("[A-Z]{2}")  # ISO 3166-1 alpha-2


def load_law(shelf: Shelf, edition: Edition) -> LawCatalogue:
    """The law catalogue of a shelf.

    Raises:
        InvalidInput: everything that is wrong in its files, each with file and path.
    """
    tables = [Table(n) for n in ("provisions.yaml", "lists.yaml", "countries.csv")]
    tables += [Table("transshipment.yaml"), Table(EDITION)]
    of_provisions, of_lists, of_countries, of_transshipment, of_edition = tables
    law = LawCatalogue(
        version=edition.version,
        provisions=_provisions(of_provisions, shelf),
        issuing_lists=_issuing_lists(of_lists, shelf),
        countries=_countries(of_countries, shelf),
        eu_members=edition.eu_members,
        transshipment=_transshipment(of_transshipment, shelf),
    )
    list_ids = frozenset(issuing.id for issuing in law.issuing_lists)
    for provision in law.provisions:
        named = provision.ownership.lists if provision.ownership else ()
        where = f"$.provisions.{provision.id}.ownership.lists"
        check_known(of_provisions, where, named, list_ids, "issuing list")
    check_known(of_edition, "$.eu_members", edition.eu_members, shelf.countries, "country")
    raise_all(tables)
    return law


def _provisions(table: Table, shelf: Shelf) -> tuple[Provision, ...]:
    rows = table.rows(shelf.document(table.file), "provisions", Provision)
    check_unique(table, rows, "id")
    countries, goods_lists = shelf.countries, shelf.goods_lists
    for path, row in rows:
        check_window(table, path, row.in_force_from, row.in_force_to)
        check_known(table, f"{path}.destinations", row.destinations, countries, "country")
        check_known(table, f"{path}.key_lists", row.key_lists, goods_lists, "goods list")
        for i, phase in enumerate(row.phases):
            check_window(table, f"{path}.phases[{i}]", phase.in_force_from, phase.in_force_to)
    return tuple(row for _, row in rows)


def _issuing_lists(table: Table, shelf: Shelf) -> tuple[IssuingList, ...]:
    rows = table.rows(shelf.document(table.file), "lists", IssuingList)
    check_unique(table, rows, "id")
    known = shelf.provisions
    for path, row in rows:
        check_known(table, f"{path}.provisions", row.provisions, known, "provision")
        for programme, provisions in row.programme_provisions.items():
            where = f"{path}.programme_provisions.{programme}"
            check_known(table, where, provisions, known, "provision")
    return tuple(row for _, row in rows)


def _countries(table: Table, shelf: Shelf) -> tuple[Country, ...]:
    rows = table.records(shelf.text(table.file), Country)
    check_unique(table, rows, "code")
    bearer: dict[str, str] = {}
    for path, row in rows:
        check_form(table, f"{path}.code", row.code, COUNTRY, "two capital letters, like IR")
        for name in row.names:
            other = bearer.setdefault(name.casefold(), row.code)
            if other != row.code:
                table.problem(f"a name must be of one country, this is of {other} too", path, name)
    return tuple(row for _, row in rows)


def _transshipment(table: Table, shelf: Shelf) -> tuple[TransshipmentList, ...]:
    rows = table.rows(shelf.document(table.file), "transshipment", TransshipmentList)
    check_unique(table, rows, "id")
    for path, row in rows:
        check_known(table, f"{path}.countries", row.countries, shelf.countries, "country")
    return tuple(row for _, row in rows)
