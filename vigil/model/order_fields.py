"""The order contract as one table: every field, what it takes and where its value goes.

`vigil.model.order_json` walks values along it, `vigil.model.order_table` finds its columns in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum

import msgspec

from vigil.model import order_values as values
from vigil.model.order import (
    Exporter,
    Kind,
    Leg,
    Line,
    Mode,
    Order,
    Owner,
    Party,
    Payment,
    Position,
    Role,
    Vessel,
)
from vigil.model.order_values import Reader

NUMBER_CELL = re.compile(r"-?[0-9]{1,300}(\.[0-9]{1,300})?([eE][+-]?[0-9]{1,3})?")
WHOLE_NUMBER_CELL = re.compile("[0-9]{1,300}")
FLAG_CELLS = {"true": True, "false": False, "yes": True, "no": False}
TEXTS_SEPARATOR = ";"  # between several texts of one cell


class Takes(StrEnum):
    """What typed cells (of a workbook, of Parquet) a column takes besides text."""

    TEXT = "text"
    CODE = "code"  # text in which each zero counts
    NUMBER = "number"
    DAY = "day"
    FLAG = "flag"
    ANSWER = "answer"


class Sort(msgspec.Struct, frozen=True):
    """A sort of value: how JSON gives it, and how the text of a table's cell becomes that."""

    read: Reader
    from_cell: Callable[[str], object] = str
    takes: Takes = Takes.TEXT


class Holds(StrEnum):
    """How many values stand in a field."""

    ONE = "one"
    LIST = "list"
    MAP = "map"  # keys are free


class Field(msgspec.Struct, frozen=True):
    """One field: `sort` of its values, or their `shape` when they are objects themselves."""

    name: str
    label: str
    attribute: str
    sort: Sort | None
    shape: Shape | None
    holds: Holds
    required: bool


class Shape(msgspec.Struct, frozen=True):
    """The fields of one kind of object, and the type they make."""

    make: Callable[..., object]
    fields: dict[str, Field]
    required: tuple[str, ...]


def number_from_cell(cell: str) -> object:
    """A number, or the text as it stands when it is none (the reader then refuses it)."""
    return float(cell) if NUMBER_CELL.fullmatch(cell) else cell


def whole_number_from_cell(cell: str) -> object:
    """A whole number, or the text as it stands."""
    return int(cell) if WHOLE_NUMBER_CELL.fullmatch(cell) else cell


def flag_from_cell(cell: str) -> object:
    """True or false, also as yes or no in any case, or the text as it stands."""
    return FLAG_CELLS.get(cell.lower(), cell) if len(cell) <= 5 else cell


def answer_from_cell(cell: str) -> object:
    """Yes or no, a number, or text."""
    flag = flag_from_cell(cell)
    return number_from_cell(cell) if flag is cell else flag


def texts_from_cell(cell: str) -> object:
    """Several texts, separated by semicolons."""
    return [part.strip() for part in cell.split(TEXTS_SEPARATOR)]


TEXT = Sort(values.read_text)
LONG_TEXT = Sort(values.read_long_text)
NAME = Sort(values.read_name)
ORDER_ID = Sort(values.read_key)
COUNTRY = Sort(values.read_country)
DAY = Sort(values.read_day, takes=Takes.DAY)
BIRTH_DATE = Sort(values.read_birth_date, takes=Takes.DAY)
AMOUNT = Sort(values.read_amount, number_from_cell, Takes.NUMBER)
SHARE = Sort(values.read_share, number_from_cell, Takes.NUMBER)
LATITUDE = Sort(values.read_latitude, number_from_cell, Takes.NUMBER)
LONGITUDE = Sort(values.read_longitude, number_from_cell, Takes.NUMBER)
LINE_NUMBER = Sort(values.read_line_number, whole_number_from_cell, Takes.NUMBER)
FLAG = Sort(values.read_flag, flag_from_cell, Takes.FLAG)
ANSWER = Sort(values.read_answer, answer_from_cell, Takes.ANSWER)
CODE = Sort(values.read_text, takes=Takes.CODE)
HS = Sort(values.read_hs, takes=Takes.CODE)
ECCN = Sort(values.read_eccn, takes=Takes.CODE)
ROLE = Sort(values.one_of(Role))
KIND = Sort(values.one_of(Kind))
MODE = Sort(values.one_of(Mode))
CODES = Sort(values.read_text, texts_from_cell, Takes.CODE)


