"""What is read from a description, and the shipped words themselves."""

import msgspec
import pytest

from vigil.goods.reading import Context
from vigil.goods.vocabulary import with_names
from vigil.goods.wording import words_of
from vigil.store.worlds import open_world


@pytest.fixture(scope="module")
def shipped():
    return open_world(None).goods


def aside(reading):
    return [word.text for place, word in enumerate(reading.words) if place in reading.aside]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Microcontroller for a pump", ["for", "a", "pump"]),
        ("Boxes for chips, microcontroller", ["for", "chips", "microcontroller"]),
        ("Spare parts for a pump, microcontroller", ["for", "a", "pump"]),
        ("Boxes (with a lid), microcontroller", ["with", "a", "lid"]),
        ("Boxes for chips; microcontroller", ["for", "chips"]),
        ("无人机用航空发动机", ["无", "人", "机"]),
        ("İHA için jiroskop", ["İHA"]),
        ("Microcontroller", []),
    ],
)
def test_what_goods_are_for_is_set_aside(goods, text, said):
    assert aside(goods.vocabulary.read(text)) == said


def test_marks_are_told_only_beside_a_keyword(goods):
    assert goods.vocabulary.read("toy laptop with chip").marks == ()
    contexts = [m.what.context for m in goods.vocabulary.read("toy microcontroller").marks]
    assert contexts == [Context.OTHER_THINGS]


def test_words_in_any_order_must_be_near(goods):
    near = goods.vocabulary.read("Двигатели новые поршневые авиационные")
    far = goods.vocabulary.read("Двигатели новые мощные дорогие поршневые красивые авиационные")
    assert [m.keyword.hs for m in near.meetings] == ["840710"]
    assert far.meetings == ()


@pytest.mark.parametrize("text", ["用" * 20_000, "for " * 20_000, "microcontroller, " * 5_000])
def test_a_long_text_is_read(goods, text):
    assert goods.vocabulary.read(text).words


def test_kept_names_are_those_that_the_words_have(shipped):
    bare = msgspec.structs.replace(shipped.words, stems={}, names={})
    assert shipped.words.names
    assert with_names(bare) == shipped.words


def test_each_shipped_keyword_meets_itself(shipped):
    silent = [
        (item.hs, lang, text)
        for item in shipped.words.items
        for by_language in (item.words, item.weak, item.together)
        for lang, texts in by_language.items()
        for text in texts
        if not any(
            (m.keyword.hs, m.keyword.text) == (item.hs, text)
            for m in shipped.vocabulary.read(text).meetings
        )
    ]
    assert silent == []


def test_no_shipped_keyword_takes_itself_back(shipped):
    against_itself = [
        (item.hs, text)
        for item in shipped.words.items
        for by_language in (item.words, item.weak)
        for texts in by_language.values()
        for text in texts
        if any(m.what.hs == item.hs for m in shipped.vocabulary.read(text).marks)
    ]
    assert against_itself == []


def test_each_key_item_has_words_but_those_that_no_words_tell_apart(shipped):
    with_words = {item.hs for item in shipped.words.items}
    assert {item.hs for item in shipped.key_items} - with_words <= {"880693"}


def test_each_item_has_words_in_english_and_nearly_all_in_russian_and_chinese(shipped):
    items = [item for item in shipped.words.items if not item.yields]
    for lang, least in (("eng", 1.0), ("rus", 0.9), ("zho", 0.9), ("tur", 0.8), ("fas", 0.7)):
        share = sum(lang in item.words for item in items) / len(items)
        assert share >= least, lang


def test_no_shipped_keyword_is_one_short_ordinary_word(shipped):
    short = [
        text
        for item in shipped.words.items
        for text in item.words.get("eng", ())
        if len(words_of(text)) == 1 and len(text) < 4 and not text.isupper() and text != "SoC"
    ]
    assert short == []
