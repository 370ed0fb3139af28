"""Lines that name who wrote, took or first printed something, and lines that are only a day."""

from __future__ import annotations

import re

from vigil.evidence.page import BlockKind
from vigil.evidence.pages.days import days_in
from vigil.evidence.pages.paragraphs import ends_sentence
from vigil.evidence.sources.agencies import agency_of

LONGEST = 250
_NAME = r"(?:[A-ZÀ-Þ][\w.'’-]*|de|la|van|von|der|al|bin|el|and|&|of|for|the|in|with)"
_BY = re.compile(
    rf"(?:(?:(?i:written|reported|edited|posted|published|reporting|text|story|analysis|opinion|"
    rf"words|"
    rf"pictures|photos|photographs|photography|graphics|interview|essay|review|column|commentary|"
    rf"report|feature|illustration|video|translation|translated|compiled) )?[Bb][Yy]|"
    rf"(?i:authors?|editors?|writers?|reporters?|photographers?|translators?|producers?):|"
    rf"[Ff]rom (?=[Oo]ur))\s*:?\s+"
    rf"{_NAME}(?:[ ,/|·•-]+{_NAME}){{0,14}}(?:, [\w ’'-]{{2,60}})?[\s,/|·•–—-]*"
)
_CREW = (
    rf"(?i:(?:with )?(?:additional )?(?:reporting|writing|editing|edited|compiled|translated|"
    rf"written|reported|produced)(?: and \w+)? (?:by|from)) {_NAME}(?:[ ,/]+{_NAME}){{0,25}}"
)
_SOURCE = re.compile(
    r"(?:source|sources|via|credit|photo|photos|image|images|picture|pictures|photo credit|"
    r"image credit|photograph|cover photo|featured image|photo by|image by|picture by|"
    r"photograph by|courtesy|illustration|graphic|video by|agencies)\s*(?::|by|–|—|/|"
    r"-)\s*[^.!?]{2,150}\.?",
    re.IGNORECASE,
)
_SOURCE_TAIL = re.compile(r"(?:source|via|by|credit)\s*:\s*[^.!?:]{2,80}$", re.IGNORECASE)
_REPORTING = re.compile(
    rf"{_CREW}(?:[;,.] ?{_CREW}){{0,4}}[.;]?|"
    r"[(\[](?i:(?:additional )?(?:reporting|writing|edit|compiled|translated|written|reported|"
    r"produced))"
    r"[^\n]{2,220}[)\]]"
)
_DONE = re.compile(
    rf"(?:Done|Given|Signed|Issued|Adopted) (?:at|in) {_NAME}(?:[ ,]+{_NAME}){{0,3}}"
)
_HELPED = re.compile(
    r".{2,220}\bcontributed (?:reporting|to this (?:report|story|article|piece|dispatch))\b.{0,40}"
)
_ROLE = re.compile(
    r"(?i:editor|author|writer|reporter|photographer|translator|producer)s?: ?[^.!?]{2,80}"
)
_TEXT_OF = re.compile(r"[Tt]ext of (?:a )?(?:report|article|statement|interview)\b.{2,120}[^.]")
_BODY = re.compile(
    rf"(?:Office|Department|Ministry|Embassy|Bureau|Directorate|Government|Council|Commission|"
    rf"Secretariat|Permanent Mission|Mission|Delegation|Press (?:Office|Service|Centre|Center)) "
    rf"(?:of|to|for) {_NAME}(?:[ ,]+{_NAME}){{0,9}}"
)
_CODE = re.compile(r"[A-Z]{2,6}(?:[/-][A-Za-z]{1,4}){1,3}")
_ANYONE = re.compile(r"[Bb]y:? [\w .'’-]{2,40}")
_SIGNED = re.compile(r"[-–—]{1,2}\s?(?:with (?:inputs )?(?:from )?)?(?P<name>[\w .&'’/-]{2,40})")
_AND = re.compile(r", | and | with |/|; ")
_STAFF = re.compile(
    r"(?:(?:our )?(?:staff|news ?desk|web ?desk|agencies|correspondent|special correspondent|"
    r"staff (?:writer|reporter|correspondent)|news (?:desk|agencies|service)|monitoring desk|"
    r"wire (?:reports|services)|editorial (?:team|board)|admin)[\s,/|&]*(?:and )?)+",
    re.IGNORECASE,
)
_DAY_WORDS = re.compile(
    r"\b(?:published|updated|posted|last|modified|on|at|date|dated|issued|release|released|first|"
    r"created|edited|time|a\.?m\.?|p\.?m\.?|gmt|utc|est|edt|et|bst|cet|cest|ist|pst|pdt|msk|eest|"
    r"eet|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun|ago|hours?|"
    r"minutes?|mins?|days?|weeks?|local|today|yesterday|of|the|article|news|story|was|this|and|page|"
    r"h|m|d)\b",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"\b\d{1,2}(?:[:.h]\d{2}){1,2}(?=\b|[ap]\.?m)|\b\d{1,2} ?(?=[ap]\.?m)|[+-]\d{1,2}:?\d{0,2}\b"
)
_STAMP = re.compile(r"T\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?\b")
_NAMES = re.compile(rf"{_NAME}(?:[ ,/|·•-]+{_NAME}){{0,7}}")
_AGO = re.compile(r"\d{1,3} ?(?:h|m|d|hours?|minutes?|mins?|days?|weeks?) ago", re.IGNORECASE)


