"""Invented pages of varied layout: what is kept of them, and why the rest is not.

Each line of `pages/*.txt` is `kind|words`; `~kind|` goes on in the same line of the page. A page in
another layout is another block of such lines.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from vigil.evidence.page import KEPT, Span
from vigil.evidence.pages.blocks import blocks_of

SENTENCE = re.compile(r"[^\s].*?(?:[.!?][\"”’)]?(?=\s|$)|$)")


class Sample(NamedTuple):
    name: str
    text: str
    lines: tuple[tuple[str, Span], ...]  # kind and place


def samples() -> list[Sample]:
    read = []
    for path in sorted((Path(__file__).parent / "pages").glob("*.txt")):
        for page in path.read_text(encoding="utf-8").split("=== ")[1:]:
            name, _, rest = page.partition("\n")
            read.append(sample(f"{path.stem}: {name}", rest.rstrip("\n").split("\n")))
    return read


def sample(name: str, rows: list[str]) -> Sample:
    text, lines = "", []
    for row in rows:
        if row == "<blank>":
            text += "\n"
            continue
        kind, _, words = row.partition("|")
        if kind.startswith("~"):
            text = text.removesuffix("\n") + ("" if words.startswith(" ") else " ")
        start = len(text)
        text += words + "\n"
        lines.append((kind.removeprefix("~"), Span(start, start + len(words))))
    return Sample(name, text, tuple(lines))


def got_kinds(page: Sample) -> list[set[str]]:
    """For each line, the kinds of the blocks that share a character with it, white space apart."""
    blocks = blocks_of(page.text)
    kinds = []
    for _, at in page.lines:
        words = page.text[at.start : at.end]
        start = at.start + len(words) - len(words.lstrip())
        kinds.append({b.kind for b in blocks if b.at.start < at.end and start < b.at.end})
    return kinds


SAMPLES = samples()


@pytest.mark.parametrize("page", SAMPLES, ids=lambda page: page.name)
def test_the_report_is_kept_and_nothing_else(page: Sample) -> None:
    wrong = [
        (wanted, sorted(got), page.text[at.start : at.end])
        for (wanted, at), got in zip(page.lines, got_kinds(page), strict=True)
        if got != {wanted} and not (wanted in KEPT and got <= KEPT)
    ]
    assert not wrong


def counts(pages: list[Sample]) -> tuple[int, int, int]:
    """Sentences to keep, sentences kept, and both."""
    wanted = kept = both = 0
    for page in pages:
        for (kind, at), got in zip(page.lines, got_kinds(page), strict=True):
            sentences = len(SENTENCE.findall(page.text[at.start : at.end]))
            wanted += sentences * (kind in KEPT)
            kept += sentences * bool(got & KEPT)
            both += sentences * (kind in KEPT and got <= KEPT)
    return wanted, kept, both


def test_sentences_kept() -> None:
    wanted, kept, both = counts(SAMPLES)
    assert both / wanted > 0.98
    assert both / kept > 0.98
