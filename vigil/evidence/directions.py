"""Who gives what to whom, and where two sides turn it round or tell another degree of it.

A flow is read from simple syntax: active and passive, “from X to Y”, “X’s transfer of drones to
Y”, “supplied Y with drones”, “Y was sent drones by X”. Flows compare by the state or name of the
giver and of the receiver; what is given must share a word where both sides name it. Other verbs
with somebody on both sides (“X attacked Y”) are compared by their order.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from vigil.evidence.difference import Difference, difference
from vigil.evidence.mentions import Mention, mentions
from vigil.evidence.side import Alignment, Side, Word
from vigil.evidence.synonyms import STOP_WORDS
from vigil.evidence.verbs import BE, HAVE, Time, is_participle, verb_at
from vigil.evidence.word_forms import listed, stem

GIVE = frozenset(
    map(
        stem,
        listed(
            """
            supply give send provide deliver transfer ship export sell hand donate furnish lend
            smuggle grant dispatch pass gift pay return lease airlift funnel channel equip arm
            offer pledge promise
            """
        ),
    )
)
TAKE = frozenset(
    map(
        stem,
        listed(
            """
            receive get obtain acquire buy purchase import procure source accept borrow secure
            seek request order ask
            """
        ),
    )
)
SOUGHT = frozenset(map(stem, ["seek", "request", "order", "ask"]))
MOVE = frozenset(map(stem, ["flow", "go", "move", "travel", "sail", "come", "head", "pass"]))
OFFERED = frozenset(map(stem, ["offer", "pledge", "promise"]))
NOUNS = {
    **dict.fromkeys(
        map(
            stem,
            listed(
                """
                transfer supply delivery sale shipment export provision donation gift
                """
            ),
        ),
        "give",
    ),
    **dict.fromkeys(
        map(
            stem,
            listed(
                """
                purchase import acquisition procurement
                """
            ),
        ),
        "take",
    ),
}
SYMMETRIC = frozenset(
    map(
        stem,
        listed(
            """
            meet talk discuss sign agree join include border share
            """
        ),
    )
)
PREPOSITIONS = frozenset(
    listed(
        """
        to from with of for by against in on into at between toward towards under over via through
        and
        """
    )
)
REACH = 16  # words after a verb that are looked at
MARKS_OF_CLAUSES = frozenset(".;:?!—–")

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


FLOW_STEMS = GIVE | TAKE | MOVE | frozenset(NOUNS)


def flows(side: Side) -> list[Flow]:
    """All flows of a side."""
    words = side.words
    if not any(w.stem in FLOW_STEMS for w in words):
        return []
    people = [m for m in side.read(mentions) if m.kind != "role"]
    found = []
    for i, word in enumerate(words):
        flow = None
        if word.stem in NOUNS and _is_noun(words, i):
            flow = _of_noun(words, i, people)
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
    for role, mention in _after(words, i, people):
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
    return Flow(i, i + 1, _state_of(giver), _state_of(receiver), "done", "", theme, first, last)


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
    verb = verb_at(words, i)
    if word.low.endswith("s") and (verb is None or verb.first == i) and _is_given(words, i, people):
        return None
    time: Time = verb.time if verb else ""
    after = words[i + 1].low if i + 1 < len(words) else ""
    subject = _subject(words, verb.first if verb else i, people)
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
    for role, mention in _after(words, i, people):
        if mention.key in (giver, receiver):
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
    return Flow(i, i + 1, _state_of(giver), _state_of(receiver), degree, time, theme, first, last)


def _asked(words: list[Word], i: int, people: list[Mention]) -> Flow | None:
    """“Ukraine has asked Germany for missiles”, “Germany was asked by Ukraine for missiles”."""
    verb = verb_at(words, i)
    asked = [w.low for w in words[i + 1 : i + 9]]
    subject = _subject(words, verb.first if verb else i, people)
    if subject is None or "for" not in asked:
        return None
    passive = verb is not None and verb.passive
    for role, mention in _after(words, i, people):
        if role == ("by" if passive else "object"):
            pair = (subject, mention) if passive else (mention, subject)
            giver, receiver = (_state_of(m.key) for m in pair)
            theme = _theme(words, i + 1 + asked.index("for"), people)
            time: Time = verb.time if verb else ""
            return Flow(
                i, i + 1, giver, receiver, "sought", time, theme, subject.first, mention.end
            )
    return None


def _moved(words: list[Word], i: int, people: list[Mention]) -> Flow | None:
    """“Oil flowed from Libya to Malta”: what moves is the theme."""
    ends = {role: m for role, m in _after(words, i, people) if role in ("from", "to")}
    if len(ends) < 2:
        return None
    verb = verb_at(words, i)
    giver, receiver = (_state_of(ends[role].key) for role in ("from", "to"))
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


PLANS = frozenset(
    map(
        stem,
        listed(
            """
            plan intend want agree hope aim prepare decide promise vow pledge offer
            """
        ),
    )
)


def _state_of(key: str) -> str:
    """A body acts for its state."""
    return key.split(" ")[0] if key.startswith("@") else key


def _subject(words: list[Word], i: int, people: list[Mention]) -> Mention | None:
    """The nearest mention before a verb that no preposition governs."""
    for mention in reversed(people):
        if mention.end > i:
            continue
        if i - mention.first > 18:
            return None
        if any(set(w.before) & MARKS_OF_CLAUSES for w in words[mention.end : i + 1]):
            return None
        last = words[mention.end - 1]
        if last.possessive:
            continue
        lead = mention.first - 1
        while lead >= 0 and words[lead].low in ("the", "a", "an", "its", "both", "senior"):
            lead -= 1
        if lead >= 0 and words[lead].low in PREPOSITIONS and words[lead].low != "and":
            between = {w.low for w in words[mention.end : i]}
            if (
                words[i].low.endswith("ing")
                and words[lead].low in ("with", "by")
                and not between & {"and"}
            ):
                return mention  # “with Iran seeking”
            continue
        if mention.kind == "people":
            nouns = [w for w in words[mention.end : mention.end + 2] if w.end <= words[i].start]
            if not any(w.low in AGENTS for w in nouns):
                continue
        return mention
    return None


AGENTS = frozenset(
    listed(
        """
        officials government forces army firm firms company companies state troops military
        executives authorities regime manufacturer manufacturers traders diplomats ministry side
        suppliers exporters shippers factories plants navy bank banks
        """
    )
)


def _after(words: list[Word], i: int, people: list[Mention]) -> Iterator[tuple[str, Mention]]:
    """Mentions after a word with what governs them: a preposition, or `object` right after it."""
    for mention in people:
        if mention.first <= i:
            continue
        if mention.first > i + REACH:
            return
        if any(set(w.before) & MARKS_OF_CLAUSES for w in words[i + 1 : mention.first + 1]):
            return
        if any(
            (w.stem in GIVE or w.stem in TAKE) and verb_at(words, k) and k > i
            for k, w in enumerate(words[i + 1 : mention.first], i + 1)
        ):
            return
        if words[mention.end - 1].possessive:
            follows = words[mention.end : mention.end + 3]
            if not any(w.low in AGENTS for w in follows):
                continue
        lead = mention.first - 1
        while lead > i and words[lead].low in (
            "the",
            "a",
            "an",
            "its",
            "neighbouring",
            "neighboring",
            "both",
        ):
            lead -= 1
        governor = words[lead].low
        if mention.kind == "people":
            nouns = words[mention.end : mention.end + 2]
            if not any(w.low in AGENTS for w in nouns):
                continue
        if lead == i:
            yield "object", mention
        elif governor in PREPOSITIONS:
            yield governor, mention


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
    named = {k for m in people for k in range(m.first, m.end)}
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


def find(sides: tuple[Side, Side], aligned: Alignment) -> Iterator[Difference]:  # noqa: ARG001
    """Flows turned round, or told in another degree; other acts turned round."""
    left, right = (s.read(flows) for s in sides)
    scored = []
    for i, a in enumerate(left):
        for j, b in enumerate(right):
            verdict = _verdict(a, b)
            if verdict:
                order = ("same", "degree", "turned").index(verdict)
                scored.append((order, -len(a.theme & b.theme), i, j, verdict))
    taken_left: set[int] = set()
    taken_right: set[int] = set()
    for _, _, i, j, verdict in sorted(scored):
        if i in taken_left or j in taken_right:
            continue
        taken_left.add(i)
        taken_right.add(j)
        a, b = left[i], right[j]
        spans = (sides, (a.first, a.last), (b.first, b.last))
        if verdict == "turned":
            yield difference(
                "direction",
                *spans,
                "who gives and who receives is turned round: {left} against {right}",
                3,
            )
        elif verdict == "degree":
            note = "asked for, offered or done is not the same: {left} against {right}"
            yield difference("direction", *spans, note, 2)
    if not taken_left:
        turned = list(_acts_turned(sides))
        yield from turned or _agents_turned(sides)
        yield from _agents_turned(sides)


def _verdict(a: Flow, b: Flow) -> str:
    theme = not a.theme or not b.theme or bool(a.theme & b.theme)
    agrees = sum(x == y != "" for x, y in ((a.giver, b.giver), (a.receiver, b.receiver)))
    against = any(x and y and x != y for x, y in ((a.giver, b.giver), (a.receiver, b.receiver)))
    if agrees and not against and theme:
        return "degree" if _degree(a) != _degree(b) else "same"
    crossed = sum(x == y != "" for x, y in ((a.giver, b.receiver), (a.receiver, b.giver)))
    if (
        crossed
        and not agrees
        and theme
        and (crossed == 2 or not (a.giver and a.receiver and b.giver and b.receiver))
    ):
        return "turned"
    return ""


def _degree(flow: Flow) -> str:
    return flow.degree


class Act(NamedTuple):
    """Somebody does something to somebody."""

    place: int
    key: str
    agent: str
    patient: str
    first: int
    last: int


def acts(side: Side) -> list[Act]:
    """Verbs with somebody before and after them, passive ones turned."""
    words = side.words
    people = [m for m in side.read(mentions) if m.kind in ("state", "name", "body")]
    found: list[Act] = []
    if len({m.key for m in people}) < 2:
        return found
    for i, word in enumerate(words):
        if word.stem in GIVE or word.stem in TAKE or word.stem in SYMMETRIC or word.capital:
            continue
        if word.low in STOP_WORDS or not word.low.isalpha():
            continue
        verb = verb_at(words, i)
        if verb is None:
            continue
        subject = _subject(words, verb.first, people)
        if subject is None:
            continue
        for role, mention in _after(words, i, people):
            if mention.key == subject.key:
                continue
            if (role == "object" and not verb.passive) or (role == "by" and verb.passive):
                pair = (mention.key, subject.key) if verb.passive else (subject.key, mention.key)
                agent, patient = map(_state_of, pair)
                found.append(Act(i, word.key, agent, patient, subject.first, mention.end))
                break
            if role in ("to", "against", "from", "for", "on", "with") and not verb.passive:
                found.append(
                    Act(
                        i,
                        word.key + " " + role,
                        _state_of(subject.key),
                        _state_of(mention.key),
                        subject.first,
                        mention.end,
                    )
                )
                break
    return found


def _acts_turned(sides: tuple[Side, Side]) -> Iterator[Difference]:
    left, right = (s.read(acts) for s in sides)
    for a in left:
        for b in right:
            if (
                a.key == b.key
                and a.agent == b.patient
                and a.patient == b.agent
                and a.agent != b.agent
            ):
                note = "who acts and who is acted on is turned round: {left} against {right}"
                yield difference("direction", sides, (a.first, a.last), (b.first, b.last), note, 3)
                return


def agents(side: Side) -> dict[str, tuple[str, int, int]]:
    """Who does what: by the verb's key the agent's, and where both stand; verbs that stand once."""
    words = side.words
    people = [m for m in side.read(mentions) if m.kind in ("state", "name", "body")]
    found: dict[str, tuple[str, int, int]] = {}
    if len({m.key for m in people}) < 2:
        return found
    for i, word in enumerate(words):
        if word.capital or word.low in STOP_WORDS or not word.low.isalpha():
            continue
        verb = verb_at(words, i)
        if verb is None or verb.passive or verb.time == "":
            continue
        subject = _subject(words, verb.first, people)
        if subject is not None and verb.first - subject.end < 2:
            found[word.key] = (_state_of(subject.key), subject.first, i + 1)
    return found


def _agents_turned(sides: tuple[Side, Side]) -> Iterator[Difference]:
    """“A expelled two after B accused it” against “B expelled two after A accused it”."""
    left, right = (s.read(agents) for s in sides)
    both = [key for key in left if key in right and left[key][0] != right[key][0]]
    for n, one in enumerate(both):
        for two in both[n + 1 :]:
            if left[one][0] == right[two][0] and left[two][0] == right[one][0]:
                note = "who does what is turned round: {left} against {right}"
                yield difference("direction", sides, left[one][1:], right[one][1:], note, 3)
                return
