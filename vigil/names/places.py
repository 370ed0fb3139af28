"""Countries as firms put them into their names, in English and their own languages, folded.

Single words only, and none that is also a common name of people or a word of trade.
"""

from __future__ import annotations

PLACE_TEXT = """
    afghanistan albania algeria angola argentina armenia australia austria osterreich azerbaijan
    bahrain bangladesh belarus belgium belgique belgie bolivia botswana brazil brasil bulgaria
    cambodia cameroon canada chile china colombia croatia hrvatska cuba cyprus czechia denmark
    danmark ecuador egypt estonia eesti ethiopia finland suomi france germany deutschland ghana
    greece hellas guatemala honduras hungary iceland india indonesia iran iraq ireland israel italy
    italia jamaica japan kazakhstan kenya korea kuwait kyrgyzstan laos latvia latvija lebanon
    liberia libya lithuania lietuva luxembourg malaysia maldives malta mauritius
    mexico moldova mongolia
    montenegro morocco mozambique myanmar namibia nederland netherlands nepal nicaragua nigeria
    norway norge oman pakistan panama paraguay peru philippines poland polska portugal qatar romania
    russia rwanda senegal serbia seychelles singapore slovakia slovenia slovenija somalia spain
    espana sudan sverige sweden switzerland schweiz suisse syria taiwan tajikistan tanzania thailand
    tunisia turkey turkiye turkmenistan uganda ukraine ukraina uruguay uzbekistan venezuela vietnam
    yemen zambia zimbabwe
    """
PLACES = frozenset(PLACE_TEXT.split())
