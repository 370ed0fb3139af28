"""Who is mentioned: names, states by any of their words, and people by their role."""

from __future__ import annotations

from typing import Literal, NamedTuple

from vigil.evidence.contrasts.side import Side, Word
from vigil.evidence.contrasts.word_forms import is_past, listed, stem
from vigil.evidence.words.states import STATE_OF
from vigil.evidence.words.synonyms import STOP_WORDS

# People by role; words of one line say the same. Written for Vigil from general knowledge.
ROLES = """
official authority
executive manager director boss
chairman chairwoman chairperson
founder
treasurer
clerk
accountant bookkeeper
auditor
inspector
economist
welder
driver
farmer
fisherman
doctor physician
nurse
teacher
professor
priest
architect
consultant
dealer
designer
guard
historian
investigator detective
commissioner
firefighter
negotiator
mediator
coach
surveyor
translator interpreter
witness
volunteer
passenger
shopkeeper
tenant
landlord
buyer customer client
seller vendor
importer
exporter
minister
president
premier chancellor
spokesman spokeswoman spokesperson
diplomat ambassador envoy
adviser advisor
lawmaker legislator senator deputy congressman congresswoman mp parliamentarian
soldier troop serviceman
officer commander
general
engineer technician
scientist researcher
businessman businesswoman trader businesspeople entrepreneur
captain skipper
banker
broker middleman intermediary agent
owner shareholder
employee worker staff
lawyer attorney
prosecutor
judge
police policeman
journalist reporter
analyst expert
activist
resident civilian villager
student
smuggler
pilot
sailor crew
contractor
supplier
manufacturer producer maker
bank
oligarch
militant rebel insurgent fighter
governor
mayor
secretary
""".strip().splitlines()
ROLE_OF: dict[str, str] = {}
for _line in ROLES:
    _stems = [stem(word) for word in _line.split()]
    for _stem in _stems:
        ROLE_OF.setdefault(_stem, _stems[0])

# Bodies of a state, by their words; a body is not the same actor as the state itself.
BODIES = {
    phrase
    for phrase in STATE_OF
    if phrase[-1]
    in (
        "house",
        "department",
        "pentagon",
        "kremlin",
        "administration",
        "office",
        "street",
        "commission",
        "council",
        "bundestag",
        "knesset",
    )
}
BODY_WORDS = frozenset(
    listed(
        """
        ministry department agency committee commission council court parliament congress senate
        bureau office treasury pentagon directorate army navy police guard guards corps
        intelligence customs union authority administration bank house
        """
    )
)
CAPITAL_KEEPS = frozenset({"of", "for", "and", "the", "de", "al", "bin", "van", "von", "&"})
NOT_NAMES = frozenset(
    listed(
        """
        monday tuesday wednesday thursday friday saturday sunday january february march april may
        june july august september october november december mr mrs ms dr sir i
        """
    )
)
PEOPLES = frozenset(
    phrase[0]
    for phrase in STATE_OF
    if len(phrase) == 1
    and phrase[0].endswith(
        (
            "an",
            "ian",
            "ish",
            "ese",
            "ch",
            "sh",
            "eli",
            "qi",
            "ani",
            "eek",
            "ss",
            "ijani",
            "di",
            "wedish",
            "tari",
            "aiti",
            "meni",
            "mani",
            "ak",
            "ech",
            "ati",
        )
    )
) - {
    "iran",
    "japan",
    "sudan",
    "pakistan",
    "kazakhstan",
    "uzbekistan",
    "turkmenistan",
    "taiwan",
    "tajikistan",
    "kyrgyzstan",
    "afghanistan",
    "jordan",
    "oman",
    "amman",
    "bern",
    "milan",
    "azerbaijan",
    "teheran",
    "tehran",
    "yerevan",
    "bangkok",
    "kuwait",
    "minsk",
}


class Mention(NamedTuple):
    """Words that name or describe somebody."""

    first: int
    end: int
    key: str  # a state's code with “@”, else the name's plain words, or “role:…”
    kind: Literal["state", "body", "people", "name", "role", "noun"]


