"""Blocks of any text: in order, apart, over all that is not white space, in linear time."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigil.evidence.page import Block, Span
from vigil.evidence.pages.blocks import blocks_of
from vigil.evidence.pages.dates import dates_of
from vigil.evidence.pages.hint import Hint
from vigil.evidence.pages.oddities import oddities

PIECES = (
    "Home / News / A title", "By Ann Lee", "June 9, 2023", "Comments", "Read more:", "(Reuters) - ",
    "KYIV -- ", "The firm sold forty drones to the ministry in May, its owner said.", "Photo: A/B",
    "— Ann (@ann) May 2, 2024", "pic.twitter.com/abc", "\n", "\n\n", " ", "\r\n", "“", '"', "...",
    "The firm sold forty drones.", " He saw it, and the firm sold forty drones. No one did.",
    "\u2028", "About Acme", "1. First;", "advisory would be issued on Friday to all the firms.",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=20), max_size=25).map("".join)


def hold(text: str, blocks: tuple[Block, ...]) -> None:
    end = 0
    for block in blocks:
        assert end <= block.at.start < block.at.end <= len(text)
        assert text[end : block.at.start].strip() == ""
        assert text[block.at.start : block.at.end].strip() == text[block.at.start : block.at.end]
        end = block.at.end
    assert text[end:].strip() == ""


@given(TEXTS)
def test_blocks_hold_all_that_is_not_white(text: str) -> None:
    hold(text, blocks_of(text))


DAYS = (
    "Friday",
    "on Friday",
    "9 June",
    "June 9, 2023",
    "03/04/2023",
    "2023-06-09",
    "May 2024",
    "2015",
)


@given(st.lists(st.sampled_from(PIECES + DAYS) | st.text(max_size=9), max_size=25).map(" ".join))
def test_days_stand_where_they_say_and_in_order(text: str) -> None:
    blocks = blocks_of(text)
    dates, marks = dates_of(text, blocks, "2023-06-09")
    places = [date.at for date in dates[1:]]
    assert dates[0].at is None
    assert all(at is not None and 0 <= at.start < at.end <= len(text) for at in places)
    assert [at for at in places if at] == sorted(at for at in places if at)
    assert all(len(date.day) in (0, 4, 7, 10) and date.why for date in dates)
    assert len(marks) <= len(dates)
    assert all(mark.why for mark in (*marks, *oddities(text, blocks)))


@given(TEXTS, st.lists(st.integers(0, 200), max_size=8, unique=True).map(sorted))
def test_hints_are_cut_out(text: str, edges: list[int]) -> None:
    edges = [edge for edge in edges if edge <= len(text)]
    hints = [
        Hint(Span(left, right), "outside", "the markup says so")
        for left, right in zip(edges[::2], edges[1::2], strict=False)
    ]
    blocks = blocks_of(text, hints)
    hold(text, blocks)
    for hint in hints:
        inside = [b for b in blocks if b.at.start < hint.at.end and hint.at.start < b.at.end]
        assert all(block.kind == "outside" for block in inside)


@pytest.mark.parametrize(
    "piece",
    ['"', ".", " ", "a", "word ", "\n", "(", "— ", "A", "By A ", "Home / ", "1/", "a\n", "A b c.\n",
     "share ", "#a ", "@a.", "The same eight words stand here again and again. ", "A, ", "June 9 "],
    ids=repr,
)  # fmt: skip
def test_time_grows_with_the_length(piece: str) -> None:
    def seconds(length: int) -> float:
        text = (piece * (length // len(piece) + 1))[:length]
        start = time.process_time()
        blocks_of(text)
        return time.process_time() - start

    small, large = seconds(15_000), seconds(120_000)
    assert large < max(0.5, 24 * small)
