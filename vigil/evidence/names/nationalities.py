"""How reports name countries beside their names: nationalities, short forms, seats of government.

Written for Vigil from general knowledge; a line is an ISO 3166 alpha-2 code and the words. A seat
of government (Moscow, the Kremlin) stands for the country whose government it is, or lies in it; it
gives a weak link. `ALSO_OTHERS` are names of countries that are names of people and other
places, too.
"""

from __future__ import annotations

NATIONALITY_TEXT = """
AE Emirati Emiratis Emirates
AF Afghan Afghans
AL Albanian Albanians
AM Armenian Armenians
AO Angolan Angolans
AR Argentine Argentines Argentinian Argentinians
AT Austrian Austrians
AU Australian Australians
AZ Azerbaijani Azerbaijanis Azeri Azeris
BA Bosnian Bosnians Bosnia
BD Bangladeshi Bangladeshis
BE Belgian Belgians
BG Bulgarian Bulgarians
BH Bahraini Bahrainis
BO Bolivian Bolivians
BR Brazilian Brazilians
BY Belarusian Belarusians Belarussian
CA Canadian Canadians
CD Congolese
CH Swiss
CL Chilean Chileans
CM Cameroonian Cameroonians
CN Chinese
CO Colombian Colombians
CU Cuban Cubans
CY Cypriot Cypriots
CZ Czech Czechs
DE German Germans
DK Danish Dane Danes
DZ Algerian Algerians
EC Ecuadorian Ecuadorians
EE Estonian Estonians
EG Egyptian Egyptians
ER Eritrean Eritreans
ES Spanish Spaniard Spaniards
ET Ethiopian Ethiopians
FI Finnish Finn Finns
FR French Frenchman
GB British Briton Britons Britain UK U.K. England Scottish Scotland Welsh
GE Georgian Georgians
GH Ghanaian Ghanaians
GR Greek Greeks
GT Guatemalan Guatemalans
HN Honduran Hondurans
HR Croatian Croatians Croat Croats
HT Haitian Haitians
HU Hungarian Hungarians
ID Indonesian Indonesians
IE Irish
IL Israeli Israelis
IN Indian Indians
IQ Iraqi Iraqis
IR Iranian Iranians
IS Icelandic
IT Italian Italians
JO Jordanian Jordanians
JP Japanese
KE Kenyan Kenyans
KG Kyrgyz
KH Cambodian Cambodians
KP DPRK
KR Korean Koreans
KW Kuwaiti Kuwaitis
KZ Kazakh Kazakhs Kazakhstani
LB Lebanese
LK Lankan Lankans
LR Liberian Liberians
LT Lithuanian Lithuanians
LV Latvian Latvians
LY Libyan Libyans
MA Moroccan Moroccans
MD Moldovan Moldovans
ME Montenegrin Montenegrins
ML Malian Malians
MM Burmese Burma
MN Mongolian Mongolians
MT Maltese
MX Mexican Mexicans
MY Malaysian Malaysians
NG Nigerian Nigerians
NI Nicaraguan Nicaraguans
NL Dutch
NO Norwegian Norwegians
NP Nepali Nepalese
OM Omani Omanis
PA Panamanian Panamanians
PE Peruvian Peruvians
PH Philippine Filipino Filipinos
PK Pakistani Pakistanis
PL Polish Pole Poles
PS Palestinian Palestinians
PT Portuguese
PY Paraguayan Paraguayans
QA Qatari Qataris
RO Romanian Romanians
RS Serbian Serbians Serb Serbs
RU Russian Russians
RW Rwandan Rwandans
SA Saudi Saudis
SD Sudanese
SE Swedish Swede Swedes
SG Singaporean Singaporeans
SI Slovenian Slovenians Slovene Slovenes
SK Slovak Slovaks
SN Senegalese
SO Somali Somalis
SY Syrian Syrians
TH Thai Thais
TJ Tajik Tajiks
TM Turkmen
TN Tunisian Tunisians
TR Turkish Turk Turks
TW Taiwanese
TZ Tanzanian Tanzanians
UA Ukrainian Ukrainians
UG Ugandan Ugandans
US American Americans US U.S. USA U.S.A.
UY Uruguayan Uruguayans
UZ Uzbek Uzbeks
VE Venezuelan Venezuelans
VN Vietnamese
YE Yemeni Yemenis
ZA
ZM Zambian Zambians
ZW Zimbabwean Zimbabweans
"""
NATIONALITY_PHRASES = {
    "GB": ("Great Britain",),
    "IR": ("Islamic Republic",),
    "KP": ("North Korean", "North Koreans"),
    "KR": ("South Korean", "South Koreans"),
    "NZ": ("New Zealander", "New Zealanders"),
    "RU": ("Russian Federation",),
    "US": ("United States", "United States of America"),
    "ZA": ("South African", "South Africans"),
}
SEATS_OF_GOVERNMENT = {
    "AE": ("Abu Dhabi",), "AM": ("Yerevan",), "AZ": ("Baku",), "BY": ("Minsk",),
    "CN": ("Beijing", "Zhongnanhai"), "CU": ("Havana",), "DE": ("Berlin",), "EG": ("Cairo",),
    "FR": ("Paris", "Elysee Palace"), "GB": ("London", "Downing Street", "Whitehall"),
    "GE": ("Tbilisi",), "IL": ("Jerusalem", "Tel Aviv"), "IN": ("New Delhi", "Delhi"),
    "IQ": ("Baghdad",), "IR": ("Tehran", "Teheran"), "JP": ("Tokyo",), "KP": ("Pyongyang",),
    "KR": ("Seoul",), "KZ": ("Astana",), "PK": ("Islamabad",), "QA": ("Doha",),
    "RU": ("Moscow", "Kremlin"), "SA": ("Riyadh",), "SY": ("Damascus",), "TR": ("Ankara",),
    "TW": ("Taipei",), "UA": ("Kyiv", "Kiev"), "UZ": ("Tashkent",), "VE": ("Caracas",),
    "US": ("Washington", "White House", "Pentagon", "State Department", "Capitol Hill"),
    "YE": ("Sanaa",),
}  # fmt: skip
OTHER_TEXT = """
    Georgia Jordan Chad Jersey Guinea Turkey Niger Mali Israel Korean Koreans Korea Turk Turks Pole
    Poles Dane Danes Finn Welsh England Ireland India Cuba Kenya Monaco
    """
ALSO_OTHERS = frozenset(OTHER_TEXT.split())
# Of these the country is meant only where one of the words stands near.
ONLY_BESIDE = {
    "Georgia": (
        "georgian", "tbilisi", "batumi", "poti", "armenia", "azerbaijan", "caucasus", "russia",
        "russian", "turkey", "abkhazia", "ossetia",
    ),
    "Jordan": (
        "jordanian", "amman", "syria", "iraq", "saudi", "israel", "israeli", "egypt", "lebanon",
        "aqaba", "middle", "hashemite",
    ),
    "Chad": ("chadian", "ndjamena", "sudan", "niger", "libya", "african", "africa", "sahel"),
}  # fmt: skip


def nationalities() -> dict[str, tuple[str, ...]]:
    """The words of each country, by its code."""
    lines = (line.split() for line in NATIONALITY_TEXT.splitlines() if line)
    found = {code: tuple(words) for code, *words in lines}
    codes = dict.fromkeys((*found, *NATIONALITY_PHRASES))
    return {code: (*found.get(code, ()), *NATIONALITY_PHRASES.get(code, ())) for code in codes}
