"""Words that say that somebody says something: verbs, with what each allows and means.

Written for Vigil from general knowledge of English news prose. `strong` verbs take any clause
("said it was"); the others count only before "that", before or after a quotation, or beside a
whole clause ("…, Novak noted"), as they have other uses ("reported a profit", "added salt").
"""

from __future__ import annotations

from typing import NamedTuple

from vigil.evidence.speech.word_table import table


class Cue(NamedTuple):
    """What a form of a verb is: past, present ("s"), plain or participle ("ing"), and its sort."""

    verb: str
    form: str  # "past", "present", "plain", "ing"
    sort: str  # "say", "deny", "admit", "concern", "think", "accuse", "write"
    strong: bool
    nominal: bool  # may take a noun as what is stated: "announced $300 million in aid"


_WEAK = table(
    "add stress state note explain report remark comment observe declare reiterate repeat "
    "respond reply answer testify clarify caution explain recall point conclude joke quip "
    "lament vow promise pledge boast counter interject contend affirm emphasise emphasize "
    "underscore underline suggest signal indicate mention announce reveal warn estimate "
    "continue exclaim mutter whisper shout ask inquire query demand urge plead appeal "
    "complain concede posit opine summarise summarize propose offer confide hint surmise "
    "elaborate weigh imply implore marvel muse protest pronounce proclaim volunteer snap "
    "sigh fume retort rejoin charge chant agree cheer yell scream cry laugh advise instruct order "
    "thunder rule intone recount reflect wonder reason object beg bark grumble enthuse stammer "
    "reassure assure inform remind speculate theorise theorize allow "
    "stipulate specify gush disagree echo open bristle rage vent notify celebrate begin grin "
    "decry deplore regret venture submit aver rue flag apprise scoff chide tease gasp sob chuckle "
    "beam rail intimate smile shrug nod wink growl frown sneer giggle "
)
# verb: its past, its sort, strong, nominal
_REGULAR: tuple[tuple[str, str, bool, bool], ...] = (
    *((v, "say", True, False) for v in ("claim", "argue", "insist", "maintain", "assert")),
    *((v, "say", True, True) for v in ("allege", "predict", "confirm", "disclose")),
    *((v, "say", False, False) for v in sorted(_WEAK)),
    *((v, "write", False, False) for v in ("tweet", "post", "blog", "publish")),
    *((v, "say", False, True) for v in ("outline", "highlight", "detail", "list")),
    *((v, "deny", False, True) for v in ("dismiss", "reject", "dispute", "refute", "repudiate")),
    *((v, "deny", False, True) for v in ("rebut", "rebuff", "contest", "disavow")),
    *((v, "admit", True, True) for v in ("acknowledge", "admit", "concede", "confess")),
    *((v, "accuse", False, True) for v in ("accuse", "blame")),
    *((v, "think", True, False) for v in ("believe", "expect", "suspect", "fear", "assess")),
    *((v, "think", False, False) for v in ("reckon", "guess", "hope", "assume", "worry")),
)
_DOUBLED = frozenset(
    {
        "grin",
        "quip",
        "rebut",
        "admit",
        "snap",
        "submit",
        "flag",
        "sob",
        "aver",
        "regret",
        "shrug",
        "nod",
    }
)  # quipped, rebutted
_IRREGULAR: tuple[tuple[str, str, str, str, str, bool, bool], ...] = (
    # plain, present, past, ing, sort, strong, nominal
    ("say", "says", "said", "saying", "say", True, False),
    ("tell", "tells", "told", "telling", "say", True, False),
    ("write", "writes", "wrote", "writing", "write", False, False),
    ("read", "reads", "read", "reading", "write", False, False),
    ("think", "thinks", "thought", "thinking", "think", False, False),
    ("begin", "begins", "began", "beginning", "say", False, False),
    ("find", "finds", "found", "finding", "say", False, False),
    ("show", "shows", "showed", "showing", "say", False, False),
    ("hold", "holds", "held", "holding", "say", False, False),
    ("swear", "swears", "swore", "swearing", "say", False, False),
    ("deny", "denies", "denied", "denying", "deny", True, True),
    ("testify", "testifies", "testified", "testifying", "say", True, False),
    ("reply", "replies", "replied", "replying", "say", False, False),
    ("clarify", "clarifies", "clarified", "clarifying", "say", False, False),
    ("imply", "implies", "implied", "implying", "say", False, False),
    ("query", "queries", "queried", "querying", "say", False, False),
)


def _forms(verb: str) -> tuple[str, str, str]:
    """Present, past and participle of a regular verb."""
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    if verb.endswith("e"):
        return verb + "s", verb + "d", verb[:-1] + "ing"
    stem = verb + verb[-1] if verb in _DOUBLED else verb
    return (
        verb + ("es" if verb.endswith(("s", "sh", "ch", "x")) else "s"),
        stem + "ed",
        stem + "ing",
    )


