"""Of pages as news sites, ministries and firms lay them out, the report is kept and little else."""

import re

import pytest

from tests.evidence.html_layouts import HEADLINE, LAYOUTS, PARAGRAPHS
from vigil.evidence.reading import read_page


def letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)


def measured(name: str) -> tuple[float, float]:
    """Recall and precision of kept text, in letters."""
    layout = LAYOUTS[name]()
    page = read_page(layout.source.encode(), f"{name}.html")
    kept = [letters(page.slice(block.at)) for block in page.kept]
    report = [letters(line) for line in layout.report]
    found = sum(len(line) for line in report if line in "".join(kept))
    right = sum(len(one) for one in kept if one in "".join(report) or any(map(one.count, report)))
    return found / sum(map(len, report)), right / max(1, sum(map(len, kept)))


# What is kept too much is the foot of a page that has no names for its parts.
PRECISION = dict.fromkeys(LAYOUTS, 1.0) | {"bare_divs": 0.9, "ministry_table": 0.93}


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_sentence_of_the_report_is_kept(name):
    recall, _ = measured(name)
    assert recall == 1.0


@pytest.mark.parametrize("name", LAYOUTS)
def test_hardly_anything_else_is_kept(name):
    _, precision = measured(name)
    assert precision >= PRECISION[name]


def test_the_page_says_so_when_the_report_comes_from_a_script():
    page = read_page(LAYOUTS["script_shell"]().source.encode(), "shell.html")
    mark = next(mark for mark in page.marks if mark.kind == "script_text")
    assert mark.at is not None
    raw = page.raw_span(mark.at)
    assert page.raw[raw.start :].startswith("The transport ministry on Monday")
    assert page.raw[raw.end :].startswith('"}')


def test_parts_of_a_news_site_are_dropped_for_what_they_are():
    layout = LAYOUTS["news_site"]()
    page = read_page(layout.source.encode(), "a.html")
    kinds = {page.slice(block.at)[:20]: block.kind for block in page.blocks}
    assert kinds["Cranes at the port o"] == "caption"
    assert kinds["Politics"] == "navigation"
    assert kinds["Maren Holt is a corr"] == "biography"
    assert kinds["I have worked at thi"] == "comments"
    assert kinds["Skip to content"] == "hidden"


def test_a_body_that_stands_twice_is_told():
    body = "".join(f"<p>{line}</p>" for line in PARAGRAPHS)
    source = (
        f"<html><title>{HEADLINE}</title><body><h1>{HEADLINE}</h1><article>{body}{body}</article>"
    )
    page = read_page(source.encode(), "a.html")
    assert "repeated_body" in {mark.kind for mark in page.marks}
    assert sum(block.kind == "repeated_body" for block in page.blocks) == len(PARAGRAPHS)
