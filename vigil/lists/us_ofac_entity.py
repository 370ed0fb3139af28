"""What an entry of OFAC's lists becomes, in whichever of its forms it was read.

What a field cannot hold in full stands labelled in `remarks`: documents with country and dates,
nationalities, ships' and aircraft's particulars, and the text of remarks that is no statement.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from vigil.errors import InvalidInput
from vigil.ids.scheme import parse_identifier
from vigil.lists.countries import Countries
from vigil.lists.fields import is_acronym, number_form, remark_lines
from vigil.lists.partial_dates import partial_date
from vigil.lists.us_ofac_labels import Sort
from vigil.lists.us_ofac_remarks import Statement, read_remarks, read_statement
from vigil.model.entity import (
    Address,
    Entity,
    Identifier,
    Name,
    NameKind,
    NameQuality,
    Origin,
    Relation,
    RelationKind,
)
from vigil.model.order import Kind

REGION = re.compile(r"^region:\s*", re.IGNORECASE)  # "Region: Crimea"
IMO = re.compile(r"\bIMO (\d{7})\b")
# A number alone; "Bushehr 512 (birth certificate)" and the like are told in the remarks only.
DOCUMENT_NUMBER = re.compile(r"[A-Z0-9](?:[A-Z0-9 ./-]*[A-Z0-9])?", re.IGNORECASE)
NOT_FIRST = re.compile(r"^[Aa]lt\.? ")  # "alt. Passport": a further one, told by its place already


class Draft:
    """One entry as its parts are read; `entity` asks for all of it.

    Args:
        list_id: the issuing list, which is also the source.
        number: the publisher's own number of the entry.
        name: its primary name.
    """

    def __init__(
        self, list_id: str, number: str, kind: Kind, name: str, countries: Countries
    ) -> None:
        self.id = f"{list_id}:{number}"
        self.name = name
        self._list_id = list_id
        self._kind = kind
        self._table = countries
        self._name_by_text: dict[str, Name] = {name: Name(name, kind=NameKind.PRIMARY)}
        self._listed_on: date | None = None
        self._codes: list[str] = []
        self._addresses: list[Address] = []
        self._identifiers: list[Identifier] = []
        self._births: list[str] = []
        self._birth_places: list[str] = []
        self._genders: list[str] = []
        self._positions: list[str] = []
        self._measures: list[str] = []
        self._relations: list[Relation] = []
        self._remarks: list[tuple[str, str | None]] = []
        self.statements = 0
        self.texts = 0

    def alias(
        self, text: str, *, is_weak: bool = False, is_former: bool = False, is_short: bool = False
    ) -> None:
        """A further name; one that is printed twice keeps its mark.

        Args:
            is_short: the publisher calls it an acronym.
        """
        kind = NameKind.FORMER if is_former else NameKind.ALIAS
        quality = NameQuality.WEAK if is_weak else NameQuality.FULL
        short = is_short or (self._kind is Kind.ORGANISATION and is_acronym(text))
        if short and not is_weak:
            quality = NameQuality.ACRONYM
        known = self._name_by_text.get(text)
        if known is None:
            self._name_by_text[text] = Name(text, quality, kind)
        elif known.quality is NameQuality.FULL and known.kind is not NameKind.PRIMARY:
            self._name_by_text[text] = Name(text, quality, known.kind)

    def address(self, parts: Iterable[str | None], country: str | None) -> None:
        """An address; a lone country goes to the entry's countries."""
        code = self._country(country)
        given = [part for part in parts if part]
        if given:
            text = ", ".join((*given, country) if country else given)
            self._addresses.append(Address(text, code))
        elif country is not None and code is None:
            self.remark("country", country)

    def title(self, title: str | None) -> None:
        """What an entry is, does or did: positions, several after semicolons."""
        texts = (title or "").split(";")
        self._positions += [text.strip() for text in texts if text.strip()]

    def owner(self, name: str | None) -> None:
        """Who is printed as the owner of a ship."""
        if name is not None:
            self._relations.append(Relation(RelationKind.OWNED_BY, name))

    def relation(self, relation: Relation) -> None:
        """A tie to another entry."""
        self._relations.append(relation)

    def remark(self, label: str, text: str | None) -> None:
        """Anything that has no field."""
        self._remarks.append((label, text))

    def remarks(self, text: str | None, *, is_cut: bool = False) -> None:
        """A text of remarks: its statements, and what is left as text.

        Args:
            is_cut: the end of the text is missing.
        """
        if text is None:
            return
        statements, left = read_remarks(text, is_cut=is_cut)
        for statement in statements:
            self.state(statement)
        for piece in left:
            if piece in self._positions:
                self.statements += 1
            else:
                self.unlabelled(piece)

    def labelled(self, piece: str) -> None:
        """A piece that opens with a label, where that is a known one."""
        statement = read_statement(piece)
        if statement is None:
            self.unlabelled(piece)
        else:
            self.state(statement)

    def unlabelled(self, piece: str) -> None:
        """A piece that opens with no known label."""
        self.texts += 1
        self.remark("remark", piece)

    def state(self, statement: Statement) -> None:
        """One statement into its field; what no field holds in full becomes a remark."""
        self.statements += 1
        value = statement.value
        if statement.sort is Sort.BIRTH_DATE:
            self._births.append(partial_date(value) or value)
        elif statement.sort is Sort.BIRTH_PLACE:
            self._birth_places.append(value)
        elif statement.sort is Sort.GENDER:
            self._genders.append(value.lower())
        elif statement.sort in (Sort.NATIONALITY, Sort.CITIZENSHIP):
            self._country(value)
            self.remark(statement.sort.value, value)
        elif statement.sort in (Sort.WEAK_ALIAS, Sort.FORMER_NAME):
            self.alias(value, is_weak=True, is_former=statement.sort is Sort.FORMER_NAME)
        elif statement.sort is Sort.LINK:
            self._relations.append(Relation(RelationKind.LINKED_TO, value))
        elif statement.sort is Sort.FAMILY:
            self._relations.append(Relation(RelationKind.FAMILY_OF, value))
            self.remark("family", statement.printed)
        elif statement.sort is Sort.POSITION:
            self.title(value)
        elif statement.sort is Sort.MEASURE:
            self._measures.append(NOT_FIRST.sub("", statement.printed))
        else:
            self._identifiers += _identifiers(statement)
            label = statement.sort.value
            self.remark(label if statement.sort is Sort.NUMBER else "remark", statement.printed)

    def measure(self, text: str) -> None:
        """What is ordered, in the publisher's words."""
        self._measures.append(text)

    def listed(self, day: date) -> None:
        """A day on which the entry was made; the first counts."""
        self._listed_on = day if self._listed_on is None else min(day, self._listed_on)

    def entity(self, programmes: Sequence[str]) -> Entity:
        """The whole entry."""
        return Entity(
            id=self.id,
            source=self._list_id,
            kind=self._kind,
            names=tuple(self._name_by_text.values()),
            countries=tuple(dict.fromkeys(self._codes)),
            programmes=tuple(dict.fromkeys(programmes)),
            listed_on=self._listed_on,
            addresses=tuple(dict.fromkeys(self._addresses)),
            identifiers=tuple(dict.fromkeys(self._identifiers)),
            birth_dates=tuple(dict.fromkeys(self._births)),
            origins=(Origin(self._list_id),),
            remarks=remark_lines(self._remarks),
            genders=tuple(dict.fromkeys(self._genders)),
            birth_places=tuple(dict.fromkeys(self._birth_places)),
            positions=tuple(dict.fromkeys(self._positions)),
            measures=tuple(dict.fromkeys(self._measures)),
            relations=tuple(dict.fromkeys(self._relations)),
        )

    def _country(self, text: str | None) -> str | None:
        code = self._table.code(REGION.sub("", text)) if text else None
        if code is not None:
            self._codes.append(code)
        return code


