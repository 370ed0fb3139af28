"""Calls that change the disk, made to fail or to die at a chosen one of them."""

import os
from pathlib import Path

OF_OS = ("open", "write", "fsync", "close", "ftruncate", "replace", "unlink")
STEPS = (*((os, name) for name in OF_OS), *((Path, name) for name in ("mkdir", "open", "replace")))


class Killed(BaseException):
    """Stands for a kill: nothing may catch it to tidy up."""


def fail_at(monkeypatch, step, error, *, half_written=False):
    """Raise the error in place of the given call; a write may get half of its bytes out first.

    Returns:
        A list that is empty as long as the call has not come.
    """
    calls, came = iter(range(1, 10_000)), []

    def guarded(name, original):
        def call(*args, **kwargs):
            if not came and next(calls) == step:
                came.append(name)
                if name == "close":
                    original(*args)  # who dies, or fails to close, holds no lock any longer
                if name == "write" and half_written:
                    original(args[0], args[1][: len(args[1]) // 2])
                raise error
            return original(*args, **kwargs)

        return call

    for owner, name in STEPS:
        monkeypatch.setattr(owner, name, guarded(name, getattr(owner, name)))
    return came
