"""Bodies in chunks (RFC 9112, 7.1), strictly: nothing but the whole last chunk is an end.

The standard library takes a size line that was cut off, `0` of `0a0`, for the end of the body, and
a smaller list would come of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BufferedReader

LONGEST_LINE = 1_000  # bytes of a size line with its extensions, or of a trailer; chosen
MOST_TRAILERS = 20  # chosen
SIZE_LINE = re.compile(rb"([0-9A-Fa-f]{1,15})[ \t]*(?:;[^\r\n]*)?\r\n")


class BadChunk(ValueError):
    """A chunk that is cut off or malformed."""


def chunked_pieces(stream: BufferedReader, most: int) -> Iterator[bytes]:
    """The body in a stream of chunks, as it arrives, in pieces of at most `most` bytes.

    Raises:
        BadChunk: the stream ends before the body does, or is not of chunks.
    """
    while left := _size(stream):
        while left:
            piece = stream.read1(min(most, left))
            if not piece:
                raise BadChunk(f"cut off {left:,} bytes before the end of a chunk")
            left -= len(piece)
            yield piece
        if stream.read(2) != b"\r\n":
            raise BadChunk("cut off after a chunk, or a chunk longer than it says")
    for _ in range(MOST_TRAILERS):
        line = stream.readline(LONGEST_LINE)
        if line == b"\r\n":
            return
        if not line.endswith(b"\r\n"):
            break
    raise BadChunk("cut off after the last chunk")


def _size(stream: BufferedReader) -> int:
    line = stream.readline(LONGEST_LINE)
    found = SIZE_LINE.fullmatch(line)
    if found is None:
        raise BadChunk(f"cut off before a chunk, or no size of one: {line[:20]!r}")
    return int(found[1], 16)
