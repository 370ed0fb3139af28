"""Names made to take long: `python -m bench.speed.adversarial --world DIR`.

Each is refused with a reason or answered. Printed is the processor's time of one search over the
world, without what was remembered of an earlier one, and of a comparison with itself turned round.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from itertools import product
from pathlib import Path
from random import Random

from vigil.errors import InvalidInput
from vigil.index.names import NameIndex
from vigil.names.prepared import MOST_CHARACTERS, MOST_WORDS, refusal
from vigil.names.readings import prepared_readings
from vigil.names.score import compare_names
from vigil.store.worlds import open_world

THRESHOLD = 0.7
FREQUENT = (
    "ali", "ahmad", "hassan", "mohammad", "kim", "lopez", "garcia", "ivanov", "lee", "chen", "jose",
    "maria", "juan", "khan",
)  # fmt: skip
SPELLINGS = (
    "mohammad", "mohamed", "muhammad", "mohammed", "mahmoud", "ahmad", "ahmed", "hamid", "hamad",
    "mahmud",
)  # fmt: skip


def names() -> dict[str, str]:
    """The names, by what is hard about them; the same every time."""
    rng = Random(1)
    alike = [f"m{a}{b}mm{c}d{d}" for a, b, c, d in product("oua", ("", "h"), "aei", ("", "ov"))]
    firms = ["trading", "company", "general", "international", "group", "industries", "export"]
    return {
        "10,000 words": " ".join(f"word{n}" for n in range(10_000)),
        "5,000 equal words": "ivan " * 5_000,
        "one word of a megabyte": "a" * 1_000_000,
        "a megabyte of Arabic": "م" * 1_000_000,
        "a megabyte of punctuation": "-" * 1_000_000,
        "1,000 characters that are 3,000 words": "\ufdfa" * 1_000,
        "1,000 combining marks alone": "\u0301" * 1_000,
        "1,000 Hangul": "박" * 1_000,
        "one letter with 999 marks": "a" + "\u0301" * 999,
        "500 hidden characters": "a\u200b" * 500,
        "1,000 digits": "7" * 1_000,
        "one word of 1,000 letters": "".join(rng.choice("abcdehimnorst") for _ in range(1_000)),
        "64 single letters": " ".join("abcdefghijklmnop" * 4),
        "64 equal common words": "trading " * 64,
        "64 common words": " ".join(rng.choice(firms) for _ in range(64)),
        "64 frequent words": " ".join((FREQUENT * 5)[:64]),
        "64 spellings of few names": " ".join(rng.choice(SPELLINGS) for _ in range(64)),
        "36 words all alike": " ".join(alike),
        "32 of them parted": " ".join(f"{word[:3]} {word[3:]}" for word in alike[:32]),
        "64 Han": "张江平王" * 16,
        "64 Hangul": "박영희김" * 16,
        "64 Arabic words": " ".join(["محمد", "رضا", "علی", "احمد"] * 16),
        "64 numbers": " ".join(map(str, range(64))),
        "60 legal forms": "llc ltd gmbh ooo " * 15,
        "60 familiar given names": "bob sasha " * 30,
    }


def seconds(work: Callable[[], object]) -> float:
    """Of the processor's time."""
    began = time.process_time()
    work()
    return time.process_time() - began


def search_told(index: NameIndex, name: str) -> str:
    """How long a search took and what came of it."""
    told: list[str] = []

    def search() -> None:
        try:
            told.append(f"{len(index.search(name, threshold=THRESHOLD))} found")
        except InvalidInput as error:
            told.append(f"refused: {str(error)[:60]}")

    return f"{1000 * seconds(search):9.1f} ms  {told[0]}"


def compare_ms(name: str) -> float:
    """Milliseconds to compare the first readings of a name and of its words turned round."""
    one = prepared_readings(name)[0]
    other = prepared_readings(" ".join(reversed(name.split())))[0]
    return 1000 * seconds(lambda: compare_names(one, other))


def main() -> None:
    """Ask for each and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--world", type=Path, required=True)
    index = open_world(parser.parse_args().world).names
    index.search("anybody", threshold=THRESHOLD)
    print(f"limits: {MOST_CHARACTERS} characters, {MOST_WORDS} words; threshold {THRESHOLD}")
    for what, name in names().items():
        searched = search_told(index, name)  # first: refusing remembers how the name reads
        compared = "" if refusal(name) else f"  compared {compare_ms(name):7.1f} ms"
        print(f"{what:40} {searched}{compared}")


if __name__ == "__main__":
    main()
