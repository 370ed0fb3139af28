"""How many listed names would agree with a name this well by chance: what rarity is worth.

A name that shares two words with a listed one is telling when few names share them, and hardly
says anything when hundreds do. For each word of the query that met, the crowd of listed names says
how many of its names hold any word at least as similar. If words fell together by chance,

    λ = N · Π (names holding a word this similar to word j) / N

listed names would agree as well as this one does. It is reckoned in millionths and whole numbers:
it begins at 1 000 000 · N; for each link in the order of the listed name it is multiplied by the
number of names and divided by N, rounded down each time. Particles and initials are left out. Words
that are written as one are rare together: each part counts, on whichever side they stand apart.

A list of fewer than `FEWEST_NAMES` is reckoned as one of that size: what half of three names share
is not common for that.

Syllables, and short words like them, come together: each one after the first multiplies λ by
`OF_SYLLABLES`, as about one listed name in so many is made of them. A character of Han or Hangul
counts as at least one in `SYLLABLES`, for lists print most of these names with words written as
one (Guihua), and the syllables apart seem rarer than they are.

What differs between two names is forgiven when what agrees is rare. `doubt` says how much more it
counts: a step for each doubling of λ beyond what is free, and most for people, who share names that
firms and ships choose in order to be told apart. With no crowd (a comparison of two names alone)
there is no doubt.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from vigil.names.links import Link, LinkKind
from vigil.names.prepared import PreparedName, Word, WordClass
from vigil.names.token_similarity import SCALE

MILLION = 1_000_000
FEWEST_NAMES = 10_000
STEP_PERSON, STEP_OTHER = 300, 20  # thousandths more for each doubling of λ
FREE_PERSON, FREE_OTHER = 2, 16  # doublings of a millionth of a name that cost nothing
MOST_DOUBT = 4000
OF_SYLLABLES = 8
SYLLABLES = 400  # of Mandarin without its tones; Korean names have about as many
LONGEST_SYLLABLE = 4  # letters; words of two to four are taken for syllables in any script
NOT_COUNTED = (WordClass.PARTICLE, WordClass.INITIAL)


class Crowd(Protocol):
    """The listed names among which a name is sought."""

    @property
    def size(self) -> int:
        """How many names there are."""

    def holding(self, word: str, similarity: int) -> int:
        """How many of them hold a word at least this similar, in thousandths, to the word."""


def expected_by_chance(
    query: PreparedName, listed: PreparedName, chosen: Sequence[Link], crowd: Crowd | None
) -> int:
    """λ in millionths: how many listed names would agree this well by chance."""
    if crowd is None:
        return 0
    size = max(crowd.size, FEWEST_NAMES)
    expected = MILLION * size
    met = [pair for link in chosen for pair in _met(query, listed, link)]
    for word, similarity in met:
        holding = crowd.holding(word.text, similarity)
        expected = expected * max(holding, size // SYLLABLES if word.is_syllable else 0) // size
    syllables = sum(w.is_syllable or len(w.text) <= LONGEST_SYLLABLE for w, _ in met)
    for _ in range(syllables - 1):
        expected *= OF_SYLLABLES
    return expected


def doubt(by_chance: int, links: int, *, is_person: bool) -> int:
    """How much more a deviation counts, in thousandths.

    Args:
        by_chance: λ in millionths.
        links: how many words it rests on; a single one is judged by other rules.
        is_person: what one of the names names is a person.

    >>> [doubt(number, 2, is_person=True) for number in (5, 4_000, 80_000)]
    [300, 3000, 4000]
    """
    if links < 2:
        return 0
    step, free = (STEP_PERSON, FREE_PERSON) if is_person else (STEP_OTHER, FREE_OTHER)
    return min(MOST_DOUBT, step * max(0, by_chance.bit_length() - free))


def _met(query: PreparedName, listed: PreparedName, link: Link) -> list[tuple[Word, int]]:
    """The words whose rarity the link rests on, each with the similarity that it needed."""
    if link.kind is LinkKind.JOINED:
        ours = [query.words[i] for i in link.query]
        parts = ours if len(ours) > 1 else [listed.words[j] for j in link.listed]
        return [(word, SCALE) for word in parts if word.word_class not in NOT_COUNTED]
    asked = query.words[link.query[0]]
    if link.kind is LinkKind.INITIAL or asked.word_class in NOT_COUNTED:
        return []
    return [(asked, link.similarity)]
