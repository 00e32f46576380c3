from __future__ import annotations

from collections import Counter
from dataclasses import replace
from decimal import Decimal

from reporter.errors import Place
from reporter.sources.lines.verdicts import LeftColumn, SheetSummary
from reporter.tables.sheets import joined, restricted, sheet_totals
from reporter.words.columns import Kind
from tests.builders import activity, day, expense

DAYS, SPENT = Place("data/a.xlsx", "Jours", "A2"), Place("data/a.xlsx", "Dépenses", "A2")


def summary(place: Place, kind: Kind) -> SheetSummary:
    zero = Decimal(0)
    return SheetSummary(
        file=place.file,
        sheet=place.sheet,
        kind=kind,
        lines=0,
        days=zero,
        amount=zero,
        rows=Counter(),
    )


def test_the_sums_are_those_of_the_lines_kept_expenses_that_are_none_included() -> None:
    """Their owner compares them with the bottom of the sheet, where everything is."""
    moved = replace(expense("2020-06-01", "5000", label="Apport"), place=SPENT)
    lines = activity(
        replace(day("2020-03-31", "1.5", "700"), place=DAYS),
        replace(expense("2020-01-02", "300"), place=SPENT),
    )
    sheets = (summary(DAYS, "days"), summary(SPENT, "expenses"))
    found = restricted(sheets, replace(lines, movements=(moved,)))
    assert [(sheet.lines, sheet.days, sheet.amount) for sheet in found] == [
        (1, Decimal("1.5"), 1050),
        (2, 0, 5300),
    ]
    rows = [[str(cell) for cell in row] for row in sheet_totals(found).rows]
    assert rows[1] == ["data/a.xlsx", "Dépenses", "2", "", "5\u202f300,00\u00a0€"]


def test_the_tables_of_a_sheet_are_one_and_no_line_is_counted_twice() -> None:
    """Two tables of days side by side, and one of expenses on the same sheet."""
    twice = (summary(DAYS, "days"), summary(DAYS, "days"), summary(DAYS, "expenses"))
    lines = activity(
        replace(day("2020-03-31", "1.5", "700"), place=DAYS),
        replace(expense("2020-01-02", "300"), place=DAYS),
    )
    assert [(sheet.lines, sheet.amount) for sheet in restricted(twice, lines)] == [
        (1, 1050),
        (1, 300),
    ]
    column = LeftColumn(header="Humeur", place=DAYS)
    two, three = Decimal(2), Decimal(3)
    ones = [sheet._replace(lines=1, days=two, amount=three, left=(column,)) for sheet in twice]
    assert [len(sheet.left) for sheet in joined(ones)] == [2, 1]
    assert [(sheet.lines, sheet.days, sheet.amount) for sheet in joined(ones)] == [
        (2, 4, 6),
        (1, 2, 3),
    ]
