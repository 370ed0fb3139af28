"""FollowTheMoney files, on lines written for these tests: the same facts flat and nested."""

import hashlib
import json
from datetime import date

import pytest

from vigil.errors import SourceChanged
from vigil.lists.countries import Countries
from vigil.lists.ftm import read_ftm
from vigil.lists.ftm_entity import WATCH
from vigil.lists.loaded import Bounds, Dating
from vigil.model.entity import Address, Identifier, NameKind, NameQuality, Relation, RelationKind
from vigil.model.order import Kind

COUNTRIES = Countries({"Iran": "IR", "Russia": "RU"})
DATING = Dating(date(2026, 8, 7))


def record(one, schema, *, top=None, **properties):
    values = {name: v if isinstance(v, list) else [v] for name, v in properties.items()}
    return {"id": one, "schema": schema, "properties": values, **(top or {})}


COMPANY = record(
    "NK-1", "Company", name="Example Aircraft Works", weakAlias="Works", previousName="Old Works",
    abbreviation="EAW", country="ir", topics="sanction", leiCode="5493001KJTIIGC8Y1R12",
    registrationNumber="X 1", phone="+98 1", imoNumber="not a number",
    top={"caption": "Example Aircraft Works", "datasets": ["d1"], "referents": ["r-1"],
         "target": True, "first_seen": "2023-01-01"},
)  # fmt: skip
PERSON = record("NK-2", "Person", firstName="Ivan", lastName="Example", birthDate="1961-03",
                nationality="ru", gender="male", birthPlace="Kazan",
                top={"target": False})  # fmt: skip
SANCTION = record("s-1", "Sanction", entity="NK-1", program="NPWMD", startDate="2019",
                  authority="Office", provisions="asset freeze")  # fmt: skip
OWNERSHIP = record(
    "o-1", "Ownership", owner="NK-2", asset="NK-1", percentage="60 %", role="founder"
)
ADDRESS = record("a-1", "Address", full="1 Main St, Tehran", country="ir")
PASSPORT = record("p-1", "Passport", holder="NK-2", number="AB 12345", country="ru")
FLAT = [
    COMPANY | {"properties": COMPANY["properties"] | {"addressEntity": ["a-1"]}},
    ADDRESS, SANCTION, OWNERSHIP, PERSON, PASSPORT,
]  # fmt: skip


def nested():
    """The same in one line: what points to the company stands inside it, without that end."""
    owner = PERSON | {"properties": PERSON["properties"] | {"identification": [PASSPORT]}}
    edge = record("o-1", "Ownership", percentage="60 %", role="founder")
    edge["properties"]["owner"] = [owner]
    sanction = {**SANCTION, "properties": {**SANCTION["properties"]}}
    del sanction["properties"]["entity"]
    inside = {"addressEntity": [ADDRESS], "sanctions": [sanction], "ownershipAsset": [edge]}
    return COMPANY | {"properties": COMPANY["properties"] | inside}


def written(records):
    return "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in records).encode()


def read(*records, bounds=None, **more):
    files = {"entities.ftm.json": written(records), **more}
    return read_ftm(files, COUNTRIES, DATING, bounds or Bounds(1, 10))


def party(*records):
    return read(*records).entities[0]


@pytest.fixture(params=["flat", "nested"])
def entities(request):
    return read(*FLAT if request.param == "flat" else [nested()]).entities


def test_parties_are_entities_and_what_belongs_to_them_is_not(entities):
    assert [entity.id for entity in entities] == ["ftm:NK-1", "ftm:NK-2"]
    assert [entity.kind for entity in entities] == [Kind.ORGANISATION, Kind.PERSON]


def test_who_is_sanctioned_is_listed_and_who_stands_by_is_watched(entities):
    assert [entity.source for entity in entities] == ["ftm", WATCH]


def test_names_keep_their_kind_and_quality(entities):
    assert [(n.text, n.quality, n.kind) for n in entities[0].names] == [
        ("Example Aircraft Works", NameQuality.FULL, NameKind.PRIMARY),
        ("Old Works", NameQuality.FULL, NameKind.FORMER),
        ("Works", NameQuality.WEAK, NameKind.ALIAS),
        ("EAW", NameQuality.ACRONYM, NameKind.ALIAS),
    ]


