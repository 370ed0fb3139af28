"""Red flags of what is kept dark: who receives, who owns, what a company is at all."""

from __future__ import annotations

from collections.abc import Iterator

from vigil.model.order import Kind, Party, Role
from vigil.model.placeholder import is_placeholder
from vigil.routes.contacts import is_same_group
from vigil.routes.earlier import contacts_of
from vigil.routes.observing import (
    INVASION,
    Behaviour,
    Observation,
    outside_coalition,
)
from vigil.routes.spellings import SpellingList
from vigil.routes.writing import word_set, written

NOMINEES = word_set("nominee nominees trustee trustees")
DARK_FROM = 2  # chosen: one thing that a company has not is ordinary, two are not
SAME_AS = word_set("same ditto idem above below")  # such a name points to a party that is known
NO_PLACE = SpellingList(
    (
        "to be advised", "to be nominated", "to be confirmed", "to be announced", "tba", "tbd",
        "tbc", "any port", "any airport", "poste restante", "general delivery",
        "address on request", "will be advised", "уточняется", "до востребования",
    )
)  # fmt: skip


def receiver_not_known(seen: Behaviour) -> Iterator[Observation]:
    """The consignee or the end user is given as nobody, so that the seller cannot say who it is."""
    for i, party in seen.of(Role.CONSIGNEE, Role.END_USER):
        if is_placeholder(party.name) and not SAME_AS.intersection(written(party.name).latin):
            role = "consignee" if party.role is Role.CONSIGNEE else "end user"
            detail = f"the seller cannot say who the {role} is: '{party.name}'"
            yield Observation(f"$.parties[{i}].name", party.name, detail)


def owners_withheld(seen: Behaviour) -> Iterator[Observation]:
    """The owners of a customer were asked for and none was named."""
    for i, party in seen.customers:
        if party.owners == () and party.kind is not Kind.PERSON:
            detail = f"no owner of {party.name} is named, though they were asked for"
            yield Observation(f"$.parties[{i}].owners", "[]", detail)


def owner_hidden(seen: Behaviour) -> Iterator[Observation]:
    """A trustee or nominee outside the coalition holds a customer for somebody who is not named."""
    for i, party in seen.customers_and_between:
        if not outside_coalition(party.country, seen.law):
            continue
        for j, owner in enumerate(party.owners or ()):
            if NOMINEES.intersection(written(owner.name).latin):
                detail = f"{owner.name} holds {party.name} for somebody who is not named"
                yield Observation(f"$.parties[{i}].owners[{j}].name", owner.name, detail)


def little_background(seen: Behaviour) -> Iterator[Observation]:
    """A customer has no line of business, and no website or hardly a year behind it."""
    for i, party in seen.customers:
        if party.kind is Kind.PERSON or party.line_of_business is None:
            continue
        first_year = party.founded is not None and (seen.deal.on - party.founded).days < 365
        no_site = party.website is not None and not party.website.strip()
        if not party.line_of_business.strip() and (first_year or no_site):
            why = "was set up within the year" if first_year else "has no website"
            detail = f"{party.name} has no line of business and {why}"
            yield Observation(f"$.parties[{i}].line_of_business", "", detail)


def possible_shell(seen: Behaviour) -> Iterator[Observation]:
    """A company has two marks of a shell, or another company's telephone or internet address."""
    for i, party in seen.customers_and_between:
        marks = list(_marks(party))
        if party.kind is not Kind.PERSON and len(marks) >= DARK_FROM:
            detail = f"{party.name} may be a shell: it {' and '.join(marks)}"
            yield Observation(f"$.parties[{i}].name", party.name, detail)
    yield from shared_contact(seen)


def shared_contact(seen: Behaviour) -> Iterator[Observation]:
    """Two companies of different names have one telephone, website or e-mail domain."""
    first: dict[tuple[str, str], tuple[int, Party]] = {}
    for j, party in seen.customers_and_between:
        for field, value in contacts_of(party):
            i, one = first.setdefault((field, value), (j, party))
            if one is not party and not is_same_group(one.name, party.name):
                detail = f"{one.name} has the {TITLES[field]} of {party.name} ($.parties[{j}])"
                yield Observation(f"$.parties[{i}].{field}", value, detail)
    yield from _shared_before(seen)


def _shared_before(seen: Behaviour) -> Iterator[Observation]:
    """A contact of a company was another company's in an earlier order."""
    if seen.past is None:
        return
    for i, party in seen.customers_and_between:
        for field, value, other in seen.past.orders.with_contact(party, seen.order):
            told = f"{party.name} has the {TITLES[field]} of {other.name}"
            detail = f"{told} in order {other.order.id}"
            yield Observation(f"$.parties[{i}].{field}", value, detail)


def vague_place(seen: Behaviour) -> Iterator[Observation]:
    """Where the goods are to be delivered is left open."""
    for i, party in seen.of(Role.CONSIGNEE):
        if party.address and _says_no_place(party.address):
            detail = f"the address of the consignee {party.name} says no place"
            yield Observation(f"$.parties[{i}].address", party.address, detail)
    for leg in seen.legs:
        end = leg.to
        if end is not None and not end.resolved and _says_no_place(end.text):
            detail = f"leg {end.leg + 1} ends nowhere in particular: '{end.text}'"
            yield Observation(end.path, end.text, detail)


TITLES = {"phone": "telephone", "website": "website", "email": "e-mail domain"}


def _says_no_place(text: str) -> bool:
    return is_placeholder(text) or NO_PLACE.first_in(text) is not None


def _marks(party: Party) -> Iterator[str]:
    if party.founded is not None and party.founded > INVASION:
        yield f"was set up on {party.founded}"
    if party.website is not None and not party.website.strip():
        yield "has no website"
    if party.line_of_business is not None and not party.line_of_business.strip():
        yield "has no line of business"
    if party.owners == ():
        yield "names no owner"
