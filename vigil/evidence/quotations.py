"""Who says what on a page, sentence by sentence: speakers of clauses and of quotations.

A quotation is given the speaker of the clause that it stands in; one that stands alone is carried
from the quotation or the sentence before it, or takes the cue of the one behind it.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from vigil.evidence.clauses import Attribution, Range, aside_of, attributions, opening_subject
from vigil.evidence.cues import CUES, ISSUED, NAMED_THINGS, NAMING, SAID_IN
from vigil.evidence.page import Page, Span
from vigil.evidence.people import People, Person
from vigil.evidence.quotation_marks import Quoted, quoted_pieces
from vigil.evidence.quoted_words import QUOTE, Word, span_of, words_of
from vigil.evidence.sentences import paragraphs, sentences
from vigil.evidence.speaker_phrases import mention_of, names_in
from vigil.evidence.speaker_words import DOCUMENTS
from vigil.evidence.statement import Speaker
from vigil.evidence.via import Passing, is_outlet, passings
from vigil.evidence.word_table import table

_LONG_NAME = 60  # characters; the name of a thing is no longer (chosen)
_REPORTING = frozenset({"report", "reveal"})
_ASIDES = 3  # sentences back that a speaker may have been quoted last (chosen)
_SCARE = 2  # words; a quotation in a narrated sentence that is no longer is no speech (chosen)


class Told(msgspec.Struct):
    """One attribution of a sentence with its speaker; `drop`: only passes on the next one."""

    clause: Attribution
    speaker: Speaker | None
    cue: Span
    via: tuple[Speaker, ...] = ()
    basis: Span | None = None
    drop: bool = False


class Line(msgspec.Struct):
    """A sentence while it is read."""

    at: Span
    block: int
    paragraph: int
    headline: bool
    words: list[Word]
    told: list[Told]
    passed: list[Passing]
    heading: tuple[Speaker, ...] = ()  # who passes on the whole paragraph: "Reports Reuters:"
    people: list[Person] = []  # named in it
    topic: Speaker | None = None  # the one person that it tells of
    goes_on: bool = False  # it begins with a pronoun
    quotes: list[int] = []  # the quotations that reach into it
    narrates: bool = False  # it has words outside of quotation marks

    def __post_init__(self) -> None:
        self.quotes = [w.quote for w in self.words if w.quote >= 0]
        self.narrates = any(w.quote < 0 and w.text[:1].isalnum() for w in self.words)


class Spoken(msgspec.Struct):
    """A quotation with what was found of it; `whole`: speech, not a scrap in a clause."""

    quoted: Quoted
    lines: list[int]
    speaker: Speaker | None = None
    cue: Span | None = None
    via: tuple[Speaker, ...] = ()
    basis: Span | None = None
    whole: bool = False
    title: bool = False
    done: bool = False


class Layout(msgspec.Struct):
    """A page's sentences and quotations, in order."""

    lines: list[Line]
    spoken: list[Spoken]


def lay_out(page: Page) -> Layout:
    """Cuts the kept blocks into sentences and quotations; nobody speaks yet."""
    places: list[tuple[Span, int]] = []
    for place_of, part in enumerate(page.blocks):
        if part.kept:
            places.extend((p, place_of) for p in paragraphs(page.text, part.at))
    quoted = quoted_pieces(page.text, [p for p, _ in places])
    closing = {q.outer.end - 1 for q in quoted if q.closed}
    opening = {q.outer.start for q in quoted}
    spoken = [Spoken(q, []) for q in quoted]
    lines: list[Line] = []
    first = 0
    for number, (place, block) in enumerate(places):
        headline = page.blocks[block].kind == "headline"
        for at in sentences(page.text, place, closing, opening):
            while first < len(quoted) and quoted[first].outer.end <= at.start:
                first += 1
            last = first
            while last < len(quoted) and quoted[last].outer.start < at.end:
                spoken[last].lines.append(len(lines))
                last += 1
            words = words_of(page.text, at, quoted, range(first, last))
            lines.append(Line(at, block, number, headline, words, [], []))
    return Layout(lines, spoken)


