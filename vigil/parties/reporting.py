"""A match as a finding that can be redone by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import msgspec

from vigil.index.hit import Hit
from vigil.model.entity import Address, Entity
from vigil.model.finding import Feature, Finding, FindingKind, Ground, Matched, Screen
from vigil.model.order import Kind
from vigil.model.source import SourceSnapshot
from vigil.parties.grounds import name_grounds, trait_grounds
from vigil.parties.identifiers import Given
from vigil.parties.ships import sails_renamed, ship_features, told_of_names
from vigil.parties.standing import describe_listing, is_undated, provenances
from vigil.parties.subjects import Subject
from vigil.parties.traits import trait_features
from vigil.rules.law import Law


class Reporter(msgspec.Struct, frozen=True):
    """Writes findings as of a day, with what the world knows of lists and law."""

    on: date
    law: Law
    sources: Mapping[str, SourceSnapshot]

    def on_subject(
        self, subject: Subject, entity: Entity, hit: Hit | None, given: Sequence[Given]
    ) -> Finding:
        """The finding that a subject met an entity, by its name, its identifiers, or both."""
        grounds = [Ground.IDENTIFIER_EQUAL] if given else []
        grounds += name_grounds(hit) if hit else []
        grounds += [*trait_grounds(subject, entity), *self.listing_grounds(entity)]
        renamed = sails_renamed(subject, entity, hit)
        name = hit.name.text if hit else entity.names[0].text
        cited = self.cited(subject.path if hit else given[0].path, entity, name)
        return msgspec.structs.replace(
            cited,
            kind=_kind_of(subject, entity),
            summary=self._summary(subject, entity, name, given, by_name=hit is not None)
            + (f" It sails under another name: {told_of_names(entity)}." if renamed else ""),
            value=subject.name if hit else given[0].value,
            grounds=tuple(ground for ground in Ground if ground in grounds),
            score=hit.score if hit else None,
            features=(
                *(hit.features if hit else ()),
                *(_identifier_feature(identifier) for identifier in given),
                *trait_features(subject, entity),
                *ship_features(subject, entity, hit, self.law),
            ),
        )

    def on_address(self, path: str, address: str, entity: Entity, listed: Address) -> Finding:
        """The finding that an address is that of an entity."""
        name = entity.names[0].text
        told = describe_listing(entity, name, self.law, self.on, self.sources)
        detail = f"the same words as {listed.text!r}"
        return msgspec.structs.replace(
            self.cited(path, entity, name),
            kind=FindingKind.LISTED_ADDRESS,
            summary=f"The address is that of {told}.",
            value=address,
            grounds=tuple(self.listing_grounds(entity)),
            features=(Feature("address", 1.0, detail),),
        )

    def cited(self, path: str, entity: Entity, name: str) -> Finding:
        """A finding with what every finding on an entity cites."""
        provenance, others = provenances(entity, self.sources)
        origin = entity.origins[0] if entity.origins else None
        return Finding(
            screen=Screen.PARTIES,
            kind=FindingKind.LISTED_PARTY,
            path=path,
            subject=entity.id,
            summary="",
            matched=Matched(entity.id, name, entity.source, entity.programmes, entity.listed_on),
            provisions=self.law.cite_listing(entity, self.on),
            provenance=provenance,
            other_provenance=others,
            verified=origin.verified if origin else False,
            basis=origin.basis if origin else None,
        )

    def listing_grounds(self, entity: Entity) -> list[Ground]:
        """What keeps a listing from stopping an order, whoever bears it."""
        found = []
        issuing = self.law.issuing_list(entity.source)
        if issuing is not None and issuing.limits_only:
            found.append(Ground.LIMITS_ONLY)
        if is_undated(entity, self.on, self.sources):
            found.append(Ground.LISTING_UNDATED)
        return found

    def _summary(
        self, subject: Subject, entity: Entity, name: str, given: Sequence[Given], *, by_name: bool
    ) -> str:
        who = f"{subject.name!r}" if subject.name else "The subject"
        role = ", an owner of the party," if subject.owner_of is not None else ""
        role = ", the maker of the goods," if subject.is_maker else role
        numbers = " and ".join(f"{i.scheme} {i.value}" for i in given)
        shares = f"has the same {numbers} as" if given else "has the name of"
        verb = f"has the name and the same {numbers} as" if given and by_name else shares
        if not given and _is_inexact(subject, name):
            verb = "has nearly the name of"
        told = describe_listing(entity, name, self.law, self.on, self.sources)
        return f"{who}{role} {verb} {told}."


def _is_inexact(subject: Subject, name: str) -> bool:
    return subject.name is not None and subject.name.casefold() != name.casefold()


def _identifier_feature(given: Given) -> Feature:
    return Feature("identifier", 1.0, f"{given.scheme} {given.value} is equal")


def _kind_of(subject: Subject, entity: Entity) -> FindingKind:
    if subject.owner_of is not None:
        return FindingKind.OWNED_BY_LISTED
    return FindingKind.LISTED_VESSEL if entity.kind is Kind.VESSEL else FindingKind.LISTED_PARTY
