"""How well a name agrees with a listed one: 0–1, with an explanation that can be redone by hand.

    score = agreement / (agreement + deviation) · factors

*Agreement* adds, for each matched word, its weight times how well it matches. *Deviation* adds what
imperfect matches lack, a conflict where both names have something unexplained, what only one of
them has, and small amounts for other legal forms and other numbers. Matched words weigh what the
listed word weighs. The alignment is free of order, and exact (`vigil.names.assignment`).

This file is the specification. Three facts make a complete search possible:

- without a matched word there is no agreement, and the score is 0;
- what a name can at most agree and must at least deviate gives a bound (`upper_bound`);
- whatever comes after (common words, a lone word, country, kind) only lowers the score.

An acronym is the one other way to meet (`acronyms_meet`): it gives a fixed, weak score.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

import msgspec

from vigil.model.finding import Feature
from vigil.names.assignment import best_links
from vigil.names.chance import Crowd, doubt, expected_by_chance
from vigil.names.explanation import (
    DIGITS,
    LEGAL_WEIGHT,
    NUMBER_WEIGHT,
    Parts,
    lowered,
    ratio,
    replay,
    weighted,
)
from vigil.names.features import worth
from vigil.names.legal_forms import LegalClass
from vigil.names.links import (
    Link,
    LinkKind,
    Rarity,
    always_rare,
    find_links,
    is_initial_of,
    weight_of,
)
from vigil.names.lowering import Met, lowering_features
from vigil.names.name_parts import is_patronymic
from vigil.names.prepared import PreparedName, Word
from vigil.names.token_similarity import SCALE

__all__ = [
    "NameScore", "acronyms_meet", "compare_names", "meet", "parts_of", "replay", "upper_bound",
]  # fmt: skip

ACRONYM_SCORE = worth("acronym") * 10  # chosen: a review, and marked weak


class NameScore(msgspec.Struct, frozen=True):
    """How well two names agree, and why.

    `common_words_only` and `acronym` mark agreement that is weak by nature.
    """

    score: float
    features: tuple[Feature, ...] = ()
    common_words_only: bool = False
    acronym: bool = False


def compare_names(
    query: PreparedName,
    listed: PreparedName,
    weights: Rarity | None = None,
    crowd: Crowd | None = None,
    *,
    is_person: bool = False,
    floor: int = 0,
) -> NameScore:
    """The score of a name on a listed name.

    Args:
        query: the name asked about, as `prepare` gives it.
        listed: the name it may be.
        weights: how much a folded word says in the list searched, 1–1000; None: all the same.
        crowd: the listed names among which it is sought; None: nothing agrees by chance.
        is_person: what one of them names is a person.
        floor: ten-thousandths; a score below it is given as 0, because nobody asks for it.

    Returns:
        Similarity 0–1 with four digits; 1.0 for names that are the same once folded. 0 comes
        without features.

    >>> from vigil.names.prepared import prepare
    >>> compare_names(prepare("Saeed Aghajani"), prepare("AGHAJANI, Saeed")).score
    1.0
    >>> compare_names(prepare("Azim Aghajani"), prepare("AGHAJANI, Saeed")).score
    0.4545
    """
    rarity = weights or always_rare
    alone = meet(query, listed, rarity, is_person=is_person)
    if not alone.chosen or ratio(parts_of(alone, rarity)) < floor:
        by_words = NameScore(0.0)  # nothing that follows raises it
    else:
        by_chance = expected_by_chance(query, listed, alone.chosen, crowd)
        met = Met(query, listed, alone.chosen, by_chance, is_person=is_person)
        by_words = _score_of(met, rarity, floor)
    if acronyms_meet(query, listed) and by_words.score * DIGITS < ACRONYM_SCORE:
        letters = query.acronym if query.acronym == _only_word(listed) else listed.acronym
        told = Feature("acronym", ACRONYM_SCORE / DIGITS, f"{letters!r} are the first letters")
        return NameScore(ACRONYM_SCORE / DIGITS, (told,), acronym=True)
    return by_words


def meet(
    query: PreparedName,
    listed: PreparedName,
    rarity: Rarity,
    crowd: Crowd | None = None,
    *,
    is_person: bool = False,
) -> Met:
    """Which words of two names meet, and how many listed names would agree so by chance."""
    chosen = _chosen_links(query, listed, rarity)
    by_chance = expected_by_chance(query, listed, chosen, crowd)
    return Met(query, listed, chosen, by_chance, is_person=is_person)


def acronyms_meet(query: PreparedName, listed: PreparedName) -> bool:
    """Is one name nothing but the first letters of the other?"""
    return bool(
        (query.acronym and query.acronym == _only_word(listed))
        or (listed.acronym and listed.acronym == _only_word(query))
    )


def upper_bound(
    query: PreparedName, listed: PreparedName, similar: Sequence[Set[str]], rarity: Rarity
) -> int:
    """A score in ten-thousandths that `compare_names` cannot exceed by words alone.

    Holds for names between which no words are joined; those are to be compared anyway.

    Args:
        query: the name asked about.
        listed: the name it may be.
        similar: for each word of the query, every listed word that is similar to it.
        rarity: as for the comparison.
    """
    met_by = [
        [i for i, asked in enumerate(query.words)
         if known.text in similar[i] or _by_initial(asked, known)]
        for known in listed.words
    ]  # fmt: skip
    met = {i for places in met_by for i in places}
    weights = [weight_of(known, rarity) for known in listed.words]
    gain = sum(w for w, places in zip(weights, met_by, strict=True) if places)
    alone = sum(weight_of(w, rarity) for i, w in enumerate(query.words) if i not in met)
    return ratio(Parts(gain * SCALE, 0, alone, sum(weights) - gain))


def _by_initial(asked: Word, known: Word) -> bool:
    return is_initial_of(asked, known) or is_initial_of(known, asked)


def _only_word(name: PreparedName) -> str:
    return name.words[0].text if len(name.words) == 1 else ""


def _chosen_links(query: PreparedName, listed: PreparedName, rarity: Rarity) -> tuple[Link, ...]:
    """The best disjoint links; initials only when another word met."""
    links = find_links(query.words, listed.words, rarity)
    if all(link.kind is LinkKind.INITIAL for link in links):
        return ()
    chosen = best_links(links)
    if all(link.kind is LinkKind.INITIAL for link in chosen):
        return best_links([link for link in links if link.kind is not LinkKind.INITIAL])
    return chosen


def _score_of(met: Met, rarity: Rarity, floor: int) -> NameScore:
    parts = parts_of(met, rarity)
    score = ratio(parts)
    lowering = lowering_features(met)
    for feature in lowering:
        score = lowered(score, feature)
    if score < floor:
        return NameScore(0.0)
    features = (*_link_features(met), *_part_features(met, parts), *lowering)
    return NameScore(score / DIGITS, features if score else (), not met.distinctive)


def parts_of(met: Met, rarity: Rarity) -> Parts:
    """The sums that the ratio is made of."""
    query, listed, chosen = met.query, met.listed, met.chosen
    legal = _legal_difference(query.legal, listed.legal)
    query_weight = sum(weight_of(word, rarity) for word in query.words)
    listed_weight = sum(weight_of(word, rarity) for word in listed.words)
    return Parts(
        gain=sum(link.gain for link in chosen),
        cost=sum(link.cost for link in chosen),
        only_in_query=query_weight - sum(link.covers_query for link in chosen),
        only_in_listed=listed_weight - sum(link.covers_listed for link in chosen),
        legal_other=LEGAL_WEIGHT if legal == "legal_other" else 0,
        legal_on_one_side=LEGAL_WEIGHT if legal == "legal_on_one_side" else 0,
        numbers_other=NUMBER_WEIGHT if _numbers_differ(query, listed) else 0,
        initial_in_query=sum(x.weight for x in chosen if x.kind is LinkKind.INITIAL),
        chance=doubt(met.by_chance, len(met.telling), is_person=met.is_person),
        patronymic_in_listed=sum(
            weight_of(word, rarity) for word in met.listed_rest if is_patronymic(word.text)
        ),
    )


def _legal_difference(one: Sequence[LegalClass], other: Sequence[LegalClass]) -> str | None:
    """Whether legal forms differ; `company` alone goes with any form."""
    if not one and not other:
        return None
    if not one or not other:
        return "legal_on_one_side"
    exact = {*one} & {*other} or LegalClass.COMPANY in one or LegalClass.COMPANY in other
    return None if exact else "legal_other"


def _numbers_differ(query: PreparedName, listed: PreparedName) -> bool:
    """Has each name a number that the other has not?"""
    return bool(query.numbers - listed.numbers and listed.numbers - query.numbers)


def _link_features(met: Met) -> list[Feature]:
    return [
        weighted(
            link.kind,
            link.similarity,
            f"{_quoted(met.query, link.query)} for {_quoted(met.listed, link.listed)}",
            link.weight,
        )
        for link in met.chosen
    ]


def _part_features(met: Met, parts: Parts) -> list[Feature]:
    """A feature for each part of the deviation that is not of a matched word."""
    query, listed, chosen = met.query, met.listed, met.chosen
    met_query = {i for link in chosen if link.kind is not LinkKind.INITIAL for i in link.query}
    met_listed = {j for link in chosen for j in link.listed}
    legal = f"{' and '.join(query.legal) or 'none'} for {' and '.join(listed.legal) or 'none'}"
    numbers = f"{', '.join(sorted(query.numbers))} for {', '.join(sorted(listed.numbers))}"
    details = {
        "only_in_query": _rest(query, met_query),
        "only_in_listed": _rest(listed, met_listed),
        "legal_other": legal,
        "legal_on_one_side": legal,
        "numbers_other": numbers,
        "chance": "what differs counts more, as other listed names agree by chance",
        "patronymic_in_listed": "a father's name, which people leave out",
    }
    return [
        weighted(name, 0, what, getattr(parts, name))
        for name, what in details.items()
        if getattr(parts, name)
    ]


def _quoted(name: PreparedName, places: Sequence[int]) -> str:
    return repr(" ".join(name.words[place].text for place in places))


def _rest(name: PreparedName, met: Set[int]) -> str:
    """The words that nothing met, or what is left of those that met only in part."""
    left = [word.text for place, word in enumerate(name.words) if place not in met]
    return repr(" ".join(left)) if left else "what its words say more than those they met"
