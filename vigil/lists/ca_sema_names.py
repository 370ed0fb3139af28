"""The names in one field of Canada's list, which may hold several in several languages.

The list has no mark between names: it uses semicolons, slashes, commas, line breaks, "or", and
labels such as `Russian:`. The whole field always stays a name. A piece is taken where each piece
of the cut looks like a name by itself (two words or more, quotes closed); a piece of an
organisation that was cut at a comma is weak, because commas stand inside such names too.
"""

from __future__ import annotations

import re

from vigil.model.entity import Name, NameKind, NameQuality
from vigil.model.order import Kind

LABEL = re.compile(
    r"\b(?:Belarus+ian|Russian|Ukrainian|Arabic|English|French|Hebrew|Burmese|Spanish)\s*:"
)
CERTAIN = re.compile(r"\s*;\s*")
SLASH = re.compile(r"\s*/\s*")
OR = re.compile(r"\s+(?:or|OR|AKA|aka)\s+")
COMMA = re.compile(r"\s*,\s+(?:and\s+)?")
ALSO_KNOWN = re.compile(r"^(?P<name>.+?)\s*\(also known as (?P<rest>.+?)\)?$")
OPENS = re.compile(r'(?:^|[\s(])"')
CLOSES = re.compile(r'"(?:$|[\s),.])')
CLOSING = {"(": ")", "«": "»", "“": "”", "„": "“", "[": "]"}
FEWEST_WORDS = 2  # one word cut out of a field is more often a piece of a name than a name


def one_line(text: str) -> str:
    r"""The text without the line breaks of the page that it was printed on.

    >>> one_line("“Almaz-\nAntey”  Plant,\nJSC")
    '“Almaz-Antey” Plant, JSC'
    """
    return " ".join(re.sub(r"-\s*\n\s*", "-", text).split())


def listed_names(text: str) -> list[Name]:
    """An organisation's or ship's own field: the whole, then its French half or other names.

    >>> [name.text for name in listed_names("Iranian Navy/Force navale iranienne")]
    ['Iranian Navy/Force navale iranienne', 'Iranian Navy', 'Force navale iranienne']
    """
    whole = one_line(text)
    known = ALSO_KNOWN.match(whole)
    if known:
        others = _pieces(known["rest"], Kind.ORGANISATION)
        return [Name(whole, kind=NameKind.PRIMARY), Name(known["name"]), *others]
    halves = _cut(SLASH, whole)
    return [Name(whole, kind=NameKind.PRIMARY), *(Name(half) for half in halves if half != whole)]


def aliases(text: str, kind: Kind) -> list[Name]:
    """A field of aliases: the whole, then the names that it certainly or probably holds.

    >>> [name.text for name in aliases("Timati; Russian: Тимати Юнусов", Kind.PERSON)]
    ['Timati; Russian: Тимати Юнусов', 'Timati', 'Тимати Юнусов']
    """
    return [Name(one_line(text), kind=NameKind.ALIAS), *_pieces(text, kind)]


def _pieces(text: str, kind: Kind) -> list[Name]:
    found: list[Name] = []
    for part in CERTAIN.split(one_line(LABEL.sub(";", text))):
        for piece in _uncertain(part):
            halves = _cut(COMMA, piece)
            weak = len(halves) > 1 and kind is not Kind.PERSON
            quality = NameQuality.WEAK if weak else NameQuality.FULL
            found += [Name(half, quality, NameKind.ALIAS) for half in halves if half]
    return found


def _uncertain(part: str) -> list[str]:
    return [piece for half in _cut(SLASH, part.strip(" ,")) for piece in _cut(OR, half)]


def _cut(mark: re.Pattern[str], text: str) -> list[str]:
    """The pieces, or the text itself when one of them does not look like a name."""
    pieces = [piece.strip(" ,") for piece in mark.split(text)]
    return pieces if all(map(_looks_whole, pieces)) else [text]


def _looks_whole(piece: str) -> bool:
    words = piece.split()
    if len(words) < FEWEST_WORDS or piece[0].islower():
        return False
    closed = all(piece.count(one) == piece.count(other) for one, other in CLOSING.items())
    return closed and len(OPENS.findall(piece)) == len(CLOSES.findall(piece))
