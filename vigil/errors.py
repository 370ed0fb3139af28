"""What can go wrong, and whose it is.

    VigilError
    ├── InvalidInput     yours: an order, a query, a setting        exit 2
    ├── SourceChanged    the publisher's: a list no longer parses   exit 3
    ├── WorldError       missing, stale or corrupt world            exit 4
    ├── StoreError       the store does not take or give what it should  exit 6
    └── IllegalStep      a case step that its state does not allow  exit 5

A message has three parts: what would be right, what was got, and where.
"""

from __future__ import annotations

from collections.abc import Iterable

SHOWN_CHARS = 60  # chosen: enough to recognise a value, short enough for one terminal line


def shown(value: object) -> str:
    """A value as an error message prints it: its `repr`, shortened, printable everywhere.

    >>> shown("x" * 100)[-8:]
    "xxxxxx…'"
    """
    text = value[: SHOWN_CHARS * 2] if isinstance(value, str) else value
    written = repr(text).encode("utf-8", "backslashreplace").decode("utf-8")
    if len(written) <= SHOWN_CHARS:
        return written
    return written[:SHOWN_CHARS] + "…" + (written[-1] if written[0] in "'\"" else "")


class VigilError(Exception):
    """Any failure that Vigil foresees; `exit_code` is the command line's answer."""

    exit_code = 1


class InputProblem:
    """One thing wrong with what a user gave.

    Args:
        expected: what would be right, as a sentence.
        got: the value found; shown as its `repr`, shortened.
        path: where, as a JSON path such as `$.lines[2].hs`.
        row: line or row number in the file, 1-based, when there is one.
        has_value: False when there is no value to show (something is missing).
        file: the file it stands in, when there are files.
        hint: a way out, such as "did you mean 'birth_date'?"; empty when none is known.
    """

    __slots__ = ("expected", "file", "got", "has_value", "hint", "path", "row")

    def __init__(
        self,
        expected: str,
        path: str,
        got: object = None,
        *,
        row: int | None = None,
        has_value: bool = True,
        file: str | None = None,
        hint: str = "",
    ) -> None:
        self.expected = expected
        self.file = file
        self.hint = hint
        self.path = path
        self.got = got
        self.row = row
        self.has_value = has_value

    def placed(
        self, *, file: str | None = None, row: int | None = None, path: str | None = None
    ) -> InputProblem:
        """The same problem with more said about where; what is not given stays."""
        return InputProblem(
            self.expected,
            self.path if path is None else path,
            self.got,
            row=self.row if row is None else row,
            has_value=self.has_value,
            file=self.file if file is None else file,
            hint=self.hint,
        )

    def __str__(self) -> str:
        what = f"{self.expected}, got {shown(self.got)}" if self.has_value else self.expected
        where = f" at {self.path}" if self.path else ""
        where += f"; {self.hint}" if self.hint else ""
        row = f"row {self.row}" if self.row is not None else None
        place = ", ".join(part for part in (self.file, row) if part is not None)
        return f"{place}: {what}{where}" if place else f"{what}{where}"


class InvalidInput(VigilError):
    """An order, a query or a setting that cannot be understood; every problem at once."""

    exit_code = 2

    def __init__(self, problems: Iterable[InputProblem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))

    @classmethod
    def single(
        cls, expected: str, path: str = "", got: object = None, *, has_value: bool = True
    ) -> InvalidInput:
        """The error for one problem."""
        return cls([InputProblem(expected, path, got, has_value=has_value)])


class SourceChanged(VigilError):
    """A publisher's list could not be read or was refused; nothing of it is used."""

    exit_code = 3


class WorldError(VigilError):
    """A world is missing, corrupt, or older than asked for."""

    exit_code = 4


class IllegalStep(VigilError):
    """A step of a case that its state does not allow."""

    exit_code = 5


class StoreError(VigilError):
    """The database refuses, is full or damaged, or what is in it is no longer what was written."""

    exit_code = 6
