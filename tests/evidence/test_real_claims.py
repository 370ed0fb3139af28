"""Which sentences of the five reports of June 2023 tell the same thing, as read by a person."""

from pathlib import Path

import pytest

from tests.evidence.claim_gold import Labelled, agreement
from vigil.evidence.page import Span
from vigil.evidence.reading import read_page
from vigil.evidence.room import Room, examine

pytestmark = pytest.mark.shared

GOLD = Path(__file__).with_name("real_claims.txt")
PRECISION, RECALL = 0.95, 0.92  # of 128 pairs; the pages were read before the rules were written


@pytest.fixture(scope="module")
def room(shared: Path) -> Room:
    files = sorted((shared / "reports").glob("*.txt"))
    return examine(read_page(file.read_bytes(), f"page {n}") for n, file in enumerate(files))


def test_sentences_are_joined_as_a_person_joins_them(room: Room) -> None:
    labelled: dict[str, list[Labelled]] = {}
    for line in GOLD.read_text("utf-8").splitlines():
        if line[0] != "#":
            page, start, end, letters = line.split()
            here = Labelled(Span(int(start), int(end)), letters)
            labelled.setdefault(room.pages[int(page)].id, []).append(here)
    found = agreement(room.claims, labelled)
    print(f"claims: precision {found.precision:.3f}, recall {found.recall:.3f} of {found.alike}")
    assert found.precision >= PRECISION
    assert found.recall >= RECALL


def claim_with(room: Room, words: str) -> tuple[set[int], int, tuple[str, ...]]:
    claim = next(
        c
        for c in room.claims
        if any(words in " ".join(room.words(p).split()) for p in c.statements)
    )
    pages = {n for n, page in enumerate(room.pages) if page.id in claim.pages}
    return pages, len(claim.chains), claim.origins


@pytest.mark.parametrize(
    ("words", "pages", "chains", "origins"),
    [
        ("one-way attack drones that it is using", {0, 1, 2, 3, 4}, 2, 1),
        ("built in Iran, shipped across", {0, 1, 2, 3, 4}, 2, 1),
        ("in recent weeks to strike Kyiv", {0, 1, 2, 3, 4}, 2, 1),
        ("from inside Russia", {0, 1, 2, 3, 4}, 2, 1),
        ("satellite imagery of the planned", {0, 1, 2, 3, 4}, 2, 1),
        ("violates a 2015 U.N.", {1, 2, 3}, 1, 1),
        ("several hundred drones to Russia since", {2}, 1, 1),
        ("its forces used Iranian drones", {2, 3}, 1, 1),
    ],
)
def test_pages_chains_and_origins(
    room: Room, words: str, pages: set[int], chains: int, origins: int
) -> None:
    told, chained, origin = claim_with(room, words)
    assert (told, chained, len(origin)) == (pages, chains, origins)


def test_the_spokesman_s_claims_have_one_origin(room: Room) -> None:
    spoken = [c for c in room.claims if c.speaker == "John Kirby"]
    assert len(spoken) > 8
    assert {o for c in spoken for o in c.origins} <= {"white-house:2023-06-09", "us-intel"}


def test_two_contradictions_stay_open(room: Room) -> None:
    open_ = {
        frozenset((room.words(c.text)[:18], room.words(room.claim_by_id[o].text)[:18]))
        for c in room.claims
        for o in c.contested_by
    }
    assert frozenset(("Iran had transferr", "in they past they ")) in open_
    assert frozenset(("its forces used Ir", "Russia has been us")) in open_
