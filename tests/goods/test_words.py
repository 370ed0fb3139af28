"""Words that point to a key item, and those that do not."""

from datetime import date

import pytest

from vigil.decide import weigh
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
        ("T495D107K010 capacitor", "853224"),
        ("Rotax 912 engine", "840710"),
        ("Микроконтроллеров 100 шт.", "854231"),
        ("mikrokontrollery 32 bit", "854231"),
        ("Процессоры, корпус BGA", "854231"),
        ("Двигатели поршневые авиационные", "840710"),
        ("Станки токарные с ЧПУ", "845811"),
        ("ژیروسکوپ\u200cهای نوری", "901420"),
        ("واحد اندازه\u200cگیری اینرسی", "901420"),
        ("32位微控制器芯片", "854231"),
        ("光纤陀螺儀", "901420"),
        ("无人机用航空发动机", "840710"),
        ("無人機", "880699"),
        ("Jiroskobu, fiber optik", "901420"),
        ("Uçak motorları", "840710"),
        ("İHA için uçak motorunun", "840710"),
        ("UAV gyroscope", "901420"),
        ("Spare parts for a pump, microcontrollers", "854231"),
        ("Parts of toy: microcontrollers", "854231"),
        ("Book, STM32F407VGT6", "854231"),
        ("Microcontrollers for toys", "854231"),
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
        "CPU cooler",
        "Notebook stand, CPU",
        "Toy gyroscope",
        "Gyroscope toy",
        "Toy, gyroscope inside",
        "Microcontroller based doorbell",
        "Boxes for chips, microcontrollers, DRAM",
        "Flash memory card",
        "плис хлопковый",
        "Процессоры пищи",
        "Ноутбук, процессор, чип",
        "Сумка для UAV",
        "无人机玩具",
        "陀螺玩具",
        "Men's gyroscopic s watch",
        "UAV bag",
        "T495",
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
        ("940421", "Mattress, microcontroller", ["854231"]),
        ("060311", "Gerbera in pots", []),
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
