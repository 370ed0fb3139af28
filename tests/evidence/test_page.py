"""A page's offsets: into the text, and from there into the raw text."""

from vigil.evidence.page import Block, Page, PageDate, Run, Span


def page(raw: str, text: str, runs: tuple[Run, ...], dates: tuple[PageDate, ...] = ()) -> Page:
    form = "text" if raw == text else "html"
    blocks = (Block(Span(0, len(text)), "body"),)
    return Page("0" * 64, "a page", form, "utf-8", raw, text, runs, blocks, dates, ())


class TestRawSpan:
    # <p>Oil &amp; gas</p>: "Oil ", "&amp;", " gas"
    HTML = page(
        "<p>Oil &amp; gas</p>",
        "Oil & gas",
        (Run(0, 3, 4, 4), Run(4, 7, 1, 5), Run(5, 12, 4, 4)),
    )

    def test_plain_text_is_its_own_raw_text(self) -> None:
        text = page("One. Two.", "One. Two.", (Run(0, 0, 9, 9),))
        assert text.raw_span(Span(5, 9)) == Span(5, 9)

    def test_words_are_found_in_the_source(self) -> None:
        raw = self.HTML.raw_span(Span(6, 9))
        assert self.HTML.raw[raw.start : raw.end] == "gas"

    def test_a_character_reference_is_taken_whole(self) -> None:
        raw = self.HTML.raw_span(Span(0, 5))
        assert self.HTML.raw[raw.start : raw.end] == "Oil &amp;"
        assert self.HTML.raw_span(Span(4, 5)) == Span(7, 12)


class TestDay:
    def test_the_dateline_is_believed_before_the_page(self) -> None:
        dates = (
            PageDate(Span(0, 1), "2023-05-25", "page", "impossible"),
            PageDate(Span(2, 3), "2023-06-09", "dateline", "good"),
        )
        best = page("x" * 9, "x" * 9, (Run(0, 0, 9, 9),), dates).day
        assert best is not None
        assert best.day == "2023-06-09"

    def test_days_of_other_events_are_not_the_page_s(self) -> None:
        dates = (
            PageDate(Span(0, 1), "2022-08-01", "event", "good"),
            PageDate(Span(2, 3), "2023-05-28", "embedded_post", "good"),
        )
        assert page("x" * 9, "x" * 9, (Run(0, 0, 9, 9),), dates).day is None
