"""A plug-in fills what the rules leave open, by ranges of the page, and never more."""

import pytest

from tests.evidence.pages import page_of
from vigil.errors import InvalidInput
from vigil.evidence.page import Span
from vigil.evidence.plugins import Plugins
from vigil.evidence.statements import read_statements

TEXT = "Ada Fox left the hall at noon. It was cold.\n\n“It is over.” “We lost,” said Ivo Marek."
OPEN = "The hall was cold.\n\n“It is over.”\n\nIvo Marek left."


class Points:
    """Answers each question with one range."""

    def __init__(self, at):
        self.at = at

    def speaker(self, page, quotation):  # noqa: ARG002
        return self.at

    def antecedent(self, page, words):  # noqa: ARG002
        return self.at


def test_a_given_speaker_is_the_words_of_the_page():
    start = OPEN.index("Ivo")
    given = Plugins(attributor=Points(Span(start, start + 9)))
    (quotation,) = read_statements(page_of(OPEN), given).quotations
    assert quotation.speaker.name == "Ivo Marek"
    assert (quotation.speaker.found, quotation.speaker.words) == ("given", Span(start, start + 9))


def test_a_statement_has_the_given_speaker_too():
    start = OPEN.index("Ivo")
    given = Plugins(attributor=Points(Span(start, start + 9)))
    statements = read_statements(page_of(OPEN), given).statements
    assert [s.speaker.found for s in statements if s.mode == "direct"] == ["given"]


@pytest.mark.parametrize("at", [Span(-1, 4), Span(5, 5), Span(9, 3), Span(0, 10_000), Span(18, 19)])
def test_a_range_outside_of_the_page_is_refused(at):
    with pytest.raises(InvalidInput):
        read_statements(page_of(OPEN), Plugins(attributor=Points(at)))


def test_what_the_rules_found_stands():
    given = Plugins(attributor=Points(Span(0, 7)))
    quotations = read_statements(page_of(TEXT), given).quotations
    assert quotations[1].speaker.name == "Ivo Marek"
    assert quotations[1].speaker.found == "named"


def test_no_answer_leaves_it_open():
    (quotation,) = read_statements(page_of(OPEN), Plugins(attributor=Points(None))).quotations
    assert quotation.speaker is None


def test_a_pronoun_that_means_nobody_is_asked_for():
    text = "“It is over,” he said.\n\nIvo Marek left."
    start = text.index("Ivo")
    given = Plugins(coref=Points(Span(start, start + 9)))
    (quotation,) = read_statements(page_of(text), given).quotations
    assert (quotation.speaker.name, quotation.speaker.found) == ("Ivo Marek", "given")


def test_without_plugins_it_stays_open():
    text = "“It is over,” he said.\n\nIvo Marek left."
    (quotation,) = read_statements(page_of(text)).quotations
    assert quotation.speaker is None
