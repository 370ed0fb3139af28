"""The arithmetic of a score, and its explanation: features from which the score can be redone.

Each feature's detail ends in the weight that it had, so that a reader with a pencil, or `replay`,
gets the same score from the features alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from vigil.model.finding import Feature
from vigil.names.features import FEATURES, TABLE, Effect, worth
from vigil.names.token_similarity import SCALE

# Shares of a weight that each kind of deviation costs, in hundredths. From measurements on 57 174
# listed names (docs/methods); legal forms and numbers are chosen.
IMPERFECT = worth("word") // 10  # a match that is not exact, on what it lacks
CONFLICT = 120  # both names have something unexplained, on the smaller of the two
ONLY_IN_QUERY = worth("only_in_query") // 10  # the rest that only the query has
ONLY_IN_LISTED = worth("only_in_listed") // 10  # the rest that only the listed name has
CONVEX = 2  # how fast what a similarity lacks gains weight
LEGAL_WEIGHT = 60  # thousandths: legal forms say little
LEGAL_OTHER = worth("legal_other") // 10
LEGAL_ON_ONE_SIDE = worth("legal_on_one_side") // 10
NUMBER_WEIGHT = 1000
NUMBER_OTHER = worth("numbers_other") // 10  # HAO FAN 6 is another ship than HAO FAN 7

DIGITS = 10_000  # scores have four digits
WEIGHT_AT_END = re.compile(r"weight (\d+)\.(\d{3})$")


class Parts(msgspec.Struct, frozen=True):
    """The sums a score is made of.

    `gain` and `cost` of the matched words are in millionths of a whole word; the other fields
    are weights in thousandths: of words unexplained on either side, of legal forms that differ or
    stand on one side only, of numbers that differ. `initial_in_query` is the share of
    `only_in_query` that an initial stands for or is: unexplained, but no conflict. `chance` is how
    much more all deviation counts, in thousandths, as many names would agree by chance.
    `patronymic_in_listed` is the share of `only_in_listed` that is a father's name, which lists
    print and people leave out: it deviates, but chance adds nothing to it.
    """

    gain: int = 0
    cost: int = 0
    only_in_query: int = 0
    only_in_listed: int = 0
    legal_other: int = 0
    legal_on_one_side: int = 0
    numbers_other: int = 0
    initial_in_query: int = 0
    chance: int = 0
    patronymic_in_listed: int = 0


def ratio(parts: Parts) -> int:
    """Agreement over agreement and deviation, in ten-thousandths, rounded half up.

    It never falls when `gain`, `initial_in_query` or `patronymic_in_listed` rises, and never rises
    when another part does.

    >>> ratio(Parts(gain=2_000_000)), ratio(Parts(gain=2_000_000, only_in_query=1000))
    (10000, 8850)
    """
    if parts.gain <= 0:
        return 0
    conflict = min(parts.only_in_query - parts.initial_in_query, parts.only_in_listed)
    deviation = (
        SCALE
        * (
            CONFLICT * conflict
            + ONLY_IN_QUERY * (parts.only_in_query - conflict)
            + ONLY_IN_LISTED * (parts.only_in_listed - conflict)
            + LEGAL_OTHER * parts.legal_other
            + LEGAL_ON_ONE_SIDE * parts.legal_on_one_side
            + NUMBER_OTHER * parts.numbers_other
        )
        + IMPERFECT * parts.cost
    )
    ordinary = min(parts.patronymic_in_listed, parts.only_in_listed - conflict)
    doubted = deviation - SCALE * ONLY_IN_LISTED * ordinary
    deviation += doubted * parts.chance // SCALE
    agreement = 100 * parts.gain
    whole = agreement + deviation
    return (2 * DIGITS * agreement + whole) // (2 * whole)


def times(score: int, factor: int) -> int:
    """A score in ten-thousandths times a factor in thousandths, rounded half up."""
    return (score * factor + SCALE // 2) // SCALE


def deviation(similarity: int) -> int:
    """What an imperfect similarity lacks, in thousandths: convex, so that small slips are cheap.

    >>> deviation(1000), deviation(950), deviation(800)
    (0, 55, 280)
    """
    distance = SCALE - similarity
    return distance + CONVEX * distance * distance // SCALE


def lowered(score: int, feature: Feature) -> int:
    """A score in ten-thousandths after a factor, or after the cap that says how much it may be."""
    thousandths = round(feature.score * SCALE)
    if feature.name in CAPS:
        return min(score, thousandths * DIGITS // SCALE)
    return times(score, thousandths)


def weighted(name: str, similarity: int, what: str, weight: int) -> Feature:
    """A feature whose detail ends in its weight.

    Raises:
        KeyError: the table of features does not have it.
    """
    if name not in FEATURES:
        raise KeyError(name)
    detail = f"{what}, weight {weight // SCALE}.{weight % SCALE:03d}"
    return Feature(name, similarity / SCALE, detail)


def factor(name: str, thousandths: int, why: str) -> Feature:
    """A feature that multiplies or caps the score.

    Raises:
        KeyError: the table of features does not say that it does.
    """
    if name not in FACTORS and name not in CAPS:
        raise KeyError(name)
    return Feature(name, thousandths / SCALE, why)


def replay(features: Iterable[Feature]) -> float:
    """The score that the features explain: 0–1 with four digits.

    Features that are only told (`country`, `identifier` …) change nothing. The factors apply in
    the order of the features, each rounded.

    >>> replay([weighted("word", 1000, "'putin' for 'putin'", 1000),
    ...         weighted("only_in_query", 0, "'fred'", 1000)])
    0.7937
    """
    return applied(features) / DIGITS


def applied(features: Iterable[Feature]) -> int:
    """What `replay` gives, in ten-thousandths."""
    features = list(features)
    score = ratio(_parts(features))
    for feature in features:
        if feature.name == "acronym":
            score = round(feature.score * DIGITS)
        elif feature.name in FACTORS or feature.name in CAPS:
            score = lowered(score, feature)
        elif feature.name in ADDING:
            score = min(DIGITS, score + round(feature.score * DIGITS)) if score else 0
        elif feature.name == "same_identifier":
            score = max(score, round(feature.score * DIGITS))
    return score


def _named(*effects: Effect) -> frozenset[str]:
    return frozenset(row.name for row in TABLE if row.effect in effects)


CAPS = _named(Effect.CAPS)  # no factors: the most that the score may be
FACTORS = _named(Effect.LOWERS)
ADDING = _named(Effect.ADDS)
LINKS = frozenset({"word", "joined_words"})


def _parts(features: Iterable[Feature]) -> Parts:
    sums = dict.fromkeys(Parts.__struct_fields__, 0)
    for feature in features:
        if feature.name in LINKS:
            weight, lost = _weight(feature), deviation(round(feature.score * SCALE))
            sums["gain"] += weight * (SCALE - lost)
            sums["cost"] += weight * lost
        elif feature.name == "initial":
            sums["initial_in_query"] += _weight(feature)
        elif feature.name in sums:
            sums[feature.name] += _weight(feature)
    return Parts(**sums)


def _weight(feature: Feature) -> int:
    found = WEIGHT_AT_END.search(feature.detail)
    if found is None:
        raise ValueError(f"a weight at the end of the detail, got {feature.detail!r}")
    return int(found.group(1)) * SCALE + int(found.group(2))
