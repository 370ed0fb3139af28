"""What is left to ask a person: flags that the order does not show and nobody has answered.

A question concerns an order unless the order itself says that it cannot: `MOOT` is that table,
kept to what is certain. The questions of an order follow from few bits, so they are made once for
each state of knowledge and looked up after that.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType

import vigil.routes.knowledge as k
from vigil.model.finding import FindingKind
from vigil.model.order import Order
from vigil.model.provision import Jurisdiction
from vigil.model.question import Question
from vigil.routes.answers import is_understood
from vigil.routes.flag_book import FlagsOfDay
from vigil.routes.indicators import INDICATORS
from vigil.routes.observing import Behaviour
from vigil.routes.red_flag import STRONGEST_FIRST, RedFlag

GOODS = (FindingKind.KEY_ITEM, FindingKind.CONTROLLED_ITEM, FindingKind.UAV_PART)
NONE: frozenset[str] = frozenset()
RANK = {str(weight): rank for rank, weight in enumerate(STRONGEST_FIRST)}
MOST_STATES = 4096  # of knowledge, kept at a time; chosen

# A question by its field, and the bits of knowledge each of which says that it cannot concern
# the order.
MOOT: Mapping[str, int] = MappingProxyType(
    {
        "documents.certificate.fields": k.NO_PRIORITY_GOODS | k.ALL_IN_COALITION,
        "documents.contract.clauses": k.NO_PRIORITY_GOODS | k.ALL_IN_COALITION | k.NO_EU_LAW,
        "goods.eccn": k.NO_PRIORITY_GOODS,
        "goods.serial_numbers": k.NO_ENGINES,  # reported stolen are aero engines
        "order.quantity": k.NO_ENGINES,
        "goods.foundry": k.NO_CHIPS,
        "goods.spec.voltage": k.NO_CHIPS,
        "address.company_count": k.BUYER_ELSEWHERE,  # offices of Hong Kong
        "party.kyc_status": k.NO_KEY_GOODS,
    }
)


def questions_of(
    order: Order, every: int, fired: Iterable[str], flags: FlagsOfDay
) -> tuple[Question, ...]:
    """The questions that an order leaves open, the heaviest first.

    Args:
        order: for its answers.
        every: what every party and line gives (bits of `vigil.routes.knowledge`).
        fired: the subjects of the red flags that fired; what holds is not asked.
        flags: those that count on the day.
    """
    given = order.answers
    settled = (
        frozenset(f for f, a in given.items() if is_understood(f, a, flags)) if given else NONE
    )
    # only what some flag is observed by changes the questions
    key = (every, frozenset(flags.by_indicator.keys() & set(fired)), settled)
    held = flags.questions.get(key)
    if held is None:
        if len(flags.questions) >= MOST_STATES:
            flags.questions.clear()
        held = flags.questions[key] = _questions(*key, flags)
    return held


def moot_bits(seen: Behaviour, every: int) -> int:
    """The bits of knowledge that need more than the order's own fields."""
    bits = 0 if Jurisdiction.EU in seen.deal.jurisdictions else k.NO_EU_LAW
    if every & k.COUNTRY and seen.outside is None:
        bits |= k.ALL_IN_COALITION
    if every & k.HS and not seen.priority_lines:
        bits |= k.NO_PRIORITY_GOODS
        if not any(kind in seen.findings_of for kind in GOODS):
            bits |= k.NO_KEY_GOODS
    return bits


def _questions(
    every: int, fired: frozenset[str], settled: frozenset[str], flags: FlagsOfDay
) -> tuple[Question, ...]:
    asked = []
    for field, published in flags.by_question.items():
        if field in settled or every & MOOT.get(field, 0):
            continue
        of_field = [
            flag
            for flag in published
            if fired.isdisjoint(flag.indicators) and not _shown(flag, every)
        ]
        if of_field:
            missing = 0
            for flag in of_field:
                missing |= _reads(flag) & ~every
            instead = tuple(place for bit, place in k.PLACES.items() if bit & missing)
            asked.append(flags.question(field, of_field, instead))
    return tuple(sorted(asked, key=_place))


def _shown(flag: RedFlag, every: int) -> bool:
    """Does the silence of the flag's indicator say that it does not hold?"""
    return flag.indicator is not None and not flag.partly and not _reads(flag) & ~every


def _reads(flag: RedFlag) -> int:
    return _reads_of(tuple(flag.indicators))


@lru_cache(maxsize=1024)
def _reads_of(indicators: tuple[str, ...]) -> int:
    bits = 0
    for indicator in indicators:
        sign = INDICATORS[indicator]
        bits |= sign.needs | sign.reads
    return bits


def _place(asked: Question) -> tuple[int, bool, str]:
    return (RANK[asked.weight], not asked.verified, asked.field)
