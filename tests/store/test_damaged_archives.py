import contextlib
import io
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vigil.errors import SourceChanged
from vigil.store.list_files import read_files

CENTRAL_NAME = 46  # bytes of a central directory entry before its name (APPNOTE 4.3.12)


@pytest.fixture
def archive():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("list.xml", "<list>" + "<entry/>" * 20 + "</list>")
    return out.getvalue()


def test_a_cut_archive_never_gives_the_list_in_it(archive, tmp_path):
    path = tmp_path / "list.zip"
    for length in range(len(archive)):
        path.write_bytes(archive[:length])
        with contextlib.suppress(SourceChanged):  # without its end it is no archive but a file
            assert "list.xml" not in read_files("un_sc", path)


def test_an_archive_whose_member_lost_its_name_is_refused(archive, tmp_path):
    path = tmp_path / "list.zip"
    at = archive.index(b"PK\x01\x02") + CENTRAL_NAME
    path.write_bytes(archive[:at] + b"\0" + archive[at + 1 :])
    with pytest.raises(SourceChanged, match="a member of the archive has no name"):
        read_files("un_sc", path)


@given(st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_damaged_archive_is_refused_or_read_never_a_crash(archive, tmp_path, data):
    where = data.draw(st.integers(0, len(archive) - 1))
    damaged = archive[:where] + data.draw(st.binary(max_size=3)) + archive[where + 1 :]
    path = tmp_path / "list.zip"
    path.write_bytes(damaged)
    with contextlib.suppress(SourceChanged):
        read_files("un_sc", path)
