"""Words that stand for one another in a sentence and do not mean the same: what a slip changes.

Synonyms are no difference; these are: what undoes an act (approved / rejected), and neighbours of
which only one is true (killed / wounded, charged / convicted, northern / southern). Written for
Vigil from general knowledge of English news prose.
"""

from __future__ import annotations

from collections.abc import Iterator

from vigil.evidence.claim import DiscrepancyKind
from vigil.evidence.contrasts.difference import Difference, difference
from vigil.evidence.contrasts.side import Alignment, Side, slot
from vigil.evidence.contrasts.word_forms import stem

# One contrast a line, its members parted by `|`; words of one member say the same.
CONTRASTS = """
approve accept back endorse support agree | reject oppose refuse veto decline
confirm acknowledge admit concede accept agree | deny dispute reject refuse refute dismiss
increase rise grow climb expand widen boost soar | decrease fall drop decline shrink plunge shrank
impose introduce tighten | lift ease remove relax waive
open reopen resume restart | close shut suspend halt
win gain | lose
allow permit authorise authorize | ban forbid prohibit block bar
arrive enter | leave exit withdraw
begin start launch | end finish stop halt
export exporter | import importer
guilty convict | acquit innocent clear
succeed pass | fail
join | quit leave
buy purchase | sell
kill dead die | wound injure hurt | miss | capture
accuse | charge indict | convict | acquit | sentence | detain arrest | release free
all every each | most majority | some part several | few | none
suspend | revoke cancel withdraw | delay postpone | renew extend
civilian commercial | military
north northern | south southern | east eastern | west western
northeast northeastern | northwest northwestern | southeast southeastern | southwest southwestern
public | private state-owned
temporary | permanent
direct directly | indirect indirectly
legal lawful | illegal unlawful illicit
domestic | foreign
offensive | defensive
nuclear | conventional | chemical | biological
ballistic | cruise
ally | enemy rival
victory | defeat
surplus | deficit shortage
peace | war
strategic | tactical
damaged | destroyed
seize confiscate | freeze | inspect
land ground | sea naval | air
former | current
male | female
upper | lower
inside | outside
unanimously | narrowly
majority | minority
voluntary voluntarily | forced
""".strip().splitlines()
ASSERTED = next(n for n, line in enumerate(CONTRASTS) if line.startswith("confirm "))
MEMBERS: dict[str, list[tuple[int, int]]] = {}
for _number, _line in enumerate(CONTRASTS):
    for _member, _words in enumerate(_line.split("|")):
        for _word in _words.split():
            MEMBERS.setdefault(stem(_word), []).append((_number, _member))


def find(sides: tuple[Side, Side], aligned: Alignment) -> Iterator[Difference]:
    """A word on one side, its contrast in the same place on the other."""
    left, right = (_own(a, b) for a, b in (sides, sides[::-1]))
    if not left or not right:
        return
    taken: set[int] = set()
    for i, own in left:
        for j, other in right:
            if j in taken or not _contrast(own, other):
                continue
            if slot(sides, aligned, (i, i + 1), (j, j + 1)) < 2:
                continue
            taken.add(j)
            note = "the two sides tell opposite or other things: {left} against {right}"
            denied = all(_asserts(s.words[k].stem) for s, k in zip(sides, (i, j), strict=True))
            kind: DiscrepancyKind = "denial" if denied else "wording"
            yield difference(kind, sides, (i, i + 1), (j, j + 1), note, 3)
            break


def _asserts(word: str) -> bool:
    """Whether a verb says that something is so, or that it is not."""
    return any(line == ASSERTED for line, _ in MEMBERS[word])


def _own(side: Side, other: Side) -> list[tuple[int, list[tuple[int, int]]]]:
    """Words of contrasts that the other side has not."""
    there = {w.stem for w in other.words}
    return [
        (i, MEMBERS[w.stem])
        for i, w in enumerate(side.words)
        if w.stem in MEMBERS and w.stem not in there
    ]


def _contrast(own: list[tuple[int, int]], other: list[tuple[int, int]]) -> bool:
    """Whether two words are of one line and never of one member."""
    lines = {line for line, _ in own} & {line for line, _ in other}
    return any(line in lines for line, _ in own) and not set(own) & set(other)
