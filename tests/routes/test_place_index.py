"""What the index of places leaves out, no rule finds in the text."""

from __future__ import annotations

import random

import pytest

from vigil.routes.catalogue import Place, PlaceKind, RouteCatalogue
from vigil.routes.mention import mention_in, name_in
from vigil.routes.place_index import PlaceIndex

NOISE = ("Промышленная ул.", "офис 12", "port", "аэропорт", "Unit 5", "Sh 1", "шоссе", "SEZ")


def _texts(routes: RouteCatalogue, seed: int) -> list[str]:
    """Texts of three things by which places are known, some joined or in capitals."""
    rng = random.Random(seed)
    known = [text for place in routes.places for text in _known(place)] + [*NOISE]
    ways = (str, str.upper, lambda text: text.replace(" ", ""), lambda text: text.replace("-", " "))
    return [" ".join(rng.choice(ways)(rng.choice(known)) for _ in range(3)) for _ in range(300)]


def _known(place: Place) -> tuple[str, ...]:
    spelt = (place.name, *place.spellings, *place.strong_spellings, *place.neighbours)
    return (*spelt, *place.post_codes, *place.streets, *place.needs_words, place.address or "No. 5")


def _found(text: str, place: Place) -> bool:
    if place.kind is PlaceKind.REGION:
        return name_in(text, place) is not None
    return mention_in(text, None, place) is not None or name_in(text, place) is not None


@pytest.mark.parametrize("seed", range(4))
def test_every_place_that_a_rule_finds_is_possible(seed: int, routes: RouteCatalogue) -> None:
    for text in _texts(routes, seed):
        found = [place for place in routes.places if _found(text, place)]
        possible = routes.place_index.in_any(text)
        assert set(found) <= set(possible)
        assert list(possible) == [place for place in routes.places if place in possible]


def test_an_ordinary_address_may_be_about_no_place(routes: RouteCatalogue) -> None:
    assert routes.place_index.in_any("12 rue des Tanneurs, 69009 Lyon", "Atelier Brunel") == ()


def test_a_city_has_its_airport_by_code_only_with_the_country(routes: RouteCatalogue) -> None:
    places = PlaceIndex(routes.places)
    assert [p.id for p in places.with_code("RUNBC")] == ["apt-begishevo"]
    assert [p.id for p in places.with_code("NBC")] == ["apt-begishevo"]
    assert places.with_code("XXNBC") == ()


@pytest.mark.parametrize(
    ("code", "is_known"), [("NLRTM", True), ("NLRTN", False), ("ZZRTM", False)]
)
def test_a_location_code_is_its_own_countrys(
    code: str, is_known: bool, routes: RouteCatalogue
) -> None:
    assert routes.has_locode(code) is is_known
