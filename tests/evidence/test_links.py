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
    Known("party", "x:6", "Bank of Orzan", countries=("IR",)),
    Known("party", "x:7", "KARZAI, Ali", countries=("IR",), person=True),
    Known("party", "x:8", "ADLER STAR 2", beside=("tanker", "ship")),
    Known("party", "x:9", "Zarnegar", countries=("IR",)),
    Known("model", "kite", "Kite", weak=True, beside=("drone", "uav")),
    Known("part", "ADX4435QS", "ADX4435-QS"),
    Known("goods", "hs:854231", "854231"),
    Known("goods", "hs:854231", "flight computer", weak=True),
    Known("goods", "eccn:9A112", "9A112", beside=("eccn",)),
    Known("place", "zone-alabuga", "Alabuga", countries=("RU",)),
    Known("place", "port-x", "Port Lesnoye", weak=True, countries=("RU",)),
    Known("provision", "us-itsr", "31 CFR 560"),
    Known("provision", "act", "Iran Freedom Act"),
    Known("country", "IR", "Iran"),
    Known("country", "IR", "Tehran", weak=True),
    Known("country", "RU", "Russia"),
    Known("country", "US", "US"),
    Known("country", "GE", "Georgia", weak=True, beside=("tbilisi",)),
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


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The port of Alaboga, Russia.", ["zone-alabuga", "RU"]),
        ("A farm in Alabama, Russia.", ["RU"]),
        ("The port of Alaboga.", []),
        ("A chip marked ADX4435QS-REEL lay there.", ["ADX4435QS"]),
        ("A chip marked ADX44351 lay there.", []),
        ("Watch HS codes 8542.31 and 8542.39.", ["hs:854231"]),
        ("It cost 8542.31 euros.", []),
        ("ECCN 9A112 covers it.", ["eccn:9A112"]),
        ("Gate 9A112 is closed.", []),
        ("The drone's flight computer failed.", ["hs:854231"]),
        ("The club's flight computer failed.", []),
        ("under 31 CFR 560.204", ["us-itsr"]),
        ("the Iran freedom act of a choir", ["IR"]),
        ("under the Iran Freedom Act", ["act"]),
        ("They flew a Kite drone.", ["kite"]),
        ("They flew a Kite.", []),
        ("The tanker Adler Star 2 sailed.", ["x:8"]),
        ("Adler Star 2 is a book.", []),
        ("Tehran denied it.", ["IR"]),
        ("The Tehran Times denied it.", []),
        ("In Tbilisi, Georgia, it rained.", ["GE"]),
        ("In Atlanta, Georgia, it rained.", []),
        ("told us, and the US said", ["US"]),
    ],
)
def test_each_kind_has_its_look_alike(text: str, names: list[str]) -> None:
    assert [thing for _, thing in found(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Zarvan Aviation Industries Research Center (ZAIR) sells. ZAIR grew.", ["x:1"] * 3),
        ("Zany Air (ZAIR) of Iran flew drones.", ["IR"]),
        ("ZAIR of Iran sold drones.", ["x:1", "IR"]),
        ("The AZAIR of Iran sold drones.", ["IR"]),
        ("Zair in Mali grew.", []),
        ("Officials in Iran sanctioned Zarnegar.", ["IR", "x:9"]),
        ("Officials in Iran sanctioned zarnegar.", ["IR"]),
        ("The Zarnegar Palace hotel opened.", []),
        ("Iran's Ali Karzai was sanctioned.", ["IR", "x:7"]),
        ("Iran’s Mohammad Ali Karzai was sanctioned.", ["IR"]),
        ("The Bank of Orzan was sanctioned.", ["x:6"]),
    ],
)
def test_a_name_that_says_little_needs_more_beside_it(text: str, names: list[str]) -> None:
    assert [thing for _, thing in found(text)] == names


@pytest.mark.parametrize(
    "piece", ["'", ".", " ", "a", "A.", "Zarvan ", "(ZAIR) ", "8542", "Iran-\n"]
)
def test_a_long_text_of_one_piece_takes_a_moment(piece: str) -> None:
    LINKER.links_of(piece * (50_000 // len(piece)))
