"""What two names contradict when they are compared alone: a table of rules, as in `lowering`.

A search knows how many listed names agree by chance, and doubts what differs by that. Two names
alone have no such measure, so what tells two namesakes apart is said here outright. No rule raises
a score. What each separates was measured on pairs that nobody labelled: aliases of one entry of the
US list and altered names against the nearest other entries (docs/methods/names.md).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from vigil.model.finding import Feature
from vigil.names.explanation import factor
from vigil.names.features import worth
from vigil.names.legal_forms import words_of_forms
from vigil.names.links import Link, LinkKind
from vigil.names.lowering import CLOSE_WORD, Met
from vigil.names.name_parts import is_patronymic
from vigil.names.prepared import Word, WordClass
from vigil.names.token_similarity import SCALE, skeleton

# Chosen so that an agreement of the other words falls below a review at .70.
OTHER_LEGAL_FORM = worth("other_legal_form")  # an AG is no GmbH, whatever else agrees
OTHER_SHIP = worth("other_ship")
OTHER_TRADE = worth("other_trade")
OTHER_WORD = worth("other_word")
OTHER_GENDER_FORM = worth("other_gender_form")
NUMBER_ON_ONE_SIDE = worth("number_on_one_side")

FAR_WORD = 820  # similarity below which a word that begins otherwise is another name
# First letters that stand for one sound in different romanisations: Jong and Chong, Jaber and
# Gaber, Shakra and Chakra, Khan and Han, Djamal and Jamal, Nikolai and Mikalai.
EXCHANGED_TEXT = "cj cs cz ck dj gj jy jz sz kq kg kh gh gq hj vw vb uv iy ij ou mn"
EXCHANGED = frozenset(map(frozenset, EXCHANGED_TEXT.split()))
SAME_STEM = 4  # letters
NO_TRADE = frozenset({"group", "grupo", "holding", "holdings"})
ROMAN_LETTERS = frozenset("ivx")  # alone at the end of a firm's or ship's name they are numbers
WOMENS_ENDINGS = ("ova", "eva", "ina", "aya", "aia")
MENS_ENDINGS = ("ov", "ev", "in", "y", "i")


class Alone(msgspec.Struct, frozen=True):
    """Two names that met with no list, the features that say how, and what the rules ask.

    `in_one_script`: both are printed in the same letters, so that none was guessed from others.
    """

    met: Met
    features: tuple[Feature, ...]
    is_vessel: bool = False
    in_one_script: bool = True


Rule = Callable[[Alone], Feature | None]


def conflicts(alone: Alone) -> Iterator[Feature]:
    """The factors that the rules find, in their order."""
    for rule in RULES:
        found = rule(alone)
        if found is not None:
            yield found


def _other_legal_form(alone: Alone) -> Feature | None:
    if not any(feature.name == "legal_other" for feature in alone.features):
        return None
    return factor("other_legal_form", OTHER_LEGAL_FORM, "each has another legal form")


def _other_ship(alone: Alone) -> Feature | None:
    """Ships of one owner share words: every word and every number tells them apart."""
    if not alone.is_vessel:
        return None
    rest = (*alone.met.query_rest, *alone.met.listed_rest)
    left = [word.text for word in rest if word.word_class not in SMALL]
    if left:
        return factor("other_ship", OTHER_SHIP, f"{left[0]!r} on one side only")
    lone = alone.met.distinctive
    if len(lone) == 1 and lone[0].similarity < CLOSE_WORD:
        return factor("other_ship", OTHER_SHIP, "the one word of its name is written otherwise")
    return None


def _other_trade(alone: Alone) -> Feature | None:
    """A firm of the same one name and of another trade (X Systems, X Trading) is another firm."""
    met = alone.met
    if met.is_person or len(met.distinctive) != 1:
        return None
    ours, theirs = (_trades(rest) for rest in (met.query_rest, met.listed_rest))
    if not (ours or theirs) or any(_same_trade(a, b) for a in ours for b in theirs):
        return None
    if not (ours and theirs) and not _only_the_name_met(met):
        return None
    told = " for ".join(repr(trade[0]) for trade in (ours, theirs) if trade)
    return factor("other_trade", OTHER_TRADE, told)


def _same_trade(one: str, other: str) -> bool:
    """Are two common words one in another form (trade and trading, air and airlines)?"""
    stem = min(len(one), len(other), SAME_STEM)
    return one[:stem] == other[:stem]


def _only_the_name_met(met: Met) -> bool:
    """Did the one distinctive word meet exactly, no word of trade, and is no other one left?"""
    rest = (*met.query_rest, *met.listed_rest)
    return (
        all(link in met.distinctive and link.similarity == SCALE for link in met.chosen)
        and not any(word.is_distinctive for word in rest)
    )  # fmt: skip


def _trades(rest: tuple[Word, ...]) -> list[str]:
    """The common words that are no part of a legal form and do not just say that it is a group."""
    return [
        word.text
        for word in rest
        if word.word_class is WordClass.COMMON and word.text not in NO_TRADE | words_of_forms()
    ]


def _other_word(alone: Alone) -> Feature | None:
    """Names of people that begin otherwise, and are otherwise only somewhat similar, differ."""
    if not (alone.met.is_person and alone.in_one_script):
        return None
    for link in alone.met.chosen:
        if link.kind is LinkKind.WORD and link.similarity < FAR_WORD:
            asked, known = _words_of(alone.met, link)
            other_sound = not _begin_alike(asked, known) and skeleton(asked) != skeleton(known)
            if other_sound and not is_patronymic(known):
                return factor("other_word", OTHER_WORD, f"{asked!r} for {known!r}")
    return None


def _begin_alike(one: str, other: str) -> bool:
    """Have two words one first letter, or two that romanisations exchange (Chong, Jong)?"""
    return one[0] == other[0] or frozenset((one[0], other[0])) in EXCHANGED


def _other_gender_form(alone: Alone) -> Feature | None:
    """A woman's form of a family name is not a man's, where another name differs as well."""
    if not alone.met.is_person:
        return None
    links = [link for link in alone.met.chosen if link.kind is LinkKind.WORD]
    turned = [link for link in links if _is_other_gender(*_words_of(alone.met, link))]
    if not turned or all(link in turned or link.similarity == SCALE for link in links):
        return None
    asked, known = _words_of(alone.met, turned[0])
    return factor("other_gender_form", OTHER_GENDER_FORM, f"{asked!r} for {known!r}")


def _is_other_gender(one: str, other: str) -> bool:
    forms = ((one, other), (other, one))
    return any(a.endswith(WOMENS_ENDINGS) and b.endswith(MENS_ENDINGS) for a, b in forms)


def _number_on_one_side(alone: Alone) -> Feature | None:
    """A last letter I, V or X of a firm's or a ship's name counts it: Fund I is not Fund."""
    met = alone.met
    if met.is_person or any(f.name == "number_on_one_side" for f in alone.features):
        return None
    for name, rest in ((met.query, met.query_rest), (met.listed, met.listed_rest)):
        last = name.words[-1]
        if last.text in ROMAN_LETTERS and last in rest and len(name.words) > 1:
            return factor(
                "number_on_one_side", NUMBER_ON_ONE_SIDE, f"{last.text!r} on one side only"
            )
    return None


def _words_of(met: Met, link: Link) -> tuple[str, str]:
    return met.query.words[link.query[0]].text, met.listed.words[link.listed[0]].text


SMALL = (WordClass.PARTICLE, WordClass.INITIAL)
RULES: tuple[Rule, ...] = (
    _other_legal_form,
    _other_ship,
    _other_trade,
    _other_word,
    _other_gender_form,
    _number_on_one_side,
)
