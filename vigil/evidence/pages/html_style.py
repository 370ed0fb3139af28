"""What a page's own styles hide: nothing drawn, nothing to see, the colour of the paper.

Read are `style` attributes, the older attributes (`color`, `bgcolor`, `hidden`) and rules of
`<style>` whose selector is one tag, class or id, or these joined (`p.small`). Not read are style
sheets in other files, scripts, selectors of descendants or states, and conditions (`@media`): what
only these hide is taken for seen, and what they show for hidden where the page itself hides it.
The paper is white until the page says otherwise; behind a picture or a gradient it is unknown, and
then no colour hides.
"""

from __future__ import annotations

import re
from colorsys import hls_to_rgb
from functools import lru_cache
from typing import NamedTuple

Colour = tuple[float, float, float]  # red, green, blue, each 0–1
Style = dict[str, str]
WHITE: Colour = (1.0, 1.0, 1.0)
BLACK: Colour = (0.0, 0.0, 0.0)

LEAST_CONTRAST = 1.25  # of WCAG 2.2's ratio, 1–21; chosen: #e5e5e5 on white is not seen, #ccc is
OFF_SCREEN = -900.0  # pixels; chosen: pages are hidden by -999 or -9999
SMALLEST_PX = 2.0  # chosen: letters below are a line
FAINTEST = 0.05  # opacity; chosen
MOST_JOINED = 64  # rules of joined selectors; chosen: keeps a hostile sheet linear
MOST_KNOWN = 20_000  # rules
CLEAR = "transparent letters"
SAME_COLOUR = "letters in the colour of the paper"

# Words of CSS Color 4 that pages use for text and paper.
NAMED: dict[str, Colour] = {
    name: (int(code[0:2], 16) / 255, int(code[2:4], 16) / 255, int(code[4:6], 16) / 255)
    for name, code in {
        "white": "ffffff", "black": "000000", "red": "ff0000", "blue": "0000ff", "green": "008000",
        "yellow": "ffff00", "gray": "808080", "grey": "808080", "silver": "c0c0c0",
        "navy": "000080", "maroon": "800000", "purple": "800080", "teal": "008080",
        "orange": "ffa500", "lime": "00ff00", "aqua": "00ffff", "cyan": "00ffff",
        "fuchsia": "ff00ff", "magenta": "ff00ff", "olive": "808000", "snow": "fffafa",
        "ivory": "fffff0", "ghostwhite": "f8f8ff", "whitesmoke": "f5f5f5", "azure": "f0ffff",
        "floralwhite": "fffaf0", "mintcream": "f5fffa", "aliceblue": "f0f8ff", "beige": "f5f5dc",
        "seashell": "fff5ee", "lightyellow": "ffffe0", "honeydew": "f0fff0", "lightgray": "d3d3d3",
        "lightgrey": "d3d3d3", "gainsboro": "dcdcdc", "darkgray": "a9a9a9", "darkgrey": "a9a9a9",
        "darkblue": "00008b", "darkred": "8b0000", "brown": "a52a2a", "gold": "ffd700",
    }.items()
}  # fmt: skip
COMMENT = re.compile(r"/\*(?:[^*]++|\*(?!/))*+(?:\*/|\Z)")
SIMPLE = re.compile(r"(?:([a-zA-Z][\w-]*+)|\*)?((?:[.#][\w-]++)*+)\Z")
PART = re.compile(r"[.#][\w-]++")
TELLING = re.compile(
    r"display|visib|opacity|color|background|font|position|clip|indent|overflow|transform|height"
)
NUMBERS = re.compile(r"-?[0-9.]{1,12}")
LENGTH = re.compile(r"\s*+([-+]?[0-9.]{1,12})\s*+(px|pt|em|rem|ex|ch|vw|vh|cm|mm|in|%)?")
PIXELS = {"pt": 1.33, "em": 16, "rem": 16, "ex": 8, "ch": 8, "vw": 12, "vh": 8, "cm": 38, "mm": 3.8,
          "in": 96, "%": 10}  # fmt: skip
SIDES = ("left", "top", "right", "bottom", "margin-left", "margin-top", "text-indent")


