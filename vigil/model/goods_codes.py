"""The form of the two codes that classify goods: HS and ECCN.

Only the form: whether a code exists is for the goods screen, which knows the lists of the day.
The forms live in this room because an order cannot be read without them.
"""

from __future__ import annotations

import re

# The international heading and what countries add: two digits in the EU, three in Japan, four
# in the US, six in Türkiye and the Gulf.
HS_LENGTHS = range(6, 13)
LONGEST_HS_TEXT = 23  # twelve digits with a dot or a space between each two

# 15 CFR 738.2(d): category, product group, then three digits that say why it is controlled and
# where it stands; paragraphs follow after dots. EAR99 is the class of all that has no entry.
ECCN_FORM = re.compile(r"([0-9][A-E][0-9]{3})((?:\.[0-9A-Z]{1,5})*)")
EAR99 = "EAR99"
LONGEST_ECCN_TEXT = 40  # chosen: the deepest paragraph in force has 13 characters


def hs_digits(text: str) -> str | None:
    """The digits of a Harmonised System code, or None when the text is no such code.

    >>> hs_digits("8542.31"), hs_digits("8542.31.00 10"), hs_digits("8542.3")
    ('854231', '8542310010', None)
    """
    if len(text) > LONGEST_HS_TEXT:
        return None
    digits = text.replace(".", "").replace(" ", "")
    is_code = digits.isascii() and digits.isdigit() and len(digits) in HS_LENGTHS
    return digits if is_code else None


def eccn_text(text: str) -> str | None:
    """An Export Control Classification Number in upper case, or None when the text is none.

    >>> eccn_text("3a001.b.2"), eccn_text("ear99"), eccn_text("3A01")
    ('3A001.B.2', 'EAR99', None)
    """
    if len(text) > LONGEST_ECCN_TEXT or not text.isascii():
        return None
    code = text.strip().upper()
    return code if code == EAR99 or ECCN_FORM.fullmatch(code) else None
