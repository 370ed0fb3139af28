"""Each kind of difference is found, and its look-alikes are not."""

import pytest

from tests.evidence.labelled_differences import Quality, labelled, quality

FLOOR = 0.92  # of recall and precision; 1.00 each when pinned
PAIRS = 600
QUALITIES = quality(labelled())


@pytest.mark.parametrize("kind", QUALITIES)
def test_a_kind_is_found_and_its_look_alikes_are_not(kind: str) -> None:
    of_kind: Quality = QUALITIES[kind]
    assert of_kind.recall >= FLOOR
    assert of_kind.precision >= FLOOR


@pytest.mark.parametrize("kind", QUALITIES)
def test_each_kind_has_differences_and_look_alikes(kind: str) -> None:
    assert min(QUALITIES[kind].differ, QUALITIES[kind].same) >= 12


def test_all_labelled_pairs_count() -> None:
    assert len(labelled()) >= PAIRS
