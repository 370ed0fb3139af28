"""Words of a description brought back to the words of the catalogue, whatever their endings.

A word of the catalogue is cut to its stem by the endings of dictionary forms. A word of a text is
taken for the longest stem that it begins with and whose rest is an ending of that language; a word
that belongs to nothing in the catalogue has no name. Latin letters may be English, German, Turkish,
or Russian as traders write it on a Latin keyboard.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache

import msgspec

from vigil.goods.word_tables import WordEndings
from vigil.goods.wording import IS_HAN
from vigil.names.text import fold

ENGLISH = "eng"
SHORTEST = 2  # letters of a stem that a form is taken for
LETTER_WORD = 2  # Russian с (with) and к (to) must not be an English s or k
LATIN, CYRILLIC, ARABIC = "latin", "cyrillic", "arabic"
SCRIPT = {"rus": CYRILLIC, "ukr": CYRILLIC, "fas": ARABIC, "ara": ARABIC}
# One letter in two codings, and letters that writers use for one another.
ARABIC_FORMS = str.maketrans("يىكأإآةۀ", "ییکاااهه")


class Language(msgspec.Struct, frozen=True):
    """The endings of a language in the form that words are compared in, and the stems known."""

    name: str
    script: str
    cut: tuple[str, ...]
    keeps: tuple[str, ...]
    endings: frozenset[str]
    beginnings: tuple[str, ...]
    shortest: int
    softens: dict[str, str]
    latin_from: int
    stems: dict[str, str]


class Stems:
    """The stems of a catalogue: words are put in by language, then named whatever their form.

    Names are asked for when all words have been put in.

    Args:
        endings: what may stand after a stem, by language.
        variants: traditional Chinese characters and the simplified ones that stand for them.
        known: stems that were put in before, by language.
    """

    def __init__(
        self,
        endings: Iterable[WordEndings],
        variants: Mapping[str, str],
        known: Mapping[str, Mapping[str, str]],
    ) -> None:
        self._languages = {of.lang: _language(of, dict(known.get(of.lang, {}))) for of in endings}
        self._variants = variants
        self._names: dict[str, str] = {}
        # A word as printed is read once; the cache goes with the catalogue.
        self.name_of = lru_cache(maxsize=16384)(self._name_of)

    @property
    def known(self) -> dict[str, dict[str, str]]:
        """The stems put in so far, by language: form to name."""
        return {lang: of.stems for lang, of in self._languages.items()}

    def put(self, text: str, lang: str) -> None:
        """Know a word of the catalogue, in its dictionary form, by its language.

        A word in another script than the language's is taken for English. A form of a word that is
        known (engines, engine) is that word, so shorter words are put in first.
        """
        form = self._form(text)
        of = self._languages.get(lang)
        if of is None or of.script != script_of(text):
            of = self._languages.get(ENGLISH)
        if of is None or not form.isalpha() or IS_HAN.match(form):
            return
        if not _is_short(text) and _known(form, of, SHORTEST):
            return
        stem = form if _is_short(text) else _cut(form, of)
        # Languages share words (a German and an English diode), so they share the name.
        name = self._names.setdefault(form, stem)
        of.stems.setdefault(form, name)
        of.stems.setdefault(stem, name)
        for last, before_an_ending in of.softens.items():
            if stem.endswith(last) and len(stem) > of.shortest:
                of.stems[stem.removesuffix(last) + before_an_ending] = name

    def _form(self, text: str) -> str:
        if IS_HAN.match(text):
            return self._variants.get(text, text)
        script = script_of(text)
        if script == CYRILLIC and len(text) <= LETTER_WORD:
            return text.casefold()
        return native_form(text) if script == ARABIC else _folded(text)

    def _name_of(self, text: str) -> str:
        form = self._form(text)
        if not form.isalpha() or IS_HAN.match(form):
            return form
        script = script_of(text)
        known = [
            met
            for of in self._languages.values()
            if script in (of.script, LATIN)
            and (met := _known(form, of, SHORTEST if script == of.script else of.latin_from))
        ]
        return max(known, key=lambda met: met[0], default=(0, form))[1]


def native_form(text: str) -> str:
    """A word in Arabic letters without marks, each letter in one coding."""
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", bare).replace("\u0640", "").translate(ARABIC_FORMS)


def script_of(text: str) -> str:
    """Latin, Cyrillic or Arabic; by the first letter, since a word is of one script."""
    point = ord(text[:1] or "a")
    if 0x0400 <= point <= 0x052F:
        return CYRILLIC
    return ARABIC if 0x0600 <= point <= 0x06FF else LATIN


def _language(of: WordEndings, stems: dict[str, str]) -> Language:
    script = SCRIPT.get(of.lang, LATIN)
    form = native_form if script == ARABIC else _folded
    return Language(
        name=of.lang,
        script=script,
        cut=tuple(sorted({form(e) for e in of.cut} - {""}, key=len, reverse=True)),
        keeps=tuple(map(form, of.keeps)),
        endings=frozenset({"", *map(form, of.endings)}),
        beginnings=tuple(sorted(map(form, of.beginnings), key=len, reverse=True)),
        shortest=of.shortest,
        softens={form(last): form(soft) for last, soft in of.softens.items()},
        latin_from=of.latin_from,
        stems=stems,
    )


def _folded(ending: str) -> str:
    return fold(ending).replace(" ", "")


def _is_short(text: str) -> bool:
    """Is it an acronym, which has no endings to cut?"""
    return text.isupper() and len(text) > 1


def _cut(form: str, of: Language) -> str:
    for beginning in of.beginnings:
        if form.startswith(beginning) and len(form) - len(beginning) > of.shortest:
            form = form.removeprefix(beginning)
            break
    if of.keeps and form.endswith(of.keeps):
        return form
    for ending in of.cut:
        if form.endswith(ending) and len(form) - len(ending) >= of.shortest:
            return form.removesuffix(ending)
    return form


def _known(form: str, of: Language, shortest: int) -> tuple[int, str] | None:
    """The longest stem of the language that the form may be of: its length and name."""
    if not shortest:  # not written in these letters
        return None
    bare = [form]
    bare += [form.removeprefix(b) for b in of.beginnings if form.startswith(b)]
    for text in bare:
        for length in range(len(text), shortest - 1, -1):
            name = of.stems.get(text[:length])
            if name is not None and text[length:] in of.endings:
                return length, name
    return None
