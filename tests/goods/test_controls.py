"""Which reason of control asks for a licence, on the shipped list of 2026-07-23."""

import pytest

from vigil.goods.control_words import to_read, why
from vigil.goods.controls import Need, controls_of
from vigil.store.worlds import open_world


@pytest.fixture(scope="module")
def shipped():
    return open_world(None).goods


@pytest.mark.parametrize(
    ("eccn", "country", "need", "reasons"),
    [
        # Germany's row: CB 1, NS 1, MT 1, RS 1; no NS 2
        ("3A001", "DE", Need.POSSIBLE, {"NS", "RS", "MT"}),
        ("3A001.A.7", "DE", Need.NONE, set()),
        ("3A001.B.2", "DE", Need.POSSIBLE, {"NS", "RS"}),
        ("3A001.Z.1.A", "DE", Need.LICENCE, {"RS"}),
        # China, the Emirates and Türkiye: NS 2 is marked for the first two only
        ("3A001", "CN", Need.LICENCE, {"NS", "RS", "MT", "NP"}),
        ("3A001.A.7", "CN", Need.LICENCE, {"NS"}),
        ("3A001", "AE", Need.LICENCE, {"NS", "RS", "MT", "NP"}),
        ("3A001.A.7", "TR", Need.NONE, set()),
        ("3A001.Z.1.B", "TR", Need.NONE, set()),
        ("3A001.Z.1.B", "AE", Need.LICENCE, {"NS", "RS"}),
        ("3A001.Z.1.B", "CN", Need.LICENCE, {"NS", "RS"}),
        ("3A611.Y", "CN", Need.LICENCE, {"RS"}),
        ("3A611.Y", "HK", Need.LICENCE, {"RS"}),
        ("3A611.Y", "DE", Need.NONE, set()),
        ("3A611.X", "DE", Need.LICENCE, {"NS", "RS"}),
        ("3A611.X", "CA", Need.NONE, set()),
        ("3A611.X", "IQ", Need.LICENCE, {"NS", "RS", "UN"}),
        ("5A992.C", "IN", Need.NONE, set()),
        ("5A992", "IN", Need.POSSIBLE, {"RS"}),
        ("7A994", "AE", Need.NONE, set()),
        ("7A994", "IR", Need.LICENCE, set()),
        ("7A994", "RU", Need.LICENCE, set()),
        ("9A012", "TR", Need.LICENCE, {"NS", "MT"}),
        ("9A012.B", "TR", Need.LICENCE, {"NS", "MT"}),
        ("9A012.A.1", "TR", Need.POSSIBLE, {"MT"}),
        ("9A120", "DE", Need.LICENCE, {"MT"}),
        ("9A120", "CA", Need.NONE, set()),
        ("9A515.E", "IN", Need.LICENCE, {"RS"}),
        ("9A991.A", "LB", Need.LICENCE, {"UN"}),
        ("9A991.A", "VE", Need.OPEN, {"UN"}),
        ("9A991.D", "VE", Need.NONE, set()),
        ("9A111", "GB", Need.LICENCE, {"ITAR"}),
        ("0A501.A", "GB", Need.LICENCE, {"FC"}),
        ("5A980", "CA", Need.LICENCE, {"SL"}),
        ("2B999", "PK", Need.LICENCE, {"RS"}),
        ("2B999", "AE", Need.NONE, set()),
        ("9E003", "CA", Need.OPEN, {"SI"}),
        ("9A018", "DE", Need.OPEN, {"none"}),
        ("2A994", "DE", Need.NONE, set()),
        ("3A991", "US", Need.NONE, set()),
    ],
)
def test_rows_read_by_hand_from_list_and_chart(shipped, eccn, country, need, reasons):
    controls = controls_of(shipped, eccn, country)
    assert controls.need is need
    assert reasons <= {answer.clause.reason for answer in controls.answers}
    if need is Need.NONE:
        assert controls.answers == ()


@pytest.mark.parametrize(
    ("country", "need"), [("IR", Need.OPEN), ("RU", Need.OPEN), ("DE", Need.NONE)]
)
def test_ear99_is_reached_by_embargoes_only(shipped, country, need):
    assert controls_of(shipped, "EAR99", country).need is need


def test_a_number_the_list_does_not_have_has_no_answer(shipped):
    assert controls_of(shipped, "9A112", "DE") is None


def test_a_country_without_a_row_stays_open(shipped):
    controls = controls_of(shipped, "3A991", "PR")
    assert (controls.need, controls.outside) == (Need.OPEN, "the Country Chart has no row for it")


def test_no_entry_is_without_an_answer(shipped):
    """Silence only where no control asks: every entry has controls."""
    assert set(shipped.clauses_by_eccn) == set(shipped.controlled_by_eccn)


def test_limits_that_matter_to_drones_are_told_in_words(shipped):
    controls = controls_of(shipped, "9A012.A.1", "TR")
    assert (
        why(controls)
        == "MT within limits (what can fly 300 km or more, or fits 9A120) (MT 1 marked)"
    )
    assert to_read(controls, "Türkiye").startswith("9A012 may need a US licence for Türkiye: MT")


def test_only_what_the_declared_paragraph_can_be_is_told(shipped):
    assert "z.2.a" not in why(controls_of(shipped, "3A001.Z.1", "DE"))
