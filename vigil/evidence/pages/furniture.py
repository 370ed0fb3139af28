"""Lines around a report that are not of it, known by their form (`furniture_forms`) or words.

A line of more than `LONGEST` characters is no furniture.
"""

from __future__ import annotations

import re

from vigil.evidence.pages.furniture_forms import FORMS, Furniture

LONGEST = 600

_SECTION_WORDS = """
    home homepage news world politics business economy markets finance opinion opinions sport sports
    culture lifestyle tech technology science health energy defence defense security europe asia
    africa americas america international national local regional region global crime society
    environment travel education arts entertainment climate analysis features feature interviews
    interview editorials editorial columns columnists column blog blogs explainers explainer
    investigations letters video videos photo photos photography gallery galleries image images
    podcast podcasts audio live tv radio weather search menu login log in sign in up register
    subscribe subscriptions about us contact advertise careers jobs archive archives print email
    e-mail share tweet facebook twitter x whatsapp telegram linkedin reddit instagram youtube
    pinterest messenger copy link copied save bookmark listen read more next previous back to top
    skip main content english close toggle navigation trending popular most editor's editors' picks
    recommended latest top stories breaking headlines magazine newsletters newsletter account my
    settings follow rss feed help faq terms privacy policy of service cookies all topics sections
    edition library publications reports press releases room media statements events the and article
    story page war conflict middle east north south unsubscribe manage preferences
"""
_SECTIONS = frozenset(_SECTION_WORDS.split())
_SEPARATOR = re.compile(r"[/>»›|·•→,&+:;]|\s[-–—]\s")
_WORDS = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_ADDRESS = re.compile(
    r"\S+@\S+|(?:https?://|www\.)\S+|(?!\d{1,4}([./-])\d{1,2}\1\d{1,4}$)\+?[\d()./-]{6,20}"
)
_FIRST_WORD = re.compile(r"[|·,\s]*+([^|·,\s]++)")
_LETTER = re.compile(r"[^\W_]")
_QUOTES = '"“„«'
_CRUMBS = re.compile(r"\s(?:/|>|»|›|→|\|)\s|[»›→]")


def furniture_of(line: str, *, sentence: bool = False) -> Furniture | None:
    """The form of furniture that a line has, or `None`.

    Args:
        line: without white space around it.
        sentence: whether it reads as sentences; then fewer forms are tried.
    """
    if len(line) > LONGEST or line[0] in _QUOTES:
        return None
    if is_address(line):
        return _ADDRESSES
    if not _LETTER.search(line):
        return _NO_WORDS
    for form in FORMS:
        if (form.sentences or not sentence) and form.form.fullmatch(line):
            return form
    return None


def is_address(line: str) -> bool:
    """Whether a line holds nothing but addresses, telephone numbers and tags."""
    first = _FIRST_WORD.match(line)
    if first is None or not _ADDRESS.fullmatch(first[1]):
        return False
    words = line.replace("|", " ").replace("·", " ").replace(",", " ").split()
    return len(words) <= 40 and all(_ADDRESS.fullmatch(word) for word in words)


def is_menu(line: str) -> bool:
    """Whether each word of a short line is the name of a section or of a thing to click."""
    if len(line) > 300 or line[-1] in ".?!":
        return False
    bare = _SEPARATOR.sub(" ", line.casefold().replace("’", "'"))
    words = bare.split()
    return bool(words) and all(word in _SECTIONS for word in words)


def is_breadcrumb(line: str) -> bool:
    """Whether a line is the way to the page through its sections: `Home / News / Title`."""
    if len(line) > 400 or line[-1] == ".":
        return False
    pieces = [piece.strip() for piece in _CRUMBS.split(line)]
    return len(pieces) > 1 and len(pieces[0].split()) <= 3 and is_menu(pieces[0])


_ADDRESSES = Furniture("publisher_note", "addresses, telephone numbers or tags", _ADDRESS)
_NO_WORDS = Furniture("media_mark", "no words", _LETTER)
