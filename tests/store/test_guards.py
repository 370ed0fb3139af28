"""Every guard has a list that trips it and a look-alike that passes."""

from datetime import date, timedelta

import msgspec
import pytest

from vigil.lists.loaded import LoadedSource
from vigil.model.entity import Identifier, Name
from vigil.model.order import Kind
from vigil.store.guards import Reading, no_list, stopped_because
from vigil.store.sentinels import shipped_sentinels

FIRST = date(2026, 7, 1)
TODAY = date(2026, 7, 31)
XML = ("list.xml",)


@pytest.fixture
def check(listed):
    """The reasons against a list of 31 July beside one of 1 July."""

    def run(new, last, *, files=XML, last_files=XML, same=(), sentinels=None):
        new, last = (
            x if isinstance(x, LoadedSource) or x is None else listed(x, day)
            for x, day in ((new, TODAY), (last, FIRST))
        )
        before = None if last is None else Reading(last, last_files)
        return stopped_because(Reading(new, files), before, same, TODAY, sentinels=sentinels or {})

    return run


def changed(entities, count, **fields):
    return tuple(
        msgspec.structs.replace(e, **fields) if i < count else e for i, e in enumerate(entities)
    )


def only(reasons, said):
    """Is this the one reason?"""
    return len(reasons) == 1 and said in reasons[0]


def test_the_same_list_passes(check, entities):
    assert check(entities(100), entities(100)) == []


def test_a_first_list_passes(check, entities):
    assert check(entities(100), None) == []


def test_an_empty_list_is_stopped(check):
    assert only(check((), None), "no entries")


def test_a_list_that_lost_too_many_is_stopped(check, entities):
    assert only(check(entities(85), entities(100)), "15 entries are gone, 15% of 100")


def test_a_list_that_lost_a_few_passes(check, entities):
    assert check(entities(92), entities(100)) == []


def test_a_short_list_may_lose_ten(check, entities):
    assert check(entities(20), entities(30)) == []


def test_a_year_apart_a_list_may_have_lost_more(check, entities, listed):
    last = listed(entities(100), TODAY - timedelta(days=365))
    assert check(entities(85), last) == []


def test_a_list_that_grew_too_much_is_stopped(check, entities):
    assert only(check(entities(140), entities(100)), "40 entries are new, 40% of 100")


def test_a_list_that_grew_by_a_fifth_passes(check, entities):
    assert check(entities(120), entities(100)) == []


def test_a_list_that_changed_too_much_is_stopped(check, entities):
    new = changed(entities(100), 40, remarks="as amended")
    assert only(check(new, entities(100)), "40 entries are changed")


def test_a_list_that_changed_in_part_passes(check, entities):
    assert check(changed(entities(100), 25, remarks="as amended"), entities(100)) == []


def test_recent_changes_only_are_stopped(check, entities):
    said = (
        "94 entries are gone, 94% of 100 (of 2026-07-01); at most 11% is likely: a part, or recent"
    )
    assert only(check(entities(8, first=95), entities(100)), said)


def test_an_older_list_is_stopped(check, entities, listed):
    new = listed(entities(100), FIRST - timedelta(days=1))
    assert only(check(new, entities(100)), "of 2026-06-30, older than the one held, of 2026-07-01")


def test_another_list_of_the_same_day_passes(check, entities, listed):
    assert check(listed(entities(101), FIRST), entities(100)) == []


def test_a_list_of_tomorrow_is_stopped(check, entities, listed):
    new = listed(entities(100), TODAY + timedelta(days=1))
    assert only(check(new, entities(100)), "after today")


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"title": "Another list"}, "another title: Another list, and it was A list"),
        ({"url": "https://example.org"}, "another address"),
        ({"official": False}, "another standing"),
    ],
    ids=["title", "publisher", "official"],
)
def test_another_list_is_stopped(check, entities, listed, fields, said):
    assert only(check(listed(entities(100), TODAY, **fields), entities(100)), said)


def test_another_layout_is_stopped(check, entities):
    reasons = check(entities(100), entities(100), files=("sdn.csv",), last_files=("s.csv", "a.csv"))
    assert only(reasons, "another layout: 1 .csv, and it was 2 .csv")


@pytest.mark.parametrize("files", [("2026-07-31.XML",), ("list.xml", "list.xml.sha256")])
def test_another_file_name_or_a_seal_passes(check, entities, files):
    assert check(entities(100), entities(100), files=files) == []


@pytest.mark.parametrize(
    ("dated_by", "stopped"),
    [("built", True), ("as_of", False)],
    ids=["nobody says the day", "somebody says the day"],
)
def test_the_last_bytes_come_again_only_when_somebody_says_the_day(
    check, entities, listed, dated_by, stopped
):
    last = listed(entities(100), FIRST, sha256="aa")
    new = listed(entities(100), TODAY, sha256="aa", dated_by=dated_by)
    reasons = check(new, last, same=[FIRST])
    assert only(reasons, "give --as-of") if stopped else reasons == []


def test_an_old_file_of_a_new_day_is_stopped(check, entities, listed):
    old, last = listed(entities(99), TODAY, sha256="aa", dated_by="as_of"), entities(100)
    assert only(check(old, last, same=[FIRST - timedelta(days=9)]), "an old file?")


