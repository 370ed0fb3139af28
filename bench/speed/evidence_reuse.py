"""Whether comparing pages stays flat: `python -m bench.speed.evidence_reuse --pages 20000`.

Made-up pages of a hundred words to a thousand: words are drawn as in real prose (few are frequent),
every fifth page copies a stretch of an earlier one, all of one site end with the same paragraph,
names of a few dozen places recur. Printed are, for each tenth of the pages, milliseconds
a page of making it ready, finding its partners and adding it, with the ratio to the first tenth,
and the memory of the index.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from hashlib import sha256
from random import Random

from vigil.evidence.page import Block, Page, Run, Span
from vigil.evidence.sources.ready import read
from vigil.evidence.sources.reuse import TextReuse
from vigil.evidence.statement import Quotation, Reading, Sentence

VOCABULARY = 20_000
SITES = 40
COPIES = 0.2


def made_up_pages(count: int) -> Iterator[tuple[Page, Reading]]:
    """Pages with their readings; the same every time."""
    rng = Random(6)
    words = [
        "".join(rng.choices("abdegiklmnoprstuvz", k=rng.randint(2, 9))) for _ in range(VOCABULARY)
    ]
    weights = [1 / (rank + 30) for rank in range(VOCABULARY)]
    names = [word.capitalize() for word in rng.sample(words, 60)]
    closing = [" ".join(rng.choices(words, weights, k=40)) + "." for _ in range(SITES)]
    told: list[list[str]] = []
    for _ in range(count):
        sentences = [
            " ".join([rng.choice(names), *rng.choices(words, weights, k=rng.randint(8, 28))]) + "."
            for _ in range(rng.randint(8, 40))
        ]
        printed = [*sentences, rng.choice(closing)]
        if told and rng.random() < COPIES:
            source = rng.choice(told[-500:])
            printed[2:2] = source[: max(3, len(source) // 2)]
        told.append(sentences)
        yield _page(printed, rng)


def _page(sentences: list[str], rng: Random) -> tuple[Page, Reading]:
    at, spans, quoted = 0, [], []
    printed = []
    for sentence in sentences:
        if rng.random() < 0.25:
            quoted.append(Span(at + 1, at + 1 + len(sentence)))
            sentence = f'"{sentence}"'
        spans.append(Span(at, at + len(sentence)))
        printed.append(sentence)
        at += len(sentence) + 1
    text = "\n".join(printed)
    page_id = sha256(text.encode()).hexdigest()
    blocks = tuple(Block(span, "body") for span in spans)
    runs = (Run(0, 0, len(text), len(text)),)
    page = Page(page_id, "made up", "text", "utf-8", text, text, runs, blocks, (), ())
    return page, Reading(
        page_id,
        tuple(Sentence(span, n) for n, span in enumerate(spans)),
        tuple(Quotation(span, None, None) for span in quoted),
        (),
    )


def main() -> None:
    """Fills an index and prints what each tenth of it cost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=20_000)
    arguments = parser.parse_args()
    tenth = max(1, arguments.pages // 10)
    index = TextReuse()
    spent = dict.fromkeys(("ready", "partners", "add"), 0.0)
    first: dict[str, float] = {}
    letters = pairs = 0
    for n, (page, reading) in enumerate(made_up_pages(arguments.pages), 1):
        began = time.process_time()
        ready = read(page, reading)
        at_ready = time.process_time()
        pairs += len(index.partners(page, reading, ready))
        at_partners = time.process_time()
        index.add(page, reading, ready)
        ended = time.process_time()
        spent["ready"] += at_ready - began
        spent["partners"] += at_partners - at_ready
        spent["add"] += ended - at_partners
        letters += len(page.text)
        if n % tenth == 0:
            told = []
            for step, seconds in spent.items():
                first.setdefault(step, seconds)
                each = seconds / tenth * 1000
                told.append(f"{step} {each:.2f} ms (x{seconds / first[step]:.2f})")
            print(
                f"{n} pages of {letters // tenth} letters, {pairs / tenth:.2f} partners a page:",
                f"{', '.join(told)}; {index.size_bytes() / n:.0f} bytes a page",
                flush=True,
            )
            spent = dict.fromkeys(spent, 0.0)
            pairs = letters = 0


if __name__ == "__main__":
    main()
