"""The embargoed country that a telephone number or an internet name belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from vigil.model.provision import Basis
from vigil.routes.contacts import FEWEST_DIGITS, email_domain, host

NUMBERS = re.compile(r"[,;/]")
ABROAD = re.compile(r"^\W*(?:\+|00(?=[1-9]))")  # written so that it can be dialled from anywhere
NO_DIGIT = re.compile(r"\D+")


class ContactSign(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The digits after + and the last part of an internet name that a country has."""

    country: str
    dial: str
    verified: bool
    basis: Basis
    domain: str | None = None


class ContactCountries:
    """Countries by what their contacts begin or end with.

    >>> signs = [ContactSign("IR", "98", True, Basis.SECONDARY, "ir")]
    >>> known = ContactCountries(signs)
    >>> known.of_phone("+98 21 1234"), known.of_phone("98 21 1234"), known.of_email("a@b.ir")
    ('IR', None, 'IR')
    """

    def __init__(self, signs: Iterable[ContactSign]) -> None:
        self._by_dial = sorted(((s.dial, s.country) for s in signs), key=lambda d: -len(d[0]))
        self._by_domain = {s.domain: s.country for s in signs if s.domain}

    def of_phone(self, phone: str | None) -> str | None:
        """The country of the first number that has one of the beginnings."""
        for one in NUMBERS.split(phone) if phone else ():
            begin = ABROAD.match(one)
            digits = NO_DIGIT.sub("", one[begin.end() :]) if begin else ""
            for dial, country in self._by_dial if len(digits) >= FEWEST_DIGITS else ():
                if digits.startswith(dial):
                    return country
        return None

    def of_email(self, email: str | None) -> str | None:
        """The country of a company's own domain; a private provider's tells nothing."""
        return self._of_name(email_domain(email))

    def of_website(self, website: str | None) -> str | None:
        """The country of a website's name; that of a marketplace tells nothing."""
        return self._of_name(host(website))

    def _of_name(self, name: str | None) -> str | None:
        return self._by_domain.get(name.rpartition(".")[2]) if name else None
