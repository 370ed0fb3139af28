"""One room, written two ways, and rooms that are not the same."""

import pytest

from vigil.routes.unit_address import is_same_unit, read_unit

PLAZA = "Unit 1203, 12/F, Kwong Wah Plaza, 11 Tai Tong Road, Yuen Long, Hong Kong"


@pytest.mark.parametrize(
    "other",
    [
        "Rm 1203, 12th Floor, Kwong Wah Plaza, 11 Tai Tong Rd., Yuen Long, HK",
        "ROOM 1203 KWONG WAH PLAZA YUEN LONG",
        "Flat/Rm 1203 12/F Kwong Wah Plaza 11 Tai Tong Road Yuen Long",
        "Office no. 1203, Kwong Wah Plaza, Tai Tong Road, Yuen Long",
    ],
)
def test_one_unit_written_otherwise(other):
    one, second = read_unit(PLAZA), read_unit(other)
    assert is_same_unit(one, second)
    assert is_same_unit(second, one)


@pytest.mark.parametrize(
    "other",
    [
        "Unit 1204, 12/F, Kwong Wah Plaza, 11 Tai Tong Road, Yuen Long, Hong Kong",
        "Unit 1203, 12/F, Star House, 3 Salisbury Road, Tsim Sha Tsui, Hong Kong",
        "Unit 1203, 12/F, Kwong Wah Plaza, 13 Tai Tong Road, Yuen Long, Hong Kong",
        "Unit 1203, Hong Kong",
    ],
)
def test_other_unit(other):
    assert not is_same_unit(read_unit(PLAZA), read_unit(other))


@pytest.mark.parametrize("address", ["11 Tai Tong Road", "", "Office park, Berlin", "Suite"])
def test_address_without_a_unit(address):
    assert read_unit(address) is None
