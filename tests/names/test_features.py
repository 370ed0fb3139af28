"""The one table of features: complete, readable, and what the documentation prints."""

import re
from pathlib import Path

import pytest

from vigil.names.explanation import factor, weighted
from vigil.names.features import FEATURES, TABLE, Effect, FeatureKind, as_markdown, worth

ROOT = Path(__file__).parents[2]


def test_each_feature_stands_once() -> None:
    assert len(FEATURES) == len(TABLE)


def test_a_feature_without_a_sentence_fails_to_load() -> None:
    with pytest.raises(ValueError, match="needs its sentence"):
        FeatureKind("other_shoe_size", Effect.LOWERS, 900, "")


@pytest.mark.parametrize("make", [factor, lambda name, n, why: weighted(name, n, why, 1000)])
def test_a_feature_that_the_table_lacks_cannot_be_made(make: object) -> None:
    with pytest.raises(KeyError):
        make("other_shoe_size", 900, "why")  # type: ignore[operator]  # both take these three


def test_what_lowers_is_worth_less_than_one() -> None:
    lowering = [row for row in TABLE if row.effect in (Effect.LOWERS, Effect.CAPS)]
    assert lowering
    assert all(row.worth is None or 0 < row.worth < 1000 for row in lowering)


def test_a_comparison_that_says_itself_how_much_has_no_worth() -> None:
    with pytest.raises(ValueError, match="other_date"):
        worth("other_date")


def test_the_features_that_code_names_are_in_the_table() -> None:
    named = re.compile(r'\b(?:factor|weighted)\(\s*"(\w+)"')
    files = [*(ROOT / "vigil/names").glob("*.py"), *(ROOT / "vigil/parties").glob("*.py")]
    used = {name for path in files for name in named.findall(path.read_text(encoding="utf-8"))}
    assert len(used) > 20
    assert used <= FEATURES.keys()


def test_the_documentation_prints_the_table() -> None:
    page = (ROOT / "docs/methods/features.md").read_text(encoding="utf-8")
    assert as_markdown() in page, "print vigil.names.features.as_markdown() into the page"
