"""What open reports say of an order; each report that counts has a look-alike that does not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache

import pytest

import vigil
from vigil.evidence.link import Known
from vigil.evidence.links import Linker
from vigil.evidence.page import Page
from vigil.evidence.reading import read_page
from vigil.evidence.room import Room, examine
from vigil.evidence.screen import screen_evidence
from vigil.model.deal import Deal
from vigil.model.finding import (
    Finding,
    FindingKind,
    Ground,
    Matched,
    Screen,
    Screening,
)
from vigil.model.order_json import parse_order

ON = date(2024, 5, 1)
LINKER = Linker(
    [
        Known("country", "IR", "Iran"),
        Known("country", "IR", "Iranian"),
        Known("country", "RU", "Russia"),
        Known("model", "kestrel-7", "Kestrel-7"),
        Known("party", "us_ofac_sdn:77", "ORZAN DEFENCE WORKS", countries=("IR",)),
    ]
)
BUYER = "$.parties[0].name"
ADVERSE = "Officials in Ankara said that Tavros Denizcilik had shipped drone engines to Iran."


def order(name: str = "Tavros Denizcilik Ltd. Sti.", **more: object) -> dict[str, object]:
    buyer = {"role": "buyer", "name": name, "country": "TR"}
    line = {"line": 1, "hs": "847141", "description": "computers"}
    return {"id": "o-1", "date": "2024-05-01", "parties": [buyer], "lines": [line], **more}


@lru_cache
def page(text: str, day: str = "2024-04-02", name: str = "a.txt") -> Page:
    return read_page(text.encode(), name, day=day or None)


def room(*texts: str, day: str = "2024-04-02") -> Room:
    pages = [page(text, day, f"{n}.txt") for n, text in enumerate(texts)]
    return examine(pages, LINKER)


def screened(
    made: Room, asked: Mapping[str, object] | None = None, findings: Sequence[Finding] = ()
) -> Screening:
    deal = Deal(parse_order(asked or order()), ON, None, frozenset())
    return screen_evidence(deal, made, findings)


def adverse(made: Room, asked: Mapping[str, object] | None = None) -> list[tuple[str, bool]]:
    """The path of each report found, and whether it is adverse."""
    return [
        (finding.path, Ground.NOTHING_ADVERSE not in finding.grounds)
        for finding in screened(made, asked).findings
        if finding.kind is FindingKind.ADVERSE_REPORT
    ]


@pytest.mark.parametrize(
    ("text", "reports"),
    [
        (ADVERSE, [(BUYER, True)]),
        ("TAVROS DENIZCILIK was put under sanctions in May.", [(BUYER, True)]),
        ("Tavros Denizcilik denied selling drones to Iran.", [(BUYER, True)]),
        (
            "Iran flew drones. A broker was held. Tavros Denizcilik grew. It rained.",
            [(BUYER, False)],
        ),
        ("Tavros Denizcilik opened a yard in Turkey. Its owner was glad.", [(BUYER, False)]),
        ("A crate of tavros denizcilik drones for Iran was found.", []),
        ("Tavroz Holding shipped drones to Iran.", []),
    ],
)
def test_a_party_is_met_in_reports(text: str, reports: list[tuple[str, bool]]) -> None:
    assert adverse(room(text)) == reports


def test_who_only_speaks_is_noted() -> None:
    text = "Iran has sent drones to Russia, Marmara Haber Ajansi reported on Tuesday."
    assert adverse(room(text), order("Marmara Haber Ajansi")) == [(BUYER, False)]


def test_who_denies_it_is_adverse() -> None:
    text = "Marmara Haber Ajansi denied that it had sent drones to Russia."
    assert adverse(room(text), order("Marmara Haber Ajansi")) == [(BUYER, True)]


def test_a_later_page_does_not_count() -> None:
    assert adverse(room(ADVERSE, day="2024-05-02")) == []
    assert adverse(room(ADVERSE, day="2024-05-01")) == [(BUYER, True)]


def test_a_page_without_day_counts_and_says_so() -> None:
    (found,) = screened(room(ADVERSE, day="")).findings
    assert "1 page without a day" in found.summary


def test_copies_of_one_story_are_one_finding() -> None:
    more = (
        " The firm, the officials said, had used a warehouse in Mersin for two years. Guards there "
        "found nine crates with false papers under sacks of flour. A court will hear the owner, "
        "his two sons and a clerk of the customs house before the end of the month."
    )
    (found,) = screened(room(ADVERSE + more, ADVERSE + more + " It closed in May.")).findings
    assert found.summary.startswith("2 open reports (1 chain")


def test_a_thing_of_the_world_is_met_by_its_other_name() -> None:
    found = Finding(
        screen=Screen.PARTIES,
        kind=FindingKind.LISTED_PARTY,
        path="$.parties[0].name",
        subject="us_ofac_sdn:77",
        summary="listed",
        value="ODW Sanat",
        matched=Matched("us_ofac_sdn:77", "ODW SANAT", "us_ofac_sdn"),
    )
    made = room("Orzan Defence Works sold the Kestrel-7 to Russia.")
    asked = order("ODW Sanat")
    assert [one.path for one in screened(made, asked, [found]).findings] == ["$.parties[0].name"]
    assert screened(made, asked).findings == ()


def test_the_maker_of_the_goods_is_no_party() -> None:
    line = {"line": 1, "hs": "854231", "manufacturer": "Halden Mikro", "part_number": "HM4410-X"}
    asked = order("Ege Tekstil", lines=[line])
    made = room("A Halden Mikro chip marked HM4410-X was in the drone, Kyiv said.")
    found = screened(made, asked).findings
    assert {one.path: Ground.MAKER_OF_GOODS in one.grounds for one in found} == {
        "$.lines[0].manufacturer": True,
        "$.lines[0].part_number": False,
    }


def test_bytes_do_not_depend_on_the_run() -> None:
    assert screened(room(ADVERSE)) == screened(room(ADVERSE))


def test_an_order_is_decided_as_before_without_reports() -> None:
    world = vigil.load_world()
    assert vigil.screen_order(order(), world) == vigil.screen_order(order(), world, evidence=None)
    with_reports = vigil.screen_order(order(), world, evidence=room(ADVERSE))
    assert {f.strength for f in with_reports.findings if f.screen is Screen.EVIDENCE} == {"review"}
    told = vigil.screen_order(order(), world, evidence=room("It rained in Mersin."))
    assert told == vigil.screen_order(order(), world)


def kinds(made: Room, asked: Mapping[str, object] | None = None) -> list[str]:
    return [finding.kind for finding in screened(made, asked).findings]


def html(body: str) -> Page:
    text = f"<html><body><article><h1>Markets</h1>{body}</article></body></html>"
    return read_page(text.encode(), "h.html", day="2024-04-02")


FLAT = "<p>Wheat fell on Tuesday as rain came to the plains, and traders sold what they held.</p>"


def test_a_name_that_no_reader_sees_is_adverse() -> None:
    unseen = '<p style="color:#fff;background:#fff">Tavros Denizcilik of Iran</p>'
    made = examine([html(FLAT * 3 + unseen)], LINKER)
    (found,) = screened(made).findings
    assert "in text that no reader sees" in found.summary
    assert Ground.NOTHING_ADVERSE not in found.grounds


def test_a_page_without_the_name_says_nothing() -> None:
    assert kinds(examine([html(FLAT * 3)], LINKER)) == []


SAID = (
    "ANKARA, April 2 - Tavros Denizcilik shipped drone engines to Iran in March, "
    "customs chief Ayla Sezer said on Tuesday.\n\n"
)
DENIED = "Tavros Denizcilik denied that it had shipped drone engines to Iran.\n"
REST = (
    "The crates left Mersin on a truck with Syrian plates, she said, and were opened at the "
    "border post of Gurbulak. Nine of them held engines under sacks of flour.\n"
)


def test_what_is_denied_is_contested() -> None:
    made = room(SAID + REST + DENIED, SAID + REST)
    assert "conflicting_information" in kinds(made)


def test_what_nobody_contests_is_not() -> None:
    assert kinds(room(SAID + REST)) == ["adverse_report"]


@pytest.mark.parametrize("data", [b"", b"   ", b"\x00\xff\xfe\x01binary"])
def test_a_page_that_cannot_be_read_is_not_checked(data: bytes) -> None:
    nothing = read_page(data, "blank.txt", day="2024-04-02")
    (gap,) = screened(examine([nothing], LINKER)).not_checked
    assert gap.path == "$"
    assert "blank.txt" in gap.why


def test_a_blank_page_of_later_is_nobody_s_gap() -> None:
    later = read_page(b"   ", "blank.txt", day="2024-06-02")
    assert screened(examine([later], LINKER)).not_checked == ()


def test_a_language_that_is_not_read_is_not_checked() -> None:
    text = (
        "Die Firma Tavros Denizcilik hat nach Angaben der Behörden Motoren für Drohnen in den "
        "Iran geliefert. Die Kisten wurden an der Grenze geöffnet, sagte ein Sprecher. Sie "
        "standen unter Säcken mit Mehl, und die Papiere waren gefälscht."
    )
    asked = order("Tavros Denizcilik Hamburg Reederei")
    gaps = screened(room(text.replace("Denizcilik", "Denizcilik Hamburg Reederei")), asked)
    assert [gap.path for gap in gaps.not_checked] == [BUYER]
    assert screened(room(ADVERSE)).not_checked == ()
