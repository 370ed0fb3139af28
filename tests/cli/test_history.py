"""Lists in time on the command line."""

import json
import os
import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from tests.lists.un_list import IRAN, OTHERS, SENTINELS, un_file

VIGIL = [sys.executable, "-c", "from vigil.cli.main import run; run()"]


def run_in(folder, *args, code=0):
    """Run a command in a folder; the code is that of this checkout."""
    path = os.pathsep.join(str(Path(entry).resolve()) for entry in sys.path)
    done = subprocess.run(
        [*VIGIL, *args], capture_output=True, cwd=folder, check=False, timeout=120, text=True,
        env=os.environ | {"PYTHONPATH": path},
    )  # fmt: skip
    assert done.returncode == code, done.stderr
    return done


@pytest.fixture
def vigil(tmp_path):
    """Run a command in a folder of its own."""
    return partial(run_in, tmp_path)


@pytest.fixture(scope="module")
def recorded(tmp_path_factory):
    """A folder with the history below, and what its second record printed."""
    folder = tmp_path_factory.mktemp("recorded")
    whole = un_file("2026-03-01", SENTINELS, OTHERS, IRAN)["un.xml"]
    (folder / "march.xml").write_bytes(whole)
    (folder / "april.xml").write_bytes(un_file("2026-04-01", SENTINELS, OTHERS)["un.xml"])
    run_in(folder, "world", "record", "h", "--source", "un_sc=march.xml")
    return folder, run_in(folder, "world", "record", "h", "--source", "un_sc=april.xml", code=3)


@pytest.fixture
def history(recorded, tmp_path):
    """Two lists of the UN: the second, without Iran, was stopped."""
    folder, second = recorded
    shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    return second


def events(vigil):
    return [json.loads(line) for line in vigil("world", "history", "h").stdout.splitlines()]


def test_a_stopped_list_says_why_and_how_to_let_it_in(vigil, history):
    snapshot = events(vigil)[1]["snapshot"][:12]
    assert "the programme IR vanished: 0 entries, and there were 40" in history.stderr
    assert f"vigil world accept h {snapshot} --by NAME --because REASON" in history.stderr


def test_the_world_says_that_a_newer_list_was_stopped(vigil, history):  # noqa: ARG001
    built = vigil("world", "build", "w", "--history", "h")
    assert "un_sc: 543 entries, 543 names, of 2026-03-01" in built.stderr
    shown = vigil("world", "show", "--world", "w", "--format", "table").stdout
    assert "a newer file of 2026-04-01 was stopped" in shown


def test_an_accepted_list_is_in_the_world_and_the_acceptance_in_the_history(vigil, history):  # noqa: ARG001
    snapshot = events(vigil)[1]["snapshot"][:12]
    vigil("world", "accept", "h", snapshot, "--by", "A. Officer", "--because", "resolution read")
    assert "un_sc: 503 entries" in vigil("world", "build", "w", "--history", "h").stderr
    last = events(vigil)[-1]
    assert (last["step"], last["by"], last["because"]) == (
        "accepted", "A. Officer", "resolution read",
    )  # fmt: skip
    told = vigil("world", "history", "h", "--format", "table").stdout
    assert "A. Officer" in told


def test_a_difference_is_told_in_lines_and_as_text(vigil, history):  # noqa: ARG001
    snapshot = events(vigil)[1]["snapshot"][:12]
    args = ("world", "diff", "2026-03-01", snapshot, "--history", "h", "--format")
    lines = [json.loads(line) for line in vigil(*args, "jsonl").stdout.splitlines()]
    assert {line["change"] for line in lines} == {"delisted"}
    assert [line["id"] for line in lines] == [f"un_sc:{number}" for number in IRAN]
    text = vigil(*args, "table").stdout
    assert text.startswith("un_sc, 2026-03-01 to 2026-04-01: 0 listed, 0 changed, 40 delisted\n")
    assert "delisted  un_sc:IRe.007  EXAMPLE AIRCRAFT WORKS 7" in text


def test_the_world_of_a_past_day_is_built(vigil, history):  # noqa: ARG001
    built = vigil("world", "build", "w", "--history", "h", "--as-of", "2026-03-01")
    assert "of 2026-03-01" in built.stderr
    before = vigil("world", "build", "w", "--history", "h", "--as-of", "2026-02-28")
    assert "un_sc: no snapshot by 2026-02-28; orders of the day are incomplete" in before.stderr


def test_a_damaged_history_is_told(vigil, history, tmp_path):  # noqa: ARG001
    assert "is whole: 2 events" in vigil("world", "history", "h", "--check").stderr
    log = tmp_path / "h/history.jsonl"
    log.write_bytes(log.read_bytes().replace(b"un_sc", b"un_sd", 1))
    assert "must be a whole chain" in vigil("world", "history", "h", "--check", code=4).stderr


@pytest.mark.parametrize(
    ("args", "said", "code"),
    [
        (("build", "w", "--history", "h", "--source", "un_sc=x"), "only --source vigil_uav", 2),
        (("build", "w", "--history", "nowhere"), "got none in nowhere", 4),
        (("build", "w"), "--source ID=PATH, or --history DIR", 2),
        (("build", "w", "--source", "vigil_uav", "--codes", "X=y"), "--codes must be like", 2),
        (("record", "h", "--source", "un_sc"), "--source must be like", 2),
        (("record", "h", "--source", "un_sc=x", "--as-of", "2999-01-01"), "after today", 2),
        (("accept", "nowhere", "abcdef", "--by", "x", "--because", "y"), "got none in", 4),
        (("diff", "2026-03-01", "2026-04-01"), "needs --history", 2),
        (("diff", "a", "b", "--format", "csv"), "table or jsonl", 2),
    ],
)
def test_what_makes_no_sense_is_refused(vigil, args, said, code):
    assert said in vigil("world", *args, code=code).stderr
