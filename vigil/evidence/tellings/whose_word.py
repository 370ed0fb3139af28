"""On whose word a claim rests: the primary origins of its speakers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from vigil.evidence.origin import OriginGraph, PrimaryOrigin
from vigil.evidence.page import Span
from vigil.evidence.sources.bodies import body_key
from vigil.evidence.statement import Speaker
from vigil.evidence.words.content import words_of


def origins_of(
    speakers: Iterable[Speaker], bodies: Mapping[Speaker, str], graph: OriginGraph
) -> tuple[str, ...]:
    """Ids of origins, each once, in order of the speakers; empty where nobody is named.

    A speaker on whose word the story as a whole does not rest (a denial, another paper) is an
    origin of his own, by name and without a day: `iran`, `politico`.
    """
    return tuple(dict.fromkeys(_origin(s, bodies, graph) for s in speakers))


def origin_of(
    speaker: Speaker | None, bodies: Mapping[Speaker, str], graph: OriginGraph
) -> PrimaryOrigin | None:
    """The story's origin that a speaker is, with its day."""
    if speaker is None:
        return None
    key = bodies.get(speaker, "")
    for origin in graph.origins:
        if origin.speaker == speaker.name:
            return origin
        if key and key == body_key(origin.organisation or origin.speaker):
            return origin
    return None


def _origin(speaker: Speaker, bodies: Mapping[Speaker, str], graph: OriginGraph) -> str:
    origin = origin_of(speaker, bodies, graph)
    return _slug(speaker, bodies) if origin is None else origin.id


def _slug(speaker: Speaker, bodies: Mapping[Speaker, str]) -> str:
    """A state or several by their codes, whatever they are called; else the body or the name."""
    keys = [w.key for w in words_of(speaker.name, Span(0, len(speaker.name)))]
    one_state = bodies.get(speaker, "").startswith("@")
    if all(key[0] == "@" for key in keys) and (len(keys) > 1 or one_state):
        return "-".join(sorted({key[1:].casefold() for key in keys}))
    name = re.sub(r"^(?:the|an?)\s", "", (speaker.organisation or speaker.name).casefold())
    return re.sub(r"\W+", "-", name).strip("-")
