"""Which pages share text: an index of fingerprints that grows to 100,000 pages.

Prose, quotations and topics (`ready.Prints`) are separate spaces; what one page prints as its own
words and another in quotation marks meets as a quotation. Two pages are partners if they share
`ENOUGH` fingerprints of a space that are rare, for topics also `TOPIC_SHARE` of the smaller page's.

A fingerprint that many pages have says little and must not make all of them partners. Past
`RARE` pages it counts no longer, save between pages that share at least half of all their
fingerprints of prose and quotations; past `KEPT_PAGES` only the pages that had it first are found.
What is lost: a page that shares nothing but a much printed passage, less than half of it, has no
partner for that passage; of a text with a hundred copies each later one is found beside the first
sixteen, and so by way of them.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterator

from vigil.evidence.page import Page
from vigil.evidence.ready import Read, read
from vigil.evidence.statement import Reading

RARE = 12  # pages; chosen
KEPT_PAGES = 16
ENOUGH = 2  # rare fingerprints of words: about nine words in common
ENOUGH_TOPICS = 6
TOPIC_SHARE = 0.15  # tests/evidence: paraphrases share 0.38 and more, other reports below 0.05
_PROSE, _QUOTATION, _TOPIC = 0, 0x9E3779B1, 0x85EBCA6B  # mixed into the hashes of a space
_LOW_BITS = 18  # of 32; the leading 14 choose the bucket
_PAGE = 0xFFFFFFFF


class TextReuse:
    """An index of pages by what they share; see this module.

    Memory is eight bytes a fingerprint, in sorted arrays by the leading bits of the hash.
    """

    def __init__(self) -> None:
        self._buckets: dict[int, array[int]] = {}
        self._ids: list[str] = []
        self._words = array("L")  # fingerprints of prose and quotations of each page
        self._topics = array("L")
        self._number: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self._ids)

    def add(self, page: Page, reading: Reading, ready: Read | None = None) -> None:
        """Puts a page into the index; a page that is there already changes nothing."""
        if page.id in self._number:
            return
        prints = (ready or read(page, reading)).prints
        number = self._number[page.id] = len(self._ids)
        self._ids.append(page.id)
        self._words.append(len(prints.prose) + len(prints.quotations))
        self._topics.append(len(prints.topic))
        for space, hashes in (
            (_PROSE, prints.prose),
            (_QUOTATION, prints.quotations),
            (_TOPIC, prints.topic),
        ):
            for hashed in hashes:
                mixed = hashed ^ space
                bucket = self._buckets.get(mixed >> _LOW_BITS)
                if bucket is None:
                    bucket = self._buckets[mixed >> _LOW_BITS] = array("Q")
                insort(bucket, mixed << 32 | number)

    def partners(self, page: Page, reading: Reading, ready: Read | None = None) -> tuple[str, ...]:
        """Ids of pages in the index that share enough with this one, itself left out, in the
        order in which they were added. The page need not be in the index.
        """
        prints = (ready or read(page, reading)).prints
        every: list[int] = []
        found: set[int] = set()
        for hashes, spaces in (
            (prints.prose, (_PROSE,)),
            (prints.quotations, (_QUOTATION, _PROSE)),
            (prints.prose, (_QUOTATION,)),
        ):
            rare: list[int] = []
            for space in spaces:
                for pages in self._met(hashes, space):
                    every += pages
                    if len(pages) <= RARE:
                        rare += pages
            found.update(number for number, count in Counter(rare).items() if count >= ENOUGH)
        size = len(prints.prose) + len(prints.quotations)
        counted = Counter(every).items()
        found.update(n for n, count in counted if 2 * count >= min(size, self._words[n]))
        found.update(self._same_topic(prints.topic))
        found.discard(self._number.get(page.id, -1))
        return tuple(self._ids[number] for number in sorted(found))

    def size_bytes(self) -> int:
        """Memory of the fingerprints, without the pages' ids."""
        return sum(bucket.buffer_info()[1] * bucket.itemsize for bucket in self._buckets.values())

    def _same_topic(self, topic: frozenset[int]) -> list[int]:
        shared: list[int] = []
        for pages in self._met(topic, _TOPIC):
            if len(pages) <= RARE:
                shared += pages
        return [
            number
            for number, count in Counter(shared).items()
            if count >= max(ENOUGH_TOPICS, TOPIC_SHARE * min(len(topic), self._topics[number]))
        ]

    def _met(self, hashes: frozenset[int], space: int) -> Iterator[list[int]]:
        """For each hash that is known, the numbers of the pages that had it first."""
        buckets = self._buckets
        for hashed in hashes:
            mixed = hashed ^ space
            bucket = buckets.get(mixed >> _LOW_BITS)
            if bucket is None:
                continue
            least = mixed << 32
            at = bisect_left(bucket, least)
            if at < len(bucket) and bucket[at] >> 32 == mixed:
                end = least | _PAGE
                yield [e & _PAGE for e in bucket[at : at + KEPT_PAGES] if e <= end]
