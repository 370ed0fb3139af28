"""Names of drone models by their first piece, so that a text without one costs one look a piece."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec

from vigil.goods.wording import Piece, pieces_of

if TYPE_CHECKING:
    from vigil.goods.catalogue import UavModel


class ModelName(msgspec.Struct, frozen=True):
    """A name as it is looked for; `is_bare`: it also means something else."""

    text: str
    pieces: tuple[Piece, ...]
    is_bare: bool


class ModelIndex:
    """The names of all models, those that may stand in a text found at once."""

    def __init__(self, models: Iterable[UavModel]) -> None:
        self._models = tuple(models)
        self._by_first: dict[str, list[tuple[int, ModelName]]] = {}
        for place, model in enumerate(self._models):
            for name in (*model.names, *model.bare_names):
                if pieces := pieces_of(name):
                    told = ModelName(name, pieces, name in model.bare_names)
                    self._by_first.setdefault(pieces[0].key, []).append((place, told))

    def may_name(self, text: str) -> bool:
        """Does the first piece of a model's name stand in the text?"""
        return not self._by_first.keys().isdisjoint(piece.key for piece in pieces_of(text))

    def beginning_in(self, pieces: Sequence[Piece]) -> Iterator[tuple[UavModel, list[ModelName]]]:
        """Each model, in their order, with those of its names whose first piece stands there."""
        found: dict[int, list[ModelName]] = {}
        for key in {piece.key: None for piece in pieces if piece.key in self._by_first}:
            for place, name in self._by_first[key]:
                found.setdefault(place, []).append(name)
        for place in sorted(found):
            model = self._models[place]
            told = (*model.names, *model.bare_names)
            yield model, sorted(found[place], key=lambda name: told.index(name.text))
