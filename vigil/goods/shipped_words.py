"""The shipped words of goods: keywords, the words around them, endings; read strictly."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from vigil.goods.reading import Context
from vigil.goods.vocabulary import with_names
from vigil.goods.word_tables import GoodsWords, ItemWords, WordContext, WordEndings
from vigil.goods.wording import words_of
from vigil.model.rows import Table, check_known, check_unique
from vigil.model.shelf import Shelf

FILES = ("goods_words.yaml", "goods_contexts.yaml", "word_endings.yaml", "han_variants.csv")
LANGUAGES = frozenset(
    {"ara", "deu", "eng", "fas", "fra", "rus", "spa", "tur", "ukr", "zho"}
)  # ISO 639-3


class Variant(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A traditional Chinese character and the simplified one."""

    traditional: str
    simplified: str


def load_words(tables: Mapping[str, Table], shelf: Shelf, key_codes: Iterable[str]) -> GoodsWords:
    """The words of a shelf; what is wrong in its files stands in the tables of `FILES`."""
    items, contexts, endings, variants = (tables[name] for name in FILES)
    words = GoodsWords(
        items=_items(items, shelf, frozenset(key_codes)),
        contexts=_contexts(contexts, shelf),
        endings=_endings(endings, shelf),
        han_variants=_variants(variants, shelf),
    )
    return with_names(words)


def _items(table: Table, shelf: Shelf, codes: frozenset[str]) -> tuple[ItemWords, ...]:
    rows = table.rows(shelf.document(table.file), "goods_words", ItemWords)
    check_unique(table, rows, "hs")
    for path, row in rows:
        check_known(table, f"{path}.hs", [row.hs], codes, "key item")
        for field in ("words", "weak", "together", "not_with"):
            _check_words(table, f"{path}.{field}", getattr(row, field))
        if not (row.words or row.weak or row.together or row.parts or row.families):
            table.problem("an item must have words or part numbers", path, row.hs)
        check_known(table, f"{path}.everyday", row.everyday, (*row.parts, *row.families), "part")
        for number in (*row.parts, *row.families):
            if not any(c.isalpha() for c in number):
                table.problem("a bare number says nothing", f"{path}.parts", number)
    return tuple(row for _, row in rows)


def _check_words(table: Table, path: str, by_language: dict[str, tuple[str, ...]]) -> None:
    check_known(table, path, by_language, LANGUAGES, "language (ISO 639-3)")
    for lang, texts in by_language.items():
        seen: set[str] = set()
        for text in texts:
            words = words_of(text)
            if not words or all(word.key.isdigit() for word in words):
                table.problem("must be a word, a bare number says nothing", f"{path}.{lang}", text)
            if text in seen:
                table.problem("must not stand twice", f"{path}.{lang}", text)
            seen.add(text)


def _contexts(table: Table, shelf: Shelf) -> tuple[WordContext, ...]:
    rows = table.rows(shelf.document(table.file), "goods_contexts", WordContext)
    check_unique(table, rows, "id")
    known = frozenset(Context) - {Context.NOT_WITH}
    for path, row in rows:
        check_known(table, f"{path}.id", [row.id], known, "context")
        _check_words(table, f"{path}.words", row.words)
    return tuple(row for _, row in rows)


def _endings(table: Table, shelf: Shelf) -> tuple[WordEndings, ...]:
    rows = table.rows(shelf.document(table.file), "word_endings", WordEndings)
    check_unique(table, rows, "lang")
    for path, row in rows:
        check_known(table, f"{path}.lang", [row.lang], LANGUAGES, "language (ISO 639-3)")
        if row.shortest < 1:
            table.problem("must be at least 1", f"{path}.shortest", row.shortest)
    return tuple(row for _, row in rows)


def _variants(table: Table, shelf: Shelf) -> dict[str, str]:
    rows = table.records(shelf.text(table.file), Variant)
    check_unique(table, rows, "traditional")
    return {row.traditional: row.simplified for _, row in rows}
