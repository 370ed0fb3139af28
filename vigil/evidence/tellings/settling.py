"""What official text would settle a claim, from what its pages name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vigil.evidence.statement import Speaker

NONE_KNOWN = "none known"
NAMED = 3  # texts that are named at most
# Papers that an office publishes, or that a court or a body keeps.
_PAPERS = (
    "advisory alert guidance resolution indictment complaint affidavit judgment ruling verdict "
    "communiqué communique declaration treaty agreement decree directive regulation transcript "
    "filing licence license notice letter memorandum contract imagery designation report order"
)
_PAPER = re.compile(
    r"\b(?:(?:new|joint|formal|written|official|annual|interim|final|court|"
    r"U\.S\.|U\.N\.|UN|EU|US|"
    r"Security Council|sanctions|export|federal|criminal|[12]\d{3}|satellite)\s?){0,4}"
    r"(?:" + _PAPERS.replace(" ", "|") + r")s?\b",
    re.IGNORECASE,
)
# Everyday words too: a paper only with a word before it that says which.
_ONLY_NAMED = ("order", "report", "letter", "notice", "filing")


def settled_by(speakers: Sequence[tuple[Speaker, str]], sentences: Sequence[str], day: str) -> str:
    """One phrase: the speakers' own words and the papers that are named; "none known" without.

    Args:
        speakers: who says it, the one to cite first, each with the ISO day on which he said it, ""
            where it is not known.
        sentences: the sentences in which it is told, in the same order.
        day: ISO day of the first page that reports it, "" where it is not known.
    """
    own: list[str] = []
    for speaker, said in speakers:
        if speaker.kind in ("person", "body") and not _PAPER.search(speaker.name):
            own.append(_own_words(speaker, said, day))
    found = [m.group() for text in sentences for m in _PAPER.finditer(text)]
    papers = [
        "the " + " ".join(p.split()) for p in found if " " in p or _noun(p) not in _ONLY_NAMED
    ]
    fullest = sorted(dict.fromkeys(papers), key=lambda p: -len(p))
    kept = [p for n, p in enumerate(fullest) if not any(_same(p, other) for other in fullest[:n])]
    return "; ".join([*own[:1], *kept][:NAMED]) or NONE_KNOWN


def _own_words(speaker: Speaker, said: str, day: str) -> str:
    who = re.sub(r"^(?:The|An?|One)\b", lambda m: m.group().lower(), speaker.name)
    if speaker.kind == "person" and speaker.organisation:
        who = f"{who} ({speaker.organisation})"
    if said:
        return f"the statement of {who} of {said}"
    return f"the statement of {who}, " + (f"reported on {day}" if day else "day not known")


def _noun(paper: str) -> str:
    """The last word, one of it."""
    return re.split(r"[\s.]", paper)[-1].removesuffix("s").casefold()


def _same(one: str, other: str) -> bool:
    """Whether two names are of one sort of paper."""
    return _noun(one) == _noun(other)
