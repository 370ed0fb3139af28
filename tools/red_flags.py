"""Writes docs/red-flags.md, all red flags on one page, from the reviewed file."""

from __future__ import annotations

from pathlib import Path

from vigil.model.shelf import load_edition
from vigil.routes.catalogue import RouteCatalogue
from vigil.routes.indicators import ABSENCE_FIELDS, INDICATORS, Sign
from vigil.routes.knowledge import PLACES
from vigil.routes.questions import MOOT
from vigil.routes.red_flag import RedFlag
from vigil.routes.shipped import load_routes
from vigil.store.compile import DATA, read_shelf

PAGE = Path(__file__).resolve().parents[1] / "docs" / "red-flags.md"
HEAD = """# Red flags

Made by `python tools/red_flags.py` from `vigil/data/red_flags.yaml`; statements and weights are in
our own words and our own proposal, not the regulator's.

A flag is *observed* when an order shows it, with what the code looks at, and *asked* otherwise:
decisions carry what is left to ask as `questions`, by the key of `answers` and the flags' ids. True
under a key says that the statement holds, false that it does not; several flags may be asked under
one key, and then the answer may name those that hold ("bis24-01, bis24-03"). Under {absence}
a paper is given or missing: false says that it is not there. What an order shows in part stays
asked. Open questions keep no order from being clear. What is marked *not verified* was read
nowhere: alone it is a note. Flags of one indicator are one circumstance, published several times,
and count once. Not asked where the order says that they cannot concern it: {moot}.
"""
COLUMNS = "| flag | statement | how it is answered | weight | source |\n|---|---|---|---|---|"
COMBINED = """## Combinations

Signs that say little alone and ask for a person together: our own judgement, published by nobody
and fitted to nothing (`vigil/data/flag_combinations.yaml`).

| combination | statement | parts |
|---|---|---|"""


def page() -> str:
    """The page as text."""
    shelf = read_shelf(DATA)
    routes = load_routes(shelf, load_edition(shelf))
    names = ", ".join(f"`{field}`" for field in sorted(MOOT))
    absence = " and ".join(f"`{field}`" for field in sorted(ABSENCE_FIELDS))
    lines = [HEAD.format(absence=absence, moot=names), *_flags(routes), "", COMBINED]
    for row in routes.combinations:
        parts = ", ".join(f"`{part}`" for part in row.parts)
        lines.append(f"| {row.id} | {row.statement} | {parts} |")
    return "\n".join(lines) + "\n"


def _flags(routes: RouteCatalogue) -> list[str]:
    lines = []
    for family in dict.fromkeys(flag.family for flag in routes.red_flags):
        lines += [f"## {family.capitalize()}", "", COLUMNS]
        lines += [_row(flag) for flag in routes.red_flags if flag.family == family]
        lines.append("")
    return lines[:-1]


def _row(flag: RedFlag) -> str:
    statement = flag.statement + (f" (*{flag.note}*)" if flag.note else "")
    window = [str(day) for day in (flag.in_force_from, flag.in_force_to) if day]
    statement += f" [{' to '.join(window)}]" if window else ""
    statement += f" [not verified from {flag.uncertain_from}]" if flag.uncertain_from else ""
    told = f"{flag.id} | {statement} | {_answered(flag)} | {flag.weight} | {_source(flag)}"
    return f"| {told} |"


def _answered(flag: RedFlag) -> str:
    if flag.indicator is None:
        return f"asked: `{flag.asked_at}`"
    sign = INDICATORS[flag.indicator]
    doc = " ".join((sign.observe.__doc__ or "").split("\n\n")[0].split())
    rest = "the rest is asked" if flag.partly else _when(sign)
    also = f" Or `{'`, `'.join(flag.also)}`." if flag.also else ""
    doc += also
    return f"observed, `{flag.indicator}`: {doc} {rest[0].upper()}{rest[1:]}: `{flag.asked_at}`"


def _when(sign: Sign) -> str:
    given = [place for bit, place in PLACES.items() if bit & (sign.needs | sign.reads)]
    return f"asked without {', '.join(given)}" if given else "answered too"


def _source(flag: RedFlag) -> str:
    title = f"[{flag.source_title}]({flag.source})" if flag.source else flag.source_title
    where = f", {flag.paragraph}" if flag.paragraph else ""
    date = f", {flag.source_date}" if flag.source_date else ""
    doubt = "" if flag.verified else ", not verified"
    return f"{title}{where}{date}; {flag.basis.replace('_', ' ')}{doubt}"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
