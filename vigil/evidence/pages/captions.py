"""Lines below or above a picture, known by their opening or by whose picture it is.

Written for Vigil from general knowledge of English news pages.
"""

from __future__ import annotations

import re

from vigil.evidence.pages.paragraphs import ends_sentence
from vigil.evidence.sources.agencies import AGENCIES

LONGEST = 900
_FILE = re.compile(r"FILE PHOTO\b|FILE [-–—] ")
_COUNT = re.compile(r"[\[(]?\d{1,3} ?(?:/|of) ?\d{1,3}[\])]?[ :.]?\s*[A-Z]")
# "Jon Hale/Lun Tribune": who took it and for whom.
_TAKEN_BY = re.compile(
    r"[A-ZÀ-Þ][\w.'’-]+ [A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]+)? ?/ ?[A-ZÀ-Þ][\w.'’-]+"
    r"(?: [A-ZÀ-Þ][\w.'’-]+){0,3}"
)
_OPENS = re.compile(
    r"(?:FILE(?: PHOTO)?|File(?: photo| picture| image)?|Pictured|PHOTO|Caption)\s*[-–—:]\s|"
    r"(?:(?:In )?(?:this|a|an)\b.{0,40}|an? )(?:image|photo|photograph|picture|screengrab|"
    r"screenshot|handout|video grab|frame grab|illustration|graphic|still)\b",
    re.IGNORECASE,
)
_SHOWS = re.compile(
    r"\b(?:provided|released|taken|made|obtained|supplied|shows|showing|dated|handout|distributed|"
    r"published)\b",
    re.IGNORECASE,
)
_AGENCY = "|".join(sorted((re.escape(a) for a in AGENCIES), key=len, reverse=True))
# Whose picture it is, at the end; apart by what each must hold, as the agencies are slow to try. An
# agency alone in brackets signs a report as well as a picture, and says nothing.
_BY_WORD = re.compile(
    rf"(?:\bvia (?:the )?(?:{_AGENCY})|"
    r"\b(?:photo|image|picture|photograph|photos|images|credit|source|graphic|illustration|"
    r"pic|courtesy)s?\s*(?::|by\b|courtesy of\b)\s*(?-i:[A-Z])[^.!?]{1,80}|"
    r"\bcourtesy of [^.!?]{2,80}|"
    r"\b(?:ap|file|handout|stock|courtesy|pool|reuters|afp) (?:photo|image|picture)s?|"
    r"getty images|shutterstock|istock|alamy|unsplash|wikimedia commons)[.)\]]?$",
    re.IGNORECASE,
)
_BY_SLASH = re.compile(
    rf"(?:\b(?:{_AGENCY})(?: photo| images?)?\s?/ ?[\w .,'’&/-]{{2,60}}|"
    rf"[/|] ?(?:{_AGENCY})(?: photo| images?)?|/ ?handout)[.)\]]?$",
    re.IGNORECASE,
)
_BY_DASH = re.compile(rf"[–—-] ?(?:{_AGENCY})(?: photo| images?)?[.)\]]?$", re.IGNORECASE)
_IN_BRACKETS = re.compile(
    rf"[(\[](?:[^()\[\]]{{0,60}}[,/|] ?(?:{_AGENCY})|handout|file|courtesy [^()]{{0,60}}|"
    rf"(?-i:[A-ZÀ-Þ][\w.'’-]+ [A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]+)?) ?/ ?(?-i:[A-ZÀ-Þ])"
    rf"[\w .]{{1,30}})[)\]]\.?$",
    re.IGNORECASE,
)
_WORDS = re.compile(
    r"via|photo|image|pic|credit|source|graphic|illustr|courtesy|stock|getty|alamy|unsplash|wikimedia"
)


def _is_credited(tail: str) -> bool:
    """Whether the end of a line says whose picture it is."""
    folded = tail.casefold()
    if _WORDS.search(folded) and _BY_WORD.search(tail):
        return True
    if ("/" in tail or "|" in tail) and _BY_SLASH.search(tail):
        return True
    if tail[-1] in ").]" and ("(" in tail or "[" in tail) and _IN_BRACKETS.search(tail):
        return True
    return not ends_sentence(tail) and _BY_DASH.search(tail[-40:]) is not None


def is_caption(line: str) -> bool:
    """Whether a line tells what a picture shows and whose it is.

    Either is not enough for a sentence: "this image shows" may be the report's own, and so may
    words in brackets. An opening with a count, `[1/3]`, is.
    """
    if len(line) > LONGEST:
        return False
    if _TAKEN_BY.fullmatch(line) or _COUNT.match(line) or _FILE.match(line):
        return True
    if not _is_credited(line[-120:]):
        return False
    opens = _OPENS.match(line)
    return len(line.split()) <= 60 or (opens is not None and _SHOWS.search(line) is not None)
