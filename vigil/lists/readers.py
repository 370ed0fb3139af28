"""Which reader reads which source."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

import msgspec

from vigil.errors import InvalidInput
from vigil.lists.ca_sema import read_ca_sema
from vigil.lists.ch_seco import read_ch_seco
from vigil.lists.countries import Countries
from vigil.lists.eu_fsf import read_eu_fsf
from vigil.lists.ftm import read_ftm
from vigil.lists.gb_ofsi import read_gb_ofsi
from vigil.lists.gb_uksl import read_gb_uksl
from vigil.lists.loaded import Dating, LoadedSource
from vigil.lists.private import read_private
from vigil.lists.relations import with_entries
from vigil.lists.seal import one_file
from vigil.lists.ua_nsdc import read_ua_nsdc
from vigil.lists.un_sc import read_un_sc
from vigil.lists.us_bis_dpl import read_us_bis_dpl
from vigil.lists.us_csl import read_us_csl_files
from vigil.lists.us_ofac import read_us_ofac_cons, read_us_ofac_sdn

Files = Mapping[str, bytes]
"""What a source was given: the file, or the files of a folder or archive, by their lower-case names
without folders."""

Reader = Callable[[Files, Countries, Dating], LoadedSource]

SHIPPED_SOURCE = "vigil_uav"  # comes with the package, not from a file


def of_one_file(source_id: str, read: Callable[[bytes, Countries, Dating], LoadedSource]) -> Reader:
    """A reader of a source that is one file; its seal may stand beside it."""

    def reader(files: Files, countries: Countries, dating: Dating) -> LoadedSource:
        _, data, _ = one_file(source_id, files)
        return read(data, countries, dating)

    return reader


READERS: Mapping[str, Reader] = MappingProxyType(
    {
        "us_csl": read_us_csl_files,
        "un_sc": of_one_file("un_sc", read_un_sc),
        "ca_sema": of_one_file("ca_sema", read_ca_sema),
        "ch_seco": of_one_file("ch_seco", read_ch_seco),
        "ftm": read_ftm,
        "ua_nsdc": read_ua_nsdc,
        "private": read_private,
        "us_bis_dpl": of_one_file("us_bis_dpl", read_us_bis_dpl),
        "eu_fsf": read_eu_fsf,
        "gb_uksl": read_gb_uksl,
        "gb_ofsi": read_gb_ofsi,
        "us_ofac_sdn": read_us_ofac_sdn,
        "us_ofac_cons": read_us_ofac_cons,
    }
)

SOURCE_IDS = (
    "us_ofac_sdn", "us_ofac_cons", "us_csl", "us_bis_dpl", "un_sc", "eu_fsf", "gb_uksl",
    "gb_ofsi", "ca_sema", "ch_seco", "ua_nsdc", "ftm", "private", SHIPPED_SOURCE,
)  # fmt: skip


def read_list(source_id: str, files: Files, countries: Countries, dating: Dating) -> LoadedSource:
    """A source's list, its ties leading to its own entries where they can.

    Raises:
        InvalidInput: no such source, or none that this version reads from a file.
        SourceChanged: the files were refused.
    """
    read = reader_of(source_id)(files, countries, dating)
    return msgspec.structs.replace(read, entities=with_entries(read.entities))


def reader_of(source_id: str) -> Reader:
    """The reader of a source.

    Raises:
        InvalidInput: no such source, or none that this version reads from a file.
    """
    reader = READERS.get(source_id)
    if reader is not None:
        return reader
    readable = ", ".join(READERS)
    if source_id not in SOURCE_IDS:
        raise InvalidInput.single(f"a source must be one of {readable}", "--source", source_id)
    raise InvalidInput.single(
        f"this version reads {readable} from files and not yet this source", "--source", source_id
    )
