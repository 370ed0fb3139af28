"""How well the evidence room reads and compares, on texts written for it.

    python -m bench.evidence.quality [--seed 1] [--cases 300] [--half held] [--show] [--format json]

First single pages: sentences kept, quotations found, who said them. Then rooms in which one known
change was planted (`bench.evidence.mutations`), by kind of difference: recall of the planted ones,
precision of the reported ones as `bench.evidence.judge` says. Then pairs that say the same, with
the number of false differences a pair. `dev` is the half by which rules are written, `held` the
half that only measures.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from bench.evidence import said
from bench.evidence.judge import Judged, found, is_joined, judge
from bench.evidence.markup import Article, halves, read_articles
from bench.evidence.rooms import Case, changed_rooms, harmless_rooms, paraphrase_rooms
from vigil.evidence.reading import read_page
from vigil.evidence.room import examine

CASES = 300


class Verdict(msgspec.Struct, frozen=True):
    """One room: what was planted and what came of it."""

    case: Case
    judged: tuple[Judged, ...]
    joined: bool  # whether the changed sentence and the other one are statements of one claim

    @property
    def found(self) -> bool:
        """Whether the planted change was reported."""
        return found(self.judged)


class KindFigures(msgspec.Struct, frozen=True):
    """One kind of difference (or one sort of change, which has no precision)."""

    cases: int
    found: int
    right: int  # reports of this kind that are planted or follow, once a room
    false: int  # reports of this kind that are neither

    @property
    def recall(self) -> float:
        """Planted ones found, 0 to 1; 1 where none was planted."""
        return self.found / self.cases if self.cases else 1.0

    @property
    def precision(self) -> float:
        """Right ones of those reported, 0 to 1; 1 where none was."""
        reported = self.right + self.false
        return self.right / reported if reported else 1.0


class Figures(msgspec.Struct, frozen=True):
    """All figures of one half."""

    half: str
    reading: dict[str, tuple[int, int]]
    by_kind: dict[str, KindFigures]
    by_change: dict[str, tuple[int, int]]  # found, planted
    across: dict[str, tuple[int, int]]  # against a paraphrase: found, planted
    false_across: float  # false differences a room
    harmless: dict[str, tuple[int, int]]  # false differences, pairs


def verdicts(cases: Iterable[Case]) -> Iterator[Verdict]:
    """Each room examined and judged."""
    for case in cases:
        pages = [read_page(sheet.text.encode(), sheet.name) for sheet in case.sheets]
        if len({page.id for page in pages}) < len(pages):
            continue  # nothing was changed: the same bytes are one page
        ids = [page.id for page in pages]
        room = examine(pages)
        joined = any(is_joined(case, ids, claim) for claim in room.claims)
        yield Verdict(case, tuple(judge(case, ids, room.discrepancies)), joined)


def measure(
    half: str, articles: Sequence[Article], count: int, seed: int
) -> tuple[Figures, said.ReadingQuality, list[Verdict]]:
    """All figures of one half, with what lies behind them."""
    reading = said.read_quality(articles)
    changed = list(verdicts(changed_rooms(articles, count, seed)))
    across = list(verdicts(paraphrase_rooms(articles, count // 3, seed)))
    harmless = list(verdicts(harmless_rooms(articles, seed)))
    figures = Figures(
        half,
        {what: (reading.right[what], reading.of[what]) for what in sorted(reading.of)},
        kind_figures(changed),
        _shares((v.case.planted.name, v.found) for v in changed if v.case.planted),
        _shares((v.case.planted.kind, v.found) for v in across if v.case.planted),
        sum(map(_false, across)) / max(1, len(across)),
        {
            name: (sum(map(_false, rows)), len(rows))
            for name, rows in _by_harmless(harmless).items()
        },
    )
    return figures, reading, [*changed, *across, *harmless]


def kind_figures(judged: Sequence[Verdict]) -> dict[str, KindFigures]:
    """Recall and precision by kind of difference, over rooms in which one was planted."""
    cases, hits, right, false = (Counter[str]() for _ in range(4))
    for verdict in judged:
        planted = verdict.case.planted
        if planted is not None:
            cases[planted.kind] += 1
            hits[planted.kind] += verdict.found
        # a kind that stands for another (`judge.ALSO`) is right in the row of what it was called
        told = {j.reported.kind for j in verdict.judged if j.judgement in RIGHT}
        right.update(told)
        false.update(j.reported.kind for j in verdict.judged if j.judgement == "false")
    kinds = sorted({*cases, *right, *false})
    return {k: KindFigures(cases[k], hits[k], right[k], false[k]) for k in kinds}


RIGHT = ("planted", "consequence")


def _shares(rows: Iterable[tuple[str, bool]]) -> dict[str, tuple[int, int]]:
    right, of = Counter[str](), Counter[str]()
    for name, hit in rows:
        of[name] += 1
        right[name] += hit
    return {name: (right[name], of[name]) for name in sorted(of)}


def _false(verdict: Verdict) -> int:
    return sum(judged.judgement == "false" for judged in verdict.judged)


def _by_harmless(judged: Iterable[Verdict]) -> dict[str, list[Verdict]]:
    rows: defaultdict[str, list[Verdict]] = defaultdict(list)
    for verdict in judged:
        rows[verdict.case.harmless[0]].append(verdict)
    return rows


def lines(figures: Figures) -> Iterator[str]:
    """One half as lines of text."""
    yield f"== {figures.half}"
    for what, (right, of) in figures.reading.items():
        yield f"{what:28} {right / of if of else 1:6.3f}  {right}/{of}"
    yield f"{'difference':28} {'recall':>6} {'prec.':>6}  planted found right false"
    for kind, row in figures.by_kind.items():
        yield (
            f"{kind:28} {row.recall:6.3f} {row.precision:6.3f}  "
            f"{row.cases:7} {row.found:5} {row.right:5} {row.false:5}"
        )
    yield "by sort of change"
    for name, (hits, of) in figures.by_change.items():
        yield f"  {name:26} {hits / of:6.3f}  {hits}/{of}"
    yield f"against a paraphrase ({figures.false_across:.2f} false a room)"
    for name, (hits, of) in figures.across.items():
        yield f"  {name:26} {hits / of:6.3f}  {hits}/{of}"
    yield "false differences between pages that say the same, a pair"
    for name, (false, pairs) in figures.harmless.items():
        yield f"  {name:26} {false / pairs:6.3f}  {false}/{pairs}"


def shown(reading: said.ReadingQuality, judged: Iterable[Verdict]) -> Iterator[str]:
    """What was missed and what was false, for a person."""
    yield from said.shown(reading)
    for verdict in judged:
        case, planted = verdict.case, verdict.case.planted
        where = f"{case.article}{' against its paraphrase' if case.across else ''}"
        if planted is not None and not verdict.found:
            change = f"{_short(planted.before)} -> {_short(planted.after)}"
            joined = "" if verdict.joined else " (not joined to a claim)"
            yield f"[missed {planted.kind}, {planted.name}]{joined} {where}: {change}"
        for one in verdict.judged:
            if one.judgement == "false":
                why = planted.name if planted else ", ".join(case.harmless)
                yield f"[false {one.reported.kind}] {where} ({why}): {one.reported.summary}"


def _short(words: str) -> str:
    return " ".join(words.split())[:110]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--cases", type=int, default=CASES, help="planted changes a half")
    parser.add_argument("--half", choices=("dev", "held", "both"), default="both")
    parser.add_argument("--show", nargs="?", const="dev", choices=("dev", "held"))
    parser.add_argument("--format", choices=("table", "json"), default="table")
    asked = parser.parse_args(arguments)
    told = []
    for half, articles in halves(read_articles()).items():
        if asked.half in (half, "both"):
            figures, reading, judged = measure(half, articles, asked.cases, asked.seed)
            told.append(figures)
            if asked.format == "table":
                print(*lines(figures), sep="\n")
            if asked.show == half:
                print(*shown(reading, judged), sep="\n")
    if asked.format == "json":
        print(msgspec.json.encode(told).decode())
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
