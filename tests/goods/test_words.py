"""Words that point to a key item, and those that do not."""

from datetime import date

import pytest

from vigil.decide import weigh
from vigil.goods.words import what_it_is
from vigil.model.finding import FindingKind, Ground, Strength


def pointed(screening):
    return [
        f.subject
        for f in screening.findings
        if f.kind is FindingKind.KEY_ITEM and f.path == "$.lines[0].description"
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("32-bit microcontrollers", "854231"),
        ("MICROCONTROLLER", "854231"),
        ("For export: microcontrollers", "854231"),
        ("MCUs, tape and reel", "854231"),
        ("SoC chip for displays", "854231"),
        ("STM32F407VGT6 in tray", "854231"),
        ("Spartan-6 FPGA", "854231"),
        ("Cyclone chip", "854231"),
        ("NAND flash memory", "854232"),
        ("MEMS gyroscope", "854151"),
        ("GRM188R71H104KA93", "853224"),
        ("T495 capacitor", "853224"),
        ("Rotax 912 engine", "840710"),
    ],
)
def test_words_point_to_the_code(screen, text, code):
    found = screen("TR", eccn="EAR99", description=text)
    assert pointed(found) == [code]
    finding = next(f for f in found.findings if f.kind is FindingKind.KEY_ITEM)
    assert Ground.WORDS_ONLY in finding.grounds


@pytest.mark.parametrize(
    "text",
    [
        "Memory-foam mattress",
        "Spartan kitchen knife",
        "Cyclone vacuum cleaner",
        "Rice, 500 GRM bags",
        "soc pastry",
        "cpu",
        "T495 laptop bag",
        "Bearing 6202",
        "TMS320",
        "STM321",
        "Laptop with Intel CPU and FPGA card",
        "Cooling fan for CPU",
        "Notebook 14 in, i7 CPU",
        "Ball bearings",  # off the list since 2025-07-01
    ],
)
def test_ordinary_goods_are_silent(screen, text):
    assert pointed(screen("TR", eccn="EAR99", description=text)) == []


@pytest.mark.parametrize(
    ("hs", "text", "codes"),
    [
        ("847330", "Electronic parts, FPGA", ["854231"]),
        ("847330", "Microcontrollers", ["854231"]),
        ("850110", "Microcontrollers", ["854231"]),
        ("854231", "Microcontroller with flash memory", []),
        ("854231", "Microcontroller, flash memory", []),
        ("847130", "Laptop 14 in, CPU i7", []),
        ("940421", "Mattress, microcontroller", []),
        ("060311", "Gerbera, CPU", []),
        ("850811", "Cyclone vacuum cleaner, CPU", []),
    ],
)
def test_a_declared_code_says_what_the_goods_are(screen, hs, text, codes):
    assert pointed(screen("TR", hs=hs, description=text)) == codes


@pytest.mark.parametrize(
    ("destination", "strength"),
    [("IR", Strength.REVIEW), ("TR", Strength.REVIEW), ("DE", Strength.NOTE)],
)
def test_words_alone_never_stop(screen, destination, strength):
    found = weigh(screen(destination, eccn="EAR99", description="microcontroller").findings)
    assert [finding.strength for finding in found] == [strength]


def test_words_point_to_no_list_before_its_first_day(screen):
    assert pointed(screen("IR", date(2023, 1, 1), eccn="EAR99", description="flash memory")) == []


def test_a_watched_word_is_a_note(screen):
    (finding,) = weigh(screen("IR", eccn="EAR99", description="servomotor").findings)
    assert {Ground.WATCH_ONLY, Ground.WORDS_ONLY} <= set(finding.grounds)
    assert finding.strength is Strength.NOTE


@pytest.mark.parametrize("text", ["", " ", "для", "with", ",,,", "\u200b", "x" * 10_000])
@pytest.mark.parametrize("has_hs", [True, False])
def test_any_text_can_be_read(text, has_hs):
    assert len(what_it_is(text, has_hs=has_hs)) <= len(text)
