"""What part of an entry of the Commerce Control List a control applies to, read from its words.

"NS applies to entire entry, except 3A611.y" and "3A001.b.2 and b.3" are read whole. Where words
set limits ("when usable in missiles"), the paragraphs named are kept and the rest is marked as
limits; where it is not certain that the words name every paragraph meant, the control is taken to
speak of the whole entry. A paragraph is never let out on a guess.
"""

from __future__ import annotations

import re

import msgspec

ECCN = r"[0-9][A-E][0-9]{3}"
STEP = r"(?:[a-z]|[0-9]{1,2})(?![\w])"
PARAGRAPH = rf"\.?[a-z](?:\.{STEP})*(?!\w)"
APPLIES = re.compile(
    r"^[A-Z]{2} appl(?:ies|y)(?: to)?,? ?|^Russian industry sector sanctions? appl(?:ies|y) to "
)
ENTIRE = re.compile(r"^(?:the )?entire entry\b,? ?")
LEADING = re.compile(r"^(?:items controlled (?:by|in)|paragraphs?|only)\s+")
TRAILING = re.compile(r"\s*(?:only|of this entry)$")
EXCEPT = re.compile(r",? ?\b(?:except|EXCEPT):? ")
SEGMENTS = re.compile(
    r";\s*(?:and )?(?:to )?|,? and to |\bAND (?:to )?|\. [A-Z]{2} (?:also )?applies to "
)
NO_PARAGRAPHS = re.compile(
    r"\b(?:e\.\s?g\.|i\.e\.|n\.e\.s\.|in\.)|§+ ?[0-9]+\.[0-9]+(?:\([a-z0-9]+\))*"
)
LOOSE = re.compile(
    r"(?<![\w.“])\.?[b-z](?![\w”])|(?<!\w)\.(?:[a-z](?!\w)|[0-9])|(?<![\w.])[a-z]\.[0-9]"
)


class Scope(msgspec.Struct, frozen=True):
    """The part of an entry a control speaks of; fields as in `ControlClause`."""

    paragraphs: tuple[str, ...] = ()
    exempt: tuple[str, ...] = ()
    limited: bool = False
    names: tuple[str, ...] = ()


def read_scope(eccn: str, control: str) -> Scope:
    """The scope of a control as the list prints it.

    >>> read_scope("3A611", "NS applies to entire entry except 3A611.y").exempt
    ('y',)
    >>> read_scope("3B001", "NS applies to 3B001.a.1 to a.3, b, e").paragraphs
    ('a.1', 'a.2', 'a.3', 'b', 'e')
    >>> read_scope("3A002", "MT applies to 3A002.h when the parameters in 3A101.a are met")
    Scope(paragraphs=('h',), exempt=(), limited=True, names=('3A101',))
    """
    text = _plain(APPLIES.sub("", control.strip().rstrip("."), count=1))
    names = tuple(dict.fromkeys(n for n in re.findall(ECCN, text) if n != eccn))
    entire = ENTIRE.match(text)
    if entire:
        return _of_entire(eccn, text[entire.end() :], names)
    listed = TRAILING.sub("", LEADING.sub("", text))
    listed, exempt, is_clean = _without_exceptions(eccn, listed)
    paragraphs = _paragraphs(eccn, listed)
    if paragraphs:
        return Scope(paragraphs, exempt, not is_clean, names)
    return _of_words(eccn, text, names)


def _plain(text: str) -> str:
    """Single spaces, and no space inside a paragraph's number (`8A620. b`, `z. 1.b`)."""
    text = " ".join(text.split())
    text = re.sub(rf"({ECCN})\s?\.\s?(?=[a-z]\b)", r"\1.", text)
    return re.sub(r"(\.[a-z])\.\s(?=[0-9]\b)", r"\1.", text)


def _of_entire(eccn: str, rest: str, names: tuple[str, ...]) -> Scope:
    if not rest:
        return Scope(names=names)
    excepted = EXCEPT.match(rest)
    if not excepted or "Note" in rest:
        return Scope(limited=True, names=names)
    parts = [part.removeprefix("and ") for part in re.split(r"; ?", rest[excepted.end() :])]
    read = [_paragraphs(eccn, part) for part in parts]
    exempt = tuple(p for paragraphs in read for p in paragraphs)
    return Scope((), exempt, not all(read), names)


