import contextlib
import json
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vigil.errors import SourceChanged


def test_the_day_is_the_publishers(read_csl, csl_file, row):
    loaded = read_csl(csl_file(row("ACME")))
    assert (loaded.version, loaded.dated_by) == (date(2026, 7, 31), "publisher")


def test_a_file_without_a_day_is_dated_by_building(read_csl, csl_file, row):
    loaded = read_csl(csl_file(row("ACME"), search_performed_at=None))
    assert (loaded.version, loaded.dated_by) == (date(2026, 8, 7), "built")


@pytest.mark.parametrize(
    ("top", "message"),
    [
        ({"total": 2}, "`total` must be the count"),
        ({"results": []}, "must have 1 to 10 entries, got 0"),
        ({"search_performed_at": "yesterday"}, "a date must be like"),
        ({"offset": 0}, "unknown field `offset`"),
    ],
    ids=["count_differs", "no_rows", "bad_day", "unknown_field"],
)
def test_a_file_that_is_not_the_known_one_is_refused(read_csl, csl_file, row, top, message):
    data = csl_file(row("ACME"), **({"total": 0} if "results" in top else {}), **top)
    with pytest.raises(SourceChanged, match=message):
        read_csl(data)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"aliases": []}, r"unknown field `aliases`"),
        ({"name": 7}, r"Expected `str`, got `int`"),
        ({"name": " "}, "a row must have a name"),
        ({"source": "Secret List (SL) - Treasury Department"}, "a list must be one of"),
        ({"type": "Ghost"}, "type must be"),
        ({"entity_number": None}, "must have a number"),
        ({"start_date": "31/07/2026"}, "a date must be like"),
        ({"addresses": [{"planet": "Earth"}]}, "unknown field `planet`"),
    ],
    ids=["unknown", "wrong_type", "no_name", "list", "kind", "number", "date", "deep_unknown"],
)
def test_one_bad_row_refuses_the_whole_file(read_csl, csl_file, row, fields, message):
    with pytest.raises(SourceChanged, match=message):
        read_csl(csl_file(row("GOOD"), row("BAD") | fields))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<!doctype html><html>Service unavailable</html>",
        b"<CONSOLIDATED_LIST/>",
        b"[]",
        b"null",
        b"\xff\xfe{\x00}\x00",
        b'{"results": [{"source": "\xe9"}]}',
        b"[" * 200_000,
        b'{"results":' + b"[" * 200_000,
    ],
    ids=["empty", "html", "xml", "array", "null", "utf16", "latin1", "deep", "deep_rows"],
)
def test_what_is_not_the_lists_json_is_refused(read_csl, data):
    with pytest.raises(SourceChanged, match="must be JSON of the publisher's layout"):
        read_csl(data)


def test_no_prefix_of_the_file_is_a_smaller_list(read_csl, csl_file, row):
    data = csl_file(row("ACME"), row("БЕТА", entity_number=2), row("GAMMA", entity_number=3))
    for length in range(len(data)):
        with pytest.raises(SourceChanged):
            read_csl(data[:length])


def test_a_list_that_an_agency_left_out_refuses_the_file(read_csl, csl_file, row):
    with pytest.raises(SourceChanged, match="us_bis_el must have at least 1 entries, got 0"):
        read_csl(csl_file(row("ACME")), {"us_ofac_sdn": 1, "us_bis_el": 1})


def test_rows_of_one_number_are_one_entity_and_counted_as_the_publisher_does(
    read_csl, csl_file, row
):
    ssi = row("Gas", "Sectoral Sanctions Identifications List (SSI) - Treasury Department")
    mbs = row("Gas PAO", "Non-SDN Menu-Based Sanctions List (NS-MBS List) - Treasury Department")
    loaded = read_csl(csl_file(ssi | {"programs": ["A"]}, mbs | {"programs": ["A", "B"]}))
    (entity,) = loaded.entities
    assert (loaded.rows, entity.id, entity.programmes) == (2, "us_ofac_cons:1", ("A", "B"))
    assert [name.text for name in entity.names] == ["Gas", "Gas PAO"]
    assert entity.remarks.count("list: ") == 2


def test_a_lone_surrogate_in_a_name_is_refused(read_csl, csl_file, row):
    text = json.dumps(json.loads(csl_file(row("ACME")))).replace("ACME", r"AC\ud800ME")
    with pytest.raises(SourceChanged):
        read_csl(text.encode())


@given(st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_damaged_file_is_refused_or_read_never_a_crash(read_csl, csl_file, row, data):
    whole = bytearray(csl_file(row("ACME", alt_names=["БЕТА"], dates_of_birth=["1963"])))
    where = data.draw(st.integers(0, len(whole) - 1))
    whole[where : where + 1] = data.draw(st.binary(max_size=3))
    with contextlib.suppress(SourceChanged):
        assert read_csl(bytes(whole)).entities
