"""Statements of several pages that tell the same thing are one claim."""

from hypothesis import given
from hypothesis import strategies as st

from tests.evidence.claim_gold import Agreement, agreement, joined, one_story, stories
from tests.evidence.simple import simple_page
from vigil.evidence.claim import Claim
from vigil.evidence.claims import claims_of
from vigil.evidence.origin import Chain, OriginGraph, PrimaryOrigin
from vigil.evidence.page import Page
from vigil.evidence.statements import read_statements

# Floors of the seven invented stories (119 pairs), which were at hand when the rules were
# written: what a change must not lose, no measure of other texts.
PRECISION, RECALL = 0.95, 0.80


def claims(*texts: str) -> tuple[list[Page], tuple[Claim, ...]]:
    pages = [simple_page(text) for text in texts]
    return pages, joined(pages)


def words(pages: list[Page], claim: Claim) -> list[str]:
    return [p.slice(place.at) for place in claim.statements for p in pages if p.id == place.page]


def together(texts: tuple[str, ...], one: str, other: str) -> bool:
    pages, found = claims(*texts)
    return any(
        any(one in w for w in words(pages, c)) and any(other in w for w in words(pages, c))
        for c in found
    )


def test_the_invented_stories_are_joined() -> None:
    every = [agreement(joined(story.pages), story.labelled) for story in stories()]
    total = Agreement(*(sum(column) for column in zip(*every, strict=True)))
    print(f"claims: precision {total.precision:.3f}, recall {total.recall:.3f} of {total.alike}")
    assert total.precision >= PRECISION
    assert total.recall >= RECALL


class TestJoined:
    def test_other_words_for_the_same(self) -> None:
        texts = (
            "The ministry said Kerovian customs had seized 400 drones at the port of Zell.",
            "Officers at Zell harbour impounded four hundred UAVs, customs of Kerovia said.",
        )
        assert together(texts, "seized 400 drones", "impounded four hundred UAVs")

    def test_the_same_matter_is_not_the_same_statement(self) -> None:
        texts = (
            "The ministry said Kerovian customs had seized 400 drones at the port of Zell.",
            "The ministry said a new scanner for drones would be installed in spring.",
        )
        assert not together(texts, "seized 400 drones", "new scanner")

    def test_one_sentence_tells_what_two_tell(self) -> None:
        texts = (
            "The engines were built in Malvern. Smugglers shipped them across the Tolmin Sea.",
            "The engines were manufactured in Malvern, and smugglers took them over the Tolmin "
            "Sea by ship.",
        )
        assert together(texts, "built in Malvern", "manufactured in Malvern")
        assert together(texts, "across the Tolmin", "over the Tolmin")

    def test_half_of_a_sentence_changed_between_the_same_neighbours(self) -> None:
        before = "Divers searched the harbour of Malvern for two days."
        after = "A tug brought the barge to the yard at Orsk on Friday."
        texts = (
            f"{before} “The camera cost forty euros,” Captain Ada Rowe said. {after}",
            f"{before} “The bomb weighed forty kilos,” Captain Ada Rowe said. {after}",
        )
        assert together(texts, "The camera cost", "The bomb weighed")

    def test_not_where_somebody_else_speaks(self) -> None:
        before = "Divers searched the harbour of Malvern for two days."
        after = "A tug brought the barge to the yard at Orsk on Friday."
        texts = (
            f"{before} “The camera cost forty euros,” Captain Ada Rowe said. {after}",
            f"{before} “The bomb weighed forty kilos,” Judge Tom Hale said. {after}",
        )
        assert not together(texts, "The camera cost", "The bomb weighed")

    def test_a_denial_is_a_claim_of_its_own(self) -> None:
        texts = (
            "Orvany has used Tarkish drones against Belmar, the Belmarian army said.",
            "Orvany denied that it had used Tarkish drones against Belmar.",
        )
        assert not together(texts, "Orvany has used", "it had used")

    def test_a_headline_tells_it_too(self) -> None:
        page = simple_page(
            "Customs seize drones at Zell\nCustoms officers at Zell port have seized drones.",
            kinds={0: "headline"},
        )
        (claim,) = joined([page])
        assert len(claim.statements) == 2


