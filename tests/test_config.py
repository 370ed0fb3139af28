"""A business's own settings: nothing misspelt or out of range passes in silence."""

from pathlib import Path

import pytest

from vigil.config import Settings, load_limits, load_policy
from vigil.errors import InvalidInput
from vigil.model.limits import Limits
from vigil.model.policy import Policy
from vigil.model.provision import Jurisdiction

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_without_settings_the_defaults_count():
    assert load_policy() == Policy(30, ())


def test_a_variable_counts_before_the_file(folder, monkeypatch):
    (folder / "vigil.toml").write_text('max_list_age_days = 7\nrequire_sources = ["us_csl"]')
    monkeypatch.setenv("VIGIL_MAX_LIST_AGE_DAYS", "3")
    assert load_policy() == Policy(3, ("us_csl",))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("max_list_age_days = -1", "greater than or equal to 0, got -1 at max_list_age_days"),
        ("max_list_age_day = 3", "did you mean 'max_list_age_days'?"),
        ('require_sources = "us_csl"', "got 'us_csl' at require_sources"),
        ("[[[", "settings must be readable"),
        ("a = '\xff'", "unknown setting 'a'"),
    ],
)
def test_a_bad_file_is_refused(text, told, folder):
    (folder / "vigil.toml").write_text(text, "utf-8")
    with pytest.raises(InvalidInput, match=r".") as refused:
        load_policy()
    assert told in str(refused.value)


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("VIGIL_MAX_LIST_AGE_DAYS", "abc", "got 'abc' at max_list_age_days"),
        ("VIGIL_MAX_LIST_AGE_DAYS", "", "got '' at max_list_age_days"),
        ("VIGIL_MAX_LIST_AGE_DAY", "3", "known are VIGIL_MAX_LIST_AGE_DAYS"),
        ("VIGIL_REQUIRE_SOURCES", "us_csl", 'must be JSON, like ["us_csl"]'),
    ],
)
def test_a_bad_variable_is_refused(name, value, told, monkeypatch):
    monkeypatch.setenv(name, value)
    with pytest.raises(InvalidInput) as refused:
        load_policy()
    assert told in str(refused.value)


def test_a_folder_is_no_settings_file(folder):
    (folder / "vigil.toml").mkdir()
    with pytest.raises(InvalidInput, match="settings must be a file"):
        load_policy()


def test_limits_are_settings(folder, monkeypatch):
    (folder / "vigil.toml").write_text("max_rows = 5\nmax_nesting = 7")
    monkeypatch.setenv("VIGIL_MAX_ROWS", "3")
    assert load_limits() == Limits(max_rows=3, max_nesting=7)


def test_whose_law_counts_is_set(folder):
    (folder / "vigil.toml").write_text('jurisdictions = ["US"]\nexporter_country = "DE"')
    policy = load_policy()
    assert (policy.jurisdictions, policy.exporter_country) == ((Jurisdiction.US,), "DE")


@pytest.mark.parametrize(
    "text",
    ['jurisdictions = ["USA"]', 'exporter_country = "Germany"', "law_nearby_days = -1"],
)
def test_whose_law_counts_is_checked(text, folder):
    (folder / "vigil.toml").write_text(text)
    with pytest.raises(InvalidInput):
        load_policy()


def test_every_setting_is_in_the_docs():
    docs = (ROOT / "docs/orders.md").read_text() + (ROOT / "README.md").read_text()
    assert [name for name in Settings.model_fields if f"`{name}`" not in docs] == []


def test_a_text_may_not_be_longer_than_the_contract_lets_it(monkeypatch):
    monkeypatch.setenv("VIGIL_MAX_TEXT_CHARACTERS", "10001")
    with pytest.raises(InvalidInput, match="less than or equal to 10000"):
        load_limits()
