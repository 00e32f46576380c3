"""What a cell can be besides a value, and what a workbook says of those of a sheet.

Knows which cells are broken, blank, struck, hidden, or bear a sign. Never how a file says it, nor
what they mean.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from string import ascii_uppercase
from typing import Any, Literal, NamedTuple

LAST_COLUMN = 16_384
"""How many columns a spreadsheet has."""
LONGEST_SHOWN = 80
Cell = tuple[int, int]
"""A row and a column, both from 0."""


class Broken(NamedTuple):
    """A cell that holds no value: a formula never computed, or one that ends in an error."""

    shown: str
    fix: str

    def __str__(self) -> str:
        """Return what the spreadsheet shows there."""
        return self.shown


UNCOMPUTED = Broken(
    "formule sans valeur calculée",
    "ouvrir le classeur dans un tableur et l’enregistrer, pour que la formule soit calculée",
)
STALE = Broken(
    "formule dont la valeur n’est plus à jour",
    "ouvrir le classeur dans un tableur, le recalculer et l’enregistrer",
)
ODD = Broken("valeur écrite d’une façon inhabituelle", "retaper la valeur dans un tableur")
ERROR_FIX = "corriger la formule, ou écrire la valeur"


class Sign(NamedTuple):
    """What a spreadsheet shows beside a number and its value does not hold.

    Attributes:
        kind: "currency", another than the euro; "thousands", the number counts thousands of what
            it says (« 12 k€ » for 12); "scaled", fewer thousands are shown than the number holds
            (« 12 k€ » for 12000); "unit", hours, minutes, days; "minus", a
            number above zero shown as one below; "words", anything else.
        text: the words shown: « $ », « USD », « k€ », « h », « AV- ».
    """

    kind: Literal["currency", "thousands", "scaled", "unit", "minus", "words"]
    text: str


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
        moving: the cells whose formula gives another value each day.
        notes: the comments of cells.
        merged: the last cell of each merged area of an .xlsx, by its first, which has its value.
    """

    rows: int = 0
    columns: int = 0
    hidden: set[int] = field(default_factory=set)
    broken: dict[Cell, Broken] = field(default_factory=dict)
    struck: set[Cell] = field(default_factory=set)
    signs: dict[Cell, Sign] = field(default_factory=dict)
    formulas: dict[Cell, Formula] = field(default_factory=dict)
    moving: set[Cell] = field(default_factory=set)
    notes: dict[Cell, str] = field(default_factory=dict)
    merged: dict[Cell, Cell] = field(default_factory=dict)

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

    def beside(self, row: int, column: int) -> range:
        """Return the other columns over which a cell was merged: what they held is lost."""
        _, last = self.merged.get((row, column), (row, column))
        return range(column + 1, last + 1)

    def below(self, row: int, column: int) -> range:
        """Return the rows below over which a cell was merged."""
        last, _ = self.merged.get((row, column), (row, column))
        return range(row + 1, last + 1)


def is_blank(cell: Any) -> bool:
    """Tell whether a cell holds nothing."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def shown(cell: Any) -> str:
    """Return a cell as a French spreadsheet shows it, cut where it is long: 500, 31/03/2020."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, date):
        return cell.strftime("%d/%m/%Y")
    return str(cell).strip()[:LONGEST_SHOWN]


def column_number(letters: str) -> int:
    """Return the number of a column from its letters, A being 0."""
    number = 0
    for letter in letters.upper():
        number = number * len(ascii_uppercase) + ord(letter) - ord("A") + 1
    return number - 1
