"""Marked-up texts: what a page says, and beside it what should be read there.

A text is lines. A line is one sentence; an empty line ends a paragraph.

    # a headline
    %caption a dropped block, named as `vigil.evidence.page.BlockKind` does
    A sentence of the body.
    ! A sentence that denies something (its absence is an omission, too)
    + A sentence whose absence must be told
    =same the sentence above in other words that mean the same
    =direction the sentence above with who gives and who takes the other way round

Inside a line `{tag arguments|words|other words|…}` marks words, nested as deep as one likes; what
stands after the second bar are other words for the same place, without marks. `TAGS` says what
each tag is for. Nothing else may hold a brace or a bar: a slip is an error with its line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from zlib import crc32

import msgspec
import yaml

from vigil.evidence.claim import DiscrepancyKind
from vigil.evidence.page import BlockKind, Span

TEXTS = Path(__file__).parent / "texts"
TAGS: Mapping[str, str] = {
    "q": "inside of quotation marks; arguments: who speaks, via=who passes it on",
    "title": "inside of quotation marks, no speech",
    "s": "told, not quoted; arguments: who speaks, via=who passes it on",
    "h": "a hedge; argument: its family; other words: without it, then weaker or stronger ones",
    "m": "no hedge here; other words: with one",
    "n": "a number; other words: another number (none: one is made)",
    "d": "a day, month or year; other words: another (none: one is made)",
    "p": "the name of a place, person, firm or ship; other words: another spelling",
    "a": "who did it; other words: somebody else",
    "r": "a role; other words: another role",
    "dir": "a flow; inside: g (who gives), to (who gets), th (what)",
    "g": "who gives",
    "to": "who gets",
    "th": "what is given",
    "c": "a word of classification; other words: its opposite",
    "v": "words of a version; other words: of a later one",
    "t": "a verb; other words: in another tense",
    "deny": "a cue; other words: one that denies",
    "w": "words of a quotation; other words: altered",
    "x": "an official text that is named",
    "same": "words; other words mean the same",
    "dateline": "place, day and agency before the first sentence",
}
CHANGES: Mapping[str, DiscrepancyKind] = {
    "h": "modality", "m": "modality", "n": "number", "d": "date", "p": "spelling", "a": "actor",
    "r": "role", "c": "classification", "v": "version", "t": "tense", "deny": "denial",
    "w": "quotation_altered",
}  # fmt: skip
LINE_KINDS: frozenset[str] = frozenset(DiscrepancyKind.__args__) | {"same"}  # type: ignore[attr-defined]  # Literal
BLOCK_KINDS: frozenset[str] = frozenset(BlockKind.__args__)  # type: ignore[attr-defined]  # Literal
_TAG = re.compile(r"\{([a-z]+)((?: [^|{}]+)?)\|")


class MarkupError(ValueError):
    """A text does not follow the markup; says where."""


class Person(msgspec.Struct, frozen=True):
    """Somebody whose words a text gives; `name` may hold other forms after ` / `."""

    name: str
    role: str = ""
    organisation: str = ""
    kind: str = "person"


class Slot(msgspec.Struct, frozen=True):
    """Marked words: where they stand, what they are, what else might stand there."""

    tag: str
    arguments: tuple[str, ...]
    at: Span
    others: tuple[str, ...] = ()


class Line(msgspec.Struct, frozen=True):
    """A sentence of the body, a headline or a dropped block; `others` are (kind, words)."""

    kind: str
    at: Span
    paragraph: int
    denial: bool = False
    telling: bool = False
    others: tuple[tuple[str, str], ...] = ()

    @property
    def kept(self) -> bool:
        """Whether it is the report's."""
        return self.kind in ("headline", "body")


class Marked(msgspec.Struct, frozen=True):
    """A text without its marks, and the marks as offsets."""

    text: str
    lines: tuple[Line, ...]
    slots: tuple[Slot, ...]

    def of(self, tag: str) -> tuple[Slot, ...]:
        """The marks of one sort, in order of where they end."""
        return tuple(slot for slot in self.slots if slot.tag == tag)

    def words(self, at: Span) -> str:
        """The text between two offsets."""
        return self.text[at.start : at.end]

    def line_of(self, at: Span) -> Line:
        """The line in which a span begins."""
        return next(line for line in reversed(self.lines) if line.at.start <= at.start)


class Article(msgspec.Struct, frozen=True):
    """One invented report with what should be read in it, and its second version if it has one."""

    id: str
    genre: str
    day: str
    people: dict[str, Person]
    marked: Marked
    paraphrase: Marked | None = None


def read_articles(folder: Path = TEXTS) -> list[Article]:
    """All texts of a folder, in order of file and place."""
    articles = [
        _article(raw, path.name)
        for path in sorted(folder.glob("*.yaml"))
        for raw in yaml.safe_load(path.read_text("utf-8"))
    ]
    ids = [article.id for article in articles]
    if len(set(ids)) != len(ids):
        raise MarkupError(f"an id stands twice: {sorted(i for i in ids if ids.count(i) > 1)}")
    return articles


def halves(articles: Sequence[Article]) -> Mapping[str, list[Article]]:
    """`dev`, to write rules by, and `held`, only to measure on; an article stays in its half."""
    split: dict[str, list[Article]] = {"dev": [], "held": []}
    for article in articles:
        split["held" if crc32(article.id.encode()) & 4 else "dev"].append(article)
    return split


