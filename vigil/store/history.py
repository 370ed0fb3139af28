"""A history of lists: every snapshot that was seen, what was stopped and why, and who let it in.

    history.jsonl     what happened, one chained line an event (`vigil.store.chain`)
    objects/          publishers' files, snapshots and entities by their hashes, each once
    lock              held by whoever writes

Objects are written before the line that names them: killed at any moment, a history is whole, with
at most some objects that nothing names. A list that a guard stops is kept with its reasons and not
used; the last good one stays in force, until a person accepts the stopped one by name and with a
reason, or a better one comes.

Days are those of the lists: a snapshot is in force from its own day to the day of the next one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from enum import StrEnum
from pathlib import Path

import msgspec

from vigil.errors import InvalidInput, SourceChanged, WorldError
from vigil.lists.loaded import Dating, LoadedSource
from vigil.store.chain import Chain
from vigil.store.guards import LIMITS, Limits, Reading, stopped_because
from vigil.store.lock import locked
from vigil.store.objects import Objects
from vigil.store.sentinels import Sentinels
from vigil.store.snapshots import get_reading, get_snapshot, put_files, put_snapshot

LOG = "history.jsonl"
OBJECTS = "objects"
LOCK = "lock"
Reread = Callable[[Mapping[str, bytes], Dating], LoadedSource]
SHORTEST_ID = 6  # hex digits that name a snapshot, where no other begins so; chosen


class Step(StrEnum):
    """What happened to a list."""

    RECORDED = "recorded"
    STOPPED = "stopped"
    ACCEPTED = "accepted"


class Event(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One line of a history: what happened on the day `on` to a list of `source`.

    `snapshot` and `version` (the list's own day) are None for a list that its reader refused; then
    only `files` are kept, hash by name. `reasons` say why it was stopped; `by` and `because` who
    accepted it and why.
    """

    step: Step
    on: date
    source: str
    snapshot: str | None = None
    version: date | None = None
    sha256: str | None = None
    files: dict[str, str] = {}
    reasons: tuple[str, ...] = ()
    by: str | None = None
    because: str | None = None

    @property
    def in_use(self) -> bool:
        """Did it bring a snapshot into use?"""
        return self.step is not Step.STOPPED


