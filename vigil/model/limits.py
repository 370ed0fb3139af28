"""How large a file of orders may be: more is refused with a clear error, never cut.

The defaults are chosen: each is well above any file of orders that a business would send, and low
enough that no file takes the machine down. A business sets its own in `vigil.toml`.
"""

from __future__ import annotations

import msgspec

from vigil.errors import InputProblem, InvalidInput
from vigil.model.order_values import TEXT_LIMIT

BYTES_PER_MB = 1024 * 1024


class Limits(msgspec.Struct, frozen=True):
    """The limits of one file; `max_unpacked_mb` and `max_unpack_ratio` are of packed formats."""

    max_file_mb: int = 200
    max_rows: int = 1_000_000  # rows of a table, orders of JSON
    max_columns: int = 2_000
    max_text_characters: int = TEXT_LIMIT
    max_nesting: int = 20
    max_unpacked_mb: int = 1_000
    max_unpack_ratio: int = 200  # unpacked over packed; XML of a workbook has some 5 to 50


def check_rows(count: int, limits: Limits) -> None:
    """Refuse more rows, or more orders, than a file may have.

    Raises:
        InvalidInput: there are more than `max_rows`.
    """
    if count > limits.max_rows:
        raise beyond("file must have at most {:,} rows or orders", "max_rows", limits.max_rows)


def check_columns(count: int, limits: Limits) -> None:
    """Refuse more columns than a table may have.

    Raises:
        InvalidInput: there are more than `max_columns`.
    """
    if count > limits.max_columns:
        raise beyond("table must have at most {:,} columns", "max_columns", limits.max_columns)


def check_plain(value: object, limits: Limits, path: str = "$") -> None:
    """Refuse plain JSON values that are nested too deep, or whose texts are too long.

    The contract has its own limits of text; only a lower one is looked for here.

    Raises:
        InvalidInput: at the first place where a limit is passed.
    """
    longest = limits.max_text_characters
    left = [(value, path, 0)]
    while left:
        node, at, depth = left.pop()
        if isinstance(node, dict):
            inner = [(item, f"{at}.{key}") for key, item in node.items()]
        elif isinstance(node, (list, tuple)):
            inner = [(item, f"{at}[{i}]") for i, item in enumerate(node)]
        else:
            if isinstance(node, str) and longest < TEXT_LIMIT:
                check_text(node, limits, at)
            continue
        if depth == limits.max_nesting:
            what = "values must be nested at most {:,} deep"
            raise beyond(what, "max_nesting", limits.max_nesting)
        left += [(item, place, depth + 1) for item, place in reversed(inner)]


def check_text(text: str, limits: Limits, path: str, row: int | None = None) -> None:
    """Refuse a text that is longer than a field may be.

    Raises:
        InvalidInput: it has more than `max_text_characters`.
    """
    if len(text) > limits.max_text_characters:
        what = "text must have at most {:,} characters"
        raise beyond(what, "max_text_characters", limits.max_text_characters, path, row)


def beyond(
    expected: str, setting: str, limit: int, path: str = "", row: int | None = None
) -> InvalidInput:
    """The error of a limit that is passed; `expected` has a place for the limit."""
    hint = f"the setting {setting} is the limit"
    what = expected.format(limit)
    return InvalidInput([InputProblem(what, path, row=row, has_value=False, hint=hint)])
