"""The shipped tables of contradictions, flows of arms and amounts of end uses; read strictly."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable

from vigil.goods.conflict_tables import ArmsFlow, EndUseAmount, GoodsConflicts
from vigil.goods.shipped_makers import FAMILIES
from vigil.goods.shipped_words import LANGUAGES
from vigil.goods.wording import words_of
from vigil.model.rows import Table, check_form, check_known, check_unique
from vigil.model.shelf import Shelf, content_lines

HS_BEGINNING = re.compile("[0-9]{2}|[0-9]{4}|[0-9]{6}")
ECCN_BEGINNING = re.compile("[0-9][A-E]")


def load_arms_flows(table: Table, shelf: Shelf) -> tuple[ArmsFlow, ...]:
    """The flows of arms between states."""
    rows = table.rows(shelf.document(table.file), "arms_flows", ArmsFlow)
    check_unique(table, rows, "id")
    for path, row in rows:
        check_known(table, f"{path}.origins", row.origins, shelf.countries, "country")
        check_known(table, f"{path}.destinations", row.destinations, shelf.countries, "country")
        _check_codes(table, f"{path}.headings", row.headings)
        _check_words(table, f"{path}.words", row.words)
    return tuple(row for _, row in rows)


def load_conflicts(table: Table, shelf: Shelf) -> GoodsConflicts:
    """What cannot be said of the same goods; empty when the file is wrong, which `table` tells."""
    document = shelf.document(table.file)
    told = document.get("goods_conflicts") if isinstance(document, dict) else None
    read = table.one(told, "$.goods_conflicts", GoodsConflicts)
    if read is None:
        return GoodsConflicts()
    at = "$.goods_conflicts"
    for field in ("household_headings", "own_headings", "ordinary_chapters"):
        _check_codes(table, f"{at}.{field}", getattr(read, field))
    for code, headings in read.own_headings.items():
        _check_codes(table, f"{at}.own_headings.{code}", headings)
    for eccn, chapters in read.eccn_chapters.items():
        check_form(table, f"{at}.eccn_chapters", eccn, ECCN_BEGINNING, "a beginning like 3A")
        _check_codes(table, f"{at}.eccn_chapters.{eccn}", chapters)
    _check_words(table, f"{at}.household_words", read.household_words)
    makers = _makers_by_family(shelf)
    for field in ("own_numbers", "in_no_household"):
        check_known(table, f"{at}.{field}", getattr(read, field), makers, "family of parts")
    for family in read.own_numbers & makers.keys():
        if len(makers[family]) > 1:
            table.problem("must be of families with one maker", f"{at}.own_numbers", family)
    return read


def _makers_by_family(shelf: Shelf) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for row in csv.DictReader(content_lines(shelf.text(FAMILIES))):
        found.setdefault(row["family"], set()).update(row["makers"].split(";"))
    return found


def load_end_use_amounts(table: Table, shelf: Shelf) -> tuple[EndUseAmount, ...]:
    """How much an end use can need."""
    rows = table.rows(shelf.document(table.file), "end_use_amounts", EndUseAmount)
    check_unique(table, rows, "id")
    for path, row in rows:
        _check_codes(table, f"{path}.most", row.most)
        _check_words(table, f"{path}.words", row.words)
        _check_words(table, f"{path}.not_words", row.not_words)
        for code, most in row.most.items():
            if most < 1:
                table.problem("must be at least 1", f"{path}.most.{code}", most)
    return tuple(row for _, row in rows)


def _check_codes(table: Table, path: str, codes: Iterable[str]) -> None:
    for code in codes:
        check_form(table, path, code, HS_BEGINNING, "two, four or six digits of an HS code")


def _check_words(table: Table, path: str, by_language: dict[str, tuple[str, ...]]) -> None:
    check_known(table, path, by_language, LANGUAGES, "language (ISO 639-3)")
    for lang, texts in by_language.items():
        for text in texts:
            if not any(word.key for word in words_of(text)):
                table.problem("must be words", f"{path}.{lang}", text)
