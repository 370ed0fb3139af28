"""The reviewable files of the shipped world, as texts and parsed, before they are checked.

Files refer to each other by ids. A shelf gives the ids of each file leniently, so that a bad row
is told once, by the reader of its own file, and not again by every file that refers to it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property

import msgspec

from vigil.model.rows import Table, ids_in, raise_all

EDITION = "shipped.yaml"


class PartiesEdition(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How the shipped parties present themselves as a source."""

    id: str
    title: str
    version: date
    answers_from: date
    note: str


class Edition(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The days, titles and terms of the shipped world as a whole."""

    version: date
    ccl_version: date
    locode_version: str
    part_attribution: str
    parties: PartiesEdition
    eu_members: tuple[str, ...]


class Shelf:
    """The files of one folder.

    Args:
        texts: file name to its text.
        documents: name of each YAML file to what it says, as plain values.
    """

    def __init__(self, texts: Mapping[str, str], documents: Mapping[str, object]) -> None:
        self._texts = texts
        self._documents = documents

    def text(self, name: str) -> str:
        """A file's text; empty when there is no such file."""
        return self._texts.get(name, "")

    def document(self, name: str) -> object:
        """What a YAML file says; None when there is no such file."""
        return self._documents.get(name)

    @cached_property
    def provisions(self) -> frozenset[str]:
        """Ids of provisions."""
        return ids_in(self.document("provisions.yaml"), "provisions")

    @cached_property
    def issuing_lists(self) -> frozenset[str]:
        """Ids of issuing lists."""
        return ids_in(self.document("lists.yaml"), "lists")

    @cached_property
    def goods_lists(self) -> frozenset[str]:
        """Ids of goods lists."""
        return ids_in(self.document("goods_lists.yaml"), "goods_lists")

    @cached_property
    def models(self) -> frozenset[str]:
        """Ids of UAV models."""
        return ids_in(self.document("uav_models.yaml"), "models")

    @cached_property
    def places(self) -> frozenset[str]:
        """Ids of places."""
        return ids_in(self.document("places.yaml"), "places")

    @cached_property
    def regions(self) -> dict[str, str]:
        """Names of regions by their ids."""
        document = self.document("places.yaml")
        rows = document.get("places") if isinstance(document, Mapping) else None
        found = [r for r in rows or () if isinstance(r, Mapping) and r.get("kind") == "region"]
        return {str(r["id"]): str(r["name"]) for r in found if "id" in r and "name" in r}

    @cached_property
    def parties(self) -> frozenset[str]:
        """Ids of parties."""
        return ids_in(self.document("parties.yaml"), "parties")

    @cached_property
    def countries(self) -> frozenset[str]:
        """Codes of countries."""
        lines = content_lines(self.text("countries.csv"))[1:]
        return frozenset(line.partition(",")[0] for line in lines)

    @cached_property
    def hs_codes(self) -> frozenset[str]:
        """Codes of the Harmonised System."""
        return frozenset(" ".join(content_lines(self.text("hs_codes.txt"))).split())


def content_lines(text: str) -> list[str]:
    """The lines of a table without comments and empty lines."""
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def load_edition(shelf: Shelf) -> Edition:
    """The edition of the shipped world.

    Raises:
        InvalidInput: everything that is wrong with its file.
    """
    table = Table(EDITION)
    edition = table.one(shelf.document(EDITION), "$", Edition)
    raise_all([table])
    assert edition is not None  # a table without problems gives every row
    return edition
