"""What a person answered: yes, no, or which of the flags asked under a field hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vigil.model.finding import NotChecked
from vigil.routes.flag_book import FlagsOfDay
from vigil.routes.indicators import ABSENCE_FIELDS
from vigil.routes.red_flag import RedFlag

Answer = bool | str | float | None

YES = ("yes", "true", "y", "1")
NO = ("no", "false", "n", "0", "")


def is_yes(answer: Answer) -> bool:
    """Does the answer say that the circumstance holds?

    >>> is_yes(True), is_yes("Yes"), is_yes(""), is_yes(None), is_yes("no")
    (True, True, False, False, False)
    """
    if isinstance(answer, str):
        return answer.strip().lower() in YES
    return answer is True or (isinstance(answer, (int, float)) and answer == 1)


def is_no(answer: Answer) -> bool:
    """Does the answer say that the circumstance does not hold, or that it is not known?

    >>> is_no(False), is_no("No"), is_no(""), is_no("declined"), is_no(2)
    (True, True, True, False, False)
    """
    if isinstance(answer, str):
        return answer.strip().lower() in NO
    return answer is None or answer == 0


def affirmed(answers: dict[str, Answer], flags: FlagsOfDay) -> Iterator[tuple[str, RedFlag]]:
    """The flags that a person's answers say hold, each with the field that was answered."""
    for field, answer in sorted(answers.items()):
        if field not in ABSENCE_FIELDS:
            asked = flags.answered_by(field)
            for flag in asked if is_yes(answer) else named(answer, asked):
                yield field, flag


def named(answer: Answer, asked: Sequence[RedFlag]) -> tuple[RedFlag, ...]:
    """The flags that an answer names by their ids; none when it is anything else.

    Several flags may be asked under one field; "bis24-01, bis24-03" says which of them hold.
    """
    if not isinstance(answer, str):
        return ()
    ids = answer.lower().replace(",", " ").split()
    by_id = {flag.id: flag for flag in asked}
    return tuple(by_id[i] for i in dict.fromkeys(ids)) if ids and by_id.keys() >= set(ids) else ()


def is_understood(field: str, answer: Answer, flags: FlagsOfDay) -> bool:
    """Does the answer settle the question? Where a paper is asked for, any text describes it."""
    if field in ABSENCE_FIELDS:
        return answer is not None
    return is_yes(answer) or is_no(answer) or bool(named(answer, flags.answered_by(field)))


def answers_not_understood(answers: dict[str, Answer], flags: FlagsOfDay) -> list[NotChecked]:
    """Answers that are neither yes nor no, nor name flags asked there."""
    why = "the answer must be true (the circumstance holds) or false (it does not)"
    return [
        NotChecked(f"$.answers['{field}']", f"{why}, got {answer!r}")
        for field, answer in sorted(answers.items())
        if not (answer is None or is_understood(field, answer, flags))
    ]
