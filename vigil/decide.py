"""Findings in, one outcome out: the strength table, readable aloud.

This is the only place that knows strengths and outcomes. `STRENGTHS` is read from the top; for a
finding the first row of its kind counts whose `needs` are all among the finding's grounds and
whose `unless` are not. Each kind ends in a row without conditions, so nothing falls through.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

import msgspec

from vigil.model.decision import Outcome
from vigil.model.finding import (
    AT_MOST_REVIEW,
    DOUBTS,
    OWNERSHIP_DOUBTS,
    Finding,
    FindingKind,
    Ground,
    NotChecked,
    Strength,
)

STOP, REVIEW, NOTE = Strength.STOP, Strength.REVIEW, Strength.NOTE
G, K = Ground, FindingKind

GOODS = (K.KEY_ITEM, K.CONTROLLED_ITEM, K.UAV_PART)
LISTED = (K.LISTED_PARTY, K.LISTED_VESSEL)
LATER = (GOODS, (K.EMBARGOED_DESTINATION,))  # weighed in turn, when the others have been
TURN = {kind: turn for turn, kinds in enumerate(LATER, 1) for kind in kinds}


class Row(msgspec.Struct, frozen=True):
    """One line of the strength table."""

    kinds: tuple[FindingKind, ...]
    strength: Strength
    because: str
    needs: frozenset[Ground] = frozenset()
    unless: frozenset[Ground] = frozenset()

    def covers(self, kind: FindingKind, grounds: frozenset[Ground]) -> bool:
        """Is this the row's case?"""
        return kind in self.kinds and self.needs <= grounds and not self.unless & grounds


def row(
    kinds: FindingKind | Sequence[FindingKind],
    strength: Strength,
    because: str,
    needs: Iterable[Ground] = (),
    unless: Iterable[Ground] = (),
) -> Row:
    """A row from plain tuples."""
    kinds = (kinds,) if isinstance(kinds, FindingKind) else tuple(kinds)
    return Row(kinds, strength, because, frozenset(needs), frozenset(unless))


OF_THE_ORDER = frozenset({G.WITH_LISTED_ITEM, G.PARTY_UNDER_REVIEW, G.SECOND_MEDIUM_FLAG})
NOT_THE_ITEM_ITSELF = {
    G.EVERYDAY_PART, G.WATCH_ONLY, G.FAMILY_ONLY, G.WORDS_ONLY, G.OLDER_CODE
}  # fmt: skip

