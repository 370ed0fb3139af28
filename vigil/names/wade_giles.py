"""Chinese names as Taiwan and older papers spell them, from their pinyin.

Wade–Giles as passports of Taiwan print it, without apostrophes and umlauts: both zh and ch are ch,
x is hs, -ian is -ien, -ong is -ung. Each syllable of Mandarin has one such spelling.
"""

from __future__ import annotations

WHOLE_TEXT = """
    zhi=chih chi=chih shi=shih ri=jih zi=tzu ci=tzu si=ssu er=erh yi=yi ye=yeh yan=yen yong=yung
    you=yu yue=yueh ge=ko ke=ko he=ho e=o guo=kuo kuo=kuo huo=huo shuo=shuo gui=kuei kui=kuei
    """
WHOLE = dict(pair.split("=") for pair in WHOLE_TEXT.split())
INITIALS = (
    ("zh", "ch"), ("ch", "ch"), ("sh", "sh"), ("b", "p"), ("d", "t"), ("g", "k"), ("j", "ch"),
    ("q", "ch"), ("x", "hs"), ("z", "ts"), ("c", "ts"), ("r", "j"),
)  # fmt: skip
FINALS = (("iong", "iung"), ("ong", "ung"), ("ian", "ien"), ("uo", "o"), ("ie", "ieh"),
          ("ue", "ueh"))  # fmt: skip


def in_wade_giles(syllable: str) -> str:
    """The spelling of a syllable of pinyin without tones.

    >>> [in_wade_giles(s) for s in ("zhang", "xie", "cai", "jian", "deng", "guo", "wang")]
    ['chang', 'hsieh', 'tsai', 'chien', 'teng', 'kuo', 'wang']
    """
    if syllable in WHOLE:
        return WHOLE[syllable]
    initial, latin = next((pair for pair in INITIALS if syllable.startswith(pair[0])), ("", ""))
    rest = syllable[len(initial) :]
    final, other = next((pair for pair in FINALS if rest.endswith(pair[0])), ("", ""))
    return latin + rest.removesuffix(final) + other
