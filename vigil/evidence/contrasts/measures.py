"""What numbers count or measure, and the words that bound them. General knowledge of English."""

from __future__ import annotations

from vigil.evidence.contrasts.word_forms import listed

MARKS = {"$": "$", "€": "€", "£": "£", "¥": "¥", "₽": "₽", "₴": "₴", "₹": "₹"}
MONEY = {
    "dollar": "$",
    "usd": "$",
    "euro": "€",
    "eur": "€",
    "pound": "£",
    "gbp": "£",
    "yen": "¥",
    "yuan": "yuan",
    "renminbi": "yuan",
    "ruble": "₽",
    "rouble": "₽",
    "hryvnia": "₴",
    "rupee": "₹",
    "rial": "rial",
    "lira": "lira",
    "franc": "franc",
}
TIMES = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800}
LONG_TIMES = {"month": 1, "quarter": 3, "year": 12, "decad": 120, "centuri": 1200}
MEASURES = {
    "km": ("km", 1.0),
    "kilometer": ("km", 1.0),
    "kilometr": ("km", 1.0),
    "mil": ("km", 1.609),
    "mile": ("km", 1.609),
    "meter": ("km", 0.001),
    "metr": ("km", 0.001),
    "kg": ("kg", 1.0),
    "kilogram": ("kg", 1.0),
    "kilo": ("kg", 1.0),
    "tonn": ("kg", 1000.0),
    "ton": ("kg", 1000.0),
    "barrel": ("barrel", 1.0),
    "percent": ("%", 1.0),
    "megawatt": ("mw", 1.0),
    "mw": ("mw", 1.0),
    "gigawatt": ("mw", 1000.0),
    "gw": ("mw", 1000.0),
}
# Words before a number that bound it; longest first. About: “about”, “some” leave it as it is.
BOUNDS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("no", "more", "than"), "upper"),
    (("not", "more", "than"), "upper"),
    (("no", "fewer", "than"), "lower"),
    (("no", "less", "than"), "lower"),
    (("as", "many", "as"), "about"),
    (("as", "much", "as"), "about"),
    (("a", "maximum", "of"), "upper"),
    (("a", "minimum", "of"), "lower"),
    (("more", "than"), "lower"),
    (("greater", "than"), "lower"),
    (("at", "least"), "lower"),
    (("at", "most"), "upper"),
    (("fewer", "than"), "upper"),
    (("less", "than"), "upper"),
    (("up", "to"), "upper"),
    (("well", "over"), "lower"),
    (("over",), "lower"),
    (("exceeding",), "lower"),
    (("above",), "lower"),
    (("under",), "upper"),
    (("below",), "upper"),
    (("nearly",), "about"),
    (("almost",), "about"),
    (("about",), "about"),
    (("around",), "about"),
    (("roughly",), "about"),
    (("approximately",), "about"),
    (("some",), "about"),
    (("estimated",), "about"),
)
LAST_OF_BOUND = frozenset(words[-1] for words, _ in BOUNDS)
MONTHS = frozenset(
    listed(
        """
        january february march april may june july august september october november december jan
        feb mar apr jun jul aug sep sept oct nov dec
        """
    )
)
CLOCK = frozenset({"am", "pm", "a.m.", "p.m.", "gmt", "utc"})
NUMBERED = frozenset(  # what follows is its name, not how many
    listed(
        """
        resolution article section chapter paragraph unit number no flight group brigade annex
        category regulation directive order page part phase class grade version form
        """
    )
)
BOUND_PREFIXES = frozenset({"mid", "pre", "post", "us", "about"})
