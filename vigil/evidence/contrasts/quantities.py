"""Quantities in a text, each an interval with what is counted or measured."""

from __future__ import annotations

from typing import NamedTuple

from vigil.evidence.contrasts.measures import (
    BOUND_PREFIXES,
    BOUNDS,
    CLOCK,
    LAST_OF_BOUND,
    LONG_TIMES,
    MARKS,
    MEASURES,
    MONEY,
    MONTHS,
    NUMBERED,
    TIMES,
)
from vigil.evidence.contrasts.numerals import (
    FEW,
    FRACTIONS,
    NUMBERS,
    SCALES,
    VAGUE,
    digits,
    next_word,
    spelt,
)
from vigil.evidence.contrasts.side import Side, Word
from vigil.evidence.words.synonyms import STOP_WORDS

DIGITS = frozenset("0123456789")
MAY_BEGIN = frozenset({*NUMBERS, *VAGUE, *FEW, *FRACTIONS, "a", "an", "hundred", "dozen"})


class Amount(NamedTuple):
    """A quantity: its words, the interval, what is counted or measured."""

    first: int
    end: int
    low: float
    high: float
    unit: str  # "$", "%", "km", "s" (seconds), "months", "#name" (a number that names), "" counts
    bound: str  # "lower", "upper", "about", ""
    vague: bool
    head: frozenset[str]  # keys of the words counted


def amounts(side: Side) -> list[Amount]:
    """All quantities of a side; days, years and hours of the clock are not."""
    words = side.words
    found: list[Amount] = []
    end = 0
    for i, word in enumerate(words):
        if i < end or not (word.low in MAY_BEGIN or word.low[0] in DIGITS):
            continue
        amount = _amount(words, i) if _may_begin(words, i) else None
        if amount is not None:
            found.append(amount)
            end = amount.end
    return found


def _may_begin(words: list[Word], i: int) -> bool:
    low = words[i].low
    return (
        low[0].isdigit() or low in NUMBERS or low in VAGUE or low in FEW or low in FRACTIONS
    ) or (low in ("a", "an", "hundred", "dozen") and next_word(words, i) in SCALES | FRACTIONS)


def _amount(words: list[Word], i: int) -> Amount | None:
    """The quantity that begins at a word, if one does."""
    word = words[i]
    before = words[i - 1] if i else None
    if _is_of_a_date(words, i):
        return None
    read = digits(words, i) if word.low[0].isdigit() else spelt(words, i)
    if read is None:
        return None
    low, high, end, vague = read
    unit = MARKS.get(word.before[-1:], "")
    first = i
    if word.low[0].isdigit() and before and not unit:
        named = word.before in ("-", "–") and before.text[-1].isalpha()
        if named and before.low not in BOUND_PREFIXES:
            return _named(words, i, low)
        if before.low in NUMBERED or (
            before.capital
            and i > 1
            and not word.before
            and not before.state
            and before.low not in MONTHS
        ):
            return _named(words, i, low)
    # A stretch: “20 to 30”, “20-30”, “between 20 and 30”.
    joins = end < len(words) and (
        (words[end].before in ("-", "–") and words[end].low[0].isdigit() and end)
        or (
            words[end].low in ("to", "and")
            and end + 1 < len(words)
            and (words[end].low == "to" or (before is not None and before.low == "between"))
            and (words[end + 1].low[0].isdigit() or words[end + 1].low in NUMBERS)
            and end + 1
        )
    )
    if joins:
        upper = digits(words, joins) if words[joins].low[0].isdigit() else spelt(words, joins)
        if upper is not None and upper[1] > low:
            scale = upper[1] / 10 ** len(str(int(upper[1])))
            low = (
                low
                if low > scale or upper[1] < 1000
                else low * upper[1] / max(1.0, float(_bare(words[joins])))
            )
            high, end, vague = upper[1], upper[2], False
    factor = 1.0
    if end < len(words):
        unit, factor, end = _unit(words, end, unit)
    if not unit and (words[end - 1].low in FRACTIONS or words[end - 1].low.endswith("%")):
        unit = "%"
    low, high = low * factor, high * factor
    bound, first = _bound(words, i)
    low, high = _bounded(low, high, bound, vague)
    return Amount(first, end, low, high, unit, bound, vague, _head(words, end))