def test_a_person_without_a_whole_name_is_called_by_its_parts(entities):
    assert entities[1].names[0].text == "Ivan Example"
    assert (entities[1].birth_dates, entities[1].birth_places) == (("1961-03",), ("Kazan",))
    assert (entities[1].genders, entities[1].countries) == (("male",), ("RU",))


def test_a_sanction_says_since_when_and_under_what(entities):
    company = entities[0]
    assert (company.listed_on, company.delisted_on) == (date(2019, 1, 1), None)
    assert (company.programmes, company.measures) == (("NPWMD",), ("asset freeze",))
    assert "sanction authority: Office" in company.remarks


def test_an_ownership_is_told_at_both_ends(entities):
    owned = Relation(RelationKind.OWNED_BY, "Ivan Example", "ftm:NK-2", "60")
    owns = Relation(RelationKind.OWNS, "Example Aircraft Works", "ftm:NK-1", "60")
    assert entities[0].relations[0].entity == owned.entity
    assert entities[0].relations[0].share_percent == "60"
    assert entities[0].relations[0].kind is RelationKind.OWNED_BY
    assert entities[1].relations == (owns,)
    assert "ownership: owns Example Aircraft Works, percentage 60 %, role founder" in (
        entities[1].remarks
    )


def test_addresses_and_papers_belong_to_their_holder(entities):
    assert entities[0].addresses == (Address("1 Main St, Tehran", "IR"),)
    assert entities[1].identifiers == (Identifier("passport", "AB12345"),)


def test_a_number_that_is_none_of_its_scheme_stands_in_the_remarks(entities):
    assert {i.scheme for i in entities[0].identifiers} == {"lei", "registration"}
    assert "imoNumber: not a number" in entities[0].remarks


def test_what_has_no_field_stands_in_the_remarks(entities):
    remarks = entities[0].remarks.splitlines()
    assert {"phone: +98 1", "topics: sanction", "datasets: d1", "also known by: r-1"} <= {*remarks}


@pytest.mark.parametrize(
    ("topics", "target", "source"),
    [
        ([], None, "ftm"),
        ([], True, "ftm"),
        ([], False, WATCH),
        (["sanction"], None, "ftm"),
        (["export.control", "mil"], None, "ftm"),
        (["role.pep"], True, WATCH),
        (["sanction.linked"], None, WATCH),
        (["sanction.counter"], None, WATCH),
        (["debarment"], True, WATCH),
    ],
)
def test_topics_say_whether_being_in_the_file_blocks(topics, target, source):
    one = record("x", "Company", name="Example Works", topics=topics, top={"target": target})
    assert party(one).source == source


def test_an_end_of_all_sanctions_delists():
    past = [record(f"s-{i}", "Sanction", entity="x", startDate=f"201{i}-02-03", endDate=end)
            for i, end in enumerate(["2016-12", "2019-05-06T00:00:00"])]  # fmt: skip
    entity = party(record("x", "Company", name="Example Works"), *past)
    assert (entity.listed_on, entity.delisted_on) == (date(2010, 2, 3), date(2019, 5, 7))


def test_who_is_still_marked_is_not_delisted_by_an_old_end():
    old = record("s", "Sanction", entity="x", startDate="2010", endDate="2019")
    assert party(record("x", "Company", name="E W", topics="sanction"), old).delisted_on is None


@pytest.mark.parametrize(
    ("printed", "after"),
    [("2030", (2031, 1, 1)), ("2030-02", (2030, 3, 1)), ("2030-12", (2031, 1, 1)),
     ("2030-12-31", (2031, 1, 1))],
)  # fmt: skip
def test_a_year_or_month_ends_on_its_last_day(printed, after):
    sanction = record("s", "Sanction", entity="x", endDate=printed)
    entity = party(record("x", "Company", name="E W", topics="sanction"), sanction)
    assert entity.delisted_on == date(*after)


def test_a_former_owner_owns_nothing():
    edge = record("o", "Ownership", owner="y", asset="x", endDate="2020", percentage="100")
    entity = party(record("x", "Company", name="E W"), edge, record("y", "Person", name="Ivan E"))
    assert entity.relations == ()
    assert "is owned by Ivan E" in entity.remarks


