"""The shipped law: provisions, issuing lists, countries and transshipment lists, read strictly."""

from __future__ import annotations

import re
from datetime import timedelta

from vigil.model.entity import IssuingList
from vigil.model.provision import Provision
from vigil.model.reach import EU_MEMBERS, Reach
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
from vigil.rules.wording import EndUseWords, GovernmentWords

COUNTRY = re.compile("[A-Z]{2}")  # ISO 3166-1 alpha-2
CATEGORIES = frozenset("0123456789")  # 15 CFR 738.2(a)
HEADING = re.compile("[0-9]{2}([0-9]{2}){0,2}")


def load_law(shelf: Shelf, edition: Edition) -> LawCatalogue:
    """The law catalogue of a shelf.

    Raises:
        InvalidInput: everything that is wrong in its files, each with file and path.
    """
    tables = [Table(n) for n in ("provisions.yaml", "lists.yaml", "countries.csv")]
    tables += [Table("transshipment.yaml"), Table("end_uses.yaml"), Table("governments.yaml")]
    tables.append(Table(EDITION))
    of_provisions, of_lists, of_countries, of_transshipment, *of_words, of_edition = tables
    law = LawCatalogue(
        version=edition.version,
        provisions=_provisions(of_provisions, shelf),
        issuing_lists=_issuing_lists(of_lists, shelf),
        countries=_countries(of_countries, shelf),
        eu_members=edition.eu_members,
        transshipment=_transshipment(of_transshipment, shelf),
        end_uses=_end_uses(of_words[0], shelf),
        governments=_governments(of_words[1], shelf),
        regions=shelf.regions,
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
    by_id = {row.id: row for _, row in rows}
    for path, row in rows:
        check_window(table, path, row.in_force_from, row.in_force_to)
        for name in ("authority", "citation"):
            if not getattr(row, name):
                table.problem(f"{name!r} must be given", path, has_value=False)
        if row.limits.destinations or row.limits.key_lists:
            table.problem("destinations and key_lists must stand in the row itself",
                          f"{path}.limits", has_value=False)  # fmt: skip
        _check_reach(table, path, row.reach, shelf)
        check_known(table, f"{path}.concerns", row.concerns, shelf.countries, "country")
        for i, phase in enumerate(row.phases):
            where = f"{path}.phases[{i}]"
            check_window(table, where, phase.in_force_from, phase.in_force_to)
            _check_reach(table, where, phase.reach_of(Reach()), shelf)
        _check_phases(table, path, row)
        _check_successor(table, path, row, by_id)
    return tuple(row for _, row in rows)


def _check_reach(table: Table, path: str, reach: Reach, shelf: Shelf) -> None:
    countries = shelf.countries
    places = countries | shelf.regions.keys()
    check_known(table, f"{path}.destinations", reach.destinations, places, "country or region")
    check_known(table, f"{path}.not_to", reach.not_to, countries | {EU_MEMBERS}, "country")
    for name in ("departures", "governments"):
        check_known(table, f"{path}.{name}", getattr(reach, name), countries, "country")
    check_known(table, f"{path}.key_lists", reach.key_lists, shelf.goods_lists, "goods list")
    check_known(table, f"{path}.ccl_categories", reach.ccl_categories, CATEGORIES, "CCL category")
    for heading in reach.hs_headings:
        check_form(table, f"{path}.hs_headings", heading, HEADING, "2, 4 or 6 digits of HS")


def _check_phases(table: Table, path: str, row: Provision) -> None:
    """Phases must follow each other without gap and fill the window."""
    if not row.phases:
        return
    ends = [phase.in_force_to for phase in row.phases]
    starts = [phase.in_force_from for phase in row.phases]
    whole = (starts[0], ends[-1]) == (row.in_force_from, row.in_force_to)
    follow = all(
        end is not None and end + timedelta(days=1) == start
        for end, start in zip(ends[:-1], starts[1:], strict=True)
    )
    if not (whole and follow):
        table.problem("phases must fill the window, each from the day after the last",
                      f"{path}.phases", has_value=False)  # fmt: skip


def _check_successor(table: Table, path: str, row: Provision, by_id: dict[str, Provision]) -> None:
    if row.superseded_by is None:
        return
    check_known(table, f"{path}.superseded_by", (row.superseded_by,), by_id, "provision")
    later = by_id.get(row.superseded_by)
    if row.in_force_to is None:
        table.problem("what is superseded must have a last day", path, has_value=False)
    elif later and later.in_force_to is not None and later.in_force_to < row.in_force_to:
        table.problem("what supersedes must not end before", path, row.superseded_by)


def _end_uses(table: Table, shelf: Shelf) -> tuple[EndUseWords, ...]:
    rows = table.rows(shelf.document(table.file), "end_uses", EndUseWords)
    check_unique(table, rows, "id")
    return tuple(row for _, row in rows)


def _governments(table: Table, shelf: Shelf) -> tuple[GovernmentWords, ...]:
    rows = table.rows(shelf.document(table.file), "governments", GovernmentWords)
    check_unique(table, rows, "country")
    for path, row in rows:
        check_known(table, f"{path}.country", (row.country,), shelf.countries, "country")
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
