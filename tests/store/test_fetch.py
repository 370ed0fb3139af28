import base64
import gzip
import hashlib
import io
import os
import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest

from tests.store.publisher import Loopback, Publisher
from vigil.errors import SourceChanged, WorldError
from vigil.store import arriving
from vigil.store.download_folder import DownloadFolder
from vigil.store.downloads import Download
from vigil.store.fetch import Retries, fetch
from vigil.store.public_https import Patience

URL = "https://lists.example/list.xml"
LIST = b"<LIST>" + b"<ENTRY>Example Works</ENTRY>" * 3 + b"</LIST>\n"
NEWER = LIST.replace(b"Example", b"Another")
DOWNLOAD = Download(
    "un_sc", "list.xml", URL, "xml", 10_000, frozenset({"lists.example", "blobs.example"})
)


@pytest.fixture
def publisher():
    """A publisher whose `serve` a test sets."""
    publisher = Publisher()
    server = publisher.run()
    yield publisher
    server.shutdown()
    server.server_close()


@pytest.fixture
def waits():
    """The seconds that were waited between attempts."""
    return []


@pytest.fixture
def load(publisher, waits, tmp_path):
    """Fetch the list from the publisher, with little patience and no waiting."""

    def run(attempts=3, patience=None, download=DOWNLOAD, told=None):
        net = Loopback(publisher.port, patience)
        retries = Retries(attempts, sleep=waits.append)
        return fetch(download, DownloadFolder(tmp_path), net, retries, told)

    return run


def files(folder):
    """What stands in a folder."""
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def statuses(publisher):
    """Whether each request asked for a rest."""
    return [headers.get("Range") for _, _, headers in publisher.asked]


def test_a_good_answer_is_kept_with_its_hash(publisher, load, tmp_path):
    publisher.serve = lambda request: request.file(LIST)
    fetched = load()
    assert (fetched.data, fetched.is_new) == (LIST, True)
    assert fetched.sha256 == hashlib.sha256(LIST).hexdigest()
    assert files(tmp_path) == ["list.xml", "marks/list.xml.json"]


def test_what_has_not_changed_is_not_loaded_again(publisher, load):
    publisher.serve = lambda request: request.file(LIST)
    load()
    again = load()
    assert (again.data, again.is_new) == (LIST, False)
    assert publisher.asked[1][2]["If-None-Match"] == '"1"'


def test_a_day_alone_is_asked_with_too(publisher, load):
    day = "Fri, 31 Jul 2026 13:15:00 GMT"

    def serve(request):
        known = request.headers["If-Modified-Since"] == day
        request.answer(b"" if known else LIST, 304 if known else 200, Last_Modified=day)

    publisher.serve = serve
    load()
    assert not load().is_new


def test_what_has_changed_is_loaded(publisher, load):
    publisher.serve = lambda request: request.file(LIST)
    load()
    publisher.serve = lambda request: request.file(NEWER, etag='"2"')
    assert load().data == NEWER


def test_a_kept_file_that_was_touched_is_loaded_anew(publisher, load, tmp_path):
    publisher.serve = lambda request: request.file(LIST)
    load()
    (tmp_path / "list.xml").write_bytes(LIST[:-20])
    assert (load().data, "If-None-Match" in publisher.asked[1][2]) == (LIST, False)


def test_unchanged_without_being_asked_is_refused(publisher, load):
    publisher.serve = lambda request: request.answer(status=304)
    with pytest.raises(SourceChanged, match="must come with status 200, got 304"):
        load()


@pytest.mark.parametrize("length", range(len(LIST)))
def test_a_body_cut_at_any_length_is_never_a_file(publisher, load, length, tmp_path):
    publisher.serve = lambda request: request.answer(LIST, cut=length)
    with pytest.raises(SourceChanged, match="must be loaded whole, got: cut off"):
        load(attempts=2)
    assert len(publisher.asked) == 2
    assert not (tmp_path / "list.xml").exists()


