"""Plain JSON values become an order, or every problem is told with its path."""

import math
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigil.errors import InvalidInput
from vigil.model.order import Kind, Order, Role
from vigil.model.order_json import parse_order


def order(**more: object) -> dict[str, object]:
    whole: dict[str, object] = {
        "id": "PO-1",
        "date": "2026-08-07",
        "parties": [{"role": "buyer", "name": "Beispiel GmbH"}],
        "lines": [{"line": 1}],
    }
    return whole | more


def party(**more: object) -> dict[str, object]:
    return order(parties=[{"role": "buyer", "name": "Beispiel GmbH"} | more])


def line(**more: object) -> dict[str, object]:
    return order(lines=[{"line": 1} | more])


def problems(value: object, **options: object) -> list[str]:
    with pytest.raises(InvalidInput) as caught:
        parse_order(value, **options)
    return str(caught.value).splitlines()


def test_the_least_order_is_read():
    read = parse_order(order())
    assert (read.id, read.date) == ("PO-1", date(2026, 8, 7))
    assert (read.parties[0].role, read.parties[0].kind) == (Role.BUYER, Kind.UNKNOWN)


def test_codes_come_in_normal_form():
    read = parse_order(line(hs="8542.31", eccn="3a991.a"))
    assert (read.lines[0].hs, read.lines[0].eccn) == ("854231", "3A991.A")


def test_a_leg_goes_from_somewhere():
    read = parse_order(order(route=[{"from": "NLRTM", "to": "AEJEA"}]))
    assert (read.route[0].origin, read.route[0].to) == ("NLRTM", "AEJEA")


def test_absent_and_null_are_not_known():
    read = parse_order(party(website=None))
    assert read.parties[0].website is None
    assert read.parties[0].owners is None
    assert read.end_user_statement is None


def test_empty_is_known_to_be_none():
    read = parse_order(party(website="", owners=[]) | {"end_user_statement": False, "route": []})
    assert read.parties[0].website == ""
    assert read.parties[0].owners == ()
    assert read.end_user_statement is False
    assert read.route == ()


def test_a_misspelt_field_is_told_with_a_suggestion():
    [problem] = problems(party(birthdate="1970"))
    assert problem == "unknown field 'birthdate' at $.parties[0]; did you mean 'birth_date'?"


def test_a_field_like_no_other_has_no_suggestion():
    [problem] = problems(order(xyzzy=1))
    assert problem == "unknown field 'xyzzy' at $"


def test_every_problem_is_told_at_once():
    bad = {"id": 3, "date": "2026-02-30", "parties": [{"role": "friend"}], "lines": [{"line": 0}]}
    assert len(problems(bad)) == 5  # the party also has no name


def test_a_path_begins_where_the_order_stands():
    [problem] = problems(line(hs="85423"), path="$[7]")
    assert problem.endswith("got '85423' at $[7].lines[0].hs")


@pytest.mark.parametrize(
    ("value", "says"),
    [
        pytest.param(order(date="2026-02-30"), "a day that exists", id="impossible day"),
        pytest.param(order(date="20260807"), "written YYYY-MM-DD", id="day without hyphens"),
        pytest.param(order(date="٢٠٢٦-٠٨-٠٧"), "written YYYY-MM-DD", id="Arabic digits"),
        pytest.param(order(date="2026-08-07\n"), "written YYYY-MM-DD", id="day and line feed"),
        pytest.param(party(country="DE\n"), "two capital letters", id="country and line feed"),
        pytest.param(party(country="de"), "did you mean 'DE'?", id="small letters"),
        pytest.param(party(birth_date="1970-13"), "YYYY-MM", id="thirteenth month"),
        pytest.param(party(birth_date="1970-02-30"), "exists", id="impossible day of birth"),
        pytest.param(party(role="enduser"), "did you mean 'end_user'?", id="misspelt role"),
        pytest.param(line(quantity=True), "number, without quotes, got true", id="true pieces"),
        pytest.param(line(quantity=math.nan), "finite", id="not a number"),
        pytest.param(line(quantity=math.inf), "finite", id="infinity"),
        pytest.param(line(quantity=10**5000), "finite", id="a huge whole number"),
        pytest.param(line(line=10**5000), "at most 63 bits", id="a huge line number"),
        pytest.param(line(line=True), "whole number", id="line true"),
        pytest.param(line(line=1.0), "whole number", id="line with a fraction"),
        pytest.param(line(unit_price=-0.01), "0 or more", id="negative price"),
        pytest.param(line(hs=854231), "as text", id="HS as a number"),
        pytest.param(line(eccn="3A01"), "like '3A001'", id="no ECCN"),
        pytest.param(order(value=[1]), "got a list", id="a list as value"),
        pytest.param(order(payment="wire"), "an object with named fields", id="payment as text"),
        pytest.param(order(route={}), "must be a list", id="route is an object"),
        pytest.param(order(parties=[None]), "got null", id="null party"),
        pytest.param(line(serial_numbers=[None]), "must be text", id="null serial number"),
        pytest.param(order(id="  "), "must not be empty", id="blank id"),
        pytest.param([], "must be an object", id="an array"),
        pytest.param(None, "must be an object", id="null"),
    ],
)
def test_a_wrong_value_is_told_in_plain_words(value, says):
    [problem] = problems(value)
    assert says in problem


