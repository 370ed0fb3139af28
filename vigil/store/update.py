"""Lists loaded from their publishers, read, guarded, added to a history, and the world made anew.

    load        each file of a source to a folder beside the history; whole or not at all
    record      read, guarded and added to the history, or kept apart with the reasons
    write       a world of the lists in force, in place of the old one, when anything is different

Each step leaves what was there whole until the next is done: killed at any moment, the old world
stands, and the next update goes on. One list that fails never stops the others; the last good one
stays in use. One update at a time: a second one waits and then finds little to do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import msgspec

from vigil.errors import InvalidInput, SourceChanged
from vigil.lists.changes import ChangeKind, changes_between
from vigil.lists.countries import Countries
from vigil.lists.loaded import Dating, LoadedSource
from vigil.lists.readers import READERS, SHIPPED_SOURCE, Files, read_list, reader_of
from vigil.report.updates import Result, SourceUpdate
from vigil.store.build import countries_of, held_source, shipped_parties
from vigil.store.download_folder import DownloadFolder, on_disk
from vigil.store.downloads import Download, downloads_of, read_downloads
from vigil.store.fetch import Retries, Told, fetch
from vigil.store.folder import standing_folder
from vigil.store.guards import Reading, stopped_because
from vigil.store.history import LOG, Event, History, newest_in_use
from vigil.store.history_copy import history_or_copy
from vigil.store.lock import locked
from vigil.store.parts import MANIFEST, FolderParts, read_parts
from vigil.store.public_https import PublicHttps
from vigil.store.recording import record_files
from vigil.store.worlds import write_world
from vigil.world import World

Failure = tuple[Result, tuple[str, ...]]

LOCK = "lock"


class Update(msgspec.Struct, frozen=True):
    """What became of each source, by its id, and whether the world was written anew."""

    sources: tuple[SourceUpdate, ...]
    written: bool


@dataclass(frozen=True, slots=True)
class Means:
    """What an update works with: the way to publishers, their addresses, who hears of it."""

    net: PublicHttps = field(default_factory=PublicHttps)
    table: Sequence[Download] = field(default_factory=read_downloads)
    retries: Retries = field(default_factory=Retries)
    told: Told | None = None
    open_history: Callable[[Path], History] = History


def update_world(
    folder: Path,
    history_folder: Path,
    sources: Sequence[str],
    *,
    today: date,
    shipped: World,
    means: Means | None = None,
    dry_run: bool = False,
) -> Update:
    """Bring a world's lists up to the day.

    Args:
        folder: the world; one that is not there is made of the sources.
        history_folder: where snapshots go; downloads go beside it, to `<name>.downloads`.
        sources: ids to load; none: all of the world and its history that have an address.
        today: the day of the update.
        shipped: the world that comes with the package, for its goods, law, places and red flags.
        means: how to load.
        dry_run: load and check, and write neither history nor world.

    Raises:
        InvalidInput: an unknown source, one without an address, or none to update.
        WorldError: the world or the history is damaged, or the disk does not take what is new.
    """
    means = Means() if means is None else means
    wanted = {source: _downloads_read(source, means.table) for source in sources}
    downloads = Path(f"{history_folder.resolve()}.downloads")
    history = means.open_history(history_folder)
    with _one_at_a_time(downloads):
        held = _held(folder)
        before = _lists_of(held)
        wanted = wanted or _with_addresses({*before, *_recorded(history)}, means.table)
        with history_or_copy(history_folder, downloads, dry_run) as folder_of_run:
            worked_on = means.open_history(folder_of_run)
            countries = countries_of(shipped.parts.law())
            run = _Run(worked_on, history_folder, downloads, countries, today, means)
            failures = {s: run.load(s, files, before.get(s)) for s, files in wanted.items()}
            now = _newer(before, worked_on.in_force(today) if _recorded(worked_on) else {})
        if SHIPPED_SOURCE in before:
            now[SHIPPED_SOURCE] = shipped_parties(shipped)
        results = tuple(
            _told(
                source, before.get(source), now.get(source), failures.get(source), source in wanted
            )
            for source in sorted({*before, *now, *wanted})
        )
        changed = before != now or not _is_of(held, shipped)
        if dry_run or not changed or not now:
            return Update(results, written=False)
        parts = shipped.parts
        lists = tuple(now.values())
        write_world(folder, lists, parts.goods(), parts.routes(), parts.law(), with_index=True)
        return Update(results, written=True)


@dataclass(frozen=True, slots=True)
class _Run:
    """Sources being loaded into a history."""

    history: History
    folder: Path
    downloads: Path
    countries: Countries
    today: date
    means: Means

    def load(
        self, source: str, files: Sequence[Download], held: LoadedSource | None
    ) -> Failure | None:
        """Load, read and record a source; what went wrong, or None."""
        folder = DownloadFolder(self.downloads / source)
        means = self.means
        try:
            fetched = [fetch(d, folder, means.net, means.retries, means.told) for d in files]
        except SourceChanged as failure:
            return Result.NOT_LOADED, (str(failure),)
        loaded = {one.file: one.data for one in fetched}
        reasons = self._first_seen(source, loaded, held)
        if reasons:
            way = f"{source}={self.downloads / source}"
            way = f"to take it: vigil world record {self.folder} --source {way}"
            return Result.STOPPED, (*reasons, way)
        # A list without a day of its own is of the day on which its publisher served it.
        event = record_files(
            self.history, source, loaded, self.countries, as_of=self.today, today=self.today
        )
        reasons = self._replaced(event) if event.in_use else self._stopped(event)
        return (Result.STOPPED, reasons) if reasons else None

    def _replaced(self, event: Event) -> tuple[str, ...]:
        """What is wrong when a publisher serves a list again that a later one had replaced."""
        known = [other for other in self.history.events() if other.source == event.source]
        newest = newest_in_use(known)
        if newest is None or newest.snapshot == event.snapshot:
            return ()
        return (
            f"the list of {event.version} is served again, and the one of {newest.version}, "
            f"recorded on {newest.on}, had replaced it; that one stays in use",
        )

    def _first_seen(self, source: str, files: Files, held: LoadedSource | None) -> tuple[str, ...]:
        """What a guard says of a list that the history does not know and the world holds."""
        if held is None or source in _recorded(self.history):
            return ()
        try:
            new = read_list(source, files, self.countries, Dating(self.today, self.today))
        except SourceChanged:
            return ()  # recording refuses it, with the reason
        names = tuple(files)
        beside = Reading(new, names), Reading(held, names)
        return tuple(stopped_because(*beside, (), self.today, sentinels={}))  # recording has them

    def _stopped(self, event: Event) -> tuple[str, ...]:
        if event.snapshot is None or self.history.folder != self.folder:  # nothing to let in
            return event.reasons
        way = f"vigil world accept {self.folder} {event.snapshot[:12]} --by … --because …"
        return (*event.reasons, f"to let it in: {way}")


def _downloads_read(source: str, table: Sequence[Download]) -> list[Download]:
    """The files of a source that can be loaded and read.

    Raises:
        InvalidInput: it has no reader, or no address.
    """
    reader_of(source)
    return downloads_of(source, table)


def _with_addresses(sources: Iterable[str], table: Sequence[Download]) -> dict[str, list[Download]]:
    """Those sources that can be loaded and read, with their files.

    Raises:
        InvalidInput: none can.
    """
    known = {download.source for download in table} & READERS.keys()
    found = {source: downloads_of(source, table) for source in sorted({*sources} & known)}
    if not found:
        raise InvalidInput.single(
            f"name a list to load, like --source un_sc; {', '.join(sorted(known))} have an address",
            has_value=False,
        )
    return found


def _held(folder: Path) -> FolderParts | None:
    """The parts of the world in a folder; None where there is none."""
    standing = standing_folder(folder)
    return read_parts(standing) if (standing / MANIFEST).exists() else None


def _lists_of(parts: FolderParts | None) -> dict[str, LoadedSource]:
    """The lists that a world holds, by source."""
    if parts is None:
        return {}
    return {s.id: held_source(s, parts.entities_of(s)) for s in parts.manifest.sources}


def _is_of(parts: FolderParts | None, shipped: World) -> bool:
    """Whether a world's goods, routes and law are those that ship with this version."""
    theirs = shipped.parts
    return parts is not None and (
        parts.goods() == theirs.goods()
        and parts.routes() == theirs.routes()
        and parts.law() == theirs.law()
    )


