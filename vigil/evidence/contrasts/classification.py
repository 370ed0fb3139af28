"""How secret a document is said to be: declassified, classified, unclassified, leaked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vigil.evidence.contrasts.difference import Difference
from vigil.evidence.contrasts.side import Alignment, Side, Word
from vigil.evidence.contrasts.word_forms import listed
from vigil.evidence.page import Span

# Words of one line say the same; of two lines, something else.
CLASSES = {
    "declassified": "declassified declassify declassifies declassifying declassification"
    " downgraded unsealed",
    "classified": "classified secret confidential restricted classify sealed undisclosed"
    " unpublished",
    "unclassified": "unclassified public publicly-available open-source",
    "leaked": "leaked leak leaks leaking",
    "redacted": "redacted",
    "internal": "internal",
}
CLASS = {word: name for name, words in CLASSES.items() for word in words.split()}
MAY_CLASSIFY = re.compile(
    "(?i)classif|restricted|secret|confidential|downgraded|publi|leak|redacted|open-|sealed"
    "|undisclosed|internal"
)
# “public”, “secret” and “leak” are words of everyday: they count beside what can be secret.
EVERYDAY = frozenset(
    {
        "public",
        "restricted",
        "secret",
        "leak",
        "leaks",
        "leaked",
        "leaking",
        "confidential",
        "sealed",
        "unsealed",
        "undisclosed",
        "unpublished",
        "internal",
    }
)
PAPERS = frozenset(
    listed(
        """
        memorandum log ledger minutes transcript recording tape map plan drawings contract filing
        indictment audit study survey email emails message messages archive testimony manual
        blueprint protocol register statistics figures briefings notice studies information
        intelligence document documents file files report reports material materials assessment
        assessments memo memos cable cables record records paper papers imagery images data
        findings briefing evidence source sources details dossier intel finding note notes
        list lists inventory agreement paper decision order ruling judgment indictments audio
        video recordings telegram telegrams correspondence maps plans
        photographs photos footage summary annex letter letters version
        """
    )
)


def classes(words: list[Word]) -> list[tuple[Word, str]]:
    """The words of classification, each with its class."""
    found = []
    for i, word in enumerate(words):
        name = CLASS.get(word.low)
        if name is None:
            continue
        near = words[max(0, i - 6) : i + 7]
        if word.low in EVERYDAY and not any(w.low in PAPERS for w in near):
            continue
        found.append((word, name))
    return found


def _classes(side: Side) -> list[tuple[Word, str]]:
    """Of what is compared, else of its sentence."""
    at = side.told.statement.sentence
    if not MAY_CLASSIFY.search(side.told.page.text, at.start, at.end):
        return []
    return classes(side.words) or classes(side.around)


def _facing(
    sides: tuple[Side, Side], aligned: Alignment
) -> tuple[list[tuple[Word, str]], list[tuple[Word, str]]]:
    """Words of classification in the place of one another, whatever they stand beside."""
    for gap in aligned.gaps:
        found = [
            [(w, CLASS[w.low]) for w in s.words[first:end] if w.low in CLASS]
            for s, first, end in ((sides[0], *gap[:2]), (sides[1], *gap[2:]))
        ]
        if all(found):
            return found[0], found[1]
    return [], []


def find(sides: tuple[Side, Side], aligned: Alignment) -> Iterator[Difference]:
    """Another class on the other side; a sentence counts where its words say nothing."""
    left, right = (s.read(_classes) for s in sides)
    if not left or not right:
        left, right = _facing(sides, aligned)
    names_left, names_right = {n for _, n in left}, {n for _, n in right}
    only_left = [w for w, n in left if n not in names_right]
    only_right = [w for w, n in right if n not in names_left]
    if only_left and only_right:
        a, b = only_left[0], only_right[0]
        yield Difference(
            "classification",
            Span(a.start, a.end),
            Span(b.start, b.end),
            f"the information is called “{a.text}” by one side and “{b.text}” by the other",
            3,
        )
