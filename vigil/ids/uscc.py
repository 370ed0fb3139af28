"""USCC: the Chinese unified social credit code, eighteen characters.

Source: GB 32100-2015; the check character is ISO/IEC 7064 MOD 31-3 over 31 characters, which leave
out I, O, S, V and Z.
"""

from __future__ import annotations

import re

from vigil.errors import InvalidInput
from vigil.ids.writing import plain_form

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
FORM = re.compile(f"[{ALPHABET}]{{18}}")


def parse_uscc(text: str, *, path: str = "$.uscc") -> str:
    """A unified social credit code in capitals.

    Raises:
        InvalidInput: not eighteen characters of its alphabet, or the last does not check.

    >>> parse_uscc("91350100M000100Y43")
    '91350100M000100Y43'
    """
    code = plain_form(text)
    if not FORM.fullmatch(code):
        expected = "a unified social credit code has eighteen characters, without I, O, S, V, Z"
        raise InvalidInput.single(expected, path, text)
    total = sum(ALPHABET.index(c) * pow(3, place, 31) for place, c in enumerate(code[:-1]))
    if ALPHABET[-total % 31] != code[-1]:
        expected = "a unified social credit code ends in its check character"
        raise InvalidInput.single(expected, path, text)
    return code
