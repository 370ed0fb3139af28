"""Runs the commands that the README shows and puts their output in place (`make readme`)."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

README = Path(__file__).resolve().parents[1] / "README.md"
SHOWN = re.compile(r"(<!-- run: vigil (.+?) -->\n```\n)(.*?)(```)", re.DOTALL)
COLUMNS = "96"  # as wide as the README's code blocks show without scrolling


def output_of(command: str) -> str:
    """What `vigil COMMAND` prints, without spaces at the ends of lines."""
    done = subprocess.run(
        [sys.executable, "-c", "from vigil.cli.main import run; run()", *command.split()],
        capture_output=True,
        text=True,
        cwd=README.parent,
        env=os.environ | {"COLUMNS": COLUMNS},
        check=True,
    )
    return "\n".join(line.rstrip() for line in done.stdout.rstrip().splitlines()) + "\n"


if __name__ == "__main__":
    text = README.read_text(encoding="utf-8")
    fresh = SHOWN.sub(lambda m: m.group(1) + output_of(m.group(2)) + m.group(4), text)
    README.write_text(fresh, encoding="utf-8")
