"""Tables of spellings meet as one spelling after another would."""

from __future__ import annotations

import pytest

from vigil.routes.spellings import SpellingList, Spellings
from vigil.routes.writing import written


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("Bandar-e Anzali, Iran", "Bandar-e Anzali"),
        ("انزلی، ایران", "انزلی"),
        ("склад в порту Оля", "Оля"),
        ("Anzalikhah St.", None),
        ("", None),
    ],
)
def test_a_spelling_meets_as_whole_words_in_its_script(text: str, met: str | None) -> None:
    spellings = ("Bandar-e Anzali", "انزلی", "Оля")
    table = Spellings((spelling, spelling) for spelling in spellings)
    assert next(table.in_text(written(text)), None) == met
    assert written(text).first_of(spellings) == met


def test_the_first_of_the_list_counts_not_of_the_text() -> None:
    assert SpellingList(("no marks", "remove")).first_in("remove all, no marks") == "no marks"
    assert SpellingList(("no marks", "remove")).first_in("markings as usual") is None
