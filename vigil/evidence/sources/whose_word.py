"""On whose word a claim of a story rests: an origin of the story, or somebody beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from vigil.evidence.origin import PrimaryOrigin
from vigil.evidence.page import Span
from vigil.evidence.sources.body_names import body_key
from vigil.evidence.statement import Speaker
from vigil.evidence.words.content import words_of

_ARTICLE = re.compile(r"^(?:the|an?)\s", re.IGNORECASE)


class WhoseWord:
    """The speakers of one story with its origins.

    Args:
        bodies: the key of the body of each speaker.
        origins: those on whose word a chain of the story rests.
    """

    def __init__(self, bodies: Mapping[Speaker, str], origins: Iterable[PrimaryOrigin]) -> None:
        self._bodies = bodies
        self._by_speaker: dict[str, PrimaryOrigin] = {}
        self._by_key: dict[str, PrimaryOrigin] = {}
        for origin in origins:
            self._by_speaker.setdefault(origin.speaker, origin)
            self._by_key.setdefault(origin.key, origin)

    def origin(self, speaker: Speaker | None) -> PrimaryOrigin | None:
        """The story's origin that a speaker is, with its day; `None` for anybody else."""
        if speaker is None:
            return None
        key = self._bodies.get(speaker, "")
        return self._by_key.get(key) or self._by_speaker.get(speaker.name)

    def ids(self, speakers: Iterable[Speaker]) -> tuple[str, ...]:
        """Ids of origins, each once, in order of the speakers; empty where nobody is named.

        Somebody on whose word the story as a whole does not rest (a denial, another paper) is an
        origin beside it, by name and without a day: `iran`, `politico`.
        """
        return tuple(dict.fromkeys(self._id(speaker) for speaker in speakers))

    def beside(self, told: Sequence[tuple[Speaker, str]]) -> dict[str, PrimaryOrigin]:
        """By id the speakers that are no origin of the story, with the chains that tell them.

        Args:
            told: each speaker that a chain names, with the chain's id.
        """
        chains: dict[str, set[str]] = {}
        names: dict[str, Speaker] = {}
        for speaker, chain in told:
            if self.origin(speaker) is None:
                ident = self._id(speaker)
                chains.setdefault(ident, set()).add(chain)
                held = names.get(ident)
                if held is None or _fullness(speaker) > _fullness(held):
                    names[ident] = speaker
        return {
            ident: PrimaryOrigin(
                ident,
                _ARTICLE.sub("", speaker.name),
                speaker.organisation,
                "",
                tuple(sorted(chains[ident])),
                "some of what is told rests on this word, the story does not",
                self._bodies.get(speaker, ""),
            )
            for ident, speaker in names.items()
        }

    def _id(self, speaker: Speaker) -> str:
        found = self.origin(speaker)
        return self._slug(speaker) if found is None else found.id

    def _slug(self, speaker: Speaker) -> str:
        """A state or several by their codes, whatever they are called; else the body or name."""
        keys = [w.key for w in words_of(speaker.name, Span(0, len(speaker.name)))]
        one_state = self._bodies.get(speaker, "").startswith("@")
        if all(key[0] == "@" for key in keys) and (len(keys) > 1 or one_state):
            return "-".join(sorted({key[1:].casefold() for key in keys}))
        name = _ARTICLE.sub("", (speaker.organisation or speaker.name).casefold())
        return re.sub(r"\W+", "-", name).strip("-") or body_key(name)


def _fullness(speaker: Speaker) -> tuple[bool, int, str]:
    return speaker.kind == "person", len(speaker.name), speaker.name
