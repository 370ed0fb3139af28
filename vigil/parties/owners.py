"""Listed owners of a party: together they hold half or more, or they do not.

Source: OFAC's guidance of 13 August 2014 on entities owned by blocked persons (50 per cent, shares
of several blocked persons added up).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from vigil.model.deal import HALF_PERCENT
from vigil.model.finding import Finding, Ground
from vigil.parties.grounds import would_stop
from vigil.parties.subjects import Subject


def with_shares(
    by_subject: Sequence[tuple[Subject, Sequence[Finding]]],
) -> list[Finding]:
    """The findings of owners, with `HALF_OR_MORE` where the listed owners hold that much.

    Only owners whose own match would stop an order count, each once, whatever number of
    entries it met; an unknown share counts nothing.
    """
    certain = {
        subject.path: subject
        for subject, findings in by_subject
        if any(would_stop(finding.grounds) for finding in findings)
    }
    together = listed_shares(certain.values())
    return [
        _half_or_more(finding, together[subject.owner_of])
        if subject.path in certain
        and would_stop(finding.grounds)
        and subject.owner_of is not None
        and together[subject.owner_of] >= HALF_PERCENT
        else finding
        for subject, findings in by_subject
        for finding in findings
    ]


def listed_shares(owners: Iterable[Subject]) -> Mapping[int, float]:
    """The shares of owners added up for each party (0-based), in per cent."""
    shares: dict[int, list[float]] = {}
    for owner in owners:
        if owner.owner_of is not None:
            shares.setdefault(owner.owner_of, []).append(owner.share_percent or 0.0)
    # Hundredths of a per cent as whole numbers: three shares of a sixth must not depend on order.
    return {party: sum(round(s * 100) for s in held) / 100 for party, held in shares.items()}


def _half_or_more(finding: Finding, together: float) -> Finding:
    said = f" Listed owners together hold {together:g} per cent of the party."
    grounds = (*finding.grounds, Ground.HALF_OR_MORE)
    return msgspec.structs.replace(finding, grounds=grounds, summary=finding.summary + said)
