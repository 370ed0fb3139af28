"""The `vigil` command: what each word does is in the file named after it."""

from __future__ import annotations

import io
import os
import sys
import traceback

import typer

from vigil.cli import (
    accept,
    audit,
    bench,
    case,
    evidence,
    explain,
    law,
    match,
    policy,
    rescreen,
    screen,
    template,
    world,
)
from vigil.cli.output import complain
from vigil.errors import VigilError

app = typer.Typer(
    name="vigil",
    help="Could this order end in an attack drone, and which law says so?",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command("screen")(screen.screen)
app.command("rescreen")(rescreen.rescreen)
app.command("match")(match.match)
app.command("explain")(explain.explain)
app.command("law")(law.law)
app.command("template")(template.template)
app.command("bench")(bench.bench)
app.add_typer(world.app, name="world")
app.add_typer(evidence.app, name="evidence")
app.add_typer(case.app, name="case")
app.add_typer(accept.app, name="accept")
app.add_typer(audit.app, name="audit")
app.add_typer(policy.app, name="policy")


@app.callback(invoke_without_command=True)
def top(version: bool = typer.Option(False, "--version", help="Print the version.")) -> None:
    """Could this order end in an attack drone, and which law says so?"""
    if version:
        from vigil.version import VERSION

        typer.echo(f"vigil {VERSION}")
        raise typer.Exit


def run() -> None:
    """The entry point: every failure ends in a message and its exit code, never a stack trace."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A name that this terminal cannot print must still be told.
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        app()
    except VigilError as error:
        complain("\n".join(f"error: {line}" for line in str(error).splitlines()))
        sys.exit(error.exit_code)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except Exception as error:  # the last door: whatever it is, the user gets one line
        if os.environ.get("VIGIL_DEBUG"):
            traceback.print_exc()
        complain(
            f"error: a defect in vigil, nothing was decided: {type(error).__name__}: {error}\n"
            "Set VIGIL_DEBUG=1 to see where, and please report it."
        )
        sys.exit(1)
