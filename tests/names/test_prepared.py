"""What is compared of a name."""

import pytest

from vigil.names.prepared import prepare


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A.B.C. Company", ["abc"]),
        ("S. A. I. C. Trading", ["saic", "trading"]),
        ("J.K. Trading", ["j", "k", "trading"]),
        ("A. P. J. Kalam", ["a", "p", "j", "kalam"]),
    ],
    ids=["dotted", "apart", "two are initials", "nothing says that it is a firm"],
)
def test_letters_of_a_firm_are_a_word(text: str, expected: list[str]) -> None:
    assert [word.text for word in prepare(text).words] == expected


def test_the_letters_of_a_person_stay_initials() -> None:
    words = prepare("A. P. J. General", is_person=True).words
    assert [word.text for word in words][:3] == ["a", "p", "j"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sayyid Hassan NASR", ["hassan", "nasr"]),
        ("Sayed AHMAD", ["sayed", "ahmad"]),
        ("Abo Fadak Karim", ["abo", "fadak", "karim"]),
    ],
    ids=["a title", "a given name", "no title"],
)
def test_a_descent_is_left_out_where_a_name_remains(text: str, expected: list[str]) -> None:
    assert [word.text for word in prepare(text).words] == expected


@pytest.mark.parametrize(
    ("text", "place", "expected"),
    [
        ("Makarov, S.", -1, "INITIAL"),
        ("Y. Mayorova", 0, "INITIAL"),
        ("Ortega y Gasset", 1, "PARTICLE"),
    ],
    ids=["last", "first", "between"],
)
def test_a_letter_at_an_end_is_an_initial(text: str, place: int, expected: str) -> None:
    assert prepare(text).words[place].word_class.name == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Walid Al Shaikh", ["walid", "al", "shaikh"]),
        ("AL-SHAYKH, Walid", ["walid", "al", "shaykh"]),
        ("Haji Walid", ["walid"]),
        ("Lady D", ["lady", "d"]),
    ],
)
def test_a_title_is_left_out_where_a_name_remains(text: str, expected: list[str]) -> None:
    assert [word.text for word in prepare(text, is_person=True).words] == expected


def test_a_syllable_is_no_particle_and_no_initial() -> None:
    assert [word.word_class.name for word in prepare("수빈 이").words] == ["PLAIN"] * 3
