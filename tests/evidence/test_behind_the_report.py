"""What stands behind the last paragraph of a report, and what only looks so."""

import pytest

from vigil.evidence.pages.blocks import blocks_of

REPORT = (
    "Harbour dues rise in May, the council of Ardle said on Monday.\n\n"
    "The council expects 4 million crowns a year from it, and says that small boats stay free.\n\n"
    "Boat owners said they were not asked before the vote was held.\n\n"
)


def kind_of(last: str) -> str:
    """The kind of the last paragraph."""
    return blocks_of(REPORT + last)[-1].kind


@pytest.mark.parametrize(
    ("last", "kind"),
    [
        ("Seawire's standards: accuracy, independence, fairness.", "publisher_note"),
        ("The Coast Leader’s editorial guidelines", "publisher_note"),
        ("What do you think? Have your say below.", "comments"),
        ("Do you agree? Join the discussion.", "comments"),
        ("Tell us what you think in the comments.", "comments"),
        ("Share your views below!", "comments"),
        ("Ada Moor covers ports and fisheries for the Leader. She lives in Ardle.", "biography"),
        ("Ben Holt is based in Ardle.", "biography"),
        ("Ben Holt writes about the sea and those who live from it.", "biography"),
    ],
)
def test_is_not_the_report(last: str, kind: str) -> None:
    assert kind_of(last) in {kind, "navigation"}


@pytest.mark.parametrize(
    "last",
    [
        "The ministry's standards: no vessel older than 20 years may enter.",
        "Ardle's principles: nobody may pay more than his boat is worth.",
        "What do you think would happen to the boats of the poor?",
        "Do you agree to the terms, the clerk asked each of the owners?",
        "Share prices of the port company fell below 40 crowns.",
        "Mayor Ada Moor covers the costs of the pier from her own purse.",
        "Ada Moor covers 30 kilometres a day for charity.",
        "Ben Holt is based in a shed that has no light and no water.",
    ],
)
def test_is_the_report(last: str) -> None:
    assert kind_of(last) == "body"
