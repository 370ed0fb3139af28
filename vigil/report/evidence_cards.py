"""Claims on cards and what their tellings do not agree on, for a terminal of ordinary width."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from vigil.evidence.cards import Card, Cited, Origin
from vigil.evidence.page import Page
from vigil.report.evidence_labels import Labels
from vigil.report.harmless import harmless

HOW = {
    "direct": "in quotation marks",
    "indirect": "in the page's words",
    "narrated": "without a speaker",
}
LONGEST = 300  # characters of one wording that are shown; chosen: four lines
SHOWN_TELLINGS = 6


def render_cards(cards: Sequence[Card], pages: Sequence[Page]) -> Group:
    """The cards one below the other, and a last line that counts them."""
    labels = Labels(pages)
    parts: list[RenderableType] = [*labels.legend(), Text()]
    for card in cards:
        parts.append(Text.assemble((card.id, "bold cyan"), "  ", (_quoted(card), "bold")))
        parts.append(Padding(_details(card, labels), (0, 0, 1, 4)))
    parts.append(Text(f"{counted(len(cards), 'claim')}. Offsets are into each page's raw text."))
    return Group(*parts)


def counted(number: int, thing: str) -> str:
    """`1 page`, `2 pages`, `2 stories`."""
    several = f"{thing[:-1]}ies" if thing.endswith("y") else f"{thing}s"
    return f"{number:,} {thing if number == 1 else several}"


def stands_on(card: Card) -> str:
    """How many pages, chains and primary origins carry the claim, and which origins."""
    origins = "; ".join(_origin(origin) for origin in card.origins)
    counts = (
        counted(card.pages, "page"),
        counted(card.chains, "chain"),
        counted(len(card.origins), "primary origin") if card.origins else "no origin named",
    )
    return f"{', '.join(counts)}{': ' if origins else ''}{origins}"


def _quoted(card: Card) -> str:
    text = harmless(card.cited.text, LONGEST)
    return f"“{text.rstrip(',')}”" if card.mode == "direct" else text


def _details(card: Card, labels: Labels) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for label, value in _rows(card, labels):
        table.add_row(label, value)
    return table


def _rows(card: Card, labels: Labels) -> Iterator[tuple[str, Text]]:
    yield "denied by" if card.denies else "said by", Text(harmless(_speaker(card)))
    if card.hedges:
        yield "how sure", Text(", ".join(map(harmless, card.hedges)))
    yield "stands on", Text(stands_on(card))
    for place, cited in enumerate(card.told[:SHOWN_TELLINGS]):
        yield "" if place else "told", _telling(cited, labels)
    if len(card.told) > SHOWN_TELLINGS:
        yield "", Text(f"and {len(card.told) - SHOWN_TELLINGS} more")
    for other in card.contested_by:
        verb = "denies" if other.denies else "says"
        who = f", {harmless(other.speaker)} {verb}" if other.speaker else ""
        words = f"{other.card}{who}: {harmless(other.text, 120)}"
        yield "contested", Text(words, style="yellow")
    if card.omitted_by:
        yield (
            "not told by",
            Text(", ".join(labels.short(harmless(name)) for name in card.omitted_by)),
        )
    for place, line in enumerate(card.differences):
        yield "" if place else "differs", Text(labels.short(harmless(line)), style="yellow")
    if card.names:
        names = ", ".join(f"{harmless(name.name)} ({name.id})" for name in card.names)
        yield "names", Text(names)
    yield "settled by", Text(harmless(card.settled_by))


def _speaker(card: Card) -> str:
    known = (card.speaker or "").casefold()
    role = f", {card.role}" if card.role and card.role.casefold() not in known else ""
    return f"{card.speaker}{role}, {HOW[card.mode]}" if card.speaker else "nobody: told as fact"


def _origin(origin: Origin) -> str:
    body = origin.organisation
    where = f" for {body}" if body and body != origin.speaker else ""
    return harmless(f"{origin.speaker}{where}{', ' if origin.day else ''}{origin.day}")


def _telling(cited: Cited, labels: Labels) -> Text:
    start, end = cited.at
    told = Text(f"{labels.of(cited.page)} {start}-{end}")
    return told.append(f"  {harmless(cited.text, 110)}", style="dim")
