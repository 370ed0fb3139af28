import contextlib
import hashlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigil.errors import SourceChanged
from vigil.lists.countries import Countries
from vigil.lists.loaded import Bounds, Dating
from vigil.lists.us_ofac import CONS, SDN, read_us_ofac
from vigil.model.entity import Address, Identifier, Name, NameKind, NameQuality, RelationKind
from vigil.model.order import Kind

COUNTRIES = Countries({"Iran": "IR", "Russia": "RU", "United States": "US"})
DATING = Dating(built_on=date(2026, 8, 7), as_of=date(2021, 7, 1))
SMALL = Bounds(1, 10)
NULLS = ",-0- " * 7
WORKS = "Tax ID No. 77 (Iran); SWIFT/BIC EXAMIRTH; a.k.a. 'EXAW'"
SHIP = "Vessel Registration Identification IMO 9187629; all hands"
LONG = f"{'Additional Sanctions Information - ':x<986}; Passport A12"  # 1,000: cut in a number

ENTRIES = f"""\
7,"EXAMPLE AIR","-0- ","SDGT] [IFSR"{NULLS},"Linked To: EXAMPLE WORKS S.A."
9,"EXAMPLE WORKS S.A.",-0- ,"IFSR"{NULLS},"{WORKS}."
12,"IVANOV, Ivan","individual","NPWMD","Colonel"{NULLS[:-6]},"{LONG}"
15,"EXAMPLE STAR","vessel","IRAN",-0- ,"T2EU4","Tug","99,144","189","Iran","NITC","{SHIP}."
"""
ALIASES = """7,1,"aka","EXAIR",-0-
7,2,"fka","EXAMPLE WINGS","until 1999"
12,3,"nka","PETROV, Pyotr",-0-
"""
ADDRESSES = """7,1,"1 Karaj Road","Tehran","Iran",-0-
9,2,-0- ,-0- ,-0- ,-0-
12,3,-0- ,-0- ,"Russia",-0-
15,4,-0- ,-0- ,"Region: Nowhere",-0-
"""
COMMENTS = """12,"345 (Iran); DOB 1961; Colonel; brave man."
"""


def _file(text, end=b"\x1a"):
    return text.replace("-0-\n", "-0- \n").replace("\n", "\r\n").encode() + end


@pytest.fixture
def csv_set():
    """The four files of a list; `change` replaces a text in one of them."""

    def make(name=None, old="", new=""):
        texts = {
            "sdn.csv": ENTRIES, "alt.csv": ALIASES, "add.csv": ADDRESSES,
            "sdn_comments.csv": COMMENTS,
        }  # fmt: skip
        if name is not None:
            assert old in texts[name]
            texts[name] = texts[name].replace(old, new)
        return {name: _file(text) for name, text in texts.items()}

    return make


def _read(files, which=SDN, bounds=SMALL):
    return read_us_ofac(which._replace(bounds=bounds), files, COUNTRIES, DATING)


@pytest.fixture
def entities(csv_set):
    return {entity.id: entity for entity in _read(csv_set()).entities}


def test_an_entry_keeps_the_publishers_number(entities):
    assert list(entities) == [f"us_ofac_sdn:{number}" for number in (7, 9, 12, 15)]


def test_a_set_of_files_is_dated_by_who_brings_it(csv_set):
    loaded = _read(csv_set())
    assert (loaded.version, loaded.dated_by) == (date(2021, 7, 1), "as_of")


def test_kinds_are_the_publishers(entities):
    kinds = [entity.kind for entity in entities.values()]
    assert kinds == [Kind.ORGANISATION, Kind.ORGANISATION, Kind.PERSON, Kind.VESSEL]


def test_aliases_have_kind_and_quality(entities):
    assert entities["us_ofac_sdn:7"].names == (
        Name("EXAMPLE AIR", kind=NameKind.PRIMARY),
        Name("EXAIR", NameQuality.ACRONYM, NameKind.ALIAS),
        Name("EXAMPLE WINGS", kind=NameKind.FORMER),
    )
    weak = entities["us_ofac_sdn:9"].names[1]
    assert weak == Name("EXAW", NameQuality.WEAK, NameKind.ALIAS)


def test_programmes_are_taken_apart(entities):
    assert entities["us_ofac_sdn:7"].programmes == ("SDGT", "IFSR")


def test_a_tie_names_the_entry_whose_full_stop_the_remarks_share(entities):
    [relation] = entities["us_ofac_sdn:7"].relations
    assert (relation.kind, relation.name) == (RelationKind.LINKED_TO, "EXAMPLE WORKS S.A.")
    assert relation.entity == "us_ofac_sdn:9"


def test_a_ship_has_its_number_and_owner(entities):
    ship = entities["us_ofac_sdn:15"]
    assert ship.identifiers == (Identifier("imo", "9187629"),)
    assert [(r.kind, r.name) for r in ship.relations] == [(RelationKind.OWNED_BY, "NITC")]
    assert ship.remarks.splitlines() == [
        "call sign: T2EU4",
        "vessel type: Tug",
        "tonnage: 99,144",
        "gross registered tonnage: 189",
        "vessel flag: Iran",
        "country: Region: Nowhere",
        "identifier: Vessel Registration Identification IMO 9187629",
        "remark: all hands",
    ]


def test_identifiers_have_their_scheme(entities):
    assert entities["us_ofac_sdn:9"].identifiers == (
        Identifier("tax", "77"),
        Identifier("bic", "EXAMIRTH"),
    )


def test_cut_remarks_go_on_in_the_comments(entities):
    man = entities["us_ofac_sdn:12"]
    assert man.identifiers == (Identifier("passport", "A12345"),)
    assert (man.birth_dates, man.positions) == (("1961",), ("Colonel",))
    assert man.remarks.splitlines() == [
        "now known as: PETROV, Pyotr",
        "identifier: Passport A12345 (Iran)",
        "remark: brave man",
    ]


