"""Two descriptions of somebody, with no list: how well they agree, and what was not compared.

Properties are FollowTheMoney's. The names give the score; what else is known on both sides lowers
it where it differs, an equal birth date adds a little, and an equal identifier settles it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from vigil.errors import InputProblem, InvalidInput
from vigil.model.finding import Feature
from vigil.model.suggestion import did_you_mean
from vigil.names.explanation import DIGITS, applied, factor
from vigil.names.features import worth
from vigil.names.links import always_rare
from vigil.names.prepared import PreparedName, WordClass, refusal
from vigil.names.readings import prepared_readings
from vigil.names.score import compare_names, meet
from vigil.names.scripts import scripts_of
from vigil.parties.conflicts import Alone, conflicts
from vigil.parties.ftm_agreement import compare_traits
from vigil.parties.ftm_properties import NAMED_SCHEMAS, is_person, known_properties
from vigil.parties.name_roles import full_names, role_conflicts
from vigil.parties.name_variants import Variant, variants

Description = Mapping[str, Sequence[str]]

FULL_NAMES = ("name", "alias", "previousName", "abbreviation")
NAME_PARTS = ("firstName", "secondName", "middleName", "fatherName", "lastName")
WEAK_NAMES = ("weakAlias",)
WITH_ACRONYMS = frozenset({"Organization", "Company", "PublicBody"})
SHORTEST_ACRONYM = 3  # letters
WEAK_FACTOR = worth("weak_alias")  # an exact weak alias is a review, never a stop


class Comparison(msgspec.Struct, frozen=True):
    """How two descriptions agree: 0–1, the comparisons made, and the properties that were not.

    `not_compared` holds properties that only one side gives, and those that say nothing about
    who it is or could not be read, in alphabetical order.
    """

    score: float
    features: tuple[Feature, ...]
    not_compared: tuple[str, ...]


class _Named(msgspec.Struct, frozen=True):
    """A name in one reading, and what lowers the score when it is the one that met."""

    name: PreparedName
    scripts: frozenset[str]
    lowerings: tuple[Feature, ...]


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
    best: tuple[int, tuple[Feature, ...]] = (-1, ())
    roles = tuple(role_conflicts(left, right))
    for one in ours:
        for other in theirs:
            lowerings = tuple(dict.fromkeys((*one.lowerings, *other.lowerings)))
            for asked, known in ((one, other), (other, one)):
                met = _met(schema, asked, known, floor=best[0] + 1)
                features = (*met, *roles, *lowerings) if met else ()
                best = max(best, (applied(features), features), key=lambda pair: pair[0])
    return best[1], frozenset((*FULL_NAMES, *NAME_PARTS, *WEAK_NAMES))


def _met(schema: str, asked: _Named, known: _Named, floor: int) -> tuple[Feature, ...]:
    """How two readings meet, and what they contradict; nothing below the floor."""
    person = is_person(schema)
    score = compare_names(asked.name, known.name, is_person=person, floor=floor)
    if not score.features or score.acronym:
        return score.features
    alone = Alone(
        meet(asked.name, known.name, always_rare, is_person=person),
        score.features,
        is_vessel=schema == "Vessel",
        in_one_script=asked.scripts == known.scripts,
    )
    return (*score.features, *conflicts(alone))


def _names(schema: str, side: Description) -> list[_Named]:
    """Every name of a side; the parts of a name make names when there are two or more, and a single
    one where no full name stands, whatever weak aliases do.
    """
    full = [(text, False) for name in FULL_NAMES for text in side.get(name, ())]
    texts = full + [(text, True) for name in WEAK_NAMES for text in side.get(name, ())]
    parts = [part for name in NAME_PARTS for part in side.get(name, ())]
    if len(parts) > 1 or (parts and not full):
        texts += [(text, False) for text in full_names(side) if text]
    named = (
        _Named(_with_acronym(name, schema), scripts_of(text), _lowerings(weak, variant))
        for text, weak in dict.fromkeys(texts)
        for variant in variants(text, schema)
        for name in prepared_readings(variant.text, is_person=is_person(schema))
    )
    return list(dict.fromkeys(named))


def _lowerings(weak: bool, variant: Variant) -> tuple[Feature, ...]:
    lowering = () if variant.lowering is None else (variant.lowering,)
    if weak:
        return (*lowering, factor("weak_alias", WEAK_FACTOR, "a name is a weak alias"))
    return lowering


def _with_acronym(name: PreparedName, schema: str) -> PreparedName:
    """The name with its first letters, of three words already where it is known to be no person's.

    In a search three letters meet by chance; of two names alone they say something.
    """
    if name.acronym or schema not in WITH_ACRONYMS:
        return name
    told = [w for w in name.words if w.word_class in (WordClass.PLAIN, WordClass.COMMON)]
    letters = "".join(word.text[0] for word in told) if len(told) >= SHORTEST_ACRONYM else ""
    return msgspec.structs.replace(name, acronym=letters)


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
