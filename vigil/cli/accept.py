"""`vigil accept`: two persons say that somebody is not the listed one; until a day."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from vigil.cli import options
from vigil.cli.stores import (
    DEFAULT_STORE,
    AsFormat,
    By,
    Reason,
    StoreFormat,
    StoreUrl,
    existing_store,
    now,
    person,
    tell,
    today,
)
from vigil.errors import InvalidInput

if TYPE_CHECKING:
    from vigil.case.acceptance import Acceptance
    from vigil.case.binding import Binding
    from vigil.case.case import Case
    from vigil.model.finding import Finding
    from vigil.store.cases import CaseBook
    from vigil.world import World

app = typer.Typer(
    help="Accepted matches: two persons, a reason and a last day.", no_args_is_help=True
)
AcceptanceId = Annotated[str, typer.Argument(metavar="ID", help="Its id, like A-000123.")]


@app.command()
def propose(
    case: Annotated[str, typer.Argument(metavar="CASE", help="The case, like C-000123.")],
    finding: Annotated[str, typer.Argument(help="The finding's id, or the beginning of it.")],
    reason: Annotated[str, typer.Option(help="Why it is somebody else.")],
    until: Annotated[
        str | None, typer.Option(metavar="DATE", help="Its last day; else as the policy allows.")
    ] = None,
    world: options.WorldFolder = None,
    by: By = None,
    store: StoreUrl = DEFAULT_STORE,
    output: AsFormat = None,
) -> None:
    """Propose that a match of a case is somebody else; it waits for a second person."""
    from vigil.case.acceptance import Proposed
    from vigil.model.finding import Strength
    from vigil.store.acceptances import AcceptanceBook
    from vigil.store.cases import CaseBook
    from vigil.store.policies import policies

    who, day = person(by), options.parse_day(until, "--until")
    with existing_store(store) as opened:
        rules = policies(opened)
        book = CaseBook(opened, rules.cases)
        about = book.case(case)
        found, binding = _met(book, about, finding, options.open_world(world, None))
        event = Proposed(
            acceptance="", by=who, at=now(), reason=reason, binding=binding,
            strength=found.strength or Strength.STOP, name=found.value or "",
            listed=found.matched.name if found.matched else "", case=case,
            last_day=day or today() + timedelta(days=rules.cases.acceptance_days),
        )  # fmt: skip
        _tell(AcceptanceBook(opened, rules.cases).propose(event, found), output)


@app.command()
def approve(
    acceptance: AcceptanceId,
    reason: Reason,
    by: By = None,
    store: StoreUrl = DEFAULT_STORE,
    output: AsFormat = None,
) -> None:
    """Approve what another person proposed; it counts from now on."""
    _step("Approved", acceptance, reason, by, store, output)


@app.command()
def refuse(
    acceptance: AcceptanceId,
    reason: Reason,
    by: By = None,
    store: StoreUrl = DEFAULT_STORE,
    output: AsFormat = None,
) -> None:
    """Refuse what another person proposed."""
    _step("Refused", acceptance, reason, by, store, output)


@app.command()
def withdraw(
    acceptance: AcceptanceId,
    reason: Reason,
    by: By = None,
    store: StoreUrl = DEFAULT_STORE,
    output: AsFormat = None,
) -> None:
    """End an accepted match, or take a proposal back."""
    _step("Withdrawn", acceptance, reason, by, store, output)


@app.command("list")
def list_acceptances(
    store: StoreUrl = DEFAULT_STORE,
    state: Annotated[
        list[str] | None, typer.Option(metavar="STATE", help="Only those; may be repeated.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, max=1000, help="How many of a page.")] = 50,
    output: AsFormat = None,
) -> None:
    """Accepted matches, the newest first."""
    from vigil.case.acceptance import Standing
    from vigil.report.acceptances import acceptance_value, render_acceptances
    from vigil.store.acceptances import AcceptanceBook, scoring_version
    from vigil.store.policies import policies

    wrong = [text for text in state or () if text not in set(Standing)]
    if wrong:
        what = f"--state must be one of {', '.join(Standing)}"
        raise InvalidInput.single(what, got=wrong[0])
    with existing_store(store) as opened:
        book = AcceptanceBook(opened, policies(opened).cases)
        found = book.list([Standing(text) for text in state or ()], limit=limit)
    day, scoring = today(), scoring_version()
    values = [acceptance_value(one, day, scoring) for one in found]
    tell(values, render_acceptances(found, day, scoring), output)


def _met(book: CaseBook, case: Case, beginning: str, world: World) -> tuple[Finding, Binding]:
    """The finding as it is in this world, and what its acceptance is tied to.

    Raises:
        InvalidInput: the case has no such match, or the world no longer the one it was about.
    """
    from vigil.case.binding import bindings
    from vigil.case.records import Records
    from vigil.case.screening import order_of
    from vigil.screen import screen_order
    from vigil.store.acceptances import scoring_version

    then = [found for found in case.findings if found.id.startswith(beginning)]
    if len(then) != 1:
        known = ", ".join(f"{found.id} ({found.kind})" for found in case.findings) or "it has none"
        raise InvalidInput.single(f"a finding must be one of {case.id}: {known}", got=beginning)
    screening = book.screening(case.screening)
    order = order_of(screening.normalised)
    decision = screen_order(order, world, screening.on)
    records = Records(world.names.entities)
    bound = {f.id: (f, b) for f, b in bindings(decision, order, records.entity, scoring_version())}
    if then[0].id not in bound:
        what = f"a match of case {case.id} must be there in this world, too (--world)"
        raise InvalidInput.single(what, then[0].path, then[0].id)
    found, binding = bound[then[0].id]
    if then[0].record not in (None, binding.record):
        what = (
            f"the record of {binding.entity} must be the one that case {case.id} is about; it has "
            "changed since: screen the order again"
        )
        raise InvalidInput.single(what, has_value=False)
    return found, binding


def _step(
    name: str, acceptance: str, reason: str, by: str | None, store: str, output: StoreFormat | None
) -> None:
    from vigil.case import acceptance as steps
    from vigil.store.acceptances import AcceptanceBook
    from vigil.store.policies import policies

    who = person(by)
    event = getattr(steps, name)(acceptance=acceptance, by=who, at=now(), reason=reason)
    with existing_store(store) as opened:
        _tell(AcceptanceBook(opened, policies(opened).cases).add(event), output)


def _tell(acceptance: Acceptance, output: StoreFormat | None) -> None:
    from rich.text import Text

    from vigil.report.acceptances import acceptance_value, stands_now
    from vigil.store.acceptances import scoring_version

    line = Text(stands_now(acceptance))
    value = acceptance_value(acceptance, today(), scoring_version())
    tell([value], line, output, one=True)
