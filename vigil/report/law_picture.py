"""The law around a day as a picture: one bar a provision, the day as a line.

matplotlib is an extra of its own (`pip install 'vigil[plots]'`); only `draw_law` imports it. The
same rows give the same bytes: no date is written and ids in the file come from a fixed salt.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from vigil.errors import InvalidInput
from vigil.report.law_timeline import Standing, State

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

YEARS_BEFORE, YEARS_AFTER = 8, 2  # shown around the day; chosen: the rows of drones begin in 2020
WIDTH = 11.0  # inches
ROW = 0.235  # inches a bar
MARGIN = 1.35  # inches for axis, title and legend
LONGEST_TITLE = 76  # characters that fit beside the bars
COLOUR = {"UN": "#2b6cb0", "US": "#9b2c2c", "EU": "#553c9a", "UK": "#276749", "CN": "#975a16"}
OVER = "#b8bec7"  # not in force on the day
STYLE = {
    "svg.hashsalt": "vigil",
    "svg.fonttype": "path",
    "font.family": "DejaVu Sans",  # comes with matplotlib
    "font.size": 8,
    "hatch.linewidth": 0.6,
}


def draw_law(rows: Sequence[Standing], on: date) -> bytes:
    """The rows as an SVG file.

    Args:
        rows: as `timeline` gives them; those outside of the years shown are counted in the title.
        on: the day that is marked.

    Raises:
        InvalidInput: matplotlib is not installed.
    """
    try:
        import matplotlib as mpl
        from matplotlib.backends.backend_svg import FigureCanvasSVG
        from matplotlib.figure import Figure
    except ImportError as error:
        what = "a picture needs matplotlib: pip install 'vigil[plots]'"
        raise InvalidInput.single(what, "--picture", has_value=False) from error
    with mpl.rc_context(STYLE):  # type: ignore[arg-type]  # its keys are a closed set of words
        figure = Figure()
        FigureCanvasSVG(figure)
        _draw(figure, rows, on)
        page = io.BytesIO()
        figure.savefig(page, format="svg", metadata={"Date": None, "Creator": "vigil"})
    return page.getvalue()


def _draw(figure: Figure, rows: Sequence[Standing], on: date) -> None:
    first, last = date(on.year - YEARS_BEFORE, 1, 1), date(on.year + YEARS_AFTER, 12, 31)
    shown = [row for row in rows if _is_shown(row, first, last)]
    height = MARGIN + ROW * max(len(shown), 1)
    figure.set_size_inches(WIDTH, height)
    axes = figure.add_axes((0.47, 0.85 / height, 0.51, (height - MARGIN) / height))
    for place, row in enumerate(shown):
        _bar(axes, place, row, (first, last))
    _frame(axes, shown, (first, last), on)
    outside = len(rows) - len(shown)
    rest = f"; {outside} outside of these years" if outside else ""
    figure.text(0.01, 1 - 0.2 / height, f"The law on {on}: {len(shown)} provisions{rest}",
                fontsize=11, weight="bold", va="center")  # fmt: skip
    _legend(figure, height)


def _is_shown(row: Standing, first: date, last: date) -> bool:
    provision = row.provision
    begins, ends = provision.in_force_from or date.min, provision.in_force_to or date.max
    return begins <= last and ends >= first


def _bar(axes: Axes, place: int, row: Standing, years: tuple[date, date]) -> None:
    provision = row.provision
    begins = max(provision.in_force_from or date.min, years[0])
    ends = min(provision.in_force_to or date.max, years[1])
    colour = COLOUR[provision.jurisdiction] if row.state is State.IN_FORCE else OVER
    contested = bool(provision.contested_by) or provision.last_day_contested
    axes.barh(
        place,
        _number(ends) + 1 - _number(begins),
        left=_number(begins),
        height=0.62,
        color=colour if provision.binding else "white",
        edgecolor="#d69e2e" if contested else colour,
        linewidth=1.6 if contested else 0.8,
        hatch=None if provision.binding else "////",
        alpha=1.0 if provision.verified else 0.45,
    )
    for phase in provision.phases[1:]:
        if phase.in_force_from > begins:
            axes.plot([_number(phase.in_force_from)] * 2, [place - 0.31, place + 0.31],
                      color="white", linewidth=1.4)  # fmt: skip


def _frame(axes: Axes, shown: Sequence[Standing], years: tuple[date, date], on: date) -> None:
    axes.set_xlim(_number(years[0]), _number(years[1]))
    axes.set_ylim(max(len(shown), 1) - 0.4, -0.6)
    ticks = [date(year, 1, 1) for year in range(years[0].year, years[1].year + 1)]
    axes.set_xticks([_number(day) for day in ticks], [str(day.year) for day in ticks])
    axes.set_yticks(range(len(shown)), [_label(row) for row in shown])
    axes.tick_params(length=0)
    axes.grid(axis="x", color="#e2e8f0", linewidth=0.7)
    axes.set_axisbelow(True)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    for place in range(1, len(shown)):
        if shown[place].provision.jurisdiction != shown[place - 1].provision.jurisdiction:
            axes.plot([-0.92, 1], [place - 0.5] * 2, transform=axes.get_yaxis_transform(),
                      color="#4a5568", linewidth=0.6, clip_on=False)  # fmt: skip
    axes.axvline(_number(on), color="black", linewidth=1.2)
    axes.text(_number(on), -0.7, str(on), ha="center", va="bottom", weight="bold")


def _label(row: Standing) -> str:
    title = row.provision.title
    cut = title if len(title) <= LONGEST_TITLE else f"{title[: LONGEST_TITLE - 1].rstrip()}…"
    return f"{cut}  {row.provision.jurisdiction}"


def _legend(figure: Figure, height: float) -> None:
    from matplotlib.patches import Patch

    grey = "#4a5568"
    kinds = [
        Patch(facecolor=grey, label="in force on the day, by whose law; white line: new phase"),
        Patch(facecolor=OVER, label="grey: not then"),
        Patch(facecolor="white", edgecolor=grey, hatch="////", label="guidance"),
        Patch(facecolor=grey, edgecolor="#d69e2e", linewidth=1.6, label="contested"),
        Patch(facecolor=grey, alpha=0.45, label="pale: not verified"),
    ]
    figure.legend(handles=kinds, loc="lower center", ncols=5, frameon=False,
                  bbox_to_anchor=(0.5, 0.08 / height), borderaxespad=0.0)  # fmt: skip


def _number(day: date) -> int:
    """The day on the axis; windows are closed, so a bar ends where the next day begins."""
    return day.toordinal()
