"""The same person, firm or ship on two publishers' lists, joined by numbers and never by name.

The UK list cites the UN's reference number; passports, identity and registration numbers and IMO
numbers join it with the US list. Each publisher writes names in its own manner, so these are pairs
that nobody made up. Who stands on both lists under another number is known to be another: such of
them as bear a near name are the pairs that must not match.
"""

from __future__ import annotations

import csv
import re
import xml.etree.ElementTree as ElementTree
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import msgspec
from rapidfuzz import fuzz, process

from bench.names.fold import words_of
from bench.names.native import UK_FILE, UN_FILE, NativeEntity, uk_entities, uk_rows, un_entities
from bench.names.script import script_of
from bench.names.sets import NameSet, Pair, SetError

US_FILE = "lists/us_ofac_sdn_history/sdn_2023-06-08.csv"
US_ALIASES = "lists/us_ofac_sdn_2021-07/alt.csv"
NEAR = 70  # of rapidfuzz's 0–100: names that a person might take for one another
FEWEST_CHARACTERS, FEWEST_DIGITS = 6, 5  # of a number that two lists do not share by chance

UN_REFERENCE = re.compile(r"UN Ref(?:erence Number: UN Ref)?\)?:?\s*([A-Z]{2}[ie]\.\d{3})")
US_NUMBER = re.compile(
    r"(?:Passport|National ID No\.|Tax ID No\.|Identification Number(?: IMO)?|IMO|Registration "
    r"(?:Number|ID)|Commercial Registry Number|C\.R\. No\.|Cedula No\.|National Foreign ID Number)"
    r" ((?:[A-Z]{0,4}[ -]?)?\d[\w./-]*)"
)
UK_NUMBER = re.compile(r"\((?:Business Reg No|IMO number)\):([^()]*)")
TOKEN = re.compile(r"[A-Z]{0,4}[ -]?\d[\w./-]*")
SCHEMAS = {"person": "Person", "organisation": "Organization", "vessel": "Vessel"}


class Listed(msgspec.Struct, frozen=True):
    """An entity with the numbers that it is known by."""

    names: NativeEntity
    numbers: frozenset[str]


def read_lists(shared: Path) -> dict[str, list[Listed]]:
    """The lists of the UN, the UK and the US with the numbers of their entities.

    Raises:
        SetError: a list is not at hand.
    """
    return {"un": _un(shared), "uk": _uk(shared), "us": _us(shared)}


def cross_list_pairs(
    lists: Mapping[str, Sequence[Listed]],
) -> tuple[NameSet[Pair], NameSet[Pair]]:
    """Pairs that match, and near ones that do not; the right side's names are all it has in Latin.

    The id of a pair is the entity on the right; the group of one that matches says the lists, the
    script of the left name, and whether the right side has the same words.
    """
    matching: list[Pair] = []
    near: list[Pair] = []
    for one, other in (("un", "uk"), ("uk", "un"), ("us", "uk"), ("uk", "us")):
        same = list(_joined_by_number(lists[one], lists[other]))
        for left, right in same:
            matching += _matching(left.names, right.names, f"{one}→{other}")
        near += _near(same, f"{one}→{other}")
    return NameSet("cross lists", matching), NameSet("cross lists, near", near)


def _joined_by_number(
    one: Sequence[Listed], other: Sequence[Listed]
) -> Iterator[tuple[Listed, Listed]]:
    """Who bears a number on both lists that nobody else bears on either."""
    here, there = _bearers(one), _bearers(other)
    met: dict[str, set[int]] = defaultdict(set)
    for number in here.keys() & there.keys():
        if len(here[number]) == len(there[number]) == 1:
            met[one[here[number][0]].names.entity].add(there[number][0])
    for left in one:
        found = met.get(left.names.entity, set())
        if len(found) == 1:
            yield left, other[min(found)]


def _bearers(listed: Sequence[Listed]) -> Mapping[str, list[int]]:
    bearers: dict[str, list[int]] = defaultdict(list)
    for at, entity in enumerate(listed):
        for number in entity.numbers:
            bearers[number].append(at)
    return bearers


def _matching(left: NativeEntity, right: NativeEntity, lists: str) -> Iterator[Pair]:
    known = {frozenset(words_of(name)) for name in (*right.latin, *right.weak)}
    for name in dict.fromkeys((*left.latin[:1], *(native for native, _ in left.native))):
        alike = "same words" if frozenset(words_of(name)) in known else "written otherwise"
        yield _pair(name, right, True, f"{lists}, {script_of(name)}, {alike}")


