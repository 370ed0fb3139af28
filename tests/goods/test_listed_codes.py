"""A list of codes as it was read for a day takes the place of what was held of it."""

from datetime import date

import pytest

import vigil
from vigil.goods.listed_codes import with_codes
from vigil.goods.standing import standing_of
from vigil.lists.us_ear import CodeScheme, ListedCode
from vigil.model.provision import Basis

DAY = date(2026, 7, 23)
LIST = "EAR_746_SUPP7"


def listed(hs, description="Examples"):
    return ListedCode(hs, CodeScheme.HS, description, LIST, DAY)


@pytest.fixture(scope="module")
def shipped():
    return vigil.load_world().goods


@pytest.fixture(scope="module")
def read(shipped):
    return with_codes(shipped, [listed("840710"), listed("392690", "An example that is new")])


def on_the_list(goods, hs, day):
    item = next(item for item in goods.key_items if item.hs == hs)
    standing = standing_of(item, goods, day)
    return [(m, of) for m, of in standing.memberships if of.id == LIST]


def test_from_the_day_on_a_code_is_verified_at_the_source(read):
    [(membership, _)] = on_the_list(read, "840710", DAY)
    assert (membership.verified, membership.basis) == (True, Basis.PRIMARY)
    assert not membership.from_verified
    assert "2026-07-23/title-15.xml" in membership.source


def test_the_day_before_it_is_the_candidate_that_it_was(read, shipped):
    before = date(2026, 7, 22)
    [(membership, _)] = on_the_list(read, "840710", before)
    [(held, _)] = on_the_list(shipped, "840710", before)
    assert membership.basis is held.basis is Basis.MEMORY


def test_a_candidate_that_the_table_does_not_have_ends(read, shipped):
    candidates = {
        item.hs for item in shipped.key_items
        if item.hs != "840710" and any(m.list == LIST for m in item.memberships)
    }  # fmt: skip
    assert candidates
    for hs in candidates:
        assert on_the_list(read, hs, date(2026, 7, 22))
        assert not on_the_list(read, hs, DAY)


def test_a_code_that_was_not_held_becomes_a_key_item(read):
    assert [of.id for _, of in on_the_list(read, "392690", DAY)] == [LIST]
    assert not on_the_list(read, "392690", date(2026, 7, 22))


def test_other_lists_stay_as_they_were(read, shipped):
    others = {x.id: x for x in shipped.lists if x.id != LIST}
    assert {x.id: x for x in read.lists if x.id != LIST} == others
    assert {x.id: x.read_from for x in read.lists}[LIST] == DAY


def test_a_verified_code_is_no_candidate_and_says_so(read):
    item = next(item for item in read.key_items if item.hs == "392690")
    standing = standing_of(item, read, DAY)
    assert standing.verified
    assert "candidate" not in standing.sentence
