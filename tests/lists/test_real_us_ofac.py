"""OFAC's own files: counts as the publisher's, nothing lost, one entry the same in all forms."""

import csv
import json
import random
import re
from datetime import date

import pytest

from vigil.errors import SourceChanged
from vigil.lists.countries import Countries
from vigil.lists.loaded import Dating
from vigil.lists.readers import READERS
from vigil.lists.us_ofac_remarks import BETWEEN, pieces_of
from vigil.model.entity import NameQuality

pytestmark = [pytest.mark.shared, pytest.mark.slow]

DATING = Dating(date(2026, 8, 7))
LABEL = re.compile(
    r"^([Aa]lt\. )?(POB:? |(Alternate )?Title[,:]? |Rank |Position: |Occupation: |nationality |"
    r"Nationality of Registration |citizen |Linked To: |[adfn]\.[bk]\.a\. ')?|(?<=[^ ])'$"
)
LEAST_SAME = {
    "names": 432, "countries": 441, "addresses": 437, "measures": 431, "birth_dates": 442,
    "relations": 442, "identifiers": 430,
}  # fmt: skip
HISTORY = {"sdn_2021-08-24.csv": 9_124, "sdn_2022-09-30.csv": 10_875, "sdn_2023-06-08.csv": 12_619}


@pytest.fixture(scope="module")
def read(shared):
    rows = csv.DictReader(
        (shared / "lists/countries/country-codes.csv").read_text("utf-8").splitlines()
    )
    countries = Countries({r["CLDR display name"]: r["ISO3166-1-Alpha-2"] for r in rows})
    return lambda source, files: READERS[source](files, countries, DATING)


@pytest.fixture(scope="module")
def sdn_files(shared):
    folder = shared / "lists/us_ofac_sdn_2021-07"
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture(scope="module")
def cons_files(shared):
    folder = shared / "lists/us_ofac_cons"
    return {path.name: path.read_bytes() for path in folder.glob("*.csv")}


@pytest.fixture(scope="module")
def cons_xml(shared):
    path = shared / "lists/us_ofac_cons/consolidated_20250328.xml"
    return {path.name: path.read_bytes()}


@pytest.fixture(scope="module")
def sdn(read, sdn_files):
    return read("us_ofac_sdn", sdn_files)


@pytest.fixture(scope="module")
def cons(read, cons_files):
    return read("us_ofac_cons", cons_files)


@pytest.fixture(scope="module")
def cons_of_xml(read, cons_xml):
    return read("us_ofac_cons", cons_xml)


def _rows(data):
    return list(csv.reader(data.decode().removesuffix("\x1a").splitlines()))


def test_each_entry_is_one_entity(sdn, cons, cons_of_xml):
    assert [len(loaded.entities) for loaded in (sdn, cons, cons_of_xml)] == [8_976, 442, 443]


def test_the_xml_is_dated_and_the_comma_separated_files_are_not(sdn, cons_of_xml):
    assert (sdn.dated_by, cons_of_xml.dated_by) == ("built", "publisher")
    assert cons_of_xml.version == date(2025, 3, 28)


@pytest.mark.parametrize(("name", "count"), HISTORY.items())
def test_entries_of_a_past_day_are_read_alone(read, shared, name, count):
    data = (shared / "lists/us_ofac_sdn_history" / name).read_bytes()
    loaded = read("us_ofac_sdn", {name: data})
    assert (len(loaded.entities), len(_rows(data))) == (count, count)
    assert "aliases and addresses are missing" in loaded.note


def test_every_name_is_held(sdn, sdn_files):
    printed = {row[1] for row in _rows(sdn_files["sdn.csv"])}
    printed |= {row[3] for row in _rows(sdn_files["alt.csv"])}
    assert {" ".join(text.split()) for text in printed} <= {
        " ".join(name.text.split()) for entity in sdn.entities for name in entity.names
    }


def test_every_printed_address_is_held(sdn, sdn_files):
    held = "\n".join(a.text for entity in sdn.entities for a in entity.addresses)
    printed = {cell for row in _rows(sdn_files["add.csv"]) for cell in row[2:4]} - {"-0- "}
    assert all(cell.strip() in held for cell in printed)


def _told(entity):
    """All that an entity says in words, without regard to white space."""
    texts = [name.text for name in entity.names] + [tie.name for tie in entity.relations]
    texts += [*entity.measures, *entity.birth_places, *entity.positions, entity.remarks or ""]
    return " ".join("\n".join(texts).split())


