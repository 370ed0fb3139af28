"""Chains, stories and origins of invented reports, and look-alikes that stay apart."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.evidence.origin_texts import (
    EARLIER,
    OLD_SAYING,
    ONE_SENTENCE,
    OTHER_STATEMENT,
    OWN_WRITING,
    PARAPHRASE,
    PRESS_CONFERENCE,
    RELEASE,
    SHORT_OTHER,
    SHORT_PAIR,
    SHORT_SAYINGS,
    UNRELATED,
    WIRE,
)
from tests.evidence.simple import simple_page, simple_reading
from vigil.evidence.origin import Edge, OriginGraph
from vigil.evidence.origins import origin_graph
from vigil.evidence.page import Page
from vigil.evidence.reading import read_page
from vigil.evidence.statement import Reading, Speaker
from vigil.evidence.statements import read_statements

TREMLOW = Speaker("Ana Tremlow", "ministry spokeswoman", "Ministry of Harbours", "named", None)
MARCHETTI = Speaker("Ilse Marchetti", "Transport Minister", None, "named", None)
VARGA = Speaker("Olof Varga", "deputy minister", "Foreign Ministry", "named", None)

EARLY = simple_page(EARLIER, kinds={0: "credit", 1: "headline"})
WIRED, TOLD, OWN = simple_page(WIRE), simple_page(PARAPHRASE), simple_page(OWN_WRITING)
OTHER = simple_page(OTHER_STATEMENT, day="2023-03-19")
SAYINGS = [simple_page(text) for text in OLD_SAYING]
SENTENCES = [simple_page(text) for text in ONE_SENTENCE]
CONFERENCE = [simple_page(text) for text in PRESS_CONFERENCE]
OTHERS = [*SAYINGS, *SENTENCES, OTHER, *map(simple_page, UNRELATED)]
SPEAKERS = {page.id: TREMLOW for page in (EARLY, WIRED, TOLD, OWN)}
SPEAKERS |= {page.id: MARCHETTI for page in CONFERENCE} | {OTHER.id: VARGA}
HARBOUR = (EARLY, WIRED, TOLD, OWN)


def readings(pages: Iterable[Page]) -> list[Reading]:
    return [simple_reading(page, SPEAKERS.get(page.id)) for page in pages]


def graph_of(*pages: Page) -> OriginGraph:
    return origin_graph(pages, readings(pages))


def chains(graph: OriginGraph) -> set[frozenset[str]]:
    return {frozenset(chain.pages) for chain in graph.chains}


def ids(*pages: Page) -> frozenset[str]:
    return frozenset(page.id for page in pages)


def source(graph: OriginGraph, page: Page) -> Edge:
    return next(
        e for e in graph.edges if e.page == page.id and e.relation not in ("states", "credits")
    )


class TestChains:
    def test_a_wire_with_a_copy_and_a_paraphrase_is_one(self) -> None:
        assert chains(graph_of(*HARBOUR)) == {ids(EARLY, WIRED, TOLD), ids(OWN)}

    def test_an_uncredited_earlier_take(self) -> None:
        edge = source(graph_of(EARLY, WIRED), EARLY)
        assert (edge.source, edge.relation, edge.credited) == (
            WIRED.id,
            "earlier_version_of",
            False,
        )
        assert "Gulf Ledger" in edge.why

    def test_a_credited_paraphrase(self) -> None:
        edge = source(graph_of(TOLD, WIRED), TOLD)
        assert (edge.source, edge.relation, edge.credited) == (WIRED.id, "paraphrase_of", True)

    def test_a_paraphrase_without_the_wire_still_leads_to_the_agency(self) -> None:
        (chain,) = graph_of(TOLD).chains
        assert chain.head == "agency:upi"

    def test_own_writing_leads_to_itself(self) -> None:
        (chain,) = graph_of(OWN).chains
        assert chain.head == OWN.id

    def test_a_release_that_papers_print_is_one_and_heads_it(self) -> None:
        ministry = "Ministry of Energy of Talvania"
        release = simple_page(RELEASE, publisher=ministry, kinds={0: "headline"})
        body = RELEASE.split("\n\n", 1)[1]
        papers = [simple_page(body, publisher=f"Paper {n}") for n in range(5)]
        (chain,) = graph_of(release, *papers).chains
        assert len(chain.pages) == 6
        assert chain.head == release.id

    def test_two_papers_at_one_press_conference_are_two(self) -> None:
        graph = graph_of(*CONFERENCE)
        assert chains(graph) == {ids(CONFERENCE[0]), ids(CONFERENCE[1])}
        assert [set(story) for story in graph.stories] == [set(ids(*CONFERENCE))]

    def test_updates_of_one_outlet_are_one(self) -> None:
        later = simple_page("UPDATE 2 - Containers\n\n" + WIRE, kinds={0: "headline"})
        assert chains(graph_of(WIRED, later)) == {ids(WIRED, later)}

    def test_a_round_up_does_not_join_what_it_repeats(self) -> None:
        round_up = simple_page(PRESS_CONFERENCE[0] + "\n" + WIRE)
        graph = graph_of(CONFERENCE[0], WIRED, round_up)
        assert chains(graph) == {ids(CONFERENCE[0]), ids(WIRED, round_up)}
        assert len(graph.stories) == 2

    def test_background_that_is_printed_again_joins_nothing(self) -> None:
        background = "\n\n".join(RELEASE.split("\n\n")[1:3])
        pages = [simple_page(f"{text}\n{background}") for text in (OWN_WRITING, OTHER_STATEMENT)]
        graph = graph_of(*pages)
        assert len(graph.chains) == len(graph.stories) == 2

    def test_a_lead_that_is_printed_again_joins(self) -> None:
        lead = "\n\n".join(RELEASE.split("\n\n")[1:3])
        pages = [simple_page(f"{lead}\n{text}") for text in (OWN_WRITING, OTHER_STATEMENT)]
        assert len(graph_of(*pages).stories) == 1

    @pytest.mark.parametrize("pages", [SAYINGS, SENTENCES, [WIRED, OTHER], [OWN, OTHER]])
    def test_look_alikes_stay_apart(self, pages: list[Page]) -> None:
        graph = graph_of(*pages)
        assert len(graph.chains) == len(graph.stories) == len(pages)

    @pytest.mark.parametrize("texts", [SHORT_PAIR, SHORT_SAYINGS])
    def test_short_reports_of_one_thing_are_one_story_of_two_chains(
        self, texts: tuple[str, ...]
    ) -> None:
        graph = graph_of(*map(simple_page, texts))
        assert (len(graph.stories), len(graph.chains)) == (1, 2)

    def test_one_passage_in_common_joins_no_short_reports(self) -> None:
        for text in SHORT_PAIR:
            assert len(graph_of(simple_page(text), simple_page(SHORT_OTHER)).stories) == 2

    def test_a_short_copy_is_one_chain(self) -> None:
        short = WIRE[: WIRE.index("\n\n", 120)]
        graph = graph_of(simple_page(short), simple_page(f"{short} Nothing more was known."))
        assert len(graph.chains) == 1

    def test_a_translated_copy_is_not_seen(self) -> None:
        german = simple_page(
            "Das Hafenministerium von Estavia hat am Montag elf Container beschlagnahmt.\n\n"
            "Eine Sprecherin teilte mit, die Ladung sei als Fliesen angemeldet gewesen."
        )
        assert len(graph_of(WIRED, german).chains) == 2


class TestDirection:
    """Two pages of the same prose, without an agency's name."""

    SHORT = RELEASE.split("\n\n", 1)[1].rsplit("\n\n", 1)[0]
    LONG = RELEASE.split("\n\n", 1)[1]

    @staticmethod
    def copy_of(*pages: Page) -> str:
        """The text of the page that is the copy."""
        (edge,) = (e for e in graph_of(*pages).edges if e.relation == "copy_of")
        return next(page.text for page in pages if page.id == edge.page)

    def test_the_shorter_one_is_the_copy(self) -> None:
        assert self.copy_of(simple_page(self.SHORT), simple_page(self.LONG)) == self.SHORT

    def test_the_later_one_is_the_copy(self) -> None:
        early = simple_page(self.SHORT, day="2023-03-04")
        late = simple_page(self.LONG, day="2023-03-05")
        assert self.copy_of(early, late) == self.LONG

    def test_a_day_that_is_not_trusted_says_nothing(self) -> None:
        early = simple_page(self.SHORT, day="2023-03-04")
        early = msgspec.structs.replace(
            early, dates=(msgspec.structs.replace(early.dates[0], trust="low"),)
        )
        late = simple_page(self.LONG, day="2023-03-05")
        assert self.copy_of(early, late) == self.SHORT

    def test_the_one_that_credits_the_other_is_the_copy(self) -> None:
        longer = simple_page("Source: Gulf Ledger\n" + self.LONG, kinds={0: "credit"})
        assert self.copy_of(longer, simple_page(self.SHORT, publisher="Gulf Ledger")) == longer.text

    def test_days_far_apart_part_what_shares_only_quotations(self) -> None:
        days = ("2023-03-04", "2023-04-20")
        pages = [
            simple_page(text, day=day) for text, day in zip(PRESS_CONFERENCE, days, strict=True)
        ]
        assert len(graph_of(*pages).stories) == 2


