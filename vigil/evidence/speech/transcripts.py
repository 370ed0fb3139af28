"""Who speaks in a transcript: `Q: …`, `MR. LEE: …`, a name in capitals before a colon.

`A:` is whom the page named last before its transcript, where it names anybody. A label counts
where labels of its kind stand at least three times on the page and one of them comes back; a
single `UPDATE:` or `PHOTO:` is none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from vigil.evidence.page import Span

ASKED = frozenset({"A", "ANSWER", "Answer"})
ASKING = frozenset({"Q", "QUESTION", "Question", "REPORTER", "Reporter", "Interviewer"})
_LABEL = re.compile(
    r"(?:Question|Answer|Reporter|Interviewer)(?=:\s)"
    r"|(?:[A-Z][A-Z.'’-]*[ ]){0,5}[A-Z][A-Z.'’-]*(?=:\s)"
)
_NO_SPEAKERS = re.compile(
    r"(?:UPDATE|PHOTO|VIDEO|WATCH|READ|NOTE|SOURCE|BREAKING|CORRECTION|EDITOR|LIVE|MORE|ALSO|IMAGE"
    r"|FILE|CREDIT|CAPTION|ANALYSIS|OPINION|EXPLAINER|RELATED|DATE|TIME|PLACE|SUBJECT|TO|FROM)\b"
)
_FEWEST = 3  # labels of a page that make it a transcript (chosen)


def labels(text: str, paragraphs: Sequence[Span]) -> dict[int, Span]:
    """Where the label stands that begins a paragraph, by the paragraph's place in the list."""
    found: dict[int, Span] = {}
    for number, at in enumerate(paragraphs):
        label = _LABEL.match(text, at.start, min(at.end, at.start + 60))
        if label is not None and _NO_SPEAKERS.match(label.group()) is None:
            found[number] = Span(*label.span())
    times = Counter(text[a:b] for a, b in found.values())
    if len(found) < _FEWEST or max(times.values()) < 2:
        return {}
    return found
