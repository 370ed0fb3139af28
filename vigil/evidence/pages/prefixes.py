"""What stands before the first sentence of a paragraph: a dateline, a credit.

`WASHINGTON, June 9 (Reuters) - `, `ERBIL, Kurdistan Region - `, `KYIV -- `, `(AP) — `,
`MOSCOW, June 9. /TASS/. `, `BEIJING, June 9 (Xinhua) -- `, `NEW DELHI: `, `Geneva, 9 June 2023 – `,
`Outlet/ `, `(Outlet | Site )- Outlet/ `.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from vigil.evidence.page import BlockKind
from vigil.evidence.pages.paragraphs import ends_sentence
from vigil.evidence.sources.agencies import agency_of

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|"
    r"JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?|"
    r"SEPT?(?:EMBER)?|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?)\.?"
)
_ORDINAL = r"\d{1,2}(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? +)?"
_DAY = (
    rf"{_WEEKDAY}(?:{_MONTH} *{_ORDINAL}|{_ORDINAL} +{_MONTH})(?:,? *\d{{4}})?"
    r"|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}"
)
_CAPS = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?: [A-ZÀ-Þ][A-ZÀ-Þ.'’-]+){0,4}"
_TITLE = r"[A-ZÀ-Þ][\w.'’-]*(?: (?:of|the|de|la|el|al|and|upon|[A-ZÀ-Þ][\w.'’-]*)){0,5}"
_AGENCY = r"\([^()\n]{2,60}\)|/[^/\n]{2,40}/\.?|\[[^\[\]\n]{2,40}\]"
_DASH = r"(?:[-–—―−]{1,3}|\.\.\.)"

_LEAD = re.compile(
    rf"(?P<caps>{_CAPS}(?:/{_CAPS})*)?"
    rf"(?P<title>(?(caps),? ?|)(?:{_TITLE}(?:, {_TITLE}){{0,2}})??(?: \[[A-Z][\w .'-]{{1,30}}\])?)?"
    rf"(?P<day>[,.]? ?(?:{_DAY}))?"
    rf"(?P<agency>[,.]? ?(?:{_AGENCY}))?"
    rf"(?P<close>[.,]? ?{_DASH} ?|: |(?<=/)\.? |(?<=/\.) )"
    r"(?=[\"“”„«'‘(\[]?[A-ZÀ-Þ0-9])"
)
_SLASH = re.compile(
    r"(?!(?:He|She|They|And|Or|Yes|No)/)"
    r"(?P<name>[A-Z][\w.'’&-]*(?: [A-Z][\w.'’&-]*){0,4})/ (?=[\"“A-Z])"
)
_CREDIT = re.compile(
    r"\((?P<name>[^()\n]{2,80})\) ?[-–—]{1,2} ?(?:(?P<outlet>[A-Z][\w .'’&-]{1,40}?) ?/ ?)?"
    r"(?=[\"“A-Z])"
)


_SIGNED_BEHIND = re.compile(
    r"\s*(?:[(\[](?P<one>[\w .&-]{2,40})[)\]]\.?|[-–—]{1,2} ?(?P<two>[\w .&-]{2,40})|"
    r"(?<=[\s.\"”])(?P<three>[A-Z]{2,12}))$"
)
# What every signature has: a bracket or dash in the tail, or a capital at the end of it.
_MAY_SIGN = re.compile(r"[)\]–—-]|[A-Z]$")
_NO_PLACE = re.compile(r"(?:On|In|By|Since|From|Until|The|At|As|Of|After|Before)\b")
_ADDRESS = re.compile(r"(?:MR|MS|MRS|DR|Q|A|QUESTION|ANSWER|SEC|SECRETARY|PRESIDENT|THE|NOTE)\b")
# A summary or two may stand before the paragraph with the dateline.
_NEAR = 3


class Prefix(NamedTuple):
    """`length` characters before the first sentence."""

    length: int
    kind: BlockKind
    why: str


def prefix_of(text: str, *, place: int, talk: bool = False) -> Prefix | None:
    """The dateline or credit a paragraph begins with.

    Args:
        text: the paragraph.
        place: how many paragraphs of the report stand before it. A place in capitals alone
            (`DUBAI — `) is a dateline only near the beginning and one in small letters
            (`Geneva – `) only at it, as elsewhere it may be an item of a list.
        talk: whether the page is a talk, in which `NAME: ` is a speaker.
    """
    head = text[:200]
    for form, why in ((_SLASH, "the outlet's name"), (_CREDIT, "a credit")):
        match = form.match(head)
        if match and (form is _SLASH or match["outlet"] or " | " in match["name"]):
            return Prefix(match.end(), "credit", f"{why} before the first sentence")
    match = _LEAD.match(head)
    if match is None or not _is_dateline(match, place, talk=talk):
        return None
    said = [
        word
        for word, found in (
            ("place", match["caps"] or (match["title"] or "").strip(" ,")),
            ("day", match["day"]),
            ("agency", match["agency"]),
        )
        if found
    ]
    return Prefix(match.end(), "dateline", f"{' and '.join(said)} before the first sentence")


def signed_length(text: str) -> int:
    """How many characters at the end of a paragraph are an agency's: ` (AP)`, ` — PTI`.

    What stands before must end a sentence: "he told Reuters" names nobody for the text.
    """
    tail = text[-80:]
    if not _MAY_SIGN.search(tail):
        return 0
    match = _SIGNED_BEHIND.search(tail)
    if match is None or agency_of(match["one"] or match["two"] or match["three"]) is None:
        return 0
    before = text[: len(text) - len(match.group())]
    return len(match.group()) if ends_sentence(before) else 0


def _is_dateline(match: re.Match[str], place: int, *, talk: bool) -> bool:
    caps, title = match["caps"], (match["title"] or "").strip(" ,")
    day, agency, close = match["day"], match["agency"], match["close"].strip()
    if agency and agency_of(agency.strip(" .,()/[]")) is not None:
        return True
    if agency and close != ":" and (caps or day or place == 0) and _signs(agency):
        return True
    if _NO_PLACE.match(title) or agency:
        return False
    if day:
        return bool(caps or title) or (place == 0 and close != ":")
    if close == ":":
        return bool(place < _NEAR and caps and not title and not talk and not _ADDRESS.match(caps))
    if caps and len(caps) > 2:
        return place < _NEAR
    return bool(place == 0 and title and len(title.split()) <= 6)


def _signs(agency: str) -> bool:
    """Whether what stands in brackets may be who signs: a short name with a capital."""
    name = agency.strip(" .,()/[]")
    return name[:1].isupper() and len(name.split()) <= 3
