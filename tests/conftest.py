"""Fixtures that more than one room needs."""

from pathlib import Path

import pytest
from hypothesis import settings

# `make test` draws few examples of each property; `make check`, and so CI, asks for the many.
# No deadline: speed is the matter of `bench`, and machines are shared.
settings.register_profile("quick", max_examples=25, deadline=None)
settings.register_profile("thorough", max_examples=300, deadline=None)
settings.load_profile("quick")

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real lists beside the project; the test is skipped where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("the real lists (../shared) are not beside this checkout")
    return SHARED
