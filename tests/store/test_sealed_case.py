"""A sealed case is read as it was written, and any change of it is refused."""

import hashlib
import io
import random
import zipfile

import msgspec
import pytest

from tests.store.made_up_screenings import made_up
from vigil.case import events
from vigil.case.policy import CasePolicy
from vigil.errors import InvalidInput, StoreError
from vigil.model.canonical_json import canonical_json
from vigil.store.cases import CaseBook
from vigil.store.database import open_store
from vigil.store.imported_cases import import_case, imported_case, imported_cases
from vigil.store.ledger import check_head
from vigil.store.objects import Objects
from vigil.store.recorder import Recorder
from vigil.store.sealed_case import ATTACHMENTS, CASE, EVENTS, MANIFEST, export_case, open_sealed
from vigil.store.sealed_zip import zipped

POLICY = CasePolicy()
LETTER = b"They say that they bake bread."


@pytest.fixture
def files(tmp_path):
    return Objects(tmp_path / "files")


@pytest.fixture
def case(store, files):
    with Recorder(store, POLICY) as recorder:
        recorder.record_one(made_up("PO-0"))
        case = recorder.record_one(made_up(outcome="stop")).case
        recorder.record_one(made_up(outcome="stop", on=made_up().on.replace(day=9)))
        recorder.record_one(made_up("PO-3", outcome="review"))
    book = CaseBook(store, POLICY)
    at = book.case(case).last_at
    sha256 = files.put(LETTER)
    book.add(events.Assigned(case=case, by="ann", at=at, to="ann"))
    attached = {"sha256": sha256, "name": "../../letter.txt", "size": len(LETTER)}
    book.add(events.Attached(case=case, by="ann", at=at, **attached))
    book.add(events.Held(case=case, by="ann", at=at, reason="a court asked"))
    return case


@pytest.fixture
def data(store, files, case):
    return export_case(store, case, files.get)


def rezipped(data, change):
    """The zip with other content, as a careful forger would make it."""
    files = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for entry in archive.infolist():
            files[entry.filename] = archive.read(entry)
    return zipped(change(files) or files)


def test_what_is_written_is_what_is_read(store, data, case):
    found = open_sealed(data)
    assert found.case == CaseBook(store, POLICY).case(case)
    assert found.manifest.head == check_head(store)
    assert list(found.attachments.values()) == [LETTER]
    assert len(found.manifest.screenings) == 2
    assert found.case.held


def test_the_same_case_is_the_same_bytes(store, files, case, data):
    assert export_case(store, case, files.get) == data
    assert rezipped(data, lambda _: None) == data


def test_any_byte_that_changes_is_seen(data):
    rng = random.Random(0)
    for _ in range(400):
        at = rng.randrange(len(data))
        with pytest.raises(InvalidInput):
            open_sealed(data[:at] + bytes([data[at] ^ 1 << rng.randrange(8)]) + data[at + 1 :])


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda d: d[:-1], id="cut"),
        pytest.param(lambda d: d + b"x", id="something behind"),
        pytest.param(lambda d: b"x" + d, id="something before"),
        pytest.param(lambda _: b"", id="nothing"),
        pytest.param(lambda _: b"PK\x05\x06" + bytes(18), id="an empty zip"),
    ],
)
def test_other_bytes_are_refused(data, change):
    with pytest.raises(InvalidInput, match="sealed case"):
        open_sealed(change(data))


def without(name):
    return lambda files: {n: b for n, b in files.items() if not n.startswith(name)}


