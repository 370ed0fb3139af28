"""A copy of a history to try things on, made at once: objects never change and are linked."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from vigil.store.download_folder import on_disk
from vigil.store.history import LOG, OBJECTS


@contextmanager
def history_or_copy(history: Path, beside: Path, dry_run: bool) -> Iterator[Path]:
    """The history to write to: itself, or for a dry run a copy in `beside` that is thrown away.

    Raises:
        WorldError: the disk does not take the copy.
    """
    if not dry_run:
        yield history
        return
    with ExitStack() as stack:
        with on_disk():
            copy = stack.enter_context(tempfile.TemporaryDirectory(dir=beside, prefix=".dry-run-"))
            if (history / LOG).is_file():
                shutil.copy2(history / LOG, copy)
            if (history / OBJECTS).is_dir():
                shutil.copytree(history / OBJECTS, Path(copy, OBJECTS), copy_function=_link)
        yield Path(copy)


def _link(source: str, target: str) -> None:
    """Objects never change: another name for the same bytes is a copy."""
    try:
        os.link(source, target)
    except OSError:  # a disk without links
        shutil.copy2(source, target)
