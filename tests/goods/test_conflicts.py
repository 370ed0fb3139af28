"""Two statements about the same goods that cannot both be true, each with its look-alike."""

import pytest

import vigil
from vigil.model.finding import FindingKind


@pytest.fixture(scope="module")
def world():
    return vigil.load_world()


@pytest.fixture
def told(world):
    """The subjects of the contradictions of an order with one line, by path."""

    def screen(line, **order):
        given = {
            "id": "o", "date": "2026-08-07", "exporter": {"name": "Exporter", "country": "DE"},
            "parties": [
                {"role": role, "name": "Example Works", "country": "FR"}
                for role in ("buyer", "consignee", "end_user")
            ],
            "lines": [{"line": 1, **line}], **order,
        }  # fmt: skip
        found = vigil.screen_order(given, world).findings
        return {
            f.path: f.subject
            for f in found
            if f.kind is FindingKind.CONFLICTING_INFORMATION and f.screen == "goods"
        }

    return screen


@pytest.mark.parametrize(
    ("line", "path", "subject", "why"),
    [
        ({"hs": "845090", "eccn": "7A103", "description": "spare part"}, "eccn", "eccn_and_hs",
         "an inertial system is no part of a washing machine"),
        ({"hs": "392690", "eccn": "3A001", "description": "housing"}, "eccn", "eccn_and_hs",
         "electronics of category 3 are not of plastics"),
        ({"hs": "610910", "eccn": "7A994", "description": "articles"}, "eccn", "eccn_and_hs",
         "navigation is no clothing"),
        ({"hs": "845090", "part_number": "ADXL103CE", "description": "spare part"},
         "part_number", "part_and_hs", "a part seen in wrecks under the code of a washing machine"),
        ({"hs": "392690", "part_number": "XC7A35T-1CSG324I", "description": "cover"},
         "part_number", "part_and_hs", "an FPGA among plastics"),
        ({"hs": "845090", "part_number": "ADIS16495-2BMLZ", "description": "spare part"},
         "part_number", "part_and_hs", "an inertial sensor, though this one was in no wreck"),
        ({"hs": "950300", "part_number": "XCZU9EG-2FFVB1156I", "description": "toy"},
         "part_number", "part_and_hs", "no toy has such a chip"),
        ({"hs": "851712", "part_number": "ZED-F9P-04B", "manufacturer": "Texas Instruments"},
         "manufacturer", "part_and_maker", "a module of u-blox, said to be of a chip maker"),
        ({"part_number": "STM32F405RGT6", "manufacturer": "Texas Instruments"},
         "manufacturer", "part_and_maker", "STM32 are STMicroelectronics'"),
        ({"part_number": "XC7K325T-2FFG900I", "manufacturer": "Altera"},
         "manufacturer", "part_and_maker", "two makers of FPGAs that compete"),
        ({"part_number": "Xilinx XC7K325T", "manufacturer": "Analog Devices Inc."},
         "manufacturer", "part_and_maker", "the number even names its own"),
        ({"hs": "950300", "description": "gyroscope, fibre optic"}, "description", "words_and_hs",
         "declared as a toy"),
        ({"hs": "392690", "description": "microcontrollers, 32 bit"}, "description",
         "words_and_hs", "chips declared as plastics"),
        ({"hs": "870899", "description": "car parts, fibre optic gyroscope"}, "description",
         "words_and_hs", "no car has one, and its code is another"),
        ({"hs": "850110", "description": "GNSS receivers"}, "description", "words_and_hs",
         "a motor's code"),
        ({"description": "spare part for washing machine: fibre optic gyroscope"}, "description",
         "words_and_purpose", "no washing machine has one"),
        ({"description": "запасная часть для стиральной машины, гироскоп"}, "description",
         "words_and_purpose", "the same in Russian"),
    ],
    ids=lambda value: value if isinstance(value, str) and " " in value else None,
)  # fmt: skip
def test_a_contradiction_is_told_at_the_field_that_says_more(told, line, path, subject, why):
    assert told(line) == {f"$.lines[0].{path}": subject}, why


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ({"hs": "845090", "description": "spare part for washing machine: drain pump"}, "one part"),
        ({"hs": "845090", "eccn": "EAR99", "description": "control board"}, "ordinary goods"),
        ({"hs": "845090", "eccn": "3A991", "description": "control board with microcontroller"},
         "household electronics may be of the lowest group"),
        ({"hs": "950300", "description": "toy gyroscope"}, "a toy is declared as a toy"),
        ({"hs": "854231", "eccn": "3A001", "description": "microcontroller"}, "they agree"),
        ({"hs": "901420", "eccn": "7A103", "description": "inertial measurement unit"}, "agree"),
        ({"hs": "847330", "part_number": "XC7A35T-1CSG324I", "description": "board"},
         "codes among electronics are mixed up in good faith"),
        ({"hs": "845090", "part_number": "LM317", "description": "spare part"}, "an everyday part"),
        ({"hs": "901420", "part_number": "ADIS16495-2BMLZ"}, "its own code"),
        ({"hs": "854239", "part_number": "ADIS16495-2BMLZ"}, "electronics among themselves"),
        ({"hs": "845090", "part_number": "ATMEGA328P-AU"}, "a washing machine has such a chip"),
        ({"hs": "845090", "part_number": "ADIS-16", "description": "door seal"}, "another number"),
        ({"part_number": "XC7K325T-2FFG900I", "manufacturer": "AMD"}, "AMD took Xilinx over"),
        ({"part_number": "EP4CE22F17C6N", "manufacturer": "Intel"}, "and Intel Altera"),
        ({"part_number": "IRFP4668PBF", "manufacturer": "Infineon"}, "International Rectifier"),
        ({"part_number": "OPA2134PA", "manufacturer": "Texas Instruments"}, "Burr-Brown"),
        ({"part_number": "LM358N", "manufacturer": "TI"}, "National Semiconductor"),
        ({"part_number": "LM317T", "manufacturer": "STMicroelectronics"}, "made by many"),
        ({"part_number": "MAX232CPE", "manufacturer": "Texas Instruments"}, "a second source"),
        ({"part_number": "IDT7204L25J", "manufacturer": "Renesas"}, "IDT"),
        ({"part_number": "ISL6612CBZ", "manufacturer": "Renesas"}, "Intersil"),
        ({"part_number": "FQP30N06L", "manufacturer": "onsemi"}, "Fairchild"),
        ({"part_number": "ATMEGA328P-AU", "manufacturer": "Microchip Technology"}, "Atmel"),
        ({"part_number": "ATSAMD21G18A-AU", "manufacturer": "Atmel"}, "its former name"),
        ({"part_number": "LTC3780EG#PBF", "manufacturer": "Analog Devices"}, "Linear"),
        ({"part_number": "DS3231SN", "manufacturer": "ADI"}, "Dallas, Maxim"),
        ({"part_number": "CY8C4245AXI-483", "manufacturer": "Infineon Technologies AG"}, "Cypress"),
        ({"part_number": "MCIMX6Q5EYM10AC", "manufacturer": "NXP"}, "Freescale"),
        ({"part_number": "74HC595D", "manufacturer": "Diodes Incorporated"}, "logic of many"),
        ({"part_number": "NEO-M8N-0-10", "manufacturer": "Tallysman"}, "an antenna with a module"),
        ({"part_number": "ZED-F9P", "manufacturer": "CUAV"}, "a board with a module"),
        ({"part_number": "STM32F405RGT6", "manufacturer": "Example Trading LLC"}, "unknown"),
        ({"part_number": "STM32F405RGT6", "manufacturer": "Mouser Electronics"}, "a distributor"),
        ({"part_number": "STM32F405RGT6", "manufacturer": "STM / Texas Instruments"}, "a choice"),
        ({"part_number": "STM32F405RGT6", "manufacturer": "TI (STMicroelectronics)"}, "both"),
        ({"part_number": "AX-250", "manufacturer": "Texas Instruments"}, "two letters are weak"),
        ({"part_number": "STM32F405RGT6", "manufacturer": None}, "no maker given"),
        ({"manufacturer": "Texas Instruments", "description": "controller STM32F405RGT6"},
         "in words it may be beside it"),
        ({"hs": "392690", "description": "housing for microcontrollers"}, "a housing is plastics"),
        ({"hs": "420292", "description": "bag for a drone"}, "a bag is a bag"),
        ({"hs": "840910", "description": "parts of aircraft engines, pistons"}, "they have a code"),
        ({"hs": "854231", "description": "MEMS gyroscope IC"}, "a chip may hold one"),
        ({"hs": "851762", "description": "radio modem with GNSS receiver"}, "it comes with one"),
        ({"hs": "845090", "description": "vibration sensor for washing machine"}, "it has one"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)  # fmt: skip
def test_what_may_be_true_is_not_told(told, line, why):
    assert told(line) == {}, why


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (1000.0, {}), (1300.0, {}), (600.0, {}), (2001.0, {"$.value": "value_and_lines"}),
        (100.0, {"$.value": "value_and_lines"}), (None, {}),
    ],
)  # fmt: skip
def test_the_value_of_an_order_is_near_that_of_its_lines(told, value, expected):
    line = {"hs": "843120", "description": "fork", "quantity": 10, "unit_price": 100.0}
    assert told(line, value=value) == expected


def test_a_line_without_a_price_makes_no_value(told):
    assert told({"hs": "843120", "description": "fork", "quantity": 10}, value=9.0) == {}
