"""Who gives what to whom, and where two sides turn it round or tell another degree of it.

A flow is read from simple syntax: active and passive, “from X to Y”, “X’s transfer of drones to
Y”, “supplied Y with drones”, “Y was sent drones by X”. Flows compare by the state or name of the
giver and of the receiver; what is given must share a word where both sides name it. Other verbs
with somebody on both sides (“X attacked Y”) are compared by their order.
"""

from __future__ import annotations

from collections.abc import Iterator

from vigil.evidence.contrasts.acts import acts_turned, agents_turned
from vigil.evidence.contrasts.difference import Difference, difference
from vigil.evidence.contrasts.exchanges import exchanged, places_changed
from vigil.evidence.contrasts.flows import Flow, flows
from vigil.evidence.contrasts.side import Alignment, Side


def find(sides: tuple[Side, Side], aligned: Alignment) -> Iterator[Difference]:  # noqa: ARG001
    """Flows turned round, or told in another degree; other acts turned round."""
    left, right = (s.read(flows) for s in sides)
    scored = []
    for i, a in enumerate(left):
        for j, b in enumerate(right):
            verdict = _verdict(a, b)
            if verdict:
                order = ("same", "degree", "turned").index(verdict)
                scored.append((order, -len(a.theme & b.theme), i, j, verdict))
    taken_left: set[int] = set()
    taken_right: set[int] = set()
    for _, _, i, j, verdict in sorted(scored):
        if i in taken_left or j in taken_right:
            continue
        taken_left.add(i)
        taken_right.add(j)
        a, b = left[i], right[j]
        spans = (sides, (a.first, a.last), (b.first, b.last))
        if verdict == "turned":
            yield difference(
                "direction",
                *spans,
                "who gives and who receives is turned round: {left} against {right}",
                3,
            )
        elif verdict == "degree":
            note = "asked for, offered or done is not the same: {left} against {right}"
            yield difference("direction", *spans, note, 2)
    if not taken_left:
        turned = list(acts_turned(sides))
        turned = turned or list(agents_turned(sides))
        turned = turned or list(places_changed(sides))
        yield from turned or exchanged(sides)
        yield from agents_turned(sides)


def _verdict(a: Flow, b: Flow) -> str:
    theme = not a.theme or not b.theme or bool(a.theme & b.theme)
    agrees = sum(x == y != "" for x, y in ((a.giver, b.giver), (a.receiver, b.receiver)))
    against = any(x and y and x != y for x, y in ((a.giver, b.giver), (a.receiver, b.receiver)))
    if agrees and not against and theme:
        planned = {a.degree, b.degree} == {"planned", "done"}  # a difference of tense
        return "same" if planned or a.degree == b.degree else "degree"
    crossed = sum(x == y != "" for x, y in ((a.giver, b.receiver), (a.receiver, b.giver)))
    if (
        crossed
        and not agrees
        and theme
        and (crossed == 2 or not (a.giver and a.receiver and b.giver and b.receiver))
    ):
        return "turned"
    return ""
