"""Cases: the fold, the table, and what may never happen whatever is tried."""

from datetime import date

import msgspec
import pytest
from hypothesis import event as event_seen
from hypothesis import given, settings
from hypothesis import strategies as st

from vigil.case.case import HARD, Case, after, begin, fold
from vigil.case.events import (
    SYSTEM,
    Answered,
    Approved,
    Asked,
    Assigned,
    Attached,
    CaseEvent,
    Decided,
    Disposed,
    FoundThen,
    GapClosed,
    Noted,
    Opened,
    Refused,
    Reopened,
    Rescreened,
)
from vigil.case.policy import CasePolicy
from vigil.case.rules import check, persons_of
from vigil.case.states import State
from vigil.errors import IllegalStep

POLICY = CasePolicy()
STOP = FoundThen(id="f1", kind="listed_party", strength="stop", path="$.parties[0].name",
                 value="Orlo Trading", summary="…", entity="list:1", record="a" * 64,
                 score=9700)  # fmt: skip
REVIEW = FoundThen(id="f2", kind="red_flag", strength="review", path="$.payment", value=None,
                   summary="…")  # fmt: skip
NOTE = FoundThen(id="f3", kind="key_item", strength="note", path="$.lines[0].hs", value="8407.10",
                 summary="…")  # fmt: skip
SPELT = ["Ann", " ann ", "ann\u200b", "\uff41nn", "\u0430nn", "an\u00adn"]  # all of them ann
GAP = ("$.route[0].to", "no such place")


def opened(*findings: FoundThen, gaps: tuple[tuple[str, str], ...] = ()) -> Opened:
    return Opened(case="c1", by=SYSTEM, at=0, order="PO-1", screening=1, on=date(2026, 8, 7),
                  outcome="review", world="sha256:w", vigil="0.1.0", findings=findings,
                  not_checked=gaps)  # fmt: skip


def told(case: Case, *events: CaseEvent) -> Case:
    for event in events:
        check(case, event, POLICY)
        case = after(case, event)
    return case


def said(kind, by="ann", **fields):
    return kind(case="c1", by=by, at=0, **fields)


def false_match(finding: str, by="ann") -> Disposed:
    return said(
        Disposed, by, finding=finding, disposition="false_match", reason="another birth date"
    )


CLEAR = said(Decided, verdict="clear", reason="all is settled", needs_second=True)
STOPPED = said(Decided, verdict="stop", reason="a true match", needs_second=False)
TO_ANN = said(Assigned, to="ann")


class TestClear:
    def test_when_all_is_settled_and_a_second_person_approves(self):
        case = told(begin(opened(STOP, NOTE)), TO_ANN, false_match("f1"), CLEAR)
        assert (case.state, case.verdict) == (State.DECIDED, None)
        case = told(case, said(Approved, "bob", reason="agreed"))
        assert (case.state, case.verdict) == (State.CLOSED, "clear")

    def test_not_with_an_open_finding(self):
        case = told(begin(opened(STOP, REVIEW)), TO_ANN, false_match("f2"))
        with pytest.raises(IllegalStep, match="listed_party"):
            check(case, CLEAR, POLICY)

    def test_a_note_stands_in_nobody_s_way(self):
        assert told(begin(opened(NOTE)), TO_ANN, CLEAR).state is State.DECIDED

    def test_not_when_the_match_is_true(self):
        true = said(Disposed, finding="f1", disposition="true_match", reason="same passport",
                    resolved_by="a licence")  # fmt: skip
        case = told(begin(opened(STOP)), TO_ANN, true)
        with pytest.raises(IllegalStep, match="nothing is open"):
            check(case, CLEAR, POLICY)

    def test_a_true_review_that_was_resolved_can_be_cleared(self):
        true = said(Disposed, finding="f2", disposition="true_match", reason="so it is",
                    resolved_by="the payer is the buyer's parent, by its register")  # fmt: skip
        assert told(begin(opened(REVIEW)), TO_ANN, true, CLEAR).state is State.DECIDED

    def test_an_unsure_one_stays_open(self):
        unsure = said(Disposed, finding="f2", disposition="unsure", reason="cannot tell")
        case = told(begin(opened(REVIEW)), TO_ANN, unsure)
        with pytest.raises(IllegalStep, match="nothing is open"):
            check(case, CLEAR, POLICY)

    def test_not_with_something_not_checked(self):
        case = told(begin(opened(gaps=(GAP,))), TO_ANN)
        with pytest.raises(IllegalStep, match="not checked"):
            check(case, CLEAR, POLICY)
        closed = said(
            GapClosed, path=GAP[0], why=GAP[1], reason="it is Aktau, by the bill of lading"
        )
        assert told(case, closed, CLEAR).state is State.DECIDED


