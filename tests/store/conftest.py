"""Small catalogues and sources to write worlds of, and databases to keep cases in."""

import hashlib
import itertools
import os
import shutil
import signal
import subprocess
import tempfile
import time
from datetime import date
from pathlib import Path

import pytest

from vigil.goods.catalogue import GoodsCatalogue
from vigil.lists.loaded import LoadedSource
from vigil.model.entity import Address, Entity, Name, Origin
from vigil.model.order import Kind
from vigil.routes.catalogue import RouteCatalogue
from vigil.rules.catalogue import Country, LawCatalogue
from vigil.store.database import open_store
from vigil.store.worlds import write_world

DAY = date(2026, 7, 31)
POSTGRESQL = sorted(Path("/usr/lib/postgresql").glob("*/bin"))  # as Debian lays it out
NUMBERS = itertools.count()


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


@pytest.fixture(scope="session")
def postgresql():
    """A PostgreSQL of this run alone, on a socket; gives the address of a new database."""
    if not POSTGRESQL:
        pytest.skip("Debian's package postgresql is not installed")
    folder = Path(tempfile.mkdtemp(prefix="vigil-pg-"))  # short: a socket's path has a limit
    as_other = []
    if os.getuid() == 0:  # PostgreSQL does not run as root
        shutil.chown(folder, "postgres", "postgres")
        as_other = ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"]
    data = str(folder / "data")
    make = [POSTGRESQL[-1] / "initdb", "-D", data, "-A", "trust", "-U", "postgres", "-N"]
    subprocess.run([*as_other, *make], check=True, capture_output=True, cwd=folder)
    with (folder / "log").open("wb") as log:
        settings = ["-D", data, "-k", str(folder), "-c", "listen_addresses=", "-c", "fsync=off"]
        server = subprocess.Popen(
            [*as_other, POSTGRESQL[-1] / "postgres", *settings], stdout=log, stderr=log, cwd=folder
        )
    try:
        ask = [POSTGRESQL[-1] / "pg_isready", "-q", "-h", str(folder)]
        until = time.monotonic() + 30
        while subprocess.run(ask, check=False).returncode:
            assert server.poll() is None, (folder / "log").read_text()
            assert time.monotonic() < until
            time.sleep(0.05)

        def database() -> str:
            name = f"vigil_{next(NUMBERS)}"
            create = ["createdb", "-h", str(folder), "-U", "postgres", name]
            subprocess.run([POSTGRESQL[-1] / create[0], *create[1:]], check=True)
            return f"postgresql://postgres@/{name}?host={folder}"

        yield database
    finally:
        server.send_signal(signal.SIGQUIT)  # at once; nothing of it is kept
        server.wait(30)
        shutil.rmtree(folder)


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.slow)])
def store_url(request, tmp_path):
    """The address of an empty store, on each database."""
    if request.param == "sqlite":
        return str(tmp_path / "vigil.db")
    return request.getfixturevalue("postgresql")()


@pytest.fixture
def store(store_url):
    """An empty store, on each database."""
    opened = open_store(store_url)
    yield opened
    opened.close()
