"""Who gives what to whom, by simple syntax: active, passive, “from X to Y”, “X’s sale to Y”."""

from __future__ import annotations

from typing import Literal, NamedTuple

from vigil.evidence.contrasts.flow_words import (
    EITHER,
    FLOW_STEMS,
    GIVE,
    MARKS_OF_CLAUSES,
    MOVE,
    NOUNS,
    OFFERED,
    PLANS,
    PREPOSITIONS,
    SOUGHT,
    TAKE,
)
from vigil.evidence.contrasts.governing import governed, state_of, subject_of
from vigil.evidence.contrasts.mentions import Mention
from vigil.evidence.contrasts.noun_phrases import BEGINS, named_or_described
from vigil.evidence.contrasts.numerals import NUMBERS
from vigil.evidence.contrasts.side import Side, Word
from vigil.evidence.contrasts.verbs import BE, HAVE, Time, is_participle, verb_at
from vigil.evidence.words.synonyms import STOP_WORDS

Degree = Literal["sought", "offered", "planned", "done"]


class Flow(NamedTuple):
    """Something given, or to be given."""

    place: int
    end: int  # words from `place` to here name it
    giver: str
    receiver: str
    degree: Degree
    time: Time
    theme: frozenset[str]
    first: int  # the smallest words that tell it
    last: int


def flows(side: Side) -> list[Flow]:
    """All flows of a side."""
    words = side.words
    if not any(w.stem in FLOW_STEMS for w in words):
        return []
    people = side.read(named_or_described)
    found = []
    for i, word in enumerate(words):
        flow = None
        if word.stem in NOUNS and _is_noun(words, i):
            flow = _of_noun(words, i, people)
        elif i and words[i - 1].low in BEGINS and words[i - 1].low not in ("this", "that", "both"):
            continue  # “a grant”
        elif word.stem == "ask":
            flow = _asked(words, i, people)
        elif word.stem in GIVE or word.stem in TAKE:
            flow = _of_verb(words, i, people)
        elif word.stem in MOVE:
            flow = _moved(words, i, people)
        if flow is not None and (flow.giver or flow.receiver):
            found.append(flow)
    return found


def _is_noun(words: list[Word], i: int) -> bool:
    word = words[i]
    if is_participle(word) or word.low.endswith("ing"):
        return False
    before = words[i - 1] if i else None
    after = words[i + 1].low if i + 1 < len(words) else ""
    if before is None:
        return after in ("of", "to", "from")
    if before.low in (
        "to",
        "will",
        "would",
        "could",
        "may",
        "might",
        "can",
        "not",
        "it",
        "they",
        "which",
        "that",
    ):
        return False
    if before.possessive or before.low in (
        "the",
        "a",
        "its",
        "their",
        "of",
        "any",
        "such",
        "no",
        "for",
        "over",
        "and",
    ):
        return True
    if word.low in (
        "delivery",
        "shipment",
        "sale",
        "provision",
        "acquisition",
        "procurement",
        "deliveries",
        "shipments",
    ):
        return True
    return after in ("of", "to", "from") and not before.state


def _of_noun(words: list[Word], i: int, people: list[Mention]) -> Flow | None:
    """“Iran’s transfer of drones to Russia”, “Iranian exports to Russia”."""
    giver = receiver = ""
    owner = _owner(words, i, people)
    kind = NOUNS[words[i].stem]
    first, last = (owner.first if owner else i), i + 1
    if owner:
        giver, receiver = (owner.key, "") if kind == "give" else ("", owner.key)
    for role, mention in governed(words, i, people):
        if role == "to" and not receiver:
            receiver, last = mention.key, max(last, mention.end)
        elif (role == "from" and not giver) or (role == "by" and kind == "give" and not giver):
            giver, last = mention.key, max(last, mention.end)
        elif role == "by" and not receiver:
            receiver, last = mention.key, max(last, mention.end)
    theme = _theme(words, i, people)
    before = (
        [words[i - 1]]
        if i and not words[i - 1].state and words[i - 1].low not in STOP_WORDS
        else []
    )
    theme |= {w.key for w in before if not w.possessive}
    return Flow(i, i + 1, state_of(giver), state_of(receiver), "done", "", theme, first, last)


def _owner(words: list[Word], i: int, people: list[Mention]) -> Mention | None:
    """Whose it is: “Iran’s”, “Iranian”, right before the noun but for two words."""
    for mention in people:
        if mention.end <= i <= mention.end + 2:
            last = words[mention.end - 1]
            between = words[mention.end : i]
            if any(w.low in PREPOSITIONS for w in between):
                continue
            if last.possessive or last.text.endswith(("’", "'")) or mention.kind == "people":
                return mention
    return None


