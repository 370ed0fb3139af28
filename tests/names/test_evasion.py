"""Marks of evasion, and ordinary writing that must not be taken for one."""

import pytest

from vigil.names.evasion import evasion_marks


@pytest.mark.parametrize(
    ("text", "kind", "at"),
    [
        pytest.param("Ala\u200bbuga", "hidden_character", 3, id="zero-width space"),
        pytest.param("Qods\u00ad Aviation", "hidden_character", 4, id="soft hyphen"),
        pytest.param("\u202eMado", "hidden_character", 0, id="right-to-left override"),
        pytest.param("Mado\U000e0041", "hidden_character", 4, id="tag character"),
        pytest.param("Ma\ufe0fdo", "hidden_character", 2, id="variation selector"),
        pytest.param("Ma\u200cdo", "hidden_character", 2, id="joiner between latin letters"),
        pytest.param("Mado\x00", "hidden_character", 4, id="nul"),
        pytest.param("Аlаbugа Ltd", "mixed_scripts", 0, id="cyrillic in a latin word"),
        pytest.param("To Αlabuga", "mixed_scripts", 3, id="greek capital in a latin word"),
        pytest.param("сосо Trading", "look_alike_word", 0, id="cyrillic word that reads as latin"),
        pytest.param("Pսtin", "mixed_scripts", 0, id="armenian in a latin word"),
        pytest.param("Ꮲutin", "mixed_scripts", 0, id="cherokee in a latin word"),
        pytest.param("Firm ꓑꓴꓔꓲꓠ", "look_alike_word", 5, id="lisu word that reads as latin"),
        pytest.param("ορια Trading", "look_alike_word", 0, id="greek word that reads as latin"),
        pytest.param("P\u0336utin", "overlaid_letter", 1, id="stroke through a letter"),
        pytest.param("P\u0301\u0302\u0303utin", "overlaid_letter", 3, id="heaped accents"),
        pytest.param("𝐌ado", "look_alike_word", 0, id="mathematical letters"),
    ],
)
def test_evasion_is_marked(text: str, kind: str, at: int) -> None:
    assert [(mark.kind, mark.at) for mark in evasion_marks(text)] == [(kind, at)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Mado Company", id="plain"),
        pytest.param("می\u200cخواهم", id="persian non-joiner"),
        pytest.param("क्\u200dष", id="hindi joiner"),
        pytest.param("شرکت\u200e", id="direction mark after arabic"),
        pytest.param("ООО Vostok", id="cyrillic beside latin"),
        pytest.param("Россия-Russia", id="both sides of a hyphen"),
        pytest.param("ВЕКТОР Trading", id="capitals that all have latin twins"),
        pytest.param("東京タワーの", id="japanese scripts together"),
        pytest.param("10 μF, 4 kΩ, 5 µm", id="greek in units"),
        pytest.param("ＰＵＴＩＮ", id="full width"),
        pytest.param("Qods\xa0Aviation", id="no-break space"),
        pytest.param("Ünïcödé №5 ™", id="diacritics and signs"),
        pytest.param("❤\ufe0f", id="emoji with its selector"),
        pytest.param("Nguyễn Văn Đức", id="vietnamese, two accents on a letter"),
        pytest.param("Ка\u0301мский", id="a stressed cyrillic vowel"),
        pytest.param("10 m² H₂O Ⓡ 1ª", id="raised digits and a ringed R"),
        pytest.param("שָׁלוֹם מُحَمَّد", id="vowel signs of hebrew and arabic"),
        pytest.param("two\nlines\tand tab", id="line end and tab"),
    ],
)
def test_ordinary_writing_is_not_marked(text: str) -> None:
    assert evasion_marks(text) == ()


@pytest.mark.parametrize("styled", ["Ⓟⓤⓣⓘⓝ", "🅿🆄🆃🅸🅽", "ᴾᵘᵗⁱⁿ", "𝒫𝓊𝓉𝒾𝓃"])
def test_each_styled_letter_is_marked(styled: str) -> None:
    assert [mark.kind for mark in evasion_marks(styled)] == ["look_alike_word"] * len(styled)


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("gyr&#111;scope", 1),
        ("&#x67;&#X79;ro", 2),
        ("STM32&#70;405RGT6", 1),
        ("micro&shy;controller", 1),
        ("Ala&ZeroWidthSpace;buga", 1),
        ("Ala&#8203;buga, Élan", 1),
    ],
)
def test_letters_written_as_entities_are_marks(text, many):
    assert [mark.kind for mark in evasion_marks(text)] == ["encoded_letter"] * many


@pytest.mark.parametrize(
    "text",
    [
        "M&M",
        "M&amp;M",
        "M&#252;ller",
        "5 &lt; 6",
        "O&#39;Neill",
        "A&B; C",
        "&#;",
        "&#x110000;",
        "&eacute;",
    ],
)
def test_entities_of_signs_and_accented_letters_are_ordinary(text):
    assert evasion_marks(text) == ()
