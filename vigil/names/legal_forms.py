"""Legal forms of business, in the languages of the lists, and what each amounts to.

Sources: the ISO 20275 entity legal forms list (GLEIF) for the European and Asian forms; the
civil codes of Russia (art. 66–98) and Iran (Commercial Code art. 20) and the Turkish Commercial
Code (art. 124) for theirs; the rules of the UAE free zones (JAFZA, DMCC) for FZE, FZCO, DMCC.

A form says little about who bears the name, so it is set apart and weighs little. Long forms and
abbreviations that mean nothing else are recognised anywhere in a name (`SURE`); short ones that
are also words, initials or surnames only there (`AT_END`, `AT_BEGINNING`).
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache
from itertools import groupby

import msgspec

from vigil.names.text import words
from vigil.names.token_similarity import canonical, similarity_of_forms, strong_letters


class LegalClass(StrEnum):
    """What a legal form amounts to, across countries."""

    LIMITED = "limited liability company"
    JOINT_STOCK = "joint stock company"
    PARTNERSHIP = "partnership"
    STATE = "state enterprise"
    NON_PROFIT = "non-profit organisation"
    COMPANY = "company of any form"

    __hash__ = str.__hash__  # as in vigil.names.prepared.WordClass


LONGEST_FORM = 8  # words; the longest of the tables has six, dotted letters count one each
# Strong letters from which a form of two words, or of more, is known in any spelling.
LONG_ENOUGH, LONG_ENOUGH_OF_MANY = 12, 9
LONG_WORD = 7  # letters from which a word of such a form is known when misspelt
MOST_LETTERS_MORE = 2  # or fewer, in a misspelt word
MISSPELT = 800  # similarity of a misspelt word (akcionernoe, obshestvo, liabilty)

SURE: dict[LegalClass, tuple[str, ...]] = {
    LegalClass.LIMITED: (
        "LLC", "LLP", "Ltd", "Limited", "Limited Liability Company", "Private Limited",
        "Company Limited", "Co Ltd", "Co Limited", "Pvt", "Pvt Ltd", "Pte", "Pte Ltd", "Pty",
        "Pty Ltd", "Ltda", "Limitada", "Limited Company", "FZE", "FZCO", "FZC", "FZ LLC", "DMCC",
        "DWC LLC", "Free Zone Establishment", "Free Zone Company", "WLL",
        "GmbH", "Gesellschaft mit beschränkter Haftung", "mbH", "GmbH Co KG", "SARL", "SRL",
        "Société à responsabilité limitée", "Sociedad de responsabilidad limitada",
        "Società a responsabilità limitata", "DOO", "d.o.o.", "Kft", "Sp. z o.o.", "Sp zoo",
        "spółka z ograniczoną odpowiedzialnością", "OÜ", "SIA", "UAB", "EOOD", "OOD", "BVBA",
        "Sdn Bhd", "Sdn", "Bhd", "Sendirian Berhad", "Berhad", "Perseroan Terbatas",
        "ООО", "OOO", "ТОО", "TOO", "ОсОО", "OsOO", "МЧЖ", "MChJ",
        "Общество с ограниченной ответственностью", "Obshchestvo s ogranichennoi otvetstvennostyu",
        "Товарищество с ограниченной ответственностью",
        "Limited Şirketi", "Ltd. Şti.", "Limited Sti", "Ltd Sirketi", "San. ve Tic. Ltd. Şti.",
        "San. Tic. Ltd. Şti.",
        "Sanayi ve Ticaret Limited Şirketi", "Sanayi Ticaret Limited Şirketi",
        "Ticaret Limited Şirketi", "Dış Ticaret Limited Şirketi", "Tic. Ltd. Şti.",
        "Societatea cu răspundere limitată", "Societate cu răspundere limitată", "s.r.o.",
        "Společnost s ručením omezeným", "Spoločnosť s ručením obmedzeným",
        "Društvo s ograničenom odgovornošću", "Društvo sa ograničenom odgovornošću",
        "Družba z omejeno odgovornostjo", "Korlátolt felelősségű társaság",
        "Besloten vennootschap", "Anpartsselskab", "Sabiedrība ar ierobežotu atbildību",
        "Товариство з обмеженою відповідальністю", "Tovarystvo z obmezhenoiu vidpovidalnistiu",
        "Общество с дополнительной ответственностью", "Additional Liability Company",
        "有限公司", "有限责任公司", "有限責任公司", "有限会社", "合同会社", "유한회사",
        "You Xian Gong Si", "Youxian Gongsi", "شرکت با مسئولیت محدود", "ذات مسؤولية محدودة",
    ),
    LegalClass.JOINT_STOCK: (
        "JSC", "PJSC", "OJSC", "CJSC", "Joint Stock Company", "Joint-Stock Company",
        "Public Joint Stock Company", "Open Joint Stock Company", "Closed Joint Stock Company",
        "Private Joint Stock Company", "Joint Stock", "Jointstock Company",
        "Open Jointstock Company", "Closed Jointstock Company", "Public Jointstock Company",
        "Joint Stock Co", "Public Joint Stock Co",
        "Open Joint Stock Co", "Closed Joint Stock Co", "Private Joint Stock Co", "PLC",
        "Public Limited Company",
        "АО", "ПАО", "ОАО", "ЗАО", "НАО", "PAO", "OAO", "ZAO", "NAO", "АООТ", "АОЗТ",
        "Акционерное общество", "Aktsionernoe obshchestvo", "Aktsionernoye obshchestvo",
        "Публичное акционерное общество", "Открытое акционерное общество",
        "Закрытое акционерное общество", "Непубличное акционерное общество",
        "Otkrytoe aktsionernoe obshchestvo", "Zakrytoe aktsionernoe obshchestvo",
        "Publichnoe aktsionernoe obshchestvo", "Публічне акціонерне товариство",
        "Anonim Şirketi", "San. ve Tic. A.Ş.", "San. Tic. A.Ş.", "Sanayi ve Ticaret Anonim Şirketi",
        "Ticaret Anonim Şirketi", "Sanayi Anonim Şirketi", "Tic. A.Ş.",
        "Aktiengesellschaft", "Société anonyme", "Sociedad anónima", "Società per azioni", "S.p.A.",
        "SAS", "Société par actions simplifiée", "Aktiebolag", "Aktieselskab", "ASA", "Oyj",
        "Naamloze vennootschap", "Spółka akcyjna", "股份有限公司", "股份公司",
        "Gufen Youxian Gongsi", "株式会社", "Kabushiki Kaisha", "주식회사", "Chusik Hoesa",
        "سهامی خاص", "سهامی عام", "Sherkat-e Sahami Khass", "Sahami Khass", "SAOG", "QPSC", "KSC",
        "Incorporated", "Akciová společnost", "Akciová spoločnosť", "Dioničko društvo",
        "Akcionarsko društvo", "Societate pe acțiuni", "Aksjeselskap",
        "Приватне акціонерне товариство", "Акціонерне товариство",
    ),
    LegalClass.PARTNERSHIP: (
        "GmbH & Co KG", "Kommanditgesellschaft", "Limited Partnership",
        "Offene Handelsgesellschaft", "Kollektif Şirketi", "شرکت تضامنی",
    ),
    LegalClass.STATE: (
        "FSUE", "FGUP", "ФГУП", "ГУП", "FGBU", "ФГБУ", "Federal State Unitary Enterprise",
        "Федеральное государственное унитарное предприятие", "State Unitary Enterprise",
        "Federalnoe gosudarstvennoe unitarnoe predpriyatie",
    ),
    LegalClass.NON_PROFIT: (
        "Autonomous Non-Profit Organization", "Autonomous Nonprofit Organization",
        "Autonomous Non-Commercial Organization", "Автономная некоммерческая организация",
        "Avtonomnaya nekommercheskaya organizatsiya", "eingetragener Verein",
    ),
    LegalClass.COMPANY: ("Sherkat", "Sherkate", "شرکت", "شركة", "Şirketi", "Kompaniya", "公司"),
}  # fmt: skip
AT_END: dict[LegalClass, tuple[str, ...]] = {
    LegalClass.LIMITED: ("Limit", "Limite", "LC", "BV", "AB", "OY", "AS", "EIRL", "CV", "YK", "SL"),
    LegalClass.JOINT_STOCK: ("SA", "AG", "AO", "AD", "AŞ", "NV", "KK", "SE", "SAL", "SAE", "TAS"),
    LegalClass.PARTNERSHIP: ("KG", "OHG", "LP", "SNC", "SCS"),
    LegalClass.STATE: ("SOE", "GP", "GUP"),
    LegalClass.COMPANY: (
        "Compan", "Corporat", "Corporati", "Corporatio",  # cut by a short field
        "Co", "Company", "Corp", "Corporation", "Inc", "Est", "Establishment", "Firm", "Cie",
        "Compagnie", "Compañía", "Firma", "Компания", "Фирма",
    ),
}  # fmt: skip
AT_BEGINNING: dict[LegalClass, tuple[str, ...]] = {
    LegalClass.LIMITED: ("LC", "PT"),
    LegalClass.JOINT_STOCK: ("AO", "AD"),
    LegalClass.STATE: ("GP", "GUP", "SOE"),
    LegalClass.NON_PROFIT: ("ANO", "АНО"),
    LegalClass.COMPANY: ("Company", "Firma", "Компания", "Фирма", "Compagnie", "Compañía"),
}


Forms = dict[tuple[str, ...], LegalClass]
LongWords = dict[str, tuple[tuple[str, str], ...]]
Lengths = tuple[tuple[int, bool], ...]  # of forms in words, each with whether by their sound


class FormTable(msgspec.Struct, frozen=True):
    """Forms by their folded words, and how many words the forms with an outer word have.

    The outer word is the first, and for forms at the end of a name the last. A form of one word
    may be dotted; then its words are its letters.
    """

    forms: Forms
    lengths: dict[str, tuple[int, ...]]
    outer: int

    @classmethod
    def of(cls, forms: Forms, outer: int = 0) -> FormTable:
        """The table of some forms, whose outer word is at 0 or at -1."""
        lengths: dict[str, set[int]] = {}
        dotted = [tuple(form[0]) for form in forms if len(form) == 1]
        for form in (*forms, *dotted):
            if len(form) <= LONGEST_FORM:
                lengths.setdefault(form[outer], set()).add(len(form))
        return cls(forms, {word: _falling(found) for word, found in lengths.items()}, outer)

    def known(self, window: tuple[str, ...]) -> LegalClass | None:
        """The class of a form as written, or written with dots (`l l c`)."""
        found = self.forms.get(window)
        if found is None and len(window[0]) == 1 < len(window) and _is_spelt(window):
            found = self.forms.get(("".join(window),))
        return found


class FormTables(msgspec.Struct, frozen=True):
    """The forms known anywhere, at an end of the name, and by the sound of their words.

    `long_words` are the long words of forms by their first letter, each with its canonical form;
    `long_beginnings` those of them with which a form known by its sound begins.
    """

    sure: FormTable
    at_end: FormTable
    at_beginning: FormTable
    by_sound: FormTable
    long_words: LongWords
    long_beginnings: LongWords


class Stripped(msgspec.Struct, frozen=True):
    """A name's words without its legal forms, and what the forms amount to.

    `only_forms`: the name is nothing but legal forms, so its words were kept.
    """

    words: tuple[str, ...]
    classes: tuple[LegalClass, ...]
    only_forms: bool = False


def strip_legal_forms(name_words: tuple[str, ...]) -> Stripped:
    """The words that are no legal form, in order, and the classes of those that are.

    A name of nothing but legal forms keeps its words, so that it never becomes empty.

    >>> strip_legal_forms(("ooo", "vostok")).words, strip_legal_forms(("sis", "d", "o", "o")).words
    (('vostok',), ('sis',))
    >>> strip_legal_forms(("11420", "corp")).words, strip_legal_forms(("co", "ltd")).words
    (('11420',), ('co', 'ltd'))
    """
    tables = form_tables()
    kept, classes = _without_sure(name_words, tables)
    kept, at_edges = _without_edges(kept, tables)
    if not kept or kept in tables.at_end.forms:
        return Stripped(name_words, (), only_forms=True)
    found = classes + at_edges
    return Stripped(kept, tuple(sorted({*found}) if len(found) > 1 else found))


@lru_cache(maxsize=1)
def form_tables() -> FormTables:
    """The tables of this file in the form that names are compared in."""
    sure = _folded(SURE)
    by_sound = {
        tuple(map(strong_letters, form)): c
        for form, c in sure.items()
        if len(form) > 1 and sum(map(len, map(strong_letters, form))) >= _long_enough(form)
    }
    sounding = FormTable.of(by_sound)
    long_words = _long_words(sure)
    return FormTables(
        sure=FormTable.of(sure),
        at_end=FormTable.of(_folded(AT_END), outer=-1),
        at_beginning=FormTable.of(_folded(AT_BEGINNING)),
        by_sound=sounding,
        long_words=long_words,
        long_beginnings={
            letter: tuple(pair for pair in known if strong_letters(pair[0]) in sounding.lengths)
            for letter, known in long_words.items()
        },
    )


def may_be_of_form(word: str) -> bool:
    """May a legal form begin or end with the folded word?

    >>> may_be_of_form("gmbh"), may_be_of_form("obshestvo"), may_be_of_form("vostok")
    (True, True, False)
    """
    tables = form_tables()
    edges = word in tables.at_end.lengths or word in tables.at_beginning.lengths
    return edges or bool(_lengths_from(word))


def _without_sure(
    name_words: tuple[str, ...], tables: FormTables
) -> tuple[tuple[str, ...], list[LegalClass]]:
    lengths = [*map(_lengths_from, name_words)]
    if not any(lengths):
        return name_words, []
    kept: list[str] = []
    classes: list[LegalClass] = []
    end = 0  # of the last form
    for at, word in enumerate(name_words):
        if at < end:
            continue
        found = _sure_at(name_words, at, lengths[at], tables) if lengths[at] else None
        if found is None:
            kept.append(word)
        else:
            end = at + found[0]
            classes.append(found[1])
    return tuple(kept), classes


def _sure_at(
    name_words: tuple[str, ...], at: int, lengths: Lengths, tables: FormTables
) -> tuple[int, LegalClass] | None:
    """The longest sure form that begins at a word: how many words, and its class."""
    left = len(name_words) - at
    for length, is_sound in lengths:
        if length > left:
            continue
        window = name_words[at : at + length]
        found = tables.sure.known(window)
        if found is None and is_sound:
            found = tables.by_sound.forms.get(tuple(map(_sound, window)))
        if found is not None and not _is_part_of_spelling(name_words, at, at + length):
            return length, found
    return None


@lru_cache(maxsize=65536)
def _lengths_from(word: str) -> Lengths:
    """How many words the sure forms may have that begin with the word, the longest first.

    Each with whether one of that length may begin so by its sound.
    """
    tables = form_tables()
    as_written = tables.sure.lengths.get(word, ())
    by_sound = tables.by_sound.lengths.get(strong_letters(word), ())
    if len(word) >= LONG_WORD:
        for _, known in _misspelt(word, tables.long_beginnings):
            by_sound += tables.by_sound.lengths[strong_letters(known)]
    if not (as_written or by_sound):
        return ()
    return tuple((length, length in by_sound) for length in _falling({*as_written, *by_sound}))


@lru_cache(maxsize=65536)
def _sound(word: str) -> str:
    """The strong letters of a word, or of the long word of a legal form that it misspells."""
    if len(word) < LONG_WORD:
        return strong_letters(word)
    meant = _misspelt(word, form_tables().long_words)
    return strong_letters(max(meant)[1] if meant else word)


def _misspelt(word: str, long_words: LongWords) -> list[tuple[int, str]]:
    """The long words that a word may misspell, each after how similar it is."""
    least, most = len(word) - MOST_LETTERS_MORE, len(word) + MOST_LETTERS_MORE
    near = [pair for pair in long_words.get(word[0], ()) if least <= len(pair[0]) <= most]
    if not near:
        return []
    form = canonical(word)
    found = [(similarity_of_forms(form, known_form), known) for known, known_form in near]
    return [pair for pair in found if pair[0] >= MISSPELT]


def _long_words(forms: Forms) -> LongWords:
    """The long words of forms and their canonical forms, by their first letter."""
    found = sorted({word for form in forms for word in form if len(word) >= LONG_WORD})
    pairs = [(word, canonical(word)) for word in found]
    return {letter: tuple(group) for letter, group in groupby(pairs, key=lambda pair: pair[0][0])}


def _without_edges(
    kept: tuple[str, ...], tables: FormTables
) -> tuple[tuple[str, ...], list[LegalClass]]:
    """Peel forms off the end, then off the beginning, while a word remains."""
    classes: list[LegalClass] = []
    for table in (tables.at_end, tables.at_beginning):
        while found := _at_edge(kept, table):
            kept, legal_class = found
            classes.append(legal_class)
    return kept, classes


def _at_edge(kept: tuple[str, ...], table: FormTable) -> tuple[tuple[str, ...], LegalClass] | None:
    """The words without the longest form at their outer end, and its class; one word remains."""
    for length in table.lengths.get(kept[table.outer], ()) if kept else ():
        if length >= len(kept):
            continue
        begin = len(kept) - length if table.outer else 0
        found = table.known(kept[begin : begin + length])
        if found is not None and not _is_part_of_spelling(kept, begin, begin + length):
            return kept[:begin] + kept[begin + length :], found
    return None


def _is_part_of_spelling(name_words: tuple[str, ...], begin: int, end: int) -> bool:
    """Are dotted letters only a part of a longer run, as `s a` is of H. E. S. A.?"""
    if not _is_spelt(name_words[begin:end]):
        return False
    beside = (*name_words[max(0, begin - 1) : begin], *name_words[end : end + 1])
    return any(len(word) == 1 and word.isalpha() for word in beside)


def _is_spelt(window: tuple[str, ...]) -> bool:
    """Are the words single letters?"""
    return len("".join(window)) == len(window)


def _falling(numbers: Iterable[int]) -> tuple[int, ...]:
    return tuple(sorted(numbers, reverse=True))


@lru_cache(maxsize=1)
def words_of_forms() -> frozenset[str]:
    """The folded words of which the forms are made that are known anywhere in a name."""
    return frozenset(word for form in form_tables().sure.forms for word in form)


def _long_enough(form: tuple[str, ...]) -> int:
    return LONG_ENOUGH if len(form) == 2 else LONG_ENOUGH_OF_MANY


def _folded(forms_by_class: dict[LegalClass, tuple[str, ...]]) -> Forms:
    return {words(form): c for c, forms in forms_by_class.items() for form in forms}
