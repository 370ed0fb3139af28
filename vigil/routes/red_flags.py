"""Red flags: what was observed in the order, or answered by a person, as findings.

Flags that publish the same circumstance are one finding with a feature each, because three
notices that print one sign are still one sign.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from vigil.model.finding import (
    Feature,
    Finding,
    FindingKind,
    Ground,
    NotChecked,
    Provenance,
    Screen,
)
from vigil.model.order import Order
from vigil.model.provision import Basis
from vigil.routes.catalogue import RedFlag, RouteCatalogue, Weight
from vigil.routes.indicators import ABSENCE_FIELDS, INDICATORS, Behaviour, Observation

WEIGHTS = {
    Weight.STOP: Ground.WEIGHT_HIGH,  # lists and places do the stopping
    Weight.HIGH: Ground.WEIGHT_HIGH,
    Weight.MEDIUM: Ground.WEIGHT_MEDIUM,
    Weight.LOW: Ground.WEIGHT_LOW,
}
STRONGEST_FIRST = (Weight.STOP, Weight.HIGH, Weight.MEDIUM, Weight.LOW)
YES = ("yes", "true", "y", "1")
NO = ("no", "false", "n", "0", "")


def answer_fields(routes: RouteCatalogue) -> frozenset[str]:
    """The keys that an order's `answers` may hold: every data field of every red flag."""
    return frozenset(field for flag in routes.red_flags for field in flag.fields)


def screen_red_flags(behaviour: Behaviour, provenance: Provenance) -> list[Finding]:
    """One finding for each indicator and path of the order where it fires."""
    in_force = behaviour.routes.flags_on(behaviour.deal.on)
    findings = []
    for indicator, observe in INDICATORS.items():
        published = in_force.by_indicator.get(indicator)
        if published:
            # what is said of a company in two roles is one circumstance
            told = {seen.detail: seen for seen in reversed(tuple(observe(behaviour)))}
            for seen in reversed(told.values()):
                findings.append(_finding(indicator, seen, published, provenance))
    return findings + _answered(behaviour, in_force.flags, provenance)


def _answered(
    behaviour: Behaviour, flags: Iterable[RedFlag], provenance: Provenance
) -> list[Finding]:
    """What a person answered with yes: the circumstance of the flag holds."""
    findings = []
    for field, answer in sorted(behaviour.deal.order.answers.items()):
        if field not in ABSENCE_FIELDS and is_yes(answer):
            seen = Observation(
                f"$.answers['{field}']", str(answer), f"'{field}' was answered with yes"
            )
            for subject, asked in _asked_by(field, flags).items():
                findings.append(_finding(subject, seen, asked, provenance))
    return findings


def _asked_by(field: str, flags: Iterable[RedFlag]) -> dict[str, list[RedFlag]]:
    """The flags that a yes to this field fires, by the subject of their finding.

    Flags that only a person can answer, together; where there are none, those that the order's
    fields answer, under their indicator, so that one circumstance is not counted twice.
    """
    about = [flag for flag in flags if field in flag.fields]
    asked = [flag for flag in about if flag.indicator is None]
    if asked:
        return {f"answered:{field}": asked}
    by_indicator: dict[str, list[RedFlag]] = {}
    for flag in about:
        by_indicator.setdefault(flag.indicator or "", []).append(flag)
    return by_indicator


def is_yes(answer: bool | str | float | None) -> bool:
    """Does the answer say that the circumstance holds?

    >>> is_yes(True), is_yes("Yes"), is_yes(""), is_yes(None), is_yes("no")
    (True, True, False, False, False)
    """
    if isinstance(answer, str):
        return answer.strip().lower() in YES
    return answer is True or (isinstance(answer, (int, float)) and answer == 1)


def answers_not_understood(order: Order) -> list[NotChecked]:
    """Answers that are neither yes nor no; where a paper is asked for, any text describes it."""
    why = "the answer must be true (the circumstance holds) or false (it does not)"
    return [
        NotChecked(f"$.answers['{field}']", f"{why}, got {answer!r}")
        for field, answer in sorted(order.answers.items())
        if field not in ABSENCE_FIELDS and not (is_yes(answer) or is_no(answer))
    ]


def is_no(answer: bool | str | float | None) -> bool:
    """Does the answer say that the circumstance does not hold, or that it is not known?

    >>> is_no(False), is_no("No"), is_no(""), is_no("declined"), is_no(2)
    (True, True, True, False, False)
    """
    if isinstance(answer, str):
        return answer.strip().lower() in NO
    return answer is None or answer == 0


def _finding(
    indicator: str, seen: Observation, published: list[RedFlag], provenance: Provenance
) -> Finding:
    ordered = sorted(published, key=_place_in_order)
    best = ordered[0]
    read = [flag for flag in ordered if not _from_memory(flag)]
    strongest = min(read or ordered, key=lambda flag: STRONGEST_FIRST.index(flag.weight))
    doubt = () if read else (Ground.FROM_MEMORY,)
    cited = [_provenance(flag, provenance) for flag in ordered]
    return Finding(
        screen=Screen.ROUTES,
        kind=FindingKind.RED_FLAG,
        path=seen.path,
        subject=indicator,
        summary=f"{seen.detail[0].upper()}{seen.detail[1:]}.",
        value=seen.value,
        grounds=(WEIGHTS[strongest.weight], *doubt),
        features=tuple(Feature(flag.id, 1.0, _detail(flag)) for flag in ordered),
        provenance=cited[0],
        other_provenance=tuple(dict.fromkeys(p for p in cited[1:] if p != cited[0])),
        verified=best.verified,
        basis=best.basis,
    )


def _from_memory(flag: RedFlag) -> bool:
    return not flag.verified or flag.basis is Basis.MEMORY


def _place_in_order(flag: RedFlag) -> tuple[bool, int, int, str]:
    """Read flags first, then the heaviest, then the nearest to the authority."""
    weight = STRONGEST_FIRST.index(flag.weight)
    return (_from_memory(flag), weight, tuple(Basis).index(flag.basis), flag.id)


def _detail(flag: RedFlag) -> str:
    return f"{flag.statement} ({flag.source_title}, {flag.source_date or 'no date'})"


def _provenance(flag: RedFlag, provenance: Provenance) -> Provenance:
    return msgspec.structs.replace(provenance, url=flag.source or provenance.url)
