"""Fixtures that more than one room needs."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real lists beside the project; the test is skipped where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("the real lists (../shared) are not beside this checkout")
    return SHARED