class TestSecondPerson:
    @pytest.mark.parametrize("approver", ["ann", "carl"])
    def test_is_nobody_who_had_a_hand_in_it(self, approver):
        case = told(begin(opened(STOP)), TO_ANN, false_match("f1", "carl"), CLEAR)
        with pytest.raises(IllegalStep, match="second person"):
            check(case, said(Approved, approver, reason="agreed"), POLICY)

    @pytest.mark.parametrize("name", SPELT)
    def test_is_not_the_first_one_spelt_otherwise(self, name):
        case = told(begin(opened(STOP)), TO_ANN, false_match("f1"), CLEAR)
        with pytest.raises(IllegalStep, match="second person"):
            check(case, said(Approved, name, reason="agreed"), POLICY)
        check(case, said(Approved, "anna", reason="agreed"), POLICY)

    @pytest.mark.parametrize("name", ["\u200b", "\u3164", "Vigil", "v\u0456gil", "vigil\u200b"])
    def test_is_not_nobody_and_not_vigil(self, name):
        case = told(begin(opened(STOP)), TO_ANN, false_match("f1"), CLEAR)
        with pytest.raises(IllegalStep, match=r"no person|reads as vigil"):
            check(case, said(Approved, name, reason="agreed"), POLICY)
        check(case, said(Approved, "virgil", reason="agreed"), POLICY)

    def test_is_needed_for_what_is_true_whatever_the_policy(self):
        alone = CasePolicy(four_eyes_on=())
        true = said(Disposed, finding="f2", disposition="true_match", reason="so it is",
                    resolved_by="the payer is the buyer's parent, by its register")  # fmt: skip
        by_one = said(Decided, verdict="clear", reason="settled", needs_second=False)
        case = told(begin(opened(REVIEW)), TO_ANN, true)
        with pytest.raises(IllegalStep, match="asks for a second person"):
            check(case, by_one, alone)
        check(case, CLEAR, alone)
        other = told(begin(opened(REVIEW)), TO_ANN, false_match("f2"))
        check(other, by_one, alone)

    def test_a_stop_needs_none_by_default_and_is_closed(self):
        case = told(begin(opened(STOP)), TO_ANN, STOPPED)
        assert (case.state, case.verdict) == (State.CLOSED, "stop")

    def test_who_decides_cannot_leave_out_the_second(self):
        case = told(begin(opened(NOTE)), TO_ANN)
        alone = said(Decided, verdict="clear", reason="settled", needs_second=False)
        with pytest.raises(IllegalStep, match="asks for a second person"):
            check(case, alone, POLICY)

    def test_may_refuse(self):
        case = told(begin(opened(NOTE)), TO_ANN, CLEAR, said(Refused, "bob", reason="no proof"))
        assert (case.state, case.decided) == (State.ASSIGNED, None)


