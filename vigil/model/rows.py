"""Rows of a reviewable table, read strictly into values: every problem of a file at once.

A row is a mapping as YAML or CSV gives it. Each field is checked by itself, so that one bad field
does not hide the next one; a row with a problem is left out of the result and the problem stands
in `Table.problems` with file and path.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType
from typing import TypeVar, get_args, get_origin, get_type_hints

import msgspec

from vigil.errors import InputProblem, InvalidInput

T = TypeVar("T", bound=msgspec.Struct)

SHAPE_TOLD = re.compile(r"^Expected `(?P<shape>[^`]+)`")
SPELT = {
    "str": "a text",
    "bool": "true or false",
    "int": "a whole number",
    "float": "a number",
    "date": "a day such as 2023-06-09",
    "array": "a list",
    "object": "a mapping",
    "null": "null",
}


class Table:
    """One file being read: its name, and what was found wrong in it so far."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[InputProblem] = []

    def problem(
        self, expected: str, path: str, got: object = None, *, has_value: bool = True
    ) -> None:
        """Note one thing wrong; `path` is a JSON path into the file."""
        where = f"{self.file} {path}"
        self.problems.append(InputProblem(expected, where, got, has_value=has_value))

    def rows(self, document: object, key: str, shape: type[T]) -> list[tuple[str, T]]:
        """The rows under the document's only key, each with its path; bad rows are left out."""
        listed = document.get(key) if isinstance(document, Mapping) else None
        if not isinstance(document, Mapping) or not isinstance(listed, list):
            self.problem(f"the file must hold a list under {key!r}", "$", document)
            return []
        for other in document:
            if other != key:
                self.problem(f"the only key must be {key!r}", "$", other)
        return self._each(listed, f"$.{key}", shape)

    def records(self, text: str, shape: type[T]) -> list[tuple[str, T]]:
        """The rows of CSV text with a header; lines that begin with `#` are comments.

        An empty cell is absent; a list is written with semicolons.
        """
        lines = [line for line in text.splitlines() if not line.startswith("#")]
        reader = csv.DictReader(lines, restkey="", strict=True)
        found: list[object] = []
        try:
            found = [_record(row, shape) for row in reader]
        except csv.Error as error:
            self.problem(f"the file must be CSV ({error})", "$", has_value=False)
        return self._each(found, "$", shape, lax=True)

    def one(self, value: object, path: str, shape: type[T], *, lax: bool = False) -> T | None:
        """A value of that shape, or None when something is wrong with it."""
        if not isinstance(value, Mapping):
            self.problem("a row must be a mapping", path, value)
            return None
        before = len(self.problems)
        hints = _hints(shape)
        self._refuse_unknown(value, path, hints)
        given: dict[str, object] = {}
        for name, hint in hints.items():
            if name in value:
                given[name] = self._field(value[name], f"{path}.{name}", hint, lax)
            elif name in _required(shape):
                self.problem(f"{name!r} must be given", path, has_value=False)
        return shape(**given) if len(self.problems) == before else None

    def _each(
        self, values: Iterable[object], path: str, shape: type[T], *, lax: bool = False
    ) -> list[tuple[str, T]]:
        places = ((f"{path}[{i}]", value) for i, value in enumerate(values))
        read = ((place, self.one(value, place, shape, lax=lax)) for place, value in places)
        return [(place, row) for place, row in read if row is not None]

    def _refuse_unknown(
        self, row: Mapping[object, object], path: str, known: Iterable[str]
    ) -> None:
        known = list(known)
        for name in row:
            if name not in known:
                close = get_close_matches(str(name), known, n=1)
                hint = f"; did you mean {close[0]!r}?" if close else ""
                self.problem(f"unknown field {str(name)!r}{hint}", path, has_value=False)

    def _field(self, value: object, path: str, shape: object, lax: bool) -> object:
        inner = get_args(shape)[:1] if get_origin(shape) is tuple else ()
        if inner and isinstance(value, list) and _is_struct(inner[0]):
            return tuple(row for _, row in self._each(value, path, inner[0]))
        try:
            return msgspec.convert(value, shape, strict=not lax)
        except msgspec.ValidationError as error:
            message, _, at = str(error).partition(" - at `")
            self.problem(_expected(message, shape), path + at.rstrip("`").removeprefix("$"), value)
            return None


def check_unique(table: Table, rows: Iterable[tuple[str, T]], field: str) -> None:
    """Note every row whose `field` another row before it has too."""
    seen: dict[object, str] = {}
    for path, row in rows:
        value = getattr(row, field)
        if value in seen:
            table.problem(
                f"{field} must be unique, also at {seen[value]}", f"{path}.{field}", value
            )
        seen.setdefault(value, path)


def check_known(
    table: Table, path: str, values: Iterable[str], known: Iterable[str], what: str
) -> None:
    """Note every value that is none of the known ones (a reference into nothing)."""
    held = frozenset(known)
    for value in values:
        if value not in held:
            table.problem(f"must be the id of a known {what}", path, value)


def check_form(
    table: Table, path: str, value: str | None, form: re.Pattern[str], like: str
) -> None:
    """Note a value that has not the form of its kind; None has nothing to check."""
    if value is not None and not form.fullmatch(value):
        table.problem(f"must be {like}", path, value)


def raise_all(tables: Iterable[Table]) -> None:
    """Raise the problems of several files as one error, if there are any."""
    problems = [problem for table in tables for problem in table.problems]
    if problems:
        raise InvalidInput(problems)


def check_window(table: Table, path: str, first: date | None, last: date | None) -> None:
    """Note a window that ends before it begins."""
    if first is not None and last is not None and last < first:
        table.problem(f"must not end before it begins on {first}", f"{path}.in_force_to", last)


def ids_in(document: object, key: str, field: str = "id") -> frozenset[str]:
    """The ids that a file's rows give, read leniently: for references from other files.

    A file's own reader says what is wrong with it; a reference should not fail a second time.
    """
    listed = document.get(key) if isinstance(document, Mapping) else None
    rows = [row for row in listed if isinstance(row, Mapping)] if isinstance(listed, list) else []
    return frozenset(str(row[field]) for row in rows if field in row)


def _record(row: Mapping[str | None, object], shape: type[T]) -> dict[str, object]:
    """A CSV row with lists split and empty cells absent; cells beyond the header stay, to fail."""
    many = {n for n, hint in _hints(shape).items() if get_origin(hint) is tuple}
    return {
        str(name): [part for part in str(cell or "").split(";") if part] if name in many else cell
        for name, cell in row.items()
        if name in many or cell not in ("", None)
    }


@lru_cache(maxsize=64)
def _hints(shape: type[msgspec.Struct]) -> Mapping[str, object]:
    return MappingProxyType(get_type_hints(shape))


@lru_cache(maxsize=64)
def _required(shape: type[msgspec.Struct]) -> frozenset[str]:
    return frozenset(f.name for f in msgspec.structs.fields(shape) if f.required)


def _is_struct(shape: object) -> bool:
    return isinstance(shape, type) and issubclass(shape, msgspec.Struct)


def _expected(message: str, shape: object) -> str:
    """What msgspec's message would have had, as a sentence about the field."""
    told = SHAPE_TOLD.match(message)
    choices = [c for c in (shape, *get_args(shape)) if isinstance(c, type)]
    for choice in choices:
        if issubclass(choice, StrEnum):
            return f"must be one of {', '.join(choice)}"
    if "ISO8601" in message or date in choices:
        return f"must be {SPELT['date']}"
    return f"must be {SPELT.get(told['shape'], told['shape'])}" if told else message
