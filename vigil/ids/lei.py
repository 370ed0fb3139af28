"""LEI: the Legal Entity Identifier.

Source: ISO 17442-1; the check digits are ISO/IEC 7064, MOD 97-10.
"""

from __future__ import annotations

import re

from vigil.errors import InvalidInput
from vigil.ids.writing import plain_form

FORM = re.compile(r"[0-9A-Z]{18}[0-9]{2}")


def parse_lei(text: str, *, path: str = "$.lei") -> str:
    """An LEI in capitals, without spaces.

    Raises:
        InvalidInput: not twenty characters, or the check digits are wrong.

    >>> parse_lei("5299 00T8 BM49 AURS DO55")
    '529900T8BM49AURSDO55'
    """
    code = plain_form(text)
    if not FORM.fullmatch(code):
        expected = "an LEI has eighteen letters or digits and two check digits"
        raise InvalidInput.single(expected, path, text)
    if int("".join(str(int(character, 36)) for character in code)) % 97 != 1:
        raise InvalidInput.single("an LEI ends in its check digits", path, text)
    return code
