"""The quality of the name engine on every set, as a table and as JSON.

    python -m bench.names.quality --shared ../shared --world DIR --sample 2000 --json out.json

DIR is a world of the US Consolidated Screening List:
`vigil world build DIR --source us_csl=../shared/lists/us_csl/consolidated.json`.
"""

from __future__ import annotations

import argparse
import platform
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

import vigil
from bench.names import measure, report, runs, sets
from bench.names.engine import Engine
from bench.names.report import Section
from bench.names.runs import Plan
from vigil.errors import VigilError

SETS = (
    "manipulated", "negatives", "clean", "pairs", "checks", "native", "putin", "enforcement",
    "watchman", "ofac", "cross_lists",
)  # fmt: skip
TICKS = 20  # progress lines a set


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; 0 when every set could be read, 2 when one could not."""
    asked = _parser().parse_args(arguments)
    try:
        engine = Engine(vigil.load_world(asked.world), asked.floor)
        plan = Plan(asked.shared, engine, asked.sample, asked.seed, asked.with_kind,
                    asked.with_country, _tick if asked.progress else measure.no_tick)  # fmt: skip
        sections = []
        for section in _measured(plan, asked.only or list(SETS)):
            print(report.as_text(section, asked.show_wrong), flush=True)
            sections.append(section)
    except (sets.SetError, VigilError) as error:
        print(f"quality: {error}", file=sys.stderr)
        return 2
    if asked.json:
        asked.json.write_bytes(_json(asked, engine, sections))
    if asked.wrong:
        wrong = [w for section in sections for w in section.wrong]
        asked.wrong.write_bytes(msgspec.json.Encoder().encode_lines(wrong))
    return 0


def _measured(plan: Plan, wanted: Sequence[str]) -> Iterator[Section]:
    """Each wanted set measured, in the order of `SETS`; the sweep needs found and alerted both."""
    found: list[measure.Searched] = []
    alerted: list[measure.Alerted] = []
    if "manipulated" in wanted:
        main_section, apart, found = runs.manipulated(plan)
        yield main_section
        yield apart
    if "negatives" in wanted:
        yield runs.negatives(plan)
    if "clean" in wanted:
        section, alerted = runs.clean(plan)
        yield section
    if found and alerted:
        yield _swept(plan, found, alerted)
    yield from _measured_pairs(plan, wanted)


def _measured_pairs(plan: Plan, wanted: Sequence[str]) -> Iterator[Section]:
    if "pairs" in wanted:
        yield runs.labelled_pairs(plan, sets.name_pairs(plan.shared))
    if "checks" in wanted:
        yield runs.labelled_pairs(plan, sets.entity_checks(plan.shared))
    if "native" in wanted:
        yield from runs.native(plan)
    if "putin" in wanted:
        yield from runs.putin(plan)
    if "enforcement" in wanted:
        yield runs.labelled_pairs(plan, sets.enforcement_variants(plan.shared))
    if "watchman" in wanted:
        yield runs.watchman(plan)
    if "ofac" in wanted:
        yield runs.ofac(plan)
    if "cross_lists" in wanted:
        yield from runs.cross_lists(plan)


def _swept(
    plan: Plan, found: Sequence[measure.Searched], alerted: Sequence[measure.Alerted]
) -> Section:
    lines = measure.sweep(found, alerted, plan.engine.floor)
    items: list[sets.Item] = [answer.query for answer in found]
    digest = sets.NameSet("both", [*items, *(answer.person for answer in alerted)]).digest
    return Section("sweep: manipulated names found, clean people alerted", digest,
                   len(found) + len(alerted), 0.0, {}, (report.sweep_table(lines),))  # fmt: skip


def _json(asked: argparse.Namespace, engine: Engine, sections: Sequence[Section]) -> bytes:
    told = {
        "vigil": vigil.__version__,
        "world": engine.world.id,
        "python": platform.python_version(),
        "machine": platform.platform(),
        "seed": asked.seed,
        "sample": asked.sample,
        "floor": asked.floor,
        "threshold": measure.REVIEW,
        "with_kind": asked.with_kind,
        "with_country": asked.with_country,
        "sections": sections,
    }
    return msgspec.json.format(msgspec.json.encode(told), indent=1) + b"\n"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="bench.names.quality",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("--shared", type=Path, required=True, help="folder with labelled/ and lists/")
    add("--world", type=Path, required=True, help="the world that is searched")
    add("--sample", type=int, default=2000, help="most items of each large set (default 2000)")
    add("--only", action="append", choices=SETS, help="only this set; may be given again")
    add("--seed", type=int, default=1, help="of all chance (default 1)")
    add("--floor", type=float, default=0.60, help="lowest threshold of the sweep (default .60)")
    add("--with-kind", action="store_true", help="give the kind with manipulated names")
    add("--with-country", action="store_true", help="give the country with clean people")
    add("--json", type=Path, help="write the figures here")
    add("--wrong", type=Path, help="write every wrong answer here, a JSON object a line")
    add("--show-wrong", type=int, default=0, metavar="N", help="print N wrong answers a set")
    add("--progress", action="store_true", help="say on standard error how far it is")
    return parser


def _tick(name: str, done: int, count: int) -> None:
    if done % max(1, count // TICKS) == 0:
        print(f"  {name}: {done} of {count}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    raise SystemExit(main())
