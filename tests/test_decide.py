"""The strength table row by row, and the outcome that follows."""

from datetime import date

import pytest

from vigil.decide import STRENGTHS, outcome_of, weigh
from vigil.model.decision import Outcome
from vigil.model.finding import Finding, FindingKind, Ground, NotChecked, Screen, Strength
from vigil.model.provision import Basis, Citation

K, G = FindingKind, Ground


def finding(
    kind: FindingKind,
    *grounds: Ground,
    path: str = "$.lines[0].hs",
    subject: str = "x",
    provisions: tuple[Citation, ...] = (),
) -> Finding:
    return Finding(Screen.ORDER, kind, path, subject, "s", grounds=grounds, provisions=provisions)


def strength(kind: FindingKind, *grounds: Ground) -> Strength | None:
    return weigh([finding(kind, *grounds)])[0].strength


CASES = [
    ("stop", K.LISTED_PARTY, (G.NAME_CLOSE,)),
    ("review", K.LISTED_PARTY, (G.NAME_NEAR,)),
    ("review", K.LISTED_PARTY, (G.NAME_CLOSE, G.COUNTRY_CONTRADICTS)),
    ("review", K.LISTED_PARTY, (G.NAME_CLOSE, G.KIND_CONTRADICTS)),
    ("review", K.LISTED_PARTY, (G.NAME_CLOSE, G.WEAK_NAME)),
    ("review", K.LISTED_PARTY, (G.NAME_CLOSE, G.LIMITS_ONLY)),
    ("review", K.LISTED_PARTY, (G.NAME_CLOSE, G.LISTING_UNDATED)),
    ("stop", K.LISTED_PARTY, (G.NAME_NEAR, G.IDENTIFIER_EQUAL)),
    ("stop", K.LISTED_PARTY, (G.NAME_CLOSE, G.IDENTIFIER_EQUAL, G.COUNTRY_CONTRADICTS)),
    ("review", K.LISTED_PARTY, (G.IDENTIFIER_EQUAL, G.LIMITS_ONLY)),
    ("stop", K.LISTED_VESSEL, (G.IDENTIFIER_EQUAL,)),
    ("note", K.LISTED_PARTY, (G.NAME_CLOSE, G.ACCEPTED)),
    ("note", K.LISTED_PARTY, (G.IDENTIFIER_EQUAL, G.LIMITS_ONLY, G.ACCEPTED)),
    ("stop", K.LISTED_PARTY, (G.NAME_CLOSE, G.IDENTIFIER_EQUAL, G.ACCEPTED)),
    ("review", K.LISTED_PARTY, (G.MAKER_OF_GOODS, G.NAME_CLOSE)),
    ("note", K.LISTED_PARTY, (G.MAKER_OF_GOODS, G.NAME_NEAR)),
    ("stop", K.OWNED_BY_LISTED, (G.HALF_OR_MORE,)),
    ("review", K.OWNED_BY_LISTED, (G.HALF_OR_MORE, G.RULE_NOT_IN_FORCE)),
    ("review", K.OWNED_BY_LISTED, (G.HALF_OR_MORE, G.RULE_UNVERIFIED)),
    ("review", K.OWNED_BY_LISTED, (G.HALF_OR_MORE, G.NAMED_ONLY)),
    ("review", K.OWNED_BY_LISTED, (G.SHARE_UNKNOWN,)),
    ("review", K.OWNED_BY_LISTED, (G.ONLY_A_TIE,)),
    ("review", K.OWNED_BY_LISTED, ()),
    ("stop", K.PLACE_OF_CONCERN, (G.PLACE_LISTED,)),
    ("review", K.PLACE_OF_CONCERN, (G.PLACE_LISTED, G.LISTING_UNDATED)),
    ("review", K.PLACE_OF_CONCERN, (G.PLACE_NOT_YET_LISTED,)),
    ("review", K.PLACE_OF_CONCERN, (G.TOWN_ENDS_LEG,)),
    ("review", K.PLACE_OF_CONCERN, (G.CASPIAN_LEG,)),
    ("review", K.PLACE_OF_CONCERN, (G.WORD_IN_NAME_NEARBY,)),
    ("note", K.PLACE_OF_CONCERN, ()),
    ("review", K.LISTED_ADDRESS, ()),
    ("review", K.EMBARGOED_DESTINATION, ()),
    ("stop", K.EMBARGOED_DESTINATION, (G.WITH_LISTED_ITEM,)),
    ("review", K.EMBARGOED_DESTINATION, (G.ONLY_A_TIE, G.WITH_LISTED_ITEM)),
    ("stop", K.KEY_ITEM, (G.TO_DRONE_STATES,)),
    ("review", K.KEY_ITEM, (G.TO_TRANSSHIPMENT,)),
    ("review", K.KEY_ITEM, (G.PARTY_UNDER_REVIEW,)),
    ("note", K.KEY_ITEM, ()),
    ("note", K.UAV_PART, (G.TO_DRONE_STATES, G.EVERYDAY_PART)),
    ("note", K.KEY_ITEM, (G.TO_DRONE_STATES, G.WATCH_ONLY)),
    ("review", K.UAV_PART, (G.TO_DRONE_STATES, G.FAMILY_ONLY)),
    ("note", K.UAV_PART, (G.TO_TRANSSHIPMENT, G.FAMILY_ONLY)),
    ("note", K.UAV_PART, (G.TO_DRONE_STATES, G.FAMILY_ONLY, G.EVERYDAY_PART)),
    ("review", K.KEY_ITEM, (G.TO_DRONE_STATES, G.WORDS_ONLY)),
    ("review", K.KEY_ITEM, (G.TO_DRONE_STATES, G.OLDER_CODE)),
    ("review", K.KEY_ITEM, (G.TO_TRANSSHIPMENT, G.OLDER_CODE)),
    ("note", K.KEY_ITEM, (G.OLDER_CODE,)),
    ("stop", K.CONTROLLED_ITEM, (G.TO_DRONE_STATES,)),
    ("review", K.RED_FLAG, (G.WEIGHT_HIGH,)),
    ("note", K.RED_FLAG, (G.WEIGHT_HIGH, G.FROM_MEMORY)),
    ("note", K.RED_FLAG, (G.WEIGHT_HIGH, G.ACCEPTED)),
    ("review", K.RED_FLAG, (G.COMBINATION,)),
    ("note", K.RED_FLAG, (G.WEIGHT_MEDIUM,)),
    ("review", K.RED_FLAG, (G.WEIGHT_MEDIUM, G.SECOND_MEDIUM_FLAG)),
    ("note", K.RED_FLAG, (G.WEIGHT_LOW,)),
    ("review", K.EVASION_MARK, ()),
    ("review", K.CONFLICTING_INFORMATION, ()),
    ("review", K.ADVERSE_REPORT, ()),
    ("note", K.ADVERSE_REPORT, (G.NOTHING_ADVERSE,)),
    ("note", K.ADVERSE_REPORT, (G.MAKER_OF_GOODS,)),
    ("note", K.MISSING_INFORMATION, ()),
    ("note", K.SOURCE_PROBLEM, ()),
]


