"""Owners over several steps, by the order and by the lists, and the law of the day."""

from collections.abc import Callable
from datetime import date

import msgspec
import pytest

from vigil.decide import weigh
from vigil.index.names import NameIndex
from vigil.model.deal import Deal
from vigil.model.entity import Entity, Name, Origin, Relation, RelationKind
from vigil.model.finding import Finding, Ground, Strength
from vigil.model.order import Kind, Line, Order, Owner, Party, Role
from vigil.model.shelf import load_edition
from vigil.model.source import SourceSnapshot
from vigil.parties.listed_ties import ListedTies
from vigil.parties.screen import screen_parties
from vigil.rules.law import Law
from vigil.rules.shipped import load_law
from vigil.store.compile import DATA, read_shelf

ON = date(2026, 8, 7)
STOP, REVIEW = Strength.STOP, Strength.REVIEW
K = RelationKind


def entry(id_: str, name: str, *relations: Relation, **known: object) -> Entity:
    plain = {"kind": Kind.ORGANISATION, "listed_on": date(2019, 1, 1)}
    told = {**plain, "origins": (Origin("csl"),), **known}
    source = id_.partition(":")[0]
    return Entity(id_, source, names=(Name(name),), relations=relations, **told)  # type: ignore[arg-type]


ENTITIES = (
    entry("us_ofac_sdn:1", "Zarvand Kostrom"),
    entry("us_ofac_sdn:2", "Belmora Tchisk"),
    entry("us_bis_el:3", "Quellon Instruments"),
    entry("us_ofac_sdn:4", "Former Vexil Group", delisted_on=date(2024, 1, 1)),
    entry("eu_oj:5", "Ostrava Drell Holding"),
    entry("gb_uksl:6", "Pellucid Marn Trust"),
    entry("us_bis_uvl:10", "Harrow Pike Electronics",
          Relation(K.OWNED_BY, "Zarvand Kostrom", "us_ofac_sdn:1", "60")),
    entry("us_bis_uvl:11", "Minton Reef Electronics",
          Relation(K.OWNED_BY, "Zarvand Kostrom", "us_ofac_sdn:1", "49.9")),
    entry("us_bis_uvl:12", "Silent Gorse Electronics",
          Relation(K.OWNED_BY, "Zarvand Kostrom", "us_ofac_sdn:1")),
    entry("us_bis_uvl:13", "Tarn Hollow Electronics",
          Relation(K.LINKED_TO, "Zarvand Kostrom", "us_ofac_sdn:1")),
    entry("us_bis_uvl:14", "Vexil Works Electronics",
          Relation(K.OWNED_BY, "Former Vexil Group", "us_ofac_sdn:4", "100")),
    entry("us_bis_uvl:15", "Cousin Brill Electronics",
          Relation(K.FAMILY_OF, "Zarvand Kostrom", "us_ofac_sdn:1")),
    entry("us_ofac_sdn:20", "Nordhaven Plicht",
          Relation(K.OWNS, "Skelder Bay Shipping", None, "75"),
          Relation(K.LINKED_TO, "Oxmoor Lane Trading")),
)  # fmt: skip


@pytest.fixture(scope="module")
def law() -> Law:
    shelf = read_shelf(DATA)
    return Law(load_law(shelf, load_edition(shelf)))


@pytest.fixture(scope="module")
def screen(law: Law) -> Callable[..., list[Finding]]:
    snapshot = SourceSnapshot(
        "csl", "Lists", date(2026, 7, 31), "publisher", 9, 9, "ab" * 32, "x", "cd" * 32, None
    )
    index, ties = NameIndex(ENTITIES), ListedTies(ENTITIES)

    def run(*parties: Party, on: date = ON) -> list[Finding]:
        order = Order("PO-1", on, parties, (Line(1, hs="854231"),))
        deal = Deal(order, on, None, frozenset())
        found = screen_parties(deal, index, law, {"csl": snapshot}, ties).findings
        return [f for f in weigh(found) if f.kind == "owned_by_listed"]

    return run


def owned(**shares: float | None) -> tuple[Owner, ...]:
    return tuple(Owner(name.replace("_", " "), share_percent=s) for name, s in shares.items())


def firm(name: str, role: Role = Role.BUYER, **shares: float | None) -> Party:
    return Party(role, name, owners=owned(**shares) or None)


def strengths(found: list[Finding]) -> dict[str, Strength | None]:
    return {f.path: f.strength for f in found}


def test_a_listed_owner_of_an_owner_reaches_the_buyer(screen) -> None:
    found = screen(
        firm("Acme Optics", Zarvand_Kostrom=30.0, Midway_Holding=20.0),
        firm("Midway Holding", Role.OWNER, Zarvand_Kostrom=60.0),
    )
    assert strengths(found) == {
        "$.parties[0].owners[0].name": STOP,
        "$.parties[1].owners[0].name": STOP,
    }
    assert found[0].summary.endswith(
        "Listed owners together hold 50 per cent of the party. 'Zarvand Kostrom' holds 30 per cent "
        "of 'Acme Optics'; 'Midway Holding' holds 20 per cent of 'Acme Optics'; 'Zarvand Kostrom' "
        "holds 60 per cent of 'Midway Holding'."
    )


