import subprocess
import sys
from contextlib import suppress
from datetime import date, timedelta
from itertools import count

import msgspec
import pytest

from tests.store.faults import Killed, fail_at
from vigil.errors import InvalidInput, SourceChanged, WorldError
from vigil.store.history import History, Step

DAYS = [date(2026, 7, 1), date(2026, 7, 8), date(2026, 7, 15)]
TODAY = date(2026, 7, 31)
FULL = OSError(28, "No space left on device")


@pytest.fixture
def history(tmp_path):
    """A history without sentinels, not yet written to."""
    return History(tmp_path / "history", sentinels={})


@pytest.fixture
def record(history, listed):
    """Record a list of entities of a day."""

    def run(entities, day, today=TODAY, **fields):
        loaded = listed(entities, day, **fields)
        return history.record(loaded, {"list.xml": loaded.sha256.encode()}, today)

    return run


def ids(loaded):
    return {entity.id for entity in loaded.entities}


def test_what_is_recorded_is_got_back_whole(history, entities, listed):
    loaded = listed(entities(200), DAYS[0], rows=201, note="as printed", url="https://example.org")
    event = history.record(loaded, {"list.xml": b"<list/>"}, TODAY)
    got = history.loaded(event.snapshot)
    assert msgspec.structs.replace(got, entities=()) == msgspec.structs.replace(loaded, entities=())
    assert sorted(got.entities, key=lambda e: e.id) == sorted(loaded.entities, key=lambda e: e.id)
    assert history.problems() == []


def test_a_list_is_in_force_from_its_day_to_the_next(history, record, entities):
    record(entities(20), DAYS[0])
    record(entities(21), DAYS[2])
    sizes = {day: len(history.in_force(day)["un_sc"].entities) for day in (*DAYS, TODAY)}
    assert sizes == {DAYS[0]: 20, DAYS[1]: 20, DAYS[2]: 21, TODAY: 21}


def test_before_the_first_snapshot_the_list_is_of_a_later_day(history, record, entities):
    record(entities(20), DAYS[1])
    assert history.in_force(DAYS[0])["un_sc"].version == DAYS[1]


def test_of_two_lists_of_one_day_the_later_counts(history, record, entities):
    record(entities(20), DAYS[0])
    record(entities(21), DAYS[0])
    assert len(history.in_force(DAYS[0])["un_sc"].entities) == 21


def test_the_same_list_is_recorded_once(history, record, entities):
    assert record(entities(20), DAYS[0]) == record(entities(20), DAYS[0])
    assert len(history.events()) == 1


def test_a_correction_of_the_day_that_is_taken_back_counts_no_longer(history, record, entities):
    for count_of_entries in (20, 21, 20, 20):
        record(entities(count_of_entries), DAYS[0])
    assert len(history.in_force(DAYS[0])["un_sc"].entities) == 20
    assert len(history.events()) == 3


def test_an_older_list_that_was_accepted_is_in_force_on_its_days(history, record, entities):
    record(entities(100), DAYS[1])
    stopped = record(entities(99), DAYS[0])
    history.accept(stopped.snapshot, "A. Officer", "filled in from the archive", TODAY)
    sizes = [len(history.in_force(day)["un_sc"].entities) for day in (DAYS[0], TODAY)]
    assert sizes == [99, 100]


def test_a_folder_of_something_else_is_not_written_to(history, record, entities):
    history.folder.mkdir()
    (history.folder / "letter.txt").write_text("mine")
    with pytest.raises(WorldError, match=r"a folder of its own, got .* with 'letter\.txt' in it"):
        record(entities(20), DAYS[0])
    assert [path.name for path in history.folder.iterdir()] == ["letter.txt"]


def test_a_stopped_list_leaves_the_last_one_in_force_and_is_kept(history, record, entities):
    record(entities(100), DAYS[0])
    stopped = record(entities(20), DAYS[1])
    assert stopped.step is Step.STOPPED
    assert len(history.loaded(stopped.snapshot).entities) == 20
    used = history.in_force(TODAY)["un_sc"]
    assert (len(used.entities), used.version) == (100, DAYS[0])
    assert used.held_back.startswith("a newer file of 2026-07-08 was stopped on 2026-07-31: 80 ent")


