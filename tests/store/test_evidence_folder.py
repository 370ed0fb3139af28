"""The folder of reports: bytes by hash, what was said of them, nothing half added."""

import hashlib
from datetime import date

import pytest

from vigil.errors import InvalidInput, WorldError
from vigil.store.evidence_folder import RECORDS, EvidenceFolder, Received, open_evidence

HARBOUR = b"""Harbour police hold crates of engines

Police in the harbour of Velm held nine crates of engines on Monday, a spokeswoman said.

"The papers spoke of water pumps," said Mira Toll, who leads the customs office.
"""
DENIAL = b"""Trader denies that the engines were its own

The trading house Orlo denied on Tuesday that it had ordered the engines held at Velm.
"""


def received(data: bytes, name: str, **said) -> tuple[bytes, Received]:
    return data, Received(hashlib.sha256(data).hexdigest(), name, **said)


@pytest.fixture
def folder(tmp_path) -> EvidenceFolder:
    return EvidenceFolder(tmp_path / "evidence")


def test_a_page_comes_back_as_it_was_brought(folder):
    (added,) = folder.add([received(HARBOUR, "harbour.txt", publisher="Velm Post")])
    (record,) = folder.records()
    again = folder.read(record)
    assert again == added
    assert again.raw.encode() == HARBOUR
    assert again.publisher == "Velm Post"


def test_what_a_person_says_of_the_day_counts(folder):
    (page,) = folder.add([received(DENIAL, "denial.txt", day=date(2024, 3, 5))])
    assert page.day is not None
    assert page.day.day == "2024-03-05"


def test_pages_keep_the_order_in_which_they_came(folder):
    folder.add([received(HARBOUR, "harbour.txt")])
    folder.add([received(DENIAL, "denial.txt")])
    assert [record.name for record in folder.records()] == ["harbour.txt", "denial.txt"]


def test_the_same_bytes_are_one_page_and_what_is_said_last_counts(folder):
    folder.add([received(HARBOUR, "a.txt"), received(DENIAL, "denial.txt")])
    folder.add([received(HARBOUR, "b.txt", url="https://velm.example/1")])
    assert [(r.name, r.url) for r in folder.records()] == [
        ("b.txt", "https://velm.example/1"),
        ("denial.txt", None),
    ]


def test_when_one_cannot_be_read_none_is_kept(folder):
    with pytest.raises(InvalidInput, match=r"scan\.txt"):
        folder.add([received(HARBOUR, "harbour.txt"), received(b"%PDF-1.4\n\0\0\xff", "scan.txt")])
    assert folder.records() == ()


def test_bytes_under_another_hash_are_refused(folder):
    with pytest.raises(InvalidInput, match="hash"):
        folder.add([(HARBOUR, Received("0" * 64, "harbour.txt"))])
    assert folder.records() == ()


def test_bytes_that_were_changed_are_seen(folder):
    folder.add([received(HARBOUR, "harbour.txt"), received(DENIAL, "denial.txt")])
    one, other = sorted(path for path in (folder.path / "objects").rglob("*") if path.is_file())
    one.write_bytes(other.read_bytes())
    with pytest.raises(WorldError, match="must have the hash"):
        [folder.read(record) for record in folder.records()]


def test_a_damaged_table_of_contents_is_refused(folder):
    folder.add([received(HARBOUR, "harbour.txt")])
    path = folder.path / RECORDS
    path.write_bytes(path.read_bytes()[:-9])
    with pytest.raises(WorldError, match="a record a line"):
        folder.records()


def test_a_folder_that_is_none_is_an_error_and_not_empty_evidence(tmp_path):
    with pytest.raises(InvalidInput, match="vigil evidence add makes one"):
        open_evidence(tmp_path / "evidense")
