"""English words brought to a form in which their endings do not count: for comparing only.

`stem("supplies") == stem("supplied") == stem("supply")`; irregular verbs of news prose are a
table. British and American spellings meet (`defence`, `terrorise`). Written for Vigil from general
knowledge of English.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache


def listed(text: str) -> tuple[str, ...]:
    """The words of a table."""
    return tuple(text.split())


SHORTEST = 3  # letters that stay when an ending is cut
IRREGULAR = {
    form: base
    for base, forms in {
        "be": "is are was were been being am",
        "have": "has had having",
        "do": "does did done doing",
        "begin": "began begun beginning",
        "bear": "bore borne",
        "bind": "bound",
        "break": "broke broken",
        "cut": "cutting",
        "eat": "ate eaten",
        "forbid": "forbade forbidden",
        "foresee": "foresaw foreseen",
        "forget": "forgot forgotten",
        "freeze": "froze frozen",
        "hang": "hung",
        "hear": "heard",
        "hide": "hid hidden",
        "hit": "hitting",
        "lay": "laid",
        "oversee": "oversaw overseen",
        "put": "putting",
        "ride": "rode ridden",
        "set": "setting",
        "shake": "shook shaken",
        "shrink": "shrank shrunk",
        "sink": "sank sunk",
        "shut": "shutting",
        "sit": "sat",
        "spin": "spun",
        "stick": "stuck",
        "swear": "swore sworn",
        "sweep": "swept",
        "teach": "taught",
        "tear": "tore torn",
        "undergo": "underwent undergone",
        "undertake": "undertook undertaken",
        "uphold": "upheld",
        "wear": "wore worn",
        "withhold": "withheld",
        "overthrow": "overthrew overthrown",
        "bring": "brought",
        "build": "built",
        "buy": "bought",
        "catch": "caught",
        "choose": "chose chosen",
        "come": "came",
        "deal": "dealt",
        "draw": "drew drawn",
        "drive": "drove driven",
        "fall": "fell fallen",
        "feel": "felt",
        "fight": "fought",
        "find": "found",
        "fly": "flew flown flies",
        "get": "got gotten getting",
        "give": "gave given giving",
        "go": "went gone goes",
        "grow": "grew grown",
        "hold": "held",
        "keep": "kept",
        "know": "knew known",
        "lead": "led",
        "leave": "left",
        "lend": "lent",
        "lose": "lost",
        "make": "made making",
        "mean": "meant",
        "meet": "met",
        "pay": "paid",
        "rise": "rose risen",
        "run": "ran running",
        "say": "said says",
        "see": "saw seen",
        "seek": "sought",
        "sell": "sold",
        "send": "sent",
        "shoot": "shot",
        "show": "shown",
        "speak": "spoke spoken",
        "spend": "spent",
        "stand": "stood",
        "steal": "stole stolen",
        "strike": "struck stricken striking",
        "take": "took taken taking",
        "tell": "told",
        "think": "thought",
        "throw": "threw thrown",
        "understand": "understood",
        "win": "won winning",
        "withdraw": "withdrew withdrawn",
        "write": "wrote written",
        "die": "died dying",
        "person": "people",
        "man": "men",
        "woman": "women",
        "child": "children",
        "country": "countries",
    }.items()
    for form in forms.split()
}
BASES = frozenset(IRREGULAR.values())
# Endings that British and American spelling write apart, as one.
SPELLED = (("isation", "ization"), ("ise", "ize"), ("yse", "yze"), ("our", "or"), ("ence", "ense"))
KEPT_WHOLE = frozenset(
    listed(
        """
        news series this his its us was has does during nothing something anything everything
        thing bring king ring sing spring string wing need speed feed seed red bed shed media
        species gas less across process access business address congress express press pass loss
        class across morning evening hundred indeed exceed proceed succeed embed united
        """
    )
)


def plain(word: str) -> str:
    """Lower case without accents, without a possessive ending: `Iran’s` → `iran`."""
    low = word.lower()
    if not low.isascii():
        low = low.replace("’", "'").replace("ʼ", "'").replace("‘", "'")
        parts = unicodedata.normalize("NFKD", low)
        low = "".join(c for c in parts if not unicodedata.combining(c))
    if low.endswith("'s"):
        return low[:-2]
    return low.rstrip("'")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The stem of one word, in any case.

    >>> stem("supplies"), stem("supplied"), stem("Iran’s"), stem("terrorise")
    ('suppli', 'suppli', 'iran', 'terroriz')
    """
    low = plain(word)
    if low in IRREGULAR:
        low = IRREGULAR[low]
    if low in BASES:
        return _without_e(low)
    if not low.isalpha() or len(low) <= SHORTEST or low in KEPT_WHOLE:
        return low
    return _without_e(_spelled(_without_ending(low)))


def _without_ending(low: str) -> str:
    if low.endswith(("ies", "ied")):
        return low[:-3] + "i" if len(low) > 4 else low[:-1]
    if low.endswith(("sses", "ches", "shes", "xes", "zes")):
        return low[:-2]
    if low.endswith("s") and not low.endswith(("ss", "us", "is")):
        low = low[:-1]
    if low.endswith("eed"):  # agreed
        return low[:-1]
    for ending in ("ing", "ed"):
        if low.endswith(ending) and len(low) - len(ending) >= SHORTEST:
            base = low[: -len(ending)]
            if not any(v in base for v in "aeiouy"):
                return low
            if base[-1] == "y" and len(base) > SHORTEST:
                return base[:-1] + "i"
            if base[-1] == base[-2] and base[-1] not in "lsz":
                return base[:-1]
            if base.endswith("ll") and len(base) > 5:  # travelling, cancelled
                return base[:-1]
            return base
    if low.endswith("y") and len(low) > SHORTEST:
        return low[:-1] + "i"
    return low


def _spelled(low: str) -> str:
    for ending, other in SPELLED:
        if low.endswith(ending) and len(low) > len(ending) + 2:
            return low[: -len(ending)] + other
        if ending == "ise" and low.endswith("is") and len(low) > 5:
            return low[:-2] + "iz"
    return low


def _without_e(low: str) -> str:
    return low[:-1] if low.endswith("e") and len(low) > SHORTEST else low


def is_past(low: str) -> bool:
    """Whether a word of small letters may be a past form: `sent`, `shipped`.

    >>> is_past("sent"), is_past("shipped"), is_past("ship")
    (True, True, False)
    """
    return low.endswith("ed") or (low in IRREGULAR and not low.endswith("ing") and low != "people")
