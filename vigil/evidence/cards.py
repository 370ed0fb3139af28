"""A claim on a card: what is said, by whom and how surely, and on how many legs it stands.

A card holds everything needed to cite the claim and to find it again: the words themselves, with
the page's hash and the offsets into its raw text.
"""

from __future__ import annotations

import msgspec

from vigil.evidence.claim import Claim, Discrepancy, Place
from vigil.evidence.link import Link
from vigil.evidence.origin import PrimaryOrigin
from vigil.evidence.page import Span
from vigil.evidence.room import Room


class Cited(msgspec.Struct, frozen=True):
    """Words of a page: `at` are offsets into its raw text, in code points, half-open.

    `day` is the page's best date, "" where it has none that can be believed.
    """

    page: str
    name: str
    day: str
    at: tuple[int, int]
    text: str
    publisher: str | None = None
    url: str | None = None


class Origin(msgspec.Struct, frozen=True):
    """A primary origin as a card names it."""

    id: str
    speaker: str
    organisation: str | None
    day: str


class Named(msgspec.Struct, frozen=True):
    """Something of the world that the claim names."""

    kind: str
    id: str
    name: str
    how: str
    score: float


class Opposed(msgspec.Struct, frozen=True):
    """A claim that denies or contradicts this one; `denies`: its text is what is denied."""

    card: str
    speaker: str | None
    text: str
    denies: bool = False


class Card(msgspec.Struct, frozen=True):
    """One claim. `pages`, `chains` and `origins` are counted apart: five pages may be one origin.

    `cited` is the wording to cite, `told` every wording; `omitted_by` are names of pages of the
    same story that do not tell it; `differences` what the tellings do not agree on.
    """

    id: str
    story: int
    cited: Cited
    speaker: str | None
    role: str | None
    mode: str
    hedges: tuple[str, ...]
    pages: int
    chains: int
    origins: tuple[Origin, ...]
    told: tuple[Cited, ...]
    contested_by: tuple[Opposed, ...]
    omitted_by: tuple[str, ...]
    differences: tuple[str, ...]
    names: tuple[Named, ...]
    settled_by: str
    denies: bool = False  # the speaker says that the text is not so


def cards(room: Room) -> tuple[Card, ...]:
    """A card for each claim of the room, in its order: story by story, as the stories tell it."""
    claims = {claim.id: claim for claim in room.claims}
    differences: dict[str, list[str]] = {}
    for difference in room.discrepancies:
        if difference.claim is not None:
            differences.setdefault(difference.claim, []).append(difference.summary)
    return tuple(
        _card(room, claim, claims, tuple(differences.get(claim.id, ()))) for claim in room.claims
    )


def says(card: Card, words: str) -> bool:
    """Does a telling of the claim, its speaker, a difference or a name on it hold these words?

    Upper and lower case are the same; a world's id counts as well (`us_ofac_sdn:39637`).
    """
    wanted = words.casefold()
    told = (cited.text for cited in card.told)
    named = (text for name in card.names for text in (name.id, name.name))
    texts = (card.speaker or "", card.role or "", *told, *named, *card.differences)
    return any(wanted in text.casefold() for text in texts)


def cite(room: Room, place: Place) -> Cited:
    """The words at a place, with what is needed to find them again."""
    page = room.page_by_id[place.page]
    raw = page.raw_span(place.at)
    day = page.day
    return Cited(
        page=page.id,
        name=page.name,
        day=day.day if day else "",
        at=(raw.start, raw.end),
        text=page.slice(place.at),
        publisher=page.publisher,
        url=page.url,
    )


def sides(room: Room, difference: Discrepancy) -> tuple[tuple[Cited, ...], tuple[Cited, ...]]:
    """Both sides of a difference, word for word."""
    left = tuple(cite(room, place) for place in difference.left)
    return left, tuple(cite(room, place) for place in difference.right)


def _card(room: Room, claim: Claim, claims: dict[str, Claim], differences: tuple[str, ...]) -> Card:
    graph = room.graph
    origins = {origin.id: origin for origin in (*graph.beside, *graph.origins)}
    return Card(
        id=claim.id,
        story=room.story_by_page[claim.pages[0]],
        cited=cite(room, claim.text),
        speaker=claim.speaker,
        role=claim.role,
        mode=claim.mode,
        hedges=claim.hedges,
        pages=len(claim.pages),
        chains=len(claim.chains),
        origins=tuple(_origin(origins[name]) for name in claim.origins),
        told=tuple(cite(room, place) for place in claim.statements),
        contested_by=tuple(_opposed(room, claims[other]) for other in claim.contested_by),
        omitted_by=tuple(room.page_by_id[page].name for page in claim.omitted_by),
        differences=differences,
        names=_names(room, claim),
        settled_by=claim.settled_by,
        denies=room.is_denial(claim.text),
    )


def _origin(found: PrimaryOrigin) -> Origin:
    return Origin(found.id, found.speaker, found.organisation, found.day)


def _opposed(room: Room, claim: Claim) -> Opposed:
    text = room.page_by_id[claim.text.page].slice(claim.text.at)
    return Opposed(claim.id, claim.speaker, text, room.is_denial(claim.text))


def _names(room: Room, claim: Claim) -> tuple[Named, ...]:
    found = {
        (link.kind, link.id): Named(link.kind, link.id, link.name, link.how, link.score)
        for place in claim.statements
        for link in links_within(room.links_by_page[place.page], place.at)
    }
    return tuple(found[key] for key in sorted(found))


def links_within(links: tuple[Link, ...], at: Span) -> tuple[Link, ...]:
    """The links that lie inside a span."""
    return tuple(link for link in links if at.start <= link.at.start and link.at.end <= at.end)
