"""Red flags that the lines of goods show, alone or beside who orders them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vigil.model.order import Line, Role
from vigil.model.provision import Jurisdiction
from vigil.routes.catalogue import PlaceKind
from vigil.routes.mains import misfit
from vigil.routes.observing import (
    Behaviour,
    Observation,
    is_reseller,
    outside_coalition,
)
from vigil.routes.spellings import SpellingList
from vigil.routes.writing import written

CERTIFICATE = "documents.certificate.fields"
CLAUSES = "documents.contract.clauses"

NO_MARKS = SpellingList((
    "no mark", "no marks", "no marking", "no markings", "no logo", "no logos", "no label",
    "no labels", "no serial", "without mark", "without marks", "without marking",
    "without markings", "without logo", "without label", "without labels", "without serial",
    "unmarked", "blank", "plain", "remove", "removed", "removal", "erase", "erased", "sand",
    "sanded", "grind", "ground off", "laser off", "lasered off", "scratch off", "neutral packaging",
))  # fmt: skip
REFUSED = ("not", "never")
# HS headings of goods that always carry a serial number: engines, cameras, radar and navigation
# sets, aircraft and their parts, instruments. Chips are sold by the lot and never do.
SERIAL_NUMBERED = ("8407", "8408", "8411", "8412", "8525", "8526", "8806", "8807", "9014", "9015")
AIRCRAFT_ENGINES = ("840710", "841111", "841112", "841121", "841122")
# Named by FIN-2022-Alert003: aircraft parts (8803 in HS 2017), antennas, cameras, GPS sets,
# integrated circuits, oscilloscopes; "and more" of the fact is left out, as it names nothing.
COMMODITIES = ("8803", "8807", "852910", "85258", "852691", "8542", "903020")
ELECTRONICS = ("8532", "8533", "8541", "8542")  # what dealers in parts sell by the reel
MANY_PIECES = 10_000  # chosen: several reels
SUDDEN, FEW_PIECES = 10, 100  # chosen: times what was usual, and never fewer than a sample
VOLT_SIGN = re.compile(r"\d\s?v", re.IGNORECASE)
BATCH = 3  # chosen: an owner of a light aircraft buys one engine, perhaps two
BOATS = SpellingList(("boat", "boats", "лодка", "лодки", "лодок", "катер", "катера", "катеров"))


def priority_goods_outside_coalition(seen: Behaviour) -> Iterator[Observation]:
    """A highest-priority HS code goes to a customer outside the control coalition."""
    lines, outside = seen.priority_lines, seen.outside
    if lines and outside is not None:
        country = seen.law.country_name(outside.country)
        detail = (
            f"{_numbers(lines)} of highest priority, and {outside.name} sits in {country}, outside "
            "the EU, the partner countries of its Article 12g and the US"
        )
        yield _at_hs(seen, lines[0], detail)


def everyday_priority_goods(seen: Behaviour) -> Iterator[Observation]:
    """Commercial-grade goods (EAR99) of a kind used in the drones."""
    lines = [line for line in seen.priority_lines if line.eccn == "EAR99"]
    if lines:
        detail = f"{_numbers(lines)} commercial-grade goods of a kind used in the drones"
        yield _at_hs(seen, lines[0], detail)


def certificate_missing(seen: Behaviour) -> Iterator[Observation]:
    """Highest-priority goods go outside the coalition without the customer's certificate."""
    outside = seen.outside
    if _is_absent(seen, CERTIFICATE) and seen.priority_lines and outside is not None:
        detail = f"there is no signed customer certificate of {outside.name} for priority goods"
        yield Observation(f"$.answers['{CERTIFICATE}']", "false", detail)


def reexport_clause_missing(seen: Behaviour) -> Iterator[Observation]:
    """The contract for such goods, under the EU's law, lacks the clause against re-export."""
    outside = outside_coalition(seen.deal.destination, seen.law)
    if _is_absent(seen, CLAUSES) and outside and seen.priority_lines and _under_eu_law(seen):
        detail = "the contract lacks the clause against re-export to Russia"
        yield Observation(f"$.answers['{CLAUSES}']", "false", detail)


def goods_without_marks(seen: Behaviour) -> Iterator[Observation]:
    """Goods without marks were asked for, or goods that carry a serial number have none."""
    for i, line in enumerate(seen.order.lines):
        request = line.marking_request or ""
        met = _asks_for_no_marks(request) if request else None
        if met is not None:
            detail = f"line {line.line} is asked for without marks ('{met}')"
            yield Observation(f"$.lines[{i}].marking_request", request, detail)
        elif line.serial_numbers == () and (line.hs or "").startswith(SERIAL_NUMBERED):
            detail = f"line {line.line} is of a kind that carries serial numbers, and has none"
            yield Observation(f"$.lines[{i}].serial_numbers", "[]", detail)


