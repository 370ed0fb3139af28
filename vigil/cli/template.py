"""`vigil template`: a filled example to start from."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from vigil.cli import options
from vigil.cli.output import write
from vigil.errors import InvalidInput


class TemplateFormat(StrEnum):
    """Formats a template comes in."""

    CSV = "csv"
    JSONL = "jsonl"
    XLSX = "xlsx"


def template(
    form: Annotated[TemplateFormat, typer.Argument(metavar="csv|jsonl|xlsx", help="The format.")],
    out: options.Out = None,
) -> None:
    """Print an order template with one filled example."""
    from vigil.report.template import render_template

    on_terminal = out is None and sys.stdout is not None and sys.stdout.isatty()
    if form is TemplateFormat.XLSX and on_terminal:
        what = "a workbook is not for a terminal; give --out orders.xlsx, or > orders.xlsx"
        raise InvalidInput.single(what, has_value=False)
    write(render_template(form.value), out)
