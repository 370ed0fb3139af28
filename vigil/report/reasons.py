"""A decision's findings as a reader takes them: the same words told once, with every place."""

from __future__ import annotations

import msgspec

from vigil.model.decision import Decision
from vigil.model.finding import Finding, Screen


class Reason(msgspec.Struct):
    """Findings that a reader takes for one: the same words about several places of the order,
    or one name that met the entries of several lists.

    `paths` are all their places, `entries` the list entries besides the first's.
    """

    first: Finding
    paths: list[str]
    entries: list[str]
    ids: list[str]


def reasons(decision: Decision) -> list[Reason]:
    """The reasons in the order of the findings; what lists are loaded is told elsewhere."""
    by_words: dict[tuple[str, ...], Reason] = {}
    for finding in decision.findings:
        if finding.screen is Screen.WORLD:
            continue
        met = finding.matched
        told = "" if met else finding.summary
        key = (str(finding.strength), finding.kind, finding.value or "", told)
        reason = by_words.setdefault(key, Reason(finding, [], [], []))
        reason.ids.append(finding.id)
        if finding.path not in reason.paths:
            reason.paths.append(finding.path)
        first = reason.first.matched
        if met and first and met.entity not in (first.entity, *reason.entries):
            reason.entries.append(met.entity)
    return list(by_words.values())
