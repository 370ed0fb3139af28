"""What the README shows is what a user sees."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"<!-- run: vigil (.+?) -->\n```\n(.*?)```", README, re.DOTALL)


@pytest.mark.parametrize(("command", "output"), SHOWN, ids=[command for command, _ in SHOWN])
def test_a_shown_run_is_what_the_command_prints(command, output):
    done = subprocess.run(
        [sys.executable, "-c", "from vigil.cli.main import run; run()", *command.split()],
        capture_output=True, text=True, cwd=ROOT, env=os.environ | {"COLUMNS": "96"},
        check=True, timeout=60,
    )  # fmt: skip
    assert [line.rstrip() for line in done.stdout.rstrip().splitlines()] == output.splitlines()


def test_the_python_example_runs():
    [code] = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True
    )
    assert done.stdout.startswith("stop ")


@pytest.mark.parametrize("command", ["screen", "explain", "match", "template", "world build"])
def test_every_command_is_in_the_readme(command):
    assert f"vigil {command}" in README


def test_the_readme_is_short():
    assert len(README.splitlines()) <= 150
