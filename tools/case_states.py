"""Draws the states and steps of a case into docs/methods/cases.md, from the table that decides."""

from __future__ import annotations

from pathlib import Path

from vigil.case.states import ANY, TABLE, State, Step, Way

PAGE = Path(__file__).resolve().parents[1] / "docs/methods/cases.md"
BEGIN, END = "<!-- made by tools/case_states.py -->", "<!-- end -->"
BY_POLICY = (Step.DECIDE, State.CLOSED)  # where no second person is needed


def drawn() -> str:
    """The diagram of the steps that move a case, and a table of all steps."""
    return f"```mermaid\n{_diagram()}\n```\n\n{_table()}"


def page(text: str) -> str:
    """The page with the drawing in its place."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{drawn()}\n{END}{after}"


def _diagram() -> str:
    """Arrows between states; several steps between two states share one."""
    arrows: dict[tuple[State, State], list[str]] = {}
    for way in TABLE:
        for state in State:
            if way.to is not None and state in way.states and way.to is not state:
                arrows.setdefault((state, way.to), []).append(_word(way.step))
                if way.step is BY_POLICY[0]:
                    only = f"{_word(way.step)} (one person)"
                    arrows.setdefault((state, BY_POLICY[1]), []).append(only)
    lines = ["stateDiagram-v2", f"    [*] --> {State.OPEN}"]
    lines += [f"    {a} --> {b}: {', '.join(steps)}" for (a, b), steps in arrows.items()]
    return "\n".join(lines)


def _table() -> str:
    rows = ["| step | from | to |", "|---|---|---|"]
    rows += [f"| {_word(way.step)} | {_from(way)} | {way.to or 'as it is'} |" for way in TABLE]
    return "\n".join(rows)


def _from(way: Way) -> str:
    if way.states == ANY:
        return "any"
    return ", ".join(state for state in State if state in way.states)


def _word(step: Step) -> str:
    return step.value.replace("_", "-")


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
