"""The compiled kernel, or None where no C compiler was at hand when Vigil was installed.

The plain functions beside it are the specification and give the same answers, slower.
"""

from __future__ import annotations

try:
    from vigil.names import _kernel as kernel
except ImportError:
    kernel = None  # type: ignore[assignment]  # the one other thing that it can be

IS_COMPILED = kernel is not None

__all__ = ["IS_COMPILED", "kernel"]
