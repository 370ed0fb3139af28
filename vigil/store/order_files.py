"""Orders from files and standard input, all of them or none.

One bad order refuses the whole reading: a file screened in part would look like a file screened.
So every file is read to its end and every problem of all files is told at once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import BinaryIO

from vigil.errors import InputProblem, InvalidInput
from vigil.model.order import Order
from vigil.model.order_json import parse_order
from vigil.model.order_table import parse_order_table
from vigil.model.strict_json import decode_json
from vigil.store.text_file import STANDARD_INPUT, decode_text, read_bytes

AnswerFields = frozenset[str] | None
Parser = Callable[[str, AnswerFields], list[Order]]

NOT_YET = {".xlsx": "Excel workbook", ".xls": "Excel workbook", ".parquet": "Parquet file"}


def read_orders(
    paths: Sequence[str | Path],
    stdin: BinaryIO | None = None,
    *,
    answer_fields: AnswerFields = None,
) -> list[Order]:
    """The orders of all files, in the order of the files and of their places in them.

    Args:
        paths: files named .json, .jsonl (or .ndjson) or .csv; `-` is standard input, whose
            format is told by its content.
        stdin: standard input; None: there is none, and `-` is refused.
        answer_fields: the red-flag questions that orders may answer; None: not checked.

    Raises:
        InvalidInput: with all problems of all files, each with file, row and path.
    """
    orders: list[Order] = []
    problems: list[InputProblem] = []
    if not paths:
        raise InvalidInput.single("at least one file of orders must be named", has_value=False)
    for path in paths:
        name = STANDARD_INPUT if str(path) == "-" else str(path)
        try:
            parse = None if str(path) == "-" else _parser_by_suffix(Path(path))
            text = decode_text(read_bytes(path, stdin))
            orders += (parse or _parser_by_content(text))(text, answer_fields)
        except InvalidInput as error:
            problems += [problem.placed(file=name) for problem in error.problems]
    if problems:
        raise InvalidInput(problems)
    return orders


def _parser_by_suffix(path: Path) -> Parser:
    suffix = path.suffix.lower()
    if suffix in PARSERS:
        return PARSERS[suffix]
    known = "orders must be in a file named .json, .jsonl or .csv"
    hint = f"save the {NOT_YET[suffix]} as CSV" if suffix in NOT_YET else ""
    raise InvalidInput([InputProblem(known, "", suffix or path.name, hint=hint)])


def _parser_by_content(text: str) -> Parser:
    """JSON begins with a bracket; several lines that each begin with one are JSON lines."""
    start = text.lstrip()[:1]
    if start == "[":
        return _parse_json
    if start != "{":
        return _parse_csv
    lines = [line for line in text.split("\n") if line.strip()]
    is_jsonl = len(lines) > 1 and lines[1].startswith("{")
    return _parse_jsonl if is_jsonl else _parse_json


def _parse_json(text: str, answer_fields: AnswerFields) -> list[Order]:
    """One order, or an array of orders."""
    document = decode_json(text)
    if not isinstance(document, list):
        return [parse_order(document, answer_fields=answer_fields)]
    if not document:
        raise InvalidInput.single("the array must hold at least one order", "$", has_value=False)
    orders: list[Order] = []
    problems: list[InputProblem] = []
    for at, value in enumerate(document):
        try:
            orders.append(parse_order(value, answer_fields=answer_fields, path=f"$[{at}]"))
        except InvalidInput as error:
            problems += error.problems
    if problems:
        raise InvalidInput(problems)
    return orders


def _parse_jsonl(text: str, answer_fields: AnswerFields) -> list[Order]:
    """One order a line. Only a line feed ends a line: the other separators may stand in text."""
    orders: list[Order] = []
    problems: list[InputProblem] = []
    for row, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            orders.append(parse_order(decode_json(line), answer_fields=answer_fields))
        except InvalidInput as error:
            problems += [problem.placed(row=row) for problem in error.problems]
    if problems:
        raise InvalidInput(problems)
    return orders


def _parse_csv(text: str, answer_fields: AnswerFields) -> list[Order]:
    return parse_order_table(text, answer_fields=answer_fields)


PARSERS: dict[str, Parser] = {
    ".json": _parse_json,
    ".jsonl": _parse_jsonl,
    ".ndjson": _parse_jsonl,
    ".csv": _parse_csv,
}
