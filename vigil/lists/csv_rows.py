"""Strict reading of a publisher's CSV: UTF-8, a known heading, every row as long as it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from vigil.errors import SourceChanged, shown

Row = dict[str, str]
MAX_FIELD_CHARS = 1_000_000  # chosen: a hundred times the longest statement of reasons


def csv_table(data: bytes, source_id: str, delimiter: str = ",") -> list[list[str]]:
    """The rows as they stand, quotes taken off.

    Raises:
        SourceChanged: bytes that are not UTF-8, a quote that is left open, or a NUL.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        got = f"byte {error.object[error.start]:#x} at {error.start}"
        raise _refused(source_id, "a CSV file must be UTF-8", got) from error
    before = csv.field_size_limit(MAX_FIELD_CHARS)  # of the whole process: orders have their own
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise _refused(source_id, "a CSV file must be well-formed", str(error)) from error
    finally:
        csv.field_size_limit(before)


def rows_under(
    heading: Sequence[str], known: Sequence[str], rows: Iterable[Sequence[str]], source_id: str
) -> Iterator[tuple[str, Row]]:
    """Each row as a mapping from column to text without outer white space, and where it stands.

    Args:
        heading: the file's own columns.
        known: what they must be, in order.
        rows: what stands under the heading; a row without any text is not given.

    Raises:
        SourceChanged: another heading, or a row of another length.
    """
    columns = [column.strip() for column in heading]
    if columns != list(known):
        pairs = zip((*columns, None), (*known, None), strict=False)
        got, expected = next((pair for pair in pairs if pair[0] != pair[1]), (None, None))
        raise _refused(source_id, f"the next column must be {shown(expected)}", shown(got))
    for number, row in enumerate(rows, start=1):
        if not any(row):
            continue
        if len(row) != len(columns):
            wanted = f"row {number} must have {len(columns)} fields"
            raise _refused(source_id, wanted, str(len(row)))
        cells = (cell.strip() for cell in row)
        yield f"row {number}", dict(zip(columns, cells, strict=True))


def distinct_cells(rows: Iterable[Row], *columns: str) -> list[tuple[str, ...]]:
    """What the rows of one entity say in these columns together, each once, in their order.

    >>> distinct_cells([{"a": "1", "b": ""}, {"a": "", "b": ""}, {"a": "1", "b": ""}], "a", "b")
    [('1', '')]
    """
    told = dict.fromkeys(tuple(row[column] for column in columns) for row in rows)
    return [texts for texts in told if any(texts)]


def distinct_texts(rows: Iterable[Row], column: str) -> list[str]:
    """The same of one column."""
    return [text for (text,) in distinct_cells(rows, column)]


def _refused(source_id: str, expected: str, got: str) -> SourceChanged:
    return SourceChanged(f"{source_id}: {expected}, got {got}; the file is refused whole")
