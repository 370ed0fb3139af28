"""The parts of people's names that can contradict: patronymics of the Slavic and Caucasian lands.

A patronymic is told by its ending (Ivanovich, Ivanovna, Ilyinichna, Ivanovych, Ivanivna), also as
German, Dutch, Polish, Hungarian, Romanian, Swedish and Catalan spell it (-owitsch, -owitsj, -owicz,
-ovics, -ovici, -ovitj, -ovitx). Two are
the same when what stands before the ending is similar; compared whole, the endings alone would make
them so. Family names like Abramovich end alike, so one of them alone decides nothing.
"""

from __future__ import annotations

import re

from vigil.names.token_similarity import similarity

PATRONYMIC = re.compile(
    r"(.{2,}?)(?:y?[eo](?:v|w|ff)[iy]t?s?ch|y?[eo][vw](?:it[czjxs]|itsj|ic[sz]|ici)|[iy]?ych|ich|"
    r"y?[eo](?:v|w|ff)na|[iy]vna|inichna|ichna|[iy]chna)"
)
# What the pattern can end in, which is sooner looked at.
LAST_LETTERS = ("ch", "na", "itc", "itz", "itj", "itx", "its", "itsj", "ics", "icz", "ici")


def is_patronymic(word: str) -> bool:
    """Has the folded word the ending of a father's name?

    >>> [is_patronymic(word) for word in ("viktorovich", "borisovna", "lavrov")]
    [True, True, False]
    """
    return _found(word) is not None


def stem_length(word: str) -> int:
    """Letters of a father's name before its ending, at most 255; 0 for a word that is none.

    >>> stem_length("viktorovich"), stem_length("lavrov")
    (6, 0)
    """
    found = _found(word)
    return min(len(found[1]), 255) if found else 0


def same_patronymic(one: str, other: str) -> bool:
    """May two patronymics name the same father?

    >>> same_patronymic("vladimirovich", "volodimirovych")
    True
    >>> same_patronymic("ivanovich", "denisovich")
    False
    """
    return similarity(_stem(one), _stem(other)) > 0


def _stem(word: str) -> str:
    found = _found(word)
    return found[1] if found else word


def _found(word: str) -> re.Match[str] | None:
    return PATRONYMIC.fullmatch(word) if word.endswith(LAST_LETTERS) else None
