"""`vigil audit remove`, by exit codes and output."""

import json

import pytest

from tests.store.made_up_screenings import made_up
from vigil.case.policy import CasePolicy
from vigil.cli.main import app
from vigil.cli.stores import now
from vigil.errors import IllegalStep, InvalidInput
from vigil.store.database import open_store
from vigil.store.recorder import Recorder

LONG_AGO = 1_262_304_000_000  # 2010-01-01


@pytest.fixture(autouse=True)
def _old_store(tmp_path, monkeypatch):
    """An order of 2010, an open case of 2010, and an order of today."""
    monkeypatch.chdir(tmp_path)
    for name in ("VIGIL_STORE", "VIGIL_USER"):
        monkeypatch.delenv(name, raising=False)
    store = open_store("vigil.db")
    then = Recorder(store, CasePolicy(), lambda: LONG_AGO)
    then.record_one(made_up("PO-old"))
    then.record_one(made_up("PO-open", "stop"))
    Recorder(store, CasePolicy(), now).record_one(made_up("PO-new"))
    store.close()


def told(capsys, *args: str):
    app(["audit", *args, "--format", "jsonl"], standalone_mode=False)
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_dry_run_names_what_may_go_and_removes_nothing(capsys):
    assert told(capsys, "remove", "--dry-run") == [{"order": "PO-old"}]
    assert told(capsys, "remove", "--dry-run") == [{"order": "PO-old"}]


def test_it_goes_and_the_chain_stays_whole(capsys):
    assert told(capsys, "remove", "--by", "root", "--reason", "years") == [{"removed": 1}]
    assert told(capsys, "verify")[0]["rows"] == 5
    assert told(capsys, "log", "--kind", "removed")[0]["body"]["numbers"] == [1]
    assert told(capsys, "remove", "--dry-run") == []


@pytest.mark.parametrize(
    ("args", "error"),
    [
        (("--by", "root"), IllegalStep),
        (("--by", "root", "--reason", " "), IllegalStep),
        (("--reason", "years"), InvalidInput),
    ],
)
def test_nobody_and_no_reason_remove_nothing(capsys, args, error):
    with pytest.raises(error):
        app(["audit", "remove", *args], standalone_mode=False)
    assert told(capsys, "remove", "--dry-run") == [{"order": "PO-old"}]
