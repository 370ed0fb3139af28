"""Country names as lists print them, to ISO 3166 alpha-2."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

# "Korea, South" and "Iran (Islamic Republic of)" put the head word first.
TURNED = re.compile(r"^(?P<head>[^,(]+)[,(]\s*(?P<rest>[^)]+)\)?$")


class Countries:
    """A table of names; built from the law catalogue's countries, or by a test.

    Args:
        code_by_name: names in any case, accents and punctuation to codes. The codes themselves
            are known in capitals and are not to be among the names: "na" is not Namibia.
    """

    def __init__(self, code_by_name: Mapping[str, str]) -> None:
        self._codes = frozenset(code_by_name.values())
        self._code_by_key = {_key(name): code for name, code in code_by_name.items()}

    def code(self, text: str) -> str | None:
        """The country's code, or None when the text names none that is known.

        >>> table = Countries({"South Korea": "KR", "Türkiye": "TR"})
        >>> table.code("Korea, South"), table.code("TURKIYE"), table.code("KR")
        ('KR', 'TR', 'KR')
        >>> table.code("former Soviet Union") is None
        True
        """
        if text in self._codes:
            return text
        turned = TURNED.match(text.strip())
        forms = [text] if turned is None else [text, f"{turned['rest']} {turned['head']}"]
        found = (self._code_by_key.get(_key(form)) for form in forms)
        return next((code for code in found if code is not None), None)


def _key(name: str) -> str:
    """A name without case, accents, punctuation and a leading article."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return re.sub(r"[\W_]+", " ", letters).strip().removeprefix("the ")
