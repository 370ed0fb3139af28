import io

import pytest

from vigil.store.chunks import BadChunk, chunked_pieces

BODY = b"<LIST>" + b"entry" * 60 + b"</LIST>"
WIRE = (
    b"6;ext=1\r\n<LIST>\r\n012c\r\n" + b"entry" * 60 + b"\r\n007\r\n</LIST>\r\n000\r\nX: y\r\n\r\n"
)


def read(wire, most=50):
    return b"".join(chunked_pieces(io.BufferedReader(io.BytesIO(wire)), most))


@pytest.mark.parametrize("most", [1, 7, 1_000])
def test_chunks_are_the_body(most):
    assert read(WIRE, most) == BODY


def test_what_follows_the_end_is_left():
    assert read(WIRE + b"HTTP/1.1 200 OK") == BODY


@pytest.mark.parametrize("length", range(len(WIRE)))
def test_no_beginning_of_chunks_is_a_body(length):
    with pytest.raises(BadChunk):
        read(WIRE[:length])


@pytest.mark.parametrize(
    "wire",
    [
        b"-1\r\n\r\n",
        b"+6\r\n<LIST>\r\n0\r\n\r\n",
        b"0x6\r\n<LIST>\r\n0\r\n\r\n",
        b"6\n<LIST>\r\n0\r\n\r\n",
        b"5\r\n<LIST>\r\n0\r\n\r\n",
        b"6\r\n<LIST>0\r\n\r\n",
        b"f" * 16 + b"\r\n",
        b"6" + b" " * 2_000 + b"\r\n<LIST>\r\n0\r\n\r\n",
        b"0\r\n" + b"A: b\r\n" * 30 + b"\r\n",
    ],
)
def test_malformed_chunks_are_refused(wire):
    with pytest.raises(BadChunk):
        read(wire)
