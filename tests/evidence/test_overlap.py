"""What two pages share, and what looks like sharing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.evidence.origin_texts import OWN_WRITING, PARAPHRASE, WIRE
from tests.evidence.simple import simple_page, simple_reading
from vigil.evidence.origin import Overlap
from vigil.evidence.page import Page
from vigil.evidence.sources.overlap import MOST_PASSAGES, overlap
from vigil.evidence.sources.ready import Read, read

WORDS = st.sampled_from(["the", "ship", "left", "port", "on", "Monday", "with", "40", "U.S."])
TEXTS = st.lists(WORDS | st.sampled_from(['"', "“", "”", ".", "\n", "[", "]"]), max_size=120).map(
    " ".join
)


def ready(text: str) -> Read:
    page = simple_page(text)
    return read(page, simple_reading(page))


def shared(one: str, other: str) -> Overlap:
    return overlap(ready(one), ready(other))


class TestShares:
    def test_the_same_page_shares_all(self) -> None:
        found = shared(WIRE, WIRE + "\nOne more line of words stands here.")
        assert (found.prose, found.quotations, found.relation) == (1.0, 1.0, "same_text")

    def test_prose_and_quotations_are_told_apart(self) -> None:
        found = shared(WIRE, OWN_WRITING)
        assert found.prose == 0.0
        assert found.quotations == 1.0

    @pytest.mark.parametrize(
        "other",
        [
            'He said: "we have never seen a ship with this many false papers in our port".',
            "He said: “We have never seen a ship with this many false papers in our port”.",
            'HE SAID: "We have never seen a ship [in ten years] with this many false papers in our '
            'port".',
        ],
        ids=["case", "quotation marks", "an editor's words"],
    )
    def test_form_does_not_matter(self, other: str) -> None:
        one = 'She said: "We have never seen a ship with this many false papers in our port."'
        assert shared(one, other).quotations == 1.0

    def test_a_release_without_marks_meets_those_who_quote_it(self) -> None:
        release = "We have never seen a ship with this many false papers in our port."
        found = shared(release, f'"{release}", the harbour master wrote.')
        assert (found.prose, found.quotations) == (0.0, 1.0)

    def test_words_do_not_join_over_a_quotation(self) -> None:
        one = 'The ship left "never again will we let such a ship pass" port on Monday.'
        assert shared(one, "The ship left port on Monday.").prose == 0.0

    def test_dots_of_initials_do_not_matter(self) -> None:
        one, other = "sanctioned by the U.S. in May of that year", "by the US in May of that year"
        assert shared(one, other).prose == 1.0


class TestSlips:
    SLIP = "The firm said in they statement that an agent had filled in the papers of the ship."

    def test_a_shared_slip_is_told(self) -> None:
        found = shared(self.SLIP + " It rained.", "On Monday: " + self.SLIP)
        assert len(found.slips) == 1

    def test_a_shared_sentence_without_one_is_none(self) -> None:
        right = self.SLIP.replace("they", "their")
        assert shared(right + " It rained.", "On Monday: " + right).slips == ()

    def test_a_slip_of_one_page_alone_is_none(self) -> None:
        assert shared(self.SLIP, self.SLIP.replace("they", "their")).slips == ()


class TestVersions:
    FULL = (
        "Officials of the inspection scheme met in the town hall for most of the afternoon. "
        "The ministry said that a new order {} on Friday for all ships that enter the port. "
        "Ships that come from the northern ports must wait outside until they are searched. "
        "The harbour master wants to keep the rule until every container has been opened."
    )

    @pytest.mark.parametrize("early", ["would be issued", "will be issued", "is due to be issued"])
    def test_what_is_to_come_is_earlier(self, early: str) -> None:
        one, other = ready(self.FULL.format(early)), ready(self.FULL.format("was issued"))
        found = overlap(one, other)
        assert (found.relation, found.earlier) == ("earlier_version", one.page.id)

    @pytest.mark.parametrize("late", ["would not be issued", "could be issued", "may be issued"])
    def test_what_did_not_come_about_dates_nothing(self, late: str) -> None:
        found = shared(self.FULL.format("would be issued"), self.FULL.format(late))
        assert (found.relation, found.earlier) == ("same_text", "")

    def test_a_numbered_update_is_later(self) -> None:
        text = self.FULL.format("was issued")
        first, second = ready("UPDATE 1 - Ships wait\n" + text), ready("UPDATE 2 - Ships\n" + text)
        assert overlap(first, second).earlier == first.page.id


class TestParaphrase:
    def test_the_same_told_in_the_same_order(self) -> None:
        assert shared(WIRE, PARAPHRASE).relation == "paraphrase"

    def test_the_same_words_about_other_things(self) -> None:
        others = "\n".join(reversed(PARAPHRASE.split("\n")))
        assert shared(WIRE, others).relation != "paraphrase"

    def test_own_writing_of_the_same_event(self) -> None:
        assert shared(PARAPHRASE, OWN_WRITING).relation == "unrelated"


class TestAnyText:
    @given(TEXTS, TEXTS)
    def test_shares_and_offsets(self, one: str, other: str) -> None:
        left, right = ready(one), ready(other)
        found = overlap(left, right)
        assert found == overlap(right, left)
        assert all(0 <= share <= 1 for share in (found.prose, found.quotations, found.aligned))
        pages = {p.page.id: p.page for p in (left, right)}
        for passage in found.passages:
            assert folded(pages[found.left], *passage.left) == folded(
                pages[found.right], *passage.right
            )

    @pytest.mark.parametrize("piece", ["a ", '"', "a a a a a b ", "[", "in they ", "“a” "])
    def test_repeated_text_is_bounded(self, piece: str) -> None:
        long = piece * (200_000 // len(piece))
        found = shared(long, "a a a a a x y " * 5_000)
        assert len(found.passages) <= 4 * MOST_PASSAGES


def folded(page: Page, start: int, end: int) -> list[str]:
    stream = ready(page.text[start:end]).streams.prose
    return stream.folded
