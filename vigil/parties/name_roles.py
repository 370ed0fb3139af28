"""The parts of people's names by their role, as FollowTheMoney gives them: given, second, family.

Words of a name meet in any order, as lists print it in any. Where both sides say which part is
which, each role must agree: by similar words, by an initial, or by a familiar form.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from vigil.model.finding import Feature
from vigil.names.explanation import factor
from vigil.names.features import worth
from vigil.names.given_names import given_names
from vigil.names.links import always_rare, find_links
from vigil.names.name_parts import is_patronymic, same_patronymic
from vigil.names.prepared import PreparedName
from vigil.names.readings import prepared_readings
from vigil.names.text import fold

Description = Mapping[str, Sequence[str]]

OTHER_ROLE = worth("other_role")  # Hans Friedrich is not Friedrich Hans where parts are given
OTHER_NAME_PART = worth("other_name_part")  # an equal full name cannot make up for another father

MOST_BETWEEN = 16  # ways to choose second names: all ways of up to four

# What a second name is called differs: a patronymic stands as middle name as often as father's.
ROLES = {
    "given name": ("firstName",),
    "second name": ("secondName", "middleName", "fatherName"),
    "family name": ("lastName",),
}


def role_conflicts(left: Description, right: Description) -> Iterator[Feature]:
    """The factors for parts of a name that both sides give and that differ."""
    ours, theirs = _parts(left), _parts(right)
    given, family = "given name", "family name"
    turned = _agree(ours[given], theirs[family]) and _agree(ours[family], theirs[given])
    straight = _agree(ours[given], theirs[given]) or _agree(ours[family], theirs[family])
    if turned and not straight:
        told = "the given name of one is the other's family name"
        yield factor("other_role", OTHER_ROLE, told)
        return
    for role in ROLES:
        if ours[role] and theirs[role] and not _agree(ours[role], theirs[role]):
            told = f"the {role} is {_told(ours[role])} and {_told(theirs[role])}"
            yield factor("other_name_part", OTHER_NAME_PART, told)


def full_names(side: Description) -> Iterator[str]:
    """The names that the parts of a side make: the given and the family name with none, some or all
    of the second names, so that one that only this side knows does not spoil what agrees.

    >>> list(full_names({"firstName": ["Anna"], "middleName": ["Rosa"], "lastName": ["Veldt"]}))
    ['Anna Veldt', 'Anna Rosa Veldt']
    """
    seconds = [text for name in ROLES["second name"] for text in side.get(name, ())]
    between = [some for n in range(len(seconds) + 1) for some in combinations(seconds, n)]
    for middle in between[:MOST_BETWEEN]:
        for given in side.get("firstName") or ("",):
            for family in side.get("lastName") or ("",):
                yield " ".join(filter(None, (given, *middle, family)))


def _parts(side: Description) -> dict[str, list[PreparedName]]:
    """What is given for each role, in every reading."""
    return {
        role: [
            name
            for part in properties
            for text in side.get(part, ())
            for reading in (text, *given_names().get(fold(text), ()))
            for name in prepared_readings(reading, is_person=True)
        ]
        for role, properties in ROLES.items()
    }


def _agree(ours: Sequence[PreparedName], theirs: Sequence[PreparedName]) -> bool:
    return any(_meet(one, other) for one in ours for other in theirs)


def _meet(one: PreparedName, other: PreparedName) -> bool:
    """Has a word of one a word of the other that it may stand for?"""
    fathers = [[w.text for w in name.words if is_patronymic(w.text)] for name in (one, other)]
    if all(fathers):
        return any(same_patronymic(a, b) for a in fathers[0] for b in fathers[1])
    return bool(find_links(one.words, other.words, always_rare))


def _told(names: Sequence[PreparedName]) -> str:
    return " or ".join(sorted({repr(name.text) for name in names}))
