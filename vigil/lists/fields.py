"""Small pieces of text that several lists print alike: acronyms, numbers, remarks."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from datetime import date, timedelta

ACRONYM = re.compile(r"(?=.*[A-Z])[A-Z0-9]{2,5}")  # chosen: HESA and NIOEC are, MAHAN AIR is not


def is_acronym(alias: str) -> bool:
    """Is an alias one short word of capitals, which many others may bear too?

    >>> is_acronym("HESA"), is_acronym("H.E.S.A."), is_acronym("Hesa"), is_acronym("1979")
    (True, True, False, False)
    """
    return ACRONYM.fullmatch(re.sub(r"[.&-]", "", alias)) is not None


def number_form(text: str) -> str:
    """A document's number with letters and digits only, capitals.

    >>> number_form("AB 187-304 ")
    'AB187304'
    """
    return "".join(c for c in text.upper() if c.isalnum())


def hashed_number(name: str, citation: str | None) -> str:
    """The number of an entry whose list has none: 12 hex digits over what tells two entries apart.

    >>> hashed_number(" EXAMPLE LTD", "82 F.R. 1 ") == hashed_number("EXAMPLE LTD", "82 F.R. 1")
    True
    """
    told_by = f"{name.strip()}\n{(citation or '').strip()}"
    return hashlib.sha256(told_by.encode()).hexdigest()[:12]


def day_after(last: date) -> date | None:
    """The first day that no longer counts, where a list prints the last that does."""
    return None if last == date.max else last + timedelta(days=1)


def remark_lines(labelled: Iterable[tuple[str, str | None]]) -> str | None:
    r"""What has no field of its own, one labelled line each; None when nothing is left over.

    >>> print(remark_lines([("title", "Dr"), ("note", None), ("seen", "Tehran,\n  2011")]))
    title: Dr
    seen: Tehran, 2011
    """
    lines = [f"{label}: {' '.join(text.split())}" for label, text in labelled if text is not None]
    lines = [line for line in lines if not line.endswith(": ")]
    return "\n".join(dict.fromkeys(lines)) or None
