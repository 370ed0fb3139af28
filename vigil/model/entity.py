"""Who or what a source lists."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

import msgspec

from vigil.model.order import Kind
from vigil.model.provision import Basis


class NameQuality(StrEnum):
    """How much a listed name says about its bearer."""

    FULL = "full"
    WEAK = "weak"  # the publisher calls it a weak or low-quality alias
    ACRONYM = "acronym"


class NameKind(StrEnum):
    """What the publisher calls a name."""

    PRIMARY = "primary"
    ALIAS = "alias"
    FORMER = "former"


class Name(msgspec.Struct, frozen=True, gc=False, forbid_unknown_fields=True, omit_defaults=True):
    """A name as the publisher prints it, byte for byte; `kind` None: the list does not say."""

    text: str
    quality: NameQuality = NameQuality.FULL
    kind: NameKind | None = None


class Identifier(msgspec.Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """A number that belongs to one bearer: `scheme` as in `vigil.ids`, `value` in normal form."""

    scheme: str
    value: str


class Address(msgspec.Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """Where a listed entity sits; `text` as printed, country ISO alpha-2 or None."""

    text: str
    country: str | None = None


class RelationKind(StrEnum):
    """How one listed entity stands to another; the value reads between their names."""

    OWNED_BY = "is owned by"
    OWNS = "owns"
    CONTROLLED_BY = "is controlled by"
    ACTS_FOR = "acts for"
    LINKED_TO = "is linked to"
    FAMILY_OF = "is family of"


class Relation(
    msgspec.Struct, frozen=True, gc=False, forbid_unknown_fields=True, omit_defaults=True
):
    """A tie that a list states: `name` as printed, `entity` its id where the list gives one.

    `share_percent` is the share held, 0–100 as a decimal text, where the list says it.
    """

    kind: RelationKind
    name: str
    entity: str | None = None
    share_percent: str | None = None


class Origin(msgspec.Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """By which loaded source an entity came in, and how near to the authority that was read."""

    source: str
    url: str | None = None
    verified: bool = True
    basis: Basis = Basis.PRIMARY


class Entity(msgspec.Struct, frozen=True, gc=False, forbid_unknown_fields=True, omit_defaults=True):
    """One entry of one issuing list.

    `id` is the issuing list and its number (`us_ofac_sdn:39637`), the same through whichever
    source it was read; `source` is the issuing list. `listed_on` None: the publisher's file gives
    no date. `delisted_on` is the first day on which it no longer counts. `measures` are what the
    list orders (asset freeze, licence requirement …), in the publisher's words; `licence_policy`
    likewise. `birth_dates` are ISO dates where the list gives a whole one, else as printed (`circa
    1961`). `remarks` holds what the list says beyond these fields, one labelled line each.
    """

    id: str
    source: str
    kind: Kind
    names: tuple[Name, ...]
    countries: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()
    listed_on: date | None = None
    delisted_on: date | None = None
    addresses: tuple[Address, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    birth_dates: tuple[str, ...] = ()
    citation: str | None = None
    origins: tuple[Origin, ...] = ()
    remarks: str | None = None
    genders: tuple[str, ...] = ()
    birth_places: tuple[str, ...] = ()
    positions: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    licence_policy: str | None = None
    relations: tuple[Relation, ...] = ()


class IssuingList(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A list that an authority keeps, what being on it means, and the provisions behind it.

    `limits_only` marks a list that limits dealings without blocking them, so that it gives at
    most a review. `provisions` apply to each entry, `programme_provisions` to those whose
    programme (or regime) is the key.
    """

    id: str
    authority: str
    title: str
    limits_only: bool
    provisions: tuple[str, ...]
    programme_provisions: dict[str, tuple[str, ...]] = {}
