"""What official text would settle a claim, from what its pages name."""

import pytest

from vigil.evidence.statement import Speaker
from vigil.evidence.tellings.settling import settled_by

HOLM = Speaker("Ed Holm", "spokesman", "Kerovian Navy", "named", None)
NAVY = Speaker("The Kerovian Navy", None, "Kerovian Navy", "named", None, "body")
SOMEBODY = Speaker("an official", None, None, "described", None, "unnamed")
OUTLET = Speaker("Zell Times", None, None, "named", None, "outlet")


@pytest.mark.parametrize(
    ("speaker", "day", "expected"),
    [
        (HOLM, "2024-03-01", "the statement of Ed Holm (Kerovian Navy) of 2024-03-01"),
        (NAVY, "2024-03-01", "the statement of the Kerovian Navy of 2024-03-01"),
        (NAVY, "", "the statement of the Kerovian Navy, reported on 2024-03-02"),
        (SOMEBODY, "2024-03-01", "none known"),
        (OUTLET, "2024-03-01", "none known"),
    ],
    ids=["person", "body", "day not known", "nobody by name", "a paper is no official text"],
)
def test_the_speaker_s_own_words(speaker: Speaker, day: str, expected: str) -> None:
    assert settled_by([(speaker, day)], ["Engines were seized."], "2024-03-02") == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It violates Security Council resolution 2231.", "the Security Council resolution"),
        ("A new joint advisory names the firms.", "the new joint advisory"),
        ("The court indictment was unsealed.", "the court indictment"),
        ("The annual report of the panel says so.", "the annual report"),
        ("In order to pay, he sold the boat.", "none known"),
        ("Reports of an explosion came in.", "none known"),
    ],
)
def test_papers_that_are_named(sentence: str, expected: str) -> None:
    assert settled_by([], [sentence], "") == expected


def test_one_paper_is_named_once_by_its_fullest_name() -> None:
    told = settled_by([], ["The advisory was published.", "A joint advisory was published."], "")
    assert told == "the joint advisory"