@pytest.mark.parametrize(
    "value",
    [
        pytest.param(party(country="ZZ"), id="well-formed country that is none"),
        pytest.param(party(birth_date="1970"), id="year of birth"),
        pytest.param(party(birth_date="1970-05"), id="month of birth"),
        pytest.param(party(name="Sh\u0430hed"), id="mixed scripts"),
        pytest.param(party(name="Bei\u200bspiel\u202e"), id="zero width and direction marks"),
        pytest.param(party(address="Hauptstr. 1\r\n12345 Ort"), id="address of two lines"),
        pytest.param(line(description="a\tb\nc"), id="description of two lines"),
        pytest.param(party(name="x" * 1_000), id="the longest name"),
        pytest.param(order(end_use="x" * 10_000), id="the longest text"),
        pytest.param(line(quantity=0), id="nothing of it"),
        pytest.param(party(name=""), id="empty name, for the screen to tell"),
    ],
)
def test_what_a_screen_will_look_at_is_read(value):
    assert isinstance(parse_order(value), Order)


@pytest.mark.parametrize(
    ("value", "says"),
    [
        pytest.param(party(name="x" * 1_001), "at most 1,000 characters", id="name"),
        pytest.param(party(name="x" * 10_000_000), "has 10,000,000", id="name of 10 MB"),
        pytest.param(order(end_use="x" * 10_001), "at most 10,000 characters", id="text"),
        pytest.param(party(name="a\0b"), "U+0000 at character 2", id="NUL"),
        pytest.param(party(address="a\x1b[2Jb"), "U+001B", id="escape in an address"),
        pytest.param(party(name="two\nlines"), "U+000A", id="line feed in a name"),
        pytest.param(party(name="a\ud800"), "U+D800", id="half a surrogate pair"),
        pytest.param(party(identifiers={"\udfff": "1"}), "U+DFFF", id="surrogate as a key"),
        pytest.param(party(identifiers={"": "1"}), "must not be empty", id="empty key"),
    ],
)
def test_text_has_limits(value, says):
    [problem] = problems(value)
    assert says in problem
    assert len(problem) < 300
    problem.encode("utf-8")


def test_a_line_number_stands_once():
    [problem] = problems(order(lines=[{"line": 1}, {"line": 2}, {"line": 1}]))
    assert problem.endswith("lines[0] has it too, got 1 at $.lines[2].line")


def test_only_questions_of_red_flags_are_answered():
    known = frozenset({"order.services_declined", "order.reexport_answer"})
    asked = order(answers={"order.service_declined": True})
    [problem] = problems(asked, answer_fields=known)
    assert problem.endswith("at $.answers; did you mean 'order.services_declined'?")
    assert parse_order(asked).answers == {"order.service_declined": True}


def test_a_deep_or_huge_value_is_described_not_printed():
    deep: object = []
    for _ in range(100_000):
        deep = [deep]
    [problem] = problems(order(currency=deep))
    assert problem == "currency must be text, in quotes, got a list at $.currency"


FIELD = st.sampled_from(
    ["id", "date", "parties", "lines", "role", "name", "line", "route", "answers", "quantity", "x"]
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(FIELD | st.text(), inner),
    max_leaves=25,
)


@given(JSON | st.dictionaries(FIELD, JSON), st.sampled_from([None, frozenset({"x"})]))
def test_any_value_is_an_order_or_told_what_is_wrong(value, answer_fields):
    try:
        end: object = parse_order(value, answer_fields=answer_fields)
    except InvalidInput as error:
        end = str(error).encode("utf-8")  # printable everywhere
    assert end
