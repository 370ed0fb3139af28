"""`vigil evidence` as a user meets it, over the shipped example pages."""

import io
import json
import os
import subprocess
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

import pytest

from vigil.cli.main import run

ROOT = Path(__file__).resolve().parents[2]
VIGIL = [sys.executable, "-c", "from vigil.cli.main import run; run()"]
PAGES = sorted(str(path) for path in (ROOT / "examples/evidence").glob("*.txt"))


class Done(NamedTuple):
    """What a command printed, and its exit code."""

    returncode: int
    stdout: bytes
    stderr: bytes


def vigil(*args: str, cwd: Path) -> Done:
    """The command in this process: what it does is the same, and a start costs nothing."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    with (
        chdir(cwd),
        redirect_stdout(out),
        redirect_stderr(err),
        patch.object(sys, "argv", ["vigil", *args]),
    ):
        try:
            run()
            code = 0
        except SystemExit as end:
            code = end.code or 0
    out.flush(), err.flush()
    assert isinstance(code, int)
    return Done(code, out.buffer.getvalue(), err.buffer.getvalue())


def lines(done) -> list[dict]:
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture(scope="module")
def room(tmp_path_factory) -> Path:
    """A working folder with the example pages added to `evidence`."""
    folder = tmp_path_factory.mktemp("room")
    assert vigil("evidence", "add", *PAGES, cwd=folder).returncode == 0
    return folder


def raw(page: str) -> str:
    return (ROOT / "examples/evidence" / page).read_text()


class TestAdd:
    def test_a_line_a_page_with_its_hash_and_day(self, tmp_path):
        added = lines(vigil("evidence", "add", *PAGES, cwd=tmp_path))
        assert [(page["name"], page["day"]) for page in added] == [
            ("velm-agency.txt", "2024-03-04"),
            ("velm-herald.txt", ""),
            ("velm-portal.txt", "2024-03-04"),
        ]

    def test_a_page_that_cannot_be_read_is_an_error_and_nothing_is_kept(self, tmp_path):
        (tmp_path / "scan.txt").write_bytes(b"%PDF-1.4\n\x00\x00\xff")
        done = vigil("evidence", "add", *PAGES, "scan.txt", cwd=tmp_path)
        assert done.returncode == 2
        assert b"scan.txt" in done.stderr
        assert vigil("evidence", "cards", cwd=tmp_path).returncode == 2

    def test_what_is_said_of_one_page_is_not_said_of_two(self, tmp_path):
        done = vigil("evidence", "add", *PAGES, "--url", "https://velm.example", cwd=tmp_path)
        assert done.returncode == 2
        assert b"add its file alone" in done.stderr

    def test_a_missing_file_is_named(self, tmp_path):
        done = vigil("evidence", "add", "nowhere.txt", cwd=tmp_path)
        assert done.returncode == 2
        assert b"nowhere.txt" in done.stderr


class TestCards:
    def test_every_telling_is_found_again_at_its_offsets(self, room):
        cards = lines(vigil("evidence", "cards", cwd=room))
        assert cards
        for card in cards:
            for cited in (card["cited"], *card["told"]):
                start, end = cited["at"]
                assert raw(cited["name"])[start:end] == cited["text"]

    def test_three_pages_are_two_chains(self, room):
        (card,) = [
            card
            for card in lines(vigil("evidence", "cards", "water pumps", cwd=room))
            if card["mode"] == "direct"
        ]
        assert card["speaker"] == "Mira Toll"
        assert (card["pages"], card["chains"]) == (3, 2)

    def test_a_denial_contests(self, room):
        cards = {card["id"]: card for card in lines(vigil("evidence", "cards", cwd=room))}
        (denied,) = [
            card for card in cards.values() if "ordered the engines" in card["cited"]["text"]
        ]
        assert "velm-herald.txt" in denied["omitted_by"]
        assert denied["denies"]
        assert not any(card["denies"] for card in cards.values() if card["id"] != denied["id"])

    def test_the_table_says_that_what_stands_there_is_denied(self, room):
        done = vigil("evidence", "cards", "ordered the engines", "--format", "table", cwd=room)
        assert b"denied by" in done.stdout
        assert b"said by" not in done.stdout

    def test_words_that_nothing_says_give_nothing(self, room):
        assert lines(vigil("evidence", "cards", "submarine", cwd=room)) == []


class TestDifferences:
    def test_the_quotation_that_was_made_surer_is_told(self, room):
        found = lines(vigil("evidence", "differences", cwd=room))
        altered = [one for one in found if one["kind"] == "quotation_altered"]
        assert any(
            "velm-herald.txt" in {cited["name"] for cited in one["left"] + one["right"]}
            for one in altered
        )

    def test_the_number_that_was_changed_is_told(self, room):
        found = lines(vigil("evidence", "differences", cwd=room))
        numbers = [one for one in found if one["kind"] == "number"]
        sides = [{cited["text"] for cited in one["left"] + one["right"]} for one in numbers]
        assert any("40" in " ".join(side) and "60" in " ".join(side) for side in sides)


class TestShow:
    def test_by_name_and_by_hash(self, room):
        (by_name,) = lines(vigil("evidence", "show", "velm-agency.txt", cwd=room))
        (by_hash,) = lines(vigil("evidence", "show", by_name["page"][:12], cwd=room))
        assert by_name == by_hash
        assert [q["speaker"]["name"] for q in by_name["quotations"]][:3] == ["Mira Toll"] * 3

    def test_a_name_that_is_none_suggests_one(self, room):
        done = vigil("evidence", "show", "velm-agncy.txt", cwd=room)
        assert done.returncode == 2
        assert b"did you mean 'velm-agency.txt'" in done.stderr


class TestGraph:
    def test_three_pages_are_two_chains_of_one_origin(self, room):
        (graph,) = lines(vigil("evidence", "graph", cwd=room))
        assert (len(graph["pages"]), len(graph["chains"])) == (3, 2)
        (origin,) = graph["origins"]
        assert (origin["speaker"], origin["organisation"]) == ("Mira Toll", "customs authority")

    def test_every_origin_of_a_card_is_in_the_graph(self, room):
        (graph,) = lines(vigil("evidence", "graph", cwd=room))
        known = {origin["id"] for origin in (*graph["origins"], *graph["beside"])}
        cards = lines(vigil("evidence", "cards", cwd=room))
        assert {origin["id"] for card in cards for origin in card["origins"]} <= known

    def test_the_table_counts_them(self, room):
        done = vigil("evidence", "graph", "--format", "table", cwd=room)
        assert b"3 pages, 2 chains, 1 primary origin." in done.stdout

    def test_the_table_has_a_part_for_each_story(self, tmp_path):
        (tmp_path / "fire.txt").write_text(
            "Fire in Zell\n\nZELL, May 2 (AFP) - A fire burnt down the town hall of Zell on "
            "Thursday, and nobody was hurt.\n\nIt broke out under the roof before noon.\n"
        )
        assert vigil("evidence", "add", *PAGES, "fire.txt", cwd=tmp_path).returncode == 0
        done = vigil("evidence", "graph", "--format", "table", cwd=tmp_path)
        told = done.stdout.decode()
        assert "3 pages, 2 chains, 1 primary origin\n" in told
        assert "1 page, 1 chain, 0 primary origins\n" in told
        assert "2 stories: 4 pages, 3 chains, 1 primary origin." in told
        assert "credits AFP" in told
        assert "nobody is named" in told

    def test_the_picture_is_the_same_twice(self, room):
        pytest.importorskip("matplotlib", reason="the extra `plots` is not installed")
        for name in ("one.svg", "two.svg"):
            assert vigil("evidence", "graph", "--picture", name, cwd=room).returncode == 0
        assert (room / "one.svg").read_bytes() == (room / "two.svg").read_bytes()
        assert b"</svg>" in (room / "one.svg").read_bytes()


@pytest.mark.parametrize("command", ["cards", "graph"])
def test_the_bytes_do_not_depend_on_the_hash_seed(room, command):
    one, other = (
        subprocess.run(
            [*VIGIL, "evidence", command], capture_output=True, cwd=room, check=True,
            env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "4242")
    )  # fmt: skip
    assert one == other


@pytest.mark.parametrize("command", [["cards"], ["differences"], ["graph"], ["show", "x"]])
def test_a_folder_that_is_none_is_an_error(tmp_path, command):
    done = vigil("evidence", *command, "--evidence", "evidense", cwd=tmp_path)
    assert done.returncode == 2
    assert b"vigil evidence add makes one" in done.stderr
