"""A company's own list: CSV or XLSX with the columns that `docs/lists.md` describes.

One row is one entry; several values stand in a cell with `;` between them. Every problem of the
file is reported at once. A CSV without its seal must end with the row `END,<number of entries>`:
without it a file that was cut between two rows would look whole.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from vigil.errors import InvalidInput, SourceChanged, shown
from vigil.ids.scheme import parse_identifier
from vigil.lists.countries import Countries
from vigil.lists.csv_rows import csv_table
from vigil.lists.loaded import Bounds, Dating, LoadedSource, digest
from vigil.lists.merge import distinct_names
from vigil.lists.partial_dates import partial_date
from vigil.lists.seal import one_file
from vigil.lists.whole_files import Form, form_of
from vigil.lists.xlsx_rows import xlsx_rows
from vigil.model.entity import (
    Address,
    Entity,
    Identifier,
    Name,
    NameKind,
    NameQuality,
    Origin,
    Relation,
    RelationKind,
)  # fmt: skip
from vigil.model.order import Kind
from vigil.model.suggestion import did_you_mean

ID = "private"
TITLE = "The company's own list"
BOUNDS = Bounds(1, 1_000_000)  # chosen: a list of more is no longer kept by hand
END = "END"
NEEDED = ("id", "name")
COLUMNS = (
    *NEEDED, "kind", "aliases", "weak_aliases", "former_names", "countries", "addresses",
    "identifiers", "birth_dates", "birth_places", "genders", "positions", "programmes", "measures",
    "listed_on", "delisted_on", "owners", "citation", "remarks",
)  # fmt: skip
T = TypeVar("T")


def read_private(
    files: Mapping[str, bytes], countries: Countries, dating: Dating, bounds: Bounds = BOUNDS
) -> LoadedSource:
    """The entries in the file's order.

    Raises:
        SourceChanged: every problem of the file at once, each with its row.
    """
    _, data, is_sealed = one_file(ID, files)
    is_csv = form_of(data) is not Form.XLSX
    table = csv_table(data, ID) if is_csv else xlsx_rows(data, ID)
    columns = _columns(table[0] if table else [])
    rows = [(n, row) for n, row in enumerate(table[1:], start=2) if any(map(str.strip, row))]
    rows = _without_end(rows, columns, needed=is_csv and not is_sealed)
    problems: list[str] = []
    entities = [_Row(n, row, columns, countries, problems).entity() for n, row in rows]
    ids = Counter(entity.id for entity in entities)
    problems += [f"an id must come once, got {shown(one)}" for one, n in ids.items() if n > 1]
    if problems:
        raise _refused("; ".join(dict.fromkeys(problems)))
    bounds.check(len(entities), ID)
    version, dated_by = dating.of(None)
    return LoadedSource(
        id=ID,
        title=TITLE,
        version=version,
        dated_by=dated_by,
        entities=tuple(entities),
        sha256=digest(data),
        official=False,
    )


def _columns(heading: Sequence[str]) -> list[str]:
    """The file's columns, all of them known, each once."""
    columns = [column.strip() for column in heading]
    for column in columns:
        if column not in COLUMNS:
            hint = did_you_mean(column, COLUMNS) or f"known are {', '.join(COLUMNS)}"
            raise _refused(f"a column must be known, got {shown(column)}; {hint}")
    if len(set(columns)) != len(columns):
        raise _refused(f"a column must come once, got {', '.join(columns)}")
    missing = [column for column in NEEDED if column not in columns]
    if missing:
        raise _refused(f"the columns id and name must be there, got {', '.join(columns)}")
    return columns


def _without_end(
    rows: list[tuple[int, list[str]]], columns: Sequence[str], *, needed: bool
) -> list[tuple[int, list[str]]]:
    """The entries without the last row, which says how many they are."""
    at_id, at_name = columns.index("id"), columns.index("name")
    last = [cell.strip() for cell in rows[-1][1]] if rows else []
    is_end = len(last) > max(at_id, at_name) and last[at_id] == END
    if not is_end:
        if needed:
            raise _refused(
                f"the last row of a CSV must have {END} as id and the number of entries, "
                f"{len(rows)} here, as name, got {shown(','.join(last))}"
            )
        return rows
    if last[at_name] != str(len(rows) - 1):
        raise _refused(f"row {END} must say {len(rows) - 1} entries, got {shown(last[at_name])}")
    return rows[:-1]


