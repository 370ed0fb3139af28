"""A CSV table becomes the same orders as the equal JSON, or every problem is told."""

import csv
import io
from collections.abc import Iterator
from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigil.errors import InvalidInput
from vigil.model.order import Kind, Mode, Order, Position, Role
from vigil.model.order_json import parse_order
from vigil.model.order_table import parse_order_table

HEAD = "id,date,buyer.name,buyer.country,line,quantity"
ROW = "PO-1,2026-08-07,Beispiel GmbH,DE,1,5"


def table(*rows: str) -> str:
    return "\n".join(rows) + "\n"


def problems(text: str, **options: object) -> list[str]:
    with pytest.raises(InvalidInput) as caught:
        parse_order_table(text, **options)
    return str(caught.value).splitlines()


def one(columns: str, *rows: str) -> Order:
    heads = f"id,date,buyer.name,line,{columns}"
    [order] = parse_order_table(
        table(heads, *(f"PO-1,2026-08-07,B,{n},{row}" for n, row in enumerate(rows, 1)))
    )
    return order


def test_a_row_is_a_line_of_goods():
    [order] = parse_order_table(table(HEAD, ROW, ROW.replace(",1,5", ",2,7")))
    assert [(line.line, line.quantity) for line in order.lines] == [(1, 5.0), (2, 7.0)]
    assert len(order.parties) == 1


def test_rows_of_one_order_need_not_follow_each_other():
    other = ROW.replace("PO-1", "PO-2")
    orders = parse_order_table(table(HEAD, ROW, other, ROW.replace(",1,5", ",2,7")))
    assert [(order.id, len(order.lines)) for order in orders] == [("PO-1", 2), ("PO-2", 1)]


def test_an_empty_cell_is_absent():
    [order] = parse_order_table(table(HEAD, "PO-1,2026-08-07,B,,1,"))
    assert (order.parties[0].country, order.lines[0].quantity) == (None, None)


def test_a_party_without_any_cell_is_no_party():
    assert [p.role for p in one("end_user.name,end_user.country", ",").parties] == [Role.BUYER]


def test_parties_come_in_the_order_of_the_header():
    read = one("buyer.2.name,end_user.name,buyer.2.owners.1.name", "C,D,O")
    assert [(p.role, p.name) for p in read.parties] == [
        (Role.BUYER, "B"), (Role.BUYER, "C"), (Role.END_USER, "D"),
    ]  # fmt: skip
    assert read.parties[1].owners[0].name == "O"


def test_the_first_party_may_be_numbered():
    [order] = parse_order_table(table("id,date,buyer.1.name,line", "PO-1,2026-08-07,B,1"))
    assert order.parties[0].name == "B"


def test_the_exporter_and_a_party_in_that_role_are_told_apart():
    read = one("exporter.name,exporter.country,exporter.1.name", "E,DE,F")
    assert (read.exporter.name, read.exporter.country) == ("E", "DE")
    assert (read.parties[1].role, read.parties[1].name) == (Role.EXPORTER, "F")


def test_legs_come_in_the_order_of_their_numbers():
    read = one("leg.2.from,leg.1.from,leg.1.vessel.imo", "AEJEA,NLRTM,9999993")
    assert [leg.origin for leg in read.route] == ["NLRTM", "AEJEA"]
    assert read.route[0].vessel.imo == "9999993"


def test_positions_are_two_columns():
    read = one("buyer.position.lat,buyer.position.lon,leg.1.to_position.lat,leg.1.to_position.lon",
               "55.83,52.04,-1,2.5")  # fmt: skip
    assert read.parties[0].position == Position(55.83, 52.04)
    assert read.route[0].to_position == Position(-1.0, 2.5)
    assert one("buyer.position.lat,buyer.position.lon", ",").parties[0].position is None


@pytest.mark.parametrize(
    ("cell", "answer"),
    [("true", True), ("FALSE", False), ("yes", True), ("No", False), ("3", 3.0), ("none", "none")],
)
def test_an_answer_is_yes_or_no_a_number_or_text(cell, answer):
    read = one("answers.order.reexport_answer,end_user_statement", f"{cell},yes")
    assert read.answers == {"order.reexport_answer": answer}
    assert read.end_user_statement is True


def test_serial_numbers_are_separated_by_semicolons():
    assert one("serial_numbers", "A1; A2").lines[0].serial_numbers == ("A1", "A2")


