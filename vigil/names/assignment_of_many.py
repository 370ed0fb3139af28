"""The best set of links where many words are like many: the same answer as `assignment`, in time.

Trying every set takes twice as long with each further word. Links of one word to one word are an
assignment problem instead, solved by augmenting paths (Kuhn 1955; Munkres 1957) in the cube of the
number of words. Links of joined words are first taken as if they used one word on each side; where
the answer then uses a word twice, it is asked again with that link and without it (branch and
bound, Land and Doig 1960), at most `MOST_QUESTIONS` times; then the best answer so far counts.

A link's value is one whole number: its worth, and far below it its place among the links that begin
at the same listed word. So of equal worths the one that `assignment` meets first is the highest,
and no two sets of links have the same value.
"""

from __future__ import annotations

from collections.abc import Sequence

from vigil.names.links import Link

MOST_QUESTIONS = 100  # chosen: words that are joined in a hundred ways are nobody's name
FIELD = 40  # bits of each part of a worth; the sum over 64 words stays below

Valued = tuple[int, Link]


def best_of_many(links: Sequence[Link]) -> tuple[Link, ...]:
    """The disjoint links that are worth most together, or the best of the questions asked.

    Args:
        links: of equal sets, those with earlier links are preferred, by falling worth.
    """
    best: tuple[int, tuple[Link, ...]] = (0, ())
    waiting: list[tuple[list[Valued], int, tuple[Link, ...]]] = [(_valued(links), 0, ())]
    questions = 0
    while waiting and questions < MOST_QUESTIONS:
        questions += 1
        open_links, value, fixed = waiting.pop()
        more, chosen = _as_single_words(open_links)
        if value + more <= best[0]:
            continue
        clash = _clashing(chosen)
        if clash is None:
            best = (value + more, (*fixed, *(link for _, link in chosen)))
            continue
        without = [one for one in open_links if one[1] is not clash[1]]
        beside = [one for one in without if not _share_words(one[1], clash[1])]
        waiting += [(without, value, fixed), (beside, value + clash[0], (*fixed, clash[1]))]
    return best[1]


def _valued(links: Sequence[Link]) -> list[Valued]:
    """The links with their values, by rank among those that begin at the same listed word."""
    begins = sorted({link.listed[0] for link in links})
    place_of = {begin: place for place, begin in enumerate(reversed(begins))}
    ranks = dict.fromkeys(begins, 0)
    unit = (len(links) + 1).bit_length()
    valued = []
    for link in links:
        ranks[link.listed[0]] += 1
        preferred = ranks[link.listed[0]] << unit * place_of[link.listed[0]]
        valued.append(((_packed(link) << unit * len(begins)) - preferred, link))
    return valued


def _packed(link: Link) -> int:
    """A worth as one number: gain, then less cost, then what it covers (`assignment.worth`)."""
    covered = (link.covers_listed << FIELD) + link.covers_query
    return (link.gain << 3 * FIELD) - (link.cost << 2 * FIELD) + covered


def _share_words(one: Link, other: Link) -> bool:
    return not set(one.query).isdisjoint(other.query) or not set(one.listed).isdisjoint(
        other.listed
    )


def _clashing(chosen: Sequence[Valued]) -> Valued | None:
    """A link of joined words that uses a word of another chosen one."""
    for valued in chosen:
        link = valued[1]
        if len(link.query) + len(link.listed) > 2 and any(
            other is not link and _share_words(link, other) for _, other in chosen
        ):
            return valued
    return None


def _as_single_words(links: Sequence[Valued]) -> tuple[int, list[Valued]]:
    """The highest value of links no two of which begin at the same word, and these links."""
    rows = {j: row for row, j in enumerate(sorted({link.listed[0] for _, link in links}))}
    columns = {i: column for column, i in enumerate(sorted({link.query[0] for _, link in links}))}
    held: dict[tuple[int, int], Valued] = {}
    for value, link in links:
        at = (rows[link.listed[0]], columns[link.query[0]])
        if value > 0 and (at not in held or value > held[at][0]):
            held[at] = (value, link)
    # A column of its own for each row stands for leaving the word out.
    costs = [[0] * (len(columns) + len(rows)) for _ in rows]
    for (row, column), (value, _) in held.items():
        costs[row][column] = -value
    met = enumerate(_cheapest(costs))
    chosen = [held[at] for at in met if at in held]
    return sum(value for value, _ in chosen), chosen


def _cheapest(costs: Sequence[Sequence[int]]) -> list[int]:
    """The column of each row so that the sum of costs is least; columns are at least as many."""
    width = len(costs[0]) if costs else 0
    row_price, column_price = [0] * len(costs), [0] * width
    row_of: list[int | None] = [None] * width
    for first in range(len(costs)):
        came_from, slack = [-1] * width, [None] * width  # type: list[int], list[int | None]
        reached: set[int] = set()
        row, column = first, -1
        while True:
            step: int | None = None
            nearest = -1
            for other in range(width):
                if other in reached:
                    continue
                price = costs[row][other] - row_price[row] - column_price[other]
                held = slack[other]
                if held is None or price < held:
                    slack[other], came_from[other], held = price, column, price
                if step is None or held < step:
                    step, nearest = held, other
            assert step is not None  # there are more columns than rows
            row_price[first] += step
            for other in range(width):
                if other in reached:
                    taken = row_of[other]
                    assert taken is not None  # only taken columns are passed through
                    row_price[taken] += step
                    column_price[other] -= step
                else:
                    left = slack[other]
                    slack[other] = None if left is None else left - step
            reached.add(nearest)
            column = nearest
            following = row_of[column]
            if following is None:
                break
            row = following
        while column >= 0:
            before = came_from[column]
            row_of[column] = first if before < 0 else row_of[before]
            column = before
    columns = [0] * len(costs)
    for column, taken in enumerate(row_of):
        if taken is not None:
            columns[taken] = column
    return columns
