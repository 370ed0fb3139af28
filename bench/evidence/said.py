"""How well single pages are read: their sentences, quotations and who said them.

python -m bench.evidence.said [--half dev|held|both] [--show]
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from bench.evidence.markup import Article, Marked, Person, Slot, halves, read_articles
from vigil.evidence.page import Page, Span
from vigil.evidence.reading import read_page
from vigil.evidence.statement import Hedge, Quotation, Reading, Speaker, Statement
from vigil.evidence.statements import read_statements

_ARTICLE = re.compile(r"^(?:the|a|an|one) ", re.IGNORECASE)
_WORD = re.compile(r"\w+")


class Share(msgspec.Struct, frozen=True):
    """Right ones of all; the share is 1 where there was nothing to do."""

    right: int
    of: int

    @property
    def share(self) -> float:
        """0 to 1."""
        return self.right / self.of if self.of else 1.0


class Miss(msgspec.Struct, frozen=True):
    """One thing that was read wrongly, for a person."""

    what: str
    article: str
    words: str
    got: str = ""


class ReadingQuality(msgspec.Struct):
    """Counts over pages, by what was to be read, and what was missed."""

    right: Counter[str] = msgspec.field(default_factory=Counter)
    of: Counter[str] = msgspec.field(default_factory=Counter)
    misses: list[Miss] = []

    def share(self, what: str) -> Share:
        """One of the counts."""
        return Share(self.right[what], self.of[what])

    def count(self, what: str, article: str, words: str, got: str, *, right: bool) -> None:
        """One thing more, right or wrong."""
        self.of[what] += 1
        self.right[what] += right
        if not right:
            self.misses.append(Miss(what, article, words, got))


def read_quality(articles: Iterable[Article]) -> ReadingQuality:
    """All pages of the articles read one by one."""
    quality = ReadingQuality()
    for article in articles:
        for marked in (article.marked, article.paraphrase):
            if marked is not None:
                page = read_page(marked.text.encode(), article.id)
                measure_page(quality, article, marked, page, read_statements(page))
    return quality


def lines(quality: ReadingQuality) -> Iterator[str]:
    """The counts, one a line."""
    for what in sorted(quality.of):
        share = quality.share(what)
        yield f"{what:28} {share.share:6.3f}  {share.right}/{share.of}"


def shown(quality: ReadingQuality) -> Iterator[str]:
    """What was read wrongly, for a person."""
    for miss in quality.misses:
        yield f"[{miss.what}] {miss.article}: {miss.words[:130]} -> {miss.got}"


def measure_page(
    quality: ReadingQuality, article: Article, marked: Marked, page: Page, reading: Reading
) -> None:
    """One page counted in; its text must be the marked one."""
    assert page.text == marked.text
    _sentences(quality, article, marked, page, reading)
    _quotations(quality, article, marked, page, reading)
    _statements(quality, article, marked, reading)


def same_speaker(person: Person, read: Speaker | None) -> bool:
    """Whether the name read is the gold one: all of its words, or a part that tells (the surname,
    the head of a description); `the` and `a` do not count.
    """
    if read is None:
        return False
    got = _words(read.name)
    return any(_told(_words(form), got) for form in person.name.split(" / "))


def _told(gold: list[str], got: list[str]) -> bool:
    if not gold or not got:
        return False
    shorter, longer = sorted((gold, got), key=len)
    return set(shorter) <= set(longer) and gold[-1] in got


def _words(name: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(_ARTICLE.sub("", name.strip()))]


def _sentences(
    quality: ReadingQuality, article: Article, marked: Marked, page: Page, reading: Reading
) -> None:
    gold = {line.at for line in marked.lines if line.kept}
    read = {_trimmed(page, sentence.at) for sentence in reading.sentences}
    for at in sorted(gold):
        right = at in read
        quality.count("sentences kept, recall", article.id, marked.words(at), "", right=right)
    for at in sorted(read):
        right = at in gold
        quality.count("sentences kept, precision", article.id, page.slice(at), "", right=right)


def _quotations(
    quality: ReadingQuality, article: Article, marked: Marked, page: Page, reading: Reading
) -> None:
    gold = [slot for slot in marked.slots if slot.tag in ("q", "title")]
    kept = [slot for slot in gold if marked.line_of(slot.at).kept]
    at = {_trimmed(page, one.at): one for one in reading.quotations}
    for slot in kept:
        words, one = marked.words(slot.at), at.get(slot.at)
        quality.count("quotations, recall", article.id, words, "", right=one is not None)
        if slot.tag == "title":
            right = one is not None and one.speaker is None
            quality.count("titles have no speaker", article.id, words, _got(one), right=right)
            continue
        person = article.people[slot.arguments[0]]
        right = one is not None and same_speaker(person, one.speaker)
        quality.count("direct speech, speaker", article.id, words, _got(one), right=right)
        _via(quality, article, slot, words, one)
    marks = {slot.at for slot in gold}
    for span, one in sorted(at.items()):
        right = span in marks
        quality.count("quotations, precision", article.id, page.slice(one.at), "", right=right)


def _via(
    quality: ReadingQuality, article: Article, slot: Slot, words: str, one: Quotation | None
) -> None:
    passed = [a.removeprefix("via=") for a in slot.arguments if a.startswith("via=")]
    if passed:
        people = [article.people[key] for key in passed]
        got = one.via if one is not None else ()
        right = len(got) == len(people) and all(map(same_speaker, people, got))
        said = ", ".join(speaker.name for speaker in got)
        quality.count("passed on by", article.id, words, said, right=right)


def _statements(
    quality: ReadingQuality, article: Article, marked: Marked, reading: Reading
) -> None:
    for slot in marked.of("s"):
        person = article.people[slot.arguments[0]]
        told = [s for s in reading.statements if _overlap(s.at, slot.at) and s.mode == "indirect"]
        right = any(same_speaker(person, statement.speaker) for statement in told)
        got = ", ".join(s.speaker.name if s.speaker else "nobody" for s in told)
        quality.count("told speech, speaker", article.id, marked.words(slot.at), got, right=right)
    for slot in marked.of("h"):
        right = any(_overlap(h.at, slot.at) for h in _hedges(reading.statements))
        words = marked.words(marked.line_of(slot.at).at)
        quality.count("hedges, recall", article.id, words, marked.words(slot.at), right=right)
    for line in marked.lines:
        if line.denial:
            said = [s for s in reading.statements if _overlap(s.at, line.at)]
            right = any(s.denial or s.negated for s in said)
            quality.count("denials, recall", article.id, marked.words(line.at), "", right=right)


def _hedges(statements: Iterable[Statement]) -> Iterator[Hedge]:
    for statement in statements:
        yield from statement.hedges


def _trimmed(page: Page, at: Span) -> Span:
    """A span without white space at its ends."""
    words = page.slice(at)
    start = at.start + len(words) - len(words.lstrip())
    return Span(start, max(start, at.start + len(words.rstrip())))


def _overlap(one: Span, two: Span) -> bool:
    return one.start < two.end and two.start < one.end


def _got(one: Quotation | None) -> str:
    if one is None:
        return "not found"
    return one.speaker.name if one.speaker is not None else "nobody"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--half", choices=("dev", "held", "both"), default="both")
    parser.add_argument("--show", action="store_true", help="what was missed")
    asked = parser.parse_args(arguments)
    for half, articles in halves(read_articles()).items():
        if asked.half in (half, "both"):
            quality = read_quality(articles)
            print(f"== {half}", *lines(quality), sep="\n")
            if asked.show:
                print(*shown(quality), sep="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
