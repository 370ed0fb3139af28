"""The law around a day, as rows, table and picture."""

import sys
from datetime import date
from xml.etree import ElementTree

import pytest
from rich.console import Console

from vigil.errors import InvalidInput
from vigil.model.provision import Basis, Jurisdiction, Provision
from vigil.model.reach import Reach
from vigil.model.shelf import load_edition
from vigil.report.law_picture import draw_law
from vigil.report.law_table import render_law
from vigil.report.law_timeline import State, timeline
from vigil.rules.law import Law
from vigil.rules.shipped import load_law
from vigil.store.compile import DATA, read_shelf

ON = date(2024, 6, 1)
US, EU = Jurisdiction.US, Jurisdiction.EU


@pytest.fixture(scope="module")
def law():
    shelf = read_shelf(DATA)
    return Law(load_law(shelf, load_edition(shelf)))


def provision(name, first, last=None, whose=US, **more):
    given = {"basis": Basis.PRIMARY, "verified": True} | more
    return Provision(name, whose, f"Title of {name}", "what it does", first, last, **given)


def states(*provisions):
    return {row.provision.id: (row.state, row.days) for row in timeline(provisions, ON)}


@pytest.mark.parametrize(
    ("first", "last", "state", "days"),
    [
        (None, None, State.IN_FORCE, None),
        (date(2024, 6, 1), None, State.IN_FORCE, 0),
        (date(2020, 1, 1), date(2024, 6, 1), State.IN_FORCE, -1613),
        (date(2024, 6, 2), None, State.BEGINS, 1),
        (date(2025, 6, 1), None, State.BEGINS, 365),
        (date(2025, 6, 2), None, State.LATER, 366),
        (date(2020, 1, 1), date(2024, 5, 31), State.ENDED, -1),
        (date(2020, 1, 1), date(2023, 6, 2), State.ENDED, -365),
        (date(2020, 1, 1), date(2023, 6, 1), State.PAST, -366),
    ],
)
def test_a_window_is_placed_by_its_days(first, last, state, days):
    assert states(provision("p", first, last)) == {"p": (state, days)}


def test_rows_stand_by_jurisdiction_then_first_day_then_id():
    rows = timeline(
        (
            provision("eu", None, whose=EU),
            provision("z", date(2001, 1, 1)),
            provision("a", date(2001, 1, 1)),
            provision("old", None),
        ),
        ON,
    )
    assert [row.provision.id for row in rows] == ["old", "a", "z", "eu"]


@pytest.mark.parametrize(
    ("limits", "destinations", "is_about"),
    [
        (Reach(), ("IR",), True),
        (Reach(departures=("IR",)), (), True),
        (Reach(not_to=("FR",)), (), True),
        (Reach(not_to=("IR",)), (), False),
        (Reach(), ("RU",), False),
        (Reach(), (), False),
    ],
)
def test_a_place_is_asked_for_by_what_names_it(limits, destinations, is_about):
    held = provision("p", None, limits=limits, destinations=destinations)
    assert bool(timeline((held,), ON, (), "IR")) is is_about


def test_a_place_is_asked_for_by_what_a_provision_concerns():
    held = provision("p", None, concerns=("RU",))
    assert timeline((held,), ON, (), "RU")
    assert not timeline((held,), ON, (), "IR")


def test_only_the_jurisdictions_asked_for_are_told():
    held = (provision("u", None), provision("e", None, whose=EU))
    assert [row.provision.id for row in timeline(held, ON, (EU,))] == ["e"]


def page(rows):
    console = Console(width=80)
    with console.capture() as written:
        console.print(render_law(rows, ON))
    return written.get()


def test_doubts_are_marked_in_the_table():
    void = {"contested_by": ("Iran",), "contested_claim": "it is void", "contested_void": True}
    told = page(timeline((provision("p", None, binding=False, verified=False, **void),), ON))
    told = " ".join(told.split())
    assert all(mark in told for mark in ("[contested]", "[guidance]", "[not verified]"))
    assert "read otherwise by Iran: it is void" in told


def test_settled_law_has_no_marks():
    assert "[" not in page(timeline((provision("p", None),), ON))


def test_the_shipped_law_fits_a_terminal_of_80_columns(law):
    lines = page(timeline(law.provisions, ON)).splitlines()
    assert len(lines) > len(law.provisions)
    assert max(map(len, lines)) <= 80


def test_what_is_far_away_is_counted_and_not_dropped_in_silence():
    far = (provision("a", date(1990, 1, 1), date(1999, 1, 1)), provision("b", date(2030, 1, 1)))
    assert "Not shown: 1 ended earlier, 1 begin later." in page(timeline(far, ON))


def test_the_picture_is_the_same_bytes_each_time(law):
    rows = timeline(law.provisions, ON)
    drawn = draw_law(rows, ON)
    assert drawn == draw_law(rows, ON)
    assert b"<dc:date>" not in drawn
    assert ElementTree.fromstring(drawn).tag.endswith("svg")


def test_the_picture_has_a_bar_for_each_row_and_the_day():
    one = draw_law(timeline((provision("p", date(2020, 1, 1)),), ON), ON)
    two = draw_law(timeline((provision("p", date(2020, 1, 1)), provision("q", None)), ON), ON)
    assert len(two) > len(one)
    later = date(2024, 7, 1)
    assert one != draw_law(timeline((provision("p", date(2020, 1, 1)),), later), later)


def test_without_matplotlib_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(InvalidInput, match=r"vigil\[plots\]"):
        draw_law([], ON)