def test_a_day_before_the_stopped_list_knows_nothing_of_it(history, record, entities):
    record(entities(100), DAYS[0])
    record(entities(20), DAYS[1])
    assert history.in_force(DAYS[0])["un_sc"].held_back is None


def test_a_good_list_after_a_stopped_one_ends_the_warning(history, record, entities):
    record(entities(100), DAYS[0])
    record(entities(20), DAYS[1])
    record(entities(101), DAYS[2])
    assert history.in_force(TODAY)["un_sc"].held_back is None
    assert history.in_force(DAYS[1])["un_sc"].held_back is not None


def test_a_stopped_older_list_is_no_newer_one(history, record, entities):
    record(entities(100), DAYS[1])
    assert record(entities(99), DAYS[0]).step is Step.STOPPED
    assert history.in_force(TODAY)["un_sc"].held_back is None


def test_a_list_stopped_every_day_is_told_once(history, record, entities):
    record(entities(100), DAYS[0])
    first = record(entities(20), DAYS[1])
    assert record(entities(20), DAYS[1], TODAY + timedelta(days=1)) == first
    assert len(history.events()) == 2


def test_an_accepted_list_comes_into_force_with_name_and_reason(history, record, entities):
    record(entities(100), DAYS[0])
    stopped = record(entities(20), DAYS[1])
    event = history.accept(stopped.snapshot[:8], " A. Officer ", "the regime ended", TODAY)
    assert (event.by, event.because, event.reasons) == (
        "A. Officer", "the regime ended", stopped.reasons,
    )  # fmt: skip
    used = history.in_force(TODAY)["un_sc"]
    assert (len(used.entities), used.held_back) == (20, None)
    assert len(history.in_force(DAYS[0])["un_sc"].entities) == 100


@pytest.mark.parametrize(
    ("snapshot", "by", "because", "said"),
    [
        (0, "A. Officer", "x", "only a stopped list"),
        (1, " ", "x", "a name and a reason"),
        (1, "A. Officer", "", "a name and a reason"),
    ],
    ids=["not stopped", "no name", "no reason"],
)
def test_an_acceptance_that_makes_no_sense_is_refused(
    history, record, entities, snapshot, by, because, said
):
    known = [record(entities(100), DAYS[0]), record(entities(20), DAYS[1])]
    with pytest.raises(InvalidInput, match=said):
        history.accept(known[snapshot].snapshot, by, because, TODAY)
    assert len(history.events()) == 2


@pytest.mark.parametrize("beginning", ["", "12345", "zzzzzzzz", "0" * 64])
def test_a_snapshot_that_is_not_named_clearly_is_not_found(history, record, entities, beginning):
    record(entities(100), DAYS[0])
    with pytest.raises(InvalidInput, match="a snapshot must be named by"):
        history.accept(beginning, "A. Officer", "x", TODAY)


def test_refused_files_are_kept_and_told(history, record, entities):
    record(entities(100), DAYS[0])
    event = history.refuse("un_sc", {"list.xml": b"<html>"}, "an HTML page", TODAY)
    assert [history.objects.get(sha256) for sha256 in event.files.values()] == [b"<html>"]
    used = history.in_force(TODAY)["un_sc"]
    assert used.held_back == "a newer file was stopped on 2026-07-31: an HTML page"


def test_a_change_of_the_reader_stops_no_list(history, record, entities, listed):
    """Everything reads differently now; read again, the last list does too."""
    record(entities(100), DAYS[0])
    new = listed(entities(100, remarks="read anew"), DAYS[1])

    def reread(_, dating):
        return listed(entities(100, remarks="read anew"), dating.as_of)

    assert history.record(new, {"list.xml": b"new"}, TODAY, reread).step is Step.RECORDED


def test_what_is_wrong_by_the_new_reader_too_is_stopped(history, record, entities, listed):
    record(entities(100), DAYS[0])

    def refuses(*_):
        raise SourceChanged("no longer read")

    for n, reread in enumerate((refuses, lambda _, dating: listed(entities(100), dating.as_of))):
        loaded = listed(entities(20 + n), DAYS[1])
        assert history.record(loaded, {"list.xml": b"new"}, TODAY, reread).step is Step.STOPPED


