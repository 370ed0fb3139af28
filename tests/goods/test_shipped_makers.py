"""The tables of makers and families are read strictly."""

import pytest

from bench.goods.markings import shipped_reader
from vigil.goods.shipped_makers import FAMILIES, FILES, MAKERS, load_makers, load_part_families
from vigil.model.rows import Table
from vigil.model.shelf import Shelf

HEAD_OF = {
    MAKERS: "id,name,aliases,short_names,successor,country,verified,basis",
    FAMILIES: "family,number,makers,description,is_narrow,is_top_mark,hs_hint,seen,verified,basis",
}
GOOD = {
    MAKERS: "one,One Chips,One Chips,One,,DE,true,secondary",
    FAMILIES: "AB,[0-9]+,one,chip,false,false,854239,1,true,secondary",
}


def problems(**changed: str) -> list[str]:
    """What is said against the two tables with one of them changed."""
    rows = {MAKERS: changed.get("makers", GOOD[MAKERS]),
            FAMILIES: changed.get("families", GOOD[FAMILIES])}  # fmt: skip
    texts = {name: f"{HEAD_OF[name]}\n{rows[name]}\n" for name in FILES}
    shelf = Shelf(texts | {"countries.csv": "code\nDE\n", "hs_codes.txt": "854239\n"}, {})
    tables = {name: Table(name) for name in FILES}
    load_makers(tables, shelf)
    load_part_families(tables, shelf)
    return [problem.expected for table in tables.values() for problem in table.problems]


def test_good_rows_are_taken():
    assert problems() == []


@pytest.mark.parametrize(
    ("makers", "said"),
    [
        ("one,One Chips,One Chips,,two,DE,true,secondary", "other maker"),
        ("one,One Chips,One Chips,,one,DE,true,secondary", "other maker"),
        ("one,One Chips,One Chips,,,XX,true,secondary", "country"),
        ("one,One Chips,,,,DE,true,secondary", "name that texts or fields give"),
        (f"{GOOD[MAKERS]}\n{GOOD[MAKERS]}", "unique"),
    ],
)
def test_a_maker_that_cannot_be_is_told(makers, said):
    assert [told for told in problems(makers=makers) if said in told]


@pytest.mark.parametrize(
    ("families", "said"),
    [
        ("A-B,,one,chip,false,false,,1,true,secondary", "a beginning such as"),
        ("AB,[0-9,one,chip,false,false,,1,true,secondary", "regular expression"),
        ("AB,,two,chip,false,false,,1,true,secondary", "known maker"),
        ("AB,,,chip,false,false,,1,true,secondary", "must have a maker"),
        ("AB,,one,chip,false,false,999999,1,true,secondary", "HS 2022"),
        ("AB,,one,chip,false,false,,0,true,memory", "the data set shows"),
        (f"{GOOD[FAMILIES]}\n{GOOD[FAMILIES]}", "stand once"),
    ],
)
def test_a_family_that_cannot_be_is_told(families, said):
    assert [told for told in problems(families=families) if said in told]


def test_a_family_from_memory_says_so():
    families = shipped_reader().families
    met = {m.family for key in ("LSM6DSO32", "STM32F405", "NEOM8N") for m in families.of(key)}
    assert all((family.basis == "memory") is (family.seen == 0) for family in met)
    assert {family.basis.value for family in met} == {"memory", "secondary"}
