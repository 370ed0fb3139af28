"""Where the five reports of June 2023 come from, by their place in the set."""

from pathlib import Path

import pytest

from vigil.evidence.origin import OriginGraph
from vigil.evidence.origins import origin_graph
from vigil.evidence.page import Page
from vigil.evidence.reading import read_page
from vigil.evidence.statements import read_statements

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def pages(shared: Path) -> list[Page]:
    files = sorted((shared / "reports").glob("*.txt"))
    return [read_page(file.read_bytes(), str(n)) for n, file in enumerate(files)]


@pytest.fixture(scope="module")
def graph(pages: list[Page]) -> OriginGraph:
    return origin_graph(pages, [read_statements(page) for page in pages])


def numbers(pages: list[Page], ids: tuple[str, ...]) -> set[int]:
    return {n for n, page in enumerate(pages) if page.id in ids}


def relation(pages: list[Page], graph: OriginGraph, one: int, other: int) -> str:
    pair = {pages[one].id, pages[other].id}
    return next(o.relation for o in graph.overlaps if {o.left, o.right} == pair)


def test_five_pages_are_two_chains(pages: list[Page], graph: OriginGraph) -> None:
    chains = {c.head: numbers(pages, c.pages) for c in graph.chains}
    assert chains == {"agency:reuters": {0, 1, 2, 3}, pages[4].id: {4}}


def test_they_are_one_story(pages: list[Page], graph: OriginGraph) -> None:
    assert [numbers(pages, story) for story in graph.stories] == [{0, 1, 2, 3, 4}]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (0, 2, "earlier_version"),
        (3, 2, "paraphrase"),
        (1, 2, "same_text"),
        (4, 0, "same_quotations"),
        (4, 1, "same_quotations"),
        (4, 2, "same_quotations"),
        (4, 3, "unrelated"),
    ],
)
def test_relations(
    pages: list[Page], graph: OriginGraph, one: int, other: int, expected: str
) -> None:
    assert relation(pages, graph, one, other) == expected


@pytest.mark.parametrize(
    ("page", "source", "expected", "credited"),
    [
        (0, 2, "earlier_version_of", False),
        (3, 2, "paraphrase_of", True),
        (1, 2, "credits", True),
    ],
)
def test_copies_have_one_source(
    pages: list[Page], graph: OriginGraph, page: int, source: int, expected: str, credited: bool
) -> None:
    ids = {p.id for p in pages}
    edges = [e for e in graph.edges if e.page == pages[page].id and e.source in ids]
    assert [(e.source, e.relation, e.credited) for e in edges] == [
        (pages[source].id, expected, credited)
    ]


def test_a_slip_of_the_pen_is_shared(pages: list[Page], graph: OriginGraph) -> None:
    pair = {pages[0].id, pages[2].id}
    overlap = next(o for o in graph.overlaps if {o.left, o.right} == pair)
    left = next(p for p in pages if p.id == overlap.left)
    assert ["in they past" in left.slice(slip.left) for slip in overlap.slips] == [True]


def test_one_primary_origin_with_both_chains(graph: OriginGraph) -> None:
    (origin,) = graph.origins
    assert (origin.speaker, origin.organisation) == ("John Kirby", "White House")
    assert origin.day == "2023-06-09"
    assert set(origin.chains) == {chain.id for chain in graph.chains}


def test_two_pages_that_share_no_words_are_one_story(pages: list[Page]) -> None:
    pair = [pages[3], pages[4]]
    graph = origin_graph(pair, [read_statements(page) for page in pair])
    assert (len(graph.chains), len(graph.stories), len(graph.origins)) == (2, 1, 1)


def test_credits(pages: list[Page], graph: OriginGraph) -> None:
    found = {
        (numbers(pages, (c.page,)).pop(), c.agency or c.name, c.for_text)
        for c in graph.credits
        if c.agency or c.for_text
    }
    assert found == {
        (0, "Shafaq News", True),
        (0, "ThisDay", True),
        (0, "Iraq News Now", True),
        (1, "reuters", False),
        (2, "reuters", True),
        (2, "reuters", False),  # the photograph
        (3, "reuters", True),
        (4, "afp", False),
    }
