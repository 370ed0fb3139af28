"""Hidden characters and mixed scripts anywhere in an order."""

from collections.abc import Callable

from vigil.decide import weigh
from vigil.model.finding import FindingKind, Screening, Strength
from vigil.model.order import Line, Order, Party

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