# fmt: off
STRENGTHS: tuple[Row, ...] = (
    row(LISTED, STOP, "a unique identifier is equal", (G.IDENTIFIER_EQUAL,), AT_MOST_REVIEW),
    row(LISTED, NOTE, "two persons have accepted that it is somebody else", (G.ACCEPTED,)),
    row(LISTED, REVIEW, "the maker of the goods is listed, who is no party to the order", (G.MAKER_OF_GOODS, G.NAME_CLOSE)),
    row(LISTED, NOTE, "the goods' maker has nearly the name, as brands of one short word often have", (G.MAKER_OF_GOODS,)),
    row(LISTED, STOP, "close on a full name, and nothing contradicts", (G.NAME_CLOSE,), (*DOUBTS, *AT_MOST_REVIEW)),
    row(LISTED, REVIEW, "near, weak, contradicted, undated, or on a list that only limits"),
    row(K.OWNED_BY_LISTED, STOP, "listed owners together hold half or more", (G.HALF_OR_MORE,), (*AT_MOST_REVIEW, *OWNERSHIP_DOUBTS)),
    row(K.OWNED_BY_LISTED, REVIEW, "half or more, by a rule that was not in force that day", (G.HALF_OR_MORE, G.RULE_NOT_IN_FORCE)),
    row(K.OWNED_BY_LISTED, REVIEW, "half or more, by a rule that may be in force that day", (G.HALF_OR_MORE, G.RULE_UNVERIFIED)),
    row(K.OWNED_BY_LISTED, REVIEW, "a list names it as owned, and has no entry that says who it is", (G.NAMED_ONLY,)),
    row(K.OWNED_BY_LISTED, REVIEW, "the share of a listed owner is not known", (G.SHARE_UNKNOWN,)),
    row(K.OWNED_BY_LISTED, REVIEW, "a list states a tie, no share", (G.ONLY_A_TIE,)),
    row(K.OWNED_BY_LISTED, REVIEW, "listed owners hold less"),
    row(K.PLACE_OF_CONCERN, STOP, "a listed place, in force that day", (G.PLACE_LISTED,), AT_MOST_REVIEW),
    row(K.PLACE_OF_CONCERN, REVIEW, "a listed place whose listing has no date", (G.PLACE_LISTED,)),
    row(K.PLACE_OF_CONCERN, REVIEW, "the place was listed later", (G.PLACE_NOT_YET_LISTED,)),
    row(K.PLACE_OF_CONCERN, REVIEW, "the town of a listed zone ends a leg", (G.TOWN_ENDS_LEG,)),
    row(K.PLACE_OF_CONCERN, REVIEW, "a Caspian leg between Iran and Russia", (G.CASPIAN_LEG,)),
    row(K.PLACE_OF_CONCERN, REVIEW, "a zone's name in a party's name, not far from the zone", (G.WORD_IN_NAME_NEARBY,)),
    row(K.PLACE_OF_CONCERN, NOTE, "the word elsewhere"),
    row(K.LISTED_ADDRESS, REVIEW, "the address of a listed party"),
    row(K.EMBARGOED_DESTINATION, REVIEW, "somebody sits there, and the goods go elsewhere", (G.ONLY_A_TIE,)),
    row(K.EMBARGOED_DESTINATION, STOP, "with a key, controlled or drone item", (G.WITH_LISTED_ITEM,)),
    row(K.EMBARGOED_DESTINATION, REVIEW, "any other goods"),
    row(GOODS, NOTE, "an everyday part", (G.EVERYDAY_PART,)),
    row(GOODS, NOTE, "on no official list that was read", (G.WATCH_ONLY,)),
    row(K.UAV_PART, REVIEW, "to one of the four states below, but only the part's family was seen", (G.TO_DRONE_STATES, G.FAMILY_ONLY)),
    row(K.UAV_PART, NOTE, "only the part's family was seen", (G.FAMILY_ONLY,)),
    row(GOODS, REVIEW, "to one of the four states below, but only words point to it", (G.TO_DRONE_STATES, G.WORDS_ONLY)),
    row(GOODS, REVIEW, "to one of the four states below, but the older code may mean other goods", (G.TO_DRONE_STATES, G.OLDER_CODE)),
    row(GOODS, STOP, "to Iran, Russia, Belarus or North Korea", (G.TO_DRONE_STATES,)),
    row(GOODS, REVIEW, "to a place on a transshipment list", (G.TO_TRANSSHIPMENT,)),
    row(GOODS, REVIEW, "to a party with another review finding", (G.PARTY_UNDER_REVIEW,)),
    row(GOODS, NOTE, "elsewhere"),
    row(K.RED_FLAG, NOTE, "rests only on matches that two persons have accepted", (G.ACCEPTED,)),
    row(K.RED_FLAG, NOTE, "read only from memory", (G.FROM_MEMORY,)),
    row(K.RED_FLAG, REVIEW, "signs that ask for a person together", (G.COMBINATION,)),
    row(K.RED_FLAG, REVIEW, "weight high", (G.WEIGHT_HIGH,)),
    row(K.RED_FLAG, REVIEW, "two of weight medium", (G.WEIGHT_MEDIUM, G.SECOND_MEDIUM_FLAG)),
    row(K.RED_FLAG, NOTE, "one of weight medium, or low"),
    row((K.EVASION_MARK, K.CONFLICTING_INFORMATION), REVIEW, "always"),
    row(K.ADVERSE_REPORT, NOTE, "named in a report, with nothing adverse beside it", (G.NOTHING_ADVERSE,)),
    row(K.ADVERSE_REPORT, NOTE, "the maker of the goods, who is no party to the order", (G.MAKER_OF_GOODS,)),
    row(K.ADVERSE_REPORT, REVIEW, "news alone gives at most a review"),
    row((K.MISSING_INFORMATION, K.SOURCE_PROBLEM), NOTE, "keeps an order from being clear by itself"),
)
# fmt: on

