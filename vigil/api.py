"""A name in, listed entities out: `vigil.load_world` and `vigil.match`."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from vigil.model.order import Kind
from vigil.parties.match import Match, match_names
from vigil.store.worlds import open_world as load_world
from vigil.world import World

__all__ = ["Match", "load_world", "match"]


def match(
    names: str | Iterable[str],
    world: World,
    on: date | None = None,
    kind: Kind | str | None = None,
    country: str | None = None,
    threshold: float = 0.70,
    limit: int | None = None,
) -> list[list[Match]]:
    """Every listed entity whose name reaches the threshold, for each name.

    Args:
        names: one name or many.
        world: everything known, as `load_world` gives it.
        on: listings count as of this day; None: the day of the world's newest list.
        kind: organisation, person, vessel, aircraft; a different kind lowers the score.
        country: ISO 3166 alpha-2; a different country lowers the score.
        threshold: similarity 0–1 from which an entity is returned.
        limit: cut each answer after it is complete; None: all.

    Returns:
        A list for each name, in the order of input, each by falling score, then entity id.
    """
    wanted = [names] if isinstance(names, str) else list(names)
    return match_names(
        wanted,
        world.names,
        on=on or world.newest,
        kind=Kind(kind) if kind is not None else None,
        country=country,
        threshold=threshold,
        limit=limit,
    )
