import pytest

from vigil.errors import WorldError
from vigil.store.chain import Chain


@pytest.fixture
def chain(tmp_path):
    """A log of three words."""
    log = Chain(tmp_path / "log.jsonl", str)
    for word in ("one", "two", "three"):
        log.append(word)
    return log


def test_a_log_gives_its_events_in_order(chain):
    assert chain.read()[0] == ["one", "two", "three"]


def test_a_log_that_is_not_there_is_empty(tmp_path):
    assert Chain(tmp_path / "none", str).read() == ([], "0" * 64)


@pytest.mark.parametrize(
    "edit",
    [
        lambda lines: [lines[0].replace(b"one", b"own"), *lines[1:]],
        lambda lines: lines[1:],
        lambda lines: [lines[0], lines[2]],
        lambda lines: [lines[1], lines[0], lines[2]],
        lambda lines: [*lines, lines[2]],
        lambda lines: [*lines[:2], b'{"torn', lines[2]],
        lambda lines: [*lines[:2], lines[2].replace(b"three", b"seven")],
        lambda lines: [*lines, b"\xff"],
    ],
    ids=["changed", "first gone", "middle gone", "swapped", "twice", "no JSON", "last", "no text"],
)
def test_a_log_that_was_tampered_with_is_refused(chain, edit):
    lines = chain.path.read_bytes().splitlines()
    chain.path.write_bytes(b"\n".join(edit(lines)) + b"\n")
    with pytest.raises(WorldError, match=r"must be a whole chain of lines, got .* in line"):
        chain.read()


def test_every_torn_last_line_is_passed_over_and_cut_off_by_the_next(chain):
    whole = chain.path.read_bytes()
    start = whole.rindex(b"\n", 0, -1) + 1
    for cut in range(start, len(whole)):
        chain.path.write_bytes(whole[:cut])
        assert chain.read()[0] == ["one", "two"]
        chain.append("three")
        assert chain.path.read_bytes() == whole
