"""Key items by the declared HS code: the first six digits are the same in every country."""

from __future__ import annotations

from vigil.goods.basis import with_url
from vigil.goods.inquiry import Inquiry
from vigil.goods.standing import Standing
from vigil.model.finding import Feature, Finding, FindingKind, Ground, Screen
from vigil.model.provision import Citation


def find_key_items(inquiry: Inquiry) -> list[Finding]:
    """One finding for each line and key item that its declared HS code begins with."""
    return [
        _finding(inquiry, i, line.hs, standing)
        for i, line in enumerate(inquiry.deal.order.lines)
        if line.hs
        for standing in declared_key_items(inquiry, line.hs)
    ]


def declared_key_items(inquiry: Inquiry, hs: str) -> list[Standing]:
    """The key items of a declared code that count on the day.

    Source: EAR Supplement No. 7 to part 746: any longer number that begins with the six digits
    is caught.
    """
    items = inquiry.goods.key_items_of(hs)
    standings = (inquiry.goods.standing(item, inquiry.deal.on) for item in items)
    return [standing for standing in standings if standing.counts]


def dotted(hs: str) -> str:
    """An HS code as customs forms print it.

    >>> dotted("854231"), dotted("8542310000")
    ('8542.31', '8542.31.0000')
    """
    return ".".join(part for part in (hs[:4], hs[4:6], hs[6:]) if part)


def _under(hs: str, six_digits: str) -> str:
    return "means" if hs == six_digits else f"is under {dotted(six_digits)},"


def _finding(inquiry: Inquiry, i: int, hs: str, standing: Standing) -> Finding:
    item, heading = standing.item, inquiry.heading
    watched = (Ground.WATCH_ONLY,) if standing.is_watch_only else ()
    met = Feature("hs_prefix", 1.0, f"declared {hs} begins with {item.hs}")
    return Finding(
        screen=Screen.GOODS,
        kind=FindingKind.KEY_ITEM,
        path=f"$.lines[{i}].hs",
        subject=item.hs,
        value=hs,
        summary=(
            f"HS {dotted(hs)} {_under(hs, item.hs)} {item.description}. "
            f"{standing.sentence} {heading.sentence}"
        ),
        grounds=(*heading.grounds, *watched),
        score=1.0,
        features=(met, *standing.features, *heading.features),
        provisions=provisions_of(inquiry, standing),
        provenance=with_url(inquiry.provenance, standing.source),
        verified=standing.verified,
        basis=standing.basis,
    )


def provisions_of(inquiry: Inquiry, standing: Standing) -> tuple[Citation, ...]:
    """The law behind the item's lists and about where it goes, each provision once."""
    cited = inquiry.law.cite_untested(standing.provisions, inquiry.deal.on)
    by_id = {citation.id: citation for citation in (*cited, *inquiry.heading.citations)}
    return tuple(by_id.values())
