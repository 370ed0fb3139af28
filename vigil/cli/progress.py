"""A progress bar on a terminal, silence in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import TypeVar

T = TypeVar("T")
WORTH_SHOWING = 200  # chosen: below this a run takes about a second


def progress(items: Sequence[T], what: str) -> Iterable[T]:
    """The same items; long work shows how far it is, on standard error."""
    if len(items) < WORTH_SHOWING or not sys.stderr.isatty():
        return items
    from rich.console import Console
    from rich.progress import track

    return track(items, description=what, console=Console(stderr=True), transient=True)
