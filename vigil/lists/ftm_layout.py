"""The lines of a FollowTheMoney file as records by id, whether they are flat or nested.

A flat line is one record; edges (an Ownership, a Sanction) are lines of their own and point to
their ends by id. A nested line holds the records around it inside its properties; an edge inside
leaves out the end that it stands in.

Source: followthemoney/schema/*.yaml (3.8), and the exports of OpenSanctions as documented
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from vigil.errors import SourceChanged, shown

ID = "ftm"

EDGES = {
    "Ownership": ("owner", "asset"),
    "Directorship": ("director", "organization"),
    "Family": ("person", "relative"),
    "UnknownLink": ("subject", "object"),
    "Associate": ("person", "associate"),
    "Representation": ("agent", "client"),
    "Membership": ("member", "organization"),
    "Employment": ("employee", "employer"),
    "Succession": ("predecessor", "successor"),
    "Debt": ("debtor", "creditor"),
    "Payment": ("payer", "beneficiary"),
    "Occupancy": ("holder", "post"),
    "Documentation": ("document", "entity"),
}
HELD = {  # records that belong to one other, and the property that says to which
    "Sanction": "entity", "Identification": "holder", "Passport": "holder",
    "CryptoWallet": "holder", "Note": "entity",
}  # fmt: skip
PARTIES = frozenset({
    "Person", "Company", "Organization", "PublicBody", "LegalEntity", "Vessel", "Airplane",
    "Vehicle", "Asset", "Security",
})  # fmt: skip
BESIDE = frozenset({"Address", "Position", "Article", "Document", "Pages", "HyperText"})
KNOWN = PARTIES | BESIDE | EDGES.keys() | HELD.keys()
POINTERS = frozenset({"addressEntity", "parent", "owner", "operator", "issuer", "organization"})


class FtmLine(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One line, or one record inside another; a value is a text or a record."""

    id: str
    schema: str
    properties: dict[str, list[str | FtmLine]] = {}
    caption: str | None = None
    datasets: tuple[str, ...] = ()
    referents: tuple[str, ...] = ()
    target: bool | None = None
    first_seen: str | None = None
    last_seen: str | None = None
    last_change: str | None = None
    origin: str | tuple[str, ...] | None = None


class Record(msgspec.Struct):
    """All that the file says of one id; `is_line` when it has a line of its own."""

    line: FtmLine
    is_line: bool
    properties: dict[str, list[str]]

    @property
    def schema(self) -> str:
        """The schema, as the file names it."""
        return self.line.schema

    def values(self, *properties: str) -> list[str]:
        """The values of these properties, each once, in order."""
        if len(properties) == 1:  # by far the most frequent
            return self.properties.get(properties[0], [])
        return list(dict.fromkeys(v for p in properties for v in self.properties.get(p, ())))

    @property
    def name(self) -> str:
        """What it is called: its first name, else its caption, else its id."""
        names = self.values("name", "alias", "full", "title", "publicKey")
        return names[0] if names else self.line.caption or self.line.id


def read_records(data: bytes) -> dict[str, Record]:
    """Every record by its id, in order of first appearance; what points to none refuses the file.

    Raises:
        SourceChanged: a line that is no FollowTheMoney record, an id with two lines, or an edge
            whose end is not in the file.
    """
    decoder = msgspec.json.Decoder(FtmLine)
    records: dict[str, Record] = {}
    for number, text in enumerate(data.split(b"\n"), start=1):
        if not text.strip():
            continue
        try:
            line = decoder.decode(text)
        except (msgspec.MsgspecError, RecursionError, UnicodeError) as error:
            raise refused(f"a line must be a FollowTheMoney record: {error}", number) from error
        if line.id in records and records[line.id].is_line:
            raise refused("an id must have one line", line.id)
        _take(line, records, within=None)
    for record in records.values():
        _check_ends(record, records)
    return records


def refused(expected: str, got: object) -> SourceChanged:
    """The error for one thing wrong in the file."""
    return SourceChanged(f"{ID}: {expected}, got {shown(got)}; the file is refused whole")


def _take(line: FtmLine, records: dict[str, Record], within: FtmLine | None) -> None:
    """Put a record and those inside it among the others; of one id all values are united."""
    if line.schema not in KNOWN:
        raise refused("a schema must be known", line.schema)
    known = records.get(line.id)
    if known is not None and known.schema != line.schema:
        raise refused(f"the schema of {line.id} must be {known.schema}", line.schema)
    if known is None or within is None:
        properties = known.properties if known else {}
        records[line.id] = known = Record(line, within is None, properties)
    for name, values in line.properties.items():
        texts = [value if isinstance(value, str) else value.id for value in values]
        inside = [value for value in values if isinstance(value, FtmLine)]
        if not inside or name in POINTERS or name in _ends(line.schema):
            held = known.properties.get(name, [])
            known.properties[name] = list(dict.fromkeys((*held, *texts)))
        for each in inside:
            _take(each, records, within=line)
    if within is not None:
        _close_end(known, within)


def _ends(schema: str) -> tuple[str, ...]:
    return EDGES[schema] if schema in EDGES else (HELD[schema],) if schema in HELD else ()


def _close_end(record: Record, within: FtmLine) -> None:
    """An edge inside a record that leaves out one end has that record as this end."""
    missing = [end for end in _ends(record.schema) if not record.properties.get(end)]
    if len(missing) == 1:
        record.properties[missing[0]] = [within.id]


def _check_ends(record: Record, records: Mapping[str, Record]) -> None:
    ends = _ends(record.schema)
    pointers = [name for name in POINTERS if name in record.properties]
    for end in (*ends, *pointers):
        values = record.properties.get(end, [])
        if end in ends and not values:
            raise refused(f"{record.schema} {record.line.id} must have {end}", values)
        for value in values:
            if value not in records:
                what = f"{record.schema} {record.line.id} must have its {end} in the file"
                raise refused(what, value)
