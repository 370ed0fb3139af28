"""Controlled items: ECCNs of the US list that need a licence for the destination.

Source: 15 CFR 738.4(a): each reason for control of an entry names a column of the Country Chart;
an X for the destination means that a licence is required. No X is not yet a permission when the
entry refers elsewhere, so such an entry is reported as not checked.
"""

from __future__ import annotations

from vigil.goods.basis import basis_in_words
from vigil.goods.catalogue import ControlledItem, OtherListItem
from vigil.goods.inquiry import Inquiry
from vigil.ids.eccn import entry_number
from vigil.model.deal import EMBARGOED
from vigil.model.finding import Feature, Finding, FindingKind, NotChecked, Screen, Screening
from vigil.model.provision import Basis

CHART = "15 CFR part 738, supplement 1 (Country Chart)"


def screen_eccns(inquiry: Inquiry) -> Screening:
    """One finding or one gap for each line whose ECCN asks for it."""
    findings: list[Finding] = []
    gaps: list[NotChecked] = []
    for i, line in enumerate(inquiry.deal.order.lines):
        entry = entry_number(line.eccn) if line.eccn else None
        if line.eccn is None or entry is None:
            continue
        screening = _screen_entry(inquiry, i, line.eccn, entry)
        findings += screening.findings
        gaps += screening.not_checked
    return Screening(tuple(findings), tuple(gaps))


def licence_columns(inquiry: Inquiry, item: ControlledItem, country: str) -> tuple[str, ...]:
    """The columns of the entry that are marked for the country."""
    marked = inquiry.goods.chart.get(country, ())
    return tuple(column for column in item.columns if column in marked)


def _screen_entry(inquiry: Inquiry, i: int, eccn: str, entry: str) -> Screening:
    goods, path = inquiry.goods, _path(i)
    item = next((item for item in goods.controlled if item.eccn == entry), None)
    if item is not None:
        return _screen_item(inquiry, i, eccn, item)
    other = next((other for other in goods.other_lists if other.eccn == entry), None)
    if other is not None:
        why = f"other list: {entry} is {other.note}"
        return Screening((_on_other_list(inquiry, i, eccn, other),), (NotChecked(path, why),))
    why = f"{entry} is not in the US Commerce Control List of {goods.ccl_version}"
    return Screening(not_checked=(NotChecked(path, why),))


def _screen_item(inquiry: Inquiry, i: int, eccn: str, item: ControlledItem) -> Screening:
    countries = countries_asked(inquiry)
    if not countries:
        return _gap(i, f"the order names no destination, so {item.eccn} cannot be looked up")
    reasons = [why for country in countries if (why := why_licence(inquiry, item, country))]
    if reasons:
        return Screening((_needs_licence(inquiry, i, eccn, item, reasons),))
    unknown = [c for c in countries if c not in inquiry.goods.chart and c != "US"]
    if unknown:
        return _gap(i, f"the Country Chart has no row for {', '.join(unknown)}")
    if item.beyond_chart or not item.columns:
        return _gap(
            i, f"some controls of {item.eccn} are not on the Country Chart; read the entry itself"
        )
    return Screening()


def countries_asked(inquiry: Inquiry) -> tuple[str, ...]:
    """The countries whose licence requirement counts: the destination, and embargoed ones.

    A port that the goods only pass is not asked about, unless part 746 speaks of it.
    """
    return tuple(
        c for c in inquiry.heading.countries
        if c == inquiry.deal.destination or c in EMBARGOED
    )  # fmt: skip


def why_licence(inquiry: Inquiry, item: ControlledItem, country: str) -> str:
    """Why the entry needs a licence for the country; empty when the chart does not say so."""
    columns = licence_columns(inquiry, item, country)
    name = inquiry.law.country_name(country)
    if country in EMBARGOED:
        return f"{name} is under part 746 of the EAR, whatever the chart says"
    return f"{', '.join(columns)} marked for {name}" if columns else ""


def _needs_licence(
    inquiry: Inquiry, i: int, eccn: str, item: ControlledItem, reasons: list[str]
) -> Finding:
    heading = inquiry.heading
    what = f" ({item.description})" if item.description else ""
    beyond = " Some of its controls are not on the Country Chart." if item.beyond_chart else ""
    used = f"US Commerce Control List of {inquiry.goods.ccl_version}"
    return Finding(
        screen=Screen.GOODS,
        kind=FindingKind.CONTROLLED_ITEM,
        path=_path(i),
        subject=item.eccn,
        value=eccn,
        summary=(
            f"ECCN {item.eccn}{what} needs a US licence: {'; '.join(reasons)}.{beyond} "
            f"{heading.sentence}"
        ),
        grounds=heading.grounds,
        score=1.0,
        features=(
            Feature("eccn", 1.0, f"declared {eccn} is entry {item.eccn} of the {used}"),
            *(Feature("country_chart", 1.0, f"{why}; {CHART}") for why in reasons),
            *heading.features,
        ),
        provisions=heading.citations,
        provenance=inquiry.provenance,
        verified=item.verified,
        basis=item.basis,
    )


def _on_other_list(inquiry: Inquiry, i: int, eccn: str, other: OtherListItem) -> Finding:
    heading = inquiry.heading
    read = basis_in_words(other.basis)
    note = other.note.rstrip(".")
    is_sure = other.verified and other.basis is not Basis.MEMORY
    unsure = "" if is_sure or "from memory" in note else f" ({read})"
    return Finding(
        screen=Screen.GOODS,
        kind=FindingKind.CONTROLLED_ITEM,
        path=_path(i),
        subject=other.eccn,
        value=eccn,
        summary=(f"ECCN {other.eccn} is {note}{unsure}. {heading.sentence}"),
        grounds=heading.grounds,
        score=1.0,
        features=(
            Feature("eccn", 1.0, f"declared {eccn}: {note}; {read}"),
            *heading.features,
        ),
        provisions=heading.citations,
        provenance=inquiry.provenance,
        verified=other.verified,
        basis=other.basis,
    )


def _gap(i: int, why: str) -> Screening:
    return Screening(not_checked=(NotChecked(_path(i), why),))


def _path(i: int) -> str:
    return f"$.lines[{i}].eccn"
