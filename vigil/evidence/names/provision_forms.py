"""How reports print the name of a provision, made from its citation and its title.

A number is enough where its words stand with it (`resolution 2231`, `31 CFR 560`); a title counts
with its capitals. The year of a resolution ("a 2015 U.N. resolution") is one of many of that
year, so it gives a weak form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vigil.model.provision import Provision

RESOLUTION = re.compile(r"Resolution (\d{3,4}) \((\d{4})\)")
RESOLUTIONS = re.compile(r"Resolutions (\d{3,4}(?:, \d{3,4})+)")
ORDER = re.compile(r"Executive Order (\d{5})")
CFR = re.compile(r"(\d+) CFR (?:Part )?(\d{3}(?:\.\d+)?(?:\([a-z]\))?)")
SUPPLEMENT = re.compile(r"Supplement No\. (\d+) to (?:\d+ CFR )?Part (\d+)")
REGULATION = re.compile(r"Regulation \((E[UC])\) (?:No )?(\d+/\d+)")
ARTICLE = re.compile(r"\b((?:Article|Annex) \w+)$|\b((?:Article|Annex) \w+)(?=[ ,])")
OFFICIAL = re.compile(r"\b(?:SI \d{4}/\d+|\d{2} FR \d{4,5})")
ACRONYM = re.compile(r"\b[A-Z]{4,}\b")
SMALL = frozenset({"and", "of", "the", "on", "to", "for", "in"})


def forms_of(provision: Provision) -> Iterator[tuple[str, bool]]:
    """The names a report may give a provision, each with whether it is weak."""
    for text in dict.fromkeys((provision.citation, provision.title)):
        yield from _numbered(text)
        yield from _titled(text)


def _numbered(text: str) -> Iterator[tuple[str, bool]]:
    if found := RESOLUTION.fullmatch(text):
        number, year = found.groups()
        yield from _of_resolution(number)
        for body in ("UN", "United Nations", "UN Security Council", "Security Council",
                     "United Nations Security Council"):  # fmt: skip
            yield f"{year} {body} resolution", True
    for listed in RESOLUTIONS.findall(text):
        for number in listed.split(", "):
            yield from _of_resolution(number)
    for number in ORDER.findall(text):
        yield from ((f"{name} {number}", False) for name in ("Executive Order", "EO"))
    for title, part in CFR.findall(text):
        yield from ((f"{title} CFR {word}{part}", False) for word in ("", "part ", "section "))
        if "." in part:
            yield f"section {part}", False
    for number, part in SUPPLEMENT.findall(text):
        for word in ("No. ", ""):
            yield f"Supplement {word}{number} to Part {part}", False
            yield f"Supplement {word}{number} to 15 CFR Part {part}", False
    for name in OFFICIAL.findall(text):
        yield name, False
    yield from _of_regulation(text)


def _of_resolution(number: str) -> Iterator[tuple[str, bool]]:
    yield from ((f"{name} {number}", False) for name in ("resolution", "UNSCR", "UNSC"))


def _of_regulation(text: str) -> Iterator[tuple[str, bool]]:
    for union, number in REGULATION.findall(text):
        names = [f"Regulation ({union}) {no}{number}" for no in ("", "No ")]
        names += [f"Regulation {number}", f"{union} Regulation {number}"]
        articles = [one or other for one, other in ARTICLE.findall(text)]
        for name in names:
            yield name, False
            yield from ((f"{article} of {name}", False) for article in articles)
            yield from ((f"{name}, {article}", False) for article in articles)


def _titled(text: str) -> Iterator[tuple[str, bool]]:
    """A title of capitals, and the acronym of an act."""
    title = text.partition(" (15 CFR")[0].partition(" (22 CFR")[0].partition(" (31 CFR")[0]
    title = title.partition(" (SI ")[0].partition(", section")[0].partition(" section")[0]
    words = re.findall(r"[\w'’-]+", title)
    capitals = [word[:1].isupper() or word[:1].isdigit() or word in SMALL for word in words]
    if all(capitals) and len(words) > 1 and not re.match(r"Resolution|Regulation|\d", title):
        yield title, False
    elif len(words) == 1 and ACRONYM.fullmatch(title):
        yield title, True
