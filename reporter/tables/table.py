"""The table as a value, for every output: page, terminal, workbook, JSON.

Knows headings, cells, and the part of each row. Never how they look.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, Self

from reporter.french import Cell

if TYPE_CHECKING:
    from reporter.french import Kind

YEAR = "Exercice"
Role = Literal["line", "total"]
"""What a row is: one of the things that the table lists, or the sum of all of them."""


class Column(str):
    """The heading of a column: a text, which also knows what stands below it.

    Attributes:
        kind: the kind of its cells; None where each row has its own, or where nobody asks.
        summed: whether its cells add up to something that means anything.
    """

    __slots__ = ("kind", "summed")
    kind: Kind | None
    summed: bool

    def __new__(cls, title: str, kind: Kind | None = None, *, summed: bool = False) -> Self:
        """Return a heading."""
        column = super().__new__(cls, title)
        column.kind, column.summed = kind, summed
        return column


def money(title: str) -> Column:
    """Return the heading of a column of euros that add up."""
    return Column(title, "cents", summed=True)


def headings(*titles: str) -> tuple[Column, ...]:
    """Return the headings of a table, those that are columns already as they are."""
    return tuple(title if isinstance(title, Column) else Column(title) for title in titles)


class Table(NamedTuple):
    """A titled table; the first column names the rows.

    Attributes:
        title: what the table shows, and of which period.
        columns: the heading of each column.
        rows: as many cells as columns in each.
        note: what a reader must know to read it right.
        total: whether the last row is the sum of the others.
    """

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""
    total: bool = False

    @property
    def numeric(self) -> list[bool]:
        """Return whether each column holds figures, to be aligned on the right."""
        columns = range(len(self.columns))
        return [any(row[n].kind != "text" for row in self.rows) for n in columns]

    @property
    def upright(self) -> Table:
        """Return the same numbers, its columns as rows: many years then read from the top down."""
        heads = tuple(Column(str(row[0])) for row in self.rows)
        rows = zip(*(row[1:] for row in self.rows), strict=True)
        names = (Cell(str(column)) for column in self.columns[1:])
        return self._replace(
            columns=(Column(YEAR), *heads),
            rows=tuple((name, *row) for name, row in zip(names, rows, strict=True)),
            total=False,
        )

    def role(self, row: int) -> Role:
        """Return what a row is, counted from 0."""
        return "total" if self.total and row == len(self.rows) - 1 else "line"


class Section(NamedTuple):
    """Tables under a title, or why there are none."""

    title: str
    tables: tuple[Table, ...] = ()
    missing: str = ""
