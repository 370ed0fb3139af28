"""Red flags that other screens' findings show: who looks listed, who is tied to whom, what lies.

What is found is not found again: such a flag names the authority that published the circumstance,
and stands at the path of the finding that shows it.
"""

from __future__ import annotations

from collections.abc import Iterator

from vigil.model.finding import DOUBTS, Finding, FindingKind, Ground, Screen
from vigil.routes.observing import Behaviour, Observation
from vigil.routes.writing import word_set, written

NAMED = (FindingKind.LISTED_PARTY, FindingKind.LISTED_VESSEL)
LOOKS_ONLY = DOUBTS | {Ground.NAME_NEAR}
BEHIND = (FindingKind.OWNED_BY_LISTED,)
# The Entity List and the Military End-User List; denied persons and those debarred from defence
# trade, who mostly were convicted (15 CFR 766.25, 22 CFR 127.7).
ENTITY_OR_MEU = ("us_bis_el", "us_bis_meu")
CONVICTED = ("us_bis_dpl", "us_state_dtc")
MILITARY_LISTS = ("us_bis_meu",)
ACADEMIC = word_set("university universities institute academy college polytechnic")


def looks_listed(seen: Behaviour) -> Iterator[Observation]:
    """A name or an address is close to that of a listed party."""
    for found in _of(seen, *NAMED):
        named = Ground.IDENTIFIER_EQUAL not in found.grounds and LOOKS_ONLY & set(found.grounds)
        if named:
            yield _at(found, f"{_quoted(found)} is close to the listed name {_entry(found)}")
    for found in _of(seen, FindingKind.LISTED_ADDRESS):
        yield _at(found, f"an address of the order is that of the listed {_entry(found)}")


def shares_listed_address(seen: Behaviour) -> Iterator[Observation]:
    """A party has its address where somebody listed has one."""
    for found in _of(seen, FindingKind.LISTED_ADDRESS):
        yield _at(found, f"a party shares its address with the listed {_entry(found)}")


def tie_with_listed(seen: Behaviour) -> Iterator[Observation]:
    """Somebody listed holds less than half of a party, or has another tie with it."""
    for found in _of(seen, *BEHIND):
        if not {Ground.HALF_OR_MORE, Ground.SHARE_UNKNOWN} & set(found.grounds):
            tie = "has a tie with" if Ground.ONLY_A_TIE in found.grounds else "has a share in"
            yield _at(found, f"the listed {_entry(found)} {tie} {_quoted(found)}")


def owner_share_unknown(seen: Behaviour) -> Iterator[Observation]:
    """An owner is on the Entity List or the Military End-User List, its share is not known."""
    for found in _of(seen, *BEHIND):
        if Ground.SHARE_UNKNOWN in found.grounds and _source(found) in ENTITY_OR_MEU:
            yield _at(found, f"the share of the listed owner {_entry(found)} is not known")


def convicted_before(seen: Behaviour) -> Iterator[Observation]:
    """A party stands among those who were denied export or debarred from defence trade."""
    for found in _of(seen, *NAMED):
        if _source(found) in CONVICTED:
            told = f"{_entry(found)} was denied export or debarred, as after a conviction"
            yield _at(found, told)


def military_tie(seen: Behaviour) -> Iterator[Observation]:
    """A party meets a military end user or a listed university."""
    for found in _of(seen, *NAMED, *BEHIND, FindingKind.LISTED_ADDRESS):
        name = found.matched.name if found.matched else ""
        if _source(found) in MILITARY_LISTS:
            yield _at(found, f"{_entry(found)} is listed as a military end user")
        elif ACADEMIC.intersection(written(name).latin):
            yield _at(found, f"{_entry(found)} is a listed university or institute")


def misdescribed_goods(seen: Behaviour) -> Iterator[Observation]:
    """What the goods are called contradicts what their codes or part numbers say."""
    for found in _of(seen, FindingKind.CONFLICTING_INFORMATION):
        if found.screen is Screen.GOODS and found.path.startswith("$.lines"):
            told = found.summary.rstrip(".")
            yield _at(found, f"the goods are described as something else: {told}")


def _of(seen: Behaviour, *kinds: FindingKind) -> Iterator[Finding]:
    """The findings of these kinds, but those on the makers of goods, who are no parties."""
    for kind in kinds:
        for finding in seen.findings_of.get(kind, ()):
            if Ground.MAKER_OF_GOODS not in finding.grounds:
                yield finding


def _at(found: Finding, detail: str) -> Observation:
    return Observation(found.path, found.value or "", detail)


def _source(found: Finding) -> str | None:
    return found.matched.source if found.matched else None


def _entry(found: Finding) -> str:
    return f"{found.matched.name} ({found.matched.entity})" if found.matched else found.subject


def _quoted(found: Finding) -> str:
    return f"'{found.value}'" if found.value else "a party"
