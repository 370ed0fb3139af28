"""The shipped places, red flags and law, read from the reviewed files, and short orders."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml

from vigil.model.deal import Deal
from vigil.model.finding import Finding, FindingKind, Provenance, Screening
from vigil.model.order import Order, destination
from vigil.model.shelf import Edition, Shelf
from vigil.routes.catalogue import RouteCatalogue
from vigil.routes.gazetteer import Gazetteer
from vigil.routes.named_ends import Atlas
from vigil.routes.screen import screen_routes
from vigil.routes.shipped import load_routes
from vigil.routes.shipped_places import load_place_names
from vigil.rules.law import Law
from vigil.rules.shipped import load_law

DATA = Path(__file__).resolve().parents[2] / "vigil" / "data"
PRIORITY = frozenset({"854231", "854232", "854233", "854239", "851762", "852691"})
PROVENANCE = Provenance("routes", "2026-11-21", "0" * 64, None)

Screened = Callable[..., Screening]


@pytest.fixture(scope="session")
def shelf() -> Shelf:
    texts = {path.name: path.read_text("utf-8") for path in DATA.iterdir() if path.is_file()}
    documents = {n: yaml.safe_load(text) for n, text in texts.items() if n.endswith(".yaml")}
    return Shelf(texts, documents)


@pytest.fixture(scope="session")
def edition(shelf: Shelf) -> Edition:
    return msgspec.convert(shelf.document("shipped.yaml"), Edition)


@pytest.fixture(scope="session")
def routes(shelf: Shelf, edition: Edition) -> RouteCatalogue:
    return load_routes(shelf, edition)


@pytest.fixture(scope="session")
def law(shelf: Shelf, edition: Edition) -> Law:
    return Law(load_law(shelf, edition))


@pytest.fixture(scope="session")
def atlas(shelf: Shelf, routes: RouteCatalogue, law: Law) -> Atlas:
    return Atlas(
        Gazetteer(lambda: load_place_names(shelf)), law.countries, routes.states, routes.towns
    )


def party(role: str, country: str | None = "DE", **fields: Any) -> dict[str, Any]:
    """A party; each role gets a company of its own unless a name is given."""
    return {"role": role, "name": f"{role} Works", "country": country} | fields


def order(**fields: Any) -> Order:
    """A complete and harmless order, changed by the fields given."""
    plain: dict[str, Any] = {
        "id": "T-1",
        "date": "2026-12-01",
        "exporter": {"name": "Sender", "country": "DE"},
        "parties": [party("buyer"), party("consignee"), party("end_user")],
        "lines": [{"line": 1, "hs": "850440", "description": "power supply"}],
    }
    return msgspec.convert(plain | fields, Order)


@pytest.fixture(scope="session", name="order")
def order_of() -> Callable[..., Order]:
    return order


@pytest.fixture(scope="session")
def screen(routes: RouteCatalogue, law: Law, atlas: Atlas) -> Screened:
    """Screens an order made from the fields given, on its own date or on `on`."""

    def screened(on: date | None = None, **fields: Any) -> Screening:
        made = order(**fields)
        home = made.exporter.country if made.exporter else None
        deal = Deal(made, on or made.date, destination(made), law.jurisdictions(made),
                    own_law=law.own_jurisdictions(made), home=home)  # fmt: skip
        return screen_routes(deal, routes, law, PROVENANCE, PRIORITY, atlas=atlas)

    return screened


@pytest.fixture(scope="session")
def with_end_user(screen: Screened) -> Screened:
    """Screens an order whose end user has the fields given (`on`: the day)."""

    def screened(on: str = "2026-12-01", **fields: Any) -> Screening:
        end_user = party("end_user") | fields
        return screen(date=on, parties=[party("buyer"), party("consignee"), end_user])

    return screened


@pytest.fixture(scope="session")
def leg(screen: Screened) -> Screened:
    """Screens an order with one leg from one place to another (`on`: the day)."""

    def screened(start: str, to: str, on: str = "2026-12-01", **fields: Any) -> Screening:
        return screen(date=on, route=[{"from": start, "to": to} | fields])

    return screened


@pytest.fixture(scope="session")
def grounds() -> Callable[[Screening], dict[str, list[str]]]:
    """The places of concern of a screening: each place with its grounds."""

    def by_place(screening: Screening) -> dict[str, list[str]]:
        found = (f for f in screening.findings if f.kind is FindingKind.PLACE_OF_CONCERN)
        return {f.subject: [str(g) for g in f.grounds] for f in found}

    return by_place


@pytest.fixture(scope="session")
def flags() -> Callable[[Screening], dict[str, Finding]]:
    """The red flags of a screening that fired, by indicator."""

    def by_indicator(screening: Screening) -> dict[str, Finding]:
        found = (f for f in screening.findings if f.kind is FindingKind.RED_FLAG)
        return {f.subject: f for f in found}

    return by_indicator
