"""What a workbook says of the cells of a sheet, besides their values.

Knows which cells are broken, struck, hidden, or bear a sign. Never how a file says it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from reporter.sources.grids.cells import Broken, Cell, Sign


class Formula(NamedTuple):
    """A formula, and how far it stands from the cell for which its text was written."""

    text: str
    down: int = 0
    right: int = 0


@dataclass(slots=True)
class Marks:
    """What was found of one sheet; rows and columns count from 0.

    Attributes:
        rows: how many rows its filled cells span.
        columns: how many columns its filled cells span.
        hidden: the hidden rows.
        broken: the cells that hold no value though they are not blank.
        struck: the cells that are struck through.
        signs: what is shown beside the numbers of cells.
        formulas: the formulas that have a value.
        notes: the comments of cells.
    """

    rows: int = 0
    columns: int = 0
    hidden: set[int] = field(default_factory=set)
    broken: dict[Cell, Broken] = field(default_factory=dict)
    struck: set[Cell] = field(default_factory=set)
    signs: dict[Cell, Sign] = field(default_factory=dict)
    formulas: dict[Cell, Formula] = field(default_factory=dict)
    notes: dict[Cell, str] = field(default_factory=dict)

    def fill(self, row: int, column: int) -> None:
        """Note that a cell holds something."""
        self.rows = max(self.rows, row + 1)
        self.columns = max(self.columns, column + 1)

    def note(self, cell: Cell, *, broken: Broken | None, struck: bool, sign: Sign | None) -> None:
        """Note what is said of a cell that holds something."""
        self.fill(*cell)
        if broken:
            self.broken[cell] = broken
        if struck:
            self.struck.add(cell)
        if sign:
            self.signs[cell] = sign


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles that say something of a cell, by their number or name."""

    struck: frozenset[str] = frozenset()
    signs: Mapping[str, Sign] = field(default_factory=dict)

    @classmethod
    def of(cls, styles: Collection[tuple[str, bool, Sign | None]]) -> Styles:
        """Return those that strike cells through or show something beside them.

        Args:
            styles: each by its number or name, whether it strikes, and what it shows.
        """
        struck = frozenset(name for name, strikes, _ in styles if strikes)
        return cls(struck, {name: sign for name, _, sign in styles if sign})
