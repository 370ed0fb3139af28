"""What is known of goods: lists of codes, key items, ECCNs with the Country Chart, drone parts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property, lru_cache

import msgspec

from vigil.goods.conflict_tables import ArmsFlow, EndUseAmount, GoodsConflicts
from vigil.goods.controls import Controls, controls_of
from vigil.goods.makers import Maker, Makers
from vigil.goods.markings import MarkingReader
from vigil.goods.model_index import ModelIndex
from vigil.goods.part_families import PartFamilies, PartFamily
from vigil.goods.part_index import PartIndex
from vigil.goods.standing import Standing, standing_of
from vigil.goods.texts import Spellings
from vigil.goods.vocabulary import Vocabulary
from vigil.goods.word_tables import GoodsWords
from vigil.model.control import ControlClause
from vigil.model.provision import Basis, Jurisdiction

HS_EDITION = 2022  # of which edition the key items and `hs_codes` are

KEPT = 8192  # standings of items, controls of entries, families of numbers and so on, by use
INTEGRATED_CIRCUITS = "8542"
HS_DIGITS = 6  # that all countries share


class GoodsList(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A list of goods by HS code.

    `codes_read` False: its table was not read at the source, so every membership in it is a
    candidate, but for those from `read_from` on, the day whose table was read when the world was
    built. `hs_edition`: of which edition of the Harmonised System its codes are, and
    `edition_why` how that is known. `national_codes`: codes of ten digits of the `tariff` of one
    country, of which memberships by six digits are only a projection.
    """

    id: str
    title: str
    in_force_from: date
    codes_read: bool
    basis: Basis
    source: str | None = None
    note: str | None = None
    provisions: tuple[str, ...] = ()
    binding: bool = True
    hs_edition: int = HS_EDITION
    edition_why: str | None = None
    tariff: Jurisdiction | None = None
    national_codes: tuple[str, ...] = ()
    read_from: date | None = None