class _Row:
    """One row as it is taken apart; what is wrong with it gathers in `problems`."""

    def __init__(
        self,
        number: int,
        row: Sequence[str],
        columns: Sequence[str],
        countries: Countries,
        problems: list[str],
    ) -> None:
        self._number = number
        self._problems = problems
        self._countries = countries
        if len(row) != len(columns):
            self._problem(f"a row must have {len(columns)} fields", len(row))
        self._cells = dict(zip(columns, (cell.strip() for cell in row), strict=False))

    def entity(self) -> Entity:
        """The row as an entity."""
        names = [
            Name(text, quality, kind)
            for column, quality, kind in (
                ("name", NameQuality.FULL, NameKind.PRIMARY),
                ("aliases", NameQuality.FULL, NameKind.ALIAS),
                ("former_names", NameQuality.FULL, NameKind.FORMER),
                ("weak_aliases", NameQuality.WEAK, NameKind.ALIAS),
            )
            for text in ((self._cell("name"),) if column == "name" else self._values(column))
        ]
        listed, delisted = (self._one(c, date.fromisoformat) for c in ("listed_on", "delisted_on"))
        return Entity(
            id=f"{ID}:{self._needed('id')}",
            source=ID,
            kind=self._one("kind", Kind) or Kind.UNKNOWN,
            names=distinct_names(names) if self._needed("name") else (),
            countries=self._each("countries", self._country),
            addresses=tuple(map(Address, self._values("addresses"))),
            identifiers=self._each("identifiers", _identifier),
            birth_dates=self._each("birth_dates", partial_date),
            birth_places=self._values("birth_places"),
            genders=self._values("genders"),
            positions=self._values("positions"),
            programmes=self._values("programmes"),
            measures=self._values("measures"),
            listed_on=listed,
            delisted_on=delisted,
            relations=self._each("owners", _owner),
            citation=self._cell("citation") or None,
            origins=(Origin(ID),),
            remarks=self._cell("remarks") or None,
        )

    def _cell(self, column: str) -> str:
        return self._cells.get(column, "")

    def _needed(self, column: str) -> str:
        if not self._cell(column):
            self._problem(f"{column} must be given", "")
        return self._cell(column)

    def _values(self, column: str) -> tuple[str, ...]:
        values = (value.strip() for value in self._cell(column).split(";"))
        return tuple(dict.fromkeys(value for value in values if value))

    def _one(self, column: str, read: Callable[[str], T | None]) -> T | None:
        text = self._cell(column)
        return self._understood(column, text, read) if text else None

    def _each(self, column: str, read: Callable[[str], T | None]) -> tuple[T, ...]:
        values = (self._understood(column, text, read) for text in self._values(column))
        return tuple(value for value in values if value is not None)

    def _understood(self, column: str, text: str, read: Callable[[str], T | None]) -> T | None:
        """The value, or None and a problem."""
        try:
            value = read(text)
        except (ValueError, InvalidInput):
            value = None
        if value is None:
            self._problem(f"{column} must be as docs/lists.md says", text)
        return value

    def _country(self, text: str) -> str | None:
        return self._countries.code(text)

    def _problem(self, expected: str, got: object) -> None:
        self._problems.append(f"row {self._number}: {expected}, got {shown(got)}")


def _identifier(text: str) -> Identifier | None:
    """`scheme:value`, in the normal form of its scheme."""
    scheme, colon, value = text.partition(":")
    scheme = scheme.strip()
    return Identifier(scheme, parse_identifier(scheme, value.strip())) if colon else None


def _owner(text: str) -> Relation | None:
    """`Name`, or `Name 60%`, whose share is from 0 to 100."""
    name, _, share = text.rpartition(" ")
    if not text.endswith("%"):
        return Relation(RelationKind.OWNED_BY, text)
    number = share.removesuffix("%")
    is_share = number.replace(".", "", 1).isdecimal() and number.isascii() and float(number) <= 100
    return Relation(RelationKind.OWNED_BY, name, None, number) if name and is_share else None


def _refused(problem: str) -> SourceChanged:
    return SourceChanged(f"{ID}: {problem}; the file is refused whole")