def _newer(
    held: Mapping[str, LoadedSource], recorded: Mapping[str, LoadedSource]
) -> dict[str, LoadedSource]:
    """Both, the recorded list where it is not older: a world may have been built by hand since."""
    newer = {s: new for s, new in recorded.items()
             if s not in held or new.version >= held[s].version}  # fmt: skip
    return {**held, **newer}


def _recorded(history: History) -> set[str]:
    """The sources with a snapshot in use."""
    if not (history.folder / LOG).is_file():
        return set()
    return {event.source for event in history.events() if event.in_use}


def _told(
    source: str,
    before: LoadedSource | None,
    now: LoadedSource | None,
    failure: Failure | None,
    was_asked: bool,
) -> SourceUpdate:
    """What became of a source, counted."""
    result, reasons = failure or (_result(before, now, was_asked), ())
    old, new = () if before is None else before.entities, () if now is None else now.entities
    counts = Counter(change.kind for change in changes_between(old, new)) if old != new else {}
    return SourceUpdate(
        source,
        result,
        None if before is None else before.version,
        None if now is None else now.version,
        None if before is None else len(old),
        None if now is None else len(new),
        listed=counts.get(ChangeKind.LISTED, 0),
        changed=counts.get(ChangeKind.CHANGED, 0),
        delisted=counts.get(ChangeKind.DELISTED, 0),
        reasons=tuple(why.removeprefix(f"{source}: ") for why in reasons),
    )


def _result(before: LoadedSource | None, now: LoadedSource | None, was_asked: bool) -> Result:
    if before != now:
        return Result.UPDATED
    return Result.UNCHANGED if was_asked else Result.NOT_ASKED


@contextmanager
def _one_at_a_time(downloads: Path) -> Iterator[None]:
    with ExitStack() as stack:
        with on_disk():
            downloads.mkdir(parents=True, exist_ok=True)
            stack.enter_context(locked(downloads / LOCK))
        yield