def field(
    name: str,
    what: Sort | Shape,
    *,
    holds: Holds = Holds.ONE,
    required: bool = False,
    attribute: str = "",
    label: str = "",
) -> Field:
    """A field; `attribute` and `label` are its name unless given."""
    sort, shape = (what, None) if isinstance(what, Sort) else (None, what)
    return Field(name, label or name, attribute or name, sort, shape, holds, required)


def shape(make: Callable[..., object], *fields: Field) -> Shape:
    """The shape of an object with these fields."""
    return Shape(make, {f.name: f for f in fields}, tuple(f.name for f in fields if f.required))


POSITION = shape(
    Position,
    field("lat", LATITUDE, required=True),
    field("lon", LONGITUDE, required=True),
)
OWNER = shape(
    Owner,
    field("name", NAME, required=True),
    field("country", COUNTRY),
    field("kind", KIND),
    field("share_percent", SHARE),
    field("identifiers", CODE, holds=Holds.MAP),
)
PARTY = shape(
    Party,
    field("role", ROLE, required=True),
    field("name", NAME, required=True),
    field("kind", KIND),
    field("country", COUNTRY),
    field("address", LONG_TEXT),
    field("identifiers", CODE, holds=Holds.MAP),
    field("founded", DAY),
    field("birth_date", BIRTH_DATE),
    field("website", TEXT),
    field("email", TEXT),
    field("phone", CODE),
    field("line_of_business", LONG_TEXT),
    field("owners", OWNER, holds=Holds.LIST),
    field("position", POSITION),
)
LINE = shape(
    Line,
    field("line", LINE_NUMBER, required=True),
    field("hs", HS, label="HS code"),
    field("eccn", ECCN, label="ECCN"),
    field("part_number", CODE),
    field("manufacturer", TEXT),
    field("description", LONG_TEXT),
    field("quantity", AMOUNT),
    field("unit_price", AMOUNT),
    field("origin", COUNTRY),
    field("serial_numbers", CODES, holds=Holds.LIST),
    field("marking_request", LONG_TEXT),
)
VESSEL = shape(
    Vessel,
    field("name", NAME),
    field("imo", CODE),
    field("mmsi", CODE),
    field("flag", COUNTRY),
)
LEG = shape(
    Leg,
    field("from", TEXT, attribute="origin"),
    field("to", TEXT),
    field("mode", MODE),
    field("carrier", NAME),
    field("vessel", VESSEL),
    field("from_position", POSITION),
    field("to_position", POSITION),
)
PAYMENT = shape(
    Payment,
    field("method", TEXT),
    field("payer", NAME),
    field("payer_country", COUNTRY),
    field("bank", NAME),
    field("bank_country", COUNTRY),
    field("terms", LONG_TEXT),
)
EXPORTER = shape(Exporter, field("name", NAME), field("country", COUNTRY))
ORDER = shape(
    Order,
    field("id", ORDER_ID, required=True),
    field("date", DAY, required=True),
    field("currency", TEXT),
    field("value", AMOUNT),
    field("exporter", EXPORTER),
    field("parties", PARTY, holds=Holds.LIST, required=True),
    field("lines", LINE, holds=Holds.LIST, required=True),
    field("route", LEG, holds=Holds.LIST),
    field("payment", PAYMENT),
    field("end_use", LONG_TEXT),
    field("end_user_statement", FLAG),
    field("answers", ANSWER, holds=Holds.MAP),
)
