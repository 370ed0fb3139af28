"""How far an embedded post reaches back above its author's line."""

from vigil.evidence.pages.blocks import blocks_of

LEAD = "The mayor of Lun, Ada Kern, told the council on Monday that the port will stay closed."
SIGNED = "— Ada Kern (@adakern) May 28, 2023"
LONG = "We have counted the ships in the bay again this morning, and there are more than before. "


def posts(*paragraphs: str) -> list[int]:
    """The places of the paragraphs that are of a post."""
    text = "\n".join(paragraphs)
    starts = [text.index(paragraph) for paragraph in paragraphs]
    return [
        starts.index(block.at.start) for block in blocks_of(text) if block.kind == "embedded_post"
    ]


def test_the_paragraph_above_the_author_is_of_the_post() -> None:
    assert posts(LEAD, "Sixty drones in one night.", SIGNED, LEAD + " It is closed.") == [1, 2]


def test_even_when_it_tells_what_somebody_said() -> None:
    assert posts(LEAD, "The governor said he knew nothing.", SIGNED) == [1, 2]


def test_short_paragraphs_above_it_are_while_all_fit_in_one_post() -> None:
    assert posts(LEAD, "Sixty drones.", "One night.", "We need more. pic.x.com/ab1", SIGNED) == [
        1,
        2,
        3,
        4,
    ]


def test_what_would_make_the_post_too_long_is_the_report() -> None:
    assert posts(LONG * 2 + "A.", LONG + "B.", LONG + "C.", SIGNED) == [1, 2, 3]


def test_a_line_that_leads_in_is_the_report() -> None:
    assert posts("The mayor wrote on her page:", "Sixty drones in one night.", SIGNED) == [1, 2]


def test_a_sentence_on_what_was_said_is_the_report() -> None:
    assert posts("The mayor said no more.", "Sixty drones in one night.", SIGNED) == [1, 2]


def test_a_post_in_one_paragraph_with_its_author() -> None:
    glued = f"Sixty drones in one night. pic.twitter.com/ab1{SIGNED}"
    assert posts(LEAD, glued, LEAD + " It is closed.") == [1]


def test_a_handle_in_a_sentence_is_no_post() -> None:
    assert (
        posts(LEAD, "Ada Kern (@adakern) wrote of sixty drones on May 28, 2023, and of a fire.")
        == []
    )


def test_an_empty_line_parts_a_post_from_the_report() -> None:
    post = f"Sixty drones in one night.\n{SIGNED}"
    text = f"{LEAD}\n\nThe yard sent a list.\n\n{post}\n\n{LEAD} It is closed."
    (only, signed) = [b for b in blocks_of(text) if b.kind == "embedded_post"]
    assert text[only.at.start : signed.at.end] == post


def test_a_post_whose_own_lines_stand_apart_goes_on() -> None:
    text = "\n\n".join([LEAD, "Sixty drones.", "One night.", SIGNED, LEAD + " It is closed."])
    assert sum(b.kind == "embedded_post" for b in blocks_of(text)) == 3
