"""`vigil world update` in this process, because only a test can lead it to the loopback."""

import json
import subprocess
import sys
from functools import partial

import pytest

from tests.store.published import canadian_list
from tests.store.publisher import Loopback, Publisher
from vigil.cli.main import run
from vigil.store import fetch, public_https
from vigil.store.worlds import open_world, verify_world

# A change of the name engine makes the shipped index stale until the world is compiled anew.
pytestmark = pytest.mark.filterwarnings("ignore:the index in:RuntimeWarning")


@pytest.fixture
def publisher():
    """Canada's publisher."""
    publisher = Publisher(lambda request: request.file(canadian_list()))
    server = publisher.run()
    yield publisher
    server.shutdown()
    server.server_close()


@pytest.fixture
def vigil(publisher, monkeypatch, capsys):
    """Run a command; its exit code, standard output and standard error."""
    monkeypatch.setattr(public_https, "PublicHttps", partial(Loopback, publisher.port))
    monkeypatch.setattr(fetch, "Retries", partial(fetch.Retries, 2, sleep=lambda _: None))

    def call(*args):
        monkeypatch.setattr(sys, "argv", ["vigil", *map(str, args)])
        with pytest.raises(SystemExit) as ended:
            run()
        told = capsys.readouterr()
        return ended.value.code or 0, told.out, told.err

    return call


def test_an_update_tells_what_it_did_and_a_failing_one_keeps_the_world(vigil, publisher, tmp_path):
    world = tmp_path / "lists"
    code, out, err = vigil("world", "update", "--world", world, "--source", "ca_sema")
    assert (code, verify_world(world)) == (0, []), err
    [line] = map(json.loads, out.splitlines())
    assert (line["source"], line["result"], line["entries"]) == ("ca_sema", "updated", 1_000)
    assert f"world {open_world(world).id} in {world}" in err
    assert (tmp_path / "lists.history" / "history.jsonl").is_file()

    publisher.serve = lambda request: request.answer(b"<html>", Content_Type="text/html")
    before = open_world(world).id
    code, out, err = vigil("world", "update", "--world", world, "--format", "table")
    assert (code, open_world(world).id) == (3, before)
    assert "not loaded" in out
    assert "error: ca_sema: sema-lmes.xml must be of type application/xml" in err
    assert "is as it was" in err


def test_a_dry_run_writes_no_world(vigil, tmp_path):
    world = tmp_path / "lists"
    code, _, err = vigil("world", "update", "--world", world, "--source", "ca_sema", "--dry-run")
    assert (code, world.exists()) == (0, False)
    assert "as it was (dry run)" in err


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ((), "give the world to update, --world DIR"),
        (("--world", "w", "--source", "nobody"), "a source must be one of"),
        (("--world", "w", "--source", "private"), "a source to update must have an address"),
        (("--world", "w"), "name a list to load, like --source un_sc"),
        (("--world", "w", "--format", "csv"), "update writes table or jsonl"),
    ],
)
def test_what_cannot_be_updated_is_exit_2(vigil, monkeypatch, tmp_path, args, said):
    monkeypatch.chdir(tmp_path)
    code, out, err = vigil("world", "update", *args)
    assert (code, out) == (2, ""), err
    assert said in err


def test_other_commands_do_not_load_the_way_to_the_network():
    code = (
        "import sys, vigil.cli.main, vigil.store.worlds, vigil.parties.match; "
        "sys.exit('vigil.store.fetch' in sys.modules or 'http.client' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
