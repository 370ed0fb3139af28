"""What the manipulations draw from: letters, keys, look-alikes, given names, company words.

All of it is common knowledge written down for this bench; none of it is the engine's data, so
that a gap in the engine's tables shows.
"""

from __future__ import annotations

LOOK_ALIKES = {
    "A": "АΑ", "B": "ВΒ", "C": "С", "E": "ЕΕ", "H": "НΗ", "I": "ІΙ", "J": "Ј", "K": "КΚ", "M": "МΜ",
    "N": "Ν", "O": "ОΟ", "P": "РΡ", "S": "Ѕ", "T": "ТΤ", "X": "ХΧ", "Y": "ҮΥ", "Z": "Ζ",
    "a": "а", "c": "с", "e": "е", "i": "і", "j": "ј", "o": "оο", "p": "р", "s": "ѕ", "v": "ν",
    "x": "х", "y": "у",
}  # fmt: skip
LEET = {"a": "4", "e": "3", "i": "1", "o": "0", "s": "5", "t": "7", "b": "8", "z": "2"}
LEET_BACK = str.maketrans({digit: letter for letter, digit in LEET.items()})
OCR = {
    "O": "0", "o": "0", "I": "l", "l": "1", "i": "l", "S": "5", "B": "8", "Z": "2", "G": "6",
    "m": "rn", "M": "RN", "w": "vv", "W": "VV", "d": "cl", "h": "b", "e": "c", "D": "O", "u": "ii",
    "E": "F", "Q": "O",
}  # fmt: skip
KEY_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
HIDDEN = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
SPACES = "\u00a0\u2007\u202f\u2009\u3000"
BIDI = "\u202a\u202b\u202d\u202e\u2066\u2067\u200e\u200f"

LETTERS_SPELT_OUT = {
    "ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i",
    "ħ": "h", "ŋ": "n",
}  # fmt: skip
ACCENTS = {
    "a": "áäãâ", "e": "éèêë", "i": "íïî", "o": "óöôø", "u": "úüûů", "n": "ñń", "c": "çč", "s": "šş",
    "z": "žż", "g": "ğ", "y": "ý", "l": "ł",
}  # fmt: skip
EXPANDED = {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "ß": "ss", "ñ": "ny"}

CYRILLIC_TO_LATIN = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "zh", "з": "z", "и": "i",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t",
    "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y",
    "ь": "", "э": "e", "ю": "yu", "я": "ya", "і": "i", "є": "ye", "ґ": "g", "ў": "u",
}  # fmt: skip

