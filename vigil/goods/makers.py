"""Makers of parts: by the names that texts and manufacturer fields give them.

A name may stand in running text (Altera, Texas Instruments) or only be a whole manufacturer field
(TI, IR, Maxim), because it means other things too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

import msgspec

from vigil.goods.part_number import in_latin
from vigil.model.provision import Basis
from vigil.names.phrases import Phrases

NAME_WORD = re.compile(r"[^\W_]+")
SEVERAL = re.compile(r"[/;,|+&()]")  # between the makers that one field names
LEGAL_FORMS = frozenset(
    ("INC", "CORP", "CORPORATION", "CO", "LTD", "LIMITED", "COMPANY", "GMBH", "AG", "LLC", "PLC",
     "BV", "NV", "SA", "KG")
)  # fmt: skip


class Maker(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who makes parts. `successor`: the id of the maker that took it over; `country` as the data
    set says, ISO alpha-2. `short_names` count only as a whole manufacturer field.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    short_names: tuple[str, ...] = ()
    successor: str | None = None
    country: str | None = None
    verified: bool = True
    basis: Basis = Basis.SECONDARY


class Makers:
    """All makers, by id and by name."""

    def __init__(self, makers: Iterable[Maker]) -> None:
        self.by_id = {maker.id: maker for maker in makers}
        in_text = [(_words(a), m) for m in self.by_id.values() for a in m.aliases]
        whole = [(_words(a), m) for m in self.by_id.values() for a in (m.name, *m.short_names)]
        self._in_text = Phrases((words, maker) for words, maker in in_text if words)
        self._whole = {_bare(words): maker for words, maker in reversed((*in_text, *whole))}

    def named_in(self, text: str) -> Maker | None:
        """The first maker that a text names by a name that means nobody else; the longest there."""
        met = sorted(self._in_text.in_words(_words(text)), key=lambda m: (m.start, -m.end))
        return met[0].what if met else None

    def of_field(self, text: str) -> Maker | None:
        """The maker that a manufacturer field means; None for one that is not known.

        What stands in brackets is who owns it: `Altera Corporation (Intel)` is Altera.
        """
        for said in (text, text.partition("(")[0]):
            if maker := self._whole.get(_bare(_words(said))):
                return maker
        return self.named_in(text)

    def all_of_field(self, text: str) -> tuple[Maker, ...]:
        """All makers that a manufacturer field names, the one that it means as a whole first."""
        texts = (text, *SEVERAL.split(text))
        return tuple(maker for said in texts if (maker := self.of_field(said)))

    def house(self, maker: Maker) -> str:
        """The id of the maker that it belongs to now, by its successors."""
        passed = {maker.id}
        while maker.successor and maker.successor not in passed:
            maker = self.by_id[maker.successor]
            passed.add(maker.id)
        return maker.id

    def same_house(self, one: Maker, other: Maker) -> bool:
        """Do both belong to one house, so that either name may stand on a part?"""
        return self.house(one) == self.house(other)


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    return tuple(NAME_WORD.findall(in_latin(text)))


def _bare(words: Sequence[str]) -> tuple[str, ...]:
    """The words without the legal forms at their end."""
    bare = list(words)
    while len(bare) > 1 and bare[-1] in LEGAL_FORMS:
        bare.pop()
    return tuple(bare)
