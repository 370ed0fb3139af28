"""Options and manners of the commands that work in a store: which one, who, and how it is told."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from vigil.cli.output import render, write
from vigil.errors import InvalidInput

if TYPE_CHECKING:
    from rich.console import RenderableType

    from vigil.store.database import Store

DEFAULT_STORE = "vigil.db"


class StoreFormat(StrEnum):
    """How what is in a store is written."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"


StoreUrl = Annotated[
    str,
    typer.Option(
        "--store", envvar="VIGIL_STORE", metavar="PATH|URL",
        help="The store: a file, or postgresql://user@host/name.",
    ),
]  # fmt: skip
By = Annotated[
    str | None, typer.Option("--by", envvar="VIGIL_USER", metavar="PERSON", help="Who does it.")
]
Reason = Annotated[str, typer.Option(help="Why.")]
AsFormat = Annotated[
    StoreFormat | None,
    typer.Option("--format", help="Default: table on a terminal, jsonl in a pipe."),
]


@contextmanager
def existing_store(url: str) -> Iterator[Store]:
    """A store that is there already: a misspelt name makes no new one.

    Raises:
        InvalidInput: there is no such file.
        StoreError: it cannot be opened.
    """
    from vigil.store.database import open_store

    if "://" not in url and not Path(url).is_file():
        what = "--store must be a store that is there; `vigil screen ORDERS --store FILE` makes one"
        raise InvalidInput.single(what, got=url)
    store = open_store(url)
    try:
        yield store
    finally:
        store.close()


def person(by: str | None) -> str:
    """Who does it, as said: never taken from the operating system.

    Raises:
        InvalidInput: nobody is named.
    """
    if by is None or not by.strip():
        what = "a step must say who does it: --by PERSON, or VIGIL_USER"
        raise InvalidInput.single(what, has_value=False)
    return by.strip()


def now() -> int:
    """Milliseconds since 1970, UTC, by the clock."""
    from vigil.store.recorder import now_ms

    return now_ms()


def today() -> date:
    """The UTC day of the clock."""
    return datetime.fromtimestamp(now() // 1000, UTC).date()


def tell(
    values: Sequence[dict[str, Any]],
    table: RenderableType,
    asked: StoreFormat | None,
    out: Path | None = None,
    *,
    one: bool = False,
) -> None:
    """Results as a table, JSON or JSON lines; `one`: they are one object, not a list."""
    on_terminal = out is None and sys.stdout is not None and sys.stdout.isatty()
    output = asked or (StoreFormat.TABLE if on_terminal else StoreFormat.JSONL)
    if output is StoreFormat.TABLE:
        render(table, out)
    elif output is StoreFormat.JSON:
        value = values[0] if one else list(values)
        write(json.dumps(value, ensure_ascii=False, indent=2) + "\n", out)
    else:
        lines = (json.dumps(value, ensure_ascii=False) + "\n" for value in values)
        write("".join(lines), out)
