"""What made-up orders of honest trade are put together from: countries, streets, goods.

Places, codes and goods are ordinary facts; the words of names are invented or general. Each country
has its cities with their UN/LOCODE, the way its addresses are written, and what its firms are
called; some firms also write their name in their own script.
"""

from __future__ import annotations

import msgspec


class Land(msgspec.Struct, frozen=True):
    """A country of customers: `weight` is how many orders of a hundred or so go there."""

    code: str
    weight: int
    cities: tuple[tuple[str, str], ...]
    address: str
    streets: tuple[str, ...]
    forms: tuple[str, ...]
    trades: tuple[str, ...]
    native: tuple[str, ...] = ()
    domain: str = "com"


class Goods(msgspec.Struct, frozen=True):
    """A kind of goods: HS code, ECCN, description, unit price."""

    hs: str
    eccn: str
    description: str
    price: float


LATIN = ("Elektronik", "Systems", "Technology", "Components", "Automation", "Instruments")
LANDS = (
    Land("DE", 14, (("München", "DEMUC"), ("Hamburg", "DEHAM"), ("Stuttgart", "DESTR")),
         "{street} {house}, {post} {city}", ("{root}straße", "Am {root}hof", "{root}weg"),
         ("GmbH", "GmbH & Co. KG", "AG"), ("Messtechnik", "Elektronik", "Maschinenbau"), (), "de"),
    Land("FR", 8, (("Lyon", "FRLYS"), ("Paris", "FRPAR"), ("Le Havre", "FRLEH")),
         "{house} rue {street}, {post} {city}", ("de {root}", "du {root}", "des {root}s"),
         ("SAS", "SARL", "SA"), ("Électronique", "Industrie", "Mesure"), (), "fr"),
    Land("IT", 6, (("Milano", "ITMIL"), ("Genova", "ITGOA"), ("Bologna", "ITBLQ")),
         "Via {street} {house}, {post} {city}", ("{root}", "Monte {root}"),
         ("S.r.l.", "S.p.A."), ("Elettronica", "Meccanica", "Impianti"), (), "it"),
    Land("NL", 5, (("Rotterdam", "NLRTM"), ("Eindhoven", "NLEIN")),
         "{street} {house}, {post} AB {city}", ("{root}laan", "{root}weg"),
         ("B.V.", "N.V."), ("Techniek", "Electronics", "Logistics"), (), "nl"),
    Land("PL", 5, (("Warszawa", "PLWAW"), ("Gdańsk", "PLGDN")),
         "ul. {street} {house}, {post} {city}", ("{root}a", "{root}owska"),
         ("Sp. z o.o.", "S.A."), ("Elektronika", "Automatyka"), (), "pl"),
    Land("GB", 7, (("Felixstowe", "GBFXT"), ("London", "GBLON"), ("Bristol", "GBBRS")),
         "{house} {street}, {city}", ("{root} Street", "{root} Road", "{root} Business Park"),
         ("Ltd", "Limited", "PLC"), ("Engineering", *LATIN), (), "co.uk"),
    Land("US", 12, (("Chicago", "USCHI"), ("Houston", "USHOU"), ("Los Angeles", "USLAX")),
         "{house} {street}, Suite {unit}, {city}, {post}", ("{root} Ave", "{root} Blvd"),
         ("Inc.", "LLC", "Corp."), ("Aerospace Services", "Distribution", *LATIN)),
    Land("CA", 3, (("Toronto", "CATOR"), ("Vancouver", "CAVAN")),
         "{house} {street}, {city}", ("{root} Street West", "{root} Drive"),
         ("Inc.", "Ltd."), LATIN, (), "ca"),
    Land("MX", 3, (("Monterrey", "MXMTY"), ("Veracruz", "MXVER")),
         "Calle {street} {house}, {post} {city}, Mexico", ("{root}", "San {root}"),
         ("S.A. de C.V.",), ("Componentes", "Industrial"), (), "com.mx"),
    Land("BR", 3, (("Santos", "BRSSZ"), ("São Paulo", "BRSAO")),
         "Rua {street}, {house}, {city}, Brasil", ("{root}", "Doutor {root}"),
         ("Ltda.", "S.A."), ("Eletrônica", "Indústria e Comércio"), (), "com.br"),
    Land("TR", 4, (("İstanbul", "TRIST"), ("Mersin", "TRMER"), ("İzmir", "TRIZM")),
         "{street} Cad. No:{house}, {post} {city}, Türkiye", ("{root}", "{root} Sanayi"),
         ("A.Ş.", "Ltd. Şti."), ("Elektronik Sanayi", "Makina Ticaret"), (), "com.tr"),
    Land("AE", 4, (("Dubai", "AEDXB"), ("Jebel Ali", "AEJEA"), ("Sharjah", "AESHJ")),
         "Office {unit}, {street} Tower, {city}, United Arab Emirates", ("{root}", "Al {root}"),
         ("LLC", "FZE", "FZCO"), ("General Trading", "Electronics Trading"), ("الإلكترونيات",),
         "ae"),
    Land("SA", 2, (("Jeddah", "SAJED"), ("Riyadh", "SARUH")),
         "{house} {street} Street, {city} {post}, Saudi Arabia", ("King {root}", "Al {root}"),
         ("LLC", "Est."), ("Trading Est.", "Contracting"), ("للتجارة", "المحدودة")),
    Land("IN", 5, (("Mumbai", "INBOM"), ("Chennai", "INMAA"), ("Bengaluru", "INBLR")),
         "Plot {house}, {street} Industrial Area, {city} {post}, India", ("{root}", "{root} Nagar"),
         ("Pvt. Ltd.", "Private Limited"), ("Enterprises", *LATIN), (), "in"),
    Land("CN", 9, (("Shenzhen", "CNSZX"), ("Shanghai", "CNSHA"), ("Ningbo", "CNNGB")),
         "No. {house} {street} Road, {city} {post}, China", ("{root}", "{root} Middle"),
         ("Co., Ltd.",), ("Electronic Technology", "Import and Export", "Precision"),
         ("电子科技有限公司", "进出口贸易有限公司"), "com.cn"),
    Land("HK", 4, (("Kowloon", "HKKWN"), ("Hong Kong", "HKHKG")),
         "Unit {unit}, {house}/F, {root} Plaza, {street} Road, {city}", ("{root}", "Tai {root}"),
         ("Limited", "Co., Limited"), ("Electronics (HK)", "Trading"), ("電子有限公司",), "hk"),
    Land("TW", 3, (("Kaohsiung", "TWKHH"), ("Taipei", "TWTPE")),
         "No. {house}, {street} Rd., {city} {post}, Taiwan", ("{root}", "Zhong {root}"),
         ("Co., Ltd.", "Inc."), ("Semiconductor", "Precision"), ("股份有限公司",), "com.tw"),
    Land("JP", 4, (("Yokohama", "JPYOK"), ("Osaka", "JPOSA")),
         "{house}-{unit} {street}, {city} {post}, Japan", ("{root}-cho", "{root}machi"),
         ("K.K.", "Co., Ltd."), ("Seisakusho", "Denki"), ("株式会社",), "co.jp"),
    Land("KR", 3, (("Busan", "KRPUS"), ("Incheon", "KRINC")),
         "{house}, {street}-ro, {city} {post}, Republic of Korea", ("{root}", "{root}dae"),
         ("Co., Ltd.",), ("Electronics", "Precision"), ("주식회사",), "co.kr"),
    Land("VN", 2, (("Ho Chi Minh City", "VNSGN"), ("Haiphong", "VNHPH")),
         "{house} {street} Street, {city}, Vietnam", ("Nguyen {root}", "Le {root}"),
         ("Co., Ltd.", "JSC"), ("Technology", "Trading"), (), "vn"),
    Land("SG", 3, (("Singapore", "SGSIN"),),
         "{house} {street} Avenue, #{unit}-01, Singapore {post}", ("{root}", "Bukit {root}"),
         ("Pte. Ltd.",), LATIN, (), "sg"),
    Land("ZA", 2, (("Durban", "ZADUR"), ("Cape Town", "ZACPT")),
         "{house} {street} Road, {city} {post}, South Africa", ("{root}", "Van {root}"),
         ("(Pty) Ltd",), ("Mining Supplies", "Instruments"), (), "co.za"),
    Land("KZ", 2, (("Almaty", "KZALA"), ("Aktau", "KZAAU")),
         "{street} Street {house}, {city} {post}, Kazakhstan", ("{root}ova", "{root}bay"),
         ("LLP",), ("Service", "Trade"), ("Сервис", "Трейд"), "kz"),
    Land("UA", 2, (("Odesa", "UAODS"), ("Kyiv", "UAIEV")),
         "вул. {street}, {house}, {city}, Україна", ("Лесі {root}", "{root}"),
         ("LLC", "ТОВ"), ("Agro", "Electronics"), ("Електроніка", "Постач"), "ua"),
)  # fmt: skip

