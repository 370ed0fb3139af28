"""Which marks open, which close, and which are apostrophes."""

import pytest

from vigil.evidence.page import Span
from vigil.evidence.speech.quotation_marks import quoted_pieces
from vigil.evidence.speech.sentences import paragraphs


def held(text):
    pieces = quoted_pieces(text, paragraphs(text, Span(0, len(text))))
    return [text[p.inner.start : p.inner.end] for p in pieces]


PAIRS = {
    "curly": ("He said “yes” and “no”.", ["yes", "no"]),
    "straight": ('He said "yes" and "no".', ["yes", "no"]),
    "single curly with an apostrophe": ("‘It’s late,’ he said.", ["It’s late,"]),
    "single straight with an apostrophe": ("'It's late,' he said.", ["It's late,"]),
    "a possessive inside single marks": ("‘The drivers’ union left,’ he said.", None),
    "angle": ("«Yes», he said.", ["Yes"]),
    "angle turned": ("»Ja«, he said.", ["Ja"]),
    "German": ("„Ja“, he said. „Nein“.", ["Ja", "Nein"]),
    "nested": ("“He said ‘no’ twice,” she said.", ["He said ‘no’ twice,"]),
    "nested straight": ('"He said "no" twice," she said.', ['He said "no" twice,']),
    "curly opened, straight closed": ('“Yes," he said.', ["Yes,"]),
    "straight opened, curly closed": ('"Yes,” he said.', ["Yes,"]),
    "glued": ('"One."Two said."Three."', ["One.", "Three."]),
    "closed and opened at once": ('"One.""Two."', ["One.", "Two."]),
    "unclosed after a colon": ("He said: “One. Two.", ["One. Two."]),
    "inches": ('A 12" pipe and a 5" one', []),
    "apostrophes": ("The drivers' '90s cars, rock 'n' roll", []),
    "a stray closing mark": ("He left.” She stayed.", []),
    "an empty pair": ('He said "" and left.', []),
}


@pytest.mark.parametrize(("text", "wanted"), PAIRS.values(), ids=PAIRS.keys())
def test_marks_pair(text, wanted):
    assert held(text) == (["The drivers’ union left,"] if wanted is None else wanted)


def test_a_paragraph_opens_again_what_was_not_closed():
    pieces = quoted_pieces(text := "“One.\n\n“Two.”", paragraphs(text, Span(0, len(text))))
    assert [(p.goes_on, p.continues, p.closed) for p in pieces] == [
        (True, False, False),
        (False, True, True),
    ]


def test_a_closed_quotation_does_not_go_on():
    pieces = quoted_pieces(text := "“One.”\n\n“Two.”", paragraphs(text, Span(0, len(text))))
    assert [(p.goes_on, p.continues) for p in pieces] == [(False, False), (False, False)]
