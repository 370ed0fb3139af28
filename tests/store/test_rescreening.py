"""Rescreening what a change can touch gives what screening everything anew gives."""

import random
from datetime import date, timedelta

import msgspec
import pytest

import vigil
from vigil.case.policy import CasePolicy
from vigil.case.states import State
from vigil.errors import InvalidInput
from vigil.model.entity import Address, Entity, Identifier, Name, Origin, Relation, RelationKind
from vigil.model.order import Kind
from vigil.model.order_json import parse_order
from vigil.model.policy import Policy
from vigil.model.source import SourceSnapshot
from vigil.store.acceptances import AcceptanceBook
from vigil.store.answering import Answering
from vigil.store.cases import CaseBook
from vigil.store.ledger import check_head, rows
from vigil.store.recorder import Recorder
from vigil.store.rescreening import RESCREENING, Rescreening
from vigil.world import Manifest, World

POLICY, SETTINGS = CasePolicy(), Policy(max_list_age_days=4000)
BEFORE, NOW = date(2026, 8, 6), date(2026, 8, 8)  # no provision begins or ends between them
FIRST = ("Zarvand", "Belmora", "Kostrom", "Quellon", "Marnik", "Tchisk", "Drellin", "Ostravel")
SECOND = ("Orbital", "Avionika", "Precision", "Kosmos", "Maritime", "Severnaya", "Optika")
IMO = ("9187629", "9074729", "9319466", "9241061")
STREETS = ("12 Zarechnaya Street, Omsk", "7 Harbour Lane, Sharjah", "44 Kestrel Road, Izmir")
SHIPPED = vigil.load_world()


class Parts:
    """The shipped catalogues with other parties."""

    def __init__(self, entities):
        self._entities = entities

    def entities(self):
        return self._entities

    def arrays(self):
        return None

    def __getattr__(self, name):
        return getattr(SHIPPED.parts, name)


def world(name, entities, version=date(2026, 8, 1)):
    source = SourceSnapshot(
        id="un_sc", title="A list", version=version, dated_by="publisher", entries=len(entities),
        names=len(entities), sha256="00", file="", file_sha256=name, official=True,
        answers_from=date(2000, 1, 1),
    )  # fmt: skip
    manifest = Manifest(1, (source,), SHIPPED.manifest.catalogues)
    return World(f"sha256:{name}", manifest, Parts(tuple(sorted(entities, key=lambda e: e.id))))


def entity(number, name, **known):
    plain = {"kind": Kind.ORGANISATION, "names": (Name(name),), "listed_on": date(2020, 1, 1)}
    origin = (Origin("un_sc"),)
    return Entity(f"un_sc:{number}", "un_sc", origins=origin, **{**plain, **known})


def order(number, name, **known):
    parties = [{"role": role, "name": name, "country": "TR", **known}
               for role in ("buyer", "consignee", "end_user")]  # fmt: skip
    line = {"line": 1, "hs": "940360", "eccn": "EAR99", "description": "wooden table"}
    return parse_order(
        {"id": f"PO-{number}", "date": "2026-08-01", "parties": parties, "lines": [line],
         "exporter": {"name": "Muster GmbH", "country": "DE"}}
    )  # fmt: skip


def answering(store, held):
    return Answering(held, SETTINGS, AcceptanceBook(store, POLICY), BEFORE)


def record(store, held, orders, on=BEFORE):
    answers = answering(store, held)
    with Recorder(store, POLICY) as recorder:
        return recorder.record([answers.answer(one, '{"as":"received"}', on) for one in orders])


def rescreen(store, before, after, on=NOW):
    return Rescreening(store, answering(store, after), SETTINGS, POLICY, before).run(on)


def told(screening, among=None):
    """What a screening says, without its words; of entries only these, where they are named."""
    found = [
        msgspec.structs.replace(f, summary="")
        for f in screening.findings
        if among is None or f.entity is None or f.entity in among
    ]
    return found, screening.not_checked, screening.outcome if among is None else None


def last_of(store, one):
    book = CaseBook(store, POLICY)
    with store.read() as connection:
        numbers = [r.number for r in rows(connection, subject=one.id, kind="screening")]
    return book.screening(numbers[-1])


def made_up_entities(rng):
    def one(number):
        known = {
            "listed_on": rng.choice([None, date(2020, 1, 1), NOW, NOW - timedelta(1), BEFORE]),
            "delisted_on": rng.choice([None, None, None, NOW, BEFORE]),
        }
        if rng.random() < 0.3:
            known |= {"kind": Kind.VESSEL, "identifiers": (Identifier("imo", rng.choice(IMO)),)}
        if rng.random() < 0.3:
            known["addresses"] = (Address(rng.choice(STREETS), None),)
        if rng.random() < 0.6:
            other = rng.randrange(40)
            named = None if rng.random() < 0.3 else f"un_sc:{other}"
            kind = rng.choice([RelationKind.OWNED_BY, RelationKind.OWNS, RelationKind.LINKED_TO])
            share = rng.choice([None, "60", "30"])
            known["relations"] = (Relation(kind, a_name(rng), named, share),)
        return entity(number, a_name(rng), **known)

    return [one(number) for number in range(40)]


