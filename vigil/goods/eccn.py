"""Controlled items: ECCNs of the US list that need a licence for the destination.

What `vigil.goods.controls` answers becomes a finding when a licence is needed or may be, and is
not checked when a paragraph, limits in words or a provision not held decide.
"""

from __future__ import annotations

from vigil.goods.basis import basis_in_words
from vigil.goods.catalogue import ControlledItem, OtherListItem
from vigil.goods.control_words import details, to_read, why
from vigil.goods.controls import ITAR, Controls, Need
from vigil.goods.inquiry import Inquiry
from vigil.ids.eccn import Eccn, read_eccn
from vigil.model.deal import EMBARGOED
from vigil.model.finding import Feature, Finding, FindingKind, NotChecked, Screen, Screening
from vigil.model.provision import Basis, Jurisdiction

NO_EXCEPTIONS = "No licence exception is considered."


def screen_eccns(inquiry: Inquiry) -> Screening:
    """The findings and gaps of each line's ECCN."""
    findings: list[Finding] = []
    gaps: list[NotChecked] = []
    for i, line in enumerate(inquiry.deal.order.lines):
        number = read_eccn(line.eccn) if line.eccn else None
        if line.eccn is None or number is None:
            continue
        screening = _screen_entry(inquiry, i, line.eccn, number)
        findings += screening.findings
        gaps += screening.not_checked
    return Screening(tuple(findings), tuple(gaps))


def _screen_entry(inquiry: Inquiry, i: int, eccn: str, number: Eccn) -> Screening:
    goods, path = inquiry.goods, _path(i)
    item = goods.controlled_by_eccn.get(number.entry)
    if item is not None:
        return _screen_item(inquiry, i, eccn, item)
    other = goods.other_list_by_eccn.get(number.entry)
    if other is not None:
        why = f"other list: {number.entry} is {other.note}"
        return Screening((_on_other_list(inquiry, i, eccn, other),), (NotChecked(path, why),))
    why = (
        f"{number.entry} is not in the US Commerce Control List of {goods.ccl_version}; "
        f"by its form it is {number.in_words}"
    )
    return Screening(not_checked=(NotChecked(path, why),))


def _screen_item(inquiry: Inquiry, i: int, eccn: str, item: ControlledItem) -> Screening:
    countries = countries_asked(inquiry)
    if not countries:
        why = f"the order names no destination, so {item.eccn} cannot be looked up"
        return Screening(not_checked=(NotChecked(_path(i), why),))
    asked = [c for code in countries if (c := inquiry.goods.controls(eccn, code))]
    findings: tuple[Finding, ...] = ()
    for need in (Need.LICENCE, Need.POSSIBLE):
        found = [controls for controls in asked if controls.need is need]
        if found:
            findings = (_finding(inquiry, i, eccn, item, found),)
            break
    gaps = (
        NotChecked(_path(i), to_read(c, inquiry.law.country_name(c.country)))
        for c in asked
        if c.need in (Need.POSSIBLE, Need.OPEN) or _is_itar(c)
    )
    return Screening(findings, tuple(gaps))


def countries_asked(inquiry: Inquiry) -> tuple[str, ...]:
    """The countries whose licence requirement counts: the destination, and embargoed ones.

    A port that the goods only pass is not asked about, unless part 746 speaks of it.
    """
    return tuple(
        c for c in inquiry.heading.countries
        if c == inquiry.deal.destination or c in EMBARGOED
    )  # fmt: skip


def _finding(
    inquiry: Inquiry, i: int, eccn: str, item: ControlledItem, found: list[Controls]
) -> Finding:
    """A licence is needed, or may be; all of `found` say the same of the two."""
    heading, need = inquiry.heading, found[0].need
    what = f" ({item.description})" if item.description else ""
    verb = "needs" if need is Need.LICENCE else "may need"
    applies = Jurisdiction.US in inquiry.deal.jurisdictions
    licence = "a US licence" if applies else "a US licence where the EAR applies"
    told = "; ".join(_told(inquiry, controls) for controls in found)
    used = f"US Commerce Control List of {inquiry.goods.ccl_version}"
    return Finding(
        screen=Screen.GOODS,
        kind=FindingKind.CONTROLLED_ITEM,
        path=_path(i),
        subject=item.eccn,
        value=eccn,
        summary=(
            f"ECCN {item.eccn}{what} {verb} {licence}: {told}. {NO_EXCEPTIONS} {heading.sentence}"
        ),
        grounds=heading.grounds,
        score=1.0,
        features=(
            Feature("eccn", 1.0, f"declared {eccn} is entry {item.eccn} of the {used}"),
            *(feature for controls in found for feature in _features(inquiry, controls)),
            *heading.features,
        ),
        provisions=heading.citations,
        provenance=inquiry.provenance,
        verified=item.verified,
        basis=item.basis,
    )


def _told(inquiry: Inquiry, controls: Controls) -> str:
    """Why for one country, strongest controls only: the features have the others."""
    name = inquiry.law.country_name(controls.country)
    if controls.country in EMBARGOED:
        return f"for {name}, {controls.outside}"
    return f"for {name}, {why(controls)}"


def _features(inquiry: Inquiry, controls: Controls) -> list[Feature]:
    """One feature a control that asks for something, certain ones with score 1."""
    name = inquiry.law.country_name(controls.country)
    outside = [Feature("control", 1.0, f"{name}: {controls.outside}")] if controls.outside else []
    return outside + [
        Feature(
            "control" if need is Need.LICENCE else f"control_{need}",
            1.0 if need is Need.LICENCE else 0.5,
            f"{name}: {detail}",
        )
        for need, detail in details(controls)
    ]


def _is_itar(controls: Controls) -> bool:
    return any(answer.clause.reason == ITAR for answer in controls.answers)


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


def _path(i: int) -> str:
    return f"$.lines[{i}].eccn"
