"""Small catalogues and sources to write worlds of."""

import hashlib
from datetime import date

import pytest

from vigil.goods.catalogue import GoodsCatalogue
from vigil.lists.loaded import LoadedSource
from vigil.model.entity import Address, Entity, Name, Origin
from vigil.model.order import Kind
from vigil.routes.catalogue import RouteCatalogue
from vigil.rules.catalogue import Country, LawCatalogue
from vigil.store.worlds import write_world

DAY = date(2026, 7, 31)


@pytest.fixture
def catalogues():
    """Goods, routes and law with hardly anything in them."""
    codes = frozenset({"854231", "880730", "010121", "840710", "852691"})
    goods = GoodsCatalogue(
        DAY, (), (), (), (), (), {"CN": ("NS 1",), "AE": ()}, {}, (), (), codes, DAY
    )
    routes = RouteCatalogue(DAY, (), (), (), {"NL": "RTM"}, "2024-2")
    law = LawCatalogue(DAY, (), (), (Country("IR", "Iran"),), (), ())
    return goods, routes, law


@pytest.fixture
def source():
    """A loaded list of one entity."""

    def make(source_id="vigil_uav", number=1, names=("Example Works", "Пример"), **fields):
        entity = Entity(
            id=f"us_ofac_sdn:{number}",
            source="us_ofac_sdn",
            kind=Kind.ORGANISATION,
            names=tuple(map(Name, names)),
            origins=(Origin(source_id),),
        )
        standard = {"title": source_id.upper(), "version": DAY, "dated_by": "publisher"}
        given = standard | {"entities": (entity,), "sha256": "00"} | fields
        return LoadedSource(id=source_id, **given)

    return make


@pytest.fixture
def world_folder(tmp_path, catalogues, source):
    """A written world of one source."""
    folder = tmp_path / "world"
    write_world(folder, [source()], *catalogues)
    return folder


@pytest.fixture
def entities():
    """Numbered entities with whatever else a test gives each."""

    def make(count, *, first=1, source="un_sc", **fields):
        standard = {"kind": Kind.ORGANISATION, "addresses": (Address("Tehran", "IR"),)}
        return tuple(
            Entity(id=f"{source}:{n}", source=source,
                   **standard | {"names": (Name(f"Example Works {n}"),)} | fields)
            for n in range(first, first + count)
        )  # fmt: skip

    return make


@pytest.fixture
def listed():
    """A list of these entities, of a day; its bytes are told apart by `sha256`."""

    def make(entities, day=DAY, sha256=None, **fields):
        standard = {"title": "A list", "dated_by": "publisher"}
        told = sha256 or hashlib.sha256(repr((entities, day)).encode()).hexdigest()
        return LoadedSource(
            "un_sc", version=day, entities=entities, sha256=told, **standard | fields
        )

    return make
