"""Rescreening what changed gives what a full run gives on it, and looks at nobody else."""

import random
from collections.abc import Callable, Sequence
from datetime import date

import msgspec
import pytest

from vigil.model.entity import Entity, Identifier, Name
from vigil.model.finding import Finding
from vigil.model.order import Kind
from vigil.model.shelf import load_edition
from vigil.parties.reporting import Reporter
from vigil.rescreen import PartyBook, StoredParty, changed_entries, rescreen, screen_stored
from vigil.rules.catalogue import LawCatalogue
from vigil.rules.shipped import load_law
from vigil.store.compile import DATA, read_shelf
from vigil.world import CatalogueFile, Manifest, World

BEFORE, NOW = date(2026, 8, 6), date(2026, 8, 7)
GIVEN = (
    "Zarvand", "Belmora", "Mohammad", "Aleksandr", "Ivan", "Kim", "Said", "Abdul", "Abdulrahman",
    "Rahman", "Li", "Oksana",
)  # fmt: skip
FAMILY = (
    "Kostrom", "Tchisk", "Ivanov", "Ivanovich", "Quellon", "Drell", "Hussein", "Husain", "Marn",
    "Oo", "Aghajani",
)  # fmt: skip
WORDS = (
    "Orbital", "Precision", "Vostok", "Star", "Trading", "General", "Group", "Kosmos", "Iran",
    "Avia", "Trans", "Sever", "7", "92",
)  # fmt: skip
FORMS = ("LLC", "GmbH", "OOO", "Co., Ltd.", "", "")


class Parts:
    """A world's parts at hand; only names and law are asked for."""

    def __init__(self, entities: Sequence[Entity], law: LawCatalogue) -> None:
        self._entities, self._law = entities, law

    def entities(self) -> Sequence[Entity]:
        return self._entities

    def arrays(self) -> None:
        return None

    def law(self) -> LawCatalogue:
        return self._law


@pytest.fixture(scope="module")
def make_world() -> Callable[..., World]:
    shelf = read_shelf(DATA)
    law = load_law(shelf, load_edition(shelf))
    files = tuple(CatalogueFile(n, NOW, 1, n, n) for n in ("goods", "routes", "law"))
    manifest = Manifest(1, (), files)
    return lambda entities: World("w", manifest, Parts(entities, law))  # type: ignore[arg-type]


def entity(number: int, name: str, **known: object) -> Entity:
    plain = {"kind": Kind.UNKNOWN, "names": (Name(name),), "listed_on": date(2020, 1, 1)}
    return Entity(f"us_ofac_sdn:{number}", "us_ofac_sdn", **{**plain, **known})  # type: ignore[arg-type]


def made_up(rng: random.Random) -> tuple[str, Kind]:
    if rng.random() < 0.5:
        parts = [rng.choice(GIVEN), *rng.sample(FAMILY, rng.randint(1, 2))]
        return " ".join(parts), Kind.PERSON
    return " ".join((*rng.sample(WORDS, rng.randint(1, 3)), rng.choice(FORMS))), Kind.ORGANISATION


def misspelt(name: str, rng: random.Random) -> str:
    words, at = name.split(), rng.randrange(len(name))
    i = rng.randrange(len(words))
    return rng.choice([
        name,
        name[:at] + rng.choice("aeiou ") + name[at + 1 :],
        " ".join(w[:1] if j == i else w for j, w in enumerate(words)),
        "".join(words),
        "".join(word[:1] for word in words).upper(),
        " ".join(reversed(words)),
        f"{name} {rng.choice(FAMILY)}",
    ])  # fmt: skip


def full(
    parties: Sequence[StoredParty], world: World, on: date
) -> dict[tuple[str, str], list[Finding]]:
    reporter = Reporter(on, world.law, world.source_by_id)
    found: dict[tuple[str, str], list[Finding]] = {}
    for party in parties:
        for finding in screen_stored(party, world, reporter):
            found.setdefault((party.id, finding.subject), []).append(finding)
    return found


