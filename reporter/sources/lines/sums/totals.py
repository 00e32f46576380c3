"""A row of sums: the numbers that it gives, wherever they stand, against what lines amount to.

Knows the numbers of one row. Never which lines they sum.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from reporter.characters import folded
from reporter.errors import BadCell
from reporter.french import euros_cents, quantity
from reporter.model import CENT, ZERO
from reporter.sources.grids.cells import is_blank
from reporter.sources.lines.sums.foot import SUMMED, is_worth
from reporter.sources.lines.written.column import DATES, RAW, READERS
from reporter.sources.lines.written.values import to_amount, tried
from reporter.sources.tables.titles import year_alone
from reporter.words.sums import is_bare, says_sum

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal

    from reporter.sources.lines.cells import Cells
    from reporter.words.columns import Field


EUROS = {"ht", "tva", "ttc"}
"""Words of a sum of euros, wherever it stands."""


class Sums(NamedTuple):
    """What lines amount to, each of `SUMMED`."""

    amount: Decimal = ZERO
    gross: Decimal = ZERO
    days: Decimal = ZERO
    vat: Decimal = ZERO

    def less(self, other: Sums) -> Sums:
        """Return what remains when other lines are taken away."""
        return Sums(*(one - two for one, two in zip(self, other, strict=True)))


class Total(NamedTuple):
    """What a row of sums gives.

    Attributes:
        title: the name of the sum.
        given: its numbers.
        strays: the column of its only number, where it is that of no sum: « Total HT ; 1500 ».
    """

    title: str
    given: Mapping[Field, Decimal]
    strays: int | None = None

    @property
    def first(self) -> Field | int | None:
        """Return where its first number stands."""
        return self.strays if self.strays is not None else next(iter(self.given), None)

    def is_of(self, sums: Sums) -> bool:
        """Tell whether it is what lines amount to."""
        if self.given.keys() == {"amount"}:
            return is_worth(self.title, self.given["amount"], sums.amount)
        return all(abs(value - getattr(sums, name)) < CENT for name, value in self.given.items())

    def is_told(self, sums: Sequence[Sums], lines: int) -> bool:
        """Tell whether it is what some lines amount to; astray, their days or how many they are."""
        if self.strays is not None and self.given["amount"] in {lines, *(it.days for it in sums)}:
            return True
        return any(map(self.is_of, sums))

    def mistake(self, cells: Cells, rank: int, sums: Sequence[Sums]) -> BadCell:
        """Return what is wrong with it, which is none of some sums."""
        given, found = self.given, [each._asdict() for each in sums]
        name = next(
            (it for it in given if all(abs(given[it] - each[it]) >= CENT for each in found)),
            next(iter(given)),
        )
        show = quantity if name == "days" else euros_cents
        nearest = min((each[name] for each in found), key=lambda value: abs(value - given[name]))
        fix = f"la somme des lignes au-dessus est {show(nearest)} : corriger le total ou l’effacer"
        if abs(nearest - given[name]) < CENT:  # its words say another measure: « Total TVA »
            fix = f"la somme des montants au-dessus n’est pas « {self.title} » : écrire « Total »"
        place = cells.place(rank, name if self.strays is None else self.strays)
        return BadCell("total différent de la somme", place, shown=show(given[name]), fix=fix)


def given_by(cells: Cells, rank: int) -> Total:
    """Return what a row of sums gives: under the columns of sums, else a number among names.

    One that stands on the header of another table may be the sum of what is below.
    """
    given: dict[Field, Decimal] = {
        name: value
        for name in SUMMED
        if name in cells.values and (value := cells.values[name][rank]) is not None
    }
    title = next(filter(says_sum, cells.row(rank)), "")
    if given.keys() == {"vat"} and "amount" in cells.values and "tva" not in folded(title):
        given["amount"] = ZERO
    filled = {cells.table.left + n: cell for n, cell in cells.filled(rank).items()}
    days = cells.table.columns.fields.get("days", -1)
    euros = "amount" not in cells.values and not EUROS.isdisjoint(folded(title).split())
    below = only_number({days: filled[days]}) if days in filled else None
    if below and (not given or (euros and given.keys() == {"days"})):
        return Total(title, {"amount": below[1]}, days)  # no days: « Total HT », or too many
    heads_others = rank == len(cells.rows) - 1 and cells.table.bottom < len(cells.table.grid.rows)
    if given or not is_bare(title) or heads_others:
        return Total(title, given)
    found = only_number({n: cell for n, cell in filled.items() if _holds_words(cells, n)})
    return Total(title, given) if found is None else Total(title, {"amount": found[1]}, found[0])


def only_number(filled: Mapping[int, Any]) -> tuple[int, Decimal] | None:
    """Return the only number of some cells, and its column; a year is none."""
    numbers = [
        (column, number)
        for column, cell in filled.items()
        if not year_alone(cell) and (number := tried(to_amount, cell)) is not None
    ]
    return numbers[0] if len(numbers) == 1 else None


def _holds_words(cells: Cells, column: int) -> bool:
    """Tell whether a column is one of names, of dates or of nothing: no line has a number there."""
    header = cells.table.grid.rows[cells.table.top]
    names = [name for name, n in cells.table.columns.fields.items() if n == column]
    held = (name in DATES or name not in (*READERS, *RAW) for name in names)
    return all(held) if names else is_blank(header[column])
