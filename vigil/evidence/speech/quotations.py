"""Who says what on a page, sentence by sentence: speakers of clauses and of quotations.

A quotation is given the speaker of the clause that it stands in; one that stands alone is carried
from the quotation or the sentence before it, or takes the cue of the one behind it.
"""

from __future__ import annotations

from collections.abc import Sequence

from vigil.evidence.page import Page
from vigil.evidence.speech.carried import carry, carry_back
from vigil.evidence.speech.clauses import attributions
from vigil.evidence.speech.cue_clause import Range
from vigil.evidence.speech.cues import ISSUED, SAID_IN
from vigil.evidence.speech.layout import (
    Layout,
    Line,
    Told,
    assign,
    ends_colon,
    stands_alone_but,
)
from vigil.evidence.speech.name_runs import names_in
from vigil.evidence.speech.people import People
from vigil.evidence.speech.quoted_words import QUOTE, Word, span_of
from vigil.evidence.speech.speaker_phrases import mention_of
from vigil.evidence.speech.speaker_words import DOCUMENTS
from vigil.evidence.speech.subjects import aside_of, opening_subject
from vigil.evidence.speech.titles import name_titles
from vigil.evidence.speech.via import PASSING_HINTS, is_outlet, names_the_paper, passings
from vigil.evidence.statement import Speaker

_REPORTING = frozenset({"report", "reveal"})


def attribute(page: Page, layout: Layout) -> People:
    """Finds the speakers of a laid out page; fills its lines and quotations."""
    people = People(page)
    for line in layout.lines:
        _learn(people, line)
    heading: tuple[Speaker, ...] = ()
    headed = -1
    for number, line in enumerate(layout.lines):
        if line.label is not None:
            line.labelled = people.labelled(line.label)
        _tell(people, line)
        if heading and (line.paragraph == headed or not _ends_heading(layout, number)):
            line.heading = heading
        elif heading:
            heading = ()
        for told in line.told:
            give(layout, line, told)
        if line.labelled is not None:
            line.heading = (line.labelled,) if line.told else ()
            _give_label(layout, line, line.labelled)
        opened = _heading(line)
        if opened is not None:
            heading, headed = (opened,), line.paragraph
        carry(page, layout, number)
    carry_back(layout)
    name_titles(page, layout)
    return people


def _learn(people: People, line: Line) -> None:
    """Meets the people that a sentence names, whether they speak or not."""
    words = line.words
    for left, right in names_in(words):
        mention = mention_of(words, (left, right), aside_of(words, right, len(words)))
        if mention is not None:
            met = people.meet(words, mention)
            if met is not None:
                line.people.append(met)


def _tell(people: People, line: Line) -> None:
    """Reads the attributions of a sentence and resolves who speaks."""
    words = line.words
    line.passed = [] if line.lows.isdisjoint(PASSING_HINTS) else passings(words)
    opening = opening_subject(words, len(words))
    topic = None
    if opening is not None:
        topic = mention_of(words, opening, aside_of(words, opening[1], len(words)))
    if topic is not None:
        line.goes_on = topic.kind in ("he", "it")
        about = people.topic(words, topic)
        if about is not None and about.kind == "person" and len(line.people) <= 1:
            line.topic = about
    for clause in attributions(words, line.headline, line.lows):
        speaker: Speaker | None = None
        if clause.inherits:
            speaker = next((t.speaker for t in reversed(line.told) if not t.drop), None)
        elif clause.subject is not None:
            mention = mention_of(
                words, clause.subject, clause.aside, clause.word.verb in _REPORTING
            )
            speaker = None if mention is None else people.speaker(words, mention)
        for noun in _said_in(words, clause.cue[1]):
            people.issued(noun, speaker)
        told = Told(clause, speaker, span_of(words, *clause.cue))
        if clause.told is not None:
            outlet = None
            if is_outlet(words, clause.told):
                outlet = _outlet(people, words, clause.told)
            elif names_the_paper(words, clause.told):
                outlet = people.the_outlet(span_of(words, *clause.told))
            told.via = () if outlet is None else (outlet,)
        _chain(people, line, told)
        line.told.append(told)
    _pass_on(people, line)
    for person in line.people:
        people.mention(person, alone=not line.told)
    if topic is not None and not line.told and not line.lows.isdisjoint(ISSUED):
        for i, word in enumerate(words):
            if word.lower in ISSUED:
                for later in words[i + 1 : i + 5]:
                    if later.lower in DOCUMENTS:
                        people.issued(later.lower, people.named(words, topic))


