"""The law and the keepers of lists, as one file of the world."""

from __future__ import annotations

from datetime import date

import msgspec

from vigil.model.entity import IssuingList
from vigil.model.provision import Basis, Provision
from vigil.rules.wording import EndUseWords, GovernmentWords


class Country(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A country: ISO 3166 alpha-2 code and the names that lists print for it.

    `native` are names in the languages of the country and of its trade, `from_memory` more of them
    that were read on no page; lists are read without either.
    """

    code: str
    name: str
    also: tuple[str, ...] = ()
    native: tuple[str, ...] = ()
    from_memory: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every name, in any script."""
        return (self.name, *self.also, *self.native, *self.from_memory)


class TransshipmentList(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Countries that an authority named as ways of diversion, from the day it said so."""

    id: str
    title: str
    published_on: date
    countries: tuple[str, ...]
    verified: bool
    basis: Basis
    official: bool = True
    source: str | None = None
    read_at: tuple[str, ...] = ()
    note: str | None = None


class LawCatalogue(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Provisions, issuing lists, countries, members of the EU, transshipment lists, and the words
    that show an end use or a government. `regions`: names of the regions that provisions name.
    """

    version: date
    provisions: tuple[Provision, ...]
    issuing_lists: tuple[IssuingList, ...]
    countries: tuple[Country, ...]
    eu_members: tuple[str, ...]
    transshipment: tuple[TransshipmentList, ...]
    end_uses: tuple[EndUseWords, ...] = ()
    governments: tuple[GovernmentWords, ...] = ()
    regions: dict[str, str] = {}
