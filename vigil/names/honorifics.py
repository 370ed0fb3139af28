"""Titles and forms of address: they are said to a person, not borne by one.

Source: the titles column of OFAC's published SDN file and the UN list's titles, and the ordinary
forms of address of English, Russian, Persian, Arabic, Turkish, Spanish and German.
"""

from __future__ import annotations

HONORIFIC_TEXT = """
    mr mrs ms miss mister sir dame lord lady dr doctor prof professor eng engineer ing dipl
    gen brig col lt sgt capt cpt maj adm cdr cmdr
    brigadier colonel lieutenant captain admiral
    sheikh shaykh shaikh haji hajji hajj mullah mulla mawlawi maulvi maulana ayatollah hojatoleslam
    hojjatoleslam qari hafiz ustad ustaz agha aqa khanom
    gospodin gospozha tovarishch bay bey sr sra senor senora herr frau monsieur madame mme
    messrs attn hon honorable honourable excellency
    lic licenciado dott mlle maulavi moulavi molavi mawlavi
    presidente prezident presiden prasident predsjednik
    sayyidi sheik sheykh haj hadji hadj doc dra srta excmo
    """
HONORIFICS = frozenset(HONORIFIC_TEXT.split())

# A descent that is said before a name, and a given name: it stays where but one word is beside it.
DESCENT = frozenset(["sayyid", "sayyed", "sayed", "seyed", "seyyed", "sayid", "syed", "saiyid"])
LEAST_BESIDE = 2
