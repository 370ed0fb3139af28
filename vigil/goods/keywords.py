"""How a keyword of a key item meets the words of a description.

Five shapes, told by the keyword itself:

- a phrase or word (`radio modem`, `microcontroller`) meets as whole words, plurals included;
- an acronym (`CPU`, `SoC`) meets only in its own case;
- a stem of part numbers (`STM32`, `OPA`) meets the longer number that begins with it;
- a bare number (`6202`) says nothing by itself and never meets;
- a *weak* keyword is an ordinary word, a unit or a short code too (`plug`, `GRM`, `T495`): it
  counts only beside a word of the trade.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import msgspec

from vigil.goods.wording import Word, words_of

ACRONYM_CHARS = 5  # chosen: MCU, FPGA, JFET; longer words in capitals are only shouted
SHORT_CODE_CHARS = 4  # T495 is a capacitor and a laptop, P900 a modem and a camera
STEM_REST_CHARS = 2  # LPC17|68; what is shorter is the family itself or a slip (STM321)
STEM_REST_DIGITS = 3  # OPA|2134: after a stem of letters alone at least three digits

FAMILIES = frozenset(
    {"tms320", "stm32", "xc7", "xc6s", "ep4c", "mt41", "is42", "ad8", "sm5", "24lc"}
)
LETTER_STEMS = frozenset(
    {"opa", "tlv", "hmc", "irf", "adxl", "bmi", "taj", "grm", "cwr", "tyn", "atmega", "dspic"}
)

# Ordinary words, units, brands of other goods and parts of cars among the keywords.
WEAK = frozenset(
    {
        "spartan", "cyclone", "artix", "hemisphere", "kometa", "jetson", "recom", "traco", "vicor",
        "limbach", "hitec", "plug", "socket", "connector", "power plug", "slip ring", "aerial",
        "antenna", "wing", "scope", "spindle", "resonator", "pager", "intercom", "router",
        "inverter", "transponder", "tantal", "servo", "autopilot", "airframe", "fuselage",
        "periscope", "control surface", "cylinder head", "crankshaft", "carburettor",
        "engine spare parts", "two-stroke engine", "compression ignition engine",
        "optical device", "optical instrument", "propeller", "expansion card", "base station",
        "ups", "ins", "vor", "scr", "ate", "opa", "tlv", "hmc", "irf", "lna", "bmi", "taj", "grm",
        "cwr", "tyn", "dac", "adc", "soc", "pll", "ldo", "vmc", "dso", "mso", "tps series",
        "com express", "sam d", "pc/104", "mavic", "prepreg", "fibreglass", "e-glass",
        "wire connector", "rotor blade", "altimeter", "collimator", "triac", "diac", "etcher",
    }
)  # fmt: skip

# A word before that makes it another thing: a light-emitting diode is no diode of 8541.10.
OTHER_AFTER = {"diode": "emitting"}

# Part numbers among the keywords that are sold by the million.
EVERYDAY = ("max232", "lm358", "1n4148", "2n2222", "bc847", "74hc", "irfz44")

TRADE = frozenset(
    {
        "electronic", "electronics", "electrical", "semiconductor", "circuit", "circuits", "chip",
        "chips", "ic", "ics", "fpga", "cpld", "smd", "smt", "bga", "qfp", "tqfp", "soic", "dip",
        "pcb", "voltage", "volt", "amplifier", "capacitor", "capacitors", "transistor", "mosfet",
        "diode", "converter", "regulator", "thyristor", "rf", "microwave", "ghz", "mhz", "gnss",
        "gps", "glonass", "navigation", "inertial", "imu", "mems", "sensor", "telemetry", "modem",
        "uav", "uas", "drone", "unmanned", "aircraft", "aviation", "aero", "aeroplane", "airplane",
        "helicopter", "flight", "avionics", "missile", "radar", "cnc", "machining", "wafer",
        "industrial", "bit", "logic", "module", "rotax",
    }
)  # fmt: skip


class Keyword(msgspec.Struct, frozen=True):
    """A keyword as it is looked for: folded words, and what it asks for."""

    text: str
    keys: tuple[str, ...]
    in_case: bool
    is_stem: bool
    stands_alone: bool
    is_weak: bool


@lru_cache(maxsize=4096)
def read_keyword(text: str) -> Keyword | None:
    """The keyword's shape; None for a bare number, which says nothing."""
    words = words_of(text)
    last = words[-1].key if words else ""
    if not words or all(word.key.isdigit() for word in words):
        return None
    has_digit = any(c.isdigit() for c in last) and any(c.isalpha() for c in last)
    is_stem = has_digit or last in LETTER_STEMS
    short_code = len(words) == 1 and has_digit and len(last) <= SHORT_CODE_CHARS
    return Keyword(
        text=text,
        keys=tuple(word.key for word in words),
        in_case=all(_is_acronym(word.text) for word in words),
        is_stem=is_stem,
        stands_alone=last not in FAMILIES,
        is_weak=text.casefold() in WEAK or short_code,
    )


def span_of(keyword: Keyword, words: Sequence[Word], start: int) -> int:
    """How many words the keyword covers from there; 0 when it does not meet."""
    if start and words[start - 1].key == OTHER_AFTER.get(keyword.keys[0]):
        return 0
    part = words[start : start + len(keyword.keys)]
    if len(part) < len(keyword.keys):
        return 0
    *first, last = zip(part, keyword.keys, strict=True)
    if not all(word.key == key for word, key in first):
        return 0
    if not _last_meets(keyword, *last):
        return 0
    if keyword.in_case and not all(_in_case(word.text) for word in part):
        return 0
    return len(part)


def plurals(key: str) -> tuple[str, ...]:
    """The plurals that a word may have; of what is no word, none."""
    return (f"{key}s", f"{key}es") if key.isalpha() else ()


def goes_on(keyword: Keyword, word: Word) -> bool:
    """Does the word go on after the keyword, as a part number does after its stem?"""
    rest = word.key.removeprefix(keyword.keys[-1])
    enough = STEM_REST_CHARS if len(keyword.keys) == 1 else 1  # NEO-M8N: NEO says enough
    if not keyword.is_stem or rest == word.key or len(rest) < enough:
        return False
    if keyword.keys[-1] in LETTER_STEMS:
        return rest[:STEM_REST_DIGITS].isdigit() and len(rest) >= STEM_REST_DIGITS
    return True


def is_everyday(keyword: Keyword) -> bool:
    """Is the keyword itself an everyday part, which is never more than a note?"""
    return keyword.keys[-1] in EVERYDAY


def is_trade_word(word: Word) -> bool:
    """Does the word belong to electronics, aviation or machine tools?"""
    return word.key in TRADE


def _last_meets(keyword: Keyword, word: Word, key: str) -> bool:
    if word.key == key:
        return keyword.stands_alone
    if word.key in plurals(key):
        return True
    return goes_on(keyword, word)


def _is_acronym(text: str) -> bool:
    if not text.isalpha() or len(text) > ACRONYM_CHARS:
        return False
    return sum(c.isupper() for c in text) >= min(2, len(text))


def _in_case(text: str) -> bool:
    """Capitals throughout, but for an o or a plural s: CPU, CPUs, SoC."""
    bare = text.removesuffix("s")
    return bare.isupper() or sum(c.isupper() for c in bare) >= 2 or not bare.isalpha()
