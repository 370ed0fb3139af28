"""A party of an order that a page names where no reader sees it is found, and it is told how."""

from datetime import date

import pytest

from vigil.evidence.links import Linker
from vigil.evidence.reading import read_page
from vigil.evidence.room import examine
from vigil.evidence.screen import screen_evidence
from vigil.model.deal import Deal
from vigil.model.finding import Finding, Ground
from vigil.model.order_json import parse_order

ORDER = {
    "id": "o-1",
    "date": "2024-05-01",
    "parties": [{"role": "buyer", "name": "Tavros Denizcilik", "country": "TR"}],
    "lines": [{"line": 1, "hs": "847141", "description": "computers"}],
}
PAGE = "<title>Port</title><p>The port of Velmora was closed on Monday, officials said.</p>{}"


def findings(hidden: str) -> tuple[Finding, ...]:
    page = read_page(PAGE.format(hidden).encode(), "a.html", day="2024-04-02")
    deal = Deal(parse_order(ORDER), date(2024, 5, 1), None, frozenset())
    return screen_evidence(deal, examine([page], Linker([]))).findings


@pytest.mark.parametrize(
    "hidden",
    [
        "<p style='color:#fff'>Tavros Denizcilik</p>",
        "<font color=white>bought by Tavros Denizcilik</font>",
        "<style>.k{font-size:0}</style><p class=k>Tavros Denizcilik of Mersin",
        "<div style='position:absolute;left:-5000px'><p>crates<p>Tavros Denizcilik</div>",
        "<p style='color:#fff'>x</p>" * 60 + "<p style='color:#fff'>Tavros Denizcilik</p>",
    ],
)
def test_a_name_in_disguise_asks_for_a_person(hidden):
    (found,) = findings(hidden)
    assert "in text that no reader sees" in found.summary
    assert Ground.NOTHING_ADVERSE not in found.grounds


@pytest.mark.parametrize(
    "hidden",
    [
        "<img alt='Tavros Denizcilik and a drone'>",
        "<!-- drones of Tavros Denizcilik -->",
        "<ul style='display:none'><li>Tavros Denizcilik<li>Drones</ul>",
    ],
)
def test_a_name_that_is_put_aside_openly_is_noted(hidden):
    (found,) = findings(hidden)
    assert Ground.NOTHING_ADVERSE in found.grounds


def test_another_name_in_disguise_is_nothing_to_this_order():
    assert findings("<p style='color:#fff'>Marmara Haber Ajansi</p>") == ()