def attribute(page: Page, layout: Layout) -> People:
    """Finds the speakers of a laid out page; fills its lines and quotations."""
    people = People(page)
    for line in layout.lines:
        _learn(people, line)
    heading: tuple[Speaker, ...] = ()
    headed = -1
    for number, line in enumerate(layout.lines):
        _tell(people, line)
        if heading and (line.paragraph == headed or not _ends_heading(layout, number)):
            line.heading = heading
        elif heading:
            heading = ()
        for told in line.told:
            give(layout, line, told)
        opened = _heading(line)
        if opened is not None:
            heading, headed = (opened,), line.paragraph
        _settle(page, layout, number)
    _carry_back(layout)
    _name_titles(page, layout)
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
    line.passed = passings(words)
    opening = opening_subject(words, len(words))
    topic = None
    if opening is not None:
        topic = mention_of(words, opening, aside_of(words, opening[1], len(words)))
    if topic is not None:
        line.goes_on = topic.kind in ("he", "it")
        about = people.topic(words, topic)
        if about is not None and about.kind == "person" and len(line.people) <= 1:
            line.topic = about
    for clause in attributions(words, line.headline):
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
        if clause.told is not None and is_outlet(words, clause.told):
            outlet = _outlet(people, words, clause.told)
            told.via = () if outlet is None else (outlet,)
        _chain(line, told)
        line.told.append(told)
    _pass_on(people, line)
    for person in line.people:
        people.mention(person)
    if topic is not None and not line.told:
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


def _chain(line: Line, told: Told) -> None:
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


def _pass_on(people: People, line: Line) -> None:
    """Adds "citing …" and "by Reuters" to the attributions of the sentence."""
    for passing in line.passed:
        told = next((t for t in reversed(line.told) if not t.drop), None)
        if told is None:
            continue
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
            _assign(spoken, told, len(words) == 1)


def _assign(spoken: Spoken, told: Told, whole: bool) -> None:
    spoken.speaker, spoken.cue, spoken.via = told.speaker, told.cue, told.via
    spoken.basis, spoken.whole, spoken.done = told.basis, whole, True


def _settle(page: Page, layout: Layout, number: int) -> None:
    """Carries a speaker to the quotations of a sentence that end in it without a cue."""
    line = layout.lines[number]
    for place in line.quotes:
        spoken = layout.spoken[place]
        if spoken.done or spoken.lines[-1] != number or not _alone(layout, spoken):
            continue
        source = _source(page, layout, place)
        if source is None:
            continue
        spoken.speaker = (
            None
            if source.speaker is None
            else msgspec.structs.replace(source.speaker, found="carried", words=None)
        )
        spoken.via = source.via
        spoken.whole = spoken.done = True
    told = line.told[-1] if line.told else None
    if told is not None and told.clause.bare and not line.quotes and number:
        _give_back(layout, number, told)


def _alone(layout: Layout, spoken: Spoken) -> bool:
    return not any(layout.lines[n].narrates for n in spoken.lines)


def _asks(page: Page, spoken: Spoken) -> bool:
    inner = spoken.quoted.inner
    return page.text[inner.start : inner.end].rstrip(",").endswith("?")


