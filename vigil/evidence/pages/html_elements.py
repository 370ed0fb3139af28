"""Elements and attributes of HTML by what they do to the text: blocks, gaps, what ends what."""

from __future__ import annotations

import re

VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
     "track", "wbr", "frame", "keygen", "amp-img", "amp-analytics", "amp-pixel"}
)  # fmt: skip
BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
     "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1",
     "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "main", "menu",
     "nav", "ol", "p", "pre", "section", "summary", "table", "title", "ul", "xmp", "iframe",
     "textarea", "select", "search", "noscript", "template", "article-body"}
)  # fmt: skip
GAP_BY_NAME = dict.fromkeys(BLOCKS, "\n\n") | {
    "br": "\n", "li": "\n", "tr": "\n", "option": "\n", "td": "\t", "th": "\t", "button": "\t",
}  # fmt: skip
ENDS_PARAGRAPH = BLOCKS - {"body", "html", "title", "caption", "iframe", "textarea", "select",
                           "noscript", "template"} | {"li"}  # fmt: skip
BARRIERS = frozenset({"td", "th", "caption", "table", "template", "object", "marquee", "applet"})
OF_TABLES = frozenset({"table", "tr", "td", "th", "tbody", "thead", "tfoot", "caption"})
# What a start tag ends, and what must not stand between.
ENDS = {
    "li": (("li",), ("ul", "ol", "menu")),
    "dt": (("dt", "dd"), ("dl",)),
    "dd": (("dt", "dd"), ("dl",)),
    "option": (("option",), ("select",)),
    "tr": (("tr",), ("table",)),
    "td": (("td", "th"), ("tr", "table")),
    "th": (("td", "th"), ("tr", "table")),
    "tbody": (("tr", "thead", "tbody"), ("table",)),
    "tfoot": (("tr", "thead", "tbody"), ("table",)),
}
FORMATTING = frozenset({"a", "b", "big", "em", "font", "i", "s", "small", "strong", "tt", "u"})
MOST_CLASSES = 400  # characters of them that are looked at; chosen
MOST_KEPT = 16  # formatting elements that are opened again; chosen, as a hostile page opens many
NOT_SHOWN = {
    "noscript": "shown only without scripts",
    "template": "a template, which is not shown",
    "object": "shown only where the object fails",
    "video": "shown only where the film fails",
    "audio": "shown only where the sound fails",
    "canvas": "shown only where the drawing fails",
    "metadata": "not drawn",
    "desc": "not drawn",
    "rp": "shown only without ruby",
    "datalist": "suggestions for a field",
}
# Not in the source that the reader of main text gets: it would leave them out itself, later.
FURNITURE = frozenset({"nav", "svg", "select", "template", "noscript", "video", "audio", "canvas"})
FRAMES = frozenset({"iframe", "noembed", "noframes"})
# An attribute that changes what is seen, or holds words.
TELLING = re.compile(
    r"\b(?:style|hidden|class|id|color|bgcolor|background|datetime|alt|title|srcdoc|open)\b",
    re.IGNORECASE,
)
WORDS_IN = {"alt": "the alternative text of a picture", "title": "a tooltip",
            "srcdoc": "the source of a frame"}  # fmt: skip
FOR_VOICES = re.compile(
    r"sr-only|screen-reader|visually-?hidden|visuallyhidden|skip|a11y|assistive"
)
IN_COMMENT = re.compile(r"<[^>]*+(?:>|\Z)")
LETTERS = re.compile(r"[^\W\d_]{2}")
BLOCK_DISPLAYS = ("block", "flex", "grid", "list-item", "table", "flow-root")
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "button", "header", "nav"})
