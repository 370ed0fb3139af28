"""BIC: the Business Identifier Code of a bank, also called SWIFT code.

Source: ISO 9362; it has no check digit.
"""

from __future__ import annotations

import re

from vigil.errors import InvalidInput
from vigil.ids.writing import plain_form

FORM = re.compile(r"[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?")


def parse_bic(text: str, *, path: str = "$.bic") -> str:
    """A BIC of eight characters; of eleven, when it is not the head office's (`XXX`).

    Raises:
        InvalidInput: any other length, or no country code in the fifth and sixth place.

    >>> parse_bic("DEUT DE FF XXX"), parse_bic("deutdeff500")
    ('DEUTDEFF', 'DEUTDEFF500')
    """
    code = plain_form(text)
    if not FORM.fullmatch(code):
        expected = "a BIC has eight or eleven characters, like DEUTDEFF or DEUTDEFF500"
        raise InvalidInput.single(expected, path, text)
    return code[:8] if code.endswith("XXX") and len(code) == 11 else code
