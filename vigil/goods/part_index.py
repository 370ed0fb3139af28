"""Drone parts by number, so that a text costs what it is long and not what the table is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from vigil.goods.part_number import normal_form, stems

if TYPE_CHECKING:
    from vigil.goods.catalogue import UavPart

# Whole families of chips, of which a marking showed no more than the first letters.
TOO_WIDE = frozenset({"TMS320", "STM32", "STM321", "XC6SLX", "XC7", "ADM32"})
BEGINNING = 3  # characters; the shortest key known is 912


class PartIndex:
    """The parts that can be met, by normal form; families that are too wide are left out."""

    def __init__(self, parts: Iterable[UavPart]) -> None:
        self._by_key: dict[str, list[UavPart]] = {}
        for part in parts:
            if part.key not in TOO_WIDE:
                self._by_key.setdefault(part.key, []).append(part)
        self._beginnings = frozenset(key[:BEGINNING] for key in self._by_key)

    def in_text(self, text: str, *, telling: bool) -> Iterator[UavPart]:
        """The parts that a text may be, whatever words they need beside them.

        Args:
            text: a part number or a word of a description.
            telling: the text is a part number by its field or its looks; any other text meets only
                parts that need a word beside them.
        """
        if normal_form(text)[:BEGINNING] not in self._beginnings:
            return
        for place, stem in enumerate(stems(text)):
            for part in self._by_key.get(stem, ()):
                if (telling or part.with_word) and (place == 0 or part.by_prefix):
                    yield part
