"""The red flags in the order in which they are looked up: by indicator, by question, by field.

Made once a catalogue. Few flags have a window, so few days differ: the flags that count on a day
are a `FlagsOfDay`, which is kept for every day with the same ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from vigil.model.finding import Feature, Finding, FindingKind, Ground, Provenance, Screen
from vigil.model.question import Question
from vigil.routes.red_flag import STRONGEST_FIRST, RedFlag, Weight

Observe = Callable[..., Iterator[Any]]
Known = tuple[int, frozenset[str], frozenset[str]]

WEIGHTS = {
    Weight.STOP: Ground.WEIGHT_HIGH,  # lists and places do the stopping
    Weight.HIGH: Ground.WEIGHT_HIGH,
    Weight.MEDIUM: Ground.WEIGHT_MEDIUM,
    Weight.LOW: Ground.WEIGHT_LOW,
}


class FlagBook:
    """All flags of a catalogue."""

    def __init__(self, flags: Iterable[RedFlag]) -> None:
        self._flags = tuple(flags)
        self._windowed = tuple(f for f in self._flags if f.in_force_from or f.in_force_to)
        self._of_days: dict[tuple[tuple[str, bool], ...], FlagsOfDay] = {}
        self.fields = frozenset(field for flag in self._flags for field in flag.fields)

    def on(self, day: date) -> FlagsOfDay:
        """The flags that count on a day."""
        counting = [counts for flag in self._windowed if (counts := flag.on(day)) is not None]
        key = tuple((flag.id, flag.verified) for flag in counting)
        held = self._of_days.get(key)
        if held is None:
            always = (flag for flag in self._flags if flag not in self._windowed)
            held = self._of_days[key] = FlagsOfDay([*always, *counting])
        return held


class FlagsOfDay:
    """The flags that count on a day, by what fires them and by what asks for them."""

    def __init__(self, flags: Iterable[RedFlag]) -> None:
        self.flags = tuple(sorted(flags, key=lambda flag: flag.place))
        self.by_indicator: dict[str, tuple[RedFlag, ...]] = {}
        self.by_question: dict[str, tuple[RedFlag, ...]] = {}
        self._by_field: dict[str, tuple[RedFlag, ...]] = {}
        # the indicators to be tried and the open questions, by what orders give; filled by
        # vigil.routes.red_flags and vigil.routes.questions
        self.plans: dict[tuple[int, Provenance], tuple[tuple[Observe, Finding], ...]] = {}
        self.questions: dict[Known, tuple[Question, ...]] = {}
        self._questions: dict[tuple[str, ...], Question] = {}
        self._told: dict[tuple[str, tuple[str, ...], Provenance], Finding] = {}
        for flag in self.flags:
            for indicator in flag.indicators:
                _add(self.by_indicator, indicator, flag)
            _add(self.by_question, flag.asked_at, flag)
            for field in flag.fields:
                _add(self._by_field, field, flag)

    def answered_by(self, field: str) -> tuple[RedFlag, ...]:
        """The flags that a yes to this field fires: those asked there, else those that name it."""
        return self.by_question.get(field) or self._by_field.get(field, ())

    def question(self, field: str, flags: Sequence[RedFlag], instead: tuple[str, ...]) -> Question:
        """The question that a field of `answers` puts for these flags, made once."""
        key = (field, *(flag.id for flag in flags), *instead)
        held = self._questions.get(key)
        if held is None:
            held = self._questions[key] = _question(field, flags, instead)
        return held

    def told(self, subject: str, flags: Sequence[RedFlag], provenance: Provenance) -> Finding:
        """The finding of one circumstance, all but where it was seen.

        Flags that publish the same circumstance are one finding with a feature each, because
        three notices that print one sign are still one sign.

        Args:
            subject: the indicator, or the question that was answered.
            flags: what publishes it, the heaviest that was read first; at least one.
            provenance: of the catalogue.
        """
        key = (subject, tuple(flag.id for flag in flags), provenance)
        held = self._told.get(key)
        if held is None:
            held = self._told[key] = _told(subject, flags, provenance)
        return held


def _add(held: dict[str, tuple[RedFlag, ...]], key: str, flag: RedFlag) -> None:
    held[key] = (*held.get(key, ()), flag)


def _told(subject: str, flags: Sequence[RedFlag], provenance: Provenance) -> Finding:
    best = flags[0]
    read = [flag for flag in flags if not flag.from_memory]
    strongest = min(read or flags, key=lambda flag: STRONGEST_FIRST.index(flag.weight))
    doubt: tuple[Ground, ...] = () if read else (Ground.FROM_MEMORY,)
    if read and all(flag.in_doubt for flag in read):
        doubt = (Ground.RULE_UNVERIFIED,)
    cited = [_cited(flag, provenance) for flag in flags]
    return Finding(
        screen=Screen.ROUTES,
        kind=FindingKind.RED_FLAG,
        path="$",
        subject=subject,
        summary="",
        grounds=tuple(g for g in Ground if g in (WEIGHTS[strongest.weight], *doubt)),
        features=tuple(Feature(flag.id, 1.0, _detail(flag)) for flag in flags),
        provenance=cited[0],
        other_provenance=tuple(dict.fromkeys(p for p in cited[1:] if p != cited[0])),
        verified=best.verified,
        basis=best.basis,
    )


def _question(field: str, flags: Sequence[RedFlag], instead: tuple[str, ...]) -> Question:
    best = flags[0]
    return Question(
        field=field,
        flags=tuple(flag.id for flag in flags),
        statements=tuple(flag.statement for flag in flags),
        weight=best.weight,
        verified=best.verified,
        basis=best.basis,
        instead=instead,
    )


def _detail(flag: RedFlag) -> str:
    where = f", {flag.paragraph}" if flag.paragraph else ""
    return f"{flag.statement} ({flag.source_title}{where}, {flag.source_date or 'no date'})"


def _cited(flag: RedFlag, provenance: Provenance) -> Provenance:
    return Provenance(
        provenance.source, provenance.version, provenance.sha256, flag.source or provenance.url
    )
