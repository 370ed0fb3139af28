from datetime import date

import msgspec
import pytest

from vigil.errors import InvalidInput
from vigil.lists.changes import ChangeKind
from vigil.model.entity import Name
from vigil.store.history import History
from vigil.store.states import differences, state_of
from vigil.store.worlds import write_world

FIRST, SECOND, TODAY = date(2026, 7, 1), date(2026, 7, 8), date(2026, 7, 31)


@pytest.fixture
def lists(entities, listed):
    """A list of a hundred, and a week later: one gone, one new, one renamed."""
    renamed = entities(1, first=50, names=(Name("Other Works"),))
    later = (*entities(48, first=2), *renamed, *entities(51, first=51))
    return listed(entities(100), FIRST), listed(later, SECOND)


@pytest.fixture
def history(tmp_path, lists):
    """Both lists recorded."""
    kept = History(tmp_path / "history", sentinels={})
    for loaded in lists:
        kept.record(loaded, {"list.xml": loaded.sha256.encode()}, TODAY)
    return kept


@pytest.fixture
def worlds(tmp_path, lists, catalogues):
    """Each list as a world's folder."""
    for name, loaded in zip("ab", lists, strict=True):
        write_world(tmp_path / name, [loaded], *catalogues)
    return [str(tmp_path / name) for name in "ab"]


def told(before, after, history=None):
    [one] = differences(state_of(before, history), state_of(after, history))
    assert (one.source, one.before, one.after) == ("un_sc", FIRST, SECOND)
    return {(change.kind, change.entity.id) for change in one.changes}


WHAT = {
    (ChangeKind.DELISTED, "un_sc:1"),
    (ChangeKind.CHANGED, "un_sc:50"),
    (ChangeKind.LISTED, "un_sc:101"),
}


def test_days_snapshots_and_worlds_say_the_same(history, worlds):
    ids = [event.snapshot[:10] for event in history.events()]
    assert told("2026-07-07", "2026-07-08", history) == WHAT
    assert told(*ids, history) == WHAT
    assert told(*worlds) == WHAT
    assert told(worlds[0], ids[1], history) == WHAT


def test_a_state_does_not_differ_from_itself(history, worlds):
    for name in ("2026-07-08", worlds[1]):
        [one] = differences(state_of(name, history), state_of("2026-07-08", history))
        assert one.changes == ()


def test_a_list_that_one_state_does_not_hold_is_not_compared(history, entities, listed):
    other = msgspec.structs.replace(listed(entities(9, source="eu_fsf"), SECOND), id="eu_fsf")
    history.record(other, {"list.xml": b"eu"}, TODAY)
    [eu, un] = differences(state_of("2026-07-07", history), state_of("2026-07-08", history))
    assert (eu.source, eu.uncovered, eu.changes) == ("eu_fsf", "2026-07-07", ())
    assert un.uncovered is None
    assert un.changes


def test_a_snapshot_says_nothing_of_other_lists(history, entities, listed):
    other = msgspec.structs.replace(listed(entities(9, source="eu_fsf"), SECOND), id="eu_fsf")
    event = history.record(other, {"list.xml": b"eu"}, TODAY)
    snapshot = history.events()[0].snapshot
    [un] = differences(state_of(snapshot, history), state_of("2026-07-08", history))
    assert un.source == "un_sc"
    with pytest.raises(InvalidInput, match="a list in common"):
        differences(state_of(snapshot, history), state_of(event.snapshot, history))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2026-06-30", "must not be before the first snapshot"),
        ("2026-02-30", "a day must be like"),
        ("nowhere", "a snapshot must be named by"),
    ],
)
def test_what_names_no_state_is_refused(history, text, said):
    with pytest.raises(InvalidInput, match=said):
        state_of(text, history)


def test_a_day_without_a_history_is_refused():
    with pytest.raises(InvalidInput, match="needs --history"):
        state_of("2026-07-08", None)