def test_every_statement_of_the_remarks_is_held_somewhere(sdn, sdn_files):
    """But for dates and genders, which are told in another form."""
    told = {entity.id: _told(entity) for entity in sdn.entities}
    lost = [
        piece
        for row in _rows(sdn_files["sdn.csv"])
        if row[11] != "-0- " and len(row[11]) < 1_000
        for piece in pieces_of(row[11].removesuffix("."))
        if not re.match(r"([Aa]lt\. )?(DOB|Gender) ", piece)
        and " ".join(LABEL.sub("", piece).split()) not in told[f"us_ofac_sdn:{row[0]}"]
    ]
    assert lost == []


def test_pieces_are_the_remarks_again(sdn_files):
    for row in _rows(sdn_files["sdn.csv"]):
        assert BETWEEN.join(pieces_of(row[11])) == row[11]


def test_nearly_all_that_remarks_say_is_understood(sdn, cons):
    notes = [loaded.note.split(" statements")[0].replace(",", "") for loaded in (sdn, cons)]
    shares = [int(known) / int(whole) for known, whole in (note.split(" of ") for note in notes)]
    assert min(shares) > 0.98  # 0.990 and 0.981; the rest are offices that people held


def test_hardly_a_tie_names_nobody_of_the_list(sdn):
    ties = [r for entity in sdn.entities for r in entity.relations if r.kind == "is linked to"]
    assert sum(r.entity is None for r in ties) / len(ties) < 0.005  # 9 of 3,408


def test_one_entry_is_the_same_in_both_forms(cons, cons_of_xml):
    """The files are of different days; what did not change between is equal to the letter."""
    one, other = ({e.id: e for e in loaded.entities} for loaded in (cons, cons_of_xml))
    both = one.keys() & other.keys()
    assert len(both) == 442
    for field, least in LEAST_SAME.items():
        same = sum(set(getattr(one[i], field)) == set(getattr(other[i], field)) for i in both)
        assert same >= least, field


def test_the_xml_marks_as_many_weak_aliases_as_are_held(cons_of_xml, cons_xml):
    marked = next(iter(cons_xml.values())).count(b"<category>weak</category>")
    names = [name for entity in cons_of_xml.entities for name in entity.names]
    assert sum(name.quality is NameQuality.WEAK for name in names) == marked == 70


def test_an_entry_has_the_id_that_the_joint_list_gives_it(sdn, shared):
    rows = json.loads((shared / "lists/us_csl/consolidated.json").read_bytes())["results"]
    names = {f"us_ofac_sdn:{row['entity_number']}": row["name"] for row in rows if
             row["source"].startswith("Specially")}  # fmt: skip
    shared_names = [(e.names[0].text, names[e.id]) for e in sdn.entities if e.id in names]
    assert len(shared_names) > 7_000
    same = sum(one == other for one, other in shared_names)
    assert same / len(shared_names) > 0.98  # some were renamed in the five years between


@pytest.mark.parametrize("name", ["sdn.csv", "alt.csv", "add.csv", "sdn_comments.csv"])
def test_no_prefix_of_a_file_of_the_set_is_accepted(read, sdn_files, name):
    data = sdn_files[name]
    lines = [i + 2 for i in range(len(data) - 2) if data[i : i + 2] == b"\r\n"]
    draw = random.Random(1)
    for length in (*draw.sample(range(len(data) - 2), 6), *draw.sample(lines, 3), lines[-1]):
        with pytest.raises(SourceChanged):
            read("us_ofac_sdn", sdn_files | {name: data[:length]})


def test_no_prefix_of_the_xml_is_accepted(read, cons_xml):
    [(name, data)] = cons_xml.items()
    for length in random.Random(1).sample(range(len(data.rstrip())), 12):
        with pytest.raises(SourceChanged):
            read("us_ofac_cons", {name: data[:length]})


def test_one_list_is_not_taken_for_the_other(read, sdn_files, cons_files):
    with pytest.raises(SourceChanged, match="must have 5000 to"):
        read("us_ofac_sdn", {"sdn.csv": cons_files["cons_prim.csv"]})
    with pytest.raises(SourceChanged, match="must have 150 to"):
        read("us_ofac_cons", {"cons_prim.csv": sdn_files["sdn.csv"]})
