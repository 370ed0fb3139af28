"""A page's source walked once: what is seen, what is hidden, what each part is.

Elements are opened and closed as browsers do it where that changes what is seen: `<p>`, `<li>` and
cells end by themselves, an end tag closes what it names and nothing beyond its table cell. The
stack is a list and every question of it a look at the last place of a name, so neither depth nor
disorder costs more than one step a tag.
"""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from vigil.evidence.pages.html_elements import (
    BARRIERS,
    BLOCK_DISPLAYS,
    ENDS,
    ENDS_PARAGRAPH,
    FOR_VOICES,
    FORMATTING,
    FRAMES,
    FURNITURE,
    GAP_BY_NAME,
    HEADINGS,
    IN_COMMENT,
    LETTERS,
    MOST_CLASSES,
    MOST_KEPT,
    NOT_SHOWN,
    OF_TABLES,
    TELLING,
    VOID,
    WORDS_IN,
)
from vigil.evidence.pages.html_parts import Part, part_of
from vigil.evidence.pages.html_style import (
    PLAIN,
    SAME_COLOUR,
    Look,
    Sheet,
    Style,
    declarations,
    styled,
)
from vigil.evidence.pages.html_tokens import Token, attributes, tokens
from vigil.evidence.pages.text_builder import TextBuilder


class Concealed(msgspec.Struct):
    """Words that no reader sees, with why: pieces of the source and the gaps between them."""

    root: int  # of the element that hides them; 0 for what is no element's text
    why: str
    is_disguise: bool  # made to be unseen, not merely put aside
    pieces: list[tuple[int, int] | str]


class Walk(msgspec.Struct):
    """What a page's source shows and hides, in order."""

    built: TextBuilder  # what is seen
    parts: list[tuple[int, Part | None]]  # from which place of the text on
    concealed: list[Concealed]
    doubtful: list[tuple[int, int]]  # seen, perhaps: in the colour of a paper that is not stated
    links: list[tuple[int, int]]  # of the text, in order
    scripts: list[tuple[int, int]]
    data: list[tuple[int, int]]  # scripts of type application/ld+json
    kept_source: list[tuple[int, int]]  # the source without what is hidden, scripts and comments
    is_cut: bool = False
    depth: int = 0  # the most elements open at once


class _Element(NamedTuple):
    name: str
    look: Look
    part: Part | None
    is_pre: bool
    hidden: str  # why its text is not seen
    root: int
    is_disguise: bool
    gap: str


