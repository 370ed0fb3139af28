"""Words that say how sure a statement is, by families that weigh the same.

Written for Vigil from general knowledge of English news prose. A phrase of several words stands as
it is written; the first word finds it. `may` as a month and `might` as power are left out by what
stands around them (see `hedges`).
"""

from __future__ import annotations

from typing import Literal

Family = Literal["possible", "apparent", "alleged", "expected", "believed", "planned"]

_FAMILIES: dict[Family, str] = {
    "possible": """
could be|could have|could|may be|may have|may|might be|might have|might|would be|would have
would|possible|possibly|perhaps|maybe|potential|potentially|conceivably|can possibly|risk of
suspected of|is capable of|cannot be ruled out|cannot rule out|not rule out|unclear whether
if confirmed|seems possible|as many as|up to""",
    "apparent": """
appears to|appeared to|appear to|appears that|appeared that|appears|appeared|apparently
apparent|seems to|seemed to|seem to|seemingly|seems|seemed|ostensibly|looks like|looked like
looks set to|suggests|suggest|suggested|suggesting|indicates|indicate|indicated|indicating
evidently|presumably|signs that|signs of|evidence suggests""",
    "alleged": """
allegedly|alleged|alleges|allege|alleging|reportedly|purportedly|purported|purporting to
supposedly|supposed to have|claimed to|claims to|is said to|are said to|was said to
were said to|said to be|said to have|so-called|accused of|accuses|accused|accusations
accusation|allegations|allegation|rumoured|rumored|unverified|unconfirmed
not independently verified|could not verify|could not be independently verified
unsubstantiated|according to reports""",
    "expected": """
is expected to|are expected to|was expected to|were expected to|expected to be|expected to
expects|expected|expect|expecting|likely to|likely|probably|probable|most likely|very likely
almost certainly|is set to|are set to|set to|due to be|is poised to|poised to|anticipates
anticipated|anticipate|predicts|predicted|forecast|projected|unlikely|on course to
on track to""",
    "believed": """
is believed to|are believed to|was believed to|were believed to|believed to be|believed to
believed|believes|believe|thought to be|thought to have|thought to|is thought to|thinks
think|assessed|assesses|assess|estimated|estimates|estimate|suspected|suspects|suspect
considers|feared to|feared|fears|understood to|considered to|deemed|presumed|assumes|assumed
in the view of|reckons""",
    "planned": """
plans to|planned to|planned|planning to|plan to|is planning|are planning|intends to
intended to|intend to|intending to|aims to|aimed to|aimed at|aiming to|aim to|aimed|proposed
proposes|seeks to|sought to|seeking to|seeking|seeks|hopes to|hoped to|hope to|vowed to
pledged to|promised to|agreed to|scheduled to|scheduled|is to be|are to be|wants to
wanted to|intention to|offered to|prepared to|preparing to|is considering|are considering""",
}

# first word: (words, family), the longest first
HEDGES: dict[str, tuple[tuple[tuple[str, ...], Family], ...]] = {}


def _collect() -> dict[str, tuple[tuple[tuple[str, ...], Family], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], Family]]] = {}
    for family, text in _FAMILIES.items():
        for phrase in text.strip().replace("\n", "|").split("|"):
            words = tuple(phrase.split())
            found.setdefault(words[0], []).append((words, family))
    return {
        first: tuple(sorted(phrases, key=lambda p: (-len(p[0]), p[0])))
        for first, phrases in found.items()
    }


HEDGES = _collect()