class TestSteps:
    @pytest.mark.parametrize("event", [CLEAR, false_match("f1"), said(Approved, "bob", reason="x")])
    def test_nothing_is_decided_before_somebody_is_assigned(self, event):
        with pytest.raises(IllegalStep, match="must be a step from open"):
            check(begin(opened(STOP)), event, POLICY)

    def test_a_question_waits_for_its_answer(self):
        case = told(begin(opened(REVIEW)), TO_ANN, said(Asked, question="who pays?", of="sales"))
        assert case.state is State.WAITING
        case = told(case, said(Answered, "sales", field="who pays?", answer="the parent"))
        assert case.state is State.ASSIGNED

    def test_a_reason_must_say_something(self):
        case = told(begin(opened(STOP)), TO_ANN)
        empty = said(Disposed, finding="f1", disposition="false_match", reason=" ")
        with pytest.raises(IllegalStep, match="must have a reason"):
            check(case, empty, POLICY)

    def test_proof_must_be_attached(self):
        case = told(begin(opened(STOP)), TO_ANN)
        proved = said(Disposed, finding="f1", disposition="false_match", reason="see the register",
                      proof=("b" * 64,))  # fmt: skip
        with pytest.raises(IllegalStep, match="attached"):
            check(case, proved, POLICY)
        attached = said(Attached, sha256="b" * 64, name="register.pdf", size=10)
        assert not told(case, attached, proved).open_findings

    def test_vigil_itself_decides_nothing(self):
        case = told(begin(opened(NOTE)), TO_ANN)
        by_itself = said(Decided, SYSTEM, verdict="clear", reason="time is up", needs_second=True)
        with pytest.raises(IllegalStep, match="by a person"):
            check(case, by_itself, POLICY)

    def test_roles_are_held(self):
        policy = CasePolicy(roles={"ann": ("screen",), "bob": ("review",)})
        case = told(begin(opened(STOP)), TO_ANN)
        with pytest.raises(IllegalStep, match="role 'review'"):
            check(case, false_match("f1", "ann"), policy)
        check(case, false_match("f1", "bob"), policy)

    def test_another_case_s_event_is_refused(self):
        other = Noted(case="c2", by="ann", at=0, text="hello")
        with pytest.raises(IllegalStep, match="case c1"):
            fold([opened(), other])


class TestRescreening:
    def closed(self) -> Case:
        case = told(begin(opened(STOP)), TO_ANN, false_match("f1"), CLEAR)
        return told(case, said(Approved, "bob", reason="agreed"))

    def test_on_an_earlier_day_takes_nothing_away(self):
        """Else who screens in the lists of before the listing has a case with nothing open."""
        case = told(begin(opened(STOP, gaps=(GAP,))), TO_ANN)
        clear = msgspec.structs.replace(self.again(), outcome="clear")
        earlier = told(case, msgspec.structs.replace(clear, on=date(2026, 8, 6)))
        assert (earlier.open_findings, earlier.open_gaps) == ((STOP,), (GAP,))
        assert earlier.outcome == case.outcome
        with pytest.raises(IllegalStep, match="nothing is open"):
            check(earlier, CLEAR, POLICY)
        for day in (date(2026, 8, 7), date(2026, 8, 8)):  # delisted since
            later = told(case, msgspec.structs.replace(clear, on=day))
            assert (later.open_findings, later.open_gaps) == ((), ())
            assert told(later, msgspec.structs.replace(clear, on=date(2026, 8, 6))).on == day

    def again(self, *findings: FoundThen) -> Rescreened:
        return said(Rescreened, SYSTEM, screening=2, on=date(2026, 9, 1), outcome="review",
                    world="sha256:x", vigil="0.1.0", findings=findings, not_checked=(),
                    why="the list of 1 September")  # fmt: skip

    def test_the_same_finding_leaves_it_closed(self):
        case = told(self.closed(), self.again(STOP))
        assert (case.state, case.verdict, case.screening) == (State.CLOSED, "clear", 2)

    @pytest.mark.parametrize(
        "changed",
        [{"record": "b" * 64}, {"score": 9900}, {"value": "Orlo Trading FZE"}],
        ids=["the listed record", "the score", "the input"],
    )
    def test_what_changed_opens_it_again_and_the_disposition_is_gone(self, changed):
        case = told(self.closed(), self.again(msgspec.structs.replace(STOP, **changed)))
        assert (case.state, case.verdict) == (State.REOPENED, None)
        assert case.open_findings

    def test_a_new_finding_opens_it_again_and_the_old_disposition_stays(self):
        case = told(self.closed(), self.again(STOP, REVIEW))
        assert case.state is State.REOPENED
        assert [found.id for found in case.open_findings] == ["f2"]


