"""Accepted matches: two persons, one input, one record, one scoring, until a day; then it ends."""

from datetime import date, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigil.case.acceptance import (
    Acceptance,
    Approved,
    Proposed,
    Refused,
    Standing,
    Withdrawn,
    after_step,
    check_proposal,
    check_step,
    fold_acceptance,
    why_ended,
)
from vigil.case.binding import Binding, bindings, folded, input_sha256, record_sha256
from vigil.case.policy import CasePolicy
from vigil.case.suppression import MATCH_AGAIN, with_acceptances
from vigil.decide import outcome_of, weigh
from vigil.errors import IllegalStep
from vigil.model.decision import Decision, Outcome, Screened, WorldUsed
from vigil.model.entity import Entity, Name
from vigil.model.finding import Finding, FindingKind, Ground, Matched, NotChecked, Screen, Strength
from vigil.model.order import Kind, Line, Order, Owner, Party, Role
from vigil.parties.subjects import subjects_of
from vigil.routes.indicators import INDICATORS

K, G = FindingKind, Ground
DAY = 86_400_000
TODAY = date(1970, 1, 11)
LAST = date(1970, 3, 1)
POLICY = CasePolicy()
ENTITY = Entity("list:1", "list", Kind.ORGANISATION, (Name("Orlo Trading"),))
BUYER = Party(Role.BUYER, "Orlo Tradings", country="AE", address="Deira 4")
ORDER = Order("PO-1", date(1970, 1, 10), (BUYER,), (Line(1, hs="854231"),))


def match(*grounds: Ground, path="$.parties[0].name", entity="list:1") -> Finding:
    return Finding(
        Screen.PARTIES, K.LISTED_PARTY, path, entity, "It is near.", value="Orlo Tradings",
        grounds=grounds, score=0.95, matched=Matched(entity, "Orlo Trading", "list"),
    )  # fmt: skip


GOODS = Finding(Screen.GOODS, K.KEY_ITEM, "$.lines[0].hs", "854231", "A key item.")

LOOKS_LISTED = Finding(Screen.ROUTES, K.RED_FLAG, "$.parties[0].name", "looks_listed", "It is.",
                       grounds=(G.WEIGHT_HIGH,))  # fmt: skip


def decision(*findings: Finding, gaps: tuple[NotChecked, ...] = ()) -> Decision:
    weighed = weigh(findings)
    return Decision("PO-1", outcome_of(weighed, gaps), ORDER.date, tuple(weighed), gaps,
                    Screened(1, 1, 0), WorldUsed("sha256:w", ()), "0.1.0")  # fmt: skip


def bound(found: Decision, order=ORDER, entity=ENTITY, scoring="s1"):
    return list(bindings(found, order, {"list:1": entity}.get, scoring))


def proposed(found: Decision, **changes) -> Proposed:
    finding, binding = bound(found)[0]
    event = Proposed(acceptance="a1", by="ann", at=10 * DAY, reason="another register number",
                     binding=binding, strength=finding.strength, name="Orlo Tradings",
                     listed="Orlo Trading", last_day=LAST)  # fmt: skip
    return msgspec.structs.replace(event, **changes)


def step(kind, by="bob", at=10 * DAY, reason="so it is"):
    return kind(acceptance="a1", by=by, at=at, reason=reason)


def accepted(found: Decision, **changes) -> Acceptance:
    return fold_acceptance([proposed(found, **changes), step(Approved)])


CLOSE = decision(match(G.NAME_CLOSE))