@pytest.mark.parametrize(
    ("expected", "kind", "grounds"),
    CASES,
    ids=["-".join((kind, *grounds)) for _, kind, grounds in CASES],
)
def test_a_finding_alone_has_the_strength_of_its_row(expected, kind, grounds):
    assert strength(kind, *grounds) == expected


@pytest.mark.parametrize("kind", FindingKind)
def test_every_kind_ends_in_a_row_without_conditions(kind):
    last = [row for row in STRENGTHS if kind in row.kinds][-1]
    assert not last.needs
    assert not last.unless


def test_two_different_medium_flags_are_a_review():
    flags = [finding(K.RED_FLAG, G.WEIGHT_MEDIUM, subject=s) for s in ("a", "b")]
    assert [f.strength for f in weigh(flags)] == ["review", "review"]


def test_the_same_medium_flag_on_two_parties_is_one():
    flags = [finding(K.RED_FLAG, G.WEIGHT_MEDIUM, path=p) for p in ("$.parties[0]", "$.parties[1]")]
    assert [f.strength for f in weigh(flags)] == ["note", "note"]


def test_a_medium_flag_from_memory_does_not_make_a_second():
    flags = [
        finding(K.RED_FLAG, G.WEIGHT_MEDIUM, subject="a"),
        finding(K.RED_FLAG, G.WEIGHT_MEDIUM, G.FROM_MEMORY, subject="b"),
    ]
    assert {f.strength for f in weigh(flags)} == {"note"}


