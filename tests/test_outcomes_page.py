"""The strength table row by row: each is reached, each condition counts, the page is fresh."""

import pytest

from tests.test_decide import CASES, finding
from tools.outcomes import PAGE, page
from vigil.decide import STRENGTHS, Row
from vigil.model.finding import Finding, FindingKind, Ground


def row_of(found: Finding) -> Row:
    return next(row for row in STRENGTHS if row.covers(found.kind, frozenset(found.grounds)))


ROWS = [pytest.param(row, id=f"{row.kinds[0]}: {row.because}") for row in STRENGTHS]


@pytest.mark.parametrize("row", ROWS)
def test_a_case_written_by_hand_reaches_the_row(row: Row) -> None:
    assert row in [row_of(finding(kind, *grounds)) for _, kind, grounds in CASES]


@pytest.mark.parametrize("row", ROWS)
def test_each_condition_of_a_row_counts(row: Row) -> None:
    for kind in row.kinds:
        grounds = grounds_that_reach(row, kind)
        for needed in row.needs:
            assert row_of(finding(kind, *(grounds - {needed}))) is not row
        for against in row.unless:
            assert row_of(finding(kind, *grounds, against)) is not row


def grounds_that_reach(row: Row, kind: FindingKind) -> frozenset[Ground]:
    """What the row needs, and one ground more where a row above it takes all without that one."""
    tried = (row.needs | more for more in (frozenset[Ground](), *(frozenset({g}) for g in Ground)))
    return next(grounds for grounds in tried if row_of(finding(kind, *grounds)) is row)


def test_the_page_is_the_table() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run `python tools/outcomes.py`"