GOODS = (
    Goods("8481.80", "EAR99", "ball valve of stainless steel, DN 25", 78),
    Goods("4016.93", "EAR99", "set of rubber gaskets", 15),
    Goods("9403.20", "EAR99", "steel shelving for offices", 110),
    Goods("8542.31", "EAR99", "32-bit microcontroller, LQFP64, tape and reel", 4.2),
    Goods("8542.39", "EAR99", "voltage regulator, SOT-223", 0.31),
    Goods("8532.24", "EAR99", "multilayer ceramic capacitor 0805 100nF 50V", 0.02),
    Goods("8533.21", "EAR99", "chip resistor 0603 10k 1 %", 0.004),
    Goods("8536.69", "EAR99", "circular connector, 12 pins, with cable 3 m", 23),
    Goods("8504.40", "EAR99", "switching power supply 24 V 240 W, DIN rail", 86),
    Goods("8541.10", "EAR99", "rectifier diode 1000 V 1 A", 0.03),
    Goods("8544.42", "EAR99", "control cable 7 x 0.75, 100 m", 140),
    Goods("8501.52", "EAR99", "three-phase motor 5.5 kW for a pump", 410),
    Goods("8413.70", "EAR99", "centrifugal pump for drinking water", 1250),
    Goods("9026.20", "EAR99", "pressure transmitter 0-10 bar, 4-20 mA", 190),
    Goods("9025.19", "EAR99", "thermocouple type K with connecting head", 42),
    Goods("8471.50", "5A992.c", "rack server, two processors, 64 GB", 5200),
    Goods("8517.62", "5A992.c", "managed Ethernet switch, 24 ports", 640),
    Goods("8443.32", "EAR99", "label printer with USB port", 330),
    Goods("8482.10", "EAR99", "deep groove ball bearing 6202-2RS", 2.1),
    Goods("8708.30", "EAR99", "brake pads for passenger cars", 31),
    Goods("8409.91", "EAR99", "piston rings for a petrol engine of a car", 18),
    Goods("3926.90", "EAR99", "cable ties of polyamide, bag of 100", 3.6),
    Goods("7318.15", "EAR99", "hexagon bolts M8 x 40, zinc plated", 0.09),
    Goods("7307.22", "EAR99", "threaded elbow of steel, 1 inch", 4.4),
    Goods("8205.59", "EAR99", "torque wrench set in a case", 96),
    Goods("8467.21", "EAR99", "cordless drill 18 V with two batteries", 129),
    Goods("8418.69", "EAR99", "refrigerator for a laboratory, 300 l", 1900),
    Goods("9018.90", "EAR99", "infusion pump for hospitals", 870),
    Goods("3004.90", "EAR99", "tablets of paracetamol, 500 mg", 1.2),
    Goods("3208.90", "EAR99", "polyurethane varnish, 20 l", 160),
    Goods("5208.12", "EAR99", "woven fabric of cotton, bleached", 2.8),
    Goods("6109.10", "EAR99", "T-shirts of cotton, knitted", 3.9),
    Goods("6403.99", "EAR99", "safety shoes with steel caps", 44),
    Goods("9503.00", "EAR99", "toy train of wood", 12),
    Goods("0901.21", "EAR99", "coffee, roasted, not decaffeinated", 9.5),
    Goods("2204.21", "EAR99", "red wine in bottles of 0.75 l", 6.2),
    Goods("1806.32", "EAR99", "chocolate in blocks", 2.4),
    Goods("8432.31", "EAR99", "seed drill for a tractor", 14800),
    Goods("8433.90", "EAR99", "knives for a combine harvester", 27),
    Goods("8422.30", "EAR99", "machine for filling bottles", 61000),
    Goods("8457.10", "EAR99", "machining centre, three axes", 98000),
    Goods("8525.89", "EAR99", "camera for watching a production line", 380),
    Goods("8531.20", "EAR99", "LCD display module 4.3 inch", 21),
    Goods("8507.60", "EAR99", "lithium-ion battery pack 48 V for a forklift", 2600),
    Goods("9031.80", "EAR99", "coordinate measuring probe", 1750),
    Goods("8526.91", "EAR99", "GNSS receiver module for farm machines", 88),
    Goods("8529.10", "EAR99", "antenna for a radio relay, 5 GHz", 240),
    Goods("8473.30", "EAR99", "memory module DDR4 16 GB", 52),
)  # fmt: skip

END_USES = (
    "spare parts for bottling machines", "production of water meters", "resale in our own shops",
    "repair of hospital equipment", "assembly of control cabinets", "maintenance of the plant",
    "equipment of a new workshop", "use in household appliances", "building of an office",
    "test benches for car parts",
)  # fmt: skip
BUSINESS = (
    "manufacture of machines", "wholesale of electronic parts", "repair of pumps", "hospital",
    "production of household appliances", "distribution of tools", "food processing",
    "measuring technology", "retail of furniture", "system integrator",
)  # fmt: skip
