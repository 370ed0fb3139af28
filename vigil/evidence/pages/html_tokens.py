"""The source of an HTML page as tags, comments and text, in one pass that never looks back.

The rules are those of a browser's tokeniser (WHATWG HTML, 13.2.5) where they matter for what is
seen: quotes count only after `=`, a script ends at its end tag alone, an unclosed comment, tag or
script takes the rest of the page. Each search begins where the last one ended and a search that
finds nothing ends the pass, so the time is linear in the page whatever it holds. Not followed:
scripts inside comments inside scripts, and CDATA outside of SVG is a comment, as in a browser.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Literal, NamedTuple

TokenKind = Literal["text", "open", "close", "comment", "raw", "cut"]


class Token(NamedTuple):
    """A piece of the source: `start` to `end` is what it says (a tag's attributes, a comment's or a
    script's inside, the text itself); `name` is lower case, for tags and raw text.
    """

    kind: TokenKind
    start: int
    end: int
    name: str = ""


BEGIN = re.compile(r"<(?:(/?)([a-zA-Z][^\s/>]*+)|(!--)|(!\[CDATA\[)|[!?/])")
# Inside a tag: anything but its end, or a quoted value. One alternative fits at each place.
INSIDE = re.compile(r"(?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')|=(?!\s*+[\"']))*+(?=>)")
COMMENT_END = re.compile(r"--!?>")
ATTRIBUTE = re.compile(
    r"([^\s/>=][^\s/>=]*+)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>][^\s>]*+)))?+"
)
# Their inside is no markup. `title` and `textarea` hold text with references; the others none.
RAW_NAMES = frozenset(
    {"script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes", "plaintext"}
)
RAW_ENDS = {n: re.compile(rf"</{n}(?=[\s/>])", re.IGNORECASE) for n in RAW_NAMES - {"plaintext"}}
REFERENCE = re.compile(r"&(?:#[0-9]++;?|#[xX][0-9a-fA-F]++;?|[a-zA-Z][a-zA-Z0-9]{1,31}+;?)")
MOST_DIGITS = 8  # no code point has more; leading zeros apart


def tokens(raw: str) -> Iterator[Token]:
    """The pieces of a page's source in order.

    >>> [t.kind for t in tokens("<p class='a>b'>Oil<!-- x --></p>")]
    ['open', 'text', 'comment', 'close']
    """
    at = 0
    while found := BEGIN.search(raw, at):
        start, after = found.span()
        if start > at:
            yield Token("text", at, start)
        slash, name, comment, data = found.groups()
        if name is not None:
            inside = INSIDE.match(raw, after)
            if inside is None:
                yield Token("cut", start, len(raw))
                return
            name = name.lower()
            at = inside.end() + 1
            yield Token("close" if slash else "open", after, at - 1, name)
            if name in RAW_NAMES and not slash:
                end = RAW_ENDS[name].search(raw, at) if name in RAW_ENDS else None
                stop = end.start() if end else len(raw)
                yield Token("raw", at, stop, name)
                at = stop
        elif comment is not None:
            # From inside the beginning: `<!-->` is a whole comment.
            closing = COMMENT_END.search(raw, start + 2)
            stop, at = (closing.start(), closing.end()) if closing else (len(raw), len(raw))
            yield Token("comment", min(start + 4, stop), stop)
        else:
            stop = raw.find("]]>" if data else ">", after)
            if stop < 0:
                yield Token("cut", start, len(raw))
                return
            if data:
                yield Token("comment", after, stop)
            at = stop + (3 if data else 1)
    if at < len(raw):
        yield Token("text", at, len(raw))


def attributes(raw: str, start: int, end: int) -> dict[str, tuple[int, int]]:
    """Where each attribute's value stands; the first of a name counts, as in a browser."""
    found: dict[str, tuple[int, int]] = {}
    for match in ATTRIBUTE.finditer(raw, start, end):
        group = match.lastindex or 1
        at = match.span(group) if group > 1 else (match.end(), match.end())
        found.setdefault(match.group(1).lower(), at)
    return found


def resolved(reference: str) -> str:
    """The characters of a character reference, as a browser shows them; "" for a control.

    >>> resolved("&amp;"), resolved("&#x41;"), resolved("&#xD800;"), resolved("&unknown;")
    ('&', 'A', '\ufffd', '&unknown;')
    """
    if reference[1] == "#" and len(reference) > MOST_DIGITS + 4:
        digits = reference[3:] if reference[2] in "xX" else reference[2:]
        digits = digits.rstrip(";").lstrip("0")
        if len(digits) > MOST_DIGITS:
            return "\ufffd"
        reference = f"&#{'x' if reference[2] in 'xX' else ''}{digits or '0'};"
    return unescape(reference)
