"""Small list files in the publishers' layouts, written for these tests."""

import io
import json
import zipfile
from datetime import date
from xml.sax.saxutils import escape

import pytest

from vigil.lists.countries import Countries
from vigil.lists.loaded import Bounds, Dating
from vigil.lists.un_sc import read_un_sc
from vigil.lists.us_csl import read_us_csl

COUNTRIES = Countries({
    "Iran": "IR", "Islamic Republic of Iran": "IR", "Russia": "RU", "Rwanda": "RW",
    "Democratic Republic of the Congo": "CD", "Namibia": "NA",
})  # fmt: skip
DATING = Dating(built_on=date(2026, 8, 7))
SMALL = Bounds(1, 10)

SDN = "Specially Designated Nationals (SDN) - Treasury Department"
SSI = "Sectoral Sanctions Identifications List (SSI) - Treasury Department"
MBS = "Non-SDN Menu-Based Sanctions List (NS-MBS List) - Treasury Department"

PERSON = """
<INDIVIDUAL>
  <DATAID>1</DATAID><VERSIONNUM>1</VERSIONNUM>
  <FIRST_NAME>IVAN </FIRST_NAME><SECOND_NAME>EXAMPLE</SECOND_NAME><FOURTH_NAME>na</FOURTH_NAME>
  <UN_LIST_TYPE>Iran</UN_LIST_TYPE><REFERENCE_NUMBER>IRi.901 </REFERENCE_NUMBER>
  <LISTED_ON>2015-04-07-04:00</LISTED_ON>
  <NAME_ORIGINAL_SCRIPT>ایوان</NAME_ORIGINAL_SCRIPT>
  <COMMENTS1>Said to
     travel.</COMMENTS1>
  <DESIGNATION><VALUE>Colonel</VALUE></DESIGNATION>
  <NATIONALITY><VALUE>Iran (Islamic Republic of)</VALUE><VALUE>na</VALUE></NATIONALITY>
  <LIST_TYPE><VALUE>UN List</VALUE></LIST_TYPE>
  <INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Vanya A; Vanya B</ALIAS_NAME>
  </INDIVIDUAL_ALIAS>
  <INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>Rumuli</ALIAS_NAME>
    <DATE_OF_BIRTH>1955</DATE_OF_BIRTH></INDIVIDUAL_ALIAS>
  <INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS>
  <INDIVIDUAL_ADDRESS><CITY>Kigali</CITY><COUNTRY>Rwanda</COUNTRY><NOTE>2016</NOTE></INDIVIDUAL_ADDRESS>
  <INDIVIDUAL_ADDRESS><COUNTRY>former Soviet Union</COUNTRY></INDIVIDUAL_ADDRESS>
  <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE>
    <FROM_YEAR>1948</FROM_YEAR><TO_YEAR>1950</TO_YEAR></INDIVIDUAL_DATE_OF_BIRTH>
  <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>APPROXIMATELY</TYPE_OF_DATE><YEAR>1949</YEAR>
  </INDIVIDUAL_DATE_OF_BIRTH>
  <INDIVIDUAL_PLACE_OF_BIRTH><CITY>Qom</CITY></INDIVIDUAL_PLACE_OF_BIRTH>
  <INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NUMBER>AB 187-304 </NUMBER>
    <ISSUING_COUNTRY>Iran</ISSUING_COUNTRY></INDIVIDUAL_DOCUMENT>
  <INDIVIDUAL_DOCUMENT/>
  <SORT_KEY/><SORT_KEY_LAST_MOD/>
</INDIVIDUAL>"""

COMPANY = """
<ENTITY>
  <DATAID>2</DATAID><VERSIONNUM>1</VERSIONNUM><FIRST_NAME>EXAMPLE AIRCRAFT WORKS</FIRST_NAME>
  <UN_LIST_TYPE>Iran</UN_LIST_TYPE><REFERENCE_NUMBER>IRe.902</REFERENCE_NUMBER>
  <LISTED_ON>2010-06-09</LISTED_ON><COMMENTS1/>
  <LIST_TYPE><VALUE>UN List</VALUE></LIST_TYPE>
  <ENTITY_ALIAS><QUALITY>a.k.a.</QUALITY><ALIAS_NAME>EXAW</ALIAS_NAME></ENTITY_ALIAS>
  <ENTITY_ADDRESS><STREET>28 km Karaj Road</STREET><CITY>Tehran</CITY><COUNTRY>Iran</COUNTRY>
  </ENTITY_ADDRESS>
</ENTITY>"""


@pytest.fixture
def row():
    """A row of the US list by its name and whatever else a test gives."""

    def make(name, source=SDN, **fields):
        numbered = source in (SDN, SSI, MBS)
        standard = {"entity_number": 1 if numbered else None, "type": "Entity", "alt_names": []}
        return {"source": source, "name": name, **standard, **fields}

    return make


@pytest.fixture
def csl_file():
    """The bytes of a US list with these rows; further keys go to the top of the file."""

    def make(*rows, **top):
        standard = {"search_performed_at": "2026-07-31T13:15:00Z", "sources_used": []}
        return json.dumps(standard | {"total": len(rows), "results": rows} | top).encode()

    return make


@pytest.fixture
def read_csl():
    """The US reader with bounds for a file of a few rows."""

    def read(data, fewest_by_list=None):
        return read_us_csl(data, COUNTRIES, DATING, SMALL, fewest_by_list or {})

    return read


@pytest.fixture
def un_file():
    """The bytes of a UN list; `change` replaces one text by another."""

    def make(*change, persons=PERSON, companies=COMPANY, generated="2026-02-27T00:00:09.554Z"):
        text = (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            f'<CONSOLIDATED_LIST dateGenerated="{generated}">'
            f"<INDIVIDUALS>{persons}</INDIVIDUALS><ENTITIES>{companies}</ENTITIES>"
            "</CONSOLIDATED_LIST>\n"
        )
        return (text.replace(*change) if change else text).encode()

    return make


@pytest.fixture
def read_un():
    """The UN reader with bounds for a file of a few entries."""

    def read(data, bounds=SMALL):
        return read_un_sc(data, COUNTRIES, DATING, bounds)

    return read


@pytest.fixture
def workbook():
    """An Excel workbook of one sheet of texts; `parts` replaces or adds members of the archive."""

    def make(rows, **parts):
        cells = "".join(
            f'<row r="{n}">'
            + "".join(f'<c t="inlineStr"><is><t>{escape(text)}</t></is></c>' for text in row)
            + "</row>"
            for n, row in enumerate(rows, start=1)
        )
        main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        package = "http://schemas.openxmlformats.org/package/2006"
        members = {
            "[Content_Types].xml": f'<Types xmlns="{package}/content-types"/>',
            "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
            f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
            '<sheet name="Data" sheetId="1" r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">'
            f'<Relationship Id="r1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/>'
            "</Relationships>",
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}">'
            f'<dimension ref="A1:A{len(rows)}"/><sheetData>{cells}</sheetData></worksheet>',
        }
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, text in (members | parts).items():
                archive.writestr(name, text)
        return out.getvalue()

    return make
