"""Small pieces of text that several lists print alike: acronyms, days, numbers, remarks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

ACRONYM = re.compile(r"(?=.*[A-Z])[A-Z0-9]{2,5}")  # chosen: HESA and NIOEC are, MAHAN AIR is not
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
DAY_IN_WORDS = re.compile(r"(?:(\d{1,2}) )?([A-Z][a-z]{2})[a-z]*\.? (\d{4})")


def is_acronym(alias: str) -> bool:
    """Is an alias one short word of capitals, which many others may bear too?

    >>> is_acronym("HESA"), is_acronym("H.E.S.A."), is_acronym("Hesa"), is_acronym("1979")
    (True, True, False, False)
    """
    return ACRONYM.fullmatch(re.sub(r"[.&-]", "", alias)) is not None


def partial_day(text: str) -> str | None:
    """A day, month, year or span of years in ISO form, or None when it is none of these.

    >>> partial_day("06 Jun 1963"), partial_day("Jun 1963"), partial_day("1963 to 1965")
    ('1963-06-06', '1963-06', '1963/1965')
    >>> partial_day("circa 1963") is None
    True
    """
    text = text.strip()
    if re.fullmatch(r"\d{4}(-\d{2})?", text):
        return text
    span = re.fullmatch(r"(\d{4}) ?(?:/|to|-) ?(\d{4})", text)
    if span:
        return f"{span[1]}/{span[2]}"
    words = DAY_IN_WORDS.fullmatch(text)
    if words and words[2].lower() in MONTHS:
        month = f"{words[3]}-{MONTHS.index(words[2].lower()) + 1:02}"
        return _day(f"{month}-{int(words[1]):02}") if words[1] else month
    return _day(text)


def number_form(text: str) -> str:
    """A document's number with letters and digits only, capitals.

    >>> number_form("AB 187-304 ")
    'AB187304'
    """
    return "".join(c for c in text.upper() if c.isalnum())


def remark_lines(labelled: Iterable[tuple[str, str | None]]) -> str | None:
    r"""What has no field of its own, one labelled line each; None when nothing is left over.

    >>> print(remark_lines([("title", "Dr"), ("note", None), ("seen", "Tehran,\n  2011")]))
    title: Dr
    seen: Tehran, 2011
    """
    lines = [f"{label}: {' '.join(text.split())}" for label, text in labelled if text is not None]
    lines = [line for line in lines if not line.endswith(": ")]
    return "\n".join(dict.fromkeys(lines)) or None


def _day(text: str) -> str | None:
    try:
        return date.fromisoformat(text).isoformat() if len(text) == len("YYYY-MM-DD") else None
    except ValueError:
        return None
