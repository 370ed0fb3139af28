"""`vigil evidence`: open reports in; claims, their origins and what they do not agree on out."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vigil.cli import options
from vigil.cli.output import Format, check_out, chosen_format, render, write
from vigil.errors import InputProblem, InvalidInput
from vigil.model.suggestion import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vigil.evidence.links import Linker
    from vigil.evidence.page import Page
    from vigil.evidence.room import Room

app = typer.Typer(
    help="Open reports: who says what, and where it comes from.", no_args_is_help=True
)

Folder = Annotated[
    Path,
    typer.Option("--evidence", metavar="DIR", envvar="VIGIL_EVIDENCE", help="Where reports are."),
]
DEFAULT_FOLDER = Path("evidence")
SHORTEST = 6  # letters of a hash


@app.command()
def add(
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help="Text or HTML, as saved.")],
    evidence: Folder = DEFAULT_FOLDER,
    publisher: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who published it; of one file.")
    ] = None,
    url: Annotated[str | None, typer.Option(metavar="URL", help="Where it stood; of one file.")] = (
        None
    ),
    day: Annotated[
        str | None, typer.Option(metavar="DATE", help="When it was published; of one file.")
    ] = None,
    output: options.OutputFormat = None,
    out: options.Out = None,
) -> None:
    """Read reports and keep their bytes; when one cannot be read, none is kept."""
    from vigil.config import load_limits
    from vigil.report.evidence_page import page_summary, render_summaries
    from vigil.store.evidence_folder import EvidenceFolder, Received
    from vigil.store.text_file import read_bytes

    check_out(out)
    form = _form(output, out)
    if len(files) > 1 and (publisher or url or day):
        what = "--publisher, --url and --day speak of one page: add its file alone"
        raise InvalidInput.single(what, got=f"{len(files)} files")
    published, limits = options.parse_day(day, "--day"), load_limits()
    brought = []
    for file in files:
        try:
            data = read_bytes(file, None, limits)
        except InvalidInput as error:
            raise InvalidInput(p.placed(file=str(file)) for p in error.problems) from None
        sha256 = hashlib.sha256(data).hexdigest()
        brought.append((data, Received(sha256, file.name, publisher, url, published)))
    pages = EvidenceFolder(evidence).add(brought)
    summaries = [page_summary(page) for page in pages]
    if form is Format.JSONL:
        _write_lines(summaries, out)
    else:
        render(render_summaries(summaries), out)


@app.command()
def cards(
    about: Annotated[
        str | None,
        typer.Argument(metavar="[WORDS]", help="Only claims that say or name this."),
    ] = None,
    evidence: Folder = DEFAULT_FOLDER,
    world: options.WorldFolder = None,
    output: options.OutputFormat = None,
    out: options.Out = None,
) -> None:
    """A card a claim: its words, speaker, pages, chains, origins, and who contests or omits it."""
    from vigil.evidence import cards as making
    from vigil.report.evidence_cards import render_cards

    check_out(out)
    form = _form(output, out)
    room = _open_room(evidence, world)
    found = making.cards(room)
    if about is not None:
        found = tuple(card for card in found if making.says(card, about))
    if form is Format.JSONL:
        _write_lines(found, out)
    else:
        render(render_cards(found, room.pages), out)


@app.command()
def differences(
    evidence: Folder = DEFAULT_FOLDER,
    world: options.WorldFolder = None,
    output: options.OutputFormat = None,
    out: options.Out = None,
) -> None:
    """What the reports do not agree on, the weightiest first."""
    from vigil.report.evidence_differences import difference_fields, render_differences

    check_out(out)
    form = _form(output, out)
    room = _open_room(evidence, world)
    if form is Format.JSONL:
        _write_lines((difference_fields(room, found) for found in room.discrepancies), out)
    else:
        render(render_differences(room), out)


@app.command()
def show(
    page: Annotated[str, typer.Argument(metavar="PAGE", help="Its name or how its hash begins.")],
    evidence: Folder = DEFAULT_FOLDER,
    world: options.WorldFolder = None,
    output: options.OutputFormat = None,
    out: options.Out = None,
) -> None:
    """One report as it was read: what was kept and dropped and why, dates, speakers, names."""
    from vigil.evidence.statements import read_statements
    from vigil.report.evidence_page import page_fields, render_page

    check_out(out)
    form = _form(output, out)
    found = _find(evidence, page)
    reading = read_statements(found)
    links = _linker(world).links(found)
    if form is Format.JSONL:
        _write_lines([page_fields(found, reading, links)], out)
    else:
        render(render_page(found, reading, links), out)


@app.command()
def graph(
    evidence: Folder = DEFAULT_FOLDER,
    world: options.WorldFolder = None,
    output: options.OutputFormat = None,
    out: options.Out = None,
    picture: Annotated[
        Path | None, typer.Option(metavar="FILE.svg", help="Draw it too; needs vigil[plots].")
    ] = None,
) -> None:
    """Where the reports come from: pages, the chains they belong to, the primary origins."""
    from vigil.report.evidence_graph import graph_fields, render_graph

    if picture is not None and picture.suffix != ".svg":
        raise InvalidInput.single("--picture must be a file like origins.svg", got=str(picture))
    check_out(picture)
    check_out(out)
    form = _form(output, out)
    room = _open_room(evidence, world)
    if picture is not None:
        from vigil.report.evidence_picture import draw_origins

        write(draw_origins(room), picture)
    if form is Format.JSONL:
        _write_lines([graph_fields(room)], out)
    else:
        render(render_graph(room), out)


def _open_room(evidence: Path, world: Path | None) -> Room:
    return options.open_room(evidence, options.open_world(world, None))


def _linker(world: Path | None) -> Linker:
    from vigil.evidence.links import Linker
    from vigil.known_names import known_names

    return Linker(known_names(options.open_world(world, None)))


def _find(evidence: Path, wanted: str) -> Page:
    """The one page that is meant.

    Raises:
        InvalidInput: none is called so, or several are.
    """
    from vigil.store.evidence_folder import open_evidence

    folder = open_evidence(evidence)
    records = folder.records()
    found = [
        record
        for record in records
        if record.name == wanted or (len(wanted) >= SHORTEST and record.sha256.startswith(wanted))
    ]
    if len(found) == 1:
        return folder.read(found[0])
    if found:
        hashes = ", ".join(record.sha256[:12] for record in found)
        what = f"PAGE must be one of them, by how its hash begins: {hashes}"
        raise InvalidInput.single(what, got=wanted)
    hint = did_you_mean(wanted, [record.name for record in records])
    problem = InputProblem("PAGE must be the name of a page, or six letters of its hash", "",
                           wanted, hint=hint)  # fmt: skip
    raise InvalidInput([problem])


def _form(output: Format | None, out: Path | None) -> Format:
    form = chosen_format(output, out)
    if form is Format.CSV:
        raise InvalidInput.single("--format must be table or jsonl", got=form.value)
    return form


def _write_lines(values: Iterable[object], out: Path | None) -> None:
    import msgspec

    write(b"".join(msgspec.json.encode(value) + b"\n" for value in values), out)
