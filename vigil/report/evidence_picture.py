"""Where reports come from as a picture: pages, the chains they belong to, the primary origins.

Drawn with matplotlib, an extra of its own (`pip install 'vigil[plots]'`); the same graph gives the
same bytes. What stands in the picture stands in `vigil.report.evidence_graph`'s table, too.
"""

from __future__ import annotations

import io
import textwrap
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from vigil.errors import InvalidInput
from vigil.evidence.room import Room
from vigil.report.evidence_graph import Line, lines
from vigil.report.harmless import harmless

if TYPE_CHECKING:
    from matplotlib.axes import Axes

WIDTH = 11.0  # inches
ROW = 0.62  # inches a page
MARGIN = 1.3  # inches for headings and the legend
COLUMNS = (0.02, 0.42, 0.76)  # left edges of pages, chains, origins, of the width
BOX = (0.27, 0.22, 0.22)  # widths of their boxes
WRAP = (36, 28, 28)  # characters a line
COLOUR = ("#2b6cb0", "#975a16", "#276749")
EDGE = {"credited": "#4a5568", "not credited": "#9b2c2c"}
LONGEST = 90
MOST_PAGES = 60  # chosen: a picture higher than a metre is not read
STYLE = {
    "svg.hashsalt": "vigil",
    "svg.fonttype": "path",
    "font.family": "DejaVu Sans",  # comes with matplotlib
    "font.size": 8,
}


class Box(NamedTuple):
    """A box of the picture: its column, the height of its middle, its text."""

    column: int
    middle: float
    text: str


def draw_origins(room: Room) -> bytes:
    """The graph as an SVG file.

    Raises:
        InvalidInput: matplotlib is not installed, or more pages than a picture shows.
    """
    try:
        import matplotlib as mpl
        from matplotlib.backends.backend_svg import FigureCanvasSVG
        from matplotlib.figure import Figure
    except ImportError as error:
        what = "a picture needs matplotlib: pip install 'vigil[plots]'"
        raise InvalidInput.single(what, "--picture", has_value=False) from error
    rows = lines(room)
    if len(rows) > MOST_PAGES:
        what = f"a picture must be of at most {MOST_PAGES} pages; the table shows all"
        raise InvalidInput.single(what, "--picture", got=len(rows))
    with mpl.rc_context(STYLE):  # type: ignore[arg-type]  # its keys are a closed set of words
        figure = Figure(figsize=(WIDTH, MARGIN + ROW * max(len(rows), 2)))
        FigureCanvasSVG(figure)
        axes = figure.add_axes((0, 0, 1, 1))
        _draw(axes, rows)
        page = io.BytesIO()
        figure.savefig(page, format="svg", metadata={"Date": None, "Creator": "vigil"})
    return page.getvalue()


def _draw(axes: Axes, rows: tuple[Line, ...]) -> None:
    axes.set_xlim(0, 1)
    axes.set_ylim(len(rows) + 0.75, -1.05)
    axes.axis("off")
    for left, heading in zip(COLUMNS, ("Pages", "Chains", "Primary origins"), strict=True):
        axes.text(left, -0.65, heading, weight="bold", fontsize=11)
    chains = _boxes(1, [((row.story, row.chain), row.head) for row in rows])
    origins = _boxes(2, [((row.story, o), o) for row in rows for o in row.origins], _heights(rows))
    for place, (above, row) in enumerate(pairwise(rows), 1):
        if above.story != row.story:
            axes.axhline(place - 0.5, 0.01, 0.99, color="#cbd5e0", linewidth=0.8, zorder=0)
    for place, row in enumerate(rows):
        page = Box(0, place, row.name + (f", {row.day}" if row.day else ""))
        credited = all(said for _, said in row.comes_from)
        chain = chains[row.story, row.chain]
        _line(axes, page, chain, EDGE["credited" if credited else "not credited"])
        _box(axes, page, "; ".join(words for words, _ in row.comes_from))
    for story, chain_id, origin in dict.fromkeys(
        (row.story, row.chain, origin) for row in rows for origin in row.origins
    ):
        _line(axes, chains[story, chain_id], origins[story, origin], EDGE["credited"])
    for box in (*chains.values(), *origins.values()):
        _box(axes, box)
    _legend(axes, len(rows))


def _heights(rows: tuple[Line, ...]) -> list[float]:
    return [float(place) for place, row in enumerate(rows) for _ in row.origins]


def _boxes(
    column: int,
    named: list[tuple[tuple[int, str], str]],
    heights: list[float] | None = None,
) -> dict[tuple[int, str], Box]:
    """A box for each key, in the middle of the rows that it stands for."""
    at: dict[tuple[int, str], list[float]] = {}
    texts: dict[tuple[int, str], str] = {}
    for place, (key, text) in enumerate(named):
        at.setdefault(key, []).append(heights[place] if heights else place)
        texts[key] = text
    boxes: dict[tuple[int, str], Box] = {}
    lowest = -1.0
    for key, places in sorted(at.items(), key=lambda item: sum(item[1]) / len(item[1])):
        middle = max(sum(places) / len(places), lowest + 1.0)  # boxes of a column stay apart
        lowest = middle
        boxes[key] = Box(column, middle, texts[key])
    return boxes


def _box(axes: Axes, box: Box, below: str = "") -> None:
    from matplotlib.patches import FancyBboxPatch

    left, width = COLUMNS[box.column], BOX[box.column]
    axes.add_patch(
        FancyBboxPatch(
            (left, box.middle - 0.36),
            width,
            0.72,
            boxstyle="round,pad=0.004,rounding_size=0.008",
            mutation_aspect=len(COLUMNS) * ROW,
            facecolor="white",
            edgecolor=COLOUR[box.column],
            linewidth=1.2,
            zorder=2,
        )
    )
    lines_below = _wrapped(below, WRAP[box.column] + 4, 2) if below else ""
    told = _wrapped(box.text, WRAP[box.column], 2 - lines_below.count("\n") if below else 3)
    told += f"\n{lines_below}" if below else ""
    axes.text(left + 0.008, box.middle, told, va="center", linespacing=1.25, zorder=3, fontsize=7.5)


def _wrapped(text: str, width: int, most: int) -> str:
    return "\n".join(textwrap.wrap(harmless(text, LONGEST), width, max_lines=most, placeholder="…"))


def _line(axes: Axes, left: Box, right: Box, colour: str) -> None:
    start = COLUMNS[left.column] + BOX[left.column]
    dashed = "--" if colour == EDGE["not credited"] else "-"
    axes.plot([start, COLUMNS[right.column]], [left.middle, right.middle], color=colour,
              linewidth=1.1, linestyle=dashed, zorder=1)  # fmt: skip


def _legend(axes: Axes, rows: int) -> None:
    for place, (words, colour) in enumerate(EDGE.items()):
        left, low = 0.02 + 0.3 * place, rows + 0.35
        dashed = "--" if words == "not credited" else "-"
        axes.plot([left, left + 0.04], [low, low], color=colour, linestyle=dashed)
        told = {"credited": "says so, or own writing", "not credited": "does not say so"}[words]
        axes.text(left + 0.05, low, f"the page {told}" if place else told, va="center")
