"""Where results go: a terminal, a pipe or a file; a file appears whole or not at all."""

from __future__ import annotations

import os
import sys
import tempfile
from enum import StrEnum
from pathlib import Path

from rich.console import Console, RenderableType

from vigil.errors import InvalidInput


class Format(StrEnum):
    """How results are written."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"


def chosen_format(asked: Format | None, out: Path | None) -> Format:
    """The format asked for; else a table on a terminal and JSON lines everywhere else."""
    if asked is not None:
        return asked
    return Format.TABLE if out is None and sys.stdout.isatty() else Format.JSONL


def write(text: str | bytes, out: Path | None) -> None:
    """Text to standard output, or to a file by way of a temporary name.

    Raises:
        InvalidInput: the file cannot be written.
    """
    data = text.encode("utf-8") if isinstance(text, str) else text
    if out is None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    try:
        handle, name = tempfile.mkstemp(dir=out.parent, prefix=f".{out.name}.")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).replace(out)
    except OSError as error:
        raise InvalidInput.single(
            f"--out must be a file that can be written: {error.strerror}", got=str(out)
        ) from error


def render(renderable: RenderableType, out: Path | None) -> None:
    """A table to the terminal, or as plain text to a file."""
    console = Console(file=sys.stdout, highlight=False)
    if out is None:
        console.print(renderable)
        return
    with console.capture() as captured:
        console.print(renderable)
    write(captured.get(), out)


def complain(message: str) -> None:
    """One or more lines on standard error."""
    print(message, file=sys.stderr)
