"""JSON text to plain values, refusing what other readers let pass.

A key given twice, NaN and infinities would each lose or invent information about an order; a
document nested too deep or a number too long would stop the program.
"""

from __future__ import annotations

import json
from collections import Counter

from vigil.errors import InputProblem, InvalidInput

LONGEST_INTEGER = 400  # digits; no finite number is longer, so the rest is infinite to its reader


class RepeatedKeys(dict[str, object]):
    """An object in which keys stand more than once; its reader refuses it at its own path."""

    repeated: tuple[str, ...] = ()  # the keys, each once


def decode_json(text: str) -> object:
    """The plain values of one JSON document.

    Objects that repeat a key come as `RepeatedKeys`; infinite numbers as floats, so that whoever
    knows the path refuses them there.

    Raises:
        InvalidInput: not JSON, with line and column; or nested too deep.
    """
    try:
        return _DECODER.decode(text)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        what = f"text must be JSON: {_lower_first(error.msg)} at {where}"
        raise InvalidInput([InputProblem(what, "", has_value=False)]) from None
    except RecursionError:
        what = "text must be JSON that is not nested so deep"
        raise InvalidInput([InputProblem(what, "", has_value=False)]) from None


def object_of(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """An object of these fields; `RepeatedKeys` when one stands more than once."""
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    marked = RepeatedKeys(found)
    marked.repeated = tuple(key for key, times in Counter(k for k, _ in pairs).items() if times > 1)
    return marked


def _integer(digits: str) -> int | float:
    # Python refuses to read whole numbers of more than 4,300 digits, with a ValueError
    if len(digits) <= LONGEST_INTEGER:
        return int(digits)
    return float("-inf") if digits.startswith("-") else float("inf")


def _constant(name: str) -> float:
    return float(name)  # NaN, Infinity, -Infinity: refused where the field is known


def _lower_first(message: str) -> str:
    return message[:1].lower() + message[1:]


_DECODER = json.JSONDecoder(
    object_pairs_hook=object_of, parse_int=_integer, parse_constant=_constant
)
