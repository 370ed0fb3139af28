"""What a page states and on whose word: the door of the step that reads statements."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from vigil.evidence.page import Page, Span
from vigil.evidence.plugins import NONE, Plugins, checked
from vigil.evidence.speech.adverbials import is_scene
from vigil.evidence.speech.hedges import hedges_in
from vigil.evidence.speech.layout import Layout, Line, Spoken, Told, lay_out
from vigil.evidence.speech.quotations import attribute, give
from vigil.evidence.speech.quoted_words import Word, plain_words, span_of
from vigil.evidence.speech.tones import tone_of
from vigil.evidence.statement import (
    Quotation,
    Reading,
    Sentence,
    Speaker,
    Statement,
)

_SHORT = 4  # words; a clause before a cue that is shorter is one with what follows (chosen)


def read_statements(page: Page, plugins: Plugins = NONE) -> Reading:
    """The sentences, quotations and statements of a page's kept blocks, in order.

    Args:
        page: as `vigil.evidence.reading` gives it; what is not kept states nothing.
        plugins: models that fill what the rules leave open; none by default.

    Raises:
        InvalidInput: a plug-in gave something that is not a range of the page.
    """
    layout = lay_out(page)
    attribute(page, layout)
    _plug_in(page, layout, plugins)
    found: list[Statement] = []
    for line in layout.lines:
        found.extend(_statements(page, layout, line))
    return Reading(
        page.id,
        tuple(Sentence(line.at, line.block) for line in layout.lines),
        tuple(Quotation(s.quoted.inner, s.speaker, s.cue, s.via, s.title) for s in layout.spoken),
        tuple(found),
    )


def _plug_in(page: Page, layout: Layout, plugins: Plugins) -> None:
    """Asks for the speakers that the rules left open: first whom a pronoun means."""
    if plugins.coref is not None:
        for line in layout.lines:
            for told in line.told:
                if told.speaker is None and told.clause.subject is not None:
                    words = span_of(line.words, *told.clause.subject)
                    given = plugins.coref.antecedent(page, words)
                    told.speaker = _given(page, given, "coref")
                    give(layout, line, told, again=True)
    if plugins.attributor is not None:
        for spoken in layout.spoken:
            if spoken.speaker is None and not spoken.title:
                given = plugins.attributor.speaker(page, spoken.quoted.inner)
                spoken.speaker = _given(page, given, "attributor")


def _given(page: Page, at: Span | None, plugin: str) -> Speaker | None:
    if at is None:
        return None
    at = checked(page, at, plugin)
    return Speaker(page.slice(at), None, None, "given", at)


def _statements(page: Page, layout: Layout, line: Line) -> list[Statement]:
    """The statements of one sentence, in order."""
    words = line.words
    if line.label is not None and not line.told:
        return _labelled(page, layout, line, line.label)
    if not line.told and not line.quotes:
        return _plain(page, layout, line) if line.narrates else []
    covered = [False] * len(words)
    found: list[Statement] = []
    for told in line.told:
        _cover_cue(words, covered, told)
        for left, right in _joined(told, words):
            covered[left:right] = [True] * (right - left)
            one = _said(page, layout, line, told, left, right)
            if one is not None:
                found.append(one)
    for passing in line.passed:
        if any(t.basis is not None or t.via for t in line.told):
            left, right = passing.whole
            covered[left:right] = [True] * (right - left)
    for k, word in enumerate(words):
        if word.quote >= 0 and not covered[k]:
            spoken = layout.spoken[word.quote]
            if spoken.whole or not line.narrates:
                covered[k] = True
                one = _direct(page, line, spoken, word)
                if one is not None:
                    found.append(one)
    found.extend(_narrated(page, layout, line, covered, bool(found)))
    return sorted(found, key=lambda s: (s.at, s.mode))


def _labelled(page: Page, layout: Layout, line: Line, label: Span) -> list[Statement]:
    """A sentence of a transcript, behind its label."""
    kept = [w for w in line.words if w.start >= label.end]
    while kept and not (kept[0].text[:1].isalnum() or kept[0].quote >= 0):
        kept.pop(0)
    if not kept:
        return []
    if len([w for w in kept if w.text[:1].isalnum() or w.quote >= 0]) == 1 and kept[0].quote >= 0:
        quoted = _direct(page, line, layout.spoken[kept[0].quote], kept[0])
        return [] if quoted is None else [quoted]
    one = _statement(page, layout, line, span_of(kept, 0, len(kept)), kept)
    return [msgspec.structs.replace(one, mode="direct", speaker=line.labelled)]


def _cover_cue(words: Sequence[Word], covered: list[bool], told: Told) -> None:
    clause = told.clause
    ranges = [clause.cue, (min(clause.clause, clause.cue[0]), clause.cue[1])]
    if clause.how == "behind" or clause.bare:
        right = clause.cue[1]
        if clause.subject is not None:
            right = max(right, clause.subject[1])
        while right < len(words) and words[right].lower != ",":
            if words[right].quote >= 0:
                break
            right += 1
        ranges.append((clause.clause, right))
    if clause.how == "before" and clause.complements:
        ranges.append((clause.cue[1], max(clause.complements[-1][0], clause.cue[1])))
    for one in (clause.subject, clause.aside, clause.told):
        if one is not None:
            ranges.append(one)
    for left, right in ranges:
        covered[left:right] = [True] * (right - left)


def _joined(told: Told, words: Sequence[Word]) -> list[tuple[int, int]]:
    """The parts that are said; a few words before a cue in the middle are one with the rest."""
    parts = [p for p in told.clause.complements if p[0] < p[1]]
    if len(parts) == 2 and told.clause.how in ("around", "phrase"):
        (left, right), (_, end) = parts
        said = [w for w in words[left:right] if w.text[:1].isalnum() or w.quote >= 0]
        if len(said) < _SHORT and not any(w.quote >= 0 for w in said):
            return [(left, end)]
    return parts


def _said(
    page: Page, layout: Layout, line: Line, told: Told, left: int, right: int
) -> Statement | None:
    words = line.words
    while left < right and not (words[left].text[:1].isalnum() or words[left].quote >= 0):
        left += 1
    while right > left and words[right - 1].lower in {",", ";", ":", "—", "–", ".", "-", "?", "!"}:
        right -= 1
    if left >= right:
        return None
    if right - left == 1 and words[left].quote >= 0:
        return _direct(page, line, layout.spoken[words[left].quote], words[left])
    at = span_of(words, left, right)
    sort = told.clause.word.sort
    speaker = told.speaker
    one = _statement(page, layout, line, at, words[left:right])
    cue_hedges = hedges_in(words[slice(*told.clause.cue)])
    return msgspec.structs.replace(
        one,
        mode="indirect",
        speaker=speaker,
        cue=told.cue,
        via=(*line.heading, *told.via),
        basis=told.basis,
        hedges=(*cue_hedges, *one.hedges),
        denial=sort == "deny" or one.denial,
        admission=sort == "admit",
        concern=one.concern or _worries(told),
    )


def _worries(told: Told) -> bool:
    return told.clause.word.verb in {"fear", "worry"}


def _direct(page: Page, line: Line, spoken: Spoken, word: Word) -> Statement | None:
    inner = spoken.quoted.inner
    at = Span(max(inner.start, word.start), min(inner.end, word.end))
    if at.start >= at.end or not page.slice(at).strip():
        return None
    tone = tone_of(plain_words(page.text, at))
    return Statement(
        at=at,
        sentence=line.at,
        mode="direct",
        speaker=spoken.speaker,
        cue=spoken.cue,
        via=(*line.heading, *spoken.via),
        hedges=tone.hedges,
        negated=tone.negated,
        denial=tone.denial,
        concern=tone.concern,
        quotes=(at,),
        headline=line.headline,
        basis=spoken.basis,
    )


def _plain(page: Page, layout: Layout, line: Line) -> list[Statement]:
    """A sentence without speakers and quotations states all of itself."""
    one = _statement(page, layout, line, line.at, line.words)
    if not line.heading and not line.passed:
        return [one]
    basis = _basis(line, 0, len(line.words))
    return [msgspec.structs.replace(one, via=line.heading, basis=basis)]


def _basis(line: Line, left: int, right: int) -> Span | None:
    """What the words from `left` to `right` cite."""
    cited = (p.source for p in line.passed if p.kind == "citing" and left <= p.whole[0] < right)
    source = next(cited, None)
    return None if source is None else span_of(line.words, *source)


def _narrated(
    page: Page, layout: Layout, line: Line, covered: list[bool], others: bool
) -> list[Statement]:
    """What is left of a sentence, where it says something."""
    words = line.words
    found: list[Statement] = []
    k = 0
    while k < len(words):
        if covered[k]:
            k += 1
            continue
        end = k
        while end < len(words) and not covered[end]:
            end += 1
        left, right = k, end
        k = end
        while left < right and words[left].lower in {",", "and", "but", ";", ".", "—", "–", ":"}:
            left += 1
        while right > left and words[right - 1].lower in {",", "and", "but", ";", ":", "—", "–"}:
            right -= 1
        said = sum(w.text[:1].isalnum() or w.quote >= 0 for w in words[left:right])
        if said == 0 or (others and (said < _SHORT or is_scene(words, left, right))):
            continue
        whole = not others or words[right - 1].lower == "what"
        at = line.at if whole else span_of(words, left, right)
        one = _statement(page, layout, line, at, words[left:right])
        basis = _basis(line, left, right)
        found.append(msgspec.structs.replace(one, via=line.heading, basis=basis))
    return found


def _statement(
    page: Page, layout: Layout, line: Line, at: Span, words: Sequence[Word]
) -> Statement:
    held = bool(line.quotes) and any(w.quote >= 0 for w in words)
    tone = tone_of(plain_words(page.text, at) if held else words)
    quotes = (
        tuple(
            Span(max(q.start, at.start), min(q.end, at.end))
            for q in (layout.spoken[w.quote].quoted.inner for w in words if w.quote >= 0)
            if q.start < at.end and q.end > at.start
        )
        if held
        else ()
    )
    return Statement(
        at=at,
        sentence=line.at,
        mode="narrated",
        hedges=tone.hedges,
        negated=tone.negated,
        denial=tone.denial,
        concern=tone.concern,
        quotes=quotes,
        headline=line.headline,
    )
