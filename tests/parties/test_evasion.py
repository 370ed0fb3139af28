"""Hidden characters and mixed scripts anywhere in an order."""

from collections.abc import Callable

import pytest

from vigil.decide import weigh
from vigil.model.finding import FindingKind, Screening, Strength
from vigil.model.order import Line, Order, Party, Payment
from vigil.names.evasion import evasion_marks
from vigil.parties.evasion import PLAIN

Screen = Callable[..., Screening]


def test_a_hidden_character_is_reported_and_the_name_still_met(
    screen: Screen, make_order: Callable[..., Order], make_buyer: Callable[..., Party]
) -> None:
    findings = screen(make_order(make_buyer("Sahara Thun\u200bder"))).findings
    kinds = [f.kind for f in findings]
    assert kinds == [FindingKind.LISTED_PARTY, FindingKind.EVASION_MARK]
    assert "U+200B" in findings[1].summary


def test_each_text_has_one_finding_at_its_path(
    screen: Screen, make_order: Callable[..., Order], make_buyer: Callable[..., Party]
) -> None:
    asked = make_order(
        make_buyer(address="Straßе 5\u200b, Wien\u200b"),
        lines=(Line(1, description="microcоntroller"),),
        end_use="la\u00adboratory",
    )
    weighed = weigh(screen(asked).findings)
    assert [(f.path, f.strength) for f in weighed] == [
        ("$.end_use", Strength.REVIEW),
        ("$.lines[0].description", Strength.REVIEW),
        ("$.parties[0].address", Strength.REVIEW),
    ]


def test_ordinary_names_of_other_scripts_are_not_marked(
    screen: Screen, make_order: Callable[..., Order], make_buyer: Callable[..., Party]
) -> None:
    assert screen(make_order(make_buyer("ООО Ромашка", address="ул. Ленина 5"))).findings == ()


def test_no_text_of_an_order_escapes(
    screen: Screen, make_order: Callable[..., Order], make_buyer: Callable[..., Party]
) -> None:
    hidden = "a\u200bb"
    asked = make_order(
        make_buyer(phone=hidden, identifiers={"registration": hidden}),
        lines=(Line(1, serial_numbers=("S1", hidden)),),
        payment=Payment(method=hidden, terms=hidden),
        currency=hidden,
        answers={"order.services_declined": hidden},
    )
    marked = [f.path for f in screen(asked).findings if f.kind is FindingKind.EVASION_MARK]
    assert marked == [
        "$.currency",
        "$.parties[0].identifiers.registration",
        "$.parties[0].phone",
        "$.lines[0].serial_numbers[1]",
        "$.payment.method",
        "$.payment.terms",
        "$.answers['order.services_declined']",
    ]


def test_ordinary_letters_and_signs_of_europe_have_no_marks() -> None:
    plain = [c for c in map(chr, range(0x2100)) if PLAIN.fullmatch(c)]
    assert len(plain) > 250
    assert all(evasion_marks(text) == () for c in plain for text in (c, f"Ab{c}d", f"{c}{c} kg"))


@pytest.mark.parametrize("character", ["\u200b", "а", "ª", "\u0301", "Ⓐ", "×", "\u00ad", "\t"])
def test_what_may_be_a_mark_is_looked_at(character: str) -> None:
    assert not PLAIN.fullmatch(f"Ab{character}d")


def test_an_entity_in_plain_letters_is_seen(
    screen: Screen, make_order: Callable[..., Order], make_buyer: Callable[..., Party]
) -> None:
    lines = (Line(1, description="gyr&#111;scope"), Line(2, description="nuts &amp; bolts"))
    marked = [f.path for f in screen(make_order(make_buyer(), lines=lines)).findings]
    assert marked == ["$.lines[0].description"]
