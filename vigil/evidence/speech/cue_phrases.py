"""Other ways to name who says something: "according to", "saying", "called it", a colon."""

from __future__ import annotations

from collections.abc import Sequence

from vigil.evidence.speech.adverbials import is_trailer, said_from, to_quote
from vigil.evidence.speech.cue_clause import Attribution, Range, floor_of
from vigil.evidence.speech.cue_verbs import (
    past_charges,
    takes_clause,
)
from vigil.evidence.speech.cues import (
    BETWEEN,
    ISSUED,
    LABELS,
    SAID_IN,
    Cue,
)
from vigil.evidence.speech.quoted_words import QUOTE, Word
from vigil.evidence.speech.speaker_words import (
    DOCUMENTS,
    ROLES,
    is_role,
)
from vigil.evidence.speech.subjects import (
    DETERMINERS,
    NEAR,
    aside_of,
    is_speaker,
    main_subject,
    names_only,
    next_comma,
    noun_start,
    opening_subject,
    subject_of,
)

_ACCORDING = Cue("according", "phrase", "say", True, True)
_ISSUED = Cue("issue", "past", "write", False, False)
_ISSUED_PASSIVE = Cue("quote", "passive", "write", False, False)
_COLON = Cue(":", "phrase", "say", True, True)


def participle(
    words: Sequence[Word], i: int, cue: Cue, found: list[Attribution], end: int
) -> Attribution | None:
    """`…, adding that …`, `an advisory stating, “…”`."""
    after, told = said_from(words, i + 1, cue, end)
    after = to_quote(words, after, end)
    quoted = i > 1 and words[i - 1].lower == "as"
    if not quoted and (after >= end or not takes_clause(words, i, after, cue, end)):
        return None
    start = after + 1 if after < end and words[after].lower == "that" else after
    start, at = past_charges(words, start, cue, (i, i + 1), end)
    if start >= end and not quoted:
        return None
    before = words[i - 1].lower if i else ""
    one = Attribution(at, cue, None, "before", [(start, end)], i, told=told)
    if before == "as":
        return _quoted_as(words, one, i, end)
    if before in DOCUMENTS or before in SAID_IN:
        one.subject, one.clause = _issuer(words, i, floor_of(found))
        return one
    if before in {",", "and", "by", "", QUOTE, "—", "while", "before"}:
        one.clause = i - 1 if before in {",", "and"} else i
        if found:
            one.inherits = True
            return one
        main = opening_subject(words, i)
        if main is not None:
            one.subject, one.aside = main, aside_of(words, main[1], i)
            return one
    return None


def _quoted_as(words: Sequence[Word], one: Attribution, i: int, end: int) -> Attribution | None:
    """`TASS quoted Novak as saying …`, `…, Novak was quoted as saying`."""
    low = max(0, i - NEAR)
    k = i - 2
    while k >= low and words[k].lower not in {"quoted", "cited", "quotes", "cites", "quoting"}:
        k -= 1
    if k < low:
        return None
    one.cue = (k, one.cue[1])
    if k < i - 2 and words[k + 1].lower == "by":
        one.told = (k + 2, i - 1)
    elif k < i - 2:
        one.subject, one.clause = (k + 1, i - 1), k
        passer = subject_of(words, k, _ISSUED, 0)
        if passer is not None and is_speaker(words, passer.at):
            one.clause, one.told = passer.clause, passer.at
        if not one.complements[0][0] < end and words[one.clause - 1].lower == QUOTE:
            one.how, one.complements = "behind", [(0, one.clause)]
        return one
    j = k - 1
    while j >= 0 and words[j].lower in BETWEEN:
        j -= 1
    if j > 0 and words[j].lower == ",":
        apart = subject_of(words, k, _ISSUED_PASSIVE, 0)
        if apart is not None and apart.aside is not None:
            one.aside, j = apart.aside, apart.at[1] - 1
    left = noun_start(words, j + 1, 0)
    if left > j or not is_speaker(words, (left, j + 1)):
        return None
    one.subject, one.clause = (left, j + 1), left
    start = one.complements[0][0] if one.complements else end
    behind = words[left - 1].lower if left else ""
    if start >= end or behind == QUOTE or words[start].lower in {"by", ".", "in", "on"}:
        one.how = "behind"
        one.complements = [(0, left)] if left else []
    return one


