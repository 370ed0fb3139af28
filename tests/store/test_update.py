import gzip
import random
import signal
import subprocess
import sys
import threading
import time
from datetime import date
from pathlib import Path

import msgspec
import pytest

from tests.store.faults import Killed, fail_at
from tests.store.published import canadian_list, un_list
from tests.store.publisher import Loopback, Publisher
from vigil.errors import InvalidInput, WorldError
from vigil.store import worlds
from vigil.store.build import build_world
from vigil.store.fetch import Retries
from vigil.store.history import History, Step
from vigil.store.public_https import Patience
from vigil.store.update import Means, update_world
from vigil.store.worlds import open_world, verify_world

TODAY = date(2026, 8, 7)
UN = "scsanctions.un.org/resources/xml/en/consolidated.xml"
CANADA = (
    "www.international.gc.ca/world-monde/assets/office_docs/"
    "international_relations-relations_internationales/sanctions/sema-lmes.xml"
)


@pytest.fixture
def publisher():
    """Publishers of the UN's and Canada's lists."""
    publisher = Publisher()
    publisher.routes[UN] = lambda request: request.file(un_list())
    publisher.routes[CANADA] = lambda request: request.file(canadian_list())
    server = publisher.run()
    yield publisher
    server.shutdown()
    server.server_close()


def means_for(port, patience=None):
    """Means that lead to the loopback, wait for nothing and know no sentinels."""
    return Means(
        net=Loopback(port, patience or Patience(2, 2, 5)),
        retries=Retries(2, sleep=lambda _: None),
        open_history=lambda folder: History(folder, sentinels={}),
    )


@pytest.fixture(autouse=True)
def plain_worlds(request, monkeypatch):
    """Worlds without an index, which takes the most time and is not what is tested here."""
    if request.node.get_closest_marker("slow") is None:
        monkeypatch.setattr(worlds, "index_files", lambda *_: {})


@pytest.fixture
def folder(tmp_path):
    """Where the world goes."""
    return tmp_path / "lists"


@pytest.fixture
def update(publisher, folder, tmp_path, world_folder):
    """Update the world from the publishers; the shipped one is the small one."""

    def run(*sources, today=TODAY, dry_run=False, patience=None):
        return update_world(
            folder,
            tmp_path / "history",
            sources,
            today=today,
            shipped=open_world(world_folder),
            means=means_for(publisher.port, patience),
            dry_run=dry_run,
        )

    return run


def told(done):
    return {one.source: one.result.value for one in done.sources}


def test_a_world_is_made_of_the_lists_that_are_named(update, folder):
    done = update("un_sc", "ca_sema")
    assert told(done) == {"un_sc": "updated", "ca_sema": "updated"}
    world = open_world(folder)
    assert [(s.id, s.version, s.dated_by) for s in world.sources] == [
        ("ca_sema", TODAY, "as_of"),
        ("un_sc", date(2026, 8, 1), "publisher"),
    ]
    assert verify_world(folder) == []


def test_nothing_new_writes_nothing(update, folder):
    update("un_sc", "ca_sema")
    before = (folder / "manifest.json").stat().st_ino
    done = update()
    assert (told(done), done.written) == ({"un_sc": "unchanged", "ca_sema": "unchanged"}, False)
    assert (folder / "manifest.json").stat().st_ino == before


def test_new_law_of_a_new_version_is_brought_in(update, folder, catalogues, source, world_folder):
    update("un_sc")
    goods, routes, law = catalogues
    law = msgspec.structs.replace(law, version=date(2026, 8, 3))
    worlds.write_world(world_folder, [source()], goods, routes, law)
    done = update()
    assert (told(done), done.written) == ({"un_sc": "unchanged"}, True)
    assert open_world(folder).catalogue("law").version == date(2026, 8, 3)


def test_a_list_without_a_day_is_of_the_day_on_which_it_was_served(update, folder):
    update("un_sc", "ca_sema")
    done = update(today=date(2026, 8, 8))
    assert told(done) == {"un_sc": "unchanged", "ca_sema": "updated"}
    assert open_world(folder).source_by_id["ca_sema"].version == date(2026, 8, 8)


def test_what_changed_is_counted(update, publisher):
    update("un_sc")
    publisher.routes[UN] = lambda request: request.file(
        un_list(day="2026-08-05", count=603, without={5}), etag='"2"'
    )
    [un] = update().sources
    assert (un.before, un.now) == (date(2026, 8, 1), date(2026, 8, 5))
    assert (un.listed, un.changed, un.delisted) == (3, 0, 1)


def html(request):
    request.answer(b"<!doctype html><p>maintenance", Content_Type="text/html")


