import pytest

from vigil.errors import InvalidInput
from vigil.lists.readers import READERS, SOURCE_IDS, reader_of


@pytest.mark.parametrize("source_id", sorted(READERS))
def test_a_source_that_is_read_has_its_reader(source_id):
    assert reader_of(source_id) is READERS[source_id]


@pytest.mark.parametrize("source_id", sorted(set(SOURCE_IDS) - set(READERS)))
def test_a_source_without_reader_says_which_have_one(source_id):
    with pytest.raises(InvalidInput, match=r"this version reads us_csl, un_sc.* from files"):
        reader_of(source_id)


@pytest.mark.parametrize("source_id", ["", "us-csl", "US_CSL", "../us_csl"])
def test_an_unknown_source_says_which_are_known(source_id):
    with pytest.raises(InvalidInput, match="a source must be one of us_csl, un_sc"):
        reader_of(source_id)
