"""Earlier orders are found by what a new one shares with them, whatever came in between."""

import msgspec
import pytest

from tests.routes.conftest import order, party
from vigil.routes.earlier import EarlierOrders
from vigil.routes.unit_address import read_unit

PHONE = "+852 2345 6789"
ROOM = "Rm 1203, Kwong Plaza, 11 Tai Tong Rd"


def made(number, day="2026-05-01", **fields):
    buyer = party("buyer") | {"name": "Sun Ray Ltd", "phone": PHONE, "address": ROOM} | fields
    return order(id=f"A-{number}", date=day, parties=[buyer])


NEW = order(id="NEW", date="2026-06-01", parties=[party("buyer", name="Kin Lee Ltd", phone=PHONE)])


def test_company_that_comes_again_and_again_is_kept_twice():
    earlier = EarlierOrders(made(number) for number in range(100))
    met = [seen.order.id for _, _, seen in earlier.with_contact(NEW.parties[0], NEW)]
    assert met == ["A-0", "A-1"]
    assert len(list(earlier.at_unit(read_unit(ROOM), NEW))) == 2


@pytest.mark.parametrize("days", [["2026-06-02", "2026-05-31"], ["2026-05-31", "2026-06-02"]])
def test_earlier_one_is_found_beside_a_later_one_in_any_order(days):
    earlier = EarlierOrders(made(number, day) for number, day in enumerate(days))
    met = [seen.order.date.isoformat() for _, _, seen in earlier.with_contact(NEW.parties[0], NEW)]
    assert met == ["2026-05-31"]


def test_only_version_of_the_order_itself_is_no_other_order():
    itself = made(1)
    earlier = EarlierOrders([itself, made(1, phone=None)])
    stranger = party("buyer", name="Kin Lee Ltd", phone=PHONE)
    asking = msgspec.structs.replace(NEW, id="A-1")
    assert not list(earlier.with_contact(order(parties=[stranger]).parties[0], asking))


def test_version_of_a_later_day_is_no_earlier_version():
    later = msgspec.structs.replace(NEW, date=made(1, "2026-07-01").date)
    assert EarlierOrders([later]).version_of(NEW) is None
    assert EarlierOrders([NEW]).version_of(later) == NEW


def test_the_same_order_is_no_other_version():
    assert EarlierOrders([NEW, NEW]).version_of(NEW) is None


def test_latest_prices_count():
    def priced(number):
        line = {"line": 1, "part_number": "LM-317", "unit_price": number + 1}
        return order(id=f"A-{number}", date="2026-05-01", lines=[line])

    prices = EarlierOrders(priced(number) for number in range(600)).prices("LM317", NEW)
    assert (len(prices), prices[0]) == (500, 600)
