"""One file from its publisher's address to the disk: whole, of the right kind, or not at all.

    asked with what is known     If-None-Match / If-Modified-Since; Range and If-Range for a rest
    redirects                    followed by hand, each to a host of the file's own list
    tried again                  what may pass: no answer, cut off, too many requests, server fault
    refused                      what will not: other hosts, wrong type, too large, pages instead of
                                 lists, packed too tightly, another length or hash than declared

Nothing that arrives is used before it is whole; `vigil.store.download_folder` says how it is kept.
"""

from __future__ import annotations

import hashlib
import random
import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin

import msgspec

from vigil.errors import SourceChanged
from vigil.store.arriving import Arriving, unpacked
from vigil.store.download_folder import DownloadFolder, Kept, Part
from vigil.store.downloads import Download
from vigil.store.public_https import Answer, Forbidden, PublicHttps, Unreachable
from vigil.version import VERSION

REDIRECTS = frozenset({301, 302, 303, 307, 308})
MOST_REDIRECTS = 5  # chosen: publishers need one
PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})  # statuses that may be other ones soon
UNSPOKEN = (  # what servers say of a file when they do not say what it is
    "", "text/plain", "application/octet-stream", "binary/octet-stream",
    "application/force-download", "application/x-download", "application/download",
)  # fmt: skip
TYPES = {
    "csv": ("text/csv", "application/csv", "application/vnd.ms-excel", *UNSPOKEN),
    "json": ("application/json", "text/json", *UNSPOKEN),
    "xml": ("application/xml", "text/xml", *UNSPOKEN),
}
PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
                  re.IGNORECASE | re.DOTALL)  # fmt: skip
ETAG = re.compile(r'(?:W/)?"[!#-~]*"')  # RFC 9110, 8.8.3
HTTP_DATE = re.compile(r"[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT")  # 5.6.7
CONTENT_RANGE = re.compile(r"bytes (\d+)-(\d+)/(\d+)")
SHA_256 = re.compile(r"(?:^|,)\s*sha-256=:([A-Za-z0-9+/=]+):")

Told = Callable[[str, int, int | None], None]
"""Hears of progress: the file, bytes so far, bytes in all where known."""


@dataclass(frozen=True, slots=True)
class Retries:
    """How often to try, and how long to wait in between: doubling, or as the publisher asks."""

    attempts: int = 5
    first_wait_s: float = 1.0
    longest_wait_s: float = 120.0
    sleep: Callable[[float], None] = time.sleep

    def wait_s(self, attempt: int) -> float:
        """Seconds before the attempt after this one (0-based), spread so that many do not meet."""
        wait = min(self.first_wait_s * 2.0**attempt, self.longest_wait_s)
        return wait * (0.5 + random.random() / 2)


@dataclass(frozen=True, slots=True)
class Fetched:
    """A whole file; `is_new`: its bytes were loaded now, not held from before."""

    file: str
    data: bytes
    sha256: str
    is_new: bool


class _Again(Exception):
    """What went wrong may pass; `wait_s`: how long the publisher asks to wait."""

    def __init__(self, said: str, wait_s: float | None = None) -> None:
        super().__init__(said)
        self.wait_s = wait_s


def fetch(
    download: Download,
    folder: DownloadFolder,
    net: PublicHttps,
    retries: Retries | None = None,
    told: Told | None = None,
) -> Fetched:
    """The file as its publisher has it now.

    Raises:
        SourceChanged: it cannot be reached, or what came is not taken.
        WorldError: the disk does not take it.
    """
    retries = Retries() if retries is None else retries
    until = time.monotonic() + net.patience.total_s
    folder.prepare()
    run = _Run(download, folder, net, until, told or (lambda *_: None))
    for attempt in range(retries.attempts):
        try:
            return run.once()
        except Forbidden as no:
            raise download.refused("must be safe to ask for", str(no)) from no
        except (Unreachable, _Again) as failure:
            said = str(failure)
            asked = failure.wait_s if isinstance(failure, _Again) else None
        wait = retries.wait_s(attempt) if asked is None else asked
        if wait > retries.longest_wait_s:
            said += f", and again in {wait:,.0f} seconds only"
            break
        if attempt + 1 == retries.attempts or time.monotonic() + wait >= until:
            break
        retries.sleep(wait)
    raise SourceChanged(
        f"{download.source}: {download.file} must be loaded whole, got: {said} "
        f"(tried {attempt + 1} times)"
    )


