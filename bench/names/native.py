"""Native-script names beside the Latin ones of the same entity, from the UN and UK lists."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
import zipfile
from collections.abc import Iterator
from pathlib import Path

import msgspec

from bench.names.script import script_of

UN_FILE = "lists/un_sc/consolidated_2026-02-27.xml"
UK_FILE = "lists/uk_ofsi_conlist_2025-04-10/ConList.xlsx"
_UN_NAME = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
_UK_NAME = ("Name 1", "Name 2", "Name 3", "Name 4", "Name 5", "Name 6")
_UK_KINDS = {"Individual": "person", "Entity": "organisation", "Ship": "vessel"}
_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_APART = re.compile(r"\s*[;|/\n]\s*")


class NativeEntity(msgspec.Struct, frozen=True):
    """An entity and its Latin names; `native` pairs a native name with the Latin one beside it.

    `weak` are the Latin names that the publisher calls aliases of low quality: native names stand
    beside them, too, so a world without them would not hold what is asked for.
    """

    entity: str
    kind: str
    latin: tuple[str, ...]
    weak: tuple[str, ...]
    native: tuple[tuple[str, str], ...]


def un_entities(path: Path) -> list[NativeEntity]:
    """Those of the UN list."""
    entities = []
    for element in ElementTree.parse(path).getroot().iter():
        if element.tag not in ("INDIVIDUAL", "ENTITY"):
            continue
        name = joined(element.findtext(part) for part in _UN_NAME)
        aliases: tuple[list[str], list[str]] = [], []
        for alias in element.iter():
            if alias.tag.endswith("_ALIAS"):
                is_weak = alias.findtext("QUALITY") == "Low"
                aliases[is_weak].append(joined([alias.findtext("ALIAS_NAME")]))
        entities.append(
            NativeEntity(
                entity=f"un_sc:{element.findtext('REFERENCE_NUMBER') or ''}".rstrip("."),
                kind="person" if element.tag == "INDIVIDUAL" else "organisation",
                latin=_latin([name, *aliases[False]]),
                weak=_latin(aliases[True]),
                native=_native(element.findtext("NAME_ORIGINAL_SCRIPT"), name),
            )
        )
    return entities


def uk_entities(path: Path) -> list[NativeEntity]:
    """Those of the UK list in the OFSI layout: one entity a group of rows."""
    latin: dict[str, dict[str, None]] = {}
    weak: dict[str, list[str]] = {}
    native: dict[str, dict[str, str]] = {}
    kinds: dict[str, str] = {}
    for row in uk_rows(path):
        group = f"gb_ofsi:{row.get('Group ID', '')}"
        kinds[group] = _UK_KINDS.get(row.get("Group Type", ""), "unknown")
        name = joined(row.get(part) for part in _UK_NAME)
        is_primary = row.get("Alias Type", "").lower() == "primary name"
        held = latin.setdefault(group, {})
        if is_primary:
            latin[group] = {name: None, **held}
        elif row.get("Alias Quality", "").lower() == "low quality":
            weak.setdefault(group, []).append(name)
        else:
            held[name] = None
        native.setdefault(group, {}).update(_native(row.get("Name Non-Latin Script"), name))
    return [
        NativeEntity(
            entity=group,
            kind=kinds[group],
            latin=_latin(list(latin[group])),
            weak=_latin(weak.get(group, [])),
            native=tuple(native[group].items()),
        )
        for group in latin
    ]


def uk_rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows as columns by title; the first row says when, the second has the titles."""
    with zipfile.ZipFile(path) as book:
        texts = _shared_texts(book)
        titles: dict[str, str] = {}
        for number, cells in enumerate(_cells(book, texts)):
            if number == 1:
                titles = cells
            elif number > 1:
                yield {titles[column]: text.strip() for column, text in cells.items()}


def _shared_texts(book: zipfile.ZipFile) -> list[str]:
    with book.open("xl/sharedStrings.xml") as file:
        return [
            "".join(text.text or "" for text in item.iter(f"{_SHEET}t"))
            for _, item in ElementTree.iterparse(file)
            if item.tag == f"{_SHEET}si"
        ]


def _cells(book: zipfile.ZipFile, texts: list[str]) -> Iterator[dict[str, str]]:
    with book.open("xl/worksheets/sheet1.xml") as file:
        for _, row in ElementTree.iterparse(file):
            if row.tag == f"{_SHEET}row":
                yield dict(_cell(cell, texts) for cell in row)
                row.clear()


def _cell(cell: ElementTree.Element, texts: list[str]) -> tuple[str, str]:
    column = (cell.get("r") or "").rstrip("0123456789")
    value = cell.findtext(f"{_SHEET}v") or ""
    return column, texts[int(value)] if cell.get("t") == "s" and value else value


def joined(parts: Iterator[str | None] | list[str | None]) -> str:
    """The parts of a name that are there, with single spaces."""
    return " ".join(word for part in parts if part for word in part.split())


def _latin(names: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if script_of(name) == "Latin"))


def _native(text: str | None, beside: str) -> tuple[tuple[str, str], ...]:
    """The names of a field, several apart, that are in one script and not in Latin."""
    if script_of(beside) != "Latin":
        return ()
    names = (joined([name]).strip(" ,.") for name in _APART.split(text or ""))
    return tuple(
        (name, beside)
        for name in names
        if script_of(name) not in ("Latin", "mixed", "none") and len(name) > 1
    )
