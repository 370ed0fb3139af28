"""Words of a text in the names of the catalogue, whatever their endings."""

import pytest

from vigil.goods.stems import Stems, native_form, script_of
from vigil.goods.word_tables import WordEndings

ENDINGS = (
    WordEndings("eng", ("s", "es"), 2, cut=("s",), keeps=("ss",), softens={"y": "i"}),
    WordEndings("tur", ("lar", "ler", "lari", "u", "unun", "nun"), 4, cut=("u",),
                softens={"p": "b"}),
    WordEndings("rus", ("ы", "и", "а", "ов", "ами", "ый", "ого", "ей"), 3, cut=("а", "ый", "ь"),
                softens={"ок": "к"}, latin_from=5),
    WordEndings("fas", ("ها", "های", "ی"), 3),
    WordEndings("ara", ("ات", "ة"), 3, cut=("ة",), beginnings=("ال",)),
)  # fmt: skip
KNOWN = (
    ("eng", "battery"), ("eng", "switch"), ("eng", "wireless"), ("eng", "with"), ("tur", "motoru"),
    ("tur", "jiroskop"), ("rus", "танталовый"), ("rus", "станок"), ("rus", "микроконтроллер"),
    ("rus", "двигатель"), ("rus", "с"), ("rus", "ПЛИС"), ("fas", "خازن"), ("ara", "مكثف"),
    ("zho", "机"),
)  # fmt: skip


@pytest.fixture(scope="module")
def name_of():
    stems = Stems(ENDINGS, {"機": "机"}, {})
    for lang, word in KNOWN:
        stems.put(word, lang)
    return stems.name_of


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("battery", "batteries"),
        ("switch", "Switches"),
        ("wireless", "WIRELESS"),
        ("motoru", "motorları"),
        ("motoru", "motorunun"),
        ("jiroskop", "Jiroskobu"),
        ("jiroskop", "JİROSKOPLAR"),
        ("танталовый", "танталового"),
        ("станок", "станки"),
        ("микроконтроллер", "МИКРОКОНТРОЛЛЕРАМИ"),
        ("микроконтроллер", "mikrokontrollery"),
        ("двигатель", "двигателей"),
        ("خازن", "خازن‌ها"),
        ("خازن", "خازنهای"),
        ("مكثف", "المكثفات"),
        ("مكثف", "مکثف"),
        ("机", "機"),
    ],
)
def test_forms_of_a_word_have_its_name(name_of, word, form):
    assert name_of(form.replace("\u200c", "")) == name_of(word)


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("с", "s"),  # with, and what an apostrophe leaves
        ("станок", "стан"),
        ("двигатель", "dvig"),
        ("jiroskop", "jiroskopist"),
        ("battery", "batter"),
        ("танталовый", "тантал"),
        ("خازن", "خزان"),
        ("机", "几"),
    ],
)
def test_another_word_has_another_name(name_of, word, other):
    assert name_of(other) != name_of(word)


def test_a_word_of_nothing_is_its_own_name(name_of):
    assert name_of("Cement") == "cement"


def test_letters_of_arabic_writing_are_one_in_either_coding():
    assert native_form("كتابي") == native_form("کتابی")


@pytest.mark.parametrize(("text", "script"), [("Motor", "latin"), ("Мотор", "cyrillic"),
                                              ("موتور", "arabic"), ("", "latin")])  # fmt: skip
def test_a_word_is_of_one_script(text, script):
    assert script_of(text) == script
