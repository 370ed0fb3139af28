"""The JSON layout of the US Consolidated Screening List: every field it may have, typed.

Decoding refuses a field that is not named here, so a change of the layout is noticed on the first
row. Fields may be null or absent where the publisher leaves them out for a list.

Source: `consolidated.json` of the International Trade Administration, layout of July 2026.
"""

from __future__ import annotations

import msgspec


class CslAddress(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One address; Commerce rows often give the country alone."""

    address: str | None = None
    city: str | None = None
    state: str | None = None
    postal_code: str | None = None
    country: str | None = None


class CslIdentifier(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One document or registration."""

    type: str | None = None
    number: str | None = None
    country: str | None = None
    issue_date: str | None = None
    expiration_date: str | None = None


class CslRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entry of one of the lists that the file brings together; `source` is its title."""

    source: str
    name: str
    id: str | None = None
    entity_number: int | str | None = None
    type: str | None = None
    programs: tuple[str, ...] | None = None
    title: str | None = None
    addresses: tuple[CslAddress, ...] | None = None
    federal_register_notice: str | None = None
    start_date: str | None = None
    end_date: str | None = None
    standard_order: str | None = None
    license_requirement: str | None = None
    license_policy: str | None = None
    call_sign: str | None = None
    vessel_type: str | None = None
    gross_tonnage: int | str | None = None
    gross_registered_tonnage: int | str | None = None
    vessel_flag: str | None = None
    vessel_owner: str | None = None
    remarks: str | None = None
    source_list_url: str | None = None
    alt_names: tuple[str, ...] | None = None
    citizenships: tuple[str, ...] | None = None
    dates_of_birth: tuple[str, ...] | None = None
    nationalities: tuple[str, ...] | None = None
    places_of_birth: tuple[str, ...] | None = None
    source_information_url: str | None = None
    ids: tuple[CslIdentifier, ...] | None = None


class CslFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file; `sources_used` says when each agency was last asked."""

    results: tuple[CslRow, ...]
    total: int | None = None
    search_performed_at: str | None = None
    sources_used: tuple[dict[str, object], ...] = ()
