"""Words that many names share, which say little, and alone say nothing.

Chosen from the most frequent words of company names on the US and UN lists (each is in more than
about one name of a thousand), with the spelling of the other languages beside the English one.
"""

from __future__ import annotations

COMMON_TEXT = """
    trading trade trader traders international industries industry industrial technology
    technologies technological technical tech group general holding holdings services service
    solutions systems system enterprise enterprises business commercial commerce global worldwide
    import imports export exports importexport investment investments development management
    consulting logistics shipping transport transportation engineering electronics electronic
    equipment manufacturing production products product supply supplies supplier company corporation
    limited establishment firm office
    branch center centre institute research scientific science design bureau plant factory works
    complex association organization organisation foundation agency department committee ministry
    national state public federal republic private joint stock liability partners partnership
    brothers sons associates agencies marine energy oil gas construction contracting materials
    machinery components component parts spare digital information communications
    aviation airlines air aerospace security defense defence university college bank finance
    financial capital insurance trust fund
    torgovlya torgovaya torgovy torgovyi dom kompaniya predpriyatie zavod tsentr institut
    tekhnologii tekhnologiya nauchno proizvodstvennoe obedinenie promyshlennost
    ticaret sanayi sirketi san tic ve ithalat ihracat dis pazarlama hizmetleri
    bazargani sanaye sherkat tejarat tejari comercial comercio comercializadora grupo servicios
    handel handels industrie
    elektronik elektronika electronica electronicas elettronica electronique electroniques
    technologie technologien tecnologia tecnologias teknoloji tehnologii
    logistik logistika logistica lojistik logistique ingenieria ingenierie ingegneria muhendislik
    inzhiniring maschinenbau maquinaria makina sistemas systeme transporte transportes nakliyat
    line lines
    """
COMMON_WORDS = frozenset(COMMON_TEXT.split())

PARTICLE_TEXT = """
    al el ul ad as ash an ar at az the of and for in to de del della der den des di da do dos du la
    le les los las van von vom zu zum y e i et und ve bin ibn ben bint bent abu abou abo aboo abuu
    ould s wa va his her ex old former formerly
    """
PARTICLES = frozenset(PARTICLE_TEXT.split())

# "First" is kept a word: 1st is written out instead, because 1 and 1st differ in names of ships.
ORDINALS = {
    "1st": "first", "2nd": "second", "3rd": "third", "4th": "fourth", "5th": "fifth",
    "6th": "sixth", "7th": "seventh", "8th": "eighth", "9th": "ninth", "10th": "tenth",
    "11th": "eleventh", "12th": "twelfth", "13th": "thirteenth", "14th": "fourteenth",
    "15th": "fifteenth", "16th": "sixteenth", "17th": "seventeenth", "18th": "eighteenth",
    "19th": "nineteenth", "20th": "twentieth", "30th": "thirtieth", "40th": "fortieth",
}  # fmt: skip
NUMBERS = {
    "zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6",
    "seven": "7", "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12",
    "thirteen": "13", "fourteen": "14", "fifteen": "15", "sixteen": "16", "seventeen": "17",
    "eighteen": "18", "nineteen": "19",
    "tres": "3", "cuatro": "4", "cinco": "5", "trois": "3", "quatre": "4", "cinq": "5",
    "xii": "12", "xiii": "13", "xiv": "14", "xvi": "16", "xvii": "17", "xviii": "18", "xix": "19",
    "ii": "2", "iii": "3", "iv": "4", "vii": "7", "viii": "8", "ix": "9",
}  # fmt: skip
ABBREVIATIONS = {
    "intl": "international", "natl": "national", "mfg": "manufacturing", "mfr": "manufacturer",
    "tech": "technology", "ind": "industries", "inds": "industries", "indl": "industrial",
    "bros": "brothers", "dept": "department", "govt": "government", "univ": "university",
    "inst": "institute", "assn": "association", "assoc": "association", "mgmt": "management",
    "mgt": "management", "svc": "service", "svcs": "services", "trdg": "trading",
    "grp": "group", "ctr": "center", "lab": "laboratory", "labs": "laboratories",
    "elec": "electronics", "engg": "engineering", "equip": "equipment", "constr": "construction",
    "transp": "transport", "org": "organization", "sci": "scientific", "dev": "development",
    "ent": "enterprise", "ents": "enterprises", "pharm": "pharmaceutical", "bldg": "building",
    "shpg": "shipping", "avn": "aviation", "mohd": "mohammad", "md": "mohammad",
    "muhd": "mohammad",
} | {
    british: american
    for american, british in (
        line.split()
        for line in """
        center centre
        centers centres
        organization organisation
        organizations organisations
        defense defence
        offense offence
        labor labour
        harbor harbour
        color colour
        armor armour
        armored armoured
        honor honour
        aluminum aluminium
        program programme
        fiber fibre
        fibers fibres
        theater theatre
        meter metre
        license licence
        catalog catalogue
        tire tyre
        tires tyres
        jewelry jewellery
        specialized specialised
        mobilization mobilisation
        authorization authorisation
        modernization modernisation
        industrialization industrialisation
        modeling modelling
        traveler traveller
        gray grey
        plow plough
        sulfur sulphur
        """.splitlines()
        if line.strip()
    )
}  # fmt: skip