class TestPrimaryOrigins:
    def test_a_story_of_two_chains_has_one(self) -> None:
        (origin,) = graph_of(*HARBOUR).origins
        assert (origin.speaker, origin.organisation) == ("Ana Tremlow", "Ministry of Harbours")
        assert len(origin.chains) == 2

    def test_a_minister_quoted_by_two_papers_is_one(self) -> None:
        (origin,) = graph_of(*CONFERENCE).origins
        assert len(origin.chains) == 2

    @pytest.mark.parametrize(
        ("publishers", "told"),
        [(("Sputnik", "RIA Novosti"), True), (("Sputnik", "Kyodo"), False), ((None, None), False)],
    )
    def test_two_chains_of_one_house_are_told(
        self, publishers: tuple[str | None, str | None], *, told: bool
    ) -> None:
        texts = zip(PRESS_CONFERENCE, publishers, strict=True)
        pages = [simple_page(text, publisher=publisher) for text, publisher in texts]
        (origin,) = origin_graph(pages, [simple_reading(p, MARCHETTI) for p in pages]).origins
        assert len(origin.chains) == 2
        assert ("Rossiya Segodnya" in origin.why) is told

    def test_two_ministries_are_two(self) -> None:
        graph = graph_of(WIRED, OTHER)
        assert [o.speaker for o in graph.origins] == ["Olof Varga", "Ana Tremlow"]

    @pytest.mark.parametrize(
        ("name", "origins"), [("the police", 2), ("Norrland's Ministry of Defence", 1)]
    )
    def test_the_same_body_in_two_stories_of_a_day(self, name: str, origins: int) -> None:
        body = Speaker(name, None, None, "named", None, "body")
        pages = [simple_page(text, day="2023-03-04") for text in (OWN_WRITING, PRESS_CONFERENCE[0])]
        graph = origin_graph(pages, [simple_reading(page, body) for page in pages])
        assert len(graph.origins) == origins

    def test_a_page_that_names_nobody_has_none(self) -> None:
        assert graph_of(SENTENCES[0]).origins == ()

    @pytest.mark.parametrize(
        "speaker",
        [
            Speaker("the White House", None, "the White House", "named", None, "body"),
            Speaker("White House", None, None, "named", None, "body"),
            Speaker("a White House official", None, "White House", "described", None, "unnamed"),
            Speaker("White House officials", None, None, "described", None, "unnamed"),
            Speaker("Washington", None, None, "named", None, "body"),
            Speaker("the United States", None, None, "named", None, "body"),
            Speaker("Kirby", None, None, "named", None),
        ],
    )
    def test_names_of_one_body_are_one_origin(self, speaker: Speaker) -> None:
        kirby = Speaker("John Kirby", "White House spokesman", "White House", "named", None)
        of = [simple_reading(CONFERENCE[0], kirby), simple_reading(CONFERENCE[1], speaker)]
        (origin,) = origin_graph(CONFERENCE, of).origins
        assert (origin.speaker, origin.organisation) == ("John Kirby", "White House")

    @pytest.mark.parametrize("name", ["the Kremlin", "Moscow", "the State Department", "Kirbyson"])
    def test_other_bodies_are_other_origins(self, name: str) -> None:
        kirby = Speaker("John Kirby", "White House spokesman", "White House", "named", None)
        other = Speaker(name, None, None, "named", None, "body")
        of = [simple_reading(CONFERENCE[0], kirby), simple_reading(CONFERENCE[1], other)]
        assert len(origin_graph(CONFERENCE, of).origins) == 2


