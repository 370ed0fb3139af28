"""What holds for the statements of any page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.evidence.pages import page_of
from vigil.evidence.statements import read_statements

WORDS = st.sampled_from(
    [
        "Kirby", "Anna Novak", "the ministry", "said", "told", "that", "“", "”", '"', "'", "’", ",",
        ".", "according to", "Reuters", ":", "he", "she", "U.S.", "Dr.", "\n", "\n\n", "but", "and",
        "(", ")", "—", "denied", "who", "citing", "may", "reported", "drones", "1.", "saying", "«",
        "»", "„", "?", "…", "statement", "a", "in", "Friday", "on",
    ]
)  # fmt: skip
PROSE = st.lists(WORDS, max_size=60).flatmap(
    lambda words: st.sampled_from([" ".join(words), "".join(words)])
)


def holds(text):
    page = page_of(text)
    reading = read_statements(page)
    spans = [s.at for s in reading.sentences]
    ends = [0, *(s.end for s in spans)]
    assert all(
        0 <= end <= s.start < s.end <= len(text) for s, end in zip(spans, ends, strict=False)
    )
    assert _bare(spans, page) == _bare_of(text)
    for statement in reading.statements:
        sentence = statement.sentence
        assert sentence.start <= statement.at.start < statement.at.end <= sentence.end
        assert all(
            statement.at.start <= q.start <= q.end <= statement.at.end for q in statement.quotes
        )
        assert all(page.slice(h.at).lower().replace("’", "'").split() for h in statement.hedges)
        if statement.cue is not None:
            assert page.slice(statement.cue).strip()
    for quotation in reading.quotations:
        if quotation.speaker is not None:
            assert quotation.speaker.name in text
    starts = [q.at for q in reading.quotations]
    assert starts == sorted(starts)
    assert [s.at for s in reading.statements] == sorted(s.at for s in reading.statements)


def _bare(spans, page):
    return "".join("".join(page.slice(s).split()) for s in spans)


def _bare_of(text):
    return "".join(text.split())


@given(PROSE)
def test_any_prose_is_read_within_its_offsets(text):
    holds(text)


@given(st.text(max_size=300))
def test_any_text_is_read_within_its_offsets(text):
    holds(text)


@pytest.mark.parametrize(
    "piece",
    ['"', "“", "'", ".", " ", "a", "said ", '"a" ', "a. ", "said, ", "and ", "Novak and ", "U.S. ",
     '.“”', "\n", "according to ", "“a”", ", who said "],
)  # fmt: skip
def test_a_long_run_of_one_piece_is_read(piece):
    holds(piece * (32_000 // len(piece)))
