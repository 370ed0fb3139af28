"""Countries that an order names for somebody who does not receive the goods.

They tell who carries, pays, owns or stands between: each of them may be whom an embargo is about.
"""

from __future__ import annotations

from collections.abc import Iterator

from vigil.model.deal import HALF_PERCENT
from vigil.model.order import Order, Owner, Role, parties_in

TIED_ROLES = (
    Role.AGENT, Role.FORWARDER, Role.CARRIER, Role.BANK, Role.PAYER, Role.OWNER, Role.VESSEL,
)  # fmt: skip

Tie = tuple[str, str, str]


def ties_of(order: Order) -> Iterator[Tie]:
    """Each tie to a country: the path that says so, in words what it is, ISO alpha-2."""
    for i, party in parties_in(order, *TIED_ROLES):
        if party.country:
            yield f"$.parties[{i}].country", f"the {party.role}'s country", party.country
    sender = order.exporter.country if order.exporter is not None else None
    for i, party in parties_in(order, Role.EXPORTER):
        if sender and party.country and party.country != sender:
            yield f"$.parties[{i}].country", "another exporter's country", party.country
    for i, party in enumerate(order.parties):
        for j, country in _owning_countries(party.owners or ()):
            at = f"$.parties[{i}].owners[{j}].country"
            yield at, "where owners of half or more, or of an unknown share, sit", country
    payment = order.payment
    if payment is not None:
        if payment.payer_country:
            yield "$.payment.payer_country", "the payer's country", payment.payer_country
        if payment.bank_country:
            yield "$.payment.bank_country", "the bank's country", payment.bank_country
    for i, leg in enumerate(order.route or ()):
        if leg.vessel is not None and leg.vessel.flag:
            yield f"$.route[{i}].vessel.flag", "the flag of a ship", leg.vessel.flag


def _owning_countries(owners: tuple[Owner, ...]) -> Iterator[tuple[int, str]]:
    """Countries whose owners together hold half or more, each with its first owner's place."""
    held: dict[str, float] = {}
    first: dict[str, int] = {}
    for j, owner in enumerate(owners):
        if owner.country:
            share = HALF_PERCENT if owner.share_percent is None else owner.share_percent
            held[owner.country] = held.get(owner.country, 0.0) + share
            first.setdefault(owner.country, j)
    return ((first[country], country) for country in held if held[country] >= HALF_PERCENT)