def test_addresses_and_lone_countries(entities):
    assert entities["us_ofac_sdn:7"].addresses == (Address("1 Karaj Road, Tehran, Iran", "IR"),)
    assert entities["us_ofac_sdn:12"].countries == ("RU",)
    assert entities["us_ofac_sdn:9"].addresses == ()


def test_the_note_counts_what_is_understood(csv_set):
    assert _read(csv_set()).note == "9 of 11 statements in its remarks are understood"


def test_entries_alone_are_read_and_say_so(csv_set):
    loaded = _read({"sdn_2021-07-01.csv": csv_set()["sdn.csv"]})
    assert "aliases and addresses are missing" in loaded.note
    assert len(loaded.entities) == 4


def test_a_number_that_is_cut_off_is_no_identifier(csv_set):
    man = _read({"sdn.csv": csv_set()["sdn.csv"]}).entities[2]
    assert man.identifiers == ()
    assert "remark: Passport A12" in man.remarks


@pytest.mark.parametrize("name", ["alt.csv", "add.csv", "sdn_comments.csv"])
def test_another_file_of_the_set_is_no_list(csv_set, name):
    with pytest.raises(SourceChanged, match="12 columns"):
        _read({name: csv_set()[name]})


def test_a_sealed_set_is_read_and_a_broken_seal_refused(csv_set):
    files = csv_set()
    seal = hashlib.sha256(files["alt.csv"]).hexdigest().encode()
    assert _read(files | {"alt.csv.sha256": seal}).entities == _read(files).entities
    with pytest.raises(SourceChanged, match="of its seal"):
        _read(files | {"add.csv.sha256": seal})


@pytest.mark.parametrize("name", ["sdn.csv", "alt.csv", "add.csv", "sdn_comments.csv"])
def test_a_set_without_one_of_its_files_is_refused(csv_set, name):
    files = csv_set()
    del files[name]
    with pytest.raises(SourceChanged, match=r"must be sdn\.csv, alt\.csv"):
        _read(files)


def test_a_set_of_the_other_list_is_refused(csv_set):
    with pytest.raises(SourceChanged, match=r"must be cons_prim\.csv"):
        _read(csv_set(), CONS)


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        ("sdn.csv", "7,", "ent_num,", "a number of its own"),
        ("sdn.csv", "9,", "7,", "a number of its own"),
        ("sdn.csv", '"vessel"', '"submarine"', "a type must be"),
        ("sdn.csv", '"EXAMPLE AIR"', "-0- ", "must have a name"),
        ("sdn.csv", '"Tug"', '"Tug","Boat"', "12 columns"),
        ("sdn.csv", '"NITC"', '"NITC', "comma-separated"),
        ("sdn.csv", "NITC", "NI\x1aTC", "one end mark"),
        ("alt.csv", '"aka"', '"bka"', "aka, fka or nka"),
        ("alt.csv", "12,3", "13,3", "must belong to an entry"),
        ("alt.csv", ",-0-\n", "\n", "5 columns"),
        ("add.csv", "15,4", "16,4", "must belong to an entry"),
        ("add.csv", "15,4", "12,4", "each entry must have a row"),
        ("sdn_comments.csv", "12,", "9,", "must end the cut remarks"),
    ],
)
def test_a_change_of_the_layout_refuses_the_files(csv_set, name, old, new, message):
    with pytest.raises(SourceChanged, match=message):
        _read(csv_set(name, old, new))


def test_bytes_of_another_encoding_are_refused(csv_set):
    files = csv_set()
    files["sdn.csv"] = files["sdn.csv"].replace(b"STAR", b"ST\xc4R")
    with pytest.raises(SourceChanged, match="UTF-8"):
        _read(files)


def test_a_list_of_unlikely_length_is_refused(csv_set):
    with pytest.raises(SourceChanged, match="must have 5 to 10 entries, got 4"):
        _read(csv_set(), bounds=Bounds(5, 10))


@pytest.mark.parametrize("name", ["sdn.csv", "alt.csv", "add.csv"])
def test_no_prefix_of_a_file_is_a_smaller_list(csv_set, name):
    files = csv_set()
    for length in range(len(files[name])):
        with pytest.raises(SourceChanged):
            _read(files | {name: files[name][:length]})


def test_no_prefix_of_the_comments_is_shorter_remarks(csv_set):
    """Without its end mark, which OFAC has left out, the file of comments is still whole."""
    files = csv_set()
    whole = files["sdn_comments.csv"]
    assert _read(files | {"sdn_comments.csv": whole[:-1]}).entities == _read(files).entities
    for length in range(len(whole) - 1):
        with pytest.raises(SourceChanged):
            _read(files | {"sdn_comments.csv": whole[:length]})


def test_no_prefix_of_entries_alone_is_a_smaller_list(csv_set):
    data = csv_set()["sdn.csv"]
    for length in range(len(data)):
        with pytest.raises(SourceChanged):
            _read({"sdn.csv": data[:length]})


@given(st.data())
def test_a_damaged_file_is_refused_or_read_never_a_crash(data):
    files = {
        "sdn.csv": _file(ENTRIES), "alt.csv": _file(ALIASES), "add.csv": _file(ADDRESSES),
        "sdn_comments.csv": _file(COMMENTS),
    }  # fmt: skip
    name = data.draw(st.sampled_from(sorted(files)))
    whole = bytearray(files[name])
    where = data.draw(st.integers(0, len(whole) - 1))
    whole[where : where + 1] = data.draw(st.binary(max_size=3))
    with contextlib.suppress(SourceChanged):
        assert _read(files | {name: bytes(whole)}).entities
