"""Where results go: a terminal, a pipe or a file; a file appears whole or not at all."""

from __future__ import annotations

import io
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from vigil.errors import InvalidInput

if TYPE_CHECKING:
    from rich.console import RenderableType

FILE_WIDTH = 100  # columns of a table written to a file; chosen


class Format(StrEnum):
    """How results are written."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"


def chosen_format(asked: Format | None, out: Path | None) -> Format:
    """The format asked for; else a table on a terminal and JSON lines everywhere else."""
    if asked is not None:
        return asked
    on_terminal = sys.stdout is not None and sys.stdout.isatty()
    return Format.TABLE if out is None and on_terminal else Format.JSONL


def write(text: str | bytes, out: Path | None) -> None:
    """Text to standard output, or to a file by way of a temporary name.

    A link stays a link and a device or pipe is written to: only a plain file is replaced.

    Raises:
        InvalidInput: the file cannot be written; what was there is there still.
    """
    data = text.encode("utf-8") if isinstance(text, str) else text
    if out is None:
        with standard_output() as stdout:
            stdout.buffer.write(data)
            stdout.buffer.flush()
        return
    check_out(out)
    try:
        if out.exists() and not out.is_file():
            with out.open("wb") as device:
                device.write(data)
        else:
            _replace(out.resolve(), data)
    except OSError as error:
        raise _unwritable(out, error.strerror) from error


@contextmanager
def standard_output() -> Iterator[TextIO]:
    """Standard output; what it cannot take is an error of whoever gave it.

    Raises:
        InvalidInput: it is closed or full.
        BrokenPipeError: its reader has gone.
    """
    if sys.stdout is None:
        raise InvalidInput.single("standard output must be open; or give --out", has_value=False)
    try:
        yield sys.stdout
    except BrokenPipeError:
        raise
    except OSError as error:
        what = f"standard output must take what is written: {error.strerror}; or give --out"
        raise InvalidInput.single(what, has_value=False) from error


def check_out(out: Path | None) -> None:
    """Refuse what cannot be written to, before any work is done for it.

    Raises:
        InvalidInput: it is a folder, or stands in none.
    """
    if out is None:
        return
    if out.is_dir():
        raise _unwritable(out, "it is a folder")
    if not out.resolve().parent.is_dir():
        raise _unwritable(out, f"there is no folder {out.parent}")


def _replace(out: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=out.parent, prefix=f".{out.name}.")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        temporary.chmod(_mode_of(out))
        temporary.replace(out)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise


def _mode_of(out: Path) -> int:
    """What the file's permissions are, or would be: a temporary file is its maker's alone."""
    if out.exists():
        return out.stat().st_mode & 0o777
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask


def _unwritable(out: Path, why: str | None) -> InvalidInput:
    expected = f"--out must be a file that can be written: {why or 'it cannot'}"
    return InvalidInput.single(expected, got=str(out))


def render(renderable: RenderableType, out: Path | None) -> None:
    """A table to the terminal, or as plain text to a file."""
    from rich.console import Console  # a pipe never pays for it

    if out is None:
        with standard_output() as stdout:
            Console(file=stdout, highlight=False).print(renderable)
            stdout.flush()
        return
    # Neither the terminal's colours nor its width belong into a file.
    page = io.StringIO()
    console = Console(file=page, width=FILE_WIDTH, highlight=False, force_terminal=False)
    console.print(renderable)
    write(page.getvalue(), out)


def complain(message: str) -> None:
    """One or more lines on standard error."""
    print(message, file=sys.stderr)
