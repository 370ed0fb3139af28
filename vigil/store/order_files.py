"""Orders from files and standard input, all of them or none.

One bad order refuses the whole reading: a file screened in part would look like a file screened.
So every file is read to its end and every problem of all files is told at once.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import BinaryIO

import msgspec

from vigil.errors import InputProblem, InvalidInput
from vigil.model.limits import Limits, check_plain, check_rows
from vigil.model.order import Order
from vigil.model.order_cells import parse_order_cells
from vigil.model.order_json import parse_order
from vigil.model.order_table import parse_order_table
from vigil.model.strict_json import decode_json
from vigil.store.text_file import STANDARD_INPUT, decode_text, read_bytes

AnswerFields = frozenset[str] | None

WORKBOOK_STARTS = (b"PK\x03\x04", bytes.fromhex("D0CF11E0A1B11AE1"))  # zip; OLE2 when protected
PARQUET_START = b"PAR1"
OTHER_WORKBOOKS = (".xls", ".xlsm", ".xlsb", ".ods")
DEFAULT_LIMITS = Limits()


class Reading(msgspec.Struct, frozen=True):
    """How files are read: the questions orders may answer, the limits, the sheet of workbooks."""

    answer_fields: AnswerFields
    limits: Limits
    sheet: str | None
    received: list[str] | None  # filled with the text of each order, in their order


Parser = Callable[[bytes, Reading], list[Order]]


def read_orders(
    paths: Sequence[str | Path],
    stdin: BinaryIO | None = None,
    *,
    answer_fields: AnswerFields = None,
    limits: Limits = DEFAULT_LIMITS,
    sheet: str | None = None,
    received: list[str] | None = None,
) -> list[Order]:
    """The orders of all files, in the order of the files and of their places in them.

    Args:
        paths: files named .json, .jsonl (or .ndjson), .csv, .xlsx or .parquet; `-` is standard
            input, whose format is told by its content.
        stdin: standard input; None: there is none, and `-` is refused.
        answer_fields: the red-flag questions that orders may answer; None: not checked.
        limits: of each file.
        sheet: of workbooks; None: the only one that holds anything.
        received: filled with what each order was read from: its line, its file, or its JSON in an
            array; of a table the JSON that its rows mean.

    Raises:
        InvalidInput: with all problems of all files, each with file, row and path.
    """
    orders: list[Order] = []
    problems: list[InputProblem] = []
    reading = Reading(answer_fields, limits, sheet, received)
    if not paths:
        raise InvalidInput.single("at least one file of orders must be named", has_value=False)
    for path in paths:
        name = STANDARD_INPUT if str(path) == "-" else str(path)
        try:
            parse = None if str(path) == "-" else _parser_by_suffix(Path(path))
            data = read_bytes(path, stdin, limits)
            orders += (parse or _parser_by_content(data))(data, reading)
        except InvalidInput as error:
            problems += [problem.placed(file=name) for problem in error.problems]
    if problems:
        raise InvalidInput(problems)
    return orders


def _parser_by_suffix(path: Path) -> Parser:
    suffix = path.suffix.lower()
    if suffix in PARSERS:
        return PARSERS[suffix]
    known = "orders must be in a file named .json, .jsonl, .csv, .xlsx or .parquet"
    hint = "save the workbook as .xlsx" if suffix in OTHER_WORKBOOKS else ""
    raise InvalidInput([InputProblem(known, "", suffix or path.name, hint=hint)])


def _parser_by_content(data: bytes) -> Parser:
    """JSON begins with a bracket; several lines that each begin with one are JSON lines."""
    if data.startswith(WORKBOOK_STARTS):
        return _parse_xlsx
    if data.startswith(PARQUET_START):
        return _parse_parquet
    text = decode_text(data)
    start = text.lstrip()[:1]
    if start == "[":
        return _parse_json
    if start != "{":
        return _parse_csv
    lines = [line for line in text.split("\n") if line.strip()]
    is_jsonl = len(lines) > 1 and lines[1].startswith("{")
    return _parse_jsonl if is_jsonl else _parse_json


def _parse_json(data: bytes, reading: Reading) -> list[Order]:
    """One order, or an array of orders."""
    text = decode_text(data)
    document = decode_json(text)
    if not isinstance(document, list):
        return [_order(document, reading, text=text)]
    if not document:
        raise InvalidInput.single("the array must hold at least one order", "$", has_value=False)
    check_rows(len(document), reading.limits)
    return _orders(
        (partial(_order, value, reading, f"$[{at}]"), None) for at, value in enumerate(document)
    )


def _parse_jsonl(data: bytes, reading: Reading) -> list[Order]:
    """One order a line. Only a line feed ends a line: the other separators may stand in text."""
    lines = [(row, line) for row, line in enumerate(decode_text(data).split("\n"), 1)
             if line.strip()]  # fmt: skip
    check_rows(len(lines), reading.limits)
    return _orders((partial(_order_of_line, text, reading), row) for row, text in lines)


def _parse_csv(data: bytes, reading: Reading) -> list[Order]:
    return _of_table(
        parse_order_table(decode_text(data), reading.limits, answer_fields=reading.answer_fields),
        reading,
    )


def _parse_xlsx(data: bytes, reading: Reading) -> list[Order]:
    from vigil.store.workbook import read_workbook

    names, rows = read_workbook(data, reading.limits, reading.sheet)
    return _of_table(
        parse_order_cells(names, rows, reading.limits, answer_fields=reading.answer_fields),
        reading,
    )


def _parse_parquet(data: bytes, reading: Reading) -> list[Order]:
    """One order a row when there is a column of lines, else a table with a line of goods a row."""
    from vigil.store.parquet_file import ParquetOrders

    file = ParquetOrders(data, reading.limits)
    if not file.is_nested:
        found = parse_order_cells(
            file.names, file.rows(), reading.limits, answer_fields=reading.answer_fields
        )
        return _of_table(found, reading)
    found = _orders((partial(_order, v, reading), row) for row, v in enumerate(file.orders(), 1))
    if not found:
        raise InvalidInput.single("file must hold at least one order", has_value=False)
    return found


def _order(value: object, reading: Reading, path: str = "$", text: str | None = None) -> Order:
    check_plain(value, reading.limits, path)
    order = parse_order(value, answer_fields=reading.answer_fields, path=path)
    if reading.received is not None:
        reading.received.append(json.dumps(value, ensure_ascii=False) if text is None else text)
    return order


def _order_of_line(text: str, reading: Reading) -> Order:
    return _order(decode_json(text), reading, text=text)


def _of_table(orders: list[Order], reading: Reading) -> list[Order]:
    if reading.received is not None:
        reading.received.extend(msgspec.json.encode(order).decode() for order in orders)
    return orders


def _orders(parses: Iterable[tuple[Callable[[], Order], int | None]]) -> list[Order]:
    """What each parse gives, or all problems of all, each with the row of its order."""
    orders: list[Order] = []
    problems: list[InputProblem] = []
    for parse, row in parses:
        try:
            orders.append(parse())
        except InvalidInput as error:
            problems += [problem.placed(row=row) for problem in error.problems]
    if problems:
        raise InvalidInput(problems)
    return orders


PARSERS: dict[str, Parser] = {
    ".json": _parse_json,
    ".jsonl": _parse_jsonl,
    ".ndjson": _parse_jsonl,
    ".csv": _parse_csv,
    ".xlsx": _parse_xlsx,
    ".parquet": _parse_parquet,
}
