"""Statements of several pages about the same thing, joined to claims."""

from __future__ import annotations

from collections.abc import Sequence

from vigil.evidence.claim import Claim, Place
from vigil.evidence.contests import contests
from vigil.evidence.joining import Group, Member, join
from vigil.evidence.link import Link
from vigil.evidence.origin import OriginGraph
from vigil.evidence.page import Page
from vigil.evidence.settling import settled_by
from vigil.evidence.statement import Reading
from vigil.evidence.telling import Weights, tellings_of

_MODES = ("direct", "indirect", "narrated")


def claims_of(
    pages: Sequence[Page],
    readings: Sequence[Reading],
    links: Sequence[Sequence[Link]],
    graph: OriginGraph,
) -> tuple[Claim, ...]:
    """All claims, story by story, in the order in which the fullest page of each tells them.

    Args:
        pages: the pages.
        readings: what each states, in the same order.
        links: what each names, in the same order; empty where nothing was looked for.
        graph: their stories, chains and origins. A page of no story is a story of its own.
    """
    at = {page.id: n for n, page in enumerate(pages)}
    stories = [tuple(p for p in story if p in at) for story in graph.stories]
    told = {page for story in stories for page in story}
    stories += [(page.id,) for page in pages if page.id not in told]
    claims: list[Claim] = []
    for story in stories:
        numbers = sorted(at[p] for p in story)
        claims += _claims_of_story(
            [pages[n] for n in numbers],
            [readings[n] for n in numbers],
            [links[n] for n in numbers],
            graph,
            len(claims),
        )
    return tuple(claims)


def _claims_of_story(
    pages: Sequence[Page],
    readings: Sequence[Reading],
    links: Sequence[Sequence[Link]],
    graph: OriginGraph,
    before: int,
) -> list[Claim]:
    tellings = tellings_of(pages, readings, links)
    weights = Weights(tellings)
    groups = join(tellings, weights)
    by_id = {page.id: page for page in pages}
    contested = contests(groups, by_id, weights)
    names = [f"c{before + n + 1}" for n in range(len(groups))]
    return [
        _claim(name, group, by_id, graph, weights, tuple(names[m] for m in contested[n]))
        for n, (name, group) in enumerate(zip(names, groups, strict=True))
    ]


def _claim(
    name: str,
    group: Group,
    pages: dict[str, Page],
    graph: OriginGraph,
    weights: Weights,
    contested_by: tuple[str, ...],
) -> Claim:
    order = {page: n for n, page in enumerate(pages)}
    members = sorted(group.members, key=lambda m: (order[m.telling.page], m.at))
    cited = max(members, key=lambda m: _worth_citing(m, weights))
    statement = cited.telling.statement
    own = tuple(dict.fromkeys(m.telling.page for m in members))
    chains = tuple(c.id for c in graph.chains if not set(own).isdisjoint(c.pages))
    days = [p.day.day for p in pages.values() if p.day is not None and p.id in own]
    cited_first = [cited, *(m for m in members if m is not cited)]
    return Claim(
        id=name,
        text=Place(cited.telling.page, cited.at),
        statements=tuple(Place(m.telling.page, m.at) for m in members),
        speaker=statement.speaker.name if statement.speaker else None,
        role=statement.speaker.role if statement.speaker else None,
        mode=statement.mode,
        hedges=tuple(dict.fromkeys(h.words for h in statement.hedges if _holds(cited, h.at.start))),
        pages=own,
        chains=chains,
        origins=tuple(o.id for o in graph.origins if not set(chains).isdisjoint(o.chains)),
        contested_by=contested_by,
        omitted_by=tuple(page for page in pages if page not in own),
        settled_by=settled_by(
            [m.telling.statement for m in cited_first],
            [pages[m.telling.page].slice(m.telling.statement.sentence) for m in cited_first],
            min(days, default=""),
        ),
    )


def _worth_citing(member: Member, weights: Weights) -> tuple[bool, int, float]:
    """Direct speech before all else, a sentence before a headline, then the fullest."""
    statement = member.telling.statement
    return (
        not statement.headline,
        -_MODES.index(statement.mode),
        weights.sum(member.keys),
    )


def _holds(member: Member, at: int) -> bool:
    return member.at.start <= at < member.at.end
