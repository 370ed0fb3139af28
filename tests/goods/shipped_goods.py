"""One line through the goods screen, on the reviewable files of the package as they stand."""

from datetime import date
from functools import lru_cache

from vigil.decide import weigh
from vigil.goods.catalogue import GoodsCatalogue
from vigil.goods.inquiry import Inquiry
from vigil.goods.parts import find_parts
from vigil.goods.screen import screen_goods
from vigil.goods.shipped import load_goods
from vigil.model.deal import Deal
from vigil.model.finding import Finding, Provenance
from vigil.model.order import Line, Order, Party, Role
from vigil.model.provision import Jurisdiction
from vigil.model.shelf import load_edition
from vigil.rules.law import Law
from vigil.rules.shipped import load_law
from vigil.store.compile import DATA, read_shelf

ON = date(2026, 8, 7)
GOODS = Provenance("goods", "2026-11-21", "00", None)


@lru_cache(maxsize=1)
def shipped() -> tuple[GoodsCatalogue, Law]:
    """Goods and law from the files, without the compiled world."""
    shelf = read_shelf(DATA)
    edition = load_edition(shelf)
    return load_goods(shelf, edition), Law(load_law(shelf, edition))


def screen_line(destination: str, **line: str | None) -> list[Finding]:
    """The weighed findings about parts of an order of one line to one country."""
    goods, law = shipped()
    return weigh(find_parts(Inquiry.of(_deal(destination, line), goods, law, GOODS)))


def screen_goods_line(destination: str, **line: str | None) -> list[Finding]:
    """The weighed findings of the whole goods screen about such an order."""
    goods, law = shipped()
    return weigh(screen_goods(_deal(destination, line), goods, law, GOODS).findings)


def _deal(destination: str, line: dict[str, str | None]) -> Deal:
    party = Party(Role.END_USER, "Invented End User", country=destination)
    order = Order("PO-1", ON, (party,), (Line(1, **line),))
    return Deal(order, ON, destination, frozenset(Jurisdiction))
