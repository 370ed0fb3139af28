"""The labels by which OFAC's remarks announce what they say, and what each announces.

Source: the labels of OFAC's files from 2021-07 to 2025-03. A label may stand after `alt. ` (or
`Alt. `), and before a colon, dash or number sign; each is a pattern, and the first that fits a
piece wins.
"""

from __future__ import annotations

from enum import Enum


class Sort(Enum):
    """What sort of statement a label announces; the value reads as a label of our own remarks."""

    BIRTH_DATE = "born"
    BIRTH_PLACE = "place of birth"
    NATIONALITY = "nationality"
    CITIZENSHIP = "citizenship"
    GENDER = "gender"
    WEAK_ALIAS = "alias"
    FORMER_NAME = "former name"
    LINK = "linked to"
    FAMILY = "family"
    POSITION = "position"
    MEASURE = "measure"
    NUMBER = "identifier"
    DETAIL = "detail"


NUMBER_SIGN = r"(?: (?:#|[Nn]umber|No\.?|Nr\.?))"

PERSONAL = (
    "National ID", "Cedula", "Cedula de Ciudadania", "Cedula de Residencia", "Personal ID Card",
    r"D\.N\.I\.?", r"C\.U\.R\.P\.?", r"C\.U\.I\.?", r"C\.U\.I\.P\.?", "SSN", "National Foreign ID",
    "Turkish Identification", "Citizen's Card", "Kenyan ID", r"CNP \(Personal Numerical Code\)",
    "Identity Card", "Cartilla de Servicio Militar Nacional", "Tarjeta de Identidad",
    r"N\.I\.E\.?", "Moroccan Personal ID", "Tazkira National ID Card", r"I\.F\.E\.?",
    "Bosnian Personal ID", "Afghan Tazkira", "Numero de Identidad", r"U\.?A\.?E\.? Identification",
)  # fmt: skip
TAXES = (
    "Tax ID", r"V\.A\.T\.?", r"R\.?F\.?C\.?", "NIT", "RUC", "RIF", "RTN", r"C\.N\.P\.J\.?",
    r"C\.P\.F\.?", "Italian Fiscal Code", "Fiscal Code", "US FEIN", r"C\.U\.I\.T\.?",
    r"C\.I\.F\.?", "Romanian Tax Registration", "Paraguayan tax identification",
    r"Numero Unico de Identificacao Tributaria \(NUIT\)",
)  # fmt: skip
REGISTERS = (
    "Registration", "Registration ID", r"(?:Business|Public|Trade|Central) Registration",
    "Business Registration Document", "Central Registration System", "(?:UK )?Company",
    "(?:Commercial|Company) Registry", r"(?:Romanian )?C\.R\.?", "Economic Register",
    "Chamber of Commerce",
    "Folio Mercantil", "Matricula Mercantil", "Enterprise", "Business",
    "Certificate of Incorporation",
)  # fmt: skip


def _any(patterns: tuple[str, ...]) -> str:
    return rf"(?:{'|'.join(patterns)}){NUMBER_SIGN}?"


