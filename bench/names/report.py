"""What the bench prints: sections with tables for the terminal, the same as JSON."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from bench.names.measure import Alerted, Compared, Rate, Searched, SweepLine, Verdicts


class Table(msgspec.Struct, frozen=True):
    """Rows under a header; every cell is text."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Wrong(msgspec.Struct, frozen=True):
    """An answer that is not the expected one; `means` is what should (or should not) meet."""

    set: str
    what: str
    text: str
    means: str
    score: float


class Section(msgspec.Struct, frozen=True):
    """One set measured: its digest, its figures, tables for the eye, and what is wrong."""

    set: str
    digest: str
    count: int
    seconds: float
    figures: dict[str, float]
    tables: tuple[Table, ...] = ()
    wrong: tuple[Wrong, ...] = ()
    refused: int = 0


def rates_table(title: str, rates: Mapping[str, Rate]) -> Table:
    """A rate a row, the lowest first, with the interval that its size allows."""
    ordered = sorted(rates.items(), key=lambda item: (item[1].share, item[0]))
    rows = tuple((name, *_rate_cells(rate)) for name, rate in ordered)
    return Table(title, ("group", "rate", "95 %", "of"), rows)


def _rate_cells(rate: Rate) -> tuple[str, str, str]:
    low, high = rate.interval()
    return percent(rate.share), f"{percent(low)}–{percent(high)}", f"{rate.hits}/{rate.count}"


def ofac_table(beside: Iterable[tuple[Compared, int]]) -> Table:
    """A row a pair: what OFAC's search gave, what its description gives, and our score."""
    rows = tuple(
        (
            answer.pair.left["name"][0],
            answer.pair.right["name"][0],
            "not shown" if (answer.pair.expected or 0.0) < 0 else f"{answer.pair.expected:.2f}",
            f"{near / 100:.2f}",
            f"{answer.score:.2f}",
        )
        for answer, near in beside
    )
    return Table("scores", ("asked", "listed", "OFAC", "as described", "ours"), rows)


def sweep_table(lines: Iterable[SweepLine]) -> Table:
    """Found against alerted, a threshold a row."""
    rows = tuple(
        (f"{line.threshold:.2f}", percent(line.found.share), percent(line.alerted.share, 2))
        for line in lines
    )
    return Table("threshold sweep", ("threshold", "found", "alerted"), rows)


def verdict_figures(verdicts: Verdicts) -> dict[str, float]:
    """A verdict's figures by name."""
    return {
        "precision": verdicts.precision,
        "recall": verdicts.recall,
        "f1": verdicts.f1,
        "false_matches": verdicts.false_matches,
        "missed": verdicts.missed,
    }


def rate_figures(name: str, rate: Rate) -> dict[str, float]:
    """A rate and its interval, by name."""
    low, high = rate.interval()
    return {name: rate.share, f"{name}_low": low, f"{name}_high": high}


def wrong_searches(name: str, answers: Iterable[Searched]) -> tuple[Wrong, ...]:
    """Queries whose entity was not found, or was and should not have been."""
    return tuple(
        Wrong(name, a.query.manipulation, a.query.text, f"{a.query.listed} [{a.query.entity}]",
              a.score)
        for a in answers
    )  # fmt: skip


def wrong_alerts(name: str, answers: Iterable[Alerted]) -> tuple[Wrong, ...]:
    """Clean people who were alerted."""
    return tuple(Wrong(name, "alert", a.person.name, a.entity, a.best) for a in answers)


def wrong_pairs(name: str, answers: Iterable[Compared]) -> tuple[Wrong, ...]:
    """Pairs with the other verdict."""
    return tuple(
        Wrong(name, f"{a.pair.id} {'missed' if a.pair.is_match else 'false match'}",
              side_text(a.pair.left), side_text(a.pair.right), a.score)
        for a in answers
    )  # fmt: skip


def side_text(side: Mapping[str, Sequence[str]]) -> str:
    """A side of a pair in one line."""
    if set(side) == {"name"}:
        return "; ".join(side["name"])
    return ", ".join(f"{prop}={'; '.join(values)}" for prop, values in side.items())


def percent(share: float, digits: int = 1) -> str:
    """A share in per cent; a dash where there is none."""
    return "–" if math.isnan(share) else f"{100 * share:.{digits}f} %"


def as_text(section: Section, shown_wrong: int = 0) -> str:
    """A section for the terminal."""
    speed = section.count / section.seconds if section.seconds else math.nan
    lines = [
        f"== {section.set}: {section.count} items, sha256 {section.digest[:16]}, "
        f"{section.seconds:.1f} s ({speed:.1f} a second)",
        "   " + "  ".join(f"{name} {value:.4g}" for name, value in section.figures.items()),
    ]
    if section.refused:
        lines.append(f"   {section.refused} refused by the engine; they count as score 0")
    for table in section.tables:
        lines += ["", f"   {table.title}", *aligned(table)]
    lines += [f"   wrong: {w.what}: {w.text} | {w.means} | {w.score:.3f}"
              for w in section.wrong[:shown_wrong]]  # fmt: skip
    return "\n".join([*lines, ""])


def aligned(table: Table) -> list[str]:
    """The lines of a table, its columns under one another."""
    every = (table.header, *table.rows)
    widths = [max(len(row[at]) for row in every) for at in range(len(table.header))]
    return [
        "     "
        + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in every
    ]
