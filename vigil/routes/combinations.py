"""Signs that say little alone and much together, by a table written by hand and fitted to nothing.

A combination is our own judgement and says so; the flags it is made of keep their sources. Its
finding is as sure as the least sure of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vigil.model.finding import Feature, Finding, FindingKind, Ground, Provenance, Screen
from vigil.model.provision import Basis
from vigil.routes.indicators import CIRCUMSTANCES
from vigil.routes.observing import Behaviour
from vigil.routes.red_flag import Combination

EDITED = "edited_after_finding"  # what no other finding tells
OF_THE_PAST = frozenset({"first_order", EDITED})


def screen_combinations(
    seen: Behaviour, fired: Sequence[Finding], provenance: Provenance
) -> Iterator[Finding]:
    """A finding for each row of the table whose every part holds.

    Args:
        seen: the order with all that may be looked at.
        fired: the red flags that fired.
        provenance: of the catalogue.
    """
    by_subject = {finding.subject: finding for finding in reversed(fired)}
    circumstances: dict[str, Finding | None] = {}
    for row in seen.routes.combinations:
        if seen.past is None and not OF_THE_PAST.isdisjoint(row.parts):
            continue
        parts = []
        for name in row.parts:
            part = by_subject.get(name)
            if part is None and name in CIRCUMSTANCES:
                if name not in circumstances:
                    circumstances[name] = _circumstance(name, seen, provenance)
                part = circumstances[name]
            if part is None:
                break
            parts.append(part)
        else:
            yield _finding(row, parts, provenance)


def _circumstance(name: str, seen: Behaviour, provenance: Provenance) -> Finding | None:
    first = next(iter(CIRCUMSTANCES[name](seen)), None)
    if first is None:
        return None
    summary = f"{first.detail[0].upper()}{first.detail[1:]}."
    return Finding(
        Screen.ROUTES, FindingKind.RED_FLAG, first.path, name, summary, first.value,
        provenance=provenance,
    )  # fmt: skip


def _finding(row: Combination, parts: Sequence[Finding], provenance: Provenance) -> Finding:
    cited = dict.fromkeys(p for part in parts for p in (part.provenance, *part.other_provenance))
    sources = [p for p in cited if p is not None and p.url] or [provenance]
    bases = [part.basis for part in parts if part.basis is not None]
    return Finding(
        screen=Screen.ROUTES,
        kind=FindingKind.RED_FLAG,
        path=parts[0].path,
        subject=f"combination:{row.id}",
        summary=" ".join((row.statement, *(p.summary for p in parts if p.subject == EDITED))),
        value=parts[0].value,
        grounds=(Ground.COMBINATION,),
        features=tuple(Feature(part.subject, 1.0, part.summary) for part in parts),
        provenance=sources[0],
        other_provenance=tuple(sources[1:]),
        verified=all(part.verified for part in parts),
        basis=max(bases, key=tuple(Basis).index, default=None),
    )
