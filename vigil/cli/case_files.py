"""`vigil case export|import|imported`: a case as one sealed file, and those of other stores."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from vigil.cli.output import check_out, write
from vigil.cli.stores import (
    DEFAULT_STORE,
    AsFormat,
    By,
    StoreUrl,
    existing_store,
    now,
    person,
    tell,
    today,
)
from vigil.errors import InvalidInput

if TYPE_CHECKING:
    from vigil.store.imported_cases import Brought

Files = Annotated[
    Path | None,
    typer.Option(
        "--files", envvar="VIGIL_FILES", metavar="DIR",
        help="Where files are kept; else beside the store.",
    ),
]  # fmt: skip


def export(
    case: Annotated[str, typer.Argument(metavar="CASE", help="The case, like C-000123.")],
    out: Annotated[Path, typer.Option(metavar="FILE", help="The zip.")],
    files: Files = None,
    store: StoreUrl = DEFAULT_STORE,
    output: AsFormat = None,
) -> None:
    """Write a case as one file that shows any change; tell its sha256 beside it, not in it."""
    import hashlib

    from rich.text import Text

    from vigil.store.attachments import folder_of, kept
    from vigil.store.sealed_case import export_case

    check_out(out)
    with existing_store(store) as opened:
        data = export_case(opened, case, partial(kept, folder_of(store, files)))
    write(data, out)
    sha256 = hashlib.sha256(data).hexdigest()
    value = {"case": case, "file": str(out), "sha256": sha256, "size": len(data)}
    told = f"{case} is sealed in {out}, {len(data):,} bytes, sha256 {sha256}"
    tell([value], Text(told), output, one=True)


def import_file(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A sealed case.")],
    sha256: Annotated[
        str | None, typer.Option(metavar="SHA256", help="As it was told when it was made.")
    ] = None,
    files: Files = None,
    by: By = None,
    store: StoreUrl = DEFAULT_STORE,
    output: AsFormat = None,
) -> None:
    """Check a sealed case of another store and keep it, to be read; it is no case of this one."""
    from rich.text import Text

    from vigil.store.attachments import folder_of, keep
    from vigil.store.imported_cases import import_case
    from vigil.store.sealed_zip import LARGEST_BYTES

    who = person(by)
    try:
        if file.stat().st_size > LARGEST_BYTES:
            what = f"a sealed case must have at most {LARGEST_BYTES // 1_000_000} MB"
            raise InvalidInput.single(what, got=str(file))
        data = file.read_bytes()
    except OSError as error:
        what = f"a file must be readable: {error.strerror}"
        raise InvalidInput.single(what, got=str(file)) from error
    with existing_store(store) as opened:
        found = import_case(
            opened, data, partial(keep, folder_of(store, files)), by=who, at=now(), sha256=sha256
        )
    tell([_value(found)], Text(_told(found)), output, one=True)


def imported(
    file: Annotated[
        str | None, typer.Argument(metavar="SHA256", help="One, by the beginning of its hash.")
    ] = None,
    files: Files = None,
    store: StoreUrl = DEFAULT_STORE,
    output: AsFormat = None,
) -> None:
    """The cases of other stores that were imported, or one of them, checked again."""
    from rich.text import Text

    from vigil.report.cases import case_value, render_case
    from vigil.store.attachments import folder_of, kept
    from vigil.store.imported_cases import imported_case, imported_cases

    with existing_store(store) as opened:
        known = imported_cases(opened)
    if file is None:
        lines = "\n".join(map(_told, known)) or "nothing was imported"
        tell([_value(one) for one in known], Text(lines), output)
        return
    which = [one for one in known if one.imported.file.startswith(file)]
    if len(which) != 1:
        what = "an imported case must be one of the store, by the beginning of its sha256"
        raise InvalidInput.single(what, got=file)
    found = imported_case(which[0].imported, partial(kept, folder_of(store, files)))
    rows = [link.row.number for link in found.manifest.events]
    events = list(zip(rows, found.events, strict=True))
    page = render_case(found.case, events, today())
    tell([case_value(found.case, events)], page, output, one=True)


def register(app: typer.Typer) -> None:
    """Add them to the commands of `vigil case`."""
    app.command("export")(export)
    app.command("import")(import_file)
    app.command("imported")(imported)


def _value(found: Brought) -> dict[str, Any]:
    import msgspec

    plain: dict[str, Any] = msgspec.to_builtins(found.imported)
    return {"row": found.number} | plain


def _told(found: Brought) -> str:
    from vigil.report.harmless import harmless

    one = found.imported
    return (
        f"{one.file[:12]}  {harmless(one.case)} (order {harmless(one.order)}) of another store, "
        f"imported by {harmless(one.by)} in row {found.number}; head {one.head_number} of "
        f"{one.head_hash[:12]}…"
    )
