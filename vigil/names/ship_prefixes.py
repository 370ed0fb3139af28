"""What a ship is, written before its name: M/V, MT, S.S. It says how she is driven, not who she is.

Source: the ship prefixes in ordinary use in shipping papers (motor vessel, motor tanker, steamship,
gas carrier, fishing vessel). Those that are also words (MY, SY) count only with their stroke or
dots.
"""

from __future__ import annotations

import re

SHIP_PREFIX = re.compile(
    r"\s*(?:"
    r"(?:m[/.]\s?[vtsy]|s[/.]\s?[svy]|t[/.]\s?[tsb]|f[/.]\s?v|l[np]g[/.]\s?c|o[/.]\s?s)\b\.?"
    r"|(?:mv|mt|ms|ss|mts|mfv|fv|osv|lpgc|lngc|vlcc|ulcc|motor (?:vessel|tanker|ship)"
    r"|steam ?ship|tanker|vessel)\b\.?"
    r")[\s\"'«“:,-]+(?=\w)",
    re.IGNORECASE,
)


def without_ship_prefix(name: str) -> str:
    """The name of a ship without the letters before it.

    >>> [without_ship_prefix(name) for name in ("M/V Hope 1", "MT Ceres", "My Lady", "MV")]
    ['Hope 1', 'Ceres', 'My Lady', 'MV']
    """
    return SHIP_PREFIX.sub("", name, count=1) if SHIP_PREFIX.match(name) else name
