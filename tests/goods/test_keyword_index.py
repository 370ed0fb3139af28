"""Keywords met together are those that each one by itself would meet."""

import random
from pathlib import Path

import pytest
import yaml

from vigil.goods.catalogue import KeyItem
from vigil.goods.keyword_index import KeywordIndex
from vigil.goods.keywords import read_keyword, span_of
from vigil.goods.wording import words_of

FILE = Path(__file__).resolve().parents[2] / "vigil" / "data" / "key_items.yaml"
WAYS = (str, str.upper, str.lower, lambda text: text + "s", lambda text: text + "2134UA")


@pytest.fixture(scope="module")
def items() -> tuple[KeyItem, ...]:
    rows = yaml.safe_load(FILE.read_text("utf-8"))["key_items"]
    return tuple(KeyItem(row["hs"], "goods", tuple(row["keywords"])) for row in rows)


def one_by_one(items, words):
    return [
        (i, j, start, start + length)
        for i, item in enumerate(items)
        for j, text in enumerate(item.keywords)
        if (keyword := read_keyword(text))
        for start in range(len(words))
        if (length := span_of(keyword, words, start))
    ]


@pytest.mark.parametrize("seed", range(4))
def test_all_keywords_together_meet_as_one_by_one(seed, items):
    rng = random.Random(seed)
    known = [text for item in items for text in item.keywords] + ["pump", "light-emitting", "6202"]
    index = KeywordIndex(items)
    for _ in range(100):
        text = " ".join(rng.choice(WAYS)(rng.choice(known)) for _ in range(4))
        words = words_of(text)
        assert [m[:4] for m in index.in_words(words)] == one_by_one(items, words)
