"""Listed owners of a party, by the order and by the lists: half or more, less, or not known.

`vigil.parties.ownership` reckons; here the order and the lists become its holdings, and what it
finds becomes grounds and sentences. Which listings reach what the listed own, and from which day,
is law: a provision with an `OwnershipTest`. The owners of a list that has such provisions count
only on days on which a verified one is in force. Those of a list without any always count.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from fractions import Fraction

import msgspec

from vigil.model.finding import Finding, FindingKind, Ground
from vigil.model.provision import Citation, Provision
from vigil.parties.grounds import would_stop
from vigil.parties.listed_ties import ListedTies, name_node
from vigil.parties.order_graph import OrderGraph
from vigil.parties.ownership import TOGETHER, Holding, Ownership, is_met, tell, tell_steps
from vigil.parties.reporting import Reporter
from vigil.parties.subjects import Subject

Met = Sequence[tuple[Subject, Sequence[Finding]]]


class Standing(IntEnum):
    """How far a listing reaches what the listed own, on a day."""

    COUNTS = 0
    UNVERIFIED = 1
    NOT_IN_FORCE = 2


class Way(msgspec.Struct, frozen=True):
    """One way to reckon: by which holdings, who counts then, and on what that rests."""

    graph: Ownership
    counting: frozenset[str]
    standing: Standing
    by_names: int


DOUBT_OF = {Standing.UNVERIFIED: Ground.RULE_UNVERIFIED,
            Standing.NOT_IN_FORCE: Ground.RULE_NOT_IN_FORCE}  # fmt: skip


def screen_owners(met: Met, ties: ListedTies, reporter: Reporter) -> list[Finding]:
    """The findings on subjects, those of owners weighed, and what only several steps show.

    Args:
        met: everybody whom the order names, each with the findings on it.
        ties: what the lists say of owners and ties.
        reporter: the day, the law and the sources.

    Returns:
        The same findings, `HALF_OR_MORE` and the like added to those of owners; then one finding
        for each listed owner that a party has in several steps or by a list, and for each tie.
    """
    if not _has_owners(met, ties):
        return [finding for _, found in met for finding in found]
    owners = _Owners(met, ties, reporter)
    told = [owners.weighed(s, f) for s, found in met for f in found]
    seen = {(node, finding.subject)
            for subject, found in met for finding in found if would_stop(finding.grounds)
            for node in owners.nodes(subject)}  # fmt: skip
    return [*told, *_each_once((*owners.further(), *owners.tied()), seen)]


def _has_owners(met: Met, ties: ListedTies) -> bool:
    """Does the order or a list say anything of who owns or is tied to whom?"""
    if ties.is_empty:
        return any(subject.owner_of is not None for subject, _ in met)
    return any(
        subject.owner_of is not None
        or (subject.name is not None and ties.knows(name_node(subject.name)))
        or any(ties.knows(finding.subject) for finding in found)
        for subject, found in met
    )


def _each_once(
    found: Iterable[tuple[str, Finding]], seen: set[tuple[str, str]]
) -> Iterator[Finding]:
    """The first finding on each party and entry: a share, which says more, comes before a tie."""
    for node, finding in found:
        if (node, finding.subject) not in seen:
            seen.add((node, finding.subject))
            yield finding


class _Owners:
    """The owners of one order's parties on one day."""

    def __init__(self, met: Met, ties: ListedTies, reporter: Reporter) -> None:
        self._met, self._ties, self._reporter = met, ties, reporter
        self._graph = OrderGraph(met, ties, reporter)
        listed = self._graph.listed
        standing = {node: self._standing(found) for node, found in listed.items()}
        by_level = [frozenset(n for n in listed if standing[n] <= level) for level in Standing]
        graphs = (self._graph.ownership, self._graph.with_names)
        # What is certain comes first: a doubt must not hide it.
        self._ways = [
            Way(graph, graph.reach(counting), level, named)
            for named, graph in enumerate(graphs)
            for level, counting in zip(Standing, by_level, strict=True)
        ]
        possible = graphs[1].reach(frozenset(listed), at_most=True)
        self._possible = Way(graphs[1], possible, Standing.COUNTS, 1)

    def nodes(self, subject: Subject) -> list[str]:
        """Whom a finding on a subject is about: itself, and the party that it is an owner of."""
        root = [] if subject.owner_of is None else [self._graph.party_node(subject.owner_of)]
        return [self._graph.node(subject), *root]

    def weighed(self, subject: Subject, finding: Finding) -> Finding:
        """A finding on an owner with what its share makes of it; any other as it is."""
        if subject.owner_of is None or not would_stop(finding.grounds):
            return finding
        owned = self._graph.party_node(subject.owner_of)
        return self._with_share(finding, self._graph.node(subject), owned)

    def further(self) -> Iterator[tuple[str, Finding]]:
        """A finding for each listed owner that a list states, or that is some steps away."""
        for subject, found in self._met:
            node = self._graph.node(subject)
            if subject.owner_of is not None or any(would_stop(f.grounds) for f in found):
                continue
            steps = self._steps(node, self._possible)
            for owner in dict.fromkeys(step.owner for step in steps):
                for finding in self._graph.listed.get(owner, ()):
                    yield node, self._with_share(self._about(subject, finding), owner, node)

    def tied(self) -> Iterator[tuple[str, Finding]]:
        """A finding for each tie without a share between a party and somebody listed."""
        for subject, found in self._met:
            if any(would_stop(f.grounds) for f in found):
                continue
            for by, relation, other in self._graph.ties_of(subject):
                template = self._graph.blocking(other)
                if template is not None and other.id not in {f.subject for f in found}:
                    ends = f"{by.names[0].text!r} {relation.kind} {relation.name!r}"
                    said = f"The list says that {ends}, which gives no share."
                    about = self._about(subject, template)
                    told = _with(about, (Ground.ONLY_A_TIE,), f"{about.summary} {said}")
                    yield self._graph.node(subject), told

    def _about(self, subject: Subject, owner: Finding) -> Finding:
        """The finding on a listed owner, told of somebody else."""
        entity = owner.matched.entity if owner.matched else owner.subject
        name = owner.matched.name if owner.matched else entity
        summary = f"{name!r} ({entity}) is listed, and stands behind {subject.name!r}."
        return msgspec.structs.replace(
            owner, kind=FindingKind.OWNED_BY_LISTED, path=subject.path, value=subject.name,
            grounds=(), score=None, features=(), summary=summary,
        )  # fmt: skip

    def _with_share(self, finding: Finding, owner: str, owned: str) -> Finding:
        """A finding on a listed owner with what it and others hold of somebody."""
        for way in self._ways:
            percent = way.graph.percent(owned, way.counting)
            if is_met(TOGETHER, percent):
                steps = self._steps(owned, way)
                if owner in {step.owner for step in steps}:
                    return self._half_or_more(finding, way, percent, steps)
        steps = self._steps(owned, self._possible)
        if owner not in {step.owner for step in steps}:
            return finding
        if all(step.is_exact for step in steps):
            return msgspec.structs.replace(finding, summary=finding.summary + self._told(steps))
        most = self._possible.graph.percent(owned, self._possible.counting, at_most=True)
        said = "may be half or more" if is_met(TOGETHER, most) else f"is {tell(most)} at most"
        told = f"{finding.summary} What listed owners together hold is not known, and {said}."
        return _with(finding, (Ground.SHARE_UNKNOWN,), told + self._told(steps))

    def _half_or_more(
        self, finding: Finding, way: Way, percent: Fraction, steps: Sequence[Holding]
    ) -> Finding:
        told = f" Listed owners together hold {tell(percent)} per cent of the party."
        if len(steps) > 1 or not finding.grounds:
            told += self._told(steps)
        grounds = [Ground.HALF_OR_MORE]
        if way.standing is not Standing.COUNTS:
            grounds.append(DOUBT_OF[way.standing])
            told += self._open_rules(steps, way.standing)
        if way.by_names:
            grounds.append(Ground.NAMED_ONLY)
            told += " A list gives this name without an entry, so it may be another's."
        cited = (*finding.provisions, *self._cited(finding, steps))
        finding = msgspec.structs.replace(finding, provisions=tuple(dict.fromkeys(cited)))
        return _with(finding, grounds, finding.summary + told)

    def _told(self, steps: Sequence[Holding]) -> str:
        return f" {tell_steps(steps, self._graph.name_of)}." if steps else ""

    def _steps(self, owned: str, way: Way) -> list[Holding]:
        """The holdings that lead from listed owners to somebody."""
        return way.graph.steps(owned, way.counting, frozenset(self._graph.listed))

    def _rules(self, finding: Finding) -> tuple[Provision, ...]:
        source = finding.matched.source if finding.matched else ""
        return self._reporter.law.ownership_rules(source)

    def _standing(self, findings: Iterable[Finding]) -> Standing:
        """The best standing of any of the listings of one owner."""
        return min(self._standing_of(finding) for finding in findings)

    def _standing_of(self, finding: Finding) -> Standing:
        rules = self._rules(finding)
        in_force = [rule for rule in rules if rule.in_force(self._reporter.on)]
        if not rules or any(rule.verified for rule in in_force):
            return Standing.COUNTS
        return Standing.UNVERIFIED if in_force else Standing.NOT_IN_FORCE

    def _cited(self, finding: Finding, steps: Sequence[Holding]) -> Iterator[Citation]:
        """The rules of the owner's list, in force that day, that the listed of these lists meet."""
        for rule in self._rules(finding):
            test = rule.ownership
            if test is None or not rule.in_force(self._reporter.on):
                continue
            of_lists = frozenset(
                node for node, found in self._graph.listed.items()
                if any(f.matched and f.matched.source in test.lists for f in found)
            )  # fmt: skip
            if steps[0].owned in self._graph.ownership.reach(of_lists, test):
                yield Citation.of(rule, self._reporter.on)

    def _open_rules(self, steps: Iterable[Holding], level: Standing) -> str:
        """The rules that decide and are not in force, or not known to be."""
        found = (f for step in steps for f in self._graph.listed.get(step.owner, ()))
        rules = [r for f in found if self._standing_of(f) is level for r in self._rules(f)]
        if level is Standing.UNVERIFIED:
            rules = [rule for rule in rules if rule.in_force(self._reporter.on)]
        titles = dict.fromkeys(rule.title for rule in rules)
        state = "may be" if level is Standing.UNVERIFIED else "was not"
        return "".join(f" The {t} {state} in force on {self._reporter.on}." for t in titles)


def _with(finding: Finding, grounds: Iterable[Ground], summary: str) -> Finding:
    held = {*finding.grounds, *grounds}
    ordered = tuple(ground for ground in Ground if ground in held)
    return msgspec.structs.replace(finding, grounds=ordered, summary=summary)