PIECES = st.sampled_from([WIRE[:300], EARLIER[:260], PARAPHRASE[-300:], *PRESS_CONFERENCE, "\n"])


LETTERS = st.text("abc XYZ.,“”\"'()/–-é0", max_size=40)


class TestAnyPages:
    @given(st.lists(st.lists(PIECES | LETTERS, max_size=4).map("\n".join), max_size=5))
    def test_each_page_is_in_one_story_and_one_chain(self, texts: list[str]) -> None:
        pages = [read_page(text.encode(), "a page") for text in texts]
        graph = origin_graph(pages, map(read_statements, pages))
        every = sorted({page.id for page in pages})
        assert sorted(i for story in graph.stories for i in story) == every
        assert sorted(i for chain in graph.chains for i in chain.pages) == every
        chains_known = {chain.id for chain in graph.chains}
        assert all({*origin.chains} <= chains_known for origin in graph.origins)
        assert list(graph.edges) == sorted(
            graph.edges, key=lambda e: (e.page, e.source, e.relation, e.why)
        )
        known = {*every, *(o.id for o in graph.origins)}
        assert all(e.source in known or e.source.startswith("agency:") for e in graph.edges)


class TestNothingElseCounts:
    EXPECTED = graph_of(*HARBOUR, *CONFERENCE)

    @given(st.permutations([*HARBOUR, *CONFERENCE]))
    def test_order_does_not_matter(self, pages: list[Page]) -> None:
        assert origin_graph(pages, reversed(readings(pages))) == self.EXPECTED

    @given(st.lists(st.sampled_from(OTHERS), unique_by=lambda page: page.id, max_size=len(OTHERS)))
    def test_other_pages_do_not_matter(self, others: list[Page]) -> None:
        graph = graph_of(*others, *HARBOUR, *CONFERENCE)
        mine = set(self.EXPECTED.pages)
        assert chains(graph) - {ids(page) for page in others} == chains(self.EXPECTED)
        assert [o for o in graph.overlaps if o.left in mine or o.right in mine] == [
            *self.EXPECTED.overlaps
        ]
        assert set(self.EXPECTED.origins) <= set(graph.origins)

    def test_no_two_of_the_others_are_one_story(self) -> None:
        assert len(graph_of(*OTHERS).stories) == len(OTHERS)

    def test_how_many_are_held_ready_does_not_matter(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("vigil.evidence.origins.HELD", 1)
        assert graph_of(*HARBOUR, *CONFERENCE) == self.EXPECTED

    def test_a_page_given_twice_counts_once(self) -> None:
        assert graph_of(*HARBOUR, *HARBOUR, *CONFERENCE) == self.EXPECTED
