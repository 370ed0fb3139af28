"""Who in an order is listed, as of its day."""

from collections.abc import Callable
from datetime import date

import pytest

from vigil.decide import weigh
from vigil.model.finding import Finding, FindingKind, Ground, Screening, Strength
from vigil.model.order import Exporter, Kind, Leg, Order, Party, Payment, Role, Vessel
from vigil.names.score import replay

Met = Callable[..., list[Finding]]
Screen = Callable[..., Screening]
MakeOrder = Callable[..., Order]
MakeBuyer = Callable[..., Party]


def strengths(findings: list[Finding]) -> list[Strength | None]:
    return [finding.strength for finding in weigh(findings)]


@pytest.mark.parametrize(
    ("name", "entity"),
    [
        ("Oje Parvaz Mado Nafar", "sdn:1"),
        ("Saeed Aghajani", "sdn:2"),
        ("سعید آقاجانی", "sdn:2"),
        ("Iran Air", "sdn:8"),
    ],
)
def test_a_listed_name_stops(met: Met, name: str, entity: str) -> None:
    findings = met(name)
    assert ([f.subject for f in findings], strengths(findings)) == ([entity], [Strength.STOP])


@pytest.mark.parametrize(
    "name",
    ["Azim Aghajani", "Amado Garcia", "Iran Aircraft Manufacturing", "Zenith Northern Lights"],
)
def test_look_alikes_and_the_delisted_are_not_met(met: Met, name: str) -> None:
    assert met(name) == []


def test_a_finding_can_be_redone_by_hand(met: Met) -> None:
    (finding,) = met("Oje Parvaz Mado Nafar", country="IR")
    assert finding.score == replay(finding.features)
    assert finding.path == "$.parties[0].name"
    assert finding.matched is not None
    assert finding.matched.listed_on == date(2021, 10, 29)
    assert [p.id for p in finding.provisions] == ["us-sdn-blocking"]
    assert finding.provenance is not None
    assert (finding.provenance.source, finding.provenance.version) == ("csl", "2026-07-31")
    assert finding.provenance.url == "https://example.org/entry"


def test_the_summary_names_list_id_programme_date_and_alias(met: Met) -> None:
    (finding,) = met("Oje Parvaz Mado Nafar")
    for told in ("SDN List", "sdn:1", "NPWMD", "2021-10-29", "OJE PARVAZ MADO NAFAR COMPANY"):
        assert told in finding.summary
    assert "provision not held" not in finding.summary


def test_a_programme_without_provision_is_said_to_have_none(met: Met) -> None:
    (finding,) = met("Iran Air")
    assert "provision not held for IRAN-X" in finding.summary


def test_a_country_that_contradicts_asks_for_review(met: Met) -> None:
    (finding,) = met("Saeed Aghajani", country="FR")
    assert Ground.COUNTRY_CONTRADICTS in finding.grounds
    assert strengths([finding]) == [Strength.REVIEW]


def test_a_kind_that_contradicts_asks_for_review(met: Met) -> None:
    (finding,) = met("Saeed Aghajani", kind=Kind.ORGANISATION)
    assert Ground.KIND_CONTRADICTS in finding.grounds
    assert strengths([finding]) == [Strength.REVIEW]


def test_an_acronym_asks_for_review(met: Met) -> None:
    (finding,) = met("Mado LLC")
    assert Ground.WEAK_NAME in finding.grounds
    assert strengths([finding]) == [Strength.REVIEW]


def test_a_list_that_only_limits_asks_for_review(met: Met) -> None:
    assert strengths(met("Caspian Quartz Works")) == [Strength.REVIEW]


@pytest.mark.parametrize(
    ("on", "found"),
    [
        pytest.param(date(2024, 4, 24), 0, id="the day before"),
        pytest.param(date(2024, 4, 25), 1, id="the day of listing"),
    ],
)
def test_a_listing_counts_from_its_day(met: Met, on: date, found: int) -> None:
    assert len(met("Sahara Thunder", on=on)) == found


@pytest.mark.parametrize(
    ("on", "found"),
    [
        pytest.param(date(2024, 12, 31), 1, id="the last day"),
        pytest.param(date(2025, 1, 1), 0, id="the first day off the list"),
    ],
)
def test_a_delisting_ends_a_listing(met: Met, on: date, found: int) -> None:
    assert len(met("Zenith Northern Lights", on=on)) == found


