"""What a business allows: who may decide what, four eyes, how long things are kept."""

from __future__ import annotations

from typing import Literal

import msgspec

Role = Literal["screen", "review", "approve", "admin"]


class CasePolicy(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`four_eyes_on`: what needs a second person: the verdicts `clear` and `stop`, and the
    activation of another `policy`; by default clear and policy. `roles`: persons by role; an empty
    mapping lets everybody do everything but approve their own. `acceptance_days`: the longest that
    an accepted match lives. `retention_days`: how long records are kept (31 CFR 501.601: ten
    years). `no_case_on`: outcomes that make no case, only a record; one that is incomplete always
    makes one.
    """

    version: str = "default"
    four_eyes_on: tuple[Literal["clear", "stop", "policy"], ...] = ("clear", "policy")
    roles: dict[str, tuple[Role, ...]] = {}
    due_days: int = 10  # chosen: two working weeks
    acceptance_days: int = 365  # chosen: a year, then two persons look again
    retention_days: int = 3653
    no_case_on: tuple[Literal["stop", "review"], ...] = ()

    def may(self, person: str, role: Role) -> bool:
        """Has a person a role? `admin` has all."""
        if not self.roles:
            return True
        held = self.roles.get(person, ())
        return role in held or "admin" in held
