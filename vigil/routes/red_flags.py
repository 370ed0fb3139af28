"""Red flags: what was observed in the order, or answered by a person, as findings."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from vigil.model.finding import Finding, Provenance, Screening
from vigil.routes.answers import affirmed, answers_not_understood
from vigil.routes.catalogue import RouteCatalogue
from vigil.routes.combinations import screen_combinations
from vigil.routes.flag_book import FlagsOfDay
from vigil.routes.indicators import INDICATORS, Behaviour, Indicator, Observation
from vigil.routes.knowledge import knowledge_of
from vigil.routes.questions import MOST_STATES, moot_bits, questions_of
from vigil.routes.red_flag import RedFlag

Plan = tuple[tuple[Indicator, Finding], ...]


def answer_fields(routes: RouteCatalogue) -> frozenset[str]:
    """The keys that an order's `answers` may hold: every data field of every red flag."""
    return routes.flag_book.fields


def screen_red_flags(behaviour: Behaviour, provenance: Provenance) -> Screening:
    """One finding for each indicator and path of the order where it fires, and what is left to ask.

    Args:
        behaviour: the order with all that an indicator may look at.
        provenance: of the catalogue, for the findings to cite.
    """
    order = behaviour.order
    flags = behaviour.routes.flag_book.on(behaviour.deal.on)
    knowledge = knowledge_of(behaviour)
    findings = _observed(behaviour, _tried(flags, knowledge.some, provenance))
    gaps = []
    if order.answers:
        findings += _answered(behaviour, flags, provenance)
        gaps = answers_not_understood(order.answers, flags)
    findings += screen_combinations(behaviour, findings, provenance)
    every = knowledge.every | moot_bits(behaviour, knowledge.every)
    asked = questions_of(order, every, (f.subject for f in findings), flags)
    return Screening(tuple(findings), tuple(gaps), questions=asked)


def _tried(flags: FlagsOfDay, given: int, provenance: Provenance) -> Plan:
    """The indicators that an order can show by what it gives, each with its finding to be."""
    held = flags.plans.get((given, provenance))
    if held is None:
        if len(flags.plans) >= MOST_STATES:
            flags.plans.clear()
        signs = {indicator: INDICATORS[indicator] for indicator in flags.by_indicator}
        held = flags.plans[given, provenance] = tuple(
            (sign.observe, flags.told(indicator, flags.by_indicator[indicator], provenance))
            for indicator, sign in signs.items()
            if not (sign.needs | sign.only) & ~given
        )
    return held


def _observed(behaviour: Behaviour, tried: Plan) -> list[Finding]:
    """What the indicators see; what is said twice of one company or place is one circumstance."""
    findings = []
    for observe, told in tried:
        once: set[str] = set()
        for seen in observe(behaviour):
            if seen.detail not in once and seen.path not in once:
                once |= {seen.detail, seen.path}
                findings.append(_seen_at(seen, told))
    return findings


def _answered(behaviour: Behaviour, flags: FlagsOfDay, provenance: Provenance) -> list[Finding]:
    """What a person answered with yes: the circumstance of the flag holds.

    Flags that an order can show stand under their indicator, so that one circumstance is not
    counted twice; those that only a person can tell stand under the question.
    """
    by_subject: dict[tuple[str, str], list[RedFlag]] = {}
    for field, flag in affirmed(behaviour.order.answers, flags):
        by_subject.setdefault((field, flag.indicator or f"answered:{field}"), []).append(flag)
    findings = []
    for (field, subject), held in by_subject.items():
        answer = str(behaviour.order.answers[field])
        seen = Observation(f"$.answers['{field}']", answer, _told_of(field, answer, held))
        findings.append(_seen_at(seen, flags.told(subject, held, provenance)))
    return findings


def _told_of(field: str, answer: str, held: Iterable[RedFlag]) -> str:
    named = [flag.id for flag in held if flag.id in answer.lower()]
    return f"'{field}' was answered with {', '.join(named) or 'yes'}"


def _seen_at(seen: Observation, told: Finding) -> Finding:
    summary = f"{seen.detail[0].upper()}{seen.detail[1:]}."
    return msgspec.structs.replace(told, path=seen.path, value=seen.value, summary=summary)
