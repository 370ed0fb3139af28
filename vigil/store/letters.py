"""Letters damaged on the way: a list decoded as another encoding still looks like a list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from vigil.model.entity import Entity

REPLACEMENT = "�"  # U+FFFD: what a decoder writes for what it cannot read
# A question mark inside a word stands for a letter that a code page did not have.
LOST_LETTER = re.compile(r"[^\W\d_]\?[^\W\d_]")
FEW = 3  # chosen: a publisher's own slips; the UN list of 2026-02-27 has one U+FFFD in 4,227 names
LARGE_SHARE = 0.001  # of all names; chosen. The US list of 2026-07-31 has none in 57,139


def damage_of(new: Sequence[Entity], last: Sequence[Entity]) -> Iterator[str]:
    """Damage in the names that goes beyond a few slips and beyond what the last list had."""
    now, was = _counts(new), _counts(last)
    names = max(1, sum(len(entity.names) for entity in new))
    for what, (count, example) in now.items():
        if count > FEW and count > LARGE_SHARE * names and count > 2 * was[what][0]:
            yield (
                f"{count:,} names have {what}, like {example!r}; {was[what][0]} had: the file was "
                "decoded as another encoding on its way"
            )


def is_mojibake(text: str) -> bool:
    """Is the text UTF-8 that was read as a Latin code page?

    >>> is_mojibake("MÃ¼ller"), is_mojibake("Müller"), is_mojibake("Иван")
    (True, False, False)
    """
    if text.isascii():
        return False
    for code_page in ("cp1252", "latin-1"):
        try:
            if text.encode(code_page).decode("utf-8") != text:
                return True
        except UnicodeError:
            continue
    return False


def _counts(entities: Sequence[Entity]) -> dict[str, tuple[int, str]]:
    """For each kind of damage how many names have it, and one of them."""
    damaged: dict[str, list[str]] = {
        "the replacement character U+FFFD": [],
        "UTF-8 read as a Latin code page": [],
        "a question mark for a letter": [],
    }
    replaced, misread, lost = damaged.values()
    for entity in entities:
        for name in entity.names:
            if REPLACEMENT in name.text:
                replaced.append(name.text)
            elif is_mojibake(name.text):
                misread.append(name.text)
            elif LOST_LETTER.search(name.text):
                lost.append(name.text)
    return {what: (len(texts), texts[0] if texts else "") for what, texts in damaged.items()}
