"""What lowers a score after its ratio: a table of rules, applied in order, each rounded.

A rule sees which words met and answers a factor in thousandths and why, or nothing. No rule raises
a score, which is what a complete search rests on.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

from vigil.model.finding import Feature
from vigil.names.chance import NOT_COUNTED
from vigil.names.explanation import factor
from vigil.names.features import worth
from vigil.names.links import Link, LinkKind, is_initial_of
from vigil.names.name_parts import is_patronymic, same_patronymic
from vigil.names.places import PLACES
from vigil.names.prepared import FEWEST_COMMON, PreparedName, Word, WordClass
from vigil.names.token_similarity import SCALE, strong_letters

# Chosen so that a full agreement otherwise falls below a review at .70 (`vigil.names.features`).
ONE_WORD = worth("one_word_of_a_person")
OTHER_PATRONYMIC = worth("other_patronymic")
OTHER_INITIAL = worth("other_initial")
OTHER_PLACE = worth("other_place")
OTHER_NAME = worth("other_name")
NUMBER_ON_ONE_SIDE = worth("number_on_one_side")

FEWEST_SPELT = 3  # single letters that make a name, like A. B. C.
CLOSE_WORD = 880  # similarity below which a word that met is not just spelt otherwise
NO_STOP = worth("not_everything_agrees")  # the most of a name in which not everything agrees
PARTICLES = (WordClass.PARTICLE, WordClass.NUMBER)

LONGEST_ORDINAL = 2  # digits
SHORT_WORD = 5  # letters; up to here a lone word must be met exactly (Mado is no Amado)
SHORT_LOSS, LONG_LOSS = 4, 1  # chosen: how much faster a lone word loses than its similarity

FEW_BY_CHANCE = 40_000  # millionths of a name: up to here nobody need doubt a full agreement
# A full agreement stays a review, whatever its words; anything less does not.
OFTEN = worth("often_by_chance")


class Met:
    """Two names and the words of theirs that met."""

    def __init__(
        self,
        query: PreparedName,
        listed: PreparedName,
        chosen: Sequence[Link],
        by_chance: int = 0,
        *,
        is_person: bool = False,
    ) -> None:
        self.query = query
        self.listed = listed
        self.chosen = chosen
        self.by_chance = by_chance
        self.is_person = is_person

    @cached_property
    def query_places(self) -> frozenset[int]:
        """The words of the query that met."""
        return frozenset(i for link in self.chosen for i in link.query)

    @cached_property
    def listed_places(self) -> frozenset[int]:
        """The words of the listed name that met."""
        return frozenset(j for link in self.chosen for j in link.listed)

    @cached_property
    def query_rest(self) -> tuple[Word, ...]:
        """The words of the query that did not."""
        return tuple(w for i, w in enumerate(self.query.words) if i not in self.query_places)

    @cached_property
    def listed_rest(self) -> tuple[Word, ...]:
        """The words of the listed name that did not."""
        return tuple(w for j, w in enumerate(self.listed.words) if j not in self.listed_places)

    @cached_property
    def distinctive(self) -> tuple[Link, ...]:
        """The links that rest on a word that can point to somebody."""
        return tuple(link for link in self.chosen if self._is_distinctive(link))

    @cached_property
    def telling(self) -> tuple[Link, ...]:
        """The links that chance is reckoned of: all but initials and particles."""
        return tuple(
            link for link in self.chosen
            if link.kind is LinkKind.JOINED
            or (link.kind is LinkKind.WORD
            and self.listed.words[link.listed[0]].word_class not in NOT_COUNTED)
        )  # fmt: skip

    def _is_distinctive(self, link: Link) -> bool:
        if link.kind is LinkKind.INITIAL:
            return False
        return link.kind is LinkKind.JOINED or self.listed.words[link.listed[0]].is_distinctive


Rule = Callable[[Met], Feature | None]


def lowering_features(met: Met) -> list[Feature]:
    """The factors that the rules find, in their order."""
    found = (rule(met) for rule in RULES)
    return [feature for feature in found if feature is not None]


def _common_words_only(met: Met) -> Feature | None:
    """Words that many names share point to somebody only when all of both names meet."""
    if met.distinctive:
        return None
    kinds = [met.listed.words[link.listed[0]].word_class for link in met.chosen]
    spelt = kinds.count(WordClass.INITIAL) >= FEWEST_SPELT
    enough = spelt or kinds.count(WordClass.COMMON) >= FEWEST_COMMON
    whole = not met.query_rest and not met.listed_rest
    # What is asked as it is listed stays a review, however little it says (W. K. Agencies); a
    # single word only beside the same legal forms (Technology LLC).
    as_listed = len(met.chosen) > 1 or met.query.legal == met.listed.legal
    equal = whole and as_listed and all(x.similarity == SCALE for x in met.chosen)
    says = SCALE if whole and enough else OFTEN if equal else 0
    return factor("common_words_only", says, "no word that met is distinctive")


def _lone_word(met: Met) -> Feature | None:
    """A single distinctive word that met must be written alike."""
    if len(met.distinctive) != 1 or met.distinctive[0].similarity == SCALE:
        return None
    only = met.distinctive[0]
    length = sum(len(met.listed.words[j].text) for j in only.listed)
    short = length <= SHORT_WORD and not _same_frame(met, only)
    loss = SHORT_LOSS if short else LONG_LOSS
    left = max(0, SCALE - loss * (SCALE - only.similarity))
    return factor("lone_word", left, "the one distinctive word met is written otherwise")


def _same_frame(met: Met, link: Link) -> bool:
    """Do two words begin alike and have the same strong letters (Qaeda, Qaida; not Mado, Amado)?"""
    if link.kind is not LinkKind.WORD:
        return False
    asked, known = met.query.words[link.query[0]].text, met.listed.words[link.listed[0]].text
    return asked[0] == known[0] and strong_letters(asked) == strong_letters(known)


def _one_word_of_a_person(met: Met) -> Feature | None:
    """People share given names and family names: one of two words in common is no agreement."""
    rest = (*met.query_rest, *met.listed_rest)
    if (
        not met.is_person
        or _is_by_initials(met)
        or len(met.query.words) == 1
        or not any(map(_is_full, rest))
    ):
        return None
    full = sum(
        min(_full_words(met.query, link.query), _full_words(met.listed, link.listed))
        for link in met.chosen
        if link.kind is not LinkKind.INITIAL
    )
    return factor("one_word_of_a_person", ONE_WORD, "only one full word met") if full < 2 else None


def _is_by_initials(met: Met) -> bool:
    """Does an initial stand for a word? Who writes initials writes the other words in full, so a
    side with an initial that met and a word that did not is another's name (H. Hartung is no Hu).
    """
    return any(
        not any(map(_is_full, met.query_rest if ours else met.listed_rest))
        for link in met.chosen
        if link.kind is LinkKind.INITIAL
        for ours in (met.query.words[link.query[0]].word_class is WordClass.INITIAL,)
    )


def _full_words(name: PreparedName, places: Sequence[int]) -> int:
    return sum(_is_full(name.words[place]) for place in places)


def _is_full(word: Word) -> bool:
    return word.word_class in (WordClass.PLAIN, WordClass.COMMON)


def _other_patronymic(met: Met) -> Feature | None:
    """The father's name differs."""
    asked = [word.text for word in met.query.words if is_patronymic(word.text)]
    known = [word.text for word in met.listed.words if is_patronymic(word.text)]
    if not asked or not known or min(len(met.query.words), len(met.listed.words)) < 3:
        return None
    if any(same_patronymic(one, other) for one in asked for other in known):
        return None
    told = f"{' '.join(asked)!r} for {' '.join(known)!r}"
    return factor("other_patronymic", OTHER_PATRONYMIC, told)


