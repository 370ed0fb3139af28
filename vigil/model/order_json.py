"""Plain JSON values in, one `Order` out, or every problem of it at once.

An order comes from somebody else's system, so nothing is taken on trust and nothing is dropped:
an unknown field is an error, because the screen that needed it would otherwise be weakened in
silence. Absent and null mean *not known*; `""`, `[]` and false are kept as *known to be none*.
"""

from __future__ import annotations

import re
from typing import cast

from vigil.errors import InputProblem, InvalidInput, shown
from vigil.model import order_fields as fields
from vigil.model.order import Order
from vigil.model.order_fields import Field, Holds, Shape, Sort
from vigil.model.order_values import NAME_LIMIT, Refused, read_key, sort_of
from vigil.model.strict_json import RepeatedKeys
from vigil.model.suggestion import did_you_mean

PLAIN_KEY = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,60}")
SHOWN_BITS = 200  # longer whole numbers are described, not printed

Problems = list[InputProblem]


def parse_order(
    value: object, *, answer_fields: frozenset[str] | None = None, path: str = "$"
) -> Order:
    """An order from plain JSON values (as `json.loads` gives them).

    Args:
        value: the object of the order contract.
        answer_fields: the red-flag questions that `answers` may hold; None: not checked.
        path: where the value stands in its document.

    Raises:
        InvalidInput: with every problem, each with its path.

    >>> parse_order({"id": "PO-1", "date": "2026-08-07", "lines": [{"line": 1}],
    ...              "parties": [{"role": "buyer", "name": "Example Ltd"}]}).parties[0].name
    'Example Ltd'
    """
    problems: Problems = []
    order = cast("Order | None", _object(fields.ORDER, value, path, problems))
    if isinstance(value, dict):
        _check_answers(value.get("answers"), answer_fields, path, problems)
        _check_line_numbers(value.get("lines"), path, problems)
    if problems or order is None:
        raise InvalidInput(problems)
    return order


def step(path: str, key: object) -> str:
    """The path of a key below a path; a key that is no plain word stands in brackets.

    >>> step("$.answers", "order.reexport_answer"), step("$", "a b")
    ('$.answers.order.reexport_answer', "$['a b']")
    """
    if isinstance(key, str) and PLAIN_KEY.fullmatch(key):
        return f"{path}.{key}"
    return f"{path}[{shown(key)}]"


def _object(shape: Shape, value: object, path: str, problems: Problems) -> object | None:
    """The typed value, or None when it has problems (which are then in the list)."""
    if not isinstance(value, dict):
        problems.append(problem("must be an object with named fields", path, value))
        return None
    before = len(problems)
    _check_repeats(value, path, problems)
    found: dict[str, object] = {}
    for key, given in value.items():
        known = shape.fields.get(key)
        if known is None:
            hint = did_you_mean(key, shape.fields) if isinstance(key, str) else ""
            problems.append(_unknown_field(key, path, hint))
        elif given is not None:
            found[known.attribute] = _field(known, given, f"{path}.{key}", problems)
    for name in shape.required:
        if value.get(name) is None:
            problems.append(_without_value(f"field {name!r} must be given", path))
    return shape.make(**found) if len(problems) == before else None


def _field(known: Field, given: object, path: str, problems: Problems) -> object:
    if known.holds is Holds.LIST:
        return _list(known, given, path, problems)
    if known.holds is Holds.MAP:
        return _map(known, given, path, problems)
    return _one(known, given, path, problems)


def _one(known: Field, given: object, path: str, problems: Problems) -> object:
    if known.shape is not None:
        return _object(known.shape, given, path, problems)
    try:
        return cast("Sort", known.sort).read(given)
    except Refused as refused:
        problems.append(problem(f"{known.label} {refused}", path, given, refused.hint))
        return None


def _list(known: Field, given: object, path: str, problems: Problems) -> object:
    if not isinstance(given, (list, tuple)):
        problems.append(problem(f"{known.label} must be a list", path, given))
        return None
    if known.required and not given:
        problems.append(_without_value(f"{known.label} must have at least one entry", path))
    return tuple(
        [_one(known, item, f"{path}[{at}]", problems) for at, item in enumerate(given)]
    )  # fmt: skip


def _map(known: Field, given: object, path: str, problems: Problems) -> object:
    if not isinstance(given, dict):
        problems.append(problem(f"{known.label} must be an object with named fields", path, given))
        return None
    _check_repeats(given, path, problems)
    found: dict[str, object] = {}
    for key, item in given.items():
        try:
            name = read_key(key)
        except Refused as refused:
            problems.append(_without_value(f"a field's name {refused}", step(path, key)))
            continue
        if item is not None:
            found[name] = _one(known, item, step(path, key), problems)
    return found


def _check_repeats(value: dict[str, object], path: str, problems: Problems) -> None:
    for key in value.repeated if isinstance(value, RepeatedKeys) else ():
        problems.append(_without_value(f"field {shown(key)} is given twice", path))


def _check_answers(
    answers: object, known: frozenset[str] | None, path: str, problems: Problems
) -> None:
    """A misspelt question would otherwise leave a red flag unasked, in silence."""
    if known is None or not isinstance(answers, dict):
        return
    for key in answers:
        if key not in known:
            hint = did_you_mean(key, sorted(known)) if isinstance(key, str) else ""
            problems.append(_unknown_field(key, f"{path}.answers", hint))


def _check_line_numbers(lines: object, path: str, problems: Problems) -> None:
    first: dict[int, int] = {}
    for at, line in enumerate(lines if isinstance(lines, (list, tuple)) else ()):
        number = line.get("line") if isinstance(line, dict) else None
        if type(number) is not int:
            continue
        if first.setdefault(number, at) != at:
            expected = f"line must be unique within the order, lines[{first[number]}] has it too"
            problems.append(problem(expected, f"{path}.lines[{at}].line", number))


def problem(expected: str, path: str, got: object, hint: str = "") -> InputProblem:
    """A problem whose value can be printed whatever it is: text, deep nesting, huge numbers."""
    if isinstance(got, str):
        return InputProblem(expected, path, got[:NAME_LIMIT], hint=hint)
    if got is None or isinstance(got, (bool, dict, list, tuple)):
        what = sort_of(got)
    elif isinstance(got, int) and got.bit_length() > SHOWN_BITS:
        what = f"a whole number of {got.bit_length()} bits"
    else:
        return InputProblem(expected, path, got, hint=hint)
    return InputProblem(f"{expected}, got {what}", path, has_value=False, hint=hint)


def _unknown_field(key: object, path: str, hint: str) -> InputProblem:
    return InputProblem(f"unknown field {shown(key)}", path, has_value=False, hint=hint)


def _without_value(what: str, path: str) -> InputProblem:
    return InputProblem(what, path, has_value=False)
