"""A pair of names as far as the constants of the score matter, so that others can be tried fast."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from vigil.index.names import NameIndex
from vigil.model.entity import Entity
from vigil.model.finding import Feature
from vigil.model.order import Kind
from vigil.names import chance, explanation
from vigil.names.explanation import Parts, applied, factor, lowered, ratio
from vigil.names.links import LinkKind
from vigil.names.lowering import lowering_features
from vigil.names.readings import prepared_readings
from vigil.names.score import meet, parts_of
from vigil.names.token_similarity import SCALE
from vigil.parties.match import OTHER_KIND


class Row(msgspec.Struct):
    """Two readings met over a list: links, the rest, factors, chance."""

    links: list[tuple[int, int]]
    rest: Parts
    lowering: list[Feature]
    by_chance: int
    telling: int
    is_person: bool

    def score(self) -> int:
        """With the constants as they stand, in ten-thousandths."""
        gain = cost = 0
        for weight, similarity in self.links:
            lost = explanation.deviation(similarity)
            gain += weight * (SCALE - lost)
            cost += weight * lost
        doubt = chance.doubt(self.by_chance, self.telling, is_person=self.is_person)
        score = ratio(msgspec.structs.replace(self.rest, gain=gain, cost=cost, chance=doubt))
        for feature in self.lowering:
            score = lowered(score, feature)
        return score


class Replayed(msgspec.Struct):
    """A comparison without a list, by its explanation."""

    features: Sequence[Feature]

    def score(self) -> int:
        """With the constants as they stand, in ten-thousandths."""
        return applied(self.features)


def rows_of(index: NameIndex, query: str, entity: Entity, kind: Kind | None) -> Iterator[Row]:
    """A row for each reading of the query and of each name of an entity that share a word."""
    known = kind if kind and entity.kind is Kind.UNKNOWN else entity.kind
    other_kind = kind is not None and Kind.UNKNOWN is not entity.kind and kind is not entity.kind
    is_person = known is Kind.PERSON
    for asked in prepared_readings(query):
        for name in entity.names:
            for listed in prepared_readings(name.text, is_person=entity.kind is Kind.PERSON):
                met = meet(asked, listed, index.rarity, index.crowd, is_person=is_person)
                links = [
                    (x.weight, x.similarity) for x in met.chosen if x.kind is not LinkKind.INITIAL
                ]
                if not links:
                    continue
                lowering = lowering_features(met)
                is_firm = kind is Kind.PERSON and entity.kind is Kind.UNKNOWN and listed.legal
                if other_kind or is_firm:
                    lowering.append(factor("other_kind", OTHER_KIND, "a person is no firm"))
                rest = parts_of(met, index.rarity)
                yield Row(links, rest, lowering, met.by_chance, len(met.telling), is_person)