def test_columns_of_the_order_must_agree_on_its_rows():
    [problem] = problems(table(HEAD, ROW, ROW.replace("DE,1", "FR,2")))
    assert problem == (
        "row 3: column must agree with row 2 of the same order, 'DE', got 'FR' at buyer.country"
    )


def test_every_problem_is_told_with_row_and_column():
    heads = "id,date,buyer.name,buyer.2.contry,line,hs,quantity,leg.1.mode"
    told = problems(
        table(heads, "PO-1,2026-02-30,B,,1,85423,many,ship", "PO-2,2026-08-07,,,1,,,", "x,y")
    )
    starts = [problem.split(":")[0] for problem in told]
    assert starts == ["row 1", "row 2", "row 2", "row 2", "row 2", "row 3", "row 4"]
    assert told[0].endswith("unknown column 'buyer.2.contry'; did you mean 'buyer.2.country'?")
    assert told[1].endswith("got '2026-02-30' at date")
    assert told[2].endswith("got 'ship' at leg.1.mode")
    assert told[3].endswith("got '85423' at hs")
    assert told[4].endswith("got 'many' at quantity")
    assert "'parties' must be given" in told[5]


def test_a_problem_of_a_second_party_names_its_column():
    text = table("id,date,line,buyer.name,buyer.3.country", "PO-1,2026-08-07,1,B,Peru")
    told = problems(text)
    assert told[0].endswith("got 'Peru' at buyer.3.country")
    assert told[1] == "row 2: field 'name' must be given at buyer.3"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param(table(HEAD.replace(",", ";"), ROW), "has semicolons", id="semicolons"),
        pytest.param(table(HEAD.replace(",", "\t"), ROW), "has tabs", id="tabs"),
        pytest.param(table(HEAD + ",line", ROW + ",1"), "must stand only once", id="twice"),
        pytest.param(
            table("id,date,line,buyer.name,buyer.1.name", "PO-1,2026-08-07,1,B,B"),
            "the same as 'buyer.name'", id="twice under two names",
        ),
        pytest.param(table("date,buyer.name,line", "2026-08-07,B,1"), "'id' must be", id="no id"),
        pytest.param(table("id,date,line", "PO-1,2026-08-07,1"), "'buyer.name'", id="no party"),
        pytest.param(table(HEAD, ROW + ",x"), "6 cells like the header, got 7", id="too long"),
        pytest.param(table(HEAD, "PO-1,2026-08-07"), "got 2", id="too short"),
        pytest.param(table(HEAD, ROW[4:]), "'id' must be filled", id="empty id"),
        pytest.param(table(HEAD), "at least one row", id="no rows"),
        pytest.param(table(HEAD, '"PO-1'), "must be CSV", id="open quote"),
        pytest.param(table(HEAD, "x" * 200_000), "must be CSV", id="endless cell"),
        pytest.param(table(HEAD, ROW, ROW), "line must be unique", id="line twice"),
        pytest.param(table(HEAD, ROW.replace(",5", ',"5,000"')), "a number", id="thousands"),
        pytest.param(table(HEAD, ROW.replace(",5", ",nan")), "a number", id="not a number"),
        pytest.param(table(HEAD, ROW.replace(",5", ",1e999")), "finite", id="infinite"),
        pytest.param(table(HEAD + ",buyer.role", ROW + ",buyer"), "unknown column", id="role"),
        pytest.param(table(HEAD + ",leg.from", ROW + ",X"), "'leg.1.from'", id="leg unnumbered"),
        pytest.param(
            table(HEAD + ",exporter.address", ROW + ",X"), "'exporter.1.address'", id="exporter",
        ),
    ],
)  # fmt: skip
def test_a_table_that_is_not_right_is_told_in_plain_words(text, says):
    assert any(says in problem for problem in problems(text)), problems(text)


def test_a_misspelt_question_is_told_even_when_unanswered():
    text = table(HEAD + ",answers.order.service_declined", ROW + ",")
    [problem] = problems(text, answer_fields=frozenset({"order.services_declined"}))
    assert problem.endswith("did you mean 'answers.order.services_declined'?")


def test_empty_rows_of_a_spreadsheet_are_nothing():
    assert len(parse_order_table(table(HEAD, ROW, ",,,,,", ""))) == 1


# An order with everything that a table can say; "" and empty lists have no cell of their own.
WORD = st.text(st.characters(codec="utf-8", categories=["L", "N"]), min_size=1, max_size=6)
WORDS = st.lists(WORD, min_size=1, max_size=3).map(" , ".join)
COUNTRY = st.sampled_from(["DE", "HK", "ZZ"])
AMOUNT = st.integers(0, 10**9).map(float) | st.floats(0, 1e12)
DAY = st.dates(min_value=date(1900, 1, 1)).map(str)
KEYS = st.sampled_from(["lei", "imo", "registration"])
FLAG = st.booleans()


