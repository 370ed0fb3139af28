"""What a reader must know of a page as a whole."""

import pytest

from vigil.evidence.pages.language import language_of
from vigil.evidence.reading import read_page

BODY = "The ministry said it had seen the plans of the plant and would look into them again."
MORE = "Its owner, who lives in Port Aram, told the paper that nothing of this was known to him."
OTHERS = {
    "german": (
        "Das Ministerium teilte am Freitag mit, man habe die Pläne der Anlage gesehen und "
        "werde sie noch einmal prüfen, wie ein Sprecher der Zeitung sagte, ohne Namen zu "
        "nennen."
    ),
    "french": (
        "Le ministère a déclaré vendredi avoir vu les plans de l'usine et vouloir les "
        "examiner une nouvelle fois, selon un porte-parole qui n'a pas donné de noms au "
        "journal."
    ),
    "spanish": (
        "El ministerio dijo el viernes que había visto los planos de la fábrica y que los "
        "examinaría otra vez, según un portavoz que no quiso dar nombres al periódico."
    ),
    "dutch": (
        "Het ministerie zei vrijdag dat het de plannen van de fabriek had gezien en ze nog "
        "eens zal bekijken, volgens een woordvoerder die de krant geen namen wilde noemen."
    ),
    "russian": (
        "Министерство сообщило в пятницу, что видело планы завода и ещё раз их изучит, сказал"
        " представитель ведомства газете, не назвав имён и не ответив на другие вопросы "
        "журналистов."
    ),
    "arabic": (
        "قالت الوزارة يوم الجمعة إنها اطلعت على خطط المصنع وستنظر فيها مرة أخرى حسبما ذكر "
        "متحدث باسمها للصحيفة دون أن يذكر أسماء أو يجيب عن أسئلة أخرى للصحفيين"
    ),
}


def marks(text: str) -> list[str]:
    return [mark.kind for mark in read_page(text.encode(), "a page").marks]


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_other_languages_are_marked(text: str) -> None:
    assert language_of(text).english is False
    assert "language_not_read" in marks(text)


def test_english_is_read() -> None:
    assert language_of(BODY).english
    assert marks(f"{BODY}\n{MORE}") == []


def test_few_words_are_not_sure() -> None:
    page = read_page(b"Kamsk Electronics buys Brenna Motors.", "a page")
    assert [mark.why[:8] for mark in page.marks if mark.kind == "language_not_read"] == ["not sure"]


def test_a_second_copy_is_marked() -> None:
    page = read_page(f"{BODY}\n{MORE}\n{BODY}\n{MORE}".encode(), "a page")
    (mark,) = page.marks
    assert mark.kind == "repeated_body"
    assert mark.at is not None
    assert page.slice(mark.at) == f"{BODY}\n{MORE}"


def test_a_sentence_set_large_is_no_second_copy() -> None:
    long = f"{BODY} {MORE} Nobody else was heard, and the paper did not say why it had not asked."
    assert (
        marks(f"{long}\nNobody else was heard, and the paper did not say why it had not asked.")
        == []
    )


@pytest.mark.parametrize(
    "end",
    ["The owner said that he had", "The owner spoke of it for the first time …",
     "The owner said he did not [+210 chars]"],
)  # fmt: skip
def test_a_cut_text_is_marked(end: str) -> None:
    assert marks(f"{BODY}\n{MORE}\n{end}") == ["cut"]


@pytest.mark.parametrize("end", ["- three ships", "“We knew”", "He left."])
def test_an_ending_without_a_stop_may_be_whole(end: str) -> None:
    assert marks(f"{BODY}\n{MORE}\n{end}") == []


@pytest.mark.parametrize("text", ["", " \n ", "Home\nNews\nContact", "2 Comments\nRita: no"])
def test_nothing_to_read_is_marked(text: str) -> None:
    assert "no_report" in marks(text)


def test_a_page_of_too_many_lines_is_read_in_part() -> None:
    page = read_page(("a\n" * 20_001 + BODY).encode(), "a page")
    assert "cut" in [mark.kind for mark in page.marks]
    assert page.blocks[-1].kind == "outside"
