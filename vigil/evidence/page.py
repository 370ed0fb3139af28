"""A report as it was read: its text, which parts are the report, its dates, what is odd.

`Page.text` is what a reader sees; every later result is a pair of offsets into it, and
`Page.raw_span` says where that stands in the raw text (the decoded bytes). For plain text both
are the same; for HTML the text leaves out the tags and the raw text is the page's source.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Literal, NamedTuple

import msgspec


class Span(NamedTuple):
    """Half-open offsets, in code points."""

    start: int
    end: int


class Run(NamedTuple):
    """`length` characters of the text that stand together: where in the text, where in the raw.

    A character reference (`&amp;`) is a run of its own, with the length of its raw form beside it.
    """

    text_start: int
    raw_start: int
    length: int
    raw_length: int


BlockKind = Literal[
    # kept
    "headline",
    "body",
    # dropped, each for the reason it is named by
    "dateline",  # place, day and agency before the first sentence; read for credits and dates
    "credit",  # "Source: …", "By …", "Photo: …": read for credits and dates
    "page_date",
    "navigation",
    "caption",
    "embedded_post",
    "media_mark",  # "(Video: …)", "banner"
    "comments",  # policy, invitation and comments of readers
    "biography",  # of the author
    "publisher_note",  # principles, rights, newsletters
    "repeated_body",
    "fragment",  # a piece of a sentence that stands whole elsewhere on the page
    "hidden",  # no reader sees it
    "outside",  # outside of the main text, by the reader of HTML
]
KEPT: frozenset[BlockKind] = frozenset({"headline", "body"})


class Block(msgspec.Struct, frozen=True):
    """A contiguous part of the text. Blocks do not overlap and stand in order; together they
    hold every character that is not white space. `why` is a short sentence for a reader.
    """

    at: Span
    kind: BlockKind
    why: str = ""

    @property
    def kept(self) -> bool:
        """Whether its sentences are the report's."""
        return self.kind in KEPT


DateKind = Literal["page", "dateline", "caption", "event", "weekday", "embedded_post", "given"]
DateTrust = Literal["impossible", "low", "fair", "good"]


class PageDate(msgspec.Struct, frozen=True):
    """A day that a page prints, or that a person gave for it.

    `day` is as much of an ISO day as the page says: `2023-06-09`, `2022-08`, `2023`; for a
    dateline without a year it is completed from the page's other days and `why` says so. A
    `weekday` ("on Friday") is resolved to a day by the best other date, or left "".
    """

    at: Span | None  # None: given by a person
    day: str
    kind: DateKind
    trust: DateTrust
    why: str = ""


MarkKind = Literal[
    "impossible_page_date",
    "repeated_body",
    "hidden_text",  # made to be unseen: in the colour of the paper, of no size, off the screen
    "not_shown",  # put aside as on most pages: menus, comments in the source, tooltips
    "bidi_control",
    "hidden_character",
    "mixed_script",
    "broken_encoding",
    "script_text",
    "language_not_read",
    "cut",
    "not_compared",  # states more than is compared with other pages
    "no_report",  # nothing on the page is a report
    "no_main_text",  # the reader of HTML could not tell the report, or not all it told is used
]


class Mark(msgspec.Struct, frozen=True):
    """Something about a page that a reader must know; `at` is None for the page as a whole."""

    kind: MarkKind
    at: Span | None
    why: str


class Page(msgspec.Struct, frozen=True, dict=True):
    """One page as read. `id` is the sha256 of its bytes, in hex; `name` is for people only."""

    id: str
    name: str
    form: Literal["text", "html"]
    encoding: str
    raw: str
    text: str
    runs: tuple[Run, ...]  # for "text" one run over all
    blocks: tuple[Block, ...]
    dates: tuple[PageDate, ...]
    marks: tuple[Mark, ...]
    publisher: str | None = None  # as a person gave it, else as the page says of itself
    url: str | None = None

    def slice(self, at: Span) -> str:
        """The text between two offsets."""
        return self.text[at.start : at.end]

    def raw_span(self, at: Span) -> Span:
        """Where a span of the text stands in the raw text."""
        if self.form == "text":
            return at
        return Span(self._raw_start(at.start), self._raw_end(at.end))

    @property
    def kept(self) -> tuple[Block, ...]:
        """The blocks that are the report, in order."""
        return tuple(block for block in self.blocks if block.kept)

    @property
    def day(self) -> PageDate | None:
        """The best date of the report itself: the most trusted of what was given, its dateline
        and its page date; a tie goes to the first in that order. A picture's day that nothing
        confirms says nothing of the report.
        """
        order = ("given", "dateline", "page", "caption", "weekday")
        trust = ("good", "fair", "low")
        own = [
            d
            for d in self.dates
            if d.kind in order
            and d.trust in trust
            and len(d.day) == 10
            and not (d.kind == "caption" and d.trust == "low")
        ]
        key = {d: (trust.index(d.trust), order.index(d.kind)) for d in own}
        return min(own, key=key.__getitem__, default=None)

    def _raw_start(self, offset: int) -> int:
        run = self.runs[max(0, bisect_right(self.runs, offset, key=lambda r: r.text_start) - 1)]
        within = offset - run.text_start
        return run.raw_start + (within if run.length == run.raw_length else 0)

    def _raw_end(self, offset: int) -> int:
        if offset == 0:
            return self._raw_start(0)
        run = self.runs[max(0, bisect_right(self.runs, offset - 1, key=lambda r: r.text_start) - 1)]
        if run.length != run.raw_length:
            return run.raw_start + run.raw_length
        return run.raw_start + offset - run.text_start
