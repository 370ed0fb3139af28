"""Drone models by name, in any script: Shahed-136, Герань-2, شاهد ۱۳۶.

Some names also mean something else (an albatross, a gerbera, the geranium that Герань is): they
count only beside a word of the trade. And `geran 2` may be two pots of geranium: a single digit
that stands apart from its word, where the name is not printed so, asks for such a word too.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from vigil.goods.catalogue import UavModel
from vigil.goods.inquiry import Inquiry
from vigil.goods.model_index import ModelIndex, ModelName
from vigil.goods.wording import Piece, pieces_of
from vigil.model.finding import Feature, Finding, FindingKind, Ground, Screen
from vigil.model.order import Line, Order
from vigil.names.text import fold

# Beginnings of folded words, so that Russian endings and plurals meet.
TRADE_STEMS = (
    "drone", "uav", "uas", "unmanned", "loitering", "kamikaze", "munition", "quadcopter", "drohne",
    "airframe", "autopilot", "warhead", "fuselage", "insansiz",
    *(fold(word) for word in ("БПЛА", "беспилотн", "безпілотн", "дрон", "боеприпас", "پهپاد",
                              "مسيرة", "مسيّرة", "سرنشین")),
)  # fmt: skip
TRADE_WORDS = frozenset(
    {"engine", "engines", *map(fold, ("двигатель", "двигателя", "двигатели", "двигун"))}
)
TRADE_PHRASES = tuple(fold(word) for word in ("无人机", "無人機", "بدون طیار", "بدون طيار"))
BESIDE = 6  # chosen: words between a bare name and the word of the trade, a short phrase
NEGATIONS = frozenset(
    {"not", "never", "no", "nor", "neither", fold("не"), fold("нет"), "nicht", "kein"}
)
HYPHENS = ("", *"-‐‑‒–—_.")
UNMANNED_AIRCRAFT = "8806"  # HS 2022 heading


class Naming(msgspec.Struct, frozen=True):
    """A model named in a text, and by which name; `denied`: the text says it is not for that."""

    model: UavModel
    name: str
    denied: bool


def find_models(inquiry: Inquiry) -> list[Finding]:
    """One finding for each text of the order and model that it names."""
    order = inquiry.deal.order
    found = [
        _finding(inquiry, f"$.lines[{i}].{field}", text, naming)
        for i, line in enumerate(order.lines)
        for field, text in _texts(line)
        for naming in models_in(text, inquiry.goods.model_index, says_drone=_says_drone(line))
    ]
    found += [
        _finding(inquiry, path, text, naming)
        for path, text in _about_the_deal(order)
        for naming in models_in(text, inquiry.goods.model_index)
    ]
    return found


def _about_the_deal(order: Order) -> Iterator[tuple[str, str]]:
    if order.end_use:
        yield "$.end_use", order.end_use
    for i, party in enumerate(order.parties):
        if party.line_of_business:
            yield f"$.parties[{i}].line_of_business", party.line_of_business


def models_in(text: str, models: ModelIndex, *, says_drone: bool = False) -> list[Naming]:
    """The models that a text names, each once.

    Args:
        text: free text in any script.
        models: those looked for.
        says_drone: something else in the line already says that it is a drone.
    """
    if not models.may_name(text):
        return []
    pieces = pieces_of(text)
    found = []
    for model, names in models.beginning_in(pieces):
        places = list(_places(pieces, names, says_drone))
        if places:
            # Герань-2 and Geran-2 are one name in two scripts: the one printed there is told.
            name, place = next((p for p in places if p[0] in text), places[0])
            found.append(Naming(model, name, _denied(pieces, place)))
    return found


def _places(
    pieces: tuple[Piece, ...], names: list[ModelName], says_drone: bool
) -> Iterator[tuple[str, int]]:
    for name in names:
        wanted = name.pieces
        for place in range(len(pieces) - len(wanted) + 1):
            if pieces[place].key != wanted[0].key or not _meets(pieces, place, wanted):
                continue
            doubtful = name.is_bare or _may_be_a_count(pieces, place, wanted)
            if not doubtful or says_drone or _trade_beside(pieces, place, len(wanted)):
                yield name.text, place


def _meets(pieces: tuple[Piece, ...], place: int, wanted: tuple[Piece, ...]) -> bool:
    """Do the pieces stand there as whole words?"""
    end = place + len(wanted)
    met = all(p.key == w.key for p, w in zip(pieces[place:end], wanted, strict=True))
    return met and _begins_word(pieces, place) and _ends_word(pieces, end)


def _begins_word(pieces: tuple[Piece, ...], place: int) -> bool:
    return place == 0 or pieces[place].gap != ""


def _ends_word(pieces: tuple[Piece, ...], end: int) -> bool:
    """A letter or two after a number are a variant of the model: Shahed-136B."""
    if end == len(pieces) or pieces[end].gap != "":
        return True
    return pieces[end - 1].key.isdigit() and len(pieces[end].key) <= 2


def _may_be_a_count(pieces: tuple[Piece, ...], place: int, wanted: tuple[Piece, ...]) -> bool:
    """Is the number one digit that no hyphen joins, where the name prints one?"""
    pairs = zip(pieces[place + 1 : place + len(wanted)], wanted[1:], strict=True)
    return any(
        w.key.isdigit() and len(w.key) == 1 and p.gap not in HYPHENS and not w.gap.isspace()
        for p, w in pairs
    )


def _trade_beside(pieces: tuple[Piece, ...], place: int, length: int) -> bool:
    before = pieces[max(0, place - BESIDE) : place]
    after = pieces[place + length : place + length + BESIDE]
    keys = [piece.key for piece in (*before, *after)]
    said = " ".join(keys)
    return any(key in TRADE_WORDS or key.startswith(TRADE_STEMS) for key in keys) or any(
        phrase in said or phrase.replace(" ", "") in said for phrase in TRADE_PHRASES
    )


def _denied(pieces: tuple[Piece, ...], place: int) -> bool:
    """Does the same sentence say *not* before the name?"""
    for i in range(place - 1, -1, -1):
        if pieces[i].key in NEGATIONS:
            return True
        if "." in pieces[i].gap:
            return False
    return False


def _texts(line: Line) -> Iterator[tuple[str, str]]:
    if line.part_number:
        yield "part_number", line.part_number
    if line.description:
        yield "description", line.description
    if line.manufacturer:
        yield "manufacturer", line.manufacturer
    if line.marking_request:
        yield "marking_request", line.marking_request


def _says_drone(line: Line) -> bool:
    return bool(line.hs and line.hs.startswith(UNMANNED_AIRCRAFT))


def _finding(inquiry: Inquiry, path: str, text: str, naming: Naming) -> Finding:
    model, heading = naming.model, inquiry.heading
    denied = " The text denies it." if naming.denied else ""
    words_only = (Ground.WORDS_ONLY,) if naming.denied else ()
    return Finding(
        screen=Screen.GOODS,
        kind=FindingKind.UAV_PART,
        path=path,
        subject=model.id,
        value=text,
        summary=(
            f"The text names {naming.name} ({model.id}), a {model.kind}.{denied} {heading.sentence}"
        ),
        grounds=(*heading.grounds, *words_only),
        score=1.0,
        features=(
            Feature("model_name", 1.0, f"{naming.name} stands in the text as whole words"),
            *heading.features,
        ),
        provisions=heading.citations,
        provenance=inquiry.provenance,
        verified=model.verified,
        basis=model.basis,
    )
