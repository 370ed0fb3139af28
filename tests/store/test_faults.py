"""Whatever goes wrong, nothing acknowledged is lost, and nothing half-written is seen."""

import contextlib
import os
import random
import resource
import subprocess
import sys
import threading
import time
from itertools import zip_longest
from pathlib import Path

import pytest
import sqlalchemy as sa

from tests.store.made_up_screenings import made_up
from vigil.case.policy import CasePolicy
from vigil.errors import StoreError
from vigil.store.cases import CaseBook
from vigil.store.database import open_store
from vigil.store.derived import SCREENING, screening_of
from vigil.store.ledger import rows, verify
from vigil.store.recorder import Recorder

POLICY = CasePolicy()
ROOT = Path(__file__).resolve().parents[2]
RUNS = 10


def writing(what, url, name, count, **options):
    command = [sys.executable, "-m", "tests.store.writing", what, url, name, str(count)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, **options)


def acknowledged(output: str) -> dict[str, int]:
    """Whole lines only: a killed process may have begun one."""
    lines = [line.split() for line in output.split("\n")[:-1] if not line.startswith("StoreError")]
    return {what: int(number) for number, what in lines}


def check_whole(store) -> dict[str, int]:
    """The chain, what is derived, and each screening with its case; the screenings by order."""
    with store.read() as connection:
        assert verify(connection) is None
        written = list(rows(connection))
    assert CaseBook(store, POLICY).compare() is None
    found = {}
    for row, following in zip_longest(written, written[1:]):
        if row.kind == SCREENING:
            found[row.subject] = row.number
            screening = screening_of(row.number, row.body)
            has_case = following is not None and following.kind == "case"
            assert has_case is (screening.outcome != "clear")
    return found


@pytest.mark.slow
class TestTwoWriters:
    def test_lose_nothing_of_one_another(self, store, store_url):
        writers = [writing("screenings", store_url, name, 200) for name in ("A", "B")]
        told = {}
        for writer in writers:
            output, _ = writer.communicate()
            assert writer.returncode == 0
            told |= acknowledged(output)
        assert len(told) == 400
        assert check_whole(store) == told

    def test_of_one_case_follow_one_another(self, store, store_url):
        case = Recorder(store, POLICY).record_one(made_up(outcome="stop")).case
        writers = [writing("notes", store_url, name, 40) for name in ("ann", "bob")]
        told = {}
        for writer in writers:
            output, _ = writer.communicate()
            assert writer.returncode == 0
            told |= acknowledged(output)
        events = CaseBook(store, POLICY).events(case)
        assert sorted(told.values()) == list(range(2, 82))
        assert {f"{e.by}-{e.text}": n for n, (_, e) in enumerate(events[1:], 2)} == told

    def test_may_open_a_new_store_together(self, store_url):
        writers = [writing("screenings", store_url, name, 10) for name in ("A", "B", "C")]
        assert [writer.wait() for writer in writers] == [0, 0, 0]
        for writer in writers:
            writer.stdout.close()
        store = open_store(store_url)
        assert len(check_whole(store)) == 30
        store.close()


@pytest.mark.slow
def test_a_killed_writer_loses_nothing_that_was_acknowledged(store, store_url):
    told, kills = {}, 0
    for run in range(RUNS):
        writer = writing("screenings", store_url, f"run{run}", 100_000)
        first = writer.stdout.readline()  # it has begun
        time.sleep(random.uniform(0, 0.5))
        writer.kill()
        output, _ = writer.communicate()
        told |= acknowledged(first + output)
        kills += writer.returncode == -9
        found = check_whole(store)
        assert found.items() >= told.items()
    assert kills == RUNS
    assert len(told) >= RUNS
    Recorder(store, POLICY).record_one(made_up("after"))
    assert "after" in check_whole(store)


def limited(size_bytes):
    def limit():
        resource.setrlimit(resource.RLIMIT_FSIZE, (size_bytes, size_bytes))

    return limit


class TestFullDisk:
    """SQLite's file may not grow, or the disk that it is on, or PostgreSQL's, is full."""

    @pytest.mark.slow
    def test_a_file_that_may_not_grow(self, tmp_path):
        url = str(tmp_path / "vigil.db")
        open_store(url).close()
        writer = writing("screenings", url, "A", 100_000, preexec_fn=limited(600_000))
        output, _ = writer.communicate()
        self.check(url, writer.returncode, output)

    @pytest.mark.slow
    def test_a_disk_without_room(self, tmp_path):
        with small_disk(tmp_path / "disk", "1m") as disk:
            url = str(disk / "vigil.db")
            open_store(url).close()
            writer = writing("screenings", url, "A", 100_000)
            output, _ = writer.communicate()
            with small_disk_grown(disk, "8m"):
                self.check(url, writer.returncode, output)

    @pytest.mark.slow
    def test_a_disk_without_room_of_postgresql(self, postgresql):
        url = postgresql()
        folder = Path(sa.make_url(url).query["host"]) / "disk"
        with small_disk(folder, "12m") as disk:
            os.chown(disk, folder.parent.stat().st_uid, -1)
            admin = sa.create_engine(
                sa.make_url(url).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT"
            )
            with admin.connect() as connection:
                connection.execute(sa.text(f"CREATE TABLESPACE small LOCATION '{disk}'"))
                connection.execute(sa.text("CREATE DATABASE small TABLESPACE small"))
            small = url.replace(sa.make_url(url).database, "small")
            open_store(small).close()
            writer = writing("screenings", small, "A", 100_000)
            output, _ = writer.communicate()
            self.check(small, writer.returncode, output)
            with admin.connect() as connection:
                connection.execute(sa.text("DROP DATABASE small"))
                connection.execute(sa.text("DROP TABLESPACE small"))
            admin.dispose()

    def test_pages_that_run_out(self, tmp_path):
        store = open_store(str(tmp_path / "vigil.db"))
        with store.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count = 60")
        recorder = Recorder(store, POLICY)
        told = {}

        def fill():
            for n in range(1000):
                told[f"PO-{n}"] = recorder.record_one(made_up(f"PO-{n}", "stop")).number

        with pytest.raises(StoreError, match="full"):
            fill()
        assert told
        assert check_whole(store) == told
        store.close()

    def check(self, url, code, output):
        assert code == 6
        assert "StoreError" in output
        told = acknowledged(output)
        assert told
        store = open_store(url)
        assert check_whole(store).items() >= told.items()
        store.close()


