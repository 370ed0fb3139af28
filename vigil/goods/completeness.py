"""What a line must say before it can be looked at: what it is, and under which code."""

from __future__ import annotations

from vigil.goods.declared import is_unread
from vigil.goods.hs import dotted, old_code_in_words
from vigil.goods.inquiry import Inquiry
from vigil.model.finding import Finding, FindingKind, NotChecked, Screen, Screening
from vigil.model.order import Line
from vigil.model.placeholder import is_placeholder

NATIONAL = ("98", "99")  # HS chapters reserved for special uses by each country

NO_WORDS = "The line has neither a description nor a part number."
NO_CODE = "The line has neither an HS code nor an ECCN."


def screen_completeness(inquiry: Inquiry) -> Screening:
    """What is missing of each line, and declared HS codes and origins that do not exist.

    Each thing missing is a finding, which keeps an order from being clear, and a gap, which keeps
    its review from being closed.
    """
    findings: list[Finding] = []
    gaps: list[NotChecked] = []
    for i, line in enumerate(inquiry.deal.order.lines):
        for field, sentence in _missing(line):
            finding = _finding(f"$.lines[{i}]", field, sentence)
            findings.append(finding)
            gaps.append(NotChecked(finding.path, sentence))
        if line.hs and (why := _why_unread(line.hs, inquiry)):
            gaps.append(NotChecked(f"$.lines[{i}].hs", why))
        if line.origin and inquiry.law.country(line.origin) is None:
            why = f"no country has the code {line.origin!r}"
            gaps.append(NotChecked(f"$.lines[{i}].origin", why))
    return Screening(tuple(findings), tuple(gaps))


def _why_unread(hs: str, inquiry: Inquiry) -> str | None:
    """Why a code does not tell the goods, or None when it does."""
    if hs.startswith(NATIONAL):
        return f"{dotted(hs[:6])} is of a chapter left to each country, it does not tell the goods"
    old = inquiry.goods.old_code_by_hs.get(hs[:6])
    if old is not None and not old.verified:
        return f"{old_code_in_words(old)}; state the code of today"
    if is_unread(inquiry.goods, hs):
        return f"{dotted(hs[:6])} is not in HS 2022; it may be of an older edition"
    return None


def _missing(line: Line) -> list[tuple[str, str]]:
    missing = []
    if not (_said(line.description) or _said(line.part_number)):
        missing.append(("description", NO_WORDS))
    if not (line.hs or line.eccn):
        missing.append(("hs", NO_CODE))
    return missing


def _said(text: str | None) -> bool:
    return text is not None and not is_placeholder(text)


def _finding(path: str, field: str, sentence: str) -> Finding:
    return Finding(
        screen=Screen.ORDER,
        kind=FindingKind.MISSING_INFORMATION,
        path=path,
        subject=field,
        summary=sentence,
    )
