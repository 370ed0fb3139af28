"""A small world of goods and law, and a way to screen one line in it."""

from collections.abc import Callable
from datetime import date

import pytest

from vigil.goods.catalogue import (
    ControlledItem,
    GoodsCatalogue,
    GoodsList,
    KeyItem,
    Membership,
    OldCode,
    OtherListItem,
    UavModel,
    UavPart,
)
from vigil.goods.screen import screen_goods
from vigil.goods.word_tables import GoodsWords, ItemWords, WordContext, WordEndings
from vigil.model.control import ControlClause
from vigil.model.deal import Deal
from vigil.model.finding import Provenance, Screening
from vigil.model.order import Leg, Line, Order, Party, Role
from vigil.model.provision import Basis, Jurisdiction, Provision
from vigil.rules.catalogue import Country, LawCatalogue, TransshipmentList
from vigil.rules.law import Law

COMPILED = date(2026, 11, 21)
AFTER_ALL = date(2026, 8, 7)
CHPL_FROM = date(2024, 2, 23)


def _membership(list_id: str, since: date, **more: object) -> Membership:
    given = {"verified": True, "basis": Basis.SECONDARY} | more
    return Membership(list=list_id, in_force_from=since, **given)


def _key_items() -> tuple[KeyItem, ...]:
    chpl = _membership("CHPL", CHPL_FROM, tier="1", source="https://bis.example/chpl")
    supp7 = _membership("SUPP7", date(2023, 2, 24), verified=False, basis=Basis.MEMORY)
    ended = _membership("CHPL", CHPL_FROM, in_force_to=date(2025, 6, 30))
    return (
        KeyItem("854231", "processor and controller chips", (chpl, supp7)),
        KeyItem("854232", "memory chips", (chpl,)),
        KeyItem("854239", "other integrated circuits", (chpl,)),
        KeyItem("848210", "ball bearings", (ended,)),
        KeyItem("840710", "aircraft piston engines", (supp7,)),
        KeyItem("901420", "navigation instruments", (chpl,)),
        KeyItem("854151", "semiconductor transducers", (chpl,)),
        KeyItem("853224", "ceramic capacitors", (chpl,)),
        KeyItem("845811", "lathes with numerical control", (chpl,)),
        KeyItem("880699", "unmanned aircraft", watch_only=True, why="complete drone"),
        KeyItem("850110", "small motors", watch_only=True, why="seen in drones"),
        KeyItem("854149", "photosensitive devices", (chpl,)),
        KeyItem("854159", "other semiconductor devices", (chpl,)),
        KeyItem("854800", "electrical parts of machines", (chpl,)),
        KeyItem("880730", "parts of aircraft", (chpl,)),
    )