@contextlib.contextmanager
def small_disk(folder, size):
    """A file system with hardly any room; it needs a root that may mount."""
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    if os.getuid() or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("a small disk needs the right to mount one")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


@contextlib.contextmanager
def small_disk_grown(folder, size):
    """The same with more room: a full disk leaves none for reading a write-ahead log anew."""
    subprocess.run(["mount", "-o", f"remount,size={size}", str(folder)], check=True)
    yield


class TestLostConnections:
    @pytest.mark.slow
    def test_in_the_middle_is_an_error_and_nothing_is_written(self, postgresql):
        store = open_store(postgresql())
        recorder = Recorder(store, POLICY)
        recorder.record_one(made_up("before"))
        with pytest.raises(StoreError):
            self.write(store, "INSERT INTO bodies VALUES (3, '{}')")
        assert list(check_whole(store)) == ["before"]
        recorder.record_one(made_up("afterwards"))
        assert list(check_whole(store)) == ["before", "afterwards"]
        store.close()

    @pytest.mark.slow
    def test_before_the_commit_is_an_error_and_nothing_is_written(self, postgresql):
        store = open_store(postgresql())
        with pytest.raises(StoreError):
            self.write(store)
        with store.read() as connection:
            assert connection.scalar(sa.text("SELECT count(*) FROM bodies")) == 0
        store.close()

    @pytest.mark.slow
    def test_of_a_recorder_are_told_to_each_who_waits(self, postgresql, monkeypatch):
        store = open_store(postgresql())
        write = store.write

        @contextlib.contextmanager
        def ended():
            with write() as connection:
                yield connection
                self.end(store, connection.scalar(sa.text("SELECT pg_backend_pid()")))

        with Recorder(store, POLICY) as recorder:
            with monkeypatch.context() as patch:
                patch.setattr(store, "write", ended)
                promises = [recorder.submit(made_up(f"PO-{n}")) for n in range(3)]
                assert all(isinstance(p.exception(), StoreError) for p in promises)
            assert check_whole(store) == {}
            assert recorder.submit(made_up()).result().number == 1
        store.close()

    def write(self, store, *later):
        with store.write() as connection:
            connection.execute(sa.text("INSERT INTO bodies VALUES (2, '{}')"))
            self.end(store, connection.scalar(sa.text("SELECT pg_backend_pid()")))
            for statement in later:
                connection.execute(sa.text(statement))

    def end(self, store, pid):
        with store.engine.connect() as other:
            other.execute(sa.text(f"SELECT pg_terminate_backend({pid}, 5000)"))


def test_a_lock_that_is_held_too_long_is_told_to_each_who_waits(store, store_url):
    impatient = open_store(store_url, busy_seconds=0.2)
    with Recorder(impatient, POLICY) as recorder:
        with store.write():
            promises = [recorder.submit(made_up(f"PO-{n}")) for n in range(3)]
            with pytest.raises(StoreError, match="lock"):
                recorder.record_one(made_up("PO-9"))
            assert all(isinstance(p.exception(), StoreError) for p in promises)
        assert check_whole(store) == {}
        assert recorder.submit(made_up()).result().number == 1
    impatient.close()


def test_a_lock_that_is_given_back_in_time_is_waited_for(store, store_url):
    other = open_store(store_url)
    with store.write():
        late = []
        wait = threading.Thread(
            target=lambda: late.append(Recorder(other, POLICY).record_one(made_up()))
        )
        wait.start()
        wait.join(0.2)
        assert late == []
    wait.join(10)
    assert [recorded.number for recorded in late] == [1]
    other.close()


def test_a_damaged_file_is_never_read_as_something_else(tmp_path):
    path = tmp_path / "vigil.db"
    store = open_store(str(path))
    Recorder(store, POLICY).record([made_up(f"PO-{n}", "stop") for n in range(50)])
    store.close()
    whole = path.read_bytes()
    chosen = random.Random(7)
    noticed = 0
    for _ in range(40):
        damaged = bytearray(whole)
        for place in chosen.sample(range(4096, len(whole)), 40):
            damaged[place] ^= chosen.randrange(1, 256)
        path.write_bytes(damaged)
        noticed += is_noticed(path)
    assert noticed >= 30  # the rest hit room that nothing uses, or an index


def is_noticed(path):
    try:
        store = open_store(str(path))
    except StoreError:
        return True
    try:
        with store.read() as connection:
            broken = verify(connection)
            right = [(r.number, r.kind, r.subject, r.body) for r in rows(connection)]
    except StoreError:
        return True
    finally:
        store.close()
    assert broken is not None or len(right) == 100
    return broken is not None
