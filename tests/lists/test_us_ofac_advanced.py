import contextlib
import re
from datetime import date
from xml.sax.saxutils import quoteattr

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigil.errors import SourceChanged
from vigil.lists.countries import Countries
from vigil.lists.loaded import Bounds, Dating
from vigil.lists.us_ofac import SDN, read_us_ofac
from vigil.model.entity import (
    Address,
    Identifier,
    Name,
    NameKind,
    NameQuality,
    Relation,
    RelationKind,
)
from vigil.model.order import Kind

COUNTRIES = Countries({"Iran": "IR", "Russia": "RU"})
DATING = Dating(built_on=date(2026, 8, 7))
WORDS = {
    "AliasType": "A.K.A.|F.K.A.|N.K.A.|Name",
    "CalendarType": "Gregorian|Julian",
    "Country": "Iran|Russia|Atlantis",
    "DetailReference": "Male|E.O. 1",
    "EntryEventType": "Created|Amended",
    "EntryLinkType": "Supersedes",
    "ExRefType": "Press",
    "FeatureType": (
        "Birthdate|Place of Birth|Nationality Country|Title|Location|Vessel Owner|VESSEL FLAG|"
        "Gender|Secondary sanctions risk:|Shoe size"
    ),
    "IDRegDocDateType": "Issue Date|Expiration Date",
    "IDRegDocType": "Passport|Vessel Registration Identification",
    "LegalBasis": "Executive Order 13382",
    "DocNameStatus": "Primary Latin|Others",
    "List": "SDN List|Consolidated List",
    "LocPartType": "ADDRESS1|CITY|POSTAL CODE|REGION",
    "NamePartType": "Last Name|First Name|Entity Name|Vessel Name",
    "PartyType": "Individual|Entity|Transport",
    "RelationQuality": "Unknown|Alleged",
    "RelationType": "Owned or Controlled By|Providing support to",
    "Reliability": "Unknown|Doubtful|False",
    "SanctionsType": "Program|Block",
    "SupInfoType": "Notice",
    "Validity": "Valid|Fraudulent",
}


def _sets():
    sets = "".join(
        f"<{name}Values>"
        + "".join(f'<{name} ID="{i}">{w}</{name}>' for i, w in enumerate(words.split("|"), 1))
        + f"</{name}Values>"
        for name, words in WORDS.items()
    )
    types = [("Unknown", 1), ("Unknown", 2), ("Vessel", 3)]
    subtypes = "".join(
        f'<PartySubType ID="{i}" PartyTypeID="{of}">{word}</PartySubType>'
        for i, (word, of) in enumerate(types, 1)
    )
    return f"{sets}<PartySubTypeValues>{subtypes}</PartySubTypeValues>"


def _point(tag, year, month, day):
    return f"<{tag}><Year>{year}</Year><Month>{month}</Month><Day>{day}</Day></{tag}>"


def _period(first, last, approximate="false"):
    fixed = 'YearFixed="false" MonthFixed="false" DayFixed="false"'
    return (
        f'<DatePeriod CalendarTypeID="1" {fixed}><Comment/>'
        f'<Start Approximate="{approximate}" {fixed}>{_point("From", *first)}</Start>'
        f'<End Approximate="{approximate}" {fixed}>{_point("To", *last)}</End></DatePeriod>'
    )


def _name(*parts, acronym="false", status=1):
    values = "".join(
        f'<DocumentedNamePart><NamePartValue NamePartGroupID="{group}" ScriptID="1"'
        f' ScriptStatusID="1" Acronym="{acronym}">{text}</NamePartValue></DocumentedNamePart>'
        for group, text in parts
    )
    return (
        f'<DocumentedName ID="1" FixedRef="1" DocNameStatusID="{status}">{values}</DocumentedName>'
    )


def _alias(*names, kind=1, primary="false", weak="false"):
    return (
        f'<Alias FixedRef="1" AliasTypeID="{kind}" Primary="{primary}" LowQuality="{weak}">'
        f"<Comment/>{''.join(names)}</Alias>"
    )


def _feature(kind, inner, reliability=1):
    return (
        f'<Feature ID="1" FeatureTypeID="{kind}"><FeatureVersion ID="1"'
        f' ReliabilityID="{reliability}"><Comment/>{inner}</FeatureVersion><IdentityReference'
        ' IdentityID="1" IdentityFeatureLinkTypeID="1"/></Feature>'
    )


