"""What an element's name and attributes say that its text is.

Names of classes are those of common publishing systems (WordPress, Drupal, AMP) and of the embeds
of social networks, written from general knowledge of news sites. A tag is believed; a class only
gives the reason where the reader of main text leaves the words out (`is_sure`), as one word of a
class says little: `has-comments` stands on whole articles.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from vigil.evidence.page import BlockKind


class Part(NamedTuple):
    """What the text inside an element is."""

    kind: BlockKind
    why: str
    is_sure: bool = True
    value: str = ""


TITLE = "the page's title, which stands on the window"
TOP = "a heading of the first order"
CONTROL = Part("navigation", "a control of the page")
BY_TAG = {
    "title": Part("outside", TITLE),
    "nav": Part("navigation", "links to other pages"),
    "menu": Part("navigation", "links to other pages"),
    "footer": Part("outside", "the foot of the page", is_sure=False),
    "aside": Part("outside", "beside the report", is_sure=False),
    "figcaption": Part("caption", "the caption of a picture"),
    "h1": Part("headline", TOP),
    "time": Part("page_date", "a day in the markup"),
    "address": Part("credit", "who wrote the page", is_sure=False),
    "button": CONTROL,
    "select": CONTROL,
    "textarea": CONTROL,
    "label": CONTROL,
    "option": CONTROL,
} | {f"h{n}": Part("headline", "a heading inside the page", is_sure=False) for n in range(2, 7)}

POST = Part("embedded_post", "a post of a social network")


def _words(pattern: str) -> re.Pattern[str]:
    """Whole names of a class or id, or their parts beside - and _; `has-x` says another thing."""
    return re.compile(rf"(?<![a-z0-9])(?<!has-)(?<!no-)(?<!is-)(?<!with-)(?:{pattern})(?![a-z0-9])")


BY_CLASS = (
    (_words("twitter-tweet|twitter-video|instagram-media|tiktok-embed|reddit-card|reddit-embed-bq"
            "|bluesky-embed|fb-post|telegram-post|mastodon-embed|embed-tweet|wp-block-embed"),
     POST),
    (_words("wp-caption-text|wp-caption|caption|image-caption|photo-caption|figcaption"
            "|media-caption|photo-credit|image-credit"),
     Part("caption", "the caption of a picture")),
    (_words("byline|by-line|author-name|entry-author|article-author"),
     Part("credit", "who wrote the page", is_sure=False)),
    (_words("author-bio|author-box|author-info|about-author|about-the-author|author-description"
            "|author-card|post-author"),
     Part("biography", "about the author", is_sure=False)),
    (_words("comments|comment-list|commentlist|comment-respond|respond|disqus|comments-area"
            "|comment-section|comment-policy"),
     Part("comments", "comments of readers", is_sure=False)),
    (_words("breadcrumb|breadcrumbs|menu|navbar|nav|pagination|pager|toc|tags|tag-links|skip-link"),
     Part("navigation", "links to other pages", is_sure=False)),
    (_words("cookie|cookies|consent|gdpr|newsletter|subscribe|signup|paywall|disclaimer|copyright"),
     Part("publisher_note", "a note of the publisher", is_sure=False)),
    (_words("share|sharing|social|related|recommended|most-read|trending|sidebar|widget|promo"
            "|advertisement|sponsored|more-news|read-more"),
     Part("outside", "beside the report", is_sure=False)),
)  # fmt: skip
# Their classes tell of the whole page.
WHOLE = frozenset({"html", "body", "main", "article"})
ANY_CLASS = re.compile("|".join(pattern.pattern for pattern, _ in BY_CLASS))


@lru_cache(maxsize=2048)  # a page repeats few classes
def part_of(tag: str, classes: str, value: str = "") -> Part | None:
    """What the text of an element is; None when the element does not say.

    Args:
        tag: lower case.
        classes: its classes and id in lower case.
        value: of its `datetime`, for `time`.

    >>> part_of("p", "wp-caption-text").kind
    'caption'
    """
    if classes and tag not in WHOLE and ANY_CLASS.search(classes):
        for pattern, named in BY_CLASS:
            if pattern.search(classes):
                return named
    part = BY_TAG.get(tag)
    return part._replace(value=value) if part is not None and value else part
