"""What official text would settle a claim, from what its pages name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vigil.evidence.statement import Statement

NONE_KNOWN = "none known"
# Papers that an office publishes, or that a court or a body keeps.
_PAPERS = (
    "advisory alert guidance resolution indictment complaint affidavit judgment ruling verdict "
    "communiqué communique declaration treaty agreement decree directive regulation order "
    "report transcript filing licence license notice letter memorandum contract imagery "
    "photograph video designation statement"
)
_PAPER = re.compile(
    r"\b(?:(?:new|joint|formal|written|official|annual|interim|final|court|"
    r"U\.S\.|U\.N\.|UN|EU|US|"
    r"Security Council|sanctions|export|federal|criminal|[12]\d{3}|satellite)\s+){0,4}"
    r"(?:" + _PAPERS.replace(" ", "|") + r")s?\b",
    re.IGNORECASE,
)
OFFICIAL = ("person", "body")


def settled_by(statements: Sequence[Statement], words: Sequence[str], day: str) -> str:
    """One phrase: the speaker's own words of that day and the papers that are named.

    Args:
        statements: what is told, the one to cite first.
        words: the sentences in which they stand, in the same order.
        day: ISO day of the story, "" where it is not known.
    """
    named = [_own_words(s, day) for s in statements]
    papers = [_paper(text) for text in words]
    known = dict.fromkeys(p for p in (*named[:1], *papers, *named[1:]) if p)
    # One speaker under two names ("Kirby", "the White House") is cited once.
    own = [p for p in known if p in named][:1]
    return "; ".join([*own, *(p for p in known if p not in named)][:3]) or NONE_KNOWN


def _own_words(statement: Statement, day: str) -> str:
    speaker = statement.speaker
    if speaker is None or speaker.kind not in OFFICIAL:
        return ""
    who = speaker.name
    if speaker.organisation and speaker.organisation.casefold() not in who.casefold():
        who = f"{who} ({speaker.organisation})"
    return f"the statement of {who}" + (f" of {day}" if day else ", day not known")


def _paper(text: str) -> str:
    found = _PAPER.search(text)
    if found is None or found.group().casefold() in ("statement", "statements", "order", "orders"):
        return ""
    return "the " + " ".join(found.group().split())
