"""Drones of the component rows by name, and the ordinary goods that share it."""

import pytest

from tests.goods.shipped_goods import screen_goods_line
from vigil.model.finding import FindingKind


def named(text):
    found = screen_goods_line("IR", eccn="EAR99", description=text)
    return {f.subject for f in found if f.kind is FindingKind.UAV_PART}


@pytest.mark.parametrize(
    ("text", "model"),
    [
        ("Propeller for Orlan-10", "orlan-10"),
        ("Пропеллер Орлан-10", "orlan-10"),
        ("ОРЛАН-10, крыло", "orlan-10"),
        ("Lancet-3 tail unit", "lancet"),
        ("Ланцет-3", "lancet"),
        ("БПЛА Ланцет, крыло", "lancet"),
        ("Forpost-R spare wing", "forpost-r"),
        ("ZALA 421-16E camera", "zala-421-16e"),
        ("KUB-BLA fuselage", "kub"),
        ("Corsair UAV landing gear", "corsair"),
        ("Orion UAV propeller", "orion"),
        ("Элерон-3, корпус", "eleron-3"),
        ("С-70 Охотник", "s-70"),
        ("Granat-4 drone parachute", "granat-4"),
        ("V2U loitering munition", "v2u"),
    ],
)
def test_a_drone_is_met_by_its_name(text, model):
    assert model in named(text)


@pytest.mark.parametrize(
    "text",
    [
        "Corsair gaming keyboard",
        "Orion telescope 8 inch",
        "Blood lancets, 100 pcs",
        "The Lancet, medical journal",
        "Ланцеты для глюкометра",
        "Scalpel blades no. 3",
        "Скальпель хирургический",
        "Молния застёжка 20 см",
        "Ласточка, духи 50 мл",
        "Гранатовый сок 3 л",
        "Granat 4 kg",
        "Феникс, роман",
        "Книга «Князь Вещий Олег»",
        "Кубики детские",
        "Клин деревянный",
        "Parody film DVD",
        "Vandal-proof lock",
        "Mugin tea 5 kg",
        "S-70 seamless tube",
        "БМ-35 болт",
    ],
)
def test_goods_that_share_a_name_are_silent(text):
    assert named(text) == set()