def test_a_key_item_to_a_party_under_review_is_reviewed():
    party = finding(K.LISTED_PARTY, G.NAME_NEAR, path="$.parties[0].name")
    assert {f.strength for f in weigh([finding(K.KEY_ITEM), party])} == {"review"}


def test_a_note_on_a_party_does_not_lift_a_key_item():
    party = finding(K.PLACE_OF_CONCERN, path="$.parties[0].name")
    assert {f.strength for f in weigh([finding(K.KEY_ITEM), party])} == {"note"}


@pytest.mark.parametrize(
    ("expected", "grounds"),
    [
        ("stop", ()),
        ("review", (G.EVERYDAY_PART,)),
        ("review", (G.WORDS_ONLY,)),
        ("review", (G.OLDER_CODE,)),
    ],
    ids=["a part", "an everyday part", "words alone", "an older code"],
)
def test_an_embargoed_destination_stops_only_with_the_item_itself(expected, grounds):
    part = finding(K.UAV_PART, *grounds)
    there = finding(K.EMBARGOED_DESTINATION, path="$.parties[0].country")
    weighed = {f.kind: f.strength for f in weigh([there, part])}
    assert weighed[K.EMBARGOED_DESTINATION] == expected


def citation(*, binding: bool) -> Citation:
    return Citation("p", "t", date(2020, 1, 1), None, False, binding, True, Basis.PRIMARY)


def test_guidance_alone_never_stops():
    only = finding(K.KEY_ITEM, G.TO_DRONE_STATES, provisions=(citation(binding=False),))
    both = finding(
        K.KEY_ITEM,
        G.TO_DRONE_STATES,
        provisions=(citation(binding=False), citation(binding=True)),
    )
    assert weigh([only])[0].strength == "review"
    assert weigh([both])[0].strength == "stop"


@pytest.mark.parametrize(
    ("expected", "kinds", "gaps"),
    [
        (Outcome.CLEAR, [], []),
        (Outcome.CLEAR, [(K.KEY_ITEM, ())], []),
        (Outcome.INCOMPLETE, [], [NotChecked("$", "w")]),
        (Outcome.INCOMPLETE, [(K.MISSING_INFORMATION, ())], []),
        (Outcome.REVIEW, [(K.EVASION_MARK, ())], [NotChecked("$", "w")]),
        (Outcome.STOP, [(K.EVASION_MARK, ()), (K.LISTED_PARTY, (G.NAME_CLOSE,))], []),
    ],
    ids=["nothing", "a note", "a gap", "something missing", "review over a gap", "stop over all"],
)
def test_the_strongest_that_applies_is_the_outcome(expected, kinds, gaps):
    assert outcome_of(weigh(finding(k, *g) for k, g in kinds), gaps) == expected


def test_a_finding_that_was_not_weighed_is_never_clear():
    assert outcome_of([finding(K.KEY_ITEM)], []) == Outcome.INCOMPLETE


def test_order_of_findings_does_not_depend_on_the_order_of_screens():
    found = [finding(k, path=f"$.{i}") for i, k in enumerate(FindingKind)]
    assert weigh(found) == weigh(reversed(found))


def test_a_reason_keeps_its_id_when_its_wording_changes():
    one = finding(K.KEY_ITEM)
    other = Finding(Screen.GOODS, K.KEY_ITEM, "$.lines[0].hs", "x", "another sentence", score=0.5)
    assert one.id == other.id
