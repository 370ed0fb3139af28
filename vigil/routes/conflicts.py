"""What an order says in one place and contradicts in another, for a person to settle.

Only contradictions that can hide where goods go or who is behind them: an address or a leg's end in
an embargoed country under another country, an embargoed country that only the end use, the marks or
the terms of payment name, shares that cannot be, and a company that is younger than its order.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import msgspec

from vigil.model.deal import EMBARGOED, Deal
from vigil.model.finding import Feature, Finding, FindingKind, Provenance, Screen
from vigil.model.order import Order
from vigil.routes.catalogue import RouteCatalogue
from vigil.routes.contact_countries import ContactCountries
from vigil.routes.elsewhere import Elsewhere, EmbargoedNames
from vigil.routes.named_ends import Atlas
from vigil.routes.ports import LegEnds, country_of_address, given_ends
from vigil.routes.position_countries import embargoed_at
from vigil.routes.spellings import Spellings
from vigil.routes.writing import written
from vigil.rules.law import Law

WHOLE_PERCENT = 100.0
ROUNDING_PERCENT = 0.5  # three thirds written as 33.4


class Conflict(msgspec.Struct, frozen=True):
    """A contradiction: where it stands, the text there, what it is about, and a sentence."""

    path: str
    value: str
    subject: str
    sentence: str


def screen_conflicts(
    deal: Deal,
    routes: RouteCatalogue,
    law: Law,
    legs: tuple[LegEnds, ...],
    provenance: Provenance,
    atlas: Atlas,
) -> list[Finding]:
    """One finding for each contradiction, at the place that contradicts."""
    conflicts = (
        *_addresses(deal.order, law, atlas.embargoed),
        *_ends(legs, law, atlas.embargoed),
        *_contacts(deal.order, law, routes.contact_countries),
        *_positions(deal.order, law, legs, routes),
        *_texts(deal.order, law, legs),
        *_owners(deal.order),
    )
    return [
        Finding(
            screen=Screen.ROUTES,
            kind=FindingKind.CONFLICTING_INFORMATION,
            path=found.path,
            subject=found.subject,
            summary=found.sentence,
            value=found.value,
            features=(Feature(found.subject, 1.0, found.sentence),),
            provenance=provenance,
        )
        for found in (*conflicts, *_founded(deal.order))
    ]


def _addresses(order: Order, law: Law, embargoed: EmbargoedNames) -> Iterator[Conflict]:
    for i, party in enumerate(order.parties):
        if not party.address or not party.country:
            continue
        path, given = f"$.parties[{i}].address", law.country_name(party.country)
        named = country_of_address(party.address, law)
        if named in EMBARGOED and named != party.country:
            told = f"The address lies in {law.country_name(named)}, the country given is {given}."
            yield Conflict(path, party.address, "address_country", told)
        elif met := embargoed.beside(party.address, party.country):
            told = f"The address names {_place(met, law)}, the country given is {given}."
            yield Conflict(path, party.address, "address_place", told)


def _ends(legs: tuple[LegEnds, ...], law: Law, embargoed: EmbargoedNames) -> Iterator[Conflict]:
    for end in given_ends(legs):
        met = embargoed.beside(end.text, end.country, True) if end.country else None
        if met is not None:
            told = f"The end of the leg names {_place(met, law)}, "
            told += f"and by the rest of it lies in {law.country_name(end.country)}."
            yield Conflict(end.path, end.text, "end_place", told)


def _contacts(order: Order, law: Law, known: ContactCountries) -> Iterator[Conflict]:
    for i, party in enumerate(order.parties):
        contacts = (
            ("phone", "telephone number", party.phone, known.of_phone(party.phone)),
            ("email", "e-mail domain", party.email, known.of_email(party.email)),
            ("website", "website", party.website, known.of_website(party.website)),
        )
        for field, what, text, country in contacts:
            if text and party.country and country in EMBARGOED and country != party.country:
                told = f"The {what} is one of {law.country_name(country)}, "
                told += f"the country given is {law.country_name(party.country)}."
                yield Conflict(f"$.parties[{i}].{field}", text, f"{field}_country", told)


def _positions(
    order: Order, law: Law, legs: tuple[LegEnds, ...], routes: RouteCatalogue
) -> Iterator[Conflict]:
    given = [(f"$.parties[{i}].position", p.position, p.country)
             for i, p in enumerate(order.parties)]  # fmt: skip
    given += [(f"{end.path}_position", end.position, end.country) for end in given_ends(legs)]
    for path, position, country in given:
        there = embargoed_at(position, country, routes.positions) if position and country else None
        if position and there:
            told = f"The position lies in {law.country_name(there)}, "
            told += f"the country given is {law.country_name(country)}."
            yield Conflict(path, f"{position.lat}, {position.lon}", "position_country", told)


def _place(met: Elsewhere, law: Law) -> str:
    country = law.country_name(met.country)
    return f"{met.town} in {country}" if met.town else country


def _texts(order: Order, law: Law, legs: tuple[LegEnds, ...]) -> Iterator[Conflict]:
    """End uses, marks to put on the goods and terms of payment that name a country nobody of the
    order sits in.
    """
    known = {party.country for party in order.parties}
    known |= {end.country for end in given_ends(legs)}
    texts = [("$.end_use", order.end_use)]
    if order.payment is not None:
        texts.append(("$.payment.terms", order.payment.terms))
    texts += [
        (f"$.lines[{i}].marking_request", line.marking_request)
        for i, line in enumerate(order.lines)
        if line.marking_request
    ]
    for path, text in texts:
        named = set(_embargoed_names(law).in_text(written(text))) if text else ()
        for code in EMBARGOED if named else ():
            if text and code in named and code not in known:
                told = f"The text names {law.country_name(code)}, where no party and no leg is."
                yield Conflict(path, text, f"names_{code}", told)


@lru_cache(maxsize=4)
def _embargoed_names(law: Law) -> Spellings[str]:
    """The names of the embargoed countries, each with its code."""
    held = [country for code in EMBARGOED if (country := law.country(code)) is not None]
    return Spellings((name, c.code) for c in held for name in c.names)


def _owners(order: Order) -> Iterator[Conflict]:
    for i, party in enumerate(order.parties):
        if not party.owners:
            continue
        total = sum(owner.share_percent or 0 for owner in party.owners)
        if total > WHOLE_PERCENT + ROUNDING_PERCENT:
            told = f"The owners of {party.name} hold {total:g} per cent together."
            yield Conflict(f"$.parties[{i}].owners", f"{total:g}", "owners_shares", told)


def _founded(order: Order) -> Iterator[Conflict]:
    for i, party in enumerate(order.parties):
        if party.founded is not None and party.founded > order.date:
            told = f"{party.name} was set up on {party.founded}, after the order of {order.date}."
            yield Conflict(
                f"$.parties[{i}].founded", party.founded.isoformat(), "founded_after_order", told
            )
