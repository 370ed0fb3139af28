"""The whole story on one page: an order goes in, a decision comes out.

Four questions are asked of an order: who is in it, what goes out, which way and how it behaves,
and what the loaded lists can prove on the day. Each answers with findings and with what it could
not check; `vigil.decide` weighs them together into one outcome.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from vigil.coverage import age_days, screen_coverage
from vigil.decide import outcome_of, weigh
from vigil.goods.heading import countries_on_the_way
from vigil.goods.screen import screen_goods
from vigil.model.deal import Deal
from vigil.model.decision import Decision, Screened, SourceUsed, WorldUsed
from vigil.model.finding import Screening, Strength
from vigil.model.order import Order, receiving_country
from vigil.model.order_json import parse_order
from vigil.model.policy import Policy
from vigil.parties.screen import screen_parties
from vigil.routes.earlier import EarlierOrders, Past, edited_away
from vigil.routes.ports import way_of
from vigil.routes.red_flags import answer_fields
from vigil.routes.screen import screen_routes
from vigil.rules.law import home_of
from vigil.version import VERSION
from vigil.world import World

if TYPE_CHECKING:
    from vigil.evidence.room import Room


def screen_order(
    order: Order | Mapping[str, object],
    world: World,
    on: date | None = None,
    policy: Policy | None = None,
    earlier: EarlierOrders | Iterable[Order | Mapping[str, object]] = (),
    evidence: Room | None = None,
) -> Decision:
    """The decision on one order, in a world, on a day.

    Args:
        order: an `Order`, or plain JSON values by the order contract.
        world: everything known, as `vigil.load_world` gives it.
        on: the day whose law and lists decide; None: the order's own date.
        policy: the business's own settings; None: the defaults.
        earlier: orders of the past and earlier versions of this one, for the red flags that only
            these show; for many orders make `EarlierOrders` of them once. Without any such flags
            are asked.
        evidence: open reports, read and joined; None: none were looked at, and nothing is said
            of them.

    Returns:
        The decision; the same order, world and day give the same bytes.

    Raises:
        InvalidInput: the order is malformed; all its problems at once.
    """
    order = _read(order, world)
    policy = policy or Policy()
    deal = deal_of(order, on or order.date, world, policy)

    parties, goods, routes = _ask(deal, world, _past(deal, world, policy, earlier))
    coverage = screen_coverage(world.sources, policy, deal.on)

    screens: tuple[Screening, ...] = (parties, goods, routes, coverage)
    if evidence is not None:
        from vigil.evidence.screen import screen_evidence  # costs what only reports are worth

        known = [finding for screen in screens for finding in screen.findings]
        screens = (*screens, screen_evidence(deal, evidence, known))
    findings = weigh(finding for screen in screens for finding in screen.findings)
    not_checked = sorted({gap for screen in screens for gap in screen.not_checked})
    return Decision(
        order_id=order.id,
        outcome=outcome_of(findings, not_checked),
        on=deal.on,
        findings=tuple(findings),
        not_checked=tuple(not_checked),
        screened=Screened(parties.subjects, goods.subjects, routes.subjects),
        world=world_used(world, deal.on),
        vigil=VERSION,
        questions=routes.questions,
        law_nearby=world.law.nearby(deal, countries_on_the_way(deal), policy.law_nearby_days),
    )


def _ask(deal: Deal, world: World, past: Past | None) -> tuple[Screening, Screening, Screening]:
    """Who, what, and which way: the routes come last, as some red flags look at what was found."""
    parties = screen_parties(
        deal, world.names, world.law, world.source_by_id, world.ties, world.name_search
    )
    goods = screen_goods(deal, world.goods, world.law, world.catalogue("goods").provenance)
    routes = screen_routes(
        deal, world.routes, world.law, world.catalogue("routes").provenance, world.priority_codes,
        (*parties.findings, *goods.findings), world.atlas, past,
    )  # fmt: skip
    return parties, goods, routes


def _past(
    deal: Deal,
    world: World,
    policy: Policy,
    earlier: EarlierOrders | Iterable[Order | Mapping[str, object]],
) -> Past | None:
    """The time before the order; an earlier version of it is screened in the same world."""
    if not isinstance(earlier, EarlierOrders):
        orders = [_read(order, world) for order in earlier]
        if not orders:
            return None
        earlier = EarlierOrders(orders)
    version = earlier.version_of(deal.order)
    if version is None:
        return Past(earlier)
    before = _ask(deal_of(version, deal.on, world, policy), world, None)
    findings = weigh(finding for screening in before for finding in screening.findings)
    asking = [f for f in findings if f.strength is not Strength.NOTE]
    return Past(earlier, version, tuple(edited_away(asking, deal.order)))


def _read(order: Order | Mapping[str, object], world: World) -> Order:
    if isinstance(order, Order):
        return order
    return parse_order(order, answer_fields=answer_fields(world.routes))


def deal_of(order: Order, on: date, world: World, policy: Policy) -> Deal:
    """The order on a day, with whose law applies and what provisions ask of it."""
    law, home = world.law, home_of(order, policy)
    way = way_of(order, world.routes, law, world.atlas, on)
    return Deal(
        order=order,
        on=on,
        destination=receiving_country(order) or way.last,
        jurisdictions=law.jurisdictions(order, policy),
        own_law=law.own_jurisdictions(order, policy),
        home=home,
        facts=law.facts.of(order, on, world.code_book, home, way),
        book=world.code_book,
        named_way=way,
    )


def world_used(world: World, on: date) -> WorldUsed:
    """The world as a decision names it: its hash, its lists, and their age on the day."""
    return WorldUsed(
        id=world.id,
        sources=tuple(
            SourceUsed(s.id, s.version.isoformat(), s.entries, age_days(s, on), s.sha256)
            for s in world.sources
        ),
    )
