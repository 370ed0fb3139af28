"""The shipped red flags, their combinations and what they look up, strictly."""

from __future__ import annotations

from vigil.model.rows import Table, check_known, check_unique, check_window
from vigil.model.shelf import Shelf
from vigil.routes.indicators import CIRCUMSTANCES, INDICATORS
from vigil.routes.mains import Mains
from vigil.routes.red_flag import Combination, RedFlag


def load_flags(table: Table, shelf: Shelf) -> tuple[RedFlag, ...]:
    """The published indicators; what is wrong is noted in the table."""
    rows = table.rows(shelf.document(table.file), "red_flags", RedFlag)
    check_unique(table, rows, "id")
    for path, row in rows:
        check_window(table, path, row.in_force_from, row.in_force_to)
        check_known(
            table, f"{path}.indicator", row.indicators, INDICATORS, "observation of an order"
        )
        if row.also and row.indicator is None:
            table.problem("must be empty without an indicator", f"{path}.also", list(row.also))
        if row.uncertain_from and not (row.in_force_to and row.in_force_to < row.uncertain_from):
            table.problem("must be after in_force_to", f"{path}.uncertain_from", row.id)
        if not row.fields:
            table.problem("a flag must name a field that answers it", path, row.id)
        asked = [row.asked] if row.asked is not None else []
        check_known(table, f"{path}.asked", asked, row.fields, "field of the flag")
        if row.partly and row.indicator is None:
            table.problem("must be false where no indicator shows a part", f"{path}.partly", True)
    return tuple(row for _, row in rows)


def load_combinations(table: Table, shelf: Shelf) -> tuple[Combination, ...]:
    """The signs that ask for a person together; what is wrong is noted in the table."""
    rows = table.rows(shelf.document(table.file), "combinations", Combination)
    check_unique(table, rows, "id")
    known = {*INDICATORS, *CIRCUMSTANCES}
    for path, row in rows:
        check_known(table, f"{path}.parts", row.parts, known, "observation of an order")
        if len(set(row.parts)) != len(row.parts) or not row.parts:
            table.problem("must name different observations", f"{path}.parts", row.id)
    return tuple(row for _, row in rows)


def load_mains(table: Table, shelf: Shelf) -> tuple[Mains, ...]:
    """The voltages of countries; what is wrong is noted in the table."""
    rows = table.rows(shelf.document(table.file), "mains", Mains)
    for path, row in rows:
        check_known(table, f"{path}.countries", row.countries, shelf.countries, "country")
        if row.from_volts > row.to_volts:
            table.problem("must be at most to_volts", f"{path}.from_volts", row.from_volts)
    return tuple(row for _, row in rows)
