"""The US Commerce Control List with Country Chart and Country Groups, as of one day.

Read from three JSON files that a public converter makes of the eCFR (15 CFR 774 supplement 1,
738 supplement 1, 740 supplement 1). What is not known refuses the files whole: a field, a footnote,
a country, a form of requirement. What the copy leaves open (an entry without requirements) is kept
as a control of which only a provision can say where it asks for a licence.

Source: https://www.ecfr.gov/api/versioner/v1/full/{date}/title-15.xml, parts 774, 738, 740.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, TypeVar

import msgspec

from vigil.errors import SourceChanged, shown
from vigil.lists.countries import Countries
from vigil.lists.loaded import Bounds
from vigil.lists.us_ccl_requirement import Requirement, read_requirement
from vigil.lists.us_ccl_scope import ECCN, Scope, read_scope
from vigil.model.control import EVERYWHERE, ControlClause

T = TypeVar("T")

ID = "us_ccl"
ENTRIES = Bounds(500, 900)  # 633 on 2026-07-23
COUNTRIES = Bounds(180, 220)  # 196 rows on 2026-07-23
REASON = re.compile(r"^(?P<reason>[A-Z]{2}) appl|^(?P<foreign>Russian industry sector sanction)")
TWO_CONTROLS = re.compile(
    r"^(?P<first>[A-Z]{2} applies to entire entry) (?P<second>[A-Z]{2} applies .*)$"
)
TWO_COLUMNS = re.compile(r"^(?P<first>[A-Z]{2} Column [1-3]) (?P<second>[A-Z]{2} Column [1-3])$")
ITAR = "subject to the ITAR.”"
ELSEWHERE = re.compile(rf"controlled (?:by|under) ECCN (?P<eccn>{ECCN})[.)\s]*$", re.IGNORECASE)
# What the chart's footnotes ask for beside its columns: entry, reason, scope. Numbers 2 and 4 speak
# of "certain thermal imaging cameras", 3 of 0A919 in its own cell, 5 and 6 and 8 and 9 of places.
FOOTNOTES = frozenset(str(n) for n in range(1, 11))
NOTE_7 = MappingProxyType({"6A003": Scope(("b.4.b",)), "9A515": Scope(("e",))})
NOTE_10 = MappingProxyType({
    "0A501": Scope(exempt=("y",)), "0A502": Scope(limited=True), "0A504": Scope(("i",)),
    "0A505": Scope(("a", "x")), "0A506": Scope(), "0A507": Scope(), "0A508": Scope(limited=True),
    "0A509": Scope(), "0D501": Scope(limited=True), "0D505": Scope(limited=True), "0E501": Scope(),
    "0E504": Scope(), "0E505": Scope(limited=True),
})  # fmt: skip
# Anti-terrorism controls: every one of the list names a column that no row of the chart marks, or
# North Korea. So where the copy leaves one out, only the countries of Country Group E are in doubt.
TERRORIST_STATES = ("E:1", "E:2")
# How the regulations spell countries that other lists spell otherwise.
SPELLINGS = MappingProxyType({
    "Burma": "MM", "China (PRC)": "CN", "Congo (Democratic Republic of the)": "CD",
    "Congo (Democratic Republic of)": "CD", "Congo (Republic of the)": "CG",
    "Cote d'lvoire": "CI", "Czech Republic": "CZ", "Korea, North": "KP", "Korea, South": "KR",
    "Seycheles": "SC", "South Sudan, Republic of": "SS",
    "Sint Maarten (the Dutch two-fifths of the island of Saint Martin)": "SX",
})  # fmt: skip
CAMERAS = (("NS", "note 2", "742.4(a)"), ("RS", "note 4", "742.6(a)(2)"))


class _Control(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    control: str
    countryChart: str  # noqa: N815  the file's own word
    singleCellRow: bool = False  # noqa: N815  the row had one cell, which is given twice
    requirementCellEmptyInSource: bool = False  # noqa: N815  as above


class _Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    eccn: str
    category: str
    productGroup: str  # noqa: N815
    heading: str
    reasonForControl: str | None  # noqa: N815
    countryChart: tuple[_Control, ...]  # noqa: N815
    licenceExceptionFlags: dict[str, str]  # noqa: N815
    staSpecialConditions: str | None  # noqa: N815
    relatedControls: str | None  # noqa: N815
    items: object = None
    topLevelParagraphs: object = None  # noqa: N815


class _Ccl(msgspec.Struct, frozen=True):
    ecfrIssueDate: date  # noqa: N815
    entryCount: int  # noqa: N815
    entries: tuple[_Entry, ...]


class _Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    marks: tuple[str, ...]
    footnotes: tuple[int, ...]


class _Pointer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    pointer: str
    footnotes: tuple[int, ...]


class _Territory(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    row: str
    basis: str


class _AllDestinations(msgspec.Struct, frozen=True):
    noLicenceExceptions: tuple[str, ...]  # noqa: N815
    govOnly: dict[str, object]  # noqa: N815


class _Chart(msgspec.Struct, frozen=True):
    ecfrIssueDate: date  # noqa: N815
    columns: tuple[str, ...]
    countryCount: int  # noqa: N815
    countries: dict[str, _Row]
    embargoed: dict[str, _Pointer]
    footnotes: dict[str, str]
    territoryInheritance: dict[str, _Territory]  # noqa: N815
    allDestinationsEntries: _AllDestinations  # noqa: N815


class _Groups(msgspec.Struct, frozen=True):
    ecfrIssueDate: date  # noqa: N815
    groups: dict[str, tuple[str, ...]]


class CommerceControls(msgspec.Struct, frozen=True):
    """The three files as one: entries in the list's order with their controls.

    `chart` maps countries (alpha-2) to the columns marked for them, without those that part 746
    answers. `groups` maps countries to their Country Groups and to the footnotes of their row
    (`note 1`).
    """

    issued_on: date
    eccns: tuple[str, ...]
    clauses: tuple[ControlClause, ...]
    chart: Mapping[str, tuple[str, ...]]
    groups: Mapping[str, tuple[str, ...]]


def read_controls(
    ccl: bytes, chart: bytes, groups: bytes, countries: Countries
) -> CommerceControls:
    """The list, chart and groups of one day.

    Raises:
        SourceChanged: a file is not of the known layout, or they are not of one day.
    """
    listed = _decoded(ccl, _Ccl, "ccl.json")
    charted = _decoded(chart, _Chart, "country-chart.json")
    grouped = _decoded(groups, _Groups, "country-groups.json")
    if len({listed.ecfrIssueDate, charted.ecfrIssueDate, grouped.ecfrIssueDate}) != 1:
        raise _refused("the three files must be of one day", listed.ecfrIssueDate)
    _check_counts(listed, charted)
    everywhere = _all_destinations(charted)
    clauses = [c for entry in listed.entries for c in _clauses(entry, everywhere)]
    clauses += _of_footnotes(charted, {entry.eccn for entry in listed.entries})
    unknown = {c.column for c in clauses if c.column} - set(charted.columns)
    if unknown:
        raise _refused("a control must name a column of the chart", sorted(unknown)[0])
    places = _Places(countries)
    return CommerceControls(
        issued_on=listed.ecfrIssueDate,
        eccns=tuple(entry.eccn for entry in listed.entries),
        clauses=tuple(sorted(clauses, key=lambda c: c.eccn)),
        chart=places.chart(charted),
        groups=places.groups(charted, grouped),
    )


def _decoded(data: bytes, shape: type[T], file: str) -> T:
    try:
        return msgspec.json.decode(data, type=shape)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _refused(f"{file} must be of the known layout", str(error)) from error


def _check_counts(listed: _Ccl, charted: _Chart) -> None:
    ENTRIES.check(len(listed.entries), f"{ID} entries")
    COUNTRIES.check(len(charted.countries), f"{ID} countries")
    if (listed.entryCount, charted.countryCount) != (len(listed.entries), len(charted.countries)):
        raise _refused("the files must hold as many rows as they say", listed.entryCount)
    for entry in listed.entries:
        if not re.fullmatch(ECCN, entry.eccn):
            raise _refused("an entry must have a number such as 3A001", entry.eccn)
    if len({entry.eccn for entry in listed.entries}) != len(listed.entries):
        raise _refused("an entry must come once", "twice")
    if set(charted.footnotes) != FOOTNOTES:
        raise _refused("the chart must have footnotes 1 to 10", sorted(charted.footnotes))


def _all_destinations(charted: _Chart) -> frozenset[str]:
    """Whole entries that 738.3(a)(1) says need a licence everywhere, whatever the chart."""
    named = charted.allDestinationsEntries
    listed = named.govOnly.get("entries")
    if not isinstance(listed, list):
        raise _refused("the entries for all destinations must be a list", listed)
    texts = (*named.noLicenceExceptions, *map(str, listed))
    return frozenset(text for text in texts if re.fullmatch(ECCN, text))


def _clauses(entry: _Entry, everywhere: frozenset[str]) -> Iterator[ControlClause]:
    if entry.countryChart:
        for control, cell in (pair for row in entry.countryChart for pair in _pairs(row)):
            yield _clause(entry.eccn, control, cell)
        return
    reasons = re.findall(r"[A-Z]{2}", entry.reasonForControl or "")
    elsewhere = ELSEWHERE.search(entry.heading)
    if ITAR in entry.heading:
        yield ControlClause(entry.eccn, "ITAR", to=(EVERYWHERE,), provision="22 CFR 120-130")
    elif elsewhere:
        names = (elsewhere["eccn"],)
        yield ControlClause(entry.eccn, "none", names=names, unsure=(EVERYWHERE,))
    elif entry.eccn in everywhere:
        for reason in reasons:
            yield ControlClause(entry.eccn, reason, to=(EVERYWHERE,), provision="738.3(a)(1)")
    else:
        for reason in reasons or ["none"]:
            where = TERRORIST_STATES if reason == "AT" else (EVERYWHERE,)
            yield ControlClause(entry.eccn, reason, unsure=where)


def _pairs(row: _Control) -> list[tuple[str, str]]:
    """Control and cell; a row of the copy may hold two of each."""
    controls, columns = TWO_CONTROLS.match(row.control), TWO_COLUMNS.match(row.countryChart)
    if controls and columns:
        return [(controls[part], columns[part]) for part in ("first", "second")]
    return [(row.control, row.countryChart)]


def _clause(eccn: str, control: str, cell: str) -> ControlClause:
    found = REASON.match(control)
    if not found:
        raise _refused(f"a control of {eccn} must begin with its reason", control)
    reason = found["reason"] or "RU sector"
    requirement = read_requirement(reason, cell, control)
    # A cell that stands in the control itself is no limit of it.
    words = re.sub(r"(?<=entire entry) [A-Z]{2} Column [1-3]\.?$", "", control)
    scope = read_scope(eccn, words)
    return ControlClause(eccn, reason, **_fields(scope), **_fields(requirement))


def _fields(part: Scope | Requirement) -> dict[str, Any]:
    return {name: getattr(part, name) for name in part.__struct_fields__}


def _of_footnotes(charted: _Chart, held: set[str]) -> Iterator[ControlClause]:
    """Controls that only a footnote of the chart states."""
    for number, reason, scopes in (("7", "RS", NOTE_7), ("10", "FC", NOTE_10)):
        for eccn, scope in scopes.items():
            if eccn not in charted.footnotes[number] or eccn not in held:
                raise _refused(f"footnote {number} of the chart must name {eccn}", number)
            to, provision = (f"note {number}",), f"738 supplement 1, footnote {number}"
            yield ControlClause(eccn, reason, to=to, provision=provision, **_fields(scope))
        named = set(re.findall(ECCN, charted.footnotes[number]))
        if not named <= {*scopes, "0B501", "0B505"}:  # equipment that others are for
            raise _refused(f"footnote {number} must name the entries that are known", sorted(named))
    for reason, note, provision in CAMERAS:
        yield ControlClause("6A003", reason, limited=True, unsure=(note,), provision=provision)


class _Places:
    """Country names of the files as codes."""

    def __init__(self, countries: Countries) -> None:
        self._countries = countries

    def code(self, name: str) -> str:
        code = SPELLINGS.get(name) or self._countries.code(name.replace(" & ", " and "))
        if code is None:
            raise _refused("a country of the chart must be known", name)
        return code

    def chart(self, charted: _Chart) -> dict[str, tuple[str, ...]]:
        for name, row in charted.countries.items():
            if not set(row.marks) <= set(charted.columns):
                raise _refused(f"the marks of {name} must be columns", row.marks)
        rows = {self.code(name): row.marks for name, row in charted.countries.items()}
        return dict(sorted({**self._inherited(charted, rows), **rows}.items()))

    def groups(self, charted: _Chart, grouped: _Groups) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for group, names in grouped.groups.items():
            for name in names:
                found.setdefault(self.code(name), []).append(group)
        rows: dict[str, _Row | _Pointer] = {**charted.countries, **charted.embargoed}
        for name, row in rows.items():
            found.setdefault(self.code(name), []).extend(f"note {n}" for n in row.footnotes)
        told = {code: tuple(groups) for code, groups in found.items() if groups}
        return dict(sorted({**told, **self._inherited(charted, told)}.items()))

    def _inherited(
        self, charted: _Chart, rows: Mapping[str, tuple[str, ...]]
    ) -> dict[str, tuple[str, ...]]:
        """Territories that take another country's row."""
        named = {self.code(n): self.code(t.row) for n, t in charted.territoryInheritance.items()}
        return {code: rows[row] for code, row in named.items() if row in rows}


def _refused(expected: str, got: object) -> SourceChanged:
    return SourceChanged(f"{ID}: {expected}, got {shown(got)}; the file is refused whole")
