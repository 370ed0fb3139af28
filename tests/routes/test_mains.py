"""A voltage is wrong only when it is another country's mains and no wide range."""

import pytest

from vigil.routes.mains import misfit


@pytest.mark.parametrize(
    ("text", "country", "met"),
    [
        ("power supply 120V AC 60Hz", "DE", "120V"),
        ("heater, mains 230 V", "JP", "230 V"),
        ("charger 110 V AC plug", "IR", "110 V"),
    ],
)
def test_other_country_s_mains_is_met(text, country, met, routes):
    assert misfit(text, country, routes.mains) == met


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("power supply 120 V AC 60 Hz", "US"),
        ("power supply 100-240V AC", "DE"),
        ("power supply 110/220 VAC", "DE"),
        ("charger 110 V AC plug and 230 V AC plug", "DE"),
        ("relay 110 V DC", "DE"),
        ("capacitor 120 V", "DE"),
        ("power supply 120 V AC", "BR"),
        ("power supply 120 V AC", None),
        ("motor 400 V AC 50 Hz", "DE"),
        ("connector 120-VX ac", "DE"),
    ],
)
def test_fitting_wide_or_unknown_is_silent(text, country, routes):
    assert misfit(text, country, routes.mains) is None


def test_no_country_has_two_mains(routes):
    countries = [country for band in routes.mains for country in band.countries]
    assert len(countries) == len(set(countries))
