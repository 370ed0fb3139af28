"""Goods count as going wherever a consignee or a leg takes them."""

from datetime import date

import pytest

from vigil.model.finding import Ground
from vigil.model.order import Leg, Party, Role


def grounds(screening):
    return set(screening.findings[0].grounds)


@pytest.mark.parametrize("role", [Role.CONSIGNEE, Role.INTERMEDIATE_CONSIGNEE, Role.END_USER])
def test_goods_consigned_to_iran_go_to_iran(screen, role):
    consignee = Party(role, "Invented Consignee", country="IR")
    found = screen("DE", hs="854231", description="goods", parties=(consignee,))
    assert Ground.TO_DRONE_STATES in grounds(found)
    assert "by way of Iran" in found.findings[0].summary


@pytest.mark.parametrize("role", [Role.BANK, Role.EXPORTER, Role.PAYER, Role.NOTIFY_PARTY])
def test_a_party_that_receives_no_goods_does_not_move_them(screen, role):
    party = Party(role, "Invented Party", country="IR")
    assert grounds(screen("DE", hs="854231", description="goods", parties=(party,))) == set()


@pytest.mark.parametrize(
    ("route", "ground"),
    [
        ((Leg("NLRTM", "AEJEA"),), Ground.TO_TRANSSHIPMENT),
        ((Leg("NLRTM", "IR BND"), Leg("IRBND", "CATOR")), Ground.TO_DRONE_STATES),
        ((Leg("NLRTM", "CATOR"), Leg("TRIST", "CATOR")), Ground.TO_TRANSSHIPMENT),
    ],
    ids=["end of the leg", "spaced code", "begin of the second leg"],
)
def test_a_leg_takes_the_goods_there(screen, route, ground):
    assert ground in grounds(screen("CA", hs="854231", description="goods", route=route))


@pytest.mark.parametrize("route", [(Leg("TRIST", "CATOR"),), (Leg("Dubai", "CATOR"),)])
def test_where_the_goods_only_leave_from_is_no_destination(screen, route):
    assert grounds(screen("CA", hs="854231", description="goods", route=route)) == set()


@pytest.mark.parametrize(
    ("on", "counts"), [(date(2022, 6, 27), False), (date(2022, 6, 28), True)], ids=["before", "on"]
)
def test_a_transshipment_list_counts_from_the_day_it_was_published(screen, on, counts):
    found = screen("AE", on, eccn="3A001", description="goods")
    assert (Ground.TO_TRANSSHIPMENT in grounds(found)) is counts


def test_the_transshipment_list_is_told_with_day_and_reading(screen):
    summary = screen("AE", hs="854231", description="goods").findings[0].summary
    assert "on 2022-06-28 (Alert on transshipment; verified, read in a secondary" in summary


def test_a_list_drawn_from_cases_is_context_and_no_ground(screen):
    (finding,) = screen("DE", hs="854231", description="goods").findings
    assert finding.grounds == ()
    assert any(feature.name == "context" for feature in finding.features)
