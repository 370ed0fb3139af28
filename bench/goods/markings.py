"""How many markings of parts from wrecked weapons are read with their right maker and family.

    python -m bench.goods.markings --shared ../shared [--misses]

Written down before anything was tuned:

- *usable* is a marking that is not `(unspecified)` and holds a token of at least four letters and
  digits, both of them, that is no unit (`10uH`, `32-bit`, `330uF25V`), no date code (`2215NA`) and
  no serial number (after SN, S/N, № or #). Lot codes look like numbers, so a marking of a lot code
  alone counts as usable; a name without any number does not.
- *right* is a reading whose maker belongs to the house of the row's manufacturer column (Maxim is
  Analog Devices, as the column itself says) and whose family begins a token of the marking, or two
  or three tokens written apart. Where the column says *Not identified*, nothing can be told.
- *by table* are those whose family the table of families knows; *by shape* those where the text
  names the maker and the family is the beginning of an unknown number.
- *text alone* reads nothing but the marking; *with field* is given the manufacturer column as an
  order's manufacturer field.

The tables of families and makers were derived from these very rows: what is measured is how many of
the markings that are known the product recognises, not how it does on new ones. That was measured
once, while the tables knew only the rows with an even component number: docs/methods/parts.md.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

import msgspec

import vigil
from vigil.goods.makers import Makers
from vigil.goods.markings import Marking, MarkingReader
from vigil.goods.part_families import PartFamilies
from vigil.goods.part_number import SPLIT, normal_form
from vigil.goods.shipped_makers import FILES, load_makers, load_part_families
from vigil.model.rows import Table, raise_all
from vigil.model.shelf import Shelf

DATA = Path(vigil.__file__).parent / "data"
ROWS = Path("lists/uav_components/components.csv")
UNSPECIFIED = "(unspecified)"
UNIDENTIFIED = "Not identified"
SHORTEST = 4
MEASURE = re.compile(r"[0-9]+([.,][0-9]+)?[-\s]?[µμa-zA-ZΩ°/]+([0-9]+([.,][0-9]+)?[a-zA-Z]+)?")
SYMBOLS = frozenset(
    re.findall(
        r"\S+",
        "mm cm m km v vdc vac kv mv w kw mw a ma mah ah hz khz mhz ghz pf nf uf µf μf mf nh uh µh "
        "μh kb mb gb mbit kbit gbit bit bits pin pins ch channel channels port ports axis k kohm "
        "ohm ohms db dbm nm um kg g l inch way phase cell core layer pole position positions "
        "element ns ms s kbps mbps gbps kbit/s mbit/s gbit/s bytes byte wire wires digit digits x "
        "c kω mω ω °c rpm year years",
    )
)
DATED = re.compile(r"[0-9]{2}([0-4][0-9]|5[0-3])[A-Z]{0,2}")
SERIAL = re.compile(r"(?:\bS/?N\b|№|#)[\s:#]*", re.IGNORECASE)
SHARE = "{:>6.1%}"


class Row(msgspec.Struct, frozen=True):
    """A component: its marking, and who made it as the row says."""

    marking: str
    manufacturer: str


class Result(msgspec.Struct, frozen=True):
    """How one marking was read."""

    row: Row
    reading: Marking
    verdict: str


RIGHT = ("by table", "by shape")
VERDICTS = (*RIGHT, "wrong maker", "no family", "not read")


def shipped_reader() -> MarkingReader:
    """The reader of the reviewable tables, which the compiled world holds too."""
    names = (*FILES, "countries.csv", "hs_codes.txt")
    shelf = Shelf({name: (DATA / name).read_text(encoding="utf-8") for name in names}, {})
    tables = {name: Table(name) for name in FILES}
    makers, families = load_makers(tables, shelf), load_part_families(tables, shelf)
    raise_all(tables.values())
    return MarkingReader(Makers(makers), PartFamilies(families))


def read_rows(shared: Path) -> list[Row]:
    """All components of the data set."""
    with (shared / ROWS).open(encoding="utf-8", newline="") as file:
        return [Row(row["name_marking"], row["manufacturer"]) for row in csv.DictReader(file)]


def is_usable(marking: str) -> bool:
    """Does it hold a number that a part may be known by?"""
    return marking.strip() != UNSPECIFIED and any(
        _tells(token) for token in SPLIT.split(SERIAL.sub(" \0", marking)) if "\0" not in token
    )


def _tells(token: str) -> bool:
    key = normal_form(token)
    both = any(c.isdigit() for c in key) and any(c.isalpha() for c in key)
    return len(key) >= SHORTEST and both and not DATED.fullmatch(key) and not _is_measure(token)


def _is_measure(token: str) -> bool:
    bare = token.strip(".,:;-±÷=~")
    if not MEASURE.fullmatch(bare):
        return False
    words = re.findall(r"[µμa-zA-ZΩ°/]+", bare)
    return all(word.casefold() in SYMBOLS for word in words)


def judge(row: Row, reading: Marking, reader: MarkingReader) -> str:
    """Was it read right, as the module says?"""
    column = reader.makers.of_field(row.manufacturer)
    if reading.head is None:
        return "no family" if reading.maker else "not read"
    if (
        reading.maker is None
        or column is None
        or not reader.makers.same_house(reading.maker, column)
    ):
        return "wrong maker"
    if not any(key.startswith(reading.head) for key in _keys(row.marking)):
        return "no family"
    return "by table" if reading.family else "by shape"


def _keys(marking: str) -> Iterator[str]:
    keys = [normal_form(token) for token in SPLIT.split(marking) if token]
    for i in range(len(keys)):
        for length in (1, 2, 3):
            yield "".join(keys[i : i + length])


def measure(rows: Iterable[Row], reader: MarkingReader, *, with_field: bool) -> list[Result]:
    """Every usable marking whose maker the data set knows, read and judged."""
    found = []
    for row in rows:
        if row.manufacturer == UNIDENTIFIED or not is_usable(row.marking):
            continue
        maker = reader.makers.of_field(row.manufacturer) if with_field else None
        reading = reader.read(row.marking, maker)
        found.append(Result(row, reading, judge(row, reading, reader)))
    return found


def share(results: Iterable[Result], verdicts: Collection[str] = RIGHT) -> float:
    """The share of these verdicts; without them, of what has the right maker and family."""
    given = [result.verdict for result in results]
    return sum(verdict in verdicts for verdict in given) / len(given)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--misses", action="store_true", help="print what the text alone misses")
    given = parser.parse_args()
    reader = shipped_reader()
    rows = read_rows(given.shared)
    told = [row for row in rows if row.marking.strip() != UNSPECIFIED]
    usable = [row for row in told if is_usable(row.marking)]
    print(f"{len(rows)} rows, {len(told)} with a marking, {len(usable)} usable")
    print(f"{'read by':12}{'usable':>7}  {'right':>6}  " + "  ".join(VERDICTS))
    for with_field in (False, True):
        results = measure(rows, reader, with_field=with_field)
        counts = Counter(result.verdict for result in results)
        shares = "  ".join(f"{counts[v]:>{len(v)}}" for v in VERDICTS)
        how = "with field" if with_field else "text alone"
        print(f"{how:12}{len(results):>7}  {SHARE.format(share(results))}  {shares}")
        if given.misses and not with_field:
            _print_misses(results)


def _print_misses(results: Iterable[Result]) -> None:
    for r in results:
        if r.verdict not in RIGHT:
            maker = r.reading.maker.id if r.reading.maker else "-"
            print(
                f"  {r.verdict}: {r.row.manufacturer} | {r.row.marking} | {maker} {r.reading.head}"
            )


if __name__ == "__main__":
    main()
