"""The command line as a user meets it: a process, its output, its exit code."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
VIGIL = [sys.executable, "-c", "from vigil.cli.main import run; run()"]
ORDERS = str(ROOT / "examples/orders.jsonl")


def vigil(*args: str, stdin: bytes = b"", cwd: Path = ROOT, **env: str):
    return subprocess.run(
        [*VIGIL, *args], input=stdin, capture_output=True, cwd=cwd, env=os.environ | env,
        check=False, timeout=120,
    )  # fmt: skip


def test_a_pipe_gets_one_json_line_an_order():
    done = vigil("screen", ORDERS)
    assert done.returncode == 0, done.stderr
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [d["order_id"] for d in lines] == [
        json.loads(line)["id"] for line in Path(ORDERS).read_text().splitlines() if line.strip()
    ]


def test_the_bytes_do_not_depend_on_the_hash_seed():
    one, other = (vigil("screen", ORDERS, PYTHONHASHSEED=seed).stdout for seed in ("1", "4242"))
    assert one == other


@pytest.mark.parametrize(("fail_on", "code"), [("stop", 10), ("review", 10)])
def test_fail_on_answers_with_its_exit_code(fail_on, code):
    assert vigil("screen", ORDERS, "--fail-on", fail_on).returncode == code


def test_fail_on_stop_is_quiet_about_a_clear_order():
    template = vigil("template", "jsonl").stdout
    done = vigil("screen", "-", "--fail-on", "stop", stdin=template)
    assert done.returncode == 0, done.stderr


BAD = {
    "empty": b"",
    "blank": b"  \n",
    "truncated": b'{"id": "x", "date": ',
    "utf-16": '{"id": "x"}'.encode("utf-16"),
    "latin-1": '{"id": "Müller"}'.encode("latin-1"),
    "nul": b'{"id":"a\\u0000b","date":"2026-08-07","parties":[],"lines":[]}',
    "lone surrogate": b'{"id":"\\ud800","date":"2026-08-07","parties":[],"lines":[]}',
    "not an object": b"[1, 2]",
    "too deep": b"[" * 100_000,
    "ten megabyte name": json.dumps(
        {
            "id": "x",
            "date": "2026-08-07",
            "parties": [{"role": "buyer", "name": "A" * 10_000_000}],
            "lines": [{"line": 1}],
        }
    ).encode(),
    "nan": b'{"id":"x","date":"2026-08-07","value":NaN,"parties":[],"lines":[]}',
}


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
def test_bad_input_is_a_clear_error_and_exit_2(bad, tmp_path):
    out = tmp_path / "decisions.jsonl"
    done = vigil("screen", "-", "--out", str(out), stdin=bad)
    assert done.returncode == 2
    assert done.stderr.startswith(b"error: ")
    assert b"Traceback" not in done.stderr
    assert len(done.stderr) < 2_000
    assert not out.exists()
    assert done.stdout == b""


def test_a_csv_with_the_wrong_delimiter_is_named(tmp_path):
    path = tmp_path / "orders.csv"
    path.write_text("id;date;line\nx;2026-08-07;1\n")
    done = vigil("screen", str(path))
    assert done.returncode == 2
    assert b";" in done.stderr


def test_a_missing_world_is_exit_4(tmp_path):
    assert vigil("screen", ORDERS, "--world", str(tmp_path / "none")).returncode == 4


def test_a_world_with_too_old_a_list_is_exit_4():
    assert vigil("match", "x", "--max-age", "0").returncode == 4


def test_a_malformed_list_is_exit_3_and_leaves_no_world(tmp_path):
    bad = tmp_path / "list.json"
    bad.write_text("{}")
    done = vigil("world", "build", str(tmp_path / "w"), "--source", f"us_csl={bad}")
    assert done.returncode == 3
    assert not (tmp_path / "w").exists()


def test_a_setting_that_is_not_understood_is_exit_2(tmp_path):
    (tmp_path / "vigil.toml").write_text("max_list_age = 3\n")
    done = vigil("screen", ORDERS, cwd=tmp_path)
    assert done.returncode == 2
    assert b"max_list_age" in done.stderr


def test_the_example_configuration_makes_a_missing_list_incomplete(tmp_path):
    (tmp_path / "vigil.toml").write_text((ROOT / "examples/vigil.toml").read_text())
    template = vigil("template", "jsonl").stdout
    done = vigil("screen", "-", stdin=template, cwd=tmp_path)
    assert json.loads(done.stdout)["outcome"] == "incomplete"


def test_names_without_a_match_are_an_empty_list_and_exit_0():
    done = vigil("match", "Bakery Meier Freiburg", "--format", "jsonl")
    assert done.returncode == 0
    assert json.loads(done.stdout)["matches"] == []


def test_a_customer_master_needs_no_orders(tmp_path):
    path = tmp_path / "customers.csv"
    path.write_text("name,country,segment\nShahed Aviation Industries,IR,a\nBakery Meier,DE,b\n")
    done = vigil("match", "--file", str(path), "--format", "jsonl")
    first, second = (json.loads(line) for line in done.stdout.splitlines())
    assert first["total"] >= 1
    assert second["total"] == 0


@pytest.mark.parametrize("form", ["csv", "jsonl", "xlsx"])
def test_a_template_can_be_screened_as_it_is(form, tmp_path):
    path = tmp_path / f"orders.{form}"
    path.write_bytes(vigil("template", form).stdout)
    done = vigil("screen", str(path))
    assert done.returncode == 0, done.stderr


def test_explain_tells_the_way_to_clear():
    done = vigil("explain", ORDERS)
    assert done.returncode == 0
    assert "For this order to become clear" in done.stdout.decode()


def test_an_unwritable_out_is_exit_2(tmp_path):
    done = vigil("screen", ORDERS, "--out", str(tmp_path / "no/such/file"))
    assert done.returncode == 2


def test_verify_says_that_the_shipped_world_is_whole():
    assert vigil("world", "verify").returncode == 0


def test_only_a_plain_file_is_replaced(tmp_path):
    done = vigil("template", "jsonl")
    (tmp_path / "folder").mkdir()
    pipe, link, target = tmp_path / "pipe", tmp_path / "link", tmp_path / "target"
    os.mkfifo(pipe)
    target.write_text("old")
    target.chmod(0o640)
    link.symlink_to(target)
    reader = subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE)
    assert vigil("screen", "-", "--out", str(pipe), stdin=done.stdout).returncode == 0
    decided = reader.communicate(timeout=60)[0]
    assert vigil("screen", "-", "--out", str(link), stdin=done.stdout).returncode == 0
    assert (pipe.is_fifo(), link.is_symlink()) == (True, True)
    assert target.read_bytes() == decided
    assert target.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("out", [".", "missing/file.jsonl", ""])
def test_an_out_that_is_no_file_is_refused_and_leaves_nothing(out, tmp_path):
    done = vigil("screen", ORDERS, "--out", out, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"--out must be a file that can be written" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_day_of_tomorrow_is_no_list_s_day(tmp_path):
    built = vigil("world", "build", "w", "--source", "vigil_uav", "--as-of", "2999-01-01",
                  cwd=tmp_path)  # fmt: skip
    assert built.returncode == 2
    assert b"--as-of must not be after today" in built.stderr


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("Mado", "--country", "xx"), b"ISO 3166 alpha-2 code, like AE, got 'xx'"),
        (("!!!", "Mado", "??"), b"got '??'"),
        (("Mado", "--on", "soon"), b"--on must be a day like"),
        (("Mado", "--format", "csv"), b"match writes table or jsonl"),
    ],
)
def test_match_refuses_what_it_cannot_use(args, told):
    done = vigil("match", *args)
    assert (done.returncode, done.stdout) == (2, b"")
    assert told in done.stderr


def test_match_says_when_silence_proves_nothing():
    done = vigil("match", "Nobody Atall", "--on", "1999-01-01")
    assert done.returncode == 0
    assert b"absence from it proves nothing on 1999-01-01" in done.stderr


@pytest.mark.parametrize(("shell", "told"), [(">&-", b"must be open"), (">/dev/full", b"No space")])
def test_a_standard_output_that_takes_nothing_is_said(shell, told):
    command = f'exec "$0" "$@" {shell}'
    done = subprocess.run(
        ["sh", "-c", command, *VIGIL, "template", "csv"], capture_output=True, check=False
    )
    assert (done.returncode, told in done.stderr) == (2, True), done.stderr


def test_a_name_that_the_terminal_cannot_print_is_still_told():
    ascii_only = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = vigil("screen", ORDERS, "--format", "table", **ascii_only)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"\\u2026" in done.stdout


def test_a_table_in_a_file_is_plain_and_the_same_everywhere(tmp_path):
    one, other = tmp_path / "one", tmp_path / "other"
    vigil("screen", ORDERS, "--format", "table", "--out", str(one), COLUMNS="40")
    vigil("screen", ORDERS, "--format", "table", "--out", str(other), FORCE_COLOR="1")
    assert one.read_bytes() == other.read_bytes()
    assert b"\x1b" not in one.read_bytes()


def test_a_sheet_is_named_on_the_command_line(tmp_path):
    path = tmp_path / "orders.xlsx"
    assert vigil("template", "xlsx", "--out", str(path)).returncode == 0
    assert vigil("screen", str(path), "--sheet", "orders").returncode == 0
    missing = vigil("screen", str(path), "--sheet", "order")
    assert missing.returncode == 2
    assert b"did you mean 'orders'" in missing.stderr


def test_a_limit_of_the_environment_holds(monkeypatch):
    monkeypatch.setenv("VIGIL_MAX_ROWS", "1")
    refused = vigil("screen", ORDERS)
    assert refused.returncode == 2
    assert b"the setting max_rows is the limit" in refused.stderr


def test_the_law_of_a_day_is_told_and_drawn(tmp_path):
    pictures = {seed: tmp_path / f"law{seed}.svg" for seed in ("1", "4242")}
    asked = ("law", "--on", "2023-06-09", "--destination", "IR", "--picture")
    done, _ = (vigil(*asked, str(to), PYTHONHASHSEED=seed) for seed, to in pictures.items())
    rows = {row["id"]: row for row in map(json.loads, done.stdout.splitlines())}
    assert rows["unscr-2231-annexB-missile"]["state"] == "in_force"
    assert (rows["eu-2023-1529"]["state"], rows["eu-2023-1529"]["days"]) == ("begins", 47)
    assert "us-ear-746.8" not in rows
    one, other = (picture.read_bytes() for picture in pictures.values())
    assert one.startswith(b"<?xml")
    assert one == other


@pytest.mark.parametrize(
    "wrong",
    [
        ("--on", "2023-6-9"),
        ("--jurisdiction", "USA"),
        ("--destination", "Iran"),
        ("--picture", "law.png"),
        ("--format", "csv"),
    ],
)
def test_a_question_about_law_that_cannot_be_answered_is_refused(wrong):
    assert vigil("law", *wrong).returncode == 2


def test_earlier_orders_are_read_like_orders(tmp_path):
    bad = tmp_path / "past.jsonl"
    bad.write_text('{"id": "PO-1"}\n', encoding="utf-8")
    refused = vigil("screen", ORDERS, "--earlier", str(bad))
    assert (refused.returncode, b"past.jsonl" in refused.stderr) == (2, True)
    done = vigil("screen", ORDERS, "--earlier", ORDERS, "--earlier", ORDERS)
    assert (done.returncode, done.stdout.count(b"\n")) == (
        0,
        vigil("screen", ORDERS).stdout.count(b"\n"),
    )


@pytest.mark.parametrize(("name", "told"), [("Tavros Denizcilik", 1), ("Ege Tekstil", 0)])
def test_an_order_is_screened_against_open_reports(tmp_path, name, told):
    report, order, kept = tmp_path / "a.txt", tmp_path / "o.json", tmp_path / "kept"
    said = "Tavros Denizcilik shipped drone engines to Iran, an official in Ankara said.\n"
    report.write_text(said, encoding="utf-8")
    buyer = {"role": "buyer", "name": name, "country": "TR"}
    line = {"line": 1, "description": "cloth"}
    asked = {"id": "o", "date": "2024-05-01", "parties": [buyer], "lines": [line]}
    order.write_text(json.dumps(asked), encoding="utf-8")
    assert vigil("evidence", "add", str(report), "--evidence", str(kept)).returncode == 0
    done = vigil("screen", str(order), "--evidence", str(kept))
    assert done.stdout.count(b'"adverse_report"') == told
    assert vigil("explain", str(order), "--evidence", str(kept)).returncode == 0
