"""Flows of arms, contradictions and amounts of end uses, as the tables give them."""

from __future__ import annotations

from datetime import date

import msgspec

from vigil.model.provision import Basis


class ArmsFlow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Arms that reports say one state gives another for drones; `headings` are beginnings of HS
    codes, `words` by language (ISO 639-3), `origins` and `destinations` ISO 3166 alpha-2.
    """

    id: str
    title: str
    headings: tuple[str, ...]
    origins: tuple[str, ...]
    destinations: tuple[str, ...]
    words: dict[str, tuple[str, ...]]
    source_title: str
    source_date: date
    verified: bool
    basis: Basis
    source: str | None = None


class GoodsConflicts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What cannot be said of the same goods; codes are beginnings of HS codes, `eccn_chapters`
    maps beginnings of ECCNs to HS chapters. Of families of parts, `own_numbers` are used by their
    maker alone, and `in_no_household` are chips that no thing of a household contains.
    """

    household_headings: tuple[str, ...] = ()
    household_words: dict[str, tuple[str, ...]] = {}
    own_headings: dict[str, tuple[str, ...]] = {}
    ordinary_chapters: tuple[str, ...] = ()
    eccn_chapters: dict[str, tuple[str, ...]] = {}
    own_numbers: frozenset[str] = frozenset()
    in_no_household: frozenset[str] = frozenset()


class EndUseAmount(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The most pieces that an end use can need; `most` is by beginnings of HS codes."""

    id: str
    says: str
    words: dict[str, tuple[str, ...]]
    most: dict[str, float]
    not_words: dict[str, tuple[str, ...]] = {}