def in_place(name, old, new):
    return lambda files: files | {name: files[name].replace(old, new)}


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(without(MANIFEST), id="no manifest"),
        pytest.param(without(EVENTS), id="no events"),
        pytest.param(without(ATTACHMENTS), id="no attachment"),
        pytest.param(lambda f: f | {"../../etc/passwd": b"x"}, id="a way out of the folder"),
        pytest.param(lambda f: f | {"/tmp/x": b"x"}, id="an absolute name"),
        pytest.param(lambda f: f | {ATTACHMENTS + "0" * 64: b"x"}, id="one attachment too many"),
        pytest.param(lambda f: f | {"readme.txt": b"x"}, id="another file"),
        pytest.param(lambda f: dict(reversed(f.items())), id="another order"),
        pytest.param(in_place(EVENTS, b"a court asked", b"nobody asked."), id="an event"),
        pytest.param(in_place(CASE, b'"assigned"', b'"closed"'), id="the state"),
        pytest.param(in_place(MANIFEST, b'"PO-1"', b'"PO-2"'), id="the order"),
        pytest.param(in_place(MANIFEST, b"{", b" {"), id="spaces in the manifest"),
    ],
)
def test_other_content_is_refused(data, change):
    with pytest.raises(InvalidInput, match="sealed case"):
        open_sealed(rezipped(data, change))


def forged(files, change):
    """Files changed, and the sums of the manifest made to fit."""
    files = dict(files)
    manifest = msgspec.json.decode(files.pop(MANIFEST))
    change(files, manifest)
    manifest["files"] = [
        {"name": n, "sha256": hashlib.sha256(b).hexdigest(), "size": len(b)}
        for n, b in files.items()
    ]
    return {MANIFEST: canonical_json(manifest) + b"\n", **files}


def last_event_away(files, manifest):
    files[EVENTS] = files[EVENTS].rsplit(b"\n", 2)[0] + b"\n"
    manifest["events"].pop()


def other_row(_, manifest):
    manifest["events"][0]["row"]["at"] += 1


def other_neighbour(_, manifest):
    manifest["events"][0]["next"] = manifest["events"][-1]["next"]


def other_head(_, manifest):
    manifest["head_number"] += 1


@pytest.mark.parametrize("change", [last_event_away, other_row, other_neighbour, other_head])
def test_sums_that_fit_do_not_hide_a_change(data, change):
    with pytest.raises(InvalidInput, match="sealed case"):
        open_sealed(rezipped(data, lambda files: forged(files, change)))


def test_a_forger_who_changes_nothing_is_let_through(data):
    untouched = rezipped(data, lambda files: forged(files, lambda *_: None))
    assert untouched == data


def test_a_name_that_stands_twice_is_refused(data):
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr(EVENTS, b"")
    with pytest.raises(InvalidInput, match="each once"):
        open_sealed(out.getvalue())


def test_a_bomb_is_not_unpacked(data):
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr(ATTACHMENTS + "0" * 64, bytes(10_000_000), zipfile.ZIP_DEFLATED)
    assert len(out.getvalue()) < 100_000
    with pytest.raises(InvalidInput, match="compressed"):
        open_sealed(out.getvalue())


def test_a_file_that_was_told_is_known_again(data):
    sha256 = open_sealed(data).sha256
    assert open_sealed(data, sha256).sha256 == sha256
    with pytest.raises(InvalidInput, match="sha256"):
        open_sealed(data, "0" * 64)


def test_a_case_without_its_attachment_is_not_exported(store, case):
    def missing(_):
        raise StoreError("gone")

    with pytest.raises(StoreError):
        export_case(store, case, missing)


def test_an_imported_case_is_kept_apart_and_read_again(data, files, tmp_path):
    other = open_store(str(tmp_path / "other.db"))
    one = import_case(other, data, files.put, by="ann", at=1, sha256=None)
    again = import_case(other, data, files.put, by="bob", at=2, sha256=None)
    assert imported_cases(other) == [one] == [again]
    assert CaseBook(other, POLICY).list() == []
    assert imported_case(one.imported, files.get).sha256 == one.imported.file
    assert check_head(other).number == 1
    other.close()


def test_what_is_refused_leaves_nothing(data, files, tmp_path):
    other = open_store(str(tmp_path / "other.db"))
    with pytest.raises(InvalidInput):
        import_case(other, data + b"x", files.put, by="ann", at=1, sha256=None)
    assert imported_cases(other) == []
    other.close()
