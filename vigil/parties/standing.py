"""How an entry stands on its list on a day, and how a finding cites it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import msgspec

from vigil.model.entity import Entity, Origin
from vigil.model.finding import Provenance
from vigil.model.source import SourceSnapshot
from vigil.rules.law import Law


def is_listed(entity: Entity, on: date) -> bool:
    """Does the entry count on the day: listed by then, and not yet delisted?

    An entry without a date counts; `is_undated` says when that is a doubt.
    """
    if entity.delisted_on is not None and entity.delisted_on <= on:
        return False
    return entity.listed_on is None or entity.listed_on <= on


def is_undated(entity: Entity, on: date, sources: Mapping[str, SourceSnapshot]) -> bool:
    """Has the entry no date, and is the day before the first snapshot that holds it?"""
    if entity.listed_on is not None:
        return False
    days = [sources[o.source].version for o in entity.origins if o.source in sources]
    return not days or on < min(days)


def provenances(
    entity: Entity, sources: Mapping[str, SourceSnapshot]
) -> tuple[Provenance, tuple[Provenance, ...]]:
    """Where the entry comes from: the source it was first read in, and the others."""
    found = [_provenance(origin, sources) for origin in entity.origins]
    return (found[0], tuple(found[1:])) if found else (Provenance(entity.source), ())


def describe_listing(
    entity: Entity, name: str, law: Law, on: date, sources: Mapping[str, SourceSnapshot]
) -> str:
    """The entry as a sentence names it: list, id, alias, programmes, date, and what is not held."""
    issuing = law.issuing_list(entity.source)
    title = f"{issuing.authority}: {issuing.title}" if issuing else entity.source
    told = [f"{name!r} ({entity.id}) on {title}"]
    if entity.programmes:
        plural = "s" if len(entity.programmes) > 1 else ""
        told.append(f"programme{plural} {', '.join(entity.programmes)}")
    told.append(_dated(entity, on, sources))
    missing = law.programmes_not_held(entity)
    if missing and not law.cite_listing(entity, on):
        told.append(f"provision not held for {', '.join(missing)}")
    elif not law.cite_listing(entity, on):
        told.append("provision not held")
    return ", ".join(told)


def _dated(entity: Entity, on: date, sources: Mapping[str, SourceSnapshot]) -> str:
    if entity.listed_on is not None:
        return f"listed on {entity.listed_on}"
    if is_undated(entity, on, sources):
        return "listed on an unknown day, and the list read is younger than this order"
    return "listed on an unknown day, before the list read"


def _provenance(origin: Origin, sources: Mapping[str, SourceSnapshot]) -> Provenance:
    snapshot = sources.get(origin.source)
    known = snapshot.provenance if snapshot else Provenance(origin.source)
    return msgspec.structs.replace(known, url=origin.url) if origin.url else known