def test_an_owner_two_steps_away_is_told_of_the_party_it_reaches(screen) -> None:
    found = screen(
        firm("Acme Optics", Midway_Holding=50.0),
        firm("Midway Holding", Role.OWNER, Zarvand_Kostrom=50.0),
    )
    assert strengths(found) == {
        "$.parties[0].name": STOP,
        "$.parties[1].owners[0].name": STOP,
    }


def test_an_owner_whose_owner_holds_less_than_half_reaches_nobody(screen) -> None:
    found = screen(
        firm("Acme Optics", Midway_Holding=100.0),
        firm("Midway Holding", Role.OWNER, Zarvand_Kostrom=49.9),
    )
    assert strengths(found) == {"$.parties[1].owners[0].name": REVIEW}


def test_a_namesake_in_another_country_is_not_the_owner(screen) -> None:
    buyer = Party(
        Role.BUYER, "Acme Optics", owners=(Owner("Midway Holding", "FR", share_percent=90.0),)
    )
    other = Party(Role.OWNER, "Midway Holding", country="PL", owners=owned(Zarvand_Kostrom=90.0))
    assert set(strengths(screen(buyer, other))) == {"$.parties[1].owners[0].name"}


def test_one_company_in_two_roles_has_its_owners_once(screen) -> None:
    found = screen(
        firm("Acme Optics", Zarvand_Kostrom=30.0),
        firm("Acme Optics", Role.CONSIGNEE, Zarvand_Kostrom=30.0),
    )
    assert [(f.path, f.strength) for f in found] == [
        ("$.parties[0].owners[0].name", REVIEW),
        ("$.parties[1].owners[0].name", REVIEW),
    ]


def test_a_company_in_two_roles_is_told_of_once(screen) -> None:
    buyer = firm("Acme Optics", Zarvand_Kostrom=60.0)
    found = screen(buyer, firm("Acme Optics", Role.CONSIGNEE))
    assert strengths(found) == {"$.parties[0].owners[0].name": STOP}


def test_companies_that_own_each_other_are_not_listed_by_that(screen) -> None:
    found = screen(
        firm("Acme Optics", Midway_Holding=100.0),
        firm("Midway Holding", Role.OWNER, Acme_Optics=100.0),
    )
    assert found == []


@pytest.mark.parametrize(
    ("shares", "grounds"),
    [
        pytest.param({"Zarvand_Kostrom": None}, {Ground.SHARE_UNKNOWN}, id="unknown"),
        pytest.param({"Zarvand_Kostrom": 0.0}, set(), id="a director who owns nothing"),
        pytest.param({"Zarvand_Kostrom": 20.0}, set(), id="a small share"),
        pytest.param({"Zarvand_Kostrom": 50.0}, {Ground.HALF_OR_MORE}, id="half"),
    ],
)
def test_an_unknown_share_is_its_own_finding(screen, shares, grounds) -> None:
    [found] = screen(firm("Acme Optics", **shares))
    assert set(found.grounds) - {Ground.NAME_CLOSE} == grounds


def test_a_delisted_owner_is_nobody(screen) -> None:
    party = firm("Acme Optics", Former_Vexil_Group=100.0)
    assert screen(party) == []
    assert strengths(screen(party, on=date(2023, 12, 31))) == {"$.parties[0].owners[0].name": STOP}


@pytest.mark.parametrize(
    ("day", "strength", "ground"),
    [
        ("2025-09-28", REVIEW, Ground.RULE_NOT_IN_FORCE),
        ("2025-09-29", STOP, None),
        ("2025-11-09", STOP, None),
        ("2025-11-10", REVIEW, Ground.RULE_NOT_IN_FORCE),
        ("2026-11-09", REVIEW, Ground.RULE_NOT_IN_FORCE),
        ("2026-11-10", REVIEW, Ground.RULE_UNVERIFIED),
    ],
)
def test_the_affiliates_rule_counts_on_its_days(screen, day, strength, ground) -> None:
    [found] = screen(firm("Acme Optics", Quellon_Instruments=60.0), on=date.fromisoformat(day))
    assert found.strength is strength
    doubts = {Ground.RULE_NOT_IN_FORCE, Ground.RULE_UNVERIFIED} & set(found.grounds)
    assert doubts == ({ground} if ground else set())
    assert Ground.HALF_OR_MORE in found.grounds