class Membership(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """That one code stands on one list, from one day to another."""

    list: str
    in_force_from: date
    verified: bool
    basis: Basis
    in_force_to: date | None = None
    tier: str | None = None
    source: str | None = None
    note: str | None = None
    from_verified: bool = True


class KeyItem(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An HS 2022 code that lists of goods for attack drones name.

    `hs` is six digits; any longer code that begins with it is caught. `watch_only`: on no official
    list that was read; it only points. Words that point to it are `ItemWords`.
    """

    hs: str
    description: str
    memberships: tuple[Membership, ...] = ()
    watch_only: bool = False
    why: str | None = None
    advisory_class: str | None = None


class OldCode(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A six-digit code of HS 2017 that HS 2022 does not have, and the codes it became."""

    code: str
    becomes: tuple[str, ...]
    note: str
    verified: bool
    basis: Basis
    source: str | None = None


class ControlledItem(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An entry of the US Commerce Control List.

    `role` and `description` are given for entries that matter to drones, in our own words. What
    controls it stands in `GoodsCatalogue.clauses`.
    """

    eccn: str
    role: str | None = None
    description: str | None = None
    verified: bool = True
    basis: Basis = Basis.COPY_OF_PRIMARY


class OtherListItem(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A number of ECCN form that the US list does not have but another list is known to use."""

    eccn: str
    note: str
    verified: bool
    basis: Basis


class UavPart(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A part seen in the wreck of a drone.

    `key` is the part number in normal form (upper case, letters and digits only). `by_prefix`:
    longer part numbers that begin with it are the same part in another package or grade;
    otherwise only the whole number meets. `with_word`: counts only beside one of these words.
    `everyday`: sold by the million, never a reason to stop alone.
    """

    key: str
    part_number: str
    models: tuple[str, ...]
    seen: int
    by_prefix: bool
    everyday: bool
    manufacturer: str | None = None
    description: str | None = None
    with_word: tuple[str, ...] = ()
    hs_hint: str | None = None
    sources: tuple[str, ...] = ()
    verified: bool = True
    basis: Basis = Basis.SECONDARY


class UavModel(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An attack or reconnaissance drone and the names it goes by; `bare_names` need a further
    word of the trade beside them, because they also mean something else.
    """

    id: str
    kind: str
    names: tuple[str, ...]
    bare_names: tuple[str, ...] = ()
    makers: tuple[str, ...] = ()
    verified: bool = True
    basis: Basis = Basis.SECONDARY


class GoodsCatalogue(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """All of it, as one file of the world. `version` is the day the facts were compiled.

    `clauses` are the controls of the US list's entries. `chart` is the Commerce Country Chart:
    country (alpha-2) to the columns marked for it; a country absent from it is answered by part
    746 of the EAR or not at all. `groups` maps countries to their Country Groups and to the
    footnotes of their row (`note 1`). `hs_codes` are the six-digit codes of HS 2022, so that a
    code that does not exist is noticed; `old_codes` are of HS 2017.
    """

    version: date
    lists: tuple[GoodsList, ...]
    key_items: tuple[KeyItem, ...]
    controlled: tuple[ControlledItem, ...]
    clauses: tuple[ControlClause, ...]
    other_lists: tuple[OtherListItem, ...]
    chart: dict[str, tuple[str, ...]]
    groups: dict[str, tuple[str, ...]]
    parts: tuple[UavPart, ...]
    models: tuple[UavModel, ...]
    hs_codes: frozenset[str]
    ccl_version: date
    old_codes: tuple[OldCode, ...] = ()
    part_attribution: str = ""
    words: GoodsWords = GoodsWords()
    makers: tuple[Maker, ...] = ()
    part_families: tuple[PartFamily, ...] = ()
    arms_flows: tuple[ArmsFlow, ...] = ()
    conflicts: GoodsConflicts = GoodsConflicts()
    end_use_amounts: tuple[EndUseAmount, ...] = ()

    @cached_property
    def arms_words(self) -> Spellings[str]:
        """The words of each flow of arms, by its id."""
        return Spellings((flow.id, flow.words) for flow in self.arms_flows)

    @cached_property
    def household_words(self) -> Spellings[str]:
        """The words for things of a household."""
        return Spellings([("household", self.conflicts.household_words)])

    @cached_property
    def end_use_words(self) -> Spellings[str]:
        """The words of end uses that need few pieces, by the id of the row."""
        return Spellings((row.id, row.words) for row in self.end_use_amounts)

    @cached_property
    def end_use_not_words(self) -> Spellings[str]:
        """The words that take such an end use back."""
        return Spellings((row.id, row.not_words) for row in self.end_use_amounts)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words that point to key items."""
        return Vocabulary(self.words)

    @cached_property
    def marking_reader(self) -> MarkingReader:
        """What takes markings apart, by the makers and families held."""
        return MarkingReader(Makers(self.makers), self.families_by_number)

    @cached_property
    def family_of(self) -> Callable[[str], PartFamily | None]:
        """The family of a part number; None where an ordinary text may say it by chance."""

        def family(part_number: str) -> PartFamily | None:
            read = self.marking_reader.read(part_number)
            return None if read.is_weak else read.family

        return lru_cache(KEPT)(family)

    @cached_property
    def makers_named(self) -> Callable[[str], tuple[Maker, ...]]:
        """All makers that a manufacturer field names."""
        return lru_cache(KEPT)(self.marking_reader.makers.all_of_field)

    @cached_property
    def chip_makers(self) -> frozenset[str]:
        """The ids of makers of integrated circuits, as their families say."""
        chips = (f for f in self.part_families if (f.hs_hint or "").startswith(INTEGRATED_CIRCUITS))
        return frozenset(maker for family in chips for maker in family.makers)

    def is_telling(self, family: PartFamily) -> bool:
        """Can no thing of a household contain a part of the family?"""
        return family.is_narrow or family.family in self.conflicts.in_no_household

    @cached_property
    def families_by_number(self) -> PartFamilies:
        """The families of part numbers by their beginnings."""
        return PartFamilies(self.part_families)

    @cached_property
    def old_code_by_hs(self) -> dict[str, OldCode]:
        """The codes of HS 2017 that are no more, by their six digits."""
        return {old.code: old for old in self.old_codes}

    @cached_property
    def lists_by_national_code(self) -> dict[str, tuple[GoodsList, ...]]:
        """The lists on which a national code of ten digits stands."""
        codes = dict.fromkeys(code for listed in self.lists for code in listed.national_codes)
        return {
            code: tuple(listed for listed in self.lists if code in listed.national_codes)
            for code in codes
        }

    @cached_property
    def part_index(self) -> PartIndex:
        """The drone parts by number."""
        return PartIndex(self.parts, self.families_by_number)

    @cached_property
    def model_index(self) -> ModelIndex:
        """The drone models by name."""
        return ModelIndex(self.models)

    @cached_property
    def controlled_by_eccn(self) -> dict[str, ControlledItem]:
        """The entries of the US list by number."""
        return {item.eccn: item for item in self.controlled}

    @cached_property
    def clauses_by_eccn(self) -> dict[str, tuple[ControlClause, ...]]:
        """The controls of each entry, in the list's order."""
        found: dict[str, list[ControlClause]] = {}
        for clause in self.clauses:
            found.setdefault(clause.eccn, []).append(clause)
        return {eccn: tuple(clauses) for eccn, clauses in found.items()}

    @cached_property
    def other_list_by_eccn(self) -> dict[str, OtherListItem]:
        """The numbers of other lists."""
        return {item.eccn: item for item in self.other_lists}

    @cached_property
    def everyday_keys(self) -> frozenset[str]:
        """The normal forms of everyday parts."""
        return frozenset(part.key for part in self.parts if part.everyday)

    def key_items_of(self, hs: str) -> tuple[KeyItem, ...]:
        """The key items whose six digits the code begins with, in the catalogue's order."""
        return self._items_by_code.get(hs[:HS_DIGITS], ())

    @cached_property
    def list_by_id(self) -> dict[str, GoodsList]:
        """The lists by their id."""
        return {listed.id: listed for listed in self.lists}

    @cached_property
    def standing(self) -> Callable[[KeyItem, date], Standing]:
        """How a key item of the catalogue stands on a day."""
        item_by_code = {item.hs: item for item in self.key_items}
        kept = lru_cache(KEPT)(lambda code, on: standing_of(item_by_code[code], self, on))
        return lambda item, on: kept(item.hs, on)

    @cached_property
    def controls(self) -> Callable[[str, str], Controls | None]:
        """What the US list asks for an ECCN in a country."""
        return lru_cache(KEPT)(lambda eccn, country: controls_of(self, eccn, country))

    @cached_property
    def _items_by_code(self) -> dict[str, tuple[KeyItem, ...]]:
        by_code: dict[str, tuple[KeyItem, ...]] = {}
        for item in self.key_items:
            by_code[item.hs] = (*by_code.get(item.hs, ()), item)
        return by_code