def parse_markup(source: str, people: Sequence[str] = (), where: str = "text") -> Marked:
    r"""The text without marks, and the marks with their offsets.

    >>> marked = parse_markup("# Two ships held\n\nThe navy held {n|two} ships.")
    >>> marked.text
    'Two ships held\n\nThe navy held two ships.'
    >>> [marked.words(slot.at) for slot in marked.slots]
    ['two']
    """
    reading = _Reading(people)
    for number, raw in enumerate(source.splitlines(), 1):
        try:
            reading.line(raw.strip())
        except MarkupError as error:
            raise MarkupError(f"{error}, in {where}, line {number}: {raw.strip()[:60]!r}") from None
    if reading.open:
        raise MarkupError(f"{reading.open[-1][0]!r} is not closed at the end of {where}")
    return reading.marked()


class _Reading:
    """One text on its way: what is written so far, and which marks are open."""

    def __init__(self, people: Sequence[str]) -> None:
        self.people = frozenset(people)
        self.text = ""
        self.lines: list[Line] = []
        self.slots: list[Slot] = []
        self.open: list[tuple[str, tuple[str, ...], int]] = []
        self.paragraph = 0

    def line(self, raw: str) -> None:
        """One line of the source."""
        if not raw:
            self.paragraph += 1
        elif raw[0] == "=":
            self._other(raw)
        else:
            self._sentence(raw)

    def marked(self) -> Marked:
        """What was read."""
        slots = sorted(self.slots, key=lambda slot: (slot.at.end, -slot.at.start))
        return Marked(self.text, tuple(self.lines), tuple(slots))

    def _other(self, raw: str) -> None:
        kind, _, words = raw[1:].partition(" ")
        if kind not in LINE_KINDS:
            raise MarkupError(f"a line's other words are of a kind of difference, got {kind!r}")
        if not self.lines or self.open:
            raise MarkupError("other words follow a sentence whose marks are closed")
        last = self.lines[-1]
        others = (*last.others, (kind, parse_plain(words)))
        self.lines[-1] = msgspec.structs.replace(last, others=others)

    def _sentence(self, raw: str) -> None:
        kind, denial, telling = "body", raw[0] == "!", raw[0] == "+"
        if raw[0] == "#":
            kind = "headline"
        elif raw[0] == "%":
            kind, _, raw = raw[1:].partition(" ")
            if kind not in BLOCK_KINDS:
                raise MarkupError(f"a block is of a known kind, got {kind!r}")
            raw = f"% {raw}"
        if raw[0] in "#%!+":
            raw = raw[1:].strip()
        if self.text:
            same = self.lines[-1].paragraph == self.paragraph and self.lines[-1].kind == kind
            self.text += " " if same else "\n\n"
        start = len(self.text)
        self._write(raw)
        start += self._dateline(start)
        at = Span(start, len(self.text))
        self.lines.append(Line(kind, at, self.paragraph, denial, telling))

    def _dateline(self, start: int) -> int:
        """How many characters at the start of a line belong to its dateline."""
        for slot in self.slots:
            if slot.tag == "dateline" and slot.at.start == start:
                words = self.text[start : slot.at.end]
                rest = self.text[slot.at.end :]
                self.lines.append(Line("dateline", slot.at, self.paragraph))
                return len(words) + len(rest) - len(rest.lstrip())
        return 0

    def _write(self, raw: str) -> None:
        at = 0
        while at < len(raw):
            if raw[at] == "{":
                found = _TAG.match(raw, at)
                if found is None or found[1] not in TAGS:
                    raise MarkupError(f"a mark is {{tag words|…}}, got {raw[at : at + 20]!r}")
                arguments = tuple(found[2].split())
                self._known(found[1], arguments)
                self.open.append((found[1], arguments, len(self.text)))
                at = found.end()
            elif raw[at] in "}|":
                at = self._close(raw, at)
            else:
                self.text += raw[at]
                at += 1

    def _close(self, raw: str, at: int) -> int:
        if not self.open:
            raise MarkupError(f"{raw[at]!r} stands outside of a mark")
        tag, arguments, start = self.open.pop()
        end = raw.find("}", at)
        if end < 0:
            raise MarkupError(f"{tag!r} is not closed after its other words")
        others = tuple(raw[at + 1 : end].split("|")) if raw[at] == "|" else ()
        if any("{" in other for other in others):
            raise MarkupError("other words hold no marks")
        self.slots.append(Slot(tag, arguments, Span(start, len(self.text)), others))
        return end + 1

    def _known(self, tag: str, arguments: tuple[str, ...]) -> None:
        if tag not in ("q", "s"):
            return
        if not arguments:
            raise MarkupError(f"{tag!r} names who speaks")
        for name in (argument.removeprefix("via=") for argument in arguments):
            if name not in self.people:
                raise MarkupError(f"{name!r} is not among the people of the text")


def parse_plain(words: str) -> str:
    """Other words, which hold no marks."""
    if set("{}|") & set(words):
        raise MarkupError("other words hold no marks")
    return words.strip()


def _article(raw: dict[str, Any], where: str) -> Article:
    where = f"{where}, {raw.get('id')}"
    people = {
        key: Person(*_fields(given)) for key, given in (raw.pop("people", None) or {}).items()
    }
    article = Article(
        id=raw.pop("id"), genre=raw.pop("genre"), day=str(raw.pop("day")), people=people,
        marked=parse_markup(raw.pop("text"), list(people), where),
        paraphrase=_second(raw.pop("paraphrase", None), list(people), where),
    )  # fmt: skip
    if raw:
        raise MarkupError(f"unknown fields {sorted(raw)} in {where}")
    return article


def _fields(given: str) -> Iterator[str]:
    return (field.strip() for field in given.split(";"))


def _second(source: str | None, people: Sequence[str], where: str) -> Marked | None:
    return parse_markup(source, people, f"{where}, second version") if source else None
