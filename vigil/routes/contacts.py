"""Telephones, websites and e-mail domains in one form, so that shared ones meet.

A contact that many strangers share by nature says nothing: a private mail provider, a marketplace
where everybody has a page.
"""

from __future__ import annotations

import re
from functools import lru_cache

from vigil.routes.writing import company_key, word_set

PRIVATE_MAIL = word_set(
    "126.com 163.com aol.com bk.ru foxmail.com gmail.com gmx.com gmx.de gmx.net googlemail.com "
    "hotmail.com icloud.com inbox.ru list.ru live.com mail.com mail.ru msn.com outlook.com "
    "proton.me protonmail.com qq.com rambler.ru sina.com sohu.com tutanota.com ya.ru yahoo.com "
    "yandex.com yandex.ru yeah.net"
)
SHARED_SITES = word_set(
    "1688.com alibaba.com aliexpress.com amazon.com dhgate.com ebay.com facebook.com "
    "globalsources.com indiamart.com instagram.com linkedin.com made-in-china.com taobao.com "
    "tradeindia.com vk.com wixsite.com wordpress.com"
)
# Words of names that strangers share; what is left tells a group of companies.
GENERIC = word_set(
    "and asia company components electric electronic electronics engineering equipment europe "
    "export factory general global group holding holdings hong import imports industrial "
    "industries industry international kong machinery of plant services solutions supply systems "
    "tech technology technologies the trade trading works"
)
FEWEST_DIGITS = 7  # chosen: shorter numbers are extensions or cut off
TOLD_BY = 8  # the last digits; country codes and leading zeros are written or left out at will
DIGIT = re.compile(r"\d")
HOST = re.compile(r"^(?:[a-z]+://)?(?:www\.)?([^/:?#\s]+)", re.IGNORECASE)


@lru_cache(maxsize=4096)
def phone_digits(phone: str | None) -> str | None:
    """The digits that tell a telephone number, or None when there are too few.

    >>> phone_digits("+852 2345-6789"), phone_digits("(00852) 23456789"), phone_digits("123")
    ('23456789', '23456789', None)
    """
    digits = "".join(DIGIT.findall(phone)) if phone else ""
    return digits[-TOLD_BY:] if len(digits) >= FEWEST_DIGITS else None


@lru_cache(maxsize=4096)
def host(website: str | None) -> str | None:
    """The host of a website without `www`; None for none and for places that anybody is on.

    >>> host("https://www.KinLee.example/en/"), host("kinlee.en.alibaba.com"), host("")
    ('kinlee.example', None, None)
    """
    met = HOST.match(website.strip()) if website else None
    return _own(met.group(1).lower().rstrip(".")) if met and "." in met.group(1) else None


@lru_cache(maxsize=4096)
def email_domain(email: str | None) -> str | None:
    """The domain of a company's own e-mail; None for a private provider's.

    >>> email_domain("Sales@KinLee.example"), email_domain("x@gmail.com"), email_domain("x")
    ('kinlee.example', None, None)
    """
    domain = mail_domain(email)
    return _own(domain) if "." in domain and domain not in PRIVATE_MAIL else None


def mail_domain(email: str | None) -> str:
    """What stands behind the at sign, in small letters; empty when there is none."""
    name, at, domain = (email or "").strip().rpartition("@")
    return domain.lower().rstrip(".>") if name and at else ""


def is_same_group(one: str, other: str) -> bool:
    """Do two names share a word that tells a group, or are they one company's?

    >>> is_same_group("Acme GmbH", "Acme France SAS"), is_same_group("Sun Trading", "Ray Trading")
    (True, False)
    """
    left, right = company_key(one), company_key(other)
    return left == right or bool((left & right) - GENERIC)


def _own(domain: str) -> str | None:
    labels = domain.rsplit(".", 2)
    return None if ".".join(labels[-2:]) in SHARED_SITES else domain
