"""Ukraine's register, on small answers written for these tests; the real ones were never seen."""

import copy
import json
from datetime import date

import pytest

from vigil.errors import SourceChanged
from vigil.lists.countries import Countries
from vigil.lists.loaded import Bounds, Dating
from vigil.lists.ua_nsdc import read_ua_nsdc
from vigil.model.entity import Identifier

DATING = Dating(date(2026, 8, 7))
PERSON = {
    "sid": 901, "name": "Приклад Іван (Пример Иван, Example Ivan)", "translit": "Pryklad Ivan",
    "aliases": ["Приклад І."], "citizenships": ["RU", "LN"], "bd": "07.10.1952", "dd": None,
    "identifiers": [{"id": "tax:inn", "code": "500100732259"},
                    {"id": "doc:f_passport", "code": "12 345678", "iso2": "RU", "note": "old"},
                    {"id": None, "code": "A-1"}, {"id": "tax:inn", "code": "123"}],
    "attributes": [{"key": "Посада", "value": "директор"}], "status": "active",
}  # fmt: skip
FIRM = {
    "sid": 902, "name": "ТОВ Приклад", "translit": "TOV Pryklad", "aliases": None,
    "citizenships": None, "bd": "2001", "dd": None, "identifiers": None, "attributes": None,
    "status": "expired",
}  # fmt: skip
ACTIONS = {
    "901": [{"aid": 1, "status": "active", "endDate": None, "term": "безстроково",
             "decree": {"number": "117/2022", "date": "24.02.2022", "link": "https://x.example"},
             "restrictions": [{"restriction": "блокування активів"}]}],
    "902": [{"aid": 2, "decree": {"number": "5/2019", "date": "2019-03-01"},
             "endDate": "2022-03-01"}],
}  # fmt: skip


def written(persons=(PERSON,), firms=(FIRM,), actions=ACTIONS):
    parts = {"individual.json": list(persons), "legal.json": list(firms), "actions.json": actions}
    return {name: json.dumps(part, ensure_ascii=False).encode() for name, part in parts.items()}


def read(files, bounds=None):
    table = Countries({"Russia": "RU"})
    return read_ua_nsdc(files, table, DATING, bounds or Bounds(1, 10))


@pytest.fixture
def entities():
    return read(written()).entities


def test_the_id_is_the_subjects_number(entities):
    assert [entity.id for entity in entities] == ["ua_nsdc:901", "ua_nsdc:902"]


def test_a_name_of_three_languages_is_three_names_and_itself(entities):
    assert [name.text for name in entities[0].names] == [
        "Приклад Іван (Пример Иван, Example Ivan)", "Приклад Іван", "Пример Иван", "Example Ivan",
        "Pryklad Ivan", "Приклад І.",
    ]  # fmt: skip


def test_numbers_have_their_schemes_and_all_stand_in_the_remarks(entities):
    assert entities[0].identifiers == (
        Identifier("inn", "500100732259"),
        Identifier("passport", "12345678"),
        Identifier("registration", "A1"),
    )
    assert "identifier: doc:f_passport, 12 345678, RU, old" in entities[0].remarks
    assert "identifier: tax:inn, 123" in entities[0].remarks


def test_a_decree_says_since_when_and_what(entities):
    person = entities[0]
    assert (person.listed_on, person.delisted_on) == (date(2022, 2, 24), None)
    assert (person.programmes, person.measures) == (("117/2022",), ("блокування активів",))


def test_what_has_no_field_stands_in_the_remarks(entities):
    assert "Посада: директор" in entities[0].remarks
    assert "citizenship: LN" in entities[0].remarks
    assert "action: 1, active, 117/2022, 24.02.2022, https://x.example, безстроково" in (
        entities[0].remarks
    )
    assert (entities[0].birth_dates, entities[0].countries) == (("1952-10-07",), ("RU",))


def test_an_expired_listing_ends_after_its_last_day(entities):
    assert entities[1].delisted_on == date(2022, 3, 2)
    assert "founded: 2001" in entities[1].remarks


def test_an_excluded_subject_without_end_counts_up_to_the_lists_day():
    firm = FIRM | {"status": "excluded"}
    actions = ACTIONS | {"902": [{"aid": 2}]}
    assert read(written(firms=[firm], actions=actions)).entities[1].delisted_on == date(2026, 8, 7)


def test_an_active_subject_is_not_delisted_by_an_end_that_passed():
    assert read(written(firms=[FIRM | {"status": "active"}])).entities[1].delisted_on is None


def test_the_layout_was_never_seen_and_the_list_says_so():
    assert read(written()).note == "layout not yet seen in the wild"


def changed(path, value):
    """The files with the value at a path of keys replaced."""
    parts = copy.deepcopy({"person": PERSON, "firm": FIRM, "actions": ACTIONS})
    *way, last = path
    place = parts
    for key in way:
        place = place[key]
    place[last] = value
    return written([parts["person"]], [parts["firm"]], parts["actions"])


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        (("person", "colour"), "red", "JSON of the known layout: .*colour"),
        (("person", "status"), "unknown", "status must be one of"),
        (("person", "name"), " ", "a subject must have a name"),
        (("person", "identifiers"), [{"id": "x:1", "code": "1"}], "of type tax:, reg: or doc:"),
        (("actions", "901"), [{"aid": 1, "more": 1}], "actions.json must be JSON"),
        (("actions", "901"), [{"aid": 1, "endDate": "soon"}], "a date must be like"),
        (("actions", "903"), [], "known subjects only, got '903'"),
        (("firm", "sid"), 903, "must have every subject of legal.json, got 903"),
        (("firm", "sid"), 901, "must have every subject of legal.json, got 901"),
    ],
)
def test_a_change_of_the_layout_refuses_the_files(path, value, message):
    with pytest.raises(SourceChanged, match=message):
        read(changed(path, value))


@pytest.mark.parametrize("name", ["individual.json", "legal.json", "actions.json"])
def test_no_file_may_be_missing_and_no_prefix_of_one_is_a_smaller_list(name):
    files = written()
    with pytest.raises(SourceChanged, match="the files must be"):
        read({other: data for other, data in files.items() if other != name})
    for length in range(len(files[name])):
        with pytest.raises(SourceChanged):
            read(files | {name: files[name][:length]})


def test_an_empty_answer_or_a_strange_file_is_refused():
    with pytest.raises(SourceChanged, match=r"legal\.json must have subjects"):
        read(written(firms=[]))
    with pytest.raises(SourceChanged, match="the files must be"):
        read(written() | {"vessel.json": b"[]"})


def test_too_few_subjects_are_refused():
    with pytest.raises(SourceChanged, match="must have 3 to 9 entries, got 2"):
        read(written(), Bounds(3, 9))
