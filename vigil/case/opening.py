"""When a screening makes a case, and what it adds to the case of an order screened before."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from vigil.case.events import SYSTEM, Opened, Rescreened
from vigil.case.policy import CasePolicy
from vigil.case.screening import Screening

MS_A_DAY = 86_400_000


def needs_case(screening: Screening, policy: CasePolicy) -> bool:
    """Must a person look at it? What is not clear and not known is looked at, too."""
    return screening.outcome not in ("clear", *policy.no_case_on)


def opened(
    screening: Screening, number: int, *, case: str, at: int, policy: CasePolicy
) -> Opened | None:
    """The case of a screening that a person must look at; None where nobody must.

    Args:
        screening: what was found.
        number: the ledger's number of it.
        case: the id that the case is to have.
        at: milliseconds since 1970, UTC; it is due `policy.due_days` after that day.
        policy: says which outcomes make cases.
    """
    if not needs_case(screening, policy):
        return None
    today = datetime.fromtimestamp(at // 1000, UTC).date()
    return Opened(
        case=case,
        by=SYSTEM,
        at=at,
        order=screening.order,
        screening=number,
        on=screening.on,
        outcome=screening.outcome,
        world=screening.world,
        vigil=screening.vigil,
        findings=screening.findings,
        not_checked=screening.not_checked,
        questions=screening.questions,
        due=today + timedelta(days=policy.due_days),
    )


def rescreened(screening: Screening, number: int, *, case: str, at: int, why: str) -> Rescreened:
    """What the case of an order learns when the order is screened again, unchanged."""
    return Rescreened(
        case=case,
        by=SYSTEM,
        at=at,
        screening=number,
        on=screening.on,
        outcome=screening.outcome,
        world=screening.world,
        vigil=screening.vigil,
        findings=screening.findings,
        not_checked=screening.not_checked,
        why=why,
    )
