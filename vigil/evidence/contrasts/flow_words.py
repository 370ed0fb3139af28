"""Verbs and nouns by which something is given, taken, sought. General knowledge of English."""

from __future__ import annotations

from vigil.evidence.contrasts.word_forms import listed, stem

GIVE = frozenset(
    map(
        stem,
        listed(
            """
            rent hire charter award allocate fund finance loan cede surrender assign entrust
            forward remit relay contribute owe reimburse subsidise distribute
            supply give send provide deliver transfer ship export sell hand donate furnish
            lend smuggle grant dispatch pass gift pay return lease airlift funnel channel equip
            arm offer pledge promise post mail courier
            """
        ),
    )
)
TAKE = frozenset(
    map(
        stem,
        listed(
            """
            inherit collect receive get obtain acquire buy purchase import procure source accept
            borrow secure seek request order ask
            """
        ),
    )
)
SOUGHT = frozenset(map(stem, ["seek", "request", "order", "ask"]))
MOVE = frozenset(map(stem, ["flow", "go", "move", "travel", "sail", "come", "head", "pass"]))
OFFERED = frozenset(map(stem, ["offer", "pledge", "promise"]))
NOUNS = {
    **dict.fromkeys(
        map(
            stem,
            listed(
                """
            transfer supply delivery sale shipment export provision donation gift
            """
            ),
        ),
        "give",
    ),
    **dict.fromkeys(
        map(
            stem,
            listed(
                """
            purchase import acquisition procurement
            """
            ),
        ),
        "take",
    ),
}
SYMMETRIC = frozenset(
    map(
        stem,
        listed(
            """
            meet talk discuss sign agree join include border share
            """
        ),
    )
)
PREPOSITIONS = frozenset(
    listed(
        """
            to from with of for by against in on into at between toward towards under over via
            through and
            """
    )
)
MARKS_OF_CLAUSES = frozenset(".;:?!—–")


FLOW_STEMS = GIVE | TAKE | MOVE | frozenset(NOUNS)


PLANS = frozenset(
    map(
        stem,
        listed(
            """
            plan seek intend want agree hope aim prepare decide promise vow pledge offer
            """
        ),
    )
)


AGENTS = frozenset(
    listed(
        """
            officials government forces army firm firms company companies state troops military
            executives authorities regime manufacturer manufacturers traders diplomats ministry
            side suppliers exporters shippers factories plants navy bank banks
            """
    )
)

# Of these the one before gives where “to” follows, and gets where “from” does.
EITHER = frozenset(map(stem, ["lease", "rent", "hire", "charter", "loan"]))
