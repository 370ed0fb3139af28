import pytest

from vigil.lists.fields import is_acronym, remark_lines


@pytest.mark.parametrize("alias", ["HESA", "SAIC", "M23", "3MG", "I.E.I.", "AT&T"])
def test_one_short_word_of_capitals_is_an_acronym(alias):
    assert is_acronym(alias)


@pytest.mark.parametrize("alias", ["Hesa", "MAHAN AIR", "ROSTEC", "1979", "ХЕСА", "", "A"])
def test_longer_mixed_numeric_or_other_script_is_none(alias):
    assert not is_acronym(alias)


def test_nothing_left_over_is_no_remark():
    assert remark_lines([("title", None), ("note", "  ")]) is None
