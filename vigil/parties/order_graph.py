"""Everybody whom an order names, and whom lists tie to them, as one graph of holdings.

A company that an order names in several places is one node: the same folded name, and no other
country. An entry that somebody meets for certain is that somebody; other entries stand for
themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from vigil.model.entity import Entity, Relation
from vigil.model.finding import DOUBTS, Finding, Ground
from vigil.parties.grounds import would_stop
from vigil.parties.listed_ties import ListedTies, name_node
from vigil.parties.ownership import Holding, Ownership, as_stated, read_share
from vigil.parties.reporting import Reporter
from vigil.parties.standing import is_listed
from vigil.parties.subjects import Subject

Met = Sequence[tuple[Subject, Sequence[Finding]]]


BY_NAME, BY_ENTRY = "name ", "entry "  # how a list's statement was found to be about somebody
NAMELESS = name_node("")


class OrderGraph:
    """`listed` gives the findings on each listed node; `name_of` what a sentence calls a node.

    `ownership` is what is certain; `with_names` adds what lists state of mere names, which may be
    those of others.
    """

    def __init__(self, met: Met, ties: ListedTies, reporter: Reporter) -> None:
        self._ties, self._reporter = ties, reporter
        self._countries = _countries_of_names(subject for subject, _ in met)
        self.listed: dict[str, list[Finding]] = {}
        self.name_of: dict[str, str] = {}
        self._parties: dict[int, str] = {}
        self._node_of_entry: dict[str, str] = {}
        self._entries_of: dict[str, list[str]] = {}
        for subject, findings in met:
            self._add(subject, findings)
        statements = [*self._of_order(met), *self._of_lists()]
        self.ownership = Ownership(as_stated(s for s in statements if not s[0].startswith(BY_NAME)))
        self.with_names = Ownership(as_stated(statements))

    def node(self, subject: Subject) -> str:
        """Where somebody of the order stands."""
        name = name_node(subject.name or "")
        if name == NAMELESS:
            return f"at {subject.at}"
        known = self._countries.get(name, [])
        country = subject.country or (known[0] if len(known) == 1 else "")
        return f"order {name} {country}"

    def party_node(self, number: int) -> str:
        """Where the party stands that the order gives as `$.parties[number]`."""
        return self._parties[number]

    def blocking(self, entity: Entity) -> Finding | None:
        """The finding to tell of an entry that stops orders on the day; None: it does not."""
        reporter = self._reporter
        if not is_listed(entity, reporter.on) or reporter.listing_grounds(entity):
            return None
        return reporter.cited("", entity, entity.names[0].text)

    def ties_of(self, subject: Subject) -> Iterator[tuple[Entity, Relation, Entity]]:
        """Ties without a share that lists in force that day state of somebody."""
        node = self.node(subject)
        named = [_bare(node)] if node.startswith("order ") else []
        for at in (*self._entries_of.get(node, ()), *named):
            for by, relation, other in self._ties.ties_of(at):
                if is_listed(by, self._reporter.on):
                    yield by, relation, other

    def _add(self, subject: Subject, findings: Sequence[Finding]) -> None:
        node = self.node(subject)
        self.name_of.setdefault(node, subject.name or "the subject")
        if subject.party is not None:
            self._parties[subject.party] = node
        if node.startswith("order "):
            self._node_of_entry.setdefault(_bare(node), node)
        stopping = [f for f in findings if would_stop(f.grounds)]
        if stopping:
            held = self.listed.setdefault(node, [])
            known = {f.subject for f in held}
            held += [f for f in stopping if f.subject not in known]
        for finding in findings:
            if is_certain(finding):
                self._node_of_entry.setdefault(finding.subject, node)
                self._entries_of.setdefault(node, []).append(finding.subject)

    def _of_order(self, met: Met) -> Iterator[tuple[str, Holding]]:
        for subject, _ in met:
            if subject.owner_of is not None:
                owned = self.party_node(subject.owner_of)
                least, most = read_share(subject.share_percent)
                by = f"$.parties[{subject.owner_of}]"
                yield by, Holding(self.node(subject), owned, least, most)

    def _of_lists(self) -> Iterator[tuple[str, Holding]]:
        """What lists state of the owners of everybody in the order, and of those owners' owners."""
        order_nodes = [node for node in self.name_of if node not in self.listed]
        starts = [
            (entry, n, BY_ENTRY) for n in order_nodes for entry in self._entries_of.get(n, ())
        ]
        starts += [(_bare(n), n, BY_NAME) for n in order_nodes if n.startswith("order ")]
        seen = {key for key, *_ in starts}
        for key, node, by in starts:
            for held in self._ties.holdings_of(key):
                if not is_listed(held.entry, self._reporter.on):
                    continue
                owner = self._node_of_owner(held.owner)
                least, most = read_share(held.share_percent)
                yield by + held.entry.id, Holding(owner, node, least, most)
                if owner not in self.listed and held.owner not in seen:
                    seen.add(held.owner)
                    starts.append((held.owner, owner, BY_ENTRY))

    def _node_of_owner(self, key: str) -> str:
        """The node of somebody whom a list calls an owner, made where there is none yet."""
        if key in self._node_of_entry:
            return self._node_of_entry[key]
        entry = self._ties.entry(key)
        if key not in self.name_of:
            self.name_of[key] = entry.names[0].text if entry else key.removeprefix("name ")
            template = self.blocking(entry) if entry else None
            if template is not None:
                self.listed[key] = [template]
        return key


def is_certain(finding: Finding) -> bool:
    """Is the subject the entry, whatever being on its list means?"""
    held = set(finding.grounds)
    return Ground.IDENTIFIER_EQUAL in held or (Ground.NAME_CLOSE in held and not held & DOUBTS)


def _bare(node: str) -> str:
    """The node of a name as lists give it, without the order's country."""
    return node.removeprefix("order ").rpartition(" ")[0]


def _countries_of_names(subjects: Iterable[Subject]) -> dict[str, list[str]]:
    """The countries that an order gives with each name."""
    found: dict[str, dict[str, None]] = {}
    for subject in subjects:
        if subject.name is not None and subject.country:
            found.setdefault(name_node(subject.name), {})[subject.country] = None
    return {name: list(countries) for name, countries in found.items()}