class TestContested:
    TEXTS = (
        "Russian troops have used Iranian drones against Ukraine, the Pentagon said. "
        "Three power stations were damaged in the raids of Monday.",
        "Moscow denied that its troops had used Iranian drones in Ukraine. "
        "The raids damaged three power stations on Monday.",
        "Tehran said it had sent drones to Russia only before the war. "
        "A power station near Kharkiv was repaired.",
        "Iran has transferred 300 drones to Russia since August, a White House official said. "
        "Engineers repaired a power station near Kharkiv.",
    )

    def contested(self) -> set[tuple[str, str]]:
        pages, found = claims(*self.TEXTS)
        text = {c.id: words(pages, c)[0] for c in found}
        return {(text[c.id][:12], text[other][:12]) for c in found for other in c.contested_by}

    def test_what_is_denied(self) -> None:
        assert ("Russian troo", "its troops h") in self.contested()
        assert ("its troops h", "Russian troo") in self.contested()

    def test_before_against_since(self) -> None:
        assert ("it had sent ", "Iran has tra") in self.contested()

    def test_nothing_else(self) -> None:
        assert len(self.contested()) == 4

    def test_one_speaker_contradicts_nobody_by_going_on(self) -> None:
        pages, found = claims(
            "Iran sent drones to Russia before the war, Tehran said.",
            "Iran has sent drones to Russia since the war began, Tehran said.",
        )
        assert [c.contested_by for c in found] == [()] * len(found), pages


class TestCounted:
    WIRE = "The drones were built in Iran, White House spokesman Ed Holm said."
    COPY = "The drones were built in Iran, White House spokesman Ed Holm said. It rained."
    OTHER = "Snow fell in Zell. Nobody was hurt."

    def claim(self) -> tuple[list[Page], Claim]:
        pages = [simple_page(t) for t in (self.WIRE, self.COPY, self.OTHER)]
        ids = tuple(p.id for p in pages)
        graph = OriginGraph(
            ids,
            (),
            (),
            (),
            (Chain("w", "agency:reuters", ids[:2]), Chain("o", ids[2], ids[2:])),
            (PrimaryOrigin("white-house:2023-06-09", "Ed Holm", None, "2023-06-09", ("w",), ""),),
            (ids,),
        )
        readings = [read_statements(p) for p in pages]
        found = claims_of(pages, readings, [()] * 3, graph)
        return pages, next(c for c in found if len(c.pages) == 2)

    def test_pages_chains_and_origins(self) -> None:
        pages, claim = self.claim()
        assert claim.pages == tuple(p.id for p in pages[:2])
        assert claim.chains == ("w",)
        assert claim.origins == ("white-house:2023-06-09",)
        assert claim.omitted_by == (pages[2].id,)

    def test_the_speaker_s_words_of_that_day_would_settle_it(self) -> None:
        _, claim = self.claim()
        assert claim.settled_by == "the statement of Ed Holm (White House) of 2023-06-09"


@given(st.lists(st.text(alphabet="ab. ,“”\n", max_size=80), min_size=1, max_size=3, unique=True))
def test_claims_of_any_text_are_places_of_its_pages(texts: list[str]) -> None:
    pages = [simple_page(text) for text in texts]
    length = {page.id: len(page.text) for page in pages}
    readings = [read_statements(page) for page in pages]
    found = claims_of(pages, readings, [()] * len(pages), one_story(pages))
    assert len({c.id for c in found}) == len(found)
    assert all(
        0 <= place.at.start < place.at.end <= length[place.page]
        for claim in found
        for place in (claim.text, *claim.statements)
    )
