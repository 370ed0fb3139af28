"""Which reader reads which source."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType

from vigil.errors import InvalidInput
from vigil.lists.countries import Countries
from vigil.lists.loaded import Dating, LoadedSource
from vigil.lists.un_sc import read_un_sc
from vigil.lists.us_csl import read_us_csl

Reader = Callable[[bytes, Countries, Dating], LoadedSource]

SHIPPED_SOURCE = "vigil_uav"  # comes with the package, not from a file

READERS = MappingProxyType({"us_csl": read_us_csl, "un_sc": read_un_sc})

SOURCE_IDS = (
    "us_ofac_sdn", "us_ofac_cons", "us_csl", "us_bis_dpl", "un_sc", "eu_fsf", "gb_uksl",
    "gb_ofsi", "ca_sema", "ch_seco", "ua_nsdc", "ftm", "private", SHIPPED_SOURCE,
)  # fmt: skip


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