class TestPersons:
    def test_one_proposes_and_another_approves(self):
        check_proposal(proposed(CLOSE), CLOSE.findings[0], POLICY)
        waiting = Acceptance(proposed(CLOSE))
        check_step(waiting, step(Approved), POLICY)
        assert after_step(waiting, step(Approved)).state is Standing.APPROVED

    @pytest.mark.parametrize("kind", [Approved, Refused])
    def test_nobody_judges_their_own(self, kind):
        with pytest.raises(IllegalStep, match="second person"):
            check_step(Acceptance(proposed(CLOSE)), step(kind, "ann"), POLICY)

    @pytest.mark.parametrize("name", ["Ann", " ann ", "\u0430nn", "ann\u200b"])
    def test_nor_under_another_spelling(self, name):
        with pytest.raises(IllegalStep, match="second person"):
            check_step(Acceptance(proposed(CLOSE)), step(Approved, name), POLICY)
        check_step(Acceptance(proposed(CLOSE)), step(Approved, "anna"), POLICY)

    def test_who_proposed_may_withdraw(self):
        check_step(Acceptance(proposed(CLOSE)), step(Withdrawn, "ann"), POLICY)

    @pytest.mark.parametrize("by", ["", " ", "vigil"])
    def test_nobody_or_vigil_itself_cannot(self, by):
        with pytest.raises(IllegalStep, match="a person's"):
            check_proposal(proposed(CLOSE, by=by), CLOSE.findings[0], POLICY)

    def test_a_reason_says_something(self):
        with pytest.raises(IllegalStep, match="reason"):
            check_step(Acceptance(proposed(CLOSE)), step(Approved, reason=" "), POLICY)

    def test_roles_count(self):
        policy = CasePolicy(roles={"bob": ("review",), "eve": ("approve",)})
        check_step(Acceptance(proposed(CLOSE)), step(Approved, "eve"), policy)
        with pytest.raises(IllegalStep, match="role 'approve'"):
            check_step(Acceptance(proposed(CLOSE)), step(Approved, "bob"), policy)

    @pytest.mark.parametrize("ending", [Refused, Withdrawn])
    def test_what_has_ended_is_never_approved(self, ending):
        ended = after_step(Acceptance(proposed(CLOSE)), step(ending))
        with pytest.raises(IllegalStep, match="can't be approved"):
            check_step(ended, step(Approved), POLICY)


class TestProposal:
    def test_a_unique_number_that_stops_is_never_accepted(self):
        found = decision(match(G.NAME_CLOSE, G.IDENTIFIER_EQUAL))
        with pytest.raises(IllegalStep, match="unique identifier"):
            check_proposal(proposed(found), found.findings[0], POLICY)

    def test_one_that_only_limits_may_be(self):
        found = decision(match(G.IDENTIFIER_EQUAL, G.LIMITS_ONLY))
        check_proposal(proposed(found), found.findings[0], POLICY)

    def test_only_a_match_is_accepted(self):
        owned = msgspec.structs.replace(CLOSE.findings[0], kind=K.OWNED_BY_LISTED)
        with pytest.raises(IllegalStep, match="only a match"):
            check_proposal(proposed(CLOSE), owned, POLICY)

    @pytest.mark.parametrize(
        ("days", "allowed"), [(-1, False), (0, True), (365, True), (366, False)]
    )
    def test_it_ends_within_the_days_of_the_policy(self, days, allowed):
        event = proposed(CLOSE, last_day=TODAY + timedelta(days=days))
        if allowed:
            check_proposal(event, CLOSE.findings[0], POLICY)
            return
        with pytest.raises(IllegalStep, match="within 365 days"):
            check_proposal(event, CLOSE.findings[0], POLICY)

    def test_it_is_not_approved_after_its_last_day(self):
        waiting = Acceptance(proposed(CLOSE, last_day=TODAY))
        check_step(waiting, step(Approved), POLICY)
        with pytest.raises(IllegalStep, match="propose it anew"):
            check_step(waiting, step(Approved, at=11 * DAY), POLICY)


