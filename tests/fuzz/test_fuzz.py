"""A short run of the fuzzers; longer ones by hand, with `-max_total_time=3600`."""

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
SECONDS = 20
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        importlib.util.find_spec("atheris") is None, reason="atheris has no wheel for this machine"
    ),
]


@pytest.mark.parametrize("target", ["xml", "lists", "remarks", "page"])
def test_no_bytes_make_a_reader_fail_otherwise_than_by_refusing(target, tmp_path):
    run = subprocess.run(
        [sys.executable, HERE / "targets.py", target, f"-max_total_time={SECONDS}",
         "-max_len=600", f"-artifact_prefix={tmp_path}/", "-seed=7"],
        capture_output=True, text=True, cwd=tmp_path, timeout=SECONDS * 6,
    )  # fmt: skip
    assert run.returncode == 0, run.stdout[-3000:] + run.stderr[-3000:]
