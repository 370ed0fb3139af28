"""Verbs that say that somebody says something, with a subject before or behind them."""

from __future__ import annotations

from collections.abc import Sequence

from vigil.evidence.speech.adverbials import is_scene, is_trailer, next_pause, said_from, to_quote
from vigil.evidence.speech.cue_clause import Attribution, Range, is_nested
from vigil.evidence.speech.cues import (
    BETWEEN,
    CHARGES,
    SAID_IN,
    Cue,
)
from vigil.evidence.speech.name_runs import is_nickname
from vigil.evidence.speech.quoted_words import QUOTE, Word
from vigil.evidence.speech.speaker_words import (
    DAYS,
    DOCUMENTS,
    MONTHS,
)
from vigil.evidence.speech.subjects import (
    DETERMINERS,
    MARKS,
    NEAR,
    PREPOSITIONS,
    PRONOUNS,
    SPEAKER_NOUNS,
    Subject,
    aside_of,
    is_speaker,
    next_comma,
    opening_subject,
    plural,
)
from vigil.evidence.speech.word_table import table

_LONGEST_ASIDE = 16  # words between a cue and its "that" (chosen)
_END = table(". ! ? … ; ) — – ]")


def with_subject(
    words: Sequence[Word],
    i: int,
    cue: Cue,
    subject: Subject,
    found: list[Attribution],
    end: int,
) -> Attribution | None:
    """`Novak said …`, and `…, Novak said` where nothing follows the verb."""
    after, told = said_from(words, i + 1, cue, end)
    one = Attribution((i, i + 1), cue, subject.at, "before", [], subject.clause, subject.aside)
    one.told = told
    one.nested = is_nested(found, subject.clause)
    if after < end and words[after].lower == ",":
        close = next_comma(words, after + 1, min(end, after + _LONGEST_ASIDE))
        if close + 1 < end and words[close].lower == "," and words[close + 1].lower == "that":
            after = close + 1  # "denied, in a letter to the port, that"
    ahead = words[after].lower if after < end else ""
    behind = words[subject.clause - 1].lower if subject.clause else ""
    if ahead not in {"that", QUOTE} and _closes_speech(words, subject.clause, found):
        comma = next_pause(words, after, end)
        return _tag(words, one, subject.clause, comma, found, end, QUOTE)
    if subject.bounded:
        one.complements = [(after, next_comma(words, after, end))]
        return one if takes_clause(words, i, after, cue, end) else None
    if after >= end or ahead in _END or ahead in {",", ":"}:
        return _tag(words, one, subject.clause, after, found, end, behind)
    if ahead == QUOTE:
        one.complements = [(after, end)]
        if behind == QUOTE and not found:
            one.complements.insert(0, (0, subject.clause))
        return one
    if not takes_clause(words, i, after, cue, end):
        for k in range(after, min(end - 1, after + 16)):
            if words[k].lower == ":" and words[k + 1].lower == QUOTE:
                one.complements = [(k + 1, end)]  # "appealed to residents: “…”"
                return one
        return None
    if cue.form == "plain" and not plural(words, subject.at):
        return None
    start = after + 1 if ahead == "that" else after
    start, one.cue = past_charges(words, start, cue, one.cue, end)
    if cue.sort == "admit" and start < end and words[start].lower == "to":
        start += 1
    one.complements = [(start, end)] if start < end else []
    return one if one.complements else None


def _closes_speech(words: Sequence[Word], clause: int, found: Sequence[Attribution]) -> bool:
    """Whether a quotation that ends in a comma or a question stands right before the clause."""
    before = words[clause - 1] if clause else None
    if before is None or found:
        return False
    if before.lower == "," and clause == 2:
        return words[0].lower == QUOTE  # “We object”, Novak told
    return before.text[:-1] == QUOTE and before.text[-1] in ",?!—–-…"


def takes_clause(words: Sequence[Word], i: int, after: int, cue: Cue, end: int) -> bool:
    """Whether what follows the verb can be what it says."""
    if after >= end:
        return False
    ahead = words[after].lower
    if ahead in {"that", QUOTE}:
        return True
    if cue.verb == "tell":
        return after > i + 1
    if cue.sort == "accuse":
        return any(w.lower in {"of", "for"} for w in words[after : min(end, after + 12)])
    if cue.strong:
        return ahead not in {
            "to",
            "goodbye",
            "hello",
            "so",
            "nothing",
            "something",
            "yes",
            "no",
        } or (cue.sort in ("admit", "deny"))
    if cue.nominal:
        return (
            cue.sort != "deny"
            or any(w.lower in CHARGES for w in words[after : min(end, after + 4)])
            or words[after].lower.endswith("ing")
        )
    if ahead in {"how", "why", "whether"}:
        return True
    return cue.verb in {"warn", "announce", "promise", "vow", "pledge"} and ahead in {
        "of", "against", "to", "a", "an", "the", "new", "plans",
    }  # fmt: skip


def past_charges(
    words: Sequence[Word], start: int, cue: Cue, at: Range, end: int
) -> tuple[int, Range]:
    """`rejected the allegations that …`: what is denied begins behind "that"."""
    if cue.sort not in ("deny", "admit"):
        return start, at
    for k in range(start, min(end, start + 5)):
        if words[k].lower in CHARGES:
            if k + 1 < end and words[k + 1].lower in {"that", "of"}:
                return k + 2, (at[0], k + 1)
            break
    return start, at


