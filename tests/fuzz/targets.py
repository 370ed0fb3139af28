"""What untrusted bytes reach, each as a function that may only raise errors of our own.

Run by atheris in a process of its own: `python tests/fuzz/targets.py TARGET [libFuzzer options]`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import date

import atheris

from vigil.errors import InvalidInput, SourceChanged

with atheris.instrument_imports(include=["vigil.lists", "vigil.evidence"]):
    from vigil.evidence.reading import read_page
    from vigil.lists.countries import Countries
    from vigil.lists.loaded import Dating
    from vigil.lists.readers import READERS
    from vigil.lists.us_ofac_remarks import read_remarks
    from vigil.lists.xml_fields import parse_xml

COUNTRIES = Countries({"Iran": "IR", "Russian Federation": "RU", "China": "CN"})
ENDINGS = ("xml", "csv", "json", "xlsx", "txt")
DATING = Dating(date(2026, 8, 7), date(2026, 8, 1))

# What makes a reader go further than its first line: pieces of the layouts.
PIECES = {
    "xml": (
        b"<?xml version='1.0' encoding='UTF-8'?>", b"<CONSOLIDATED_LIST>", b"<INDIVIDUALS>",
        b"<INDIVIDUAL>", b"<DATAID>1</DATAID>", b"<FIRST_NAME>", b"<sdnList>", b"<sdnEntry>",
        b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"&b;", b"<uid>1</uid>", b"<record>", b"<export>",
        b"<sanctionEntity>", b"<Designation>", b"<swiss-sanctions-list>", b"]]>", b"<![CDATA[",
    ),
    "remarks": (
        b"DOB 12 Apr 1962; ", b"alt. DOB ", b"circa ", b"POB ", b"nationality ", b"(Linked To: ",
        b"Passport ", b"IMO ", b"a.k.a. '", b"Additional Sanctions Information - ", b"; ", b"'",
    ),
    "page": (
        b"<!DOCTYPE html>", b"<meta charset=", b"windows-1251>", b"<p>", b"</p>",
        b"<table><tr><td>", b"<!--", b"-->", b"<script>", b"</script>",
        b"<style>.a{color:#fff}", b"</style>",
        b"<p class=a>", b"<span style='", b"font-size:0'>", b"&amp;", b"&#x", b";", b"<h1>",
        b"<title>", b"</title>", b"<time datetime='2024-03-04'>", b"\xef\xbb\xbf", b"\xff\xfe",
        b"The port was closed. ", b"(Northwire) - ", b"\xe2\x80\x9cWe know,\xe2\x80\x9d he said. ",
        b"<![CDATA[", b"<font color=",
    ),
}  # fmt: skip


def xml(data: bytes) -> None:
    """Any bytes as an XML list, by the parser and by every reader."""
    with suppress(SourceChanged):
        parse_xml(data, "un_sc")
    lists(data)


def lists(data: bytes) -> None:
    """Any bytes as the file of every list."""
    for source_id, read in READERS.items():
        for ending in ENDINGS:
            with suppress(SourceChanged, InvalidInput):
                read({f"{source_id}.{ending}": data}, COUNTRIES, DATING)


def remarks(data: bytes) -> None:
    """Any text as the remarks of an OFAC entry."""
    text = data.decode("utf-8", "replace")
    for is_cut in (False, True):
        read_remarks(text, is_cut=is_cut)


def page(data: bytes) -> None:
    """Any bytes as a saved page; every result stands in the text."""
    with suppress(InvalidInput):
        read = read_page(data, "page.html")
        assert all(block.at.end <= len(read.text) for block in read.blocks)
        assert sum(run.length for run in read.runs) == len(read.text)


TARGETS: dict[str, Callable[[bytes], None]] = {
    "xml": xml,
    "lists": lists,
    "remarks": remarks,
    "page": page,
}


def main() -> None:
    """Fuzz one target until libFuzzer's limit; an error that is not ours ends the process."""
    name = sys.argv.pop(1)
    target = TARGETS[name]
    pieces = PIECES.get(name, PIECES["xml"])

    def one(data: bytes) -> None:
        # The first bytes choose pieces of the layout, the rest stands between them.
        provider = atheris.FuzzedDataProvider(data)
        count = provider.ConsumeIntInRange(0, 8)
        parts = []
        for _ in range(count):
            parts.append(pieces[provider.ConsumeIntInRange(0, len(pieces) - 1)])
            parts.append(provider.ConsumeBytes(provider.ConsumeIntInRange(0, 24)))
        parts.append(provider.ConsumeBytes(provider.remaining_bytes()))
        target(b"".join(parts))

    atheris.Setup(sys.argv, one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
