"""The names of the world's places of trade, searched in one sorted file that is never read whole.

Each line holds a key, a UN/LOCODE, its functions, its subdivision and the name as UNECE prints it,
separated by tabs; lines are sorted by key and code. A key is a name folded, written together and
loosened, so that the spellings of one name in several romanisations meet in one key (Novorossiysk,
Новороссийск, Novorossijsk). A look-up is a binary search over the bytes, about 20 steps.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from mmap import mmap
from string import ascii_lowercase

import msgspec

from vigil.names.readings import readings
from vigil.names.text import fold
from vigil.routes.writing import word_set

Lines = bytes | mmap

PORT, RAIL, ROAD, AIRPORT, POST = "12345"  # UN/LOCODE, Recommendation 16: functions of a place

# One way to write what romanisations write in several; the order counts.
LOOSENED = (
    ("kh", "h"), ("ck", "k"), ("ph", "f"), ("ts", "c"), ("tz", "c"), ("j", "i"), ("y", "i"),
    ("w", "v"), ("q", "k"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ae", "a"), ("oe", "o"),
    ("ue", "u"),
)  # fmt: skip
TWICE = re.compile(r"(.)\1+")
LATIN = re.compile("[A-Za-z]")
SAINTS = {"saint": "st", "sainte": "ste", "sankt": "st", "sint": "st"}
OTHER_NAME = re.compile(r"\((?:=|ex |formerly )?\s*([^)]*)\)?")
# What stands in brackets without being a name of the place.
NO_NAME = re.compile(
    r"\b(oil|terminal|facility|platform|north|south|east|west|dupl|old|new|apt|ie\d+)\b", re.I
)
ENTRY_END = re.compile("[/,=]")
ENTRY_MARK = re.compile("[/,=(]")
# What list and writers put round the name of a port or an airport.
WRAPPING = word_set(
    "port pt ports seaport porto puerto riverport harbour harbor hafen terminal apt arpt airport "
    "aeroport aeropuerto aeroporto flughafen international intl railway rail station city town of "
    "de the free zone freezone mina bandar limani gorod g aeroporta"
)
WRAPPING_OF_CHINESE = (("gang",), ("shi",), ("ji", "chang"), ("guo", "ji", "ji", "chang"))
SHORTEST_KEY = 2
LONGEST_SLIP = 24  # longer texts are sentences, and each letter is fifty look-ups
SHORTEST_SLIP = 5  # letters of a key: among shorter ones every second is a slip of another


class Spot(msgspec.Struct, frozen=True, order=True):
    """A place of the code list: `functions` are its digits, `subdivision` may be empty."""

    code: str
    functions: str
    subdivision: str
    name: str

    @property
    def country(self) -> str:
        """ISO 3166 alpha-2; `XZ` is UNECE's own for international waters."""
        return self.code[:2]


class Gazetteer:
    r"""Places by name.

    Args:
        open_lines: gives the sorted file; called once, when the first name is looked up. None:
            the world holds no names of places.

    >>> lines = "tripoli\tLBKYE\t14\t\tTripoli\ntripoli\tLYTIP\t14\t\tTripoli\n"
    >>> [spot.code for spot in Gazetteer(lambda: lines.encode()).named("Port of Tripoli")]
    ['LBKYE', 'LYTIP']
    """

    def __init__(self, open_lines: Callable[[], Lines | None]) -> None:
        self._open = open_lines

    @cached_property
    def _lines(self) -> Lines:
        return self._open() or b""

    @property
    def is_empty(self) -> bool:
        """Does the world hold no names of places?"""
        return not self._lines

    def named(self, text: str) -> tuple[Spot, ...]:
        """Every place of that name in any script, by code.

        Those printed the same count alone, if there are any, then those of the same letters, then
        those in another romanisation. A letter written twice or once is another name, unless the
        text is in another script, which tells no more. Empty: no place has the name.
        """
        for bare in _bare_forms(text):
            spelt = frozenset(_exact(reading) for reading in bare)
            met = {spot for key in set(map(_key, spelt)) for spot in self._at(key)}
            if not met:
                continue
            if not text.isascii():
                line = text.strip().casefold()
                if printed := {spot for spot in met if spot.name.casefold() == line}:
                    return _each_once(printed)
            for alike in (str, _loosened):
                read = frozenset(map(alike, spelt))
                same = {s for s in met if not read.isdisjoint(map(alike, _spelt(s.name)))}
                if same:
                    return _each_once(same)
            if not LATIN.search(text):
                return _each_once(met)
        return ()

    def airports(self, iata: str) -> tuple[Spot, ...]:
        """The airports of an IATA code, by code."""
        return _each_once(self._at(_iata_key(iata)))

    def one_slip_from(self, text: str) -> tuple[Spot, ...]:
        """Places whose key is one letter put in, left out, changed or swapped away; a guess."""
        bare = next(_bare_forms(text), ())
        keys = {slip for reading in bare for slip in _slips(_key(_exact(reading)))}
        return _each_once(spot for key in keys for spot in self._at(key))

    def _at(self, key: str) -> Iterator[Spot]:
        wanted = f"{key}\t".encode()
        lines = self._lines
        low, high = 0, len(lines)
        while low < high:
            middle = (low + high) // 2
            begin = lines.rfind(b"\n", low, middle) + 1 or low
            end = lines.find(b"\n", middle) + 1 or len(lines)
            if lines[begin : begin + len(wanted)] < wanted:
                low = end
            else:
                high = begin
        while lines[low : low + len(wanted)] == wanted:
            end = lines.find(b"\n", low)
            _, code, functions, subdivision, name = lines[low:end].decode().split("\t")
            yield Spot(code, functions, subdivision, name)
            low = end + 1


