"""Names without an order."""

from datetime import date

import pytest

from vigil.errors import InvalidInput
from vigil.index.names import NameIndex
from vigil.model.entity import Entity, Name
from vigil.model.order import Kind
from vigil.names.score import replay
from vigil.parties.match import match_names

ON = date(2026, 8, 7)


def test_each_name_has_its_own_answer(index: NameIndex) -> None:
    answers = match_names(["Saeed Aghajani", "Nobody Atall", "Iran Air"], index, on=ON)
    assert [[m.entity.id for m in found] for found in answers] == [["sdn:2"], [], ["sdn:8"]]


def test_the_name_given_is_the_publishers_text(index: NameIndex) -> None:
    ((found,),) = match_names(["saeed aghajani"], index, on=ON)
    assert found.name == "AGHAJANI, Saeed"


@pytest.mark.parametrize(
    ("kind", "country", "score"),
    [
        (None, None, 1.0),
        (Kind.PERSON, "IR", 1.0),
        (Kind.PERSON, "FR", 0.9),
        (Kind.ORGANISATION, None, 0.72),
        (Kind.ORGANISATION, "FR", 0.648),
    ],
)
def test_kind_and_country_only_lower(
    index: NameIndex, kind: Kind | None, country: str | None, score: float
) -> None:
    ((found,),) = match_names(
        ["Saeed Aghajani"], index, on=ON, kind=kind, country=country, threshold=0.5
    )
    assert found.score == score == replay(found.features)


def test_what_is_lowered_below_the_threshold_goes(index: NameIndex) -> None:
    asked = match_names(["Saeed Aghajani"], index, on=ON, country="FR", threshold=0.95)
    assert asked == [[]]


def test_only_listings_of_the_day_count(index: NameIndex) -> None:
    assert match_names(["Sahara Thunder"], index, on=date(2024, 4, 24)) == [[]]


def test_a_limit_cuts_after_sorting(index: NameIndex) -> None:
    (whole,) = match_names(["Iran Thunder Sahara Air"], index, on=ON, threshold=0.2)
    (cut,) = match_names(["Iran Thunder Sahara Air"], index, on=ON, threshold=0.2, limit=1)
    assert len(whole) > 1
    assert cut == whole[:1]


def test_a_name_that_cannot_be_searched_is_an_error(index: NameIndex) -> None:
    with pytest.raises(InvalidInput):
        match_names(["Iran Air", "???"], index, on=ON)


def person(number: int, *names: str) -> Entity:
    told = tuple(map(Name, names))
    return Entity(f"sdn:{number}", "sdn", Kind.PERSON, told, countries=("CN",), listed_on=ON)


COMMON = NameIndex([person(1, "CHEN, Bo"), person(2, "CHEN, Bo", "陈波"), person(3, "AZIZ, Tariq")])


@pytest.mark.parametrize(
    ("name", "country", "found"),
    [
        ("陈波", None, ["sdn:2"]),
        ("陈波", "US", []),
        ("陈波", "CN", ["sdn:1", "sdn:2"]),
        ("Bo Chen", None, ["sdn:1", "sdn:2"]),
        ("طارق عزيز", None, ["sdn:3"]),
    ],
    ids=["printed", "another country", "the same country", "the same script", "read as printed"],
)
def test_a_common_name_in_another_script_needs_more(
    name: str, country: str | None, found: list[str]
) -> None:
    (matches,) = match_names([name], COMMON, on=ON, kind=Kind.PERSON, country=country)
    assert [match.entity.id for match in matches] == found
    assert all(replay(match.features) == match.score for match in matches)