def _tag(
    words: Sequence[Word],
    one: Attribution,
    clause: int,
    after: int,
    found: list[Attribution],
    end: int,
    behind: str,
) -> Attribution | None:
    """A cue with nothing of its own behind it: `…, Novak said.` or `Novak said: “…”`."""
    ahead = words[after].lower if after < end else ""
    if ahead in {",", ":", "—", "–", "-"} and after + 1 < end and words[after + 1].lower == QUOTE:
        one.complements = [(after + 1, end)]
        left = clause
        while left and words[left - 1].lower in {",", "—", "–", "-"}:
            left -= 1
        if left and words[left - 1].lower == QUOTE and not found:
            one.how = "around"
            one.complements.insert(0, (0, left))
        return one
    if ahead == ":" and after + 1 < end:
        one.complements = [(after + 1, end)]
        return one
    start = found[-1].cue[1] if found else 0
    left = clause
    while left > start and words[left - 1].lower in {",", "—", "–", "-", "as", "(", "and", "but"}:
        left -= 1
    if clause and behind not in {",", QUOTE, "—", "–", "as", "("}:
        return None if not one.word.strong else _bare(one, after, end)
    if left <= start and not found:
        return _bare(one, after, end) if after >= end or ahead in {":", ","} else None
    if not one.word.strong and one.word.sort not in ("say", "write"):
        return None
    one.how = "behind"
    if not found and not is_scene(words, 0, left):
        one.complements = [(0, left)]
    elif not found:
        return _bare(one, after, end)
    if ahead == "," and not is_trailer(words, after + 1, end):
        one.how = "around"
        one.complements.append((after + 1, end))
    return one


def _bare(one: Attribution, after: int, end: int) -> Attribution | None:
    one.bare = True
    return one if after >= end or one.word.strong else None


def inverted_cue(
    words: Sequence[Word], i: int, cue: Cue, found: list[Attribution], end: int
) -> Attribution | None:
    """`“…,” said Anna Novak`, `Reports Reuters:`."""
    before = words[i - 1].lower if i else ""
    if before not in {"", ",", QUOTE, "—", "–", "so", "as", "than", "and"} or i + 1 >= end:
        return None
    right = i + 1
    while right < end and right - i < NEAR and words[right].lower not in MARKS | {QUOTE}:
        low = words[right].lower
        if (
            low in {"who", "that", "as", "when", "while", "after", "before"}
            or (
                right > i + 1
                and low in {"in", "on", "at", "during", "to", "late", "early", "this"}
                and words[right - 1].lower not in SPEAKER_NOUNS
            )
            or low in DAYS | MONTHS
            or (right > i + 1 and low in {"in", "on", "at"} and _scene_behind(words, right, end))
        ):
            break
        right += 1
        if right < end and words[right].lower == "(":
            right = _behind_brackets(words, right, end)
        elif right + 1 < end and is_nickname(words, right):
            right += 1
    while right > i + 1 and words[right - 1].lower in PREPOSITIONS | BETWEEN:
        right -= 1
    at = (i + 1, right)
    if not is_speaker(words, at) or not (
        words[i + 1].capital
        or words[i + 1].lower in DETERMINERS | SPEAKER_NOUNS | PRONOUNS | {"one"}
        or (before == QUOTE and any(w.capital for w in words[i + 2 : min(right, i + 5)]))
    ):
        return None
    if any(
        w.lower in {"was", "were", "is", "are", "had", "has", "would", "will"}
        for w in words[i + 1 : right]
    ):
        return None
    one = Attribution((i, i + 1), cue, at, "behind", [], i)
    if right < end and words[right].lower == ",":
        close = next_comma(words, right + 1, end)
        if close < end or close == end:
            one.aside = (right + 1, close)
    left = i
    while left and words[left - 1].lower in {",", "—", "–", "as", "so"}:
        left -= 1
    if not left:
        one.bare = True
        if right < end and words[right].lower in {":", ","} and right + 1 < end:
            one.bare = False
            one.how = "before"
            one.complements = [(right + 1, end)]
        return one
    if found:
        return one
    one.complements = [(0, left)]
    rest = next((k for k in range(right, end) if words[k].lower == QUOTE), None)
    if rest is not None:
        one.how = "around"
        one.complements.append((rest, end))
    return one


def _scene_behind(words: Sequence[Word], k: int, end: int) -> bool:
    """`in a letter`, `at the press conference`: where a speaker's name has ended."""
    if k + 2 >= end or words[k + 1].lower not in DETERMINERS:
        return False
    return any(w.lower in SAID_IN | DOCUMENTS for w in words[k + 2 : min(end, k + 5)])


def _behind_brackets(words: Sequence[Word], k: int, end: int) -> int:
    """`Deputy Commissioner of Police (Crime) Sanjay Rathod`: brackets within an office."""
    for close in range(k + 2, min(end - 1, k + 6)):
        if words[close].lower == ")":
            return close + 1 if words[close + 1].capital else k
    return k


def elided_cue(
    words: Sequence[Word], i: int, cue: Cue, found: list[Attribution], end: int
) -> Attribution | None:
    """`… but said that …`: the speaker of the cue before."""
    main = None if found else opening_subject(words, i)
    if not found and main is None:
        return None
    k = i - 1
    while k > 0 and (words[k].lower in BETWEEN or words[k].lower.endswith("ly")):
        if words[k].lower in {"is", "are", "was", "were", "be", "been"}:
            return None
        k -= 1
    if words[k].lower not in {"and", "but", ",", "then", "or"}:
        return None
    after, told = said_from(words, i + 1, cue, end)
    after = to_quote(words, after, end)
    if after >= end or not takes_clause(words, i, after, cue, end):
        return None
    start = after + 1 if words[after].lower == "that" else after
    start, at = past_charges(words, start, cue, (i, i + 1), end)
    clause = k - 1 if k and words[k - 1].lower == "," else k
    one = Attribution(at, cue, None, "before", [(start, end)], clause, told=told)
    one.inherits = main is None
    if main is not None:
        one.subject, one.aside = main, aside_of(words, main[1], end)
    return one if start < end else None