def _identifiers(statement: Statement) -> list[Identifier]:
    """The number in the normal form of its scheme, where it is a number of one at all."""
    imo = IMO.search(statement.printed)
    if imo is not None:
        return [Identifier("imo", imo[1])]
    scheme, value = statement.scheme, statement.value
    if scheme is None or not DOCUMENT_NUMBER.fullmatch(value):
        return []
    if scheme != "bic" and not any(c.isdigit() for c in value):
        return []
    try:
        return [Identifier(scheme, parse_identifier(scheme, value))]
    except InvalidInput:  # a check digit that is wrong in print; the remarks tell it as printed
        return [Identifier("registration", number_form(value))] if scheme == "uscc" else []


def tied(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """The entities with the ids of those that their ties name.

    OFAC names the other entry by its primary name; a name that two entries bear says nothing. A
    full stop that ends the remarks may be the name's own.
    """
    read = tuple(entities)
    ids_by_name: dict[str, list[str]] = {}
    for entity in read:
        ids_by_name.setdefault(entity.names[0].text, []).append(entity.id)
    return tuple(_tied(entity, ids_by_name) if entity.relations else entity for entity in read)


def _tied(entity: Entity, ids_by_name: dict[str, list[str]]) -> Entity:
    relations = []
    for relation in entity.relations:
        bearers = [
            (name, ids_by_name[name])
            for name in (relation.name, f"{relation.name}.")
            if name in ids_by_name and relation.entity is None
        ]
        if bearers and len(bearers[0][1]) == 1:
            name, [other] = bearers[0]
            relation = msgspec.structs.replace(relation, name=name, entity=other)
        relations.append(relation)
    return msgspec.structs.replace(entity, relations=tuple(dict.fromkeys(relations)))
