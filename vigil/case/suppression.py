"""A decision with its accepted matches: notes that name the acceptance, the outcome weighed anew.

Nothing is left out: an accepted finding stays where it was, with its grounds, score and features.
What other findings took from it ("to a party with another review finding") is weighed anew, too;
a red flag that only says again that somebody looks listed, of matches that are all accepted, is a
note as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

import msgspec

from vigil.case.acceptance import Acceptance, why_ended
from vigil.case.binding import Binding
from vigil.decide import outcome_of, weigh_anew
from vigil.model.decision import Decision
from vigil.model.finding import Finding, FindingKind, Ground, Strength

MATCH_AGAIN = frozenset({"looks_listed", "convicted_before", "military_tie"})  # of indicators
AcceptancesOf = Callable[[str], Iterable[Acceptance]]  # by the sha256 of the input


def with_acceptances(
    decision: Decision,
    bound: Iterable[tuple[Finding, Binding]],
    acceptances_of: AcceptancesOf,
    today: date,
) -> Decision:
    """The decision when the acceptances that stand are counted.

    Args:
        decision: as screened.
        bound: its findings that may be accepted, as `vigil.case.binding.bindings` gives them.
        acceptances_of: those of an input, whether they stand or not.
        today: the day of screening, of the clock; a later day of the decision counts instead.

    Returns:
        The same decision where none stands.
    """
    day = max(today, decision.on)
    accepted = {}
    for finding, binding in bound:
        for acceptance in acceptances_of(binding.input):
            if why_ended(acceptance, finding, binding, day) is None:
                accepted[finding.id] = _noted(finding, acceptance)
                break
    if not accepted:
        return decision
    accepted |= _flags_of(decision, accepted)
    findings = weigh_anew(accepted.get(found.id, found) for found in decision.findings)
    return msgspec.structs.replace(
        decision,
        findings=tuple(findings),
        outcome=outcome_of(findings, decision.not_checked),
    )


def _flags_of(decision: Decision, accepted: Mapping[str, Finding]) -> dict[str, Finding]:
    """Red flags that rest on accepted matches alone: no other entry is met at their place."""
    left = {
        found.path
        for found in decision.findings
        if found.matched is not None
        and found.id not in accepted
        and found.strength is not Strength.NOTE
    }
    places = {found.path for found in accepted.values()} - left
    return {
        flag.id: _with_ground(flag, "Rests only on matches that are accepted as somebody else.")
        for flag in decision.findings
        if flag.kind is FindingKind.RED_FLAG and flag.subject in MATCH_AGAIN and flag.path in places
    }


def _noted(finding: Finding, acceptance: Acceptance) -> Finding:
    said, second = acceptance.proposed, acceptance.approved
    told = (
        f"Accepted as somebody else ({acceptance.id}) by {said.by} and "
        f"{second.by if second else ''}, until {said.last_day}: {said.reason}"
    )
    return _with_ground(finding, told)


def _with_ground(finding: Finding, told: str) -> Finding:
    grounds = {*finding.grounds, Ground.ACCEPTED}
    return msgspec.structs.replace(
        finding,
        grounds=tuple(ground for ground in Ground if ground in grounds),
        summary=f"{finding.summary} {told}",
    )