def _without_exceptions(eccn: str, text: str) -> tuple[str, tuple[str, ...], bool]:
    """The text without `(except …)`, the paragraphs excepted, and whether all were read."""
    exempt: list[str] = []
    is_clean = True
    for inside in re.findall(r"\(except ([^()]*(?:\([^()]*\)[^()]*)*)\)", text):
        found = _paragraphs(eccn, inside)
        exempt += found
        is_clean = is_clean and bool(found)
        text = text.replace(f"(except {inside})", "")
    return text, tuple(exempt), is_clean


def _of_words(eccn: str, text: str, names: tuple[str, ...]) -> Scope:
    """Paragraphs that the words name, if each part of the sentence names some; else the entry."""
    whole = Scope(limited=True, names=names)
    kept, _, dropped = _cut_at_exception(text)
    if ";" in dropped and "(1)" not in dropped:
        return whole
    found: list[str] = []
    for segment in SEGMENTS.split(kept):
        own, remainder = _own(eccn, segment)
        if not own or _has_loose_paragraph(remainder):
            return whole
        found += own
    return Scope(tuple(dict.fromkeys(found)), (), True, names)


def _cut_at_exception(text: str) -> tuple[str, str, str]:
    found = EXCEPT.search(text)
    return (text[: found.start()], found[0], text[found.end() :]) if found else (text, "", "")


def _own(eccn: str, text: str) -> tuple[list[str], str]:
    """The entry's own paragraphs in a text, and the text without any paragraph of an entry."""
    found: list[str] = []
    pattern = rf"(?:{ECCN})\.{_listed(ECCN)}"

    def take(match: re.Match[str]) -> str:
        if match[0].startswith(eccn):
            found.extend(_paragraphs(eccn, match[0]))
        return " "

    return found, re.sub(pattern, take, text)


def _has_loose_paragraph(text: str) -> bool:
    """Could something left over still be a paragraph's number? "a" is the article."""
    text = NO_PARAGRAPHS.sub(" ", text)
    return LOOSE.search(text) is not None


def _listed(eccn: str) -> str:
    """The pattern of a list of paragraphs after the first dot: `b.2, b.3 to b.5 and .z`."""
    until = rf"(?: (?:to|through) (?:{eccn})?{PARAGRAPH})?"
    item = rf"(?:(?:{eccn})?{PARAGRAPH}{until}|\.[0-9]{{1,2}}(?!\w))"
    first = rf"[a-z](?:\.{STEP})*(?!\w){until}"
    return rf"{first}(?:(?:, and |, or |, | and | or |,? ?\.and ){item})*"


def _paragraphs(eccn: str, text: str) -> tuple[str, ...]:
    """The paragraphs of a text that is nothing but their list; empty when it is more.

    >>> _paragraphs("3B001", "3B001.f.2 to f.4, g to i and .z"), _paragraphs("3B001", "b for use")
    (('f.2', 'f.3', 'f.4', 'g', 'h', 'i', 'z'), ())
    """
    text = text.strip().rstrip(".,").strip().removeprefix(eccn).removeprefix(".")
    text = re.sub(r" ,", ",", " ".join(text.split()))
    if not re.fullmatch(_listed(eccn), text):
        return ()
    found: list[str] = []
    for part in re.split(r",? \.?(?:and|or) |, ", text.replace(eccn, "")):
        ends = [end.strip().removeprefix(".") for end in re.split(r" (?:to|through) ", part)]
        if ends[0].isdigit():  # "d.15 and .16" means d.16
            ends = [f"{found[-1].rpartition('.')[0]}.{ends[0]}"]
        found += _range(*ends) if len(ends) == 2 else ends
    return tuple(dict.fromkeys(found))


def _range(first: str, last: str) -> list[str]:
    """Each paragraph of a range; `a.1` to `a.8` or `g` to `j`."""
    stem, _, low = first.rpartition(".")
    high = last.rpartition(".")[2]
    dot = f"{stem}." if stem else ""
    if low.isdigit() and high.isdigit():
        return [f"{dot}{n}" for n in range(int(low), int(high) + 1)]
    return [f"{dot}{chr(n)}" for n in range(ord(low), ord(high) + 1)]
