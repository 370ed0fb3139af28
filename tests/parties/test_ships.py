"""Listed ships under other names, flags and numbers; other ships of their names."""

import json
from datetime import date

import pytest

from vigil.decide import weigh
from vigil.index.names import NameIndex
from vigil.model.deal import Deal
from vigil.model.entity import Entity, Identifier, Name, NameKind
from vigil.model.finding import Ground
from vigil.model.order import Kind, Leg, Line, Order, Party, Role, Vessel
from vigil.parties.screen import screen_parties
from vigil.parties.ships import ship_features
from vigil.parties.subjects import Subject

LISTED, OTHER, COMPANYS = "9187629", "9074729", "5310004"


def on_ship(screen, make_order, **vessel):
    return screen(make_order(route=(Leg(vessel=Vessel(**vessel)),)))


def features(finding):
    return {f.name: f for f in finding.features}


def test_a_listed_ship_under_another_name_is_told(screen, make_order):
    [found] = on_ship(screen, make_order, name="LUCKY STAR", imo=LISTED).findings
    assert [f.strength for f in weigh([found])] == ["stop"]
    assert "sails under another name" in found.summary
    assert "'PARISAN'" in features(found)["ship_renamed"].detail


@pytest.mark.parametrize("name", ["PARISAN", "M/V Parisan", None])
def test_its_own_name_or_none_is_no_other_name(name, screen, make_order):
    [found] = on_ship(screen, make_order, name=name, imo=LISTED).findings
    assert "ship_renamed" not in features(found)
    assert "another name" not in found.summary


def test_another_ship_of_the_name_is_looked_at_and_does_not_stop(screen, make_order):
    [found] = on_ship(screen, make_order, name="PARISAN", imo=OTHER).findings
    assert Ground.NUMBER_CONTRADICTS in found.grounds
    assert [f.strength for f in weigh([found])] == ["review"]
    assert OTHER in features(found)["imo_number"].detail


@pytest.mark.parametrize(
    ("imo", "gaps"),
    [
        (None, []),
        ("9187628", ["$.route[0].vessel.imo"]),  # its check digit fails
        (COMPANYS, ["$.route[0].vessel.imo"]),  # a company's check digit
        ("123", ["$.route[0].vessel.imo"]),
    ],
)
def test_a_number_that_is_none_contradicts_nothing(imo, gaps, screen, make_order):
    seen = on_ship(screen, make_order, name="PARISAN", imo=imo)
    [found] = seen.findings
    assert [f.strength for f in weigh([found])] == ["stop"]
    assert [gap.path for gap in seen.not_checked] == gaps


def test_a_company_may_have_a_companys_number(screen, make_order):
    carrier = Party(Role.CARRIER, "Some Line", identifiers={"imo": COMPANYS})
    assert screen(make_order(carrier)).not_checked == ()


@pytest.fixture
def ship():
    return Entity(
        "sdn:9", "sdn", Kind.VESSEL,
        (Name("ARTAVIL"), Name("ABADAN", kind=NameKind.FORMER), Name("SHONA")),
        identifiers=(Identifier("imo", LISTED),),
        remarks="vessel flag: Iran\nFormer Vessel Flag France; extra",
    )  # fmt: skip


@pytest.mark.parametrize(("flag", "score"), [("IR", 1.0), ("FR", 1.0), ("HK", 0.0)])
def test_a_flag_is_compared_with_those_the_entry_knows(flag, score, ship, law):
    subject = Subject("$", "$", "ARTAVIL", Kind.VESSEL, flag=flag)
    [feature] = ship_features(subject, ship, None, law)
    assert (feature.name, feature.score) == ("ship_flag", score)
    assert feature.detail == f"the order says {flag}, the entry IR, FR"


def test_a_flag_that_the_entry_does_not_tell_is_not_compared(ship, law):
    subject = Subject("$", "$", "ARTAVIL", Kind.VESSEL, flag="HK")
    bare = Entity("sdn:9", "sdn", Kind.VESSEL, ship.names)
    assert list(ship_features(subject, bare, None, law)) == []


def test_former_names_are_told(ship, law):
    subject = Subject("$", "$", "NEW", Kind.VESSEL, identifiers={"imo": LISTED})
    [feature] = ship_features(subject, ship, None, law)
    assert feature.detail.endswith("calls the ship 'ARTAVIL', also 'ABADAN' (former), 'SHONA'")


@pytest.mark.shared
@pytest.mark.slow
def test_every_listed_ship_is_met_under_any_name_and_no_other_ship_stops(shared, law, sources):
    """1,450 ships of the US list: each renamed, and each name on a ship of another number."""
    file = shared / "lists/vessels/ofac_sdn_vessels.json"
    rows = json.loads(file.read_text("utf-8"))["vessels"]
    entities = [
        Entity(f"sdn:{i}", "sdn", Kind.VESSEL, (Name(row["name"]),),
               identifiers=(Identifier("imo", f"{row['imo']:07}"),), listed_on=date(2026, 3, 20))
        for i, row in enumerate(rows)
    ]  # fmt: skip
    index = NameIndex(entities)

    def strengths(vessel, entity):
        order = Order("1", date(2026, 8, 7), (Party(Role.BUYER, "Acme"),), (Line(1),),
                      route=(Leg(vessel=vessel),))  # fmt: skip
        seen = screen_parties(Deal(order, order.date, None, frozenset()), index, law, sources)
        return [f.strength for f in weigh(seen.findings) if f.subject == entity.id]

    sound = [e for e in entities if strengths(Vessel(None, e.identifiers[0].value), e)]
    assert len(sound) >= 1440
    for entity in sound:
        imo = entity.identifiers[0].value
        assert strengths(Vessel("WHOLLY UNLIKE 77", imo), entity) == ["stop"]
        assert "stop" not in strengths(Vessel(entity.names[0].text, OTHER), entity)
