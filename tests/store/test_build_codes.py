"""A world with a list of codes as the eCFR has it on a day."""

from datetime import date

import pytest

import vigil
from vigil.errors import InvalidInput, SourceChanged
from vigil.store.build import CodeFile, build_world
from vigil.store.worlds import open_world

DAY = date(2026, 7, 23)
LIST = "EAR_746_SUPP7"
CODES = ("840710", "840910", "841112", "841191", "850110", "851762", "852691", "853221",
         "854231", "854239", "901420", "870899")  # fmt: skip


def part_746(codes=CODES):
    rows = "".join(f"<TR><TD>{c[:4]}.{c[4:]}</TD><TD>Example {c}</TD></TR>" for c in codes)
    return (
        '<DIV5 N="746" TYPE="PART"><DIV9 N="Supplement No. 7 to Part 746" TYPE="APPENDIX">'
        "<HEAD>Supplement No. 7</HEAD><TABLE><TR><TH>HTS-6 Code</TH><TH>HTS Description</TH></TR>"
        f"{rows}</TABLE></DIV9></DIV5>"
    )


@pytest.fixture
def build(tmp_path):
    def run(text, list_id=LIST, times=1):
        (tmp_path / "part746.xml").write_text(text, encoding="utf-8")
        codes = [CodeFile(list_id, tmp_path / "part746.xml", DAY)] * times
        folder = tmp_path / "built"
        build_world(folder, [("vigil_uav", None)], as_of=None, built_on=DAY,
                    shipped=open_world(None), codes=codes)  # fmt: skip
        return vigil.load_world(folder)

    return run


def order(hs, day):
    return {
        "id": "o", "date": day, "exporter": {"country": "US"},
        "parties": [{"role": role, "name": "Example Works", "country": "IR"}
                    for role in ("buyer", "consignee", "end_user")],
        "lines": [{"line": 1, "hs": hs, "description": "parts"}],
    }  # fmt: skip


def key_item(world, hs, day):
    found = vigil.screen_order(order(hs, day), world).findings
    return next((f for f in found if f.kind == "key_item"), None)


def test_a_code_of_the_table_is_verified_from_its_day_on(build):
    world = build(part_746())
    assert key_item(world, "870899", "2026-08-07").verified
    assert key_item(world, "870899", "2026-07-22") is None
    assert key_item(vigil.load_world(), "870899", "2026-08-07") is None
    assert world.id != vigil.load_world().id


def test_a_table_of_less_than_it_began_with_is_refused_and_no_world_is_made(build, tmp_path):
    with pytest.raises(SourceChanged, match=r"part746\.xml: .*12 to 500 entries, got 11"):
        build(part_746(CODES[:-1]))
    assert not (tmp_path / "built").exists()


@pytest.mark.parametrize(
    ("list_id", "times", "message"),
    [("CHPL", 1, "must be one of EAR_746_SUPP7"), (LIST, 2, "must be named once")],
)
def test_a_list_that_makes_no_sense_is_refused(build, list_id, times, message):
    with pytest.raises(InvalidInput, match=message):
        build(part_746(), list_id, times)
