"""Words of Russian, Ukrainian and Belarusian organisations, in English as lists print them.

A name in Cyrillic is published both in letters and in translation, so it has a reading of each
kind. Beginnings stand for every ending (`государственн` for -ый, -ая, -ое, -ого). The words are
dictionary translations of what ministries, plants and banks are called.
"""

from __future__ import annotations

import re
from functools import lru_cache

WORD = re.compile(r"[а-яёіїєґў]+", re.IGNORECASE)
# Legal forms, whose words would else be translated one by one.
FORMS = tuple(
    (re.compile(form, re.IGNORECASE), english)
    for form, english in (
        (r"общество\s+с\s+ограниченной\s+ответственностью", "LLC"),
        (r"товариство\s+з\s+обмеженою\s+відповідальністю", "LLC"),
        (r"таварыства\s+з\s+абмежаванай\s+адказнасцю", "LLC"),
        (
            r"(публичное|публічне|открытое|закрытое)?\s*акц[иіы]\w+\s+(общество|товариство|таварыства)",
            "JSC",
        ),
        (r"федеральное\s+государственное\s+унитарное\s+предприятие", "FGUP"),
    )
)
SHORTEST_STEM = 4  # letters; shorter words must stand whole

WORD_TEXT = """
    государственн state
    государственый state
    державн state
    федеральн federal
    национальн national
    республик republic
    российск russian
    росси russia
    русск russian
    крым crimea
    крымск crimean
    украин ukraine
    беларус belarus
    черноморск black sea
    волжск volga
    сибирск siberian
    уральск ural
    московск moscow
    дальневосточн far eastern
    унитарн unitary
    казенн
    казённ
    предприят enterprise
    учрежден institution
    корпорац corporation
    компани company
    концерн concern
    холдинг holding
    групп group
    объединен united
    объединён united
    объединени association
    общество society
    банк bank
    фонд fund
    инвестиц investment
    инвестиционн investment
    прям direct
    финансов financial
    страхов insurance
    перестраховочн reinsurance
    развити development
    реконструкц reconstruction
    лизингов leasing
    транспортн transport
    завод plant
    фабрик factory
    комбинат combine
    верф shipyard
    порт port
    морск sea
    пароходств shipping company
    судостроительн shipbuilding
    судоремонтн ship repair
    судоходн shipping
    авиастроительн aircraft
    авиационн aviation
    авиа avia
    аэропорт airport
    вертолет helicopters
    верталёт helicopters
    беспилотн unmanned
    беспілотн unmanned
    систем systems
    технологическ technological
    технологи technology
    техническ technical
    специальн special
    центр center
    научн scientific
    исследовательск research
    научноисследовательск research
    производственн production
    производств production
    конструкторск design
    бюро bureau
    институт institute
    университет university
    академи academy
    физик physics
    хими chemistry
    химическ chemical
    прикладн applied
    электроник electronics
    электроникс electronics
    электронн electronic
    радиоэлектронн radioelectronic
    оборудовани equipment
    электрооборудовани electrical equipment
    машиностроительн machine building
    машиностроени machine building
    приборостроени instrument making
    автомобильн automobile
    металлургическ metallurgical
    стал steel
    нефт oil
    нефтян oil
    газ gas
    газов gas
    энергетическ energy
    энерги energy
    атомн nuclear
    ядерн nuclear
    пороховой powder
    оружи weapons
    оружейн arms
    оборон defense
    оборонн defense
    военн military
    воен military
    министерств ministry
    служб service
    управлени directorate
    агентств agency
    комитет committee
    совет council
    департамент department
    администрац administration
    партия party
    движени movement
    союз union
    офицер officers
    международн international
    безопасност security
    торгов trading
    торговл trade
    внешнеторгов foreign trade
    экспорт export
    импорт import
    промышленн industrial
    промышленност industry
    экономическ economic
    особ special
    зон zone
    строительн construction
    строительств construction
    логистик logistics
    связ communications
    телеком telecom
    информационн information
    космическ space
    ракетн rocket
    менеджмент management
    сервис service
    нов new
    возможност opportunities
    памят memory
    имени named after
    ремонтн repair
    завод plant
    открыти otkritie
    клирингов clearing
    центральн central
    город city
    област region
    народн people
    и and
    по for
    в in
    """


def translated(text: str) -> str:
    """The text with known words in English; the same text where there is none.

    >>> translated("Уральский банк реконструкции и развития")
    'ural bank reconstruction and development'
    """
    for form, english in FORMS:
        text = form.sub(english, text)
    return WORD.sub(_in_english, text)


def _in_english(match: re.Match[str]) -> str:
    english = _english(match.group().casefold())
    return match.group() if english is None else english


@lru_cache(maxsize=8192)
def _english(word: str) -> str | None:
    """The English of a word, by the longest beginning that leaves no more than an ending."""
    if word in _stems():
        return _stems()[word]
    for length in range(len(word) - 1, max(SHORTEST_STEM, len(word) - 4) - 1, -1):
        if word[:length] in _stems():
            return _stems()[word[:length]]
    return None


@lru_cache(maxsize=1)
def _stems() -> dict[str, str]:
    lines = (line.split(maxsplit=1) for line in WORD_TEXT.splitlines() if line.strip())
    return {line[0]: line[1] if len(line) > 1 else "" for line in lines}
