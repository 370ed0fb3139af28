"""Transcripts: labels in capitals say who speaks."""

from tests.evidence.pages import page_of
from vigil.evidence.statements import read_statements

TALK = """MS. FOX: The talks went on. They may end today.

Q: Was the ministry told?

MS. FOX: It was not.

The papers were sent later."""


def said(text):
    page = page_of(text)
    return [
        (page.slice(s.at), s.mode, s.speaker and s.speaker.name)
        for s in read_statements(page).statements
    ]


def test_each_sentence_has_its_label():
    assert said(TALK) == [
        ("The talks went on.", "direct", "MS. FOX"),
        ("They may end today.", "direct", "MS. FOX"),
        ("Was the ministry told?", "direct", "Q"),
        ("It was not.", "direct", "MS. FOX"),
        ("The papers were sent later.", "direct", "MS. FOX"),
    ]


def test_hedges_and_negation_are_read():
    statements = read_statements(page_of(TALK)).statements
    assert [h.words for h in statements[1].hedges] == ["may"]
    assert statements[3].negated


def test_a_single_label_is_no_transcript():
    assert {mode for _, mode, _ in said("UPDATE: It rained.\n\nOSLO: It rained, too.")} == {
        "narrated"
    }


def test_labels_that_do_not_come_back_are_no_transcript():
    text = "OSLO: It rained.\n\nRIGA: It snowed.\n\nROME: It was dry."
    assert {speaker for _, _, speaker in said(text)} == {None}