class History:
    """The history in a folder.

    Args:
        folder: where it is; made by the first recording.
        limits: how much of a list may differ from the last one.
        sentinels: entries that each list must find; None: those that come with the package.
    """

    def __init__(
        self, folder: Path, limits: Limits = LIMITS, sentinels: Sentinels | None = None
    ) -> None:
        self.folder = folder
        self.objects = Objects(folder / OBJECTS)
        self._log = Chain(folder / LOG, Event)
        self._limits = limits
        self._sentinels = sentinels

    def events(self) -> list[Event]:
        """Everything that happened, in order.

        Raises:
            WorldError: the folder holds no history, or a damaged one.
        """
        if not self._log.path.is_file():
            raise WorldError(
                f"a history must have a {LOG}, got none in {self.folder}; "
                "record a list with `vigil world record`"
            )
        return self._log.read()[0]

    def record(
        self,
        loaded: LoadedSource,
        files: Mapping[str, bytes],
        today: date,
        reread: Reread | None = None,
    ) -> Event:
        """Add a list as it was read: in force from its day, or stopped by a guard.

        Args:
            loaded: the list.
            files: the publisher's files that it was read from.
            today: the day of recording.
            reread: reads the last snapshot's files again when a guard would stop the list, so that
                it is not stopped for what a newer version of its reader reads in another way.

        Returns:
            What happened; a list that is held already, or stopped already, gives the earlier event.

        Raises:
            WorldError: it cannot be written; what was there is there still.
        """
        with self._writing() as events:
            held = [e for e in events if e.source == loaded.id and e.snapshot is not None]
            last = newest_in_use(held)
            same = [e.version for e in held if e.in_use and e.sha256 == loaded.sha256]
            new = Reading(loaded, tuple(files))

            def reasons_beside(before: Reading | None) -> list[str]:
                days = [day for day in same if day is not None]
                return stopped_because(new, before, days, today, self._limits, self._sentinels)

            reasons = reasons_beside(self._reading(last))
            if reasons and reread is not None and (again := self._reread(last, reread)) is not None:
                reasons = reasons_beside(again)
            snapshot = put_snapshot(self.objects, loaded, files)
            event = Event(
                Step.STOPPED if reasons else Step.RECORDED,
                today, loaded.id, snapshot, loaded.version, loaded.sha256, reasons=tuple(reasons),
            )  # fmt: skip
            return self._add_once(event, events)

    def refuse(self, source_id: str, files: Mapping[str, bytes], why: str, today: date) -> Event:
        """Keep files that are no list, or that the reader of the source refused."""
        with self._writing() as events:
            kept = put_files(self.objects, files)
            event = Event(Step.STOPPED, today, source_id, files=kept, reasons=(why,))
            return self._add_once(event, events)

    def accept(self, snapshot: str, by: str, because: str, today: date) -> Event:
        """Let a stopped list in, by a person's name and reason.

        Args:
            snapshot: the beginning of its id, at least `SHORTEST_ID` digits.
            by: who says so.
            because: why it is the list after all.
            today: the day of acceptance.

        Raises:
            InvalidInput: no such snapshot, it was not stopped, or the name or reason is missing.
        """
        if not by.strip() or not because.strip():
            raise InvalidInput.single(
                "an acceptance must have a name and a reason", has_value=False
            )
        with self._writing() as events:
            snapshot_id = find_snapshot(events, snapshot)
            about = [e for e in events if e.snapshot == snapshot_id]
            if any(e.in_use for e in about):
                raise InvalidInput.single("only a stopped list can be accepted", got=snapshot)
            event = msgspec.structs.replace(
                about[-1], step=Step.ACCEPTED, on=today, by=by.strip(), because=because.strip()
            )
            self._append(event)
            return event

    def in_force(self, day: date) -> dict[str, LoadedSource]:
        """Each list as it stood on the day, by source.

        A list whose first snapshot is of a later day is that one: `vigil.coverage` then says that
        absence from it proves nothing on the day. `held_back` says of a list that a newer one was
        stopped by then.
        """
        events = self.events()
        sources = sorted({e.source for e in events if e.in_use})
        return {source: self._on(events, source, day) for source in sources}

    def loaded(self, snapshot_id: str) -> LoadedSource:
        """The list of a snapshot."""
        return get_reading(self.objects, snapshot_id).source

    def problems(self) -> list[str]:
        """Everything wrong with the history: a broken chain, missing or changed objects."""
        problems = []
        for event in self.events():
            try:
                for sha256 in self._named_by(event):
                    self.objects.get(sha256)
            except WorldError as error:
                problems.append(str(error))
        return sorted(set(problems))

    @contextmanager
    def _writing(self) -> Iterator[list[Event]]:
        """The events, while nobody else writes."""
        self._refuse_foreign()
        try:
            self.objects.folder.mkdir(parents=True, exist_ok=True)
            with locked(self.folder / LOCK):
                self.objects.tidy()
                yield self._log.read()[0]
        except OSError as error:
            raise WorldError(
                f"a history must be writable, got {error.strerror or error} at "
                f"{error.filename or self.folder}; what was there before is unchanged"
            ) from error

    def _refuse_foreign(self) -> None:
        """A history is not strewn into a folder that holds something else."""
        if self.folder.is_dir():
            ours = {LOG, OBJECTS, LOCK}
            foreign = sorted(path.name for path in self.folder.iterdir() if path.name not in ours)
            if foreign:
                raise WorldError(
                    f"a history needs a folder of its own, got {self.folder} with {foreign[0]!r} "
                    "in it; name a new folder"
                )

    def _add_once(self, event: Event, events: list[Event]) -> Event:
        """Add the event, unless the list's last one says the same (or it is held already)."""
        about = [e for e in events if e.source == event.source]
        held = [e for e in about if e.in_use and e.snapshot and e.snapshot == event.snapshot]
        of_the_day = newest_in_use([e for e in about if e.version == event.version])
        if held and (not event.in_use or of_the_day in held):
            return held[-1]
        if about and msgspec.structs.replace(about[-1], on=event.on) == event:
            return about[-1]
        self._append(event)
        return event

    def _append(self, event: Event) -> None:
        self.objects.sync()  # what a line names is on the disk before the line is
        self._log.append(event)

    def _reading(self, event: Event | None) -> Reading | None:
        if event is None or event.snapshot is None:
            return None
        return get_reading(self.objects, event.snapshot)

    def _reread(self, event: Event | None, reread: Reread) -> Reading | None:
        """The snapshot's files as today's reader reads them; None when it refuses them."""
        if event is None or event.snapshot is None or event.version is None:
            return None
        kept = get_snapshot(self.objects, event.snapshot).files
        files = {name: self.objects.get(sha256) for name, sha256 in kept.items()}
        try:
            return Reading(reread(files, Dating(event.version, event.version)), tuple(files))
        except SourceChanged:
            return None

    def _on(self, events: list[Event], source: str, day: date) -> LoadedSource:
        about = [e for e in events if e.source == source]
        event = in_use_on(about, day) or first_in_use(about)
        assert event is not None
        assert event.snapshot is not None
        return get_reading(self.objects, event.snapshot, _held_back(about, event, day)).source

    def _named_by(self, event: Event) -> Iterator[str]:
        yield from event.files.values()
        if event.snapshot is not None:
            yield event.snapshot
            snapshot = get_snapshot(self.objects, event.snapshot)
            yield from snapshot.files.values()
            yield from snapshot.chunks


