"""Bytes of a page as text, and what was odd about them.

The first of these that holds decides: a byte order mark; bytes that are UTF-8 throughout (a text
in another encoding is so only by chance, whatever the page declares); the declared encoding, as
browsers understand its label; UTF-8 with a few broken places; a guess. All but the first three
leave a mark. What is not text at all is refused, with what it is.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from vigil.errors import InputProblem, InvalidInput
from vigil.evidence.page import Mark

MOST_BYTES = 4 * 1024 * 1024  # chosen: forty times a long news page
MOST_TAGS = 200_000  # chosen: a long page has 5,000; so many take some seconds
MOST_LOST = 0.05  # of the characters; chosen: with more, nobody can tell what the page says
HEAD_BYTES = 4096  # browsers look for a declaration in the first 1024
MOST_ACCENTS = 0.15  # of the bytes; chosen
SAMPLE_BYTES = 8192  # of what is not ASCII; the guess costs about 1 ms a kB

# What people give for a page and is none, by its first bytes.
SIGNATURES = (
    (b"%PDF-", "a PDF file; save its text first"),
    (b"PK\x03\x04", "a ZIP archive, or a document or workbook of an office program"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a document of an old office program"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"RIFF", "an image, a sound or a film (RIFF)"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"\x00\x00\x01\x00", "an icon"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"SQLite format 3\x00", "a database"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound or film file"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
    (b"bplist00", "a web archive of Safari; save the page as HTML"),
)
BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
# Labels as browsers understand them (WHATWG Encoding Standard): several name a larger set.
# UTF-7, the codecs of Python that are none, and UTF-16 told in ASCII bytes are not among them.
CODEC_BY_LABEL = {
    "utf-8": "utf-8", "utf8": "utf-8", "us-ascii": "cp1252", "ascii": "cp1252",
    "iso-8859-1": "cp1252", "iso8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252",
    "iso-8859-9": "cp1254", "iso-8859-11": "cp874", "tis-620": "cp874", "windows-874": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs", "shift_jis": "cp932", "shift-jis": "cp932", "sjis": "cp932",
    "x-sjis": "cp932", "windows-31j": "cp932", "euc-jp": "euc_jp", "iso-2022-jp": "iso2022_jp",
    "euc-kr": "cp949", "ks_c_5601-1987": "cp949", "windows-949": "cp949", "koi8-r": "koi8_r",
    "koi8-u": "koi8_u", "macintosh": "mac_roman", "x-mac-cyrillic": "mac_cyrillic",
    "ibm866": "cp866", "cp866": "cp866",
} | {f"iso-8859-{n}": f"iso8859_{n}" for n in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)} | {
    f"{prefix}{n}": f"cp{n}" for n in range(1250, 1259) for prefix in ("windows-", "cp", "x-cp")
}  # fmt: skip
GUESSES = [
    "cp1252", "cp1251", "cp1250", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp874",
    "koi8_r", "gb18030", "big5", "cp932", "euc_jp", "cp949",
]  # fmt: skip

# Each begins at a fixed word and reads at most a few hundred characters.
DECLARED = re.compile(
    rb"<meta\b[^>]{0,300}?charset\s{0,20}=\s{0,20}[\"']?\s{0,20}([\w.:-]{2,40})"
    rb"|<\?xml\b[^>]{0,200}?encoding\s{0,20}=\s{0,20}[\"']([\w.:-]{2,40})",
    re.IGNORECASE,
)
NOT_ASCII = re.compile(rb"[^<>\n\x80-\xff]{0,30}+[\x80-\xff]++[^<>\n]{0,30}+")
HIGH = re.compile(rb"[\x80-\xff]++")
CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\x0b\x0c\x1b\x00")) + b"\x7f"
TAG = re.compile("</?[a-zA-Z]")
MARKUP = re.compile(
    r"<(?:!doctype\s|/?(?:html|head|body|title|meta|link|div|p|br|span|a|b|i|h[1-6]|table|t[rdh]"
    r"|ul|ol|li|img|font|center|article|section|script|style)(?=[\s>/]))",
    re.IGNORECASE,
)
# Letters of UTF-8 that were read as windows-1252: a lead byte, then what 80–BF are there.
MISREAD = re.compile("[ÃÂÐÑØÙ][\u0080-¿Œœ‘’“”–—˜™š›žŸ€‚ƒ„…†‡ˆ‰Š‹Ž]|â€[\u0080-¿œ˜™¦“”šž¢]")
FEWEST_TAGS = 3  # chosen: a text may quote a tag or two
LOST = "\ufffd"


class Decoded(NamedTuple):
    """A page's source as text.

    `raw` has no byte order mark and is otherwise what the bytes say, line ends included.
    """

    raw: str
    encoding: str
    marks: tuple[Mark, ...]
    is_html: bool


def decode(data: bytes, name: str = "") -> Decoded:
    r"""The text of a page's bytes.

    Args:
        data: the page as it was saved; plain text or HTML.
        name: of the file, for the error; its ending helps to tell HTML.

    Raises:
        InvalidInput: more than 4 MB or 200,000 tags, or no text.

    >>> decode(b"<p>caf\xe9", "page.html")[:2]
    ('<p>café', 'cp1252')
    """
    if len(data) > MOST_BYTES:
        what = f"a page has at most {MOST_BYTES >> 20} MB; this file has {len(data) / 2**20:.1f} MB"
        raise _refused(what, name)
    _refuse_foreign(data, name)
    raw, encoding, why = _text(data, name)
    lost = raw.count(LOST)
    if lost > MOST_LOST * len(raw):
        raise _no_text(name, f"{lost} of its {len(raw)} characters cannot be read as {encoding}")
    if lost:
        why.append(f"{lost} characters could not be read and stand as \ufffd")
    if nuls := raw.count("\x00"):
        why.append(f"{nuls} characters are NUL")
    misread = MISREAD.findall(raw, 0, 1_000_000) if not raw.isascii() else []
    if len(misread) > 1 or any(found.startswith("â€") for found in misread):
        why.append(f"letters were garbled before the page was saved, such as {misread[0]!r}")
    marks = tuple(Mark("broken_encoding", None, one) for one in why)
    is_html = _is_html(raw, name)
    if is_html and (tags := sum(1 for _ in TAG.finditer(raw))) > MOST_TAGS:
        raise _refused(f"a page of HTML has at most {MOST_TAGS} tags; this file has {tags}", name)
    return Decoded(raw, encoding, marks, is_html)


def _text(data: bytes, name: str) -> tuple[str, str, list[str]]:
    """The text, its encoding, and what is odd."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace"), encoding, []
    if wide := _wide(data):
        raw, encoding = wide
        return raw, encoding, [f"read as {encoding} by its zero bytes; nothing declares it"]
    if len(data) - len(data.translate(None, b"\0" + CONTROLS)) > len(data) / 100:
        raise _no_text(name, "too many of its bytes are control characters")
    label, why = _declared(data)
    codec = CODEC_BY_LABEL.get(label)
    if label and codec is None:
        why.append(f"declares the encoding {label!r}, which no browser reads")
    if codec == "iso2022_jp":
        return data.decode(codec, "replace"), codec, why
    try:
        raw = data.decode("utf-8")
    except UnicodeDecodeError:
        return _not_utf_8(data, codec, why)
    if codec not in (None, "utf-8") and not data.isascii():
        why.append(f"declares {label}, and is UTF-8")
    return raw, "utf-8", why