def _other_initial(met: Met) -> Feature | None:
    """A person's initial stands for no name of the other, which has one to spare."""
    if not met.is_person:
        return None
    for ours, theirs in ((met.query_rest, met.listed_rest), (met.listed_rest, met.query_rest)):
        initials = [w for w in ours if w.word_class is WordClass.INITIAL]
        spare = [w for w in theirs if w.word_class in (WordClass.INITIAL, WordClass.PLAIN)]
        if initials and spare and not any(is_initial_of(i, w) for i in initials for w in spare):
            told = f"{initials[0].text!r} for {spare[0].text!r}"
            return factor("other_initial", OTHER_INITIAL, told)
    return None


def _other_place(met: Met) -> Feature | None:
    """A firm's name with a country in it is that country's firm."""
    if met.is_person:
        return None
    extra = [w.text for w in (*met.query_rest, *met.listed_rest) if w.text in PLACES]
    return factor("other_place", OTHER_PLACE, f"{extra[0]!r} on one side only") if extra else None


def _other_name(met: Met) -> Feature | None:
    """Of a person's many names each side has one that the other has not: another's son or house."""
    ours = [word.text for word in met.query_rest if _is_full(word)]
    theirs = [word.text for word in met.listed_rest if _is_full(word)]
    if not (met.is_person and ours and theirs):
        return None
    return factor("other_name", OTHER_NAME, f"{ours[-1]!r} for {theirs[-1]!r}")


def _number_on_one_side(met: Met) -> Feature | None:
    """Of firms and ships that differ by a small number one has it; longer ones are no names'."""
    if met.is_person:
        return None
    extra = [w.text for w in (*met.query_rest, *met.listed_rest) if _is_ordinal(w)]
    told = f"{extra[0]!r} on one side only" if extra else ""
    return factor("number_on_one_side", NUMBER_ON_ONE_SIDE, told) if extra else None


def _is_ordinal(word: Word) -> bool:
    return word.word_class is WordClass.NUMBER and len(word.text) <= LONGEST_ORDINAL


def _often_by_chance(met: Met) -> Feature | None:
    """People's names of common words are borne by many: even a full agreement says little."""
    if not met.is_person or len(met.telling) < 2 or met.by_chance < FEW_BY_CHANCE:
        return None
    return factor("often_by_chance", OFTEN, "as many listed names would agree by chance")


def _not_everything_agrees(met: Met) -> Feature | None:
    """A stop needs every word to agree; with anything unexplained a person looks."""
    left = (*met.query_rest, *met.listed_rest)
    distinctive = met.distinctive
    unlike = any(link.similarity < CLOSE_WORD for link in met.chosen)
    initials = any(link.kind is LinkKind.INITIAL for link in met.chosen)
    lone = len(distinctive) == 1 and distinctive[0].similarity < SCALE
    if not (unlike or initials or lone or any(w.word_class not in PARTICLES for w in left)):
        return None
    return factor("not_everything_agrees", NO_STOP, "a word is left, or written otherwise")


RULES: tuple[Rule, ...] = (
    _common_words_only,
    _lone_word,
    _one_word_of_a_person,
    _other_patronymic,
    _other_initial,
    _other_place,
    _other_name,
    _number_on_one_side,
    _often_by_chance,
    _not_everything_agrees,
)