FAULTS = {
    "empty": lambda request: request.answer(b""),
    "cut off": lambda request: request.answer(un_list(601), cut=2_000),
    "cut at a record": lambda request: request.answer(un_list(601)[: un_list().index(b"<ENTITY>")]),
    "page": html,
    "page as XML": lambda request: request.answer(b"<html><body>maintenance</body></html>"),
    "wrong type": lambda request: request.answer(un_list(601), Content_Type="application/pdf"),
    "drip": lambda request: request.drip(un_list(601), 0.05),
    "not there": lambda request: request.answer(status=404),
    "too many": lambda request: request.answer(status=429, Retry_After="1"),
    "inside": lambda request: request.answer(status=302, Location="https://10.0.0.1/"),
    "elsewhere": lambda request: request.answer(status=302, Location="https://evil.example/"),
    "loop": lambda request: request.answer(status=302, Location=f"https://{UN}"),
    "gzip bomb": lambda request: request.answer(
        gzip.compress(b" " * 50_000_000), Content_Encoding="gzip"
    ),
    "XML bomb": lambda request: request.answer(
        b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;&b;">]>'
        b"<CONSOLIDATED_LIST>&c;</CONSOLIDATED_LIST>"
    ),
    "external entity": lambda request: request.answer(
        b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'
        b"<CONSOLIDATED_LIST>&b;</CONSOLIDATED_LIST>"
    ),
    "too few": lambda request: request.answer(un_list(100, day="2026-08-05")),
    "half gone": lambda request: request.answer(un_list(300 + 210, "2026-08-05", first=300)),
    "older": lambda request: request.answer(un_list(day="2026-07-01")),
    "of tomorrow": lambda request: request.answer(un_list(day="2026-08-09")),
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_a_bad_answer_leaves_the_last_good_list_and_stops_no_other(
    update, publisher, folder, fault
):
    update("un_sc", "ca_sema")
    good = open_world(folder).source_by_id["un_sc"]
    publisher.routes[UN] = fault
    done = update(today=date(2026, 8, 8), patience=Patience(2, 0.5, 1))
    assert told(done) in (
        {"un_sc": "stopped", "ca_sema": "updated"},
        {"un_sc": "not_loaded", "ca_sema": "updated"},
    )
    assert all(one.reasons for one in done.sources if one.failed)
    now = open_world(folder).source_by_id["un_sc"]
    assert (now.version, now.sha256, now.entries) == (good.version, good.sha256, good.entries)
    assert verify_world(folder) == []


def test_after_a_fault_the_next_update_goes_on(update, publisher, folder):
    update("un_sc")
    publisher.routes[UN] = html
    update()
    publisher.routes[UN] = lambda request: request.file(un_list(601, "2026-08-06"), etag='"3"')
    assert told(update()) == {"un_sc": "updated"}
    assert open_world(folder).source_by_id["un_sc"].entries == 602


def test_what_a_guard_stops_can_be_let_in_and_is_then_used(update, publisher, folder, tmp_path):
    update("un_sc")
    publisher.routes[UN] = lambda request: request.file(
        un_list(510, "2026-08-05", first=300), etag='"2"'
    )
    [un] = update().sources
    assert un.reasons[-1].startswith(f"to let it in: vigil world accept {tmp_path / 'history'} ")
    history = History(tmp_path / "history", sentinels={})
    stopped = next(event for event in history.events() if event.step is Step.STOPPED)
    history.accept(stopped.snapshot, "an officer", "read it in the gazette", TODAY)
    assert told(update()) == {"un_sc": "updated"}
    assert open_world(folder).source_by_id["un_sc"].version == date(2026, 8, 5)


def test_a_list_that_a_later_one_replaced_does_not_come_back_unseen(update, publisher, folder):
    first, second = un_list(day="2026-08-01"), un_list(day="2026-08-05")
    served = iter(((first, '"a"'), (second, '"b"'), (first, '"c"')))
    publisher.routes[UN] = lambda request: request.file(*next(served))
    done = [update("un_sc") for _ in range(3)]
    assert told(done[-1]) == {"un_sc": "stopped"}
    assert done[-1].sources[0].reasons[0].startswith("the list of 2026-08-01 is served again")
    assert open_world(folder).source_by_id["un_sc"].version == date(2026, 8, 5)


def test_a_list_built_by_hand_is_what_the_first_load_is_held_against(
    update, publisher, folder, world_folder, tmp_path
):
    (tmp_path / "un.xml").write_bytes(un_list())
    shipped = open_world(world_folder)
    sources = [("un_sc", tmp_path / "un.xml"), ("vigil_uav", None)]
    build_world(folder, sources, as_of=None, built_on=TODAY, shipped=shipped)
    publisher.routes[UN] = lambda request: request.file(un_list(510, "2026-08-05", first=300))
    done = update()
    assert told(done) == {"un_sc": "stopped", "vigil_uav": "not_asked"}
    way = done.sources[0].reasons[-1]
    assert "to take it: vigil world record " in way
    assert Path(way.rpartition("=")[2], "consolidated.xml").is_file()
    publisher.routes[UN] = lambda request: request.file(un_list(601, "2026-08-05"), etag='"2"')
    assert told(update()) == {"un_sc": "updated", "vigil_uav": "not_asked"}
    assert {s.id for s in open_world(folder).sources} == {"un_sc", "vigil_uav"}


def test_a_newer_list_built_by_hand_is_not_rolled_back(
    update, publisher, folder, world_folder, tmp_path
):
    update("un_sc")
    (tmp_path / "un.xml").write_bytes(un_list(610, "2026-08-06"))
    build_world(
        folder, [("un_sc", tmp_path / "un.xml")], as_of=None, built_on=TODAY,
        shipped=open_world(world_folder),
    )  # fmt: skip
    publisher.routes[UN] = html
    update()
    assert open_world(folder).source_by_id["un_sc"].version == date(2026, 8, 6)


def test_a_dry_run_tells_and_changes_nothing(update, publisher, folder, tmp_path):
    update("un_sc")
    before = open_world(folder).id, (tmp_path / "history/history.jsonl").read_bytes()
    publisher.routes[UN] = lambda request: request.file(un_list(601, "2026-08-05"), etag='"2"')
    done = update(dry_run=True)
    assert (told(done), done.written) == ({"un_sc": "updated"}, False)
    assert (open_world(folder).id, (tmp_path / "history/history.jsonl").read_bytes()) == before
    assert History(tmp_path / "history").problems() == []
    assert sorted(p.name for p in (tmp_path / "history").iterdir()) == [
        "history.jsonl", "lock", "objects",
    ]  # fmt: skip
    assert sorted(p.name for p in (tmp_path / "history.downloads").iterdir()) == ["lock", "un_sc"]
    assert told(update()) == {"un_sc": "updated"}


@pytest.mark.parametrize(
    ("sources", "message"),
    [
        (("ofac",), "a source must be one of"),
        (("private",), "source"),
        ((), "name a list to load, like --source un_sc"),
    ],
)
def test_sources_that_cannot_be_loaded_are_told(update, folder, sources, message):
    with pytest.raises(InvalidInput, match=message):
        update(*sources)
    assert not folder.exists()


def test_two_updates_at_once_are_one_after_the_other(update, publisher, folder, tmp_path):
    update("un_sc")
    slow = threading.Event()

    def serve(request):
        slow.wait(5)
        request.file(un_list(601, "2026-08-05"), etag='"2"')

    publisher.routes[UN] = serve
    done = []
    threads = [threading.Thread(target=lambda: done.append(update())) for _ in range(2)]
    for thread in threads:
        thread.start()
    time.sleep(0.2)
    slow.set()
    for thread in threads:
        thread.join(30)
    assert sorted(one.written for one in done) == [False, True]
    assert verify_world(folder) == []
    assert len(History(tmp_path / "history").events()) == 2


@pytest.fixture
def publish(publisher):
    """Have the UN publish its list in a version of its own for each number."""

    def run(number):
        body = un_list(601 + number, "2026-08-05")
        publisher.routes[UN] = lambda request: request.file(body, etag=f'"n{number}"')
        return 602 + number

    return run


def state(folder):
    """What the world in a folder is; it must be whole."""
    assert verify_world(folder) == []
    world = open_world(folder)
    return world.id, world.source_by_id["un_sc"].entries


EVERY = 8  # calls to the disk
NO_SPACE = OSError(28, "No space left on device", "disk")


@pytest.mark.slow
@pytest.mark.parametrize("error", [NO_SPACE, Killed()], ids=["full disk", "kill"])
@pytest.mark.parametrize("half", [False, True], ids=["before", "half written"])
def test_a_failure_at_any_step_leaves_a_whole_world(
    update, publish, folder, monkeypatch, error, half, tmp_path
):
    update("un_sc")
    failed, published = 0, set()  # a list may be in the history already and not yet in the world
    for step in range(1, 1_000, EVERY):  # a version grows the list by one: more would be doubted
        before, new = state(folder), publish(step // EVERY)
        published.add(new)
        with monkeypatch.context() as patched:
            came = fail_at(patched, step, error, half_written=half)
            try:
                update()
            except (WorldError, Killed):
                failed += 1
        after = state(folder)
        assert after == before or after[1] in published
        if not came:
            break
    assert after[1] == new
    assert failed > 10
    assert History(tmp_path / "history").problems() == []


CHILD = """
import sys
from datetime import date
from pathlib import Path
from tests.store.test_update import means_for
from vigil.store.update import update_world
from vigil.store.worlds import open_world
folder, shipped, port = sys.argv[1:]
print("begun", flush=True)
update_world(Path(folder), Path(folder).with_name("history"), ["un_sc"], today=date(2026, 8, 7),
             shipped=open_world(shipped), means=means_for(int(port)))
"""


@pytest.mark.slow
def test_a_kill_at_any_moment_leaves_a_whole_world(
    update, publish, publisher, folder, world_folder, tmp_path
):
    update("un_sc")
    chance = random.Random(20260807)
    command = [sys.executable, "-c", CHILD, str(folder), str(world_folder), str(publisher.port)]
    killed, published = 0, set()
    for number in range(25):
        before = state(folder)
        published.add(publish(number))
        with subprocess.Popen(command, stdout=subprocess.PIPE) as child:
            child.stdout.readline()
            time.sleep(chance.uniform(0, 0.4))
            child.send_signal(signal.SIGKILL)
        killed += child.returncode == -signal.SIGKILL
        after = state(folder)
        assert after == before or after[1] in published
    assert killed > 5
    new = publish(25)
    update()
    assert state(folder)[1] == new
    assert History(tmp_path / "history").problems() == []
