"""`vigil template`: a filled example to start from."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from vigil.cli.output import write


class TemplateFormat(StrEnum):
    """Formats a template comes in."""

    CSV = "csv"
    JSONL = "jsonl"


def template(
    form: Annotated[TemplateFormat, typer.Argument(metavar="csv|jsonl", help="The format.")],
) -> None:
    """Print an order template with one filled example."""
    from vigil.report.template import render_template

    write(render_template(form.value), None)