ORDER_OF_STRENGTH = {STOP: 0, REVIEW: 1, NOTE: 2}


def weigh(findings: Iterable[Finding]) -> list[Finding]:
    """Each finding with its strength, in total order: strength, path, kind, subject.

    Some rows look at the whole order: goods are weighed after parties, the destination after
    goods, so that "to a party with another review finding" and "with a key item" can be answered.
    """
    unweighed = list(findings)
    flags = Counter(f.subject for f in unweighed if _counts_as_medium(f))
    weighed: list[Finding] = []
    for turn in range(len(LATER) + 1):
        now = [f for f in unweighed if TURN.get(f.kind, 0) == turn]
        if now:
            context = _context(weighed, len(flags))
            weighed += [_weighed(f, context) for f in now]
    return sorted(weighed, key=_place_in_order)


def weigh_anew(findings: Iterable[Finding]) -> list[Finding]:
    """Findings that were weighed before, when one of them has changed.

    What the others then said of one (an `OF_THE_ORDER` ground) is asked again; its own grounds
    stay.
    """
    return weigh(_of_itself(finding) for finding in findings)


def outcome_of(findings: Iterable[Finding], not_checked: Sequence[NotChecked]) -> Outcome:
    """The strongest outcome that applies; `clear` only when everything was checked."""
    findings = list(findings)
    strengths = {finding.strength for finding in findings}
    if STOP in strengths:
        return Outcome.STOP
    if REVIEW in strengths:
        return Outcome.REVIEW
    missing = any(finding.kind is K.MISSING_INFORMATION for finding in findings)
    if not_checked or missing or not strengths <= {NOTE}:
        return Outcome.INCOMPLETE
    return Outcome.CLEAR


def _of_itself(finding: Finding) -> Finding:
    """The finding without what other findings said of it when it was weighed before."""
    if OF_THE_ORDER.isdisjoint(finding.grounds):
        return finding
    own = tuple(ground for ground in finding.grounds if ground not in OF_THE_ORDER)
    return msgspec.structs.replace(finding, grounds=own)


def _counts_as_medium(finding: Finding) -> bool:
    return (
        finding.kind is K.RED_FLAG
        and G.WEIGHT_MEDIUM in finding.grounds
        and not {G.FROM_MEMORY, G.ACCEPTED} & set(finding.grounds)
    )


def _context(weighed: Sequence[Finding], medium_flags: int) -> frozenset[Ground]:
    """What the findings weighed so far say about the order as a whole."""
    context = set()
    if medium_flags >= 2:
        context.add(G.SECOND_MEDIUM_FLAG)
    if any(f.path.startswith("$.parties") and f.strength in (STOP, REVIEW) for f in weighed):
        context.add(G.PARTY_UNDER_REVIEW)
    if any(f.kind in GOODS and not NOT_THE_ITEM_ITSELF & set(f.grounds) for f in weighed):
        context.add(G.WITH_LISTED_ITEM)
    return frozenset(context)


def _weighed(finding: Finding, context: frozenset[Ground]) -> Finding:
    strength, grounds = _by_table(finding.kind, finding.grounds, context)
    if strength is STOP and finding.provisions and not any(p.binding for p in finding.provisions):
        strength = REVIEW  # guidance and best practice alone never stop an order
    return msgspec.structs.replace(finding, strength=strength, grounds=grounds)


@lru_cache(maxsize=4096)
def _by_table(
    kind: FindingKind, given: tuple[Ground, ...], context: frozenset[Ground]
) -> tuple[Strength, tuple[Ground, ...]]:
    """The strength of the first row that covers the case, and the grounds with those it needs."""
    seen = {needed for r in STRENGTHS if kind in r.kinds for needed in r.needs}
    grounds = frozenset(given) | (context & seen)
    found = next(r for r in STRENGTHS if r.covers(kind, grounds))
    stated = {*given, *found.needs}
    return found.strength, tuple(ground for ground in Ground if ground in stated)


def _place_in_order(finding: Finding) -> tuple[int, str, str, str, str]:
    strength = ORDER_OF_STRENGTH[finding.strength or NOTE]
    return (strength, finding.screen, finding.path, finding.kind, finding.subject)
