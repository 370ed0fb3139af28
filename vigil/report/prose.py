"""A decision as short prose, and what would have to be answered for it to become clear."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence
from functools import partial

from vigil.model.decision import Decision, Outcome
from vigil.model.finding import Finding, FindingKind, Screen, Strength
from vigil.model.provision import Citation
from vigil.report.reasons import Reason, reasons

K = FindingKind
WIDTH = 80  # columns of an ordinary terminal
SENTENCE_END = re.compile(r"(?<=[.])\s+(?=[A-Z'])")
NOTES_TOLD = 3  # chosen: the notes that fit into short prose; --full has all of them

OPENING = {
    Outcome.STOP: "Do not ship: at least one reason stops this order by itself.",
    Outcome.REVIEW: "A person has to look at this order before it ships.",
    Outcome.INCOMPLETE: "Nothing found stops this order, but it could not be checked in full.",
    Outcome.CLEAR: "Everything was checked, and nothing was found that asks for a person.",
}
# What settles a finding, as somebody would ask for it.
SETTLED_BY = {
    K.LISTED_PARTY: "show that {value} is not {listed}: by a date of birth, a register number or "
    "an address that differs",
    K.LISTED_VESSEL: "show by its IMO number that the ship is another one",
    K.OWNED_BY_LISTED: "show by a paper who owns how much of {value}",
    K.LISTED_ADDRESS: "show that {value} has nothing to do with who is listed at that address",
    K.PLACE_OF_CONCERN: "show that another place is meant than {subject}",
    K.EMBARGOED_DESTINATION: "hold the licence that the law asks for, or show that none is needed",
    K.CONTROLLED_ITEM: "hold the licence for {subject}, or show that the goods are not under it",
    K.KEY_ITEM: "hold the licence that the law asks for, or show that the goods are not under HS "
    "{subject}",
    K.UAV_PART: "show that the goods are not {subject}, or hold the licence that the law asks for",
    K.RED_FLAG: "resolve the red flag {subject} and keep the answer with the order",
    K.EVASION_MARK: "have the text written again by who wrote it, and ask why it was so written",
    K.CONFLICTING_INFORMATION: "say which of the two statements is right, and correct the order",
    K.ADVERSE_REPORT: "read the report and say whether it is about this order",
    K.MISSING_INFORMATION: "give what is missing",
    K.SOURCE_PROBLEM: "load the list",
}


def prose(decision: Decision, width: int = WIDTH) -> str:
    """The decision in a few paragraphs, then the steps to clear, in lines of `width` columns."""
    fill = partial(textwrap.fill, width=width, break_on_hyphens=False, break_long_words=False)
    paragraphs = [fill(text) for text in _paragraphs(decision)]
    steps = list(_steps(decision))
    if steps:
        heading = "For this order to become clear:"
        if decision.outcome is Outcome.STOP:
            heading = "It stays stopped unless all of this is done:"
        listed = [fill(step, initial_indent="- ", subsequent_indent="  ") for step in steps]
        paragraphs.append("\n".join((heading, *listed)))
    if decision.questions:
        told = f"{_number(len(decision.questions), 'question')} that only a person can answer: "
        paragraphs.append(fill(f"{told}`vigil explain --full` lists what to ask and how."))
    return "\n\n".join(paragraphs) + "\n"


def _paragraphs(decision: Decision) -> Iterator[str]:
    yield f"{decision.order_id}: {decision.outcome} on {decision.on}."
    found = reasons(decision)
    stops, reviews, notes = (
        [r for r in found if r.first.strength is strength]
        for strength in (Strength.STOP, Strength.REVIEW, Strength.NOTE)
    )
    told = _Sentences()
    yield " ".join((OPENING[decision.outcome], *told.of(stops or reviews)))
    if stops and reviews:
        yield " ".join(("A person would also look at this.", *told.of(reviews)))
    yield from _law([*stops, *reviews])
    yield from _nearby(decision)
    if notes:
        left = len(notes) - NOTES_TOLD
        more = f" And {_number(left, 'more note')}." if left > 0 else ""
        yield " ".join(("Good to know:", *told.of(notes[:NOTES_TOLD]))) + more
    if decision.not_checked:
        yield f"Not checked: {_number(len(decision.not_checked), 'thing')}, told below."
    yield _searched(decision)


class _Sentences:
    """The sentences of reasons, each told once: where the goods go is said with every item."""

    def __init__(self) -> None:
        self._told: set[str] = set()

    def of(self, found: Sequence[Reason]) -> Iterator[str]:
        """The sentences of these reasons that were not told yet."""
        for reason in found:
            for sentence in SENTENCE_END.split(reason.first.summary):
                if sentence not in self._told:
                    self._told.add(sentence)
                    yield sentence
            if reason.entries:
                number = _number(len(reason.entries), "more entry", "more entries")
                yield f"It meets {number} of the lists."


def _law(found: Sequence[Reason]) -> Iterator[str]:
    """The provisions behind what was found, each once, with what is doubtful about it."""
    cited = {c.id: c for reason in found for c in reason.first.provisions}
    if cited:
        yield "The law of that day: " + "; ".join(map(_cited, cited.values())) + "."


def _nearby(decision: Decision) -> Iterator[str]:
    """Law that was not in force on the day and is close to it."""
    near = [f"{law.title} {law.sentence}" for law in decision.law_nearby]
    if near:
        yield f"Close to this day: {'; '.join(near)}."


def _cited(provision: Citation) -> str:
    marks = [f"from {provision.in_force_from}"] if provision.in_force_from else []
    marks += [f"until {provision.in_force_to}"] if provision.in_force_to else []
    marks += [] if provision.binding else ["guidance"]
    marks += ["contested"] if provision.contested else []
    marks += ["open whether it reaches this"] if provision.is_open else []
    marks += [] if provision.verified else ["not verified"]
    return f"{provision.title} ({', '.join(marks)})" if marks else provision.title


def _searched(decision: Decision) -> str:
    lists = ", ".join(f"{s.id} of {s.version}" for s in decision.world.sources) or "none"
    problems = [f.summary for f in decision.findings if f.screen is Screen.WORLD]
    return " ".join((f"Lists searched: {lists}.", *problems))


def _steps(decision: Decision) -> Iterator[str]:
    """What settles each stop, review and gap; what is missing stands among the gaps."""
    if decision.outcome is Outcome.CLEAR:
        return
    where: dict[str, list[str]] = {}
    for finding in decision.findings:
        if finding.strength in (Strength.STOP, Strength.REVIEW):
            where.setdefault(_settled_by(finding), []).append(finding.path)
    for step, paths in where.items():
        yield f"{step} [{', '.join(dict.fromkeys(paths))}]"
    for gap in decision.not_checked:
        yield f"supply or correct {gap.path}: {gap.why.rstrip('.')}"


def _settled_by(finding: Finding) -> str:
    return SETTLED_BY[finding.kind].format(
        value=finding.value or "the party",
        listed=finding.matched.name if finding.matched else "who is listed",
        subject=_plain(finding.subject),
    )


def _plain(subject: str) -> str:
    """What was met, without the signs of an id: `combination:young-company` is no word."""
    return re.sub("[_:-]", " ", subject) if subject.islower() else subject


def _number(count: int, one: str, many: str | None = None) -> str:
    return f"{count} {one if count == 1 else many or one + 's'}"
