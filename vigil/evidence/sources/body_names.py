"""Names of bodies and what in them tells which body it is; words written for Vigil from general
knowledge of English news prose.
"""

from __future__ import annotations

import re

from vigil.evidence.words.states import STATE_OF

_WORD = re.compile(r"(?:[^\W\d_]\.)+|[^\W_]+")
# Not a part of a body's name.
_PLAIN_TEXT = """
the a an its his her their our spokesman spokesperson spokeswoman official officials senior
unnamed anonymous top chief minister secretary president government administration statement
press briefing release ministry's of for s director head chief commissioner chairman chairwoman
chairperson executive ceo deputy vice acting governor members member from at in
high representative
"""
PLAIN = frozenset(_PLAIN_TEXT.split())
# Those who bring a charge, and their papers, are one body.
_CHARGE = re.compile(
    r"\b(?:federal |state |public |chief )?(?:prosecutors?(?:['’]s?)?(?: office)?|indictments?)\b|"
    r"\b(?:u\.?s\.?|united states|district|state['’]?s?|county|crown|federal) attorney"
    r"(?:['’]s office)?\b(?! general)",
    re.IGNORECASE,
)
# "documents of the customs service seen by the Chronicle": the customs service says it.
_PAPERS = re.compile(
    r"^(?:the )?(?:\w+ )?(?:documents?|papers|files|records|data|figures|reports?|statement|notice|"
    r"minutes|e-?mails?|letter|memo) (?:of|from|by) ",
    re.IGNORECASE,
)
_PAPER = re.compile(r"(?:an? )?(?:\w+ )?(?:indictment|complaint|affidavit)s?", re.IGNORECASE)
_SEEN = re.compile(
    r" (?:seen|obtained|reviewed|published|released|issued|unsealed|filed|shared|made public)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_SMALL = frozenset(["the", "a", "an", "of", "for", "at", "in", "and", "'s", "s"])
# Bodies that every country, town or firm has.
_GENERIC_TEXT = """
agency air army attorney authorities authority bank border bureau capital chancellery city coast
commerce commission committee company council court customs defence defense department deputy
district economy embassy energy experts finance fire firm force foreign general guard harbour health
home indictment interior justice manufacturer mayor military ministry navy office operator
opposition owner panel parliament police port president prosecution prosecutor prosecutors report
secretary security service state supreme trade transport treasury tribunal union
"""
_GENERIC = frozenset(_GENERIC_TEXT.split())
# Words for a state in names of bodies: "Swedish", "Sweden", "Stockholm"; "US" and its like.
STATE_WORDS = {
    "".join(words).replace(".", ""): state for words, state in STATE_OF.items() if len(words) == 1
}
_PHRASES = {words: state for words, state in STATE_OF.items() if len(words) > 1}
# Of the table of states: bodies with a voice of their own.
_BODIES_TEXT = """
house department pentagon kremlin street office commission council bundestag knesset elysee élysée
treasury taliban nato nations quai d'orsay whitehall administration
"""
_BODIES = frozenset(_BODIES_TEXT.split())
BODY_STATES = {
    frozenset(words): f"@{state}" for words, state in STATE_OF.items() if _BODIES & {*words}
}


def body_key(name: str) -> str:
    """A body's name as a set of words: without articles, ranks and words for people, states by
    their code, in alphabetical order.

    >>> body_key("a senior White House official"), body_key("Sweden's Ministry of Defence")
    ('house white', '@SE defence ministry')
    """
    name = _CHARGE.sub("prosecution", _SEEN.sub("", _PAPERS.sub("", name)))
    words = [w.casefold().replace(".", "") for w in _WORD.findall(name)]
    phrase = _PHRASES.get(tuple(w for w in words if w != "the"))
    if phrase and not _BODIES & {*words}:
        return f"@{phrase}"
    left = [w for w in words if w not in PLAIN] or words
    return " ".join(sorted({w if w in _BODIES else _state_word(w) for w in left}))


def is_named(key: str) -> bool:
    """Whether a key can mean one body only, whatever the story: "the police" cannot."""
    words = {*key.split()}
    return frozenset(words) in BODY_STATES or not words <= _GENERIC


def _state_word(word: str) -> str:
    state = STATE_WORDS.get(word)
    return f"@{state}" if state else word


def role_words(role: str) -> frozenset[str]:
    """The words of a role or description, without small ones."""
    return frozenset(w.casefold() for w in _WORD.findall(role)) - _SMALL


def spoken_name(name: str) -> str:
    """A body's name without what it is read from; "" for a paper alone.

    >>> spoken_name("documents of the customs service seen by the Chronicle")
    'customs service'
    """
    bare = re.sub(r"^the ", "", _SEEN.sub("", _PAPERS.sub("", name)), flags=re.IGNORECASE)
    return "" if _PAPER.fullmatch(bare) else bare
