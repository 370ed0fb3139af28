"""`vigil policy`: what counts in a store, a file with a version that is tested before it counts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vigil.cli import options
from vigil.cli.stores import (
    DEFAULT_STORE,
    AsFormat,
    By,
    Reason,
    StoreUrl,
    existing_store,
    now,
    person,
    tell,
    today,
)
from vigil.errors import IllegalStep, InvalidInput

if TYPE_CHECKING:
    from vigil.case.policy import CasePolicy
    from vigil.case.policy_file import PolicyFile
    from vigil.case.policy_steps import Policies
    from vigil.model.decision import Decision
    from vigil.report.policies import ChangedOutcome
    from vigil.store.database import Store
    from vigil.store.replay import Kept
    from vigil.world import World

app = typer.Typer(help="What counts: who may do what, and settings.", no_args_is_help=True)
PolicyPath = Annotated[Path, typer.Argument(metavar="FILE", help="A policy, as TOML.")]
LARGEST_BYTES = 1_000_000  # chosen: a business of thousands of persons has a tenth of it


@app.command()
def show(store: StoreUrl = DEFAULT_STORE, output: AsFormat = None) -> None:
    """The policy that counts, since when and by whom."""
    from vigil.report.policies import policies_value, render_policies
    from vigil.store.policies import policies

    with existing_store(store) as opened:
        found = policies(opened)
    tell([policies_value(found)], render_policies(found), output, one=True)


@app.command()
def check(file: PolicyPath, output: AsFormat = None) -> None:
    """Read a policy; every unknown key and wrong value is told."""
    from rich.console import Group
    from rich.text import Text

    from vigil.report.policies import SHOWN_DIGITS, policy_value, render_policy

    read = read_policy(file)
    head = Text(f"policy {read.version} ({read.sha256[:SHOWN_DIGITS]})", style="bold")
    page = Group(head, render_policy(read.cases, read.screening))
    tell([policy_value(read)], page, output, one=True)


@app.command("test")
def replay(
    file: PolicyPath,
    last: Annotated[int, typer.Option(min=1, metavar="N", help="How many screenings.")] = 1000,
    world: options.WorldFolder = None,
    by: By = None,
    store: StoreUrl = DEFAULT_STORE,
    output: AsFormat = None,
) -> None:
    """Replay the last screenings under a policy, and show each whose outcome it changes."""
    from vigil.case.policy_steps import Replayed
    from vigil.report.policies import render_changed
    from vigil.store.policies import add_policy_step, policies
    from vigil.store.replay import last_screenings

    read, who = read_policy(file), person(by)
    opened_world = options.open_world(world, None)
    with existing_store(store) as opened:
        kept = last_screenings(opened, last)
        changed = replayed(opened, policies(opened), read, kept, opened_world)
        add_policy_step(opened, Replayed(
            file=read.sha256, by=who, at=now(), world=opened_world.id, screenings=len(kept),
            changed=len(changed),
        ))  # fmt: skip
    values = [{name: getattr(one, name) for name in one.__struct_fields__} for one in changed]
    tell(values, render_changed(changed, len(kept)), output)


@app.command()
def activate(
    file: PolicyPath,
    reason: Reason,
    by: By = None,
    store: StoreUrl = DEFAULT_STORE,
    output: AsFormat = None,
) -> None:
    """Let a tested policy count; it waits for a second person where the one so far says so."""
    from vigil.case.policy_steps import Activated
    from vigil.store.policies import policies

    read, who = read_policy(file), person(by)
    with existing_store(store) as opened:
        needs_second = "policy" in policies(opened).cases.four_eyes_on
        event = Activated(
            file=read.sha256, by=who, at=now(), version=read.version, text=read.text,
            reason=reason, needs_second=needs_second,
        )  # fmt: skip
        _add(opened, event, output)


@app.command()
def approve(
    reason: Reason, by: By = None, store: StoreUrl = DEFAULT_STORE, output: AsFormat = None
) -> None:
    """Approve the policy that another person activated; it counts from now on."""
    _second("ActivationApproved", reason, by, store, output)


@app.command()
def refuse(
    reason: Reason, by: By = None, store: StoreUrl = DEFAULT_STORE, output: AsFormat = None
) -> None:
    """Refuse the policy that another person activated; the one so far counts."""
    _second("ActivationRefused", reason, by, store, output)


def read_policy(path: Path) -> PolicyFile:
    """A policy from its file.

    Raises:
        InvalidInput: it cannot be read, or is none.
    """
    from vigil.case.policy_file import parse_policy

    try:
        if path.stat().st_size > LARGEST_BYTES:
            what = f"a policy must have at most {LARGEST_BYTES:,} bytes"
            raise InvalidInput.single(what, got=str(path))
        text = path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        what = f"a policy must be a readable file in UTF-8: {error}"
        raise InvalidInput.single(what, has_value=False) from error
    try:
        return parse_policy(text)
    except InvalidInput as error:
        raise InvalidInput(p.placed(file=str(path)) for p in error.problems) from None


def replayed(
    store: Store, rules: Policies, new: PolicyFile, kept: list[Kept], world: World
) -> list[ChangedOutcome]:
    """The screenings whose outcome, or whether they make a case, another policy changes.

    Accepted matches count on both sides, as of today. Earlier orders and reports, which came from
    files at the time, are not there.
    """
    from vigil.case.screening import order_of
    from vigil.cli.progress import progress
    from vigil.config import load_policy
    from vigil.report.policies import ChangedOutcome
    from vigil.store.acceptances import AcceptanceBook
    from vigil.store.answering import Answering

    accepted = AcceptanceBook(store, rules.cases)
    so_far = Answering(world, rules.screening or load_policy(), accepted, today())
    instead = Answering(world, new.screening, accepted, today())
    changed = []
    for number, then in progress(kept, "replaying"):
        order = order_of(then.normalised)
        active = told_outcome(so_far.decide(order, then.on), rules.cases)
        other = told_outcome(instead.decide(order, then.on), new.cases)
        if active != other:
            changed.append(ChangedOutcome(number, then.order, then.outcome, active, other))
    return changed


def told_outcome(decision: Decision, cases: CasePolicy) -> str:
    """An outcome, and whether it makes no case though it is not clear."""
    outcome = decision.outcome.value
    return f"{outcome}, no case" if outcome in cases.no_case_on else outcome


def _second(name: str, reason: str, by: str | None, store: str, output: AsFormat) -> None:
    from vigil.case import policy_steps
    from vigil.store.policies import policies

    who = person(by)
    with existing_store(store) as opened:
        waiting = policies(opened).waiting
        if waiting is None:
            raise IllegalStep("a policy must wait for a second person; none does")
        kind = getattr(policy_steps, name)
        _add(opened, kind(file=waiting.file, by=who, at=now(), reason=reason), output)


def _add(store: Store, event: object, output: AsFormat) -> None:
    from vigil.report.policies import policies_value, render_policies
    from vigil.store.policies import add_policy_step

    after = add_policy_step(store, event)  # type: ignore[arg-type]  # the union of its steps
    tell([policies_value(after)], render_policies(after), output, one=True)
