"""What only a person can answer of an order."""

from __future__ import annotations

import msgspec

from vigil.model.provision import Basis


class Question(msgspec.Struct, frozen=True):
    """Red flags of one field of `answers` that nothing in the order shows.

    `flags` are their ids and `statements` what they publish, in the same order, the heaviest that
    was read first; `weight`, `verified` and `basis` are the first one's. True says that a statement
    holds. `instead` are the parts of an order that, once given, show the same.
    """

    field: str
    flags: tuple[str, ...]
    statements: tuple[str, ...]
    weight: str
    verified: bool
    basis: Basis
    instead: tuple[str, ...] = ()

    @property
    def short(self) -> dict[str, object]:
        """The question as decisions carry it; its words stand in docs/red-flags.md."""
        return {"field": self.field, "flags": list(self.flags)}
