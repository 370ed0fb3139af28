"""Made-up reports of about 4 kB, put together of the texts of `bench.evidence`.

Each story takes sentences of many texts and exchanges names, numbers and most other words, so that
two stories share little but how reports are written. One page in three belongs to a family: a copy
with another credit, a rewriting that keeps the quotations, or a page that shares two quotations.
Sites repeat their own navigation and comment policy on each page, as sites do. Half of the pages
are HTML.
"""

from __future__ import annotations

import html
import random
import re
from collections.abc import Iterator

import msgspec

from bench.evidence.harmless import BOILERPLATE
from bench.evidence.markup import Article, Marked, read_articles
from bench.names.invented import CODAS, ONSETS, VOWELS

SIZE = 4000  # characters of a page
FAMILY_SHARE = 1 / 3  # of the pages that are not the first of their story
SITES = 40
INVENTED, KEPT = 0.5, 0.1  # of the words that tell a story; the others are drawn of all texts
_WORD = re.compile(r"[A-Za-z][a-z]{3,}")
_NUMBER = re.compile(r"\d+")
_QUOTED = re.compile(r"[\"“„][^\"“”„]*[\"”“]")


class Report(msgspec.Struct, frozen=True):
    """One page as bytes, and how it came about."""

    name: str
    data: bytes
    how: str  # "own", "copy", "rewritten", "same quotations"


class MadeUpReports:
    """A stream of reports; the same seed gives the same pages."""

    def __init__(self, seed: int, articles: list[Article] | None = None) -> None:
        self._rng = random.Random(seed)
        texts = [a.marked for a in (articles or read_articles())]
        self._sentences = [s for marked in texts for s in _sentences(marked)]
        words = {word for s in self._sentences for word in _WORD.findall(s)}
        self._common = sorted(word for word in words if word.islower())
        self._frequent = _frequent(self._sentences)
        self._sites = [self._name() + " " + self._rng.choice(("Post", "Courier", "Wire", "Echo"))
                       for _ in range(SITES)]  # fmt: skip

    def draw(self, count: int) -> Iterator[Report]:
        """`count` pages, families together."""
        made = 0
        while made < count:
            story = self._story()
            for how in ("own", *self._family()):
                if made == count:
                    return
                yield self._page(f"r{made}", story, how)
                made += 1

    def _family(self) -> list[str]:
        """How the other pages of a story came about."""
        kinds = ("copy", "copy", "rewritten", "same quotations")
        others = []
        while self._rng.random() < FAMILY_SHARE:
            others.append(self._rng.choice(kinds))
        return others

    def _story(self) -> list[str]:
        """Sentences of about `SIZE` characters in all."""
        exchanged: dict[str, str] = {}
        story: list[str] = []
        while sum(map(len, story)) < SIZE - 500:
            story.append(self._fresh(self._rng.choice(self._sentences), exchanged))
        return story

    def _fresh(self, sentence: str, exchanged: dict[str, str]) -> str:
        """The sentence with other names and numbers and mostly other words, alike in a story."""

        def word(found: re.Match[str]) -> str:
            old = found[0]
            if old.lower() in self._frequent or old.lower() in ("this", "that"):
                return old
            if old not in exchanged:
                exchanged[old] = self._other(old)
            return exchanged[old]

        fresh = _WORD.sub(word, sentence)
        return _NUMBER.sub(lambda m: str(self._rng.randrange(2, 10 ** len(m[0]))), fresh)

    def _other(self, old: str) -> str:
        if old[0].isupper():
            return self._name()
        drawn = self._rng.random()
        if drawn < INVENTED:
            return self._name().lower()
        return self._rng.choice(self._common) if drawn < 1 - KEPT else old

    def _name(self) -> str:
        syllables = range(self._rng.randint(2, 3))
        parts = (self._rng.choice(ONSETS) + self._rng.choice(VOWELS) for _ in syllables)
        return ("".join(parts) + self._rng.choice(CODAS)).capitalize()

    def _page(self, name: str, story: list[str], how: str) -> Report:
        site = self._rng.choice(self._sites)
        sentences = self._told_as(story, how)
        number = self._rng.randint(2, 4)
        chunks = [sentences[n : n + number] for n in range(0, len(sentences), number)]
        paragraphs = [" ".join(chunk) for chunk in chunks]
        head = sentences[0].rstrip('."”').replace('"', "")[:90]
        credit = f"By {self._name()} {self._name()}, {site}"
        if self._rng.random() < 0.5:
            data = _html(site, head, credit, paragraphs)
        else:
            data = "\n\n".join((head, credit, *paragraphs, BOILERPLATE[0])) + "\n"
        return Report(name, data.encode(), how)

    def _told_as(self, story: list[str], how: str) -> list[str]:
        if how == "copy":
            cut = self._rng.randint(0, len(story) // 4)
            return story[: len(story) - cut]
        if how == "rewritten":
            exchanged: dict[str, str] = {}
            return [s if _QUOTED.search(s) else self._fresh(s, exchanged) for s in story]
        if how == "same quotations":
            quoted = [s for s in story if _QUOTED.search(s)][:2]
            return self._story()[len(quoted) :] + quoted
        return story


def _sentences(marked: Marked) -> list[str]:
    return [marked.words(line.at) for line in marked.lines if line.kind == "body"]


def _frequent(sentences: list[str]) -> frozenset[str]:
    """Words that most reports use: they are left alone."""
    counts: dict[str, int] = {}
    for sentence in sentences:
        for word in set(_WORD.findall(sentence.lower())):
            counts[word] = counts.get(word, 0) + 1
    return frozenset(sorted(counts, key=lambda w: (-counts[w], w))[:60])


def _html(site: str, head: str, credit: str, paragraphs: list[str]) -> str:
    body = "\n".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in paragraphs)
    links = "".join(f'<li><a href="/{n}">Section {n}</a></li>' for n in range(12))
    notes = "".join(f"<p>{html.escape(words)}</p>" for words in BOILERPLATE)
    return (
        f"<!doctype html><html lang=en><head><title>{html.escape(head)} | {site}</title>"
        f"<script>var pageData = {{}};</script><style>p {{margin: 1em}}</style></head><body>"
        f"<header><nav><ul>{links}</ul></nav></header><main><article><h1>{html.escape(head)}</h1>"
        f'<p class="byline">{html.escape(credit)}</p>{body}</article></main>'
        f"<aside><h2>Most read</h2><ul>{links}</ul></aside><footer>{notes}</footer></body></html>"
    )
