import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigil.lists.us_ofac_labels import Sort
from vigil.lists.us_ofac_remarks import BETWEEN, pieces_of, read_remarks, read_statement


@pytest.mark.parametrize(
    ("piece", "sort", "value"),
    [
        ("DOB circa 1961", Sort.BIRTH_DATE, "circa 1961"),
        ("alt. DOB 1951 to 1953", Sort.BIRTH_DATE, "1951 to 1953"),
        ("POB Qom, Iran", Sort.BIRTH_PLACE, "Qom, Iran"),
        ("nationality Korea, North", Sort.NATIONALITY, "Korea, North"),
        ("Nationality of Registration Iran", Sort.NATIONALITY, "Iran"),
        ("citizen Iran", Sort.CITIZENSHIP, "Iran"),
        ("Gender Male", Sort.GENDER, "Male"),
        ("a.k.a. 'BNC'", Sort.WEAK_ALIAS, "BNC"),
        ("a.k.a. 'OIL 'DRUZHBA''", Sort.WEAK_ALIAS, "OIL 'DRUZHBA'"),
        ("f.k.a. 'GLORY'", Sort.FORMER_NAME, "GLORY"),
        ("Linked To: EXAMPLE CO. LTD.", Sort.LINK, "EXAMPLE CO. LTD."),
        ("Alt. POB: Keren", Sort.BIRTH_PLACE, "Keren"),
        ("Alternate Title, Colonel", Sort.POSITION, "Colonel"),
        ("Position: Director", Sort.POSITION, "Director"),
        ("www.example.com", Sort.DETAIL, ""),
        ("Email:a@example.com", Sort.DETAIL, "a@example.com"),
        ("Child of Ivan EXAMPLE", Sort.FAMILY, "Ivan EXAMPLE"),
        ("wife of Ivan EXAMPLE", Sort.FAMILY, "Ivan EXAMPLE"),
        (
            "Additional Sanctions Information - Subject to Secondary Sanctions",
            Sort.MEASURE,
            "Subject to Secondary Sanctions",
        ),
        ("Executive Order 13662 Directive Determination - X", Sort.MEASURE, "X"),
        ("Executive Order 14059 information: X", Sort.MEASURE, "X"),
        ("Vessel Registration Identification IMO 9187629", Sort.NUMBER, "IMO 9187629"),
        ("NIT # 800146749-7 (Colombia)", Sort.NUMBER, "800146749-7"),
        ("Telephone (98)(21)", Sort.DETAIL, "(98)(21)"),
        ("Listing Date (EO 14024 Directive 3): 24 Feb 2022", Sort.DETAIL, "24 Feb 2022"),
        ("Aircraft Tail Number EP-MMH", Sort.DETAIL, "EP-MMH"),
        ("Digital Currency Address - XBT 12Q", Sort.DETAIL, "XBT 12Q"),
        ("Kennel Club Membership No. 12 (Spain)", Sort.NUMBER, "12"),
    ],
)
def test_a_known_label_makes_a_statement(piece, sort, value):
    statement = read_statement(piece)
    assert (statement.sort, statement.value, statement.printed) == (sort, value, piece)


@pytest.mark.parametrize(
    "piece",
    [
        "Minister of Industry",
        "a.k.a. BNC",  # an alias of OFAC's stands in quotes
        "DOB",
        "nationalityIran",
        "Member of the Passport Office",
        "citizenry",
        "Titled nobleman",
        "Position also referred to as Minister",
        "Emails were found",
        "Parson of the parish",
        "Chairman, Enterprise No",
    ],
)
def test_text_without_a_known_label_is_no_statement(piece):
    assert read_statement(piece) is None


def test_a_document_tells_its_number_country_and_scheme():
    piece = "Passport D9008347 (Korea, North) issued 18 Jul 2010 expires 18 Jul 2015"
    statement = read_statement(piece)
    assert (statement.value, statement.country) == ("D9008347", "Korea, North")
    assert (statement.scheme, statement.printed) == ("passport", piece)


def test_the_full_stop_of_the_remarks_is_no_part_of_the_last_statement():
    found, left = read_remarks("Colonel.; Gender Male.")
    assert ([s.value for s in found], left) == (["Male"], ["Colonel."])


def test_a_statement_that_is_cut_off_is_text():
    found, left = read_remarks("DOB 1961; Passport A123", is_cut=True)
    assert ([s.value for s in found], left) == (["1961"], ["Passport A123"])


@given(st.text())
def test_no_text_is_lost_and_none_crashes(text):
    assert BETWEEN.join(pieces_of(text)) == text
    found, left = read_remarks(text)
    assert len(found) + len(left) <= len(pieces_of(text))


LABELLED = st.sampled_from(
    ["DOB ", "Passport ", "a.k.a. '", "Linked To: ", "Tax ID No. ", "alt. ", "; ", ".", "(", ")",
     " issued ", "01 Jan 2010", "'", "Executive Order 1 information: ", "Number ", "A1 ", "- "]
)  # fmt: skip


@given(st.lists(LABELLED | st.text(max_size=3), max_size=12).map("".join))
def test_each_piece_is_a_statement_or_text(text):
    found, left = read_remarks(text)
    last = text.removesuffix(".") if text.endswith(".") else text
    pieces = [piece.strip() for piece in pieces_of(last)]
    told = sorted([s.printed for s in found] + left)
    assert told == sorted(piece for piece in pieces if piece)
