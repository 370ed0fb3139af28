"""Quotation marks that hold no speech: names of things, scare quotes of a word or two."""

from __future__ import annotations

from collections.abc import Sequence

from vigil.evidence.page import Page
from vigil.evidence.speech.cues import CUES, DECLARED, LABELS, NAMED_THINGS, NAMING
from vigil.evidence.speech.layout import (
    Layout,
    Spoken,
    stands_alone,
)
from vigil.evidence.speech.word_table import table

_LONG_NAME = 60  # characters; the name of a thing is no longer (chosen)
_SCARE = 2  # words; a quotation in a narrated sentence that is no longer is no speech (chosen)
_LABEL = 4  # words; what goods are declared as is no longer (chosen)
_AHEAD = 24  # characters looked at on each side
_AS = table("as a an the")
_CALLING = frozenset({"call", "label", "brand", "term", "describe"})
_FINITE = table(
    "is are was were has have had will would can could may might must should do does did"
)
_ARTICLES = table("a an the its their his her these those this that such")
_SMALL = table("a an the of and for in on to with by at or")


def name_titles(page: Page, layout: Layout) -> None:
    """Marks the quotations that are no speech, and takes their speakers back."""
    for spoken in layout.spoken:
        inner = spoken.quoted.inner
        words = page.text[inner.start : inner.end].split()
        named = _is_named_so(page, layout, spoken) or _is_scare(page, spoken, words)
        if spoken.whole and not named and (spoken.speaker is not None or not _is_title(words)):
            continue
        if named or _is_title(words) or (spoken.speaker is None and len(words) <= _SCARE):
            spoken.title = not stands_alone(layout, spoken)
            spoken.whole = spoken.whole and not spoken.title
        if spoken.title and (named or _is_title(words)):
            spoken.speaker = spoken.cue = None
            spoken.via = ()


def _is_scare(page: Page, spoken: Spoken, words: Sequence[str]) -> bool:
    """Whether a few words in quotation marks are a name that somebody's sentence only uses.

    `said the “experts” were wrong`, `called it a “weather device”`, `declared as “toys”`: the
    article or the verb stands outside of the marks, the words name a thing. `called it “a
    crime”`, `was “poorly trained”` and whatever stands right on its cue are speech. The words
    stay in the `quotes` of the statement that they stand in, with its speaker.
    """
    outer = spoken.quoted.outer
    if not words or len(words) > _LABEL or not words[-1][-1:].isalnum():
        return False
    before = [w.lower() for w in page.text[max(0, outer.start - _AHEAD) : outer.start].split()[-3:]]
    after = page.text[outer.end : outer.end + _AHEAD]
    if not before:
        return False
    if before[-1] in DECLARED or (before[-1] in _AS and DECLARED.intersection(before[:-1])):
        return True
    if len(words) > _SCARE or words[0][0].isupper():
        return False
    cue = "" if spoken.cue is None else page.text[spoken.cue.start : spoken.cue.end].lower()
    if LABELS.get(cue) in _CALLING and before[-1] in {"a", "an", "the"}:
        return True
    if cue in LABELS and before[-1] in _ARTICLES:
        return after[:1] == " " and after[1:2].isalpha()
    return (
        spoken.cue is not None
        and before[-1].isalpha()
        and not _is_cue(before[-1])
        and after[:1] == " "
        and after.split()[:1] != []
        and after.split()[0] in _FINITE
    )


def _is_cue(word: str) -> bool:
    return word == "that" or (word in CUES and CUES[word].form != "plain")


def _is_named_so(page: Page, layout: Layout, spoken: Spoken) -> bool:
    """`the tanker “Aurora”`, `the so-called “Peace Column”`, `the “Golden Pen” award`."""
    inner, outer = spoken.quoted.inner, spoken.quoted.outer
    if inner.end - inner.start > _LONG_NAME or page.text[inner.end - 1] in ",.?!":
        return False
    line = layout.lines[spoken.lines[0]]
    before = page.text[max(line.at.start, outer.start - 40) : outer.start].split()[-2:]
    after = page.text[outer.end : min(line.at.end, outer.end + 24)].split()[:1]
    lows = {w.lower().strip(",:") for w in before}
    if lows & NAMING or (after and after[0].lower().strip(".,;") in NAMED_THINGS):
        return True
    if not before or not before[-1].isalpha():
        return False
    last = before[-1].lower()
    return last in NAMED_THINGS or (
        page.text[inner.start].isupper()
        and " " not in page.text[inner.start : inner.end]
        and last not in CUES
        and last.islower()
        and last not in {"with", "that", "as", "simply", "just", "only", "a"}
    )


def _is_title(words: Sequence[str]) -> bool:
    """`“The Long Road Home”`: every word but the small ones begins large, and no stop ends it."""
    if not words or (words[-1][-1:] in ".?!," and len(words) > 4):
        return False
    large = [w for w in words if w.lower() not in _SMALL]
    return len(words) > 1 and bool(large) and all(w[:1].isupper() or w[:1].isdigit() for w in large)