class _Walker:
    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.sheet = Sheet()
        self.stack = [_Element("", PLAIN, None, False, "", 0, False, "")]
        self.places: dict[str, list[int]] = {}
        self.barriers: list[int] = []
        self.roots = 0
        self.concealed: list[Concealed] = []
        self.walk = Walk(TextBuilder(raw), [], self.concealed, [], [], [], [], [])
        self.styles: dict[tuple[str, str, str], Style] = {}
        self.dropped_to = 0  # the source before is dealt with
        self.skipped = 0  # the place of the element whose source is left out
        self.at = 0  # where the present token ends
        self.part: Part | None = None

    def run(self) -> Walk:
        found = list(tokens(self.raw))
        self._read_sheets(found)
        is_data = False
        for token in found:
            kind = token.kind
            self.at = token.end
            if kind == "text":
                self._text(token.start, token.end)
            elif kind == "open":
                self._open(token)
                is_data = token.name == "script" and "ld+json" in self.raw[token.start : token.end]
            elif kind == "close":
                self._close(token.name)
            elif kind == "raw":
                self._raw_text(token, is_data=is_data)
            elif kind == "comment":
                self._comment(token)
            else:
                self.walk.is_cut = True
        self._drop(len(self.raw), len(self.raw))
        return self.walk

    def _read_sheets(self, found: list[Token]) -> None:
        without_scripts = 0
        attrs = ""
        for token in found:
            if token.name == "noscript":
                without_scripts += 1 if token.kind == "open" else -1
            elif token.name == "style":
                if token.kind == "open":
                    attrs = self.raw[token.start : token.end]
                elif token.kind == "raw" and without_scripts <= 0 and "print" not in attrs:
                    self.sheet.add(self.raw[token.start : token.end])

    # What is said.

    def _text(self, start: int, end: int) -> None:
        top = self.stack[-1]
        why = top.hidden
        if why and self._is_doubtful(top):
            begin, stop = self._show(start, end, top)
            if stop > begin:
                self.walk.doubtful.append((begin, stop))
            return
        if why:
            if not self.raw[start:end].isspace():
                self._drop(start, end)
                self._conceal(top, why, (start, end))
            return
        self._show(start, end, top)

    def _show(self, start: int, end: int, top: _Element) -> tuple[int, int]:
        begin, stop = self.walk.built.add(start, end, is_pre=top.is_pre)
        if stop > begin and self.places.get("a"):
            self.walk.links.append((begin, stop))
        if stop > begin and top.part is not self.part:
            self.part = top.part
            self.walk.parts.append((begin, top.part))
        return begin, stop

    def _is_doubtful(self, top: _Element) -> bool:
        """White headings and controls stand on colours of sheets that are not read."""
        return (
            top.hidden == SAME_COLOUR
            and not top.look.is_paper_known
            and any(self.places.get(name) for name in HEADINGS)
        )

    def _conceal(self, top: _Element, why: str, piece: tuple[int, int] | str) -> None:
        last = self.concealed[-1] if self.concealed else None
        if last is not None and last.root == top.root and top.root:
            last.pieces.append(piece)
        elif not isinstance(piece, str):
            self.concealed.append(Concealed(top.root, why, top.is_disguise, [piece]))

    def _put_aside(self, start: int, end: int, why: str) -> None:
        """Words that are no element's text."""
        if LETTERS.search(self.raw, start, end):
            self.concealed.append(Concealed(0, why, False, [(start, end)]))

    def _comment(self, token: Token) -> None:
        self._drop(token.start - 4, token.end + 3)
        at = token.start
        pieces: list[tuple[int, int] | str] = []
        for tag in IN_COMMENT.finditer(self.raw, token.start, token.end):
            pieces += [(at, tag.start()), "\n"]
            at = tag.end()
        pieces.append((at, token.end))
        worded = [p for p in pieces if isinstance(p, str) or LETTERS.search(self.raw, *p)]
        if any(not isinstance(p, str) for p in worded):
            self.concealed.append(Concealed(0, "a comment in the source", False, worded))

    def _raw_text(self, token: Token, *, is_data: bool) -> None:
        start, end, name = token.start, token.end, token.name
        if name in ("script", "style"):
            self._drop(start, end)
            if name == "script" and start < end:
                (self.walk.data if is_data else self.walk.scripts).append((start, end))
        elif name in FRAMES:
            self._put_aside(start, end, "shown only by browsers without frames")
        else:
            self._text(start, end)

    def _gap(self, element: _Element) -> None:
        if not element.gap:
            return
        if element.root:
            self._conceal(element, "", "\n")
        if not element.look.gone:
            self.walk.built.part(element.gap)

    def _drop(self, start: int, end: int) -> None:
        """Leave a piece out of the source that the reader of main text gets."""
        if self.skipped:
            return
        if start > self.dropped_to:
            self.walk.kept_source.append((self.dropped_to, start))
        self.dropped_to = max(self.dropped_to, min(end, len(self.raw)))

    # What is open.

    def _open(self, token: Token) -> None:
        name = token.name
        if name in ENDS_PARAGRAPH and self.places.get("p"):
            self._end(("p",), ("button",))
        if name in ENDS:
            self._end(*ENDS[name])
        if name in ("html", "body") and self.places.get(name):
            return
        element = self._element(token, self.stack[-1])
        self._gap(element)
        if name in VOID:
            return
        if name in FURNITURE and not self.skipped:
            start = token.start - len(name) - 1
            self._drop(start, start)
            self.skipped = len(self.stack)
        self.places.setdefault(name, []).append(len(self.stack))
        if name in BARRIERS:
            self.barriers.append(len(self.stack))
        self.stack.append(element)
        self.walk.depth = max(self.walk.depth, len(self.stack))

    def _element(self, token: Token, parent: _Element) -> _Element:
        name = token.name
        look, part, classes = parent.look, parent.part, ""
        gap = GAP_BY_NAME.get(name, "")
        style: Style = {}
        value = ""
        if token.end > token.start and TELLING.search(self.raw, token.start, token.end):
            found = attributes(self.raw, token.start, token.end)
            for attribute, why in WORDS_IN.items():
                if attribute in found:
                    self._put_aside(*found[attribute], why)
            classes = self._value(found, "class").lower()
            identity = self._value(found, "id").lower()
            if "datetime" in found:
                value = self._value(found, "datetime")
            style = self._style(name, found, classes, identity)
            classes = f"{classes} {identity}"
        elif self.sheet:
            style = self._style(name, {}, "", "")
        if style:
            look = styled(look, style)
            if name in ("html", "body"):  # scripts show the page once it is drawn
                look = look._replace(gone="", unseen="")
            gap = self._displayed(gap, style)
        if name in NOT_SHOWN and not look.gone:
            look = look._replace(gone=NOT_SHOWN[name])
        if part is None or not part.is_sure:
            own = part_of(name, classes[:MOST_CLASSES], value[:MOST_CLASSES])
            part = own if own is not None and (part is None or own.is_sure) else part
        is_pre = parent.is_pre or name in ("pre", "xmp", "textarea")
        if look is parent.look:
            seen = parent.hidden, parent.root, parent.is_disguise
        else:
            seen = self._seen(parent, look, classes)
        return _Element(name, look, part, is_pre, *seen, gap)

    def _seen(self, parent: _Element, look: Look, classes: str) -> tuple[str, int, bool]:
        """Why the text is not seen, which element hides it, whether it is made to be unseen."""
        why = look.hidden
        if not why:
            return "", 0, False
        if parent.hidden == why:
            return why, parent.root, parent.is_disguise
        self.roots += 1
        is_plain = why in NOT_SHOWN.values() or why.startswith(("display:", "visibility:"))
        return why, self.roots, not is_plain and not FOR_VOICES.search(classes)

    def _style(
        self, name: str, found: dict[str, tuple[int, int]], classes: str, identity: str
    ) -> Style:
        key = (name, classes, identity)
        style = self.styles.get(key)
        if style is None:
            style = self.sheet.style(name, classes.split(), identity) if self.sheet else {}
            self.styles[key] = style
        own: Style = {}
        if "color" in found:
            own["color"] = self._value(found, "color").strip().lower()
        if name == "body" and "text" in found:
            own["color"] = self._value(found, "text").strip().lower()
        if "bgcolor" in found:
            own["background-color"] = self._value(found, "bgcolor").strip().lower()
        if "background" in found:
            own["background"] = "url("
        if "hidden" in found or (name == "dialog" and "open" not in found):
            own["display"] = "none"
        if own:
            style = own | style
        if "style" in found:
            style = style | declarations(self._value(found, "style"))
        return style

    def _value(self, found: dict[str, tuple[int, int]], name: str) -> str:
        start, end = found.get(name, (0, 0))
        return self.raw[start:end]

    @staticmethod
    def _displayed(gap: str, style: Style) -> str:
        display = style.get("display", "")
        if display.startswith("inline") or display == "contents":
            return ""
        return gap or ("\n\n" if display.startswith(BLOCK_DISPLAYS) else "")

    # What is closed.

    def _close(self, name: str) -> None:
        places = self.places.get(name)
        if not places or name in ("html", "body"):
            return
        place = places[-1]
        if name in OF_TABLES:
            if name != "table" and self._last("table") > place:
                return
        elif self.barriers and self.barriers[-1] > place:
            return
        self._pop_to(place)

    def _end(self, names: tuple[str, ...], walls: tuple[str, ...]) -> None:
        """Close the last of some elements, unless one of others stands inside it."""
        place = max(map(self._last, names))
        if place < 0 or any(self._last(wall) > place for wall in walls):
            return
        if names[0] not in OF_TABLES and self.barriers and self.barriers[-1] > place:
            return
        self._pop_to(place)

    def _last(self, name: str) -> int:
        places = self.places.get(name)
        return places[-1] if places else -1

    def _pop_to(self, place: int) -> None:
        again: list[_Element] = []
        closed = self.stack[place]
        while len(self.stack) > place:
            element = self.stack.pop()
            if self.skipped == len(self.stack):
                self.skipped = 0
                self.dropped_to = self.at
            self.places[element.name].pop()
            if self.barriers and self.barriers[-1] == len(self.stack):
                self.barriers.pop()
            self._gap(element)
            if element is not closed and element.name in FORMATTING and len(again) < MOST_KEPT:
                again.append(element)
        for element in reversed(again if closed.name not in FORMATTING else []):
            # Misnested letters keep their colour behind the end of the paragraph.
            if element.look != self.stack[-1].look and not element.look.gone:
                self.places[element.name].append(len(self.stack))
                self.stack.append(element._replace(part=self.stack[-1].part))


def walk(raw: str) -> Walk:
    """Walk a page's source; linear in its length, whatever it holds."""
    return _Walker(raw).run()
