"""More than the stated end use can need, and what it may need."""

import pytest

import vigil


@pytest.fixture(scope="module")
def world():
    return vigil.load_world()


@pytest.fixture
def told(world):
    """Is the amount of a line a red flag, under an end use?"""

    def screen(hs, quantity, end_use):
        given = {
            "id": "o", "date": "2026-08-07", "exporter": {"country": "DE"}, "end_use": end_use,
            "parties": [
                {"role": role, "name": "Example Works", "country": "FR"}
                for role in ("buyer", "consignee", "end_user")
            ],
            "lines": [{"line": 1, "hs": hs, "description": "goods", "quantity": quantity}],
        }  # fmt: skip
        found = vigil.screen_order(given, world).findings
        return [f.strength for f in found if f.subject == "amount_beyond_end_use"]

    return screen


@pytest.mark.parametrize(
    ("hs", "quantity", "end_use"),
    [
        ("854231", 5000, "hobby electronics"),
        ("840710", 12, "Repair of one light aircraft"),
        ("854231", 5000, "для собственных нужд"),
        ("852691", 200, "自用"),
        ("854231", 600, "prototip üretimi"),
        ("901420", 40, "برای استفاده شخصی"),
    ],
)
def test_too_much_for_the_end_use_is_a_note_by_itself(told, hs, quantity, end_use):
    assert told(hs, quantity, end_use) == ["note"]


@pytest.mark.parametrize(
    ("hs", "quantity", "end_use", "why"),
    [
        ("854231", 400, "hobby electronics", "within the limit"),
        ("854231", 5000, "serial production of meters", "a series"),
        ("854231", 5000, "prototypes and then mass production", "taken back"),
        ("730890", 5000, "repair of one hall", "no limit for steel"),
        ("854231", 5000, "sampling of air quality", "another word"),
        ("840710", 2, "private use", "a twin has two"),
        ("854231", 5000, None, "not known"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_an_amount_that_fits_is_none(told, hs, quantity, end_use, why):
    assert told(hs, quantity, end_use) == [], why
