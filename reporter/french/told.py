"""A sentence some of whose numbers know which figure explains them.

Knows where a number stands in a sentence. Never what it means.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, Self

from reporter.french.words import spaced

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporter.french.cells import Cell


ALONE = r"(?<![\d,\u202f]){}(?!,?\d|\u202f\d)"
"""A number that is not the end of another, nor its beginning."""


class Piece(NamedTuple):
    """A part of a sentence, and the figure that explains it: « 2020.tjm », empty for words."""

    text: str
    of: str = ""


class Told(str):
    """A sentence; it prints as any text does.

    Attributes:
        cells: the numbers that a figure explains, in the order in which the sentence says them.
    """

    __slots__ = ("cells",)
    cells: tuple[Cell, ...]

    def __new__(cls, text: str, *cells: Cell) -> Self:
        """Return a sentence with no-break spaces where French wants them."""
        told = super().__new__(cls, spaced(text))
        told.cells = cells
        return told

    def pieces(self) -> Iterator[Piece]:
        """Yield the words and the numbers of the sentence, in their order."""
        start = 0
        for cell in self.cells:
            found = re.compile(ALONE.format(re.escape(str(cell)))).search(self, start)
            if found is None:
                continue
            yield Piece(self[start : found.start()])
            yield Piece(found[0], cell.of)
            start = found.end()
        yield Piece(self[start:])
