"""Arms between the states of the drone trade, and the same goods on other ways."""

import pytest

import vigil

FLOW = "key_item"


@pytest.fixture(scope="module")
def world():
    return vigil.load_world()


@pytest.fixture
def told(world):
    """Subject and strength of what the goods of a line from one country to another give."""

    def screen(line, seller, buyer, **order):
        given = {
            "id": "o", "date": "2023-06-09", "exporter": {"name": "Seller", "country": seller},
            "parties": [
                {"role": role, "name": "Example Works", "country": buyer}
                for role in ("buyer", "consignee", "end_user")
            ],
            "lines": [{"line": 1, **line}], **order,
        }  # fmt: skip
        found = vigil.screen_order(given, world).findings
        flows = {flow.id for flow in world.goods.arms_flows}
        return {f.subject: f.strength for f in found if f.subject in flows}

    return screen


@pytest.mark.parametrize(
    ("line", "ways", "expected"),
    [
        ({"hs": "880212", "description": "helicopter"}, ("RU", "IR"),
         {"russia-iran-aircraft": "stop"}),
        ({"hs": "852610", "description": "set"}, ("RU", "IR"), {"russia-iran-radar": "stop"}),
        ({"hs": "930690", "description": "parts"}, ("BY", "IR"), {"russia-iran-arms": "stop"}),
        ({"description": "Истребитель Су-35, комплект"}, ("RU", "IR"),
         {"russia-iran-aircraft": "review"}),
        ({"description": "سامانه پدافند اس ۴۰۰"}, ("RU", "IR"), {"russia-iran-arms": "review"}),
        ({"description": "地空导弹系统"}, ("RU", "IR"), {"russia-iran-arms": "review"}),
        ({"hs": "880699", "description": "unmanned aircraft"}, ("IR", "RU"),
         {"iran-russia-drones": "stop"}),
    ],
)  # fmt: skip
def test_goods_of_the_flow_on_its_way(told, line, ways, expected):
    assert told(line, *ways) == expected


@pytest.mark.parametrize(
    ("line", "ways", "why"),
    [
        ({"hs": "880212", "description": "helicopter"}, ("FR", "BR"), "another way"),
        ({"hs": "880212", "description": "helicopter"}, ("IR", "RU"), "the other direction"),
        ({"hs": "843149", "description": "parts of excavators"}, ("RU", "IR"), "other goods"),
        ({"description": "radar detector for cars"}, ("RU", "IR"), "no radar"),
        ({"description": "ЗРК"}, ("RU", "KZ"), "another country"),
        ({"description": "model of a fighter, scale 1:48"}, ("RU", "IR"), "no word of the flow"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_what_looks_like_it_stays_silent(told, line, ways, why):
    assert told(line, *ways) == {}, why


def test_the_way_is_that_of_the_goods_not_of_the_seller_alone(told):
    line = {"hs": "880212", "description": "helicopter"}
    assert told(line, "AE", "IR") == {}
    assert told(line, "AE", "IR", route=[{"from": "RUASF", "to": "IRAZD"}]) != {}
    assert told(line | {"origin": "RU"}, "AE", "IR") != {}