def _near(same: Sequence[tuple[Listed, Listed]], lists: str) -> Iterator[Pair]:
    """For each name the nearest one of somebody else, when it is near."""
    primary = [" ".join(sorted(words_of(right.names.latin[0]))) for _, right in same]
    for at, (left, own) in enumerate(same):
        asked = " ".join(sorted(words_of(left.names.latin[0])))
        best = process.extract(asked, primary, scorer=fuzz.ratio, limit=4, score_cutoff=NEAR)
        others = (same[place][1].names for _, _, place in best if place != at)
        nearest = next((o for o in others if o.entity != own.names.entity), None)
        if nearest is not None:
            yield _pair(left.names.latin[0], nearest, False, f"{lists}, near")


def _pair(name: str, right: NativeEntity, is_match: bool, group: str) -> Pair:
    schema = SCHEMAS.get(right.kind, "LegalEntity")
    names = [*right.latin, *right.weak]
    return Pair(right.entity, schema, {"name": [name]}, {"name": names}, is_match, group)


def _un(shared: Path) -> list[Listed]:
    path = _there(shared / UN_FILE)
    numbers: dict[str, set[str]] = defaultdict(set)
    for element in ElementTree.parse(path).getroot().iter():
        if element.tag in ("INDIVIDUAL", "ENTITY"):
            reference = (element.findtext("REFERENCE_NUMBER") or "").rstrip(".")
            documents = (d.findtext("NUMBER") or "" for d in element.iter("INDIVIDUAL_DOCUMENT"))
            numbers[f"un_sc:{reference}"] |= {reference, *_strong(documents)}
    return _with_numbers(un_entities(path), numbers)


def _uk(shared: Path) -> list[Listed]:
    path = _there(shared / UK_FILE)
    numbers: dict[str, set[str]] = defaultdict(set)
    for row in uk_rows(path):
        told = row.get("Other Information", "")
        fields = [row.get("Passport Number", ""), row.get("National Identification Number", "")]
        held = numbers[f"gb_ofsi:{row.get('Group ID', '')}"]
        held |= {*_strong((*fields, *UK_NUMBER.findall(told))), *UN_REFERENCE.findall(told)[:1]}
    return _with_numbers(uk_entities(path), numbers)


def _us(shared: Path) -> list[Listed]:
    names: dict[str, list[str]] = {}
    numbers: dict[str, set[str]] = {}
    kinds: dict[str, str] = {}
    for row in _csv(shared / US_FILE):
        entity = f"us_ofac_sdn:{row[0]}"
        names[entity] = [row[1]]
        kinds[entity] = {"individual": "person", "vessel": "vessel"}.get(
            row[2].strip(), "organisation"
        )
        numbers[entity] = set(_strong(US_NUMBER.findall(row[11])))
    for row in _csv(shared / US_ALIASES):
        names.get(f"us_ofac_sdn:{row[0]}", []).append(row[3])
    listed = (NativeEntity(e, kinds[e], tuple(dict.fromkeys(names[e])), (), ()) for e in names)
    return _with_numbers(listed, numbers)


def _with_numbers(
    entities: Iterable[NativeEntity], numbers: Mapping[str, Iterable[str]]
) -> list[Listed]:
    return [Listed(e, frozenset(numbers.get(e.entity, ()))) for e in entities if e.latin]


def _strong(texts: Iterable[str]) -> Iterator[str]:
    """The numbers of some fields that are long enough, in one writing."""
    for text in texts:
        for token in TOKEN.findall(text.upper()):
            number = re.sub("[^A-Z0-9]", "", token)
            digits = sum(map(str.isdigit, number))
            if len(number) >= FEWEST_CHARACTERS and digits >= FEWEST_DIGITS:
                yield number


def _csv(path: Path) -> Iterator[list[str]]:
    with _there(path).open(encoding="utf-8", newline="", errors="replace") as file:
        yield from (row for row in csv.reader(file) if len(row) > 3)


def _there(path: Path) -> Path:
    if not path.is_file():
        raise SetError(f"a list is not at hand: {path}; give the folder of `lists/` with --shared")
    return path
