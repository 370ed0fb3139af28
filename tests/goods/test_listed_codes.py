from datetime import date

from vigil.goods.listed_codes import key_items
from vigil.lists.us_ear import CodeScheme, ListedCode

DAY = date(2026, 7, 23)
ENGINE = ListedCode("840710", CodeScheme.HS, "Engines for example aircraft", "SMALL", DAY)
CHIP = ListedCode("3A991", CodeScheme.ECCN, "Examples", "SMALL", DAY)


def test_a_code_of_a_day_is_a_membership_whose_beginning_was_not_read():
    [item] = key_items([ENGINE])
    [membership] = item.memberships
    assert (item.hs, item.description) == ("840710", "Engines for example aircraft")
    assert (membership.list, membership.in_force_from) == ("SMALL", DAY)
    assert membership.verified
    assert not membership.from_verified
    assert "2026-07-23/title-15.xml" in membership.source


def test_a_number_of_another_scheme_is_no_key_item():
    assert key_items([CHIP]) == ()
