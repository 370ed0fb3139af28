"""Partners in an index that grows."""

from __future__ import annotations

from random import Random

import pytest

from tests.evidence.origin_texts import OWN_WRITING, PARAPHRASE, RELEASE, UNRELATED, WIRE
from tests.evidence.simple import simple_page, simple_reading
from vigil.evidence.page import Page
from vigil.evidence.sources.reuse import COMMON, KEPT_PAGES, RARE, TextReuse

NOTICE = (
    "This site uses small files to remember what you have read and to show you other pages that "
    "you may like; by reading on you agree to this and to our terms of use."
)


def index_of(*pages: Page) -> TextReuse:
    index = TextReuse()
    for page in pages:
        index.add(page, simple_reading(page))
    return index


def partners(index: TextReuse, page: Page) -> tuple[str, ...]:
    return index.partners(page, simple_reading(page))


def made_up(seed: int, closing: str = "") -> Page:
    rng = Random(seed)
    words = ["".join(rng.choices("abdegiklmnoprstuvz", k=7)) for _ in range(80)]
    return simple_page(" ".join(words) + ".\n" + closing)


@pytest.mark.parametrize("text", [PARAPHRASE, OWN_WRITING, WIRE[200:900]])
def test_pages_that_share_something_meet(text: str) -> None:
    wire = simple_page(WIRE)
    others = [simple_page(other) for other in UNRELATED]
    assert partners(index_of(*others, wire), simple_page(text)) == (wire.id,)


@pytest.mark.parametrize("text", [*UNRELATED[:5], RELEASE])
def test_pages_that_share_nothing_do_not(text: str) -> None:
    assert partners(index_of(simple_page(WIRE)), simple_page(text)) == ()


def test_a_page_is_no_partner_of_itself() -> None:
    wire = simple_page(WIRE)
    index = index_of(wire, wire)
    assert len(index) == 1
    assert partners(index, wire) == ()


def test_a_notice_on_every_page_joins_none() -> None:
    pages = [made_up(n, NOTICE) for n in range(COMMON + 1)]
    assert partners(index_of(*pages), made_up(9_999, NOTICE)) == ()


def test_a_quotation_of_many_pages_joins_each_to_the_first() -> None:
    quoted = '"We have never seen a ship with this many false papers in our port," he said.'
    pages = [made_up(n, quoted) for n in range(3 * RARE)]
    assert partners(index_of(*pages), made_up(9_999, quoted)) == tuple(
        page.id for page in pages[:KEPT_PAGES]
    )


def test_a_text_with_many_copies_still_meets_its_first() -> None:
    copies = [simple_page(WIRE + f"\nPrinted by paper {n}.") for n in range(5 * RARE)]
    found = partners(index_of(*copies), simple_page(WIRE))
    assert found == tuple(page.id for page in copies[:KEPT_PAGES])


def test_memory_is_a_few_kilobytes_a_page() -> None:
    pages = [made_up(n) for n in range(50)]
    assert index_of(*pages).size_bytes() < 50 * 2_000


def test_a_page_costs_no_more_in_a_large_index() -> None:
    closing = "Readers who know more of this are asked to write to the desk of our paper by post."
    counted = []
    index = TextReuse()
    for size in (2 * KEPT_PAGES, COMMON + 100):
        while len(index) < size:
            page = made_up(len(index), closing)
            index.add(page, simple_reading(page))
        new = made_up(10_000 + size, closing)
        before = index.looked_at
        pairs = partners(index, new)
        counted.append((index.looked_at - before, len(pairs)))
    (looked_at, pairs_), (looked_at_later, pairs_later) = counted
    assert 0 < looked_at_later <= looked_at
    assert pairs_later <= pairs_ <= KEPT_PAGES


def test_what_is_everywhere_takes_no_more_room() -> None:
    index, closing = (
        TextReuse(),
        "The desk of our paper is open to all who ask for it on a weekday.",
    )
    sizes = []
    for number in range(COMMON + 60):
        page = simple_page(closing, day=None, publisher=f"paper {number}")
        index.add(page, simple_reading(page))
        sizes.append(index.size_bytes())
    assert sizes[COMMON - 1] > sizes[10]
    assert sizes[-1] == sizes[COMMON]