NICKNAMES = {
    "robert": "Bob", "william": "Bill", "richard": "Dick", "james": "Jim", "john": "Jack",
    "michael": "Mike", "joseph": "Joe", "thomas": "Tom", "charles": "Chuck", "edward": "Ted",
    "daniel": "Dan", "david": "Dave", "elizabeth": "Liz", "margaret": "Peggy", "anthony": "Tony",
    "christopher": "Chris", "nicholas": "Nick", "samuel": "Sam", "benjamin": "Ben",
    "jose": "Pepe", "francisco": "Paco", "jesus": "Chuy", "guillermo": "Memo", "enrique": "Quique",
    "manuel": "Manolo", "ignacio": "Nacho", "eduardo": "Lalo", "antonio": "Toño", "luis": "Lucho",
    "rafael": "Rafa", "roberto": "Beto", "alberto": "Beto", "ricardo": "Richi", "maria": "Mari",
    "aleksandr": "Sasha", "alexander": "Sasha", "aleksey": "Alyosha", "dmitriy": "Dima",
    "dmitry": "Dima", "vladimir": "Volodya", "mikhail": "Misha", "ivan": "Vanya",
    "sergey": "Seryozha", "sergei": "Seryozha", "nikolay": "Kolya", "pavel": "Pasha",
    "andrey": "Andryusha", "yevgeniy": "Zhenya", "yuriy": "Yura", "igor": "Igoryok",
    "konstantin": "Kostya", "anatoliy": "Tolya", "boris": "Borya", "vyacheslav": "Slava",
    "svetlana": "Sveta", "yekaterina": "Katya", "elena": "Lena", "tatyana": "Tanya",
    "anna": "Anya", "natalya": "Natasha", "olga": "Olya", "irina": "Ira", "viktor": "Vitya",
}  # fmt: skip
HOMOPHONES = (
    ("jacqueline", "jacklyn"), ("sean", "shawn"), ("steven", "stephen"), ("geoffrey", "jeffrey"),
    ("catherine", "kathryn"), ("mark", "marc"), ("erik", "eric"), ("philip", "filip"),
    ("sara", "sarah"), ("john", "jon"), ("alan", "allan"), ("brian", "bryan"), ("isaac", "isaak"),
    ("nicholas", "nikolas"), ("sofia", "sophia"), ("teresa", "theresa"), ("cristina", "kristina"),
    ("victor", "viktor"), ("gonzalez", "gonzales"), ("rodriguez", "rodrigues"), ("lopez", "lopes"),
    ("hernandez", "ernandez"), ("perez", "peres"), ("sanchez", "sanches"), ("jimenez", "gimenez"),
    ("martinez", "martines"), ("ramirez", "ramires"), ("gomez", "gomes"), ("diaz", "dias"),
    ("valencia", "balencia"), ("mejia", "megia"), ("hussein", "hussain"), ("thomas", "tomas"),
    ("garcia", "garsia"), ("zambada", "sambada"), ("velasquez", "velazquez"),
    ("vasquez", "basquez"),
)  # fmt: skip
HONORIFICS = (
    "Dr.", "Mr.", "Mrs", "Prof.", "Gen.", "Hajji", "Sheikh", "Sayyid", "Eng.", "Col.", "Capt.",
    "His Excellency", "Mullah", "Ing.", "Lic.", "Mme", "Brigadier General", "Haji", "Maulavi",
)  # fmt: skip
MIDDLE_NAMES = (
    "Fred", "Ali", "Maria", "Lee", "Jose", "Ahmad", "James", "Ivan", "Anne", "Carlos", "Omar",
    "Paul", "Ivanovich", "Hassan", "Louise", "Karim", "George", "Luis", "Reza", "Peter",
)  # fmt: skip
COMMON_GIVEN = frozenset((
    "khamis", "muhammad", "mohammad", "mohammed", "ahmad", "ahmed", "ali", "hassan", "hasan",
    "hussein", "hossein", "jose", "juan", "carlos", "luis", "maria", "sergey", "aleksandr",
    "vladimir", "dmitriy", "andrey", "aleksey", "mikhail", "ivan", "omar", "khalid", "ibrahim",
    "mahmoud", "mustafa", "john", "james", "robert", "michael", "david", "jesus", "francisco",
    "antonio", "yuriy", "igor", "oleg",
))  # fmt: skip
PATRONYMICS = ("Borisovich", "Petrovich", "Nikolaevich", "Ivanovich", "Olegovich", "Gennadievich")
PLACES = (
    "Mexico",
    "Chile",
    "India",
    "Canada",
    "Brasil",
    "Deutschland",
    "Italia",
    "Polska",
    "Kenya",
)