NO_NAMES = Gazetteer(lambda: None)


def sorted_lines(spots: Iterable[Spot], airports: Iterable[tuple[str, Spot]] = ()) -> bytes:
    """The file of places, each under every key of its names: what a `Gazetteer` searches.

    Args:
        airports: places with their IATA codes, under which they are found, too.
    """
    lines = {_line(key, spot) for spot in spots for key in keys_of(spot.name)}
    lines.update(_line(_iata_key(iata), spot) for iata, spot in airports)
    return b"".join(sorted(lines))


def _line(key: str, spot: Spot) -> bytes:
    fields = (key, spot.code, spot.functions, spot.subdivision, spot.name)
    return "\t".join(fields).encode() + b"\n"


def _iata_key(iata: str) -> str:
    """A key that no name has."""
    return f"#{iata}"


def keys_of(name: str) -> frozenset[str]:
    """The keys under which a name as a list prints it is found.

    >>> sorted(keys_of("Bishkek (ex Frunze)")), sorted(keys_of("Shenzhen Pt"))
    (['bishkek', 'frunze'], ['shenzhen', 'shenzhenpt'])
    """
    forms = (form for one in names_of(name) for form in _bare_forms(one))
    keys = (_key(_exact(reading)) for form in forms for reading in form)
    return frozenset(key for key in keys if len(key) >= SHORTEST_KEY)


def names_of(name: str) -> tuple[str, ...]:
    """The names in an entry of the code list: in brackets stands another, after a stroke the town.

    >>> names_of("Bishkek (ex Frunze)"), names_of("Sabiha Gokcen Apt/Istanbul")
    (('Bishkek', 'Frunze'), ('Sabiha Gokcen Apt',))
    """
    if not ENTRY_MARK.search(name):
        return (name,)
    others = [other.strip() for other in OTHER_NAME.findall(name) if not NO_NAME.search(other)]
    first = ENTRY_END.split(OTHER_NAME.sub("", name))[0].strip()
    return tuple(dict.fromkeys(n for n in (first, *others) if n))


def _bare_forms(text: str) -> Iterator[tuple[str, ...]]:
    """The folded readings of a name, as it is and then without what is wrapped round it."""
    read = (fold(text),) if text.isascii() else readings(text, of_people=False)
    yield read
    bare = tuple(dict.fromkeys(_unwrapped(r, is_chinese=not text.isascii()) for r in read))
    if bare != read:
        yield bare


def _unwrapped(folded: str, *, is_chinese: bool) -> str:
    words = folded.split()
    for tail in WRAPPING_OF_CHINESE if is_chinese else ():
        if len(words) > len(tail) + 1 and tuple(words[-len(tail) :]) == tail:
            words = words[: -len(tail)]
    while len(words) > 1 and words[-1] in WRAPPING:
        words.pop()
    while len(words) > 1 and words[0] in WRAPPING:
        words.pop(0)
    return " ".join(words)


def _each_once(spots: Iterable[Spot]) -> tuple[Spot, ...]:
    by_code = {spot.code: spot for spot in sorted(spots, reverse=True)}
    return tuple(sorted(by_code.values()))


def _spelt(name: str) -> frozenset[str]:
    every = (form for one in names_of(name) for forms in _bare_forms(one) for form in forms)
    return frozenset(map(_exact, every))


def _exact(folded: str) -> str:
    words = folded.split()
    return folded if len(words) == 1 else "".join(SAINTS.get(word, word) for word in words)


def _loosened(exact: str) -> str:
    for several, one in LOOSENED:
        exact = exact.replace(several, one)
    return exact[1:] if exact.startswith("ie") else exact  # Екатеринбург, Yekaterinburg


def _key(exact: str) -> str:
    return TWICE.sub(r"\1", _loosened(exact))


def _slips(key: str) -> Iterator[str]:
    """Every key one slip away."""
    if not SHORTEST_SLIP <= len(key) <= LONGEST_SLIP:
        return
    yield key
    for i in range(len(key) + 1):
        head, tail = key[:i], key[i:]
        yield from (head + letter + tail for letter in ascii_lowercase)
        if tail:
            yield head + tail[1:]
            yield from (head + letter + tail[1:] for letter in ascii_lowercase)
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
