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


def test_a_csv_list_with_its_seal_is_whole():
    files = {"list.csv": CSV, "list.csv.sha256": f"{SEAL}  list.csv\n".encode()}
    assert whole_file(files, "x") == (Form.CSV, CSV)


def test_a_csv_list_alone_is_refused_with_the_way_out():
    with pytest.raises(SourceChanged, match=r"must stand in a folder with list\.csv\.sha256"):
        whole_file({"list.csv": CSV}, "x")


def test_no_prefix_of_a_csv_list_fits_its_seal():
    for length in range(len(CSV)):
        with pytest.raises(SourceChanged, match="of its seal"):
            whole_file({"list.csv": CSV[:length], "list.csv.sha256": SEAL.encode()}, "x")


def test_xml_needs_no_seal():
    assert whole_file({"list.xml": b"<a/>"}, "x") == (Form.XML, b"<a/>")


@pytest.mark.parametrize("files", [{}, {"a.csv": CSV, "b.csv": CSV}])
def test_none_or_two_lists_are_refused(files):
    with pytest.raises(SourceChanged, match="x must be one file"):
        whole_file(files, "x")
