"""What the sanctions on one party in a FollowTheMoney file say together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from vigil.lists.fields import day_after
from vigil.lists.ftm_layout import Record, refused

IN_FIELDS = frozenset({"entity", "program", "provisions"})
DAY = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:T.*)?")
LAST_MONTH = 12


class Listing(msgspec.Struct, frozen=True):
    """Since when and till when a party is sanctioned, under what, and what that orders."""

    listed_on: date | None
    delisted_on: date | None
    programmes: tuple[str, ...]
    measures: tuple[str, ...]
    remarks: tuple[tuple[str, str], ...]


def listing_of(sanctions: Sequence[Record], still_on: date | None) -> Listing:
    """The earliest beginning, and the latest end where all have ended.

    Args:
        still_on: a day on which the file says that the party is listed; an end before it is left
            out, because another sanction without a record must be meant. None: it does not say.

    Raises:
        SourceChanged: a date that is none.
    """
    starts = [_period(text)[0] for one in sanctions for text in _starts(one)]
    ends = [[_period(text)[1] for text in one.values("endDate")] for one in sanctions]
    last = max(max(days) for days in ends) if ends and all(ends) else None
    after = day_after(last) if last else None
    if after is not None and still_on is not None and after <= still_on:
        after = None
    return Listing(
        min(starts, default=None),
        after,
        tuple(dict.fromkeys(t for one in sanctions for t in one.values("program", "programId"))),
        tuple(dict.fromkeys(t for one in sanctions for t in one.values("provisions"))),
        tuple(
            (f"sanction {name}", "; ".join(values))
            for one in sanctions
            for name, values in one.properties.items()
            if name not in IN_FIELDS
        ),
    )


def _starts(sanction: Record) -> list[str]:
    """When it began; the day of listing where nothing says since when it is in force."""
    return sanction.values("startDate") or sanction.values("listingDate")


def _period(text: str) -> tuple[date, date]:
    """First and last day of a day, month or year."""
    found = DAY.fullmatch(text)
    try:
        if found is None:
            raise ValueError(text)
        year, month, day = (int(part) if part else None for part in found.groups())
        first = date(year or 0, month or 1, day or 1)
        if day:
            return first, first
        following = first.replace(month=month % LAST_MONTH + 1) if month else first
        is_over = month in (None, LAST_MONTH)
        return first, following.replace(year=first.year + is_over) - timedelta(days=1)
    except ValueError as error:
        raise refused("a sanction's date must be like 2022-03-01", text) from error
