"""How remarks tell a document or regulation of the EU's list; texts that count by letters."""

from __future__ import annotations

import re

from vigil.lists.eu_fsf_layout import Part

UNKNOWN_COUNTRY = ("00", "")
FLAGS = ("diplomatic", "knownExpired", "knownFalse", "reportedLost", "revokedByIssuer")
LETTERED = re.compile(r"\(([a-h])\)\s*")  # `(a) Minister, (b) Member of …`


def document_line(part: Part) -> str:
    """A document with all that is said of it."""
    kind = part.text("identificationTypeDescription") or part.text("identificationTypeCode")
    known = part.text("countryIso2Code") not in UNKNOWN_COUNTRY
    country = part.text("countryDescription") or part.text("countryIso2Code")
    labelled = (
        ("issued by", part.text("issuedBy")),
        ("issued", part.text("issuedDate") or part.text("issueDate")),
        ("valid from", part.text("validFrom")),
        ("valid to", part.text("validTo")),
        ("name on it", part.text("nameOnDocument")),
        ("region", part.text("region")),
    )
    numbers = dict.fromkeys((part.text("number"), part.text("latinNumber")))
    said = (kind, *numbers, country if known else "", *(f"{a} {b}" for a, b in labelled if b))
    return ", ".join(filter(None, (*said, *(flag for flag in FLAGS if part.is_marked(flag)))))


def regulation_line(fields: dict[str, str]) -> str:
    """A regulation with all that is said of it, but the number that the database gives it."""
    order = (
        "numberTitle", "programme", "regulationType", "organisationType", "publicationDate",
        "entryIntoForceDate", "publicationUrl",
    )  # fmt: skip
    force = {"entryIntoForceDate": "in force "}
    return ", ".join(force.get(name, "") + fields[name] for name in order if name in fields)


def lettered(text: str) -> list[str]:
    """The pieces of a text that counts by letters; another text is one piece.

    >>> lettered("(a) Minister, (b) Member of parliament"), lettered("General (a)")
    (['Minister', 'Member of parliament'], ['General (a)'])
    """
    letters = LETTERED.findall(text)
    if not text.startswith("(a)") or letters != list("abcdefgh")[: len(letters)]:
        return [text]
    return [piece.strip(" ,;") for piece in LETTERED.split(text)[2::2]]
