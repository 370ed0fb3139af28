"""A small world of listed parties, and orders that name them."""

from collections.abc import Callable
from datetime import date

import pytest

from vigil.index.names import NameIndex
from vigil.model.deal import Deal
from vigil.model.entity import Address, Entity, Identifier, IssuingList, Name, NameQuality, Origin
from vigil.model.finding import Finding, Screening
from vigil.model.order import Kind, Line, Order, Party, Role
from vigil.model.provision import Basis, Jurisdiction, Provision
from vigil.model.source import SourceSnapshot
from vigil.parties.screen import screen_parties
from vigil.rules.catalogue import Country, LawCatalogue
from vigil.rules.law import Law

ON = date(2026, 8, 7)
SNAPSHOT = date(2026, 7, 31)
ORIGIN = Origin("csl", "https://example.org/entry", True, Basis.PRIMARY)


def listed(number: int, *names: str | Name, **known: object) -> Entity:
    told = tuple(Name(n) if isinstance(n, str) else n for n in names)
    plain = {
        "source": "sdn",
        "kind": Kind.ORGANISATION,
        "listed_on": date(2021, 10, 29),
        "programmes": ("NPWMD",),
        "origins": (ORIGIN,),
    }
    return Entity(id=f"sdn:{number}", names=told, **{**plain, **known})  # type: ignore[arg-type]


MADO = listed(
    1, "OJE PARVAZ MADO NAFAR COMPANY", Name("MADO", NameQuality.ACRONYM), countries=("IR",),
    addresses=(Address("No. 7, Shahid Babaei Street, Qom, Iran", "IR"), Address("Qom", "IR")),
    identifiers=(Identifier("registration", "14005441856"),),
)  # fmt: skip
AGHAJANI = listed(
    2, "AGHAJANI, Saeed", "سعید آقاجانی", kind=Kind.PERSON, countries=("IR",),
    birth_dates=("1969-04-03",),
)  # fmt: skip
SHIP = listed(3, "PARISAN", kind=Kind.VESSEL, identifiers=(Identifier("imo", "9187629"),))
LATER = listed(4, "SAHARA THUNDER", listed_on=date(2024, 4, 25), countries=("IR",))
UNDATED = listed(5, "KAVAN ELECTRONICS BEHRAD", listed_on=None)
GONE = listed(6, "ZENITH NORTHERN LIGHTS", delisted_on=date(2025, 1, 1))
LIMITED = listed(7, "CASPIAN QUARTZ WORKS", source="uvl", programmes=())
AIR = listed(8, "IRAN AIR", countries=("IR",), programmes=("IRAN-X",))
ENTITIES = (MADO, AGHAJANI, SHIP, LATER, UNDATED, GONE, LIMITED, AIR)


@pytest.fixture(scope="session")
def index() -> NameIndex:
    return NameIndex(ENTITIES)


@pytest.fixture(scope="session")
def law() -> Law:
    blocking = Provision(
        "us-sdn-blocking", Jurisdiction.US, "Blocking", "all", date(2005, 6, 29), None,
        Basis.PRIMARY, True,
    )  # fmt: skip
    lists = (
        IssuingList("sdn", "OFAC", "SDN List", False, (), {"NPWMD": ("us-sdn-blocking",)}),
        IssuingList("uvl", "BIS", "Unverified List", True, ()),
    )
    countries = (
        Country("IR", "Iran", ("Islamic Republic of Iran",)), Country("AE", "United Arab Emirates"),
        Country("FR", "France"), Country("HK", "Hong Kong"),
    )  # fmt: skip
    return Law(LawCatalogue(SNAPSHOT, (blocking,), lists, countries, ("FR",), ()))


@pytest.fixture(scope="session")
def sources() -> dict[str, SourceSnapshot]:
    snapshot = SourceSnapshot(
        "csl", "Consolidated Screening List", SNAPSHOT, "publisher", 8, 10, "ab" * 32, "csl.json",
        "cd" * 32, "https://example.org",
    )  # fmt: skip
    return {"csl": snapshot}


def buyer(name: str = "Acme Optics", **known: object) -> Party:
    return Party(Role.BUYER, name, **known)  # type: ignore[arg-type]


def order(*parties: Party, **known: object) -> Order:
    plain = {"lines": (Line(1, hs="854231"),)}
    return Order("PO-1", ON, parties or (buyer(),), **{**plain, **known})  # type: ignore[arg-type]


Screen = Callable[..., Screening]


@pytest.fixture
def screen(index: NameIndex, law: Law, sources: dict[str, SourceSnapshot]) -> Screen:
    """Screens an order on a day in the small world."""

    def run(asked: Order, on: date = ON) -> Screening:
        return screen_parties(Deal(asked, on, None, frozenset()), index, law, sources)

    return run


@pytest.fixture
def make_order() -> Callable[..., Order]:
    return order


@pytest.fixture
def make_buyer() -> Callable[..., Party]:
    return buyer


@pytest.fixture
def met(screen: Screen) -> Callable[..., list[Finding]]:
    """The findings on one buyer."""
    return lambda name, on=ON, **known: list(screen(order(buyer(name, **known)), on).findings)
