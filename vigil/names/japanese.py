"""A reading of foreign names in kana.

Kana cannot tell l from r or b from v and parts consonants by vowels, so foreign names are known by
a table of the usual spellings of the press; other words are folded sign by sign.
"""

from __future__ import annotations

NAMES = {
    "ウラジーミル": "vladimir", "ウラジミール": "vladimir", "プーチン": "putin",
    "セルゲイ": "sergei", "アレクサンドル": "aleksandr", "ドミトリー": "dmitry",
    "ミハイル": "mikhail", "イワン": "ivan", "ムハンマド": "muhammad", "モハメド": "mohamed",
    "アリ": "ali", "ハッサン": "hassan", "フセイン": "hussein", "アブドゥル": "abdul",
    "キム・ジョンウン": "kim jong un", "マイケル": "michael", "ジョン": "john",
    "ロバート": "robert", "デイビッド": "david", "株式会社": "kabushiki kaisha",
    "工場": "factory", "火薬": "gunpowder", "銀行": "bank", "貿易": "trading", "商事": "trading",
    "産業": "industries", "工業": "industries", "技術": "technology", "電子": "electronics",
}  # fmt: skip


def japanese_reading(text: str) -> str:
    """The text with known names and words in Latin letters.

    >>> japanese_reading("ウラジーミル・プーチン").split()
    ['vladimir', '・', 'putin']
    """
    for name in sorted(NAMES, key=len, reverse=True):
        text = text.replace(name, f" {NAMES[name]} ")
    return text
