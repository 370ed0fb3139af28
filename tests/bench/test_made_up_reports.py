"""The made-up reports that the speed of the evidence room is measured on."""

from collections import Counter

from bench.speed.evidence import grow
from bench.speed.made_up_reports import MadeUpReports
from vigil.evidence.reading import read_page

REPORTS = list(MadeUpReports(1).draw(120))


def test_the_same_seed_gives_the_same_pages():
    assert list(MadeUpReports(1).draw(120)) == REPORTS
    assert list(MadeUpReports(2).draw(3)) != REPORTS[:3]


def test_pages_are_of_about_four_kilobytes_and_half_of_them_html():
    texts = [r for r in REPORTS if not r.data.startswith(b"<!doctype")]
    assert 40 <= len(texts) <= 80
    assert 3000 < sum(len(r.data) for r in texts) / len(texts) < 5000


def test_most_pages_are_their_own_and_some_are_copies():
    how = Counter(report.how for report in REPORTS)
    assert how["own"] > len(REPORTS) / 2
    assert how["copy"] >= 10
    assert how["rewritten"] >= 1


def test_a_copy_shares_its_prose_with_the_page_before():
    at = next(n for n, report in enumerate(REPORTS) if report.how == "copy")
    own = max(n for n in range(at) if REPORTS[n].how == "own")
    one, two = (set(_sentences(REPORTS[n].data)) for n in (own, at))
    assert len(one & two) > len(two) / 2


def test_two_stories_share_no_sentence_but_the_sites_own():
    own = [report for report in REPORTS if report.how == "own"]
    one, two = (set(_sentences(report.data)) for report in own[:2])
    assert not {s for s in one & two if len(s) > 60 and "omments" not in s}


def test_the_cost_of_a_page_is_taken_at_each_size():
    grown = list(grow(30, 1, (10, 30)))
    assert [at.pages for at in grown] == [10, 30]
    assert all(at.graph_ms > 0 and at.add_and_find_ms > 0 for at in grown)


def _sentences(data: bytes) -> list[str]:
    return [s.strip() for s in read_page(data, "page").text.replace("\n", " ").split(". ")]
