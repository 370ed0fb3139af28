"""Which law was in force on a day, and for whom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property

from vigil.model.entity import Entity, IssuingList
from vigil.model.finding import Provenance
from vigil.model.order import Exporter, Order
from vigil.model.provision import Citation, Jurisdiction, Provision
from vigil.names.own_script import has_arabic, own_words
from vigil.names.text import fold
from vigil.rules.catalogue import Country, LawCatalogue, TransshipmentList


class Law:
    """The law catalogue with its look-ups; it never answers without a day."""

    def __init__(self, catalogue: LawCatalogue, provenance: Provenance | None = None) -> None:
        self.provenance = provenance or Provenance("law", catalogue.version.isoformat())
        self._provisions = {p.id: p for p in catalogue.provisions}
        self._lists = {issuing.id: issuing for issuing in catalogue.issuing_lists}
        self._countries = {c.code: c for c in catalogue.countries}
        self._eu = frozenset(catalogue.eu_members)
        self._transshipment = catalogue.transshipment

    @property
    def provisions(self) -> tuple[Provision, ...]:
        """Every provision held, in the catalogue's order."""
        return tuple(self._provisions.values())

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
        return known.name if known else code

    def cite(self, provision_ids: Iterable[str], on: date) -> tuple[Citation, ...]:
        """Those of the provisions that were in force on the day, each cited once."""
        held = (self._provisions[i] for i in dict.fromkeys(provision_ids) if i in self._provisions)
        return tuple(Citation.of(p, on) for p in held if p.in_force(on))

    def cite_listing(self, entity: Entity, on: date) -> tuple[Citation, ...]:
        """The provisions behind an entry, by its list and programmes, in force on the day."""
        issuing = self.issuing_list(entity.source)
        if issuing is None:
            return ()
        by_programme = (
            p for programme in entity.programmes
            for p in issuing.programme_provisions.get(programme, ())
        )  # fmt: skip
        return self.cite((*issuing.provisions, *by_programme), on)

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

    def cite_destination(
        self, country: str, jurisdictions: Iterable[Jurisdiction], on: date
    ) -> tuple[Citation, ...]:
        """Provisions about that destination, of these jurisdictions, in force on the day."""
        wanted = frozenset(jurisdictions)
        return tuple(
            Citation.of(p, on) for p in self.provisions
            if country in p.destinations and p.jurisdiction in wanted and p.in_force(on)
        )  # fmt: skip

    def holds_destination(self, country: str, jurisdictions: Iterable[Jurisdiction]) -> bool:
        """Does the world hold any provision, of any day, about that destination?"""
        wanted = frozenset(jurisdictions)
        return any(country in p.destinations and p.jurisdiction in wanted for p in self.provisions)

    def transshipment(self, country: str | None, on: date) -> tuple[TransshipmentList, ...]:
        """The transshipment lists published by that day that name the country."""
        return tuple(
            t for t in self._transshipment if country in t.countries and t.published_on <= on
        )

    def jurisdictions(self, order: Order) -> frozenset[Jurisdiction]:
        """Whose law applies: the exporter's, the UN's, and the US's for goods of US origin.

        Without the exporter's country every jurisdiction held counts. An exporter in a country
        whose law is not held counts as none of its own: the UN's (and the US's) remain.
        """
        exporter = order.exporter or Exporter()
        if exporter.country is None:
            return frozenset(Jurisdiction)
        applies = {Jurisdiction.UN}
        if exporter.country in self._eu:
            applies.add(Jurisdiction.EU)
        own = {"US": Jurisdiction.US, "GB": Jurisdiction.UK, "CN": Jurisdiction.CN}
        if exporter.country in own:
            applies.add(own[exporter.country])
        if any(line.origin == "US" for line in order.lines):
            applies.add(Jurisdiction.US)
        return frozenset(applies)