def engines_to_reseller(seen: Behaviour) -> Iterator[Observation]:
    """A batch of light aircraft engines goes to a reseller in a third country."""
    resellers = [
        party
        for _, party in seen.customers_and_between
        if is_reseller(party) and party.country not in (None, seen.home)
    ]
    for i, line in enumerate(seen.order.lines):
        engines = (line.hs or "").startswith(AIRCRAFT_ENGINES)
        if engines and resellers and (line.quantity or 0) >= BATCH:
            detail = f"a batch of aircraft engines (line {line.line}) goes to {resellers[0].name}"
            yield Observation(f"$.lines[{i}].quantity", f"{line.quantity:g}", detail)


def cover_words(seen: Behaviour) -> Iterator[Observation]:
    """Goods are called boats in an order that touches Alabuga."""
    zones = any(s.place.kind is PlaceKind.ZONE and not s.word_only for s in seen.sightings)
    for i, line in enumerate(seen.order.lines if zones else ()):
        word = BOATS.first_in(line.description or "")
        if word:
            detail = f"line {line.line} is called '{word}' in an order that touches a drone zone"
            yield Observation(f"$.lines[{i}].description", line.description or "", detail)


def commodity_of_concern(seen: Behaviour) -> Iterator[Observation]:
    """The goods are among the commodities that the alert of June 2022 names."""
    for i, line in enumerate(seen.order.lines):
        if line.hs and line.hs.startswith(COMMODITIES):
            detail = f"line {line.line} is a commodity of concern of the alert of June 2022"
            yield Observation(f"$.lines[{i}].hs", line.hs, detail)
            return


def large_everyday_electronics(seen: Behaviour) -> Iterator[Observation]:
    """Everyday electronics (EAR99) by 10,000 pieces of a line, or ten times what was usual."""
    for i, line in enumerate(seen.order.lines):
        quantity, hs = line.quantity or 0, line.hs or ""
        if line.eccn != "EAR99" or not hs.startswith(ELECTRONICS):
            continue
        usual = _usual(seen, hs[:6])
        sudden = usual and quantity >= max(SUDDEN * usual, FEW_PIECES)
        if quantity >= MANY_PIECES or sudden:
            told = f", {usual:,.0f} at most before" if sudden else ""
            detail = f"line {line.line} is {quantity:,.0f} pieces of everyday electronics{told}"
            yield Observation(f"$.lines[{i}].quantity", f"{quantity:g}", detail)


def wrong_voltage(seen: Behaviour) -> Iterator[Observation]:
    """Goods made for a mains voltage that the country of destination does not have."""
    country = seen.deal.destination
    for i, line in enumerate(seen.order.lines):
        text = line.description or ""
        met = misfit(text, country, seen.routes.mains) if VOLT_SIGN.search(text) else None
        if met:
            detail = (
                f"line {line.line} is for {met}, not the mains of {seen.law.country_name(country)}"
            )
            yield Observation(f"$.lines[{i}].description", text, detail)


def _usual(seen: Behaviour, hs: str) -> float:
    """The most pieces of an HS code that the buyer had in one line before; 0: none."""
    if seen.past is None:
        return 0
    names = {party.name for _, party in seen.of(Role.BUYER)}
    orders = [o for n in names for o in seen.past.orders.of_company(n, seen.order)]
    held = (x.quantity or 0 for o in orders for x in o.lines if (x.hs or "")[:6] == hs)
    return max(held, default=0)


def _asks_for_no_marks(request: str) -> str | None:
    """The words that ask for it, or None; "do not remove the labels" asks for the contrary."""
    held = written(request)
    met = NO_MARKS.first_in(request)
    at = held.finds(met) if met else None
    return None if at is None or held.latin[max(0, at - 1)] in REFUSED else met


def _under_eu_law(seen: Behaviour) -> bool:
    return Jurisdiction.EU in seen.deal.jurisdictions


def _is_absent(seen: Behaviour, field: str) -> bool:
    answer = seen.order.answers.get(field)
    text = answer.strip().lower() if isinstance(answer, str) else answer
    return text is False or text in ("", "no")


def _at_hs(seen: Behaviour, line: Line, detail: str) -> Observation:
    return Observation(f"$.lines[{seen.order.lines.index(line)}].hs", line.hs or "", detail)


def _numbers(lines: list[Line]) -> str:
    plural = "s" if len(lines) > 1 else ""
    verb = "are" if plural else "is"
    return f"line{plural} {', '.join(str(line.line) for line in lines)} {verb}"
