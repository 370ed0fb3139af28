"""Files of orders: by suffix, standard input by content, and every way they can be bad."""

import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigil.errors import InvalidInput
from vigil.model.limits import Limits
from vigil.report.template import render_template
from vigil.store.order_files import DEFAULT_LIMITS, read_orders

JSONL = render_template("jsonl").decode()
CSV = render_template("csv").decode()
ORDER = json.loads(JSONL)
PRETTY = json.dumps(ORDER, indent=1)
ARRAY = json.dumps([ORDER, ORDER | {"id": "PO-2"}])


def file(folder: Path, name: str, content: str | bytes) -> str:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return str(path)


def problems(*paths: str, stdin: bytes = b"", limits: Limits = DEFAULT_LIMITS) -> list[str]:
    with pytest.raises(InvalidInput) as caught:
        read_orders(paths, io.BytesIO(stdin), answer_fields=None, limits=limits)
    return str(caught.value).splitlines()


@pytest.mark.parametrize(
    ("name", "content", "ids"),
    [
        ("one.json", PRETTY, ["PO-1042"]),
        ("many.json", ARRAY, ["PO-1042", "PO-2"]),
        ("lines.jsonl", JSONL + "\n" + JSONL, ["PO-1042", "PO-1042"]),
        ("lines.NDJSON", JSONL, ["PO-1042"]),
        ("table.csv", CSV, ["PO-1042"]),
        ("excel.csv", b"\xef\xbb\xbf" + CSV.replace("\n", "\r\n").encode(), ["PO-1042"]),
        ("mark.json", b"\xef\xbb\xbf" + PRETTY.encode(), ["PO-1042"]),
    ],
)
def test_a_file_is_read_by_its_suffix(name, content, ids, tmp_path):
    read = read_orders([file(tmp_path, name, content)])
    assert [order.id for order in read] == ids


@pytest.mark.parametrize(
    ("content", "ids"),
    [
        pytest.param(PRETTY, ["PO-1042"], id="an object over several lines"),
        pytest.param(ARRAY, ["PO-1042", "PO-2"], id="an array"),
        pytest.param(JSONL, ["PO-1042"], id="one line"),
        pytest.param("\n" + JSONL + JSONL, ["PO-1042", "PO-1042"], id="JSON lines"),
        pytest.param(CSV, ["PO-1042"], id="a table"),
    ],
)
def test_standard_input_is_read_by_its_content(content, ids):
    read = read_orders(["-"], io.BytesIO(content.encode()), answer_fields=None)
    assert [order.id for order in read] == ids


def test_files_are_read_in_the_order_they_are_named(tmp_path):
    first = file(tmp_path, "a.json", json.dumps(ORDER | {"id": "A"}))
    read = read_orders([first, "-"], io.BytesIO(CSV.encode()), answer_fields=None)
    assert [order.id for order in read] == ["A", "PO-1042"]


@pytest.mark.parametrize("form", ["jsonl", "csv", "xlsx"])
def test_what_each_order_was_read_from_stands_beside_it(form, tmp_path):
    path = tmp_path / f"orders.{form}"
    path.write_bytes(render_template(form))
    received: list[str] = []
    orders = read_orders([path, path], received=received)
    assert [json.loads(text)["id"] for text in received] == [order.id for order in orders]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        pytest.param(PRETTY, [PRETTY], id="a file of one order"),
        pytest.param(
            f" {JSONL}{JSONL}", [f" {JSONL.strip()}", JSONL.strip()], id="lines, to the letter"
        ),
        pytest.param(f"[{PRETTY}]", [JSONL.strip()], id="an array, by its orders"),
    ],
)
def test_json_is_kept_as_it_came(text, kept):
    received: list[str] = []
    read_orders(["-"], io.BytesIO(text.encode()), received=received)
    assert received == kept


def test_line_separators_of_unicode_do_not_end_a_line(tmp_path):
    text = json.dumps(ORDER | {"end_use": "a\u2028b\x85c"}, ensure_ascii=False)
    assert len(read_orders([file(tmp_path, "a.jsonl", text + "\n")])) == 1


