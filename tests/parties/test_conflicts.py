"""What two names say against one another when they are compared alone. All names are made up."""

import pytest

from vigil.parties.compare import compare

REVIEW = 0.70

CASES = [
    # schema, left, right, match, why
    ("Vessel", "Blue Heron", "Blue Heron 2", False, "a number counts ships of one name"),
    ("Vessel", "Heron Star", "Heron", False, "a word more is another ship of the fleet"),
    ("Vessel", "Zaryad", "Zarand", False, "a ship's only word is written as chosen"),
    ("Vessel", "M/V Blue Heron", "Blue Heron", True, "how she is driven is no part of the name"),
    ("Vessel", "MV Blue Heron", "MV Grey Curlew", False, "equal prefixes agree on nothing"),
    ("Vessel", "MT Zaryadka", "M.T. Zaryadka", True, "prefixes with and without dots"),
    ("Vessel", "Blue Herron", "Blue Heron", True, "a doubled letter in a name of two words"),
    ("Company", "Orvelin Systems", "Orvelin Industries", False, "each has a trade of its own"),
    ("Company", "Orvelin Systems, Inc.", "Orvelin Industries, Inc.", False, "a form is no name"),
    ("Company", "Orvelin Airlines", "Orvelin Air", True, "one trade in two forms"),
    ("Company", "Orvelin Shipping", "Orvelin", False, "a firm of the house for one trade"),
    ("Company", "Orvelin Group", "Orvelin", True, "a group bears the name of its firm"),
    ("Company", "Orvelin Brask Shipping", "Orvelin Brask", True, "two own words carry a name"),
    ("Company", "Orvelin AG", "Orvelin GmbH", False, "another legal form is another company"),
    ("Company", "Orvelin AG", "Orvelin Aktiengesellschaft", True, "one form, written out"),
    ("Company", "ANO Orvelin", "Orvelin LLC", False, "a non-profit is no company of its owners"),
    ("Company", "Orvelin Fund Ltd", "Orvelin Fund I Ltd", False, "funds are counted"),
    ("Company", "Orvelin (Schweiz) AG", "Orvelin AG", True, "a country in brackets is a branch's"),
    ("Company", "Orvelin (Spain) SL", "Orvelin (Italy) SL", False, "branches of two countries"),
    ("Company", "Orvelin Brask / Tulmera", "Tulmera", True, "two names in one field"),
    ("Organization", "NDL", "Northern Dune League", True, "the letters of a body's name"),
    ("Organization", "NDX", "Northern Dune League", False, "other letters"),
    ("Person", "NDL", "Norman David Lund", False, "nobody is known by initials alone"),
    ("Person", "Karim Bazzal", "Karim Nazzal", False, "a short name that begins otherwise"),
    ("Person", "Jong Wook Tamrin", "Chong Wook Tamrin", True, "one sound in two romanisations"),
    ("Person", "Petra Lundqvist", "Petra Lundkvist", True, "one family name, two spellings"),
    ("Person", "Olga Ternova", "Oleg Ternov", False, "a woman's form and another given name"),
    ("Person", "JC Verhaeghe", "Jean-Claude Verhaeghe", True, "initials without a stop"),
    ("Person", "JM Verhaeghe", "Karl Verhaeghe", False, "initials of somebody else"),
    ("Person", "Al Verhaeghe", "Jean-Claude Verhaeghe", False, "Al is a name, no initials"),
]


@pytest.mark.parametrize(("schema", "left", "right", "match", "why"), CASES)
def test_two_names_alone(schema: str, left: str, right: str, match: bool, why: str) -> None:
    score = compare(schema, {"name": [left]}, {"name": [right]}).score
    assert (score >= REVIEW) is match, f"{why}: {score}"


VELDT = {"firstName": ["Anna"], "lastName": ["Veldt"]}


@pytest.mark.parametrize(
    ("left", "right", "match", "why"),
    [
        (VELDT, {"firstName": ["Veldt"], "lastName": ["Anna"]}, False, "turned round"),
        (VELDT, {"name": ["VELDT, Anna"]}, True, "one side does not say which is which"),
        (
            {**VELDT, "fatherName": ["Ivanovna"]},
            {**VELDT, "middleName": ["Petrovna"]},
            False,
            "another father, whatever the field is called",
        ),
        (
            {**VELDT, "fatherName": ["Ivanovna"]},
            {**VELDT, "middleName": ["Iwanowna"]},
            True,
            "one father, two spellings",
        ),
        (
            {"name": ["Anna Veldt"], "middleName": ["Rosa"]},
            {"name": ["Anna Veldt"], "middleName": ["Klara"]},
            False,
            "an equal full name does not make up for another second name",
        ),
        ({**VELDT, "middleName": ["R"]}, {**VELDT, "middleName": ["Rosa"]}, True, "an initial"),
        ({**VELDT, "middleName": ["K"]}, {**VELDT, "middleName": ["Rosa"]}, False, "another one"),
        (
            {"name": ["Alexander Veldt"], "firstName": ["Sasha"]},
            {"name": ["Alexander Veldt"], "firstName": ["Aleksandr"]},
            True,
            "a familiar form",
        ),
        (
            {"name": ["Anna Veldt"], "lastName": ["Veldt"]},
            {"name": ["Anna Veldt"], "lastName": ["Verden"]},
            False,
            "another family name",
        ),
    ],
)
def test_parts_of_a_name(
    left: dict[str, list[str]], right: dict[str, list[str]], match: bool, why: str
) -> None:
    score = compare("Person", left, right).score
    assert (score >= REVIEW) is match, f"{why}: {score}"