def a_name(rng):
    return f"{rng.choice(FIRST)} {rng.choice(SECOND)}"


def changed_a_little(entities, rng, *, names):
    """Some entries come, go or say something else; `names`: their names change, too."""
    other = made_up_entities(rng)
    after = []
    for old, new in zip(entities, other, strict=True):
        what = rng.random()
        if names and what < 0.05:
            continue
        if names and what < 0.1:
            old = msgspec.structs.replace(old, names=new.names)
        elif what < 0.2:
            field = rng.choice(["listed_on", "delisted_on", "relations", "addresses"])
            old = msgspec.structs.replace(old, **{field: getattr(new, field)})
        after.append(old)
    return after + ([entity(99, a_name(rng))] if names else [])


def made_up_orders(rng):
    for number in range(40):
        known = {}
        if rng.random() < 0.3:
            known["address"] = rng.choice(STREETS)
        if rng.random() < 0.3:
            owner = {"name": a_name(rng), "country": "AE", "share_percent": rng.choice([30, 60])}
            known["owners"] = [owner]
        if rng.random() < 0.1:
            known["founded"] = rng.choice(["2021-08-07", "2021-08-08", "2001-01-01"])
        asked = order(number, rng.choice([a_name(rng), f"Bakery of {rng.choice(FIRST)}"]), **known)
        yield asked


@pytest.mark.parametrize("names", [False, True], ids=["names stay", "names change"])
@pytest.mark.parametrize(
    "seed", [0, *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(1, 12))]
)
def test_the_delta_is_the_full_run(store, seed, names):
    rng = random.Random(seed)
    listed = made_up_entities(rng)
    before = world("a", listed, rng.choice([BEFORE, NOW - timedelta(4)]))
    more = changed_a_little(listed, rng, names=names)
    after = world("b", more, rng.choice([BEFORE, NOW - timedelta(4)]))
    orders = list(made_up_orders(rng))
    days = [rng.choice([BEFORE, NOW, NOW - timedelta(1), BEFORE - timedelta(2)]) for _ in orders]
    for day in set(days):
        record(store, before, [o for o, d in zip(orders, days, strict=True) if d == day], day)
    run, differences = rescreen(store, before, after)
    assert run.orders == len(orders)
    fresh = answering(store, after)
    changed = {e.id for e in listed} ^ {e.id for e in after.names.entities}
    now = {e.id: e for e in after.names.entities}
    changed |= {e.id for e in listed if now.get(e.id) != e}
    touched = {book.order for book in map(CaseBook(store, POLICY).screening, run.screenings)}
    for one in orders:
        full, held = fresh.answer(one, "{}", NOW), last_of(store, one)
        among = changed if names and one.id not in touched else None  # rarity moves the others
        assert told(held, among) == told(full, among), one.id
    assert run.touched > 0
    assert run.untouched > 0
    assert differences
    check_head(store)


ACME, OTHER = order(1, "Zarvand Orbital"), order(2, "Bakery of Lyon")
NOBODY = entity(1, "Nobody Whatever")
LISTED = entity(2, "Zarvand Orbital")


def test_a_new_listing_opens_the_case_of_whom_it_names_and_of_nobody_else(store):
    before, after = world("a", [NOBODY]), world("b", [NOBODY, LISTED])
    assert [r.case for r in record(store, before, [ACME, OTHER])] == [None, None]
    run, [one] = rescreen(store, before, after)
    assert (run.orders, run.touched, run.untouched) == (2, 1, 1)
    assert (one.order, one.outcome_before, one.outcome) == ("PO-1", "clear", "stop")
    assert [found.entity for found in one.new] == ["un_sc:2"] * 3
    assert CaseBook(store, POLICY).case(one.case).state is State.OPEN


def test_a_run_leaves_one_row_that_counts_who_was_not_touched(store):
    before, after = world("a", [NOBODY]), world("b", [NOBODY, LISTED])
    record(store, before, [ACME, OTHER])
    run, _ = rescreen(store, before, after)
    with store.read() as connection:
        [row] = rows(connection, kind=RESCREENING)
    assert msgspec.json.decode(row.body, type=type(run)) == run
    assert (run.before, run.after) == ("sha256:a", "sha256:b")


