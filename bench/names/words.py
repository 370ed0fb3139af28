"""Words joined, split, turned round, left out, added, cut."""

from __future__ import annotations

from random import Random

from bench.names.tables import ABBREVIATIONS

EXTRA_WORDS = (
    "Telecommunications", "Trading", "International", "Group", "Services", "Logistics", "Energy",
    "Holding", "Industries", "Technology", "Middle East", "Export",
)  # fmt: skip
FIELD_LENGTHS = (24, 30, 32, 35)  # what old payment and customer systems leave of a name
FREE_TEXTS = (
    "remit for acct of {} inv {}", "payment to {} ref {}", "goods for {}, order no {}",
    "consignee {} cargo {}", "on behalf of {} contract {}",
)  # fmt: skip
PARTICLES = frozenset(
    [
        "al",
        "el",
        "bin",
        "ibn",
        "abu",
        "abd",
        "de",
        "del",
        "la",
        "van",
        "von",
        "der",
        "da",
        "dos",
        "ul",
        "ur",
        "and",
        "of",
        "the",
    ]
)


def concatenate(name: str, rng: Random) -> str | None:
    """Two neighbouring words, or all of a short name, written as one."""
    words = name.split()
    if len(words) < 2:
        return None
    if len(words) <= 3 and rng.random() < 0.4:
        return words[0] + "".join(word.lower() for word in words[1:])
    at = rng.randrange(len(words) - 1)
    return " ".join([*words[:at], words[at] + words[at + 1], *words[at + 2 :]])


def split_word(name: str, rng: Random) -> str | None:
    """A long word written as two."""
    words = name.split()
    at = [i for i, word in enumerate(words) if len(word) >= 6 and word.isalpha()]
    if not at:
        return None
    i = rng.choice(at)
    cut = rng.randint(2, len(words[i]) - 2)
    return " ".join([*words[:i], words[i][:cut], words[i][cut:], *words[i + 1 :]])


def reorder(name: str, rng: Random) -> str | None:
    """The words turned round: a rotation, or two of them swapped."""
    words = name.replace(",", " ").split()
    if len(words) < 2:
        return None
    if rng.random() < 0.6:
        cut = rng.randint(1, len(words) - 1)
        return " ".join(words[cut:] + words[:cut])
    i, j = rng.sample(range(len(words)), 2)
    words[i], words[j] = words[j], words[i]
    return " ".join(words)


def drop_word(name: str, rng: Random) -> str | None:
    """One word of three or more left out."""
    words = name.split()
    if len(words) < 3:
        return None
    at = rng.randrange(len(words))
    return " ".join(words[:at] + words[at + 1 :])


def add_word(name: str, rng: Random) -> str | None:
    """A general word of trade added at the end."""
    fresh = [word for word in EXTRA_WORDS if word.lower() not in name.lower()]
    return f"{name} {rng.choice(fresh)}" if fresh else None


def double_word(name: str, rng: Random) -> str | None:
    """A word said twice."""
    words = name.split()
    at = rng.randrange(len(words))
    return " ".join([*words[: at + 1], words[at], *words[at + 1 :]])


def truncate(name: str, rng: Random) -> str | None:
    """The end lost to a short field; where the name is short, the last letters lost."""
    lengths = [length for length in FIELD_LENGTHS if length < len(name)]
    if lengths:
        return name[: rng.choice(lengths)].rstrip(" ,-")
    cut = len(name) - rng.randint(2, 4)
    return name[:cut].rstrip(" ,-") if cut >= 8 else None


def make_acronym(name: str, rng: Random) -> str | None:
    """The first letters of three or more words."""
    del rng
    words = [w for w in name.replace("-", " ").split() if w[0].isalpha()]
    said = [w for w in words if w.lower() not in PARTICLES]
    return "".join(w[0].upper() for w in said) if len(said) >= 3 else None


def embed_in_text(name: str, rng: Random) -> str | None:
    """The name inside the free text of a payment or an order."""
    return rng.choice(FREE_TEXTS).format(name, rng.randint(10, 9999))


def name_formerly(name: str, rng: Random) -> str | None:
    """The name marked as an old one."""
    return rng.choice(["OLD {}", "formerly {}", "f/k/a {}", "{} (former name)", "ex {}"]).format(
        name
    )


def abbreviate(name: str, rng: Random) -> str | None:
    """A general word shortened."""
    words = name.split()
    at = [i for i, word in enumerate(words) if word.strip(",.").lower() in ABBREVIATIONS]
    if not at:
        return None
    i = rng.choice(at)
    words[i] = ABBREVIATIONS[words[i].strip(",.").lower()]
    return " ".join(words)
