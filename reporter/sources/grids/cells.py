"""What a cell can be besides a value: broken or blank; what is shown beside its number.

Knows cells of a grid. Never what they mean.
"""

from __future__ import annotations

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