def test_the_next_run_starts_where_the_last_one_ended(store):
    first, second = world("a", [NOBODY]), world("b", [NOBODY, LISTED])
    record(store, first, [ACME, OTHER])
    rescreen(store, first, second)
    assert rescreen(store, second, second)[0].touched == 0
    third = world("c", [NOBODY, LISTED, entity(3, "Bakery of Lyon")])
    run, [one] = rescreen(store, second, third)
    assert (one.order, run.touched) == ("PO-2", 1)


def test_an_order_that_stands_in_another_world_is_screened_whatever_changed(store):
    record(store, world("older", [NOBODY]), [OTHER])
    run, differences = rescreen(store, world("a", [NOBODY]), world("b", [NOBODY]))
    assert (run.touched, differences) == (1, [])


def test_without_a_world_before_every_order_is_screened(store):
    record(store, world("a", [NOBODY]), [ACME, OTHER])
    assert rescreen(store, None, world("b", [NOBODY]))[0].touched == 2


def closed_case(store, case):
    from vigil.case import events

    book = CaseBook(store, CasePolicy(four_eyes_on=()))
    at = book.case(case).last_at
    book.add(events.Assigned(case=case, by="ann", at=at, to="ann"))
    for found in book.case(case).open_findings:
        said = {"finding": found.id, "disposition": "false_match", "reason": "another one"}
        book.add(events.Disposed(case=case, by="ann", at=at, **said))
    book.add(
        events.Decided(
            case=case, by="ann", at=at, verdict="clear", reason="nothing", needs_second=False
        )
    )
    return book


@pytest.mark.parametrize(("number", "state"), [(3, State.REOPENED), (None, State.CLOSED)])
def test_a_closed_case_is_reopened_by_a_new_finding_only(store, number, state):
    before = world("a", [LISTED])
    [recorded] = record(store, before, [ACME])
    book = closed_case(store, recorded.case)
    assert book.case(recorded.case).verdict == "clear"
    more = [entity(number or 50, "Zarvand Orbital" if number else "Somebody Else")]
    rescreen(store, before, world("b", [LISTED, *more]))
    assert book.case(recorded.case).state is state


def test_an_open_case_learns_what_is_new(store):
    before = world("a", [LISTED])
    [recorded] = record(store, before, [ACME])
    rescreen(store, before, world("b", [LISTED, entity(3, "Zarvand Orbital")]))
    case = CaseBook(store, POLICY).case(recorded.case)
    assert case.state is State.OPEN
    assert {found.entity for found in case.findings} >= {"un_sc:2", "un_sc:3"}
    assert CaseBook(store, POLICY).events(case.id)[-1][1].why == "rescreened in sha256:b"


def test_a_listing_that_begins_between_the_days_is_found(store):
    soon = msgspec.structs.replace(LISTED, listed_on=NOW)
    held = world("a", [NOBODY, soon])
    record(store, held, [ACME])
    assert rescreen(store, held, held, NOW - timedelta(1))[1] == []
    assert [one.outcome for one in rescreen(store, held, held, NOW)[1]] == ["stop"]


def test_a_list_that_grew_too_old_touches_every_order(store):
    held = world("a", [NOBODY], version=date(2026, 8, 1))
    record(store, held, [ACME, OTHER])
    run, differences = rescreen(store, held, held, date(2040, 1, 1))
    assert run.touched == 2
    assert {one.outcome for one in differences} == {"incomplete"}


def test_orders_with_reports_are_not_rescreened_without(store):
    held = world("a", [NOBODY])
    answer = answering(store, held).answer(ACME, "{}", BEFORE)
    report = msgspec.structs.replace(
        answer, outcome="review",
        findings=(*answer.findings, found_report()),
    )  # fmt: skip
    with Recorder(store, POLICY) as recorder:
        recorder.record([report])
    with pytest.raises(InvalidInput, match="--evidence"):
        rescreen(store, None, held)


def found_report():
    from vigil.case.events import FoundThen

    return FoundThen(id="f-r", kind="adverse_report", strength="review",
                     path="$.parties[0].name", value="x", summary="…")  # fmt: skip


def test_no_order_goes_back_in_time(store):
    late = msgspec.structs.replace(LISTED, listed_on=NOW)
    held = world("a", [NOBODY, late])
    record(store, held, [ACME], NOW)
    run, differences = rescreen(store, None, held, BEFORE)
    assert (run.touched, differences) == (1, [])
    assert last_of(store, ACME).on == NOW


def test_other_settings_touch_every_order(store):
    held = world("a", [NOBODY])
    record(store, held, [ACME])
    rescreen(store, held, held)
    other = Policy(max_list_age_days=4000, exporter_country="DE")
    again = Rescreening(store, answering(store, held), other, POLICY, held)
    assert again.run(NOW)[0].touched == 1
    assert again.run(NOW)[0].touched == 0
