"""Listed owners: half or more together, less, or not known."""

from collections.abc import Callable

import pytest

from vigil.decide import weigh
from vigil.model.finding import FindingKind, Screening, Strength
from vigil.model.order import Order, Owner, Party

Screen = Callable[..., Screening]


def owned(*owners: tuple[str, float | None]) -> tuple[Owner, ...]:
    return tuple(Owner(name, share_percent=share) for name, share in owners)


@pytest.mark.parametrize(
    ("owners", "strengths"),
    [
        pytest.param(owned(("Saeed Aghajani", 50.0)), [Strength.STOP], id="half"),
        pytest.param(owned(("Saeed Aghajani", 49.99)), [Strength.REVIEW], id="less than half"),
        pytest.param(owned(("Saeed Aghajani", None)), [Strength.REVIEW], id="unknown share"),
        pytest.param(
            owned(("Saeed Aghajani", 30.0), ("Sahara Thunder", 20.0)),
            [Strength.STOP] * 2,
            id="two together",
        ),
        pytest.param(
            owned(("Saeed Aghajani", 30.0), ("Mado Ltd", 70.0)),
            [Strength.REVIEW] * 2,
            id="a doubtful owner's share does not count",
        ),
        pytest.param(
            owned(("Caspian Quartz Works", 100.0)), [Strength.REVIEW], id="a list that only limits"
        ),
        pytest.param(owned(("Acme Holding", 100.0)), [], id="an owner who is not listed"),
    ],
)
def test_shares_of_listed_owners_decide(
    screen: Screen,
    make_order: Callable[..., Order],
    make_buyer: Callable[..., Party],
    owners: tuple[Owner, ...],
    strengths: list[Strength],
) -> None:
    weighed = weigh(screen(make_order(make_buyer(owners=owners))).findings)
    assert [f.strength for f in weighed] == strengths
    assert all(f.kind is FindingKind.OWNED_BY_LISTED for f in weighed)


def test_owners_of_two_parties_are_not_added_up(
    screen: Screen, make_order: Callable[..., Order], make_buyer: Callable[..., Party]
) -> None:
    one = make_buyer(owners=owned(("Saeed Aghajani", 30.0)))
    other = make_buyer("Beta Optics", owners=owned(("Saeed Aghajani", 30.0)))
    weighed = weigh(screen(make_order(one, other)).findings)
    assert [(f.path, f.strength) for f in weighed] == [
        ("$.parties[0].owners[0].name", Strength.REVIEW),
        ("$.parties[1].owners[0].name", Strength.REVIEW),
    ]
