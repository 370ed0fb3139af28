import contextlib
import io
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vigil.errors import SourceChanged
from vigil.store.list_files import read_files


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


@given(st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_damaged_archive_is_refused_or_read_never_a_crash(archive, tmp_path, data):
    where = data.draw(st.integers(0, len(archive) - 1))
    damaged = archive[:where] + data.draw(st.binary(max_size=3)) + archive[where + 1 :]
    path = tmp_path / "list.zip"
    path.write_bytes(damaged)
    with contextlib.suppress(SourceChanged):
        read_files("un_sc", path)
