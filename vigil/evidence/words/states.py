"""States by the words that news prose has for them: names, peoples, capitals, seats of government.

"Washington", "the White House" and "U.S." say who acts just as "the United States" does. Written
for Vigil from general knowledge of English news prose; no list of the law. One line a state: its
ISO 3166 alpha-2 code, then its words; `_` joins the words of a phrase; a line may be continued by
ISO its code. A town is here only where
papers use it for its government.
"""

from __future__ import annotations

_TABLE = """
AE emirates emirati uae u.a.e. united_arab_emirates abu_dhabi
AF afghanistan afghan kabul taliban
AM armenia armenian yerevan
AR argentina argentine argentinian buenos_aires
AT austria austrian vienna
AU australia australian canberra
AZ azerbaijan azerbaijani azeri baku
BE belgium belgian
BG bulgaria bulgarian sofia
BR brazil brazilian brasilia
BY belarus belarusian minsk lukashenko
CA canada canadian ottawa
CH switzerland swiss bern berne
CN china chinese beijing prc
CU cuba cuban havana
CY cyprus cypriot nicosia
CZ czechia czech czech_republic prague
DE germany german berlin bundestag
DK denmark danish copenhagen
EE estonia estonian tallinn
EG egypt egyptian cairo
ES spain spanish madrid
EU eu e.u. european_union european_commission european_council brussels
FI finland finnish helsinki
FR france french paris elysee élysée quai_d'orsay
GB britain british uk u.k. united_kingdom great_britain london downing_street whitehall
GB foreign_office
GE georgia georgian tbilisi
GR greece greek athens
HK hong_kong
HR croatia croatian zagreb
HU hungary hungarian budapest
ID indonesia indonesian jakarta
IE ireland irish dublin
IL israel israeli jerusalem tel_aviv knesset
IN india indian delhi new_delhi
IQ iraq iraqi baghdad
IR iran iranian tehran teheran islamic_republic
IT italy italian rome
JO jordan jordanian amman
JP japan japanese tokyo
KG kyrgyzstan kyrgyz bishkek
KP north_korea north_korean pyongyang dprk
KR south_korea south_korean seoul
KW kuwait kuwaiti
KZ kazakhstan kazakh astana
LB lebanon lebanese beirut
LT lithuania lithuanian vilnius
LV latvia latvian riga
LY libya libyan tripoli
MD moldova moldovan chisinau
MM myanmar burma burmese
MX mexico mexican
MY malaysia malaysian kuala_lumpur
NATO nato
NG nigeria nigerian abuja
NL netherlands dutch the_hague holland
NO norway norwegian oslo
OM oman omani muscat
PK pakistan pakistani islamabad
PL poland polish warsaw
PT portugal portuguese lisbon
QA qatar qatari doha
RO romania romanian bucharest
RS serbia serbian belgrade
RU russia russian moscow kremlin russian_federation
SA saudi saudi_arabia saudi_arabian riyadh
SD sudan sudanese khartoum
SE sweden swedish stockholm
SG singapore singaporean
SI slovenia slovenian ljubljana
SK slovakia slovak bratislava
SY syria syrian damascus
TH thailand thai bangkok
TJ tajikistan tajik dushanbe
TM turkmenistan turkmen ashgabat
TN tunisia tunisian tunis
TR turkey turkish türkiye turkiye ankara
TW taiwan taiwanese taipei
UA ukraine ukrainian kyiv kiev
UN u.n. united_nations
US u.s. u.s.a. usa united_states united_states_of_america american washington white_house pentagon
US state_department treasury_department commerce_department justice_department biden_administration
US trump_administration obama_administration
UZ uzbekistan uzbek tashkent
VE venezuela venezuelan caracas
VN vietnam vietnamese hanoi
XK kosovo pristina
YE yemen yemeni sanaa
ZA south_africa south_african pretoria
"""

STATE_OF: dict[tuple[str, ...], str] = {
    tuple(phrase.split("_")): line.split()[0]
    for line in _TABLE.strip().splitlines()
    for phrase in line.split()[1:]
}
# Only in capitals: in small letters they are words of everyday.
CAPITALS: dict[str, str] = {"US": "US", "UN": "UN"}
