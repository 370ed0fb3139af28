"""The seal of a list file: its sha256 in a file beside it, as `sha256sum` writes it.

`consolidated.csv.sha256` seals `consolidated.csv` in the same folder or archive. A seal is checked
wherever there is one. A layout whose text neither counts its rows nor marks its end needs one,
because a file cut between two rows looks whole.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from vigil.errors import SourceChanged, shown
from vigil.lists.loaded import digest

SUFFIX = ".sha256"
LINE = re.compile(rb"\\?(?P<digest>[0-9a-fA-F]{64})(?:[ \t][ \t*].*)?\s*")


def one_file(source_id: str, files: Mapping[str, bytes]) -> tuple[str, bytes, bool]:
    """The name and bytes of the one file of a source, and whether it is sealed.

    Raises:
        SourceChanged: no file, several, or a seal that does not fit.
    """
    found, sealed = unsealed(source_id, files)
    if len(found) != 1:
        got = ", ".join(sorted(found)) or "none"
        raise SourceChanged(f"{source_id} must be one file, got {got}")
    [(name, data)] = found.items()
    return name, data, name in sealed


def unsealed(source_id: str, files: Mapping[str, bytes]) -> tuple[dict[str, bytes], frozenset[str]]:
    """The files without their seals, and the names of those that were sealed.

    Raises:
        SourceChanged: a seal that is none, that has no file, or that does not fit its file.
    """
    sealed = set()
    for name in sorted(name for name in files if name.endswith(SUFFIX)):
        line = LINE.fullmatch(files[name])
        if line is None:
            raise _refused(source_id, f"{name} must be a sha256 in hex", files[name][:20])
        of = name.removesuffix(SUFFIX)
        if of not in files:
            raise _refused(source_id, f"{name} must seal a file beside it", sorted(files))
        stated, found = line["digest"].decode().lower(), digest(files[of])
        if stated != found:
            raise _refused(source_id, f"{of} must have the sha256 {stated} of its seal", found)
        sealed.add(of)
    return {n: data for n, data in files.items() if not n.endswith(SUFFIX)}, frozenset(sealed)


def _refused(source_id: str, expected: str, got: object) -> SourceChanged:
    return SourceChanged(f"{source_id}: {expected}, got {shown(got)}; the file is refused whole")
