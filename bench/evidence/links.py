"""How many names of a world are found in news, and how many are found that are not named.

`quiet_news.txt` speaks of nothing that is listed; `quiet_matters.txt` likewise, but of sanctions
and arms; `named_news.txt` marks what is named: `[[words|part of a listed name]]` or
`[[words|kind:id]]`. People and firms of the quiet texts are invented, those of the marked text
stand on public lists.

    vigil world build DIR --source us_csl=../shared/lists/us_csl/consolidated.json
    python -m bench.evidence.links DIR
"""

from __future__ import annotations

import re
import sys
import time
from pathlib import Path

from vigil import load_world
from vigil.evidence.link import Link
from vigil.evidence.links import Linker
from vigil.known_names import known_names

HERE = Path(__file__).parent
MARKED = re.compile(r"\[\[([^|\]]+)\|([^\]]+)\]\]")
ROUNDS = 20  # of each page, for the time


def paragraphs(name: str) -> list[str]:
    """The paragraphs of a file beside this one."""
    return (HERE / name).read_text(encoding="utf-8").strip().split("\n\n")


def unmarked(paragraph: str) -> tuple[str, list[tuple[int, int, str]]]:
    """A paragraph without its marks, and what stands where."""
    text, wanted, end = "", [], 0
    for match in MARKED.finditer(paragraph):
        text += paragraph[end : match.start()]
        wanted.append((len(text), len(text) + len(match[1]), match[2]))
        text, end = text + match[1], match.end()
    return text + paragraph[end:], wanted


def names(link: Link, wanted: str, names_of: dict[str, list[str]]) -> bool:
    """Does the link name what is wanted?"""
    kind, colon, thing = wanted.partition(":")
    if colon:
        return link.kind == kind and link.id.startswith(thing)
    return any(wanted.casefold() in name.casefold() for name in names_of.get(link.id, ()))


def false_links(linker: Linker, name: str) -> tuple[int, list[str]]:
    """How many words a text has, and what is found in it though nothing is named."""
    words, found = 0, []
    for paragraph in paragraphs(name):
        words += len(paragraph.split())
        for link in linker.links_of(paragraph):
            if link.kind != "country":
                said = paragraph[link.at.start : link.at.end]
                found.append(f"{link.kind}: {said} -> {link.name}")
    return words, found


def missed_names(linker: Linker, names_of: dict[str, list[str]]) -> tuple[int, list[str]]:
    """How many names are marked, and which of them are missed."""
    total, missed = 0, []
    for paragraph in paragraphs("named_news.txt"):
        text, wanted = unmarked(paragraph)
        links = linker.links_of(text)
        total += len(wanted)
        for start, end, thing in wanted:
            there = [link for link in links if link.at.start < end and start < link.at.end]
            if not any(names(link, thing, names_of) for link in there):
                missed.append(text[start:end])
    return total, missed


def cost(linker: Linker) -> None:
    """Prints the time of a page of 4 kB, all of whose names have been met before."""
    text = "\n\n".join(paragraphs("quiet_matters.txt"))[:4000]
    linker.links_of(text)
    begin = time.process_time()
    for _ in range(ROUNDS):
        linker.links_of(text)
    print(f"4 kB: {(time.process_time() - begin) / ROUNDS * 1000:.2f} ms")


def main(folder: str) -> None:
    """All measures over a built world."""
    world = load_world(folder)
    entities = world.parts.entities()
    sum(1 for _ in known_names(world))  # everything is read before the clock runs
    begin = time.process_time()
    linker = Linker(known_names(world))
    print(f"made ready in {time.process_time() - begin:.2f} s")
    for name in ("quiet_news.txt", "quiet_matters.txt"):
        words, found = false_links(linker, name)
        print(f"{name}: {words} words, {len(found)} false links", *found, sep="\n  ")
    total, missed = missed_names(linker, {e.id: [n.text for n in e.names] for e in entities})
    print(f"named_news.txt: found {total - len(missed)} of {total}; missed", *missed, sep="\n  ")
    cost(linker)


if __name__ == "__main__":
    main(sys.argv[1])
