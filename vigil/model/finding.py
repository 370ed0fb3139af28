"""What a screen reports: subject, reason, grounds, provenance."""

from __future__ import annotations

import hashlib
from datetime import date
from enum import StrEnum

import msgspec

from vigil.model.provision import Basis, Citation
from vigil.model.question import Question


class Screen(StrEnum):
    """Which question a finding answers."""

    PARTIES = "parties"
    GOODS = "goods"
    ROUTES = "routes"
    EVIDENCE = "evidence"
    ORDER = "order"
    WORLD = "world"


class FindingKind(StrEnum):
    """The closed set of findings."""

    LISTED_PARTY = "listed_party"
    OWNED_BY_LISTED = "owned_by_listed"
    LISTED_VESSEL = "listed_vessel"
    LISTED_ADDRESS = "listed_address"
    PLACE_OF_CONCERN = "place_of_concern"
    EMBARGOED_DESTINATION = "embargoed_destination"
    CONTROLLED_ITEM = "controlled_item"
    KEY_ITEM = "key_item"
    UAV_PART = "uav_part"
    RED_FLAG = "red_flag"
    MISSING_INFORMATION = "missing_information"
    EVASION_MARK = "evasion_mark"
    ADVERSE_REPORT = "adverse_report"
    CONFLICTING_INFORMATION = "conflicting_information"
    SOURCE_PROBLEM = "source_problem"


class Strength(StrEnum):
    """What a finding asks for: stop the order, have a person look, or know."""

    STOP = "stop"
    REVIEW = "review"
    NOTE = "note"


class Ground(StrEnum):
    """A circumstance that the strength table of `vigil.decide` looks at; the closed set."""

    # listed_party, listed_vessel, owned_by_listed
    IDENTIFIER_EQUAL = "identifier_equal"
    NAME_CLOSE = "name_close"  # score ≥ 0.90
    NAME_NEAR = "name_near"  # 0.70 ≤ score < 0.90
    WEAK_NAME = "weak_name"  # only a weak alias, an acronym or common words met
    COUNTRY_CONTRADICTS = "country_contradicts"
    KIND_CONTRADICTS = "kind_contradicts"
    NUMBER_CONTRADICTS = "number_contradicts"  # a sound IMO number of another ship
    MAKER_OF_GOODS = "maker_of_goods"  # no party: somebody who made what is sold
    LIMITS_ONLY = "limits_only"
    LISTING_UNDATED = "listing_undated"  # no date, and the day is before the snapshot
    HALF_OR_MORE = "half_or_more"  # listed owners together hold ≥ 50 %
    SHARE_UNKNOWN = "share_unknown"  # of a listed owner, so that it may be half or more
    RULE_NOT_IN_FORCE = "rule_not_in_force"  # the rule on owners of that list, on that day
    RULE_UNVERIFIED = "rule_unverified"  # nobody could say whether it is in force that day
    NAMED_ONLY = "named_only"  # a list names it as somebody's and has no entry for it
    ACCEPTED = "accepted"  # two persons: it is somebody else (`vigil.case.acceptance`)
    # places
    PLACE_LISTED = "place_listed"
    PLACE_NOT_YET_LISTED = "place_not_yet_listed"
    TOWN_ENDS_LEG = "town_ends_leg"
    CASPIAN_LEG = "caspian_leg"
    WORD_IN_NAME_NEARBY = "word_in_name_nearby"  # party in RU, BY, KZ, IR or an unknown country
    # embargoed destinations
    ONLY_A_TIE = "only_a_tie"  # somebody of the order sits there; a list states a tie, no share
    # goods
    TO_DRONE_STATES = "to_drone_states"  # IR, RU, BY, KP
    TO_TRANSSHIPMENT = "to_transshipment"
    EVERYDAY_PART = "everyday_part"
    WATCH_ONLY = "watch_only"  # on no official list that was read
    FAMILY_ONLY = "family_only"  # of a part seen in a wreck, only the family is the same
    WORDS_ONLY = "words_only"  # free text points to it, no code or part number does
    OLDER_CODE = "older_code"  # of an edition before; only some of what it became is the item
    # red flags
    WEIGHT_HIGH = "weight_high"
    WEIGHT_MEDIUM = "weight_medium"
    WEIGHT_LOW = "weight_low"
    FROM_MEMORY = "from_memory"
    COMBINATION = "combination"  # several signs together, by the written table
    # adverse reports
    NOTHING_ADVERSE = "nothing_adverse"  # named, with nothing adverse beside it
    # seen only when all findings lie on the table
    WITH_LISTED_ITEM = "with_listed_item"
    PARTY_UNDER_REVIEW = "party_under_review"
    SECOND_MEDIUM_FLAG = "second_medium_flag"


# What keeps a close name from being a stop, and what keeps any listing from it.
DOUBTS = frozenset(
    {
        Ground.COUNTRY_CONTRADICTS,
        Ground.KIND_CONTRADICTS,
        Ground.NUMBER_CONTRADICTS,
        Ground.WEAK_NAME,
    }
)
AT_MOST_REVIEW = frozenset(
    {Ground.LIMITS_ONLY, Ground.LISTING_UNDATED, Ground.MAKER_OF_GOODS}
)  # fmt: skip
# What keeps half or more from being one.
OWNERSHIP_DOUBTS = frozenset({Ground.RULE_NOT_IN_FORCE, Ground.RULE_UNVERIFIED, Ground.NAMED_ONLY})


class Feature(msgspec.Struct, frozen=True):
    """One comparison: its name, its score (similarity 0–1) and what was compared."""

    name: str
    score: float
    detail: str = ""


class Matched(msgspec.Struct, frozen=True):
    """The list entry that a finding rests on; `name` is the alias that met."""

    entity: str
    name: str
    source: str
    programmes: tuple[str, ...] = ()
    listed_on: date | None = None


class Provenance(msgspec.Struct, frozen=True):
    """Where a fact comes from: loaded source or catalogue, its version and content hash."""

    source: str
    version: str | None = None
    sha256: str | None = None
    url: str | None = None


class Finding(msgspec.Struct, frozen=True):
    """One reason, complete enough to be redone by hand.

    `subject` is what was met (an entity id, a flag id, a list of goods …); with `kind` and
    `path` it makes the `id`, so that the same reason keeps its id on every run. Screens leave
    `strength` None; `vigil.decide` gives it from `kind` and `grounds`.
    """

    screen: Screen
    kind: FindingKind
    path: str
    subject: str
    summary: str
    value: str | None = None
    grounds: tuple[Ground, ...] = ()
    strength: Strength | None = None
    score: float | None = None
    features: tuple[Feature, ...] = ()
    matched: Matched | None = None
    provisions: tuple[Citation, ...] = ()
    provenance: Provenance | None = None
    other_provenance: tuple[Provenance, ...] = ()
    verified: bool = True
    basis: Basis | None = None

    @property
    def id(self) -> str:
        """Stable name of this reason within its order."""
        key = "\x1f".join((self.kind, self.path, self.subject))
        return "f-" + hashlib.sha256(key.encode()).hexdigest()[:12]


class NotChecked(msgspec.Struct, frozen=True, order=True):
    """Something that was not looked at, and why."""

    path: str
    why: str


class Screening(msgspec.Struct, frozen=True):
    """What a screen gives back: its findings, and what it could not check."""

    findings: tuple[Finding, ...] = ()
    not_checked: tuple[NotChecked, ...] = ()
    subjects: int = 0  # how many parties, lines or legs were looked at
    questions: tuple[Question, ...] = ()  # what only a person can answer
