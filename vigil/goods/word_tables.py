"""Words that point to key items and words around them, as the tables give them."""

from __future__ import annotations

import msgspec


class ItemWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words and part numbers that point to a key item, and words that take them back.

    `words`, `weak`, `together` and `not_with` are by language (ISO 639-3). `weak`: ordinary words
    too, which count only beside a word of the trade. `together`: phrases whose words may stand in
    several clauses, as customs print them (capacitors; fixed, tantalum). `parts` meet alone or
    with what follows, `families` only the longer number, `everyday` are those of them sold by the
    million. `yields`: it is silent beside another item in the same clause, being what that one is
    made of or for.
    """

    hs: str
    words: dict[str, tuple[str, ...]] = {}
    weak: dict[str, tuple[str, ...]] = {}
    together: dict[str, tuple[str, ...]] = {}
    not_with: dict[str, tuple[str, ...]] = {}
    parts: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    everyday: tuple[str, ...] = ()
    yields: bool = False


class WordContext(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words around a keyword that decide whether it counts, by language; `id` says how."""

    id: str
    words: dict[str, tuple[str, ...]]


class WordEndings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a word may differ from its dictionary form; `word_endings.yaml` tells the fields."""

    lang: str
    endings: tuple[str, ...]
    shortest: int
    cut: tuple[str, ...] = ()
    keeps: tuple[str, ...] = ()
    beginnings: tuple[str, ...] = ()
    softens: dict[str, str] = {}
    latin_from: int = 0
    any_order: bool = False


class GoodsWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All words of the catalogue of goods: keywords, what stands around them, how they end.

    `stems` (by language: form to name) and `names` (phrase to the names of its words) follow from
    the rest; they are kept so that opening a world does not take a fifth of a second more.
    """

    items: tuple[ItemWords, ...] = ()
    contexts: tuple[WordContext, ...] = ()
    endings: tuple[WordEndings, ...] = ()
    han_variants: dict[str, str] = {}
    stems: dict[str, dict[str, str]] = {}
    names: dict[str, tuple[str, ...]] = {}
