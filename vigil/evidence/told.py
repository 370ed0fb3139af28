"""One statement with the page that tells it: what differences are looked for between."""

from __future__ import annotations

import msgspec

from vigil.evidence.claim import Place
from vigil.evidence.page import Page, Span
from vigil.evidence.statement import Statement


class Told(msgspec.Struct, frozen=True):
    """What one page tells of one thing.

    `at` is what is compared: the statement's own `at`, or a clause of it where one sentence tells
    several things ("were built in Iran", "shipped across the Caspian Sea"). The words around it
    (cue, speaker, the rest of the sentence) are found through `statement` and `page`.
    """

    page: Page
    statement: Statement
    at: Span

    @property
    def text(self) -> str:
        """The words that are compared, as on the page."""
        return self.page.slice(self.at)

    @property
    def place(self) -> Place:
        """Where they stand."""
        return Place(self.page.id, self.at)
