"""A screening as the ledger keeps it: what came in, what was found, in which world. No floats.

Every screening is kept, those with nothing found too.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date
from typing import Any

import msgspec

from vigil.case.events import FoundThen
from vigil.model.canonical_json import canonical_json
from vigil.model.decision import Decision
from vigil.model.finding import Finding
from vigil.model.order import Order
from vigil.names.explanation import DIGITS


class Screening(msgspec.Struct, frozen=True, kw_only=True):
    """One order's answer with what it rests on.

    `received` is the input as it came, `normalised` the order as it was understood: canonical JSON,
    floats as text (`order_of` reads it). An order that was changed has another
    `normalised_sha256`.
    """

    order: str
    on: date
    outcome: str
    world: str
    vigil: str
    received: str
    received_sha256: str
    normalised: str
    normalised_sha256: str
    findings: tuple[FoundThen, ...]
    not_checked: tuple[tuple[str, str], ...]  # path, why
    questions: tuple[str, ...] = ()  # fields of `answers` that only a person can fill


def screened(
    decision: Decision, order: Order, received: str, records: Mapping[str, str] | None = None
) -> Screening:
    """A decision as it is kept.

    Args:
        decision: on this order.
        order: as it was understood.
        received: the text that it was read from; of a table, its rows.
        records: sha256 of the listed record by entity id, of those that findings name.
    """
    text = normalised(order)
    return Screening(
        order=decision.order_id,
        on=decision.on,
        outcome=decision.outcome.value,
        world=decision.world.id,
        vigil=decision.vigil,
        received=received,
        received_sha256=_sha256(received),
        normalised=text,
        normalised_sha256=_sha256(text),
        findings=tuple(found_then(finding, records or {}) for finding in decision.findings),
        not_checked=tuple((gap.path, gap.why) for gap in decision.not_checked),
        questions=tuple(dict.fromkeys(question.field for question in decision.questions)),
    )


def found_then(finding: Finding, records: Mapping[str, str]) -> FoundThen:
    """A finding as cases keep it: the score in ten-thousandths, the listed record by its hash."""
    entity = finding.matched.entity if finding.matched else None
    return FoundThen(
        id=finding.id,
        kind=finding.kind.value,
        strength=finding.strength.value if finding.strength else "review",  # unweighed asks, too
        path=finding.path,
        value=finding.value,
        summary=finding.summary,
        entity=entity,
        record=records.get(entity) if entity else None,
        score=None if finding.score is None else round(finding.score * DIGITS),
    )


def normalised(order: Order) -> str:
    """An order as canonical JSON: what is not known is left out, floats are text.

    A float among the `answers`, where a text may stand too, is a list of its text.
    """
    plain = _plain(msgspec.to_builtins(order))
    plain["answers"] = {
        field: [repr(value)] if isinstance(value, float) else value
        for field, value in order.answers.items()
    }
    return canonical_json(plain).decode()


def order_of(text: str) -> Order:
    """The order that `normalised` wrote."""
    plain = msgspec.json.decode(text)
    plain["answers"] = {
        field: float(value[0]) if isinstance(value, list) else value
        for field, value in plain["answers"].items()
    }
    return msgspec.convert(plain, Order, strict=False)


def _plain(value: Any) -> Any:
    if isinstance(value, float):
        return repr(value)
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items() if item is not None}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
