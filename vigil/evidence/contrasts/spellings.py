"""One name in two spellings: a known pair (Kiev, Kyiv), or a near spelling."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from vigil.evidence.contrasts.difference import Difference, difference
from vigil.evidence.contrasts.mentions import NOT_NAMES
from vigil.evidence.contrasts.side import Alignment, Side, Word, slot
from vigil.evidence.contrasts.word_forms import plain
from vigil.evidence.words.states import STATE_OF
from vigil.evidence.words.synonyms import STOP_WORDS
from vigil.names.token_similarity import EDIT, edit_distance, skeleton

# Spellings of one place or person that edit distance does not find or finds too near to others.
# Written for Vigil from general knowledge of English news prose.
PAIRS = """
kyiv kiev kyyiv
odesa odessa
kharkiv kharkov
lviv lvov
mykolaiv nikolaev nikolayev
zaporizhzhia zaporozhye zaporizhzhya zaporizhia zaporozhia
dnipro dnepr dnieper dnipropetrovsk
luhansk lugansk
chernihiv chernigov
chornobyl chernobyl
vinnytsia vinnitsa
rivne rovno
donbas donbass
kryvyi krivoy
bakhmut artemivsk artyomovsk
tehran teheran
isfahan esfahan
mashhad meshed
beijing peking
guangzhou canton
mumbai bombay
kolkata calcutta
chennai madras
yangon rangoon
myanmar burma
turkey türkiye turkiye
czechia
belarus belorussia byelorussia
moldova moldavia
kyrgyzstan kirghizia kirgizstan
almaty alma-ata
astana nur-sultan
gaza
riyadh
jeddah jidda jiddah
makkah mecca
aleppo halab
qatar katar
zelensky zelenskyy zelenskiy zelenski
lukashenko lukashenka
putin poutine
yevgeny evgeny yevgeni evgeniy yevgeniy
aleksandr alexander oleksandr alexandr
sergei sergey serhiy
dmitry dmitri dmitriy dmytro
volodymyr vladimir
mykola nikolai nikolay
muhammad mohammed mohammad mohamed muhammed
hussein hossein husayn hussain
khamenei khamenei
gaddafi qaddafi gadhafi kadafi
hezbollah hizbollah hizbullah hezbullah
houthi huthi
daesh daish
quran koran
""".strip().splitlines()
GROUP = {word: line.split()[0] for line in PAIRS for word in line.split()}
STATES = {words[0] for words in STATE_OF if len(words) == 1}
SHORTEST = 4  # letters of a name that a near spelling is looked for
# Names that are near one another and are not the same.
APART = frozenset(
    {
        frozenset(pair.split())
        for pair in (
            "iran iraq",
            "austria australia",
            "niger nigeria",
            "slovakia slovenia",
            "mali malawi",
            "gambia zambia",
            "latvia lithuania",
            "georgia georgian",
            "guinea guyana",
            "oman yemen",
            "minsk pinsk",
            "north south",
            "east west",
            "northern southern",
            "eastern western",
            "first second",
            "kursk kirsk",
            "tula tuva",
            "perm perth",
            "june july",
            "sunday monday",
            "paris parish",
            "boris doris",
            "john joan",
            "martin marvin",
            "maria mario",
            "bonn bern",
            "mexico moroccco",
            "kenya konya",
            "lagos laos",
            "panama havana",
            "macau macao",
        )
    }
)


@lru_cache(maxsize=16384)
def near(left: str, right: str) -> bool:
    """Whether two words of a name, in small plain letters, are spellings of one."""
    if left == right:
        return False
    if left in GROUP and GROUP[left] == GROUP.get(right):
        return True
    if min(len(left), len(right)) < SHORTEST or frozenset({left, right}) in APART:
        return False
    if (left in STATES and right in STATES) or not (left.isalpha() and right.isalpha()):
        return False
    if left.rstrip("s") == right.rstrip("s") or _is_derived(left, right):
        return False
    longer = max(len(left), len(right))
    distance = edit_distance(left, right) / EDIT
    if (longer >= 8 and distance <= 2) or (longer >= 5 and distance <= 1):
        return left[0] == right[0] or skeleton(left) == skeleton(right) or longer >= 7
    if longer == 4 and distance <= 1 and (left[0] == right[0] or distance < 0.5):
        return True  # one letter, the first one only a vowel for a vowel
    return longer >= 6 and skeleton(left) == skeleton(right) and distance <= 3


def _is_derived(left: str, right: str) -> bool:
    """“Ukraine” and “Ukrainian”, “Serb” and “Serbia”: other words, not other spellings."""
    short, long = sorted((left.rstrip("s"), right.rstrip("s")), key=len)
    for ending in ("n", "an", "ian", "ans", "ish", "ese", "i", "is", "er", "ers", "ia", "ic", "al"):
        if len(ending) == 1 and left not in STATES and right not in STATES:
            continue
        for cut in ("", "e", "a", "y", "ia"):
            if cut and not short.endswith(cut):
                continue
            if long == short[: len(short) - len(cut)] + ending:
                return True
    return False


def are_spellings(left: str, right: str) -> bool:
    """Whether two names as printed are one name in two spellings, word for word."""
    one, two = (
        [w for w in re.split("[^\\w]+", plain(x)) if w and w not in STOP_WORDS]
        for x in (left, right)
    )
    if not one or not two:
        return False
    mine, other = ([w for w in a if w not in b] for a, b in ((one, two), (two, one)))
    if len(mine) != len(other):  # “John Marsh”, “Marsh”
        mine, other = one[-1:], two[-1:]
    return bool(mine) and all(near(a, b) for a, b in zip(mine, other, strict=True))


def find(sides: tuple[Side, Side], aligned: Alignment) -> Iterator[Difference]:
    """Capitalised words that are spelt otherwise on the other side."""
    yield from _speakers(sides)
    left, right = (_own(a, b) for a, b in (sides, sides[::-1]))
    taken: set[str] = set()
    for i, word in left:
        for j, other in right:
            if word.low in taken or other.low in taken or not near(word.low, other.low):
                continue
            known = word.low in GROUP
            if not known and slot(sides, aligned, (i, i + 1), (j, j + 1)) < 1:
                continue
            taken |= {word.low, other.low}
            note = "the name is spelt {left} by one side and {right} by the other"
            yield difference("spelling", sides, (i, i + 1), (j, j + 1), note, 1)


def _speakers(sides: tuple[Side, Side]) -> Iterator[Difference]:
    """The speaker's name in two spellings."""
    a, b = (s.told.statement.speaker for s in sides)
    if a is None or b is None or a.name == b.name or "unnamed" in (a.kind, b.kind):
        return
    if not are_spellings(a.name, b.name):
        return
    note = f"the speaker's name is spelt “{a.name}” by one side and “{b.name}” by the other"
    left, right = (who.words or s.told.at for who, s in zip((a, b), sides, strict=True))
    yield Difference("spelling", left, right, note, 1)


def _own(side: Side, other: Side) -> list[tuple[int, Word]]:
    """Capitalised words that the other side has not."""
    there = {w.low for w in other.words}
    return [
        (i, w)
        for i, w in enumerate(side.words)
        if w.capital
        and w.low not in NOT_NAMES
        and w.low not in there
        and w.low not in STOP_WORDS
        and len(w.low) >= SHORTEST - 1
    ]
