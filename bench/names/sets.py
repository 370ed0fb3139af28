"""The sets that the engine is measured on, each with the digest of its lines.

They stand in a folder beside the project and never in it; what is drawn from a list is drawn
anew from a seed. A figure without the digest of its set says nothing.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from random import Random
from typing import Generic, Protocol, TypeVar

import msgspec
import yaml

from bench.names.native import UK_FILE, UN_FILE, NativeEntity, uk_entities, un_entities
from bench.names.script import script_of

CLEAN_FILE = "labelled/clean_people_dev.csv"
PAIRS_FILE = "labelled/name_pairs_dev.csv"
CHECKS_FILE = "labelled/entity_checks.yml"
PUTIN_FILE = "labelled/putin_names.txt"
ENFORCEMENT_FILE = "labelled/enforcement_variants_dev.csv"
OFAC_FILE = "labelled/ofac_search_scores.csv"
WATCHMAN_FILE = "labelled/watchman/name_pairs.csv"
COUNTRIES_FILE = "lists/countries/country-codes.csv"

PUTIN = ("Vladimir Vladimirovich Putin", "Vladimir Putin")  # as lists have him
_TITLES = frozenset(
    ("präsident", "predsjednik", "președintele", "presiden", "presidente", "elnök", "президент")
)
# What the file of cases says in prose, as names; its other lines need no reading.
_ENFORCEMENT_NAMES = {
    "E11": ("Open Joint Stock Company Krasnodar Regional Investment Bank", "Krayinvestbank"),
    "E15": ("Dmitrii Ovsiannikov", "Dmitry Vladimirovich Ovsyannikov"),
    "E27": ("Un Kim Jung", "Kim Jong Un"),
}
_COUNTRY_CODES = {
    "Hong Kong": "HK", "Taiwan": "TW", "South Korea": "KR", "United States": "US", "Iran": "IR",
    "United Kingdom": "GB", "Syria": "SY", "Tanzania": "TZ", "Vietnam": "VN", "Laos": "LA",
    "Russia": "RU", "Bolivia": "BO", "Venezuela": "VE", "Brunei": "BN", "East Timor": "TL",
    "Ivory Coast": "CI", "Czech Republic": "CZ", "Turkey": "TR", "North Macedonia": "MK",
    "Democratic Republic of the Congo": "CD", "Bosnia and Herzegovina": "BA",
}  # fmt: skip


class SetError(Exception):
    """A set cannot be read; the message says which file and what to do."""


class Item(Protocol):
    """A member of a set."""

    def line(self) -> str:
        """What the digest of the set is taken over."""


T = TypeVar("T", bound=Item)


class NameSet(Generic[T]):
    """Items of one kind, and the digest over their lines."""

    def __init__(self, name: str, items: Iterable[T]) -> None:
        self.name = name
        self.items: Sequence[T] = tuple(items)
        lines = "\n".join(item.line() for item in self.items)
        self.digest = hashlib.sha256(lines.encode()).hexdigest()

    def sample(self, count: int, seed: int) -> NameSet[T]:
        """At most `count` of the items, in their order; the digest is of these."""
        if count >= len(self.items):
            return self
        chosen = sorted(Random(seed).sample(range(len(self.items)), count))
        return NameSet(self.name, (self.items[at] for at in chosen))


class CleanPerson(msgspec.Struct, frozen=True):
    """An invented person; each alert is false."""

    name: str
    country: str | None

    def line(self) -> str:
        """What the digest is taken over."""
        return f"{self.name}\t{self.country or ''}"


class Pair(msgspec.Struct, frozen=True):
    """Two things to compare; `is_match` None: no verdict, `expected` is another engine's score."""

    id: str
    schema: str
    left: dict[str, list[str]]
    right: dict[str, list[str]]
    is_match: bool | None
    group: str
    expected: float | None = None

    def line(self) -> str:
        """What the digest is taken over."""
        sides = "\t".join(
            "|".join(f"{prop}={value}" for prop, values in sorted(side.items()) for value in values)
            for side in (self.left, self.right)
        )
        return f"{self.schema}\t{sides}\t{self.is_match}\t{self.expected}"


def clean_people(shared: Path) -> NameSet[CleanPerson]:
    """10,000 invented people, with the country of their nationality."""
    codes = _country_codes(shared)
    rows = _rows(shared / CLEAN_FILE)
    return NameSet(
        "clean people", (CleanPerson(r["full_name"], codes.get(r["nationality"])) for r in rows)
    )


def name_pairs(shared: Path) -> NameSet[Pair]:
    """Pairs of bare names; the peer's bench, about 7 % of its labels are disputed."""
    rows = _rows(shared / PAIRS_FILE)
    return NameSet("name pairs", (
        _name_pair(f"line {at}", row["name1"], row["name2"], row["is_match"] == "true",
                   row["schema"], row["category"] or row["case_group"])
        for at, row in enumerate(rows, 2)
    ))  # fmt: skip


