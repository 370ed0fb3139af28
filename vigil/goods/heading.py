"""Where the goods of an order are heading: the destination, and each country they pass through.

Goods sent to an intermediate consignee in Iran have been in Iran, whatever the end user's
country says; so every consignee and every end of a leg counts, not the destination alone.
Only what an authority named a place of transshipment is grounds: a list that somebody drew from
cases (it has Germany on it) is told as context.
"""

from __future__ import annotations

from functools import cached_property

import msgspec

from vigil.goods.basis import basis_in_words
from vigil.model.deal import DRONE_STATES, Deal
from vigil.model.finding import Feature, Ground
from vigil.model.order import Role, parties_in
from vigil.model.provision import Citation
from vigil.rules.catalogue import TransshipmentList
from vigil.rules.law import Law

RECEIVERS = (Role.END_USER, Role.CONSIGNEE, Role.INTERMEDIATE_CONSIGNEE)


class Heading(msgspec.Struct, frozen=True, dict=True, eq=False):
    """The goods' way as findings tell it; what is told is made when first asked for.

    Most orders have no finding about goods, and then nothing of it is needed.
    """

    deal: Deal
    law: Law

    @cached_property
    def countries(self) -> dict[str, str]:
        """ISO alpha-2 to the first place of the order that names it, the destination first."""
        return countries_on_the_way(self.deal)

    @cached_property
    def transshipment(self) -> dict[str, tuple[TransshipmentList, ...]]:
        """The lists that name countries on the way places of transshipment, by country."""
        on = self.deal.on
        return {c: t for c in self.countries if (t := self.law.transshipment(c, on))}

    @cached_property
    def grounds(self) -> tuple[Ground, ...]:
        """What `vigil.decide` looks at."""
        found = []
        if any(c in DRONE_STATES for c in self.countries):
            found.append(Ground.TO_DRONE_STATES)
        if any(t.official for lists in self.transshipment.values() for t in lists):
            found.append(Ground.TO_TRANSSHIPMENT)
        return tuple(found)

    @cached_property
    def sentence(self) -> str:
        """Where the goods go, as an officer reads it."""
        return _sentence(self.deal, self.law, self.countries, self.transshipment)

    @cached_property
    def features(self) -> tuple[Feature, ...]:
        """Its detail."""
        drone_states = [c for c in self.countries if c in DRONE_STATES]
        return _features(self.law, self.countries, drone_states, self.transshipment)

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """The law of that day about where the goods go."""
        destination = self.deal.destination
        cited = (c for c in self.countries if c == destination or c in DRONE_STATES)
        return self.law.cite_scope(self.deal, cited)


def countries_on_the_way(deal: Deal) -> dict[str, str]:
    """Each country the goods go to, with the words of the order that say so."""
    countries = {deal.destination: "the destination"} if deal.destination else {}
    for i, party in parties_in(deal.order, *RECEIVERS):
        if party.country:
            role = party.role.replace("_", " ")
            countries.setdefault(party.country, f"the {role}, $.parties[{i}].country")
    for country, where in deal.way.ends:
        countries.setdefault(country, where)
    return countries


def _sentence(
    deal: Deal,
    law: Law,
    countries: dict[str, str],
    transshipment: dict[str, tuple[TransshipmentList, ...]],
) -> str:
    if not countries:
        return "The order does not say where the goods go."
    first = deal.destination
    goes = f"The goods go to {law.country_name(first)}" if first else "The goods go"
    named = {
        c: official
        for c, lists in transshipment.items()
        if c not in DRONE_STATES and (official := [t for t in lists if t.official])
    }
    through = [c for c in countries if c != first and (c in DRONE_STATES or c in named)]
    if through:
        goes += " by way of " + " and ".join(law.country_name(c) for c in through)
    if not first and not through:
        return "The order does not say where the goods end up."
    sentences = [goes + "."]
    sentences += [_on_list(law.country_name(c), lists) for c, lists in named.items()]
    return " ".join(sentences)


def _on_list(country: str, lists: list[TransshipmentList]) -> str:
    """The list that says it best: verified before not, newest first."""
    best = min(lists, key=lambda t: (not t.verified, -t.published_on.toordinal(), t.id))
    more = f", and on {len(lists) - 1} more" if len(lists) > 1 else ""
    return (
        f"{country} was named a place of transshipment on {best.published_on} "
        f"({best.title}; {_reading(best)}){more}."
    )


def _reading(named: TransshipmentList) -> str:
    read = basis_in_words(named.basis)
    return f"verified, {read}" if named.verified else f"not verified, {read}"


def _features(
    law: Law,
    countries: dict[str, str],
    drone_states: list[str],
    transshipment: dict[str, tuple[TransshipmentList, ...]],
) -> tuple[Feature, ...]:
    to_drone_states = [
        Feature("to_drone_states", 1.0, f"{law.country_name(c)}: {countries[c]}")
        for c in drone_states
    ]
    to_transshipment = [
        Feature(
            "to_transshipment" if t.official else "context",
            1.0,
            f"{law.country_name(c)}: {countries[c]}; {t.title}, {t.published_on}, {_reading(t)}",
        )
        for c, lists in transshipment.items()
        for t in lists
    ]
    return (*to_drone_states, *to_transshipment)