PERSONS = st.sampled_from(["ann", "bob", SYSTEM])
FINDINGS = st.lists(st.sampled_from([STOP, REVIEW, NOTE]), unique=True).map(tuple)
EVENTS = st.one_of(
    st.builds(said, st.just(Assigned), PERSONS, to=PERSONS),
    st.builds(said, st.just(Asked), PERSONS, question=st.just("who?"), of=PERSONS),
    st.builds(said, st.just(Answered), PERSONS, field=st.just("who?"), answer=st.just("he")),
    st.builds(said, st.just(Disposed), PERSONS, finding=st.sampled_from(["f1", "f2", "f3"]),
              disposition=st.sampled_from(["true_match", "false_match", "unsure"]),
              reason=st.just("so"), resolved_by=st.sampled_from(["", "a licence"])),
    st.builds(said, st.just(GapClosed), PERSONS, path=st.just(GAP[0]), why=st.just(GAP[1]),
              reason=st.just("so")),
    st.builds(said, st.just(Decided), PERSONS, verdict=st.sampled_from(["clear", "stop"]),
              reason=st.just("so"), needs_second=st.booleans()),
    st.builds(said, st.just(Approved), PERSONS, reason=st.just("so")),
    st.builds(said, st.just(Refused), PERSONS, reason=st.just("so")),
    st.builds(said, st.just(Reopened), PERSONS, reason=st.just("so")),
    st.builds(said, st.just(Rescreened), st.just(SYSTEM), screening=st.just(2),
              on=st.just(date(2026, 9, 1)), outcome=st.just("review"), world=st.just("w"),
              vigil=st.just("0.1.0"), findings=FINDINGS, not_checked=st.sampled_from([(), (GAP,)]),
              why=st.just("so")),
)  # fmt: skip

GAP_CLOSED = said(GapClosed, path=GAP[0], why=GAP[1], reason="so")
SETTLING = [TO_ANN, *map(false_match, ("f1", "f2", "f3")), GAP_CLOSED, CLEAR,
            said(Approved, "bob", reason="so")]  # fmt: skip
# Mostly the steps of a case that is settled, in their order, with others between them.
RUNS = st.lists(st.one_of(EVENTS.map(lambda event: [event]), st.just(SETTLING)), max_size=8)


@given(FINDINGS, st.sampled_from([(), (GAP,)]), RUNS, st.lists(EVENTS, max_size=3), st.data())
@settings(max_examples=200)
def test_whatever_is_tried_nothing_open_is_ever_clear(findings, gaps, runs, between, data):
    case = begin(opened(*findings, gaps=gaps))
    done: list[CaseEvent] = [case.opened]
    events = [event for run in runs for event in run]
    for event in between:
        events.insert(data.draw(st.integers(0, len(events))), event)
    for event in events:
        try:
            check(case, event, POLICY)
        except IllegalStep:
            continue
        if isinstance(event, Approved):
            assert event.by not in persons_of(case)
        case = after(case, event)
        done.append(event)
        if case.verdict == "clear":
            event_seen("cleared")
            settled = {i for i, d in case.dispositions.items() if d.disposition != "unsure"}
            assert all(f.id in settled for f in case.findings if f.strength in HARD)
            assert set(case.not_checked) <= set(case.closed_gaps)
            assert case.approved is not None
            assert case.decided is not None
            assert case.approved.by != case.decided.by
            assert SYSTEM not in {case.approved.by, case.decided.by}
    assert fold(done) == case
