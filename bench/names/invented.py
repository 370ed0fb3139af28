"""Invented lists on which a search is hard: few words, shared by many names, in every manner.

Words are drawn so that a few are in many names and most in few. Each name is put together in one of
the manners that the score has a rule for: legal forms, initials, numbers, syllables of Han and
Hangul, fathers' names, acronyms, repeated words, other scripts. Nothing here is a real name.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

from vigil.model.entity import Entity, Name, NameQuality
from vigil.model.order import Kind

ONSETS = ("b", "d", "f", "g", "k", "l", "m", "n", "r", "s", "t", "v", "z", "sh", "kh", "ch", "")
VOWELS = ("a", "e", "i", "o", "u", "ia", "ou", "y")
CODAS = ("", "", "", "n", "r", "l", "k", "m", "sh", "v")
COMMON = ("trading", "general", "international", "company", "group", "aviation", "industries",
          "export", "shipping", "star")  # fmt: skip
LEGAL = ("llc", "ltd", "ooo", "gmbh", "co", "jsc", "s a", "fze", "pjsc", "ag")
PARTICLES = ("al", "bin", "abu", "de", "van", "el")
GIVEN = ("bob", "robert", "sasha", "aleksandr", "mohammad", "dmitry", "yury", "liza")
FATHERS = ("ivanovich", "petrovich", "ivanovna", "sergeevich", "olegovych", "sergeyevich")
HAN = tuple("张江平王伟李明波陈华东方")
HANGUL = tuple("박영희김정은이철수")
OTHER_SCRIPTS = (
    "محمد", "رضا", "علی", "Восток", "Пётр", "Алабуга", "Сергей", "ヤマダ", "כהן", "Γιώργος",
    "торговая", "компания",
)  # fmt: skip
TITLES = ("dr", "haji", "sheikh", "mr")
COUNTRIES = ("iran", "dubai", "china", "russia")
NUMBERS = ("1", "2", "3", "7", "12", "44", "136", "2000", "11420", "ii", "iii", "v")
KINDS = (Kind.PERSON, Kind.ORGANISATION, Kind.UNKNOWN, Kind.VESSEL)
QUALITIES = (NameQuality.FULL, NameQuality.FULL, NameQuality.FULL, NameQuality.WEAK)

Manner = Callable[["Inventor"], list[str]]


class Inventor:
    """Invents names over a small vocabulary of its own.

    Args:
        rng: where all chance comes from.
        words: how many invented words there are; the fewer, the more names are near one another.
    """

    def __init__(self, rng: Random, words: int = 150) -> None:
        self.rng = rng
        self._roots = [self._invented() for _ in range(words)]

    def entities(self, count: int) -> list[Entity]:
        """Listed entities with one to three names each, of every kind, some of the names weak."""
        return [self._entity(number) for number in range(count)]

    def name(self) -> str:
        """A name in one of the manners, or in a mixture of two."""
        parts = self.rng.choice(MANNERS)(self)
        if self.rng.random() < 0.15:
            parts += self.rng.choice(MANNERS)(self)
        return " ".join(parts)

    def changed(self, name: str) -> str:
        """A name with one to three slips: letters, words, joins, repetitions, order."""
        for _ in range(self.rng.randint(1, 3)):
            name = self.rng.choice(SLIPS)(self, name).strip() or self.name()
        return name

    def word(self) -> str:
        """A word of the vocabulary; the first ones far more often than the last."""
        at = int(len(self._roots) * self.rng.random() ** 3)
        return self._roots[at]

    def some(self, words: Sequence[str], most: int = 1) -> list[str]:
        """One to `most` of some words."""
        return [self.rng.choice(words) for _ in range(self.rng.randint(1, most))]

    def roots(self, fewest: int, most: int) -> list[str]:
        """Words of the vocabulary."""
        return [self.word() for _ in range(self.rng.randint(fewest, most))]

    def _invented(self) -> str:
        choice = self.rng.choice
        return "".join(
            choice(ONSETS) + choice(VOWELS) + choice(CODAS)
            for _ in range(self.rng.choice((1, 2, 2, 3)))
        )

    def _entity(self, number: int) -> Entity:
        texts = [self.name() for _ in range(self.rng.choice((1, 1, 2, 3)))]
        if self.rng.random() < 0.3:
            texts.append(self.changed(texts[0]))
        names = tuple(Name(text, self.rng.choice(QUALITIES)) for text in texts)
        return Entity(f"made_up:{number:06}", "made_up", KINDS[number % len(KINDS)], names)


def _person(by: Inventor) -> list[str]:
    return by.some(GIVEN + tuple(by.roots(1, 3))) + by.roots(1, 2)


def _person_turned(by: Inventor) -> list[str]:
    return [f"{by.word()},", *by.roots(1, 2)]


def _with_father(by: Inventor) -> list[str]:
    return [*by.some(GIVEN), *by.some(FATHERS), by.word()]


def _with_initials(by: Inventor) -> list[str]:
    letters = [f"{letter}." for letter in by.some("abdkmsv", 2)]
    return [*letters, *by.roots(1, 2)] if by.rng.random() < 0.5 else [*by.roots(1, 2), *letters]


def _with_particles(by: Inventor) -> list[str]:
    return [*by.roots(1, 1), *by.some(PARTICLES), *by.roots(1, 2)]


def _titled(by: Inventor) -> list[str]:
    return [*by.some(TITLES), *by.roots(1, 3)]


def _firm(by: Inventor) -> list[str]:
    return by.roots(1, 2) + by.some(COMMON, 2) + by.some(LEGAL)


def _firm_of_common_words(by: Inventor) -> list[str]:
    return by.some(COMMON, 3) + by.some(("", *LEGAL))


def _firm_with_place(by: Inventor) -> list[str]:
    return [by.word(), *by.some(COMMON), *by.some(COUNTRIES)]


def _spelt(by: Inventor) -> list[str]:
    return [*(f"{letter}." for letter in by.some("acehist", 6)), *by.some(COMMON)]


def _acronym(by: Inventor) -> list[str]:
    """The first letters of a name of four words that may be on the list, too."""
    parts = [*by.roots(3, 3), *by.some(COMMON)]
    return ["".join(part[0] for part in parts)] if by.rng.random() < 0.5 else parts


def _numbered(by: Inventor) -> list[str]:
    return by.roots(1, 2) + by.some(NUMBERS)


def _vessel(by: Inventor) -> list[str]:
    return ["m/v", *by.roots(1, 2), *by.some(("", *NUMBERS))]


def _han(by: Inventor) -> list[str]:
    return ["".join(by.some(HAN, 4))]


def _hangul(by: Inventor) -> list[str]:
    return ["".join(by.some(HANGUL, 3))]


def _syllables(by: Inventor) -> list[str]:
    return by.some(("kim", "pak", "yong", "hui", "jong", "un", "chol", "su", "li", "wei", "bo"), 3)


def _other_script(by: Inventor) -> list[str]:
    return by.some(OTHER_SCRIPTS, 3)


def _repeated(by: Inventor) -> list[str]:
    again = by.word()
    return [again, *by.roots(0, 1), again, again]


def _joined(by: Inventor) -> list[str]:
    return ["".join(by.roots(2, 3)), *by.roots(0, 1)]


def _one_word(by: Inventor) -> list[str]:
    return by.roots(1, 1)


def _long(by: Inventor) -> list[str]:
    return by.roots(6, 9) + by.some(COMMON, 2)


MANNERS: tuple[Manner, ...] = (
    _person, _person, _person_turned, _with_father, _with_initials, _with_particles, _titled,
    _firm, _firm, _firm_of_common_words, _firm_with_place, _spelt, _acronym, _numbered, _vessel,
    _han, _hangul, _syllables, _other_script, _repeated, _joined, _one_word, _long,
)  # fmt: skip


def _letter_lost(by: Inventor, name: str) -> str:
    at = by.rng.randrange(len(name))
    return name[:at] + name[at + 1 :] or name


def _letter_added(by: Inventor, name: str) -> str:
    at = by.rng.randrange(len(name) + 1)
    return name[:at] + by.rng.choice("aehikmnrst1") + name[at:]


def _letter_changed(by: Inventor, name: str) -> str:
    at = by.rng.randrange(len(name))
    return name[:at] + by.rng.choice("aeiouykgsztdmn") + name[at + 1 :]


def _turned(by: Inventor, name: str) -> str:
    parts = name.split()
    by.rng.shuffle(parts)
    return " ".join(parts)


def _glued(by: Inventor, name: str) -> str:
    at = by.rng.randrange(len(name))
    return name[:at] + name[at:].replace(" ", "", 1)


def _parted(by: Inventor, name: str) -> str:
    at = by.rng.randrange(len(name))
    return f"{name[:at]} {name[at:]}"


def _word_lost(by: Inventor, name: str) -> str:
    parts = name.split()
    if len(parts) > 1:
        del parts[by.rng.randrange(len(parts))]
    return " ".join(parts)


def _word_added(by: Inventor, name: str) -> str:
    return " ".join([name, *by.some((*COMMON, *LEGAL, *PARTICLES, *NUMBERS, by.word()))])


def _word_doubled(by: Inventor, name: str) -> str:
    return " ".join([name, *by.some(name.split())])


def _as_initial(by: Inventor, name: str) -> str:
    parts = name.split()
    at = by.rng.randrange(len(parts))
    parts[at] = parts[at][:1]
    return " ".join(parts)


SLIPS = (
    _letter_lost, _letter_added, _letter_changed, _turned, _glued, _parted, _word_lost, _word_added,
    _word_doubled, _as_initial,
)  # fmt: skip
