"""`vigil case`: what a person must look at, and what was done about it."""

from __future__ import annotations

from typing import Annotated

import typer

from vigil.cli import case_files, case_steps
from vigil.cli.stores import DEFAULT_STORE, AsFormat, StoreUrl, existing_store, tell, today
from vigil.errors import InvalidInput

app = typer.Typer(help="Cases: what was found, who decided what and why.", no_args_is_help=True)
case_steps.register(app)
case_files.register(app)


@app.command("list")
def list_cases(
    store: StoreUrl = DEFAULT_STORE,
    state: Annotated[
        list[str] | None, typer.Option(metavar="STATE", help="Only those; may be repeated.")
    ] = None,
    assignee: Annotated[str | None, typer.Option(help="Only what this person has.")] = None,
    overdue: Annotated[bool, typer.Option("--overdue", help="Only those past their day.")] = False,
    order: Annotated[str | None, typer.Option(help="Only those of this order.")] = None,
    limit: Annotated[int, typer.Option(min=1, max=1000, help="Cases of a page.")] = 50,
    before: Annotated[
        str | None, typer.Option(metavar="CASE", help="The page after the one this case ends.")
    ] = None,
    output: AsFormat = None,
) -> None:
    """A page of cases, the newest first."""
    from vigil.report.cases import render_cases
    from vigil.store.cases import CaseBook
    from vigil.store.policies import policies

    with existing_store(store) as opened:
        book = CaseBook(opened, policies(opened).cases)
        rows = book.list(
            states=[_state(text) for text in state or ()],
            assignee=assignee,
            overdue_on=today() if overdue else None,
            order=order,
            before=_number(before),
            limit=limit,
        )
    plain = [row._asdict() for row in rows]
    values = [row | {"due": row["due"].isoformat() if row["due"] else None} for row in plain]
    tell(values, render_cases(plain, today()), output)


@app.command()
def show(
    case: Annotated[str, typer.Argument(metavar="CASE", help="Its id, like C-000123.")],
    store: StoreUrl = DEFAULT_STORE,
    output: AsFormat = None,
) -> None:
    """A case: its findings with what was said of them, and all that happened."""
    from vigil.case.case import fold
    from vigil.report.cases import case_value, render_case
    from vigil.store.cases import CaseBook
    from vigil.store.policies import policies

    with existing_store(store) as opened:
        events = CaseBook(opened, policies(opened).cases).events(case)
    found = fold(event for _, event in events)
    tell([case_value(found, events)], render_case(found, events, today()), output, one=True)


def _state(text: str):  # type: ignore[no-untyped-def]  # State; not imported before it is needed
    from vigil.case.states import State

    try:
        return State(text)
    except ValueError:
        what = f"--state must be one of {', '.join(State)}"
        raise InvalidInput.single(what, got=text) from None


def _number(case: str | None) -> int | None:
    """The ledger's row of a case's opening, which its id carries."""
    if case is None:
        return None
    digits = case.removeprefix("C-")
    if not digits.isdecimal():
        raise InvalidInput.single("--before must be a case, like C-000123", got=case)
    return int(digits)
