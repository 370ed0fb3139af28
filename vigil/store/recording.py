"""List files into a history: read, guarded, kept; one list that fails never stops the others."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import msgspec

from vigil.errors import SourceChanged
from vigil.lists.countries import Countries
from vigil.lists.loaded import Dating
from vigil.lists.readers import Files, read_list, reader_of
from vigil.store.guards import no_list
from vigil.store.history import Event, History
from vigil.store.list_files import read_files


class Recorded(msgspec.Struct, frozen=True):
    """What became of a list file: an event, or None and why it could not even be opened."""

    source: str
    event: Event | None
    problem: str | None = None


def record_sources(
    history: History,
    sources: Sequence[tuple[str, Path]],
    countries: Countries,
    *,
    as_of: date | None,
    today: date,
) -> list[Recorded]:
    """Read each source's files and record them, in the order given.

    Args:
        history: where they go.
        sources: source ids with their files.
        countries: as the readers need them.
        as_of: the day of lists whose files give none; None: today.
        today: the day of recording.

    Raises:
        InvalidInput: an unknown source; nothing is recorded.
        WorldError: the history cannot be written.
    """
    for source_id, _ in sources:
        reader_of(source_id)
    recorded = []
    for source_id, path in sources:
        try:
            files = read_files(source_id, path)
        except SourceChanged as unreadable:
            recorded.append(Recorded(source_id, None, f"{path}: {unreadable}"))
            continue
        event = record_files(history, source_id, files, countries, as_of=as_of, today=today)
        recorded.append(Recorded(source_id, event))
    return recorded


def record_files(
    history: History,
    source_id: str,
    files: Files,
    countries: Countries,
    *,
    as_of: date | None,
    today: date,
) -> Event:
    """Record one source's files: in use, or kept apart with the reasons."""
    reader_of(source_id)  # an unknown one is told before anything is kept
    why = no_list(files)
    if why is None:
        try:
            loaded = read_list(source_id, files, countries, Dating(today, as_of))
        except SourceChanged as refusal:
            why = str(refusal)
    if why is not None:
        return history.refuse(source_id, files, why, today)
    return history.record(
        loaded, files, today, lambda kept, dating: read_list(source_id, kept, countries, dating)
    )
