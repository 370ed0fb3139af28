"""The files of words are read strictly."""

import pytest

from vigil.goods.shipped_words import FILES, load_words
from vigil.model.rows import Table
from vigil.model.shelf import Shelf

RIGHT = {
    "goods_words.yaml": {
        "goods_words": [
            {"hs": "854231", "words": {"eng": ["microcontroller"]}, "families": ["STM32"]}
        ]
    },
    "goods_contexts.yaml": {"goods_contexts": [{"id": "trade", "words": {"rus": ["плата"]}}]},
    "word_endings.yaml": {
        "word_endings": [{"lang": "eng", "endings": ["s"], "shortest": 2, "softens": {"y": "i"}}]
    },
}
VARIANTS = "# comment\ntraditional,simplified\n機,机\n"


def problems(key=None, variants=VARIANTS, **changed):
    documents = {name: dict(document) for name, document in RIGHT.items()}
    if key is not None:
        row = documents[f"{key}.yaml"][key][0] | changed
        documents[f"{key}.yaml"] = {key: [{f: v for f, v in row.items() if v is not None}]}
    tables = {name: Table(name) for name in FILES}
    words = load_words(tables, Shelf({"han_variants.csv": variants}, documents), ["854231"])
    return words, " ".join(str(p) for table in tables.values() for p in table.problems)


def test_words_are_read():
    words, wrong = problems()
    assert wrong == ""
    assert words.items[0].words == {"eng": ("microcontroller",)}
    assert words.contexts[0].id == "trade"
    assert words.endings[0].softens == {"y": "i"}
    assert words.han_variants == {"機": "机"}


@pytest.mark.parametrize(
    ("key", "changed", "expected"),
    [
        ("goods_words", {"hs": "854232"}, "known key item"),
        ("goods_words", {"words": {"english": ["chip"]}}, "known language"),
        ("goods_words", {"words": {"eng": ["6202"]}}, "a bare number says nothing"),
        ("goods_words", {"words": {"eng": ["..."]}}, "must be a word"),
        ("goods_words", {"words": {"eng": ["chip", "chip"]}}, "must not stand twice"),
        ("goods_words", {"families": ["6202"]}, "a bare number says nothing"),
        ("goods_words", {"everyday": ["MAX232"]}, "known part"),
        ("goods_words", {"words": None, "families": None}, "must have words or part numbers"),
        ("goods_words", {"wrods": {}}, "unknown field 'wrods'"),
        ("goods_contexts", {"id": "mood"}, "known context"),
        ("goods_contexts", {"id": "not_with"}, "known context"),
        ("word_endings", {"lang": "xyz"}, "known language"),
        ("word_endings", {"shortest": 0}, "at least 1"),
    ],
)
def test_what_is_wrong_is_told(key, changed, expected):
    assert expected in problems(key, **changed)[1]


def test_a_character_stands_once():
    assert "unique" in problems(variants=VARIANTS + "機,几\n")[1]