def _not_utf_8(data: bytes, codec: str | None, why: list[str]) -> tuple[str, str, list[str]]:
    if codec not in (None, "utf-8"):
        return data.decode(codec, "replace"), codec, why
    raw = data.decode("utf-8", "replace")
    lost = raw.count(LOST)
    if sum(not c.isascii() for c in raw) - lost > lost:
        return raw, "utf-8", why
    if codec is not None:
        why.append("declares UTF-8, and is none")
    encoding = _guess(data)
    why.append(f"read as {encoding} by a guess; the page declares no encoding that fits")
    return data.decode(encoding, "replace"), encoding, why


def _guess(data: bytes) -> str:
    """The likeliest encoding of bytes that are not UTF-8; windows-1252 when nothing is.

    Windows-1252, too, when only single characters here and there are not ASCII: they are the
    quotation marks of English more often than the accents of Polish.
    """
    high = HIGH.findall(data)
    if max(map(len, high), default=0) <= 2 and sum(map(len, high)) < MOST_ACCENTS * len(data):
        return "cp1252"
    # Here, as it takes a while to load and few pages need it.
    from charset_normalizer import from_bytes

    sample = b"\n".join(NOT_ASCII.findall(data))[:SAMPLE_BYTES]
    best = from_bytes(sample, cp_isolation=GUESSES, threshold=0.3).best()
    return best.encoding if best is not None else "cp1252"


def _declared(data: bytes) -> tuple[str, list[str]]:
    """The label that the page declares first, and a mark when it declares two."""
    found = [(a or b).decode("ascii").lower() for a, b in DECLARED.findall(data[:HEAD_BYTES])]
    known = {CODEC_BY_LABEL.get(label, label) for label in found}
    why = [f"declares several encodings: {', '.join(sorted(set(found)))}"] if len(known) > 1 else []
    return (found[0] if found else ""), why


def _wide(data: bytes) -> tuple[str, str] | None:
    """The text of UTF-16 without a byte order mark: its zero bytes stand on one side."""
    nuls = data.count(0)
    if nuls < len(data) / 50 or len(data) % 2:
        return None
    high = data[0::2].count(0)
    encoding = "utf-16-be" if high > nuls / 2 else "utf-16-le"
    try:
        raw = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    head = raw[:HEAD_BYTES]
    return (
        (raw, encoding)
        if sum(c.isprintable() or c in "\t\r\n" for c in head) > 0.95 * len(head)
        else None
    )


def _refuse_foreign(data: bytes, name: str) -> None:
    for signature, what in SIGNATURES:
        if data.startswith(signature):
            raise _no_text(name, what)
    if data[4:8] == b"ftyp":
        raise _no_text(name, "a film or an image (MP4)")
    head = data[:HEAD_BYTES].lower()
    if b"mime-version:" in head and b"content-type: multipart/" in head:
        raise _no_text(name, "a web archive (MHTML) or a letter; save the page as HTML")


def _no_text(name: str, what: str) -> InvalidInput:
    return _refused(f"a page must be text or HTML; this file is none: {what}", name)


def _refused(what: str, name: str) -> InvalidInput:
    return InvalidInput([InputProblem(what, "", has_value=False, file=name or None)])


def _is_html(raw: str, name: str) -> bool:
    if name.lower().endswith((".html", ".htm", ".xhtml", ".shtml")):
        return True
    if raw[:200].lstrip().lower().startswith(("<!doctype html", "<html", "<?xml")):
        return True
    tags = MARKUP.finditer(raw, 0, 50_000)
    return sum(1 for _, _ in zip(range(FEWEST_TAGS), tags, strict=False)) == FEWEST_TAGS
