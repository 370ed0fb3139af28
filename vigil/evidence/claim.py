"""What several pages state of the same thing, and where they differ."""

from __future__ import annotations

from typing import Literal

import msgspec

from vigil.evidence.page import Span


class Place(msgspec.Struct, frozen=True):
    """Where something stands: a page and offsets into its text."""

    page: str
    at: Span


class Claim(msgspec.Struct, frozen=True):
    """Statements of the same thing, joined.

    `text` is the wording to cite: direct speech before all else, as most pages print it. `pages`,
    `chains` and `origins` count what the graph counts; a page of which only the headline states it
    counts too. `origins` are ids of the graph's `origins` or of those `beside` them (`ir`,
    `politico`); a claim for which nobody is named has none. `contested_by`: the nearest first.
    `omitted_by`: pages of the same story that tell nothing of it. `settled_by` says what official
    text would settle it.
    """

    id: str  # "c1" …, in order of the story
    text: Place
    statements: tuple[Place, ...]
    speaker: str | None
    role: str | None
    mode: Literal["direct", "indirect", "narrated"]
    hedges: tuple[str, ...]
    pages: tuple[str, ...]
    chains: tuple[str, ...]
    origins: tuple[str, ...]
    contested_by: tuple[str, ...]  # ids of claims that deny or contradict it
    omitted_by: tuple[str, ...]
    settled_by: str


DiscrepancyKind = Literal[
    "number",
    "date",
    "modality",  # a hedge dropped, added or changed
    "role",
    "actor",
    "direction",  # who gives to whom
    "spelling",
    "quotation_altered",
    "quotation_made_indirect",
    "attribution_lost",
    "denial",  # one side denies what another states
    "classification",  # declassified / classified
    "version",  # would be issued / was issued
    "tense",  # was receiving / has sent
    "wording",  # other words that may change the sense: before the invasion / the attack
    "omission",  # told by some pages of a story, not by others
    "metadata",  # page date, repeated body, credit
]


class Discrepancy(msgspec.Struct, frozen=True):
    """One difference that a reader must be told, in one plain sentence.

    `left` and `right` are what differs, word for word, on each side; several pages that say the
    same stand together on one side. `weight`: 3 changes what is claimed or how far it can be
    relied on, 2 matters to who cites it, 1 is worth knowing.
    """

    kind: DiscrepancyKind
    left: tuple[Place, ...]
    right: tuple[Place, ...]
    summary: str
    weight: Literal[1, 2, 3]
    claim: str | None = None
