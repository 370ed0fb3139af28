"""Words inside quotation marks that differ, and quotations that are told without the marks.

Marked editing (words in brackets, an ellipsis), spelling and typography are no alteration; a
quotation that stops earlier or begins later is cut, which weighs less.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from vigil.evidence.contrasts.difference import Difference, difference
from vigil.evidence.contrasts.side import Alignment, Gap, Side, Word, common
from vigil.evidence.contrasts.word_forms import SPELLED, plain
from vigil.evidence.page import Span

JOINED = 3  # shared words between two changes that are told as one
SHORTEST = 4  # words of a whole quotation that is compared
SCRAP = 2  # and of one in a sentence that is told
ALIKE = 0.5  # share of the shorter quotation's words that must be shared
CONTRACTED = {
    "it's": "it is",
    "we're": "we are",
    "they're": "they are",
    "don't": "do not",
    "doesn't": "does not",
    "didn't": "did not",
    "won't": "will not",
    "can't": "cannot",
    "isn't": "is not",
    "aren't": "are not",
    "wasn't": "was not",
    "weren't": "were not",
    "we've": "we have",
    "they've": "they have",
    "i'm": "i am",
    "i've": "i have",
    "we'll": "we will",
    "they'll": "they will",
    "that's": "that is",
    "there's": "there is",
}
AMERICAN = {
    "grey": "gray",
    "cheque": "check",
    "cheques": "checks",
    "tyre": "tire",
    "tyres": "tires",
    "plough": "plow",
    "aluminium": "aluminum",
    "sceptical": "skeptical",
    "ageing": "aging",
    "enquiry": "inquiry",
    "whilst": "while",
    "towards": "toward",
    "learnt": "learned",
    "amongst": "among",
    "practise": "practice",
    "judgement": "judgment",
    "mould": "mold",
    "cosy": "cozy",
    "pyjamas": "pajamas",
    "draught": "draft",
    "kerb": "curb",
    "storey": "story",
    "manoeuvre": "maneuver",
    "manoeuvres": "maneuvers",
    "afterwards": "afterward",
    "burnt": "burned",
    "spelt": "spelled",
    "focussed": "focused",
    "fuelled": "fueled",
}
SAME = {"u.s.": "us", "us.": "us", "u.n.": "un", "un.": "un", "u.k.": "uk", "per": "per"}


@lru_cache(maxsize=65536)
def _spelling(text: str) -> str:
    """A word as printed, whatever its spelling in Britain or America."""
    low = text.lower().replace("’", "'").replace("‘", "'")
    if low in SAME:
        return SAME[low]
    if low in CONTRACTED:
        return low
    if low in AMERICAN:
        return AMERICAN[low]
    own = low if low.endswith("'s") else plain(low)
    for british, american in (
        ("our", "or"),
        ("tre", "ter"),
        ("ogue", "og"),
        ("programme", "program"),
    ):
        if own.endswith(british) and len(own) > 5:
            own = own[: -len(british)] + american
    for ending, other in SPELLED[:3]:
        for suffix in ("", "d", "s", "r"):
            if own.endswith(ending + suffix) and len(own) > 6:
                own = own[: -len(ending + suffix)] + other + suffix
    if own.endswith("ising"):
        own = own[:-5] + "izing"
    if own.startswith(("defence", "offence", "licence")):
        own = own.replace("ence", "ense")
    return own.replace("lled", "led").replace("lling", "ling")


def _quoted(side: Side) -> list[list[int]]:
    """Places of the words of each quotation that are the speaker's: none in brackets.

    A quotation that its cue interrupts (“A,” he said, “and B.”) is one.
    """
    told = side.told
    spans = [told.at] if told.statement.mode == "direct" else list(told.statement.quotes)
    if told.statement.mode == "direct" and len(told.statement.quotes) > 1:
        return [[i for one in _places(side, told.statement.quotes) for i in one]]
    return _places(side, spans)


def _places(side: Side, spans: Sequence[Span]) -> list[list[int]]:
    found: list[list[int]] = []
    for span in spans:
        places = []
        depth = 0
        for i, word in enumerate(side.words):
            if word.end <= span.start or word.start >= span.end:
                continue
            depth += word.before.count("[") - word.before.count("]")
            if depth <= 0:
                places.append(i)
        if places:
            found.append(places)
    return found


def _has_ellipsis(words: list[Word], first: int, end: int) -> bool:
    return any(
        "…" in w.before or "..." in w.before or "[" in w.before
        for w in words[first : min(end + 1, len(words))]
    )


def find(sides: tuple[Side, Side], aligned: Alignment) -> Iterator[Difference]:
    """Altered and cut quotations, quotations told without marks."""
    left, right = (s.read(_quoted) for s in sides)
    for one in left:
        for two in right:
            yield from _altered(sides, one, two)
    modes = [s.told.statement.mode for s in sides]
    if "direct" in modes and modes[0] != modes[1]:
        yield from _unquoted(sides, aligned)


def _altered(sides: tuple[Side, Side], left: list[int], right: list[int]) -> Iterator[Difference]:
    places = [left, right]
    shorter = min(map(len, places))
    whole = all(s.told.statement.mode == "direct" for s in sides)
    if shorter < (SHORTEST if whole else SCRAP):
        return
    spelt = [
        [_spelling(s.words[i].text) for i in own] for s, own in zip(sides, places, strict=True)
    ]
    if spelt[0] == spelt[1]:
        return
    pairs = common(*spelt)
    keys = [{s.words[i].key for i in own} for s, own in zip(sides, places, strict=True)]
    alike = len(keys[0] & keys[1]) >= ALIKE * min(map(len, keys))
    if len(pairs) < ALIKE * shorter and not (whole and alike):
        return
    for gap, cut in _changes(sides, places, spelt, pairs):
        if cut and not whole:
            continue  # a scrap of what the other quotes at length
        if cut and _is_piece(sides[gap.left < gap.left_end]):
            continue
        one = _words(left, gap.left, gap.left_end)
        two = _words(right, gap.right, gap.right_end)
        note = "inside quotation marks one side has {left}, the other {right}"
        if cut:
            note = "the quotation is cut: one side has {left}, the other {right}"
        yield difference("quotation_altered", sides, one, two, note, 1 if cut else 3)


def _is_piece(side: Side) -> bool:
    """Whether a quotation is one of several of its sentence, with a cue between them."""
    told = side.told
    sentence = told.page.text[told.statement.sentence.start : told.statement.sentence.end]
    return sum(sentence.count(mark) for mark in '"“”„«»') > 2


def _words(places: list[int], first: int, end: int) -> tuple[int, int]:
    if not places:
        return 0, 0
    if first >= len(places):
        return places[-1] + 1, places[-1] + 1
    if end <= first:
        return places[first], places[first]
    return places[first], places[end - 1] + 1


def _changes(
    sides: tuple[Side, Side],
    places: list[list[int]],
    spelt: list[list[str]],
    pairs: list[tuple[int, int]],
) -> list[tuple[Gap, bool]]:
    """What differs, near changes as one, each with whether it is a mere cut."""
    gaps: list[Gap] = []
    at_left = at_right = 0
    ends = (len(spelt[0]), len(spelt[1]))
    for i, j in (*pairs, ends):
        if i > at_left or j > at_right:
            gap = Gap(at_left, i, at_right, j)
            if not _is_marked(sides, places, gap) and not _same_letters(spelt, gap):
                last = gaps[-1] if gaps else None
                if last and gap.left - last.left_end <= JOINED and last.left_end < gap.left_end:
                    gaps[-1] = Gap(last.left, gap.left_end, last.right, gap.right_end)
                else:
                    gaps.append(gap)
        at_left, at_right = i + 1, j + 1
    changes = []
    for gap in gaps:
        one_sided = gap.left == gap.left_end or gap.right == gap.right_end
        edge = (gap.left, gap.right) == (0, 0) or (gap.left_end, gap.right_end) == ends
        longer = max(gap.left_end - gap.left, gap.right_end - gap.right)
        cut = one_sided and (edge or longer > 3)
        if cut and edge and longer < 2:
            continue
        changes.append((gap, cut))
    if len(changes) > 3:
        hull = Gap(gaps[0].left, gaps[-1].left_end, gaps[0].right, gaps[-1].right_end)
        return [(hull, False)]
    return changes


def _is_marked(sides: tuple[Side, Side], places: list[list[int]], gap: Gap) -> bool:
    """Whether brackets or an ellipsis say that words were left out or put in."""
    for side, own, first, end in (
        (sides[0], places[0], gap.left, gap.left_end),
        (sides[1], places[1], gap.right, gap.right_end),
    ):
        low = own[first - 1] + 1 if first else 0
        high = own[end] if end < len(own) else len(side.words)
        if _has_ellipsis(side.words, low, high):
            return True
    return False


def _same_letters(spelt: list[list[str]], gap: Gap) -> bool:
    """“can not” and “cannot”, “it's” and “it is” are the same."""
    left, right = (
        "".join(CONTRACTED.get(w, w) for w in words).replace(" ", "")
        for words in (spelt[0][gap.left : gap.left_end], spelt[1][gap.right : gap.right_end])
    )
    return left == right


def _unquoted(sides: tuple[Side, Side], aligned: Alignment) -> Iterator[Difference]:
    """One side quotes whole what the other tells in its own voice."""
    left, right = sides
    shorter = min(len(left.words), len(right.words))
    quoted = left if left.told.statement.mode == "direct" else right
    other = right if quoted is left else left
    if shorter < SHORTEST or aligned.share(shorter) < ALIKE * 0.6 or other.told.statement.quotes:
        return
    who = other.told.statement.speaker
    note = "one side quotes these words, the other tells them without quotation marks"
    if who is not None:
        whole = ((0, len(left.words)), (0, len(right.words)))
        yield difference("quotation_made_indirect", sides, *whole, note, 1)
