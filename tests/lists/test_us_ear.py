"""Code lists of the eCFR, on small documents written for these tests; real ones were never seen."""

from datetime import date

import pytest

from vigil.errors import SourceChanged
from vigil.lists.loaded import Bounds
from vigil.lists.us_ear import TABLES, CodeScheme, CodeTable, read_codes

DAY = date(2026, 7, 23)
HS = CodeTable(
    "Supplement No. 7 to Part 746", CodeScheme.HS, ("hts6code",), ("htsdescription",), Bounds(1, 9)
)
ECCN = CodeTable(
    "Supplement No. 2 to Part 744", CodeScheme.ECCN, ("eccn",), ("description",), Bounds(1, 9)
)
KNOWN = {"SMALL": HS, "NUMBERS": ECCN}
FILE = """<?xml version="1.0" encoding="UTF-8"?>
<DIV5 N="746" TYPE="PART"><HEAD>PART 746\u2014EXAMPLES</HEAD>
<DIV8 N="746.1" TYPE="SECTION"><HEAD>\u00a7 746.1 Introduction.</HEAD><P>Words.</P></DIV8>
<DIV9 N="Supplement No. 6 to Part 746" TYPE="APPENDIX"><HEAD>Other</HEAD><LIST/></DIV9>
<DIV9 N="Supplement No. 7 to Part 746" TYPE="APPENDIX">
<HEAD>Supplement No. 7 to Part 746\u2014Items</HEAD>
<P>The items <I>below</I> are meant.</P>
<DIV width="100%"><DIV class="gpotbl_div"><TABLE class="gpotbl_table">
<THEAD><TR><TH>HTS\u20136 Code</TH><TH>HTS Description</TH></TR></THEAD>
<TBODY>
<TR><TD>8407.10</TD><TD>Engines for <I>example</I>
  aircraft</TD></TR>
<TR><TD>852691</TD><TD>Navigation examples</TD></TR>
</TBODY></TABLE></DIV></DIV>
<CITA TYPE="N">[88 FR 1, Feb. 24, 2023]</CITA>
</DIV9>
<DIV9 N="Supplement No. 2 to Part 744" TYPE="APPENDIX"><HEAD>Numbers</HEAD>
<TABLE><TR><TH>ECCN</TH><TH>Description</TH><TH>ECCN</TH><TH>Description</TH></TR>
<TR><TD>3a991</TD><TD>Examples</TD><TD>5A992.c</TD><TD>More</TD></TR>
<TR><TD>6A993</TD><TD>Last</TD><TD/><TD/></TR></TABLE></DIV9>
</DIV5>
"""


def read(text=FILE, list_id="SMALL"):
    return read_codes(text.encode(), list_id, DAY, KNOWN)


def test_each_row_is_a_code_of_the_list_on_that_day():
    assert [(c.code, c.description, c.list, c.as_of) for c in read()] == [
        ("840710", "Engines for example aircraft", "SMALL", DAY),
        ("852691", "Navigation examples", "SMALL", DAY),
    ]


def test_pairs_of_columns_may_stand_side_by_side():
    assert [code.code for code in read(list_id="NUMBERS")] == ["3A991", "5A992.C", "6A993"]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('Supplement No. 7 to Part 746" TYPE', 'Supplement No. 8" TYPE', "must come once on 2026"),
        ('Supplement No. 6 to Part 746"', 'Supplement No. 7 to Part 746"', "must come once"),
        ("HTS\u20136 Code", "Tariff", "the columns must be hts6code"),
        ("<TH>HTS Description</TH>", "", "the columns must be hts6code"),
        ("<TD>852691</TD>", "<TD>85269</TD>", "a code must be one of HS, got '85269'"),
        ("<TD>852691</TD>", "<TD>8407 10</TD>", "a code must come once, got '840710'"),
        ("<TD>852691</TD>", "<TD/>", "row 3 must have code and description"),
        ("<TD>852691</TD>", "", "row 3 must have 2 cells, got 1"),
        ("<TD>852691</TD>", '<TD rowspan="2">852691</TD>', "a row must be of plain cells"),
        ("<TD>852691</TD>", "<TD><TABLE/></TD>", "a row must be of plain cells"),
        ("<TBODY>", "<TBODY><COL/>", "a row must be of plain cells"),
        ("<THEAD>", "<CAPTION/><THEAD>", "a table must be of rows, got 'CAPTION'"),
        ("<CITA", "<IMG/><CITA", "an element of a supplement must be known, got 'IMG'"),
    ],
)
def test_a_change_of_the_layout_refuses_the_list(old, new, message):
    assert old in FILE
    with pytest.raises(SourceChanged, match=message):
        read(FILE.replace(old, new))


def test_the_shipped_table_has_at_least_its_first_twelve_codes():
    with pytest.raises(SourceChanged, match="must have 12 to 500 entries, got 2"):
        read_codes(FILE.encode(), "EAR_746_SUPP7", DAY, TABLES)


def test_a_supplement_without_a_table_is_refused():
    start, end = FILE.index("<TABLE class"), FILE.index("</TABLE>") + len("</TABLE>")
    with pytest.raises(SourceChanged, match="must have 1 to 9 entries, got 0"):
        read(FILE[:start] + FILE[end:])


def test_no_prefix_of_the_file_is_a_smaller_list():
    text = FILE.rstrip()
    for length in range(len(text)):
        with pytest.raises(SourceChanged):
            read(text[:length])