class Look(NamedTuple):
    """How text is drawn at a place. `gone`, `unseen`, `tiny` say why it is not, or are empty."""

    gone: str = ""  # with all inside
    unseen: str = ""  # what is inside may be seen again
    tiny: str = ""
    ink: Colour | None = BLACK  # None: unknown
    paper: Colour | None = WHITE
    clear: bool = False  # the ink is transparent
    is_paper_known: bool = False  # the page states it

    @property
    def hidden(self) -> str:
        """Why nothing of it is seen; "" when it is."""
        if self.gone or self.unseen or self.tiny:
            return self.gone or self.unseen or self.tiny
        if self.clear:
            return CLEAR
        if (
            self.ink is None
            or self.paper is None
            or _contrast(self.ink, self.paper) >= (LEAST_CONTRAST)
        ):
            return ""
        return SAME_COLOUR


PLAIN = Look()


def styled(look: Look, style: Style) -> Look:
    """How text inside an element is drawn.

    >>> styled(PLAIN, declarations("color: #fff")).hidden
    'letters in the colour of the paper'
    >>> styled(PLAIN, declarations("color: #fff; background: #003")).hidden
    ''
    """
    gone = look.gone or _gone(style)
    visibility = style.get("visibility", "")
    unseen = look.unseen
    if visibility:
        unseen = f"visibility:{visibility}" if visibility in ("hidden", "collapse") else ""
    tiny = _tiny(look.tiny, style)
    ink, clear = look.ink, look.clear
    if "color" in style and style["color"] not in ("inherit", "currentcolor"):
        ink, clear = _colour(style["color"])
    paper = look.paper
    for name in ("background", "background-color"):
        if name in style:
            paper = _paper(style[name], paper)
    is_known = look.is_paper_known or paper != look.paper or "background-color" in style
    return Look(gone, unseen, tiny, ink, paper, clear, is_known)


def declarations(text: str) -> Style:
    """Properties and values of a `style` attribute or of a rule's body, in lower case."""
    style: Style = {}
    for one in text.split(";"):
        name, colon, value = one.partition(":")
        if colon:
            style[name.strip().lower()] = value.split("!")[0].strip().lower()
    return style


class Sheet:
    """The simple rules of a page's `<style>` elements, found by tag, class and id."""

    def __init__(self) -> None:
        self.rules: dict[str, Style] = {}
        self._joined: list[tuple[int, str, frozenset[str], Style]] = []

    def __bool__(self) -> bool:
        return bool(self.rules or self._joined)

    def add(self, css: str) -> None:
        """Read one `<style>`; a later rule of the same selector goes before an earlier one."""
        depth = 0
        for part in COMMENT.sub(" ", css).split("}"):
            opens = part.count("{")
            if depth == 0 and opens == 1:
                selectors, _, body = part.partition("{")
                if TELLING.search(body):
                    self._rule(selectors, declarations(body))
            depth = max(0, depth + opens - 1)

    def style(self, tag: str, classes: list[str], name: str) -> Style:
        """What the rules say of an element, the more exact after the less."""
        found: Style = {}
        found.update(self.rules.get("*", {}))
        found.update(self.rules.get(tag, {}))
        for one in classes:
            found.update(self.rules.get("." + one, {}))
        own = {"." + one for one in classes} | ({"#" + name} if name else set())
        for _, of_tag, parts, style in self._joined:
            if (not of_tag or of_tag == tag) and parts <= own:
                found.update(style)
        if name:
            found.update(self.rules.get("#" + name, {}))
        return found

    def _rule(self, selectors: str, style: Style) -> None:
        for selector in selectors.rpartition(";")[2].split(","):
            match = SIMPLE.match(selector.strip())
            if match is None:
                continue
            tag, parts = (match[1] or "").lower(), PART.findall(match[2])
            if bool(tag) + len(parts) < 2:
                if len(self.rules) < MOST_KNOWN:
                    self.rules.setdefault(tag or "".join(parts) or "*", {}).update(style)
            elif len(self._joined) < MOST_JOINED:
                self._joined.append((len(parts), tag, frozenset(parts), style))
                self._joined.sort(key=lambda rule: rule[0])


