"""Arms between the states of the drone trade: what one of them gives another for drones.

The order itself must go that way: the same goods between other countries are no finding here.
"""

from __future__ import annotations

from collections.abc import Iterator

from vigil.goods.basis import basis_in_words, with_url
from vigil.goods.conflict_tables import ArmsFlow
from vigil.goods.hs import dotted
from vigil.goods.inquiry import Inquiry
from vigil.model.deal import Deal
from vigil.model.finding import Feature, Finding, FindingKind, Ground, Screen
from vigil.model.order import Line


def find_arms_flows(inquiry: Inquiry) -> list[Finding]:
    """One finding for each line and flow that it belongs to, by its code or else by its words."""
    flows = [flow for flow in inquiry.goods.arms_flows if _arrives(flow, inquiry)]
    return [
        finding
        for i, line in enumerate(inquiry.deal.order.lines if flows else ())
        for flow in flows
        if _departs(flow, inquiry.deal, line)
        for finding in _of_line(inquiry, i, line, flow)
    ]


def _arrives(flow: ArmsFlow, inquiry: Inquiry) -> bool:
    return any(country in flow.destinations for country in inquiry.heading.countries)


def _departs(flow: ArmsFlow, deal: Deal, line: Line) -> bool:
    """Do the goods come from there: by origin, exporter, or where the first leg begins?"""
    exporter = deal.order.exporter.country if deal.order.exporter else None
    return bool({line.origin, exporter, deal.way.start} & set(flow.origins))


def _of_line(inquiry: Inquiry, i: int, line: Line, flow: ArmsFlow) -> Iterator[Finding]:
    if line.hs and line.hs.startswith(flow.headings):
        told = f"HS {dotted(line.hs)} is of the goods of this flow"
        yield _finding(inquiry, flow, f"$.lines[{i}].hs", line.hs, told, ())
        return
    met = next(
        (
            printed
            for named, printed in inquiry.goods.arms_words.in_text(line.description or "")
            if named == flow.id
        ),
        None,
    )
    if met is not None:
        told = f"the words '{met}' name goods of this flow"
        path, words = f"$.lines[{i}].description", (Ground.WORDS_ONLY,)
        yield _finding(inquiry, flow, path, line.description or "", told, words)


def _finding(
    inquiry: Inquiry, flow: ArmsFlow, path: str, value: str, told: str, doubts: tuple[Ground, ...]
) -> Finding:
    heading = inquiry.heading
    read = basis_in_words(flow.basis)
    said = f"{flow.source_title}, {flow.source_date}; {read}"
    return Finding(
        screen=Screen.GOODS,
        kind=FindingKind.KEY_ITEM,
        path=path,
        subject=flow.id,
        value=value,
        summary=f"{told[0].upper()}{told[1:]}: {flow.title}. {heading.sentence}",
        grounds=(*heading.grounds, *doubts),
        score=None if doubts else 1.0,
        features=(Feature("arms_flow", 1.0, told), Feature("reported", 1.0, said),
                  *heading.features),
        provisions=heading.citations,
        provenance=with_url(inquiry.provenance, flow.source),
        verified=flow.verified,
        basis=flow.basis,
    )  # fmt: skip
