import io

import pytest

from vigil.errors import InvalidInput
from vigil.report.template import render_template
from vigil.store.order_files import read_orders


def test_all_forms_say_the_same():
    table, lines, workbook = (
        read_orders(["-"], io.BytesIO(render_template(form)), answer_fields=None)
        for form in ("csv", "jsonl", "xlsx")
    )
    assert table == lines == workbook


def test_another_form_is_refused():
    with pytest.raises(InvalidInput, match="csv, jsonl or xlsx, got 'pdf'"):
        render_template("pdf")


def test_a_workbook_is_the_same_bytes_each_time():
    assert render_template("xlsx") == render_template("xlsx")
