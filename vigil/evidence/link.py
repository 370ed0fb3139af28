"""Where a page names something that the world knows."""

from __future__ import annotations

from typing import Literal, NamedTuple

import msgspec

from vigil.evidence.page import Span

LinkKind = Literal["party", "goods", "part", "model", "place", "provision", "country"]


class Known(NamedTuple):
    """One name of one thing of the world, as it may stand in a report.

    `id` is the world's own: an entity id, a key item's code (`hs:854231`), a model, a place, a
    provision, an ISO 3166 alpha-2 code. A weak name (weak alias, acronym, a word of everyday)
    counts only beside something else that the page says of the same thing: another name of it,
    one of its `countries` (alpha-2), a word of the trade. `beside`: words of which one must stand
    near the name. `person`: the name of a person, so that its order may change and its middle
    names may be absent. `sought`: somebody asks for this very name, so that two words with a rare
    one count alone. A capital that stands for its government is a weak name of the country.
    """

    kind: LinkKind
    id: str
    name: str
    weak: bool = False
    countries: tuple[str, ...] = ()
    person: bool = False
    beside: tuple[str, ...] = ()
    sought: bool = False


class Link(msgspec.Struct, frozen=True):
    """Words of a page that name something of the world; one per (place, kind, id).

    `how` says by what: a whole name, a weak alias, an acronym, a code, or a near spelling with its
    similarity (0–1).
    """

    at: Span
    kind: LinkKind
    id: str
    name: str  # as the world has it
    how: Literal["name", "weak_alias", "acronym", "near_spelling", "code"] = "name"
    score: float = 1.0
