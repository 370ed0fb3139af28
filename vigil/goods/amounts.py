"""More of an item than its stated end use can need: a hobby does not take five thousand chips.

The limits are ours, so the flag weighs medium, and says that no authority printed it.
"""

from __future__ import annotations

from collections.abc import Iterator

from vigil.goods.conflict_tables import EndUseAmount
from vigil.goods.hs import dotted
from vigil.goods.inquiry import Inquiry
from vigil.model.finding import Feature, Finding, FindingKind, Ground, Screen
from vigil.model.order import Line


def find_amounts(inquiry: Inquiry) -> list[Finding]:
    """One red flag for each line whose quantity is beyond what the end use can need."""
    said = inquiry.deal.order.end_use or ""
    if not said:
        return []
    named = dict(inquiry.goods.end_use_words.in_text(said))
    taken_back = {row for row, _ in inquiry.goods.end_use_not_words.in_text(said)}
    return [
        _finding(inquiry, i, line, amount, most, named[amount.id])
        for amount in inquiry.goods.end_use_amounts
        if amount.id in named and amount.id not in taken_back
        for i, line in enumerate(inquiry.deal.order.lines)
        for most in _limit(amount, line)
        if (line.quantity or 0) > most
    ]


def _limit(amount: EndUseAmount, line: Line) -> Iterator[float]:
    """The limit of the longest code that the line's begins with, if there is one."""
    codes = [code for code in amount.most if (line.hs or "").startswith(code)]
    if codes:
        yield amount.most[max(codes, key=len)]


def _finding(
    inquiry: Inquiry, i: int, line: Line, amount: EndUseAmount, most: float, said: str
) -> Finding:
    told = (
        f"{line.quantity:g} pieces of HS {dotted(line.hs or '')} are more than '{said}' needs: "
        f"{most:g} would be plenty for {amount.says}"
    )
    return Finding(
        screen=Screen.GOODS,
        kind=FindingKind.RED_FLAG,
        path=f"$.lines[{i}].quantity",
        subject="amount_beyond_end_use",
        value=f"{line.quantity:g}",
        summary=f"{told}.",
        grounds=(Ground.WEIGHT_MEDIUM,),
        features=(Feature(f"end_use_{amount.id}", 1.0, "the limit is Vigil's own choice"),),
        provenance=inquiry.provenance,
        verified=False,
    )