def test_a_number_that_comes_twice_is_stopped(check, entities):
    assert only(check((*entities(100), *entities(1)), entities(100)), "un_sc:1 the first")


def test_a_list_that_vanished_whole_is_stopped(check, entities):
    part = entities(20, first=901, source="us_state_isn")
    reasons = check(entities(800), (*entities(800), *part))
    assert only(reasons, "the list us_state_isn vanished: 0 entries, and there were 20")


def test_a_list_of_a_handful_may_end(check, entities):
    part = entities(9, first=901, source="us_state_isn")
    assert check(entities(800), (*entities(800), *part)) == []


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"kind": Kind.VESSEL}, "the kind vessel vanished: 1 entries, and there were 70"),
        ({"programmes": ("Iran",)}, "the programme Iran vanished: 1 entries, and there were 70"),
    ],
    ids=["kind", "programme"],
)
def test_a_large_part_that_vanished_is_stopped(check, entities, fields, said):
    part = entities(70, first=901, **fields)
    assert only(check((*entities(800), part[0]), (*entities(800), *part)), said)


@pytest.mark.parametrize("fields", [{"kind": Kind.VESSEL}, {"programmes": ("Iran",)}])
def test_a_small_part_may_end(check, entities, fields):
    part = entities(15, first=901, **fields)
    assert check(entities(800), (*entities(800), *part)) == []


def test_a_large_part_may_shrink(check, entities):
    part = entities(70, first=901, programmes=("Iran",))
    assert check((*entities(800), *part[:10]), (*entities(800), *part)) == []


def test_addresses_gone_from_all_are_stopped(check, entities):
    reasons = check(changed(entities(100), 100, addresses=()), entities(100))
    assert any("0% of entries have addresses, and 100% had" in reason for reason in reasons)


def test_a_common_field_gone_from_some_entries_is_stopped(check, entities):
    """A quarter of the entries lost their numbers: too few for the share that may change."""
    numbered = {"identifiers": (Identifier("imo", "9074729"),)}
    reasons = check(entities(100), changed(entities(100), 25, **numbered))
    assert only(reasons, "0% of entries have identifiers, and 25% had")


def test_aliases_gone_are_stopped(check, entities):
    two = {"names": (Name("One"), Name("Two"))}
    reasons = check(entities(100), changed(entities(100), 25, **two))
    assert only(reasons, "0% of entries have more than one name")


def test_a_rare_field_may_go(check, entities):
    assert check(entities(100), changed(entities(100), 10, remarks="x")) == []


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [("M�ller", "Müller"), ("MÃ¼ller", "Müller"), ("M?ller", "Müller?"), ("Ð˜Ð²Ð°Ð½", "Иван")],
    ids=["U+FFFD", "mojibake", "question mark", "mojibake of Cyrillic"],
)
def test_damaged_letters_are_stopped(check, entities, damaged, whole):
    broken, sound = (changed(entities(100), 5, names=(Name(text),)) for text in (damaged, whole))
    assert only(check(broken, entities(100)), "decoded as another encoding")
    assert only(check(broken, None), "decoded as another encoding")
    assert check(sound, entities(100)) == []


def test_a_publishers_own_slip_passes(check, entities):
    assert check(changed(entities(100), 1, names=(Name("M�ller"),)), entities(100)) == []


def test_damage_that_was_always_there_passes(check, entities):
    broken = changed(entities(100), 5, names=(Name("M�ller"),))
    assert check(broken, broken) == []


def test_a_list_without_a_sentinel_is_stopped(check, entities):
    sentinels = {"un_sc": (("un_sc:7", "Example Works 7"), ("un_sc:8", "Quite Another"))}
    reasons = check(entities(100), None, sentinels=sentinels)
    assert only(reasons, "'Quite Another' (un_sc:8) is not found")


def test_sentinels_that_are_found_pass(check, entities):
    sentinels = {"un_sc": (("un_sc:7", "EXAMPLE WORKS 7"),), "us_csl": (("us_csl:1", "X"),)}
    assert check(entities(100), None, sentinels=sentinels) == []


def test_each_source_with_sentinels_has_three_and_none_of_iran():
    known = shipped_sentinels()
    assert all(len(pairs) >= 3 for pairs in known.values())
    assert not [pair for pairs in known.values() for pair in pairs if ":IR" in pair[0]]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf \r\n", "is empty"),
        (b"\x1a", "is empty"),
        (b"<!DOCTYPE html><html>", "is an HTML page"),
        (b"\xef\xbb\xbf\n<HTML lang='en'>", "is an HTML page"),
    ],
    ids=["nothing", "only marks", "only the end mark", "doctype", "html"],
)
def test_what_is_no_list_is_told(data, said):
    assert said in no_list({"sdn.csv": data})


@pytest.mark.parametrize("data", [b"<CONSOLIDATED_LIST>", b'{"results": []}', b'36,"HTML LTD"'])
def test_what_may_be_a_list_is_left_to_its_reader(data):
    assert no_list({"list": data}) is None