class TestInput:
    def test_it_is_the_same_in_another_place_case_and_width(self):
        second = msgspec.structs.replace(BUYER, name=" ＯＲＬＯ  tradings")
        other = msgspec.structs.replace(ORDER, id="PO-2", parties=(Party(Role.BANK, "B"), second))
        assert self.hash_of(other, 1) == self.hash_of(ORDER, 0)

    @pytest.mark.parametrize(
        "change",
        [
            {"name": "Orlo Trading"}, {"country": "IR"}, {"country": None},
            {"role": Role.CONSIGNEE}, {"kind": Kind.PERSON}, {"birth_date": "1961"},
            {"address": "Deira 5"}, {"identifiers": {"lei": "5493001KJTIIGC8Y1R12"}},
        ],
        ids=lambda change: next(iter(change)),
    )  # fmt: skip
    def test_whatever_says_who_it_is_makes_another(self, change):
        other = msgspec.structs.replace(ORDER, parties=(msgspec.structs.replace(BUYER, **change),))
        assert self.hash_of(other, 0) != self.hash_of(ORDER, 0)

    def test_numbers_are_in_normal_form(self):
        plain, spaced = ({"imo": "9187629"}, {"imo": "IMO 9187629"})
        orders = [
            msgspec.structs.replace(ORDER, parties=(msgspec.structs.replace(BUYER, identifiers=i),))
            for i in (plain, spaced)
        ]
        assert self.hash_of(orders[0], 0) == self.hash_of(orders[1], 0)

    def test_names_with_one_transcription_are_two_persons(self):
        assert folded("张伟") != folded("章伟")

    def test_an_owner_is_not_the_party(self):
        owner = Owner(BUYER.name, BUYER.country)
        order = msgspec.structs.replace(
            ORDER, parties=(msgspec.structs.replace(BUYER, address=None, owners=(owner,)),)
        )
        assert self.hash_of(order, 0) != self.hash_of(order, 1)

    def hash_of(self, order: Order, number: int) -> str:
        return input_sha256(order, list(subjects_of(order))[number])


class TestSuppression:
    def test_an_accepted_stop_is_a_note_that_names_the_acceptance(self):
        after = with_acceptances(CLOSE, bound(CLOSE), lambda _: [accepted(CLOSE)], TODAY)
        assert after.outcome is Outcome.CLEAR
        [note] = after.findings
        assert (note.strength, note.id, note.score) == (Strength.NOTE, CLOSE.findings[0].id, 0.95)
        for word in ("a1", "ann", "bob", "another register number", "1970-03-01"):
            assert word in note.summary

    def test_what_rested_on_it_is_weighed_anew(self):
        found = decision(match(G.NAME_CLOSE), GOODS)
        assert found.findings[1].strength is Strength.REVIEW
        after = with_acceptances(found, bound(found), lambda _: [accepted(found)], TODAY)
        assert [f.strength for f in after.findings] == [Strength.NOTE, Strength.NOTE]

    def test_a_flag_that_says_the_same_again_is_a_note(self):
        found = decision(match(G.NAME_CLOSE), LOOKS_LISTED)
        after = with_acceptances(found, bound(found), lambda _: [accepted(found)], TODAY)
        assert after.outcome is Outcome.CLEAR
        assert "accepted" in after.findings[1].summary

    @pytest.mark.parametrize(
        "other", ["another entry", "another place", "another flag"], ids=lambda other: other
    )
    def test_a_flag_that_says_more_stays(self, other):
        flag, more = LOOKS_LISTED, ()
        if other == "another entry":
            more = (match(G.NAME_NEAR, entity="list:2"),)
        elif other == "another place":
            flag = msgspec.structs.replace(flag, path="$.parties[1].name")
        else:
            flag = msgspec.structs.replace(flag, subject="tie_with_listed")
        found = decision(match(G.NAME_CLOSE), flag, *more)
        after = with_acceptances(found, bound(found), lambda _: [accepted(found)], TODAY)
        kept = next(f for f in after.findings if f.kind is K.RED_FLAG)
        assert (kept.strength, after.outcome) == (Strength.REVIEW, Outcome.REVIEW)

    def test_the_flags_that_say_a_match_again_are_indicators(self):
        assert set(INDICATORS) >= MATCH_AGAIN

    def test_what_was_not_checked_is_so_still(self):
        found = decision(match(G.NAME_CLOSE), gaps=(NotChecked("$.x", "why"),))
        after = with_acceptances(found, bound(found), lambda _: [accepted(found)], TODAY)
        assert after.outcome is Outcome.INCOMPLETE

    def test_a_number_that_came_later_stops(self):
        found = decision(match(G.NAME_CLOSE, G.IDENTIFIER_EQUAL))
        after = with_acceptances(found, bound(found), lambda _: [accepted(CLOSE)], TODAY)
        assert after == found

    def test_a_review_that_became_a_stop_stops(self):
        near = decision(match(G.NAME_NEAR))
        kept = accepted(near)
        assert with_acceptances(near, bound(near), lambda _: [kept], TODAY).outcome == "clear"
        assert with_acceptances(CLOSE, bound(CLOSE), lambda _: [kept], TODAY) == CLOSE

    def test_the_day_of_the_clock_counts_and_not_the_order_s(self):
        kept = accepted(CLOSE)
        late = with_acceptances(CLOSE, bound(CLOSE), lambda _: [kept], LAST + timedelta(days=1))
        assert late == CLOSE
        assert with_acceptances(CLOSE, bound(CLOSE), lambda _: [kept], LAST) != CLOSE

    def test_a_record_read_with_one_name_more_ends_it(self):
        more = msgspec.structs.replace(ENTITY, names=(*ENTITY.names, Name("Orlo")))
        assert record_sha256(more) != record_sha256(ENTITY)
        found = bound(CLOSE, entity=more)
        assert with_acceptances(CLOSE, found, lambda _: [accepted(CLOSE)], TODAY) == CLOSE