def _words() -> GoodsWords:
    items = (
        ItemWords("854231", {"eng": ("microcontroller", "MCU", "CPU", "FPGA", "SoC"),
                             "rus": ("микроконтроллер", "ПЛИС"), "zho": ("微控制器",)},
                  weak={"eng": ("Spartan", "Cyclone"), "rus": ("процессор",)},
                  families=("STM32", "TMS320", "XC7"), not_with={"eng": ("cooler",)}),
        ItemWords("854232", {"eng": ("flash memory", "DRAM", "NAND")}, not_with={"eng": ("card",)}),
        ItemWords("854239", {"eng": ("voltage regulator",)}, parts=("MAX232",),
                  everyday=("MAX232",)),
        ItemWords("848210", {"eng": ("ball bearing",)}),
        ItemWords("840710", {"eng": ("aircraft engine", "Rotax 912"),
                             "rus": ("поршневой авиационный двигатель",),
                             "tur": ("uçak motoru",), "zho": ("航空发动机",)}),
        ItemWords("901420", {"eng": ("gyroscope",), "fas": ("ژیروسکوپ", "واحد اندازه گیری اینرسی"),
                             "zho": ("陀螺仪",), "tur": ("jiroskop",)}, weak={"eng": ("INS",)}),
        ItemWords("854151", {"eng": ("MEMS gyroscope",)}),
        ItemWords("853224", {"zho": ("陶瓷电容",)}, families=("GRM", "T495")),
        ItemWords("850110", {"eng": ("servomotor",), "zho": ("舵机",)}),
        ItemWords("880699", {"eng": ("UAV",), "zho": ("无人机",), "tur": ("İHA",)}, yields=True),
        ItemWords("845811", {"rus": ("токарный станок с ЧПУ",)}),
    )  # fmt: skip
    context = {
        "trade": {"eng": ("chip", "FPGA", "electronic"), "rus": ("корпус",)},
        "other_things": {"eng": ("toy", "book", "bag"), "rus": ("сумка",), "zho": ("玩具",)},
        "finished": {"eng": ("laptop", "notebook", "vacuum cleaner"), "rus": ("ноутбук",)},
        "generic": {"eng": ("part", "parts", "electronic", "articles")},
        "leads_off": {"eng": ("with", "for"), "rus": ("с", "для"), "fas": ("برای",)},
        "leads_in": {"zho": ("用",), "tur": ("için",)},
        "describes": {"eng": ("based",)},
    }
    endings = (
        WordEndings("eng", ("s", "es"), 2),
        WordEndings("rus", ("а", "ы", "и", "ой", "ом", "ов", "ый", "ая", "ые", "ого", "ий"), 3,
                    cut=("а", "ый", "ой", "ий"), softens={"ок": "к"},
                    latin_from=5, any_order=True),
        WordEndings("tur", ("lar", "ler", "u", "lari", "unun"), 3, cut=("u",), softens={"p": "b"},
                    any_order=True),
        WordEndings("fas", ("ها", "های", "ی"), 3, any_order=True),
    )  # fmt: skip
    contexts = tuple(WordContext(name, words) for name, words in context.items())
    return GoodsWords(items, contexts, endings, {"無": "无", "機": "机", "儀": "仪"})


def _part(key: str, **more: object) -> UavPart:
    given = {"part_number": key, "models": ("shahed-136",), "seen": 1, "by_prefix": False,
             "everyday": False, "sources": ("https://wrecks.example/1",)} | more  # fmt: skip
    return UavPart(key=key, **given)


def _parts() -> tuple[UavPart, ...]:
    return (
        _part("STM32F405", by_prefix=True, seen=2),
        _part("STM32F405RGT6", manufacturer="STMicroelectronics", seen=3),
        _part("TMS320F28335PGFA"),
        _part("TMS320"),
        _part("STM321"),
        _part("XC7A35T", by_prefix=True),
        _part("LM317", by_prefix=True, everyday=True),
        _part("MAX232", by_prefix=True, everyday=True),
        _part("CR2032", everyday=True),
        _part("LM2576", by_prefix=True),
        _part("912", by_prefix=True, with_word=("rotax",), models=("mohajer-6",)),
        _part("03094765", with_word=("u-blox",)),
    )


def _models() -> tuple[UavModel, ...]:
    return (
        UavModel("shahed-136", "one-way attack drone",
                 ("Shahed-136", "Geran-2", "Герань-2", "Geranium-2", "شاهد ۱۳۶"), ("M236",)),
        UavModel("gerbera", "decoy drone", (), ("Gerbera", "Гербера")),
        UavModel("ababil", "tactical drone", ("Ababil-2",), ("Ababil",)),
        UavModel("albatros-m5", "reconnaissance drone", ("Albatros M5",), ("Albatross",)),
    )  # fmt: skip


def _clauses() -> tuple[ControlClause, ...]:
    return (
        ControlClause("3A001", "NS", column="NS 2"),
        ControlClause("3A001", "MT", ("a.1.a", "z.2"), limited=True, names=("3A101",),
                      column="MT 1"),
        ControlClause("3A001", "RS", ("z.1",), to=("*",), provision="742.6(a)(6)(iii)(A)"),
        ControlClause("3A001", "RS", ("z.2",), to=("AE", "D:5"), but=("A:5",), provision="742.6"),
        ControlClause("3A001", "AT", column="AT 1"),
        ControlClause("3A991", "AT", column="AT 1"),
        ControlClause("9A120", "MT", exempt=("y",), column="MT 1"),
        ControlClause("1A102", "none", unsure=("*",)),
        ControlClause("9A111", "ITAR", to=("*",), provision="22 CFR 120-130"),
    )  # fmt: skip


