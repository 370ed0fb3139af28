"""What the controls of an entry say, in words that lead a person to the place to read."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from vigil.goods.controls import ITAR, NO_REASON, Answer, Controls, Need
from vigil.model.control import EVERYWHERE, Cover

LIST = "15 CFR part 774, supplement 1"
CHART = "15 CFR part 738, supplement 1 (Country Chart)"
KEPT = 8192  # entries for countries, by use
MOST_NAMED = 4  # chosen: a control of technology names up to twenty entries


@lru_cache(KEPT)
def why(controls: Controls) -> str:
    """Why a licence is needed, or may be: the controls of the strongest answer."""
    return in_words(controls.of(controls.need), controls.paragraph)


@lru_cache(KEPT)
def details(controls: Controls) -> tuple[tuple[Need, str], ...]:
    """Each control that asks for something, with where it was read."""
    return tuple(
        (
            answer.need,
            f"{reason(answer, controls.paragraph)}; {CHART if answer.clause.column else LIST}",
        )
        for answer in controls.answers
    )


def in_words(answers: Iterable[Answer], paragraph: str) -> str:
    """Reasons of control with their part of the entry and where they ask for a licence."""
    return "; ".join(dict.fromkeys(reason(answer, paragraph) for answer in answers))


def reason(answer: Answer, paragraph: str) -> str:
    """One control: `NS (NS 2 marked)`, `RS for paragraph z.1 (742.6(a)(7) names it)`."""
    clause = answer.clause
    where = _where(answer)
    return (
        clause.reason
        + _part(answer, paragraph)
        + _limits(answer)
        + (f" ({where})" if where else "")
    )


def to_read(controls: Controls, country: str) -> str:
    """What must be stated or read before an open answer is one; `country` by its name."""
    entry, answers = controls.entry, controls.of(Need.POSSIBLE, Need.OPEN)
    if any(answer.clause.reason == ITAR for answer in controls.answers):
        return f"{entry} is left to the ITAR (22 CFR 120-130), which is not held"
    if controls.need is Need.POSSIBLE:
        asked = controls.of(Need.POSSIBLE)
        told = in_words(asked, controls.paragraph)
        return f"{entry} may need a US licence for {country}: {told}; {_way_out(asked, entry)}"
    if not answers:
        return f"whether {entry} needs a US licence for {country} is not known: {controls.outside}"
    first = answers[0].clause
    if first.reason == NO_REASON:
        stands = f"; its goods stand under {', '.join(first.names)}" if first.names else ""
        return f"{LIST} states no control of {entry}{stands}; read the entry itself"
    told = in_words(answers, controls.paragraph)
    return f"what {entry} asks for {country} is not held: {told}; read it"


def _way_out(answers: Iterable[Answer], entry: str) -> str:
    answers = list(answers)
    ways = []
    if any(answer.cover is Cover.PART for answer in answers):
        ways.append("the order must state the paragraph")
    limited = list(dict.fromkeys(a.clause.reason for a in answers if a.clause.limited))
    if limited:
        ways.append(f"read what {LIST} says of {', '.join(limited)} under {entry}")
    return " and ".join(ways)


def _part(answer: Answer, paragraph: str) -> str:
    """Which paragraphs below the declared one the control speaks of, and of which it does not."""
    clause = answer.clause
    above = f"{paragraph}." if paragraph else ""
    is_part = answer.cover is Cover.PART
    below = [p for p in clause.paragraphs if p.startswith(above)] if is_part else []
    text = f" for paragraph {', '.join(below)}" if below else ""
    without = [p for p in clause.exempt if p.startswith(above)]
    return text + (f" but for {', '.join(without)}" if without else "")


def _limits(answer: Answer) -> str:
    clause = answer.clause
    if not clause.limited:
        return ""
    if clause.words:
        return f" within limits ({clause.words})"
    named = ", ".join(clause.names[:MOST_NAMED])
    more = " and others" if len(clause.names) > MOST_NAMED else ""
    return " within limits that its words set" + (f", naming {named}{more}" if named else "")


def _where(answer: Answer) -> str:
    clause = answer.clause
    if answer.need is Need.OPEN:
        return clause.provision or "the copy of the list does not say where"
    if clause.reason == ITAR:
        return "licensed by the State Department"
    if clause.to and clause.column is None:
        source = clause.provision or "the entry itself"
        return f"{source} asks everywhere" if EVERYWHERE in clause.to else f"{source} names it"
    return f"{clause.column} marked"
