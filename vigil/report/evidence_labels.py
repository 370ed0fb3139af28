"""A letter for each page of a room, so that a table can name five pages on one line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from string import ascii_uppercase

from rich.text import Text

from vigil.evidence.page import Page
from vigil.report.harmless import harmless


class Labels:
    """`A`, `B` … `Z`, `AA` … in the order of the room."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self._pages = pages
        self._letters = {page.id: _letters(number) for number, page in enumerate(pages)}

    def of(self, page: str) -> str:
        """The letter of a page by its id."""
        return self._letters[page]

    def short(self, text: str) -> str:
        """The text with each page's name replaced by its letter."""
        return self._names.sub(lambda met: self._by_name[met[0]], text)

    def legend(self) -> Iterator[Text]:
        """A line a page: letter, name, publisher, day."""
        for page in self._pages:
            said = [harmless(page.name)]
            if page.publisher:
                said.append(harmless(page.publisher))
            if page.day:
                said.append(page.day.day)
            yield Text(f"{self.of(page.id):>2}  {', '.join(said)}", style="dim")

    @cached_property
    def _by_name(self) -> dict[str, str]:
        return {page.name: self.of(page.id) for page in self._pages}

    @cached_property
    def _names(self) -> re.Pattern[str]:
        longest_first = sorted(self._by_name, key=len, reverse=True)
        return re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")


def _letters(number: int) -> str:
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, len(ascii_uppercase))
        letters = ascii_uppercase[rest] + letters
    return letters
