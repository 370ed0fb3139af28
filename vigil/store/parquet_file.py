"""Orders from a Parquet file: flat columns like those of a CSV, or lists of structs like JSON.

pyarrow is an extra of its own (`pip install 'vigil[parquet]'`): it is many times as large as all
the rest, and most businesses send no Parquet.

What a file unpacks to is known from its footer before anything is unpacked. Texts stay in their
dictionaries while they are checked, so that a long one repeated in each row costs no memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from decimal import Decimal
from functools import partial
from typing import Any

from vigil.errors import InputProblem, InvalidInput, shown
from vigil.model.limits import BYTES_PER_MB, Limits, beyond, check_columns, check_rows
from vigil.model.order_cells import Cell, Number, Row, Unfit
from vigil.model.strict_json import object_of

NESTED_COLUMN = "lines"  # a file that has it holds one order a row
BATCH_ROWS = 256  # chosen: with the longest texts in all columns still under 1 GB
RATIO_COUNTS_FROM = 10 * BYTES_PER_MB  # chosen: what unpacks to less harms nobody
FLAT = ("bool", "int", "uint", "float", "double", "decimal", "string", "large_string", "date32",
        "timestamp", "null")  # fmt: skip
INSTALL = "install it with: pip install 'vigil[parquet]'"
MIDNIGHT = time()


class ParquetOrders:
    """An opened Parquet file within the limits.

    Raises:
        InvalidInput: pyarrow is not installed, no Parquet, too large, or a type that no order has.
    """

    def __init__(self, data: bytes, limits: Limits) -> None:
        try:
            import pyarrow
            from pyarrow import parquet
        except ImportError:
            what = "pyarrow must be installed to read Parquet"
            raise _refused(what, INSTALL) from None
        self._arrow: Any = pyarrow
        self._limits = limits
        # ArrowException covers most; a damaged file is also told as OSError or ValueError
        self._damage = (pyarrow.ArrowException, OSError, ValueError, OverflowError, EOFError)
        source = pyarrow.BufferReader(data)
        self._file: Any = self._guarded(lambda: parquet.ParquetFile(source))
        schema: Any = self._guarded(lambda: self._file.schema_arrow)
        self._check_footer(self._file.metadata, len(data))
        self.is_nested = NESTED_COLUMN in schema.names
        self.names: list[str] = list(schema.names)
        self._check_types(schema)
        texts = [leaf.path for leaf in self._leaves() if leaf.physical_type == "BYTE_ARRAY"]
        self._file = self._guarded(
            lambda: parquet.ParquetFile(
                pyarrow.BufferReader(data), read_dictionary=texts, page_checksum_verification=True
            )
        )

    def rows(self) -> Iterator[Row]:
        """The rows of a flat file as typed cells; the first after the header is row 2."""
        number = 1
        for batch in self._batches():
            columns = [self._cells(column) for column in batch.columns]
            for cells in zip(*columns, strict=True):
                number += 1
                yield number, cells

    def orders(self) -> Iterator[object]:
        """The rows of a nested file as plain JSON values, one order each."""
        for batch in self._batches():
            columns = [self._plain(column) for column in batch.columns]
            for values in zip(*columns, strict=True):
                yield dict(zip(self.names, values, strict=True))

    def _leaves(self) -> list[Any]:
        schema = self._file.schema
        return [schema.column(at) for at in range(len(schema))]

    def _check_footer(self, footer: Any, packed: int) -> None:
        check_rows(footer.num_rows, self._limits)
        check_columns(footer.num_columns, self._limits)
        groups = [footer.row_group(at) for at in range(footer.num_row_groups)]
        unpacked = sum(
            max(group.column(at).total_uncompressed_size, 0)
            for group in groups for at in range(group.num_columns)
        )  # fmt: skip
        if unpacked > self._limits.max_unpacked_mb * BYTES_PER_MB:
            limit = self._limits.max_unpacked_mb
            raise beyond("file must unpack to at most {:,} MB", "max_unpacked_mb", limit)
        if unpacked > max(RATIO_COUNTS_FROM, packed * self._limits.max_unpack_ratio):
            limit = self._limits.max_unpack_ratio
            raise beyond("file must unpack to at most {:,} times its size", "max_unpack_ratio",
                         limit)  # fmt: skip

    def _check_types(self, schema: Any) -> None:
        problems = []
        if len(set(schema.names)) < len(schema.names):
            problems.append(_problem("columns must have names of their own"))
        for field in schema:
            wrong = self._wrong_type(field.type, 1)
            if wrong:
                what = f"column must be of text, numbers, days or yes and no, got {wrong}"
                problems.append(_problem(what, field.name))
        if problems:
            raise InvalidInput(problems)

    def _wrong_type(self, kind: Any, depth: int) -> str:
        """The type that no order has, or nothing."""
        types = self._arrow.types
        if depth > self._limits.max_nesting:
            raise beyond("values must be nested at most {:,} deep", "max_nesting",
                         self._limits.max_nesting)  # fmt: skip
        if types.is_dictionary(kind):
            return self._wrong_type(kind.value_type, depth)
        if not types.is_nested(kind):
            name = str(kind).split("[")[0].split("(")[0].rstrip("0123456789")
            is_known = name in {form.rstrip("0123456789") for form in FLAT}
            return "" if is_known else str(kind)[:100]
        is_list = types.is_list(kind) or types.is_large_list(kind)
        if not self.is_nested or not (is_list or types.is_struct(kind) or types.is_map(kind)):
            return str(kind)[:100]
        if is_list:
            return self._wrong_type(kind.value_type, depth + 1)
        inner = [kind.field(at) for at in range(kind.num_fields)] if types.is_struct(kind) else []
        if types.is_map(kind):
            return self._wrong_type(kind.item_type, depth + 1)
        return next((w for f in inner if (w := self._wrong_type(f.type, depth + 1))), "")

    def _batches(self) -> Iterator[Any]:
        """Batches whose texts are within the limit, checked before any is made a Python text."""
        batches = self._guarded(lambda: self._file.iter_batches(batch_size=BATCH_ROWS))
        while True:
            batch = self._guarded(lambda: next(batches, None))
            if batch is None:
                return
            for name, column in zip(self.names, batch.columns, strict=True):
                self._guarded(partial(column.validate, full=True))
                self._check_texts(name, column)
            yield batch

    def _check_texts(self, name: str, column: Any) -> None:
        import pyarrow.compute as compute

        types = self._arrow.types
        kind = column.type
        if types.is_dictionary(kind):
            self._check_texts(name, column.dictionary)
        elif types.is_struct(kind):
            for at in range(kind.num_fields):
                self._check_texts(name, column.field(at))
        elif types.is_map(kind):
            self._check_texts(name, column.keys)
            self._check_texts(name, column.items)
        elif types.is_list(kind) or types.is_large_list(kind):
            self._check_texts(name, column.values)
        elif types.is_string(kind) or types.is_large_string(kind):
            longest = compute.max(compute.binary_length(column)).as_py() or 0
            limit = self._limits.max_text_characters
            # bytes first, they are cheap: no character of UTF-8 has more than four
            if longest > limit * 4:
                raise beyond("text must have at most {:,} characters", "max_text_characters",
                             limit, name)  # fmt: skip

    def _values(self, column: Any) -> list[Any]:
        """Python values; numbers of single precision as they are written, not as they widen."""
        types = self._arrow.types
        if types.is_float32(column.type):
            written = column.cast(self._arrow.string()).to_pylist()
            return [None if text is None else float(text) for text in written]
        return list(column.to_pylist())

    def _cells(self, column: Any) -> list[Cell]:
        values = self._guarded(lambda: self._values(column))
        return [_cell(value) for value in values]

    def _plain(self, column: Any) -> list[object]:
        """Plain JSON values: structs as objects, maps as objects, lists as lists."""
        types = self._arrow.types
        kind = column.type
        if types.is_struct(kind):
            names = [kind.field(at).name for at in range(kind.num_fields)]
            inner = [self._plain(column.field(at)) for at in range(kind.num_fields)]
            present = column.is_valid().to_pylist()
            rows = zip(*inner, strict=True) if inner else (() for _ in present)
            objects = [object_of(list(zip(names, row, strict=True))) for row in rows]
            return [o if p else None for o, p in zip(objects, present, strict=True)]
        if types.is_map(kind) or types.is_list(kind) or types.is_large_list(kind):
            is_map = types.is_map(kind)
            items = self._plain(column.items if is_map else column.values)
            keys = self._plain(column.keys) if is_map else []
            offsets = column.offsets.to_pylist()
            present = column.is_valid().to_pylist()
            found: list[object] = []
            for at, is_there in enumerate(present):
                part = slice(offsets[at], offsets[at + 1])
                if not is_there:
                    found.append(None)
                elif is_map:
                    pairs = zip(keys[part], items[part], strict=True)
                    found.append(object_of([(str(key), item) for key, item in pairs]))
                else:
                    found.append(items[part])
            return found
        values = self._guarded(lambda: self._values(column))
        return [_json(value) for value in values]

    def _guarded(self, act: Callable[[], Any]) -> Any:
        try:
            return act()
        except self._damage as error:
            reason = str(error).splitlines()[0][:200] if str(error) else type(error).__name__
            raise _refused(f"file must be Parquet that is whole: {reason}") from None


def _cell(value: object) -> Cell:
    """A value of a flat column; what is missing is None."""
    if value is None or isinstance(value, (str, bool)):
        return value
    if isinstance(value, int):
        return Number(str(value))
    if isinstance(value, float):
        is_whole = value.is_integer() and abs(value) < 1e15
        return Number(str(int(value)) if is_whole else repr(value))
    if isinstance(value, Decimal):
        return Number(_decimal(value)) if value.is_finite() else Unfit("no finite number")
    if isinstance(value, datetime):
        if value.tzinfo is not None or value.time() != MIDNIGHT:
            return Unfit("a point in time, but a day")
        return value.date()
    if isinstance(value, date):
        return value
    return Unfit(f"of the type {type(value).__name__}")


def _json(value: object) -> object:
    """A value of a nested column as JSON would have it."""
    if isinstance(value, Decimal):
        is_whole = value == value.to_integral_value() if value.is_finite() else False
        return int(value) if is_whole else float(value)
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return int(value)  # tables with gaps keep whole numbers as fractions: line 1.0
    if isinstance(value, datetime):
        is_day = value.tzinfo is None and value.time() == MIDNIGHT
        return value.date().isoformat() if is_day else value.isoformat()
    return value.isoformat() if isinstance(value, date) else value


def _decimal(value: Decimal) -> str:
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _refused(expected: str, hint: str = "") -> InvalidInput:
    return InvalidInput([InputProblem(expected, "", has_value=False, hint=hint)])


def _problem(expected: str, name: str = "") -> InputProblem:
    return InputProblem(expected, shown(name)[1:-1] if name else "", has_value=False)
