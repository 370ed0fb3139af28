"""The names of a world as reports may print them: what `vigil.evidence` looks for on pages."""

from __future__ import annotations

from collections.abc import Iterator

from vigil.evidence.link import Known
from vigil.evidence.topics import DRONE, SHIPS
from vigil.model.entity import Entity, NameQuality
from vigil.model.order import Kind
from vigil.world import World


def known_names(world: World) -> Iterator[Known]:
    """Every name of every thing of the world that a report may name."""
    for entity in world.parts.entities():
        yield from _names_of(entity)
    for model in world.goods.models:
        for name in model.names:
            yield Known("model", model.id, name)
        for name in model.bare_names:
            yield Known("model", model.id, name, weak=True, beside=tuple(DRONE))
    for place in world.routes.places:
        for name in dict.fromkeys((place.name, *place.spellings, *place.strong_spellings)):
            needed = () if name in place.strong_spellings else place.needs_words
            yield Known("place", place.id, name, False, (place.country,), False, needed)
    for country in world.law.countries:
        for name in country.names:
            yield Known("country", country.code, name)


def _names_of(entity: Entity) -> Iterator[Known]:
    is_person = entity.kind is Kind.PERSON
    beside = SHIPS if entity.kind is Kind.VESSEL else ()
    for name in entity.names:
        weak = name.quality is not NameQuality.FULL
        yield Known("party", entity.id, name.text, weak, entity.countries, is_person, beside)
