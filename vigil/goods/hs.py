"""Key items by the declared HS code: the first six digits are the same in every country."""

from __future__ import annotations

from vigil.goods.basis import RANK, basis_in_words, with_url
from vigil.goods.catalogue import OldCode
from vigil.goods.declared import Meaning, meanings_of
from vigil.goods.inquiry import Inquiry
from vigil.goods.standing import Standing
from vigil.model.finding import Feature, Finding, FindingKind, Ground, Screen
from vigil.model.provision import Citation


def find_key_items(inquiry: Inquiry) -> list[Finding]:
    """One finding for each line and key item that its declared HS code is, or may be."""
    return [
        _finding(inquiry, i, line.hs, meaning)
        for i, line in enumerate(inquiry.deal.order.lines)
        if line.hs
        for meaning in meanings_of(inquiry, line.hs)
    ]


def declared_key_items(inquiry: Inquiry, hs: str) -> list[Standing]:
    """The key items of a declared code that count on the day."""
    return [meaning.standing for meaning in meanings_of(inquiry, hs)]


def dotted(hs: str) -> str:
    """An HS code as customs forms print it.

    >>> dotted("854231"), dotted("8542310000")
    ('8542.31', '8542.31.0000')
    """
    return ".".join(part for part in (hs[:4], hs[4:6], hs[6:]) if part)


def old_code_in_words(old: OldCode) -> str:
    """What a code of an older edition became, and how that is known.

    >>> from vigil.model.provision import Basis
    >>> old_code_in_words(OldCode("880330", ("880730",), "parts", False, Basis.MEMORY))
    '8803.30 is of HS 2017 and became 8807.30 (from memory, no source was read)'
    """
    *others, last = map(dotted, old.becomes)
    became = f"{', '.join(others)} or {last}" if others else last
    return f"{dotted(old.code)} is of HS 2017 and became {became} ({basis_in_words(old.basis)})"


def _finding(inquiry: Inquiry, i: int, hs: str, meaning: Meaning) -> Finding:
    standing, old, heading = meaning.standing, meaning.old, inquiry.heading
    watched = (Ground.WATCH_ONLY,) if standing.is_watch_only else ()
    unsure = () if meaning.is_sure else (Ground.OLDER_CODE,)
    basis = max(standing.basis, old.basis, key=RANK.__getitem__) if old else standing.basis
    return Finding(
        screen=Screen.GOODS,
        kind=FindingKind.KEY_ITEM,
        path=f"$.lines[{i}].hs",
        subject=standing.item.hs,
        value=hs,
        summary=f"{_meant(hs, meaning)}. {standing.sentence} {heading.sentence}",
        grounds=(*heading.grounds, *watched, *unsure),
        score=1.0,
        features=(_met(hs, meaning), *standing.features, *heading.features),
        provisions=provisions_of(inquiry, standing),
        provenance=with_url(inquiry.provenance, standing.source),
        verified=standing.verified and (old is None or old.verified),
        basis=basis,
    )


def _meant(hs: str, meaning: Meaning) -> str:
    item = meaning.standing.item
    if meaning.old is not None:
        may = "means" if meaning.is_sure else "may mean"
        return f"HS {old_code_in_words(meaning.old)}; so it {may} {item.description}"
    under = "means" if hs == item.hs else f"is under {dotted(item.hs)},"
    return f"HS {dotted(hs)} {under} {item.description}"


def _met(hs: str, meaning: Meaning) -> Feature:
    """How the declared code met the item."""
    item, old = meaning.standing.item, meaning.old
    if old is not None:
        others = len(old.becomes) - 1
        more = f"; so are {others} more codes" if others else ""
        detail = (
            f"declared {hs} begins with {old.code} of HS 2017 ({old.note}), now {item.hs}{more}"
        )
        return Feature("hs_2017", 1.0, detail)
    if meaning.is_national:
        return Feature("hs_national", 1.0, f"all digits of declared {hs} stand on a list")
    return Feature("hs_prefix", 1.0, f"declared {hs} begins with {item.hs}")


def provisions_of(inquiry: Inquiry, standing: Standing) -> tuple[Citation, ...]:
    """The law behind the item's lists and about where it goes, each provision once."""
    cited = inquiry.law.cite_untested(standing.provisions, inquiry.deal.on)
    by_id = {citation.id: citation for citation in (*cited, *inquiry.heading.citations)}
    return tuple(by_id.values())
