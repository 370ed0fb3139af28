"""Lines of goods labelled by what is true, and how the goods screen's answers are judged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

import msgspec
import yaml

from vigil.goods.screen import screen_goods
from vigil.model.deal import Deal
from vigil.model.finding import Finding, FindingKind
from vigil.model.order import Exporter, Line, Order, Party, Role, destination
from vigil.world import World

LINES = Path(__file__).resolve().parents[2] / "tests/goods/lines.yml"
ON = date(2026, 8, 7)
TO = "IR"  # every entry of the US list needs a licence there, so that each ECCN has its answer
CONFLICT = "conflict"
FLOW = "flow"
WORD_FOR = {
    FindingKind.KEY_ITEM: "key",
    FindingKind.CONTROLLED_ITEM: "eccn",
    FindingKind.UAV_PART: "part",
}


class Labelled(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A line and its answers; what they mean stands at the top of the file."""

    id: int
    lang: str
    code: str
    line: dict[str, str]
    expect: tuple[str, ...]
    why: str
    also: tuple[str, ...] = ()
    exporter: str | None = None


class Verdict(msgspec.Struct, frozen=True):
    """What was said of a line beside what is true of it."""

    labelled: Labelled
    said: tuple[str, ...]
    missed: tuple[str, ...]
    false: tuple[str, ...]


class Figures(msgspec.Struct, frozen=True):
    """Right answers, missed ones and false ones over some lines."""

    lines: int
    right: int
    missed: int
    false: int

    @property
    def precision(self) -> float:
        """The share of what was said that is true; 1 when nothing was said."""
        return self.right / (self.right + self.false) if self.right + self.false else 1.0

    @property
    def recall(self) -> float:
        """The share of what is true that was said; 1 when there was nothing to say."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0


def read_lines(path: Path = LINES) -> list[Labelled]:
    """The labelled lines, in the file's order."""
    return msgspec.convert(yaml.safe_load(path.read_text("utf-8"))["lines"], list[Labelled])


def goods_findings(
    world: World, line: Line, to: str = TO, exporter: str | None = None
) -> tuple[Finding, ...]:
    """What the goods screen says of one line, sold to somebody unknown in a country."""
    party = Party(Role.END_USER, "Invented End User", country=to)
    sender = Exporter("Invented Exporter", exporter) if exporter else None
    order = Order("PO-1", ON, (party,), (line,), exporter=sender)
    deal = Deal(order, ON, destination(order), world.law.jurisdictions(order))
    provenance = world.catalogue("goods").provenance
    return screen_goods(deal, world.goods, world.law, provenance).findings


def answers(findings: Iterable[Finding], models: frozenset[str]) -> tuple[str, ...]:
    """The findings in the words of the labels, each once; what only asks for more is none."""
    said = (_answer(finding, models) for finding in findings)
    return tuple(dict.fromkeys(answer for answer in said if answer))


def judge(labelled: Labelled, said: Sequence[str]) -> Verdict:
    """Which answers are missing and which are false."""
    right = (*labelled.expect, *labelled.also)
    return Verdict(
        labelled,
        tuple(said),
        missed=tuple(e for e in labelled.expect if not any(_meets(e, s) for s in said)),
        false=tuple(s for s in said if not any(_meets(e, s) for e in right)),
    )


def verdicts(world: World, lines: Iterable[Labelled]) -> Iterator[Verdict]:
    """Each line screened and judged."""
    models = frozenset(model.id for model in world.goods.models)
    for labelled in lines:
        line = msgspec.convert({"line": 1, **labelled.line}, Line)
        found = goods_findings(world, line, exporter=labelled.exporter)
        yield judge(labelled, answers(found, models))


def figures(verdicts: Iterable[Verdict], counts: Callable[[str], bool] = lambda _: True) -> Figures:
    """The verdicts counted, over those answers that count."""
    of = list(verdicts)
    expected = sum(counts(e) for v in of for e in v.labelled.expect)
    missed = sum(counts(m) for v in of for m in v.missed)
    return Figures(len(of), expected - missed, missed, sum(counts(f) for v in of for f in v.false))


def _answer(finding: Finding, models: frozenset[str]) -> str | None:
    if finding.kind is FindingKind.CONFLICTING_INFORMATION:
        return CONFLICT
    word = WORD_FOR.get(finding.kind)
    if word is None:
        return None
    if word == "key" and not finding.subject.isdigit():
        return FLOW
    return f"{'model' if finding.subject in models else word}:{finding.subject}"


def _meets(expected: str, said: str) -> bool:
    """A shorter key code stands for all under it; a part may be named by more or less of it."""
    if expected.startswith("part:"):
        return said.startswith(expected) or (said.startswith("part:") and expected.startswith(said))
    return said.startswith(expected) if expected.startswith("key:") else said == expected
