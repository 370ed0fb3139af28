"""What is kept of the five reports of June 2023, worked out by reading them.

Offsets of paragraphs, as neither the pages nor their sentences belong to the project.
"""

from pathlib import Path

import pytest

from vigil.evidence.page import BlockKind, Page
from vigil.evidence.reading import read_page

pytestmark = pytest.mark.shared

KEPT = {
    0: [(0, 77), (364, 2764)],
    1: [
        (0, 127), (128, 335), (336, 686), (1029, 1212), (1213, 1359), (1360, 1437), (1438, 1571),
        (1572, 1903), (1904, 2105), (2106, 2523), (2524, 2821), (2822, 2921), (2922, 3078),
        (3079, 3095), (3096, 3273), (3274, 3374), (3375, 3592), (3593, 3743), (3744, 3854),
        (3872, 4076),
    ],
    2: [
        (110, 192), (423, 611), (613, 820), (822, 1049), (1051, 1151), (1153, 1329), (1331, 1475),
        (1477, 1863), (1865, 2043), (2045, 2173), (2175, 2472), (2474, 2628), (2630, 2807),
        (2809, 2909), (2911, 3128), (3130, 3262), (3264, 3413), (3415, 3630), (3632, 3770),
    ],
    3: [
        (0, 196), (198, 378), (380, 594), (596, 715), (716, 916), (918, 1055), (1056, 1147),
        (1149, 1276), (1277, 1396), (1398, 1592), (1593, 1712), (1714, 1888),
    ],
    4: [
        (251, 465), (466, 747), (748, 953), (954, 1197), (1198, 1347), (1348, 1654), (1655, 2055),
        (2056, 2242),
    ],
}  # fmt: skip
# Kinds of what is dropped, in order, each with the extent of all such blocks in a row.
DROPPED: dict[int, list[tuple[BlockKind, int, int]]] = {
    0: [("credit", 79, 119), ("fragment", 123, 322), ("credit", 323, 363)],
    1: [
        ("embedded_post", 687, 1028),
        ("media_mark", 3855, 3871),
        ("media_mark", 4077, 4093),
        ("comments", 4094, 4400),
    ],
    2: [
        ("media_mark", 0, 6),
        ("navigation", 7, 108),
        ("page_date", 194, 218),
        ("caption", 220, 390),
        ("dateline", 392, 422),
        ("publisher_note", 3772, 3824),
        ("credit", 3826, 3841),
        ("biography", 3843, 5018),
    ],
    3: [("credit", 1890, 1898), ("comments", 1900, 2016)],
    4: [
        ("navigation", 0, 5),
        ("caption", 6, 224),
        ("dateline", 225, 250),
        ("repeated_body", 2243, 4019),
        ("comments", 4020, 4668),
    ],
}


def read(shared: Path, number: int) -> Page:
    path = sorted((shared / "reports").glob("*.txt"))[number]
    return read_page(path.read_bytes(), path.name)


@pytest.mark.parametrize("number", KEPT)
def test_all_real_sentences_are_kept_and_nothing_else(shared: Path, number: int) -> None:
    page = read(shared, number)
    assert [tuple(block.at) for block in page.kept] == KEPT[number]
    assert [block.kind == "headline" for block in page.kept].count(True) == (number in (0, 2))


@pytest.mark.parametrize("number", DROPPED)
def test_what_is_dropped_is_named_by_its_reason(shared: Path, number: int) -> None:
    rows: list[tuple[BlockKind, int, int]] = []
    last = None
    for block in read(shared, number).blocks:
        if not block.kept:
            assert block.why
            start = rows.pop()[1] if last == block.kind else block.at.start
            rows.append((block.kind, start, block.at.end))
        last = block.kind
    assert rows == DROPPED[number]
