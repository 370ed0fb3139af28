"""Who is said to say it: a speaker that only one side has, or another one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from vigil.evidence.contrasts.difference import Difference
from vigil.evidence.contrasts.side import Alignment, Side
from vigil.evidence.statement import Speaker
from vigil.evidence.words.synonyms import STOP_WORDS


def find(sides: tuple[Side, Side], aligned: Alignment) -> Iterator[Difference]:
    """One side tells as a fact what the other has somebody say."""
    said = [s for s in sides if s.told.statement.speaker or s.told.statement.mode != "narrated"]
    if len(said) != 1:
        return
    speaker = said[0].told.statement.speaker
    if speaker is not None and _is_named(speaker, sides[0] if said[0] is sides[1] else sides[1]):
        return
    plain = 0 if said[0] is sides[1] else 1
    if _hangs_on_another(sides[plain], [pair[plain] for pair in aligned.pairs]):
        return
    name = speaker.name if speaker else "a speaker"
    yield Difference(
        "attribution_lost",
        sides[0].told.at,
        sides[1].told.at,
        f"one side has it said by {name}, the other tells it as a fact",
        2,
    )


def _hangs_on_another(side: Side, shared: list[int]) -> bool:
    """“It discovered that …”, “that … was denied by the line”: told on somebody's word, too.

    What both share begins after a “that”; or with it, as the first word of the sentence.
    """
    first = next((i for i in shared if side.words[i].low not in STOP_WORDS), 0)
    ahead = [w.low for w in side.words[:first]]
    return "that" in ahead[-3:] and (len(ahead) > 3 or ahead[0] == "that")


def _is_named(speaker: Speaker, side: Side) -> bool:
    """Whether a sentence names the speaker or whom the speaker speaks for, or says “she said”."""
    names = f"{speaker.name} {speaker.organisation or ''}".split()
    words = {w.text for w in side.around}
    for before, word in pairwise(side.around):
        if before.low in ("he", "she", "they", "it") and word.low in ("said", "says", "added"):
            return True  # “on Monday, she said, …”: by whom stands in the sentence
    own = (name for name in names if name[0].isupper() and len(name) > 2 and name != "The")
    return any(name in words for name in own)