def credit_of(line: str) -> tuple[BlockKind, str] | None:
    """`credit` or `page_date` with the reason, or `None`.

    A line of a day and a source is a credit; the day in it is still read as the page's.
    """
    if len(line) > LONGEST or (
        len(line) > 60
        and "contributed" not in line
        and ends_sentence(line)
        and line[0] not in "([RE"
    ):
        return None
    if "contributed" in line and _HELPED.fullmatch(line):
        return "credit", "names who helped to report"
    days = days_in(line)
    bare = _without(line, [(day.at.start, day.at.end) for day in days])
    left = bare
    if days or _CLOCK.search(bare) or _AGO.search(bare):
        left = _DAY_WORDS.sub(" ", _CLOCK.sub(" ", _AGO.sub(" ", _STAMP.sub(" ", bare))))
        if not re.search(r"[^\W_]", left):
            return "page_date", "a day or an hour alone"
        if days and _ANYONE.fullmatch(left.strip(" |·•,-–—/")):
            return "credit", "names the author"
    names = " ".join(bare.split()).strip(" |·•,-–—/")
    if _BY.fullmatch(names) or _BY.fullmatch(left.strip(" |·•,-–—/")):
        return "credit", "names the author"
    if _REPORTING.fullmatch(line):
        return "credit", "names who reported and edited"
    if _SOURCE.fullmatch(line) or (days and _SOURCE_TAIL.search(line)):
        return "credit", "names a source"
    if any(len(day.iso) == 10 for day in days) and _NAMES.fullmatch(names.removesuffix(" on")):
        return "credit", "a name and a day"
    if days and _DONE.fullmatch(names.rstrip(" .,")):
        return "credit", "where and when it was signed"
    if _ROLE.fullmatch(line):
        return "credit", "names the author"
    if _TEXT_OF.fullmatch(line) or _BODY.fullmatch(line) or _CODE.fullmatch(line):
        return "credit", "names whose text it is"
    pieces = [piece for piece in re.split(r" [|•·] |\|", line) if piece.strip()]
    if len(pieces) > 1 and all(credit_of(piece.strip()) for piece in pieces):
        return "credit", "names authors"
    if line[0] in "([" and line[-1] in ")]" and any(map(agency_of, re.split(_AND, line[1:-1]))):
        return "credit", "names an agency"
    name = left.strip(" |·•,-–—/()[]")
    signed = _SIGNED.fullmatch(line)
    if agency_of(name) or _STAFF.fullmatch(name) or (signed and agency_of(signed["name"])):
        return "credit", "names an agency or a desk"
    return None


def _without(line: str, spans: list[tuple[int, int]]) -> str:
    kept, at = [], 0
    for start, end in spans:
        kept.append(line[at:start])
        at = end
    return " ".join([*kept, line[at:]])
