"""What a world can prove on a day: absence from a list counts only while the list answers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from vigil.model.finding import Finding, FindingKind, NotChecked, Screen, Screening
from vigil.model.policy import Policy
from vigil.model.source import SourceSnapshot


def age_days(source: SourceSnapshot, on: date) -> int:
    """Days from the list's own day to the day asked; 0 when the list is of a later day."""
    return max(0, (on - source.version).days)


def screen_coverage(sources: Sequence[SourceSnapshot], policy: Policy, on: date) -> Screening:
    """Which lists are missing, too young or too old to prove an absence on the day."""
    doubts = [
        doubt for source in sources if (doubt := why_absence_proves_nothing(source, policy, on))
    ]
    loaded = {source.id for source in sources}
    missing = [required for required in policy.require_sources if required not in loaded]
    doubts += [f"the source {name} is required and not loaded" for name in missing]
    problems = [_problem(name, f"The required source {name} is not loaded.") for name in missing]
    if not any(source.official for source in sources):
        problems.append(_none_official(sources))
        if not sources:
            doubts.append("no list of parties is loaded")
    return Screening(
        findings=tuple(problems),
        not_checked=tuple(NotChecked("$.date", doubt) for doubt in doubts),
    )


def why_absence_proves_nothing(source: SourceSnapshot, policy: Policy, on: date) -> str | None:
    """Why absence from the source says nothing on the day, or None when it does."""
    first = source.answers_from or source.version
    if on < first:
        return f"{source.id} answers from {first}; absence from it proves nothing on {on}"
    last = source.version + timedelta(days=policy.max_list_age_days)
    if on > last:
        why = f"; {source.held_back}" if source.held_back else ""
        return (
            f"{source.id} is of {source.version}, {age_days(source, on)} days before {on}; "
            f"more than {policy.max_list_age_days} days old, its silence proves nothing{why}"
        )
    return None


def _none_official(sources: Sequence[SourceSnapshot]) -> Finding:
    parties = sum(source.entries for source in sources)
    only_shipped = all(source.id == "vigil_uav" for source in sources)
    of = "of the drone trade" if only_shipped else "of lists that no authority keeps"
    return _problem(
        "no_official_list",
        f"{parties} parties {of} were searched; no official list is loaded.",
    )


def _problem(subject: str, summary: str) -> Finding:
    return Finding(
        screen=Screen.WORLD,
        kind=FindingKind.SOURCE_PROBLEM,
        path="$",
        subject=subject,
        summary=summary,
    )
