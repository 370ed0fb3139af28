"""Compile the reviewable files of `vigil/data` into the shipped world; a developer's tool.

Run it as `python -m vigil.store.compile` (`make world`). It needs PyYAML, which nothing needs at
run time. Nothing is written unless every file is right.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from vigil.errors import InputProblem, InvalidInput, VigilError
from vigil.goods.shipped import load_goods
from vigil.lists.vigil_uav import load_parties
from vigil.model.shelf import Edition, PartiesEdition, Shelf, load_edition
from vigil.routes.shipped import load_routes
from vigil.routes.shipped_places import load_place_names
from vigil.rules.shipped import load_law
from vigil.store.worlds import SHIPPED, write_world
from vigil.world import Manifest

T = TypeVar("T")

DATA = SHIPPED.parent
TIMESTAMP = "tag:yaml.org,2002:timestamp"
# Stands in for a broken shipped.yaml, so that the other files are still checked; never written.
NO_EDITION = Edition(
    version=date.min,
    ccl_version=date.min,
    locode_version="",
    part_attribution="",
    parties=PartiesEdition("vigil_uav", "", date.min, date.min, ""),
    eu_members=(),
)


def read_shelf(folder: Path) -> Shelf:
    """The files of a folder, YAML parsed.

    Raises:
        InvalidInput: a file is not UTF-8 or not YAML.
    """
    texts: dict[str, str] = {}
    documents: dict[str, object] = {}
    problems: list[InputProblem] = []
    for path in sorted(p for p in folder.iterdir() if p.suffix in (".yaml", ".csv", ".txt")):
        try:
            texts[path.name] = path.read_text(encoding="utf-8")
            if path.suffix == ".yaml":
                documents[path.name] = parse_yaml(texts[path.name])
        except ValueError as error:
            reason = " ".join(str(error).split())
            problems.append(InputProblem(f"must be UTF-8 text and YAML ({reason})", path.name,
                                         has_value=False))  # fmt: skip
    if problems:
        raise InvalidInput(problems)
    return Shelf(texts, documents)


def parse_yaml(text: str) -> object:
    """What a YAML text says, as plain values; days stay text, their reader checks them.

    Raises:
        ValueError: the text is not YAML, or says a key twice.
    """
    import yaml  # a developer's tool only: never imported at run time

    safe: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # C: ten times

    class Reader(safe):  # type: ignore[valid-type, misc]  # whichever of the two is there
        yaml_implicit_resolvers = {  # noqa: RUF012  PyYAML's own way
            first: [(tag, form) for tag, form in forms if tag != TIMESTAMP]
            for first, forms in yaml.SafeLoader.yaml_implicit_resolvers.items()
        }

        def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
            """YAML lets a later key replace an earlier one in silence."""
            keys = Counter(str(key.value) for key, _ in node.value)
            twice = [key for key, count in keys.items() if count > 1]
            if twice:
                raise ValueError(f"key {twice[0]!r} twice,{node.start_mark}")
            mapping: dict[Any, Any] = super().construct_mapping(node, deep)
            return mapping

    try:
        document: object = yaml.load(text, Reader)
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from error
    return document


def compile_world(data: Path, out: Path) -> Manifest:
    """Check every file under `data` and write the world they make into `out`.

    Raises:
        InvalidInput: everything wrong in all files, at once; nothing is written.
    """
    shelf = read_shelf(data)
    problems: list[InputProblem] = []
    edition = _attempt(lambda: load_edition(shelf), problems) or NO_EDITION
    law = _attempt(lambda: load_law(shelf, edition), problems)
    goods = _attempt(lambda: load_goods(shelf, edition), problems)
    routes = _attempt(lambda: load_routes(shelf, edition), problems)
    names = _attempt(lambda: load_place_names(shelf), problems)
    parties = _attempt(lambda: load_parties(shelf, edition), problems)
    if problems or law is None or goods is None or routes is None or parties is None:
        raise InvalidInput(problems)
    return write_world(out, [parties], goods, routes, law, place_names=names, with_index=True)


def _attempt(load: Callable[[], T], problems: list[InputProblem]) -> T | None:
    """What the loader gives, or None and its problems added to the list."""
    try:
        return load()
    except InvalidInput as error:
        problems.extend(error.problems)
        return None


def main() -> int:
    """Compile the package's own data; exit code 2 with every problem when it is not right."""
    try:
        manifest = compile_world(DATA, SHIPPED)
    except VigilError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    for source in manifest.sources:
        print(f"{source.id}: {source.entries} entries, {source.names} names")
    for catalogue in manifest.catalogues:
        print(f"{catalogue.id}: {catalogue.entries} entries")
    return 0


if __name__ == "__main__":
    sys.exit(main())
