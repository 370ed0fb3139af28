"""WHO: every name, number and address of an order against the lists, as of a day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from vigil.errors import InvalidInput
from vigil.index.hit import Hit
from vigil.index.names import NameIndex
from vigil.model.deal import Deal
from vigil.model.entity import Address, Entity
from vigil.model.finding import Finding, NotChecked, Screening
from vigil.model.source import SourceSnapshot
from vigil.parties.addresses import MOST_CHARACTERS, listed_at
from vigil.parties.evasion import screen_evasion
from vigil.parties.grounds import telling_name
from vigil.parties.identifiers import Given, bearers, read_identifiers
from vigil.parties.listed_ties import ListedTies
from vigil.parties.name_search import NameSearch
from vigil.parties.owners import screen_owners
from vigil.parties.reporting import Reporter
from vigil.parties.ships import no_ships_number
from vigil.parties.standing import is_listed
from vigil.parties.subjects import Subject, subjects_of
from vigil.rules.law import Law

NO_TIES = ListedTies(())


def screen_parties(
    deal: Deal,
    index: NameIndex,
    law: Law,
    sources: Mapping[str, SourceSnapshot],
    ties: ListedTies = NO_TIES,
    search: NameSearch | None = None,
) -> Screening:
    """Who in the order is listed, is owned by somebody listed, or shares a listed address.

    Args:
        deal: the order with its day.
        index: the listed names of the world.
        law: provisions, keepers of lists, countries.
        sources: the loaded sources by id.
        ties: what the lists say of who owns whom.
        search: the search of the index, where it keeps answers from order to order.

    Returns:
        Findings without strength, one for each path and entity, and what could not be checked;
        subjects are the names looked at.
    """
    reporter = Reporter(deal.on, law, sources)
    everybody: list[tuple[Subject, list[Finding]]] = []
    makers: list[Finding] = []
    gaps: list[NotChecked] = []
    looked_at = 0
    # One company often holds several roles: each different name is searched once.
    search = search or NameSearch(index)
    subjects = tuple(subjects_of(deal.order))
    for subject in subjects:
        met, missed = _screen_subject(subject, index, search, reporter)
        gaps += [*missed, *_unknown_country(subject, law)]
        looked_at += subject.name is not None
        if subject.is_maker:  # no party: whose it is does not make an order somebody's
            makers += met
        else:
            everybody.append((subject, met))
    at_address, unread = _screen_addresses(deal, index, reporter)
    marks = screen_evasion(deal.order, subjects)
    everything = (*screen_owners(everybody, ties, reporter), *makers, *at_address, *marks)
    return Screening(everything, (*gaps, *unread), looked_at)


def screen_subject(subject: Subject, index: NameIndex, reporter: Reporter) -> list[Finding]:
    """The findings on somebody alone, in order of entity, as an order's parties get them."""
    return _screen_subject(subject, index, NameSearch(index), reporter)[0]


class Met(msgspec.Struct):
    """How a subject met an entity: by name, by identifiers, or both."""

    entity: Entity
    hit: Hit | None = None
    given: tuple[Given, ...] = ()


def _screen_subject(
    subject: Subject, index: NameIndex, search: NameSearch, reporter: Reporter
) -> tuple[list[Finding], list[NotChecked]]:
    """The findings on one subject, in order of entity, and what of it could not be checked."""
    hits, gaps = _by_name(subject, search)
    if not hits and not subject.identifiers:
        return [], gaps
    met = {hit.entity.id: Met(hit.entity, telling_name(hit)) for hit in hits}
    given, unread = read_identifiers(subject)
    unread += no_ships_number(subject)
    for identifier in given:
        for entity in bearers(subject, identifier, index):
            known = met.setdefault(entity.id, Met(entity))
            known.given = (*known.given, identifier)
    findings = [
        reporter.on_subject(
            subject, met[entity_id].entity, met[entity_id].hit, met[entity_id].given
        )
        for entity_id in sorted(met)
        if is_listed(met[entity_id].entity, reporter.on)
    ]
    return findings, [*gaps, *unread]


def _by_name(subject: Subject, search: NameSearch) -> tuple[Sequence[Hit], list[NotChecked]]:
    if subject.name is None:
        return (), []
    try:
        looked = search.look_for(subject.name)
    except InvalidInput as error:
        return (), [NotChecked(subject.path, error.problems[0].expected)]
    gaps = []
    if looked.says_nothing:
        why = "the name has only words that many names share, which point to nobody"
        gaps.append(NotChecked(subject.path, why))
    return looked.hits, gaps


def _unknown_country(subject: Subject, law: Law) -> list[NotChecked]:
    if not subject.country or subject.country_path is None or law.country(subject.country):
        return []
    return [NotChecked(subject.country_path, f"no country has the code {subject.country!r}")]


def _screen_addresses(
    deal: Deal, index: NameIndex, reporter: Reporter
) -> tuple[list[Finding], list[NotChecked]]:
    findings: list[Finding] = []
    gaps: list[NotChecked] = []
    at: dict[tuple[str, str | None], list[tuple[Entity, Address]]] = {}  # one in several roles
    for i, party in enumerate(deal.order.parties):
        address, path = party.address, f"$.parties[{i}].address"
        if not address:
            continue
        if len(address) > MOST_CHARACTERS:
            gaps.append(NotChecked(path, f"an address may have {MOST_CHARACTERS} characters"))
            continue
        key = (address, party.country)
        if key not in at:
            at[key] = list(listed_at(address, party.country, index, reporter.law))
        findings += [
            reporter.on_address(path, address, entity, listed)
            for entity, listed in at[key]
            if is_listed(entity, deal.on)
        ]
    return findings, gaps