def in_use_on(events: list[Event], day: date) -> Event | None:
    """What was in force on a day: of the newest day by then, and of those the last one recorded."""
    return newest_in_use([e for e in events if e.version is not None and e.version <= day])


def newest_in_use(events: list[Event]) -> Event | None:
    """The snapshot in use of the newest day; of two of one day the one recorded later."""
    used = [(e.version, i, e) for i, e in enumerate(events) if e.in_use and e.version is not None]
    return max(used)[2] if used else None


def first_in_use(events: list[Event]) -> Event | None:
    """The snapshot in use of the oldest day; of two of one day the one recorded later."""
    used = [(e.version, -i, e) for i, e in enumerate(events) if e.in_use and e.version is not None]
    return min(used)[2] if used else None


def find_snapshot(events: list[Event], beginning: str) -> str:
    """The whole id of a snapshot from its beginning.

    Raises:
        InvalidInput: none begins so, or several do.
    """
    wanted = beginning.removeprefix("sha256:").lower()
    found = {e.snapshot for e in events if e.snapshot and e.snapshot.startswith(wanted)}
    if len(found) != 1 or len(wanted) < SHORTEST_ID:
        raise InvalidInput.single(
            f"a snapshot must be named by {SHORTEST_ID} or more digits that only its id begins "
            f"with ({len(found)} do); `vigil world history` names them", got=beginning,
        )  # fmt: skip
    return found.pop()


def _held_back(about: list[Event], used: Event, day: date) -> str | None:
    """What newer list was stopped by the day, as one sentence: the list in use is then older."""
    accepted = {e.snapshot for e in about if e.in_use}
    at = about.index(used)
    stopped = [
        e
        for i, e in enumerate(about)
        if e.step is Step.STOPPED
        and (e.snapshot is None or e.snapshot not in accepted)
        and min(e.version or e.on, e.on) <= day
        and _is_newer(e, used, is_later=i > at)
    ]
    if not stopped:
        return None
    last = stopped[-1]
    of = f" of {last.version}" if last.version else ""
    return f"a newer file{of} was stopped on {last.on}: {'; '.join(last.reasons)}"


def _is_newer(event: Event, used: Event, *, is_later: bool) -> bool:
    """Is a stopped list newer than the one in use, by its day or else by its place in the log?"""
    if event.version is None or event.version == used.version:
        return is_later
    return used.version is None or event.version > used.version
