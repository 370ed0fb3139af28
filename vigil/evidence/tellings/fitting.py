"""How well a statement fits a group of statements that tell one thing."""

from __future__ import annotations

from vigil.evidence.tellings.claim_group import Group
from vigil.evidence.tellings.telling import Keys, Telling, Weights, best_clauses, likeness

# Chosen on the gold groupings of the invented stories: tests/evidence/test_claims.py.
JOINS = 0.31  # the fit by which a statement joins a group
OTHER_STATE = 0.15  # what speakers of two states take away, or an outlet and a state
OTHER_SPEAKER = 0.05  # what two speakers take away that may be one ("the firm", "managers")
PART = 0.7  # how much the clauses that fit best count against the whole statement
OTHER_STATES = 0.1  # what naming other states takes away
NEGATED = 0.2  # what a "not" on one side takes away
ENOUGH, ALIKE = 3.0, 0.5  # shared weight (nats) below which only this likeness joins
SHARED_KEYS = 2  # that two statements must share, a state as a half; fewer if one has fewer


def fit(telling: Telling, group: Group, weights: Weights) -> tuple[float, int, int]:
    """How well a telling fits a group, and by which of its clauses."""
    statement = telling.statement
    end = len(telling.parts) - 1
    if statement.denial is not group.denial:
        return 0.0, 0, end
    every = Keys(telling.keys, telling.named)
    scores = [_fit(every, telling, wording, weights) for wording in group.wordings]
    best = max(scores)
    score = 0.7 * best[0] + 0.3 * sum(s for s, _, _ in scores) / len(scores)
    score -= NEGATED * (statement.negated is not group.negated)
    others = group.speakers
    if telling.speaker and others and not any(telling.speaker & o for o in others):
        if telling.when and not group.times <= {"", telling.when}:
            return 0.0, 0, end  # "before the war" of one, "since August" of the other
        parties = telling.speaker.union(*others)
        score -= OTHER_STATE if all(key[0] == "@" for key in parties) else OTHER_SPEAKER
    return score, best[1], best[2]


def best_likeness(telling: Telling, first: int, last: int, group: Group, weights: Weights) -> float:
    """How like some clauses are to the wording of a group that is most like them."""
    part = Keys(telling.within(first, last), telling.named)
    return max((likeness(part, wording, weights) for wording in group.wordings), default=0.0)


def _fit(every: Keys, telling: Telling, wording: Keys, weights: Weights) -> tuple[float, int, int]:
    """How well a telling fits one wording of a group, and by which clauses."""
    end = len(telling.parts) - 1
    shared = (every.told | every.named) & wording.told | every.told & wording.named
    needed = min(SHARED_KEYS, _content(every.told), _content(wording.told))
    weight = weights.sum(shared)
    most = 2 * weight / (weight + weights.sum(wording.told) + 1e-9)  # if its clauses were no more
    if most < JOINS / 2 or _content(shared) < needed:
        return 0.0, 0, end
    first, last = best_clauses(telling, wording.told | wording.named, weights)
    part = Keys(telling.within(first, last), every.named)
    alike, whole = likeness(part, wording, weights), likeness(every, wording, weights)
    if whole >= alike:  # clauses are taken only where they are more like it
        part, alike, first, last = every, whole, 0, end
    if alike < ALIKE and weight < ENOUGH:
        return 0.0, 0, end
    score = PART * alike + (1 - PART) * whole
    return score - OTHER_STATES * _other_states(part, wording), first, last


def _content(keys: frozenset[str]) -> float:
    """How many keys, a state as a half: it stands in most sentences of its story."""
    return len(keys) - sum(key[0] == "@" for key in keys) / 2


def _other_states(left: Keys, right: Keys) -> float:
    """Of the states that two sides name, the share that only one names; 0 where one names none."""
    one, other = (frozenset(k for k in side.told if k[0] == "@") for side in (left, right))
    if not one or not other:
        return 0.0
    named = left.named | right.named
    return len((one ^ other) - named) / len(one | other)
