"""The bench's own plain view of a name, and whether a query still tells whom it means.

It is deliberately not the engine's normalisation: a bench that folds names with the code under
test would call lost what that code loses and kept what it keeps.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from bench.names.tables import CYRILLIC_TO_LATIN, LEET_BACK, LETTERS_SPELT_OUT, LOOK_ALIKES

SHORTEST_TELLING = 4  # letters; shorter words meet too many others by chance
RARE_SHARE = 1000  # a word is rare when at most one listed name in so many holds it …
RARE_AT_LEAST = 3  # … or this few names, for small lists
MOST_EDITS = 2
LETTERS_PER_EDIT = 3  # two edits in a word of four letters leave nothing of it

_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = str.maketrans("", "", "'’‘`ʼʿʾ\"")
_BACK = {ord(look): letter for letter, looks in LOOK_ALIKES.items() for look in looks}


@lru_cache(maxsize=200_000)
def words_of(text: str) -> tuple[str, ...]:
    r"""The words of a name: small Latin letters where that can be had by tables, no marks.

    >>> words_of("AL-ASSAD, Bash\u0430r")
    ('al', 'assad', 'bashar')
    >>> words_of("Ig0r Müller")
    ('igor', 'muller')
    """
    shown = "".join(c for c in text if unicodedata.category(c) not in ("Cf", "Cc"))
    plain = unicodedata.normalize("NFKC", shown).translate(_APOSTROPHES)
    return tuple(_fold_word(word) for word in _WORD.findall(plain))


def _fold_word(word: str) -> str:
    if any(c.isascii() and c.isalpha() for c in word):
        word = word.translate(_BACK)
    marked = unicodedata.normalize("NFKD", word.casefold())
    plain = "".join(c for c in marked if not unicodedata.combining(c))
    spelt = "".join(LETTERS_SPELT_OUT.get(c, CYRILLIC_TO_LATIN.get(c, c)) for c in plain)
    has_letters = any(c.isalpha() for c in spelt)
    return spelt.translate(LEET_BACK) if has_letters else spelt


def edits(left: str, right: str, most: int) -> int:
    """Inserted, deleted, changed and swapped letters between two words; `most + 1` beyond that.

    >>> edits("putin", "pulin", 2), edits("jeo", "joe", 2), edits("putin", "xi", 2)
    (1, 1, 3)
    """
    if abs(len(left) - len(right)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        before, above, row = row, before, [i]
        for j, b in enumerate(right, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                cost = min(cost, above[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]


class Rarity:
    """How many listed names hold each word."""

    def __init__(self, names: Iterable[str]) -> None:
        every = list(names)
        self._names_with = Counter(word for name in every for word in set(words_of(name)))
        self.most_names = max(RARE_AT_LEAST, len(every) // RARE_SHARE)

    def telling_words(self, name: str) -> tuple[str, ...]:
        """The words by which this name can be told from the rest of the list.

        A word tells when it has at least `SHORTEST_TELLING` letters and is rare in the list: at
        most one name in `RARE_SHARE` holds it. Numbers and registrations (EP-MNB, YV2558) do
        not tell: one changed sign makes them another's.
        """
        lettered = " ".join(part for part in name.split() if not any(c.isdigit() for c in part))
        return tuple(
            word
            for word in dict.fromkeys(words_of(lettered))
            if len(word) >= SHORTEST_TELLING
            and word.isalpha()
            and self._names_with[word] <= self.most_names
        )


def keeps_one(telling: Iterable[str], query: str) -> bool:
    """Whether one of the telling words is still in the query.

    It is when a word of the query, or two to four neighbours written together, is at most two
    edits away (one for words of four or five letters), or a word of the query contains it.
    """
    words = words_of(query)
    spans = {
        "".join(words[start:end])
        for start in range(len(words))
        for end in range(start + 1, min(start + 4, len(words)) + 1)
    }
    return any(
        any(telling_word in word for word in words)
        or any(_is_near(telling_word, span) for span in spans)
        for telling_word in telling
    )


def _is_near(word: str, span: str) -> bool:
    most = min(MOST_EDITS, len(word) // LETTERS_PER_EDIT)
    return edits(word, span, most) <= most
