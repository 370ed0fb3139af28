"""Goods that go to an embargoed country or region, as the exporter's law says on the day.

Where the exporter's own law about a destination is held, it decides: nothing in force that day
is no finding. Where it is not held, silence would be a guess, so the finding says that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from vigil.model.deal import EMBARGOED, Deal
from vigil.model.finding import Feature, Finding, FindingKind, Ground, Provenance, Screen
from vigil.model.order import Role, parties_in
from vigil.model.provision import Basis, Citation, Jurisdiction, Provision
from vigil.routes.catalogue import Place, PlaceKind, RouteCatalogue
from vigil.routes.listing import place_provenance
from vigil.routes.mention import name_in
from vigil.routes.ports import LegEnds, country_of_address
from vigil.routes.ties import ties_of
from vigil.rules.law import Law

# Whoever receives the goods, nearest to their end first; the buyer, because what is sold to an
# embargoed country is supplied to it wherever it is delivered.
RECEIVERS = (
    Role.END_USER, Role.CONSIGNEE, Role.INTERMEDIATE_CONSIGNEE, Role.BUYER, Role.NOTIFY_PARTY,
)  # fmt: skip
ROLE_WORDS = {
    Role.END_USER: "the end user's country",
    Role.CONSIGNEE: "the consignee's country",
    Role.INTERMEDIATE_CONSIGNEE: "an intermediate consignee's country",
    Role.BUYER: "the buyer's country",
    Role.NOTIFY_PARTY: "the notify party's country",
}
NONE_REACHES = (
    "The provisions held about it reach none of these goods by code; they are not all its law."
)
PRESENT_ROUND = ("RU", "UA")  # countries that a region's address is written with
TELLING = frozenset((*EMBARGOED, *PRESENT_ROUND))  # another country of a party ends the matter


class Towards(msgspec.Struct, frozen=True):
    """Something in the order that takes the goods to a country or region."""

    path: str
    value: str
    what: str
    subject: str
    country: str
    region: Place | None = None
    is_tie: bool = False


def screen_destination(
    deal: Deal,
    routes: RouteCatalogue,
    law: Law,
    provenance: Provenance,
    legs: tuple[LegEnds, ...],
) -> list[Finding]:
    """One finding for each embargoed country or region that the goods go to, or where somebody
    of the order sits.
    """
    first: dict[str, Towards] = {}
    for towards in (*_by_party(deal, routes, law), *_by_leg(legs, routes), *_by_tie(deal)):
        first.setdefault(towards.subject, towards)
    found = (_finding(towards, deal, law, provenance) for towards in first.values())
    return [finding for finding in found if finding is not None]


def _by_party(deal: Deal, routes: RouteCatalogue, law: Law) -> Iterator[Towards]:
    for role in RECEIVERS:
        for i, party in parties_in(deal.order, role):
            if party.country and party.country not in TELLING:
                continue
            path, what = f"$.parties[{i}]", ROLE_WORDS[role]
            if party.country in EMBARGOED:
                yield Towards(f"{path}.country", party.country, what, party.country, party.country)
            named = country_of_address(party.address, law) if not party.country else None
            if party.address and named in EMBARGOED:
                at = f"{path}.address"
                yield Towards(at, party.address, "an address", named, named)
            if party.address and party.country in (*PRESENT_ROUND, None):
                for region in _regions_in(party.address, routes):
                    at = f"{path}.address"
                    yield Towards(at, party.address, "an address", region.id, "UA", region)


def _by_tie(deal: Deal) -> Iterator[Towards]:
    """Who sits in an embargoed country: weaker than the goods, and no reason to stay silent."""
    for path, what, country in ties_of(deal.order):
        if country in EMBARGOED:
            yield Towards(path, country, what, country, country, is_tie=True)


def _by_leg(legs: tuple[LegEnds, ...], routes: RouteCatalogue) -> Iterator[Towards]:
    """Every end but the first leg's origin: goods that start there do not go there."""
    ends = [end for leg in legs for end in (leg.origin, leg.to) if end is not None]
    started = legs[0].origin if legs else None
    for end in (end for end in ends if end is not started):
        if end.country in EMBARGOED:
            yield Towards(end.path, end.in_words, "the end of a leg", end.country, end.country)
        by_code = (m.place for m in end.mentions if m.place.kind is PlaceKind.REGION)
        by_words = _regions_in(end.text, routes) if end.country in (*PRESENT_ROUND, None) else ()
        for region in dict.fromkeys((*by_code, *by_words)):
            yield Towards(end.path, end.text, "the end of a leg", region.id, "UA", region)


