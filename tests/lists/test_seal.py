import hashlib

import pytest

from vigil.errors import SourceChanged
from vigil.lists.seal import unsealed

DATA = b"name\nExample\n"
DIGEST = hashlib.sha256(DATA).hexdigest().encode()


@pytest.mark.parametrize(
    "seal",
    [DIGEST, DIGEST.upper(), DIGEST + b"  List.csv\n", DIGEST + b" *List.csv\r\n"],
    ids=["bare", "capitals", "sha256sum", "binary mode"],
)
def test_a_seal_is_what_sha256sum_writes(seal):
    files = {"list.csv": DATA, "list.csv.sha256": seal}
    assert unsealed("x", files) == ({"list.csv": DATA}, {"list.csv"})


def test_a_file_without_seal_is_not_sealed():
    assert unsealed("x", {"list.csv": DATA}) == ({"list.csv": DATA}, frozenset())


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"list.csv": DATA[:-1], "list.csv.sha256": DIGEST}, "list.csv must have the sha256"),
        ({"list.csv": DATA, "list.csv.sha256": DIGEST[:-1]}, "must be a sha256 in hex"),
        ({"list.csv": DATA, "list.csv.sha256": b""}, "must be a sha256 in hex"),
        ({"other.csv": DATA, "list.csv.sha256": DIGEST}, "must seal a file beside it"),
    ],
)
def test_a_seal_that_does_not_fit_refuses_the_files(files, message):
    with pytest.raises(SourceChanged, match=message):
        unsealed("x", files)
