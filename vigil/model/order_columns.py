"""The columns of an order table: which column holds which field of the contract.

A column's name is the way to its field, with dots: `buyer.name`, `buyer.2.owners.1.country`,
`leg.1.vessel.imo`, `payment.method`, `answers.order.reexport_answer`. The first party of a role
needs no number. `exporter.name` and `exporter.country` are the order's exporter; a party in the
role of exporter is always numbered (`exporter.1.name`).
"""

from __future__ import annotations

import re

import msgspec

from vigil.errors import InputProblem, shown
from vigil.model import order_fields as fields
from vigil.model.order import Role
from vigil.model.order_fields import Field, Holds, Shape, Sort
from vigil.model.suggestion import did_you_mean

ORDER_COLUMNS = ("id", "date", "currency", "value", "end_use", "end_user_statement")
REQUIRED_COLUMNS = ("id", "date", "line")
NUMBER = re.compile("[1-9][0-9]{0,3}")
EXPORTER = "exporter"
GROUPS = ("exporter", "payment", "answers")  # fields of the order that hold fields themselves
NOT_ONE_COLUMN = ("role", "owners", "identifiers")
ROLES = frozenset(str(role) for role in Role)

Place = tuple[str | int, ...]


class Column(msgspec.Struct, frozen=True):
    """A column: its name, the way to its value in the JSON order, and the sort of its cells.

    In `place` text is a field and a number is a place in a list. Parties are counted in the
    order in which the header names them. A column of goods has a place within its line.
    """

    name: str
    place: Place
    sort: Sort
    is_goods: bool


class Header:
    """The columns of a table, by position; an unknown column is a problem, never passed over.

    `columns` has None where a column is not known; `problems` then says so. `roles` are those
    of the parties, in the order in which the header names them.
    """

    def __init__(self, names: list[str], answer_fields: frozenset[str] | None) -> None:
        self.problems: list[InputProblem] = []
        self.roles: list[str] = []
        self._answer_fields = answer_fields
        self._parties: dict[tuple[str, int], int] = {}
        self.columns = [self._column(name) for name in names]
        self._check_twice()
        self._check_required()

    def _column(self, name: str) -> Column | None:
        found = self._find(name)
        if found is None:
            self._refuse(f"unknown column {shown(name)}", self._meant(name))
        return found

    def _find(self, name: str) -> Column | None:
        first, *rest = name.split(".")
        if name in fields.LINE.fields:
            return _column_of(Column(name, (), fields.TEXT, is_goods=True), fields.LINE, [name])
        column = Column(name, (), fields.TEXT, is_goods=False)
        if first in ROLES and not (first == EXPORTER and rest[:1] in (["name"], ["country"])):
            return self._find_party(column, first, rest)
        if first == "leg":
            number, rest = _numbered(rest)
            return _column_of(_under(column, "route", number), fields.LEG, rest) if number else None
        if first == "answers" and self._is_unknown_question(".".join(rest)):
            return None
        if name in ORDER_COLUMNS or first in GROUPS:
            return _column_of(column, fields.ORDER, [first, *rest])
        return None

    def _find_party(self, column: Column, role: str, rest: list[str]) -> Column | None:
        number, after = _numbered(rest)
        found = None if after == ["role"] else _column_of(column, fields.PARTY, after)
        if found is None or (number is None and role == EXPORTER):
            return None
        key = (role, number or 1)
        if key not in self._parties:
            self._parties[key] = len(self.roles)
            self.roles.append(role)
        place = ("parties", self._parties[key], *found.place)
        return msgspec.structs.replace(found, place=place)

    def _is_unknown_question(self, key: str) -> bool:
        return self._answer_fields is not None and key not in self._answer_fields

    def _meant(self, name: str) -> str:
        first, *rest = name.split(".")
        if first == EXPORTER and rest and rest[0] in fields.PARTY.fields:
            numbered = ".".join((first, "1", *rest))
            return f"a party in the role of exporter is numbered, like {numbered!r}"
        if first == "answers" and self._answer_fields is not None:
            return did_you_mean(name, [f"answers.{key}" for key in sorted(self._answer_fields)])
        return did_you_mean(name, _names_like(name))

    def _refuse(self, what: str, hint: str = "") -> None:
        self.problems.append(InputProblem(what, "", row=1, has_value=False, hint=hint))

    def _check_twice(self) -> None:
        first: dict[tuple[Place, bool], str] = {}
        for column in self.columns:
            if column is None:
                continue
            key = (column.place, column.is_goods)
            if key in first:
                what = f"column {shown(column.name)} must stand only once"
                self._refuse(what, f"it means the same as {shown(first[key])} before it")
            first.setdefault(key, column.name)

    def _check_required(self) -> None:
        names = {column.name for column in self.columns if column is not None}
        for name in REQUIRED_COLUMNS:
            if name not in names:
                self._refuse(f"column {name!r} must be there")
        if not self.roles:
            self._refuse("a column with a party's name must be there, like 'buyer.name'")


def _numbered(parts: list[str]) -> tuple[int | None, list[str]]:
    """A leading number, and what follows it."""
    if parts and NUMBER.fullmatch(parts[0]):
        return int(parts[0]), parts[1:]
    return None, parts


def _under(column: Column, *parts: str | int) -> Column:
    return msgspec.structs.replace(column, place=(*column.place, *parts))


def _column_of(column: Column, shape: Shape, parts: list[str]) -> Column | None:
    """Follow the parts of a column's name through the contract; None: they lead nowhere."""
    known = shape.fields.get(parts[0]) if parts else None
    if known is None:
        return None
    column, rest = _under(column, known.name), parts[1:]
    if known.shape is None:
        return _leaf(column, known, rest)
    if known.holds is Holds.LIST:
        number, rest = _numbered(rest)
        if number is None:
            return None
        column = _under(column, number)
    return _column_of(column, known.shape, rest)


def _leaf(column: Column, known: Field, rest: list[str]) -> Column | None:
    assert known.sort is not None
    column = msgspec.structs.replace(column, sort=known.sort)
    if known.holds is Holds.MAP:
        key = ".".join(rest)
        return _under(column, key) if key else None
    return None if rest else column


def _names_like(name: str) -> tuple[str, ...]:
    """Column names that a misspelt one may have meant, with its own number where one belongs."""
    numbers = [part for part in name.split(".") if NUMBER.fullmatch(part)]
    number = numbers[0] if numbers else ""
    roles = [f"{role}.{number}" if number else role for role in sorted(ROLES - {EXPORTER})]
    parties = [f"{r}.{f}" for r in roles for f in fields.PARTY.fields if f not in NOT_ONE_COLUMN]
    legs = [f"leg.{number or 1}.{f}" for f in (*fields.LEG.fields, "vessel.name", "vessel.imo")]
    payment = [f"payment.{f}" for f in fields.PAYMENT.fields]
    exporter = [f"exporter.{f}" for f in fields.EXPORTER.fields]
    return (*ORDER_COLUMNS, *fields.LINE.fields, *exporter, *parties, *legs, *payment)
