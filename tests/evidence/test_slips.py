"""Slips of the pen, and sentences that look odd and are right."""

import pytest

from tests.evidence.simple import simple_page, simple_reading
from vigil.evidence.sources.slips import slips_in
from vigil.evidence.sources.streams import streams_of


def slips(text: str) -> list[str]:
    page = simple_page(text)
    prose = streams_of(page, simple_reading(page)).prose
    return [page.slice(at) for at in slips_in(text, prose)]


@pytest.mark.parametrize(
    "text",
    [
        "They left but said in they past they had no ships.",
        "He went to to the port.",
        "It was sent by the a firm in May.",
        "They was told to leave.",
        "The firm bought a engine from them.",
        "Papers of the he ship were false.",
    ],
)
def test_a_slip(text: str) -> None:
    assert len(slips(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "It was the port they came in. They left.",
        "Into the hall they went.",
        "the room they were in they said was cold",
        "He had had enough, and that that was so was plain.",
        "a European firm, a one-off, a unit, a US ship",
        "Vitamin A and the A team were in it; in, they said, vain.",
        "An A is an A.",
        "What it is is plain. Without it it fails. They moved in in May.",
        "",
    ],
)
def test_no_slip(text: str) -> None:
    assert slips(text) == []
