"""Reports examined together."""

from time import process_time

from tests.evidence.claim_gold import joined, stories
from tests.evidence.simple import simple_page
from vigil.evidence.claim import Place
from vigil.evidence.page import Page
from vigil.evidence.room import MOST_STATEMENTS, examine

TEXT = next(stories()).pages[0].text
OTHER = TEXT.replace("1,400", "1,900")


def test_what_was_found_is_looked_up_by_page_and_claim() -> None:
    one, other = simple_page(TEXT), simple_page(OTHER)
    room = examine([one, other])
    claim = room.claims[0]
    assert room.page_by_id[one.id] is one
    assert room.reading_by_page[other.id].page == other.id
    assert room.links_by_page == {one.id: (), other.id: ()}
    assert room.claim_by_id[claim.id] is claim
    assert room.words(claim.text).startswith("Dutch customs")
    assert claim in room.claims_at(claim.statements[1])
    assert {d.kind for d in room.discrepancies_of(claim.id)} == {"number"}


def test_the_same_bytes_are_one_page() -> None:
    page = simple_page(TEXT)
    assert len(examine([page, page]).pages) == 1


def test_no_pages_are_an_empty_room() -> None:
    room = examine([])
    assert (room.pages, room.claims, room.discrepancies) == ((), (), ())


def test_the_order_of_pages_changes_no_grouping() -> None:
    for story in list(stories())[:3]:
        forwards, backwards = joined(story.pages), joined(story.pages[::-1])
        assert _groups(forwards) == _groups(backwards)


def _groups(claims: object) -> set[frozenset[Place]]:
    return {frozenset(c.statements) for c in claims}  # type: ignore[attr-defined]


def _varied(count: int) -> list[Page]:
    """Pages of three stories with a word of their own in each sentence."""
    own = [story.pages for story in list(stories())[:3]]
    texts = [" ".join(p[n % len(p)].text for p in own) for n in range(count)]
    return [simple_page(t.replace(", ", f", page {n} ")) for n, t in enumerate(texts)]


def test_a_story_of_many_pages_does_not_explode() -> None:
    def cost(count: int) -> float:
        pages = _varied(count)
        start = process_time()
        joined(pages)
        return (process_time() - start) / count

    cost(4)  # words read for the first time
    assert cost(64) < 6 * cost(16)  # comparing all pairs would be far more


def long_report(sentences: int) -> Page:
    return simple_page(
        "\n\n".join(f"Crate {n} was opened by a clerk of the port." for n in range(sentences))
    )


def test_a_report_longer_than_is_compared_is_marked_and_told() -> None:
    room = examine([long_report(MOST_STATEMENTS + 5)])
    (page,) = room.pages
    assert [mark.kind for mark in page.marks] == ["not_compared"]
    assert len(room.claims) <= MOST_STATEMENTS
    assert any("first 800 of 805" in found.summary for found in room.discrepancies)


def test_a_report_that_is_compared_whole_is_not() -> None:
    room = examine([long_report(30)])
    assert not room.pages[0].marks
    assert not room.discrepancies