def _source(page: Page, layout: Layout, place: int) -> Spoken | Told | None:
    """Whom a quotation that stands alone is carried from."""
    spoken = layout.spoken[place]
    first = spoken.lines[0]
    if first == 0:
        return None
    before, here = layout.lines[first - 1], layout.lines[first]
    gap = here.paragraph - before.paragraph
    if gap > 1 or before.headline != here.headline:
        return None
    back = first - 1
    while gap == 0 and back and before.goes_on and not before.told and not before.quotes:
        back -= 1  # "She paused."
        if layout.lines[back].paragraph != here.paragraph:
            return None
        before = layout.lines[back]
    quotes = before.quotes
    if quotes and layout.spoken[quotes[-1]].speaker is not None:
        last = layout.spoken[quotes[-1]]
        if gap and _asks(page, last):
            return None  # somebody else answers
        if gap == 0 or last.whole or last.quoted.goes_on:
            return last
    told = next((t for t in reversed(before.told) if not t.drop and t.speaker is not None), None)
    if told is not None and (gap == 0 or told.clause.bare or _ends_colon(before)):
        return told
    if gap == 0 and before.topic is not None and not before.told and not quotes:
        return Spoken(spoken.quoted, [], before.topic)  # "Novak disagreed. “No.”"
    return _earlier(layout, first, here.paragraph) if gap == 0 and not before.told else None


def _earlier(layout: Layout, first: int, paragraph: int) -> Spoken | None:
    """The last quotation before a sentence or two that name nobody else."""
    for back in range(first - 1, max(-1, first - 1 - _ASIDES), -1):
        line = layout.lines[back]
        if paragraph - line.paragraph > 1 or line.headline:
            return None
        if line.quotes:
            last = layout.spoken[line.quotes[-1]]
            return last if last.whole and last.speaker is not None else None
        if line.told or line.people or line.topic is not None:
            return None
    return None


def _ends_colon(line: Line) -> bool:
    return bool(line.words) and line.words[-1].lower == ":"


def _give_back(layout: Layout, number: int, told: Told) -> None:
    """`“We go.” Novak said.`: a sentence of its own that only tells who spoke."""
    before = layout.lines[number - 1]
    if before.paragraph != layout.lines[number].paragraph or _ends_colon(layout.lines[number]):
        return
    for place in reversed(before.quotes):
        spoken = layout.spoken[place]
        if _alone(layout, spoken) and (not spoken.done or spoken.cue is None):
            _assign(spoken, told, True)
        break


def _carry_back(layout: Layout) -> None:
    """`“A.” “B,” she said.`: a quotation before one with a cue, in the same paragraph."""
    for place in range(len(layout.spoken) - 2, -1, -1):
        spoken, after = layout.spoken[place], layout.spoken[place + 1]
        if spoken.done or not after.whole or after.speaker is None or not _alone(layout, spoken):
            continue
        last, first = spoken.lines[-1], after.lines[0]
        goes_on = spoken.quoted.goes_on and after.quoted.continues
        same = layout.lines[last].paragraph == layout.lines[first].paragraph
        if first - last == 1 and (same or goes_on):
            spoken.speaker = msgspec.structs.replace(after.speaker, found="carried", words=None)
            spoken.via, spoken.whole, spoken.done = after.via, True, True


def _name_titles(page: Page, layout: Layout) -> None:
    for spoken in layout.spoken:
        inner = spoken.quoted.inner
        words = page.text[inner.start : inner.end].split()
        named = _is_named_so(page, layout, spoken)
        if spoken.whole and not named and (spoken.speaker is not None or not _is_title(words)):
            continue
        if named or _is_title(words) or (spoken.speaker is None and len(words) <= _SCARE):
            spoken.title = not _alone(layout, spoken)
            spoken.whole = spoken.whole and not spoken.title
        if spoken.title and (named or _is_title(words)):
            spoken.speaker = spoken.cue = None
            spoken.via = ()


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


_SMALL = table("a an the of and for in on to with by at or")


def _is_title(words: Sequence[str]) -> bool:
    """`“The Long Road Home”`: every word but the small ones begins large, and no stop ends it."""
    if not words or (words[-1][-1:] in ".?!," and len(words) > 4):
        return False
    large = [w for w in words if w.lower() not in _SMALL]
    return len(words) > 1 and bool(large) and all(w[:1].isupper() or w[:1].isdigit() for w in large)


def _heading(line: Line) -> Speaker | None:
    """`Reports Reuters:` alone on its line, with no quotation behind it."""
    if not line.told or line.quotes or not _ends_colon(line):
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
