"""Abbreviations that end in a full stop without ending a sentence.

Written for Vigil from general knowledge of English news prose.
"""

from __future__ import annotations

from vigil.evidence.speech.word_table import table

# Before a name: never the end of a sentence.
TITLES: frozenset[str] = table(
    "mr mrs ms mx dr prof rev fr st sr hon amb gen maj col lt capt cmdr adm brig sgt cpl pvt "
    "sen rep gov pres sec supt det insp pfc gens sens reps messrs mgr lt.gen maj.gen "
    "barr engr adv alh smt pte const"
)
# Before a number, or inside a name or a reference.
BEFORE_NUMBERS: frozenset[str] = table("no nos art arts para paras sec vol pp p fig ch")
MONTHS_SHORT: frozenset[str] = table("jan feb mar apr jun jul aug sep sept oct nov dec")
# Within a sentence, or at its end: what follows decides.
ELSEWHERE: frozenset[str] = table(
    "inc ltd co corp llc plc jr sr esq dept univ assn bros approx est vs etc al ave blvd rd "
    "mt ft a.m p.m u.s u.k u.n e.u u.a.e d.c ph.d e.g i.e cf viz ca"
)
ABBREVIATIONS = TITLES | BEFORE_NUMBERS | MONTHS_SHORT | ELSEWHERE
