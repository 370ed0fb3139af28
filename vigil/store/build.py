"""Builds a world from list files: the named sources' parties, and what ships with Vigil."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from vigil.errors import InputProblem, InvalidInput, SourceChanged, WorldError
from vigil.goods.catalogue import GoodsCatalogue
from vigil.goods.listed_codes import with_codes
from vigil.lists.countries import Countries
from vigil.lists.loaded import Dating, LoadedSource, first_repeated
from vigil.lists.readers import SHIPPED_SOURCE, read_list, reader_of
from vigil.lists.us_ear import TABLES, read_codes
from vigil.model.entity import Entity
from vigil.model.source import SourceSnapshot
from vigil.rules.catalogue import LawCatalogue
from vigil.store.history import History
from vigil.store.list_files import read_files
from vigil.store.worlds import write_world
from vigil.world import Manifest, World


class CodeFile(NamedTuple):
    """A file of an authority's list of codes, and the day that it is of."""

    list_id: str
    path: Path
    as_of: date


def build_world(
    folder: Path,
    sources: Sequence[tuple[str, Path | None]],
    *,
    as_of: date | None,
    built_on: date,
    shipped: World,
    codes: Sequence[CodeFile] = (),
) -> Manifest:
    """Write a world of the shipped goods, law, places and red flags and the sources' parties.

    Args:
        folder: where the world goes; a world that is there is replaced, or kept if anything fails.
        sources: source ids with their files; `vigil_uav` has none, its parties are shipped.
        as_of: the day of lists whose files give none; None: the day of building.
        built_on: the day of building.
        shipped: the world that comes with the package.
        codes: lists of codes that take the place of what is shipped of them.

    Raises:
        InvalidInput: an unknown source or list, one named twice, a path missing or too many.
        SourceChanged: files that could not be read or were refused; all of them at once.
        WorldError: the world could not be written.
    """
    _check_sources(sources)
    _check_codes(codes)
    law = shipped.parts.law()
    countries = countries_of(law)
    dating = Dating(built_on, as_of)
    loaded: list[LoadedSource] = []
    refusals: list[str] = []
    for source_id, path in sources:
        if path is None:
            loaded.append(shipped_parties(shipped))
            continue
        try:
            loaded.append(read_list(source_id, read_files(source_id, path), countries, dating))
        except SourceChanged as refusal:
            refusals.append(f"{path}: {refusal}")
    parts = shipped.parts
    goods = _with_codes(parts.goods(), codes, refusals)
    if refusals:
        raise SourceChanged("\n".join(refusals))
    return write_world(
        folder, loaded, goods, parts.routes(), law,
        place_names=parts.place_names(), with_index=True,
    )  # fmt: skip


def build_from_history(
    folder: Path,
    history: History,
    day: date,
    *,
    shipped: World,
    with_shipped: bool = False,
    codes: Sequence[CodeFile] = (),
) -> Manifest:
    """Write the world of a day: each list of a history as it stood then, and what is shipped.

    Args:
        folder: where the world goes; a world that is there is replaced, or kept if anything fails.
        history: the lists' snapshots.
        day: the day; a list that has no snapshot by then comes as its first one, and
            `vigil.coverage` makes orders of the day incomplete.
        shipped: the world that comes with the package.
        with_shipped: also the shipped parties.
        codes: lists of codes that take the place of what is shipped of them.

    Raises:
        InvalidInput: a list of codes that is not known or named twice.
        SourceChanged: a file of codes that could not be read or was refused.
        WorldError: the history has no snapshot, is damaged, or the world could not be written.
    """
    _check_codes(codes)
    loaded = list(history.in_force(day).values())
    if not loaded:
        raise WorldError(f"a history must have a snapshot in use, got none in {history.folder}")
    if with_shipped:
        loaded.append(shipped_parties(shipped))
    parts = shipped.parts
    refusals: list[str] = []
    goods = _with_codes(parts.goods(), codes, refusals)
    if refusals:
        raise SourceChanged("\n".join(refusals))
    return write_world(
        folder, loaded, goods, parts.routes(), parts.law(),
        place_names=parts.place_names(), with_index=True,
    )  # fmt: skip


def _check_codes(codes: Sequence[CodeFile]) -> None:
    problems = [
        InputProblem(f"a list of codes must be one of {', '.join(TABLES)}", "--codes", code.list_id)
        for code in codes
        if code.list_id not in TABLES
    ]
    if twice := first_repeated(code.list_id for code in codes):
        problems.append(InputProblem("a list of codes must be named once", "--codes", twice))
    if problems:
        raise InvalidInput(problems)


def _with_codes(
    goods: GoodsCatalogue, codes: Sequence[CodeFile], refusals: list[str]
) -> GoodsCatalogue:
    """The goods with each list of codes as read; what is refused is added to `refusals`."""
    for code in codes:
        try:
            [data] = read_files(code.list_id, code.path).values()
            goods = with_codes(goods, read_codes(data, code.list_id, code.as_of))
        except SourceChanged as refusal:
            refusals.append(f"{code.path}: {refusal}")
    return goods


def countries_of(law: LawCatalogue) -> Countries:
    """The law catalogue's countries as the readers ask for them."""
    return Countries({
        name: country.code
        for country in law.countries
        for name in (country.name, *country.also)
    })  # fmt: skip


def _check_sources(sources: Sequence[tuple[str, Path | None]]) -> None:
    problems: list[InputProblem] = []
    seen: set[str] = set()
    for source_id, path in sources:
        problem = _problem_of(source_id, path, source_id in seen)
        if problem is not None:
            problems.append(problem)
        seen.add(source_id)
    if problems:
        raise InvalidInput(problems)


def _problem_of(source_id: str, path: Path | None, again: bool) -> InputProblem | None:
    if again:
        return InputProblem("a source must be named once", "--source", source_id)
    if source_id == SHIPPED_SOURCE:
        expected = f"{SHIPPED_SOURCE} is shipped and takes no path"
        return None if path is None else InputProblem(expected, "--source", str(path))
    try:
        reader_of(source_id)
    except InvalidInput as unknown:
        return unknown.problems[0]
    if path is None:
        return InputProblem(
            f"a source must have its file, like {source_id}=PATH", "--source", source_id
        )
    return None


def shipped_parties(shipped: World) -> LoadedSource:
    """The shipped parties as they were compiled, with their own day and hash."""
    if [source.id for source in shipped.sources] != [SHIPPED_SOURCE]:
        raise WorldError(
            f"the shipped world must hold {SHIPPED_SOURCE} and nothing else, got "
            f"{', '.join(shipped.source_by_id) or 'no source'}; reinstall vigil"
        )
    return held_source(shipped.sources[0], shipped.parts.entities())


def held_source(snapshot: SourceSnapshot, entities: Iterable[Entity]) -> LoadedSource:
    """A list that a world holds, as its reader gave it."""
    held = tuple(entities)
    return LoadedSource(
        id=snapshot.id,
        title=snapshot.title,
        version=snapshot.version,
        dated_by=snapshot.dated_by,
        entities=held,
        sha256=snapshot.sha256,
        url=snapshot.url,
        answers_from=snapshot.answers_from,
        official=snapshot.official,
        note=snapshot.note,
        held_back=snapshot.held_back,
        rows=None if snapshot.entries == len(held) else snapshot.entries,
    )