LABELS: tuple[tuple[str, Sort, str | None], ...] = (
    ("DOB", Sort.BIRTH_DATE, None),
    ("POB", Sort.BIRTH_PLACE, None),
    ("Nationality of Registration", Sort.NATIONALITY, None),
    ("[Nn]ationality", Sort.NATIONALITY, None),
    ("[Cc]itizen(?:ship)?", Sort.CITIZENSHIP, None),
    ("Gender", Sort.GENDER, None),
    (r"(?:a\.k\.a\.|n\.k\.a\.|d\.b\.a\.)", Sort.WEAK_ALIAS, None),
    (r"f\.k\.a\.", Sort.FORMER_NAME, None),
    ("Linked To", Sort.LINK, None),
    (
        "(?:half-)?(?i:son|daughter|wife|brother|sister|husband|child|father|mother|spouse|nephew)"
        "(?:-in-law)? of",
        Sort.FAMILY,
        None,
    ),
    ("(?:(?:Alternate )?Title(?:[:,]|(?= [A-Z]))|Rank(?= [A-Z])|(?:Position|Occupation):)",
     Sort.POSITION, None),
    ("Additional Sanctions Information", Sort.MEASURE, None),
    ("Secondary sanctions risk", Sort.MEASURE, None),
    ("Transactions Prohibited For Persons Owned or Controlled By U.S. Financial Institutions",
     Sort.MEASURE, None),
    (r"Executive Order \d+ (?:[Dd]irective )?(?:[Dd]etermination|[Ii]nformation)",
     Sort.MEASURE, None),
    (r"CAATSA Section \d+ Information", Sort.MEASURE, None),
    ("(?:PEESA Information|IFCA Determination)", Sort.MEASURE, None),
    ("MMSI", Sort.NUMBER, "mmsi"),
    ("SWIFT/BIC", Sort.NUMBER, "bic"),
    ("Legal Entity Number", Sort.NUMBER, "lei"),
    ("D-U-N-S Number", Sort.NUMBER, "duns"),
    (r"Unified Social Credit Code \(USCC\)", Sort.NUMBER, "uscc"),
    (f"(?:[A-Z][a-z]+ )*Passport{NUMBER_SIGN}?", Sort.NUMBER, "passport"),
    (_any(PERSONAL), Sort.NUMBER, "national_id"),
    (_any(TAXES), Sort.NUMBER, "tax"),
    (_any(REGISTERS), Sort.NUMBER, "registration"),
    ("Vessel Registration Identification", Sort.NUMBER, None),
    (r"BIK \(RU\)", Sort.NUMBER, None),
    ("ISIN", Sort.NUMBER, None),
    ("(?:License|Credencial electoral|VisaNumberID|UN/LOCODE|MICEX Code)", Sort.NUMBER, None),
    (r"Digital Currency Address", Sort.DETAIL, None),
    ("(?i:email address|e-?mail|website|phone(?: number)?|telephone(?: number)?|fax(?: number)?|"
     "telex)", Sort.DETAIL, None),
    (r"(?:(?:https?://|www\.)\S+|\S+@\S+)", Sort.DETAIL, None),
    ("(?:(?:Other )?Vessel )?Call Sign", Sort.DETAIL, None),
    ("(?:Former |Other )?Vessel (?:Flag|Type|Owner|Name|Year of Build)", Sort.DETAIL, None),
    (
        r"(?:Previous )?Aircraft (?:Manufacturer's Serial Number \(MSN\)|Manufacture Date|Model|"
        r"Construction Number \(also called L/N or S/N or F/N\)|Mode S Transponder Code|Operator|"
        r"Tail Number|Type|Serial (?:Number|Identification))",
        Sort.DETAIL,
        None,
    ),
    ("Organization (?:Established Date|Type|Code)", Sort.DETAIL, None),
    ("Target Type", Sort.DETAIL, None),
    (r"(?:Listing|Effective|Purchase/Sales For Divestment) Date(?: \([^)]*\))?",
     Sort.DETAIL, None),
    ("(?:Issuer Name|Equity Ticker|Chinese Commercial Code)", Sort.DETAIL, None),
    ("[Ff]or more information on directives,?", Sort.DETAIL, None),
    ("(?i:(?:and )?all (?:other )?(?:offices|branches|locations) worldwide)", Sort.DETAIL, None),
    # any other label that calls itself a number, and a value with a digit
    (r"[A-Z][A-Za-z.'/()-]*(?: [A-Za-z.'/()&:-]+){0,6}?"
     r"(?: (?:No\.|Number|#|ID|Code|Card|Permit|Document))(?= (?:\S+ ){0,2}\S*\d)",
     Sort.NUMBER, None),
)  # fmt: skip
"""Label, sort, and for numbers that only one bearer has their scheme in `vigil.ids`."""
