"""OFAC's remarks, piece by piece: each piece that opens with a known label is a statement.

OFAC prints what it knows of an entry as one text that ends in a full stop, `DOB 12 Feb 1961; POB
Qom, Iran; Passport A1 (Iran) issued 01 Jan 2010; a.k.a. 'IVAN'; Linked To: EXAMPLE CO.` A piece
that opens with no known label is text and stays so; nothing is left out.
"""

from __future__ import annotations

import re

import msgspec

from vigil.lists.us_ofac_labels import LABELS, Sort

BETWEEN = "; "
DAY = r"(?:\d{1,2} )?(?:[A-Z][a-z]{2} )?\d{4}"
QUOTED = re.compile(r"'(.+)'", re.DOTALL)
STATEMENT = re.compile(
    r"(?:[Aa]lt\.? )?(?:"
    + "|".join(f"(?P<l{i}>{pattern})" for i, (pattern, _, _) in enumerate(LABELS))
    + r")(?: ?:| -| ?#)?(?:(?:\s+|(?<=:))(?P<value>\S.*))?",
    re.DOTALL,
)
ISSUED = re.compile(
    r"(?P<number>.*?)(?:\s*\((?P<country>[^()]+)\))?"
    rf"(?:,? issued (?P<issued>{DAY}))?(?:,? expires (?P<expires>{DAY}))?",
    re.DOTALL,
)


class Statement(msgspec.Struct, frozen=True, omit_defaults=True):
    """One statement of a sort: `value` behind the label, `printed` with it and all else.

    `scheme` as in `vigil.ids`, where the value is a number that only one bearer has; `country`
    (as printed) is who issued it.
    """

    sort: Sort
    value: str
    printed: str
    scheme: str | None = None
    country: str | None = None


def pieces_of(remarks: str) -> list[str]:
    """The pieces of a text of remarks; joined by `BETWEEN` they are the text again.

    >>> pieces_of("DOB 1962; POB Qom, Iran.")
    ['DOB 1962', 'POB Qom, Iran.']
    """
    return remarks.split(BETWEEN)


def read_remarks(remarks: str, *, is_cut: bool = False) -> tuple[list[Statement], list[str]]:
    """The statements of a text of remarks, and the pieces that are none.

    Args:
        is_cut: the text is cut off in its last piece, which then is no statement.

    >>> found, left = read_remarks("Minister; DOB circa 1962; alt. Passport A 12 (Iran).")
    >>> [(s.sort.name, s.value, s.country) for s in found], left
    ([('BIRTH_DATE', 'circa 1962', None), ('NUMBER', 'A 12', 'Iran')], ['Minister'])
    """
    found: list[Statement] = []
    left: list[str] = []
    pieces = pieces_of(remarks)
    for index, piece in enumerate(pieces, start=1):
        is_last = index == len(pieces)
        text = (piece.removesuffix(".") if is_last else piece).strip()
        statement = None if is_cut and is_last else read_statement(text)
        if statement is not None:
            found.append(statement)
        elif text:
            left.append(text)
    return found, left


def read_statement(piece: str) -> Statement | None:
    """A piece as a statement, or None when it opens with no known label.

    Args:
        piece: without the full stop of the remarks.
    """
    inner = piece[1:-1] if piece.startswith("(Linked To") and piece.endswith(")") else piece
    match = STATEMENT.fullmatch(inner)
    if match is None:
        return None
    label = next(i for i in range(len(LABELS)) if match[f"l{i}"] is not None)
    _, sort, scheme = LABELS[label]
    return statement_of(sort, scheme, match["value"] or "", piece)


def statement_of(sort: Sort, scheme: str | None, value: str, printed: str) -> Statement | None:
    """The statement that a value makes, or None when it is not a value of the sort."""
    if sort in (Sort.WEAK_ALIAS, Sort.FORMER_NAME):
        quoted = QUOTED.fullmatch(value)
        return Statement(sort, quoted[1], printed) if quoted else None
    if sort is Sort.NUMBER:
        issued = ISSUED.fullmatch(value)
        if issued is not None:
            return Statement(sort, issued["number"].strip(), printed, scheme, issued["country"])
    if not value and sort is not Sort.DETAIL:
        return None
    return Statement(sort, value, printed, scheme)
