"""How near to the authority a fact was read, ranked and in words an officer understands."""

from __future__ import annotations

from collections.abc import Iterable

from vigil.model.finding import Provenance
from vigil.model.provision import Basis

WORDS = {
    Basis.PRIMARY: "read at the source",
    Basis.COPY_OF_PRIMARY: "read in a copy of the official text",
    Basis.SECONDARY: "read in a secondary source",
    Basis.MEMORY: "from memory, no source was read",
}
RANK = {basis: place for place, basis in enumerate(WORDS)}


def basis_in_words(basis: Basis) -> str:
    """The basis as a finding prints it.

    >>> basis_in_words(Basis.SECONDARY)
    'read in a secondary source'
    """
    return WORDS[basis]


def best_basis(bases: Iterable[Basis]) -> Basis:
    """The basis nearest to the authority; memory when there is none."""
    return min(bases, key=RANK.__getitem__, default=Basis.MEMORY)


def with_url(provenance: Provenance, source: str | None) -> Provenance:
    """The catalogue's provenance, pointing to the page a fact was read on when it has one."""
    if source is None or not source.startswith(("http://", "https://")):
        return provenance
    return Provenance(provenance.source, provenance.version, provenance.sha256, source)
