"""Voyages between Iran and Russia over the Caspian, and voyages that are none."""

import pytest


def caspian(screening):
    return [f.path for f in screening.findings if f.subject == "caspian"]


@pytest.mark.parametrize("mode", ["sea", "river", None])
@pytest.mark.parametrize(
    ("start", "to"),
    [
        ("IRBAZ", "RUASF"),
        ("RUASF", "IRBAZ"),
        ("IRAMD", "RUOYA"),
        ("Anzali", "Astrakhan"),
        ("بندر انزلی", "Махачкала"),
        ("RUMCX", "IRNEK"),
        ("IRAMP", "RUASF"),  # the list has Amirabad twice
        ("Энзели", "Астрахань"),
        ("فریدونکنار", "RUOYA"),
        ("Bandar Gaz, Iran", "Olya, Russia"),
    ],
)
def test_voyage_in_either_direction(start, to, mode, leg):
    assert caspian(leg(start, to, mode=mode)) == ["$.route[0]"]


@pytest.mark.parametrize("to", ["RUVOG", "RUULY"])
def test_river_port_behind_astrakhan_is_reached_over_the_caspian(to, leg):
    assert caspian(leg("IRBAZ", to, mode="river")) == ["$.route[0]"]


@pytest.mark.parametrize(
    ("start", "to", "mode"),
    [
        ("Baku", "Turkmenbashi", "sea"),
        ("AZBAK", "TMKRW", "sea"),
        ("IRBAZ", "AZBAK", "sea"),
        ("RUASF", "TMKRW", "sea"),
        ("IRBAM", "RUASF", "sea"),  # Amirabad on the Gulf
        ("IRBND", "RULED", "sea"),
        ("Bushehr, Iran", "RUASF", "sea"),  # on the Gulf
        ("بندر بوشهر", "RUASF", "sea"),
        ("IRBAZ", "RUASF", "air"),
        ("IRBAZ", "RUMOW", None),
        ("IRBAZ", "IRAMD", "sea"),
    ],
)
def test_other_voyage_is_silent(start, to, mode, leg):
    assert caspian(leg(start, to, mode=mode)) == []


@pytest.mark.parametrize("stop", ["TMKRW", "AZBAK", "KZAAU"])
def test_voyage_with_a_stop_is_seen(stop, screen):
    legs = [{"from": "IRBAZ", "to": stop, "mode": "sea"}, {"from": stop, "to": "RUASF"}]
    assert caspian(screen(route=legs)) == ["$.route[0]"]


@pytest.mark.parametrize("start", ["Iran", "ایران", "IR"])
def test_no_more_than_the_country_is_the_caspian_shore(start, leg):
    assert caspian(leg(start, "RUASF", mode="sea")) == ["$.route[0]"]


def test_stop_elsewhere_ends_the_voyage(screen):
    legs = [{"from": "IRBAZ", "to": "AEJEA"}, {"from": "AEJEA", "to": "RUASF", "mode": "sea"}]
    assert caspian(screen(route=legs)) == []


def test_voyage_is_one_flag_besides(leg, flags):
    assert "caspian_leg" in flags(leg("IRBAZ", "RUASF"))
    assert "caspian_leg" not in flags(leg("AZBAK", "TMKRW"))