def _gone(style: Style) -> str:
    """Why nothing inside an element is drawn."""
    if style.get("display") == "none":
        return "display:none"
    opacity = NUMBERS.match(style.get("opacity", ""))
    if opacity and _number(opacity[0]) < (FAINTEST * 100 if "%" in style["opacity"] else FAINTEST):
        return "opacity:0"
    is_set_apart = style.get("position") in ("absolute", "fixed")
    for side in SIDES:
        if side in style and (is_set_apart or side == "text-indent"):
            length = _pixels(style[side])
            if length is not None and (
                length <= OFF_SCREEN
                or (side in ("left", "top", "right", "bottom") and length >= -10 * OFF_SCREEN)
            ):
                return "off the screen"
    clip = style.get("clip-path", "").replace(" ", "")
    if clip.startswith(("inset(50%", "inset(100%", "circle(0")) or (
        is_set_apart
        and style.get("clip", "").startswith("rect(")
        and not any(_number(n) > 1 for n in NUMBERS.findall(style["clip"])[1:3])
    ):
        return "clipped away"
    if "hidden" in style.get("overflow", "") or "clip" in style.get("overflow", ""):
        sizes = [_pixels(style[s]) for s in ("width", "height", "max-width", "max-height")
                 if s in style]  # fmt: skip
        if any(size is not None and size <= 1 for size in sizes):
            return "a box of no size"
    transform = style.get("transform", "").replace(" ", "")
    if transform.startswith(("scale(0)", "scale(0,", "scalex(0)", "scaley(0)")):
        return "a box of no size"
    return ""


def _tiny(inherited: str, style: Style) -> str:
    size = style.get("font-size", "")
    if not size and "font" in style:
        size = next((w for w in style["font"].split() if w[0].isdigit()), "").partition("/")[0]
    if not size:
        return inherited
    length = _pixels(size)
    is_share = size.endswith(("%", "em")) and not size.endswith("rem")
    if length is None or (is_share and inherited):
        return inherited
    return f"font-size:{size[:12]}" if length < SMALLEST_PX else ""


def _pixels(value: str) -> float | None:
    match = LENGTH.match(value)
    if match is None:
        return None
    return _number(match[1]) * PIXELS.get(match[2] or "", 1)


def _number(digits: str) -> float:
    try:
        return float(digits)
    except ValueError:
        return 0.0


def _paper(value: str, inherited: Colour | None) -> Colour | None:
    if "url(" in value or "gradient" in value or "var(" in value:
        return None
    words = [value] if "(" in value else value.split()
    for word in words:
        colour, clear = _colour(word)
        if clear or word in ("none", "inherit", "initial", "unset"):
            return inherited
        if colour is not None:
            return colour
    return inherited if not words or "(" not in value else None


def _colour(value: str) -> tuple[Colour | None, bool]:
    """A colour (None: unknown), and whether it is transparent."""
    if value == "transparent":
        return None, True
    if value in NAMED:
        return NAMED[value], False
    if value.startswith("#"):
        digits = value[1:]
        if len(digits) in (3, 4):
            digits = "".join(2 * d for d in digits)
        try:
            parts = [int(digits[n : n + 2], 16) / 255 for n in range(0, len(digits), 2)]
        except ValueError:
            return None, False
        if len(parts) not in (3, 4):
            return None, False
        return (parts[0], parts[1], parts[2]), len(parts) == 4 and parts[3] < FAINTEST
    if value.startswith(("rgb", "hsl")):
        return _called(value)
    return None, False


def _called(value: str) -> tuple[Colour | None, bool]:
    """`rgb()` and `hsl()`, with or without alpha."""
    inside = value.partition("(")[2].replace("%", "% ")
    numbers = [_number(n) for n in NUMBERS.findall(inside[:200])]
    if len(numbers) < 3:
        return None, False
    is_clear = len(numbers) > 3 and numbers[3] < FAINTEST
    if value.startswith("hsl"):
        return hls_to_rgb(
            numbers[0] % 360 / 360, _unit(numbers[2] / 100), _unit(numbers[1] / 100)
        ), (is_clear)
    whole = 100 if "%" in inside else 255
    return (_unit(numbers[0] / whole), _unit(numbers[1] / whole), _unit(numbers[2] / whole)), (
        is_clear
    )


def _unit(value: float) -> float:
    return min(1.0, max(0.0, value))


@lru_cache(maxsize=1024)
def _contrast(left: Colour, right: Colour) -> float:
    """WCAG 2.2's contrast ratio, 1 (the same) to 21."""
    light, dark = sorted((_luminance(left), _luminance(right)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Colour) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