def _regions_in(text: str, routes: RouteCatalogue) -> Iterator[Place]:
    possible = routes.place_index.in_any(text)
    regions = (place for place in possible if place.kind is PlaceKind.REGION)
    return (region for region in regions if name_in(text, region))


def _finding(towards: Towards, deal: Deal, law: Law, provenance: Provenance) -> Finding | None:
    provisions = _provisions(towards, deal, law)
    in_force = law.about(towards.country, deal.jurisdictions, deal.on)
    own = _own_law(deal)
    if _holds(towards, own, law) and not (provisions or in_force):
        return None  # the exporter's law is held, and nothing of it was in force that day
    region = towards.region
    return Finding(
        screen=Screen.ROUTES,
        kind=FindingKind.EMBARGOED_DESTINATION,
        path=towards.path,
        subject=towards.subject,
        summary=_summary(towards, deal, law, own, provisions),
        value=towards.value,
        grounds=(Ground.ONLY_A_TIE,) if towards.is_tie else (),
        features=(Feature("destination", 1.0, f"{towards.what}: {towards.value}"),),
        provisions=provisions,
        provenance=place_provenance(region, provenance) if region else law.provenance,
        verified=_is_verified(region, provisions),
        basis=region.basis if region else _nearest_basis(provisions or in_force),
    )


def _provisions(towards: Towards, deal: Deal, law: Law) -> tuple[Citation, ...]:
    if towards.region is None:
        return law.cite_about(deal, towards.country)
    named = (p for listing in towards.region.listings for p in listing.provisions)
    about = law.cite_about(deal, towards.region.id)
    return tuple(dict.fromkeys((*law.cite(named, deal.on), *about)))


def _own_law(deal: Deal) -> frozenset[Jurisdiction]:
    """The jurisdictions of the exporter itself: neither the UN nor the goods' origin."""
    own = deal.own_law
    return own if own is not None else frozenset(Jurisdiction) - {Jurisdiction.UN}


def _holds(towards: Towards, own: frozenset[Jurisdiction], law: Law) -> bool:
    if towards.region is not None:
        return False  # the world holds what it cites of a region, never all of it
    return bool(law.about(towards.country, own))


def _summary(
    towards: Towards,
    deal: Deal,
    law: Law,
    own: frozenset[Jurisdiction],
    provisions: tuple[Citation, ...],
) -> str:
    region = towards.region
    where = region.name if region else law.country_name(towards.country)
    what = f"The goods go to {where}: it is {towards.what}."
    if towards.what in ("an address", "the end of a leg"):
        what = f"The goods go to {where}: {towards.what} lies there."
    if towards.is_tie:
        what = f"Somebody of the order sits in {where}: it is {towards.what}."
    if _holds(towards, own, law):
        return what if provisions else f"{what} {NONE_REACHES}"
    if provisions and region is not None:
        return what
    if deal.home is None:
        return f"{what} Provision not held."
    return f"{what} Provision not held: none of the law of {law.country_name(deal.home)}."


def _is_verified(region: Place | None, provisions: tuple[Citation, ...]) -> bool:
    if region is not None:
        return region.verified
    return bool(provisions) and all(provision.verified for provision in provisions)


def _nearest_basis(provisions: Iterable[Citation | Provision]) -> Basis | None:
    order = tuple(Basis)
    return min((p.basis for p in provisions), key=order.index, default=None)
