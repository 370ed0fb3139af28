"""Answers kept from order to order are those that were given first."""

import pytest

from vigil.errors import InvalidInput
from vigil.index.names import NameIndex
from vigil.model.entity import Entity, Name
from vigil.model.order import Kind
from vigil.parties.name_search import NameSearch


@pytest.fixture
def index() -> NameIndex:
    return NameIndex([Entity("csl:1", "csl", Kind.ORGANISATION, (Name("Orvelin Kadrex LLC"),))])


def test_a_name_seen_again_gets_the_same_answer(index):
    search = NameSearch(index)
    first, again = search.look_for("Orvelin Kadrex"), search.look_for("Orvelin Kadrex")
    assert [hit.entity.id for hit in again.hits] == ["csl:1"]
    assert again.hits == first.hits == tuple(index.search("Orvelin Kadrex", threshold=0.7))


@pytest.mark.parametrize(("name", "says_nothing"), [("Trading Co", True), ("Orvelin Co", False)])
def test_a_name_of_common_words_says_nothing(name, says_nothing, index):
    assert NameSearch(index).look_for(name).says_nothing is says_nothing


def test_a_name_that_cannot_be_searched_is_refused_each_time(index):
    search = NameSearch(index)
    for _ in range(2):
        with pytest.raises(InvalidInput):
            search.look_for("!!!")