SOME = st.sampled_from(["a", "b"])
BINDING = st.builds(Binding, input=SOME, entity=SOME, record=SOME, scoring=SOME)
GROUNDS = st.lists(
    st.sampled_from([G.NAME_CLOSE, G.NAME_NEAR, G.IDENTIFIER_EQUAL, G.COUNTRY_CONTRADICTS,
                     G.LIMITS_ONLY, G.MAKER_OF_GOODS]), unique=True,
)  # fmt: skip
ENDINGS = st.sampled_from([None, Refused, Approved, Withdrawn])


@given(
    GROUNDS, BINDING, BINDING, ENDINGS, st.integers(0, 20), st.booleans(),
    st.sampled_from([Strength.STOP, Strength.REVIEW]), st.booleans(),
)  # fmt: skip
def test_an_ended_acceptance_never_suppresses(
    grounds, now, then, ending, days, is_withdrawn, strength, has_gap
):
    gaps = (NotChecked("$.x", "why"),) if has_gap else ()
    found = decision(match(*grounds), match(G.NAME_NEAR, entity="list:2"), GOODS, gaps=gaps)
    event = proposed(CLOSE, binding=then, strength=strength, last_day=TODAY)
    steps = [] if ending is None else [step(ending)]
    steps += [step(Withdrawn)] if is_withdrawn and ending is Approved else []
    kept = fold_acceptance([event, *steps])
    at = next(f for f in found.findings if f.subject == "list:1")
    today = TODAY + timedelta(days=days - 10)
    after = with_acceptances(found, [(at, now)], lambda _: [kept], today)

    stands = (
        kept.state is Standing.APPROVED
        and today <= TODAY
        and now == then
        and not (at.strength is Strength.STOP and G.IDENTIFIER_EQUAL in grounds)
        and not (at.strength is Strength.STOP and strength is Strength.REVIEW)
    )
    assert (why_ended(kept, at, now, max(today, ORDER.date)) is None) == stands
    if not stands:
        assert after == found
        return
    assert next(f for f in after.findings if f.id == at.id).strength is Strength.NOTE
    # Nothing else changes: the other match and what was not checked, and all keep their reasons.
    other = [f for f in found.findings if f.id != at.id]
    assert [f for f in after.findings if f.id != at.id] == other
    same = {"findings": found.findings, "outcome": found.outcome}
    assert msgspec.structs.replace(after, **same) == found
    assert after.outcome == outcome_of(after.findings, gaps) != Outcome.CLEAR


TRIED = st.lists(
    st.tuples(
        st.sampled_from([Approved, Refused, Withdrawn]),
        st.sampled_from(["ann", "bob", "vigil", ""]),
    ),
    max_size=6,
)


@given(TRIED)
def test_whatever_is_tried_what_counts_has_two_persons(tried):
    kept = Acceptance(proposed(CLOSE))
    for kind, by in tried:
        try:
            check_step(kept, step(kind, by), POLICY)
        except IllegalStep:
            continue
        assert kept.state in (Standing.PROPOSED, Standing.APPROVED)  # what has ended stays ended
        kept = after_step(kept, step(kind, by))
    if kept.state is Standing.APPROVED:
        assert kept.approved is not None
        assert kept.approved.by == "bob"