def _bare(word: Word) -> str:
    digits = word.low.replace(",", "").rstrip(".")
    return digits if digits.replace(".", "", 1).isdigit() else "1"


def _is_of_a_date(words: list[Word], i: int) -> bool:
    """Whether a number is a day beside a month, a year, or an hour of the clock."""
    low = words[i].low
    after, before = next_word(words, i), words[i - 1].low if i else ""
    if ":" in words[i].before or (i + 1 < len(words) and words[i + 1].before == ":"):
        return True
    if (
        after in CLOCK
        or "/" in words[i].before
        or (i + 1 < len(words) and "/" in words[i + 1].before)
    ):
        return True
    bare = low.rstrip("stndrh")
    if bare.isdigit() and len(bare) <= 2 and (before in MONTHS or after in MONTHS):
        return (before in MONTHS and words[i - 1].capital) or (
            after in MONTHS and words[i + 1].capital
        )
    year = low.isdigit() and len(low) == 4 and 1800 <= int(low) <= 2100
    if not year or words[i].before[-1:] in MARKS or after in SCALES:
        return False
    plural = i + 1 < len(words) and after.endswith("s") and not words[i + 1].capital
    return (
        not plural
        or before in ("in", "since", "by", "until", "of", "from", "the")
        or before in MONTHS
    )


def _unit(words: list[Word], end: int, unit: str) -> tuple[str, float, int]:
    """The unit after a number, its factor, and the word after it."""
    word = words[end]
    if word.low == "per" and next_word(words, end) == "cent":
        return "%", 1.0, end + 2
    if word.low == "percentage" and next_word(words, end).startswith("point"):
        return "%", 1.0, end + 2
    place = end
    if words[place].state == "US" or words[place].low in (
        "worth",
        "of",
        "swiss",
        "turkish",
        "iranian",
    ):
        place += 1
    if place < len(words) and words[place].stem in MONEY:
        return MONEY[words[place].stem], 1.0, place + 1
    if unit:
        return unit, 1.0, end
    if word.stem in MEASURES and word.before in ("", "-"):
        return MEASURES[word.stem][0], MEASURES[word.stem][1], end + 1
    if word.stem in TIMES and word.low != "second":
        return "s", float(TIMES[word.stem]), end + 1
    if word.stem in LONG_TIMES:
        return "months", float(LONG_TIMES[word.stem]), end + 1
    return "", 1.0, end


def _bound(words: list[Word], i: int) -> tuple[str, int]:
    """What bounds the number at a word, and where that begins."""
    if not i or words[i - 1].low not in LAST_OF_BOUND:
        return "", i
    for phrase, bound in BOUNDS:
        n = len(phrase)
        if n <= i and tuple(w.low for w in words[i - n : i]) == phrase:
            return bound, i - n
    return "", i


def _bounded(low: float, high: float, bound: str, vague: bool) -> tuple[float, float]:
    if vague or not bound:
        return low, high
    if bound == "lower":
        return low, high * 1.3
    if bound == "upper":
        return low * 0.7, high
    return low * 0.88, high * 1.12


def _named(words: list[Word], i: int, value: float) -> Amount:
    name = words[i - 1].low
    return Amount(i, i + 1, value, value, "#" + name, "", False, frozenset())


def _head(words: list[Word], end: int) -> frozenset[str]:
    """The next telling words, up to a mark: what is counted."""
    head = []
    for word in words[end : end + 6]:
        if word.before and word.before != "-" and not word.before.startswith(("“", '"')):
            break
        if word.low not in STOP_WORDS and not word.state:
            head.append(word.key)
            if len(head) == 3:
                break
    return frozenset(head)
