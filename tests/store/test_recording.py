from datetime import date

import pytest

from tests.lists.un_list import OTHERS, SENTINELS, un_file
from vigil.errors import InvalidInput
from vigil.lists.countries import Countries
from vigil.store.history import History, Step
from vigil.store.recording import record_sources

TODAY = date(2026, 7, 31)


@pytest.fixture
def record(tmp_path):
    """Record files by their source, name and bytes; what became of each."""

    def run(*named):
        sources = []
        for source_id, name, data in named:
            if data is not None:
                (tmp_path / name).write_bytes(data)
            sources.append((source_id, tmp_path / name))
        history = History(tmp_path / "history")
        recorded = record_sources(history, sources, Countries({}), as_of=None, today=TODAY)
        return [one.event.step if one.event else one.problem for one in recorded], history

    return run


WHOLE = un_file("2026-07-30", SENTINELS, OTHERS)["un.xml"]


def test_a_list_that_fails_never_stops_the_others(record):
    html = b"<!DOCTYPE html><html><body>Service unavailable</body></html>"
    steps, history = record(
        ("us_csl", "missing.json", None), ("us_csl", "csl.json", html), ("un_sc", "un.xml", WHOLE)
    )
    assert steps[1:] == [Step.STOPPED, Step.RECORDED]
    assert "us_csl must be readable" in steps[0]
    assert "csl.json is an HTML page" in history.events()[0].reasons[0]
    assert set(history.in_force(TODAY)) == {"un_sc"}


@pytest.mark.parametrize("share", [0, 0.001, 0.3, 0.5, 0.9, 0.999])
def test_no_beginning_of_a_list_comes_into_force(record, share):
    [step], history = record(("un_sc", "un.xml", WHOLE[: int(len(WHOLE) * share)]))
    assert step is Step.STOPPED
    assert history.in_force(TODAY) == {}


def test_a_list_without_its_sentinels_is_stopped(record):
    [step], history = record(("un_sc", "un.xml", un_file("2026-07-30", OTHERS)["un.xml"]))
    assert step is Step.STOPPED
    assert "'ABU SAYYAF GROUP' (un_sc:QDe.001) is not found" in history.events()[0].reasons[0]


def test_a_whole_list_in_wrong_letters_is_stopped(record):
    """UTF-8 that somebody read as Latin-1 and wrote again is still well-formed."""
    names = {f"CDe.{n:03}": f"Société {n}".encode().decode("latin-1") for n in range(500)}
    [step], history = record(("un_sc", "un.xml", un_file("2026-07-30", SENTINELS, names)["un.xml"]))
    assert step is Step.STOPPED
    [reason] = history.events()[0].reasons
    assert reason.startswith("500 names have UTF-8 read as a Latin code page, like 'SociÃ©tÃ© 0'")


def test_an_unknown_source_records_nothing(record, tmp_path):
    with pytest.raises(InvalidInput, match="a source must be one of"):
        record(("un_sc", "un.xml", WHOLE), ("nowhere", "x", b"x"))
    assert not (tmp_path / "history").exists()
