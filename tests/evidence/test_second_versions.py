"""Texts that were written for the bench, each told twice: who tells the same, and who does not."""

from __future__ import annotations

import pytest

from bench.evidence.markup import read_articles
from vigil.evidence.origin import OriginGraph
from vigil.evidence.origins import origin_graph
from vigil.evidence.reading import read_page
from vigil.evidence.statements import read_statements

FEWEST = 0.95  # of the second versions; all 18 in November 2026


@pytest.fixture(scope="module")
def versions() -> dict[str, str]:
    """Which text each page is a version of."""
    of_page = {}
    for article in read_articles():
        for version in (article.marked, article.paraphrase):
            if version is not None:
                of_page[version.text] = article.id
    return of_page


@pytest.fixture(scope="module")
def told(versions: dict[str, str]) -> tuple[OriginGraph, dict[str, str]]:
    """The graph of all of them, and the text of each page."""
    pages = [read_page(text.encode(), "a page") for text in versions]
    of_page = {page.id: versions[text] for page, text in zip(pages, versions, strict=True)}
    return origin_graph(pages, map(read_statements, pages)), of_page


def test_no_two_texts_are_one_story(told: tuple[OriginGraph, dict[str, str]]) -> None:
    graph, of_page = told
    assert all(len({of_page[page] for page in story}) == 1 for story in graph.stories)


def test_a_second_version_is_in_the_chain_of_the_first(
    told: tuple[OriginGraph, dict[str, str]],
) -> None:
    graph, of_page = told
    twice = len(of_page) - len(set(of_page.values()))
    joined = sum(len(chain.pages) > 1 for chain in graph.chains)
    assert twice >= 18
    assert joined >= FEWEST * twice
