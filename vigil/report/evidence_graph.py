"""Where reports come from: a line a page, with its chain and the primary origins behind it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import msgspec
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from vigil.evidence.origin import OriginGraph
from vigil.evidence.room import Room
from vigil.report.evidence_cards import counted
from vigil.report.evidence_labels import Labels
from vigil.report.harmless import harmless

AGENCY = "agency:"
COMES = {
    "copy_of": "copy of",
    "earlier_version_of": "earlier version of",
    "paraphrase_of": "paraphrase of",
    "credits": "credits",
    "states": "own writing from",
}


class Line(msgspec.Struct, frozen=True):
    """A page in the graph. `comes_from` are short sentences, each with whether the page says so."""

    page: str
    name: str
    day: str
    comes_from: tuple[tuple[str, bool], ...]
    chain: str
    head: str  # the chain's head as people call it
    origins: tuple[str, ...]
    story: int


def lines(room: Room) -> tuple[Line, ...]:
    """A line for each page, by story, chain and name; a page in two chains has two."""
    graph = room.graph
    found = [
        Line(
            page=page,
            name=room.page_by_id[page].name,
            day=day.day if (day := room.page_by_id[page].day) else "",
            comes_from=tuple(dict.fromkeys(_edges(room, page))),
            chain=chain.id,
            head=_label(room, chain.head),
            origins=tuple(origins_of(graph, chain.id)),
            story=room.story_by_page[page],
        )
        for chain in graph.chains
        for page in chain.pages
    ]
    return tuple(sorted(found, key=lambda line: (line.story, line.chain, line.name, line.page)))


def origins_of(graph: OriginGraph, chain: str) -> Iterator[str]:
    """The primary origins behind a chain, as people call them."""
    for origin in graph.origins:
        if chain in origin.chains:
            body = origin.organisation
            whose = f" ({body})" if body and body != origin.speaker else ""
            yield f"{origin.speaker}{whose}{', ' if origin.day else ''}{origin.day}"


def render_graph(room: Room) -> Group:
    """A table for each story under the counts that matter."""
    labels = Labels(room.pages)
    every = lines(room)
    wide = max((len(labels.of(page.id)) for page in room.pages), default=0)
    parts: list[RenderableType] = [*labels.legend()]
    for story, counts in enumerate(_counts(room.graph), 1):
        parts += [Text(), Text(counts, style="bold")]
        parts.append(_table([line for line in every if line.story == story], labels, wide))
    parts += [Text(), Text(_sum(room.graph))]
    return Group(*parts)


def _table(rows: list[Line], labels: Labels, wide: int) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim", expand=True)
    table.add_column("page", width=max(wide, len("page")))
    for column, ratio in (("comes from", 4), ("chain", 3), ("primary origin", 5)):
        table.add_column(column, overflow="fold", ratio=ratio)
    chain = None
    for line in rows:
        new_chain, chain = line.chain != chain, line.chain
        table.add_row(
            Text(labels.of(line.page)),
            _came(line, labels),
            Text(labels.short(harmless(line.head)) if new_chain else ""),
            Text(harmless("; ".join(line.origins) or "nobody is named") if new_chain else ""),
        )
    return table


def _came(line: Line, labels: Labels) -> Text:
    told = Text()
    for words, credited in line.comes_from:
        told.append("\n" if told else "").append(labels.short(harmless(words)))
        if not credited:
            told.append(", not credited", style="yellow")
    return told or Text("own writing")


def _counts(graph: OriginGraph) -> Iterator[str]:
    for place, story in enumerate(graph.stories, 1):
        chains = [chain for chain in graph.chains if set(chain.pages) & set(story)]
        ids = {chain.id for chain in chains}
        origins = [origin for origin in graph.origins if ids & set(origin.chains)]
        yield (
            f"Story {place}: {counted(len(story), 'page')}, {counted(len(chains), 'chain')}, "
            f"{counted(len(origins), 'primary origin')}"
        )


def _sum(graph: OriginGraph) -> str:
    stories = f"{counted(len(graph.stories), 'story')}: " if len(graph.stories) > 1 else ""
    return (
        f"{stories}{counted(len(graph.pages), 'page')}, {counted(len(graph.chains), 'chain')}, "
        f"{counted(len(graph.origins), 'primary origin')}."
    )


def _edges(room: Room, page: str) -> Iterator[tuple[str, bool]]:
    for edge in room.graph.edges:
        if edge.page == page and edge.relation != "states":
            takes = edge.relation == "credits" and edge.source in room.page_by_id
            words = "takes from" if takes else COMES[edge.relation]
            yield f"{words} {_label(room, edge.source)}", edge.credited


def _label(room: Room, source: str) -> str:
    """A page's name; an agency as most pages print it."""
    if source.startswith(AGENCY):
        agency = source.removeprefix(AGENCY)
        printed = Counter(credit.name for credit in room.graph.credits if credit.agency == agency)
        return min(printed, key=lambda name: (-printed[name], len(name), name), default=agency)
    return room.page_by_id[source].name if source in room.page_by_id else source


def graph_fields(room: Room) -> dict[str, object]:
    """The graph as plain JSON values, pages with their names."""
    fields: dict[str, object] = msgspec.to_builtins(room.graph)
    fields["names"] = {page: room.page_by_id[page].name for page in room.graph.pages}
    return fields
