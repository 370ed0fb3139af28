import pytest

from vigil.errors import InvalidInput, SourceChanged
from vigil.lists.readers import READERS, SOURCE_IDS
from vigil.lists.un_sc import URL as UN_URL
from vigil.lists.us_csl import URL as CSL_URL
from vigil.store.downloads import downloads_of, read_downloads
from vigil.store.fetch import TYPES

TABLE = read_downloads()


@pytest.mark.parametrize("download", TABLE, ids=lambda download: download.url)
def test_each_address_is_one_that_may_be_asked(download):
    assert download.checked(download.url) == download.url
    assert download.source in SOURCE_IDS
    assert download.form in TYPES
    assert 10_000_000 <= download.most_bytes <= 300_000_000
    assert download.file == download.file.lower()


def test_each_file_stands_once():
    assert len({(d.source, d.file) for d in TABLE}) == len({d.url for d in TABLE}) == len(TABLE)


def test_the_addresses_are_those_that_the_readers_cite():
    by_source = {download.source: download.url for download in TABLE}
    assert (by_source["un_sc"], by_source["us_csl"]) == (UN_URL, CSL_URL)


def test_a_set_is_loaded_whole():
    files = [download.file for download in downloads_of("us_ofac_sdn", TABLE)]
    assert files == ["sdn.csv", "alt.csv", "add.csv", "sdn_comments.csv"]


def test_a_source_without_an_address_is_told():
    with pytest.raises(InvalidInput, match="a source to update must have an address, as us_ofac"):
        downloads_of("private", TABLE)


@pytest.mark.parametrize(
    "url",
    [
        "http://scsanctions.un.org/a",
        "https://scsanctions.un.org:8443/a",
        "https://user@scsanctions.un.org/a",
        "https://scsanctions.un.org@evil.example/a",
        "https://xscsanctions.un.org/a",
        "https://scsanctions.un.org.evil.example/a",
        "https://scsanctions.un.org/a b",
        "https://scsanctions.un.org/a\r\nX: y",
        "https://scsanctions.un.org/ä",
        "https://scsanctions.un.org\\.evil.example/",
        "//scsanctions.un.org/a",
        "",
    ],
)
def test_an_address_of_another_kind_is_refused(url):
    [un] = downloads_of("un_sc", TABLE)
    with pytest.raises(SourceChanged, match=r"un_sc: consolidated\.xml must be loaded"):
        un.checked(url)


def test_some_source_that_is_read_has_an_address():
    assert {"us_csl", "un_sc"} <= {download.source for download in TABLE} & READERS.keys()
