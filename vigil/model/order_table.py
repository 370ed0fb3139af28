"""The text of a CSV table in, orders out: one row is one line of goods.

Rows with one id are one order; everything but the goods is repeated on each of its rows and must
agree, or the file is refused: which of two buyers is meant is not ours to guess. An empty cell
is absent. Cells become plain JSON values, so an order means the same however it arrives.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from operator import itemgetter

from vigil.errors import InputProblem, InvalidInput, shown
from vigil.model.limits import Limits, check_columns, check_rows, check_text
from vigil.model.order import Order
from vigil.model.order_columns import Column, Header
from vigil.model.order_json import parse_order, step
from vigil.model.order_values import TEXT_LIMIT

OTHER_DELIMITERS = {";": "semicolons", "\t": "tabs", "|": "bars"}
PATH_OF_ORDER = "$"
DEFAULT_LIMITS = Limits()

Cells = tuple[str, ...]
Plain = dict[str | int, object]


def parse_order_table(
    text: str, limits: Limits = DEFAULT_LIMITS, *, answer_fields: frozenset[str] | None = None
) -> list[Order]:
    """The orders of a CSV table, in the order of their first rows.

    Args:
        text: comma-separated values with a header; columns as in `vigil.model.order_columns`.
        answer_fields: the red-flag questions that may be answered; None: not checked.

    Raises:
        InvalidInput: with every problem, each with its row (the header is row 1) and its column.
    """
    problems: list[InputProblem] = []
    rows = _rows(text, problems)
    _, names = next(rows, (1, ()))
    _check_delimiter(names)
    check_columns(len(names), limits)
    header = Header([name.strip() for name in names], answer_fields)
    problems += header.problems
    return orders_of_rows(header, rows, problems, limits, answer_fields)


def orders_of_rows(
    header: Header,
    rows: Iterable[tuple[int, Cells]],
    problems: list[InputProblem],
    limits: Limits,
    answer_fields: frozenset[str] | None,
) -> list[Order]:
    """The orders of numbered rows of text, each as wide as the header.

    Args:
        problems: found before; more come in while `rows` are read.

    Raises:
        InvalidInput: with every problem.
    """
    table = _Table(header, problems, limits)
    for count, (number, cells) in enumerate(rows, 1):
        check_rows(count, limits)
        table.add(number, cells)
    orders = table.orders(answer_fields)
    if not problems and not orders:
        problems.append(_problem("at least one row must follow the header", 1))
    if problems:
        raise InvalidInput(sorted(problems, key=lambda problem: problem.row or 0))
    return orders


class _Rows:
    """The rows of one order: their numbers, their cells, and what they share."""

    __slots__ = ("numbers", "rows", "shared")

    def __init__(self, shared: Cells) -> None:
        self.shared = shared
        self.numbers: list[int] = []
        self.rows: list[Cells] = []


class _Table:
    """Collects rows into orders, and turns each order's rows into plain JSON values."""

    def __init__(self, header: Header, problems: list[InputProblem], limits: Limits) -> None:
        self._header = header
        self._limits = limits
        self._problems = problems
        at = {column.name: i for i, column in enumerate(header.columns) if column}
        self._id_at = at.get("id")
        self._goods = [(i, c) for i, c in enumerate(header.columns) if c and c.is_goods]
        self._shared = [(i, c) for i, c in enumerate(header.columns) if c and not c.is_goods]
        shared_at = [i for i, _ in self._shared]
        self._pick = itemgetter(*shared_at, *shared_at[:1]) if shared_at else None
        self._by_id: dict[str, _Rows] = {}

    def add(self, number: int, cells: Cells) -> None:
        """One more row, with its number in the file."""
        width = len(self._header.columns)
        if not any(cells):
            return  # spreadsheets leave empty rows behind; there is nothing in them to lose
        if len(cells) != width:
            self._refuse(f"a row must have {width} cells like the header, got {len(cells)}", number)
            return
        if self._id_at is None or self._pick is None:
            return
        if self._limits.max_text_characters < TEXT_LIMIT:  # else the contract tells it better
            for column, cell in zip(self._header.columns, cells, strict=True):
                check_text(cell, self._limits, column.name if column else "", number)
        order_id = cells[self._id_at]
        if not order_id:
            self._refuse("column 'id' must be filled", number)
            return
        shared = self._pick(cells)
        rows = self._by_id.setdefault(order_id, _Rows(shared))
        if rows.shared != shared:
            self._refuse_difference(rows, shared, number)
        rows.numbers.append(number)
        rows.rows.append(cells)

    def orders(self, answer_fields: frozenset[str] | None) -> list[Order]:
        """The orders, without those that have problems (which are then in the list)."""
        found = []
        for rows in self._by_id.values():
            try:
                order = parse_order(self._plain(rows), answer_fields=answer_fields)
            except InvalidInput as error:
                self._problems += [self._in_table(problem, rows) for problem in error.problems]
            else:
                found.append(order)
        return found

    def _plain(self, rows: _Rows) -> object:
        order: Plain = {}
        for at, column in self._shared:
            if cell := rows.rows[0][at]:
                _put(order, column, cell)
        parties = order.get("parties")
        for place, party in parties.items() if isinstance(parties, dict) else ():
            party["role"] = self._header.roles[place]
        return {**_listed(order), "lines": [self._line(cells) for cells in rows.rows]}

    def _line(self, cells: Cells) -> dict[str, object]:
        return {c.name: c.sort.from_cell(cells[at]) for at, c in self._goods if cells[at]}

    def _in_table(self, problem: InputProblem, rows: _Rows) -> InputProblem:
        """The same problem, told in rows and columns instead of JSON paths."""
        row, path = rows.numbers[0], problem.path
        for at, number in enumerate(rows.numbers):
            prefix = f"{PATH_OF_ORDER}.lines[{at}]"
            if path == prefix or path.startswith(prefix + "."):
                row, path = number, path[len(prefix) + 1 :]
                break
        else:
            path = self._column_at(path, rows)
        return problem.placed(row=row, path=path)

    def _column_at(self, path: str, rows: _Rows) -> str:
        filled = [column for at, column in self._shared if rows.rows[0][at]]
        places = _places([column.place for column in filled])
        for column, place in zip(filled, places, strict=True):
            if place == path or place.startswith(path + "."):
                whole = place == path
                return column.name if whole else column.name.rsplit(".", 1)[0]
        return path.removeprefix(PATH_OF_ORDER).removeprefix(".")

    def _refuse_difference(self, rows: _Rows, shared: Cells, number: int) -> None:
        first = rows.numbers[0]
        for (_, column), before, now in zip(self._shared, rows.shared, shared, strict=False):
            if before != now:
                what = f"column must agree with row {first} of the same order, {shown(before)}"
                self._problems.append(InputProblem(what, column.name, now, row=number))

    def _refuse(self, what: str, row: int) -> None:
        self._problems.append(_problem(what, row))


