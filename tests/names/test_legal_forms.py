"""Legal forms set apart from what tells a name."""

import pytest

from vigil.names.legal_forms import LegalClass, strip_legal_forms
from vigil.names.text import words


@pytest.mark.parametrize(
    ("name", "left", "legal_class"),
    [
        ("OOO Vostok", "vostok", LegalClass.LIMITED),
        ("ООО «Восток»", "vostok", LegalClass.LIMITED),
        ("Общество с ограниченной ответственностью Восток", "vostok", LegalClass.LIMITED),
        ("Obschestvo s ogranichennoy otvetstvennostju Vostok", "vostok", LegalClass.LIMITED),
        ("Vostok L.L.C.", "vostok", LegalClass.LIMITED),
        ("Vostok FZCO", "vostok", LegalClass.LIMITED),
        ("Beta Sdn. Bhd.", "beta", LegalClass.LIMITED),
        ("Alfa Sp. z o.o.", "alfa", LegalClass.LIMITED),
        ("深圳有限公司", "shen zhen", LegalClass.LIMITED),
        ("Delta Dış Ticaret Limited Şirketi", "delta", LegalClass.LIMITED),
        ("AKCIONERNOE OBSHESTVO Iskra", "iskra", LegalClass.JOINT_STOCK),
        ("Limited Liabilty Company Forum", "forum", LegalClass.LIMITED),
        ("Open Joint Stock Company Iskra", "iskra", LegalClass.JOINT_STOCK),
        ("Iskra PAO", "iskra", LegalClass.JOINT_STOCK),
        ("Iskra A.Ş.", "iskra", LegalClass.JOINT_STOCK),
        ("شرکت مادو", "mdw", LegalClass.COMPANY),
        ("Mado Company", "mado", LegalClass.COMPANY),
    ],
)
def test_a_legal_form_is_set_apart(name: str, left: str, legal_class: LegalClass) -> None:
    stripped = strip_legal_forms(words(name))
    assert (" ".join(stripped.words), legal_class in stripped.classes) == (left, True)


@pytest.mark.parametrize(
    "name", ["Company for Light Aircraft Design", "Kim As Chol", "Coral Incentive", "Saab", "Asan"]
)
def test_words_that_only_look_like_a_form_stay(name: str) -> None:
    kept = strip_legal_forms(words(name)).words
    assert kept == words(name) or kept == words(name)[1:]


def test_a_number_with_a_form_keeps_the_number() -> None:
    assert strip_legal_forms(words("11420 CORP.")).words == ("11420",)


def test_a_name_of_nothing_but_forms_keeps_its_words() -> None:
    stripped = strip_legal_forms(("co", "ltd"))
    assert (stripped.words, stripped.only_forms) == (("co", "ltd"), True)
