"""The steps of a case on the command line, a command each; every one says who and leaves one event.

What may be done when, and by whom, is not known here: `vigil.case.rules` says so, and the exit
code is 5.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

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
)
from vigil.errors import InvalidInput

if TYPE_CHECKING:
    from vigil.case.case import Case
    from vigil.case.events import CaseEvent
    from vigil.case.policy import CasePolicy

CaseId = Annotated[str, typer.Argument(metavar="CASE", help="The case, like C-000123.")]
Proof = Annotated[
    list[str] | None, typer.Option(metavar="SHA256", help="An attached file; may be repeated.")
]


class DispositionName(StrEnum):
    """What a person may think of a finding."""

    TRUE_MATCH = "true_match"
    FALSE_MATCH = "false_match"
    UNSURE = "unsure"


class VerdictName(StrEnum):
    """What a person may decide."""

    CLEAR = "clear"
    STOP = "stop"


def assign(
    case: CaseId,
    to: Annotated[str, typer.Option(metavar="PERSON", help="Who is to look at it.")],
    by: By = None,
    store: StoreUrl = DEFAULT_STORE,
    output: AsFormat = None,
) -> None:
    """Give a case to somebody."""
    from vigil.case.events import Assigned

    step(case, by, store, output, lambda _c, _p, said: Assigned(**said, to=to))


def ask(
    case: CaseId,
    question: Annotated[str, typer.Argument(help="A field of the order's answers, or a question.")],
    of: Annotated[str, typer.Option(metavar="WHO", help="Who is to answer.")],
    due: Annotated[str | None, typer.Option(metavar="DATE", help="By when.")] = None,
    by: By = None,
    store: StoreUrl = DEFAULT_STORE,
    output: AsFormat = None,
) -> None:
    """Ask the customer or the sales desk; the case waits for the answer."""
    from vigil.case.events import Asked

    day = options.parse_day(due, "--due")
    step(
        case,
        by,
        store,
        output,
        lambda _c, _p, said: Asked(**said, question=question, of=of, due=day),
    )


def answer(
    case: CaseId,
    field: Annotated[str, typer.Argument(help="What was asked.")],
    answer: Annotated[str, typer.Argument(help="What was answered.")],
    proof: Proof = None,
    by: By = None,
    store: StoreUrl = DEFAULT_STORE,
    output: AsFormat = None,
) -> None:
    """Note an answer."""
    from vigil.case.events import Answered

    step(case, by, store, output, lambda found, _p, said: Answered(
        **said, field=field, answer=answer, proof=_proof(found, proof)
    ))  # fmt: skip


def dispose(
    case: CaseId,
    finding: Annotated[str, typer.Argument(help="Its id, or the beginning of it.")],
    disposition: Annotated[DispositionName, typer.Argument(help="What it is.")],
    reason: Reason,
    proof: Proof = None,
    resolved_by: Annotated[
        str, typer.Option(help="How a true match was made harmless, like a licence.")
    ] = "",
    by: By = None,
    store: StoreUrl = DEFAULT_STORE,
    output: AsFormat = None,
) -> None:
    """Say what a finding is, and why."""
    from vigil.case.events import Disposed

    step(case, by, store, output, lambda found, _p, said: Disposed(
        **said, finding=_finding(found, finding), disposition=disposition.value, reason=reason,
        proof=_proof(found, proof), resolved_by=resolved_by,
    ))  # fmt: skip


def close_gap(
    case: CaseId,
    path: Annotated[str, typer.Argument(help="What was not checked, like '$.route[0].to'.")],
    reason: Annotated[str, typer.Option(help="How it was checked, and what came out.")],
    why: Annotated[str, typer.Option(help="Which, where a path has several.")] = "",
    proof: Proof = None,
    by: By = None,
    store: StoreUrl = DEFAULT_STORE,
    output: AsFormat = None,
) -> None:
    """Say that a person has checked what was not checked."""
    from vigil.case.events import GapClosed

    step(case, by, store, output, lambda found, _p, said: GapClosed(
        **said, path=path, why=_why(found, path, why), reason=reason, proof=_proof(found, proof)
    ))  # fmt: skip


def note(
    case: CaseId,
    text: Annotated[str, typer.Argument(help="What is to be known.")],
    by: By = None,
    store: StoreUrl = DEFAULT_STORE,
    output: AsFormat = None,
) -> None:
    """Add a note."""
    from vigil.case.events import Noted

    step(case, by, store, output, lambda _c, _p, said: Noted(**said, text=text))


def attach(
    case: CaseId,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What is to be kept with the case.")],
    files: Annotated[
        Path | None,
        typer.Option(
            "--files",
            envvar="VIGIL_FILES",
            metavar="DIR",
            help="Where files are kept; else beside the store.",
        ),
    ] = None,
    by: By = None,
    store: StoreUrl = DEFAULT_STORE,
    output: AsFormat = None,
) -> None:
    """Keep a file with the case, by its hash; steps may then name it as proof."""
    from vigil.case.events import Attached
    from vigil.store.attachments import folder_of, keep

    data, folder = _read(file), folder_of(store, files)
    step(case, by, store, output, lambda _c, _p, said: Attached(
        **said, sha256=keep(folder, data), name=file.name, size=len(data)
    ))  # fmt: skip


def set_due(
    case: CaseId,
    day: Annotated[str, typer.Argument(metavar="DATE", help="By when it must be done.")],
    reason: Reason,
    by: By = None,
    store: StoreUrl = DEFAULT_STORE,
    output: AsFormat = None,
) -> None:
    """Set another day; nothing happens by itself on it but that the case is overdue."""
    from vigil.case.events import DueSet

    when = options.parse_day(day, "DATE") or date.max
    step(case, by, store, output, lambda _c, _p, said: DueSet(**said, due=when, reason=reason))


def escalate(
    case: CaseId,
    to: Annotated[str, typer.Option(metavar="PERSON", help="Who may decide more.")],
    reason: Reason,
    by: By = None,
    store: StoreUrl = DEFAULT_STORE,
    output: AsFormat = None,
) -> None:
    """Hand a case to somebody who may decide more."""
    from vigil.case.events import Escalated

    step(case, by, store, output, lambda _c, _p, said: Escalated(**said, to=to, reason=reason))


def decide(
    case: CaseId,
    verdict: Annotated[VerdictName, typer.Argument(help="What is to be done with the order.")],
    reason: Reason,
    by: By = None,
    store: StoreUrl = DEFAULT_STORE,
    output: AsFormat = None,
) -> None:
    """Decide; it waits for a second person where the policy says so."""
    from vigil.case.events import Decided
    from vigil.case.rules import needs_second

    step(case, by, store, output, lambda found, policy, said: Decided(
        **said, verdict=verdict.value, reason=reason,
        needs_second=needs_second(found, verdict.value, policy),
    ))  # fmt: skip


def _reasoned(name: str, what: str) -> Callable[..., None]:
    """A command for an event that has nothing but a reason."""

    def command(
        case: CaseId,
        reason: Reason,
        by: By = None,
        store: StoreUrl = DEFAULT_STORE,
        output: AsFormat = None,
    ) -> None:
        from vigil.case import events

        kind = getattr(events, name)
        step(case, by, store, output, lambda _c, _p, said: kind(**said, reason=reason))

    command.__doc__ = what
    return command


REASONED = {
    "approve": ("Approved", "Approve another person's verdict; the case is closed."),
    "refuse": ("Refused", "Refuse another person's verdict; the case is worked on again."),
    "reopen": ("Reopened", "Look at a decided case again."),
    "hold": ("Held", "Put a case on legal hold: nothing of it is ever removed."),
    "lift-hold": ("HoldLifted", "End a legal hold."),
}


COMMANDS = (assign, ask, answer, dispose, close_gap, note, attach, set_due, escalate, decide)


def register(app: typer.Typer) -> None:
    """Add every step to the commands of `vigil case`."""
    for command in (
        assign,
        ask,
        answer,
        dispose,
        close_gap,
        note,
        attach,
        set_due,
        escalate,
        decide,
    ):
        app.command(command.__name__.replace("_", "-"))(command)
    for word, (event, what) in REASONED.items():
        app.command(word)(_reasoned(event, what))


def step(
    case: str,
    by: str | None,
    store: str,
    output: Any,
    make: Callable[[Case, CasePolicy, dict[str, Any]], CaseEvent],
) -> None:
    """Take one step and tell where the case stands then.

    Args:
        make: the event, from the case as it stands, the policy, and what all events say.
    """
    from rich.text import Text

    from vigil.report.cases import case_value, stands
    from vigil.store.cases import CaseBook
    from vigil.store.policies import policies

    who = person(by)
    with existing_store(store) as opened:
        policy = policies(opened).cases
        book = CaseBook(opened, policy)
        said = {"case": case, "by": who, "at": now()}
        after = book.add(make(book.case(case), policy, said))
        tell([case_value(after, book.events(case))], Text(stands(after)), output, one=True)


def _read(path: Path) -> bytes:
    from vigil.store.attachments import LARGEST_BYTES

    try:
        if path.stat().st_size > LARGEST_BYTES:
            what = f"a file must have at most {LARGEST_BYTES // 1_000_000} MB"
            raise InvalidInput.single(what, got=str(path))
        return path.read_bytes()
    except OSError as error:
        what = f"a file must be readable: {error.strerror}"
        raise InvalidInput.single(what, got=str(path)) from error


def _finding(case: Case, beginning: str) -> str:
    ids = [found.id for found in case.findings if found.id.startswith(beginning)]
    if len(ids) != 1:
        known = ", ".join(found.id for found in case.findings)
        what = f"a finding must be one of case {case.id}: {known or 'it has none'}"
        raise InvalidInput.single(what, got=beginning)
    return ids[0]


def _proof(case: Case, beginnings: list[str] | None) -> tuple[str, ...]:
    """Attached files by the beginning of their hash; one that is none is left for the rules."""
    return tuple(
        next((full for full in case.attachments if text and full.startswith(text)), text)
        for text in beginnings or ()
    )


def _why(case: Case, path: str, why: str) -> str:
    reasons = [reason for at, reason in case.not_checked if at == path and reason.startswith(why)]
    if len(reasons) != 1:
        told = "; ".join(f"{at}: {reason}" for at, reason in case.not_checked) or "it has none"
        what = f"a gap must be one of case {case.id}, by path and --why: {told}"
        raise InvalidInput.single(what, got=path)
    return reasons[0]
