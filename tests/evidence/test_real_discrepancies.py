"""Every line that docs/methods/evidence.md says a reader of the five reports must be told.

A line is found where a discrepancy of its kind has these pages on its sides (in either order, more
pages beside them are no harm) and these words at their places. Pages of the table whose sentence
tells the matter elsewhere are left out: page 4 says "declassified" of the quotation, "published" of
another advisory than pages 0 and 2, and that Iran sent drones only with the time when.
"""

from pathlib import Path
from typing import NamedTuple

import pytest

from vigil.evidence.claim import Discrepancy, Place
from vigil.evidence.reading import read_page
from vigil.evidence.room import Room, examine

pytestmark = pytest.mark.shared


class Line(NamedTuple):
    """One line of the table: kind, pages and words of each side ("": the words do not matter)."""

    kind: str
    left: set[int]
    left_words: str
    right: set[int]
    right_words: str


LINES = {
    "newly classified": Line("classification", {0, 2}, "declassified", {1}, "classified"),
    "classified documents": Line("classification", {0, 2}, "declassified", {3}, "classified"),
    "strikes on Kyiv": Line("quotation_altered", {0, 1, 2, 4}, "using", {3}, "used"),
    "partnership is deepening": Line("modality", {0, 1, 2, 4}, "appears", {3}, "is"),
    "manufactured in Russia": Line("quotation_altered", {0, 1, 2, 4}, "produce", {3}, "manufact"),
    "satellite imagery": Line("quotation_made_indirect", {0, 1, 2}, "imagery", {3, 4}, "photos"),
    "could be, would be": Line("modality", {0, 1, 2}, "could", {3}, "operational"),
    "could be, expects": Line("modality", {0, 1, 2}, "could", {4}, "expects"),
    "is strengthening": Line("modality", {0, 2, 4}, "appeared", {3}, "is"),
    "built in Iran": Line("attribution_lost", {0, 1, 2, 3}, "Iran", {4}, "manufactured"),
    "billions": Line("direction", {0, 2}, "seeking", {4}, "offered"),
    "cooperation": Line("direction", {0, 1, 2}, "offering", {3}, "received"),
    "materials": Line("tense", {0, 2, 3}, "receiving", {1}, "sent"),
    "executives": Line("role", {0, 2}, "executives", {3}, "officials"),
    "would be issued": Line("version", {0}, "would be", {2}, "issued"),
    "Moscow's denial": Line("omission", {2, 3}, "", {0, 1, 4}, ""),
    "Iran's admission": Line("omission", {0, 2, 3}, "sending", {1}, ""),
    "before the invasion": Line("wording", {0, 2}, "invasion", {3, 4}, "attack"),
    "helicopters and radars": Line("omission", {0, 2}, "helicopters", {1, 3, 4}, ""),
    "several hundred": Line("omission", {2}, "several hundred", {0, 1, 3, 4}, ""),
    "five states": Line("omission", {1, 2, 3}, "violat", {0, 4}, ""),
    "Alaboga": Line("spelling", {0, 1, 2, 4}, "Alabuga", {3}, "Alaboga"),
    "Kiev": Line("spelling", {0, 1, 2, 4}, "Kyiv", {3}, "Kiev"),
    "early 2024": Line("date", {0, 2, 3, 4}, "next year", {1}, "2024"),
    "page date": Line("metadata", {2}, "May 25", set(), ""),
    "body twice": Line("metadata", {4}, "", set(), ""),
    "another outlet credited": Line("metadata", {0}, "", {2}, ""),
    "used, denied": Line("denial", {0, 1, 2, 3, 4}, "Kyiv", {2, 3}, "forces used"),
    "since August, before": Line("denial", {2}, "since August", {0, 2, 3, 4}, "before"),
    "says so afterwards": Line("modality", {0, 2}, "said", {1}, "has supplied"),
    "whose advisory": Line("actor", {0, 2}, "advisory", {4}, "State Department"),
}
NOT_FOUND = {
    "says so afterwards": "that a sentence ends with its speaker is no difference of words",
    "whose advisory": "page 4 names the advisory in the cue of a quotation, which no claim holds",
}
# Not of the table, and worth telling all the same.
BESIDES = (
    Line("modality", {0, 2}, "seek", {3}, "will hold"),
    Line("omission", {0, 1, 2, 3}, "violation", {4}, ""),
    Line("modality", {0, 1, 2, 4}, "produce", {3}, "can be"),
    Line("modality", {0, 1, 2, 4}, "planned", {3}, "location"),
    Line("quotation_altered", {0, 1, 2, 4}, "appears", {3}, "is"),
    Line("quotation_made_indirect", {0, 1, 2}, "unprecedented", {3}, "extraordinary"),
)
USEFUL = 0.75


@pytest.fixture(scope="module")
def room(shared: Path) -> Room:
    files = sorted((shared / "reports").glob("*.txt"))
    return examine(read_page(file.read_bytes(), f"page {n}") for n, file in enumerate(files))


def side(room: Room, places: tuple[Place, ...], pages: set[int], words: str) -> bool:
    own = {n for n, page in enumerate(room.pages) if page.id in {p.page for p in places}}
    return pages <= own and (not words or any(words in room.words(p) for p in places))


def tells(room: Room, told: Discrepancy, line: Line) -> bool:
    one, other = (line.left, line.left_words), (line.right, line.right_words)
    return told.kind == line.kind and any(
        side(room, told.left, *left) and side(room, told.right, *right)
        for left, right in ((one, other), (other, one))
    )


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(
            line,
            id=name,
            marks=[pytest.mark.xfail(reason=NOT_FOUND[name])] if name in NOT_FOUND else [],
        )
        for name, line in LINES.items()
    ],
)
def test_a_reader_is_told(room: Room, line: Line) -> None:
    assert any(tells(room, told, line) for told in room.discrepancies)


def test_three_of_four_lines_are_useful(room: Room) -> None:
    known = (*LINES.values(), *BESIDES)
    useful = [d for d in room.discrepancies if any(tells(room, d, line) for line in known)]
    for told in room.discrepancies:
        print("  " if told in useful else "? ", told.kind, told.summary)
    print(f"useful: {len(useful)} of {len(room.discrepancies)}")
    assert len(useful) >= USEFUL * len(room.discrepancies)


def test_the_heaviest_stand_first_and_every_line_cites_little(room: Room) -> None:
    weights = [d.weight for d in room.discrepancies]
    assert weights == sorted(weights, reverse=True)
    quoted = [part.split("”")[0] for d in room.discrepancies for part in d.summary.split("“")[1:]]
    assert max(len(words.split()) for words in quoted) <= 12
