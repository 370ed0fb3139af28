"""A decision as short prose, and what would have to be answered for it to become clear."""

from __future__ import annotations

from collections.abc import Iterator

from vigil.model.decision import Decision, Outcome
from vigil.model.finding import Finding, Strength

OPENING = {
    Outcome.STOP: "Do not ship. At least one reason stops this order by itself.",
    Outcome.REVIEW: "A person has to look at this order before it ships.",
    Outcome.INCOMPLETE: "Nothing found stops this order, but it could not be checked in full.",
    Outcome.CLEAR: "Everything was checked and nothing was found that asks for a person.",
}
HEADING = {
    Strength.STOP: "What stops it",
    Strength.REVIEW: "What a person has to look at",
    Strength.NOTE: "What is good to know",
}


def explain(decision: Decision) -> str:
    """The decision told in paragraphs of plain text."""
    return "\n".join(_lines(decision)) + "\n"


def _lines(decision: Decision) -> Iterator[str]:
    yield f"{decision.order_id}: {decision.outcome} on {decision.on}"
    yield OPENING[decision.outcome]
    for strength, heading in HEADING.items():
        told = [f for f in decision.findings if f.strength is strength]
        if told:
            yield ""
            yield f"{heading}:"
            for finding in told:
                yield from _reason(finding)
    yield from _way_to_clear(decision)


def _reason(finding: Finding) -> Iterator[str]:
    yield f"- {finding.summary} [{finding.path}; {finding.id}]"
    for feature in finding.features:
        yield f"    {feature.name} {feature.score:.2f}: {feature.detail}"
    for cited in finding.provisions:
        window = f"{cited.in_force_from or 'long before'} to {cited.in_force_to or 'no end known'}"
        marks = [] if cited.binding else ["guidance"]
        marks += ["contested"] if cited.contested else []
        marks += [] if cited.verified else ["not verified"]
        yield f"    law: {cited.title} ({window}{''.join(', ' + m for m in marks)})"
    if finding.provenance:
        source = finding.provenance
        known = "" if finding.verified else "; not verified"
        basis = f"; {finding.basis.replace('_', ' ')}" if finding.basis else ""
        address = f"; {source.url}" if source.url else ""
        yield f"    source: {source.source} of {source.version}{basis}{known}{address}"


def _way_to_clear(decision: Decision) -> Iterator[str]:
    if decision.not_checked:
        yield ""
        yield "Not checked:"
        for gap in decision.not_checked:
            yield f"- {gap.why} [{gap.path}]"
    if decision.outcome is Outcome.CLEAR:
        return
    yield ""
    yield "For this order to become clear:"
    if decision.outcome is Outcome.STOP:
        yield "- it cannot: what stops it would have to be shown to be another party, place or good"
    for finding in decision.findings:
        if finding.strength is Strength.REVIEW:
            yield f"- answer {finding.id}: is it so, and if it is, why may the goods go?"
    for gap in decision.not_checked:
        yield f"- supply or correct {gap.path}"