@pytest.mark.parametrize("length", range(1, len(LIST) + 1, 17))
@pytest.mark.parametrize("end", [b"", b"0", b"0\r", b"0\r\n", b"0\r\n\r", b"5\r\nab"], ids=repr)
def test_chunks_without_their_end_are_never_a_file(publisher, load, length, end, tmp_path):
    publisher.serve = lambda request: request.chunked(LIST[:length], end=end)
    with pytest.raises(SourceChanged, match="must be loaded whole"):
        load(attempts=1)
    assert not (tmp_path / "list.xml").exists()


def test_whole_chunks_are_a_file(publisher, load):
    publisher.serve = lambda request: request.chunked(LIST[:50], LIST[50:])
    assert load().data == LIST


@pytest.mark.parametrize("length", range(1, len(LIST), 5))
def test_a_cut_download_is_gone_on_with(publisher, load, length):
    cuts = iter((length, None))
    publisher.serve = lambda request: request.file(LIST, cut=next(cuts))
    assert load().data == LIST
    assert statuses(publisher) == [None, f"bytes={length}-"]


def test_a_cut_download_is_gone_on_with_by_the_next_run(publisher, load, waits):
    publisher.serve = lambda request: request.file(LIST, cut=50)
    with pytest.raises(SourceChanged):
        load(attempts=1)
    publisher.serve = lambda request: request.file(LIST)
    assert load().data == LIST
    assert statuses(publisher)[-1] == "bytes=50-"
    assert waits == []


def test_a_file_that_changes_between_two_ranges_is_never_mixed(publisher, load):
    versions = iter(((LIST, '"1"', 50), (NEWER, '"2"', None)))

    def serve(request):
        body, etag, cut = next(versions)
        request.file(body, etag, cut)

    publisher.serve = serve
    assert load().data == NEWER


@pytest.mark.parametrize(
    "rest",
    [
        {"ETag": '"2"', "Content_Range": f"bytes 50-{len(LIST) - 1}/{len(LIST)}"},
        {"ETag": '"1"', "Content_Range": f"bytes 40-{len(LIST) - 1}/{len(LIST)}"},
        {"ETag": '"1"', "Content_Range": f"bytes 50-{len(LIST) - 1}/{len(LIST) + 1}"},
        {"ETag": '"1"', "Content_Range": f"bytes 50-90/{len(LIST)}"},
        {"ETag": '"1"', "Content_Range": "bytes 50-/*"},
        {"ETag": '"1"'},
    ],
    ids=["other version", "other place", "other size", "not to the end", "no size", "unsaid"],
)
def test_a_rest_that_does_not_fit_is_dropped(publisher, load, rest):
    def serve(request):
        if request.headers["Range"]:
            return request.answer(NEWER[50:], 206, **rest)
        return request.file(LIST, cut=50 if len(publisher.asked) == 1 else None)

    publisher.serve = serve
    assert load().data == LIST
    assert statuses(publisher) == [None, "bytes=50-", None]


@pytest.mark.parametrize("etag", ['W/"1"', None, "1"], ids=["weak", "none", "malformed"])
def test_without_a_strong_mark_a_download_begins_anew(publisher, load, etag):
    cuts = iter((50, None))
    publisher.serve = lambda request: request.answer(LIST, cut=next(cuts), ETag=etag)
    assert load().data == LIST
    assert statuses(publisher) == [None, None]


def test_a_beginning_that_was_touched_is_not_gone_on_with(publisher, load, tmp_path):
    publisher.serve = lambda request: request.file(LIST, cut=50)
    with pytest.raises(SourceChanged):
        load(attempts=1)
    (tmp_path / "marks/list.xml.part").write_bytes(NEWER[:50])
    publisher.serve = lambda request: request.file(LIST)
    assert load().data == LIST
    assert statuses(publisher)[-1] is None


