"""Ordinary goods: descriptions of the Harmonised System itself, of codes that no list names."""

from __future__ import annotations

import csv
import random
from collections.abc import Iterable
from itertools import chain, zip_longest
from pathlib import Path

import msgspec

from bench.goods.labelled import goods_findings
from vigil.decide import weigh
from vigil.model.finding import Finding, Strength
from vigil.model.order import Line
from vigil.world import World

NOMENCLATURE = "lists/hs_nomenclature/harmonized-system.csv"
SEED = 5
SAMPLE = 1_000


class Goods(msgspec.Struct, frozen=True):
    """A six-digit code and what the nomenclature calls the goods."""

    hs: str
    description: str


class Alarmed(msgspec.Struct, frozen=True):
    """Goods and the strongest thing that was said of them."""

    goods: Goods
    strength: Strength
    finding: Finding


def ordinary_goods(
    shared: Path, key_codes: Iterable[str], sample: int = SAMPLE, seed: int = SEED
) -> list[Goods]:
    """Goods under no key code, taken from each chapter in turn so that all are there.

    Args:
        shared: the folder of real lists.
        key_codes: six-digit codes of key items.
        sample: how many.
        seed: decides which.
    """
    listed = frozenset(key_codes)
    by_chapter: dict[str, list[Goods]] = {}
    with (shared / NOMENCLATURE).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["level"] == "6" and row["hscode"] not in listed:
                goods = Goods(row["hscode"], row["description"])
                by_chapter.setdefault(goods.hs[:2], []).append(goods)
    chance = random.Random(seed)
    for chapter in by_chapter.values():
        chance.shuffle(chapter)
    in_turn = chain.from_iterable(zip_longest(*by_chapter.values()))
    return [goods for goods in in_turn if goods is not None][:sample]


def alarms(world: World, goods: Iterable[Goods], to: str, *, has_code: bool) -> list[Alarmed]:
    """The goods that anything was said of, sold to a country, with their code or without."""
    found = []
    for one in goods:
        line = (
            Line(1, hs=one.hs, description=one.description)
            if has_code
            else Line(1, eccn="EAR99", description=one.description)
        )
        weighed = weigh(goods_findings(world, line, to))
        if weighed:
            found.append(Alarmed(one, weighed[0].strength or Strength.NOTE, weighed[0]))
    return found
