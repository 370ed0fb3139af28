"""The text of a file that a user brings, or a clear reason why it cannot be had."""

from __future__ import annotations

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE
from pathlib import Path
from typing import BinaryIO

from vigil.errors import InvalidInput
from vigil.model.limits import BYTES_PER_MB, Limits, beyond

STANDARD_INPUT = "standard input"
OTHER_ENCODINGS = {  # the longer marks first: the one of UTF-32 begins like the one of UTF-16
    BOM_UTF32_LE: "UTF-32",
    BOM_UTF32_BE: "UTF-32",
    BOM_UTF16_LE: "UTF-16",
    BOM_UTF16_BE: "UTF-16",
}
UTF16_SAMPLE_BYTES = 200  # enough to see that every other byte is zero


def read_bytes(path: str | Path, stdin: BinaryIO | None, limits: Limits) -> bytes:
    """The bytes of a file, or of standard input for `-`.

    Raises:
        InvalidInput: no such file, a folder, unreadable, or larger than `max_file_mb`.
    """
    largest = limits.max_file_mb * BYTES_PER_MB
    try:
        data = _read(path, stdin, largest)
    except OSError as error:
        reason = (error.strerror or "input or output error").lower()
        raise InvalidInput.single(f"file must be readable: {reason}", has_value=False) from None
    except ValueError:
        raise InvalidInput.single("the path of a file must not have NUL", has_value=False) from None
    if len(data) > largest:
        what = "file must have at most {:,} MB; split it"
        raise beyond(what, "max_file_mb", limits.max_file_mb)
    return data


def decode_text(data: bytes) -> str:
    """UTF-8 text, with or without a byte order mark.

    Raises:
        InvalidInput: nothing but white space, or another encoding (named when it can be told).
    """
    for mark, encoding in OTHER_ENCODINGS.items():
        if data.startswith(mark):
            raise _not_utf8(f"this is {encoding}")
    if b"\0" in data[:UTF16_SAMPLE_BYTES]:
        raise _not_utf8("it has zero bytes, as UTF-16 without a mark does")
    try:
        text = data.removeprefix(BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        at = error.start + len(data) - len(error.object)
        line = data.count(b"\n", 0, at) + 1
        byte = f"byte 0x{data[at]:02X} at position {at + 1:,} (line {line:,})"
        raise _not_utf8(f"{byte} is not, perhaps it is Latin-1 or Windows-1252") from None
    if not text.strip():
        what = "nothing but white space" if data else "an empty file"
        raise InvalidInput.single(f"file must hold orders, got {what}", has_value=False)
    return text


def _read(path: str | Path, stdin: BinaryIO | None, largest: int) -> bytes:
    if str(path) == "-":
        if stdin is None:
            raise InvalidInput.single("standard input is not at hand here", has_value=False)
        return stdin.read(largest + 1)
    with Path(path).open("rb") as file:
        return file.read(largest + 1)


def _not_utf8(why: str) -> InvalidInput:
    return InvalidInput.single(
        f"text must be UTF-8: {why}; save it again as UTF-8", has_value=False
    )
