"""Every quotation of the five real pages with its speaker, found by reading them."""

import pytest

from vigil.evidence.reading import read_page
from vigil.evidence.statements import read_statements

pytestmark = pytest.mark.shared

KIRBY = "John Kirby"
# page: [how the quotation begins, how it ends, speaker, found, via]
WANTED = {
    0: [
        ("Russia has", "deepening,", KIRBY, "named", []),
        ("We are also", "Russia.", KIRBY, "carried", []),
        ("We are releasing", "Zone,", KIRBY, "pronoun", []),
        ("Russia has been off", "defense,", KIRBY, "pronoun", []),
        ("This is", "more.", KIRBY, "carried", []),
        ("We will", "Ukraine,", KIRBY, "named", []),
        ("to help", "for it.", KIRBY, "pronoun", []),
    ],
    1: [
        ("Russia has", "deepening,", KIRBY, "named", ["Reuters"]),
        ("We are also", "Russia.", KIRBY, "carried", ["Reuters"]),
        ("We are releasing", "Zone,", KIRBY, "pronoun", []),
        ("cooperation", "cooperation", KIRBY, "named", []),
        ("Russia has been off", "defense,", KIRBY, "pronoun", []),
        ("This is", "community,", KIRBY, "described", []),
        ("We are continuing", "more.", KIRBY, "carried", []),
        ("For the first", "progress,", "Politico", "named", []),
        ("The small", "south.", "Politico", "carried", []),
        ("Biden adm", "invasion.", "The New York Times", "named", []),
        ("The package", "artillery,", "The New York Times", "named", []),
        ("We will", "Ukraine,", KIRBY, "named", []),
        ("unverified", "unverified", "The Sun", "named", []),
        ("allegedly", "wiped out", "The Sun", "named", []),
    ],
    2: [
        ("Russia has", "deepening,", KIRBY, "named", []),
        ("We are also", "Russia.", KIRBY, "carried", []),
        ("We are releasing", "Zone,", KIRBY, "pronoun", []),
        ("Russia has been off", "defense,", KIRBY, "pronoun", []),
        ("This is", "more.", KIRBY, "carried", []),
        ("We will", "Ukraine,", KIRBY, "named", []),
        ("to help", "for it.", KIRBY, "pronoun", []),
    ],
    3: [
        ("Over the past", "deepening,", KIRBY, "named", []),
        ("We are also", "in Russia,", KIRBY, "pronoun", []),
    ],
    4: [
        ("deepening", "deepening", "The White House", "named", []),
        ("Russia has", "deepening,", KIRBY, "named", []),
        ("also concerned", "Russia.", KIRBY, "named", []),
        ("This is", "more,", KIRBY, "pronoun", []),
        ("It is critical", "program.", "the State Department", "named", []),
    ],
}


def read(shared, place):
    path = sorted((shared / "reports").glob("*.txt"))[place]
    page = read_page(path.read_bytes(), path.name)
    return page, read_statements(page)


@pytest.mark.parametrize("place", WANTED)
def test_every_quotation_has_its_speaker(shared, place):
    page, reading = read(shared, place)
    found = [
        (
            page.slice(q.at)[: len(begins)],
            page.slice(q.at)[-len(ends) :],
            q.speaker and q.speaker.name,
            q.speaker and q.speaker.found,
            [v.name for v in q.via],
        )
        for q, (begins, ends, *_) in zip(reading.quotations, WANTED[place], strict=True)
    ]
    assert found == WANTED[place]


@pytest.mark.parametrize("place", WANTED)
def test_the_spokesman_has_his_role(shared, place):
    _, reading = read(shared, place)
    roles = {s.speaker.role for s in reading.statements if s.speaker and s.speaker.name == KIRBY}
    role = "White House spokesperson" if place == 4 else "White House spokesman"
    assert roles <= {role, "spokesman"}
    assert role in roles


# page, how a statement begins, what must hold of it
TOLD = [
    (0, "Russia has received", {"speaker": "White House", "headline": True}),
    (0, "sending drones", {"speaker": "Iran", "admission": True}),
    (0, "in they past", {"speaker": "Iran", "denial": False}),
    (0, "the drones or", {"speaker": "The White House", "basis": "newly declassified information"}),
    (0, "The U.S.has previously", {"speaker": None, "mode": "narrated"}),
    (1, "The Uncrewed", {"speaker": "the White House", "basis": "newly classified information"}),
    (1, "it could be fully", {"speaker": KIRBY, "hedges": ["could be"]}),
    (1, "Under the 2015", {"speaker": None, "via": ["Reuters"]}),
    (1, "the supply of", {"via": ["Reuters"]}),
    (2, "its forces used", {"speaker": "Moscow", "denial": True}),
    (2, "Iran had transferred", {"speaker": "A White House official", "kind": "unnamed"}),
    (2, "The Iranian and Russian", {"speaker": None, "negated": True}),
    (2, "key items", {"speaker": "The advisory", "cue": "highlighted"}),
    (3, "the drones were", {"speaker": "the White House", "via": ["Reuters"]}),
    (3, "Iranian drones have", {"speaker": "Russia", "denial": True}),
    (3, "sending drones", {"speaker": "Iran", "admission": True}),
    (4, "The drones were", {"speaker": None, "mode": "narrated"}),
    (4, "it supplied Russia", {"speaker": "Tehran", "negated": True}),
    (4, "the US expects", {"speaker": KIRBY, "hedges": ["expects"]}),
    (4, "Washington is", {"speaker": KIRBY, "concern": True}),
]


def told(page, statement):
    speaker = statement.speaker
    return {
        "speaker": speaker and speaker.name,
        "kind": speaker and speaker.kind,
        "mode": statement.mode,
        "cue": statement.cue and page.slice(statement.cue),
        "via": [v.name for v in statement.via],
        "hedges": [h.words for h in statement.hedges],
        "basis": statement.basis and page.slice(statement.basis),
        "headline": statement.headline,
        "negated": statement.negated,
        "denial": statement.denial,
        "admission": statement.admission,
        "concern": statement.concern,
    }


@pytest.mark.parametrize(("place", "begins", "wanted"), TOLD, ids=[f"{p} {b}" for p, b, _ in TOLD])
def test_statements_are_read_as_a_person_reads_them(shared, place, begins, wanted):
    page, reading = read(shared, place)
    found = next(told(page, s) for s in reading.statements if page.slice(s.at).startswith(begins))
    assert {key: found[key] for key in wanted} == wanted
