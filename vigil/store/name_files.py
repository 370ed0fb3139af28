"""Reads the names to look up: a name a line, or a CSV of customers with a `name` column."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec

from vigil.errors import InputProblem, InvalidInput
from vigil.model.order import Kind
from vigil.names.prepared import refusal

COLUMNS = ("name", "kind", "country")
MAX_BYTES = 200_000_000  # chosen: about two million customers


class Query(msgspec.Struct, frozen=True):
    """A name to look up, with what is known of its bearer."""

    name: str
    kind: Kind | None = None
    country: str | None = None


def read_queries(path: str, stdin: BinaryIO, kind: Kind | None, country: str | None) -> list[Query]:
    """The names of a file; `kind` and `country` stand where the file does not say.

    Args:
        path: a CSV (by its suffix) with a `name` column and, if it likes, `kind` and `country`,
            other columns left alone; any other file: a name a line, blank lines left out.
            `-` is standard input, a name a line.

    Raises:
        InvalidInput: it cannot be read, is not UTF-8, is empty, or a value is not understood.
    """
    text = _read_text(path, stdin)
    if path.lower().endswith(".csv"):
        queries = list(_from_csv(text, path, kind, country))
    else:
        queries = list(_from_lines(text, kind, country))
    if not queries:
        raise InvalidInput.single("a file of names must hold at least one name", path, text)
    return queries


def _read_text(path: str, stdin: BinaryIO) -> str:
    try:
        data = stdin.read(MAX_BYTES + 1) if path == "-" else _read_file(Path(path))
    except OSError as error:
        raise InvalidInput.single(
            f"--file must be a file that can be read: {error.strerror}", got=path
        ) from error
    if len(data) > MAX_BYTES:
        raise InvalidInput.single(f"a file of names may have {MAX_BYTES:,} bytes", got=path)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InvalidInput.single(
            f"a file of names must be UTF-8; byte {error.start + 1} is not", got=path
        ) from error


def _read_file(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)


def _from_lines(text: str, kind: Kind | None, country: str | None) -> Iterator[Query]:
    named = [(row, name) for row, line in enumerate(text.split("\n"), 1) if (name := line.strip())]
    problems = [p for row, name in named for p in _unsearchable(name, row)]
    if problems:
        raise InvalidInput(problems)
    yield from (Query(name, kind, country) for _, name in named)


def _from_csv(text: str, path: str, kind: Kind | None, country: str | None) -> Iterator[Query]:
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        rows = list(reader)
    except csv.Error as error:
        raise InvalidInput.single(f"a CSV file must be well formed: {error}", got=path) from error
    if "name" not in (reader.fieldnames or ()):
        raise InvalidInput.single(
            "a CSV of names needs a column `name`", path, ", ".join(reader.fieldnames or ())
        )
    problems = [p for n, row in enumerate(rows, 2) for p in _problems(row, n)]
    if problems:
        raise InvalidInput(problems)
    for row in rows:
        yield Query(
            row["name"].strip(),
            Kind(row["kind"]) if row.get("kind") else kind,
            row.get("country") or country,
        )


def _problems(row: dict[str, str], number: int) -> Iterator[InputProblem]:
    if None in row or None in row.values():
        yield InputProblem("a row must have as many cells as the header", "", row=number,
                           has_value=False)  # fmt: skip
        return
    if not row["name"].strip():
        yield InputProblem("a name must not be empty", "name", row["name"], row=number)
    else:
        yield from _unsearchable(row["name"], number)
    kind, country = row.get("kind"), row.get("country")
    if kind and kind not in list(Kind):
        kinds = ", ".join(Kind)
        yield InputProblem(f"kind must be one of {kinds}", "kind", kind, row=number)
    if country and not (len(country) == 2 and country.isascii() and country.isupper()):
        yield InputProblem("country must be two capitals, like AE", "country", country, row=number)


def _unsearchable(name: str, number: int) -> Iterator[InputProblem]:
    reason = refusal(name)
    if reason is not None:
        yield InputProblem(reason, "name", name, row=number)
