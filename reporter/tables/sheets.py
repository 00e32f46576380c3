"""What was read of each sheet, for its owner to compare with the bottom of the sheet.

Knows files, sheets and their sums. Never how the tables look.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from reporter.french import Cell, counted, spaced
from reporter.grouping import gathered
from reporter.model import DAYS, Activity, Day, Line, total
from reporter.sources.lines.verdicts import by_verdict
from reporter.sources.lines.worth.completing import LINES
from reporter.tables.table import Table, headings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reporter.sources.lines.verdicts import SheetSummary


def joined(sheets: Iterable[SheetSummary]) -> tuple[SheetSummary, ...]:
    """Return one summary for all the tables of a sheet that hold the same kind of lines."""
    found: dict[tuple[str, str, str], SheetSummary] = {}
    for sheet in sheets:
        key = (sheet.file, sheet.sheet, sheet.kind)
        before = found.get(key)
        found[key] = sheet if before is None else _together(before, sheet)
    return tuple(found.values())


def restricted(sheets: Iterable[SheetSummary], activity: Activity) -> tuple[SheetSummary, ...]:
    """Return the sums that the lines of an activity make in each sheet that holds some."""
    every = (*activity.lines, *activity.movements)
    lines = gathered(((it.place.file, it.place.sheet, type(it)), it) for it in every)
    found = [
        _summed(sheet, lines[sheet.file, sheet.sheet, LINES[sheet.kind]])
        for sheet in joined(sheets)
        if sheet.kind != "missions"
    ]
    return tuple(sheet for sheet in found if sheet.lines)


def sheet_totals(sheets: Iterable[SheetSummary]) -> Table:
    """Return the lines, the days and the amount before tax of each sheet."""
    rows = tuple(
        (
            Cell(sheet.file),
            Cell(sheet.sheet),
            Cell(Decimal(sheet.lines), "days"),
            Cell(sheet.days, "days") if sheet.kind == "days" or sheet.days else Cell(""),
            Cell(sheet.amount, "cents"),
        )
        for sheet in sheets
        if sheet.kind != "missions"
    )
    columns = headings("Fichier", "Feuille", "Lignes", "Jours", "Montant HT")
    return Table(title="Ce qui a été lu", columns=columns, rows=rows)


def sheet_rows(sheets: Iterable[SheetSummary]) -> Table:
    """Return what became of the rows of each sheet: « 131 rangées : 123 lignes, 4 titres »."""
    rows = tuple((Cell(sheet.file), Cell(sheet.sheet), Cell(rows_of(sheet))) for sheet in sheets)
    return Table(
        title="Ce que sont les rangées",
        columns=headings("Fichier", "Feuille", "Rangées"),
        rows=rows,
    )


def rows_of(sheet: SheetSummary) -> str:
    """Return how many rows of a sheet hold something, and what they are."""
    parts = (counted(count, *verdict.value) for verdict, count in by_verdict(sheet.rows))
    return spaced(f"{counted(sheet.rows.total(), 'rangée', 'rangées')} : {', '.join(parts)}")


def unknown_columns(sheets: Iterable[SheetSummary]) -> Table:
    """Return the columns that were left alone."""
    rows = tuple(
        (Cell(column.header), Cell(str(column.place))) for sheet in sheets for column in sheet.left
    )
    return Table(
        title="Colonnes laissées de côté", columns=headings("Colonne", "Endroit"), rows=rows
    )


def _together(one: SheetSummary, other: SheetSummary) -> SheetSummary:
    return one._replace(
        lines=one.lines + other.lines,
        days=one.days + other.days,
        amount=one.amount + other.amount,
        left=one.left + other.left,
        rows=one.rows + other.rows,
    )


def _summed(sheet: SheetSummary, lines: Sequence[Line]) -> SheetSummary:
    days = total((line for line in lines if isinstance(line, Day)), DAYS)
    return sheet._replace(lines=len(lines), days=days, amount=total(lines))
