"""Was this name listed when we shipped? Worlds of past days, from histories of lists."""

import csv
import io
import random
from datetime import date

import pytest

import vigil
from tests.lists.un_list import IRAN, OTHERS, SENTINELS, un_file
from vigil.lists.readers import reader_of
from vigil.store.build import build_from_history, build_world, countries_of
from vigil.store.history import History, Step
from vigil.store.recording import record_files
from vigil.store.worlds import open_world

TODAY = date(2026, 8, 7)


@pytest.fixture(scope="module")
def shipped():
    return open_world(None)


@pytest.fixture(scope="module")
def un_history(tmp_path_factory, shipped):
    """The UN list before, during and after the years without Iran; and a file cut short."""
    history = History(tmp_path_factory.mktemp("un"))
    countries = countries_of(shipped.parts.law())

    def record(day, *parts):
        files = un_file(day, SENTINELS, OTHERS, *parts)
        return record_files(history, "un_sc", files, countries, as_of=None, today=TODAY)

    assert record("2025-03-01", IRAN).step is Step.RECORDED
    stopped = record("2025-04-15")
    assert [reason for reason in stopped.reasons if "the programme IR vanished" in reason]
    history.accept(stopped.snapshot, "A. Officer", "resolution 2231, read on un.org", TODAY)
    assert record("2026-01-15", IRAN).step is Step.RECORDED
    cut = {"un.xml": un_file("2026-03-01", SENTINELS, OTHERS)["un.xml"][:-100]}
    refused = record_files(history, "un_sc", cut, countries, as_of=None, today=TODAY)
    assert refused.step is Step.STOPPED
    return history


@pytest.fixture(scope="module")
def world_on(tmp_path_factory, un_history, shipped):
    """The world of a day from the UN's history."""

    def build(day, history=un_history):
        folder = tmp_path_factory.mktemp("world")
        build_from_history(folder / "w", history, day, shipped=shipped)
        return open_world(folder / "w")

    return build


def found(world, name, day):
    return {match.entity.id for match in vigil.match(name, world, on=day)[0]}


@pytest.mark.parametrize(
    ("day", "is_listed"),
    [
        (date(2025, 3, 1), True),
        (date(2025, 4, 14), True),
        (date(2025, 4, 15), False),
        (date(2026, 1, 14), False),
        (date(2026, 1, 15), True),
    ],
    ids=str,
)
def test_entries_on_iran_that_went_and_came_back_are_found_as_they_stood(world_on, day, is_listed):
    world = world_on(day)
    assert ("un_sc:IRe.007" in found(world, "Example Aircraft Works 7", day)) is is_listed
    assert "un_sc:CDe.007" in found(world, "Example Trading House 7", day)


def order_of(day):
    parties = [
        {"role": role, "name": "Nordlicht Messtechnik GmbH", "country": "DE"}
        for role in ("buyer", "consignee", "end_user")
    ]
    line = {"line": 1, "hs": "9403.20", "description": "steel shelf"}
    return {"id": "x", "date": day.isoformat(), "parties": parties, "lines": [line]}


def outcome_on(world, day):
    decision = vigil.screen_order(order_of(day), world)
    return decision.outcome, " ".join(gap.why for gap in decision.not_checked)


def test_an_order_of_a_day_with_a_snapshot_is_clear(world_on):
    day = date(2025, 3, 20)
    assert outcome_on(world_on(day), day) == ("clear", "")


def test_an_order_before_the_first_snapshot_is_incomplete(world_on):
    day = date(2025, 2, 28)
    outcome, why = outcome_on(world_on(day), day)
    assert outcome == "incomplete"
    assert "un_sc answers from 2025-03-01" in why


def test_an_order_long_after_the_last_good_list_is_incomplete_and_says_what_was_stopped(world_on):
    outcome, why = outcome_on(world_on(TODAY), TODAY)
    assert outcome == "incomplete"
    assert "un_sc is of 2026-01-15, 204 days before" in why
    assert "a newer file was stopped on 2026-08-07: un_sc must be well-formed XML" in why


def test_a_world_from_a_history_is_the_one_from_its_file(tmp_path, world_on, shipped):
    [(name, data)] = un_file("2025-03-01", SENTINELS, OTHERS, IRAN).items()
    (tmp_path / name).write_bytes(data)
    sources = [("un_sc", tmp_path / name)]
    build_world(tmp_path / "w", sources, as_of=None, built_on=TODAY, shipped=shipped)
    assert open_world(tmp_path / "w").id == world_on(date(2025, 3, 1)).id


SDN_DAYS = [date(2021, 8, 24), date(2022, 9, 30), date(2023, 6, 8)]


@pytest.fixture(scope="module")
def sdn_files(shared):
    folder = shared / "lists/us_ofac_sdn_history"
    return {day: (folder / f"sdn_{day}.csv").read_bytes() for day in SDN_DAYS}


@pytest.fixture(scope="module")
def sdn_worlds(tmp_path_factory, sdn_files, shipped, world_on):
    """The world of the day before and of the day of each snapshot after the first."""
    history = History(tmp_path_factory.mktemp("sdn"))
    countries = countries_of(shipped.parts.law())
    for day, data in sdn_files.items():
        event = record_files(
            history, "us_ofac_sdn", {"sdn.csv": data}, countries, as_of=day, today=TODAY
        )
        assert event.step is Step.RECORDED, event.reasons
    eve = date(2022, 9, 29)
    return {day: world_on(day, history) for day in (eve, SDN_DAYS[1])}


def names_of(data):
    """Numbers and names straight from the publisher's bytes."""
    rows = csv.reader(io.StringIO(data.decode("latin-1").rstrip("\x1a")))
    return {row[0]: row[1] for row in rows if len(row) > 1}


@pytest.mark.shared
@pytest.mark.slow
def test_names_listed_between_two_snapshots_are_found_from_the_second_on(sdn_worlds, sdn_files):
    """And those delisted between them until then."""
    old, new = (names_of(sdn_files[day]) for day in SDN_DAYS[:2])
    came, went = (sorted(a.keys() - b.keys()) for a, b in ((new, old), (old, new)))
    assert (len(came), len(went)) == (2_223, 472)
    picked = random.Random(7)
    for numbers, names, holds in ((came, new, SDN_DAYS[1]), (went, old, date(2022, 9, 29))):
        for number in picked.sample(numbers, 25):
            where = {
                day for day, world in sdn_worlds.items()
                if f"us_ofac_sdn:{number}" in found(world, names[number], day)
            }  # fmt: skip
            assert where == {holds}, names[number]


def test_every_source_with_sentinels_has_a_reader():
    from vigil.store.sentinels import shipped_sentinels

    assert all(reader_of(source) for source in shipped_sentinels())
