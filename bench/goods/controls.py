"""What the US list answers for every entry and some destinations: `python -m bench.goods.controls`.

A place counts with how many entries need a licence there, may need one for a paragraph or within
limits, stay open, or are asked for by no control. No paragraph is declared.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import vigil
from vigil.goods.controls import Need, controls_of

PLACES = [
    "DE",
    "CN",
    "AE",
    "TR",
    "IN",
    "US",
    "CA",
    "GB",
    "JP",
    "KR",
    "TW",
    "SG",
    "HK",
    "KZ",
    "AM",
    "GE",
    "RS",
    "IR",
    "RU",
    "PK",
]
ROW = "{:12}" + " {:>9}" * len(Need)


def main(arguments: Sequence[str] | None = None) -> int:
    """Count and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition(":")[0])
    parser.add_argument("--world", type=Path, help="a built world; default: the shipped one")
    goods = vigil.load_world(parser.parse_args(arguments).world).goods
    every: Counter[Need] = Counter()
    print(ROW.format("destination", *Need))
    for place in PLACES:
        asked = (controls_of(goods, item.eccn, place) for item in goods.controlled)
        counts = Counter(controls.need for controls in asked if controls)
        print(ROW.format(place, *(counts[need] for need in Need)))
        every += counts
    print(ROW.format("all", *(every[need] for need in Need)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
