"""What is known beside the names: dates, kinds, gender, houses; and more of it never harms."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from vigil.parties.compare import NAME_PARTS, compare

WORDS = st.sampled_from(["Anna", "Rosa", "Veldt", "Verden", "Sasha", "K", "Ivanovna", "Анна"])
NAMES = st.one_of(WORDS, st.tuples(WORDS, WORDS).map(" ".join), st.just("Anna Rosa Veldt"))
VALUES = {
    "name": NAMES, "alias": NAMES, "weakAlias": NAMES, "firstName": WORDS, "middleName": WORDS,
    "fatherName": WORDS, "lastName": WORDS,
    "country": st.sampled_from(["de", "fr", "ir"]),
    "birthDate": st.sampled_from(["1965", "1965-03-12", "circa 1966", "1971-01-01", "unknown"]),
    "gender": st.sampled_from(["male", "female", "other"]),
    "incorporationDate": st.sampled_from(["1999", "2004-05-06"]),
    "address": st.sampled_from(["12 Quay Street, Port Veldt", "7 Mill Lane, Old Verden", "Verden"]),
    "imoNumber": st.sampled_from(["9187629", "9074729"]),
    "passportNumber": st.sampled_from(["C4781923", "D1112223"]),
}  # fmt: skip
SIDES = st.fixed_dictionaries(
    {}, optional={name: st.lists(value, min_size=1, max_size=2) for name, value in VALUES.items()}
)
EVIDENCE = st.sampled_from(sorted(VALUES)).flatmap(
    lambda name: st.tuples(st.just(name), VALUES[name])
)
SCHEMAS = st.sampled_from(["Person", "LegalEntity", "Company", "Vessel"])


@settings(deadline=None)  # twenty names a side are compared each with each
@given(SCHEMAS, SIDES, SIDES, EVIDENCE)
def test_adding_agreeing_evidence_never_lowers_a_score(
    schema: str, left: dict[str, list[str]], right: dict[str, list[str]], added: tuple[str, str]
) -> None:
    name, value = added
    # A part beside a name that is given whole, or beside a lone part, makes another name of it.
    whole = all({"firstName", "lastName"} <= side.keys() for side in (left, right))
    assume(name not in NAME_PARTS or whole)
    more = [{**side, name: [*side.get(name, ()), value]} for side in (left, right)]
    assert compare(schema, *more).score >= compare(schema, left, right).score


ANNA = {"name": ["Anna Veldt"]}


@pytest.mark.parametrize(
    ("left", "right", "score", "why"),
    [
        ("1965", "1965-03-12", 1.0, "what is not known agrees"),
        ("circa 1965", "1966-03-12", 1.0, "about a year leaves two open"),
        ("circa 1965", "1971", 0.6, "and not six"),
        ("1964 to 1967", "1966", 1.0, "one of the years"),
        ("12 Mar 1965", "1965-03-12", 1.0, "in words"),
        ("1965-12-03", "1965-03-12", 1.0, "day and month have changed places"),
        ("1965-03-12", "1965-03-14", 0.95, "another day"),
        ("1965-03-12", "1971-03-12", 0.6, "another year"),
        ("some day", "1971-03-12", 1.0, "what cannot be read is not compared"),
    ],
)
def test_dates_of_birth(left: str, right: str, score: float, why: str) -> None:
    found = compare("Person", {**ANNA, "birthDate": [left]}, {**ANNA, "birthDate": [right]})
    assert found.score == score, why
    assert ("birthDate" in found.not_compared) is (left == "some day")


@pytest.mark.parametrize(
    ("schema", "left", "right", "score", "why"),
    [
        ("LegalEntity", {"birthDate": ["1965"]}, {"incorporationDate": ["1965"]}, 0.72,
         "a person is no company"),
        ("LegalEntity", {"country": ["de"]}, {"incorporationDate": ["1965"]}, 1.0,
         "a country says nothing of the kind"),
        ("Person", {"gender": ["M"]}, {"gender": ["female"]}, 0.75, "one letter or the word"),
        ("Person", {"gender": ["other"]}, {"gender": ["female"]}, 1.0, "nothing is contradicted"),
    ],
)  # fmt: skip
def test_other_traits(
    schema: str, left: dict[str, list[str]], right: dict[str, list[str]], score: float, why: str
) -> None:
    assert compare(schema, {**ANNA, **left}, {**ANNA, **right}).score == score, why


def test_an_equal_house_adds_a_little_and_another_one_takes_nothing() -> None:
    names = ({"name": ["Anna Veldt"]}, {"name": ["Anna Rosa Veldt"]})
    alone = compare("Person", *names).score
    here, there = ["12 Quay St., Port Veldt"], ["Port Veldt, Quay Street 12"]
    same = compare("Person", {**names[0], "address": here}, {**names[1], "address": there})
    other = ["7 Mill Lane, Old Verden"]
    away = compare("Person", {**names[0], "address": here}, {**names[1], "address": other})
    assert same.score == round(alone + 0.03, 4)
    assert away.score == alone
    assert any(feature.name == "address" for feature in away.features)