def _issuer(words: Sequence[Word], i: int, floor: int) -> tuple[Range, int]:
    """Who issued the document before place `i`, where the sentence says so; else the document."""
    left = noun_start(words, i, floor)
    k = i - 1
    while k > left and words[k].lower not in DETERMINERS:
        k -= 1
    if k > left and words[k - 1].lower in ISSUED:
        subject = subject_of(words, k - 1, _ISSUED, floor)
        if subject is not None and is_speaker(words, subject.at):
            return subject.at, subject.clause
    return (k, i), k


def naming(words: Sequence[Word], i: int, found: list[Attribution], end: int) -> Attribution | None:
    """`Novak called it “a crime”`: a name for something, in quotation marks."""
    if not any(w.lower == QUOTE for w in words[i + 1 : min(end, i + 14)]):
        return None
    cue = Cue(LABELS[words[i].lower], "past", "say", True, True)
    subject = subject_of(words, i, cue, floor_of(found))
    if subject is None or not is_speaker(words, subject.at):
        return None
    one = Attribution((i, i + 1), cue, subject.at, "before", [(i + 1, end)], subject.clause)
    one.aside = subject.aside
    return one


def putting(
    words: Sequence[Word], i: int, found: list[Attribution], end: int
) -> Attribution | None:
    """`As Novak put it, “…”`, `Novak put it this way: “…”`."""
    cue = Cue("put", "past", "say", True, True)
    subject = subject_of(words, i, cue, floor_of(found))
    if subject is None or not is_speaker(words, subject.at):
        return None
    one = Attribution((i, i + 2), cue, subject.at, "before", [], subject.clause, subject.aside)
    quote = next((k for k in range(i + 2, end) if words[k].lower == QUOTE), None)
    if quote is not None:
        one.complements = [(quote, end)]
    elif subject.clause > 1:
        one.how, one.complements = "behind", [(0, subject.clause)]
    return one if one.complements else None


def source_phrase(
    words: Sequence[Word], i: int, start: int, found: list[Attribution], end: int
) -> Attribution | None:
    """`according to Reuters`."""
    right = start
    commas = 0
    while right < end and right - start < NEAR:
        low = words[right].lower
        if low in {",", ";", QUOTE, ":", "(", ")", "—", "–"} or (
            low in {"that", "who", "which", "but", "while", "and"}
            and not (low == "and" and names_only(words, start, right))
        ):
            break
        right += 1
        commas += 1
    if right <= start or not is_speaker(words, (start, right)):
        return None
    one = Attribution((i, start), _ACCORDING, (start, right), "phrase", [], i)
    if (
        i == 0
        or words[i - 1].lower in {"and", "but", ";", "while"}
        or (i <= 2 and words[i - 1].lower == ",")
    ):
        after = right
        if after < end and words[after].lower == ",":
            close = _aside_end(words, after, end)
            if close is not None:
                one.aside = (after + 1, close)
                after = close
            after += 1
        if after < end:
            one.complements = [(after, end)]
        return one
    left = i
    while left and words[left - 1].lower in {",", "—", "–", "("}:
        left -= 1
    second = _second_part(words, found, left)
    if second is not None:
        one.complements = [(second, left)]
    elif not found and left:
        one.complements = [(0, left)]
        if right < end and words[right].lower == "," and not is_trailer(words, right + 1, end):
            one.how = "phrase"
            one.complements.append((right + 1, end))
    return one


