"""The Commerce Control List as a public converter prints it; all texts here are our own."""

import json
from itertools import product
from string import ascii_uppercase

import pytest

from vigil.errors import SourceChanged
from vigil.lists.countries import Countries
from vigil.lists.us_ccl import NOTE_7, NOTE_10, read_controls
from vigil.model.control import ControlClause
from vigil.store.ccl_tables import TABLES, present_tables, read_folder, tables_of

CODES = ["CN", "CH", "LI", *("".join(pair) for pair in product("QXZ", ascii_uppercase[:26]))]
NAMES = {f"Land {code}": code for code in CODES} | {f"Isle {i}": f"{i:02}" for i in range(120)}
COLUMNS = ["NS 1", "NS 2", "RS 1", "MT 1", "AT 1", "CB 2"]


def entry(eccn, *controls, heading="Example goods.", reason="NS"):
    return {
        "eccn": eccn, "category": eccn[0], "productGroup": eccn[1], "heading": heading,
        "reasonForControl": reason,
        "countryChart": [{"control": c, "countryChart": cell} for c, cell in controls],
        "licenceExceptionFlags": {}, "staSpecialConditions": None, "relatedControls": None,
    }  # fmt: skip


def ccl(*entries, day="2026-07-23", **more):
    padding = [entry(f"{g}B{n:03}", ("AT applies to entire entry", "AT Column 1."))
               for g in "12345" for n in range(100)]  # fmt: skip
    noted = [entry(e, ("AT applies to entire entry", "AT Column 1")) for e in (*NOTE_7, *NOTE_10)]
    own = {e["eccn"] for e in entries}
    every = [*(e for e in (*padding, *noted) if e["eccn"] not in own), *entries]
    return {"ecfrIssueDate": day, "entryCount": len(every), "entries": every} | more


def chart(day="2026-07-23", **more):
    rows = {name: {"marks": ["NS 1"], "footnotes": [1] if name == "Isle 1" else []}
            for name in NAMES}  # fmt: skip
    notes = {str(n): "an example" for n in range(1, 11)}
    notes |= {"7": "for 6A003.b.4.b and 9A515.e", "10": ", ".join(NOTE_10)}
    return {
        "ecfrIssueDate": day, "columns": COLUMNS, "countryCount": len(rows), "countries": rows,
        "embargoed": {}, "footnotes": notes,
        "territoryInheritance": {"Land LI": {"row": "Land CH", "basis": "an example"}},
        "allDestinationsEntries": {"noLicenceExceptions": ["5A980"], "govOnly": {"entries": []}},
    } | more  # fmt: skip


def groups(day="2026-07-23"):
    return {"ecfrIssueDate": day, "groups": {"D:5": ["Land CN", "Isle 1"], "A:5": ["Land CH"]}}


def read(listed, charted=None, grouped=None):
    files = (listed, charted or chart(), grouped or groups())
    return read_controls(*(json.dumps(f).encode() for f in files), Countries(NAMES))


def clauses(eccn, *controls, **more):
    found = read(ccl(entry(eccn, *controls, **more)))
    return [clause for clause in found.clauses if clause.eccn == eccn]


@pytest.mark.parametrize(
    ("control", "paragraphs", "exempt", "limited"),
    [
        ("NS applies to entire entry", (), (), False),
        ("NS applies to the entire entry.", (), (), False),
        ("NS applies to entire entry, except 3A777.y", (), ("y",), False),
        ("NS applies to entire entry except .a.1 and .b", (), ("a.1", "b"), False),
        ("NS applies to entire entry except: 3A777.b; parts in 3A777.x for it; and 3A777.y",
         (), ("b", "y"), True),
        ("NS applies to entire entry, except goods for 3A778", (), (), True),
        ("NS applies to entire entry, except 3A777.d. Note: NS applies to 3A777.d with a lid",
         (), (), True),
        ("NS applies to 3A777.b.2 and b.3", ("b.2", "b.3"), (), False),
        ("NS applies to 3A777.d.15 and .16", ("d.15", "d.16"), (), False),
        ("NS applies to 3A777.a.1 to a.3, g to i, and .z.1", ("a.1", "a.2", "a.3", "g", "h", "i",
                                                             "z.1"), (), False),
        ("NS applies to 3A777. b (except .b.5), and .c only", ("b", "c"), ("b.5",), False),
        ("NS applies to items controlled by 3A777.z.1", ("z.1",), (), False),
        ("NS applies to paragraphs .a and .x", ("a", "x"), (), False),
        ("NS applies to 3A777.h when the parameters in 3A778.a are met", ("h",), (), True),
        ("NS applies to lamps in 3A777.b and to hoods in 3A777.c.1 that glow", ("b", "c.1"), (),
         True),
        ("NS applies to 3A777.a and .b, EXCEPT: (1) small ones; (2) old ones", ("a", "b"), (),
         True),
        # not certain that the words name every paragraph: the whole entry
        ("NS applies to 3A777.a (lamps), b (hoods), and e.1 for lamps", (), (), True),
        ("NS applies to lamps; and to hoods of 3A777.b", (), (), True),
        ("NS applies to “software” for 3A778.b", (), (), True),
    ],
)  # fmt: skip
def test_the_part_of_an_entry_is_read_from_the_words(control, paragraphs, exempt, limited):
    (clause,) = clauses("3A777", (control, "NS Column 1."))
    assert (clause.paragraphs, clause.exempt, clause.limited) == (paragraphs, exempt, limited)


