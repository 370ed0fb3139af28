"""A decision in full: every reason with its proof, and every question with how to answer it."""

from __future__ import annotations

from collections.abc import Iterator

from vigil.model.decision import Decision, Outcome
from vigil.model.finding import Strength
from vigil.model.provision import Basis
from vigil.model.question import Question
from vigil.names.features import sentence_to_read
from vigil.report.prose import OPENING
from vigil.report.reasons import Reason, reasons

HEADING = {
    Strength.STOP: "What stops it",
    Strength.REVIEW: "What a person has to look at",
    Strength.NOTE: "What is good to know",
}


def explain(decision: Decision) -> str:
    """The decision told in plain text, nothing left out."""
    return "\n".join(_lines(decision)) + "\n"


def _lines(decision: Decision) -> Iterator[str]:
    yield f"{decision.order_id}: {decision.outcome} on {decision.on}"
    yield OPENING[decision.outcome]
    found = reasons(decision)
    for strength, heading in HEADING.items():
        told = [r for r in found if r.first.strength is strength]
        if told:
            yield ""
            yield f"{heading}:"
            for reason in told:
                yield from _reason(reason)
    yield from _nearby(decision)
    yield from _way_to_clear(decision)
    yield from _questions(decision)


def _reason(reason: Reason) -> Iterator[str]:
    finding = reason.first
    yield f"- {finding.summary}"
    yield f"    at: {', '.join(reason.paths)}"
    if reason.entries:
        yield f"    also met: {', '.join(reason.entries)}"
    if finding.grounds:
        yield f"    grounds: {', '.join(finding.grounds)}"
    for feature in finding.features:
        yield f"    {feature.name} {feature.score:.2f}: {feature.detail}"
        sentence = sentence_to_read(feature.name)
        if sentence:
            yield f"      {sentence}"
    for cited in finding.provisions:
        window = f"{cited.in_force_from or 'long before'} to {cited.in_force_to or 'no end known'}"
        marks = [] if cited.binding else ["guidance"]
        marks += ["contested"] if cited.contested else []
        marks += ["open"] if cited.is_open else []
        marks += [] if cited.verified else ["not verified"]
        yield f"    law: {cited.title} ({window}{''.join(', ' + m for m in marks)})"
        if cited.because:
            yield f"      applies: {cited.because}"
        if cited.other_reading:
            yield f"      read otherwise by {cited.other_reading}"
    if finding.provenance:
        source = finding.provenance
        known = "" if finding.verified else "; not verified"
        basis = f"; {finding.basis.replace('_', ' ')}" if finding.basis else ""
        address = f"; {source.url}" if source.url else ""
        yield f"    source: {source.source} of {source.version}{basis}{known}{address}"


def _questions(decision: Decision) -> Iterator[str]:
    """What is left to ask, and how to answer it."""
    if not decision.questions:
        return
    yield ""
    yield "Only a person can answer these published red flags, the heaviest first:"
    for asked in decision.questions:
        yield f'- "{asked.field}" ({asked.weight}{_doubt(asked)})'
        for flag, statement in zip(asked.flags, asked.statements, strict=True):
            yield f"    {flag}: {statement}"
        if asked.instead:
            yield f"    or give {', '.join(asked.instead)}"
    field = decision.questions[0].field
    yield f'Answer in the order: "answers": {{"{field}": false}} when it does not hold, true when'
    yield "it does, or the ids of those that do. An open question keeps no order from being clear."


def _doubt(asked: Question) -> str:
    unread = "read only from memory" if asked.basis is Basis.MEMORY else "not verified"
    return "" if asked.verified else f", {unread}"


def _nearby(decision: Decision) -> Iterator[str]:
    """Law that was not in force on the day and is close to it."""
    if decision.law_nearby:
        yield ""
        yield "Law close to this day, not in force on it:"
        yield from (f"- {near.title} {near.sentence}." for near in decision.law_nearby)


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
    for reason in reasons(decision):
        if reason.first.strength is Strength.REVIEW:
            told = reason.first.summary.rstrip(".")
            yield f"- answer {', '.join(reason.ids)}: {told}"
    for gap in decision.not_checked:
        yield f"- supply or correct {gap.path}"
