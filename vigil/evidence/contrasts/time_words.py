"""Words of days, months, periods and events, from general knowledge of English news prose."""

from __future__ import annotations

from vigil.evidence.contrasts.word_forms import listed, stem

MONTHS = {
    name[:length]: number
    for number, name in enumerate(
        listed(
            """
            january february march april may june july august september october november december
            """
        ),
        1,
    )
    for length in (3, len(name))
} | {"sept": 9}
WEEKDAYS = {
    name: number
    for number, name in enumerate(
        listed(
            """
            monday tuesday wednesday thursday friday saturday sunday
            """
        )
    )
}
PARTS = {
    "early": "early",
    "beginning": "early",
    "start": "early",
    "mid": "mid",
    "middle": "mid",
    "late": "late",
    "end": "late",
    "first": "first",
    "second": "second",
    "third": "third",
    "fourth": "fourth",
}
PERIODS = frozenset(
    {
        "day",
        "week",
        "month",
        "year",
        "quarter",
        "decade",
        "summer",
        "winter",
        "spring",
        "autumn",
        "weekend",
        "century",
    }
)
PERIOD_OF = {p + "s": p for p in PERIODS} | {p: p for p in PERIODS} | {"fall": "autumn"}
SEASONS = {s: s for s in ("spring", "summer", "autumn", "winter")} | {"fall": "autumn"}
NEXT = {
    "next": 1,
    "coming": 1,
    "following": 1,
    "upcoming": 1,
    "last": -1,
    "previous": -1,
    "past": -1,
    "this": 0,
    "current": 0,
}
RECENT = frozenset({"recent", "past", "last", "few", "several", "previous", "couple"})
DAYS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
# What a time bounds: before it, from it on, after it, in it.
SIDES = {
    "before": "before",
    "until": "until",
    "till": "until",
    "prior": "before",
    "since": "since",
    "from": "since",
    "after": "after",
    "following": "after",
    "ahead": "before",
}
EVENTS = frozenset(
    listed(
        """
        invasion war attack conflict offensive hostilities strike strikes assault election
        elections summit ceasefire truce coup talks meeting vote deadline launch sanctions embargo
        deal agreement pandemic crisis revolution annexation withdrawal outbreak storm flood floods
        earthquake quake fire blaze accident
        hurricane eruption drought crash shutdown strike armistice accord explosion raid
        merger takeover inauguration ban negotiations collapse incident referendum fighting
        """
    )
)
SAME_EVENT = {
    stem(word): line.split()[0]
    for line in (
        "ceasefire truce armistice",
        "election vote referendum",
        "war conflict fighting",
        "talks negotiations meeting",
        "strike strikes",
        "fire blaze",
        "deal agreement accord",
    )
    for word in line.split()
}
BEGAN = frozenset({"began", "started", "begun", "broke", "erupted"})
TIMES = frozenset({*MONTHS, *WEEKDAYS, *DAYS, *PERIOD_OF})
