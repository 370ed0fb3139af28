"""Where sentences end, and where a stop is none."""

import pytest

from vigil.evidence.page import Span
from vigil.evidence.speech.quotation_marks import quoted_pieces
from vigil.evidence.speech.sentences import paragraphs, sentences


def cut(text):
    places = paragraphs(text, Span(0, len(text)))
    quoted = quoted_pieces(text, places)
    closing = {q.outer.end - 1 for q in quoted if q.closed}
    opening = {q.outer.start for q in quoted}
    return [text[s.start : s.end] for p in places for s in sentences(text, p, closing, opening)]


SPLIT = {
    "two sentences": "It rained.|We left.",
    "question and exclamation": "Why?|Go!|Now.",
    "after an acronym": "He moved to the U.S.|The firm stayed.",
    "after a number": "It cost 5.|We paid.",
    "closing mark behind the stop": "“We left.”|It rained.",
    "inside a quotation": "“It rained.|We left,” he said.",
    "bracket behind the stop": "(It rained.)|We left.",
    "ellipsis": "We waited...|Nobody came.",
    "question in marks, then another sentence": "“Why?”|The hall was empty.",
    "after a company": "He joined Kestrel Inc.|The firm grew.",
    "after afternoon": "It began at 5 p.m.|The hall was full.",
    "Russian marks": "«It rained.»|We left.",
}
GLUED = {
    "words": ["It was sent to Ukraine.", "Citing a memo, he left."],
    "closing mark and word": ['"Take the dose."', "We are ready."],
    "two quotations": ['"One."', '"Two."'],
    "question": ["Why?", "Because."],
}
WHOLE = {
    "acronym": "The U.S. State Department replied.",
    "acronym at the start": "U.N. inspectors came.",
    "title": "Dr. Fox and Mr. Lee met Gen. Roy.",
    "initials": "J. R. Fox met A. B. Lee.",
    "number": "Unit No. 5 failed.",
    "decimal": "It grew by 3.5 percent to $1.2 million.",
    "company": "Kestrel Inc. paid.",
    "ellipsis": "We waited… and waited ... for nothing.",
    "question with a tag": "“Why?” he asked.",
    "question with a named tag": "“Why?” Ada Fox asked.",
    "exclamation in a name": "Yahoo! said no.",
    "month": "It closed on Jan. 5 for good.",
    "semicolon": "It rained; we left; they stayed.",
    "glued acronym": "The U.S.has paid; a U.S.advisory came.",
    "address": "See www.example.com/News.Html for more.",
    "numbered": "1. The first point",
    "hour": "It began at 5 p.m. on Friday.",
    "and others": "Bolts, nuts, etc. were sold.",
}


@pytest.mark.parametrize("text", SPLIT.values(), ids=SPLIT.keys())
def test_a_sentence_ends(text):
    assert cut(text.replace("|", " ")) == text.split("|")


@pytest.mark.parametrize("pieces", GLUED.values(), ids=GLUED.keys())
def test_glued_sentences_end(pieces):
    assert cut("".join(pieces)) == pieces


@pytest.mark.parametrize("text", WHOLE.values(), ids=WHOLE.keys())
def test_a_sentence_goes_on(text):
    assert cut(text) == [text]


def test_a_heading_without_a_stop_stands_alone():
    assert cut("What we know\nThe parts were old.") == ["What we know", "The parts were old."]


def test_items_of_a_list_stand_alone():
    assert cut("- pumps\n- valves\n- motors") == ["- pumps", "- valves", "- motors"]


def test_a_line_wrapped_by_hand_goes_on():
    text = (
        "The committee met on Tuesday to hear about the engines that\n"
        "were found near the river, and asked the ministry for papers.\n"
        "It will meet again in the spring, when the papers are there."
    )
    assert len(cut(text)) == 2
