"""From the reports down nothing reads the clock, files, the network, the environment or chance."""

import re
from pathlib import Path

import pytest

VIGIL = Path(__file__).resolve().parents[1] / "vigil"
EDGES = ("cli", "store")
FILES_AT_THE_EDGE = ("config.py", "api.py", "__init__.py")
WORLDLY = re.compile(
    r"\bopen\(|\.now\(|\.today\(|utcnow|\btime\.(time|perf_counter)\(|os\.environ|os\.getenv"
    r"|\.(read|write)_(text|bytes)\(|import (random|socket|urllib|requests)"
)
PURE = [
    path
    for path in sorted(VIGIL.rglob("*.py"))
    if path.relative_to(VIGIL).parts[0] not in (*EDGES, *FILES_AT_THE_EDGE)
]


@pytest.mark.parametrize("path", PURE, ids=lambda path: str(path.relative_to(VIGIL)))
def test_a_pure_room_does_not_touch_the_world(path):
    assert WORLDLY.search(path.read_text(encoding="utf-8")) is None


def test_the_search_would_notice():
    assert WORLDLY.search("day = date.today()")
    assert WORLDLY.search("with open(path) as file:")
    assert not WORLDLY.search("reopen = open_world")