def test_entries_that_the_words_name_are_kept():
    (clause,) = clauses("3A777", ("NS applies to “technology” for 3A778 or 3A779", "NS Column 1"))
    assert clause.names == ("3A778", "3A779")


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("NS Column 2.", {"column": "NS 2"}),
        ("Column 1.", {"column": "NS 1"}),
        ("See § 746.1(b) for UN controls.",
         {"to": ("note 1",), "unsure": ("D:5",), "provision": "746.1(b)"}),
        ("China, Russia or Venezuela (see § 742.6(a)(7)).",
         {"to": ("CN", "HK", "RU", "VE"), "provision": "742.6(a)(7)"}),
        ("Worldwide control. See § 742.4(a)(5) and (b)(10) of the EAR.",
         {"to": ("*",), "provision": "742.4(a)(5)"}),
        ("To or within Macau or a destination specified in Country Group D:5 of supplement no. 1 "
         "to part 740 of the EAR. See § 742.4(a)(4) of the EAR.",
         {"to": ("MO", "D:5"), "provision": "742.4(a)(4)"}),
        ("A license is required for ALL destinations, except Canada, whatever",
         {"to": ("*",), "but": ("CA",)}),
        ("A license is required for items controlled by this entry for export to Iraq or Pakistan",
         {"to": ("IQ", "PK")}),
        ("Refer to § 742.15 of the EAR.", {"unsure": ("*",), "provision": "742.15"}),
        ("NS applies to entire entry", {"unsure": ("*",)}),
    ],
)  # fmt: skip
def test_where_a_licence_is_asked_for_is_read_from_the_cell(cell, expected):
    assert clauses("3A777", ("NS applies to entire entry", cell)) == [
        ControlClause("3A777", "NS", **expected)
    ]


def test_two_controls_in_one_row_are_two():
    row = ("NS applies to entire entry AT applies to entire entry", "NS Column 1 AT Column 1")
    assert [c.column for c in clauses("3A777", row)] == ["NS 1", "AT 1"]


@pytest.mark.parametrize(
    ("heading", "reason", "eccn", "expected"),
    [
        ("Rockets. (These items are “subject to the ITAR.” See 22 CFR.)", None, "9A777",
         {"reason": "ITAR", "to": ("*",), "provision": "22 CFR 120-130"}),
        ("Goods of the army are controlled by ECCN 3A611.", None, "4A777",
         {"reason": "none", "names": ("3A611",), "unsure": ("*",)}),
        ("Ear trumpets.", "SL, AT", "5A980",
         {"reason": "SL", "to": ("*",), "provision": "738.3(a)(1)"}),
        ("Horses.", "SS", "0A777", {"reason": "SS", "unsure": ("*",)}),
        ("Pumps.", "AT", "2A777", {"reason": "AT", "unsure": ("E:1", "E:2")}),
        ("Nothing.", None, "9A778", {"reason": "none", "unsure": ("*",)}),
    ],
)  # fmt: skip
def test_an_entry_without_requirements_is_never_silent(heading, reason, eccn, expected):
    assert clauses(eccn, heading=heading, reason=reason)[0] == ControlClause(eccn, **expected)


def test_groups_and_footnotes_of_a_country_are_told_and_inherited():
    found = read(ccl())
    assert found.groups["01"] == ("D:5", "note 1")
    assert found.groups["LI"] == found.groups["CH"] == ("A:5",)
    assert found.chart["LI"] == ("NS 1",)


@pytest.mark.parametrize(
    "files",
    [
        (ccl(entry("3A777", ("NS applies to entire entry", "NS Column 9."))),),
        (ccl(entry("3A777", ("NS applies to entire entry", "Ask your neighbour."))),),
        (ccl(entry("3A777", ("NS applies to entire entry", "RS Column 2."))),),
        (ccl(entry("3A777", ("Some words", "NS Column 1."))),),
        (ccl(entry("3A777") | {"surprise": 1}),),
        (ccl(entry("3X777")),),
        (ccl(entry("3A777"), entry("3A777")),),
        (ccl(entryCount=2),),
        (ccl(day="2026-07-22"),),
        (ccl(), chart(countries={"Land CN": {"marks": [], "footnotes": []}}, countryCount=1)),
        (ccl(), chart(footnotes={"1": "an example"})),
        (ccl(), chart() | {"countries": chart()["countries"] | {"Nowhere": {"marks": [],
                                                                           "footnotes": []}}}),
    ],
    ids=["number", "cell", "column", "reason", "field", "eccn", "twice", "count", "day", "bounds",
         "footnotes", "country"],
)  # fmt: skip
def test_what_is_not_known_refuses_the_files(files):
    with pytest.raises(SourceChanged, match="us_ccl"):
        read(*files)


def test_the_shipped_tables_are_made_from_the_real_files(shared):
    present = present_tables()
    assert tables_of(read_folder(shared / "lists" / "us_ccl"), present) == present
    assert set(present) == set(TABLES)
