"""Writes docs/outcomes.md, the strength table on one page, from the table that decides."""

from __future__ import annotations

from pathlib import Path

from vigil.decide import OF_THE_ORDER, STRENGTHS, Row
from vigil.model.finding import Ground

PAGE = Path(__file__).resolve().parents[1] / "docs" / "outcomes.md"
HEAD = """# Outcomes

Made by `python tools/outcomes.py` from `STRENGTHS` in `vigil/decide.py`, which alone decides.

A screen reports findings with *grounds*: circumstances from a closed set, never a strength. For
each finding the first row of its kind counts whose *needs* are all among its grounds and whose
*unless* are not. The strongest finding is the outcome: `stop`, else `review`; else `incomplete`
when anything was not checked or is missing; else `clear`. Grounds marked * look at the whole
order: another finding makes them true. Guidance (`binding: false`) alone never stops: such a stop
becomes a review.
"""
COLUMNS = "| strength | because | needs | unless |\n|---|---|---|---|"


def page() -> str:
    """The page as text."""
    sections = [HEAD]
    for kinds in dict.fromkeys(row.kinds for row in STRENGTHS):
        rows = [_line(row) for row in STRENGTHS if row.kinds == kinds]
        title = ", ".join(kind.value for kind in kinds)
        sections.append("\n".join((f"## {title}\n", COLUMNS, *rows)) + "\n")
    return "\n".join(sections)


def _line(row: Row) -> str:
    cells = (row.strength.value, row.because, _grounds(row.needs), _grounds(row.unless))
    return f"| {' | '.join(cells)} |"


def _grounds(grounds: frozenset[Ground]) -> str:
    named = (f"{g.value}{'*' if g in OF_THE_ORDER else ''}" for g in Ground if g in grounds)
    return ", ".join(named)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
