"""Text of any script as comparable words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigil.names.text import fold, words


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        pytest.param("Qods\xa0Aviation", "qods aviation", id="no-break space"),
        pytest.param("ＰＵＴＩＮ", "putin", id="full width"),
        pytest.param("Schrödinger", "schrodinger", id="diacritics"),
        pytest.param("Владимир Путин", "vladimir putin", id="cyrillic"),
        pytest.param("Ala\u200bbuga", "alabuga", id="hidden character"),
        pytest.param("\u202eMado Company", "mado company", id="bidirectional control"),
        pytest.param("Аlаbugа", "alabuga", id="cyrillic letters in a latin word"),
        pytest.param("Рoccия", "rossiya", id="latin letters in a cyrillic word"),
        pytest.param("КОНСТАНТIНОВ", "konstantinov", id="one latin capital in a cyrillic word"),
        pytest.param("МОSСОW", "moscow", id="cyrillic capitals in a latin word"),
        pytest.param("Валéрый", "valeryy", id="accented latin letter in a cyrillic word"),
        pytest.param("Pսtin", "putin", id="armenian letter in a latin word"),
        pytest.param("Ꮲutin ꓑꓴꓔꓲꓠ", "putin putin", id="cherokee and lisu letters"),
        pytest.param("\u0420\u0336u\u0336tin", "putin", id="strokes through letters"),
        pytest.param("L’Oréal", "loreal", id="apostrophe"),
        pytest.param("深圳市", "shen zhen shi", id="chinese syllables"),
        pytest.param("김정은", "gim jeong eun", id="korean syllables"),
        pytest.param("カタカナ", "katakana", id="kana stay one word"),
        pytest.param("قدس ۱۳", "qds 13", id="persian digits"),
        pytest.param("XlNJIAN RNotors", "xinjian motors", id="as a scanner reads"),
        pytest.param("AlQaeda Bernard", "alqaeda bernard", id="as a scanner does not"),
        pytest.param("!!! —", "", id="nothing to read"),
        pytest.param("\ud800", "", id="lone surrogate"),
    ],
)
def test_text_is_folded_to_latin_words(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=40))
def test_words_are_ascii_letters_and_digits(text: str) -> None:
    assert all(word.isascii() and word.isalnum() and word == word.lower() for word in words(text))
