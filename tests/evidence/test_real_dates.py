"""The days of the five reports of June 2023, worked out by reading them."""

from pathlib import Path

import pytest

from vigil.evidence.page import Page
from vigil.evidence.reading import read_page

pytestmark = pytest.mark.shared

# Where, which day, of what, how far trusted; 9 June 2023 was a Friday, 31 May 2023 a Wednesday.
DATES = {
    0: [
        (79, 89, "2023-06-09", "page", "good"),
        (388, 394, "2023-06-09", "weekday", "good"),
        (2593, 2599, "2023-06-09", "weekday", "good"),
    ],
    1: [
        (120, 126, "", "weekday", "low"),
        (1016, 1028, "2023-05-28", "embedded_post", "fair"),
        (1207, 1211, "2024", "event", "fair"),
        (1939, 1953, "2022-08", "event", "fair"),
        (2527, 2533, "2023-05-31", "event", "fair"),
        (2610, 2619, "2023-05-31", "event", "fair"),
        (3202, 3206, "2015", "event", "fair"),
        (3284, 3288, "2015", "event", "fair"),
        (3361, 3373, "2020-10", "event", "fair"),
        (3493, 3505, "2023-10", "event", "fair"),
    ],
    2: [
        (194, 206, "2023-05-25", "page", "impossible"),
        (206, 218, "2023-05-25", "page", "impossible"),
        (345, 357, "2023-06-09", "caption", "good"),
        (404, 410, "2023-06-09", "dateline", "good"),
        (447, 453, "2023-06-09", "weekday", "good"),
        (2736, 2740, "2015", "event", "fair"),
        (2819, 2823, "2015", "event", "fair"),
        (2896, 2908, "2020-10", "event", "fair"),
        (3029, 3041, "2023-10", "event", "fair"),
        (3453, 3459, "2023-06-09", "weekday", "good"),
    ],
    3: [(1855, 1859, "2015", "event", "fair")],
    4: [(270, 276, "", "weekday", "low"), (1726, 1732, "", "weekday", "low")],
}
DAYS = {0: "2023-06-09", 1: None, 2: "2023-06-09", 3: None, 4: None}
MARKS = {0: [], 1: [], 2: ["impossible_page_date"], 3: [], 4: ["repeated_body"]}


def read(shared: Path, number: int) -> Page:
    path = sorted((shared / "reports").glob("*.txt"))[number]
    return read_page(path.read_bytes(), path.name)


@pytest.mark.parametrize("number", DATES)
def test_all_days_are_found_with_kind_and_trust(shared: Path, number: int) -> None:
    page = read(shared, number)
    found = [(*d.at, d.day, d.kind, d.trust) for d in page.dates if d.at is not None]
    assert found == DATES[number]
    assert (page.day.day if page.day else None) == DAYS[number]


@pytest.mark.parametrize("number", MARKS)
def test_what_is_odd_is_marked(shared: Path, number: int) -> None:
    assert [mark.kind for mark in read(shared, number).marks] == MARKS[number]
