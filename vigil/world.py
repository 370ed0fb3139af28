"""The World: the immutable, content-addressed snapshot of all that is known.

A screen never looks anything up elsewhere: what a decision rests on is in here, each part with
the hash of its file, and `id` is the hash over those hashes.
"""

from __future__ import annotations

from datetime import date

import msgspec
from vigil.index.names import NameIndex

from vigil.goods.catalogue import GoodsCatalogue
from vigil.model.finding import Provenance
from vigil.model.source import SourceSnapshot
from vigil.routes.catalogue import RouteCatalogue
from vigil.rules.catalogue import LawCatalogue


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


class World(msgspec.Struct, frozen=True):
    """Everything known at one time: lists, goods, places, red flags, law."""

    id: str
    manifest: Manifest
    names: NameIndex
    goods: GoodsCatalogue
    routes: RouteCatalogue
    law: LawCatalogue

    @property
    def sources(self) -> tuple[SourceSnapshot, ...]:
        """The sources whose parties are searched."""
        return self.manifest.sources

    def catalogue(self, catalogue_id: str) -> CatalogueFile:
        """The file entry of `goods`, `routes` or `law`."""
        return next(c for c in self.manifest.catalogues if c.id == catalogue_id)
