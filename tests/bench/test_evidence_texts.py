"""The texts of the evidence bench, their markup, and the changes made to them."""

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.evidence.edits import Edit, apply, clash
from bench.evidence.harmless import HARMLESS, draw
from bench.evidence.markup import Marked, MarkupError, parse_markup, read_articles
from bench.evidence.mutations import MUTATIONS, mutations_of
from vigil.evidence.page import Span

ARTICLES = read_articles()
VERSIONS = [m for a in ARTICLES for m in (a.marked, a.paraphrase) if m is not None]
MARKS = ('"', "“", "„", "‘")


def test_there_are_enough_texts_and_second_versions():
    assert len(ARTICLES) >= 40
    assert sum(article.paraphrase is not None for article in ARTICLES) >= 15
    assert len({article.genre for article in ARTICLES}) >= 10


def test_marks_are_taken_out_and_kept_as_offsets():
    marked = parse_markup('He said: "{q a|We {w|go|stay} at {n|two|ten}.}"', ["a"])
    assert marked.text == 'He said: "We go at two."'
    words = [(slot.tag, marked.words(slot.at), slot.others) for slot in marked.slots]
    assert words == [
        ("w", "go", ("stay",)),
        ("n", "two", ("ten",)),
        ("q", "We go at two.", ()),
    ]


def test_a_dateline_is_no_part_of_the_first_sentence():
    marked = parse_markup("{dateline|LIMA, May 2 (Norte) -} It rained.")
    kinds = [(line.kind, marked.words(line.at)) for line in marked.lines]
    assert kinds == [("dateline", "LIMA, May 2 (Norte) -"), ("body", "It rained.")]


@pytest.mark.parametrize(
    "source",
    [
        "an open {n|mark",
        "a lone } brace",
        "a lone | bar",
        "{nosuch|tag}",
        "{q stranger|words}",
        "{q|words of nobody}",
        "{n|one|{n|two}}",
        "%nosuch block",
        "=same before any sentence",
        "A sentence.\n=nosuch kind",
    ],
)
def test_a_slip_in_the_markup_is_an_error(source):
    with pytest.raises(MarkupError):
        parse_markup(source, ["a"])


def test_each_pair_of_quotation_marks_is_marked():
    unmarked = [m.text for m in VERSIONS if _outside_of_marks(m)]
    assert unmarked == []


def _outside_of_marks(marked: Marked) -> bool:
    inside = [s.at for s in marked.slots if s.tag in ("q", "title")]
    framed = all(marked.text[at.start - 1] in MARKS for at in inside)
    curly = sum(marked.text[at.start - 1] != "‘" for at in inside)
    return not framed or len(re.findall('["“”„]', marked.text)) != 2 * curly


def test_each_line_is_one_sentence():
    two = re.compile(r"(?<!Dr)(?<!U\.S)[a-z][.?!][\"”“]* [\"“„]*[A-Z]")
    lines = [m.words(line.at) for m in VERSIONS for line in m.lines if line.kind == "body"]
    assert [words for words in lines if two.search(words)] == []


def test_each_sort_of_change_is_made_somewhere():
    assert all(any(list(mutate(a)) for a in ARTICLES) for mutate in MUTATIONS)
    assert all(any(list(make(a.marked)) for a in ARTICLES) for make in HARMLESS.values())


def test_each_change_changes_the_text_where_it_says():
    for article in ARTICLES:
        for planted in mutations_of(article):
            edited = apply(article.marked.text, planted.edits)
            assert edited.text != article.marked.text, planted.name
            (at, words), (_, after) = sorted(planted.edits)[0], edited.pieces[0]
            assert article.marked.words(at) != edited.text[after.start : after.end] == words


def test_changes_leave_no_double_space():
    for article in ARTICLES:
        for planted in mutations_of(article):
            assert "  " not in apply(article.marked.text, planted.edits).text, planted.name


def test_harmless_changes_touch_no_planted_words():
    for article in ARTICLES:
        for name in HARMLESS:
            edits = draw(name, article.marked, random.Random(1))
            assert not clash(edits)


@given(st.data())
def test_words_that_no_edit_touches_are_found_again(data):
    text = data.draw(st.text("ab \n", min_size=1, max_size=40))
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=4, max_size=4)))
    one, two = Span(cuts[0], cuts[1]), Span(cuts[2], cuts[3])
    kept = Span(cuts[1], cuts[2])
    edits = [Edit(one, data.draw(st.text("xy", min_size=1, max_size=5)))]
    if two.start > kept.end or two.start > one.end:
        edits.append(Edit(two, data.draw(st.text("xy", min_size=1, max_size=5))))
    if clash(edits) or kept.start == kept.end:
        return
    edited = apply(text, edits)
    at = edited.span(kept)
    if one.start == one.end == kept.start or two.start == two.end == kept.end:
        return
    assert text[kept.start : kept.end] in edited.text[at.start : at.end]
