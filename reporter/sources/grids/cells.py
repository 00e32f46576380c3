"""What a cell can be besides a value: broken, or blank; and how its column is named.

Knows cells and columns of a grid. Never what they mean.
"""

from __future__ import annotations

from string import ascii_uppercase
from typing import Any, NamedTuple


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


def is_blank(cell: Any) -> bool:
    """Tell whether a cell holds nothing."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def column_letters(column: int) -> str:
    """Return the letters of a column that counts from 0: A, Z, AA."""
    before, last = divmod(column, len(ascii_uppercase))
    return (column_letters(before - 1) if before else "") + ascii_uppercase[last]