def mentions(side: Side) -> list[Mention]:
    """All mentions, in order; a people's adjective (“Iranian”) is of the kind `people`."""
    words = side.words
    found: list[Mention] = []
    end = 0
    for i, word in enumerate(words):
        if i < end or not (word.capital or word.stem in ROLE_OF):
            continue
        mention = _mention(words, i)
        if mention is not None:
            found.append(mention)
            end = mention.end
    return found


def _mention(words: list[Word], i: int) -> Mention | None:
    word = words[i]
    if word.capital and word.low not in NOT_NAMES and (word.state or _is_name(words, i)):
        end = i + 1
        while end < len(words) and _continues(words, end):
            end += 1
        while words[end - 1].low in CAPITAL_KEEPS:
            end -= 1
        for k in range(i, end - 1):  # “Russia’s Rostec” are two
            if words[k].possessive:
                end = k + 1
                break
        if word.state:
            return _state(words, i, end)
        body = any(w.low in BODY_WORDS for w in words[i:end])
        return Mention(i, end, " ".join(w.low for w in words[i:end]), "body" if body else "name")
    if word.stem in ROLE_OF and (not word.capital or i == 0 or "." in word.before):
        return Mention(i, i + 1, "role:" + ROLE_OF[word.stem], "role")
    return None


def _continues(words: list[Word], end: int) -> bool:
    word = words[end]
    if (word.before and word.before not in ("&", ".", "-")) or word.low in NOT_NAMES:
        return False
    if word.before in (".", "-"):
        return word.before == "." and len(words[end - 1].text) == 1
    if word.capital:
        return not word.state or (bool(words[end - 1].state) and word.state == words[end - 1].state)
    return (
        word.low in ("of", "for", "&", "de", "al", "bin", "van", "von")
        and end + 1 < len(words)
        and words[end + 1].capital
        and not words[end + 1].before
        and not words[end + 1].state
        and words[end - 1].low in BODY_WORDS | {"ministry", "bank", "university", "court"}
    )


def _state(words: list[Word], i: int, end: int) -> Mention:
    state = words[i].state
    own = i
    while own < end and words[own].state == state:
        own += 1
    if own < end:  # “Iranian Defence Ministry”, “U.S. Treasury”
        rest = words[own:end]
        body = any(w.low in BODY_WORDS for w in rest)
        key = " ".join(w.low for w in rest)
        if body:
            return Mention(i, end, f"@{state} {key}", "body")
        return Mention(i, own, "@" + state, "people" if words[i].low in PEOPLES else "state")
    phrase = tuple(w.low for w in words[i:own])
    for named in (phrase, phrase[1:]):  # “U.S. Treasury Department”
        if named in BODIES:
            return Mention(i, own, f"@{state} " + " ".join(named), "body")
    if len(phrase) == 1 and words[i].low in PEOPLES:
        return Mention(i, own, "@" + state, "people")
    return Mention(i, own, "@" + state, "state")


def _is_name(words: list[Word], i: int) -> bool:
    """Whether a capitalised word begins a name: at a sentence's beginning most do not."""
    word = words[i]
    if word.low in STOP_WORDS or len(word.text) < 2:
        return False
    starts = i == 0 or bool(set(word.before) & set('.?!:"“„«'))
    if not starts:
        return True
    if (
        i + 1 < len(words)
        and words[i + 1].capital
        and not words[i + 1].before
        and words[i + 1].low not in STOP_WORDS
    ):
        return True
    if word.possessive or word.text.isupper():
        return True
    return (
        i + 1 < len(words)
        and (
            words[i + 1].low in ("has", "is", "was", "had", "will", "says", "said")
            or (is_past(words[i + 1].low) and not word.low.endswith("s"))
        )
        and not word.low.endswith(("ing", "ed", "ion", "ment", "ity", "ness", "ly"))
        and stem(word.low) not in ROLE_OF
    )
