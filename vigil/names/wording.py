"""One wording for what is written in several ways: numbers, ordinals, abbreviations, spelling.

Also what stands around a name and is no part of it: "formerly", "remit for acct of … inv 44".
A wording never empties a name.
"""

from __future__ import annotations

from vigil.names.common_words import ABBREVIATIONS, NUMBERS, ORDINALS

UNIT_TEXT = "one two three four five six seven eight nine"
TENS_TEXT = "twenty thirty forty fifty sixty seventy eighty ninety"
ORDINAL_TEXT = "first second third fourth fifth sixth seventh eighth ninth"
UNITS = {word: at for at, word in enumerate(UNIT_TEXT.split(), 1)}
TENS = {word: 10 * at for at, word in enumerate(TENS_TEXT.split(), 2)}
ORDINAL_UNITS = {word: at for at, word in enumerate(ORDINAL_TEXT.split(), 1)}

# The wording of payments and orders before a name, and what follows it with a number.
BEFORE_TEXT = """
    remit for acct of / remit for account of / remit to / remitted to / for acct of
    for account of / for the account of / consignee / shipper / beneficiary
    payment to / payment for / pay to / paid to
    payment on behalf of / on behalf of / goods for / goods to / ship to / sold to / bill to
    deliver to / delivery to / care of / in favour of / in favor of / by order of / notify party
    transfer to / formerly known as / previously known as / also known as / now known as
    f k a / a k a / n k a / d b a / doing business as / trading as / fka / aka / nka / dba
    """
AFTER_TEXT = "former name / formerly / old name / previous name / former"
SURE_REFERENCES = frozenset({"inv", "invoice", "ref", "reference"})
REFERENCES = SURE_REFERENCES | {"order", "contract", "cargo", "po", "awb", "bl"}
LEAST_WORDS = 1  # that stay of a name


def _phrases(text: str) -> tuple[tuple[str, ...], ...]:
    listed = " / ".join(line.strip() for line in text.splitlines() if line.strip())
    return tuple(sorted((tuple(p.split()) for p in listed.split(" / ")), key=len, reverse=True))


BEFORE, AFTER = _phrases(BEFORE_TEXT), _phrases(AFTER_TEXT)
OLDEST_YEAR, LATEST_YEAR = 1900, 2099
FIRST_BEFORE = frozenset(phrase[0] for phrase in BEFORE)
LAST_AFTER = frozenset(phrase[-1] for phrase in AFTER)


def without_frame(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of the name itself, without the wording of a payment, a former name or a date.

    >>> without_frame(("remit", "for", "acct", "of", "almaz", "antey", "inv", "44"))
    ('almaz', 'antey')
    >>> without_frame(("payment", "systems", "ref", "4")), without_frame(("order", "7"))
    (('payment', 'systems'), ('order', '7'))
    """
    framed = words
    if words and words[0] in FIRST_BEFORE:
        framed = _without_first(words)
    if len(framed) > LEAST_WORDS and framed[-1] in LAST_AFTER:
        framed = _without_last(framed)
    if len(framed) > LEAST_WORDS and framed[-1].isdigit():
        framed = _without_date(framed)
    if len(framed) > 2 and framed[-1].isdigit():
        framed = _without_reference(framed, SURE_REFERENCES if framed is words else REFERENCES)
    return framed


def one_wording(words: tuple[str, ...]) -> tuple[str, ...]:
    """Numbers in digits, ordinals up to the tenth in words, abbreviations and spelling of one kind.

    >>> one_wording(("brigade", "forty", "four")), one_wording(("forty", "fourth", "army"))
    (('brigade', '44'), ('44th', 'army'))
    """
    if REWORDED.isdisjoint(words):
        return words
    if not TENS.keys().isdisjoint(words):
        words = _without_tens(words)
    if len(words) > 2 and words[-1] == SIX:
        words = (*words[:-1], "6")
    return tuple([WORDINGS.get(word, word) for word in words])


def _without_first(words: tuple[str, ...]) -> tuple[str, ...]:
    for phrase in BEFORE:
        if words[: len(phrase)] == phrase and len(words) >= len(phrase) + LEAST_WORDS:
            return words[len(phrase) :]
    return words


def _without_last(words: tuple[str, ...]) -> tuple[str, ...]:
    for phrase in AFTER:
        if words[-len(phrase) :] == phrase and len(words) >= len(phrase) + LEAST_WORDS:
            return words[: -len(phrase)]
    return words


def _without_reference(words: tuple[str, ...], references: frozenset[str]) -> tuple[str, ...]:
    """Without a closing `inv 44` or `order no 7`, when a word of the name is left."""
    cut = len(words) - (3 if words[-2] in ("no", "nr", "number") else 2)
    return words[:cut] if cut >= LEAST_WORDS and words[cut] in references else words


def _without_date(words: tuple[str, ...]) -> tuple[str, ...]:
    """Without a closing date of birth: 19700131, 1970 01 31 or 31 01 1970."""
    last, three = words[-1], words[-3:]
    if len(last) == len("19700131"):
        parts: tuple[str, ...] = (last[:4], last[4:6], last[6:])
        count = 1
    else:
        parts = three if len(three[0]) == 4 else three[::-1]
        count = 3
    is_date = len(parts) == 3 and all(part.isdigit() for part in parts) and _is_date(*parts)
    return words[:-count] if is_date and len(words) >= count + LEAST_WORDS else words


def _is_date(year: str, month: str, day: str) -> bool:
    """In whichever order the month and the day are written."""
    first, second = sorted((int(month), int(day)))
    is_year = len(year) == 4 and OLDEST_YEAR <= int(year) <= LATEST_YEAR
    return is_year and 1 <= first <= 12 and second <= 31


def _without_tens(words: tuple[str, ...]) -> tuple[str, ...]:
    """Two number words as one number: `forty four` as `44`, `forty fourth` as `44th`."""
    out: list[str] = []
    for word in words:
        tens = TENS.get(out[-1]) if out else None
        if tens and word in UNITS:
            out[-1] = str(tens + UNITS[word])
        elif tens and word in ORDINAL_UNITS:
            out[-1] = ordinal(tens + ORDINAL_UNITS[word])
        else:
            out.append(word)
    return tuple(str(TENS.get(word, word)) for word in out)


def ordinal(number: int) -> str:
    """A number as an ordinal in digits.

    >>> ordinal(22), ordinal(13)
    ('22nd', '13th')
    """
    teens = number // 10 % 10 == 1
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


SIX = "vi"  # at the end of a name; elsewhere a Vietnamese name
WORDINGS = {**ABBREVIATIONS, **ORDINALS, **NUMBERS}
REWORDED = frozenset({*TENS, *WORDINGS, SIX})
