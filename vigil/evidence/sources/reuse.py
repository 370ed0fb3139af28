"""Which pages share text: an index of fingerprints that grows to 100,000 pages.

Prose, quotations and topics (`ready.Prints`) are separate spaces; what one page prints as its own
words and another in quotation marks meets as a quotation. Two pages are partners if they share
`ENOUGH` rare fingerprints of a space or `SHARE` of the smaller page's; for topics both.

A fingerprint that many pages have says little and must not make all of them partners: by it only
the `KEPT_PAGES` that had it first are found, past `RARE` pages it counts for a share only, and past
`COMMON` pages (what a site prints everywhere) only between pages that share half of all their
fingerprints of prose and quotations. What is lost: of a story with many pages each later one is
found beside the first twelve, and so by way of them; a page that shares nothing but a much printed
passage, which is little of it, has no partner for that passage.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter

from vigil.evidence.page import Page
from vigil.evidence.sources.ready import Read, read
from vigil.evidence.statement import Reading

RARE = 12  # pages; chosen
COMMON = 400  # pages; chosen: no story of a room has more
KEPT_PAGES = 12
ENOUGH = 2  # rare fingerprints of words: about nine words in common
SHARE = 0.2  # chosen: less of a page may be what its site prints below each report
ENOUGH_TOPICS = 6
TOPIC_SHARE = 0.15  # tests/evidence: paraphrases share 0.38 and more, other reports below 0.05
_PROSE, _QUOTATION, _TOPIC = 0, 0x9E3779B1, 0x85EBCA6B  # mixed into the hashes of a space
_LOW_BITS = 18  # of 32; the leading 14 choose the bucket
_PAGE = 0xFFFFFFFF


class TextReuse:
    """An index of pages by what they share; see this module.

    Memory is eight bytes a fingerprint, in sorted arrays by the leading bits of the hash; one that
    is everywhere takes no more after `COMMON` pages. Of each at most `KEPT_PAGES` are looked at.
    """

    def __init__(self) -> None:
        self._buckets: dict[int, array[int]] = {}
        self._ids: list[str] = []
        self._prose, self._quotations, self._topics = array("L"), array("L"), array("L")  # how many
        self._number: dict[str, int] = {}
        self.looked_at = 0  # entries, since the index was made: what finding partners costs

    def __len__(self) -> int:
        return len(self._ids)

    def add(self, page: Page, reading: Reading, ready: Read | None = None) -> None:
        """Puts a page into the index; a page that is there already changes nothing."""
        if page.id in self._number:
            return
        prints = (ready or read(page, reading)).prints
        number = self._number[page.id] = len(self._ids)
        self._ids.append(page.id)
        self._prose.append(len(prints.prose))
        self._quotations.append(len(prints.quotations))
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
                at = bisect_left(bucket, mixed << 32 | number)
                # What is everywhere takes no more.
                if at <= COMMON or bucket[at - COMMON - 1] >> 32 != mixed:
                    bucket.insert(at, mixed << 32 | number)

    def partners(self, page: Page, reading: Reading, ready: Read | None = None) -> tuple[str, ...]:
        """Ids of pages in the index that share enough with this one, itself left out, in the
        order in which they were added. The page need not be in the index.
        """
        prints = (ready or read(page, reading)).prints
        prose, quotations = len(prints.prose), len(prints.quotations)
        every: Counter[int] = Counter()
        found: set[int] = set()
        for hashes, spaces in (
            (prints.prose, (_PROSE,)),
            (prints.quotations, (_QUOTATION, _PROSE)),
            (prints.prose, (_QUOTATION,)),
        ):
            rare, common, all_ = self._shared(hashes, spaces)
            every.update(all_)
            found.update(number for number, count in rare.items() if count >= ENOUGH)
            mine, theirs = prose, self._prose
            if spaces != (_PROSE,):
                mine, theirs = quotations, self._quotations
            found.update(
                number
                for number, count in common.items()
                if count >= max(ENOUGH, SHARE * min(mine or theirs[number], theirs[number] or mine))
            )
        words = prose + quotations
        found.update(
            number
            for number, count in every.items()
            if 2 * count >= min(words, self._prose[number] + self._quotations[number])
        )
        _, common, _ = self._shared(prints.topic, (_TOPIC,))
        topics = len(prints.topic)
        found.update(
            number
            for number, count in common.items()
            if count >= max(ENOUGH_TOPICS, TOPIC_SHARE * min(topics, self._topics[number]))
        )
        found.discard(self._number.get(page.id, -1))
        return tuple(self._ids[number] for number in sorted(found))

    def size_bytes(self) -> int:
        """Memory of the fingerprints, without the pages' ids."""
        return sum(bucket.buffer_info()[1] * bucket.itemsize for bucket in self._buckets.values())

    def _shared(
        self, hashes: frozenset[int], spaces: tuple[int, ...]
    ) -> tuple[Counter[int], Counter[int], Counter[int]]:
        """How many fingerprints each page shares: rare ones, these and common ones, all."""
        rare: list[int] = []
        common: list[int] = []
        every: list[int] = []
        buckets = self._buckets
        for space in spaces:
            for hashed in hashes:
                mixed = hashed ^ space
                bucket = buckets.get(mixed >> _LOW_BITS)
                if bucket is None:
                    continue
                start = bisect_left(bucket, mixed << 32)
                if start == len(bucket) or bucket[start] >> 32 != mixed:
                    continue
                last = min(len(bucket), start + KEPT_PAGES)
                end = bisect_left(bucket, (mixed + 1) << 32, start, last)
                pages = [entry & _PAGE for entry in bucket[start:end]]
                self.looked_at += len(pages)
                if not _goes_on(bucket, start + RARE, mixed):
                    rare += pages
                elif not _goes_on(bucket, start + COMMON, mixed):
                    common += pages
                else:
                    every += pages
        rarely, commonly = Counter(rare), Counter(rare)
        commonly.update(common)
        counted = commonly.copy()
        counted.update(every)
        return rarely, commonly, counted


def _goes_on(bucket: array[int], at: int, mixed: int) -> bool:
    """Whether an entry is there, and of this fingerprint."""
    return at < len(bucket) and bucket[at] >> 32 == mixed
