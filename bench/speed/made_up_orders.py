"""Streams of made-up orders: four parties, three lines, two legs and a payment each.

Honest trade from one distributor into many countries. In half of the orders one company buys,
receives and uses the goods; in a quarter the user is another; in a quarter all three differ.
`FRESH` makes every name, address, part number and description anew: the dearest stream, as nothing
seen before helps. `REPEATING` is what a distributor sends: its own names, forwarders, carriers and
banks come again and again, most orders are of regular customers, and goods are of its catalogue.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import msgspec

from bench.names.invented import CODAS, ONSETS, VOWELS
from bench.speed.trade import BUSINESS, END_USES, GOODS, LANDS, Land

DATE = "2026-08-07"
HOME = LANDS[0]
BY_ROAD = ("DE", "FR", "IT", "NL", "PL")
BEYOND = ("sea", "sea", "air")
SHIPS = ("Express", "Horizon", "Trader")
NATIVE_SHARE = 0.25  # of the firms of a land that writes another script


class Stream(msgspec.Struct, frozen=True):
    """How often names come again: how many of a sort there are, None for always a new one."""

    title: str
    regulars: int | None
    regular_share: float
    forwarders: int | None
    carriers: int | None
    banks: int | None
    products: int | None
    exporters: int | None


FRESH = Stream("all texts fresh", None, 0, None, None, None, None, None)
REPEATING = Stream("a distributor's", 400, 0.8, 8, 15, 40, 1000, 1)
MAKERS = 120  # of a distributor's products


class Firm(msgspec.Struct, frozen=True):
    """A company with its address."""

    name: str
    land: Land
    city: str
    locode: str
    address: str
    domain: str
    business: str
    founded: str


class MadeUpOrders:
    """Orders of one stream; the same seed gives the same orders."""

    def __init__(self, stream: Stream, seed: int = 1) -> None:
        self._stream = stream
        self._rng = random.Random(seed)
        self._pools: dict[str, list[Firm]] = {}
        self._products: list[dict[str, Any]] = []
        self._weights = [land.weight for land in LANDS]

    def draw(self, count: int) -> list[dict[str, Any]]:
        """As many orders, as plain JSON values."""
        return [self._order(number) for number in range(count)]

    def _order(self, number: int) -> dict[str, Any]:
        rng, stream = self._rng, self._stream
        land = rng.choices(LANDS, self._weights)[0]
        exporter = self._one_of("exporter", stream.exporters, HOME)
        buyer, consignee, user = self._customers(land)
        forwarder = self._one_of("forwarder", stream.forwarders, HOME, "Spedition")
        bank = self._one_of(f"bank {buyer.land.code}", stream.banks, buyer.land, "Bank")
        lines = [self._line(number) for number in (1, 2, 3)]
        mode = "road" if land.code in BY_ROAD else rng.choice(BEYOND)
        parties = [
            _party("buyer", buyer), _party("consignee", consignee), _party("end_user", user),
            _party("forwarder", forwarder),
        ]  # fmt: skip
        return {
            "id": f"PO-{number:06}", "date": DATE, "currency": "EUR",
            "value": round(sum(line["quantity"] * line["unit_price"] for line in lines), 2),
            "exporter": {"name": exporter.name, "country": exporter.land.code},
            "parties": parties, "lines": lines,
            "route": [self._leg(exporter.locode, "NLRTM", "road"),
                      self._leg("NLRTM", consignee.locode, mode, consignee)],
            "payment": {"method": "wire", "payer": buyer.name, "payer_country": buyer.land.code,
                        "bank": bank.name, "bank_country": bank.land.code},
            "end_use": rng.choice(END_USES), "end_user_statement": True,
        }  # fmt: skip

    def _customers(self, land: Land) -> tuple[Firm, Firm, Firm]:
        buyer, drawn = self._customer(land), self._rng.random()
        if drawn < 0.5:
            return buyer, buyer, buyer
        user = self._customer(buyer.land)
        return buyer, (buyer if drawn < 0.75 else self._customer(buyer.land)), user

    def _customer(self, land: Land) -> Firm:
        stream = self._stream
        if stream.regulars is None or self._rng.random() >= stream.regular_share:
            return self._firm(land)
        share = land.weight * stream.regulars // sum(self._weights)
        return self._one_of(f"customer {land.code}", max(1, share), land)

    def _one_of(self, what: str, many: int | None, land: Land, trade: str | None = None) -> Firm:
        """One of so many firms, the first far more often than the last; None: a new one."""
        if many is None:
            return self._firm(land, trade)
        pool = self._pools.setdefault(what, [])
        at = int(many * self._rng.random() ** 2)
        while len(pool) <= at:
            pool.append(self._firm(land, trade))
        return pool[at]

    def _firm(self, land: Land, trade: str | None = None) -> Firm:
        rng = self._rng
        root = self._root()
        city, locode = rng.choice(land.cities)
        words = [root, self._root()] if rng.random() < 0.4 else [root]
        words += [trade or rng.choice(land.trades), rng.choice(land.forms)]
        if land.native and rng.random() < NATIVE_SHARE:
            words.append(rng.choice(land.native))
        if land.code == HOME.code and rng.random() < 0.1:
            words = [root, "&", self._root(), rng.choice(land.forms)]
        street = rng.choice(land.streets).format(root=self._root())
        address = land.address.format(
            street=street, root=self._root(), city=city, house=rng.randint(1, 60),
            unit=rng.randint(101, 2499), post=rng.randint(10000, 999999),
        )  # fmt: skip
        domain = f"www.{root.lower()}{rng.randint(1, 99)}.{land.domain}"
        founded = f"{rng.randint(1950, 2019)}-0{rng.randint(1, 9)}-1{rng.randint(0, 9)}"
        name = " ".join(words)
        return Firm(name, land, city, locode, address, domain, rng.choice(BUSINESS), founded)

    def _root(self) -> str:
        choice = self._rng.choice
        syllables = (
            choice(ONSETS) + choice(VOWELS) + choice(CODAS) for _ in range(choice((2, 3, 3)))
        )
        return "".join(syllables).capitalize()

    def _line(self, number: int) -> dict[str, Any]:
        product = self._product()
        quantity = self._rng.choice((1, 5, 10, 40, 100, 2500))
        return {"line": number, **product, "quantity": quantity}

    def _product(self) -> dict[str, Any]:
        """What is sold: of the catalogue, the first products far more often than the last."""
        if self._stream.products is None:
            return self._made_up_product(self._firm(self._rng.choice(LANDS)))
        at = int(self._stream.products * self._rng.random() ** 2)
        while len(self._products) <= at:
            maker = self._one_of("maker", MAKERS, self._rng.choice(LANDS))
            self._products.append(self._made_up_product(maker))
        return self._products[at]

    def _made_up_product(self, maker: Firm) -> dict[str, Any]:
        rng, goods = self._rng, self._rng.choice(GOODS)
        letters = "".join(rng.choices("ABDEFGHKLMNPRSTVWX", k=rng.randint(2, 3)))
        kind = f"{rng.choice(('type', 'art.', 'series', 'mod.'))} {self._root()}"
        return {
            "hs": goods.hs, "eccn": goods.eccn,
            "part_number": f"{letters}{rng.randint(100, 99999)}-{rng.choice('ABC')}",
            "manufacturer": maker.name, "description": f"{goods.description}, {kind}",
            "unit_price": goods.price, "origin": maker.land.code,
        }  # fmt: skip

    def _leg(self, origin: str, to: str, mode: str, ending: Firm | None = None) -> dict[str, Any]:
        """A leg; one in six says its end in words, as freight papers do."""
        rng = self._rng
        if ending is not None and rng.random() < 1 / 6:
            to = f"{ending.city}, {ending.land.code}"
        carrier = self._one_of("carrier", self._stream.carriers, HOME, "Lines")
        leg: dict[str, Any] = {"from": origin, "to": to, "mode": mode, "carrier": carrier.name}
        if mode == "sea":
            vessel = self._one_of("vessel", self._stream.carriers, HOME, "")
            root, after = vessel.name.split()[0], SHIPS[int(vessel.founded[3]) % len(SHIPS)]
            leg["vessel"] = {"name": f"{root} {after}"}
        return leg


def names_of(order: dict[str, Any]) -> Iterator[str]:
    """Every name that an order gives, repeated where it is."""
    yield order["exporter"]["name"]
    yield from (party["name"] for party in order["parties"])
    for leg in order["route"]:
        yield leg["carrier"]
        if "vessel" in leg:
            yield leg["vessel"]["name"]
    yield from (line["manufacturer"] for line in order["lines"])
    yield from (order["payment"]["payer"], order["payment"]["bank"])


def places_of(order: dict[str, Any]) -> Iterator[str]:
    """Every address and end of a leg."""
    yield from (party["address"] for party in order["parties"])
    for leg in order["route"]:
        yield from (leg["from"], leg["to"])


def goods_of(order: dict[str, Any]) -> Iterator[str]:
    """Every part number and description."""
    for line in order["lines"]:
        yield from (line["part_number"], line["description"])


def _party(role: str, firm: Firm) -> dict[str, Any]:
    return {
        "role": role, "name": firm.name, "kind": "organisation", "country": firm.land.code,
        "address": firm.address, "founded": firm.founded, "website": firm.domain,
        "email": f"office@{firm.domain.removeprefix('www.')}", "line_of_business": firm.business,
    }  # fmt: skip
