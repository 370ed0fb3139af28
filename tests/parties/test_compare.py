"""Two descriptions of somebody, with no list."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigil.errors import InvalidInput
from vigil.names.score import replay
from vigil.parties.compare import compare

NAMES = st.sampled_from(["Ali Khamenei", "A. Khamenei", "Mado", "Oje Parvaz Mado", "علی خامنه‌ای"])
SIDES = st.fixed_dictionaries(
    {"name": st.lists(NAMES, max_size=2)},
    optional={
        "alias": st.lists(NAMES, max_size=2),
        "weakAlias": st.lists(NAMES, max_size=1),
        "country": st.lists(st.sampled_from(["ir", "fr"]), max_size=2),
        "birthDate": st.lists(st.sampled_from(["1939", "1939-04-19", "1971-01-01"]), max_size=2),
        "gender": st.lists(st.sampled_from(["male", "female"]), max_size=1),
        "imoNumber": st.lists(st.sampled_from(["9187629", "9074729", "bad"]), max_size=1),
    },
)


@given(SIDES, SIDES)
def test_comparison_is_symmetric(left: dict[str, list[str]], right: dict[str, list[str]]) -> None:
    there, back = compare("Person", left, right), compare("Person", right, left)
    assert (there.score, there.not_compared) == (back.score, back.not_compared)


@given(SIDES, SIDES)
def test_the_explanation_replays(left: dict[str, list[str]], right: dict[str, list[str]]) -> None:
    found = compare("Person", left, right)
    assert 0 <= found.score <= 1
    assert replay(found.features) == found.score


ALI = {"name": ["Ali Khamenei"]}


@pytest.mark.parametrize(
    ("left", "right", "score"),
    [
        pytest.param(ALI, ALI, 1.0, id="same"),
        pytest.param(ALI, {"firstName": ["Ali"], "lastName": ["Khamenei"]}, 1.0, id="name parts"),
        pytest.param(ALI, {"alias": ["KHAMENEI, Ali"]}, 1.0, id="alias"),
        pytest.param(ALI, {"weakAlias": ["Ali Khamenei"]}, 0.85, id="weak alias"),
        pytest.param(
            {**ALI, "country": ["ir"]}, {**ALI, "nationality": ["fr"]}, 0.9, id="other country"
        ),
        pytest.param(
            {**ALI, "birthDate": ["1939"]}, {**ALI, "birthDate": ["1971"]}, 0.6, id="other year"
        ),
        pytest.param(
            {**ALI, "gender": ["male"]}, {**ALI, "gender": ["female"]}, 0.75, id="other gender"
        ),
        pytest.param(
            {"name": ["Lucky"], "imoNumber": ["9187629"]},
            {"name": ["Star"], "imoNumber": ["IMO 9187629"]},
            0.98,
            id="same ship",
        ),
        pytest.param(
            {"name": ["Lucky"], "imoNumber": ["9187629"]},
            {"name": ["Lucky"], "imoNumber": ["9074729"]},
            0.7,
            id="another ship of the name",
        ),
        pytest.param(ALI, {"country": ["ir"]}, 0.0, id="no name"),
    ],
)
def test_what_agrees_and_what_differs(
    left: dict[str, list[str]], right: dict[str, list[str]], score: float
) -> None:
    assert compare("Person", left, right).score == score


def test_an_equal_birth_date_adds_a_little() -> None:
    left = {"name": ["Esperanza Maradiaga Lopez"], "birthDate": ["1960-01-02"]}
    right = {"name": ["Esperanza Caridad Maradiaga Lopez"], "birthDate": ["1960-01-02"]}
    alone = compare("Person", {"name": left["name"]}, {"name": right["name"]}).score
    assert compare("Person", left, right).score == round(alone + 0.05, 4)


def test_what_one_side_gives_alone_is_not_compared() -> None:
    left = {**ALI, "birthDate": ["1939"], "eyeColor": ["brown"], "leiCode": ["bad"]}
    found = compare("Person", left, {**ALI, "eyeColor": ["blue"], "leiCode": ["bad"]})
    assert found.not_compared == ("birthDate", "eyeColor", "leiCode")


@pytest.mark.parametrize(
    ("schema", "left", "told"),
    [
        ("Persn", ALI, "a schema must be one of"),
        ("Person", {"nmae": ["Ali"]}, "did you mean 'name'"),
        ("Person", {"name": ["!!!"]}, "no letter or digit"),
    ],
)
def test_what_is_not_followthemoney_is_refused(
    schema: str, left: dict[str, list[str]], told: str
) -> None:
    with pytest.raises(InvalidInput, match=told):
        compare(schema, left, ALI)
