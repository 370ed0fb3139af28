"""The goods screen over labelled lines and over ordinary goods.

    python -m bench.goods.lines --shared ../shared --show-wrong

Precision and recall over all lines, by half, by language and by what the declared code is worth;
then what ordinary goods give rise to, to Iran and to Germany, with their code and without.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import vigil
from bench.goods.benign import Alarmed, alarms, ordinary_goods
from bench.goods.labelled import CONFLICT, FLOW, Figures, Verdict, figures, read_lines, verdicts
from vigil.model.finding import Strength

ROW = "{:28} {:>5} {:>5} {:>6} {:>5}  {:>6} {:>6}"
DESTINATIONS = ("IR", "DE")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    asked = _parser().parse_args(arguments)
    world = vigil.load_world(asked.world)
    judged = list(verdicts(world, read_lines()))
    for line in _table(judged):
        print(line)
    if asked.show_wrong:
        half = {"odd": (1,), "even": (0,), "both": (0, 1)}[asked.show_wrong]
        for verdict in judged:
            if (verdict.missed or verdict.false) and verdict.labelled.id % 2 in half:
                print(_wrong(verdict))
    if asked.shared is None:
        return 0
    goods = ordinary_goods(asked.shared, (item.hs for item in world.goods.key_items))
    for to in DESTINATIONS:
        for has_code in (True, False):
            found = alarms(world, goods, to, has_code=has_code)
            print(_counted(found, len(goods), to, has_code=has_code))
            if asked.show_alarms and to == DESTINATIONS[0]:
                print(*map(_alarm, found), sep="\n")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--shared", type=Path, help="the folder of real lists; none: lines only")
    parser.add_argument("--world", type=Path, help="a built world; default: the shipped one")
    parser.add_argument("--show-wrong", nargs="?", const="both", choices=("odd", "even", "both"))
    parser.add_argument("--show-alarms", action="store_true", help="what ordinary goods gave")
    return parser


def _table(judged: Sequence[Verdict]) -> Iterable[str]:
    yield ROW.format("", "lines", "right", "missed", "false", "prec.", "recall")
    yield _row("all", figures(judged))
    yield _row("contradictions alone", figures(judged, lambda answer: answer == CONFLICT))
    yield _row("flows of arms alone", figures(judged, lambda answer: answer == FLOW))
    yield _row("goods alone", figures(judged, _is_of_goods))
    odd = [verdict for verdict in judged if verdict.labelled.id % 2]
    even = [verdict for verdict in judged if not verdict.labelled.id % 2]
    yield _row("odd ids, goods alone", figures(odd, _is_of_goods))
    yield _row("even ids, goods alone", figures(even, _is_of_goods))
    yield from _by(judged, "language", lambda verdict: verdict.labelled.lang)
    yield from _by(judged, "code", lambda verdict: verdict.labelled.code)


def _by(judged: Sequence[Verdict], what: str, of: Callable[[Verdict], str]) -> Iterable[str]:
    for value in sorted({of(verdict) for verdict in judged}):
        yield _row(f"{what} {value}", figures(v for v in judged if of(v) == value))


def _is_of_goods(answer: str) -> bool:
    return answer not in (CONFLICT, FLOW)


def _row(title: str, of: Figures) -> str:
    shares = (f"{of.precision:.3f}", f"{of.recall:.3f}")
    return ROW.format(title, of.lines, of.right, of.missed, of.false, *shares)


def _wrong(verdict: Verdict) -> str:
    labelled = verdict.labelled
    said = f"missed {verdict.missed}" if verdict.missed else ""
    false = f"false {verdict.false}" if verdict.false else ""
    return f"{labelled.id:4} {labelled.lang} {labelled.line} {said} {false}"


def _counted(found: Sequence[Alarmed], of: int, to: str, *, has_code: bool) -> str:
    counts = Counter(alarm.strength for alarm in found)
    said = ", ".join(f"{counts[strength]} {strength.value}" for strength in Strength)
    how = "with their code" if has_code else "without a code"
    return f"{of} ordinary goods to {to}, {how}: {said}"


def _alarm(alarm: Alarmed) -> str:
    said, goods = alarm.finding, alarm.goods
    return f"  {alarm.strength.value} {goods.hs} {goods.description[:90]} -> {said.summary[:90]}"


if __name__ == "__main__":
    raise SystemExit(main())
