"""Which pages share text: an index of n-grams that grows to 100,000 pages.

Prose and quotations are separate spaces; what one page prints as its own words and another in
quotation marks meets as a quotation. Of each stream only fingerprints are kept, by winnowing
(Schleimer, Wilkerson and Aiken 2003): the smallest hash of each window of `WINDOW` n-grams, so that
a shared passage of `GRAM + WINDOW - 1` words always shares one, at two fingerprints in five
n-grams. Content words that stand close together are a third space, `topic`: it leads from a
paraphrase to what it tells again.

A fingerprint that many pages have says little and must not make all of them partners. Past
`RARE` pages it counts no longer, save between pages that share at least half of all their
fingerprints; past `KEPT_PAGES` only the pages that had it first are found. What is lost: a page
that shares nothing but a much printed passage, less than half of it, has no partner for that
passage; of a text with a hundred copies each later one is found beside the first sixteen, and so
by way of them.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from zlib import crc32

from vigil.evidence.page import Page
from vigil.evidence.statement import Reading
from vigil.evidence.stems import stems_of
from vigil.evidence.streams import Stream, Streams, streams_of

WINDOW = 4  # chosen: a passage of eight words is always found
RARE = 12  # pages; chosen
KEPT_PAGES = 16
ENOUGH = {"prose": 2, "quotation": 2, "topic": 8}  # shared rare fingerprints that make a partner
_SEED = {"prose": 0, "quotation": 1, "topic": 2}
_BUCKET_BITS = 14


class TextReuse:
    """An index of pages by what they share; see this module.

    Memory is eight bytes a fingerprint in sorted arrays, one per leading bits of the hash.
    """

    def __init__(self) -> None:
        self._buckets = [array("Q") for _ in range(1 << _BUCKET_BITS)]
        self._ids: list[str] = []
        self._sizes: list[int] = []  # fingerprints of prose and quotations
        self._number: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self._ids)

    def add(self, page: Page, reading: Reading, streams: Streams | None = None) -> None:
        """Puts a page into the index; a page that is there already changes nothing."""
        if page.id in self._number:
            return
        streams = streams or streams_of(page, reading)
        number = self._number[page.id] = len(self._ids)
        self._ids.append(page.id)
        prose, quoted = _winnowed(streams.prose), _winnowed(streams.quotations)
        self._sizes.append(len(prose) + len(quoted))
        for space, hashes in (
            ("prose", prose),
            ("quotation", quoted),
            ("topic", _topics(page, reading)),
        ):
            seed = _SEED[space]
            for hashed in hashes:
                mixed = _mixed(hashed, seed)
                insort(self._buckets[mixed >> (32 - _BUCKET_BITS)], mixed << 32 | number)

    def partners(
        self, page: Page, reading: Reading, streams: Streams | None = None
    ) -> tuple[str, ...]:
        """Ids of pages in the index that share enough with this one, itself left out, in the
        order in which they were added. The page need not be in the index.
        """
        streams = streams or streams_of(page, reading)
        prose, quoted = _winnowed(streams.prose), _winnowed(streams.quotations)
        found: set[int] = set()
        every: Counter[int] = Counter()
        for told, hashes, spaces in (
            ("prose", prose, ("prose",)),
            ("quotation", quoted, ("quotation", "prose")),
            ("quotation", prose, ("quotation",)),
            ("topic", _topics(page, reading), ("topic",)),
        ):
            rare: Counter[int] = Counter()
            for hashed in hashes:
                for space in spaces:
                    pages = self._pages(_mixed(hashed, _SEED[space]))
                    if told != "topic":
                        every.update(pages)
                    if len(pages) <= RARE:
                        rare.update(pages)
            found.update(n for n, count in rare.items() if count >= ENOUGH[told])
        size = len(prose) + len(quoted)
        found.update(
            n for n, count in every.items() if count >= 2 and 2 * count >= min(size, self._sizes[n])
        )
        found.discard(self._number.get(page.id, -1))
        return tuple(self._ids[number] for number in sorted(found))

    def size_bytes(self) -> int:
        """Memory of the fingerprints, without the pages' ids."""
        return sum(bucket.buffer_info()[1] * bucket.itemsize for bucket in self._buckets)

    def _pages(self, mixed: int) -> list[int]:
        """Numbers of the pages that had it first, at most `KEPT_PAGES`."""
        bucket = self._buckets[mixed >> (32 - _BUCKET_BITS)]
        at = bisect_left(bucket, mixed << 32)
        pages = []
        for entry in bucket[at : at + KEPT_PAGES]:
            if entry >> 32 != mixed:
                break
            pages.append(entry & 0xFFFFFFFF)
        return pages


def _mixed(hashed: int, seed: int) -> int:
    """A hash of its own for each space."""
    return (hashed ^ (seed * 0x9E3779B1)) & 0xFFFFFFFF


def _winnowed(stream: Stream) -> set[int]:
    """The smallest hash of each window of n-grams that stand together."""
    chosen: set[int] = set()
    for run in _joined(stream):
        if len(run) <= WINDOW:
            chosen.add(min(run))
            continue
        a, b, c = run[0], run[1], run[2]
        for d in run[3:]:
            chosen.add(min(a, b, c, d))
            a, b, c = b, c, d
    return chosen


def _joined(stream: Stream) -> Iterator[list[int]]:
    run: list[int] = []
    before = -2
    for hashed, index in stream.hashes:
        if index != before + 1 and run:
            yield run
            run = []
        run.append(hashed)
        before = index
    if run:
        yield run


def _topics(page: Page, reading: Reading) -> set[int]:
    """Pairs of content words that stand side by side or with one between."""
    pairs: set[int] = set()
    for stems, _ in stems_of(page, reading):
        for one, other in (*pairwise(stems), *zip(stems, stems[2:], strict=False)):
            if one != other:
                left, right = (one, other) if one < other else (other, one)
                pairs.add(crc32(f"{left} {right}".encode()))
    return pairs
