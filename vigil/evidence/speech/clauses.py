"""Which words of a sentence say that somebody says something, who, and what is said.

Everything here is in places of words (half-open). A cue is a verb ("said") or a phrase
("according to"); it stands before what is said, behind it, or in the middle of it.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import pairwise

from vigil.evidence.speech.cue_clause import Attribution, floor_of
from vigil.evidence.speech.cue_phrases import (
    before_colon,
    content_end,
    headline_source,
    names_source,
    naming,
    participle,
    putting,
    source_phrase,
)
from vigil.evidence.speech.cue_rarities import going_on, learning, passive
from vigil.evidence.speech.cue_verbs import (
    elided_cue,
    inverted_cue,
    with_subject,
)
from vigil.evidence.speech.cues import (
    BETWEEN,
    CUES,
    LABELS,
    MODALS,
    NEGATIONS_OF_CUES,
    Cue,
)
from vigil.evidence.speech.quoted_words import Word
from vigil.evidence.speech.subjects import (
    DETERMINERS,
    is_speaker,
    names_only,
    subject_of,
)

_NO_CUE_AFTER = MODALS | NEGATIONS_OF_CUES | DETERMINERS | {"no", "of"}
_INVERTED_FORMS = frozenset({"past", "present"})
_LEARNT = frozenset({"learned", "learnt", "understands"})
_HINTS = (
    frozenset(CUES)
    | frozenset(LABELS)
    | _LEARNT
    | {"according", "put", "puts", "words", "per", "went", "goes"}
)
_MOST = 24  # cues of one sentence; no sentence has as many, and cost stays linear (chosen)


def attributions(
    words: Sequence[Word], headline: bool = False, lows: Set[str] | None = None
) -> list[Attribution]:
    """The attributions of a sentence, in order of their cues; `lows` are its words, each once."""
    if headline and (named := headline_source(words)):
        return named
    found: list[Attribution] = []
    end = content_end(words)
    hinted = lows is None or not _HINTS.isdisjoint(lows)
    for i in [k for k, word in enumerate(words) if word.lower in _HINTS] if hinted else ():
        word = words[i]
        if found and i < found[-1].cue[1]:
            continue
        if len(found) == _MOST:
            break
        cue = CUES.get(word.lower)
        if cue is not None and word.capital and i and not (cue.strong and words[i - 1].capital):
            cue = None  # "the United States"; but "White House Says" in a headline
        one: Attribution | None = None
        if cue is not None:
            one = _verb(words, i, cue, found, end)
        elif word.lower == "according" and i + 2 < end and words[i + 1].lower == "to":
            one = source_phrase(words, i, i + 2, found, end)
        elif word.lower in {"put", "puts"} and i + 1 < end and words[i + 1].lower == "it":
            one = putting(words, i, found, end)
        elif word.lower in _LEARNT:
            one = learning(words, i, found, end)
        elif word.lower in {"went", "goes"} and i + 1 < end and words[i + 1].lower == "on":
            one = going_on(words, i, found, end)
        elif word.lower == "words" and i + 2 < end and words[i + 1].lower == "of":
            one = source_phrase(words, max(0, i - 2), i + 2, found, end)
        elif word.lower in LABELS and i + 1 < end:
            one = naming(words, i, found, end)
        elif word.lower == "per" and i + 1 < end and names_source(words, i):
            one = source_phrase(words, i, i + 1, found, end)
        if one is not None:
            _shorten(words, found, one)
            found.append(one)
    kept = [a for a in found if a.complements or a.bare or a.how != "before"]
    for before, one in pairwise(found):
        if one.inherits and before.subject is not None and before not in kept:
            one.subject, one.aside, one.inherits = before.subject, before.aside, False
    return kept or before_colon(words, end)


def _verb(
    words: Sequence[Word], i: int, cue: Cue, found: list[Attribution], end: int
) -> Attribution | None:
    floor = floor_of(found)
    if cue.form == "ing" and not _progressive(words, i, floor):
        return participle(words, i, cue, found, end)
    if i and words[i - 1].lower in _NO_CUE_AFTER:
        return None
    if cue.form == "past" and i + 2 < len(words) and words[i + 1].lower == "by":
        handed = passive(words, i, cue, found, end)
        if handed is not None:
            return handed
    if (
        cue.form in _INVERTED_FORMS
        and cue.verb not in {"tell", "inform", "assure", "remind"}
        and i
        and words[i - 1].lower in {",", "—", "–"}
    ):
        inverted = inverted_cue(words, i, cue, found, end)
        if inverted is not None and inverted.subject is not None:
            right = inverted.subject[1]
            set_apart = subject_of(words, i, cue, floor)
            if (right >= end or words[right].lower in {",", ";"}) and not (
                set_apart is not None
                and set_apart.aside is not None
                and names_only(words, *set_apart.at)
                and (
                    names_only(words, *set_apart.aside) or not names_only(words, *inverted.subject)
                )
            ):
                return inverted
    subject = subject_of(words, i, cue, floor)
    if subject is not None and is_speaker(words, subject.at, cue.strong):
        return with_subject(words, i, cue, subject, found, end)
    if cue.form in _INVERTED_FORMS and subject is None:
        inverted = inverted_cue(words, i, cue, found, end)
        if inverted is not None:
            return inverted
    return elided_cue(words, i, cue, found, end)


def _progressive(words: Sequence[Word], i: int, floor: int) -> bool:
    j = i - 1
    while j >= floor and (words[j].lower in BETWEEN or words[j].lower.endswith("ly")):
        if words[j].lower in {"is", "are", "was", "were", "been"}:
            return True
        j -= 1
    return False


def _shorten(words: Sequence[Word], found: list[Attribution], one: Attribution) -> None:
    """What was said before ends where the next one's clause begins."""
    if one.nested or not found or (one.how != "before" and one.how != "phrase"):
        limit = one.clause if found and one.how == "behind" else None
    else:
        limit = one.clause
    if limit is None:
        return
    while limit and words[limit - 1].lower in {",", "and", "but", ";", "while", "though", "as"}:
        limit -= 1
    for earlier in found:
        earlier.complements = [
            (left, min(right, limit)) for left, right in earlier.complements if left < limit
        ]
