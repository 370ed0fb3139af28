"""Identifiers: what is right gets its normal form, what is nearly right is refused."""

import pytest

from vigil.errors import InvalidInput
from vigil.ids.scheme import SCHEMES, parse_identifier


@pytest.mark.parametrize(
    ("scheme", "written", "normal"),
    [
        ("imo", "IMO 9187629", "9187629"),
        ("imo", "imo: 9074729", "9074729"),
        ("lei", "5299 00T8 BM49 AURS DO55", "529900T8BM49AURSDO55"),
        ("inn", "7707083893", "7707083893"),
        ("inn", "500100732259", "500100732259"),
        ("ogrn", "1027700132195", "1027700132195"),
        ("uscc", "91350100m000100y43", "91350100M000100Y43"),
        ("bic", "deut de ff", "DEUTDEFF"),
        ("bic", "DEUTDEFFXXX", "DEUTDEFF"),
        ("mmsi", "422 031 500", "422031500"),
        ("registration", "HRB 86-891", "HRB86891"),
        ("registration", "۱۴۰۰۵۴۴۱۸۵۶", "14005441856"),
        ("vat", "DE 123.456.789", "DE123456789"),
    ],
)
def test_an_identifier_has_one_normal_form(scheme: str, written: str, normal: str) -> None:
    assert parse_identifier(scheme, written) == normal
    assert parse_identifier(scheme, normal) == normal


@pytest.mark.parametrize(
    ("scheme", "written"),
    [
        pytest.param("imo", "9187628", id="check digit of a ship"),
        pytest.param("imo", "918762", id="six digits"),
        pytest.param("lei", "529900T8BM49AURSDO56", id="check digits of an LEI"),
        pytest.param("inn", "7707083892", id="check digit of an INN"),
        pytest.param("inn", "500100732258", id="last check digit of a person's INN"),
        pytest.param("ogrn", "1027700132194", id="check digit of an OGRN"),
        pytest.param("uscc", "91350100M000100Y44", id="check character"),
        pytest.param("uscc", "91350100I000100Y43", id="a letter that is left out"),
        pytest.param("bic", "DEUTDE", id="six characters"),
        pytest.param("mmsi", "42203150", id="eight digits"),
        pytest.param("registration", "--", id="nothing to read"),
        pytest.param("lie", "529900T8BM49AURSDO55", id="unknown scheme"),
    ],
)
def test_what_does_not_check_is_refused_with_its_path(scheme: str, written: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        parse_identifier(scheme, written, path="$.here")
    assert refused.value.problems[0].path == "$.here"


def test_a_company_may_have_an_imo_number_too() -> None:
    assert parse_identifier("imo", "IMO 1790183") == "1790183"


@pytest.mark.parametrize("scheme", sorted(SCHEMES))
@pytest.mark.parametrize("text", ["", "\ud800", "x" * 5000, "١٢٣"])
def test_any_text_is_read_or_refused(scheme: str, text: str) -> None:
    try:
        parse_identifier(scheme, text)
    except InvalidInput:
        return
    assert text


def test_a_misspelt_scheme_is_suggested() -> None:
    with pytest.raises(InvalidInput, match="did you mean 'registration'"):
        parse_identifier("registraton", "1")
