"""What the XML and the CSV of the UK Sanctions List have in common."""

from __future__ import annotations

import re

from vigil.lists.gb_designation import Designation, day

ID = "gb_uksl"

REGULATIONS = re.compile(r"^The (?P<subject>.+) Regulations \d{4}$")
WORDS_OF_LAW = re.compile(r"\((?:EU Exit|Sanctions|United Nations Sanctions)\)|\bSanctions\b")


def regime(regulations: str) -> str:
    """The regime of regulations, as the older list and the law catalogue name it.

    >>> regime("The Russia (Sanctions) (EU Exit) Regulations 2019")
    'Russia'
    >>> regime("The Iran (Sanctions) (Nuclear) (EU Exit) Regulations 2019")
    'Iran (Nuclear)'
    >>> regime("The Counter-Terrorism (International Sanctions) (EU Exit) Regulations 2019")
    'Counter-Terrorism (International)'
    """
    found = REGULATIONS.match(regulations)
    if found is None:
        return regulations
    subject = " ".join(WORDS_OF_LAW.sub(" ", found["subject"]).split())
    return subject.replace(" )", ")") or regulations


def say_regime(said: Designation, regulations: str) -> None:
    """Note the regulations in full and the regime that they are."""
    said.citation.append(regulations)
    said.regimes.append(regime(regulations))


def say_measures(said: Designation, text: str) -> None:
    """Note the measures, which stand in one text with bars between."""
    said.measures += [measure.strip() for measure in text.split("|")]


def say_days(said: Designation, designated: str, updated: str) -> None:
    """Note the day of designation and that of the last change."""
    said.listed.append(day(designated, said))
    said.remarks.append(("last updated", day(updated, said).isoformat() if updated else ""))
