"""Vigil: could this order end in an attack drone, and which law says so?

    import vigil
    world = vigil.load_world()
    decision = vigil.screen_order(order, world)

Names are imported when they are first used, so that `import vigil` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from vigil.version import VERSION as __version__  # noqa: N811 -- the field's name for it

if TYPE_CHECKING:
    from vigil.api import load_world, match
    from vigil.errors import IllegalStep, InvalidInput, SourceChanged, VigilError, WorldError
    from vigil.model.order_json import parse_order
    from vigil.model.policy import Policy
    from vigil.parties.compare import compare
    from vigil.routes.earlier import EarlierOrders
    from vigil.screen import screen_order

__all__ = [
    "EarlierOrders",
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

_HOME = {
    "EarlierOrders": "vigil.routes.earlier",
    "IllegalStep": "vigil.errors",
    "InvalidInput": "vigil.errors",
    "Policy": "vigil.model.policy",
    "SourceChanged": "vigil.errors",
    "VigilError": "vigil.errors",
    "WorldError": "vigil.errors",
    "compare": "vigil.parties.compare",
    "load_world": "vigil.api",
    "match": "vigil.api",
    "parse_order": "vigil.model.order_json",
    "screen_order": "vigil.screen",
}


def __getattr__(name: str) -> Any:
    """A public name, imported from its home on first use."""
    if name not in _HOME:
        raise AttributeError(f"module 'vigil' has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)
