"""Decisions as flat rows, one a reason, for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from vigil.model.decision import Decision

COLUMNS = (
    "order_id", "outcome", "on", "strength", "screen", "kind", "path", "value", "summary",
    "score", "entity", "listed_name", "list", "programmes", "listed_on", "provisions", "source",
    "source_version", "verified", "basis", "finding_id", "world",
)  # fmt: skip


def decision_rows(decision: Decision) -> Iterator[dict[str, object]]:
    """A row for each finding and each thing not checked; one row when there is neither."""
    head: dict[str, object] = {
        "order_id": decision.order_id,
        "outcome": decision.outcome.value,
        "on": decision.on.isoformat(),
        "world": decision.world.id,
    }
    for finding in decision.findings:
        met, origin = finding.matched, finding.provenance
        yield head | {
            "strength": finding.strength,
            "screen": finding.screen.value,
            "kind": finding.kind.value,
            "path": finding.path,
            "value": finding.value,
            "summary": finding.summary,
            "score": finding.score,
            "entity": met.entity if met else None,
            "listed_name": met.name if met else None,
            "list": met.source if met else None,
            "programmes": "; ".join(met.programmes) if met else None,
            "listed_on": met.listed_on if met else None,
            "provisions": "; ".join(p.id for p in finding.provisions),
            "source": origin.source if origin else None,
            "source_version": origin.version if origin else None,
            "verified": finding.verified,
            "basis": finding.basis,
            "finding_id": finding.id,
        }
    for gap in decision.not_checked:
        yield head | {"kind": "not_checked", "path": gap.path, "summary": gap.why}
    if not decision.findings and not decision.not_checked:
        yield head


def render_csv(decisions: Iterable[Decision]) -> str:
    """CSV text with a header; cells that a spreadsheet would take for a formula get a quote."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for decision in decisions:
        writer.writerows(
            {k: _safe_cell(v) for k, v in row.items()} for row in decision_rows(decision)
        )
    return out.getvalue()


def _safe_cell(value: object) -> object:
    """A name may begin with `=`; a spreadsheet must not run it.

    >>> _safe_cell("=HYPERLINK(1)"), _safe_cell("Acme"), _safe_cell(-1)
    ("'=HYPERLINK(1)", 'Acme', -1)
    """
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return "'" + value
    return value