@pytest.mark.parametrize("seed", range(3))
def test_rescreening_is_the_full_run_on_what_changed(make_world, seed) -> None:
    rng = random.Random(seed)
    names = [made_up(rng) for _ in range(120)]
    before = [entity(n, name, kind=kind) for n, (name, kind) in enumerate(names)]
    after = [
        msgspec.structs.replace(e, names=(Name(made_up(rng)[0]),)) if rng.random() < 0.1 else e
        for e in before if rng.random() > 0.1
    ]  # fmt: skip
    after += [entity(1000 + n, made_up(rng)[0]) for n in range(12)]
    drawn = [*(name for name, _ in names), *(e.names[0].text for e in after)]
    parties = [
        StoredParty(f"p{n}", (misspelt(rng.choice(drawn), rng), made_up(rng)[0]))
        for n in range(200)
    ]
    old, new = make_world(before), make_world(after)
    changed = changed_entries(before, after, BEFORE, NOW)
    found = rescreen(PartyBook(parties), old, new, BEFORE, NOW)
    told = {(c.party, c.entry): (list(c.before), list(c.after)) for c in found}
    was, now = full(parties, old, BEFORE), full(parties, new, NOW)
    keys = {key for key in {*was, *now} if key[1] in changed}
    assert len(keys) > 20
    assert told == {key: (was.get(key, []), now.get(key, [])) for key in keys}


def touched(make_world, parties: list[StoredParty], changed: Entity, *others: Entity) -> list[str]:
    book = PartyBook(parties)
    numbers = book.touched_by([changed], make_world([changed, *others]))
    return [book.parties[number].id for number in numbers]


ACME, OTHER = StoredParty("acme", ("Orbital Vostok LLC",)), StoredParty("other", ("Marn Bakery",))


@pytest.mark.parametrize(
    ("name", "met"),
    [
        pytest.param("ORBITAL VOSTOK", ["acme"], id="the name"),
        pytest.param("ОРБИТАЛ ВОСТОК", ["acme"], id="in another script"),
        pytest.param("OrbitalVostok", ["acme"], id="written as one"),
        pytest.param("Orbital Kestrel Foundry", [], id="one word of several"),
        pytest.param("Kestrel Foundry", [], id="another name"),
    ],
)
def test_only_who_can_be_touched_is_looked_at(make_world, name, met) -> None:
    rest = [entity(n, f"{w} {f}") for n, (w, f) in enumerate(zip(GIVEN, FAMILY, strict=False), 10)]
    assert touched(make_world, [ACME, OTHER], entity(1, name), *rest) == met


def test_a_number_touches_its_bearer_and_nobody_else(make_world) -> None:
    numbered = msgspec.structs.replace(OTHER, identifiers={"imo": "9187629"})
    changed = entity(1, "Kestrel Foundry", identifiers=(Identifier("imo", "9187629"),))
    assert touched(make_world, [ACME, numbered], changed) == ["other"]
    assert touched(make_world, [ACME, OTHER], changed) == []


def test_an_entry_that_only_begins_to_count_is_a_change(make_world) -> None:
    listed = entity(1, "Orbital Vostok", listed_on=NOW)
    world = make_world([listed])
    [change] = rescreen(PartyBook([ACME, OTHER]), world, world, BEFORE, NOW)
    assert (change.party, change.entry, change.before) == ("acme", "us_ofac_sdn:1", ())
    assert [f.kind for f in change.after] == ["listed_party"]
    assert rescreen(PartyBook([ACME, OTHER]), world, world, NOW, NOW) == []


def test_a_delisted_entry_is_told_as_gone(make_world) -> None:
    old, new = make_world([entity(1, "Orbital Vostok")]), make_world([entity(2, "Kestrel Foundry")])
    [change] = rescreen(PartyBook([ACME, OTHER]), old, new, BEFORE, NOW)
    assert change.before
    assert change.after == ()


def test_what_cannot_be_searched_is_said() -> None:
    assert PartyBook([StoredParty("long", ("x" * 2000,)), ACME]).unsearchable == ("long",)
