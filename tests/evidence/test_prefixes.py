"""What stands before the first sentence of a paragraph."""

import pytest

from vigil.evidence.pages.prefixes import prefix_of, signed_length

DATELINES = [
    "WASHINGTON, June 9 (Reuters) - ",
    "ERBIL, Kurdistan Region - ",
    "KYIV -- ",
    "KYIV (AP) — ",
    "(Reuters) - ",
    "June 9 (UPI) -- ",
    "MOSCOW, June 9. /TASS/. ",
    "BEIJING, June 9 (Xinhua) -- ",
    "KYIV. June 9 (Interfax-Ukraine) – ",
    "DUBAI, United Arab Emirates (AP) — ",
    "LONDON/PARIS, June 9 (Reuters) - ",
    "NEW DELHI: ",
    "Geneva, 9 June 2023 – ",
    "Kalpur [Eastland], June 9 (ANI): ",
    "SEOUL, June 9 (Yonhap) -- ",
    "NEW YORK — ",
]


@pytest.mark.parametrize("dateline", DATELINES)
def test_datelines_of_many_agencies(dateline: str) -> None:
    found = prefix_of(f"{dateline}The ministry said so.", place=0)
    assert found is not None
    assert (found.length, found.kind) == (len(dateline), "dateline")


@pytest.mark.parametrize(
    "credit", ["Kamsk Daily/ ", "(Kalpur | Eastland Now )- Kamsk Daily/ ", "(One | Two) - "]
)
def test_outlets_before_the_first_sentence(credit: str) -> None:
    found = prefix_of(f"{credit}The ministry said so.", place=0)
    assert found is not None
    assert (found.length, found.kind) == (len(credit), "credit")


@pytest.mark.parametrize(
    "text",
    [
        "The ministry - The largest of all - said so.",
        "MR. HOLT: The ministry said so.",
        "On June 9 - The ministry said so.",
        "He/ She said so.",
        "NATO said so - The ministry did not.",
        "A (very) long day - The ministry said so.",
        "",
        "—",
    ],
)
def test_sentences_have_none(text: str) -> None:
    assert prefix_of(text, place=0) is None


@pytest.mark.parametrize("text", ["NATO – The alliance met.", "Geneva – The council met."])
def test_a_place_alone_stands_only_at_the_beginning(text: str) -> None:
    assert prefix_of(text, place=0) is not None
    assert prefix_of(text, place=9) is None


def test_a_name_and_a_colon_is_a_speaker_in_a_talk() -> None:
    assert prefix_of("ORTIZ: The inquiry is open.", place=0, talk=True) is None
    assert prefix_of("DUBAI: The inquiry is open.", place=0) is not None


@pytest.mark.parametrize(
    ("text", "signed"),
    [
        ("It met on Sunday. (AP)", " (AP)"),
        ("It met on Sunday.(PTI)", "(PTI)"),
        ("“It met.” — AFP", " — AFP"),
        ("It met on Sunday (AP)", ""),
        ("It met on Sunday. (Sunday)", ""),
        ("“It met,” he told Reuters.", ""),
    ],
)
def test_agencies_behind_the_last_sentence(text: str, signed: str) -> None:
    assert text[len(text) - signed_length(text) :] == signed
