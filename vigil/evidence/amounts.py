"""Quantities in words and digits, and where two sides give other ones.

A quantity is an interval: “300” is itself, “1.2 million” what rounds to it, “hundreds” from 200 to
999, “nearly 400” a little below. Two quantities that overlap do not differ, whatever their words;
a bound that only one side has (“up to 300”) is a small difference of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from vigil.evidence.difference import Difference, difference
from vigil.evidence.side import Alignment, Side, Word, slot
from vigil.evidence.synonyms import STOP_WORDS
from vigil.evidence.word_forms import listed

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
MARKS = {"$": "$", "€": "€", "£": "£", "¥": "¥", "₽": "₽", "₴": "₴", "₹": "₹"}
MONEY = {
    "dollar": "$",
    "usd": "$",
    "euro": "€",
    "eur": "€",
    "pound": "£",
    "gbp": "£",
    "yen": "¥",
    "yuan": "yuan",
    "renminbi": "yuan",
    "ruble": "₽",
    "rouble": "₽",
    "hryvnia": "₴",
    "rupee": "₹",
    "rial": "rial",
    "lira": "lira",
    "franc": "franc",
}
TIMES = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800}
LONG_TIMES = {"month": 1, "quarter": 3, "year": 12, "decad": 120, "centuri": 1200}
MEASURES = {
    "km": ("km", 1.0),
    "kilometer": ("km", 1.0),
    "kilometr": ("km", 1.0),
    "mil": ("km", 1.609),
    "mile": ("km", 1.609),
    "meter": ("km", 0.001),
    "metr": ("km", 0.001),
    "kg": ("kg", 1.0),
    "kilogram": ("kg", 1.0),
    "kilo": ("kg", 1.0),
    "tonn": ("kg", 1000.0),
    "ton": ("kg", 1000.0),
    "barrel": ("barrel", 1.0),
    "percent": ("%", 1.0),
    "megawatt": ("mw", 1.0),
    "mw": ("mw", 1.0),
    "gigawatt": ("mw", 1000.0),
    "gw": ("mw", 1000.0),
}
# Words before a number that bound it; longest first. About: “about”, “some” leave it as it is.
BOUNDS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("no", "more", "than"), "upper"),
    (("not", "more", "than"), "upper"),
    (("no", "fewer", "than"), "lower"),
    (("no", "less", "than"), "lower"),
    (("as", "many", "as"), "about"),
    (("as", "much", "as"), "about"),
    (("a", "maximum", "of"), "upper"),
    (("a", "minimum", "of"), "lower"),
    (("more", "than"), "lower"),
    (("greater", "than"), "lower"),
    (("at", "least"), "lower"),
    (("at", "most"), "upper"),
    (("fewer", "than"), "upper"),
    (("less", "than"), "upper"),
    (("up", "to"), "upper"),
    (("well", "over"), "lower"),
    (("over",), "lower"),
    (("exceeding",), "lower"),
    (("above",), "lower"),
    (("under",), "upper"),
    (("below",), "upper"),
    (("nearly",), "about"),
    (("almost",), "about"),
    (("about",), "about"),
    (("around",), "about"),
    (("roughly",), "about"),
    (("approximately",), "about"),
    (("some",), "about"),
    (("estimated",), "about"),
)
LAST_OF_BOUND = frozenset(words[-1] for words, _ in BOUNDS)
MONTHS = frozenset(
    listed(
        """
        january february march april may june july august september october november december jan
        feb mar apr jun jul aug sep sept oct nov dec
        """
    )
)
CLOCK = frozenset({"am", "pm", "a.m.", "p.m.", "gmt", "utc"})
NUMBERED = frozenset(  # what follows is its name, not how many
    listed(
        """
        resolution article section chapter paragraph unit number no flight group brigade annex
        category regulation directive order page part phase class grade version form
        """
    )
)


ALIKE = 0.5  # share of keys from which the only numbers left are the same thing
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
    ) or (low in ("a", "an", "hundred", "dozen") and _next(words, i) in SCALES | FRACTIONS)


def _next(words: list[Word], i: int) -> str:
    return words[i + 1].low if i + 1 < len(words) else ""


def _amount(words: list[Word], i: int) -> Amount | None:
    """The quantity that begins at a word, if one does."""
    word = words[i]
    before = words[i - 1] if i else None
    if _is_of_a_date(words, i):
        return None
    read = _digits(words, i) if word.low[0].isdigit() else _spelt(words, i)
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
        upper = _digits(words, joins) if words[joins].low[0].isdigit() else _spelt(words, joins)
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


PASSING = frozenset({"past", "last", "next", "coming", "recent", "previous"})
BOUND_PREFIXES = frozenset({"mid", "pre", "post", "us", "about"})


def _bare(word: Word) -> str:
    digits = word.low.replace(",", "").rstrip(".")
    return digits if digits.replace(".", "", 1).isdigit() else "1"


def _is_of_a_date(words: list[Word], i: int) -> bool:
    """Whether a number is a day beside a month, a year, or an hour of the clock."""
    low = words[i].low
    after, before = _next(words, i), words[i - 1].low if i else ""
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


def _digits(words: list[Word], i: int) -> tuple[float, float, int, bool] | None:
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


def _spelt(words: list[Word], i: int) -> tuple[float, float, int, bool] | None:
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
            if words[end].low == "a" and _next(words, end) in SCALES:
                value = 0.5 * SCALES[words[end + 1].low]
                return value, value, end + 2, False
            return 50.0, 50.0, end, False
        return None
    if low in FEW:
        least, most = FEW[low]
        if end < len(words) and words[end].low == "of":
            end += 1 if _next(words, end) in SCALES or low in ("handful", "couple") else 0
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
    if low == "one" and not (_next(words, i) in SCALES or _next(words, i) in ("percent", "per")):
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
        elif word == "and" and last in SCALES and _next(words, end) in NUMBERS:
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


def _unit(words: list[Word], end: int, unit: str) -> tuple[str, float, int]:
    """The unit after a number, its factor, and the word after it."""
    word = words[end]
    if word.low == "per" and _next(words, end) == "cent":
        return "%", 1.0, end + 2
    if word.low == "percentage" and _next(words, end).startswith("point"):
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


def find(sides: tuple[Side, Side], aligned: Alignment) -> Iterator[Difference]:
    """Quantities that stand for one another and are not the same."""
    left, right = (s.read(amounts) for s in sides)
    if not left or not right:
        return
    scored = []
    for i, a in enumerate(left):
        for j, b in enumerate(right):
            if not _comparable(a, b):
                continue
            near = slot(sides, aligned, (a.first, a.end), (b.first, b.end))
            same = bool(a.head & b.head)
            score = 2 * near + 3 * same + 4 * _agree(a, b)
            scored.append((-score, i, j, near > 1 or same))
    scored.sort()
    taken_left: set[int] = set()
    taken_right: set[int] = set()
    alike = len(sides[0].key_set & sides[1].key_set) > ALIKE * min(len(s.key_set) for s in sides)
    for _, i, j, related in scored:
        if i in taken_left or j in taken_right:
            continue
        a, b = left[i], right[j]
        last = len(taken_left) == len(left) - 1 and len(taken_right) == len(right) - 1
        related = related or (last and alike and a.unit == b.unit and not (a.vague or b.vague))
        only = sum(x.unit == a.unit for x in left) == sum(x.unit == b.unit for x in right) == 1
        if not (related or _agree(a, b) or (only and a.unit and a.unit == b.unit)):
            continue
        taken_left.add(i)
        taken_right.add(j)
        words = (sides, (a.first, a.end), (b.first, b.end))
        if not _agree(a, b):
            yield difference("number", *words, "the quantity differs: {left} against {right}", 3)
        elif _bound_differs(a, b):
            note = "the same number is bounded otherwise: {left} against {right}"
            yield difference("number", *words, note, 1)


def _comparable(a: Amount, b: Amount) -> bool:
    if a.unit == b.unit:
        return True
    money = set(MARKS.values()) | set(MONEY.values())
    return {a.unit, b.unit} <= money | {""} or {a.unit, b.unit} == {"s", "months"}


def _agree(a: Amount, b: Amount) -> bool:
    low, high, low_, high_ = a.low, a.high, b.low, b.high
    if {a.unit, b.unit} == {"s", "months"}:  # a month is 28 to 31 days
        if a.unit == "months":
            low, high = low * 28 * 86400, high * 31 * 86400
        else:
            low_, high_ = low_ * 28 * 86400, high_ * 31 * 86400
    elif a.unit != b.unit and a.unit and b.unit:
        return False
    return low <= high_ * 1.000001 and low_ <= high * 1.000001


def _bound_differs(a: Amount, b: Amount) -> bool:
    """Only for the same number: bounded above on one side, below or not at all on the other."""
    if a.vague or b.vague or a.bound == b.bound:
        return False
    hard = {a.bound, b.bound} & {"lower", "upper"}
    if not hard or "about" in (a.bound, b.bound):
        return False
    base = a.high if a.bound != "lower" else a.high / 1.3
    base_ = b.high if b.bound != "lower" else b.high / 1.3
    return abs(base - base_) <= 0.01 * base
