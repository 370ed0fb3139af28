"""How something is stated: hedged, negated, as a denial or a fear; looked for where words hint."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from vigil.evidence.speech.denied import DENIAL_HINTS, is_denial
from vigil.evidence.speech.hedge_words import HEDGES
from vigil.evidence.speech.hedges import (
    CONCERN_HINTS,
    NEGATIONS,
    hedges_in,
    is_concern,
    is_negated,
)
from vigil.evidence.speech.quoted_words import Word
from vigil.evidence.speech.word_table import table
from vigil.evidence.statement import Hedge

_EVERYWHERE = table("is are was were as to on in not if the of can")
# The first word of each hedge that does not stand everywhere: "expected" of "is expected to".
_HEDGE_HINTS = frozenset(
    next((word for word in phrase if word not in _EVERYWHERE), phrase[0])
    for phrases in HEDGES.values()
    for phrase, _ in phrases
)


class Tone(msgspec.Struct, frozen=True):
    """What words tell of how they are meant; the fields are those of a statement."""

    hedges: tuple[Hedge, ...]
    negated: bool
    denial: bool
    concern: bool


def tone_of(words: Sequence[Word]) -> Tone:
    """The tone of what is stated; one look at each word tells what need not be looked for."""
    lows = {word.lower for word in words}
    return Tone(
        () if lows.isdisjoint(_HEDGE_HINTS) else hedges_in(words),
        not lows.isdisjoint(NEGATIONS) and is_negated(words),
        not lows.isdisjoint(DENIAL_HINTS) and is_denial(words),
        not lows.isdisjoint(CONCERN_HINTS) and is_concern(words),
    )