@pytest.fixture(scope="session")
def goods() -> GoodsCatalogue:
    chpl = GoodsList("CHPL", "Common High Priority List", CHPL_FROM, True, Basis.SECONDARY)
    supp7 = GoodsList("SUPP7", "EAR Supplement 7", date(2023, 2, 24), False, Basis.SECONDARY,
                      provisions=("us-supp7",))  # fmt: skip
    return GoodsCatalogue(
        version=COMPILED,
        lists=(chpl, supp7),
        key_items=_key_items(),
        controlled=(
            *map(ControlledItem, ("3A001", "9A120", "1A102", "9A111")),
            ControlledItem("3A991", description="ordinary electronics"),
        ),
        clauses=_clauses(),
        other_lists=(OtherListItem("9A112", "a number of the EU list", False, Basis.MEMORY),),
        chart={"DE": ("NS 1", "MT 1"), "AE": ("NS 1", "NS 2", "MT 1"), "CA": (), "RU": ("NS 2",),
               "CN": ("NS 1", "NS 2", "MT 1")},
        groups={"CN": ("D:1", "D:5"), "AE": ("A:5",), "DE": ("A:1", "A:5")},
        parts=_parts(),
        models=_models(),
        hs_codes=frozenset({"854231", "854232", "854239", "848210", "840710", "850811", "060311",
                            "847330", "850110", "848220", "940421", "847130"}),
        ccl_version=date(2026, 7, 23),
        old_codes=tuple(
            OldCode(code, tuple(becomes.split()), "an example", False, Basis.MEMORY)
            for code, becomes in (
                ("854140", "854141 854142 854143 854149"), ("854150", "854151 854159"),
                ("854890", "854800"), ("880330", "880730"), ("851712", "851713 851714"),
            )
        ),
        part_attribution="Component rows, CC BY 4.0",
        words=_words(),
    )  # fmt: skip


@pytest.fixture(scope="session")
def law() -> Law:
    supp7 = Provision("us-supp7", Jurisdiction.US, "EAR Supplement 7", "goods for Iran",
                      date(2023, 2, 24), None, Basis.PRIMARY, True)  # fmt: skip
    iran = Provision("us-iran", Jurisdiction.US, "EAR 746.7", "Iran", date(2009, 1, 15), None,
                     Basis.PRIMARY, True, destinations=("IR",))  # fmt: skip
    alert = TransshipmentList("alert", "Alert on transshipment", date(2022, 6, 28), ("AE", "TR"),
                              True, Basis.SECONDARY)  # fmt: skip
    cases = TransshipmentList("cases", "Places in cases", date(2025, 11, 12), ("DE", "HK"),
                              True, Basis.SECONDARY, official=False)  # fmt: skip
    named = {"DE": "Germany", "IR": "Iran", "AE": "United Arab Emirates", "TR": "Türkiye",
             "RU": "Russia", "CA": "Canada"}  # fmt: skip
    countries = tuple(Country(code, name) for code, name in named.items())
    return Law(LawCatalogue(COMPILED, (supp7, iran), (), countries, ("DE",), (alert, cases)))


@pytest.fixture(scope="session")
def screen(goods: GoodsCatalogue, law: Law) -> Callable[..., Screening]:
    """Screens one line: `screen("IR", hs="854231")`; a party's country or legs may be added."""

    def run(
        destination: str | None = "DE",
        on: date = AFTER_ALL,
        *,
        parties: tuple[Party, ...] = (),
        route: tuple[Leg, ...] | None = None,
        end_use: str | None = None,
        **line: str | None,
    ) -> Screening:
        end_user = Party(Role.END_USER, "Invented End User", country=destination)
        order = Order("PO-1", on, (end_user, *parties), (Line(1, **line),), route=route,
                      end_use=end_use)  # fmt: skip
        deal = Deal(order, on, destination, frozenset(Jurisdiction))
        return screen_goods(deal, goods, law, Provenance("goods", "2026-11-21", "00", None))

    return run