def _party(number, subtype, aliases, groups, features=""):
    parts = "".join(f'<NamePartGroup ID="{i}" NamePartTypeID="{i}"/>' for i in groups)
    return (
        f'<DistinctParty FixedRef="{number}"><Comment/><Profile ID="{number}0"'
        f' PartySubTypeID="{subtype}"><Identity ID="{number}1" FixedRef="{number}" Primary="true"'
        f' False="false">{aliases}<NamePartGroups><MasterNamePartGroup>{parts}'
        f"</MasterNamePartGroup></NamePartGroups></Identity>{features}"
        f'<SanctionsEntryReference SanctionsEntryID="{number}2"/></Profile></DistinctParty>'
    )


def _dated(tag, *day):
    return _point(tag, *day).replace(f"<{tag}>", f'<{tag} CalendarTypeID="1">')


def _entry(number, programme, listed=1, year=2015):
    return (
        f'<SanctionsEntry ID="{number}2" ProfileID="{number}0" ListID="{listed}"><Comment/>'
        '<EntryEvent ID="1" EntryEventTypeID="1" LegalBasisID="1"><Comment/>'
        f"{_dated('Date', year, 4, 7)}</EntryEvent>"
        f'<SanctionsMeasure ID="1" SanctionsTypeID="1"><Comment>{programme}</Comment>'
        '</SanctionsMeasure><SanctionsMeasure ID="2" SanctionsTypeID="2"><Comment/>'
        "</SanctionsMeasure></SanctionsEntry>"
    )


def _detail(text, reference=None):
    of = "" if reference is None else f' DetailReferenceID="{reference}"'
    return f'<VersionDetail DetailTypeID="1"{of}>{text}</VersionDetail>'


MAN = _party(
    12,
    1,
    _alias(_name((1, "IVANOV"), (2, "Ivan")), _name((1, "ИВАНОВ"), (2, "Иван"), status=2), kind=4,
           primary="true")
    + _alias(_name((1, "PETROV")), kind=2)
    + _alias(_name((2, "Vanya")), weak="true"),
    (1, 2),
    _feature(1, _period((1961, 1, 1), (1961, 12, 31), "true"))
    + _feature(2, '<VersionLocation LocationID="2"/>')
    + _feature(3, '<VersionLocation LocationID="2"/>')
    + _feature(4, _detail("Colonel"))
    + _feature(5, '<VersionLocation LocationID="1"/>')
    + _feature(8, _detail("", 1))
    + _feature(9, _detail("", 2))
    + _feature(10, _detail("44"), reliability=2)
    + _feature(4, _detail("Admiral"), reliability=3),
)  # fmt: skip
SHIP = _party(
    15, 3, _alias(_name((4, "EXAMPLE STAR")), kind=4, primary="true"), (4,),
    _feature(6, _detail("NITC")) + _feature(7, _detail("Iran")),
)  # fmt: skip
FIRM = _party(
    7, 2,
    _alias(_name((3, "EXAMPLE AIR")), kind=4, primary="true")
    + _alias(_name((3, "E A I R"), acronym="true")),
    (3,),
)  # fmt: skip
TIE = (
    '<ProfileRelationship ID="{0}" From-ProfileID="{1}0" To-ProfileID="{2}0" RelationTypeID="{3}"'
    ' RelationQualityID="1" Former="{4}" SanctionsEntryID="152"><Comment/></ProfileRelationship>'
)
LOCATION = (
    '<Location ID="1"><LocationCountry CountryID="1" CountryRelevanceID="1"/>'
    + "".join(
        f'<LocationPart LocPartTypeID="{kind}"><LocationPartValue Primary="true"'
        ' LocPartValueTypeID="1" LocPartValueStatusID="1"><Comment/>'
        f"<Value>{text}</Value></LocationPartValue></LocationPart>"
        for kind, text in ((1, "1 Karaj Road"), (2, "Tehran"), (3, "1395"))
    )
    + '</Location><Location ID="2"><LocationCountry CountryID="2" CountryRelevanceID="1"/>'
    "</Location>"
)
ISSUED = (
    '<DocumentDate IDRegDocDateTypeID="1">'
    + _period((2010, 1, 1), (2010, 1, 1))
    + "</DocumentDate>"
)
DOCUMENTS = (
    '<IDRegDocument ID="1" IDRegDocTypeID="1" IdentityID="121" IssuedBy-CountryID="1"'
    f' ValidityID="1"><Comment/><IDRegistrationNo>A12</IDRegistrationNo>{ISSUED}</IDRegDocument>'
    '<IDRegDocument ID="2" IDRegDocTypeID="1" IdentityID="121" ValidityID="2">'
    "<IDRegistrationNo>B34</IDRegistrationNo></IDRegDocument>"
    '<IDRegDocument ID="3" IDRegDocTypeID="2" IdentityID="151">'
    "<IDRegistrationNo>IMO 9187629</IDRegistrationNo></IDRegDocument>"
)
LIST = (
    '<?xml version="1.0" encoding="utf-8"?>\n'
    '<Sanctions Version="3" xmlns="http://www.un.org/sanctions/1.0">'
    + _dated("DateOfIssue", 2026, 7, 31)
    + f"<ReferenceValueSets>{_sets()}</ReferenceValueSets><Locations>{LOCATION}</Locations>"
    f"<IDRegDocuments>{DOCUMENTS}</IDRegDocuments>"
    f"<DistinctParties>{MAN}{SHIP}{FIRM}</DistinctParties>"
    f"<ProfileRelationships>{TIE.format(1, 15, 7, 1, 'false')}"
    f"{TIE.format(2, 12, 7, 2, 'true')}</ProfileRelationships>"
    f"<SanctionsEntries>{_entry(12, 'NPWMD')}{_entry(15, 'IRAN')}{_entry(7, 'IFSR')}"
    "</SanctionsEntries><SanctionsEntryLinks/></Sanctions>"
)  # fmt: skip


