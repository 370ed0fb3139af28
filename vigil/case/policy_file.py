"""A policy as a file: what a business allows in its cases, and its settings for screening. TOML.

    version = "2026-11"
    four_eyes_on = ["clear", "stop", "policy"]
    due_days = 5

    [roles]
    ann = ["screen", "review"]
    bob = ["review", "approve", "admin"]
    eve = ["approve"]

    [screening]
    max_list_age_days = 14

What is left out has its default; an unknown key is an error. The file's sha256 names it.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

import msgspec

from vigil.case.persons import is_person, readings
from vigil.case.policy import CasePolicy
from vigil.errors import InputProblem, InvalidInput
from vigil.model.policy import Policy
from vigil.model.suggestion import did_you_mean

SCREENING = "screening"  # the table of the screening's settings
NUMBERS = {  # least and most
    "due_days": (0, 3650), "acceptance_days": (1, 3650), "retention_days": (1826, 36_525),
    "max_list_age_days": (0, 3650), "law_nearby_days": (0, 366),
}  # fmt: skip
S = TypeVar("S", bound=msgspec.Struct)


class PolicyFile(msgspec.Struct, frozen=True):
    """A policy with the text that it was read from."""

    text: str
    cases: CasePolicy
    screening: Policy

    @property
    def sha256(self) -> str:
        """What names it: the hash of its text."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def version(self) -> str:
        """What its authors call it."""
        return self.cases.version


def parse_policy(text: str) -> PolicyFile:
    """A policy from its text.

    Raises:
        InvalidInput: it is no TOML, or with every unknown key, wrong value and missing person.
    """
    try:
        plain = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        what = f"a policy must be TOML: {error}"
        raise InvalidInput.single(what, has_value=False) from error
    screening = plain.pop(SCREENING, {})
    if not isinstance(screening, dict):
        raise InvalidInput.single("must be a table", f"$.{SCREENING}", screening)
    problems = [*_unknown(plain, CasePolicy, "$."), *_unknown(screening, Policy, f"$.{SCREENING}.")]
    problems += [*_out_of_range(plain, "$."), *_out_of_range(screening, f"$.{SCREENING}.")]
    if "version" not in plain or not str(plain["version"]).strip():
        problems.append(InputProblem("a policy must have a version", "$.version", has_value=False))
    if problems:
        raise InvalidInput(problems)
    policy = PolicyFile(text, _convert(plain, CasePolicy), _convert(screening, Policy))
    if problems := [*_without_persons(policy.cases)]:
        raise InvalidInput(problems)
    return policy


def _unknown(plain: Mapping[str, Any], struct: type, at: str) -> Iterator[InputProblem]:
    known = [field.name for field in msgspec.structs.fields(struct)]
    for key in plain:
        if key not in known:
            hint = did_you_mean(key, [*known, SCREENING])
            yield InputProblem(f"unknown setting {key!r}", at + key, has_value=False, hint=hint)


def _out_of_range(plain: Mapping[str, Any], at: str) -> Iterator[InputProblem]:
    for key, (least, most) in NUMBERS.items():
        value = plain.get(key)
        if isinstance(value, int) and not least <= value <= most:
            yield InputProblem(f"must be days from {least} to {most}", at + key, value)


def _convert(plain: Mapping[str, Any], struct: type[S]) -> S:
    try:
        return msgspec.convert(plain, struct)
    except msgspec.ValidationError as error:
        told = str(error)
        raise InvalidInput.single(f"{told[:1].lower()}{told[1:]}", has_value=False) from error


def _without_persons(policy: CasePolicy) -> Iterator[InputProblem]:
    """Roles that leave nobody to decide, approve or change the policy would lock all out."""
    if not policy.roles:
        return
    yield from _one_under_two_names(policy)
    admins = {person for person in policy.roles if policy.may(person, "admin")}
    approvers = {person for person in policy.roles if policy.may(person, "approve")}
    reviewers = {person for person in policy.roles if policy.may(person, "review")}
    told = (
        (admins, "somebody must have the role 'admin', to change the policy"),
        (reviewers, "somebody must have the role 'review', to decide"),
        (approvers, "somebody must have the role 'approve'"),
    )
    for persons, what in told:
        if not persons:
            yield InputProblem(what, "$.roles", has_value=False)
    if len(admins | approvers) < 2 and admins and approvers:
        yield InputProblem(
            "somebody else than the only 'admin' must have the role 'approve'", "$.roles",
            has_value=False,
        )  # fmt: skip
    if reviewers and approvers and len(reviewers | approvers) < 2:
        what = "somebody else than the only one with 'review' must have the role 'approve'"
        yield InputProblem(what, "$.roles", has_value=False)


def _one_under_two_names(policy: CasePolicy) -> Iterator[InputProblem]:
    """Who reads as another one would be a second person for himself."""
    for person in policy.roles:
        if not is_person(person):
            yield InputProblem("must be a person's name, not Vigil's", "$.roles", person)
    known: dict[str, str] = {}
    for person in policy.roles:
        other = next((known[reading] for reading in readings(person) if reading in known), None)
        if other is not None:
            yield InputProblem(f"must be told apart from {other!r} by a reader", "$.roles", person)
        known |= dict.fromkeys(readings(person), person)
