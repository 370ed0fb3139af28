"""What people write in a field that must be filled when they have nothing to say.

`TBA` as an end user names nobody: an order with it is as incomplete as one without.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

ASCII_WORD = re.compile("[a-z0-9]+")
# The whole text, without punctuation and in small letters; a word inside a name is left alone.
PLACEHOLDERS = frozenset(
    {"na", "n a", "nn", "n n", "nil", "none", "null", "nothing", "unknown", "not known",
     "not available", "not applicable", "not given", "not specified", "not stated",
     "not disclosed", "undisclosed", "unspecified", "confidential", "anonymous", "withheld",
     "tba", "t b a", "tbd", "t b d", "tbc", "t b c", "pending", "open", "to be advised",
     "to be announced", "to be confirmed", "to be determined", "to be decided", "to be defined",
     "to be named", "to be nominated", "to follow", "as advised", "as above", "as below",
     "see above", "see below", "as per contract", "as per order", "same", "same as above",
     "same as buyer", "same as consignee", "same as end user", "ditto", "idem", "various",
     "several", "other", "others", "customer", "the customer", "customers", "our customer",
     "end customer", "the end customer", "final customer", "client", "the client", "our client",
     "end user", "enduser", "the end user", "final user", "user", "buyer", "the buyer", "seller",
     "the seller", "consignee", "the consignee", "shipper", "company", "the company",
     "confidential customer", "confidential client", "confidential end user", "to order",
     "order", "to order of shipper", "to order of bank", "to the order of shipper",
     "to the order of bank", "to the order of the bank", "to bearer", "bearer", "test", "dummy",
     "mr", "mrs", "ms", "dr", "messrs", "co ltd", "co limited", "company limited",
     "xx", "xxx", "xxxx", "xxxxx", "inconnu", "inconnue", "non connu", "desconocido",
     "desconhecido", "sconosciuto", "unbekannt", "k a", "keine angabe", "onbekend",
     "неизвестно", "неизвестен", "не указано", "не известно", "уточняется", "未知", "不明", "待定",
     "待确认", "无", "bilinmiyor", "belirsiz", "نامشخص", "غير معروف", "مجهول"}
)  # fmt: skip


@lru_cache(maxsize=8192)
@lru_cache(maxsize=8192)
def is_placeholder(text: str) -> bool:
    """Does the text say nothing: no letter or digit at all, or only that it is not known?

    >>> [is_placeholder(text) for text in ("T.B.A.", "to be advised", "🙂", " ")]
    [True, True, True, True]
    >>> is_placeholder("Unknown Pleasures Ltd"), is_placeholder("3M")
    (False, False)
    """
    if text.isascii():
        plain = " ".join(ASCII_WORD.findall(text.lower()))
        return not plain or plain in PLACEHOLDERS
    read = unicodedata.normalize("NFKC", text).casefold()
    words = "".join(c if c.isalnum() or _is_mark(c) else " " for c in read).split()
    # a mark alone, without the letter that carries it, says nothing either
    said = any(c.isalnum() for word in words for c in word)
    return not said or " ".join(words) in PLACEHOLDERS


def _is_mark(character: str) -> bool:
    return unicodedata.category(character).startswith("M")
