"""One wording for numbers, abbreviations and spelling, and names without what frames them."""

import pytest

from vigil.names.prepared import prepare
from vigil.names.text import fold, words
from vigil.names.wording import one_wording, without_frame


def texts(name: str) -> list[str]:
    return [word.text for word in prepare(name).words]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Brigade Forty-Four", "Brigade 44", id="number in words"),
        pytest.param("44th Army", "Forty-Fourth Army", id="ordinal"),
        pytest.param("Twentieth Institute", "20th Institute", id="ordinal of one word"),
        pytest.param("Natl Defence Organisation", "National Defense Organization", id="british"),
        pytest.param("NS LEADER XII", "NS LEADER 12", id="roman numeral"),
        pytest.param("His Excellency Rami Sadek", "her excellency Rami Sadek", id="address"),
        pytest.param("f/k/a Almaz Antey", "Almaz Antey", id="formerly known as"),
        pytest.param("Almaz Antey (former name)", "Almaz Antey", id="former name"),
        pytest.param("consignee ALMAZ ANTEY cargo 712", "Almaz Antey", id="consignee"),
        pytest.param("goods for Almaz Antey, order no 44", "Almaz Antey", id="order"),
        pytest.param("Almaz Antey 1994-01-10", "Almaz Antey", id="date run in"),
        pytest.param("Almaz Antey 19940110", "Almaz Antey", id="date in eight digits"),
        pytest.param("Messrs Almaz CLOSED JOINTSTOCK COMPANY", "Almaz", id="form joined"),
        pytest.param("UL JI BONG VI", "UL JI BONG 6", id="six at the end"),
        pytest.param("Almaz Antey Open Joint-Stock Co.", "Almaz Antey", id="legal form"),
        pytest.param("Almaz JOINT STOCK COMAPNY", "Almaz", id="legal form misspelt"),
        pytest.param("Beta San. Tic. A.Ş.", "Beta", id="turkish legal form"),
    ],
)
def test_both_are_worded_alike(one: str, other: str) -> None:
    plain = [t for t in texts(one) if t not in ("his", "her")]
    assert plain == [t for t in texts(other) if t not in ("his", "her")]


@pytest.mark.parametrize(
    "name",
    [
        "Payment Systems",
        "Order 7",
        "Cargo 200",
        "Old Mutual",
        "Vi Xi",
        "Remit",
        "Former",
        "Inv 44",
        "Yard 99187790",
        "Unit 4 5 6",
    ],
)
def test_names_that_only_look_framed_stay(name: str) -> None:
    assert without_frame(words(name)) == words(name)


@pytest.mark.parametrize("framed", [("remit", "to"), ("fka",), ("former", "name"), ("inv", "4")])
def test_a_name_is_never_emptied(framed: tuple[str, ...]) -> None:
    assert without_frame(framed)
    assert one_wording(framed)


def test_a_letter_lost_inside_a_word_leaves_one_word() -> None:
    assert (fold("Schr?dinger"), fold("Mu\ufffdoz Who?")) == ("schrdinger", "muoz who")
