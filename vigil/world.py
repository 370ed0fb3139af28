"""The World: the immutable, content-addressed snapshot of all that is known.

A screen never looks anything up elsewhere: what a decision rests on is in here, each part with
the hash of its file, and `id` is the hash over those hashes.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import Protocol

import msgspec

from vigil.goods.catalogue import GoodsCatalogue
from vigil.goods.code_book import code_book
from vigil.index.arrays import Arrays
from vigil.index.names import NameIndex
from vigil.model.entity import Entity
from vigil.model.finding import Provenance
from vigil.model.reach import CodeBook
from vigil.model.source import SourceSnapshot
from vigil.parties.listed_ties import ListedTies
from vigil.parties.name_search import NameSearch
from vigil.routes.catalogue import RouteCatalogue
from vigil.routes.gazetteer import Gazetteer, Lines
from vigil.routes.named_ends import Atlas
from vigil.rules.catalogue import LawCatalogue
from vigil.rules.law import Law

PRIORITY_LIST = "US_HIGH_PRIORITY_NINE"  # the nine codes of the alert of 19 May 2023


class CatalogueFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One catalogue of the world: goods, routes or law."""

    id: str
    version: date
    entries: int
    file: str
    file_sha256: str

    @property
    def provenance(self) -> Provenance:
        """The catalogue as a finding cites it."""
        return Provenance(self.id, self.version.isoformat(), self.file_sha256, None)


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table of contents of a world's folder; only strings and integers are hashed."""

    format: int
    sources: tuple[SourceSnapshot, ...]
    catalogues: tuple[CatalogueFile, ...]


class Parts(Protocol):
    """Where a world's parts come from: its folder, or values at hand in a test."""

    def entities(self) -> Sequence[Entity]:
        """Every listed entity, those read twice united."""

    def arrays(self) -> Arrays | None:
        """The stored index of their names, or None where there is none."""

    def goods(self) -> GoodsCatalogue:
        """The goods catalogue."""

    def routes(self) -> RouteCatalogue:
        """The routes catalogue."""

    def law(self) -> LawCatalogue:
        """The law catalogue."""

    def place_names(self) -> Lines | None:
        """The sorted names of places of trade, or None where there are none."""


class World:
    """Everything known at one time: lists, goods, places, red flags, law.

    The parts are read when they are first asked for, so that a name can be answered without
    opening the goods; `parts` does the reading and checks each file's hash.
    """

    def __init__(self, world_id: str, manifest: Manifest, parts: Parts) -> None:
        self.id = world_id
        self.manifest = manifest
        self._parts = parts

    @property
    def parts(self) -> Parts:
        """Where its parts are read from."""
        return self._parts

    @property
    def sources(self) -> tuple[SourceSnapshot, ...]:
        """The sources whose parties are searched."""
        return self.manifest.sources

    @property
    def newest(self) -> date:
        """The day of the newest list; of the law when no list is loaded."""
        return max((s.version for s in self.sources), default=self.catalogue("law").version)

    def catalogue(self, catalogue_id: str) -> CatalogueFile:
        """The file entry of `goods`, `routes` or `law`."""
        return next(c for c in self.manifest.catalogues if c.id == catalogue_id)

    @cached_property
    def source_by_id(self) -> dict[str, SourceSnapshot]:
        """Each source under its id."""
        return {source.id: source for source in self.sources}

    @cached_property
    def names(self) -> NameIndex:
        """Every listed name."""
        return NameIndex(self._parts.entities(), self._parts.arrays())

    @cached_property
    def name_search(self) -> NameSearch:
        """The search of the listed names for those of orders, its answers kept."""
        return NameSearch(self.names)

    @cached_property
    def ties(self) -> ListedTies:
        """What the lists say of who owns whom."""
        return ListedTies(self._parts.entities())

    @cached_property
    def goods(self) -> GoodsCatalogue:
        """Codes, controlled items and drone parts."""
        return self._parts.goods()

    @cached_property
    def routes(self) -> RouteCatalogue:
        """Places, ships and red flags."""
        return self._parts.routes()

    @cached_property
    def atlas(self) -> Atlas:
        """Places, countries and states by name; the names are opened when a first one is asked."""
        gazetteer = Gazetteer(self._parts.place_names)
        routes = self.routes
        return Atlas(gazetteer, self.law.countries, routes.states, routes.towns)

    @cached_property
    def law(self) -> Law:
        """Provisions and the keepers of lists."""
        return Law(self._parts.law(), self.catalogue("law").provenance)

    @cached_property
    def code_book(self) -> CodeBook:
        """What the law asks of the goods: lists by HS code, the Country Chart by ECCN."""
        return code_book(self.goods)

    @cached_property
    def priority_codes(self) -> frozenset[str]:
        """The highest-priority HS codes, six digits each."""
        return frozenset(
            item.hs
            for item in self.goods.key_items
            if any(member.list == PRIORITY_LIST for member in item.memberships)
        )
