"""Numbers in words and digits, as intervals: “1.2 million” is what rounds to it."""

from __future__ import annotations

from vigil.evidence.contrasts.side import Word
from vigil.evidence.contrasts.word_forms import listed

UNITS = listed(
    """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen
    """
)
NUMBERS: dict[str, float] = {word: float(i) for i, word in enumerate(UNITS)} | {
    word: 10.0 * i
    for i, word in enumerate(
        listed(
            """
            twenty thirty forty fifty sixty seventy eighty ninety
            """
        ),
        2,
    )
}
SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "k": 1e3,
    "million": 1e6,
    "mln": 1e6,
    "mn": 1e6,
    "m": 1e6,
    "billion": 1e9,
    "bn": 1e9,
    "b": 1e9,
    "trillion": 1e12,
    "tn": 1e12,
    "dozen": 12.0,
    "score": 20.0,
}
# Plurals that stand for a stretch: from, to.
VAGUE = {
    "tens": (20.0, 99.0),
    "dozens": (24.0, 99.0),
    "scores": (40.0, 199.0),
    "hundreds": (200.0, 999.0),
    "thousands": (2e3, 9999.0),
    "millions": (2e6, 999e6),
    "billions": (2e9, 999e9),
    "trillions": (2e12, 999e12),
}
FEW = {"several": (3.0, 9.0), "few": (2.0, 9.0), "handful": (2.0, 9.0), "couple": (2.0, 2.0)}
FRACTIONS = {"half": 50.0, "third": 33.3, "thirds": 33.3, "quarter": 25.0, "quarters": 25.0}


def next_word(words: list[Word], i: int) -> str:
    """The word after one, in small letters; "" at the end."""
    return words[i + 1].low if i + 1 < len(words) else ""


PASSING = frozenset({"past", "last", "next", "coming", "recent", "previous"})


def digits(words: list[Word], i: int) -> tuple[float, float, int, bool] | None:
    """A number in digits with its scale: from, to, the word after it, whether it is vague."""
    text = words[i].low.rstrip("%")
    ordinal = text[-2:] in ("st", "nd", "rd", "th")
    if ordinal:
        return None
    scale = 1.0
    if not text[-1].isdigit():
        cut = text.rstrip("abcdefghijklmnopqrstuvwxyz")
        scale_word = text[len(cut) :]
        if scale_word not in SCALES:
            return None
        text, scale = cut, SCALES[scale_word]
    if "," in text and len(text.rsplit(",", 1)[1]) != 3:
        text = text.replace(",", ".") if text.count(",") == 1 else text
    bare = text.replace(",", "")
    if bare.count(".") > 1 or not bare.replace(".", "", 1).isdigit() or len(bare) > 20:
        return None
    value, end = float(bare), i + 1
    decimals = len(bare.split(".")[1]) if "." in bare else 0
    while end < len(words) and words[end].low in SCALES and not words[end].before.strip("-"):
        if len(words[end].low) < 3 and words[end].before:
            break
        scale *= SCALES[words[end].low]
        end += 1
    value *= scale
    if end + 2 < len(words) and [w.low for w in words[end : end + 3]] == ["and", "a", "half"]:
        value, end = value + 0.5, end + 3
    slack = 0.0
    if scale > 1 or decimals:
        slack = min(0.5 * scale / 10**decimals, 0.07 * value)
    return value - slack, value + slack * 0.99, end, False


def spelt(words: list[Word], i: int) -> tuple[float, float, int, bool] | None:
    """A number in words, vague plurals included."""
    low, end = words[i].low, i + 1
    if low in ("a", "an"):
        nxt = words[end].low
        if nxt in FRACTIONS:
            after = [w.low for w in words[end + 1 : end + 4]]
            if after[:2] == ["of", "a"] and after[-1] in SCALES:
                value = FRACTIONS[nxt] / 100 * SCALES[after[-1]]
                return value, value, end + 4, False
            return FRACTIONS[nxt], FRACTIONS[nxt], end + 1, False
        value = SCALES[nxt]
        end += 1
        while end < len(words) and words[end].low in SCALES:
            value *= SCALES[words[end].low]
            end += 1
        return value, value, end, False
    if low in FRACTIONS:
        if low == "half" and end < len(words) and words[end].low in ("a", "of", "the"):
            if words[end].low == "a" and next_word(words, end) in SCALES:
                value = 0.5 * SCALES[words[end + 1].low]
                return value, value, end + 2, False
            return 50.0, 50.0, end, False
        return None
    if low in FEW:
        least, most = FEW[low]
        if end < len(words) and words[end].low == "of":
            end += 1 if next_word(words, end) in SCALES or low in ("handful", "couple") else 0
        factor = 1.0
        while end < len(words) and words[end].low in SCALES:
            factor *= SCALES[words[end].low]
            end += 1
        if i and words[i - 1].low in PASSING:
            return None  # “the past few days” is a time
        slack = 0.99 * factor if factor > 1 else 0.0
        return least * factor * (0.67 if factor > 1 else 1), most * factor + slack, end, True
    if low in VAGUE:
        least, most = VAGUE[low]
        while end + 1 < len(words) and words[end].low == "of" and words[end + 1].low in VAGUE:
            base = VAGUE[words[end + 1].low]
            least, most = least * base[0] / 2, most * (base[0] / 2) + base[0] / 2
            end += 2
        return least, most, end, True
    value, part, last = 0.0, NUMBERS.get(low, 0.0), low
    follows = next_word(words, i)
    if low == "one" and not (follows in SCALES or follows in ("percent", "per")):
        return None
    while end < len(words):
        word = words[end].low
        hyphen = words[end].before == "-"
        if word in SCALES and (not words[end].before or hyphen):
            scale = SCALES[word]
            if scale == 100 or scale in (12.0, 20.0):
                part = (part or 1) * scale
            else:
                value += (part or 1) * scale
                part = 0.0
        elif word in NUMBERS and (hyphen or last in SCALES or last == "and"):
            part += NUMBERS[word]
        elif word == "and" and last in SCALES and next_word(words, end) in NUMBERS:
            pass
        elif word == "and" and [w.low for w in words[end + 1 : end + 3]] == ["a", "half"]:
            return value + part + 0.5, value + part + 0.5, end + 3, False
        elif word in FRACTIONS and hyphen and word.endswith("s"):
            return part * FRACTIONS[word], part * FRACTIONS[word], end + 1, False
        else:
            break
        last = word
        end += 1
    value += part
    return value, value, end, False
