"""The addresses that lists are loaded from, read from `vigil/data/downloads.csv`."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from vigil.errors import InvalidInput, SourceChanged, shown

TABLE = Path(__file__).resolve().parents[1] / "data" / "downloads.csv"
MB = 1_000_000


@dataclass(frozen=True, slots=True)
class Download:
    """One file of a source: `hosts` are all that may be asked for it, `most_bytes` its limit on
    the wire and unpacked, `form` is `csv`, `json` or `xml`.
    """

    source: str
    file: str
    url: str
    form: str
    most_bytes: int
    hosts: frozenset[str]

    def checked(self, url: str) -> str:
        """The address, when this file may be loaded from there.

        Raises:
            SourceChanged: not https on its own port, with a user in it, or of another host.
        """
        try:
            parts = urlsplit(url)
            port = parts.port
        except ValueError as error:
            raise self.refused("must be loaded from an address", url) from error
        if parts.scheme != "https" or port not in (None, 443) or "@" in parts.netloc:
            raise self.refused("must be loaded over https, port 443 and no user", url)
        if parts.hostname not in self.hosts:
            known = ", ".join(sorted(self.hosts))
            raise self.refused(f"must be loaded from {known}", url)
        if any(not "!" <= char <= "~" for char in url):  # a line break would begin a new header
            raise self.refused("must be loaded from an address of printable ASCII", url)
        return url

    def refused(self, expected: str, got: object) -> SourceChanged:
        """The error for an answer or address that is not taken."""
        return SourceChanged(f"{self.source}: {self.file} {expected}, got {shown(got)}")


def downloads_of(source_id: str, table: Iterable[Download]) -> list[Download]:
    """The files of a source, in the table's order.

    Raises:
        InvalidInput: the source has no address to load from.
    """
    table = tuple(table)
    found = [download for download in table if download.source == source_id]
    if not found:
        known = ", ".join(dict.fromkeys(download.source for download in table))
        expected = f"a source to update must have an address, as {known} have"
        raise InvalidInput.single(expected, "--source", source_id)
    return found


def read_downloads(path: Path = TABLE) -> tuple[Download, ...]:
    """The table of addresses."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(line for line in file if not line.startswith("#"))
        return tuple(map(_download, rows))


def _download(row: dict[str, str]) -> Download:
    own = urlsplit(row["url"]).hostname or ""
    hosts = frozenset({own, *row["redirects_to"].split()})
    most = int(row["most_mb"]) * MB
    return Download(row["source"], row["file"], row["url"], row["form"], most, hosts)
