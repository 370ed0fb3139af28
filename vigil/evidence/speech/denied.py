"""Denials by what is said, without a verb of denying: "the claims are baseless"."""

from __future__ import annotations

from collections.abc import Sequence

from vigil.evidence.speech.cues import CHARGES
from vigil.evidence.speech.quoted_words import Word
from vigil.evidence.speech.word_table import table

_FALSE = table(
    "false untrue baseless groundless unfounded fabricated fabrication fabrications lie lies "
    "nonsense absurd invented invention fiction fictitious slander slanderous smear smears "
    "defamatory ridiculous preposterous rubbish ludicrous laughable bogus fake fakes unproven "
    "unsubstantiated disinformation hoax"
)
_SAID = CHARGES | table("this that it these those which he she they story stories article")
_LINKS = table(
    "is are was were as be been being a an the entirely completely totally utterly wholly simply "
    "pure pack of just all categorically another nothing but so"
)
_PASSIVE = table("was were been being be is are")
_DENY = table("denies deny denying denied")
_WAVED = frozenset(
    {("ruled", "out"), ("pushed", "back"), ("brushed", "aside"), ("brushed", "off"),
     ("shrugged", "off"), ("waved", "away"), ("laughed", "off")}
)  # fmt: skip
_WAVING = frozenset(first for first, _ in _WAVED)
DENIAL_HINTS = _FALSE | _DENY | _WAVING


def is_denial(words: Sequence[Word]) -> bool:
    """Whether words say of something told that it is not so, as "denied entry" does not."""
    lows = [w.lower for w in words]
    for i, low in enumerate(lows):
        if low in _FALSE and _of_something_told(lows, i):
            return True
        if low in _DENY and not (i and lows[i - 1] in _PASSIVE | {"not", "n't", "didn't", "to"}):
            return True
        if low in _WAVING and tuple(lows[i : i + 2]) in _WAVED:
            return True
    return False


def _of_something_told(lows: Sequence[str], i: int) -> bool:
    """`the claims are entirely false`, `false accusations`, `this is a lie`."""
    if i + 1 < len(lows) and lows[i + 1] in CHARGES:
        return True
    k = i - 1
    linked = False
    while k >= 0 and lows[k] in _LINKS:
        linked = linked or lows[k] in _PASSIVE or lows[k] == "as"
        k -= 1
    return (
        linked
        and k >= 0
        and (lows[k] in _SAID or bool(CHARGES.intersection(lows[max(0, k - 6) : k])))
    )
