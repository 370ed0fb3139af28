"""Labelled lines: which part of a wreck a line is, and how much of its number is met."""

from pathlib import Path

import pytest
import yaml

from tests.goods.shipped_goods import screen_line
from vigil.goods.part_index import Level
from vigil.goods.parts import SAME
from vigil.model.finding import FindingKind

LINES = yaml.safe_load((Path(__file__).parent / "part_lines.yml").read_text(encoding="utf-8"))
FIELDS = ("part_number", "description", "manufacturer")


def said(line):
    return {field: line[field] for field in FIELDS if field in line}


def told(line):
    return pytest.param(line, id=f"{' '.join(said(line).values())}: {line['why']}")


@pytest.mark.parametrize("line", [told(line) for line in LINES if line["part"]])
def test_a_line_is_the_part_that_was_seen(line):
    (found,) = screen_line("IR", eccn="EAR99", **said(line))
    assert found.subject == line["part"]
    assert found.score == SAME[Level(line["level"])]
    assert found.strength == line["strength"]


@pytest.mark.parametrize("line", [told(line) for line in LINES if not line["part"]])
def test_a_look_alike_is_silent(line):
    found = screen_line("IR", eccn="EAR99", **said(line))
    assert {f.strength for f in found} <= {line.get("allow")}


def test_both_sides_are_there_and_each_line_once():
    assert len(LINES) == len({str(said(line)) for line in LINES}) >= 40
    assert all(f.kind is FindingKind.UAV_PART for f in screen_line("IR", part_number="NEO-M8N"))


@pytest.mark.parametrize(
    ("number", "verified", "basis"),
    [
        ("NEO-M8T-0", True, "secondary"),
        ("XC7Z020-1CLG400C", True, "secondary"),
        ("TVP5150PBS", False, "memory"),
    ],
)
def test_that_two_numbers_are_one_part_has_its_own_source(number, verified, basis):
    (found,) = screen_line("IR", eccn="EAR99", part_number=number)
    assert (found.verified, found.basis) == (verified, basis)
