"""Parts sold by the million never stop an order alone, by number or in words, to Iran either."""

import pytest

from tests.goods.shipped_goods import screen_goods_line, shipped
from vigil.model.finding import Strength

# Written from the shelves of hobby shops and distributors, not from the table.
SOLD_BY_THE_MILLION = (
    "LM317", "LM317T", "LM7805CT", "L7805CV", "78L05", "79L05", "LM358N", "LM324N", "LM393P",
    "LM386N-1", "LM741CN", "LM2596S-5.0", "LM1117T-3.3", "AMS1117-3.3", "TL431A", "TL071CP",
    "TL074CN", "TL494CN", "NE555P", "NE5532P", "UA741CN", "ULN2003AN", "ULN2803A", "L293D",
    "L298N", "MAX232", "MAX232CPE", "MAX3232ESE", "MAX485ESA", "SN75176BP", "SN74HC595N",
    "74HC04", "74HC595D", "74HC4051", "CD4017BE", "CD4066BE", "PC817C", "4N35", "MOC3021",
    "1N4148", "1N4007", "1N5819", "1N5408", "BAT54S", "2N2222A", "2N3904", "2N3055", "BC547B",
    "BC337", "BC847C", "BD139", "TIP31C", "TIP122", "IRF540N", "IRFZ44N", "IRF3205", "IRLZ44N",
    "BS170", "BTA16-600B", "CR2032", "CR2025", "NCR18650B", "INR18650-25R", "ATMEGA328P-PU",
    "ATMEGA2560-16AU", "ATTINY85-20PU", "PIC16F84A", "PIC16F628A", "24LC256", "AT24C256",
    "W25Q64JVSSIQ", "STM32F103C8T6", "STM32F030F4P6", "ESP32-WROOM-32", "ESP8266EX", "CH340G",
    "CP2102", "FT232RL", "DS18B20", "DS1307", "DS3231SN", "MPU-6050", "HC-SR04", "SG90", "MG996R",
    "BMP280", "LIS3DH", "MCP2515", "MCP3008", "INA219", "ADS1115", "OPA2134PA", "XL4015E1",
    "MP1584EN", "TP4056", "SRD-05VDC-SL-C", "G5LE-1", "XT60", "XT90", "LPC1768FBD100",
    "LPC2138FBD64", "STM32G071RBT6", "ATXMEGA64A3U-AU", "AD9517-3ABCPZ", "EPCQ64ASI16N",
    "LIS3LV02DL",
)  # fmt: skip


# Kinds as the header of the table has them; a kind that is told apart by part is in neither.
EVERYDAY_KINDS = {
    "amplifier", "bus switch", "capacitor", "clock chip", "clock generator", "configuration memory",
    "connector", "coupler", "diode", "driver chip", "filter", "line driver or transceiver",
    "limiter", "logic chip", "memory chip", "optocoupler", "power chip", "power limiter",
    "programmable logic device", "radio amplifier", "relay", "transformer", "transistor",
    "voltage converter", "voltage reference", "voltage regulator",
}  # fmt: skip
OTHER_KINDS = {
    "accelerometer", "antenna", "antenna for satellite navigation", "brushless motor", "camera",
    "camera gimbal", "camera module", "digital signal controller", "digital-to-analogue converter",
    "electric motor", "field-programmable gate array", "frequency synthesiser", "gyroscope",
    "mesh network modem", "piston engine", "radio power amplifier", "radio power transistor",
    "satellite navigation chip", "satellite navigation module", "servomotor",
    "small turbojet engine",
}  # fmt: skip
CONSUMER_GRADE = {"LIS3LV02DL"}


@pytest.mark.parametrize("field", ["part_number", "description"])
@pytest.mark.parametrize("number", SOLD_BY_THE_MILLION)
def test_what_is_sold_by_the_million_never_stops(number, field):
    found = screen_goods_line("IR", eccn="EAR99", **{field: number})
    assert Strength.STOP not in {finding.strength for finding in found}


def test_no_everyday_part_of_the_table_stops():
    goods, _ = shipped()
    everyday = [part for part in goods.parts if part.everyday]
    stopped = [
        part.part_number
        for part in everyday
        if any(
            finding.strength is Strength.STOP
            for finding in screen_goods_line(
                "IR", eccn="EAR99", part_number=part.part_number, manufacturer=part.manufacturer
            )
        )
    ]
    assert len(everyday) > 300
    assert stopped == []


@pytest.mark.parametrize(("kinds", "everyday"), [(EVERYDAY_KINDS, True), (OTHER_KINDS, False)])
def test_parts_of_a_kind_are_alike(kinds, everyday):
    parts = [p for p in shipped()[0].parts if p.key not in CONSUMER_GRADE]
    assert kinds <= {part.description for part in parts}
    assert [p.key for p in parts if p.description in kinds and p.everyday is not everyday] == []


def test_a_part_that_is_not_everyday_does_stop():
    found = screen_goods_line("IR", eccn="EAR99", part_number="TMS320F28335PGFA")
    assert Strength.STOP in {finding.strength for finding in found}
