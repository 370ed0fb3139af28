"""Names looked for in one index, the answers kept: the same companies come in many orders."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from vigil.index.hit import Hit
from vigil.index.names import NameIndex
from vigil.names.prepared import prepare, says_nothing
from vigil.parties.grounds import NAME_NEAR_FROM

KEPT = 16_384  # names, by use; most meet nobody, so a kept answer is small


class Looked(msgspec.Struct, frozen=True):
    """Whom a name came near; `says_nothing`: it has only words that many names share."""

    hits: tuple[Hit, ...]
    says_nothing: bool


class NameSearch:
    """The search of an index for names of orders, complete from `NAME_NEAR_FROM` on.

    An index never changes, so that an answer that was given stays right.
    """

    def __init__(self, index: NameIndex) -> None:
        self._index = index
        self.look_for = lru_cache(KEPT)(self._look_for)

    def _look_for(self, name: str) -> Looked:
        """Whom the name comes near.

        Raises:
            InvalidInput: the name cannot be searched.
        """
        hits = self._index.search(name, threshold=NAME_NEAR_FROM)
        return Looked(tuple(hits), says_nothing(prepare(name, is_person=False)))
