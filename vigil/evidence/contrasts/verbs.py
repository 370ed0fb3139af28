"""Verbs of a side: where they stand, how sure and when they say that it happens.

A tense says too little across direct and indirect speech ("is" becomes "was"): what counts is
whether something is done, goes on, or is to come.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from vigil.evidence.contrasts.side import Word
from vigil.evidence.contrasts.word_forms import BASES, IRREGULAR, listed

BE = frozenset(
    listed(
        """
    is are was were be been being am
    """
    )
)
HAVE = frozenset(["has", "have", "had", "having"])
MODALS = frozenset(
    listed(
        """
        will would could may might can should must shall cannot ought
        """
    )
)
FUTURE = frozenset(["will", "would", "shall"])
NEGATIONS = frozenset(
    listed(
        """
        not never no neither nor none without cannot nobody nothing
        """
    )
)
BETWEEN = frozenset(  # may stand between the parts of a verb
    listed(
        """
        not never also already now still then currently recently previously only just since
        reportedly allegedly apparently likely probably possibly actively repeatedly quietly
        secretly soon immediately formally officially publicly first finally largely fully in the
        to
        """
    )
)
COMING = frozenset(listed("set due about expected scheduled poised slated expected"))
SUBJECTS = frozenset(
    listed(
        """
        it they he she we i you who which that this these those
        """
    )
)

Time = Literal["done", "ongoing", "future", "perfect_ongoing", "present", ""]


class Verb(NamedTuple):
    """A verb form: its place, where its auxiliaries begin, when it is said to happen."""

    place: int
    first: int
    time: Time
    passive: bool


def is_participle(word: Word) -> bool:
    """Whether a word may be a past form: `sent`, `shipped`."""
    low = word.low
    return low.endswith("ed") or (low in IRREGULAR and not low.endswith("ing") and low not in BE)


def verb_at(words: list[Word], i: int) -> Verb | None:
    """The verb form that a word ends, if the words before it make it one."""
    word = words[i]
    low = word.low
    if word.capital and i and not words[i - 1].before.endswith("."):
        return None
    first, helpers = _helpers(words, i)
    has_be = bool(helpers & BE)
    if low.endswith("ing") and len(low) > 4:
        if not has_be:
            return None
        if helpers & MODALS or "going" in helpers:
            return Verb(i, first, "future", False)
        if helpers & HAVE and "been" in helpers:
            return Verb(i, first, "perfect_ongoing", "being" in helpers)
        return Verb(i, first, "ongoing", False)
    if is_participle(word):
        if helpers & FUTURE and not helpers & HAVE:
            return Verb(i, first, "future", has_be)
        if helpers & MODALS:
            return Verb(i, first, "", has_be)
        if "being" in helpers:
            return Verb(i, first, "ongoing", True)
        if "be" in helpers:
            return Verb(i, first, "future" if helpers & (BE - {"be"}) else "", True)
        if helpers & {"is", "are"} and not helpers & HAVE and not helpers & {"was", "were"}:
            return Verb(i, first, "present", True)  # “is coordinated”
        if has_be or helpers & HAVE:
            return Verb(i, first, "done", has_be)
        if (
            i
            and (words[i - 1].before or not words[i - 1].capital)
            and words[i - 1].low
            in (
                "the",
                "a",
                "an",
                "of",
                "in",
                "newly",
                "to",
                "by",
                "for",
                "its",
                "their",
                "more",
            )
        ):
            return None  # an adjective: “the planned site”
        return Verb(i, i, "done", False)
    if helpers & FUTURE:
        return Verb(i, first, "future", False)
    if helpers & (MODALS - FUTURE):
        return Verb(i, first, "", False)
    if "to" in helpers:
        return Verb(i, first, "future" if helpers & BE else "", False)
    if helpers & frozenset({"do", "does", "did"}):
        return Verb(i, first, "done" if "did" in helpers else "present", False)
    if (word.stem and low in BASES) or (i and _is_subject(words[i - 1])):
        return Verb(i, i, "present", False)
    return None


def _helpers(words: list[Word], i: int) -> tuple[int, frozenset[str]]:
    """The auxiliaries before a word: where they begin and which they are."""
    found: list[str] = []
    first, j = i, i - 1
    while j >= 0 and i - j <= 6:
        word = words[j]
        if words[j + 1].before and words[j + 1].before != "-":
            break
        low = word.low
        if low.endswith("n't"):
            low = {"won't": "will", "can't": "can"}.get(low, low[:-3])
        if low in BE or low in HAVE or low in MODALS or low in ("do", "does", "did", "going"):
            found.append(low)
            first = j
        elif low == "to" and j == i - 1 and not is_participle(words[i]):
            found.append("to")
            first = j
        elif low in COMING and words[j + 1].low == "to":
            pass
        elif low in BETWEEN or (low.endswith("ly") and len(low) > 4):
            if low == "to" and not found:
                break
        else:
            break
        j -= 1
    return first, frozenset(found)


def _is_subject(word: Word) -> bool:
    return word.low in SUBJECTS or (bool(word.state) and not word.possessive)


def is_negated(words: list[Word], verb: Verb) -> bool:
    """Whether a negation stands among a verb's auxiliaries or right before them."""
    for j in range(max(0, verb.first - 1), verb.place):
        low = words[j].low
        if low in ("not", "never", "cannot") or low.endswith("n't"):
            return True
    return False