def objects(required: dict, optional: dict) -> st.SearchStrategy[dict]:
    return st.fixed_dictionaries(required, optional=optional)


OWNERS = st.lists(
    objects(
        {"name": WORDS},
        {"country": COUNTRY, "kind": st.sampled_from(list(Kind)).map(str),
         "share_percent": st.floats(0, 100),
         "identifiers": st.dictionaries(KEYS, WORD, min_size=1)},
    ),
    min_size=1, max_size=2,
)  # fmt: skip
PARTIES = st.lists(
    objects(
        {"role": st.sampled_from(list(Role)).map(str), "name": WORDS},
        {"kind": st.sampled_from(list(Kind)).map(str), "country": COUNTRY, "address": WORDS,
         "identifiers": st.dictionaries(KEYS, WORD, min_size=1), "founded": DAY,
         "birth_date": DAY, "website": WORD, "owners": OWNERS},
    ),
    min_size=1, max_size=4,
)  # fmt: skip
LINES = st.lists(
    objects(
        {},
        {"hs": st.just("8542.31"), "eccn": st.just("EAR99"), "part_number": WORD,
         "description": WORDS, "quantity": AMOUNT, "origin": COUNTRY,
         "serial_numbers": st.lists(WORD, min_size=1, max_size=2)},
    ),
    min_size=1, max_size=3,
)  # fmt: skip
LEG = objects(
    {"from": WORDS},
    {"mode": st.sampled_from(list(Mode)).map(str), "carrier": WORDS,
     "vessel": objects({"name": WORDS}, {"imo": WORD, "flag": COUNTRY})},
)  # fmt: skip
ORDERS = objects(
    {"id": WORD, "date": DAY, "parties": PARTIES, "lines": LINES},
    {"currency": WORD, "value": AMOUNT, "exporter": objects({"name": WORDS}, {"country": COUNTRY}),
     "route": st.lists(LEG, min_size=1, max_size=2), "end_use": WORDS, "end_user_statement": FLAG,
     "payment": objects({"payer": WORDS}, {"payer_country": COUNTRY, "bank": WORDS}),
     "answers": st.dictionaries(st.just("order.services_declined"), FLAG | AMOUNT, min_size=1)},
)  # fmt: skip


def numbered(order: dict) -> dict:
    return order | {"lines": [{"line": n} | line for n, line in enumerate(order["lines"], 1)]}


def cells(name: str, value: object) -> Iterator[tuple[str, object]]:
    """The columns of one field, by the rule of the contract."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from cells(f"{name}.{key}", inner)
    elif isinstance(value, list):
        for number, inner in enumerate(value, 1):
            yield from cells(f"{name}.{number}", inner)
    else:
        yield name, value


def party_cells(parties: list[dict]) -> Iterator[tuple[str, object]]:
    seen: dict[str, int] = {}
    for party in parties:
        role = party["role"]
        seen[role] = seen.get(role, 0) + 1
        plain = seen[role] == 1 and role != "exporter"
        prefix = role if plain else f"{role}.{seen[role]}"
        yield from cells(prefix, {k: v for k, v in party.items() if k != "role"})


def written(order: dict) -> str:
    """The order as a table: the writer that the reader must undo."""
    shared: dict[str, object] = dict(party_cells(order["parties"]))
    for key, value in order.items():
        if key not in ("parties", "lines"):
            shared |= dict(cells("leg" if key == "route" else key, value))
    rows = [
        shared | line | {"serial_numbers": ";".join(line.get("serial_numbers", []))}
        for line in order["lines"]
    ]
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, list(dict.fromkeys(key for row in rows for key in row)))
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


@given(ORDERS.map(numbered))
def test_a_table_says_the_same_as_the_equal_json(order):
    assert parse_order_table(written(order)) == [parse_order(order)]


@given(ORDERS.map(numbered))
def test_an_order_is_read_again_from_its_own_values(order):
    read = parse_order(order)
    assert parse_order(msgspec.to_builtins(read)) == read


@given(st.text(st.sampled_from('id,date\n"\rline.buyername1;\t\0\ud800')))
def test_any_text_is_orders_or_told_what_is_wrong(text):
    try:
        end: object = parse_order_table(f"{HEAD}\n{text}")
    except InvalidInput as error:
        end = str(error).encode("utf-8")
    assert end
