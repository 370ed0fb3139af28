"""One control of a list of dual-use goods: why, for which paragraphs, and for which countries.

The US list says of each entry which reasons control it. A reason may hold for the whole entry or
for some paragraphs, may set limits in words that no order states ("when usable in missiles"), and
names a column of the Country Chart or, instead, countries or another provision.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec

EVERYWHERE = "*"  # among the countries of a control: every destination


class Cover(StrEnum):
    """Whether a control speaks of a paragraph."""

    YES = "yes"
    PART = "part"  # only of paragraphs below the declared one, or when none was declared
    NO = "no"


class ControlClause(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A control of one entry, as data.

    `paragraphs` in small letters without the leading dot (`b.2`); none means the whole entry but
    for those `exempt`. `limited`: its words set limits besides, in which the entries of `names`
    are named; `words` say in our own what the limits are, where that matters to drones.

    The licence is asked for where `column` is marked, and for the countries and groups (`D:5`) of
    `to` that no group of `but` has; a country that `to` names is never taken out. For those of
    `unsure` only `provision` decides, which is not held.
    """

    eccn: str
    reason: str
    paragraphs: tuple[str, ...] = ()
    exempt: tuple[str, ...] = ()
    limited: bool = False
    names: tuple[str, ...] = ()
    column: str | None = None
    to: tuple[str, ...] = ()
    but: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    provision: str | None = None
    words: str | None = None

    def covers(self, paragraph: str) -> Cover:
        """Does the control speak of a declared paragraph (empty: none was declared)?

        What is taken out below the declared paragraph is the exception, and does not make a part
        of the rest.

        >>> control = ControlClause("3A001", "NS", paragraphs=("b.2",), exempt=("b.2.c",))
        >>> [control.covers(p).value for p in ("b.2.a", "b.2.c", "b.2", "b", "", "c")]
        ['yes', 'no', 'yes', 'part', 'part', 'no']
        """
        if _place(paragraph, self.exempt) is Cover.YES:
            return Cover.NO
        return _place(paragraph, self.paragraphs) if self.paragraphs else Cover.YES


def _place(paragraph: str, named: tuple[str, ...]) -> Cover:
    """Is the paragraph inside one of those named, above one of them, or apart?"""
    if any(paragraph == n or paragraph.startswith(f"{n}.") for n in named):
        return Cover.YES
    above = f"{paragraph}." if paragraph else ""
    return Cover.PART if any(n.startswith(above) for n in named) else Cover.NO
