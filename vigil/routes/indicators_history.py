"""Red flags that only earlier orders show; without them each is a question."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from vigil.model.order import Line, Order, Payment, Role, destination
from vigil.routes.earlier import RUSSIA, Past, part_key
from vigil.routes.observing import INVASION, Behaviour, Observation, outside_coalition

FAR_MORE = 5  # chosen: five times what was bought at once before
DEAR = 2.0  # chosen: twice the median of what others paid
FEWEST_PRICES = 3  # chosen: a median of fewer says little
PAID_BY = ("payer", "payer_country", "bank", "bank_country")


def goods_new_since_invasion(seen: Behaviour) -> Iterator[Observation]:
    """A buyer had no such key goods before 24 February 2022, or now takes five times as many."""
    past = seen.past
    if past is None or past.orders.oldest is None or past.orders.oldest >= INVASION:
        return
    if seen.order.date <= INVASION:
        return
    codes = seen.key_codes
    for _, buyer in seen.of(Role.BUYER):
        before = [o for o in past.orders.of_company(buyer.name, seen.order) if o.date < INVASION]
        for i, line in enumerate(seen.order.lines):
            hs = (line.hs or "")[:6]
            if hs not in codes:
                continue
            most = _most(before, hs)
            if most is None or (most and (line.quantity or 0) >= FAR_MORE * most):
                how = "never bought" if most is None else f"bought at most {most:g} of"
                detail = f"{buyer.name} {how} HS {hs} before {INVASION}"
                yield Observation(f"$.lines[{i}].hs", line.hs or "", detail)


def bank_of_russia_deal(seen: Behaviour) -> Iterator[Observation]:
    """The bank, outside the coalition, is one through which goods for Russia were paid before."""
    payment, past = seen.order.payment, seen.past
    if past is None or payment is None or not payment.bank:
        return
    if payment.bank_country is not None and not outside_coalition(payment.bank_country, seen.law):
        return
    for order in past.orders.through_bank_to_russia(payment.bank, seen.order):
        told = f"{payment.bank} was the bank of order {order.id}"
        detail = f"{told}, which went to Russia or Belarus"
        yield Observation("$.payment.bank", payment.bank, detail)
        return


def payer_or_route_changed(seen: Behaviour) -> Iterator[Observation]:
    """An earlier version of the order had another payer, another bank or another route."""
    version = seen.past.version if seen.past else None
    if version is None:
        return
    old, new = version.payment or Payment(), seen.order.payment or Payment()
    for field in PAID_BY:
        was, now = getattr(old, field), getattr(new, field)
        if was and now and was.casefold() != now.casefold():
            detail = f"an earlier version of the order had the {field.replace('_', ' ')} {was}"
            yield Observation(f"$.payment.{field}", now, detail)
            return
    if version.route and seen.order.route and _way(version) != _way(seen.order):
        detail = f"an earlier version of the order went {' – '.join(_way(version))}"
        yield Observation("$.route", " – ".join(_way(seen.order)), detail)


def shipping_changed(seen: Behaviour) -> Iterator[Observation]:
    """The goods go elsewhere than in an earlier version, where the customer had none go before."""
    past, now = seen.past, seen.deal.destination
    version = past.version if past else None
    was = destination(version) if version else None
    if past is None or was is None or now is None or was == now:
        return
    if now not in _habit(seen, past):
        there, here = seen.law.country_name(was), seen.law.country_name(now)
        told = f"an earlier version of the order went to {there}"
        path, value = _receiver(seen)
        yield Observation(path, value, f"{told}, and no order of the customer went to {here}")


def moved_from_russia(seen: Behaviour) -> Iterator[Observation]:
    """Goods or money once meant for Russia or Belarus now go or come by another country."""
    past, now = seen.past, seen.deal.destination
    if past is None or now is None or now in RUSSIA:
        return
    path, value = _receiver(seen)
    version = past.version
    if version is not None and destination(version) in RUSSIA:
        yield Observation(path, value, "an earlier version of the order went to Russia or Belarus")
        return
    paid = seen.order.payment
    was = version.payment if version else None
    if was and paid and was.payer_country in RUSSIA and paid.payer_country not in (*RUSSIA, None):
        detail = "an earlier version of the order was paid from Russia or Belarus"
        yield Observation("$.payment.payer_country", paid.payer_country or "", detail)
    if not outside_coalition(now, seen.law):
        return  # a customer who once sold to Russia may well use the goods at home
    goods = {key for line in seen.order.lines for key in _goods(line)}
    for _, party in seen.customers:
        for order in past.orders.to_russia(party.name, seen.order):
            same = goods.intersection(key for line in order.lines for key in _goods(line))
            if same:
                detail = (
                    f"{party.name} had the same goods sent to Russia or Belarus in order {order.id}"
                )
                yield Observation(path, value, detail)
                return


def price_above_others(seen: Behaviour) -> Iterator[Observation]:
    """A part costs more than twice the median of at least three earlier orders."""
    if seen.past is None:
        return
    for i, line in enumerate(seen.order.lines):
        if not line.part_number or not line.unit_price:
            continue
        prices = seen.past.orders.prices(line.part_number, seen.order)
        if len(prices) >= FEWEST_PRICES and line.unit_price > DEAR * median(prices):
            paid = f"others paid {median(prices):g}"
            detail = f"line {line.line} costs {line.unit_price:g} a piece, {paid}"
            yield Observation(f"$.lines[{i}].unit_price", f"{line.unit_price:g}", detail)


def first_order(seen: Behaviour) -> Iterator[Observation]:
    """No earlier order is the buyer's."""
    if seen.past is None:
        return
    for i, party in seen.of(Role.BUYER):
        if not any(seen.past.orders.of_company(party.name, seen.order)):
            detail = f"it is the first order of {party.name}"
            yield Observation(f"$.parties[{i}].name", party.name, detail)


def edited_after_finding(seen: Behaviour) -> Iterator[Observation]:
    """What asked for a person in an earlier version of the order stands there no more."""
    for found in seen.past.found if seen.past is not None else ():
        field = found.path.rpartition(".")[2]
        detail = (
            f"an earlier version had the {field.replace('_', ' ')} '{found.value}', with a finding"
        )
        yield Observation(found.path, found.value or "", f"{detail} ({found.kind})")


def _most(orders: list[Order], hs: str) -> float | None:
    """The largest quantity of an HS code in one line; 0 when none is given, None: never bought."""
    lines = [line for order in orders for line in order.lines if (line.hs or "")[:6] == hs]
    return max((line.quantity or 0 for line in lines), default=None)


def _way(order: Order) -> list[str]:
    legs = order.route or ()
    return [*(leg.origin or "?" for leg in legs[:1]), *(leg.to or "?" for leg in legs)]


def _habit(seen: Behaviour, past: Past) -> set[str | None]:
    """Where the customers' other orders went."""
    names = {party.name for _, party in seen.customers}
    return {destination(o) for name in names for o in past.orders.of_company(name, seen.order)}


def _goods(line: Line) -> Iterator[str]:
    if line.hs:
        yield line.hs[:6]
    if line.part_number:
        yield part_key(line.part_number)


def _receiver(seen: Behaviour) -> tuple[str, str]:
    """The path and the name of who receives the goods, nearest to their end first."""
    for i, party in seen.of(Role.END_USER, Role.CONSIGNEE, Role.BUYER):
        return f"$.parties[{i}].country", party.country or ""
    return "$.parties", ""