def test_a_beginning_longer_than_noted_is_cut_to_the_note(publisher, load, tmp_path):
    publisher.serve = lambda request: request.file(LIST, cut=50)
    with pytest.raises(SourceChanged):
        load(attempts=1)
    with (tmp_path / "marks/list.xml.part").open("ab") as part:
        part.write(b"never confirmed")
    publisher.serve = lambda request: request.file(LIST)
    assert load().data == LIST
    assert statuses(publisher)[-1] == "bytes=50-"


def test_a_long_download_is_noted_on_its_way(publisher, load, monkeypatch):
    monkeypatch.setattr(arriving, "CHECKPOINT", 50)
    noted = []
    note = DownloadFolder.note_part
    monkeypatch.setattr(
        DownloadFolder, "note_part", lambda s, f, p: (noted.append(p.bytes), note(s, f, p))
    )
    publisher.serve = lambda request: request.chunked(LIST[:70], LIST[70:], ETag='"1"')
    load()
    assert noted
    assert noted[0] >= 50


@pytest.mark.parametrize(
    ("body", "headers", "message"),
    [
        (b"", {}, "must not be empty"),
        (b" \r\n", {}, "must not be empty"),
        (b"<!DOCTYPE html><p>Sorry", {}, "must be a list and no web page"),
        (b"\xef\xbb\xbf\n<HTML lang='en'>", {}, "must be a list and no web page"),
        (b"<!-- x --><html>", {}, "must be a list and no web page"),
        (LIST, {"Content_Type": "text/html"}, "must be of type application/xml, got 'text/html'"),
        (LIST, {"Content_Type": "image/png"}, "must be of type application/xml"),
        (LIST, {"Content_Type": "application/json"}, "must be of type application/xml"),
        (LIST, {"Content_Encoding": "br"}, "must come as it is or in gzip, got 'br'"),
        (LIST, {"Content_Encoding": "gzip, gzip"}, "must come as it is or in gzip"),
        (LIST, {"Content_Length": None}, "must come with its length"),
        (LIST, {"Content_Length": "many"}, "must come with its length"),
        (LIST, {"Content_Length": "10001"}, "must have at most 10,000 bytes, got 10001"),
    ],
)
def test_what_is_no_list_is_refused_at_once(publisher, load, body, headers, message, tmp_path):
    publisher.serve = lambda request: request.answer(body, **headers)
    with pytest.raises(SourceChanged, match=message):
        load()
    assert len(publisher.asked) == 1
    assert files(tmp_path) == []


@pytest.mark.parametrize("kind", ["text/xml; charset=utf-8", "application/octet-stream", None])
def test_types_that_servers_give_lists_are_taken(publisher, load, kind):
    publisher.serve = lambda request: request.answer(LIST, Content_Type=kind)
    assert load().data == LIST


def test_chunks_beyond_the_limit_are_refused(publisher, load, tmp_path):
    publisher.serve = lambda request: request.chunked(*[b"x" * 1000] * 11)
    with pytest.raises(SourceChanged, match="must have at most 10,000 bytes"):
        load()
    assert files(tmp_path) == []


def test_a_packed_answer_is_unpacked(publisher, load):
    packed = gzip.compress(LIST)
    publisher.serve = lambda request: request.file(packed, Content_Encoding="gzip")
    assert load().data == LIST
    assert not load().is_new


def test_a_packed_answer_is_gone_on_with_packed(publisher, load):
    packed, cuts = gzip.compress(LIST), iter((40, None))
    publisher.serve = lambda request: request.file(packed, cut=next(cuts), Content_Encoding="gzip")
    assert load().data == LIST
    assert statuses(publisher) == [None, "bytes=40-"]


