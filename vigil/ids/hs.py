"""HS: the Harmonised System, the customs authorities' common numbering of goods."""

from __future__ import annotations

from vigil.errors import InvalidInput
from vigil.model.goods_codes import hs_digits

HS_FORM = "HS code must have 6 to 12 digits, like 8542.31"


def parse_hs(text: str, *, path: str = "$.hs") -> str:
    """Harmonised System code as bare digits.

    Args:
        text: 6 to 12 digits; dots and spaces allowed, as customs forms print them.
        path: where the value came from, for the error.

    Returns:
        The digits only; the first six are the international heading.

    Raises:
        InvalidInput: any other length, or a character that is not a digit, dot or space.

    >>> parse_hs("8542.31")
    '854231'
    """
    digits = hs_digits(text)
    if digits is None:
        raise InvalidInput.single(HS_FORM, path, text)
    return digits


def heading(digits: str) -> str:
    """The international six digits that a longer national code begins with.

    >>> heading("8542310010")
    '854231'
    """
    return digits[:6]
