"""What a list proves on a day."""

from datetime import date

import pytest

from vigil.coverage import screen_coverage, why_absence_proves_nothing
from vigil.model.policy import Policy
from vigil.model.source import SourceSnapshot


def source(
    source_id: str = "us_csl", *, answers_from: date | None = None, official: bool = True
) -> SourceSnapshot:
    return SourceSnapshot(
        source_id, "t", date(2026, 7, 31), "publisher", 3, 5, "0" * 64, "f", "0" * 64,
        answers_from=answers_from, official=official,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("on", "proves"),
    [
        (date(2026, 7, 30), False),
        (date(2026, 7, 31), True),
        (date(2026, 8, 30), True),
        (date(2026, 8, 31), False),
    ],
    ids=["day before", "its day", "last day", "day after the last"],
)
def test_a_list_proves_absence_from_its_day_until_it_is_too_old(on, proves):
    assert (why_absence_proves_nothing(source(), Policy(), on) is None) is proves


def test_a_source_whose_entries_carry_dates_answers_for_the_past():
    dated = source(answers_from=date(2020, 1, 1))
    assert why_absence_proves_nothing(dated, Policy(), date(2020, 1, 1)) is None
    assert why_absence_proves_nothing(dated, Policy(), date(2019, 12, 31)) is not None


def test_a_world_without_any_list_proves_nothing():
    seen = screen_coverage([], Policy(), date(2026, 8, 1))
    assert seen.not_checked


def test_with_shipped_parties_alone_it_says_that_no_official_list_is_loaded():
    seen = screen_coverage([source("vigil_uav", official=False)], Policy(), date(2026, 8, 1))
    assert [f.kind for f in seen.findings] == ["source_problem"]
    assert "3 parties of the drone trade were searched" in seen.findings[0].summary
    assert not seen.not_checked


def test_with_an_official_list_it_says_nothing():
    assert screen_coverage([source()], Policy(), date(2026, 8, 1)).findings == ()


def test_a_required_source_that_is_missing_is_a_gap():
    seen = screen_coverage([source()], Policy(require_sources=("un_sc",)), date(2026, 8, 1))
    assert len(seen.findings) == len(seen.not_checked) == 1
