"""Names of the world on a page; each name that is found has a look-alike that is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigil.evidence.link import Known
from vigil.evidence.links import Linker

KNOWN = (
    Known("party", "x:1", "ZARVAN AVIATION INDUSTRIES RESEARCH CENTER", countries=("IR",)),
    Known("party", "x:1", "ZAIR", countries=("IR",)),
    Known("party", "x:2", "OOO Vostok-Pribor", countries=("RU",)),
    Known("party", "x:3", "TALEGHANI, Behrouz Mohammad", countries=("IR",), person=True),
    Known("party", "x:4", "HORIZON", countries=("IR",)),
    Known("party", "x:5", "GOLDEN STAR", countries=("IR",)),
    Known("model", "kestrel-7", "Kestrel-7"),
    Known("country", "IR", "Iran"),
    Known("country", "US", "US"),
)
LINKER = Linker(KNOWN)


def found(text: str) -> list[tuple[str, str]]:
    return [(text[link.at.start : link.at.end], link.id) for link in LINKER.links_of(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It named Zarvan Aviation Industries’ plant.", []),
        (
            "The Zarvan Aviation Industries Research Center's plant burned.",
            [("Zarvan Aviation Industries Research Center", "x:1")],
        ),
        ("Smugglers paid Vostok-Pribor.", [("Vostok-Pribor", "x:2")]),
        ("Smugglers paid vostok pribor.", []),
        (
            "In Iran, Behrouz Taleghani spoke of drones.",
            [("Iran", "IR"), ("Behrouz Taleghani", "x:3")],
        ),
        ("Behrouz Taleghani sells carpets.", []),
        ("New Horizon funds rose.", []),
        ("A Golden Star ceremony was held.", []),
        (
            "It flew a Kestrel 7 and two Kestrel-7 drones.",
            [("Kestrel 7", "kestrel-7"), ("Kestrel-7", "kestrel-7")],
        ),
        ("He told us so.", []),
    ],
)
def test_names_are_found_as_the_press_writes_them(text: str, names: list[tuple[str, str]]) -> None:
    assert found(text) == names


@given(st.text())
def test_links_are_places_of_the_text_in_order(text: str) -> None:
    links = LINKER.links_of(text + " Iran")
    starts = [link.at.start for link in links]
    assert starts == sorted(starts)
    assert all(0 <= link.at.start < link.at.end <= len(text) + 5 for link in links)
