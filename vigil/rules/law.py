"""Which law was in force on a day, and for whom."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property, lru_cache

import msgspec

from vigil.model.deal import Deal
from vigil.model.entity import Entity, IssuingList
from vigil.model.finding import Provenance
from vigil.model.nearby import NearbyLaw
from vigil.model.order import Exporter, Order
from vigil.model.policy import Policy
from vigil.model.provision import Citation, Jurisdiction, Provision
from vigil.model.reach import EU_MEMBERS, OrderFacts
from vigil.names.own_script import has_arabic, own_words
from vigil.names.text import fold
from vigil.rules.catalogue import Country, LawCatalogue, TransshipmentList
from vigil.rules.facts import Facts
from vigil.rules.nearby import Nearby
from vigil.rules.tested import TestedLaw

COUNTRY_LAW = {"US": Jurisdiction.US, "GB": Jurisdiction.UK, "CN": Jurisdiction.CN}
NO_POLICY = Policy()
CITATION_ENDS = re.compile("[;,]")  # an entry that was changed names each publication


class Law:
    """The law catalogue with its look-ups; it never answers without a day."""

    def __init__(self, catalogue: LawCatalogue, provenance: Provenance | None = None) -> None:
        self.provenance = provenance or Provenance("law", catalogue.version.isoformat())
        self._eu = frozenset(catalogue.eu_members)
        self._provisions = {p.id: _with_members(p, self._eu) for p in catalogue.provisions}
        self._lists = {issuing.id: issuing for issuing in catalogue.issuing_lists}
        self._countries = {c.code: c for c in catalogue.countries}
        self._regions = catalogue.regions
        self._transshipment = catalogue.transshipment
        self.facts = Facts(catalogue.end_uses, catalogue.governments)
        tested = tuple(p for p in self.provisions if any(r.is_tested for r in p.reaches))
        self._tested_ids = frozenset(p.id for p in tested)
        self._tested = TestedLaw(tested, self.country_name)
        self._nearby = Nearby(tested, self.country_name)
        self._by_citation = _by_citation(self.provisions)
        self._named_on = lru_cache(maxsize=4096)(self._transshipment_on)
        self._own_law = lru_cache(maxsize=512)(self._of_home)
        self._cited_for_list = lru_cache(maxsize=4096)(self._cite_list)

    @property
    def provisions(self) -> tuple[Provision, ...]:
        """Every provision held, in the catalogue's order."""
        return tuple(self._provisions.values())

    def provision(self, provision_id: str) -> Provision | None:
        """The provision of that id, or None when it is not held."""
        return self._provisions.get(provision_id)

    def issuing_list(self, list_id: str) -> IssuingList | None:
        """The list that an authority keeps under this id, or None when it is not described."""
        return self._lists.get(list_id)

    @property
    def countries(self) -> tuple[Country, ...]:
        """Every country held, in the catalogue's order."""
        return tuple(self._countries.values())

    @property
    def eu_members(self) -> frozenset[str]:
        """The members of the European Union, ISO 3166 alpha-2."""
        return self._eu

    def country(self, code: str) -> Country | None:
        """The country of an ISO 3166 alpha-2 code, or None when there is none."""
        return self._countries.get(code)

    def country_ending(self, words: Sequence[str]) -> str | None:
        """The country whose name closes the words: the longest name, then the first country.

        Args:
            words: folded, or of Arabic script as `vigil.names.own_script` has them.
        """
        most = self._longest_ending.get(words[-1], 0) if words else 0
        for length in range(min(most, len(words)), 0, -1):
            code = self._country_by_words.get(tuple(words[-length:]))
            if code is not None:
                return code
        return None

    @cached_property
    def _country_by_words(self) -> dict[tuple[str, ...], str]:
        """Each name of a country, as such words, and the first country that has it."""
        found: dict[tuple[str, ...], str] = {}
        for country in self.countries:
            for name in country.names:
                words = own_words(name) if has_arabic(name) else tuple(fold(name).split())
                found.setdefault(words, country.code)
        return found

    @cached_property
    def _longest_ending(self) -> dict[str, int]:
        """How many words the longest name has that ends in a word."""
        longest: dict[str, int] = {}
        for name in filter(None, self._country_by_words):
            longest[name[-1]] = max(longest.get(name[-1], 0), len(name))
        return longest

    def country_name(self, code: str | None) -> str:
        """A country as a sentence names it: its name, or the code when it has none."""
        if code is None:
            return "an unknown country"
        known = self.country(code)
        return known.name if known else self._regions.get(code, code)

    def cite(self, provision_ids: Iterable[str], on: date) -> tuple[Citation, ...]:
        """Those of the provisions that were in force on the day, each cited once."""
        held = (self._provisions[i] for i in dict.fromkeys(provision_ids) if i in self._provisions)
        return tuple(Citation.of(p, on) for p in held if p.covers(on))

    def cite_untested(self, provision_ids: Iterable[str], on: date) -> tuple[Citation, ...]:
        """Like `cite`, of those provisions whose scope holds nothing to test; the others are for
        `cite_scope`.
        """
        return self.cite((i for i in provision_ids if i not in self._tested_ids), on)

    def cite_listing(self, entity: Entity, on: date) -> tuple[Citation, ...]:
        """The provisions behind an entry, in force on the day: by its list, its programmes, and
        the publication that made it.
        """
        return self._cited_for_list(entity.source, entity.programmes, entity.citation, on)

    def cite_scope(self, deal: Deal, towards: Iterable[str]) -> tuple[Citation, ...]:
        """Provisions in force on the deal's day whose tested scope fits it, each with the reason.

        Args:
            deal: the order, its day, and whose law applies.
            towards: the countries or regions that are asked about, where the goods go.
        """
        return self._tested.cite(deal, self.facts_of(deal, towards))

    def cite_about(self, deal: Deal, place: str) -> tuple[Citation, ...]:
        """Like `cite_scope`, of the provisions that name the country or region itself."""
        named = {p.id for p in self.about(place, Jurisdiction, deal.on)}
        return tuple(c for c in self.cite_scope(deal, (place,)) if c.id in named)

    def nearby(self, deal: Deal, towards: Iterable[str], days: int) -> tuple[NearbyLaw, ...]:
        """What begins within so many days after the deal's day, or ended within as many before,
        and fits the order; in the order of the days.
        """
        return self._nearby.of(deal, self.facts_of(deal, towards), days)

    def facts_of(self, deal: Deal, towards: Iterable[str]) -> OrderFacts:
        """The deal as provisions see it on a way."""
        facts = deal.facts or self.facts.of(deal.order, deal.on, deal.book, deal.home, deal.way)
        return msgspec.structs.replace(facts, towards=tuple(towards))

    def ownership_rules(self, list_id: str) -> tuple[Provision, ...]:
        """The provisions, of any day, that carry the list's entries over to what these own."""
        return tuple(
            p for p in self.provisions if p.ownership is not None and list_id in p.ownership.lists
        )

    def programmes_not_held(self, entity: Entity) -> tuple[str, ...]:
        """Programmes of an entry for which the world holds no provision."""
        issuing = self.issuing_list(entity.source)
        known = issuing.programme_provisions if issuing else {}
        return tuple(p for p in entity.programmes if p not in known)

    def about(
        self, place: str, jurisdictions: Iterable[Jurisdiction], on: date | None = None
    ) -> tuple[Provision, ...]:
        """The provisions about goods that go to a country or region, whichever goods these are.

        Args:
            place: ISO 3166 alpha-2, or the id of a region.
            jurisdictions: whose law counts.
            on: the day they must have been in force; None: provisions of any day.
        """
        return self._tested.about(place, frozenset(jurisdictions), on)

    def transshipment(self, country: str | None, on: date) -> tuple[TransshipmentList, ...]:
        """The transshipment lists published by that day that name the country."""
        return self._named_on(country, on)

    def _transshipment_on(self, country: str | None, on: date) -> tuple[TransshipmentList, ...]:
        return tuple(
            t for t in self._transshipment if country in t.countries and t.published_on <= on
        )

    def jurisdictions(self, order: Order, policy: Policy = NO_POLICY) -> frozenset[Jurisdiction]:
        """Whose law applies: the exporter's, the UN's, and the US's for goods of US origin; and
        always what the business has set.

        Without the exporter's country, from the order or the settings, or with a code that is no
        country's, every jurisdiction held counts. An exporter in a country whose law is not held
        counts as none of its own.
        """
        own = self.own_jurisdictions(order, policy)
        from_us = any(line.origin == "US" for line in order.lines)
        return own | {Jurisdiction.UN} | ({Jurisdiction.US} if from_us else frozenset())

    def own_jurisdictions(
        self, order: Order, policy: Policy = NO_POLICY
    ) -> frozenset[Jurisdiction]:
        """The law of the exporter itself and what the business has set: neither the UN's nor that
        of the goods' origin. Without the exporter's country every one held.
        """
        return self._own_law(home_of(order, policy), policy.jurisdictions)

    def _of_home(
        self, home: str | None, always: tuple[Jurisdiction, ...]
    ) -> frozenset[Jurisdiction]:
        if home is None or home not in self._countries:
            return frozenset(Jurisdiction) - {Jurisdiction.UN}
        own = {COUNTRY_LAW[home]} if home in COUNTRY_LAW else set()
        if home in self._eu:
            own.add(Jurisdiction.EU)
        return (frozenset(own) | frozenset(always)) - {Jurisdiction.UN}

    def _cite_list(
        self, source: str, programmes: tuple[str, ...], citation: str | None, on: date
    ) -> tuple[Citation, ...]:
        issuing = self.issuing_list(source)
        if issuing is None:
            return ()
        by_programme = (
            p for programme in programmes for p in issuing.programme_provisions.get(programme, ())
        )
        by_publication = (
            p for part in CITATION_ENDS.split(citation or "")
            for p in self._by_citation.get(part.strip(), ())
            if part.strip() in self._provisions[p].reach_on(on).entry_citations
        )  # fmt: skip
        return self.cite((*issuing.provisions, *by_programme, *by_publication), on)


def home_of(order: Order, policy: Policy) -> str | None:
    """The exporter's country: the order's own, else the one that the business has set."""
    return (order.exporter or Exporter()).country or policy.exporter_country


def _by_citation(provisions: Iterable[Provision]) -> dict[str, tuple[str, ...]]:
    """Ids of provisions by the publication of the list entries that they are about."""
    found: dict[str, tuple[str, ...]] = {}
    for provision in provisions:
        for citation in dict.fromkeys(c for r in provision.reaches for c in r.entry_citations):
            found[citation] = (*found.get(citation, ()), provision.id)
    return found


def _with_members(provision: Provision, members: frozenset[str]) -> Provision:
    """The provision with the members of the EU in the place of their name."""
    limits = provision.limits
    if EU_MEMBERS not in limits.not_to:
        return provision
    others = (c for c in limits.not_to if c != EU_MEMBERS)
    told = msgspec.structs.replace(limits, not_to=(*others, *sorted(members)))
    return msgspec.structs.replace(provision, limits=told)