def test_entities_are_kept_once(history, record, entities):
    record(entities(2_000), DAYS[0])
    before = sum(1 for _ in history.objects.folder.rglob("*"))
    record((*entities(2_000), *entities(1, first=9_000)), DAYS[1])
    added = sum(1 for _ in history.objects.folder.rglob("*")) - before
    assert added <= 6  # a chunk, the snapshot and the publisher's file, each with a folder at most


def test_a_folder_without_a_history_is_an_error(tmp_path):
    with pytest.raises(WorldError, match=r"must have a history\.jsonl, got none"):
        History(tmp_path).in_force(TODAY)


def test_a_missing_object_is_told(history, record, entities):
    event = record(entities(20), DAYS[0])
    (history.objects.folder / event.snapshot[:2] / event.snapshot[2:]).unlink()
    [problem] = history.problems()
    assert "must hold what was kept under it" in problem


@pytest.fixture
def meet(tmp_path, monkeypatch, listed, entities):
    """Record a second list, with a fault at one step; then check and record it again."""

    def run(step, error, half_written):
        folder = tmp_path / str(step)
        old, new = listed(entities(20), DAYS[0]), listed(entities(21), DAYS[1])
        History(folder, sentinels={}).record(old, {"list.xml": b"old"}, TODAY)
        with monkeypatch.context() as patched:
            came = fail_at(patched, step, error, half_written=half_written)
            with suppress(Killed, WorldError):
                History(folder, sentinels={}).record(new, {"list.xml": b"new"}, TODAY)
        read = History(folder, sentinels={})
        problems, versions = read.problems(), [event.version for event in read.events()]
        assert read.record(new, {"list.xml": b"new"}, TODAY).in_use
        assert [event.version for event in read.events()] == DAYS[:2]
        assert not list(read.objects.folder.glob(".new-*"))
        return came, problems, versions

    return run


@pytest.mark.parametrize(
    ("error", "half_written"),
    [
        pytest.param(Killed(), True, id="kill in a write"),
        pytest.param(Killed(), False, id="kill", marks=pytest.mark.slow),
        pytest.param(FULL, True, id="disk full in a write", marks=pytest.mark.slow),
        pytest.param(FULL, False, id="disk full", marks=pytest.mark.slow),
    ],
)
def test_a_fault_at_any_moment_leaves_a_whole_history(meet, error, half_written):
    outcomes = [([], [], [])]
    for step in count(1):
        outcome = meet(step, error, half_written)
        if not outcome[0]:
            break
        outcomes.append(outcome)
    met = {name for came, _, _ in outcomes for name in came}
    assert {"write", "fsync", "replace", "open", "close", "mkdir"} <= met
    assert [problems for _, problems, _ in outcomes if problems] == []
    # A line counts once it is confirmed: only what fails after that leaves the new list behind.
    late = [came for came, _, versions in outcomes if versions == DAYS[:2]]
    assert late
    assert all(came in (["fsync"], ["close"]) for came in late)


def test_a_full_disk_is_told(record, entities, monkeypatch):
    record(entities(20), DAYS[0])
    fail_at(monkeypatch, 20, FULL)
    with pytest.raises(WorldError, match=r"No space left on device at .*history; what was there"):
        record(entities(21), DAYS[1])


TWO = """
import sys
from datetime import date
from pathlib import Path
from vigil.lists.loaded import LoadedSource
from vigil.model.entity import Entity, Name
from vigil.model.order import Kind
from vigil.store.history import History
history = History(Path(sys.argv[1]), sentinels={})
for day in range(1, 11):
    one = Entity(f"{sys.argv[2]}:1", sys.argv[2], Kind.PERSON, (Name("Ivan Example"),))
    on = date(2026, 7, day)
    loaded = LoadedSource(sys.argv[2], "A list", on, "publisher", (one,), f"{day:02}")
    history.record(loaded, {"list.xml": b"the same in both"}, date(2026, 7, 31))
"""


def test_two_at_once_both_write_and_the_history_is_whole(tmp_path):
    writers = [
        subprocess.Popen([sys.executable, "-c", TWO, str(tmp_path / "history"), source])
        for source in ("un_sc", "us_csl")
    ]
    assert [writer.wait(60) for writer in writers] == [0, 0]
    history = History(tmp_path / "history")
    assert history.problems() == []
    for source in ("un_sc", "us_csl"):
        days = [event.version.day for event in history.events() if event.source == source]
        assert days == list(range(1, 11))