def _table() -> dict[str, Cue]:
    table: dict[str, Cue] = {}
    for verb, sort, strong, nominal in _REGULAR:
        present, past, ing = _forms(verb)
        for word, form in ((verb, "plain"), (present, "present"), (past, "past"), (ing, "ing")):
            table.setdefault(word, Cue(verb, form, sort, strong, nominal))
    for verb, present, past, ing, sort, strong, nominal in _IRREGULAR:
        for word, form in ((verb, "plain"), (present, "present"), (past, "past"), (ing, "ing")):
            table[word] = Cue(verb, form, sort, strong, nominal)
    table["read"] = Cue("read", "present", "write", False, False)
    return table


CUES: dict[str, Cue] = _table()

# May stand between a speaker and the verb.
BETWEEN: frozenset[str] = table(
    "has have had also later earlier then again now already repeatedly previously recently "
    "once further furthermore today yesterday tonight separately simply flatly bluntly "
    "publicly privately openly formally officially consistently always often initially "
    "reportedly allegedly subsequently meanwhile however categorically strongly strenuously "
    "vehemently firmly angrily quietly still even just first finally immediately promptly "
    "jokingly both all is are was been being did have long twice specifically explicitly "
    "rightly wrongly falsely correctly sarcastically tersely grimly proudly cautiously"
)
MODALS: frozenset[str] = table(
    "to would could should may might must can cannot will shall won't wouldn't couldn't can't"
)
NEGATIONS_OF_CUES: frozenset[str] = table(
    "not never n't didn't doesn't don't hasn't haven't hadn't wouldn't nor neither"
)
# Objects of denials and admissions that only name what was said: "rejected the allegations that".
CHARGES: frozenset[str] = table(
    "accusation accusations allegation allegations claim claims charge charges report reports "
    "suggestion suggestions assertion assertions accounts idea notion rumours rumors argument "
    "arguments criticism criticisms link links involvement wrongdoing responsibility complicity "
    "guilt blame connection connections ties insinuation insinuations finding findings version "
    "interpretation narrative contention"
)
# What a statement is said in or to, after the verb: passed over.
SAID_IN: frozenset[str] = table(
    "statement briefing conference interview speech address tweet post message email e-mail "
    "letter release report advisory video broadcast telegram note call press remarks comments "
    "televised hearing testimony twitter facebook telegram x instagram article editorial blog "
    "essay"
)
# What is done with a document, before "a statement saying".
ISSUED: frozenset[str] = table(
    "issued published released posted sent wrote circulated signed filed distributed tweeted "
    "carried printed ran made gave drafted submitted shared"
)
# Gives something a name, that stands in quotation marks: form and verb.
LABELS: dict[str, str] = {
    form: verb
    for verb, forms in (
        ("call", "calls called"),
        ("describe", "describes described"),
        ("label", "labels labelled labeled"),
        ("brand", "brands branded"),
        ("term", "terms termed"),
        ("denounce", "denounces denounced"),
        ("condemn", "condemns condemned"),
        ("hail", "hails hailed"),
        ("praise", "praises praised"),
        ("slam", "slams slammed"),
        ("speak", "speaks spoke"),
        ("talk", "talks talked"),
        ("refer", "refers referred"),
        ("refuse", "refuses refused"),
        ("thank", "thanks thanked"),
        ("apologise", "apologises apologised apologizes apologized"),
        ("criticise", "criticises criticised criticizes criticized"),
        ("mock", "mocks mocked"),
        ("ridicule", "ridicules ridiculed"),
        ("blast", "blasts blasted"),
        ("welcome", "welcomes welcomed"),
        ("defend", "defends defended"),
        ("liken", "likens likened"),
        ("portray", "portrays portrayed"),
        ("characterise", "characterises characterised characterizes characterized"),
        ("decry", "decries decried"),
        ("deride", "derides derided"),
    )
    for form in forms.split()
}
# Says that what follows in quotation marks is a name.
NAMING: frozenset[str] = table(
    "so-called dubbed titled entitled nicknamed named codenamed code-named known headlined "
    "christened branded baptised captioned"
)
# What is done to goods with a word that stands in quotation marks: "declared as “toys”".
DECLARED: frozenset[str] = table(
    "declared listed marked labelled labeled registered entered manifested recorded disguised "
    "packed passed-off billed invoiced stamped booked logged misdeclared mislabelled mislabeled"
)
# Things whose names stand in quotation marks.
NAMED_THINGS: frozenset[str] = table(
    "film movie book novel song album series show programme program play opera poem painting "
    "exhibition exhibit documentary podcast award prize medal project operation exercise "
    "campaign ship vessel tanker freighter trawler ferry yacht boat brand model magazine newspaper "
    "hashtag motto slogan word term phrase chapter essay game app drone missile rocket satellite "
    "battalion brigade unit initiative scheme forum conference course track single musical"
)
