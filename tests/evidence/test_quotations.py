"""Who says what stands in quotation marks: labelled texts of many shapes."""

from pathlib import Path

import pytest
import yaml

from tests.evidence.pages import page_of
from vigil.evidence.statements import read_statements

HERE = Path(__file__).parent
CASES = [
    case
    for name in ("quotation_cases.yml", "news_cases.yml")
    for case in yaml.safe_load((HERE / name).read_text(encoding="utf-8"))
]


def said(case):
    """[beginning, speaker] of each quotation, as the cases write it."""
    page = page_of(case["text"], case.get("headline", ""))
    found = []
    for quotation, wanted in zip(
        (quotations := read_statements(page).quotations), case["says"], strict=False
    ):
        begins = page.slice(quotation.at)[: len(wanted[0])]
        speaker = None if quotation.speaker is None else quotation.speaker.name
        found.append([begins, "-" if quotation.title and speaker is None else speaker])
    return found + [[page.slice(q.at), "too many"] for q in quotations[len(found) :]]


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(
            case,
            id=case["why"],
            marks=[pytest.mark.xfail(reason="known weakness")] if "expect" in case else [],
        )
        for case in CASES
    ],
)
def test_each_quotation_has_its_speaker(case):
    assert said(case) == case["says"]


def test_the_cases_are_many():
    attributed = sum(s is not None and s != "-" for case in CASES for _, s in case["says"])
    assert attributed >= 490
