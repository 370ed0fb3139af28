"""docs/cases.md is true: its commands run one after the other, and say what the page says."""

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs/cases.md"
BLOCK = re.compile(r"^```console\n(.*?)^```", re.M | re.S)
EXIT = re.compile(r"  # exit (\d+)$")


def commands():
    """Each command of the page with its exit code and the lines that it is to print."""
    found = []
    for block in BLOCK.findall(PAGE.read_text(encoding="utf-8")):
        for line in block.splitlines():
            if line.startswith("$ "):
                code = EXIT.search(line)
                found.append((EXIT.sub("", line[2:]), int(code[1]) if code else 0, []))
            else:
                found[-1][2].append(line)
    return found


def run(command: str, folder: Path) -> tuple[int, str]:
    """A command as on a terminal of 100 columns that has no colours."""
    ours, theirs = pty.openpty()
    env = os.environ | {"TERM": "dumb", "COLUMNS": "100", "PYTHONPATH": str(ROOT),
                        "PATH": f"{folder}:{os.environ['PATH']}"}  # fmt: skip
    env.pop("VIGIL_STORE", None)
    env.pop("VIGIL_USER", None)
    process = subprocess.Popen(
        ["sh", "-c", command], cwd=folder, stdout=theirs, stderr=theirs, env=env
    )
    os.close(theirs)
    told = b""
    while True:
        try:
            more = os.read(ours, 65_536)
        except OSError:  # what a closed terminal of Linux says
            break
        if not more:
            break
        told += more
    os.close(ours)
    return process.wait(60), told.decode().replace("\r\n", "\n")


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="a terminal as Unix has it")
def test_the_page_is_true(tmp_path):
    vigil = tmp_path / "vigil"
    vigil.write_text(
        f"#!/bin/sh\nexec {sys.executable} -c 'from vigil.cli.main import run; run()' \"$@\"\n"
    )
    vigil.chmod(0o755)
    assert len(commands()) > 30
    for command, code, lines in commands():
        got, told = run(command, tmp_path)
        assert got == code, f"{command}\n{told}"
        place = 0
        for line in lines:
            at = squeezed(told).find(squeezed(line), place)
            assert at >= 0, f"{command}\nmust say: {line}\nbut says:\n{told}"
            place = at + 1


def squeezed(text: str) -> str:
    """Without the differences of a table's columns and wrapped lines."""
    return " ".join(text.split())
