"""Key items by HS code, and the days on which they count."""

from datetime import date

import pytest

from vigil.decide import weigh
from vigil.model.finding import FindingKind, Ground, Strength
from vigil.model.provision import Basis


def key_items(screening):
    return [f for f in screening.findings if f.kind is FindingKind.KEY_ITEM]


@pytest.mark.parametrize(
    "hs", ["854231", "8542310", "85423100", "854231000", "8542310000", "854231900019"]
)
def test_a_longer_national_code_is_under_the_six_digits(screen, hs):
    (finding,) = key_items(screen("IR", hs=hs, description="goods"))
    assert (finding.path, finding.subject, finding.value) == ("$.lines[0].hs", "854231", hs)
    assert finding.features[0].detail == f"declared {hs} begins with 854231"


@pytest.mark.parametrize("hs", ["854230", "542310", "848220", "060311"])
def test_a_neighbouring_code_is_no_key_item(screen, hs):
    assert key_items(screen("IR", hs=hs, description="goods")) == []


@pytest.mark.parametrize(
    ("destination", "strength"),
    [("IR", Strength.STOP), ("RU", Strength.STOP), ("TR", Strength.REVIEW), ("DE", Strength.NOTE)],
)
def test_a_processor_weighs_by_where_it_goes(screen, destination, strength):
    (finding,) = weigh(screen(destination, hs="854231", description="goods").findings)
    assert finding.strength is strength


@pytest.mark.parametrize(
    ("on", "count"),
    [(date(2024, 2, 22), 0), (date(2024, 2, 23), 1), (date(2025, 6, 30), 1), (date(2025, 7, 1), 0)],
    ids=["day before", "first day", "last day", "day after"],
)
def test_a_membership_counts_from_its_first_day_to_its_last(screen, on, count):
    assert len(key_items(screen("IR", on, hs="848210", description="goods"))) == count


def test_a_list_not_yet_in_force_is_not_cited(screen):
    (finding,) = key_items(screen("IR", date(2024, 2, 22), hs="854231", description="goods"))
    assert "Common High Priority" not in finding.summary + str(finding.features)


def test_a_candidate_says_so(screen):
    (finding,) = key_items(screen("IR", hs="840710", description="goods"))
    assert "candidate: the table of codes was not read at the source" in finding.summary
    assert (finding.verified, finding.basis) == (False, Basis.MEMORY)


def test_a_code_read_on_one_list_is_no_candidate(screen):
    (finding,) = key_items(screen("IR", hs="854231", description="goods"))
    assert "candidate" not in finding.summary
    assert (finding.verified, finding.basis) == (True, Basis.SECONDARY)


def test_the_finding_tells_list_tier_and_day(screen):
    (finding,) = key_items(screen("IR", hs="854231", description="goods"))
    assert "Common High Priority List, tier 1, from 2024-02-23 and 1 more list." in finding.summary


def test_the_finding_points_to_the_page_of_the_fact(screen):
    (finding,) = key_items(screen("IR", hs="854231", description="goods"))
    assert finding.provenance.url == "https://bis.example/chpl"
    assert finding.provenance.sha256 == "00"


def test_the_law_of_list_and_destination_is_cited(screen):
    (finding,) = key_items(screen("IR", date(2023, 2, 24), hs="854231", description="goods"))
    assert [citation.id for citation in finding.provisions] == ["us-supp7", "us-iran"]


def test_the_law_of_iran_is_not_cited_for_germany(screen):
    (finding,) = key_items(screen("DE", hs="854231", description="goods"))
    assert [citation.id for citation in finding.provisions] == ["us-supp7"]


def test_a_watched_code_is_only_watched(screen):
    (finding,) = weigh(screen("IR", hs="850110", description="goods").findings)
    assert Ground.WATCH_ONLY in finding.grounds
    assert finding.strength is Strength.NOTE
    assert "on no official list" in finding.summary


def test_a_list_is_told_with_tier_day_reading_edition_and_source(screen):
    (finding,) = key_items(screen("IR", hs="854231", description="goods"))
    chpl, supp7 = [f.detail for f in finding.features if f.name == "list"]
    assert chpl == (
        "Common High Priority List, tier 1, from 2024-02-23, read in a secondary source, verified, "
        "codes of HS 2022, https://bis.example/chpl"
    )
    assert "not verified" in supp7