@dataclass(frozen=True, slots=True)
class _Run:
    """One file being loaded, over several attempts."""

    download: Download
    folder: DownloadFolder
    net: PublicHttps
    until: float
    told: Told

    def once(self) -> Fetched:
        """One attempt: the requests and redirects up to an answer, and the answer taken."""
        held = self.folder.kept(self.download.file, self.download.url)
        part = self.folder.part(self.download.file, self.download.url)
        headers = _headers(held[0] if held else None, part)
        url = self.download.checked(self.download.url)
        for _ in range(MOST_REDIRECTS + 1):
            with self.net.get(url, headers, self.until) as answer:
                if answer.status not in REDIRECTS:
                    return self._taken(answer, held, part)
                url = self._redirected(url, answer.headers.get("Location", ""))
        raise self.download.refused(f"must come after {MOST_REDIRECTS} redirects or less", url)

    def _redirected(self, url: str, location: str) -> str:
        try:
            return self.download.checked(urljoin(url, location))
        except ValueError as error:
            raise self.download.refused("must be redirected to an address", location) from error

    def _taken(self, answer: Answer, held: tuple[Kept, bytes] | None, part: Part | None) -> Fetched:
        file, status = self.download.file, answer.status
        if status == 304 and held is not None and part is None:
            return Fetched(file, held[1], held[0].sha256, is_new=False)
        if status == 206 and part is not None:
            return self._received(answer, self._rest_of(part, answer))
        if status == 200:
            self._check_kind(answer)
            return self._received(answer, _begun(self.download.url, answer))
        if status == 416 and part is not None:
            self.folder.drop_part(file)
            raise _Again("the rest of another version", wait_s=0)
        if status in PASSING:
            raise _Again(f"status {status}", _asked_wait_s(answer.headers.get("Retry-After")))
        raise self.download.refused("must come with status 200", status)

    def _check_kind(self, answer: Answer) -> None:
        kind = answer.headers.get_content_type() if "Content-Type" in answer.headers else ""
        if kind not in TYPES[self.download.form]:
            raise self.download.refused(f"must be of type {TYPES[self.download.form][0]}", kind)
        if not answer.ends_itself():
            raise self.download.refused("must come with its length", None)
        if answer.headers.get("Content-Encoding", "identity").lower() not in (
            "", "identity", "gzip", "x-gzip",
        ):  # fmt: skip
            packed = answer.headers["Content-Encoding"]
            raise self.download.refused("must come as it is or in gzip", packed)
        self._check_size(answer.length or 0)

    def _rest_of(self, part: Part, answer: Answer) -> Part:
        """The rest must begin where the part ends, and be of the same version."""
        found = CONTENT_RANGE.fullmatch(answer.headers.get("Content-Range", ""))
        first, last, total = map(int, found.groups()) if found else (-1, -1, -1)
        whole = part.total in (None, total) and last + 1 == total
        same = answer.headers.get("ETag") in (None, part.etag)
        if first != part.bytes or not whole or not same or not answer.ends_itself():
            self.folder.drop_part(self.download.file)
            raise _Again("a rest that does not fit its beginning", wait_s=0)
        if answer.length is not None and answer.length != total - first:
            self.folder.drop_part(self.download.file)
            raise _Again("a rest of another length than it says", wait_s=0)
        self._check_size(total)
        return msgspec.structs.replace(part, total=total)

    def _check_size(self, size: int) -> None:
        if size > self.download.most_bytes:
            self.folder.drop_part(self.download.file)
            expected = f"must have at most {self.download.most_bytes:,} bytes"
            raise self.download.refused(expected, size)

    def _received(self, answer: Answer, part: Part) -> Fetched:
        """The body on the disk, after what is there of it; then checked and put in place."""
        file = self.download.file
        try:
            with Arriving(self.folder, file, part) as arriving:
                for piece in answer.pieces():
                    self._check_size(arriving.size + len(piece))
                    arriving.add(piece)
                    self.told(file, arriving.size, part.total)
            data = self._whole(arriving)
            sha256 = hashlib.sha256(data).hexdigest()
            kept = Kept(self.download.url, sha256, part.etag, part.last_modified)
            self.folder.keep(file, data, kept)
        except (Unreachable, KeyboardInterrupt):
            raise  # what has arrived is gone on with
        except BaseException:
            self.folder.drop_part(file)  # nothing to go on with, and a full disk is not left full
            raise
        return Fetched(file, data, sha256, is_new=True)

    def _whole(self, arriving: Arriving) -> bytes:
        """The file's bytes, unpacked, when they are all that its publisher declared."""
        wrong = arriving.wrong()
        if wrong is not None:
            raise _Again(wrong)
        data = arriving.on_the_disk()
        if arriving.part.encoding:
            data = unpacked(data, self.download)
        if not data.strip():
            raise self.download.refused("must not be empty", _start(data))
        if PAGE.match(data[:4096]):
            raise self.download.refused("must be a list and no web page", _start(data))
        return data


def _headers(held: Kept | None, part: Part | None) -> dict[str, str]:
    headers = {"User-Agent": f"vigil/{VERSION}", "Accept": "*/*", "Accept-Encoding": "identity"}
    if part is not None and part.etag is not None:
        return headers | {"Range": f"bytes={part.bytes}-", "If-Range": part.etag}
    if held is not None and held.etag is not None:
        headers["If-None-Match"] = held.etag
    if held is not None and held.last_modified is not None:
        headers["If-Modified-Since"] = held.last_modified
    return headers


def _begun(url: str, answer: Answer) -> Part:
    headers = answer.headers
    encoding = headers.get("Content-Encoding", "").lower()
    digests = {}
    if md5 := headers.get("Content-MD5"):
        digests["md5"] = md5.strip()
    if found := SHA_256.search(headers.get("Repr-Digest", "")):
        digests["sha256"] = found[1]
    return Part(
        url=url,
        etag=_mark(headers.get("ETag"), ETAG),
        total=answer.length,
        encoding="" if encoding == "identity" else encoding,
        last_modified=_mark(headers.get("Last-Modified"), HTTP_DATE),
        digests=digests,
    )


def _mark(text: str | None, form: re.Pattern[str]) -> str | None:
    """A publisher's mark of a version as we may send it back; None: not of its form."""
    return text if text is not None and form.fullmatch(text) else None


def _asked_wait_s(text: str | None) -> float | None:
    """What `Retry-After` asks for, in seconds; None: nothing that can be understood."""
    if text is None:
        return None
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        day = parsedate_to_datetime(text)
    except ValueError:
        return None
    aware = day if day.tzinfo else day.replace(tzinfo=UTC)
    return max(0.0, (aware - datetime.now(UTC)).total_seconds())


def _start(data: bytes) -> str:
    return data[:200].decode("utf-8", "replace").strip()
