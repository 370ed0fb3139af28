"""The labelled pairs of `differences.yml`, and how well each kind is found in them.

`python -m tests.evidence.labelled_differences` prints recall and precision of each kind, and every
pair that is missed or wrongly told.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from tests.evidence.telling import told
from vigil.evidence.differences import differences
from vigil.evidence.told import Told

FILES = ("differences.yml", "differences_long.yml")


class Pair(NamedTuple):
    """Two statements of one thing, with the kind that is to be found, or that looks so."""

    left: Told
    right: Told
    kind: str
    differs: bool
    may: frozenset[str]


class Quality(NamedTuple):
    """Of one kind: shares, and the pairs they come from."""

    recall: float
    precision: float
    differ: int
    same: int


def labelled(files: tuple[str, ...] = FILES) -> list[Pair]:
    """All pairs of the files."""
    here = Path(__file__).parent
    read = [yaml.safe_load((here / name).read_text(encoding="utf-8")) for name in files]
    return [
        _pair(entry, kind, part == "differ", group)
        for kinds in read
        for kind, group in kinds.items()
        for part in ("differ", "same")
        for entry in group[part]
    ]


def _pair(entry: Any, kind: str, differs: bool, group: dict[str, Any]) -> Pair:
    fields = {"pair": entry} if isinstance(entry, str) else dict(entry)
    fields = {k: v for k, v in group.items() if k not in ("differ", "same")} | fields
    texts = fields["pair"].split(" | ")
    modes, speakers, roles = (
        _both(fields.get(name, default))
        for name, default in (("modes", "narrated"), ("speakers", ""), ("roles", ""))
    )
    sides = [
        told(
            texts[i],
            modes[i],
            speakers[i] or None,
            roles[i] or None,
            str(fields["day"]) if "day" in fields else None,
            fields.get("denial") == ("left", "right")[i],
        )
        for i in (0, 1)
    ]
    return Pair(sides[0], sides[1], kind, differs, frozenset(fields.get("may", ())))


def _both(text: str) -> list[Any]:
    return text.split("/") if "/" in text else [text, text]


def quality(pairs: list[Pair], show: bool = False) -> dict[str, Quality]:
    """Recall and precision by kind; a kind told where no label allows it is wrong."""
    found: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for pair in pairs:
        kinds = {d.kind for d in differences(pair.left, pair.right)}
        back = {d.kind for d in differences(pair.right, pair.left)}
        if show and kinds != back:
            print(f"not symmetric {kinds ^ back}: {pair.left.text} | {pair.right.text}")
        found[pair.kind] += pair.differs and pair.kind in kinds
        if show and pair.differs and pair.kind not in kinds:
            print(f"missed {pair.kind}: {pair.left.text} | {pair.right.text}  {sorted(kinds)}")
        for kind in kinds:
            if (pair.differs and kind == pair.kind) or kind in pair.may:
                right[kind] += 1
                continue
            wrong[kind] += 1
            if show:
                print(f"wrong {kind} (in {pair.kind}): {pair.left.text} | {pair.right.text}")
                for d in differences(pair.left, pair.right):
                    if d.kind == kind:
                        print("     ", d.note)
    qualities = {}
    for kind in dict.fromkeys(p.kind for p in pairs):
        differ = sum(p.differs for p in pairs if p.kind == kind)
        same = sum(not p.differs for p in pairs if p.kind == kind)
        told_ = right[kind] + wrong[kind]
        qualities[kind] = Quality(
            found[kind] / differ, right[kind] / told_ if told_ else 0.0, differ, same
        )
    return qualities


if __name__ == "__main__":
    for kind_, q in quality(labelled(tuple(sys.argv[1:]) or FILES), show=True).items():
        print(f"{kind_:24} recall {q.recall:.2f} precision {q.precision:.2f} ({q.differ}+{q.same})")