@pytest.mark.parametrize(
    ("packed", "message"),
    [
        (gzip.compress(b"\0" * 5_000_000), "must have at most 10,000 bytes, got 'more when"),
        (gzip.compress(LIST)[:-1], "one whole gzip stream"),
        (gzip.compress(LIST) * 2, "one whole gzip stream"),
        (gzip.compress(LIST)[:-8] + b"\0" * 8, "must be whole gzip"),
        (LIST, "must be whole gzip"),
    ],
    ids=["bomb", "cut", "two", "checksum", "none"],
)
def test_what_is_packed_badly_is_refused(publisher, load, packed, message, tmp_path):
    publisher.serve = lambda request: request.answer(packed, Content_Encoding="gzip")
    with pytest.raises(SourceChanged, match=message):
        load()
    assert files(tmp_path) == []


def md5(data):
    return base64.b64encode(hashlib.md5(data).digest()).decode()


def sha256(data):
    return f"sha-256=:{base64.b64encode(hashlib.sha256(data).digest()).decode()}:"


@pytest.mark.parametrize(("name", "of"), [("Content_MD5", md5), ("Repr_Digest", sha256)])
def test_a_declared_hash_must_be_the_file_s(publisher, load, name, of):
    publisher.serve = lambda request: request.answer(LIST, **{name: of(NEWER)})
    with pytest.raises(SourceChanged, match="than its publisher declares"):
        load()
    publisher.serve = lambda request: request.answer(LIST, **{name: of(LIST)})
    assert load().data == LIST


def test_a_redirect_to_a_known_host_is_followed(publisher, load):
    publisher.routes["lists.example/list.xml"] = lambda request: request.answer(
        status=302, Location="https://blobs.example/a/b.xml?sig=1"
    )
    publisher.routes["blobs.example/a/b.xml?sig=1"] = lambda request: request.file(LIST)
    assert load().data == LIST
    assert not load().is_new


@pytest.mark.parametrize(
    "location",
    [
        "https://elsewhere.example/list.xml",
        "https://127.0.0.1/list.xml",
        "https://[::1]/list.xml",
        "https://169.254.169.254/latest/meta-data",
        "https://lists.example.evil.example/",
        "https://lists.example@evil.example/",
        "https://evil@lists.example/",
        "https://lists.example:8443/",
        "http://lists.example/list.xml",
        "file:///etc/passwd",
        "//elsewhere.example/list.xml",
        "https://[",
        "https://lists.example:port/",
    ],
)
def test_a_redirect_to_elsewhere_is_refused(publisher, load, location):
    publisher.serve = lambda request: request.answer(status=302, Location=location)
    with pytest.raises(SourceChanged, match=r"un_sc: list\.xml must be"):
        load()
    assert len(publisher.asked) == 1


def test_a_loop_of_redirects_ends(publisher, load):
    publisher.serve = lambda request: request.answer(status=301, Location=URL)
    with pytest.raises(SourceChanged, match="must come after 5 redirects or less"):
        load()
    assert len(publisher.asked) == 6


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 501, 204, 206])
def test_a_status_that_stays_is_told_at_once(publisher, load, status):
    publisher.serve = lambda request: request.answer(b"", status)
    with pytest.raises(SourceChanged, match=f"must come with status 200, got {status}"):
        load()
    assert len(publisher.asked) == 1


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504])
def test_a_status_that_may_pass_is_tried_again(publisher, load, status, waits):
    answers = iter((status, status, None))

    def serve(request):
        now = next(answers)
        request.file(LIST) if now is None else request.answer(b"", now)

    publisher.serve = serve
    assert load().data == LIST
    assert 0.5 <= waits[0] <= 1 <= waits[1] <= 2


def in_seconds(seconds):
    return format_datetime(datetime.now(UTC) + timedelta(seconds=seconds), usegmt=True)


@pytest.mark.parametrize("after", ["2", in_seconds(3)], ids=["seconds", "day"])
def test_the_publisher_says_when_to_come_again(publisher, load, waits, after):
    first = iter((True, False))
    publisher.serve = lambda request: (
        request.answer(b"", 503, Retry_After=after) if next(first) else request.file(LIST)
    )
    assert load(patience=Patience(total_s=60)).data == LIST
    assert 0 <= waits[0] <= 3