def _read(text):
    which = SDN._replace(bounds=Bounds(1, 10))
    return read_us_ofac(which, {"sdn_advanced.xml": text.encode()}, COUNTRIES, DATING)


@pytest.fixture
def entities():
    return {entity.id: entity for entity in _read(LIST).entities}


@pytest.fixture
def man(entities):
    return entities["us_ofac_sdn:12"]


def test_the_day_is_the_publishers_and_the_layout_is_said_to_be_unseen():
    loaded = _read(LIST)
    assert (loaded.version, loaded.dated_by) == (date(2026, 7, 31), "publisher")
    assert "layout not yet seen in the wild" in loaded.note


def test_kinds_come_from_types_of_parties(entities):
    kinds = [entity.kind for entity in entities.values()]
    assert kinds == [Kind.PERSON, Kind.VESSEL, Kind.ORGANISATION]


def test_names_keep_script_kind_and_quality(man, entities):
    assert man.names == (
        Name("IVANOV, Ivan", kind=NameKind.PRIMARY),
        Name("ИВАНОВ, Иван", kind=NameKind.ALIAS),
        Name("PETROV", kind=NameKind.FORMER),
        Name("Vanya", NameQuality.WEAK, NameKind.ALIAS),
    )
    assert entities["us_ofac_sdn:7"].names[1].quality is NameQuality.ACRONYM


def test_listing_programmes_and_measures_come_from_sanctions_entries(man):
    assert (man.listed_on, man.programmes) == (date(2015, 4, 7), ("NPWMD",))
    assert man.measures == ("Secondary sanctions risk: E.O. 1", "Block")


def test_only_the_list_that_is_read_dates_an_entry(man):
    other = _entry(12, "NS-PLC", listed=2, year=2006)
    both = _read(LIST.replace("<SanctionsEntries>", f"<SanctionsEntries>{other}")).entities[0]
    assert (both.listed_on, both.programmes) == (man.listed_on, man.programmes)
    assert "programmes of the Consolidated List: NS-PLC" in both.remarks


def test_features_have_fields(man):
    assert (man.birth_dates, man.birth_places) == (("circa 1961",), ("Russia",))
    assert (man.positions, man.genders) == (("Colonel",), ("male",))
    assert man.addresses == (Address("1 Karaj Road, Tehran 1395, Iran", "IR"),)
    assert man.countries == ("RU", "IR")


def test_a_document_is_an_identifier_unless_it_is_a_forgery(man, entities):
    assert man.identifiers == (Identifier("passport", "A12"),)
    assert entities["us_ofac_sdn:15"].identifiers == (Identifier("imo", "9187629"),)


def test_what_has_no_field_stands_in_the_remarks(man):
    assert man.remarks.splitlines() == [
        "identifier: Passport A12 (Iran) issued 01 Jan 2010",
        "identifier: Passport B34, Fraudulent",
        "nationality: Russia",
        "remark: Shoe size 44",
        "reliability of Shoe size: Doubtful",
        "stated to be false: Title: Admiral",
        "former tie: Providing support to EXAMPLE AIR",
        "list: SDN List",
        "legal basis: Executive Order 13382",
    ]


