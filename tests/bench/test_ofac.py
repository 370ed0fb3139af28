"""The approximation of OFAC's public search: parts, order, what it cannot see. Made-up names."""

import pytest

from bench.names.ofac import jaro_winkler, ofac_score, soundex


@pytest.mark.parametrize(
    ("query", "listed", "least", "most"),
    [
        pytest.param("VELDT ANNA", "VELDT, Anna", 100, 100, id="order is free"),
        pytest.param("VELDT", "VELDT, Anna Maria", 100, 100, id="all parts asked for met"),
        pytest.param("VELDT", "VELDTA, Rosa", 95, 99, id="a letter more"),
        pytest.param("ANNA VELDT", "OKONKWO, Peter", 0, 60, id="other names"),
        pytest.param("Анна", "ANNA", 0, 0, id="it reads no other script"),
    ],
)
def test_scores_as_described(query: str, listed: str, least: int, most: int) -> None:
    assert least <= ofac_score(query, listed) <= most


def test_its_parts_are_the_published_ones() -> None:
    assert round(jaro_winkler("DIXON", "DICKSONX"), 3) == 0.813  # Winkler's own example
    assert soundex("TYMCZAK") == "T522"  # the National Archives' example