@pytest.mark.parametrize("after", ["86400", in_seconds(86_400)], ids=["seconds", "day"])
def test_a_publisher_that_asks_for_hours_is_not_waited_for(publisher, load, waits, after):
    publisher.serve = lambda request: request.answer(b"", 429, Retry_After=after)
    with pytest.raises(SourceChanged, match=r"status 429, and again in 86,\d\d\d seconds only"):
        load()
    assert waits == []


def test_a_dripping_body_ends_with_the_patience(publisher, load):
    publisher.serve = lambda request: request.drip(LIST, 0.05)
    begin = time.monotonic()
    with pytest.raises(SourceChanged, match="it took too long"):
        load(patience=Patience(1, 1, total_s=0.4))
    assert time.monotonic() - begin < 3


def test_dripping_headers_end_with_the_patience(publisher, load):
    def serve(request):
        for byte in b"HTTP/1.1 200 OK\r\nX: " + b"x" * 60:
            request.wfile.write(bytes([byte]))
            time.sleep(0.05)

    publisher.serve = serve
    begin = time.monotonic()
    with pytest.raises(SourceChanged, match="it took too long"):
        load(patience=Patience(1, 1, total_s=0.4))
    assert time.monotonic() - begin < 3


def test_a_silent_server_is_left(publisher, load):
    publisher.serve = lambda _: time.sleep(1)
    with pytest.raises(SourceChanged, match="it took too long"):
        load(attempts=1, patience=Patience(1, read_s=0.2, total_s=60))


@pytest.mark.parametrize(
    "sent", [b"", b"hello\r\n\r\n", b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 200, b"\0" * 99]
)
def test_what_is_no_http_is_told(publisher, load, sent):
    publisher.serve = lambda request: request.wfile.write(sent)
    with pytest.raises(SourceChanged, match="must be loaded whole, got"):
        load()


def test_progress_is_told(publisher, load):
    heard = []
    publisher.serve = lambda request: request.file(LIST)
    load(told=lambda *what: heard.append(what))
    assert heard[-1] == ("list.xml", len(LIST), len(LIST))


@pytest.fixture
def full_at(monkeypatch):
    """A disk that is full at the n-th call that changes it; tells how many there were."""

    def arm(step):
        calls = []

        def guarded(call):
            def run(*args, **kwargs):
                calls.append(call)
                if len(calls) == step:
                    raise OSError(28, "No space left on device", "disk")
                return call(*args, **kwargs)

            return run

        class Full(io.FileIO):
            write = guarded(io.FileIO.write)

        opened = Path.open

        def open_path(self, mode="r", buffering=-1, **kwargs):
            if mode[0] in "wa" and buffering == 0:
                return Full(str(self), mode.replace("b", ""))
            return guarded(opened)(self, mode, buffering, **kwargs) if mode[0] in "wax" else (
                opened(self, mode, buffering, **kwargs)
            )  # fmt: skip

        monkeypatch.setattr(Path, "open", open_path)
        monkeypatch.setattr(Path, "replace", guarded(Path.replace))
        monkeypatch.setattr(os, "fsync", guarded(os.fsync))
        return calls

    return arm


@pytest.mark.parametrize("step", range(1, 8))
def test_a_full_disk_is_told_and_left_as_it_was(publisher, load, full_at, step, tmp_path,
                                                monkeypatch):  # fmt: skip
    publisher.serve = lambda request: request.file(LIST)
    load()
    publisher.serve = lambda request: request.file(NEWER, etag='"2"')
    full_at(step)
    with pytest.raises(WorldError, match="No space left on device"):
        load()
    monkeypatch.undo()
    assert not (tmp_path / "marks/list.xml.part").exists()
    assert load().data == NEWER


def test_the_disk_is_changed_in_seven_steps(publisher, load, full_at):
    publisher.serve = lambda request: request.file(LIST)
    calls = full_at(0)
    load()
    assert len(calls) == 7