def _of_verb(words: list[Word], i: int, people: list[Mention]) -> Flow | None:
    word = words[i]
    gives = word.stem in GIVE
    if word.stem in EITHER and "from" in {w.low for w in words[i + 1 : i + 8]}:
        gives = False
    verb = verb_at(words, i)
    if word.low.endswith("s") and (verb is None or verb.first == i) and _is_given(words, i, people):
        return None
    time: Time = verb.time if verb else ""
    after = words[i + 1].low if i + 1 < len(words) else ""
    if word.stem in SOUGHT and after == "to":
        return None  # “seeks to buy”: the other verb tells it
    subject = subject_of(words, verb.first if verb else i, people)
    passive = verb is not None and verb.passive
    if is_participle(word) and not passive and after in ("by", "to", "from", "via"):
        adjacent = subject is not None and subject.end >= (verb.first if verb else i)
        passive = after == "by" or (not adjacent and not (i and words[i - 1].low in HAVE))
    giver = receiver = ""
    first, last = (verb.first if verb else i), i + 1
    if subject is not None and not passive:
        if gives:
            giver = subject.key
        else:
            receiver = subject.key
        first = subject.first
    elif (
        subject is not None
        and (passive and gives and subject.kind != "people")
        and (after == "with" or _has_theme_after(words, i, people))
    ):
        receiver, first = subject.key, subject.first  # “Russia was sent drones”
    for role, mention in governed(words, i, people):
        if mention.key in (giver, receiver):
            continue
        if role == "object" and mention.kind == "noun" and not _thing_follows(words, mention.end):
            continue
        if (role == "object" and gives and not receiver and not passive) or (
            role in ("to", "for") and gives and not receiver and mention.kind != "people"
        ):
            receiver, last = mention.key, mention.end
        elif role == "from" and not giver and mention.kind != "people":
            giver, last = mention.key, mention.end
        elif role == "by" and passive:
            if gives and not giver:
                giver, last = mention.key, mention.end
            elif not gives and not receiver:
                receiver, last = mention.key, mention.end
    if not giver and not receiver:
        return None
    degree: Degree = "done"
    if word.stem in SOUGHT:
        degree = "sought"
    elif word.stem in OFFERED:
        degree = "offered"
    elif time == "future":
        degree = "planned"
    elif verb is not None and verb.time == "" and words[verb.first].low == "to":
        lead = words[verb.first - 1].stem if verb.first else ""
        degree = "planned" if lead in PLANS else "done"
    theme = _theme(words, i, people) | (_theme_before(words, i) if passive else frozenset())
    return Flow(i, i + 1, state_of(giver), state_of(receiver), degree, time, theme, first, last)


def _asked(words: list[Word], i: int, people: list[Mention]) -> Flow | None:
    """“Ukraine has asked Germany for missiles”, “Germany was asked by Ukraine for missiles”."""
    verb = verb_at(words, i)
    asked = [w.low for w in words[i + 1 : i + 9]]
    subject = subject_of(words, verb.first if verb else i, people)
    if subject is None or "for" not in asked:
        return None
    passive = verb is not None and verb.passive
    for role, mention in governed(words, i, people):
        if role == ("by" if passive else "object"):
            pair = (subject, mention) if passive else (mention, subject)
            giver, receiver = (state_of(m.key) for m in pair)
            theme = _theme(words, i + 1 + asked.index("for"), people)
            time: Time = verb.time if verb else ""
            return Flow(
                i, i + 1, giver, receiver, "sought", time, theme, subject.first, mention.end
            )
    return None


def _moved(words: list[Word], i: int, people: list[Mention]) -> Flow | None:
    """“Oil flowed from Libya to Malta”: what moves is the theme."""
    ends = {role: m for role, m in governed(words, i, people) if role in ("from", "to")}
    if len(ends) < 2:
        return None
    verb = verb_at(words, i)
    giver, receiver = (state_of(ends[role].key) for role in ("from", "to"))
    last = max(m.end for m in ends.values())
    theme = _theme_before(words, i)
    time: Time = verb.time if verb else ""
    return Flow(i, i + 1, giver, receiver, "done", time, theme, i, last)


def _is_given(words: list[Word], i: int, people: list[Mention]) -> bool:
    """“sold Australia ships”: a thing after whom it is given to."""
    owner = next((m for m in people if m.end == i), None)
    if owner is None or not owner.first:
        return False
    before = words[owner.first - 1].stem
    return before in GIVE or before in TAKE


def _thing_follows(words: list[Word], end: int) -> bool:
    """Whether what is given stands after whom it is given to: “sold the office forty engines”."""
    after = words[end] if end < len(words) else None
    return (
        after is not None
        and not after.before
        and (
            after.low in BEGINS
            or after.low in NUMBERS
            or after.low == "with"
            or after.low[0].isdigit()
        )
    )


def _has_theme_after(words: list[Word], i: int, people: list[Mention]) -> bool:
    """Whether a thing follows without a preposition: “was sent drones”."""
    after = words[i + 1] if i + 1 < len(words) else None
    return (
        after is not None
        and not after.before
        and after.low not in PREPOSITIONS | STOP_WORDS - {"the", "a", "some"}
        and not any(m.first == i + 1 and m.kind != "people" for m in people)
    )


def _theme(words: list[Word], i: int, people: list[Mention]) -> frozenset[str]:
    """Keys of what is given: the telling words after, without those who give and receive."""
    named = {k for m in people if m.kind != "noun" for k in range(m.first, m.end)}
    keys: set[str] = set()
    for k in range(i + 1, min(i + 12, len(words))):
        word = words[k]
        if set(word.before) & MARKS_OF_CLAUSES or (word.low in GIVE | TAKE and keys):
            break
        if word.low in ("to", "that", "which", "who") and keys and word.low != "to":
            break
        if k not in named and word.low not in STOP_WORDS and not word.low[0].isdigit():
            keys.add(word.key)
    return frozenset(keys)


def _theme_before(words: list[Word], i: int) -> frozenset[str]:
    keys: set[str] = set()
    for k in range(max(0, i - 9), i):
        word = words[k]
        if word.low not in STOP_WORDS and word.low not in BE and not word.state:
            keys.add(word.key)
    return frozenset(keys)
