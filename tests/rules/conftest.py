"""The shipped law, and orders that ask it."""

from collections.abc import Callable
from datetime import date
from typing import Any

import msgspec
import pytest

from vigil.goods.code_book import code_book
from vigil.goods.shipped import load_goods
from vigil.model.deal import Deal
from vigil.model.order import Order, destination
from vigil.model.policy import Policy
from vigil.model.provision import Citation, Provision
from vigil.model.reach import CodeBook
from vigil.model.shelf import Edition, Shelf, load_edition
from vigil.rules.law import Law, home_of
from vigil.rules.shipped import load_law
from vigil.store.compile import DATA, read_shelf

Asked = Callable[..., Deal]
Cited = Callable[..., dict[str, Citation]]


@pytest.fixture(scope="session")
def shelf() -> Shelf:
    return read_shelf(DATA)


@pytest.fixture(scope="session")
def edition(shelf: Shelf) -> Edition:
    return load_edition(shelf)


@pytest.fixture(scope="session")
def law(shelf: Shelf, edition: Edition) -> Law:
    return Law(load_law(shelf, edition))


@pytest.fixture(scope="session")
def book(shelf: Shelf, edition: Edition) -> CodeBook:
    return code_book(load_goods(shelf, edition))


@pytest.fixture(scope="session")
def provisions(law: Law) -> dict[str, Provision]:
    return {p.id: p for p in law.provisions}


@pytest.fixture(scope="session")
def asked(law: Law, book: CodeBook) -> Asked:
    """A deal: `asked("IR", "2023-06-09", home="US", eccn="3A001")`; other fields of the line."""

    def made(
        to: str | None,
        on: str,
        *,
        home: str | None = None,
        policy: Policy | None = None,
        buyer: str = "Invented Buyer",
        order: dict[str, Any] | None = None,
        **line: Any,
    ) -> Deal:
        plain = {
            "id": "T",
            "date": on,
            "parties": [{"role": "end_user", "name": buyer, "country": to}],
            "lines": [{"line": 1} | line],
            "exporter": {"name": "S", "country": home} if home else None,
        }
        made = msgspec.convert(plain | (order or {}), Order)
        policy, day = policy or Policy(), date.fromisoformat(on)
        home = home_of(made, policy)
        return Deal(
            made,
            day,
            destination(made),
            law.jurisdictions(made, policy),
            law.own_jurisdictions(made, policy),
            home,
            law.facts.of(made, day, book, home),
            book,
        )

    return made


@pytest.fixture(scope="session")
def cited(asked: Asked, law: Law) -> Cited:
    """What the law cites for a deal, by id; its arguments are those of `asked`."""

    def ask(to: str | None, on: str, **fields: Any) -> dict[str, Citation]:
        deal = asked(to, on, **fields)
        return {c.id: c for c in law.cite_scope(deal, (to,) if to else ())}

    return ask
