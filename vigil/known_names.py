"""The names of a world as reports may print them: what `vigil.evidence` looks for on pages."""

from __future__ import annotations

from collections.abc import Iterator

from vigil.evidence.link import Known
from vigil.evidence.names.nationalities import (
    ALSO_OTHERS,
    ONLY_BESIDE,
    SEATS_OF_GOVERNMENT,
    nationalities,
)
from vigil.evidence.names.provision_forms import forms_of
from vigil.evidence.names.topics import DRONES, SHIPS
from vigil.goods.catalogue import GoodsCatalogue
from vigil.goods.part_index import TOO_WIDE
from vigil.model.entity import Entity, NameQuality
from vigil.model.order import Kind
from vigil.routes.catalogue import Place, PlaceKind
from vigil.rules.catalogue import Country
from vigil.world import World

SHORTEST_NATIVE = 5  # letters of a country's Latin name in another language (Çin, Inde, Rusya)
SHORTEST_PART = 5  # characters of a part's number that tells the part without a word beside it
ECCN_SAID = ("eccn", "eccns", "ccl", "ear", "classification", "category", "commerce")


def known_names(world: World) -> Iterator[Known]:
    """Every name of every thing of the world that a report may name."""
    for entity in world.parts.entities():
        yield from names_of(entity)
    yield from _of_goods(world.goods)
    for place in world.routes.places:
        yield from _of_place(place)
    for country in world.law.countries:
        yield from _of_country(country)
    by_code = nationalities()
    for code, names in by_code.items():
        for name in names:
            yield _country(code, name)
    for code, names in SEATS_OF_GOVERNMENT.items():
        yield from (Known("country", code, name, weak=True) for name in names)
    for provision in world.law.provisions:
        for name, weak in forms_of(provision):
            about = dict.fromkeys((*provision.concerns, *provision.destinations))
            yield Known("provision", provision.id, name, weak, tuple(about))


def names_of(entity: Entity) -> Iterator[Known]:
    """Every name of a listed entity, taken apart where a list prints several as one."""
    is_person = entity.kind is Kind.PERSON
    beside = SHIPS if entity.kind is Kind.VESSEL else ()
    for name in entity.names:
        weak, text = name.quality is not NameQuality.FULL, name.text
        if "(" not in text and ";" not in text:
            yield Known("party", entity.id, text, weak, entity.countries, is_person, beside)
        else:
            for part, less in _parts(text):
                known = (part, weak or less, entity.countries, is_person, beside)
                yield Known("party", entity.id, *known)


def _parts(name: str) -> Iterator[tuple[str, bool]]:
    """The names that a list prints as one, each with whether it is less than a whole name.

    >>> list(_parts("Zarvan Works (ZW)")), list(_parts("Zar (Z). Affiliated Entity: Van"))
    ([('Zarvan Works', False), ('ZW', True)], [('Van', False)])
    """
    name = name.rpartition("Affiliated Entity: ")[2]
    for one in name.split(";") if ";" in name else (name,):
        before, bracket, inside = one.partition("(")
        if not bracket or not before.strip():
            yield one, False
        else:
            yield before.strip(), False
            within, _, after = inside.partition(")")
            yield (f"{before}{after}" if after.strip(" .,") else within), True


def _of_goods(goods: GoodsCatalogue) -> Iterator[Known]:
    for model in goods.models:
        for name in model.names:
            yield Known("model", model.id, name)
        for name in model.bare_names:
            yield Known("model", model.id, name, weak=True, beside=DRONES)
    for part in goods.parts:
        is_telling = len(part.key) >= SHORTEST_PART and not part.key.isalpha()
        if part.key not in TOO_WIDE and (part.with_word or (is_telling and not part.key.isdigit())):
            words = tuple(word.lower() for text in part.with_word for word in text.split()[:1])
            yield Known("part", part.key, part.part_number, beside=words)
    for item in goods.key_items:
        yield Known("goods", f"hs:{item.hs}", item.hs)
    for controlled in goods.controlled:
        yield Known("goods", f"eccn:{controlled.eccn}", controlled.eccn, beside=ECCN_SAID)
    for words_of_item in goods.words.items:
        for text in words_of_item.words.get("eng", ()):
            if " " in text:
                yield Known("goods", f"hs:{words_of_item.hs}", text, weak=True)


def _of_place(place: Place) -> Iterator[Known]:
    near = (place.country,)
    for name in dict.fromkeys((place.name, *place.spellings, *place.strong_spellings)):
        is_strong = name in place.strong_spellings
        weak = not is_strong and (name != place.name or place.kind is not PlaceKind.ZONE)
        needed = () if is_strong else place.needs_words
        beside = tuple(max(text.split(), key=len).lower() for text in needed)
        yield Known("place", place.id, name, weak, near, beside=beside)
    for code in place.locodes:
        yield Known("place", place.id, code, weak=True, countries=near)


def _of_country(country: Country) -> Iterator[Known]:
    for name in (country.name, *country.also):
        yield _country(country.code, name)
    for name in (*country.native, *country.from_memory):
        if not name.isascii() or len(name) >= SHORTEST_NATIVE:
            yield _country(country.code, name)


def _country(code: str, name: str) -> Known:
    beside = ONLY_BESIDE.get(name, ())
    return Known("country", code, name, weak=name in ALSO_OTHERS, beside=beside)
