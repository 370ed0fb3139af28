import hashlib

import pytest

from vigil.errors import SourceChanged
from vigil.lists.whole_files import Form, form_of, whole_file

CSV = b"a,b\n1,2\n"
SEAL = hashlib.sha256(CSV).hexdigest()


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (b"PK\x03\x04...", Form.XLSX),
        (b"\xef\xbb\xbf\n <Designations/>", Form.XML),
        (b"", Form.CSV),
        (b"PK", Form.CSV),
        (b"Report Date: 01-Jan-2026", Form.CSV),
    ],
)
def test_the_first_bytes_say_the_form(data, form):
    assert form_of(data) is form


@pytest.mark.parametrize("line", [SEAL, f"{SEAL}  list.csv\n", f"{SEAL.upper()} *list.csv\r\n"])
def test_a_csv_list_with_its_checksum_is_whole(line):
    files = {"list.csv": CSV, "list.csv.sha256": line.encode()}
    assert whole_file(files, "x") == (Form.CSV, CSV)


def test_a_csv_list_alone_is_refused_with_the_way_out():
    with pytest.raises(SourceChanged, match=r"must stand in a folder with list\.csv\.sha256"):
        whole_file({"list.csv": CSV}, "x")


def test_no_prefix_of_a_csv_list_agrees_with_its_checksum():
    for length in range(len(CSV)):
        with pytest.raises(SourceChanged, match="the SHA-256 of list"):
            whole_file({"list.csv": CSV[:length], "list.csv.sha256": SEAL.encode()}, "x")


@pytest.mark.parametrize("line", [b"", b"abc", SEAL[:-1].encode(), b"<html>" + SEAL.encode()])
def test_a_checksum_file_without_a_checksum_is_none(line):
    with pytest.raises(SourceChanged, match="must be none"):
        whole_file({"list.csv": CSV, "list.csv.sha256": line}, "x")


def test_xml_needs_no_checksum_but_one_that_is_there_must_agree():
    assert whole_file({"list.xml": b"<a/>"}, "x") == (Form.XML, b"<a/>")
    with pytest.raises(SourceChanged, match="the SHA-256"):
        whole_file({"list.xml": b"<a/>", "list.xml.sha256": SEAL.encode()}, "x")


def test_the_checksum_of_another_file_is_none():
    with pytest.raises(SourceChanged, match="must stand in a folder with"):
        whole_file({"list.csv": CSV, "other.csv.sha256": SEAL.encode()}, "x")


@pytest.mark.parametrize("files", [{}, {"a.csv": CSV, "b.csv": CSV}])
def test_none_or_two_lists_are_refused(files):
    with pytest.raises(SourceChanged, match="x must be one file"):
        whole_file(files, "x")