def _second_part(words: Sequence[Word], found: Sequence[Attribution], left: int) -> int | None:
    """`“A,” said one, but “B”, according to another`: where B begins."""
    if not found or found[-1].how not in ("behind", "around"):
        return None
    low = max(floor_of(found), left - NEAR)
    for k in range(left - 1, low, -1):
        if words[k].lower in {"but", "and", "while", ";"}:
            for earlier in found:
                earlier.complements = [(a, min(b, k)) for a, b in earlier.complements if a < k]
            return k + 1
    return None


def _aside_end(words: Sequence[Word], comma: int, end: int) -> int | None:
    """`According to Novak, the minister, …`: the comma that closes the apposition."""
    k = comma + 1
    if k >= end:
        return None
    if words[k].capital and comma and is_role(words[comma - 1].lower):
        close = next_comma(words, k, end)  # "the agency's head, Ada Fox, …"
        named = close - k <= 4 and all(w.capital for w in words[k:close])
        return close if named and close < end else None
    if words[k].lower not in DETERMINERS | ROLES | {"who"}:
        return None
    while k < end and k - comma < 14 and words[k].lower != ",":
        if words[k].lower in {
            "is",
            "are",
            "was",
            "were",
            "has",
            "have",
            "had",
            "will",
            "would",
            QUOTE,
        }:
            return None if words[comma + 1].lower != "who" else next_comma(words, k, end)
        k += 1
    held = any(w.lower in ROLES for w in words[comma + 1 : k])
    return k if k < end and words[k].lower == "," and held else None


def names_source(words: Sequence[Word], i: int) -> bool:
    """`per Reuters`, not `20 per cent`."""
    before = words[i - 1].lower if i else ","
    return before in {",", QUOTE} and (words[i + 1].capital or words[i + 1].lower in DETERMINERS)


def headline_source(words: Sequence[Word]) -> list[Attribution]:
    """`Talks went well: White House` and `Novak: “We will go”`."""
    end = content_end(words)
    for k in range(1, end - 1):
        if words[k].lower not in {":", "—", "–", "-"}:
            continue
        after = (k + 1, end)
        if end - k <= 6 and names_only(words, *after) and is_speaker(words, after):
            return [Attribution((k, k + 1), _COLON, after, "behind", [(0, k)], k)]
        if (
            words[k].lower == ":"
            and k <= 4
            and words[k + 1].lower == QUOTE
            and (is_speaker(words, (0, k)))
        ):
            return [Attribution((k, k + 1), _COLON, (0, k), "before", [(k + 1, end)], 0)]
    return []


def before_colon(words: Sequence[Word], end: int) -> list[Attribution]:
    """`Novak was blunt: “No.”`: no verb of saying, but a colon before a quotation."""
    for k in range(1, end - 1):
        if words[k].lower == ":" and words[k + 1].lower == QUOTE:
            main = main_subject(words, k)
            if main is None:
                return []
            one = Attribution((k, k + 1), _COLON, main, "before", [(k + 1, end)], 0)
            if main[1] + 1 < k and words[main[1]].lower == ",":
                one.aside = (main[1] + 1, k)
            return [one]
    return _dash(words, end)


def _dash(words: Sequence[Word], end: int) -> list[Attribution]:
    """`“Nobody listens” — Olga Reyes, mayor`: a quotation set apart with its speaker."""
    if end < 3 or words[0].lower != QUOTE or words[1].lower not in {"—", "–", "-"}:
        return []
    stop = next_comma(words, 2, end)
    if not names_only(words, 2, stop) or not is_speaker(words, (2, stop)):
        return []
    one = Attribution((1, 2), _COLON, (2, stop), "behind", [(0, 1)], 1)
    if stop + 1 < end:
        one.aside = (stop + 1, end)
    return [one]


def content_end(words: Sequence[Word]) -> int:
    """The place behind the last word, full stops aside."""
    end = len(words)
    while end and words[end - 1].lower in {".", "!", "?", "…"}:
        end -= 1
    return end
