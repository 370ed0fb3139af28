"""The best set of links is the same in both ways of finding it, and never takes long."""

from hypothesis import given, settings
from hypothesis import strategies as st

from vigil.names.assignment import _best_of_few, best_links
from vigil.names.assignment_of_many import best_of_many
from vigil.names.links import Link, LinkKind
from vigil.names.prepared import prepare
from vigil.names.score import compare_names

PLACES = st.integers(0, 5)
WORTHS = st.integers(1, 3) | st.integers(1, 1000)


@st.composite
def link(draw: st.DrawFn) -> Link:
    """A link of two words, or of one word with a run."""
    one, begin = draw(PLACES), draw(PLACES)
    run = tuple(range(begin, begin + draw(st.sampled_from([1, 1, 1, 2, 3]))))
    query, listed = ((one,), run) if draw(st.booleans()) else (run, (one,))
    kind = LinkKind.WORD if len(run) == 1 else LinkKind.JOINED
    gain, cost, covers = draw(WORTHS), draw(st.integers(0, 2)), draw(st.integers(0, 2))
    return Link(kind, query, listed, 1000, gain, gain, cost, covers, covers)


@settings(deadline=None)
@given(st.lists(link(), min_size=2, max_size=12))
def test_both_ways_choose_the_same_links_among_equals_too(links: list[Link]) -> None:
    few, many = _best_of_few(links), best_of_many(links)
    assert sorted(map(id, few)) == sorted(map(id, many))


def _variants(gap: str = "") -> list[str]:
    """Eighteen words that are all alike; `gap` parts each in two."""
    return [f"m{a}{b}{gap}mm{c}dov" for a in "oua" for b in ("", "h") for c in "aei"]


def test_names_of_many_words_that_are_all_alike_are_compared() -> None:
    turned = prepare(" ".join(reversed(_variants())))
    assert compare_names(prepare(" ".join(_variants())), turned).score == 1.0


def test_names_of_many_words_alike_that_may_be_joined_are_compared() -> None:
    parted = prepare(" ".join(_variants(" ")))
    assert 0 < compare_names(prepare(" ".join(_variants())), parted).score < 1.0


def test_no_word_is_used_twice_where_all_are_alike() -> None:
    links = [
        Link(LinkKind.WORD, (i,), (j,), 1000, 1000 + i * j, 1000 + i * j, 0, 1, 1)
        for i in range(30) for j in range(30)
    ]  # fmt: skip
    chosen = best_links(links)
    assert [(link.query, link.listed) for link in chosen] == [((i,), (i,)) for i in range(30)]
