"""One function a set: measured, and told as a section."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from statistics import correlation
from tempfile import TemporaryDirectory
from time import perf_counter

import msgspec

from bench.names import measure as m
from bench.names import report, sets
from bench.names.cross_lists import cross_list_pairs, read_lists
from bench.names.engine import Engine, latin_world
from bench.names.fold import words_of
from bench.names.listed import Drawer, Query
from bench.names.manipulate import MATCH, NO_MATCH
from bench.names.measure import Tick
from bench.names.ofac import ofac_score
from bench.names.report import Section


class Plan(msgspec.Struct, frozen=True):
    """What to measure with: `sample` is the most items of each large set."""

    shared: Path
    engine: Engine
    sample: int
    seed: int
    with_kind: bool
    with_country: bool
    tick: Tick


class Stopwatch:
    """How long a set took, and how many queries the engine refused in it."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._began = perf_counter()
        self._refused = engine.refused

    def read(self) -> tuple[float, int]:
        """Seconds and refusals since it was made."""
        return perf_counter() - self._began, self._engine.refused - self._refused


def manipulated(plan: Plan) -> tuple[Section, Section, list[m.Searched]]:
    """Manipulated listed names: the headline, and what is measured apart."""
    drawer = Drawer(plan.engine.listed_names())
    queries = sets.NameSet("manipulated", drawer.draw(plan.sample, plan.seed, MATCH))
    watch = Stopwatch(plan.engine)
    answers = m.search_all(queries, plan.engine.search, plan.with_kind, plan.tick)
    seconds, refused = watch.read()
    counted = m.headline(answers)
    apart = [answer for answer in answers if answer.query.apart]
    tables = (
        report.rates_table("found, by class", m.by(counted, lambda q: q.manipulation)),
        report.rates_table("found, by kind", m.by(counted, lambda q: q.kind)),
        report.rates_table("found, by script of the query", m.by(counted, lambda q: q.script)),
        report.rates_table("found, by length of the listed name", m.by(counted, _length)),
    )
    missed = [answer for answer in counted if answer.score < m.REVIEW]
    figures = report.rate_figures("found", m.found_rate(counted))
    main = Section(
        set="manipulated",
        digest=queries.digest,
        count=len(counted),
        seconds=seconds,
        figures=figures | {"listed_names": len(drawer.names),
                           "names_without_telling_word": drawer.without_telling_word},
        tables=tables,
        wrong=report.wrong_searches("manipulated", missed),
        refused=refused,
    )  # fmt: skip
    return main, _apart(queries.digest, apart), counted


def _length(query: Query) -> str:
    return query.length


def _apart(digest: str, answers: Sequence[m.Searched]) -> Section:
    return Section(
        set="manipulated, apart from the headline (low priority, or no telling word stays)",
        digest=digest,
        count=len(answers),
        seconds=0.0,
        figures=report.rate_figures("found", m.found_rate(answers)),
        tables=(report.rates_table("found, by class", m.by(answers, lambda q: q.manipulation)),),
    )


def negatives(plan: Plan) -> Section:
    """Names that are near a listed one and mean another: alerting on that one is wrong."""
    drawer = Drawer(plan.engine.listed_names())
    count = min(plan.sample, 1000)  # five classes
    queries = sets.NameSet("negatives", drawer.draw(count, plan.seed, NO_MATCH))
    watch = Stopwatch(plan.engine)
    answers = m.search_all(queries, plan.engine.search, True, plan.tick)
    seconds, refused = watch.read()
    other = [answer for answer in answers if not answer.query.apart]
    common = [answer for answer in answers if answer.query.apart]
    figures = report.rate_figures("wrongly_found", m.found_rate(other))
    return Section(
        set="negatives",
        digest=queries.digest,
        count=len(answers),
        seconds=seconds,
        figures=figures | {"common_name_scores_one": m.fully_scored(common).share},
        tables=(report.rates_table("wrongly found, by class",
                                   m.by(other, lambda q: q.manipulation)),),
        wrong=report.wrong_searches("negatives", (a for a in other if a.score >= m.REVIEW)),
        refused=refused,
    )  # fmt: skip


def clean(plan: Plan) -> tuple[Section, list[m.Alerted]]:
    """Invented people, given as persons; every alert is false."""
    people = sets.clean_people(plan.shared).sample(plan.sample, plan.seed)
    watch = Stopwatch(plan.engine)
    answers = m.alert_all(people, plan.engine.search, plan.with_country, plan.tick)
    seconds, refused = watch.read()
    alerted = sorted((a for a in answers if a.best >= m.REVIEW), key=lambda a: -a.best)
    section = Section(
        set="clean people",
        digest=people.digest,
        count=len(people.items),
        seconds=seconds,
        figures=report.rate_figures("alerted", m.alert_rate(answers)),
        wrong=report.wrong_alerts("clean people", alerted),
        refused=refused,
    )
    return section, answers


def labelled_pairs(
    plan: Plan, pairs: sets.NameSet[sets.Pair], with_groups: bool = False
) -> Section:
    """Pairs with verdicts; recall by group where asked for, or where the groups are scripts."""
    watch = Stopwatch(plan.engine)
    answers = m.compare_all(pairs, plan.engine.compare, plan.tick)
    seconds, refused = watch.read()
    wrong = m.wrong(answers)
    has_negatives = any(pair.is_match is False for pair in pairs.items)
    matched = m.Rate(sum(a.says_match for a in answers), len(answers))
    figures = (
        report.verdict_figures(m.verdicts(answers))
        if has_negatives
        else report.rate_figures("recall", matched)
    )
    table = report.rates_table("recall, by group", m.recall_by_group(answers))
    return Section(
        set=f"{pairs.name}, compared",
        digest=pairs.digest,
        count=len(pairs.items),
        seconds=seconds,
        figures=figures,
        tables=() if has_negatives and not with_groups else (table,),
        wrong=report.wrong_pairs(pairs.name, wrong),
        refused=refused,
    )


