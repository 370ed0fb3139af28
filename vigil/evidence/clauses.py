"""Which words of a sentence say that somebody says something, who, and what is said.

Everything here is in places of words (half-open). A cue is a verb ("said") or a phrase
("according to"); it stands before what is said, behind it, or in the middle of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

import msgspec

from vigil.evidence.agencies import agency_of
from vigil.evidence.cues import (
    BETWEEN,
    CHARGES,
    CUES,
    ISSUED,
    LABELS,
    MODALS,
    NEGATIONS_OF_CUES,
    SAID_IN,
    Cue,
)
from vigil.evidence.quoted_words import QUOTE, Word
from vigil.evidence.speaker_words import (
    BODIES,
    DAYS,
    DOCUMENTS,
    MONTHS,
    OUTLETS,
    ROLE_WORDS,
    ROLES,
    UNNAMED,
    is_role,
)
from vigil.evidence.word_table import table

Range = tuple[int, int]
PRONOUNS = table("he she they it we i you him her them")
SPEAKER_NOUNS = ROLES | UNNAMED | BODIES | DOCUMENTS | OUTLETS
_MARKS = frozenset({",", ";", ":", "—", "–", "-", "(", ")", "[", "]", ".", "!", "?", "…", '"'})
_BORDERS = (
    _MARKS
    | table(
        "that which who whom whose what where when while but because although though if as than "
        "after before since until whether so yet nor"
    )
    | {QUOTE}
)
_END = table(". ! ? … ; ) — – ]")
_PREPOSITIONS = table(
    "on in at during after before to by from via through for into inside outside under amid "
    "following since until about over near with"
)
_DETERMINERS = table("a an the his her its their our this that these those")
_ARTICLES = table("the a an his her its their our")
_SHORT_NOUN = 6  # words of a noun phrase that needs no known word to speak (chosen)
_NO_CUE_AFTER = MODALS | NEGATIONS_OF_CUES | _DETERMINERS | {"no", "of"}
_AUXILIARIES = table("did does do not has have had is are was were will would be been")
_NO_ADVERBS = table("is are was were has have had did all both one even just being")
_OPENERS = table(
    "on in at during after before to via by from posted through published released issued carried "
    "of for following outside ahead"
)
_INVERTED_FORMS = frozenset({"past", "present"})
_MOST = 24  # cues of one sentence; no sentence has as many, and cost stays linear (chosen)
_NEAR = 30  # words that a subject may be away from its verb, so that cost stays linear (chosen)


class Attribution(msgspec.Struct):
    """One cue with its subject and what it says; `inherits`: the speaker of the one before."""

    cue: Range
    word: Cue
    subject: Range | None
    how: Literal["before", "behind", "around", "phrase"]
    complements: list[Range]
    clause: int  # where its clause begins
    aside: Range | None = None  # an apposition of the subject
    inherits: bool = False
    nested: bool = False  # stands in what the one before says
    bare: bool = False  # nothing is said in this sentence: "Novak said:"
    told: Range | None = None  # "told AFP"
    basis: Range | None = None


class _Subject(NamedTuple):
    at: Range
    aside: Range | None
    clause: int
    bounded: bool = False


_ACCORDING = Cue("according", "phrase", "say", True, True)
_ISSUED = Cue("issue", "past", "write", False, False)
_COLON = Cue(":", "phrase", "say", True, True)


def attributions(words: Sequence[Word], headline: bool = False) -> list[Attribution]:
    """The attributions of a sentence, in order of their cues."""
    if headline and (named := _headline(words)):
        return named
    found: list[Attribution] = []
    end = _content_end(words)
    for i, word in enumerate(words):
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
            one = _phrase(words, i, i + 2, found, end)
        elif word.lower in {"put", "puts"} and i + 1 < end and words[i + 1].lower == "it":
            one = _put(words, i, found, end)
        elif word.lower == "words" and i + 2 < end and words[i + 1].lower == "of":
            one = _phrase(words, max(0, i - 2), i + 2, found, end)
        elif word.lower in LABELS and i + 1 < end:
            one = _label(words, i, found, end)
        elif word.lower == "per" and i + 1 < end and _names_source(words, i):
            one = _phrase(words, i, i + 1, found, end)
        if one is not None:
            _shorten(words, found, one)
            found.append(one)
    kept = [a for a in found if a.complements or a.bare or a.how != "before"]
    return kept or _colon(words, end)


def _headline(words: Sequence[Word]) -> list[Attribution]:
    """`Talks went well: White House` and `Novak: “We will go”`."""
    end = _content_end(words)
    for k in range(1, end - 1):
        if words[k].lower not in {":", "—", "–", "-"}:
            continue
        after = (k + 1, end)
        if end - k <= 6 and _names_only(words, *after) and _is_speaker(words, after):
            return [Attribution((k, k + 1), _COLON, after, "behind", [(0, k)], k)]
        if (
            words[k].lower == ":"
            and k <= 4
            and words[k + 1].lower == QUOTE
            and (_is_speaker(words, (0, k)))
        ):
            return [Attribution((k, k + 1), _COLON, (0, k), "before", [(k + 1, end)], 0)]
    return []


def _colon(words: Sequence[Word], end: int) -> list[Attribution]:
    """`Novak was blunt: “No.”`: no verb of saying, but a colon before a quotation."""
    for k in range(1, end - 1):
        if words[k].lower == ":" and words[k + 1].lower == QUOTE:
            main = _main_subject(words, k)
            if main is None:
                return []
            return [Attribution((k, k + 1), _COLON, main, "before", [(k + 1, end)], 0)]
    return []


def _names_source(words: Sequence[Word], i: int) -> bool:
    """`per Reuters`, not `20 per cent`."""
    before = words[i - 1].lower if i else ","
    return before in {",", QUOTE} and (words[i + 1].capital or words[i + 1].lower in _DETERMINERS)


def _content_end(words: Sequence[Word]) -> int:
    end = len(words)
    while end and words[end - 1].lower in {".", "!", "?", "…"}:
        end -= 1
    return end


def _floor(found: Sequence[Attribution]) -> int:
    return max((max(a.cue[1], a.subject[1] if a.subject else 0) for a in found), default=0)


def _verb(
    words: Sequence[Word], i: int, cue: Cue, found: list[Attribution], end: int
) -> Attribution | None:
    floor = _floor(found)
    if cue.form == "ing" and not _progressive(words, i, floor):
        return _participle(words, i, cue, found, end)
    if i and words[i - 1].lower in _NO_CUE_AFTER:
        return None
    if (
        cue.form in _INVERTED_FORMS
        and cue.verb not in {"tell", "inform", "assure", "remind"}
        and i
        and words[i - 1].lower in {",", "—", "–"}
    ):
        inverted = _inverted(words, i, cue, found, end)
        if inverted is not None and inverted.subject is not None:
            right = inverted.subject[1]
            if right >= end or words[right].lower in {",", ";"}:
                return inverted
    subject = _subject(words, i, cue, floor)
    if subject is not None and _is_speaker(words, subject.at, cue.strong):
        return _with_subject(words, i, cue, subject, found, end)
    if cue.form in _INVERTED_FORMS and subject is None:
        inverted = _inverted(words, i, cue, found, end)
        if inverted is not None:
            return inverted
    return _elided(words, i, cue, found, end)


def _progressive(words: Sequence[Word], i: int, floor: int) -> bool:
    j = i - 1
    while j >= floor and (words[j].lower in BETWEEN or words[j].lower.endswith("ly")):
        if words[j].lower in {"is", "are", "was", "were", "been"}:
            return True
        j -= 1
    return False


def _subject(words: Sequence[Word], i: int, cue: Cue, floor: int) -> _Subject | None:
    """The words before the verb that may be its subject; None where there are none."""
    j = i - 1
    passive = False
    while j >= floor:
        low = words[j].lower
        if low in MODALS or low in NEGATIONS_OF_CUES:
            return None
        if low in {"is", "are", "was", "were", "be", "been", "being"}:
            passive = True
        elif not (low in BETWEEN or (low.endswith("ly") and words[j].text.islower())):
            break
        j -= 1
    if passive and cue.form == "past":
        return None
    j = _without_time(words, j, floor)
    if j < floor:
        return None
    low = words[j].lower
    if low == "who":
        right = j - (1 if j and words[j - 1].lower == "," else 0)
        left = _left(words, right, floor)
        return _Subject((left, right), None, left, True) if left < right else None
    if low == ",":
        return _with_aside(words, j, floor)
    if low in _BORDERS:
        return None
    left = _left(words, j + 1, floor)
    return _Subject((left, j + 1), None, left) if left <= j else None


def _with_aside(words: Sequence[Word], comma: int, floor: int) -> _Subject | None:
    """`Novak, the minister, said`: the subject stands before the comma before."""
    k = comma - 1
    low = max(floor, comma - _NEAR)
    while k >= low and words[k].lower not in {",", QUOTE, ";", ":"}:
        k -= 1
    if k <= low or words[k].lower != "," or k == comma - 1:
        return None
    left = _left(words, k, floor)
    if left >= k or words[left].lower in _PREPOSITIONS:
        return None
    return _Subject((left, k), (k + 1, comma), left)


def _without_time(words: Sequence[Word], j: int, floor: int) -> int:
    """Passes over "on Friday", "late on June 9", "in a statement" to the left."""
    while j >= floor:
        k = j
        while k > floor and (words[k].lower in DAYS | MONTHS or words[k].text[:1].isdigit()):
            k -= 1
        if k < j:
            while k > floor and words[k].lower in {
                "on", "late", "early", "last", "this", "in", "by", "earlier", "at", "since", "the",
            }:  # fmt: skip
                k -= 1
            if words[k].lower in _BORDERS and words[k].lower != ",":
                return j
            j = k
            continue
        if words[j].lower in SAID_IN:
            for back in (2, 3, 4):
                if j - back >= floor and words[j - back].lower in {
                    "in",
                    "at",
                    "during",
                    "via",
                    "on",
                }:
                    j -= back + 1
                    break
            else:
                return j
            continue
        return j
    return j


def _left(words: Sequence[Word], right: int, floor: int) -> int:
    """Where the noun phrase that ends before `right` begins."""
    k = right
    low = max(floor, right - _NEAR)
    crossed = False
    while k > low:
        before = words[k - 1].lower
        if before in ("and", "or"):
            right_of_list = k - 2 if k > low + 1 and words[k - 2].lower == "," else k - 1
            if not _names_only(words, _segment(words, right_of_list, low), right_of_list):
                break
            crossed = True
        elif before == "," and crossed:
            left = _segment(words, k - 1, low)
            if left == k - 1 or not _names_only(words, left, k - 1):
                break
        elif before in _BORDERS:
            break
        k -= 1
    return k


def _segment(words: Sequence[Word], right: int, low: int) -> int:
    k = right
    while k > low and words[k - 1].lower not in _BORDERS and words[k - 1].lower != "and":
        k -= 1
    return k


def _names_only(words: Sequence[Word], left: int, right: int) -> bool:
    """Whether words are a name or a description of a speaker, without a verb."""
    if left >= right or words[left].lower in _PREPOSITIONS:
        return False
    return all(
        w.capital or w.lower in _DETERMINERS or w.lower in ROLE_WORDS or w.lower in SPEAKER_NOUNS
        for w in words[left:right]
    )


def _is_speaker(words: Sequence[Word], at: Range, strong: bool = False) -> bool:
    """Whether a noun phrase can speak: a pronoun, a name, or a word for people and bodies.

    Before a strong cue ("said") anything with an article can.
    """
    left, right = at
    if left >= right:
        return False
    if right - left == 1 and words[left].lower in PRONOUNS:
        return True
    if any(w.lower in _AUXILIARIES for w in words[left:right]):
        return False
    if strong and words[left].lower in _ARTICLES and 1 < right - left <= _SHORT_NOUN:
        return True
    for k in range(left, right):
        word = words[k]
        if word.lower in SPEAKER_NOUNS or is_role(word.lower):
            return True
        if (
            word.lower in _PREPOSITIONS
            and k > left
            and not any(w.capital for w in words[left + 1 : k])
        ):
            continue
        if word.capital and word.lower not in DAYS | MONTHS | _DETERMINERS | _PREPOSITIONS:
            return k > left or right - left == 1 or word.text[1:].islower() or word.text.isupper()
    return False


def _with_subject(
    words: Sequence[Word],
    i: int,
    cue: Cue,
    subject: _Subject,
    found: list[Attribution],
    end: int,
) -> Attribution | None:
    after, told = _after(words, i + 1, cue, end)
    one = Attribution((i, i + 1), cue, subject.at, "before", [], subject.clause, subject.aside)
    one.told = told
    one.nested = _is_nested(found, subject.clause)
    ahead = words[after].lower if after < end else ""
    behind = words[subject.clause - 1].lower if subject.clause else ""
    if ahead not in {"that", QUOTE} and _closes_speech(words, subject.clause, found):
        comma = _pause(words, after, end)
        return _tag(words, one, subject.clause, comma, found, end, QUOTE)
    if subject.bounded:
        one.complements = [(after, _comma(words, after, end))]
        return one if _takes(words, i, after, cue, end) else None
    if after >= end or ahead in _END or ahead in {",", ":"}:
        return _tag(words, one, subject.clause, after, found, end, behind)
    if ahead == QUOTE:
        one.complements = [(after, end)]
        if behind == QUOTE and not found:
            one.complements.insert(0, (0, subject.clause))
        return one
    if not _takes(words, i, after, cue, end):
        return None
    if cue.form == "plain" and not _plural(words, subject.at):
        return None
    start = after + 1 if ahead == "that" else after
    start, one.cue = _past_charges(words, start, cue, one.cue, end)
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


def _plural(words: Sequence[Word], at: Range) -> bool:
    """Whether "say" goes with the subject: several, or a pronoun that takes the plain form."""
    left, right = at
    last = words[right - 1].lower
    if last in {"he", "she", "it"}:
        return False
    several = any(w.lower == "and" for w in words[left:right])
    return (
        several
        or last in PRONOUNS
        or last in UNNAMED
        or any(w.lower.endswith("s") or w.lower in UNNAMED for w in words[left:right])
    )


def _is_nested(found: Sequence[Attribution], clause: int) -> bool:
    return bool(found) and any(c[0] == clause for c in found[-1].complements)


def _takes(words: Sequence[Word], i: int, after: int, cue: Cue, end: int) -> bool:
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


def _past_charges(
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


def _pause(words: Sequence[Word], start: int, end: int) -> int:
    """The next comma, or the mark that stands before the next quotation."""
    k = start
    while k < end and words[k].lower not in {",", ";"}:
        if k + 1 < end and words[k].lower in {":", "—", "–", "-"} and words[k + 1].lower == QUOTE:
            return k
        k += 1
    return k


def _comma(words: Sequence[Word], start: int, end: int) -> int:
    k = start
    while k < end and words[k].lower not in {",", ";"}:
        k += 1
    return k


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
    if ahead == "," and not _is_trailer(words, after + 1, end):
        one.how = "around"
        one.complements.append((after + 1, end))
    return one


def _bare(one: Attribution, after: int, end: int) -> Attribution | None:
    one.bare = True
    return one if after >= end or one.word.strong else None


def is_scene(words: Sequence[Word], left: int, right: int) -> bool:
    """Whether words only set the scene: "On Friday", "In a statement", "On the other hand"."""
    if left >= right:
        return True
    return words[left].lower in _PREPOSITIONS and (
        right - left <= 6
        and any(w.lower in DAYS | MONTHS | SAID_IN | {"hand", "time"} for w in words[left:right])
    )


def _is_trailer(words: Sequence[Word], left: int, end: int) -> bool:
    """Whether what follows a tag belongs to the tag: "citing …", "adding that …"."""
    if left >= end:
        return True
    low = words[left].lower
    return low in {"citing", "quoting", "according", "speaking", "referring", "who", "as", "per",
                   "which", "but", "though", "although", "while", "after", "when"} or (
        low in CUES and CUES[low].form == "ing"
    ) or (low in _PREPOSITIONS and is_scene(words, left, min(end, left + 6)))  # fmt: skip


def _inverted(
    words: Sequence[Word], i: int, cue: Cue, found: list[Attribution], end: int
) -> Attribution | None:
    """`“…,” said Anna Novak`, `Reports Reuters:`."""
    before = words[i - 1].lower if i else ""
    if before not in {"", ",", QUOTE, "—", "–", "so", "as", "than", "and"} or i + 1 >= end:
        return None
    right = i + 1
    while right < end and right - i < _NEAR and words[right].lower not in _MARKS | {QUOTE}:
        low = words[right].lower
        if (
            low in {"who", "that", "as", "when", "while", "after", "before"}
            or (
                right > i + 1
                and low in {"in", "on", "at", "during", "to", "late", "early", "this"}
                and words[right - 1].lower not in SPEAKER_NOUNS
            )
            or low in DAYS | MONTHS
        ):
            break
        right += 1
    while right > i + 1 and words[right - 1].lower in _PREPOSITIONS | BETWEEN:
        right -= 1
    at = (i + 1, right)
    if not _is_speaker(words, at) or not (
        words[i + 1].capital
        or words[i + 1].lower in _DETERMINERS | SPEAKER_NOUNS | PRONOUNS | {"one"}
    ):
        return None
    if any(
        w.lower in {"was", "were", "is", "are", "had", "has", "would", "will"}
        for w in words[i + 1 : right]
    ):
        return None
    one = Attribution((i, i + 1), cue, at, "behind", [], i)
    if right < end and words[right].lower == ",":
        close = _comma(words, right + 1, end)
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


def _elided(
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
    after, told = _after(words, i + 1, cue, end)
    after = _to_quote(words, after, end)
    if after >= end or not _takes(words, i, after, cue, end):
        return None
    start = after + 1 if words[after].lower == "that" else after
    start, at = _past_charges(words, start, cue, (i, i + 1), end)
    clause = k - 1 if k and words[k - 1].lower == "," else k
    one = Attribution(at, cue, None, "before", [(start, end)], clause, told=told)
    one.inherits = main is None
    if main is not None:
        one.subject, one.aside = main, aside_of(words, main[1], end)
    return one if start < end else None


def _to_quote(words: Sequence[Word], after: int, end: int) -> int:
    """Passes over the comma or colon before a quotation."""
    if after + 1 < end and words[after].lower in {",", ":"} and words[after + 1].lower == QUOTE:
        return after + 1
    return after


def _participle(
    words: Sequence[Word], i: int, cue: Cue, found: list[Attribution], end: int
) -> Attribution | None:
    """`…, adding that …`, `an advisory stating, “…”`."""
    after, told = _after(words, i + 1, cue, end)
    after = _to_quote(words, after, end)
    quoted = i > 1 and words[i - 1].lower == "as"
    if not quoted and (after >= end or not _takes(words, i, after, cue, end)):
        return None
    start = after + 1 if after < end and words[after].lower == "that" else after
    start, at = _past_charges(words, start, cue, (i, i + 1), end)
    if start >= end and not quoted:
        return None
    before = words[i - 1].lower if i else ""
    one = Attribution(at, cue, None, "before", [(start, end)], i, told=told)
    if before == "as":
        return _quoted_as(words, one, i, end)
    if before in DOCUMENTS or before in SAID_IN:
        one.subject, one.clause = _issuer(words, i, _floor(found))
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
    low = max(0, i - _NEAR)
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
        passer = _subject(words, k, _ISSUED, 0)
        if passer is not None and _is_speaker(words, passer.at):
            one.clause, one.told = passer.clause, passer.at
        return one
    j = k - 1
    while j >= 0 and words[j].lower in BETWEEN:
        j -= 1
    left = _left(words, j + 1, 0)
    if left > j or not _is_speaker(words, (left, j + 1)):
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
    left = _left(words, i, floor)
    k = i - 1
    while k > left and words[k].lower not in _DETERMINERS:
        k -= 1
    if k > left and words[k - 1].lower in ISSUED:
        subject = _subject(words, k - 1, _ISSUED, floor)
        if subject is not None and _is_speaker(words, subject.at):
            return subject.at, subject.clause
    return (k, i), k


def _label(words: Sequence[Word], i: int, found: list[Attribution], end: int) -> Attribution | None:
    """`Novak called it “a crime”`: a name for something, in quotation marks."""
    if not any(w.lower == QUOTE for w in words[i + 1 : min(end, i + 14)]):
        return None
    cue = Cue(LABELS[words[i].lower], "past", "say", True, True)
    subject = _subject(words, i, cue, _floor(found))
    if subject is None or not _is_speaker(words, subject.at):
        return None
    one = Attribution((i, i + 1), cue, subject.at, "before", [(i + 1, end)], subject.clause)
    one.aside = subject.aside
    return one


def _put(words: Sequence[Word], i: int, found: list[Attribution], end: int) -> Attribution | None:
    """`As Novak put it, “…”`, `Novak put it this way: “…”`."""
    cue = Cue("put", "past", "say", True, True)
    subject = _subject(words, i, cue, _floor(found))
    if subject is None or not _is_speaker(words, subject.at):
        return None
    one = Attribution((i, i + 2), cue, subject.at, "before", [], subject.clause, subject.aside)
    quote = next((k for k in range(i + 2, end) if words[k].lower == QUOTE), None)
    if quote is not None:
        one.complements = [(quote, end)]
    elif subject.clause > 1:
        one.how, one.complements = "behind", [(0, subject.clause)]
    return one if one.complements else None


def aside_of(words: Sequence[Word], start: int, end: int) -> Range | None:
    """An apposition that begins with the comma at `start`."""
    if start >= end or words[start].lower != ",":
        return None
    close = _comma(words, start + 1, end)
    return (start + 1, close) if start + 1 < close < end and close - start < _NEAR else None


def opening_subject(words: Sequence[Word], limit: int) -> Range | None:
    """The noun phrase that a sentence begins with, behind "On Friday," and the like."""
    if not words:
        return None
    first = words[0].lower
    if first in _PREPOSITIONS or first.endswith(("ing", "ed")):
        comma = _comma(words, 0, min(limit, 16))
        if comma < min(limit, 16):
            return _main_subject(words, limit, comma + 1)
    return _main_subject(words, limit)


def _main_subject(words: Sequence[Word], i: int, first: int = 0) -> Range | None:
    """The name or pronoun that the sentence begins with: `Novak dismissed it, saying …`."""
    k = first
    while k < i and k - first < 12 and words[k].lower not in _BORDERS:
        word = words[k]
        if not (
            word.capital
            or word.lower in _DETERMINERS
            or word.lower in SPEAKER_NOUNS
            or word.lower in ROLE_WORDS
        ):
            break
        k += 1
    if k == first and k < i and words[k].lower in PRONOUNS:
        k += 1
    while k > first and words[k - 1].lower in _PREPOSITIONS | _DETERMINERS:
        k -= 1
    return (first, k) if k > first and _is_speaker(words, (first, k)) else None


def _phrase(
    words: Sequence[Word], i: int, start: int, found: list[Attribution], end: int
) -> Attribution | None:
    """`according to Reuters`."""
    right = start
    commas = 0
    while right < end and right - start < _NEAR:
        low = words[right].lower
        if low in {",", ";", QUOTE, ":", "(", ")", "—", "–"} or (
            low in {"that", "who", "which", "but", "while", "and"}
            and not (low == "and" and _names_only(words, start, right))
        ):
            break
        right += 1
        commas += 1
    if right <= start or not _is_speaker(words, (start, right)):
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
        if right < end and words[right].lower == "," and not _is_trailer(words, right + 1, end):
            one.how = "phrase"
            one.complements.append((right + 1, end))
    return one


def _second_part(words: Sequence[Word], found: Sequence[Attribution], left: int) -> int | None:
    """`“A,” said one, but “B”, according to another`: where B begins."""
    if not found or found[-1].how not in ("behind", "around"):
        return None
    low = max(_floor(found), left - _NEAR)
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
        close = _comma(words, k, end)  # "the agency's head, Ada Fox, …"
        named = close - k <= 4 and all(w.capital for w in words[k:close])
        return close if named and close < end else None
    if words[k].lower not in _DETERMINERS | ROLES | {"who"}:
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
            return None if words[comma + 1].lower != "who" else _comma(words, k, end)
        k += 1
    held = any(w.lower in ROLES for w in words[comma + 1 : k])
    return k if k < end and words[k].lower == "," and held else None


def _after(words: Sequence[Word], k: int, cue: Cue, end: int) -> tuple[int, Range | None]:
    """Passes over whom it is told to, where and when, to what is said."""
    told: Range | None = None
    if cue.verb in {"tell", "assure", "remind", "inform", "warn"} and k < end:
        right = _addressee(words, k, end)
        if right > k:
            told, k = (k, right), right
    while k < end:
        step = _adverbial(words, k, end)
        if step == k:
            return k, told
        if words[k].lower == "to" and told is None:
            told = (k + 1, step)
        k = step
    return k, told


def _addressee(words: Sequence[Word], k: int, end: int) -> int:
    low = words[k].lower
    if low in {"that", ",", ":", QUOTE, "of", "to", "the"} and low != "the":
        return k
    for right in range(k + 1, min(end, k + 9)):
        if words[right].lower in {"that", ",", ":", QUOTE}:
            return right
    if low in {
        "reporters",
        "journalists",
        "me",
        "us",
        "him",
        "them",
        "her",
        "lawmakers",
        "parliament",
    }:
        return k + 1
    right = k + 1 if low in _DETERMINERS else k
    if low in _DETERMINERS and right < end and not words[right].capital:
        return right + 1
    first = right
    while right < end and words[right].capital and right - first < 3:
        if right > first and words[right].lower in {"the"}:
            break
        right += 1
        if agency_of(words[right - 1].text) or words[right - 1].lower in OUTLETS:
            break
    if right == first and right + 1 < end and words[right + 1].lower in UNNAMED | SAID_IN:
        return right + 2
    return right


def _adverbial(words: Sequence[Word], k: int, end: int) -> int:
    """The place behind "on Friday", "in a statement", "at the time", "to reporters"; else `k`."""
    low = words[k].lower
    if low in BETWEEN and low not in _NO_ADVERBS:
        return k + 1
    if low in DAYS or low in MONTHS:
        right = k + 1
        while right < end and (words[right].text.isdigit() or words[right].lower in DAYS):
            right += 1
        return right
    if (
        low in {"last", "this", "late", "early", "earlier"}
        and k + 1 < end
        and (words[k + 1].lower in DAYS | MONTHS | {"on", "this", "in"})
    ):
        return _adverbial(words, k + 1, end) if words[k + 1].lower not in {"this"} else k + 3
    if low not in _OPENERS or k + 1 >= end:
        return k
    right = k + 1
    reason = False
    while right < end and right - k < 9:
        word = words[right]
        if word.lower in _BORDERS or word.lower in {"and"}:
            break
        if word.lower in SAID_IN or word.lower in DAYS | MONTHS or word.text.isdigit() or (
            word.lower in {"reporters", "journalists", "lawmakers", "time", "parliament", "viewers",
                           "website", "end", "meeting", "court", "ceremony", "event", "summit",
                           "visit", "talks"}
        ):  # fmt: skip
            reason = True
            right += 1
            while right < end and (
                words[right].text.isdigit()
                or words[right].lower in DAYS
                or words[right].lower in SAID_IN
            ):
                right += 1
            break
        if reason:
            break
        right += 1
    if reason and low != "of":
        return right
    border = right >= end or words[right].lower in {",", "that", QUOTE, ".", ":"}
    if (
        border
        and low in {"in", "at", "on", "to", "from"}
        and all(w.capital or w.lower in _DETERMINERS for w in words[k + 1 : right])
    ):
        return right
    return k


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
