"""`vigil audit`: is the ledger as it was written, where does it end, and what is in it?"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from vigil.cli.audit_remove import remove
from vigil.cli.case_files import Files
from vigil.cli.output import check_out, complain, write
from vigil.cli.stores import (
    DEFAULT_STORE,
    AsFormat,
    StoreUrl,
    existing_store,
    now,
    tell,
)
from vigil.errors import InvalidInput, StoreError

if TYPE_CHECKING:
    from vigil.store.ledger import Head

app = typer.Typer(help="The one chain of all that happened.", no_args_is_help=True)
app.command()(remove)
HEAD_DIGITS = 64


@app.command()
def verify(
    store: StoreUrl = DEFAULT_STORE,
    head: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A head that was kept elsewhere.")
    ] = None,
    files: Files = None,
    output: AsFormat = None,
) -> None:
    """Check every row and kept file; the first broken one is named and the exit code is 6."""
    from rich.text import Text

    from vigil.store.acceptances import AcceptanceBook
    from vigil.store.attachments import folder_of
    from vigil.store.cases import CaseBook
    from vigil.store.kept_files import check_files, named_files
    from vigil.store.ledger import check_head
    from vigil.store.policies import policies
    from vigil.store.triggers import check_triggers

    published = None if head is None else read_head(head)
    with existing_store(store) as opened:
        found = check_head(opened, published)
        rules = policies(opened).cases
        for book in (CaseBook(opened, rules), AcceptanceBook(opened, rules)):
            wrong = book.compare()
            if wrong is not None:
                raise StoreError(
                    f"the ledger is whole, but {wrong.table} {wrong.key} is not what it says: "
                    f"{wrong.why}"
                )
        check_triggers(opened)
        if named_files(opened):  # without any, a store on a server needs no folder
            check_files(opened, folder_of(store, files))
    through = f", and goes through the head of row {published.number}" if published else ""
    told = f"the ledger is whole: {found.number} rows{through}; head {found.hash}"
    value = {"rows": found.number, "hash": found.hash, "published": bool(published)}
    tell([value], Text(told), output, one=True)
    if published is None:
        complain("note: a chain that was cut or made anew shows only against a head kept elsewhere")


@app.command("head")
def show_head(
    store: StoreUrl = DEFAULT_STORE,
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write it there, to be kept elsewhere.")
    ] = None,
) -> None:
    """The end of the ledger as one line of JSON: keep it where nobody of this store can write."""
    from vigil.store.ledger import head

    check_out(out)
    with existing_store(store) as opened, opened.read() as connection:
        found = head(connection)
    value = {"number": found.number, "hash": found.hash, "at": now()}
    write(json.dumps(value) + "\n", out)


@app.command()
def log(
    store: StoreUrl = DEFAULT_STORE,
    after: Annotated[int, typer.Option(min=0, help="Only rows after this one.")] = 0,
    kind: Annotated[
        str | None, typer.Option(help="Only screening, case, hold, acceptance, policy, removed …")
    ] = None,
    subject: Annotated[str | None, typer.Option(help="Only of this order, case …")] = None,
    limit: Annotated[int, typer.Option(min=1, help="Rows at most.")] = 200,
    output: AsFormat = None,
) -> None:
    """The rows of the ledger in their order; with `--format json` their bodies, too."""
    from itertools import islice

    from vigil.report.ledger_rows import render_rows
    from vigil.store.ledger import rows

    with existing_store(store) as opened, opened.read() as connection:
        found = rows(connection, after=after, kind=kind, subject=subject)
        plain = [row._asdict() for row in islice(found, limit)]
    values = [row | {"body": _body(row["body"])} for row in plain]
    tell(values, render_rows(plain), output)


def read_head(path: Path) -> Head:
    """A head as `vigil audit head` wrote it.

    Raises:
        InvalidInput: it is none.
    """
    from vigil.store.ledger import Head

    try:
        value = json.loads(path.read_text(encoding="utf-8"))
        number, digest = value["number"], value["hash"]
        if type(number) is int and number >= 0 and len(digest) == HEAD_DIGITS:
            return Head(number, digest)
    except (OSError, ValueError, KeyError, TypeError):
        pass
    what = "--head must be a file that `vigil audit head --out FILE` wrote"
    raise InvalidInput.single(what, got=str(path))


def _body(body: str | None) -> Any:
    return None if body is None else json.loads(body)
