import io

import pytest

from vigil.errors import InvalidInput
from vigil.report.template import render_template
from vigil.store.order_files import read_orders


def test_both_forms_say_the_same():
    table, lines = (
        read_orders(["-"], io.BytesIO(render_template(form).encode()), answer_fields=None)
        for form in ("csv", "jsonl")
    )
    assert table == lines


def test_another_form_is_refused():
    with pytest.raises(InvalidInput, match="csv or jsonl, got 'pdf'"):
        render_template("pdf")
