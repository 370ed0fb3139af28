"""What stands around the words told is compared in sentences that are nearly the same."""

import pytest

from tests.evidence.test_discrepancies import RAIN, lines, pages


def kinds_told(left: str, right: str, kind: str) -> int:
    return len(lines(pages(f"{left} {RAIN}", f"{right} {RAIN}"), kind))


@pytest.mark.parametrize(
    ("kind", "left", "right"),
    [
        (
            "date",
            "“The lamps were of brass and the crates of pine,” the mayor said on Monday.",
            "“The lamps were of brass and the crates of pine,” the mayor said on Thursday.",
        ),
        (
            "date",
            "“Give the museum a new roof and it will stay open,” Orla Venn promised in 2019.",
            "“Give the museum a new roof and it will stay open,” Orla Venn promised in 2014.",
        ),
        (
            "modality",
            "The mayor reportedly told the council that 300 lamps were stolen in Zell.",
            "The mayor told the council that 300 lamps were stolen in Zell.",
        ),
    ],
    ids=["weekday", "year", "hedge"],
)
def test_the_clause_of_who_says_it_may_differ(kind: str, left: str, right: str) -> None:
    assert kinds_told(left, right, kind) == 1


def test_another_verb_of_saying_is_no_difference() -> None:
    left = "The mayor told the council that 300 lamps were stolen in Zell."
    right = "The mayor said to the council that 300 lamps were stolen in Zell."
    assert lines(pages(f"{left} {RAIN}", f"{right} {RAIN}"), "modality") == []
    assert lines(pages(f"{left} {RAIN}", f"{right} {RAIN}"), "number") == []


def test_a_day_that_only_one_sentence_has_is_no_difference() -> None:
    left = "“The lamps were of brass and the crates of pine,” the mayor said on Monday."
    right = "“The lamps were of brass and the crates of pine,” the mayor said."
    assert kinds_told(left, right, "date") == 0


def test_a_quotation_that_its_cue_interrupts_is_one() -> None:
    left = "“A lamp like this costs nine crowns,” the mayor said, “and it burns for a night.”"
    right = "The mayor said: “A lamp like this costs nine crowns, and it burns for a night.”"
    assert kinds_told(left, right, "quotation_altered") == 0
