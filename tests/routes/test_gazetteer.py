"""Names of the world's places: found in any script and spelling, and a slip is only a guess."""

import pytest

from vigil.routes.gazetteer import Gazetteer, Spot, keys_of, sorted_lines


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Rotterdam", {"NLRTM", "USRAJ"}),
        ("ROTTERDAM PORT", {"NLRTM", "USRAJ"}),
        ("Port of Rotterdam", {"NLRTM", "USRAJ"}),
        ("Роттердам", {"NLRTM", "USRAJ"}),
        ("Lübeck", {"DELBC"}),
        ("Luebeck", {"DELBC"}),
        ("Saint-Nazaire", {"FRSNR"}),
        ("St. Nazaire", {"FRSNR"}),
        ("Novorossijsk", {"RUNOI", "RUNVS"}),
        ("Port Said", {"EGPSD"}),
        ("Vnukovo", {"RUVKO"}),
        ("Shenzhen", {"CNSNZ", "CNSZP"}),
        ("Madras", {"INMAA"}),
        ("上海", {"CNSGH"}),
        ("بندر عباس", {"IRBND"}),
        ("جبل علي", {"AEJEA"}),
        ("釜山", {"KRPUS"}),
        ("Ереван", {"AMEVN"}),
    ],
)
def test_a_name_is_found_in_every_spelling(text, codes, atlas):
    assert codes <= {spot.code for spot in atlas.gazetteer.named(text)}


def test_an_exonym_stands_beside_the_towns_of_that_spelling(atlas):
    met = {spot.code for spot in atlas.gazetteer.named("Moscow")}
    assert "RUMOW" in met
    assert "USMJL" in met


@pytest.mark.parametrize("text", ["Rotterdaam", "Novorosiysk", "Hamubrg", "somewhere", "", "港"])
def test_a_slip_is_no_name(text, atlas):
    assert atlas.gazetteer.named(text) == ()


@pytest.mark.parametrize(
    ("text", "code"), [("Rotterdaam", "NLRTM"), ("Novorosiysk", "RUNOI"), ("Hamubrg", "DEHAM")]
)
def test_a_slip_has_its_guess(text, code, atlas):
    assert code in {spot.code for spot in atlas.gazetteer.one_slip_from(text)}


@pytest.mark.parametrize("text", ["somewhere", "Xyzzyport", "Roma", "", "港"])
def test_two_slips_and_short_names_have_none(text, atlas):
    assert atlas.gazetteer.one_slip_from(text) == ()


def test_every_line_is_found_by_its_key():
    """The search against looking at every line: first, last, and those of one key."""
    spots = [Spot(f"AA{a}{b}C", "1", "", f"{a}{b}{b}o") for a in "ABXZ" for b in "AEIOUY"]
    lines = sorted_lines(spots)
    gazetteer = Gazetteer(lambda: lines)
    for spot in spots:
        wanted = {s.code for s in spots if s.name == spot.name}
        assert wanted <= {found.code for found in gazetteer.named(spot.name)}
    assert gazetteer.named("aaa") == gazetteer.named("zzzz") == ()


def test_nothing_is_opened_before_a_name_is_asked_for():
    opened = []
    gazetteer = Gazetteer(lambda: opened.append(True))
    assert opened == []
    assert gazetteer.named("Rotterdam") == ()
    gazetteer.named("Hamburg")
    assert opened == [True]


def test_words_in_brackets_that_are_no_name_make_no_key():
    assert keys_of("Skua Venture (oil terminal)") == {"skuaventure"}
    assert keys_of("Chennai (ex Madras)") == {"chenai", "madras"}