def entity_checks(shared: Path) -> NameSet[Pair]:
    """Pairs of entities by their properties; the peer's own checks."""
    path = _there(shared / CHECKS_FILE)
    checks = yaml.safe_load(path.read_text(encoding="utf-8"))["checks"]
    return NameSet("entity checks", (
        Pair(f"check {at}", check["schema"], _properties(check["query"]),
             _properties(check["candidate"]), bool(check["match"]), check.get("label") or "")
        for at, check in enumerate(checks, 1)
    ))  # fmt: skip


def native_entities(shared: Path) -> list[NativeEntity]:
    """Every entity of the UN and UK lists that has a Latin name."""
    lists = un_entities(_there(shared / UN_FILE)) + uk_entities(_there(shared / UK_FILE))
    return [entity for entity in lists if entity.latin or entity.weak]


def native_pairs(entities: Iterable[NativeEntity]) -> NameSet[Pair]:
    """Each native name against the Latin one that its publisher prints beside it."""
    schemas = {"person": "Person", "organisation": "Organization", "vessel": "Vessel"}
    return NameSet("native names", (
        _name_pair(entity.entity, native, latin, True, schemas.get(entity.kind, "LegalEntity"),
                   script_of(native))
        for entity in entities for native, latin in entity.native
    ))  # fmt: skip


def putin_names(shared: Path) -> tuple[NameSet[Pair], NameSet[Pair]]:
    """Spellings of one man: those with a given name or an initial, and title and surname only."""
    text = _there(shared / PUTIN_FILE).read_text(encoding="utf-8")
    named: list[Pair] = []
    titled: list[Pair] = []
    for at, name in enumerate(filter(None, map(str.strip, text.splitlines())), 1):
        words = name.lower().split()
        is_title_only = len(words) == 2 and not _TITLES.isdisjoint(words)
        pair = Pair(
            f"line {at}", "Person", {"name": [name]}, {"name": list(PUTIN)}, True, script_of(name)
        )
        (titled if is_title_only else named).append(pair)
    return NameSet("putin names", named), NameSet("putin titles", titled)


def enforcement_variants(shared: Path) -> NameSet[Pair]:
    """Variants of names that slipped through in real cases."""
    pairs = []
    for row in _rows(shared / ENFORCEMENT_FILE):
        if row["kind"] == "party" and row["expected"].startswith("match"):
            plain = _without_remarks(row["query"]), _without_remarks(row["listed_or_rule"])
            query, listed = _ENFORCEMENT_NAMES.get(row["id"], plain)
            pairs.append(_name_pair(row["id"], query, listed, True, "LegalEntity", row["case"]))
    return NameSet("enforcement", pairs)


def watchman_pairs(shared: Path) -> NameSet[Pair]:
    """Scores that another project's tests expect; for information."""
    return NameSet("watchman", (
        Pair(f"line {at}", "LegalEntity", {"name": [row["query"]]}, {"name": [row["indexed"]]},
             None, row["algorithm"], float(row["expected"]))
        for at, row in enumerate(_rows(shared / WATCHMAN_FILE), 2)
    ))  # fmt: skip


def ofac_pairs(shared: Path) -> NameSet[Pair]:
    """Scores that OFAC's public search gave; none where it did not show the name."""
    return NameSet("ofac", (
        Pair(f"line {at}", "LegalEntity", {"name": [row["query_name"]]},
             {"name": [row["result_name"]]}, None, "ofac", float(row["ofac_score"]) / 100)
        for at, row in enumerate(_rows(shared / OFAC_FILE), 2)
    ))  # fmt: skip


def _name_pair(
    pair_id: str, left: str, right: str, is_match: bool, schema: str, group: str
) -> Pair:
    return Pair(pair_id, schema, {"name": [left]}, {"name": [right]}, is_match, group)


def _properties(said: dict[str, object]) -> dict[str, list[str]]:
    return {p: [str(v) for v in (value if isinstance(value, list) else [value])]
            for p, value in said.items()}  # fmt: skip


def _without_remarks(text: str) -> str:
    return text.split(" (")[0].split(" via ")[0].strip()


def _country_codes(shared: Path) -> dict[str, str]:
    rows = _rows(shared / COUNTRIES_FILE)
    codes = {row["CLDR display name"]: row["ISO3166-1-Alpha-2"].strip() for row in rows}
    return codes | _COUNTRY_CODES


def _rows(path: Path) -> list[dict[str, str]]:
    with _there(path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _there(path: Path) -> Path:
    if not path.is_file():
        raise SetError(
            f"the file of a set is not at hand: {path}; give the folder that holds `labelled/` "
            "and `lists/` with --shared"
        )
    return path
