"""Where reports come from: pages, the chains they belong to, the primary origins behind them."""

from __future__ import annotations

from typing import Literal

import msgspec

from vigil.evidence.page import Span

Relation = Literal[
    "same_text",  # the prose is the same: one is a copy of the other or of a common text
    "earlier_version",  # the same prose, less complete, with marks of an earlier version
    "paraphrase",  # sentence for sentence the same statements in other words
    "same_quotations",  # shares quotations and no prose: same primary source, own writing
    "unrelated",
]


class Passage(msgspec.Struct, frozen=True):
    """Words that two pages share: their place on each."""

    left: Span
    right: Span


class Overlap(msgspec.Struct, frozen=True):
    """What two pages share, apart for prose and for quotations.

    Each share is of the smaller side, 0–1: words that stand in shared n-grams over all words.
    `slips` are shared passages that hold a mistake nobody makes twice ("in they past").
    """

    left: str
    right: str
    prose: float
    quotations: float
    aligned: float  # share of the smaller side's sentences that tell the same in the same order
    relation: Relation
    passages: tuple[Passage, ...] = ()
    slips: tuple[Passage, ...] = ()
    why: str = ""
    sentences: int = 0  # that tell the same in the same order
    earlier: str = ""  # the page that is the earlier version, where marks tell


class Credit(msgspec.Struct, frozen=True):
    """Whom a page names for its text: `Source: …`, `(Reuters) -`, `according to Reuters`."""

    page: str
    name: str  # as printed
    agency: str | None  # the agency's id where it is one: "reuters"
    how: Literal["dateline", "byline", "source_line", "in_text", "photo", "given"]
    at: Span | None
    for_text: bool  # false: for a photograph, or for one passage only


class Edge(msgspec.Struct, frozen=True):
    """`page` comes from `source`: another page's id, `agency:reuters`, or an origin's id."""

    page: str
    source: str
    relation: Literal["copy_of", "earlier_version_of", "paraphrase_of", "credits", "states"]
    credited: bool
    why: str


class Chain(msgspec.Struct, frozen=True):
    """Pages that reach the reader through one writer: an agency's report with its copies and
    paraphrases, or a page of its own writing. `id` is stable: the smallest page id, shortened.
    """

    id: str
    head: str  # "agency:reuters" or a page id
    pages: tuple[str, ...]
    owner: str = ""  # the house that owns the agency or outlet, where `owners` knows it


class PrimaryOrigin(msgspec.Struct, frozen=True):
    """Who first said it: a speaker or body, on a day as far as known."""

    id: str
    speaker: str  # "John Kirby", "White House"
    organisation: str | None
    day: str  # "" where no page says
    chains: tuple[str, ...]
    why: str
    key: str = ""  # of the body, as the story's names of it are joined


class OriginGraph(msgspec.Struct, frozen=True):
    """Pages → chains → primary origins; `stories` are pages that tell of the same thing.

    `beside` are speakers on whose word no chain rests as a whole, but some of what it tells does (a
    denial, what another paper found): by name, without a day. They are not counted as origins of
    a story; a claim that rests on one names its id.
    """

    pages: tuple[str, ...]
    overlaps: tuple[Overlap, ...]  # only pairs that share something
    credits: tuple[Credit, ...]
    edges: tuple[Edge, ...]
    chains: tuple[Chain, ...]
    origins: tuple[PrimaryOrigin, ...]
    stories: tuple[tuple[str, ...], ...]
    beside: tuple[PrimaryOrigin, ...] = ()
