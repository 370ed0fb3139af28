"""The compiled search over listed names, where the kernel was built."""

from __future__ import annotations

import warnings
from collections.abc import Sequence

from vigil.index.arrays import flat_arrays, is_compared_by_letters, order_of_words
from vigil.names.explanation import IMPERFECT, ONLY_IN_QUERY
from vigil.names.kernel import IS_COMPILED, kernel
from vigil.names.links import Rarity
from vigil.names.prepared import PreparedName, Word
from vigil.names.token_similarity import canonical


class CompiledNames:
    """Flat arrays of listed names and the kernel over them; made once, read by many searches."""

    def __init__(self, names: Sequence[PreparedName], rarity: Rarity) -> None:
        words = order_of_words({word for name in names for word in name.words})
        self._place_of = {word: place for place, word in enumerate(words)}
        self._rarity = rarity
        self._kernel = kernel.Index(flat_arrays(names, words, rarity))

    def candidates(self, query: PreparedName, threshold: int) -> list[int]:
        """Places of the names whose words can reach the threshold (ten-thousandths)."""
        asked = [self._slot(word) for word in query.words]
        return self._kernel.candidates(asked, threshold, IMPERFECT, ONLY_IN_QUERY)

    def _slot(self, word: Word) -> tuple[str | None, int, int, int]:
        form = canonical(word.text) if is_compared_by_letters(word) else None
        return (form, int(word.word_class), self._rarity(word.text), self._place_of.get(word, -1))


def warn_if_plain() -> None:
    """Says once, on the first search of many names, that the slow search is running."""
    if not IS_COMPILED:
        warnings.warn(
            "vigil's search kernel was not compiled when it was installed; the plain search gives "
            "the same answers, much slower. Install a C compiler with Python's headers, then vigil "
            "anew.",
            RuntimeWarning,
            stacklevel=2,
        )