def test_ties_have_their_sort_and_former_ones_are_none(man, entities):
    assert entities["us_ofac_sdn:15"].relations == (
        Relation(RelationKind.OWNED_BY, "NITC"),
        Relation(RelationKind.CONTROLLED_BY, "EXAMPLE AIR", "us_ofac_sdn:7"),
    )
    assert man.relations == ()


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        ((1961, 8, 30), (1961, 8, 30), "1961-08-30"),
        ((1961, 2, 1), (1961, 2, 28), "1961-02"),
        ((1961, 1, 1), (1961, 12, 31), "1961"),
        ((1961, 1, 1), (1963, 12, 31), "1961/1963"),
        ((1961, 2, 1), (1961, 3, 5), "1961-02-01/1961-03-05"),
    ],
)
def test_a_period_is_told_as_exactly_as_it_is_known(first, last, told):
    text = LIST.replace(_period((1961, 1, 1), (1961, 12, 31), "true"), _period(first, last))
    assert _read(text).entities[0].birth_dates == (told,)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('Version="3"', 'Version="3" DeltaBaseVersion="2"', "DeltaBaseVersion"),
        ('<Profile ID="120"', '<Profile DeltaAction="add" ID="120"', "DeltaAction"),
        ("http://www.un.org/sanctions/1.0", "http://www.un.org/sanctions/2.0", "must be in"),
        ('ProfileID="120" ListID', 'ProfileID="999" ListID', "must be a party of the list"),
        ('To-ProfileID="70"', 'To-ProfileID="99"', "must be a party of the list"),
        ('<VersionLocation LocationID="2"/>', '<VersionLocation LocationID="9"/>', "a location"),
        ('FeatureTypeID="1"', 'FeatureTypeID="99"', "a number of its set"),
        ('NamePartGroupID="3"', 'NamePartGroupID="9"', "a group of its identity"),
        ('PartySubTypeID="3"', 'PartySubTypeID="99"', "a number of its set"),
        ('FixedRef="12"><Comment', 'FixedRef="x"><Comment', "must have a number"),
        ('AliasTypeID="4" Primary="true"', 'AliasTypeID="4" Primary="no"', "true or false"),
        ('AliasTypeID="4" Primary="true"', 'AliasTypeID="4" Primary="false"', "one primary name"),
        ('<DateOfIssue CalendarTypeID="1"', '<DateOfIssue CalendarTypeID="2"', "Gregorian"),
        ("<Month>7</Month>", "<Month>17</Month>", "a day of the calendar"),
        ("<Comment>IRAN</Comment>", "<Comment/>", "must be sanctioned by a programme"),
        ("<SanctionsEntryLinks/>", "<Appendix/>", "must come once"),
        ("<SanctionsEntryLinks/>", "<SanctionsEntryLinks/><Appendix/>", "Appendix"),
    ],
)
def test_a_change_of_the_layout_refuses_the_file(old, new, message):
    assert old in LIST
    with pytest.raises(SourceChanged, match=message):
        _read(LIST.replace(old, new))


def test_no_prefix_of_the_file_is_a_smaller_list():
    for length in range(0, len(LIST), 7):
        with pytest.raises(SourceChanged):
            _read(LIST[:length])


@given(st.data())
def test_a_damaged_file_is_refused_or_read_never_a_crash(data):
    whole = bytearray(LIST.encode())
    where = data.draw(st.integers(0, len(whole) - 1))
    whole[where : where + 1] = data.draw(st.binary(max_size=3))
    which = SDN._replace(bounds=Bounds(1, 10))
    with contextlib.suppress(SourceChanged):
        assert read_us_ofac(which, {"a.xml": bytes(whole)}, COUNTRIES, DATING).entities


@given(st.sampled_from(re.findall('[A-Za-z]+="[^"]*"', LIST)), st.text(max_size=4))
def test_a_changed_attribute_is_refused_or_read_never_a_crash(attribute, value):
    name = attribute.split("=")[0]
    text = LIST.replace(attribute, f"{name}={quoteattr(value)}", 1)
    which = SDN._replace(bounds=Bounds(1, 10))
    with contextlib.suppress(SourceChanged):
        data = text.encode("utf-8", "replace")
        assert read_us_ofac(which, {"a.xml": data}, COUNTRIES, DATING).entities
