import math

import pytest

from vigil.errors import InvalidInput
from vigil.model.order_json import parse_order
from vigil.model.strict_json import decode_json


def test_plain_values_come_as_they_are():
    assert decode_json('{"a": [1, 2.5, null, true, "x"]}') == {"a": [1, 2.5, None, True, "x"]}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param('{"a": ', "line 1, column 7", id="truncated"),
        pytest.param('{"a": 1}\n{"b": 2}', "line 2, column 1", id="two documents"),
        pytest.param("{'a': 1}", "line 1, column 2", id="single quotes"),
        pytest.param("[" * 200_000, "nested", id="too deep"),
        pytest.param('"a\nb"', "control character", id="line feed in text"),
    ],
)
def test_what_is_no_json_is_told_with_its_place(text, says):
    with pytest.raises(InvalidInput, match=says):
        decode_json(text)


@pytest.mark.parametrize("digits", ["9" * 401, "9" * 5000, "-" + "9" * 5000])
def test_a_number_too_long_to_be_finite_is_infinite(digits):
    assert math.isinf(decode_json(digits))


def test_a_key_given_twice_is_refused_at_its_object():
    text = """{"id": "PO-1", "date": "2026-08-07", "lines": [{"line": 1}],
               "parties": [{"role": "buyer", "name": "A", "name": "B"}]}"""
    with pytest.raises(InvalidInput, match="field 'name' is given twice at") as caught:
        parse_order(decode_json(text))
    assert [problem.path for problem in caught.value.problems] == ["$.parties[0]"]
