"""Makes the shipped tables of the US Commerce Control List; a developer's tool.

Run it as `python -m vigil.store.ccl_tables FOLDER`, with a folder that holds `ccl.json`,
`country-chart.json` and `country-groups.json` of one day. It writes `control_clauses.csv`,
`country_chart.csv` and `country_groups.csv` of `vigil/data` anew, and the entries of
`controlled_items.csv`. Roles, descriptions and words are our own and are kept, as comments are.
"""

from __future__ import annotations

import csv
import io
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import msgspec

from vigil.errors import VigilError
from vigil.lists.countries import Countries
from vigil.lists.us_ccl import CommerceControls, read_controls
from vigil.model.control import ControlClause
from vigil.model.shelf import content_lines
from vigil.store.worlds import SHIPPED

DATA = SHIPPED.parent
FILES = ("ccl.json", "country-chart.json", "country-groups.json")
TABLES = ("controlled_items.csv", "control_clauses.csv", "country_chart.csv", "country_groups.csv")
KEY = ("eccn", "reason", "paragraphs", "column")  # of a control, for the words that are ours
ISSUE = re.compile(r"issue of [0-9]{4}-[0-9]{2}-[0-9]{2}")


def tables_of(controls: CommerceControls, present: Mapping[str, str]) -> dict[str, str]:
    """Each table's text; `present` are the texts of today, whose comments are kept."""
    kept = csv.DictReader(content_lines(present["controlled_items.csv"]))
    own = {row["eccn"]: (row["role"], row["description"]) for row in kept}
    items = ((eccn, *own.get(eccn, ("", ""))) for eccn in controls.eccns)
    fields = ControlClause.__struct_fields__
    words = {
        tuple(row[field] for field in KEY): row["words"]
        for row in csv.DictReader(content_lines(present["control_clauses.csv"]))
    }
    clauses = (_clause(clause, words) for clause in controls.clauses)
    rows: dict[str, tuple[Sequence[str], Iterable[Sequence[object]]]] = {
        "controlled_items.csv": (("eccn", "role", "description"), items),
        "control_clauses.csv": (fields, clauses),
        "country_chart.csv": (("country", "columns"), controls.chart.items()),
        "country_groups.csv": (("country", "groups"), controls.groups.items()),
    }
    issue = f"issue of {controls.issued_on}"
    return {
        name: ISSUE.sub(issue, _comments(present[name])) + _text(head, body)
        for name, (head, body) in rows.items()
    }


def _clause(clause: ControlClause, words: Mapping[tuple[str, ...], str]) -> list[object]:
    """A control's row, with the words that were ours."""
    own = words.get(tuple(_cell(getattr(clause, field)) for field in KEY))
    clause = msgspec.structs.replace(clause, words=own)
    return [getattr(clause, field) for field in clause.__struct_fields__]


def _comments(text: str) -> str:
    return "".join(line for line in text.splitlines(keepends=True) if line.startswith("#"))


def country_names(text: str) -> Countries:
    """The names of `countries.csv`."""
    names: dict[str, str] = {}
    for row in csv.DictReader(content_lines(text)):
        also = (row["also"] or "").split(";")
        names |= {name: row["code"] for name in (row["name"], *also) if name}
    return Countries(names)


def present_tables(data: Path = DATA) -> dict[str, str]:
    """The tables of today by name."""
    return {name: (data / name).read_text(encoding="utf-8") for name in TABLES}


def read_folder(folder: Path, data: Path = DATA) -> CommerceControls:
    """The three files of a folder.

    Raises:
        SourceChanged: a file is not as it is known.
    """
    ccl, chart, groups = ((folder / name).read_bytes() for name in FILES)
    names = country_names((data / "countries.csv").read_text(encoding="utf-8"))
    return read_controls(ccl, chart, groups, names)


def _text(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(head)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return out.getvalue()


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else ""
    return ";".join(value) if isinstance(value, tuple) else str(value or "")


def main(arguments: Sequence[str]) -> int:
    """Write the tables; the errors of the files go to standard error."""
    if len(arguments) != 1:
        print("one folder must be given", file=sys.stderr)
        return 2
    try:
        controls = read_folder(Path(arguments[0]))
    except VigilError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    for name, text in tables_of(controls, present_tables()).items():
        (DATA / name).write_text(text, encoding="utf-8")
    print(f"{len(controls.eccns)} entries, {len(controls.clauses)} controls")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
