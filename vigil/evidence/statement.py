"""What a page states and on whose word: sentences, quotations, speakers, hedges."""

from __future__ import annotations

from typing import Literal

import msgspec

from vigil.evidence.page import Span

SpeakerFound = Literal[
    "named",  # a name stands with the cue: "John Kirby said"
    "described",  # no name: "a White House official said"
    "pronoun",  # "he said", followed back to a name
    "carried",  # a quotation without a cue after one with
    "given",  # by a plug-in, as a verbatim range of the page
]


class Speaker(msgspec.Struct, frozen=True):
    """Who is said to have said it: verbatim words of the page, each with its place.

    `name` is the fullest form on this page ("John Kirby" where this sentence says "Kirby" or
    "he"); `words` is where this sentence names, describes or replaces the speaker.
    """

    name: str  # "John Kirby", "the White House", "a White House official"
    role: str | None  # "White House spokesman"
    organisation: str | None  # whom the speaker speaks for: "White House", "State Department"
    found: SpeakerFound
    words: Span | None
    kind: Literal["person", "body", "unnamed", "outlet"] = "person"


class Hedge(msgspec.Struct, frozen=True):
    """A word that says how sure: `family` groups words that weigh the same."""

    at: Span
    words: str  # as on the page, lower case: "could be", "appears to", "allegedly", "expects"
    family: Literal["possible", "apparent", "alleged", "expected", "believed", "planned"]


Mode = Literal["direct", "indirect", "narrated"]


class Statement(msgspec.Struct, frozen=True):
    """One thing that a page states. Every word of a kept sentence that says something belongs to
    at least one statement.

    `at` is what is stated: for `direct` the words inside the quotation marks (of one sentence or
    several: a quotation is one statement a sentence), for `indirect` the clause without its cue,
    for `narrated` the sentence. `quotes` are spans inside `at` (or `at` itself) that stand in
    quotation marks, whatever the mode: a scrap of four words quoted in an indirect statement is
    one.
    """

    at: Span
    sentence: Span
    mode: Mode
    speaker: Speaker | None = None
    cue: Span | None = None  # "said", "according to"
    via: tuple[Speaker, ...] = ()  # who passes it on, outermost first; the page itself is not named
    hedges: tuple[Hedge, ...] = ()
    negated: bool = False  # "did not", "no", "never" over the main verb
    denial: bool = False  # "denied", "rejects the allegations"
    admission: bool = False  # "acknowledged", "admitted"
    concern: bool = False  # "are concerned that …": what is feared, not said to be
    quotes: tuple[Span, ...] = ()
    headline: bool = False
    basis: Span | None = None  # on what it is said to rest: "newly declassified information"


class Sentence(msgspec.Struct, frozen=True):
    """A sentence of a kept block, by its offsets; nothing of the text is rewritten."""

    at: Span
    block: int  # the place of its block in `Page.blocks`


class Quotation(msgspec.Struct, frozen=True):
    """What stands between a pair of quotation marks, with who is said to have said it.

    `at` is inside the marks. `title` is true for names of things and scare quotes of a word or
    two without a speaker (a film, “Freedom of Speech Award”): no speech.
    """

    at: Span
    speaker: Speaker | None
    cue: Span | None
    via: tuple[Speaker, ...] = ()
    title: bool = False


class Reading(msgspec.Struct, frozen=True):
    """A page's sentences, quotations and statements, each in order of the text."""

    page: str  # id
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    statements: tuple[Statement, ...]
