"""Voyages over the Caspian between Iran and Russia, in either direction, direct or in steps."""

from __future__ import annotations

from vigil.model.finding import Feature, Finding, FindingKind, Ground, Provenance, Screen
from vigil.model.order import Mode, is_locode
from vigil.routes.listing import place_provenance
from vigil.routes.ports import BY_WATER, LegEnd, LegEnds

SHORES = frozenset({"IR", "RU"})
# Gilan, Mazandaran and Golestan, as UN/LOCODE numbers the provinces of Iran (IRBAZ is in 01).
CASPIAN_PROVINCES = frozenset({"01", "21", "27"})
# The Caspian is the only sea of these three, so a sea leg that ends there ends on it.
BETWEEN = frozenset({"AZ", "KZ", "TM"})


def screen_caspian(legs: tuple[LegEnds, ...], provenance: Provenance) -> list[Finding]:
    """One finding for each voyage between an Iranian and a Russian port over the Caspian."""
    return [_finding(voyage, provenance) for voyage in voyages(legs)]


def voyages(legs: tuple[LegEnds, ...]) -> list[list[LegEnd]]:
    """The ends of every such voyage, from its first port to its last."""
    found = (_voyage_from(start, legs) for start in range(len(legs)))
    return [voyage for voyage in found if voyage is not None]


def _voyage_from(start: int, legs: tuple[LegEnds, ...]) -> list[LegEnd] | None:
    """The ends of a voyage that begins with this leg, or None when there is none."""
    origin = legs[start].origin
    if origin is None or origin.country not in SHORES:
        return None
    ends = [origin]
    for leg in legs[start:]:
        to = leg.to
        if to is None or to.mode not in BY_WATER:
            return None
        ends.append(to)
        if to.country in SHORES:
            return ends if _is_crossing(ends) else None
        if not _on_the_way(to):
            return None
    return None


def _is_crossing(ends: list[LegEnd]) -> bool:
    """Both shores, and surely the Caspian.

    Iran has ports on two seas, so its end must be a Caspian one (IRBAM on the Gulf is not IRAMD),
    unless the order says no more than the country or a name that may be there. From a Caspian port
    of Iran every way by water to Russia crosses it; without a mode the Russian end must be a
    Caspian port, too.
    """
    first, last = ends[0], ends[-1]
    if {first.country, last.country} != SHORES:
        return False
    iranian, russian = (first, last) if first.country == "IR" else (last, first)
    by_water = all(end.mode in (Mode.SEA, Mode.RIVER) for end in ends)
    if iranian.is_caspian:
        return russian.is_caspian or by_water
    elsewhere = iranian.mentions or is_locode(iranian.text) or _is_on_the_gulf(iranian)
    return not elsewhere and russian.is_caspian and by_water


def _is_on_the_gulf(end: LegEnd) -> bool:
    """Is it a place of that name in another province, and only there?"""
    provinces = {spot.subdivision for spot in end.reading.spots}
    return bool(provinces) and provinces.isdisjoint({"", *CASPIAN_PROVINCES})


def _on_the_way(end: LegEnd) -> bool:
    return end.is_caspian or end.country in BETWEEN


def _finding(ends: list[LegEnd], provenance: Provenance) -> Finding:
    first, last = ends[0], ends[-1]
    place = next(m.place for end in ends for m in end.mentions if m.place.caspian)
    return Finding(
        screen=Screen.ROUTES,
        kind=FindingKind.PLACE_OF_CONCERN,
        path=f"$.route[{first.leg}]",
        subject="caspian",
        summary=f"The route crosses the Caspian between {first.text} and {last.text}, "
        "from one of Iran and Russia to the other.",
        value=" – ".join(end.text for end in ends),
        grounds=(Ground.CASPIAN_LEG,),
        features=tuple(Feature("caspian_end", 1.0, _detail(end)) for end in ends),
        provenance=place_provenance(place, provenance),
        verified=place.verified,
        basis=place.basis,
    )


def _detail(end: LegEnd) -> str:
    names = ", ".join(m.place.name for m in end.mentions) or "no port of the catalogue"
    return f"{end.path}: {end.text} ({names}, {end.country})"
