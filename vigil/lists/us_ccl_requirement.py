"""Where a control of the Commerce Control List asks for a licence, read from the list's own cell.

Most cells name a column of the Country Chart. The others name countries, Country Groups or a
provision; each form that is known stands here, and any other refuses the file.

Source: 15 CFR 774 supplement 1, License Requirements tables; 15 CFR 738.4(a).
"""

from __future__ import annotations

import re
from collections.abc import Callable

import msgspec

from vigil.errors import SourceChanged, shown
from vigil.model.control import EVERYWHERE

COLUMN = re.compile(r"(?P<reason>CB|NP|NS|MT|RS|FC|CC|AT) Column (?P<number>[1-3])")
PROVISION = re.compile(r"§+ ?(?P<section>7[0-9]{2}\.[0-9]+(?:\([a-zA-Z0-9]+\))*)")
CHINA = ("CN", "HK")  # 85 FR 83788: Hong Kong is answered by China's entry
D5_AND_MACAU = ("MO", "D:5")


class Requirement(msgspec.Struct, frozen=True):
    """Fields as in `vigil.model.control.ControlClause`; `note 3` is a footnote of the chart."""

    column: str | None = None
    to: tuple[str, ...] = ()
    but: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    provision: str | None = None


def read_requirement(reason: str, cell: str, control: str) -> Requirement:
    """Where a control of that reason asks for a licence.

    Raises:
        SourceChanged: the cell has no form that is known.

    >>> read_requirement("NS", "NS Column 2.", "").column
    'NS 2'
    >>> read_requirement("RS", "China, Russia, or Venezuela (see § 742.6(a)(7)).", "").to
    ('CN', 'HK', 'RU', 'VE')
    """
    text = " ".join(cell.split()).strip(" .")
    column = COLUMN.fullmatch(text)
    if column:
        return Requirement(f"{column['reason']} {column['number']}")
    if text == "Column 1":  # the reason's letters are left out once
        return Requirement(f"{reason} 1")
    if text == " ".join(control.split()).strip(" ."):
        return _without_cell(reason, text)
    for form, meaning in FORMS:
        if form.search(text):
            return msgspec.structs.replace(meaning(text), provision=_provision(text))
    raise SourceChanged(
        f"us_ccl: a requirement must be a column, countries or a provision, got {shown(cell)}; "
        "the file is refused whole"
    )


def _without_cell(reason: str, control: str) -> Requirement:
    """The cell only repeats the control: what it asks for stands in the control, or nowhere."""
    column = COLUMN.search(control)
    if column and column["reason"] == reason:
        return Requirement(f"{reason} {column['number']}")
    if "ALL destinations, except Canada" in control:
        return Requirement(to=(EVERYWHERE,), but=("CA",), provision=_provision(control))
    return Requirement(unsure=(EVERYWHERE,), provision=_provision(control))


def _provision(text: str) -> str | None:
    found = PROVISION.search(text)
    return found["section"].replace("764.1", "746.1") if found else None  # misprinted once


def _always(**where: tuple[str, ...]) -> Callable[[str], Requirement]:
    requirement = Requirement(**where)  # type: ignore[arg-type]  # only the tuples are given
    return lambda _: requirement


def _named(text: str) -> Requirement:
    """Countries that a sentence names after the items it speaks of."""
    codes = {"Iraq": "IQ", "Pakistan": "PK", "North Korea": "KP"}
    return Requirement(to=tuple(code for name, code in codes.items() if name in text))


def _as_column(text: str) -> Requirement:
    """A column, and a provision that speaks of countries which the column does not mark."""
    column = COLUMN.match(text)
    assert column is not None  # the form begins with one
    return Requirement(f"{column['reason']} {column['number']}", unsure=("note 3",))


# The first form that is found counts.
FORMS: tuple[tuple[re.Pattern[str], Callable[[str], Requirement]], ...] = (
    # 746.1(b) was not read. Footnote 1 of the chart sends the countries under an arms embargo of
    # the Security Council to it; of the others under a US arms embargo (D:5) nothing is known.
    (re.compile(r"^See § 7(?:46|64)\.1(?:\(b\))?(?: of the EAR)? for UN controls$"),
     _always(to=("note 1",), unsure=("D:5",))),
    (re.compile(r"^China, Russia,? or Venezuela \(see"), _always(to=(*CHINA, "RU", "VE"))),
    (re.compile(r"^Worldwide control\."), _always(to=(EVERYWHERE,))),
    (re.compile(r"^To or within any destination worldwide[.,]"), _always(to=(EVERYWHERE,))),
    (re.compile(
        r"^To or within the United Arab Emirates or destinations specified in Country Groups D:1, "
        r"D:4, and D:5 .* excluding any destination also specified in Country Groups A:5 or A:6\."),
     _always(to=("AE", "D:1", "D:4", "D:5"), but=("A:5", "A:6"))),
    (re.compile(r"^To or within Macau or a destination specified in Country Group D:5 "),
     _always(to=D5_AND_MACAU)),
    (re.compile(r"^A license is required for ALL destinations, except Canada,"),
     _always(to=(EVERYWHERE,), but=("CA",))),
    (re.compile(r"^A license is required for all destinations, as specified in"),
     _always(to=(EVERYWHERE,))),
    (re.compile(r"^A license is required for (?:items controlled by|export or reexport of these)"
                r".* to (?:Iraq|Pakistan|North Korea)\b"), _named),
    (re.compile(r"^See § 746\.8 for specific license requirements"), _always(to=("RU", "BY"))),
    (re.compile(r"^RS Column 1, See § 742\.6\(a\)\(3\)"), _as_column),
    # What these provisions ask for was not read.
    (re.compile(r"^(?:Refer to|See) § 742\.[0-9()a-z]+ of the EAR"),
     _always(unsure=(EVERYWHERE,))),
    (re.compile(r"^N/A$"), _always(unsure=(EVERYWHERE,))),
)  # fmt: skip
