"""The quality of the name engine does not fall: floors with the digest of their sets."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from bench.names import runs, sets
from bench.names.engine import Engine
from bench.names.measure import no_tick
from vigil.store.build import build_world
from vigil.store.worlds import open_world

pytestmark = [pytest.mark.shared, pytest.mark.slow]
FLOORS = yaml.safe_load(
    (Path(__file__).resolve().parents[2] / "bench/names/floors.yml").read_text(encoding="utf-8")
)


@pytest.fixture(scope="module")
def measured(shared, tmp_path_factory):
    """Each set's section, over a world of the whole US list."""
    folder = tmp_path_factory.mktemp("world") / "csl"
    listed = shared / "lists/us_csl/consolidated.json"
    today = date(2026, 8, 1)
    build_world(folder, [("us_csl", listed)], as_of=None, built_on=today, shipped=open_world(None))
    engine = Engine(open_world(folder), 0.70)

    def plan(sample: int) -> runs.Plan:
        return runs.Plan(shared, engine, sample, 3, False, False, no_tick)

    sections = [
        runs.manipulated(plan(600))[0],
        runs.clean(plan(3000))[0],
        runs.labelled_pairs(plan(0), sets.name_pairs(shared)),
        runs.labelled_pairs(plan(0), sets.entity_checks(shared)),
        *runs.native(plan(1000)),
        *runs.putin(plan(0)),
    ]
    return {section.set: section for section in sections}


@pytest.mark.parametrize("name", FLOORS)
def test_the_set_is_the_one_that_the_floor_was_set_on(name, measured):
    assert measured[name].digest.startswith(FLOORS[name]["digest"])


@pytest.mark.parametrize("name", FLOORS)
def test_the_engine_does_not_fall_below_its_floor(name, measured):
    for figure, bound in FLOORS[name].items():
        if figure == "digest":
            continue
        found = measured[name].figures[figure]
        print(f"{name}: {figure} {found:.4f}, {bound}")
        assert found >= bound.get("floor", 0)
        assert found <= bound.get("ceiling", 1)
