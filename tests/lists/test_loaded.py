from datetime import date

import pytest

from vigil.errors import SourceChanged
from vigil.lists.loaded import Bounds, Dating

PUBLISHED, GIVEN, BUILT = date(2026, 7, 31), date(2026, 8, 1), date(2026, 8, 7)


@pytest.mark.parametrize(
    ("as_of", "published_on", "expected"),
    [
        pytest.param(GIVEN, PUBLISHED, (PUBLISHED, "publisher"), id="publisher_first"),
        pytest.param(GIVEN, None, (GIVEN, "as_of"), id="then_as_of"),
        pytest.param(None, None, (BUILT, "built"), id="then_day_of_building"),
    ],
)
def test_a_list_is_dated_by_its_publisher_then_as_of_then_building(as_of, published_on, expected):
    assert Dating(BUILT, as_of).of(published_on) == expected


@pytest.mark.parametrize("count", [2, 3, 5])
def test_a_count_on_or_inside_the_bounds_is_a_whole_list(count):
    Bounds(2, 5).check(count, "us_csl")


@pytest.mark.parametrize("count", [0, 1, 6])
def test_a_count_outside_the_bounds_refuses_the_file(count):
    with pytest.raises(SourceChanged, match=f"us_csl must have 2 to 5 entries, got {count}"):
        Bounds(2, 5).check(count, "us_csl")