@pytest.mark.parametrize(
    ("schema", "ends", "kind"),
    [
        ("Directorship", ("director", "organization"), RelationKind.ACTS_FOR),
        ("Family", ("person", "relative"), RelationKind.FAMILY_OF),
        ("UnknownLink", ("subject", "object"), RelationKind.LINKED_TO),
        ("Associate", ("person", "associate"), RelationKind.LINKED_TO),
        ("Representation", ("agent", "client"), RelationKind.ACTS_FOR),
    ],
)
def test_each_edge_is_a_relation(schema, ends, kind):
    edge = record("e", schema, **dict(zip(ends, ("x", "y"), strict=True)))
    entity = party(record("x", "Person", name="A B"), edge, record("y", "Person", name="C D"))
    assert entity.relations == (Relation(kind, "C D", "ftm:y"),)


def test_a_ship_has_its_owner_flag_and_number():
    ship = record("v", "Vessel", name="VOLGA", imoNumber="IMO 9187629", flag="ru", owner="x")
    entity = party(ship, record("x", "Company", name="E W"))
    assert (entity.kind, entity.countries) == (Kind.VESSEL, ("RU",))
    assert entity.identifiers == (Identifier("imo", "9187629"),)
    assert entity.relations == (Relation(RelationKind.OWNED_BY, "E W", "ftm:x"),)


def test_an_occupancy_is_a_position():
    post = record("q", "Position", name="Minister of Examples")
    held = record("o", "Occupancy", holder="x", post="q", startDate="2020")
    entity = party(record("x", "Person", name="A B"), post, held)
    assert entity.positions == ("Minister of Examples",)
    assert "startDate 2020" in entity.remarks


ONE = record("x", "Company", name="Example Works")


@pytest.mark.parametrize(
    ("records", "message"),
    [
        ([ONE, ONE], "an id must have one line, got 'x'"),
        ([ONE | {"colour": "red"}], "must be a FollowTheMoney record.*colour"),
        ([record("x", "Spaceship", name="E")], "a schema must be known, got 'Spaceship'"),
        ([{"id": "x", "schema": "Company", "properties": {"name": "E"}}], "FollowTheMoney record"),
        ([record("x", "Company")], "a party must have a name, got 'x'"),
        ([ONE, SANCTION], "Sanction s-1 must have its entity in the file, got 'NK-1'"),
        ([ONE, record("s", "Sanction")], "Sanction s must have entity"),
        ([ONE, record("o", "Ownership", owner="x", asset="y")], "must have its asset in the file"),
        ([record("v", "Vessel", name="V", owner="nobody")], "must have its owner in the file"),
        ([ONE, record("s", "Sanction", entity="x", startDate="soon")], "a sanction's date must be"),
        ([ONE, record("s", "Sanction", entity="x", endDate="2020-13")], "a sanction's date must"),
        ([ADDRESS], "must have 1 to 10 entries, got 0"),
        ([], "must have 1 to 10 entries, got 0"),
    ],
)
def test_what_is_no_whole_file_is_refused(records, message):
    with pytest.raises(SourceChanged, match=message):
        read(*records)


def test_two_files_are_refused():
    with pytest.raises(SourceChanged, match="ftm must be one file, got a, entities"):
        read(ONE, a=b"{}")


def test_a_seal_is_checked_and_its_absence_is_said():
    seal = hashlib.sha256(written([ONE])).hexdigest().encode()
    assert "looks whole" not in read(ONE, **{"entities.ftm.json.sha256": seal}).note
    assert "without its sha256 beside it a file cut between two lines" in read(ONE).note


def test_no_prefix_of_a_sealed_file_is_a_smaller_list():
    data = written(FLAT)
    seal = hashlib.sha256(data).hexdigest().encode()
    for length in range(len(data)):
        files = {"f.json": data[:length], "f.json.sha256": seal}
        with pytest.raises(SourceChanged):
            read_ftm(files, COUNTRIES, DATING, Bounds(1, 10))


def test_a_prefix_without_seal_is_refused_where_an_edge_misses_its_end():
    data = written([OWNERSHIP, SANCTION, PASSPORT, ADDRESS, PERSON, COMPANY])
    for length in range(len(data) - 1):
        with pytest.raises(SourceChanged):
            read_ftm({"f.json": data[:length]}, COUNTRIES, DATING, Bounds(1, 10))