def test_every_problem_of_every_file_is_told_with_its_place(tmp_path):
    bad = json.dumps(ORDER | {"date": "x", "curency": "EUR"})
    lines = file(tmp_path, "a.jsonl", f"{JSONL}{bad}\n{{\n")
    array = file(tmp_path, "b.json", f"[{PRETTY},{bad}]")
    missing = str(tmp_path / "c.csv")
    told = problems(lines, array, missing)
    assert [problem.split(": ")[0] for problem in told] == [
        f"{lines}, row 2", f"{lines}, row 2", f"{lines}, row 3", array, array, missing,
    ]  # fmt: skip
    assert told[1].endswith("unknown field 'curency' at $; did you mean 'currency'?")
    assert told[3].endswith("got 'x' at $[1].date")
    assert "no such file" in told[5]


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        pytest.param("a.json", "", "an empty file", id="empty file"),
        pytest.param("a.csv", " \n\t\n", "nothing but white space", id="white space"),
        pytest.param("a.json", "\ufeff", "nothing but white space", id="a mark alone"),
        pytest.param("a.json", "[]", "at least one order", id="no orders"),
        pytest.param("a.json", "3", "must be an object", id="a number"),
        pytest.param("a.json", PRETTY[:40], "line 3, column", id="truncated"),
        pytest.param("a.json", JSONL + JSONL, "line 2, column 1", id="JSON lines named JSON"),
        pytest.param("a.json", "[" * 300_000, "nested", id="too deep"),
        pytest.param("a.json", PRETTY.encode("utf-16"), "UTF-16", id="UTF-16"),
        pytest.param("a.csv", CSV.encode("utf-16-be"), "UTF-16 without a mark", id="no mark"),
        pytest.param("a.csv", CSV.encode("utf-32"), "UTF-32", id="UTF-32"),
        pytest.param("a.csv", b"id,date\nM\xfcller", "byte 0xFC at position 10 (line 2)",
                     id="Latin-1"),
        pytest.param("a.csv", b"\xef\xbb\xbfid\n\xff", "position 7 (line 2)",
                     id="mark and Latin-1"),
        pytest.param("a.json", '{"id": "a\0b"}', "zero bytes", id="NUL"),
        pytest.param("a.json", JSONL.replace("Brunel", "\\u0000"), "U+0000", id="escaped NUL"),
        pytest.param("a.json", JSONL.replace("Brunel", "\\ud800"), "U+D800", id="surrogate"),
        pytest.param("a.json", JSONL.replace("3720", "9" * 5000), "finite", id="huge number"),
        pytest.param("a.json", JSONL.replace("3720", "NaN"), "finite", id="NaN"),
        pytest.param("a.json", JSONL.replace("3720", "-Infinity"), "finite", id="infinity"),
        pytest.param("a.json", JSONL.replace("Brunel", "x" * 10_000_000), "at most 1,000",
                     id="name of 10 MB"),
        pytest.param("a.csv", CSV.replace("Brunel", "x" * 10_000_000), "must be CSV",
                     id="cell of 10 MB"),
        pytest.param("a.csv", CSV.replace(",", ";"), "semicolons", id="wrong delimiter"),
        pytest.param("a.xlsx", "x", "must be an .xlsx that is whole", id="no workbook"),
        pytest.param("a.xls", "x", "save the workbook as .xlsx", id="old workbook"),
        pytest.param("a.txt", JSONL, "named .json, .jsonl, .csv, .xlsx", id="unknown suffix"),
        pytest.param("orders", JSONL, "got 'orders'", id="no suffix"),
    ],
)  # fmt: skip
def test_a_bad_file_is_told_in_plain_words(name, content, says, tmp_path):
    told = problems(file(tmp_path, name, content))
    assert any(says in problem for problem in told), told
    assert all(len(problem) < 500 for problem in told)


def test_a_folder_is_no_file(tmp_path):
    folder = tmp_path / "orders.csv"
    folder.mkdir()
    assert "is a directory" in problems(str(folder))[0]


def test_a_path_with_nul_is_no_file():
    assert "NUL" in problems("a\0.csv")[0]


@pytest.mark.parametrize(
    ("name", "content", "limits", "says"),
    [
        ("a.json", " " * (1024 * 1024 + 1), Limits(max_file_mb=1), "at most 1 MB"),
        ("a.json", ARRAY, Limits(max_rows=1), "at most 1 rows or orders"),
        ("a.jsonl", JSONL + JSONL, Limits(max_rows=1), "at most 1 rows or orders"),
        ("a.csv", CSV, Limits(max_rows=1), "at most 1 rows or orders"),
        ("a.csv", CSV, Limits(max_columns=9), "at most 9 columns"),
        ("a.csv", CSV, Limits(max_text_characters=30), "30 characters at buyer.address"),
        ("a.json", PRETTY, Limits(max_text_characters=30), "$.parties[0].address"),
        ("a.json", '{"a": [[1]]}', Limits(max_nesting=2), "nested at most 2 deep"),
        ("a.jsonl", JSONL, Limits(max_nesting=2), "the setting max_nesting is the limit"),
    ],
)
def test_what_passes_a_limit_is_refused_not_cut(name, content, limits, says, tmp_path):
    told = problems(file(tmp_path, name, content), limits=limits)
    assert any(says in problem for problem in told), told


@pytest.mark.parametrize(
    ("name", "content", "limits"),
    [
        ("a.json", ARRAY, Limits(max_rows=2)),
        ("a.jsonl", JSONL + "\n\n" + JSONL, Limits(max_rows=2)),
        ("a.csv", CSV, Limits(max_rows=2, max_columns=len(CSV.splitlines()[0].split(",")))),
        ("a.json", PRETTY, Limits(max_nesting=5)),
    ],
)
def test_what_reaches_a_limit_is_read(name, content, limits, tmp_path):
    assert read_orders([file(tmp_path, name, content)], limits=limits)


def test_empty_standard_input_is_told():
    assert problems("-") == ["standard input: file must hold orders, got an empty file"]


def test_no_file_at_all_is_told():
    assert "at least one file" in problems()[0]


@pytest.mark.parametrize("form", ["csv", "jsonl", "xlsx"])
def test_the_template_is_read(form):
    [order] = read_orders(["-"], io.BytesIO(render_template(form)), answer_fields=None)
    assert (order.id, len(order.lines)) == ("PO-1042", 2)


@given(st.binary(max_size=200) | st.text(st.sampled_from('{}[]":,01aenull\\u \n')).map(str.encode))
def test_any_bytes_are_orders_or_told_what_is_wrong(data):
    try:
        end: object = read_orders(["-"], io.BytesIO(data), answer_fields=None)
    except InvalidInput as error:
        end = str(error).encode("utf-8")
    assert end
