"""Types of the compiled kernel; what it does is in `_kernel.c`."""

from collections.abc import Sequence

def edit_distance(a: str, b: str, most: int, /) -> int: ...

class Index:
    def __new__(cls, arrays: tuple[Sequence[int], ...], /) -> Index: ...
    def candidates(
        self,
        words: list[tuple[str | None, int, int, int, int] | tuple[int, list[tuple[int, int]]]],
        threshold: int,
        shares: tuple[int, int, int, int],
        /,
    ) -> list[int]: ...
    def similar(self, word: bytes, /) -> list[tuple[int, int]]: ...
