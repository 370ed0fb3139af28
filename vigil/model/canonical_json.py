"""JSON with one way to write each value, for what is hashed: no floats, keys sorted."""

from __future__ import annotations

import json
from typing import Any

LARGEST = 2**53 - 1  # larger integers are not the same in every reader of JSON


def canonical_json(value: Any) -> bytes:
    r"""The bytes that stand for a value: UTF-8, keys sorted by code point, no white space.

    Args:
        value: strings, integers, booleans, None, and lists, tuples and dictionaries of them.

    Raises:
        TypeError: anything else, a float among it, or a key that is no string.
        ValueError: an integer too large for other readers, or half a surrogate pair.

    >>> canonical_json({"b": [1, None], "a": "\u00fc"})
    b'{"a":"\xc3\xbc","b":[1,null]}'
    """
    _check(value)
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode("utf-8")


def _check(value: Any) -> None:
    if value is None or isinstance(value, str | bool):
        return
    if isinstance(value, int):
        if abs(value) > LARGEST:
            raise ValueError(f"an integer must be at most {LARGEST}, got {value}")
    elif isinstance(value, dict):
        for key, item in value.items():
            if not isinstance(key, str):
                raise TypeError(f"a key must be a string, got {key!r}")
            _check(item)
    elif isinstance(value, list | tuple):
        for item in value:
            _check(item)
    else:
        raise TypeError(f"a hashed value must hold no {type(value).__name__}, got {value!r}")
