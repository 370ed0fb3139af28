"""A policy counts when it was tested, has a reason, and a second person where one is asked for."""

import msgspec
import pytest

from vigil.case.policy import CasePolicy
from vigil.case.policy_file import parse_policy
from vigil.case.policy_steps import (
    Activated,
    ActivationApproved,
    ActivationRefused,
    Policies,
    Replayed,
    after_policy_step,
    check_policy_step,
)
from vigil.errors import IllegalStep, InvalidInput

ONE = 'version = "1"\nfour_eyes_on = ["clear"]\n[screening]\nmax_list_age_days = 14\n'
TWO = 'version = "2"\n'


def replay(text: str) -> Replayed:
    return Replayed(
        file=parse_policy(text).sha256, by="ann", at=0, world="w", screenings=3, changed=0
    )


def activated(text: str, by="ann", needs_second=True, reason="lists come weekly") -> Activated:
    policy = parse_policy(text)
    return Activated(file=policy.sha256, by=by, at=1, version=policy.version, text=text,
                     reason=reason, needs_second=needs_second)  # fmt: skip


def second(kind, text: str, by="bob"):
    return kind(file=parse_policy(text).sha256, by=by, at=2, reason="agreed")


def told(now: Policies, *events) -> Policies:
    for event in events:
        check_policy_step(now, event)
        now = after_policy_step(now, event)
    return now


class TestPersons:
    @pytest.mark.parametrize("name", ["Ann", "ann ", "\u0430nn"])
    def test_who_activates_cannot_approve_under_another_spelling(self, name):
        now = told(Policies(), replay(ONE), activated(ONE))
        with pytest.raises(IllegalStep, match="second person"):
            check_policy_step(now, second(ActivationApproved, ONE, by=name))
        check_policy_step(now, second(ActivationApproved, ONE, by="anna"))

    @pytest.mark.parametrize("name", ["Ann", "\u0430nn", "VIGIL"])
    def test_roles_are_of_persons_whom_a_reader_tells_apart(self, name):
        roles = '[roles]\nann = ["admin"]\n"{}" = ["review", "approve"]\n'
        with pytest.raises(InvalidInput, match=r"told apart|not Vigil's"):
            parse_policy('version = "1"\n' + roles.format(name))
        parse_policy('version = "1"\n' + roles.format("anna"))


class TestFile:
    def test_it_holds_both_sorts_of_settings(self):
        policy = parse_policy(ONE)
        assert (policy.cases.four_eyes_on, policy.screening.max_list_age_days) == (("clear",), 14)
        assert policy.cases.due_days == CasePolicy().due_days

    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ('version = "1"\ndue_day = 3', "did you mean 'due_days'"),
            ('version = "1"\n[screening]\nmax_age = 3', "unknown setting 'max_age'"),
            ('version = "1"\nscreening = 3', "must be a table"),
            ('version = "1"\ndue_days = -1', "from 0 to 3650"),
            ('version = "1"\ndue_days = "ten"', "expected `int`"),
            ('version = "1"\nfour_eyes_on = ["claer"]', "claer"),
            ("due_days = 3", "must have a version"),
            ("version = ", "must be TOML"),
            ('version = "1"\n[roles]\nann = ["admin"]', "somebody else"),
            ('version = "1"\n[roles]\nann = ["review"]', "the role 'admin'"),
        ],
    )
    def test_what_is_wrong_is_told(self, text, told):
        with pytest.raises(InvalidInput, match=told):
            parse_policy(text)

    def test_every_unknown_key_is_told_at_once(self):
        with pytest.raises(InvalidInput) as error:
            parse_policy('version = "1"\na = 1\nb = 2\n[screening]\nc = 3')
        assert [problem.path for problem in error.value.problems] == ["$.a", "$.b", "$.screening.c"]

    def test_two_persons_are_enough(self):
        text = 'version = "1"\n[roles]\nann = ["admin"]\nbob = ["approve"]\n'
        assert parse_policy(text).cases.may("bob", "approve")


class TestActivation:
    def test_it_counts_when_a_second_person_approves(self):
        waiting = told(Policies(), replay(ONE), activated(ONE))
        assert (waiting.active, waiting.cases) == (None, CasePolicy())
        now = told(waiting, second(ActivationApproved, ONE))
        assert now.active == parse_policy(ONE)

    def test_it_counts_at_once_where_the_policy_so_far_asks_for_no_second(self):
        now = told(Policies(), replay(ONE), activated(ONE), second(ActivationApproved, ONE))
        now = told(now, replay(TWO), activated(TWO, needs_second=False))
        assert now.active == parse_policy(TWO)

    def test_who_activates_cannot_leave_out_the_second(self):
        with pytest.raises(IllegalStep, match="asks for a second person"):
            told(Policies(), replay(ONE), activated(ONE, needs_second=False))

    def test_nobody_approves_their_own(self):
        waiting = told(Policies(), replay(ONE), activated(ONE))
        with pytest.raises(IllegalStep, match="second person"):
            check_policy_step(waiting, second(ActivationApproved, ONE, by="ann"))

    def test_a_test_of_another_file_is_none(self):
        with pytest.raises(IllegalStep, match="must be tested"):
            told(Policies(), replay(ONE), activated(ONE + "# a comment\n"))

    def test_what_was_refused_does_not_count_and_cannot_be_approved(self):
        now = told(Policies(), replay(ONE), activated(ONE), second(ActivationRefused, ONE))
        assert now.active is None
        with pytest.raises(IllegalStep, match="must wait"):
            check_policy_step(now, second(ActivationApproved, ONE))

    def test_a_version_is_one_file_for_ever(self):
        now = told(Policies(), replay(ONE), activated(ONE), second(ActivationApproved, ONE))
        other = ONE.replace("14", "15")
        with pytest.raises(IllegalStep, match="give this one a new version"):
            told(now, replay(other), activated(other, needs_second=False))

    def test_it_needs_a_reason(self):
        with pytest.raises(IllegalStep, match="reason"):
            told(Policies(), replay(ONE), activated(ONE, reason=" "))

    def test_roles_of_the_policy_so_far_count(self):
        roles = 'version = "1"\n[roles]\nann = ["admin"]\nbob = ["approve"]\n'
        now = told(Policies(), replay(roles), activated(roles), second(ActivationApproved, roles))
        assert told(now, replay(TWO), activated(TWO)).waiting is not None
        with pytest.raises(IllegalStep, match="role 'screen'"):
            check_policy_step(now, msgspec.structs.replace(replay(TWO), by="eve"))
