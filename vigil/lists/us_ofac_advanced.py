"""OFAC's lists as advanced XML, the layout of `sdn_advanced.xml` and `cons_advanced.xml`.

Parties refer by number to words, places and documents; ties and sanctions refer to parties. It
says more than the other forms: names in other scripts, the day of each listing, the sort of each
tie. A file of changes only (`DeltaBaseVersion`, `DeltaAction`) is refused.

Source: the schema `sdn_advanced.xsd` (namespace http://www.un.org/sanctions/1.0); layout not yet
seen in the wild.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from lxml import etree

from vigil.lists.countries import Countries
from vigil.lists.us_ofac_entity import Draft
from vigil.lists.us_ofac_party import Table, read_party
from vigil.lists.us_ofac_reference import (
    PERIOD,
    Words,
    drop_references,
    is_true,
    once,
    read_day,
    read_documents,
    read_period,
    read_places,
)
from vigil.lists.xml_fields import Fields
from vigil.model.entity import Relation, RelationKind

ROOT = "Sanctions"
NAMESPACES = (
    "http://www.un.org/sanctions/1.0",
    "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/ADVANCED_XML",
)
UNSEEN = "layout not yet seen in the wild"
CALENDAR = frozenset({"CalendarTypeID"})
TIES = {
    "owned or controlled by": RelationKind.CONTROLLED_BY,
    "acting for or on behalf of": RelationKind.ACTS_FOR,
    "family member of": RelationKind.FAMILY_OF,
}
RELATIONSHIP = frozenset({
    "ID", "From-ProfileID", "To-ProfileID", "RelationTypeID", "RelationQualityID", "Former",
    "SanctionsEntryID",
})  # fmt: skip
LINK = frozenset({"ID", "EntryA-SanctionsEntryID", "EntryB-SanctionsEntryID", "EntryLinkTypeID"})
PROGRAMME = "Program"  # a measure of this type names a programme in its comment
LISTING = "Created"
SDN_LIST = "SDN List"
SDN_ID = "us_ofac_sdn"
USUAL = ("", "Unknown", "Confirmed")


def read_parties(
    root: etree._Element, list_id: str, countries: Countries
) -> tuple[date, list[tuple[Draft, list[str]]]]:
    """The day of publication, and each entry with its programmes.

    Raises:
        SourceChanged: the layout is another, a number refers to nothing, or a party is not listed.
    """
    schema = "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"
    top = Fields(root, ROOT, list_id, frozenset({"Version", schema}))
    words = Words(top)
    issued = top.elements("DateOfIssue", CALENDAR)
    if len(issued) != 1:
        raise top.refused("DateOfIssue must come once", len(issued))
    words.check_calendar(issued[0])
    places = read_places(top, words)
    table = Table(list_id, countries, words, places, read_documents(top, words, places))
    drafts: dict[str, Draft] = {}
    [parties] = once(top, "DistinctParties")
    for party in parties.elements("DistinctParty", frozenset({"FixedRef"})):
        profile, draft = read_party(party, table)
        if profile in drafts:
            raise party.refused("a profile must come once", profile)
        drafts[profile] = draft
    parties.close()
    _read_ties(top, words, drafts)
    programmes = _read_sanctions(top, table, drafts)
    top.close()
    unlisted = [profile for profile in drafts if not programmes[profile]]
    if unlisted:
        raise top.refused("each party must be sanctioned by a programme", unlisted[0])
    return read_day(issued[0]), [(drafts[profile], programmes[profile]) for profile in drafts]


def _read_ties(top: Fields, words: Words, drafts: Mapping[str, Draft]) -> None:
    """Each tie goes to the party that it is told of; one that was goes to its remarks."""
    [group] = once(top, "ProfileRelationships")
    for tie in group.elements("ProfileRelationship", RELATIONSHIP):
        one = _party(drafts, tie.attribute("From-ProfileID"), tie)
        other = _party(drafts, tie.attribute("To-ProfileID"), tie)
        stated = words.told_by("RelationType", tie)
        quality = words.told_by("RelationQuality", tie)
        former = is_true(tie, "Former")
        kind = TIES.get(stated.lower(), RelationKind.LINKED_TO)
        if not former:
            one.relation(Relation(kind, other.name, other.id))
        about = [tie.text("Comment"), None if quality in USUAL else quality]
        about += [_told(period, words) for period in tie.elements("DatePeriod", PERIOD)]
        told = ", ".join(filter(None, (f"{stated} {other.name}", *about)))
        one.remark("former tie" if former else "tie", told)
        drop_references(tie, "IDRegDocumentReference")
        tie.close()
    group.close()


def _told(period: Fields, words: Words) -> str | None:
    span = read_period(period, words)
    return None if span is None else span.in_iso()


def _party(drafts: Mapping[str, Draft], profile: str, where: Fields) -> Draft:
    if profile not in drafts:
        raise where.refused("a profile must be a party of the list", profile)
    return drafts[profile]


def _read_sanctions(top: Fields, table: Table, drafts: Mapping[str, Draft]) -> dict[str, list[str]]:
    """The programmes by profile; listings, measures and sources go to the parties.

    A party may stand in other lists of OFAC too; that is told in its remarks.
    """
    words = table.words
    programmes: dict[str, list[str]] = {profile: [] for profile in drafts}
    draft_by_entry: dict[str, Draft] = {}
    [group] = once(top, "SanctionsEntries")
    known = frozenset({"ID", "ProfileID", "ListID", "EntryProfileRef"})
    for entry in group.elements("SanctionsEntry", known):
        profile = entry.attribute("ProfileID")
        draft = _party(drafts, profile, entry)
        draft_by_entry[entry.attribute("ID")] = draft
        draft.remark("sanctions", entry.text("Comment"))
        draft.remark("limitations", entry.text("LimitationsToListing"))
        listed_in = words.told_by("List", entry)
        is_own = (listed_in == SDN_LIST) == (table.list_id == SDN_ID)
        draft.remark("list", listed_in)
        _read_events(entry, words, draft, counts=is_own)
        found = _read_measures(entry, words, draft)
        if is_own:
            programmes[profile] += found
        else:
            draft.remark(f"programmes of the {listed_in}", ", ".join(found))
        for info in entry.elements("SupportingInfo", frozenset({"ID", "SupInfoTypeID"})):
            label = words.told_by("SupInfoType", info)
            draft.remark(label, info.text("Text"))
            draft.remark(label, info.text("DirectURL"))
            info.close()
        drop_references(entry, "ProfileRelationshipReference")
        entry.close()
    group.close()
    _read_links(top, words, draft_by_entry)
    return programmes


def _read_events(entry: Fields, words: Words, draft: Draft, *, counts: bool) -> None:
    """The day of listing, and on what legal ground.

    Args:
        counts: the entry is one of the list that is read.
    """
    for event in entry.elements(
        "EntryEvent", frozenset({"ID", "EntryEventTypeID", "LegalBasisID"})
    ):
        [dated] = event.elements("Date", CALENDAR) or [event]
        if dated is event:
            raise event.refused("an event must have its date", None)
        words.check_calendar(dated)
        day = read_day(dated)
        stated = words.told_by("EntryEventType", event)
        basis = event.optional("LegalBasisID")
        if stated == LISTING and counts:
            draft.listed(day)
        else:
            draft.remark("event", f"{stated} {day.isoformat()}")
        draft.remark("legal basis", None if basis is None else words.of("LegalBasis", basis, event))
        draft.remark("event", event.text("Comment"))
        event.close()


def _read_measures(entry: Fields, words: Words, draft: Draft) -> list[str]:
    """The programmes among the measures; the others are what is ordered."""
    programmes = []
    for measure in entry.elements("SanctionsMeasure", frozenset({"ID", "SanctionsTypeID"})):
        stated, comment = words.told_by("SanctionsType", measure), measure.text("Comment")
        if stated == PROGRAMME and comment:
            programmes.append(comment)
        else:
            draft.measure(", ".join(filter(None, (stated, comment))))
        for period in measure.elements("DatePeriod", PERIOD):
            span = _told(period, words)
            draft.remark("measure since", span and f"{comment or stated}, {span}")
        measure.close()
    return programmes


def _read_links(top: Fields, words: Words, draft_by_entry: Mapping[str, Draft]) -> None:
    [group] = once(top, "SanctionsEntryLinks")
    for link in group.elements("SanctionsEntryLink", LINK):
        one = _party(draft_by_entry, link.attribute("EntryA-SanctionsEntryID"), link)
        other = _party(draft_by_entry, link.attribute("EntryB-SanctionsEntryID"), link)
        for dated in link.elements("Date", CALENDAR):
            told = f"{words.told_by('EntryLinkType', link)} {other.id}, {read_day(dated)}"
            one.remark("linked entry", told)
        one.remark("linked entry", link.text("Comment"))
        link.close()
    group.close()
