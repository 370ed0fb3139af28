"""Vigil: could this order end in an attack drone, and which law says so?

    import vigil
    world = vigil.load_world()
    decision = vigil.screen_order(order, world)

Names are imported when they are first used, so that `import vigil` costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vigil.version import VERSION as __version__

if TYPE_CHECKING:
    from vigil.api import compare, load_world, match, parse_order, screen_order
    from vigil.errors import IllegalStep, InvalidInput, SourceChanged, VigilError, WorldError
    from vigil.model.policy import Policy

__all__ = [
    "IllegalStep",
    "InvalidInput",
    "Policy",
    "SourceChanged",
    "VigilError",
    "WorldError",
    "__version__",
    "compare",
    "load_world",
    "match",
    "parse_order",
    "screen_order",
]

_ERRORS = ("IllegalStep", "InvalidInput", "SourceChanged", "VigilError", "WorldError")


def __getattr__(name: str) -> Any:
    """A public name, imported on first use."""
    if name not in __all__:
        raise AttributeError(f"module 'vigil' has no attribute {name!r}")
    if name in _ERRORS:
        from vigil import errors

        return getattr(errors, name)
    if name == "Policy":
        from vigil.model.policy import Policy

        return Policy
    from vigil import api

    return getattr(api, name)
