"""The drawing of states and steps is the table's."""

from tools.case_states import PAGE, drawn, page
from vigil.case.states import TABLE, State


def test_the_page_is_fresh():
    text = PAGE.read_text(encoding="utf-8")
    assert text == page(text), "run `python tools/case_states.py`"
    assert drawn() in text


def test_every_state_is_reached_and_every_step_told():
    told = drawn()
    for state in State:
        assert f"--> {state}" in told
    for way in TABLE:
        assert f"| {way.step.value.replace('_', '-')} |" in told
