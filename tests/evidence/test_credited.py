"""Whom a page names for its text, and names that are no credit."""

from __future__ import annotations

import pytest

from vigil.evidence.origin import Credit
from vigil.evidence.reading import read_page
from vigil.evidence.sources.credited import credits_of
from vigil.evidence.statements import read_statements

BODY = (
    "The ministry of harbours said on Monday that it had seized eleven containers.\n\n"
    "Officers opened the first one after a weighbridge showed a difference of four tonnes.\n\n"
    "The consignor had changed the port of discharge twice, the ministry said in a statement.\n\n"
)


def credits_in(text: str, publisher: str | None = None) -> list[Credit]:
    page = read_page(text.encode(), "a page", publisher=publisher)
    return list(credits_of(page, read_statements(page)))


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("PORTO CELLA, March 4 (Reuters) - " + BODY, "reuters"),
        ("PORTO CELLA (AP) — " + BODY, "ap"),
        ("PORTO CELLA, March 4. /TASS/. " + BODY, "tass"),
        ("PORTO CELLA, March 4 (Xinhua) -- " + BODY, "xinhua"),
        ("Porto Cella, March 4, IRNA – " + BODY, "irna"),
        ("TEHRAN (Tasnim) – " + BODY, "tasnim"),
        ("PORTO CELLA: " + BODY + "(AFP)", "afp"),
        (BODY + "— Bernama", "bernama"),
        (BODY + "Source: Anadolu Agency", "anadolu"),
        ("By Ann Example, Reuters\n\n" + BODY, "reuters"),
        ("By AFP\n\n" + BODY, "afp"),
    ],
)
def test_an_agency_is_named_for_the_text(text: str, agency: str) -> None:
    assert {(c.agency, c.for_text) for c in credits_in(text)} == {(agency, True)}


@pytest.mark.parametrize(
    ("sentence", "agency"),
    [
        ("The ship had left on Sunday, according to Reuters.", "reuters"),
        ("The Associated Press reported that the crew was questioned.", "ap"),
        ("A harbour official told AFP that the crew was questioned.", "afp"),
        ("Reports Yonhap:", "yonhap"),
        ("The crew was questioned, Kyodo News said.", "kyodo"),
        ("Papers seen by Bloomberg show that the crew was questioned.", "bloomberg"),
        ("The crew was questioned, according to the state-run news agency IRNA.", "irna"),
        ("The crew was questioned, he said in an interview with Interfax.", "interfax"),
        ("The crew was questioned, the TASS news agency reported.", "tass"),
    ],
)
def test_an_agency_in_the_text_is_for_its_passage(sentence: str, agency: str) -> None:
    (credit,) = credits_in(BODY + sentence + "\n\nThe quay was closed on Monday.\n")
    assert (credit.agency, credit.how, credit.for_text) == (agency, "in_text", False)


def test_in_the_first_sentences_it_is_for_the_text() -> None:
    (credit,) = credits_in("Eleven containers were seized on Monday, Reuters reported.\n\n" + BODY)
    assert credit.for_text


@pytest.mark.parametrize(
    "sentence",
    [
        "The AP Moller terminal was closed, and so was the PA system.",
        "The ship app shows where it is; the trend is clear.",
        "Shares of Thomson Reuters fell by a tenth.",
        "A correspondent of Reuters was arrested at the gate.",
        "Ports of the MENA region said that they were prepared.",
        "The court sentenced a Reuters photographer to a fine.",
        "The Fars province has no port, and Petra is a town in Jordan.",
        "He met (for an hour) - and in vain - the captain.",
    ],
)
def test_no_credit(sentence: str) -> None:
    assert credits_in(BODY + sentence) == []


def test_a_photograph_is_credited_apart() -> None:
    found = credits_in("Containers at the quay on Monday. Photo: via AFP\n\n" + BODY)
    assert [(c.agency, c.how, c.for_text) for c in found] == [("afp", "photo", False)]


def test_another_outlet_s_names() -> None:
    text = "2023/03/04 | 17:56 - Source: Gulf Ledger\n\n(Daybook | Bay News )- Gulf Ledger/ " + BODY
    found = credits_in(text)
    assert [c.name for c in found] == ["Gulf Ledger", "Daybook", "Bay News", "Gulf Ledger"]
    assert {(c.agency, c.for_text) for c in found} == {(None, True)}


def test_a_person_gave_the_agency_as_publisher() -> None:
    (credit,) = credits_in(BODY, publisher="Reuters")
    assert (credit.agency, credit.how, credit.at) == ("reuters", "given", None)