@pytest.mark.parametrize(
    ("on", "strength"),
    [
        pytest.param(date(2026, 7, 30), Strength.REVIEW, id="before the snapshot"),
        pytest.param(date(2026, 7, 31), Strength.STOP, id="on its day"),
    ],
)
def test_an_undated_listing_is_doubtful_before_its_snapshot(
    met: Met, on: date, strength: Strength
) -> None:
    findings = met("Kavan Electronics Behrad", on=on)
    assert strengths(findings) == [strength]
    assert "unknown day" in findings[0].summary


def test_the_birth_year_is_told(met: Met) -> None:
    (finding,) = met("Saeed Aghajani", birth_date="1971")
    (year,) = [f for f in finding.features if f.name == "birth_year"]
    assert (year.score, year.detail) == (0.0, "the order says 1971, the entry 1969")


def test_every_name_of_an_order_is_looked_at(
    screen: Screen, make_order: MakeOrder, make_buyer: MakeBuyer
) -> None:
    name = "Sahara Thunder"
    asked = make_order(
        make_buyer(),
        exporter=Exporter(name),
        route=(Leg(carrier=name, vessel=Vessel(name)),),
        payment=Payment(payer=name, bank=name),
    )
    result = screen(asked)
    assert [f.path for f in result.findings] == [
        "$.exporter.name", "$.route[0].carrier", "$.route[0].vessel.name", "$.payment.payer",
        "$.payment.bank",
    ]  # fmt: skip
    assert result.subjects == 6


def test_a_listed_ship_is_told_by_its_number(
    screen: Screen, make_order: MakeOrder, make_buyer: MakeBuyer
) -> None:
    asked = make_order(make_buyer(), route=(Leg(vessel=Vessel("LUCKY STAR", "IMO 9187629")),))
    (finding,) = screen(asked).findings
    assert (finding.kind, finding.path) == (FindingKind.LISTED_VESSEL, "$.route[0].vessel.imo")
    assert strengths([finding]) == [Strength.STOP]


def test_name_and_number_of_one_entity_are_one_finding(
    screen: Screen, make_order: MakeOrder, make_buyer: MakeBuyer
) -> None:
    asked = make_order(make_buyer(), route=(Leg(vessel=Vessel("PARISAN", "9187629")),))
    (finding,) = screen(asked).findings
    assert finding.path == "$.route[0].vessel.name"
    assert {Ground.IDENTIFIER_EQUAL, Ground.NAME_CLOSE} <= set(finding.grounds)


def test_a_registration_number_tells_a_party_under_another_name(met: Met) -> None:
    (finding,) = met("Acme Optics", identifiers={"tax": "1400-544-1856"})
    assert (finding.path, finding.subject) == ("$.parties[0].identifiers.tax", "sdn:1")


def test_the_same_file_number_in_another_country_is_another_bearer(met: Met) -> None:
    assert met("Acme Optics", country="FR", identifiers={"registration": "14005441856"}) == []


@pytest.mark.parametrize(
    ("known", "path"),
    [
        ({"identifiers": {"lei": "529900T8BM49AURSDO56"}}, "$.parties[0].identifiers.lei"),
        ({"identifiers": {"passporter": "A1"}}, "$.parties[0].identifiers.passporter"),
        ({"country": "ZZ"}, "$.parties[0].country"),
        ({"address": "x" * 1001}, "$.parties[0].address"),
    ],
    ids=["check digit", "unknown scheme", "no such country", "endless address"],
)
def test_what_cannot_be_checked_is_said(
    screen: Screen, make_order: MakeOrder, make_buyer: MakeBuyer, known: dict[str, str], path: str
) -> None:
    result = screen(make_order(make_buyer(**known)))
    assert [gap.path for gap in result.not_checked] == [path]


@pytest.mark.parametrize("name", ["!!!", "x" * 1001, "ab " * 65, "Trading Co", "A. B."])
def test_a_name_that_tells_nobody_is_not_checked(
    screen: Screen, make_order: MakeOrder, make_buyer: MakeBuyer, name: str
) -> None:
    result = screen(make_order(make_buyer(name)))
    assert [gap.path for gap in result.not_checked] == ["$.parties[0].name"]
    assert result.findings == ()


def test_a_party_in_the_role_of_a_vessel_is_a_vessel(screen: Screen, make_order: MakeOrder) -> None:
    (finding,) = screen(make_order(Party(Role.VESSEL, "Parisan"))).findings
    assert (finding.kind, strengths([finding])) == (FindingKind.LISTED_VESSEL, [Strength.STOP])


def test_blank_names_beside_the_parties_say_that_there_is_nobody(
    screen: Screen, make_order: Callable[..., Order]
) -> None:
    payment, leg = Payment(payer="", bank=" "), Leg("DEHAM", "AEJEA", carrier="", vessel=Vessel(""))
    assert screen(make_order(payment=payment, route=(leg,))).not_checked == ()
