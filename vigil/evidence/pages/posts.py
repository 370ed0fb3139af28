"""Posts of social media that a page embeds: other people's words, with a day of their own.

A post ends with its author's line, `— Name (@handle) May 28, 2023`, or with the address of its
picture; where it begins is not marked in plain text. A post has at most 280 characters, so the
paragraph before the author's line is of the post, and earlier ones are while all together fit and
nothing speaks against it: a paragraph that leads in ("… wrote on Twitter:") or tells what
somebody said is the report's, and so is one behind an empty line where the post itself has none.
"""

from __future__ import annotations

import re

from vigil.evidence.pages.paragraphs import Part

_LENGTH = 280
_PICTURE = r"(?:https?://)?(?:pic\.twitter\.com|pic\.x\.com|t\.co)/\w+"
_SIGNED = re.compile(
    r"(?:^|\s|(?<=\w))[-–—―]{1,2} ?[^\n()]{1,60}\(@\w{1,30}\),? ?[\w ,.:·|]{0,40}$"
)
_PICTURED = re.compile(rf"{_PICTURE}\s*$")
_PICTURE_ANY = re.compile(_PICTURE)
_TOLD = re.compile(
    r"\b(?:said|says|told|stated|explained|added|announced|according to|reported|disclosed|"
    r"vowed|wrote|tweeted|posted|warned|noted)\b"
)
_FRAME = re.compile(
    r"(?:view this post on|a post shared by|a video posted by|view more on) .{1,120}", re.IGNORECASE
)


def mark_posts(parts: list[Part]) -> None:
    """Gives each paragraph of an embedded post its kind."""
    for number, part in enumerate(parts):
        if part.kind is not None:
            continue
        tail = part.text[-200:]
        if "@" not in tail and "/" not in tail and len(part.text) > 200:
            continue
        signed = _SIGNED.search(tail) if "(@" in tail else None
        if signed:
            part.is_("embedded_post", "the author's line of an embedded post")
            own = len(part.text) - len(tail) + signed.start()
            _mark_before(parts, number, own)
        elif _PICTURED.search(tail) and len(part.text) <= _LENGTH + 60:
            part.is_("embedded_post", "ends with the picture of an embedded post")
            _mark_before(parts, number, len(_PICTURE_ANY.sub("", part.text)))
        elif len(part.text) < 200 and _FRAME.fullmatch(part.text):
            part.is_("embedded_post", "the frame of an embedded post")


def _mark_before(parts: list[Part], number: int, used: int) -> None:
    """The paragraphs before, while the post can hold them."""
    must = used < 3  # the line holds nothing but the author: what is above is the post
    widest = 1  # characters between lines of the post
    for at in range(number - 1, -1, -1):
        part = parts[at]
        if part.kind is not None:
            return
        used += len(_PICTURE_ANY.sub("", part.text).rstrip()) + 2
        gap = parts[at + 1].at.start - part.at.end
        if must:
            widest = max(widest, gap)
        elif gap > widest:
            return
        told = part.text.endswith(":") or _TOLD.search(part.text) is not None
        if not must and (used > _LENGTH or told):
            return
        part.is_("embedded_post", "of the embedded post that is signed below")
        must = False
