"""Legal forms of business, in the languages of the lists, and what each amounts to.

Sources: the ISO 20275 entity legal forms list (GLEIF) for the European and Asian forms; the
civil codes of Russia (art. 66–98) and Iran (Commercial Code art. 20) and the Turkish Commercial
Code (art. 124) for theirs; the rules of the UAE free zones (JAFZA, DMCC) for FZE, FZCO, DMCC.

A form says little about who bears the name, so it is set apart and weighs little. Long forms and
abbreviations that mean nothing else are recognised anywhere in a name (`SURE`); short ones that
are also words, initials or surnames only there (`AT_END`, `AT_BEGINNING`).
"""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache

import msgspec

from vigil.names.text import words
from vigil.names.token_similarity import strong_letters


class LegalClass(StrEnum):
    """What a legal form amounts to, across countries."""

    LIMITED = "limited liability company"
    JOINT_STOCK = "joint stock company"
    PARTNERSHIP = "partnership"
    STATE = "state enterprise"
    COMPANY = "company of any form"


LONGEST_FORM = 8  # words; the longest of the tables has six, dotted letters count one each
# Strong letters from which a form of two words, or of more, is known in any spelling.
LONG_ENOUGH, LONG_ENOUGH_OF_MANY = 12, 9

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
        "Incorporated",
    ),
    LegalClass.PARTNERSHIP: (
        "GmbH & Co KG", "Kommanditgesellschaft", "Limited Partnership",
        "Offene Handelsgesellschaft", "Kollektif Şirketi", "شرکت تضامنی",
    ),
    LegalClass.STATE: (
        "FGUP", "ФГУП", "ГУП", "FGBU", "ФГБУ", "Federal State Unitary Enterprise",
        "Федеральное государственное унитарное предприятие", "State Unitary Enterprise",
        "Federalnoe gosudarstvennoe unitarnoe predpriyatie",
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
    LegalClass.COMPANY: ("Company", "Firma", "Компания", "Фирма", "Compagnie", "Compañía"),
}


Table = dict[tuple[str, ...], LegalClass]


class FormTables(msgspec.Struct, frozen=True):
    """The forms by their folded words: known anywhere, at an end of the name, and by sound."""

    sure: Table
    at_end: Table
    at_beginning: Table
    by_sound: Table
    first_words: frozenset[str]
    first_sounds: frozenset[str]
    edge_words: frozenset[str]


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
    if not kept or kept in tables.at_end:
        return Stripped(name_words, (), only_forms=True)
    return Stripped(kept, tuple(sorted({*classes, *at_edges})))


@lru_cache(maxsize=1)
def form_tables() -> FormTables:
    """The tables of this file in the form that names are compared in."""
    sure, at_end, at_beginning = _folded(SURE), _folded(AT_END), _folded(AT_BEGINNING)
    by_sound = {
        tuple(strong_letters(w) for w in form): c
        for form, c in sure.items()
        if len(form) > 1 and sum(len(strong_letters(w)) for w in form) >= _long_enough(form)
    }
    return FormTables(
        sure=sure,
        at_end=at_end,
        at_beginning=at_beginning,
        by_sound=by_sound,
        first_words=frozenset(form[0] for form in sure),
        first_sounds=frozenset(form[0] for form in by_sound),
        edge_words=frozenset(w for table in (at_end, at_beginning) for form in table for w in form),
    )


def _without_sure(
    name_words: tuple[str, ...], tables: FormTables
) -> tuple[tuple[str, ...], list[LegalClass]]:
    if not any(map(_may_begin, name_words)):
        return name_words, []
    kept: list[str] = []
    classes: list[LegalClass] = []
    at = 0
    while at < len(name_words):
        length, legal_class = _sure_at(name_words, at, tables)
        if legal_class is None:
            kept.append(name_words[at])
        else:
            classes.append(legal_class)
        at += length
    return tuple(kept), classes


def _sure_at(
    name_words: tuple[str, ...], at: int, tables: FormTables
) -> tuple[int, LegalClass | None]:
    """The longest sure form that begins at a word: how many words, and its class."""
    if not _may_begin(name_words[at]):
        return 1, None
    for length in range(min(LONGEST_FORM, len(name_words) - at), 0, -1):
        window = name_words[at : at + length]
        if _is_part_of_spelling(name_words, at, at + length):
            continue
        found = _known(window, tables.sure)
        if found is None and length > 1 and strong_letters(window[0]) in tables.first_sounds:
            found = tables.by_sound.get(tuple(strong_letters(w) for w in window))
        if found is not None:
            return length, found
    return 1, None


@lru_cache(maxsize=65536)
def _may_begin(word: str) -> bool:
    """May a sure form begin with the word? A single letter may always, as forms are dotted."""
    tables = form_tables()
    return (
        len(word) == 1 or word in tables.first_words or strong_letters(word) in tables.first_sounds
    )


def _without_edges(
    kept: tuple[str, ...], tables: FormTables
) -> tuple[tuple[str, ...], list[LegalClass]]:
    """Peel forms off the end, then off the beginning, while a word remains."""
    classes: list[LegalClass] = []
    while found := _peel(kept, tables.at_end, from_end=True):
        kept = kept[: -found[0]]
        classes.append(found[1])
    while found := _peel(kept, tables.at_beginning, from_end=False):
        kept = kept[found[0] :]
        classes.append(found[1])
    return kept, classes


def _peel(kept: tuple[str, ...], table: Table, *, from_end: bool) -> tuple[int, LegalClass] | None:
    """The longest form at one end of the words, leaving one at least: its length and class."""
    edge = kept[-1 if from_end else 0] if kept else ""
    if len(edge) != 1 and edge not in form_tables().edge_words:
        return None
    for length in range(min(LONGEST_FORM, len(kept) - 1), 0, -1):
        begin = len(kept) - length if from_end else 0
        found = _known(kept[begin : begin + length], table)
        if found is not None and not _is_part_of_spelling(kept, begin, begin + length):
            return length, found
    return None


def _is_part_of_spelling(name_words: tuple[str, ...], begin: int, end: int) -> bool:
    """Are dotted letters only a part of a longer run, as `s a` is of H. E. S. A.?"""
    if any(len(word) > 1 for word in name_words[begin:end]):
        return False
    beside = (*name_words[max(0, begin - 1) : begin], *name_words[end : end + 1])
    return any(len(word) == 1 and word.isalpha() for word in beside)


def _long_enough(form: tuple[str, ...]) -> int:
    return LONG_ENOUGH if len(form) == 2 else LONG_ENOUGH_OF_MANY


def _folded(forms_by_class: dict[LegalClass, tuple[str, ...]]) -> Table:
    return {words(form): c for c, forms in forms_by_class.items() for form in forms}


def _known(window: tuple[str, ...], table: Table) -> LegalClass | None:
    """The class of a form as written, or written with dots (`l l c`)."""
    found = table.get(window)
    if found is None and len(window) > 1 and all(len(w) == 1 for w in window):
        found = table.get(("".join(window),))
    return found
