"""What a claim left out of a sentence is compared where two pages print the same."""

from tests.evidence.simple import simple_page
from tests.evidence.test_discrepancies import RAIN, lines, pages
from vigil.evidence.claim import Place
from vigil.evidence.page import Span
from vigil.evidence.statement import Statement
from vigil.evidence.tellings.widened import widened
from vigil.evidence.told import Told

LOADED = "The port authority is loading the winches with the navy."
CUT = len("The port authority is loading the winches")


def _told(text: str, end: int) -> Told:
    page = simple_page(text, publisher=text[-9:])
    at = Span(0, len(text))
    return Told(page, Statement(at, at, "narrated"), Span(0, end))


def test_a_clause_outside_of_the_claim_is_compared() -> None:
    other = LOADED.replace("the navy", "the museum")
    assert len(lines(pages(f"{LOADED} {RAIN}", f"{other} {RAIN}"), "actor")) == 1


def test_sentences_that_are_nearly_the_same_are_taken_whole() -> None:
    told = [_told(LOADED, CUT), _told(LOADED.replace("navy", "army"), CUT)]
    assert [t.text[CUT:] for t in widened(told, [])] == [" with the navy.", " with the army."]


def test_another_telling_stays_as_the_claim_has_it() -> None:
    told = [_told(LOADED, CUT), _told("Winches were put aboard on Monday, dockers said.", 33)]
    assert widened(told, []) == told


def test_what_another_claim_holds_is_not_taken_in() -> None:
    told = [_told(LOADED, CUT), _told(LOADED.replace("navy", "army"), CUT)]
    held = [Place(t.page.id, Span(CUT + 1, len(LOADED))) for t in told]
    assert [t.text for t in widened(told, held)] == [t.text + " " for t in told]