def _put(order: Plain, column: Column, cell: str) -> None:
    """Put a cell's value at its column's place; lists are mappings by number for now."""
    node = order
    for part in column.place[:-1]:
        inner = node.setdefault(part, {})
        assert isinstance(inner, dict)
        node = inner
    node[column.place[-1]] = column.sort.from_cell(cell)


def _listed(node: Plain) -> dict[str, object]:
    """The same with each mapping by number turned into a list, in order of the numbers."""
    return {str(key): _value(value) for key, value in node.items()}


def _value(value: object) -> object:
    if not isinstance(value, dict):
        return value
    if value and all(isinstance(key, int) for key in value):
        return [_value(value[key]) for key in sorted(value)]
    return _listed(value)


def _places(places: list[tuple[str | int, ...]]) -> list[str]:
    """The JSON path of each place, once empty places in lists have closed up."""
    numbers: dict[tuple[str | int, ...], set[int]] = {}
    for place in places:
        for depth, part in enumerate(place):
            if isinstance(part, int):
                numbers.setdefault(place[:depth], set()).add(part)
    paths = []
    for place in places:
        path = PATH_OF_ORDER
        for depth, part in enumerate(place):
            if isinstance(part, int):
                path += f"[{sorted(numbers[place[:depth]]).index(part)}]"
            else:
                path = step(path, part)
        paths.append(path)
    return paths


def _rows(text: str, problems: list[InputProblem]) -> Iterator[tuple[int, Cells]]:
    """The rows with their numbers, the header being row 1; stops where the text is no CSV."""
    number = 0
    try:
        for number, cells in enumerate(csv.reader(io.StringIO(text, newline=""), strict=True), 1):
            yield number, tuple(cells)
    except csv.Error as error:
        problems.append(_problem(f"text must be CSV: {error}", number + 1))


def _check_delimiter(names: Cells) -> None:
    if len(names) != 1:
        return
    for delimiter, word in OTHER_DELIMITERS.items():
        if delimiter in names[0]:
            what = f"cells must be separated by commas, but the header has {word}"
            hint = "save the table again as comma-separated values"
            raise InvalidInput([InputProblem(what, "", row=1, has_value=False, hint=hint)])


def _problem(what: str, row: int) -> InputProblem:
    return InputProblem(what, "", row=row, has_value=False)
