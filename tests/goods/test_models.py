"""Drone models by name, and the flowers, birds and scents that share it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigil.decide import weigh
from vigil.goods.catalogue import UavModel
from vigil.goods.model_index import ModelIndex
from vigil.goods.models import models_in
from vigil.goods.wording import pieces_of
from vigil.model.finding import FindingKind, Strength
from vigil.model.order import Party, Role


def models(screening):
    return [f.subject for f in screening.findings if f.kind is FindingKind.UAV_PART]


@pytest.mark.parametrize(
    ("text", "model"),
    [
        ("Parts for Shahed-136", "shahed-136"),
        ("SHAHED 136 spare", "shahed-136"),
        ("shahed136b", "shahed-136"),
        ("Sha\u200bhed-136 wing", "shahed-136"),
        ("Шаhed-136 kit", "shahed-136"),
        ("Geran-2 nose cone", "shahed-136"),
        ("Герань-2, обтекатель", "shahed-136"),
        ("Двигатель Герань 2 для БПЛА", "shahed-136"),
        ("Geran 2 UAV wing", "shahed-136"),
        ("GERAN_2", "shahed-136"),
        ("Geran–2", "shahed-136"),
        ("قطعات شاهد ۱۳۶", "shahed-136"),
        ("M236 engine", "shahed-136"),
        ("Gerbera drone body", "gerbera"),
        ("БПЛА «Гербера»", "gerbera"),
        ("Ababil loitering munition", "ababil"),
    ],
)
def test_a_model_is_found_in_any_script(screen, text, model):
    assert models(screen("DE", eccn="EAR99", description=text)) == [model]


@pytest.mark.parametrize(
    "text",
    [
        "Gerbera flowers, cut",
        "Гербера, цветы срезанные",
        "Герань душистая",
        "Герань 2 шт, в горшках",
        "Geranium 2 l pots",
        "Geranium bulbs, variety Geran, 2 boxes",
        "Geran: 2 pots",
        "The Albatross, paperback book",
        "'Ababil' eau de parfum",
        "M236 screw",
        "Shahed-1360",
        "Shahed, rice",
        "Geran-25",
        "Al-Shahed 13 6",
        "Ababil perfume, sold by the maker of a song, a film and a book about a drone",
    ],
)
def test_a_namesake_is_silent(screen, text):
    assert models(screen("IR", eccn="EAR99", description=text)) == []


def test_geraniums_and_the_drone_are_told_apart_in_one_text(screen):
    assert models(screen("RU", eccn="EAR99", description="Герань 2 шт; Герань-2, крыло")) == [
        "shahed-136"
    ]


def test_an_unmanned_aircraft_by_code_needs_no_word(screen):
    found = screen("DE", hs="880624", description="Albatross")
    assert models(found) == ["albatros-m5"]


@pytest.mark.parametrize(
    ("end_use", "strength"),
    [
        ("Spare parts for Shahed-136", Strength.STOP),
        ("Will never be used in Shahed-136", Strength.REVIEW),
        ("We do not export arms. Wing of Shahed-136", Strength.STOP),
    ],
    ids=["said", "denied", "another sentence denies"],
)
def test_an_end_use_that_names_a_drone_is_found(screen, end_use, strength):
    (finding,) = weigh(screen("IR", eccn="EAR99", part_number="Z", end_use=end_use).findings)
    assert (finding.path, finding.strength) == ("$.end_use", strength)


def test_the_name_is_told_as_the_text_writes_it(screen):
    (finding,) = screen("DE", eccn="EAR99", description="Герань-2, крыло").findings
    assert finding.summary.startswith("The text names Герань-2 (shahed-136), a one-way attack")


@given(st.text(alphabet=st.characters(max_codepoint=127), max_size=40), st.text(max_size=12))
def test_the_quick_look_leaves_no_text_out(goods, plain, any_text):
    index: ModelIndex = goods.model_index
    for text in (plain, any_text, f"{plain} Shahed-136", f"GERAN-2{plain}"):
        assert index.may_name(text) or not list(index.beginning_in(pieces_of(text)))


def test_a_letter_written_as_two_hides_no_name():
    [naming] = models_in("rnohajer-6 UAV", ModelIndex([UavModel("m6", "drone", ("Mohajer-6",))]))
    assert naming.name == "Mohajer-6"


@pytest.mark.parametrize("field", ["manufacturer", "marking_request"])
def test_a_model_is_found_in_what_else_a_line_says(screen, field):
    (found,) = screen("DE", eccn="EAR99", description="goods", **{field: "Geran-2"}).findings
    assert (found.path, found.subject) == (f"$.lines[0].{field}", "shahed-136")


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("manufacturer", "Gerbera Blumen GmbH"),
        ("manufacturer", "Albatross Golf Ltd"),
        ("marking_request", "print geranium, lot 2"),
    ],
)
def test_a_maker_or_mark_of_a_like_name_is_none(screen, field, text):
    assert models(screen("DE", eccn="EAR99", description="goods", **{field: text})) == []


@pytest.mark.parametrize(("trade", "found"), [("Shahed-136 spares", 1), ("sheds, 136 of them", 0)])
def test_a_model_is_found_in_a_line_of_business(screen, trade, found):
    maker = Party(Role.BUYER, "Buyer", line_of_business=trade)
    paths = [f.path for f in screen("DE", eccn="EAR99", part_number="Z", parties=(maker,)).findings]
    assert paths == ["$.parties[1].line_of_business"] * found
