"""Statements of several pages about the same thing, joined to claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from vigil.evidence.claim import Claim, Place
from vigil.evidence.link import Link
from vigil.evidence.origin import OriginGraph
from vigil.evidence.page import Page
from vigil.evidence.sources.bodies import bodies_of
from vigil.evidence.sources.whose_word import WhoseWord
from vigil.evidence.statement import Reading, Speaker
from vigil.evidence.tellings.claim_group import Group, Member
from vigil.evidence.tellings.contests import contests
from vigil.evidence.tellings.joining import join
from vigil.evidence.tellings.settling import settled_by
from vigil.evidence.tellings.telling import Weights, tellings_of

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


class _Story(NamedTuple):
    """What the claims of one story are made with."""

    pages: dict[str, Page]
    graph: OriginGraph
    word: WhoseWord
    weights: Weights


def _claims_of_story(
    pages: Sequence[Page],
    readings: Sequence[Reading],
    links: Sequence[Sequence[Link]],
    graph: OriginGraph,
    before: int,
) -> list[Claim]:
    tellings = tellings_of(pages, readings, links)
    weights = Weights(tellings)
    by_id = {page.id: page for page in pages}
    own = {c.id for c in graph.chains if not by_id.keys().isdisjoint(c.pages)}
    origins = [origin for origin in graph.origins if not own.isdisjoint(origin.chains)]
    story = _Story(by_id, graph, WhoseWord(bodies_of(readings), origins), weights)
    groups = join(tellings, weights)
    contested = contests(groups, story.pages, weights)
    names = [f"c{before + n + 1}" for n in range(len(groups))]
    return [
        _claim(name, group, story, tuple(names[m] for m in contested[n]))
        for n, (name, group) in enumerate(zip(names, groups, strict=True))
    ]


def _claim(name: str, group: Group, story: _Story, contested_by: tuple[str, ...]) -> Claim:
    order = {page: n for n, page in enumerate(story.pages)}
    members = sorted(group.members, key=lambda m: (order[m.telling.page], m.at))
    printed = Counter(m.keys for m in members)
    cited = max(members, key=lambda m: _worth_citing(m, printed, story.weights))
    statement = cited.telling.statement
    own = tuple(dict.fromkeys(m.telling.page for m in members))
    chains = tuple(c.id for c in story.graph.chains if not set(own).isdisjoint(c.pages))
    said = [m.telling.statement for m in (cited, *members)]
    speakers = tuple(dict.fromkeys(s.speaker for s in said if s.speaker is not None))
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
        origins=story.word.ids(speakers),
        contested_by=contested_by,
        omitted_by=tuple(page for page in story.pages if page not in own),
        settled_by=_settled_by(speakers, [cited, *members], story),
    )


def _settled_by(speakers: Sequence[Speaker], members: Sequence[Member], story: _Story) -> str:
    days = [page.day.day for page in story.pages.values() if page.day is not None]
    origins = [story.word.origin(speaker) for speaker in speakers]
    return settled_by(
        [(s, o.day if o else "") for s, o in zip(speakers, origins, strict=True)],
        [story.pages[m.telling.page].slice(m.telling.statement.sentence) for m in members],
        min(days, default=""),
    )


def _worth_citing(
    member: Member, printed: Counter[frozenset[str]], weights: Weights
) -> tuple[bool, int, int, float]:
    """Direct speech before all else, a sentence before a headline; then what most pages print,
    then the fullest.
    """
    statement = member.telling.statement
    return (
        not statement.headline,
        -_MODES.index(statement.mode),
        printed[member.keys],
        weights.sum(member.keys),
    )


def _holds(member: Member, at: int) -> bool:
    return member.at.start <= at < member.at.end
