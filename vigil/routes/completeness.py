"""What an order must say before it can be clear: who buys, who receives, who uses.

One company may hold all three roles, but is then given in each.
"""

from __future__ import annotations

from collections.abc import Iterator

from vigil.model.finding import Finding, FindingKind, NotChecked, Screen
from vigil.model.order import Order, Role, parties_in
from vigil.model.placeholder import is_placeholder

NEEDED = {
    Role.BUYER: "buyer",
    Role.CONSIGNEE: "consignee (ship-to)",
    Role.END_USER: "end user",
}


def screen_completeness(order: Order) -> tuple[list[Finding], list[NotChecked]]:
    """A finding for each thing missing, each with its twin in what was not checked."""
    gaps = [gap for role in NEEDED for gap in _gaps(order, role)]
    findings = [
        Finding(
            screen=Screen.ORDER,
            kind=FindingKind.MISSING_INFORMATION,
            path=path,
            subject=subject,
            summary=sentence,
        )
        for path, subject, sentence in gaps
    ]
    return findings, [NotChecked(path, sentence) for path, _, sentence in gaps]


def _gaps(order: Order, role: Role) -> Iterator[tuple[str, str, str]]:
    """What is missing of one role: path, subject and a plain sentence."""
    title = NEEDED[role]
    parties = parties_in(order, role)
    if not parties:
        yield "$.parties", f"{role}.missing", f"The order does not say who the {title} is."
    for i, party in parties:
        if not party.name.strip():
            yield f"$.parties[{i}].name", f"{role}.name", f"The {title} has no name."
        elif is_placeholder(party.name):
            sentence = f"The {title} is not named: {party.name!r} is nobody's name."
            yield f"$.parties[{i}].name", f"{role}.name", sentence
        if not party.country:
            path = f"$.parties[{i}].country"
            yield path, f"{role}.country", f"The country of the {title} is not given."
