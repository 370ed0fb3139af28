from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigil.lists.merge import unite
from vigil.model.entity import Entity, Name, NameQuality, Origin
from vigil.model.order import Kind

DAYS = st.none() | st.dates(date(2000, 1, 1), date(2026, 1, 1))
NAMES = st.lists(
    st.builds(Name, st.sampled_from("ABC"), st.sampled_from(NameQuality)), min_size=1, max_size=3
).map(tuple)
ENTITIES = st.lists(
    st.builds(
        Entity,
        id=st.sampled_from(["us_ofac_sdn:1", "us_ofac_sdn:2"]),
        source=st.just("us_ofac_sdn"),
        kind=st.sampled_from([Kind.UNKNOWN, Kind.ORGANISATION]),
        names=NAMES,
        listed_on=DAYS,
        delisted_on=DAYS,
        remarks=st.none() | st.sampled_from(["a: 1", "b: 2", "a: 1\nb: 2"]),
    ),
    max_size=5,
)


def entity(source="us_csl", **fields):
    given_fields = {"kind": Kind.ORGANISATION, "names": (Name("HESA"),)} | fields
    return Entity("us_ofac_sdn:1", "us_ofac_sdn", origins=(Origin(source),), **given_fields)


def united(*entities):
    (one,) = unite(entities)
    return one


def test_one_entity_from_two_sources_names_both():
    both = united(entity("us_csl"), entity("vigil_uav"))
    assert [origin.source for origin in both.origins] == ["us_csl", "vigil_uav"]


def test_the_same_name_on_two_lists_stays_two_entities():
    on_another_list = msgspec.structs.replace(entity(), id="us_bis_el:1", source="us_bis_el")
    assert len(unite([entity(), on_another_list])) == 2


def test_names_of_both_sources_are_kept_in_order():
    both = united(entity(names=(Name("A"), Name("B"))), entity(names=(Name("B"), Name("Б"))))
    assert [name.text for name in both.names] == ["A", "B", "Б"]


def test_a_weak_mark_of_one_source_is_kept():
    weak = entity(names=(Name("HESA", NameQuality.WEAK),))
    assert united(entity(), weak).names == united(weak, entity()).names == weak.names


@pytest.mark.parametrize("turn", [1, -1], ids=["as_read", "turned"])
@pytest.mark.parametrize(
    ("field", "one", "other", "expected"),
    [
        ("listed_on", None, date(2022, 11, 15), date(2022, 11, 15)),
        ("listed_on", date(2014, 9, 12), date(2022, 2, 24), date(2014, 9, 12)),
        ("delisted_on", None, date(2022, 11, 15), None),
        ("delisted_on", date(2020, 1, 1), date(2022, 11, 15), date(2022, 11, 15)),
        ("kind", Kind.UNKNOWN, Kind.VESSEL, Kind.VESSEL),
        ("citation", None, "85 FR 83799", "85 FR 83799"),
    ],
)
def test_what_one_source_knows_wins_over_what_the_other_does_not(field, one, other, expected, turn):
    pair = [entity(**{field: one}), entity(**{field: other})][::turn]
    assert getattr(united(*pair), field) == expected


def test_a_remark_of_both_sources_stands_once():
    both = united(entity(remarks="a: 1\nb: 2"), entity(remarks="b: 2\nc: 3"))
    assert both.remarks == "a: 1\nb: 2\nc: 3"


@given(ENTITIES)
def test_uniting_twice_changes_nothing(entities):
    once = unite(entities)
    assert unite(once) == once
    assert len({e.id for e in once}) == len(once)


@given(ENTITIES, ENTITIES)
def test_uniting_in_two_steps_is_uniting_at_once(some, others):
    assert unite((*unite(some), *others)) == unite((*some, *others))
