"""Bodies by common nouns: “the coast guard”, “a trading house”.

Written for Vigil from general knowledge of English news prose.
"""

from __future__ import annotations

from vigil.evidence.contrasts.mentions import BODY_WORDS
from vigil.evidence.contrasts.word_forms import listed

BODIES = (BODY_WORDS - {"intelligence"}) | frozenset(
    listed(
        """
        company firm group union association operator carrier shipyard yard institute university
        party militia brigade regiment coalition consortium fund insurer broker retailer charity
        foundation council watchdog regulator newspaper broadcaster airline railway utility
        parliament cabinet government opposition federation league board panel team squad unit
        factory plant mine refinery smelter laboratory hospital school church museum club
        cooperative chamber syndicate academy airport alliance assembly battalion bloc branch
        bureau business cartel clinic college conglomerate corporation delegation dealership
        division embassy consulate mission enterprise exchange faction family fleet force gang
        garrison inspectorate institution judiciary legislature lender library lobby manufacturer
        military mosque movement network organisation organization outlet partnership platoon
        practice presidency prosecution registry reserve secretariat senate service
        society startup station studio subsidiary supplier tribunal trust village watch wholesaler
        workshop distributor importer exporter maker producer shipper haulier forwarder
        """
    )
)
# May be any body: one of these alone against another body is no other actor.
ANYBODY = frozenset(
    listed(
        """
        company firm group agency authority body organisation organization institution operator
        office service business entity unit side department enterprise corporation
        manufacturer maker producer supplier
        """
    )
)


def is_body(low: str) -> bool:
    """Whether a word of small letters names a body, in either number.

    >>> is_body("laboratories"), is_body("coast")
    (True, False)
    """
    forms = {low, low.removesuffix("s"), low.removesuffix("es")}
    if low.endswith("ies"):
        forms.add(low[:-3] + "y")
    return bool(forms & BODIES)
