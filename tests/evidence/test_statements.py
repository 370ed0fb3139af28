"""What texts state, on whose word and how surely: labelled texts, each with a look-alike."""

from pathlib import Path

import pytest
import yaml

from tests.evidence.pages import page_of
from vigil.evidence.statements import read_statements

CASES = yaml.safe_load((Path(__file__).parent / "statement_cases.yml").read_text(encoding="utf-8"))


def facts(page, statement):
    speaker = statement.speaker
    return {
        "speaker": speaker and speaker.name,
        "kind": speaker and speaker.kind,
        "organisation": speaker and speaker.organisation,
        "mode": statement.mode,
        "via": [v.name for v in statement.via],
        "hedges": [h.words for h in statement.hedges],
        "families": [h.family for h in statement.hedges],
        "basis": statement.basis and page.slice(statement.basis),
        "headline": statement.headline,
        "negated": statement.negated,
        "denial": statement.denial,
        "admission": statement.admission,
        "concern": statement.concern,
        "quotes": [page.slice(q) for q in statement.quotes],
    }


def held(case):
    page = page_of(case["text"], case.get("headline", ""))
    statements = read_statements(page).statements
    found = {}
    for begins, wanted in case["holds"].items():
        one = next((s for s in statements if page.slice(s.at).startswith(begins)), None)
        found[begins] = None if one is None else {k: facts(page, one)[k] for k in wanted}
    return found


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_statements_are_read(case):
    assert held(case) == case["holds"]
