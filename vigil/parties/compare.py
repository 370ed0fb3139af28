"""Two descriptions of somebody, with no list: how well they agree, and what was not compared.

Properties are FollowTheMoney's. The names give the score; what else is known on both sides lowers
it where it differs, an equal birth date adds a little, and an equal identifier settles it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from vigil.errors import InputProblem, InvalidInput
from vigil.model.finding import Feature
from vigil.model.suggestion import did_you_mean
from vigil.names.explanation import DIGITS, applied, factor
from vigil.names.prepared import PreparedName, refusal
from vigil.names.readings import prepared_readings
from vigil.names.score import compare_names
from vigil.names.text import words
from vigil.parties.ftm_agreement import compare_traits
from vigil.parties.ftm_properties import NAMED_SCHEMAS, is_person, known_properties

Description = Mapping[str, Sequence[str]]

FULL_NAMES = ("name", "alias", "previousName", "abbreviation")
NAME_PARTS = ("firstName", "secondName", "middleName", "fatherName", "lastName")
WEAK_NAMES = ("weakAlias",)
OTHER_LEGAL_FORM = 720  # thousandths, chosen: an AG is no GmbH, whatever else agrees
OTHER_ROLE = 650  # thousandths, chosen: Hans Friedrich is not Friedrich Hans where parts are given
WEAK_FACTOR = 850  # thousandths: an exact weak alias is a review, never a stop


class Comparison(msgspec.Struct, frozen=True):
    """How two descriptions agree: 0–1, the comparisons made, and the properties that were not.

    `not_compared` holds properties that only one side gives, and those that say nothing about
    who it is or could not be read, in alphabetical order.
    """

    score: float
    features: tuple[Feature, ...]
    not_compared: tuple[str, ...]


class _Named(msgspec.Struct, frozen=True):
    name: PreparedName
    weak: bool


def compare(schema: str, left: Description, right: Description) -> Comparison:
    """How well two descriptions agree; the same when they change places.

    Args:
        schema: a FollowTheMoney schema of a thing with a name; the two sides may be of others.
        left: property names to values.
        right: as `left`.

    Raises:
        InvalidInput: an unknown schema or property, or a name that cannot be compared; all
            problems at once.

    >>> compare("Person", {"name": ["Saeed Aghajani"]}, {"name": ["AGHAJANI, Saeed"]}).score
    1.0
    """
    _check(schema, left, right)
    names, from_names = _compare_names(schema, left, right)
    traits = compare_traits(left, right)
    features = (*names, *traits.features)
    read = from_names | traits.compared
    return Comparison(
        score=applied(features) / DIGITS,
        features=features,
        not_compared=tuple(sorted((_given(left) | _given(right)) - read)),
    )


def _compare_names(
    schema: str, left: Description, right: Description
) -> tuple[tuple[Feature, ...], frozenset[str]]:
    """The explanation of the best pair of names, and the properties that were names."""
    ours, theirs = _names(schema, left), _names(schema, right)
    if not ours or not theirs:
        return (), frozenset()
    person = is_person(schema)
    best: tuple[int, tuple[Feature, ...]] = (-1, ())
    for one in ours:
        for other in theirs:
            for asked, known in ((one, other), (other, one)):
                features = compare_names(asked.name, known.name, is_person=person).features
                features = (*features, *_contradictions(features, left, right))
                if features and (one.weak or other.weak):
                    why = "a name is a weak alias"
                    features = (*features, factor("weak_alias", WEAK_FACTOR, why))
                best = max(best, (applied(features), features), key=lambda pair: pair[0])
    return best[1], frozenset((*FULL_NAMES, *NAME_PARTS, *WEAK_NAMES))


def _contradictions(
    features: Sequence[Feature], left: Description, right: Description
) -> Iterator[Feature]:
    """What lowers two names that are compared alone: other legal forms, turned names."""
    if any(feature.name == "legal_other" for feature in features):
        yield factor("other_legal_form", OTHER_LEGAL_FORM, "each has another legal form")
    given, family = (
        [{tuple(words(text)) for text in side.get(part, ())} for side in (left, right)]
        for part in ("firstName", "lastName")
    )
    turned = given[0] & family[1] and given[1] & family[0]
    if features and turned and not (given[0] & given[1] or family[0] & family[1]):
        yield factor("other_role", OTHER_ROLE, "the given name of one is the other's family name")


def _names(schema: str, side: Description) -> list[_Named]:
    """Every name of a side; the parts of a name count as one when there are two or more."""
    texts = [(text, False) for name in FULL_NAMES for text in side.get(name, ())]
    texts += [(text, True) for name in WEAK_NAMES for text in side.get(name, ())]
    parts = [part for name in NAME_PARTS for part in side.get(name, ())]
    if len(parts) > 1 or (parts and not texts):
        texts.append((" ".join(parts), False))
    unique = dict.fromkeys(texts)
    return [
        _Named(name, weak)
        for text, weak in unique
        for name in prepared_readings(text, is_person=is_person(schema))
    ]


def _given(side: Description) -> frozenset[str]:
    return frozenset(name for name, values in side.items() if values)


def _check(schema: str, left: Description, right: Description) -> None:
    problems = []
    if schema not in NAMED_SCHEMAS:
        expected = f"a schema must be one of {', '.join(NAMED_SCHEMAS)}"
        problems.append(InputProblem(expected, "schema", schema))
    for place, side in (("left", left), ("right", right)):
        for name in sorted(set(side) - known_properties()):
            hint = did_you_mean(name, sorted(known_properties()))
            expected = f"unknown property; {hint}" if hint else "unknown property"
            problems.append(InputProblem(expected, f"{place}.{name}", name))
        for name in (*FULL_NAMES, *NAME_PARTS, *WEAK_NAMES):
            for text in side.get(name, ()):
                reason = refusal(text)
                if reason is not None:
                    problems.append(InputProblem(reason, f"{place}.{name}", text))
    if problems:
        raise InvalidInput(problems)
