"""What is known of a subject and of an entry beside the name: country, kind, birth year."""

from __future__ import annotations

import re

from vigil.index.hit import Hit
from vigil.model.entity import Entity
from vigil.model.finding import Feature
from vigil.model.order import Kind
from vigil.names.prepared import prepare
from vigil.names.scripts import scripts_of
from vigil.parties.subjects import Subject

SYLLABIC, UNVOWELLED = frozenset({"CJK", "HANGUL"}), frozenset({"ARABIC", "HEBREW"})  # scripts
YEAR = re.compile(r"(?<!\d)(1[89]\d\d|20\d\d)(?!\d)")


def countries_of(entity: Entity) -> tuple[str, ...]:
    """The countries an entry is tied to, by itself or by its addresses, in order."""
    by_address = {address.country for address in entity.addresses if address.country}
    return tuple(sorted({*entity.countries, *by_address}))


def country_contradicts(country: str | None, entity: Entity) -> bool:
    """Are countries known on both sides, and none shared?"""
    if not country:
        return False
    known = countries_of(entity)
    return bool(known) and country not in known


def kind_contradicts(kind: Kind, entity: Entity, name: str = "") -> bool:
    """Are both kinds known, and different?

    Args:
        kind: the kind asked for.
        entity: the entry.
        name: of an entry whose kind is not given; with a legal form it is no person's.
    """
    if entity.kind is Kind.UNKNOWN and kind is Kind.PERSON and name:
        return bool(prepare(name).legal)
    return kind is not entity.kind and Kind.UNKNOWN not in (kind, entity.kind)


def is_homonym(name: str, hit: Hit) -> bool:
    """Is all that agrees a common name that the script of the query spells like many others?

    Characters of Han and Hangul have one Latin form for many names; letters without vowels are read
    in several ways, so that a word left or quite unlike is a guess too many. An entry that prints a
    name in that script was compared in it, and then this says nothing.
    """
    if name.isascii() or not scripts_of(name) & (SYLLABIC | UNVOWELLED):
        return False
    said = {feature.name for feature in hit.features}
    if "often_by_chance" not in said:
        return False
    unlike = "not_everything_agrees" in said
    scripts = scripts_of(name) & (SYLLABIC | UNVOWELLED if unlike else SYLLABIC)
    return bool(scripts) and not any(scripts & scripts_of(own.text) for own in hit.entity.names)


def trait_features(subject: Subject, entity: Entity) -> list[Feature]:
    """The comparisons that tell for or against the match and leave the name's score alone."""
    found = []
    known = countries_of(entity)
    if subject.country and known:
        same = not country_contradicts(subject.country, entity)
        detail = f"the order says {subject.country}, the entry {', '.join(known)}"
        found.append(Feature("country", float(same), detail))
    if Kind.UNKNOWN not in (subject.kind, entity.kind):
        same = not kind_contradicts(subject.kind, entity)
        detail = f"the order says {subject.kind}, the entry {entity.kind}"
        found.append(Feature("kind", float(same), detail))
    years = years_in(" ".join(entity.birth_dates))
    asked = years_in(subject.birth_date or "")
    if years and asked:
        detail = f"the order says {', '.join(asked)}, the entry {', '.join(years)}"
        found.append(Feature("birth_year", float(bool({*years} & {*asked})), detail))
    return found


def years_in(text: str) -> tuple[str, ...]:
    """The years that a text of dates names, in order.

    >>> years_in("circa 1961, 12 Apr 1962")
    ('1961', '1962')
    """
    return tuple(sorted(set(YEAR.findall(text))))
