"""Markings taken apart, on the families and makers that ship with the package."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.goods.markings import shipped_reader
from vigil.goods.makers import Maker, Makers
from vigil.goods.part_families import PartFamilies, PartFamily, beginnings

READER = shipped_reader()


@pytest.fixture(scope="module")
def reader():
    return READER


@pytest.mark.parametrize(
    ("marking", "maker", "base", "suffix"),
    [
        ("FPGA Altera Cyclone II EP2C5T144I8N KBBD9Y2043U", "altera", "EP2C5", "T144I8N"),
        ("DC converter NPH15S2412IC, NPH15S2403IC", "murata", "NPH15S2412", "IC"),
        ("two-channel transceiver ADM3202 ARNZ #2135", "adi", "ADM3202", "ARNZ"),
        ("Analog-digital converter AD 7864AS-2", "adi", "AD7864", "AS2"),
        ("PLD AMD Geode ALXD800EEXJ2VF 1529 COA", "amd", "ALXD800", "EEXJ2VF"),
        ("STM32F405RGT6", "st", "STM32F405", "RGT6"),
        ("DSP (TMS320  F28335PGFA G4A-17C76FW  G4)", "ti", "TMS320F28335", "PGFA"),
        ("clock generator Si 5338 A 1504", "skyworks", "SI5338", "A"),
        ("plug МS3112Е14-19Р", "amphenol", "MS3112E1419P", None),
        ("Transceiver VP231 58M A9VR", "ti", "VP231", None),
        ("Traco TEN 20-2411", "traco", "TEN202411", None),
        ("FPGA XC7A35T-1CSG324I", "xilinx", "XC7A35T", "1CSG324I"),
        ("Spartan™ XCV150™ PQ240", "xilinx", "XCV150", "PQ240"),
        ("navigation receiver МНП-М7", "irz-svyaz", "MHПM7", None),
        ("antenna Комета-М8", "vniir", "KOMETAM8", None),
        ("MCL ADTL2-18", "mini-circuits", "ADTL218", None),
        ("amplifier ADTL082", "adi", "ADTL082", None),
    ],
)
def test_a_marking_is_taken_apart(reader, marking, maker, base, suffix):
    read = reader.read(marking)
    assert (read.maker.id, read.base, read.suffix) == (maker, base, suffix)


@pytest.mark.parametrize(
    ("marking", "date_code", "lot", "reel"),
    [
        ("transceiver ADM3202 ARNZ #2135", "2135", None, None),
        ("PLD AMD Geode ALXD800EEXJ2VF 1529 COA", "1529", None, None),
        ("FPGA EP2C5T144I8N KBBD9Y2043U", None, "KBBD9Y2043U", None),
        ("transceiver ADM3202ARUZ-REEL7", None, None, "REEL7"),
        ("inductor IHLP3232CZER4R7M11 4.7uH 2215NA", "2215NA", None, None),
        ("converter AD7864AS 9954", None, None, None),
    ],
)
def test_lot_date_and_reel_are_told_from_the_number(reader, marking, date_code, lot, reel):
    read = reader.read(marking)
    assert (read.date_code, read.lot, read.reel) == (date_code, lot, reel)


@pytest.mark.parametrize(
    "text",
    [
        "32-bit microcontroller",
        "Capacitor 330uF25V",
        "relay 12VDC 50mm",
        "TSSOP-16 case, 0.65mm pitch",
        "Bosch washing machine pump",
        "single-phase solid-state DC relay",
        "max 500 kg",
        "op. 27 no. 2",
        "—",
        "",
    ],
)
def test_sizes_and_words_are_no_numbers(reader, text):
    assert reader.read(text).family is None


@pytest.mark.parametrize(
    ("text", "is_weak"),
    [
        ("AC220 adapter", True),
        ("pump MAX 500", True),
        ("MAX3232ESE", False),
        ("LT1000", True),
        ("Linear Technology LT1000", False),
        ("Texas Instruments AC04 logic", False),
    ],
)
def test_few_letters_without_a_maker_are_weak(reader, text, is_weak):
    assert reader.read(text).is_weak is is_weak


def test_a_maker_named_beside_an_unknown_number_leaves_the_family_to_its_letters(reader):
    read = reader.read("Servo drive Hitec QRS-7245MH")
    assert (read.maker.id, read.head, read.family) == ("hitec", "QRS", None)


def test_the_maker_named_counts_before_the_one_whose_number_it_is(reader):
    read = reader.read("VBsemi IRF7103TRPBF")
    assert (read.maker.id, read.family) == ("vbsemi", None)


def test_the_field_names_the_maker_where_the_text_does_not(reader):
    vbsemi = reader.makers.of_field("VBsemi Electronics Co.,Ltd")
    assert reader.read("IRF7103TRPBF", vbsemi).maker is vbsemi


@given(st.text(max_size=60))
def test_any_text_is_read(text):
    read = READER.read(text)
    assert (read.head is None) == (read.number is None)
    assert read.number is None or read.number.startswith(read.base)


@pytest.mark.parametrize(
    ("field", "maker"),
    [
        ("Xilinx Inc. (AMD)", "xilinx"),
        ("AMD Xilinx", "amd"),
        ("TI", "ti"),
        ("IR", "ir"),
        ("International Rectifier", "ir"),
        ("Burr-Brown Corporation (Texas Instruments)", "burr-brown"),
        ("MAXIM", "maxim"),
        ("Würth Elektronik GmbH", "wurth"),
        ("u-blox AG", "u-blox"),
        ("Spansion (Cypress Semiconductor, Infineon Technologies)", "spansion"),
        ("ST Microelectronics N.V.", "st"),
    ],
)
def test_a_manufacturer_field_is_met_by_alias(reader, field, maker):
    assert reader.makers.of_field(field).id == maker


@pytest.mark.parametrize("field", ["Maximilian Foods", "Irwin Tools", "Tina GmbH", "Not given", ""])
def test_other_firms_are_no_makers(reader, field):
    assert reader.makers.of_field(field) is None


@pytest.mark.parametrize("text", ["speed max 50", "ir lamp", "on top", "te deum", "linear guide"])
def test_short_names_say_nothing_in_running_text(reader, text):
    assert reader.makers.named_in(text) is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("maxim", "adi", True),
        ("dallas", "adi", True),
        ("spansion", "infineon", True),
        ("atmel", "microchip", True),
        ("ti", "adi", False),
    ],
)
def test_a_house_follows_its_successors(reader, one, other, same):
    makers = reader.makers
    assert makers.same_house(makers.by_id[one], makers.by_id[other]) is same


@pytest.mark.parametrize(
    ("marking", "maker", "could"),
    [
        ("MAX3232ESE", "adi", True),
        ("74HC595D", "onsemi", True),
        ("74HC595D", "u-blox", False),
        ("XC7A35T-1CSG324I", "altera", False),
        ("Altera EP2C5T144I8N", "xilinx", False),
        ("kitchen sink", "xilinx", True),
    ],
)
def test_who_could_have_made_a_part(reader, marking, maker, could):
    assert reader.may_be_of(reader.read(marking), reader.makers.by_id[maker]) is could


def test_successors_in_a_circle_end():
    one, two = Maker("one", "One", successor="two"), Maker("two", "Two", successor="one")
    assert Makers((one, two)).house(one) == "two"


@pytest.mark.parametrize(
    ("family", "expected"),
    [
        ("XC7", {"XC"}),
        ("[1-3]0BQ", {"10", "20", "30"}),
        ("LVTH?", {"LV"}),
        ("F?[12]A", {"F1", "F2", "1A", "2A"}),
    ],
)
def test_a_family_is_found_by_its_first_two_characters(family, expected):
    assert beginnings(family) == expected


def test_the_longest_beginning_comes_first():
    short = PartFamily("AD", ("adi",), "chip", False, False, 1, "[0-9]+")
    longer = PartFamily("AD9", ("adi",), "fast chip", False, False, 1, "[0-9]+")
    assert [met.family for met in PartFamilies((short, longer)).of("AD9361")] == [longer, short]
