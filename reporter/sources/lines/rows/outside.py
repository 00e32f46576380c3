"""The rows of a sheet that stand in none of its tables: titles, totals on top, or lines astray.

Knows what stands above a header and beside a table. Never leaves a number out unasked.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from reporter.characters import folded
from reporter.errors import BadCell, Doubt
from reporter.french import euros_cents, of
from reporter.model import CENT
from reporter.sources.grids.cells import is_blank, shown
from reporter.sources.lines.rows.beside import total, unsaid
from reporter.sources.lines.sums.foot import SUMMED
from reporter.sources.lines.sums.totals import Total, only_number
from reporter.sources.lines.verdicts import TableReading, Verdict
from reporter.sources.lines.written.counts import HOUR_WORDS
from reporter.sources.lines.written.values import value_of
from reporter.sources.tables.announced import TAKES, section, takes_back
from reporter.sources.tables.layouts import Table
from reporter.sources.tables.titles import foreign_unit, is_taxed, key_of, words_of
from reporter.words.columns import WORDS
from reporter.words.sums import is_bare

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from reporter.sources.grids.grid import Grid
    from reporter.sources.lines.sums.ledger import Ledger
    from reporter.sources.tables.timesheets import Timesheet
    from reporter.words.columns import Field, Kind

MARKS = {"x", "✓", "✔", "☑"}
"""How a day worked is ticked in a grid."""
PARTS = HOUR_WORDS | {"horaire", "horaires", "demi"}
"""Words of a title above rates that are not of a day."""
PRICES = words_of(f"{WORDS['days']['rate']}, {WORDS['days']['hourly']}")
"""What names a price of time."""
NAMED = 2
"""Cells of a row that is a number and its name."""
MANY = 3
"""Numbers of a row, from which it is rather a line than a title."""
ASTRAY = "rangée de chiffres hors de tout tableau"
ASTRAY_FIX = "la ranger sous l’en-tête de son tableau, ou l’effacer"
FIGURES: tuple[Field, ...] = ("hours", "rate", "hourly", "unit_price", *SUMMED)


class _Row(NamedTuple):
    """A row outside of the tables: its number, and its filled cells by column."""

    number: int
    cells: Mapping[int, Any]


def read_outside(
    grid: Grid, blocks: Sequence[Table | Timesheet], ledgers: Mapping[Kind, Ledger]
) -> TableReading:
    """Return what became of the rows of a sheet that stand in none of its tables and timesheets."""
    rows = [*_outside(grid, blocks)]
    kinds = Counter(block.kind for block in blocks if isinstance(block, Table))
    alone = {kind: ledger for kind, ledger in ledgers.items() if kinds[kind] == 1}
    judged = {
        row.number: _figured(grid, row, ledgers.values())
        or _judged(grid, row, _below(blocks, row), ledgers, alone)
        for row in rows
    }
    sums = {it for ledger in ledgers.values() for it in ledger.total() if it}
    for number, cells in rows:
        inside = any(isinstance(it, Table) and it.top <= number < it.bottom for it in blocks)
        if inside and judged[number][1] is None and (told := unsaid(grid, number, cells, sums)):
            judged[number] = (Verdict.NOTE, told)
    return TableReading(
        verdicts={number: verdict for number, (verdict, _) in judged.items()},
        errors=tuple(said for _, said in judged.values() if isinstance(said, BadCell)),
        doubts=tuple(said for _, said in judged.values() if isinstance(said, Doubt)),
    )


def _outside(grid: Grid, blocks: Sequence[Table | Timesheet]) -> Iterator[_Row]:
    """Yield the rows that have a filled cell in no table, top to bottom."""
    width = len(grid.rows[0]) if grid.rows else 0
    edges = sorted(
        {0, len(grid.rows), *(it for block in blocks for it in (block.top, block.bottom))}
    )
    for top, bottom in pairwise(edges):
        inside = [block for block in blocks if block.top <= top < block.bottom]
        free = [n for n in range(width) if not any(_holds(block, n, width) for block in inside)]
        for number in range(top, bottom) if free else ():
            row = grid.rows[number]
            cells = {column: row[column] for column in free if not is_blank(row[column])}
            if cells:
                yield _Row(number, cells)


def _holds(block: Table | Timesheet, column: int, width: int) -> bool:
    left, right = (block.left, block.right) if isinstance(block, Table) else (0, width)
    return left <= column < right


def _below(blocks: Sequence[Table | Timesheet], row: _Row) -> Table | Timesheet | None:
    """Return the table below a row in its columns, else one beside it."""
    width = max(row.cells) + 1
    below = [
        block
        for block in blocks
        if block.top > row.number and any(_holds(block, column, width) for column in row.cells)
    ]
    return min(below, key=lambda block: block.top, default=blocks[0] if blocks else None)


def _judged(
    grid: Grid,
    row: _Row,
    table: Table | Timesheet | None,
    ledgers: Mapping[Kind, Ledger],
    alone: Mapping[Kind, Ledger],
) -> tuple[Verdict, BadCell | Doubt | None]:
    numbers = {column: found for column, cell in row.cells.items() if (found := value_of(cell))}
    counts = [found for found in numbers.values() if isinstance(found, Decimal)]
    if not isinstance(table, Table):
        dated = any(isinstance(found, date) for found in numbers.values())
        if len(counts) >= MANY or (dated and counts) or _is_worked(row, table):
            return _astray(grid, row, min(numbers or row.cells))
        told = (section(cell, grid.place(row.number, n)) for n, cell in row.cells.items())
        return Verdict.TITLE, next(filter(None, told), None) or _of_grid(grid, row)
    columns = table.columns.fields
    ledger = ledgers.get(table.kind)
    figures: dict[Field, Decimal] = {
        name: found
        for name in FIGURES
        if name in columns and isinstance(found := numbers.get(columns[name]), Decimal)
    }
    dated = isinstance(numbers.get(columns.get("date", min(row.cells))), date)
    if not figures:
        if (dated and len(row.cells) > 1) or len(counts) >= MANY:
            return _astray(grid, row, min(numbers or row.cells))
        wrong = table.kind in alone and _wrong_total(grid, row, alone[table.kind])
        return (Verdict.REFUSED, wrong) if wrong else (Verdict.TITLE, _title(grid, row, table))
    first = columns[next(iter(figures))]
    sums = {} if dated or ledger is None else ledger.total()._asdict()
    known = {name: it for name, it in figures.items() if name in sums}  # a rate may be their mean
    if known and all(abs(it - sums[name]) < CENT for name, it in known.items()):
        return total(grid.place(row.number, first))
    return _astray(grid, row, first)


def _figured(
    grid: Grid, row: _Row, ledgers: Iterable[Ledger]
) -> tuple[Verdict, BadCell | Doubt | None] | None:
    """Return what a price said once is, or the figures of a dashboard, if one is a sum of lines.

    Each of these has its name above it: « CA facturé », « Reste à encaisser ».
    """
    if len(row.cells) == NAMED and key_of(str(row.cells[min(row.cells)])) in PRICES:
        return Verdict.TITLE, None  # it is that of the rows: see `told_once`
    above = grid.rows[row.number - 1] if row.number else ()
    told = {column: value_of(cell) for column, cell in row.cells.items()}
    numbers = {n: it for n, it in told.items() if isinstance(it, Decimal)}
    named = above and all(isinstance(above[n], str) and above[n].strip() for n in told)
    if not named or len(numbers) < len(told):
        return None
    sums = {it for ledger in ledgers for it in ledger.total() if it}
    first = (n for n, it in numbers.items() if any(abs(it - due) < CENT for due in sums))
    return next((total(grid.place(row.number, column)) for column in first), None)


def _wrong_total(grid: Grid, row: _Row, ledger: Ledger) -> BadCell | None:
    """Return the mistake of a sum beside its name alone that is not what the lines amount to."""
    title = next(filter(is_bare, row.cells.values()), "")
    found = only_number(row.cells) if title and len(row.cells) == NAMED else None
    if found is None:
        return None
    (column, value), sums = found, ledger.total()
    if Total(title, {"amount": value}, column).is_told([sums], len(ledger.lines)):
        return None
    fix = f"la somme des lignes est {euros_cents(sums.amount)} : corriger le total ou l’effacer"
    place = grid.place(row.number, column)
    return BadCell("total différent de la somme", place, shown=euros_cents(value), fix=fix)


def _is_worked(row: _Row, table: Timesheet | None) -> bool:
    """Tell whether a row outside of a grid has its words before the days, and marks or halves.

    So is one that has a price and a number where the days stand.
    """
    days = {} if table is None else {n: cell for n, cell in row.cells.items() if n in table.days}
    rate = table and value_of(row.cells.get(table.fields.get("rate", -1)))
    texts = [cell for cell in days.values() if isinstance(cell, str) and value_of(cell) is None]
    halves = [it for cell in days.values() if isinstance(it := value_of(cell), Decimal) and it < 1]
    named = isinstance(row.cells[min(row.cells)], str) and min(row.cells) not in days
    marks = {text.strip().casefold() for text in texts}
    priced = bool(days) and isinstance(rate, Decimal)
    known = marks <= MARKS or (priced and bool(marks & MARKS))
    return named and known and bool(marks or halves or priced)


def _of_grid(grid: Grid, row: _Row) -> Doubt | None:
    """Return the doubt of a title above a grid, of which the prices are in euros, before tax."""
    for column, cell in row.cells.items():
        if isinstance(cell, str) and (unit := foreign_unit(cell) or (is_taxed(cell) and "TTC")):
            return _said(grid, row, column, f"un titre parle {of(unit)}")
        if isinstance(cell, str) and takes_back(cell):
            return _said(grid, row, column, TAKES)
    return None


def _title(grid: Grid, row: _Row, table: Table) -> Doubt | None:
    """Return the doubt of a title that speaks of something else than the lines of its table."""
    fields = table.columns.fields
    for column, cell in row.cells.items():
        words = set(folded(cell).split()) if isinstance(cell, str) else set()
        if (unit := foreign_unit(cell) if words else "") or _is_of_parts(words, table):
            return _said(grid, row, column, f"un titre parle {of(unit or 'heures')}")
        if (
            fields.keys() & {"amount", "rate"}
            and "gross" not in fields
            and words
            and is_taxed(cell)
        ):
            return _said(grid, row, column, "un titre dit TTC des montants qui sont lus hors taxes")
    return None


def _is_of_parts(words: AbstractSet[str], table: Table) -> bool:
    """Tell whether the words of a title speak of hours, or of half days, above what are days."""
    if table.kind == "missions":
        return bool(words & PARTS) and "hourly" not in table.columns.fields
    in_days = table.kind == "days" and "hours" not in table.columns.fields
    return in_days and bool(words & HOUR_WORDS) and words.isdisjoint({"par", "jour"})


def _said(grid: Grid, row: _Row, column: int, what: str) -> Doubt:
    text, place = str(row.cells[column]).strip(), grid.place(row.number, column)
    fix = "vérifier ce que comptent les colonnes, ou effacer ce titre"
    return Doubt("titre-unite", what, place, text[:80], fix, about=text[:40])


def _astray(grid: Grid, row: _Row, column: int) -> tuple[Verdict, BadCell]:
    place = grid.place(row.number, column)
    said = " · ".join(map(shown, row.cells.values()))[:80]
    return Verdict.REFUSED, BadCell(ASTRAY, place, shown=said, fix=ASTRAY_FIX)
