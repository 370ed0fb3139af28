"""How people write numbers, and what is left when the writing is taken away."""

from __future__ import annotations

import unicodedata

from vigil.errors import InvalidInput


def plain_form(text: str) -> str:
    """Letters and digits only, capitals; digits of all scripts and full width read.

    >>> plain_form("AB 187-304 "), plain_form("ＩＭＯ ９１８７６２９")
    ('AB187304', 'IMO9187629')
    """
    read = unicodedata.normalize("NFKC", text).upper()
    return "".join(_digit(c) for c in read if c.isalnum())


def parse_number(text: str, *, path: str = "$.identifier") -> str:
    """A number without a check digit: a registration, tax or other file number.

    Returns:
        Letters and digits, capitals.

    Raises:
        InvalidInput: there is no letter or digit.

    >>> parse_number("HRB 86 891")
    'HRB86891'
    """
    plain = plain_form(text)
    if not plain:
        raise InvalidInput.single("an identifier must have a letter or a digit", path, text)
    return plain


def weighted_sum(digits: str, weights: tuple[int, ...]) -> int:
    """The digits times their weights, added up; both as long as the shorter.

    >>> weighted_sum("918762", (7, 6, 5, 4, 3, 2))
    159
    """
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=False))


def _digit(character: str) -> str:
    value = unicodedata.decimal(character, None)
    return character if value is None else str(value)
