"""A case as one file that shows any change: a zip whose bytes follow from what is in it.

    manifest.json         names and sha256 of the files, the ledger's rows, the store's head
    case.json             where the case stands
    events.jsonl          the bodies of the case's rows, one a line, in their order
    screenings.jsonl      the bodies of its screenings
    attachments/<sha256>  what was attached

Nothing in it is compressed and no time is in it, so that the same case of the same store is the
same bytes, and a file that is read is made anew and must be what was read: nothing can be added,
named twice, hidden behind the end, or be larger than it says. Each row stands in the manifest with
the row after it: its own hash holds its columns, its body and the hash of the row before; the next
row holds its hash.

Who rebuilds the whole file with other content can give it hashes that fit, and who leaves out the
last events can do so unseen where rows of others stand between: compare the file's sha256 with the
one that was told when it was made, or ask the store whether its chain has these rows.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from vigil.case.case import Case, fold
from vigil.case.events import CaseEvent, Opened, Rescreened
from vigil.errors import IllegalStep, StoreError
from vigil.model.canonical_json import canonical_json
from vigil.store.cases import case_with_opening
from vigil.store.database import Store
from vigil.store.derived import CASE_KINDS, SCREENING, event_of, screening_of
from vigil.store.ledger import PAGE, Row, head
from vigil.store.sealed_manifest import Columns, File, Link, Manifest
from vigil.store.sealed_zip import refused, unzipped, zipped
from vigil.store.tables import bodies, ledger
from vigil.version import VERSION

FORMAT = 1
MANIFEST, CASE, EVENTS, SCREENINGS = (
    "manifest.json",
    "case.json",
    "events.jsonl",
    "screenings.jsonl",
)
ATTACHMENTS = "attachments/"
HEX = frozenset("0123456789abcdef")


class SealedCase(msgspec.Struct, frozen=True):
    """A sealed file that was checked: all hashes and links fit, its bytes are what they must be."""

    manifest: Manifest
    case: Case
    events: tuple[CaseEvent, ...]
    sha256: str  # of the whole file
    attachments: Mapping[str, bytes]


def export_case(store: Store, case: str, attachment: Callable[[str], bytes]) -> bytes:
    """A case as a sealed file.

    Args:
        store: whose case.
        case: its id.
        attachment: gives the bytes of a hash.

    Raises:
        InvalidInput: there is no such case.
        StoreError: an attachment is missing, or a body was removed.
    """
    with store.read() as connection:
        folded = case_with_opening(connection, case)[0]
        last = head(connection)
        mine = (ledger.c.subject == case, ledger.c.kind.in_(CASE_KINDS))
        events = _links(connection, *mine)
        held = [event_of(row.number, body) for row, _, body in events]
        numbers = [e.screening for e in held if isinstance(e, Opened | Rescreened)]
        screenings = _links(connection, ledger.c.number.in_(numbers))
    files = {
        CASE: canonical_json(case_value(folded)) + b"\n",
        EVENTS: "".join(f"{body}\n" for _, _, body in events).encode(),
        SCREENINGS: "".join(f"{body}\n" for _, _, body in screenings).encode(),
    }
    for sha256 in sorted(folded.attachments):
        files[ATTACHMENTS + sha256] = attachment(sha256)
    manifest = Manifest(
        format=FORMAT,
        vigil=VERSION,
        case=case,
        order=folded.order,
        head_number=last.number,
        head_hash=last.hash,
        files=tuple(File(name, _sha256(data), len(data)) for name, data in files.items()),
        events=tuple(Link(row, after) for row, after, _ in events),
        screenings=tuple(Link(row, after) for row, after, _ in screenings),
    )
    sealed_file = _whole(manifest, files)
    open_sealed(sealed_file)  # what would be refused is not given away
    return sealed_file


def open_sealed(data: bytes, sha256: str | None = None) -> SealedCase:
    """A sealed file, everything in it checked.

    Args:
        data: the bytes of the file.
        sha256: of the whole file, where it was told.

    Raises:
        InvalidInput: it is no sealed case, or anything in it was changed.
    """
    whole = _sha256(data)
    if sha256 is not None and sha256 != whole:
        raise refused(f"the file must have the sha256 {sha256}", whole)
    files = unzipped(data, _is_ours)
    try:
        manifest = msgspec.json.decode(files.get(MANIFEST, b""), type=Manifest)
        lines = {name: files[name].decode() for name in (EVENTS, SCREENINGS)}
        events = _bodies(lines[EVENTS], manifest.events)
        screenings = _bodies(lines[SCREENINGS], manifest.screenings)
        held = tuple(event_of(link.row.number, body) for link, body in events)
        case = fold(held)
        known = {link.row.number: screening_of(link.row.number, b) for link, b in screenings}
    except (msgspec.MsgspecError, KeyError, UnicodeDecodeError) as error:
        raise refused("a sealed case must have its manifest and files", repr(error)) from error
    except (StoreError, IllegalStep) as error:
        raise refused("a sealed case must hold what a store may hold", str(error)) from error
    _check_links(manifest)
    _check_case(manifest, case, held, {number: s.order for number, s in known.items()})
    if files[CASE] != canonical_json(case_value(case)) + b"\n":
        raise refused(f"{CASE} must say what the events say", case.id)
    attachments = {n.removeprefix(ATTACHMENTS): d for n, d in files.items() if _is_attached(n)}
    if attachments.keys() != case.attachments.keys() or any(
        _sha256(bytes_) != name for name, bytes_ in attachments.items()
    ):
        raise refused("each attachment must be there under its own hash", case.id)
    rest = {name: files[name] for name in files if name != MANIFEST}
    if [(f.name, f.sha256, f.size) for f in manifest.files] != [
        (name, _sha256(rest[name]), len(rest[name])) for name in rest
    ] or _whole(manifest, rest) != data:
        raise refused("a sealed case must be, byte for byte, what its manifest makes", case.id)
    return SealedCase(manifest, case, held, whole, attachments)


def case_value(case: Case) -> dict[str, Any]:
    """Where a case stands, as plain JSON values without floats."""
    return {
        "case": case.id,
        "order": case.order,
        "state": case.state.value,
        "verdict": case.verdict,
        "outcome": case.outcome,
        "screening": case.screening,
        "decided_by": case.decided.by if case.decided else None,
        "approved_by": case.approved.by if case.approved else None,
        "findings": [msgspec.to_builtins(found) for found in case.findings],
        "not_checked": [list(gap) for gap in case.not_checked],
        "open_findings": [found.id for found in case.open_findings],
        "open_gaps": [list(gap) for gap in case.open_gaps],
        "events": case.events,
    }


def _links(
    connection: Connection, *which: sa.ColumnElement[bool]
) -> list[tuple[Columns, Columns | None, str]]:
    """Rows with the one after each, and their bodies."""
    mine = (
        sa.select(*ledger.c, bodies.c.body)
        .select_from(ledger.outerjoin(bodies, ledger.c.number == bodies.c.number))
        .where(*which)
        .order_by(ledger.c.number)
    )
    rows = [Row._make(row) for row in connection.execute(mine)]
    after: dict[int, Columns] = {}
    wanted = [row.number + 1 for row in rows]
    for first in range(0, len(wanted), PAGE):
        some = sa.select(*ledger.c).where(ledger.c.number.in_(wanted[first : first + PAGE]))
        after |= {row.number: Columns(*row) for row in connection.execute(some)}
    found = []
    for row in rows:
        if row.body is None:
            raise StoreError(f"row {row.number} must have its body; it was removed")
        found.append((Columns.of(row), after.get(row.number + 1), row.body))
    return found


def _bodies(text: str, links: tuple[Link, ...]) -> list[tuple[Link, str]]:
    lines = text.split("\n")
    if lines.pop() or len(lines) != len(links):
        raise refused(f"there must be {len(links)} lines, one for each row", len(lines))
    for link, body in zip(links, lines, strict=True):
        if _sha256(body.encode()) != link.row.body_sha256:
            raise refused(f"row {link.row.number} must have the body that was written", body)
    return list(zip(links, lines, strict=True))


def _check_links(manifest: Manifest) -> None:
    links = (*manifest.events, *manifest.screenings)
    known: dict[int, Columns] = {}
    for columns in (c for link in links for c in (link.row, link.next) if c is not None):
        if not columns.is_whole:
            raise refused("a row must have the hash of its columns", columns.number)
        if known.setdefault(columns.number, columns) != columns:
            raise refused("a row must be the same wherever it stands", columns.number)
    for row in known.values():
        after = known.get(row.number + 1)
        if after is not None and after.previous != row.hash:
            raise refused("a row must follow the row before", after.number)
    for link in links:
        if (link.next is None) != (link.row.number == manifest.head_number):
            raise refused("the last row alone has none after it", link.row.number)
        if link.next is not None and link.next.number != link.row.number + 1:
            raise refused("beside a row must stand the next one", link.next.number)
    end = known.get(manifest.head_number)
    if max(known, default=0) > manifest.head_number or (end and end.hash != manifest.head_hash):
        raise refused("the rows must lead to the head", manifest.head_number)


def _check_case(
    manifest: Manifest, case: Case, events: tuple[CaseEvent, ...], orders: Mapping[int, str]
) -> None:
    rows = [link.row for link in manifest.events]
    said = [(link.row.kind in CASE_KINDS, link.row.subject) for link in manifest.events]
    if set(said) != {(True, case.id)} or (manifest.case, manifest.order) != (case.id, case.order):
        raise refused("the rows must be those of the case", manifest.case)
    if manifest.format != FORMAT or [r.number for r in rows] != sorted({r.number for r in rows}):
        raise refused(f"a sealed case must be of format {FORMAT}, its rows in order", manifest.case)
    named = sorted({e.screening for e in events if isinstance(e, Opened | Rescreened)})
    held = [link.row for link in manifest.screenings]
    if [row.number for row in held] != named or any(
        row.kind != SCREENING or not row.subject == orders[row.number] == case.order for row in held
    ):
        raise refused("the screenings must be those that the case names", manifest.case)


def _whole(manifest: Manifest, files: Mapping[str, bytes]) -> bytes:
    top = canonical_json(msgspec.to_builtins(manifest)) + b"\n"
    return zipped({MANIFEST: top, **files})


def _is_ours(name: str) -> bool:
    return name in (MANIFEST, CASE, EVENTS, SCREENINGS) or _is_attached(name)


def _is_attached(name: str) -> bool:
    sha256 = name.removeprefix(ATTACHMENTS)
    return name.startswith(ATTACHMENTS) and len(sha256) == 64 and set(sha256) <= HEX


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