# short form, spelt out
LEGAL_FORMS = (
    ("LLC", "Limited Liability Company"), ("Ltd", "Limited"), ("Co., Ltd.", "Company Limited"),
    ("Corp", "Corporation"), ("Inc", "Incorporated"), ("JSC", "Joint Stock Company"),
    ("PJSC", "Public Joint Stock Company"), ("CJSC", "Closed Joint Stock Company"),
    ("OJSC", "Open Joint Stock Company"), ("PLC", "Public Limited Company"),
    ("OOO", "Obshchestvo s Ogranichennoy Otvetstvennostyu"), ("AO", "Aktsionernoe Obshchestvo"),
    ("PAO", "Publichnoe Aktsionernoe Obshchestvo"), ("ZAO", "Zakrytoe Aktsionernoe Obshchestvo"),
    ("OAO", "Otkrytoe Aktsionernoe Obshchestvo"), ("AG", "Aktiengesellschaft"),
    ("GmbH", "Gesellschaft mit beschränkter Haftung"), ("S.A.", "Sociedad Anonima"),
    ("S.A. de C.V.", "Sociedad Anonima de Capital Variable"), ("Ltda.", "Limitada"),
    ("FZE", "Free Zone Establishment"), ("FZCO", "Free Zone Company"), ("Co.", "Company"),
    ("Pte. Ltd.", "Private Limited"), ("Pvt. Ltd.", "Private Limited"),
    ("SAS", "Société par Actions Simplifiée"),
    ("S.R.L.", "Società a Responsabilità Limitata"), ("SARL", "Société à Responsabilité Limitée"),
    ("B.V.", "Besloten Vennootschap"), ("d.o.o.", "društvo s ograničenom odgovornošću"),
    ("A.S.", "Anonim Sirketi"), ("FZC", "Free Zone Company"),
    ("LLP", "Limited Liability Partnership"),
)  # fmt: skip
ABBREVIATIONS = {
    "international": "Int'l", "company": "Co", "corporation": "Corp", "technology": "Tech",
    "technologies": "Tech", "industries": "Ind.", "industrial": "Ind.", "manufacturing": "Mfg",
    "trading": "Trdg", "services": "Svcs", "brothers": "Bros", "department": "Dept",
    "university": "Univ", "institute": "Inst", "research": "Res.", "national": "Nat'l",
    "development": "Dev", "engineering": "Eng.", "electronics": "Elec", "group": "Grp",
    "association": "Assn", "enterprise": "Ent", "enterprises": "Ent", "center": "Ctr",
    "laboratory": "Lab", "aviation": "Avn", "shipping": "Shpg", "transport": "Transp",
    "investment": "Inv", "management": "Mgmt", "ministry": "Min.", "general": "Gen.",
    "organization": "Org", "scientific": "Sci.", "petroleum": "Petro", "factory": "Fcty",
    "logistics": "Log.", "construction": "Constr", "commercial": "Comm", "limited": "Ltd",
}  # fmt: skip
SYNONYMS = {
    "pharmaceuticals": "Drugs", "trading": "Commerce", "shipping": "Maritime",
    "airlines": "Airways",
    "airline": "Airways", "oil": "Petroleum", "petroleum": "Oil", "factory": "Plant",
    "plant": "Factory", "institute": "Academy", "industries": "Works", "group": "Holding",
    "transport": "Haulage", "aviation": "Aeronautics", "weapons": "Arms", "ship": "Vessel",
    "navy": "Naval Forces", "foundation": "Charity", "company": "Firm", "school": "College",
}  # fmt: skip
TRANSLATIONS = {
    "bank": ("Banco", "Banque"), "trading": ("Comercio", "Handel"), "factory": ("Zavod", "Usine"),
    "institute": ("Instituto", "Institut"), "university": ("Universidad", "Universität"),
    "research": ("Recherche", "Forschung"), "company": ("Compañía", "Gesellschaft"),
    "ministry": ("Ministerio", "Ministère"), "international": ("Internacional", "Internationale"),
    "industrial": ("Industriel", "Promyshlennoye"), "shipping": ("Naviera", "Schifffahrt"),
    "foundation": ("Fundación", "Stiftung"), "airlines": ("Aerolíneas", "Avialinii"),
    "national": ("Nacional", "Natsionalnyy"), "group": ("Grupo", "Gruppe"),
    "center": ("Centro", "Tsentr"),
}  # fmt: skip
BRITISH = (
    ("organization", "organisation"), ("center", "centre"), ("defense", "defence"),
    ("labor", "labour"),
    ("aluminum", "aluminium"), ("program", "programme"), ("fiber", "fibre"), ("color", "colour"),
    ("harbor", "harbour"), ("tire", "tyre"), ("license", "licence"), ("jewelry", "jewellery"),
    ("specialized", "specialised"), ("theater", "theatre"), ("mobilization", "mobilisation"),
    ("authorization", "authorisation"), ("modernization", "modernisation"), ("armor", "armour"),
    ("catalog", "catalogue"), ("unionized", "unionised"), ("traveler", "traveller"),
)  # fmt: skip
SMALL_NUMBERS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)  # fmt: skip
TENS = (
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
)  # fmt: skip
ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth", "twentieth",
)  # fmt: skip
ROMAN = (
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV",
    "XVI", "XVII", "XVIII", "XIX", "XX",
)  # fmt: skip