def _said_in(words: Sequence[Word], start: int) -> list[str]:
    """The document of "said in a statement"."""
    near = [w.lower for w in words[start : start + 5]]
    if not near or near[0] not in {"in", "on", "at"}:
        return []
    return [low for low in near if low in SAID_IN][:1]


def _chain(people: People, line: Line, told: Told) -> None:
    """Joins a cue to the ones before it: nested in them, or passing them on."""
    if not line.told:
        return
    before = line.told[-1]
    if told.clause.nested:
        if not told.clause.word.strong or told.clause.word.sort == "think":
            told.drop = True
            told.clause.complements = []
        elif before.speaker is not None and before.speaker != told.speaker:
            told.via = (*before.via, before.speaker, *told.via)
            before.drop = True
            before.clause.complements = []
    elif not told.clause.complements and told.clause.how in ("behind", "phrase"):
        if told.speaker is None:
            return
        for earlier in line.told:
            if earlier.speaker is not None and earlier.speaker.name != told.speaker.name:
                earlier.via = (told.speaker, *earlier.via)
        told.drop = True
        people.passes_on(told.speaker)


def _pass_on(people: People, line: Line) -> None:
    """Adds "citing …" and "by Reuters" to the attributions of the sentence."""
    for passing in line.passed:
        kept = [t for t in line.told if not t.drop]
        if not kept:
            continue
        told = kept[-1]
        if passing.kind == "citing":
            told = next((t for t in reversed(kept) if t.clause.cue[0] < passing.whole[0]), kept[0])
        if passing.kind == "by" and _within(told.clause.complements, passing.source):
            continue
        if passing.kind == "by":
            outlet = _outlet(people, line.words, passing.source)
            if outlet is not None and outlet.name not in {v.name for v in told.via}:
                told.via = (outlet, *told.via)
            continue
        mention = mention_of(line.words, passing.source)
        passes = told.speaker is not None and told.speaker.kind == "outlet"
        if (
            passes
            and mention is not None
            and mention.kind in ("outlet", "unnamed", "person", "body")
        ):
            source = people.speaker(line.words, mention)
            if source is not None and told.speaker is not None:
                told.via = (*told.via, told.speaker)
                told.speaker = source
        else:
            told.basis = span_of(line.words, *passing.source)


def _within(ranges: Sequence[Range], at: Range) -> bool:
    return any(left <= at[0] and at[1] <= right for left, right in ranges)


def _outlet(people: People, words: Sequence[Word], at: Range) -> Speaker | None:
    mention = mention_of(words, at)
    if mention is None:
        return None
    mention.kind = "outlet"
    return people.outlet(span_of(words, *mention.at))


def give(layout: Layout, line: Line, told: Told, again: bool = False) -> None:
    """Gives the quotations that stand in what is said to its speaker."""
    if told.drop:
        return
    for left, right in told.clause.complements:
        words = [w for w in line.words[left:right] if w.text[:1].isalnum() or w.quote >= 0]
        for word in words:
            if word.quote < 0:
                continue
            spoken = layout.spoken[word.quote]
            if spoken.done and not (again and spoken.speaker is None):
                continue
            assign(spoken, told, len(words) == 1)


def _give_label(layout: Layout, line: Line, speaker: Speaker) -> None:
    """`A: “They were sealed.”`: what no cue gives to anybody is said by whom the label names."""
    for place in line.quotes:
        spoken = layout.spoken[place]
        if not spoken.done:
            spoken.speaker, spoken.done = speaker, True
            spoken.whole = stands_alone_but(line, line.label)


def _heading(line: Line) -> Speaker | None:
    """`Reports Reuters:` alone on its line, with no quotation behind it."""
    if not line.told or line.quotes or not ends_colon(line):
        return None
    told = line.told[-1]
    if told.clause.bare and told.speaker is not None and told.speaker.kind == "outlet":
        return told.speaker
    return None


def _ends_heading(layout: Layout, number: int) -> bool:
    """Whether a paragraph is the page's own again: it quotes somebody."""
    paragraph = layout.lines[number].paragraph
    k = number
    while k < len(layout.lines) and layout.lines[k].paragraph == paragraph:
        if any(layout.spoken[q].whole for q in layout.lines[k].quotes) or any(
            w.lower == QUOTE for w in layout.lines[k].words
        ):
            return True
        k += 1
    return layout.lines[number].headline
