"""Names in ties become the entries that bear them, where the list has exactly one."""

import pytest

from vigil.lists.relations import with_entries
from vigil.model.entity import Entity, Name, Relation, RelationKind
from vigil.model.order import Kind

LINK = RelationKind.LINKED_TO


def entry(id_: str, name: str, *relations: Relation) -> Entity:
    source = id_.partition(":")[0]
    return Entity(id_, source, Kind.UNKNOWN, (Name(name),), relations=relations)


TIED = entry("sdn:1", "Acme", Relation(LINK, "KOSTROM, Zarvand"))


@pytest.mark.parametrize(
    ("others", "found"),
    [
        pytest.param([entry("sdn:2", "Zarvand Kostrom")], "sdn:2", id="one bearer"),
        pytest.param([], None, id="no bearer"),
        pytest.param([entry("sdn:2", "Zarvand Kostrom"), entry("sdn:3", "Kostrom Zarvand")], None,
                     id="two bearers"),
        pytest.param([entry("un:2", "Zarvand Kostrom")], None, id="a bearer on another list"),
        pytest.param([entry("sdn:2", "Zarvand Kostrom Trading")], None, id="a longer name"),
    ],
)  # fmt: skip
def test_a_name_is_the_entry_that_alone_bears_it(others, found):
    [tied, *rest] = with_entries([TIED, *others])
    assert tied.relations[0].entity == found
    assert rest == others


def test_an_entry_is_not_tied_to_itself_and_a_given_id_stays():
    own = entry("sdn:1", "Acme", Relation(LINK, "Acme"), Relation(LINK, "Acme", "sdn:9"))
    [tied] = with_entries([own])
    assert [r.entity for r in tied.relations] == [None, "sdn:9"]