def watchman(plan: Plan) -> Section:
    """Another project's scores beside ours: for information, they are no verdicts."""
    pairs = sets.watchman_pairs(plan.shared)
    watch = Stopwatch(plan.engine)
    answers = m.compare_all(pairs, plan.engine.compare, plan.tick)
    seconds, refused = watch.read()
    ours = [answer.score for answer in answers]
    theirs = [answer.pair.expected or 0.0 for answer in answers]
    apart = [abs(a - b) for a, b in zip(ours, theirs, strict=True)]
    figures = {"correlation": correlation(ours, theirs), "mean_difference": sum(apart) / len(apart)}
    return Section("watchman, for information", pairs.digest, len(ours), seconds, figures,
                   refused=refused)  # fmt: skip


def ofac(plan: Plan) -> Section:
    """What OFAC's public search gave, what its description gives, and our score, side by side."""
    pairs = sets.ofac_pairs(plan.shared)
    watch = Stopwatch(plan.engine)
    answers = m.compare_all(pairs, plan.engine.compare, plan.tick)
    seconds, refused = watch.read()
    beside = [(answer, ofac_score(*_names_of(answer.pair))) for answer in answers]
    shown = [(a, near) for a, near in beside if (a.pair.expected or 0.0) >= 0]
    given = [100 * (a.pair.expected or 0.0) for a, _ in shown]
    apart = [abs(g - near) for g, (_, near) in zip(given, shown, strict=True)]
    figures = {
        "shown_by_ofac": len(shown),
        "description_within_1": sum(a <= 1 for a in apart) / len(apart),
        "description_mean_difference": sum(apart) / len(apart),
        "correlation_with_ours": correlation([a.score for a, _ in shown], given),
    }
    return Section("OFAC's public search, for information", pairs.digest, len(beside), seconds,
                   figures, (report.ofac_table(beside),), refused=refused)  # fmt: skip


def _names_of(pair: sets.Pair) -> tuple[str, str]:
    """The two names of a pair of bare names."""
    return pair.left["name"][0], pair.right["name"][0]


def native(plan: Plan) -> list[Section]:
    """Native-script names: against the Latin name beside them, and in an index of Latin names."""
    entities = sets.native_entities(plan.shared)
    pairs = sets.native_pairs(entities).sample(plan.sample, plan.seed)
    compared = labelled_pairs(plan, pairs)
    with TemporaryDirectory() as folder:
        world = latin_world(Path(folder) / "world", entities, plan.engine.world)
        engine = Engine(world, plan.engine.floor)
        searched = _search_pairs("native names", engine, pairs, plan.tick)
    return [compared, searched]


def cross_lists(plan: Plan) -> list[Section]:
    """Entities of two publishers' lists: each name against the names of the same entity and of a
    near one, and in a world of both lists' Latin names.
    """
    lists = read_lists(plan.shared)
    same, near = cross_list_pairs(lists)
    both = sets.NameSet("cross lists", (*same.items, *near.items))
    compared = labelled_pairs(plan, both, with_groups=True)
    entities = [known.names for listed in lists.values() for known in listed]
    with TemporaryDirectory() as folder:
        world = latin_world(Path(folder) / "world", entities, plan.engine.world)
        engine = Engine(world, plan.engine.floor)
        found = _search_pairs("cross lists, the same", engine, same, plan.tick)
        wrong = _search_pairs("cross lists, near", engine, near, plan.tick, what="wrongly_found")
    return [compared, found, wrong]


def putin(plan: Plan) -> list[Section]:
    """Spellings of one man, compared and searched; title and surname alone are told apart."""
    named, titled = sets.putin_names(plan.shared)
    means = {"vladimir", "putin"}
    bearers = {
        name.entity for name in plan.engine.listed_names() if means <= set(words_of(name.text))
    }
    sections = [labelled_pairs(plan, named), labelled_pairs(plan, titled)]
    if bearers:
        sections.append(_search_pairs("putin names", plan.engine, named, plan.tick, bearers))
    return sections


def _search_pairs(
    name: str, engine: Engine, pairs: sets.NameSet[sets.Pair], tick: Tick,
    bearers: set[str] | None = None, what: str = "recall",
) -> Section:  # fmt: skip
    """The left names searched; `bearers`: the entities meant, else the one of the pair's id."""
    watch = Stopwatch(engine)
    answers = []
    for at, pair in enumerate(pairs.items, 1):
        meant = bearers or {pair.id}
        found = engine.search(pair.left["name"][0], None, None)
        score = max((score for entity, score in found if entity in meant), default=0.0)
        answers.append(m.Compared(pair, score))
        tick(f"{name}, searched", at, len(pairs.items))
    seconds, refused = watch.read()
    found_rate = m.Rate(sum(answer.says_match for answer in answers), len(answers))
    tables = (
        report.rates_table("recall, by script", m.recall_by_group(answers)),
        report.rates_table("recall, by length of the Latin name", m.recall_by_length(answers)),
    )
    return Section(
        set=f"{name}, searched",
        digest=pairs.digest,
        count=len(answers),
        seconds=seconds,
        figures=report.rate_figures(what, found_rate),
        tables=tables if what == "recall" else (),
        wrong=report.wrong_pairs(f"{name}, searched", m.wrong(answers)),
        refused=refused,
    )
