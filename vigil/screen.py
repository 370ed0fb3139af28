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
from vigil.model.decision import Decision, Outcome, Screened, SourceUsed, WorldUsed
from vigil.model.finding import Finding, Screening, Strength
from vigil.model.nearby import NearbyLaw
from vigil.model.order import Order, receiving_country
from vigil.model.order_json import parse_order
from vigil.model.policy import Policy
from vigil.parties.screen import screen_parties
from vigil.routes.earlier import EarlierOrders, Past, edited_away
from vigil.routes.ports import way_of
from vigil.routes.red_flags import answer_fields
from vigil.routes.screen import screen_routes
from vigil.rules.law import home_of
from vigil.steps import Step, Steps
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
    read = _read(order, world)
    known = earlier if isinstance(earlier, EarlierOrders) else _earlier(earlier, world)
    return decide(read, world, on or read.date, policy or Policy(), known, evidence, Steps())


def decide(
    order: Order,
    world: World,
    on: date,
    policy: Policy,
    earlier: EarlierOrders | None,
    evidence: Room | None,
    steps: Steps,
) -> Decision:
    """The story, each step of it run by `steps`, which say what happens when one fails."""
    deal = steps.run(Step.ORDER, lambda: deal_of(order, on, world, policy), None)
    none = Screening()
    parties = goods = routes = reports = none
    if deal is not None:
        parties = steps.run(Step.PARTIES, lambda: _who(deal, world), none)
        goods = steps.run(Step.GOODS, lambda: _what(deal, world), none)
        past = steps.run(Step.EARLIER, lambda: _past(deal, world, policy, earlier), None)
        met = (*parties.findings, *goods.findings)
        routes = steps.run(Step.ROUTES, lambda: _how(deal, world, met, past), none)
    coverage = steps.run(Step.COVERAGE, lambda: screen_coverage(world.sources, policy, on), none)
    screens: tuple[Screening, ...] = (parties, goods, routes, coverage)
    if deal is not None and evidence is not None:
        known = [finding for screen in screens for finding in screen.findings]
        reports = steps.run(Step.EVIDENCE, lambda: _who_says_so(deal, evidence, known), none)
        screens = (*screens, reports)

    found = [finding for screen in screens for finding in screen.findings]
    findings = steps.run(Step.WEIGHING, lambda: weigh(found), found)
    used = steps.run(Step.WORLD, lambda: world_used(world, on), WorldUsed(world.id, ()))
    nearby: tuple[NearbyLaw, ...] = ()
    if deal is not None:
        nearby = steps.run(Step.LAW, lambda: _law_nearby(deal, world, policy), nearby)
    gaps = {*steps.failed, *(gap for screen in screens for gap in screen.not_checked)}
    outcome = steps.run(Step.OUTCOME, lambda: outcome_of(findings, tuple(gaps)), Outcome.INCOMPLETE)
    return Decision(
        order_id=order.id,
        outcome=outcome,
        on=on,
        findings=tuple(findings),
        not_checked=tuple(sorted({*gaps, *steps.failed})),
        screened=Screened(parties.subjects, goods.subjects, routes.subjects),
        world=used,
        vigil=VERSION,
        questions=routes.questions,
        law_nearby=nearby,
    )


def _who(deal: Deal, world: World) -> Screening:
    return screen_parties(
        deal, world.names, world.law, world.source_by_id, world.ties, world.name_search
    )


def _what(deal: Deal, world: World) -> Screening:
    return screen_goods(deal, world.goods, world.law, world.catalogue("goods").provenance)


def _how(deal: Deal, world: World, met: tuple[Finding, ...], past: Past | None) -> Screening:
    """Which way and how: asked last, as some red flags look at what was found."""
    return screen_routes(
        deal, world.routes, world.law, world.catalogue("routes").provenance, world.priority_codes,
        met, world.atlas, past,
    )  # fmt: skip


def _who_says_so(deal: Deal, evidence: Room, known: list[Finding]) -> Screening:
    from vigil.evidence.screen import screen_evidence  # costs what only reports are worth

    return screen_evidence(deal, evidence, known)


def _law_nearby(deal: Deal, world: World, policy: Policy) -> tuple[NearbyLaw, ...]:
    return world.law.nearby(deal, countries_on_the_way(deal), policy.law_nearby_days)


def _earlier(orders: Iterable[Order | Mapping[str, object]], world: World) -> EarlierOrders | None:
    read = [_read(order, world) for order in orders]
    return EarlierOrders(read) if read else None


def _past(deal: Deal, world: World, policy: Policy, earlier: EarlierOrders | None) -> Past | None:
    """The time before the order; an earlier version of it is screened in the same world."""
    if earlier is None:
        return None
    version = earlier.version_of(deal.order)
    if version is None:
        return Past(earlier)
    then = deal_of(version, deal.on, world, policy)
    before = [_who(then, world), _what(then, world)]
    met = tuple(finding for screening in before for finding in screening.findings)
    before.append(_how(then, world, met, None))
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
