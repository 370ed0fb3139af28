"""One report as it was read: what was kept, what was dropped and why, dates, speakers, names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from vigil.evidence.link import Link
from vigil.evidence.page import Page, Span
from vigil.evidence.statement import Quotation, Reading, Speaker, Statement
from vigil.report.evidence_cards import counted
from vigil.report.harmless import harmless

LONGEST = 160  # characters of one text that are shown


class PageSummary(msgspec.Struct, frozen=True):
    """A page on one line: `day` is its best date; `marks` are what a reader must know."""

    page: str
    name: str
    form: str
    day: str
    kept: int  # blocks
    dropped: int
    marks: tuple[str, ...]


def page_summary(page: Page) -> PageSummary:
    """What adding a page prints."""
    day = page.day
    return PageSummary(
        page=page.id,
        name=page.name,
        form=page.form,
        day=day.day if day else "",
        kept=len(page.kept),
        dropped=len(page.blocks) - len(page.kept),
        marks=tuple(f"{mark.kind}: {mark.why}" for mark in page.marks),
    )


def render_summaries(summaries: Sequence[PageSummary]) -> Group:
    """A line a page, its marks below."""
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for column in ("page", "name", "day", "kept", "dropped"):
        table.add_column(column, overflow="fold", justify="left")
    for one in summaries:
        name = Text(harmless(one.name))
        for mark in one.marks:
            name.append(f"\n{harmless(mark, LONGEST)}", style="yellow")
        table.add_row(one.page[:12], name, one.day or "none", str(one.kept), str(one.dropped))
    return Group(table, Text(f"{counted(len(summaries), 'page')}; kept and dropped are blocks."))


def page_fields(page: Page, reading: Reading, links: Sequence[Link]) -> dict[str, object]:
    """The page as plain JSON values; every span is offsets into the raw text."""
    return {
        "page": page.id,
        "name": page.name,
        "publisher": page.publisher,
        "url": page.url,
        "form": page.form,
        "encoding": page.encoding,
        "day": page.day.day if page.day else "",
        "blocks": [
            {"at": _raw(page, b.at), "kind": b.kind, "kept": b.kept, "why": b.why,
             "text": page.slice(b.at)}
            for b in page.blocks
        ],
        "dates": [{**msgspec.to_builtins(d), "at": _raw(page, d.at)} for d in page.dates],
        "marks": [{**msgspec.to_builtins(m), "at": _raw(page, m.at)} for m in page.marks],
        "quotations": [_quotation_fields(page, q) for q in reading.quotations],
        "statements": [_statement_fields(page, s) for s in reading.statements],
        "links": [
            {**msgspec.to_builtins(link), "at": _raw(page, link.at), "text": page.slice(link.at)}
            for link in links
        ],
    }  # fmt: skip


def render_page(page: Page, reading: Reading, links: Sequence[Link]) -> Group:
    """The page part by part."""
    parts: list[RenderableType] = [Text(harmless(page.name), style="bold"), *_head(page)]
    for heading, rows in (
        ("Dates", list(_dates(page))),
        ("Blocks", list(_blocks(page))),
        ("Quotations", list(_quotations(page, reading))),
        ("Names", list(_names(page, links))),
    ):
        parts.append(Text(f"\n{heading}: {len(rows)}", style="bold"))
        parts.append(Padding(_table(rows), (0, 0, 0, 1)))
    parts.append(Text("\nNumbers beside quotations are offsets into the page's raw text.", "dim"))
    return Group(*parts)


def _head(page: Page) -> Iterator[Text]:
    yield Text(f"sha256 {page.id}", style="dim")
    yield Text(f"{page.form}, {page.encoding}, {len(page.raw):,} characters", style="dim")
    for mark in page.marks:
        yield Text(f"{mark.kind.replace('_', ' ')}: {harmless(mark.why)}", style="yellow")


def _dates(page: Page) -> Iterator[tuple[str, Text]]:
    for found in page.dates:
        told = Text(f"{found.day or 'no day'}, trust {found.trust}")
        if found.at is not None:
            told.append(f"  “{harmless(page.slice(found.at), 60)}”", style="dim")
        told.append(f"  {harmless(found.why, LONGEST)}", style="dim")
        yield found.kind.replace("_", " "), told


def _blocks(page: Page) -> Iterator[tuple[str, Text]]:
    for block in page.blocks:
        told = Text(harmless(page.slice(block.at), LONGEST), style="" if block.kept else "dim")
        if block.why:
            told.append(f"\n{harmless(block.why)}", style="yellow")
        yield block.kind.replace("_", " "), told


def _quotations(page: Page, reading: Reading) -> Iterator[tuple[str, Text]]:
    for found in reading.quotations:
        who = "no speech" if found.title else _who(found.speaker)
        told = Text(harmless(who), style="cyan")
        yield (
            _at(page.raw_span(found.at)),
            told.append(f"  “{harmless(page.slice(found.at), LONGEST)}”", ""),
        )


def _names(page: Page, links: Sequence[Link]) -> Iterator[tuple[str, Text]]:
    seen: dict[tuple[str, str], list[Link]] = {}
    for link in links:
        seen.setdefault((link.kind, link.id), []).append(link)
    for (kind, ident), found in sorted(seen.items()):
        words = ", ".join(sorted({harmless(page.slice(link.at)) for link in found}))
        name = ident if kind == "country" else f"{harmless(found[0].name)}  {ident}"
        hows = ", ".join(sorted({link.how.replace("_", " ") for link in found} - {"name"}))
        told = Text(f"{name}{f', {hows}' if hows else ''}")
        yield kind, told.append(f"  {len(found)} × {words}", style="dim")


def _table(rows: Sequence[tuple[str, Text]]) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim", max_width=16)
    table.add_column(overflow="fold")
    for label, told in rows:
        table.add_row(label, told)
    return table


def _who(speaker: Speaker | None) -> str:
    if speaker is None:
        return "no speaker found"
    return f"{speaker.name}{f', {speaker.role}' if speaker.role else ''}"


def _at(at: Span) -> str:
    return f"{at.start}-{at.end}"


def _raw(page: Page, at: Span | None) -> Span | None:
    return None if at is None else page.raw_span(at)


def _speaker_fields(page: Page, speaker: Speaker | None) -> dict[str, object] | None:
    if speaker is None:
        return None
    return {**msgspec.to_builtins(speaker), "words": _raw(page, speaker.words)}


def _quotation_fields(page: Page, found: Quotation) -> dict[str, object]:
    return {
        "at": _raw(page, found.at),
        "text": page.slice(found.at),
        "speaker": _speaker_fields(page, found.speaker),
        "cue": _raw(page, found.cue),
        "via": [_speaker_fields(page, speaker) for speaker in found.via],
        "title": found.title,
    }


def _statement_fields(page: Page, found: Statement) -> dict[str, object]:
    return {
        "at": _raw(page, found.at),
        "text": page.slice(found.at),
        "mode": found.mode,
        "speaker": _speaker_fields(page, found.speaker),
        "cue": _raw(page, found.cue),
        "via": [_speaker_fields(page, speaker) for speaker in found.via],
        "hedges": [{**msgspec.to_builtins(h), "at": _raw(page, h.at)} for h in found.hedges],
        "negated": found.negated,
        "denial": found.denial,
        "admission": found.admission,
        "concern": found.concern,
        "headline": found.headline,
    }
