"""States of lists to compare: a day or a snapshot of a history, or a world's folder."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import msgspec

from vigil.errors import InvalidInput
from vigil.lists.changes import Change, changes_between
from vigil.model.entity import Entity
from vigil.model.source import SourceSnapshot
from vigil.store.folder import standing_folder
from vigil.store.history import Event, History, find_snapshot, in_use_on
from vigil.store.parts import MANIFEST, FolderParts, read_parts
from vigil.store.snapshots import get_entities, get_snapshot

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Listing(msgspec.Struct, frozen=True):
    """One list in a state: chunks that are the same in two states hold the same entities."""

    version: date
    chunks: tuple[str, ...]
    read: Callable[[list[str]], list[Entity]]


class State(msgspec.Struct, frozen=True):
    """Lists by source, as they stood; `is_one_list`: a snapshot, which says nothing of others."""

    name: str
    listings: dict[str, Listing]
    is_one_list: bool = False


class SourceChanges(msgspec.Struct, frozen=True):
    """How one list differs: its two days, and its changes.

    `uncovered` names the state that does not hold the list: then nothing was compared.
    """

    source: str
    before: date | None = None
    after: date | None = None
    changes: tuple[Change, ...] = ()
    uncovered: str | None = None


def state_of(text: str, history: History | None) -> State:
    """The state that a day, the beginning of a snapshot's id, or a world's folder names.

    Raises:
        InvalidInput: it is none of these, or needs a history and there is none.
        WorldError: the world or the history is damaged.
    """
    folder = Path(text)
    if (standing_folder(folder) / MANIFEST).is_file():
        return _world_state(text, folder)
    if history is None:
        raise InvalidInput.single(
            "a day or a snapshot needs --history; without one, name a world's folder", got=text
        )
    events = history.events()
    if DAY.fullmatch(text):
        try:
            day = date.fromisoformat(text)
        except ValueError as error:
            raise InvalidInput.single("a day must be like 2026-08-07", got=text) from error
        return _day_state(text, day, events, history)
    snapshot = find_snapshot(events, text)
    source, listing = _listing(history, snapshot)
    return State(text, {source: listing}, is_one_list=True)


def differences(before: State, after: State) -> list[SourceChanges]:
    """How each list differs between two states, by source.

    Raises:
        InvalidInput: two snapshots of different lists.
    """
    sources = before.listings.keys() | after.listings.keys()
    for state in (before, after):
        if state.is_one_list:
            sources &= state.listings.keys()
    if not sources:
        raise InvalidInput.single(
            "two states must have a list in common", got=f"{before.name} {after.name}"
        )
    return [_differences(source, before, after) for source in sorted(sources)]


def _differences(source: str, before: State, after: State) -> SourceChanges:
    old, new = before.listings.get(source), after.listings.get(source)
    if old is None or new is None:
        uncovered = before.name if old is None else after.name
        return SourceChanges(source, uncovered=uncovered)
    same = set(old.chunks) & set(new.chunks)
    was, now = (
        listing.read([chunk for chunk in listing.chunks if chunk not in same])
        for listing in (old, new)
    )
    changes = tuple(changes_between(was, now))
    return SourceChanges(source, old.version, new.version, changes)


def _world_state(text: str, folder: Path) -> State:
    parts = read_parts(standing_folder(folder))

    return State(
        text,
        {
            source.id: Listing(
                source.version, (source.file_sha256,), partial(_entities_if_asked, parts, source)
            )
            for source in parts.manifest.sources
        },
    )


def _entities_if_asked(
    parts: FolderParts, source: SourceSnapshot, chunks: list[str]
) -> list[Entity]:
    return parts.entities_of(source) if chunks else []


def _day_state(text: str, day: date, events: list[Event], history: History) -> State:
    listings = {}
    for source in sorted({event.source for event in events}):
        event = in_use_on([e for e in events if e.source == source], day)
        if event is not None and event.snapshot is not None:
            listings[source] = _listing(history, event.snapshot)[1]
    if not listings:
        raise InvalidInput.single("a day must not be before the first snapshot", got=text)
    return State(text, listings)


def _listing(history: History, snapshot_id: str) -> tuple[str, Listing]:
    snapshot = get_snapshot(history.objects, snapshot_id)
    read = partial(get_entities, history.objects)
    return snapshot.source, Listing(snapshot.version, snapshot.chunks, read)
