"""Places where models may be plugged in. Off by default; no decision rests on one alone.

What a plug-in gives counts only as offsets into `Page.text`, checked here, and is marked
`found="given"`. It fills what the rules leave open and never replaces what they found.
"""

from __future__ import annotations

from typing import NamedTuple, Protocol

from vigil.errors import InvalidInput
from vigil.evidence.page import Page, Span


class Attributor(Protocol):
    """Finds who speaks in a quotation."""

    def speaker(self, page: Page, quotation: Span) -> Span | None:
        """Where the page names the speaker of the quotation; None for no answer."""


class Coref(Protocol):
    """Finds whom a pronoun or a description means."""

    def antecedent(self, page: Page, words: Span) -> Span | None:
        """Where the page names whom the words mean; None for no answer."""


class Encoder(Protocol):
    """Places texts near each other that mean the same."""

    def encode(self, page: Page, at: Span) -> tuple[float, ...]:
        """A vector for a part of a page; always of the same length."""


class Entailment(Protocol):
    """Judges whether one statement follows from another."""

    def follows(self, page: Page, premise: Span, other: Page, hypothesis: Span) -> float:
        """How far the hypothesis follows, 0–1."""


class Plugins(NamedTuple):
    """What is plugged in."""

    attributor: Attributor | None = None
    coref: Coref | None = None
    encoder: Encoder | None = None
    entailment: Entailment | None = None


NONE = Plugins()


def checked(page: Page, at: Span, plugin: str) -> Span:
    """The span, where it is one of the page and holds more than white space.

    Raises:
        InvalidInput: it is not a range of the page's text.
    """
    start, end = at
    if not 0 <= start < end <= len(page.text) or not page.text[start:end].strip():
        raise InvalidInput.single(
            f"a plug-in must give a range of words within the page's 0–{len(page.text)}",
            plugin,
            (start, end),
        )
    return Span(start, end)
