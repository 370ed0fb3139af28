"""Parts seen in wrecks, and everything that only looks like one."""

import pytest

from vigil.decide import weigh
from vigil.model.finding import FindingKind, Ground, Strength


def parts(screening):
    return [f for f in screening.findings if f.kind is FindingKind.UAV_PART]


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ({"part_number": "STM32F405RGT6"}, "STM32F405RGT6"),
        ({"part_number": "STM32F405-RGT6TR"}, "STM32F405RGT6"),
        ({"part_number": "stm32f405vgt6"}, "STM32F405"),
        ({"part_number": "TMS320F28335PGFA"}, "TMS320F28335PGFA"),
        ({"part_number": "XC7A35T-1CSG324I"}, "XC7A35T"),
        ({"description": "IC, XC7A35T-1CSG324I, new"}, "XC7A35T"),
        ({"description": "Rotax 912 ULS engine"}, "912"),
        ({"description": "ROTAX912 engine"}, "912"),
        ({"part_number": "912-ULS", "manufacturer": "BRP-Rotax"}, "912"),
        ({"part_number": "03094765", "manufacturer": "u-blox AG"}, "03094765"),
    ],
)
def test_a_part_is_found(screen, line, key):
    (finding,) = parts(screen("DE", eccn="EAR99", **line))
    (field,) = (name for name in ("part_number", "description") if name in line)
    assert (finding.path, finding.subject) == (f"$.lines[0].{field}", key)


@pytest.mark.parametrize(
    "line",
    [
        {"part_number": "TMS320"},
        {"part_number": "STM321"},
        {"description": "TMS320 and STM321"},
        {"part_number": "TMS320F2812PGFA"},
        {"part_number": "XC7A350T"},
        {"part_number": "LM25760"},
        {"part_number": "912"},
        {"description": "912 pieces of 914"},
        {"part_number": "912", "manufacturer": "Porsche"},
        {"part_number": "Rotax 9120"},
        {"part_number": "03094765"},
        {"description": "5000 pcs 50mm STM32 boxes"},
        {"part_number": "—", "description": " "},
    ],
)
def test_a_look_alike_is_no_part(screen, line):
    assert parts(screen("IR", eccn="EAR99", **line)) == []


@pytest.mark.parametrize("key", ["LM317", "LM317T", "MAX232", "MAX232ESE", "CR2032"])
@pytest.mark.parametrize("field", ["part_number", "description"])
def test_an_everyday_part_is_never_more_than_a_note(screen, key, field):
    found = weigh(screen("IR", eccn="EAR99", **{field: key}).findings)
    assert found
    assert {finding.strength for finding in found} == {Strength.NOTE}
    assert all(Ground.EVERYDAY_PART in finding.grounds for finding in found)


@pytest.mark.parametrize(
    ("destination", "strength"),
    [("IR", Strength.STOP), ("TR", Strength.REVIEW), ("DE", Strength.NOTE)],
)
def test_a_part_weighs_by_where_it_goes(screen, destination, strength):
    found = weigh(screen(destination, eccn="EAR99", part_number="XC7A35T").findings)
    assert [finding.strength for finding in found] == [strength]


def test_a_part_named_twice_is_one_finding(screen):
    found = screen("DE", eccn="EAR99", part_number="XC7A35T", description="XC7A35T, FPGA chip")
    assert [finding.path for finding in parts(found)] == ["$.lines[0].part_number"]


def test_a_part_tells_how_often_where_and_by_whom_and_clears_its_maker(screen):
    (finding,) = parts(screen("DE", eccn="EAR99", part_number="STM32F405RGT6"))
    assert finding.summary.startswith(
        "Part STM32F405RGT6 of STMicroelectronics was seen 3 times in shahed-136, "
        "as published by wrecks.example. This says nothing against its maker."
    )
    assert finding.provenance.url == "https://wrecks.example/1"
    assert "CC BY 4.0" in str(finding.features)


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ({"manufacturer": "STM32F405RGT6"}, "manufacturer"),
        ({"manufacturer": "STMicroelectronics STM32F405RGT6"}, "manufacturer"),
        ({"marking_request": "print STM32F405RGT6 on each"}, "marking_request"),
        ({"part_number": "C-0001/STM32F405RGT6"}, "part_number"),
        ({"description": "C-0001/STM32F405RGT6 chips"}, "description"),
        ({"manufacturer": "STM32", "part_number": "F405RGT6"}, "part_number"),
        ({"part_number": "STM32", "description": "F405RGT6 goods"}, "part_number"),
        ({"part_number": "STM32F4O5RGT6"}, "part_number"),
    ],
)
def test_a_number_that_hides_in_another_field_or_spelling_is_found(screen, line, field):
    (finding,) = parts(screen("DE", eccn="EAR99", **({"description": "goods"} | line)))
    assert (finding.path, finding.subject) == (f"$.lines[0].{field}", "STM32F405RGT6")


@pytest.mark.parametrize(
    "line",
    [
        {"manufacturer": "STMicroelectronics"},
        {"manufacturer": "STM", "part_number": "32 boxes"},
        {"part_number": "STM32", "description": "F405 boxes"},
        {"part_number": "STM32F4O7RGT6"},  # seen with another number
        {"marking_request": "print 912 on each"},
        {"part_number": "C-0001/TMS320"},
        {"description": "24V/12V and TMS320/STM321"},
    ],
)
def test_what_only_looks_like_a_hidden_number_is_none(screen, line):
    found = parts(screen("DE", eccn="EAR99", **({"description": "goods"} | line)))
    assert "STM32F405RGT6" not in {f.subject for f in found}
    assert not [f for f in found if f.score == 1.0]


def test_letters_for_digits_are_told(screen):
    (finding,) = parts(screen("DE", eccn="EAR99", part_number="STM32F4O5RGT6"))
    told = "STM32F4O5RGT6 is STM32F405RGT6 with letters for digits"
    assert finding.features[0].detail == told