def test_a_suspended_rule_does_not_hide_the_other(screen) -> None:
    found = screen(firm("Acme Optics", Quellon_Instruments=60.0, Zarvand_Kostrom=50.0))
    assert strengths(found) == {
        "$.parties[0].owners[0].name": REVIEW, "$.parties[0].owners[1].name": STOP,
    }  # fmt: skip


def test_a_suspended_rule_adds_nothing_to_the_other(screen) -> None:
    found = screen(firm("Acme Optics", Quellon_Instruments=30.0, Zarvand_Kostrom=30.0))
    assert set(strengths(found).values()) == {REVIEW}


@pytest.mark.parametrize(
    ("owner", "share", "day", "cited"),
    [
        ("Zarvand_Kostrom", 50.0, "2026-08-07", "us-ofac-50"),
        ("Ostrava_Drell_Holding", 50.0, "2024-07-03", "eu-ownership-2024-07"),
        ("Ostrava_Drell_Holding", 50.0, "2024-07-02", None),
        ("Ostrava_Drell_Holding", 50.1, "2024-07-02", "eu-ownership-before-2024-07"),
        ("Pellucid_Marn_Trust", 50.0, "2026-08-07", None),
        ("Pellucid_Marn_Trust", 50.1, "2026-08-07", "uk-ownership"),
    ],
)
def test_a_rule_is_cited_when_its_own_test_is_met(screen, owner, share, day, cited) -> None:
    [found] = screen(firm("Acme Optics", **{owner: share}), on=date.fromisoformat(day))
    assert found.strength is STOP
    rules = {p.id for p in found.provisions if "ownership" in p.id or p.id == "us-ofac-50"}
    assert rules == ({cited} if cited else set())


@pytest.mark.parametrize(
    ("name", "strength", "ground"),
    [
        pytest.param("Harrow Pike Electronics", STOP, Ground.HALF_OR_MORE, id="60 per cent"),
        pytest.param("Minton Reef Electronics", REVIEW, None, id="49.9 per cent"),
        pytest.param("Silent Gorse Electronics", REVIEW, Ground.SHARE_UNKNOWN, id="no share"),
        pytest.param("Tarn Hollow Electronics", REVIEW, Ground.ONLY_A_TIE, id="linked to"),
    ],
)
def test_a_list_says_who_owns_a_party(screen, name, strength, ground) -> None:
    [found] = screen(firm(name))
    assert (found.path, found.subject) == ("$.parties[0].name", "us_ofac_sdn:1")
    assert found.strength is strength
    assert set(found.grounds) == ({ground} if ground else set())


@pytest.mark.parametrize("name", ["Vexil Works Electronics", "Cousin Brill Electronics"])
def test_a_delisted_owner_in_a_list_and_a_relative_are_no_owners(screen, name) -> None:
    assert screen(firm(name)) == []


def test_a_list_and_an_order_make_one_chain(screen) -> None:
    found = screen(firm("Acme Optics", Harrow_Pike_Electronics=80.0))
    assert strengths(found)["$.parties[0].name"] is STOP
    few = screen(firm("Acme Optics", Minton_Reef_Electronics=80.0))
    assert STOP not in strengths(few).values()


@pytest.mark.parametrize(
    ("name", "ground"),
    [("Skelder Bay Shipping", Ground.NAMED_ONLY), ("Oxmoor Lane Trading", Ground.ONLY_A_TIE)],
)
def test_who_is_only_named_in_a_list_is_reviewed(screen, name, ground) -> None:
    [found] = screen(firm(name))
    assert found.strength is REVIEW
    assert ground in found.grounds


def test_what_a_list_says_of_a_name_does_not_weaken_what_the_order_says(screen) -> None:
    found = screen(firm("Skelder Bay Shipping", Nordhaven_Plicht=75.0))
    assert strengths(found) == {"$.parties[0].owners[0].name": STOP}


def test_a_near_name_does_not_hide_an_owner(law) -> None:
    near = entry("us_bis_uvl:30", "Zarvand Kostrov Electronics",
                 Relation(K.OWNED_BY, "Zarvand Kostrom", "us_ofac_sdn:1", "60"))  # fmt: skip
    entities = (*ENTITIES, near)
    order = Order("PO-1", ON, (firm(near.names[0].text),), (Line(1, hs="854231"),))
    found = screen_parties(
        Deal(order, ON, None, frozenset()), NameIndex(entities), law, {}, ListedTies(entities)
    ).findings
    assert ("listed_party", "us_ofac_sdn:1") in {(f.kind, f.subject) for f in found}
    assert STOP in {f.strength for f in weigh(found) if f.kind == "owned_by_listed"}


def test_every_sentence_ends_and_no_finding_is_told_twice(screen) -> None:
    found = screen(*(firm(e.names[0].text, Zarvand_Kostrom=None) for e in ENTITIES))
    assert len({f.id for f in found}) == len(found)
    assert all(f.summary.endswith(".") for f in found)
    assert msgspec.json.encode(found)
