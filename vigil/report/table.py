"""A decision as a person reads it on a terminal of ordinary width."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console, ConsoleOptions, Group, RenderResult
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from vigil.model.decision import Decision, Outcome
from vigil.model.finding import FindingKind, Strength
from vigil.report.reasons import reasons

OUTCOME_STYLE = {
    Outcome.STOP: "bold white on red",
    Outcome.REVIEW: "bold black on yellow",
    Outcome.INCOMPLETE: "bold black on cyan",
    Outcome.CLEAR: "bold black on green",
}
STRENGTH_STYLE = {Strength.STOP: "red", Strength.REVIEW: "yellow", Strength.NOTE: "dim"}
NOT_CHECKED_STYLE = "cyan"


def render_decision(decision: Decision) -> Group:
    """One decision: its outcome, each reason with its place, and what was not checked."""
    head = Text.assemble(
        (f" {decision.outcome.upper()} ", OUTCOME_STYLE[decision.outcome]),
        f" {decision.order_id}",
        (f"  on {decision.on}", "dim"),
    )
    rows = Table.grid(padding=(0, 2))
    rows.add_column(no_wrap=True, min_width=11)
    rows.add_column(overflow="fold")
    for strength, style, where, text in _lines(decision):
        body = Text.assemble(text, (f"  {where}", "dim") if where else "")
        rows.add_row(Text(strength, style=style), body)
    return Group(head, Padding(rows, (0, 0, 1, 2)))


def _lines(decision: Decision) -> Iterator[tuple[str, str, str, str]]:
    for reason in reasons(decision):
        strength = reason.first.strength or Strength.NOTE
        also = f" Also met: {', '.join(reason.entries)}." if reason.entries else ""
        told = reason.first.summary + also
        yield strength, STRENGTH_STYLE[strength], ", ".join(reason.paths), told
    for near in decision.law_nearby:
        yield "law nearby", "dim", "", f"{near.title} {near.sentence}."
    told_of = {f.path for f in decision.findings if f.kind is FindingKind.MISSING_INFORMATION}
    for gap in decision.not_checked:
        if gap.path not in told_of:
            yield "not checked", NOT_CHECKED_STYLE, gap.path, gap.why + "."
    if decision.questions:
        number = len(decision.questions)
        what = "1 question" if number == 1 else f"{number} questions"
        told = f"{what} only a person can answer; `vigil explain --full` lists them."
        yield "open", "dim", "", told


class Summary:
    """The last lines of a run: how many of each outcome, and the lists with their age."""

    def __init__(self, decisions: Sequence[Decision]) -> None:
        self._decisions = decisions

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        counts = Counter(decision.outcome for decision in self._decisions)
        told = [f"{counts[outcome]} {outcome}" for outcome in Outcome if counts[outcome]]
        number = len(self._decisions)
        what = f"{number} order{'' if number == 1 else 's'}: "
        yield Text(what + ", ".join(told), style="bold")
        yield from _world_lines(self._decisions)


def _world_lines(decisions: Iterable[Decision]) -> Iterator[Text]:
    used = {decision.world.id: decision.world for decision in decisions}
    for world in used.values():
        lists = ", ".join(f"{s.id} of {s.version} ({s.entries:,} entries)" for s in world.sources)
        yield Text(f"world {world.id[:19]}… with {lists or 'no list of parties'}", style="dim")
    notes = {f.summary for d in decisions for f in d.findings if f.screen == "world"}
    for note in sorted(notes):
        yield Text(note)


def render_decisions(decisions: Sequence[Decision]) -> Group:
    """All decisions in the order of input, the totals last."""
    return Group(*(render_decision(decision) for decision in decisions), Summary(decisions))
