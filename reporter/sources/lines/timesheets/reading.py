"""The rows of a monthly grid → billed days, each with its date, its client and its price.

Knows which rows are work, absences or totals. Never where a grid stands on its sheet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reporter.errors import BadCell, Doubt
from reporter.french import quantity
from reporter.model import Day, cents
from reporter.sources.grids.cells import is_blank
from reporter.sources.grids.cells import shown as as_shown
from reporter.sources.lines.owners import doubted
from reporter.sources.lines.timesheets.cells import skipped, unit_asked, unit_of
from reporter.sources.lines.timesheets.rows import (
    bearing_of,
    day_of,
    lacks,
    names_of,
    rates_of,
    read_rows,
    unsure,
)
from reporter.sources.lines.timesheets.sums import (
    NONE,
    Counted,
    expected,
    given,
    in_days_of,
    is_total,
    said_unit,
    total_of,
    unexplained,
)
from reporter.sources.lines.verdicts import TableReading, Verdict
from reporter.sources.lines.worth.missions import no_rate
from reporter.sources.lines.worth.prices import no_hours
from reporter.sources.lines.written.values import Unreadable, tried

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from decimal import Decimal

    from reporter.model import Line
    from reporter.sources.lines.context import Context
    from reporter.sources.lines.timesheets.cells import Worked
    from reporter.sources.lines.timesheets.rows import Row
    from reporter.sources.tables.timesheets import Timesheet


def read_timesheet(sheet: Timesheet, context: Context) -> TableReading:
    """Return a line for each day worked for each client, and what became of each row."""
    periods = sheet.months.values() or (sheet.period,)
    if sheet.period.rivals or not all(period.year and period.month for period in periods):
        return TableReading(errors=(_unnamed(sheet),))
    if (column := sheet.skipped) is not None:
        return TableReading(errors=(skipped(sheet, column),))
    reading = _Reading(sheet, context)
    lines: list[Line] = list(reading.lines())
    left = list(doubted(sheet.grid, sheet.top, sheet.unknown, range(sheet.top + 1, sheet.bottom)))
    return TableReading(
        lines=lines,
        verdicts=reading.verdicts,
        left=tuple(column for column, _ in left),
        errors=tuple(reading.errors),
        doubts=(*reading.doubts, *(doubt for _, doubt in left if doubt is not None)),
    )


def _unnamed(sheet: Timesheet) -> BadCell:
    what = "l’année" if sheet.months else "le mois et l’année"
    fix = f"écrire {what} au-dessus, par exemple « {'2020' if sheet.months else 'Mars 2020'} »"
    if sheet.period.rivals:
        fix = "n’en garder qu’un dans le titre, le nom de la feuille et celui du fichier"
    shown = " ou ".join(sorted(sheet.period.rivals))
    place = sheet.grid.place(sheet.top, min(sheet.days))
    return BadCell("de quel mois est ce tableau ?", place, shown=shown, fix=fix)


class _Reading:
    """A timesheet while it is being read: the client and the unit carry from row to row."""

    def __init__(self, sheet: Timesheet, context: Context) -> None:
        self.sheet = sheet
        self.context = context
        self.client = ""
        self.count = NONE
        self.absent = NONE
        self.billed: list[Day] = []
        self.rows, mistakes = read_rows(sheet)
        self.errors = [mistake for its in mistakes.values() for mistake in its]
        self.doubts: list[Doubt] = []
        self.verdicts = {sheet.top: Verdict.HEADER, **dict.fromkeys(mistakes, Verdict.REFUSED)}
        self.in_hours = self._is_in_hours()
        self.unit = "hours" if self.in_hours else "days"

    def lines(self) -> Iterator[Day]:
        """Yield the days worked, row by row; what became of each row is kept on the way."""
        ended = False
        for row in self.rows:
            before = len(self.errors)
            verdict = None
            if self._is_total(row):
                self._check_total(row)
                verdict = Verdict.TOTAL
            elif row.cells or self._is_summed(row):
                verdict = Verdict.ABSENCE if row.is_absence else Verdict.LINE
                for line in self._worked(row):
                    self.billed.append(line)
                    yield line
            elif not all(map(is_blank, self.sheet.grid.rows[row.number])):
                verdict = Verdict.NOTE if row.labels else Verdict.TITLE
                if ended and (strange := unexplained(self.sheet, row, self.billed)):
                    what, fix = "un nombre sous la grille, hors de ses jours", "l’écrire ailleurs"
                    self._refuse(what, row.number, strange[0], "", fix)
            else:
                ended = True
            if verdict is not None:
                refused = len(self.errors) > before or row.number in self.verdicts
                self.verdicts[row.number] = Verdict.REFUSED if refused else verdict

    def _is_total(self, row: Row) -> bool:
        return is_total(self.sheet, row, self.context.missions)

    def _is_summed(self, row: Row) -> bool:
        """Tell whether a row says a total other than zero, though no day of it is filled."""
        cells = (self.sheet.grid.rows[row.number][column] for column in self.sheet.totals)
        return any(tried(given, cell) for cell in cells)

    def _is_in_hours(self) -> bool:
        """Tell whether the cells are hours, and not days."""
        found = [
            worth
            for row in self.rows
            if not row.is_absence and not self._is_total(row)
            for worth in row.cells.values()
        ]
        unit = unit_of(found, said=self.sheet.in_hours)
        place = self.sheet.grid.place(self.sheet.top, min(self.sheet.days))
        if unit == "unknown":
            shown, fix = unit_asked(found, said=self.sheet.in_hours)
            self.errors.append(BadCell("des jours ou des heures ?", place, shown=shown, fix=fix))
        return unit == "hours"

    def _counted(self, cells: Iterable[Worked], client: str) -> Counted:
        """Return what cells add up to, those of the other unit turned into that of the grid."""
        return total_of(cells, self.context.hours_of(client), in_hours=self.in_hours)

    def _worked(self, row: Row) -> Iterator[Day]:
        missions = self.context.missions
        client, mission, self.client = names_of(self.sheet, row.number, missions, self.client)
        first = self.sheet.fields.get("client", 0)
        if row.is_absence:
            self._leave_out(row, client or mission)
            return
        heard, said = bearing_of(row.labels, client, mission)
        if heard == "not sold":
            fix = "effacer la ligne, ou la nommer par son client"
            self._refuse("ligne annulée ou pas encore facturée", row.number, first, said, fix)
            return
        if heard:
            self.doubts.append(unsure(self.sheet.grid.place(row.number, first), said))
        if (lacking := lacks(self.sheet, row.number, client)) is not None:
            self._refuse(lacking[0], row.number, first, "", lacking[1])
            return
        units = {worth.unit or self.unit for worth in row.cells.values()}
        if "hours" in units and self.context.hours_of(client) is None:
            self._refuse_hours()
        its = self._counted(row.cells.values(), client)
        self.count = self.count.plus(its)
        for column in self.sheet.totals:
            self._check(row.number, column, {its})
        for column, worth in row.cells.items():
            days = in_days_of(worth, self.context.hours_of(client), in_hours=self.in_hours)
            if line := self._line(row.number, column, days, (client, mission)):
                yield line

    def _refuse_hours(self) -> None:
        """Refuse hours that nothing turns into days, once."""
        place = self.sheet.grid.place(self.sheet.top, min(self.sheet.days))
        if all(error.place != place for error in self.errors):
            self.errors.append(no_hours(place))

    def _leave_out(self, row: Row, shown: str) -> None:
        """Leave an absence aside; one that has a price is asked about."""
        its = self._counted(row.cells.values(), shown)
        self.absent = self.absent.plus(its)
        place = self.sheet.grid.place(row.number, self.sheet.fields.get("client", 0))
        column = self.sheet.fields.get("rate")
        price = "" if column is None else self.sheet.grid.rows[row.number][column]
        if column is not None and not is_blank(price) and price != 0:
            fix = "effacer son TJM, ou la nommer par son client"
            self._refuse("une absence, avec un prix", row.number, column, price, fix)
            return
        what = "absence, laissée de côté"
        self.doubts.append(Doubt(code="absence", what=what, place=place, shown=shown))

    def _line(self, row: int, column: int, days: Decimal, names: tuple[str, str]) -> Day | None:
        client, mission = names
        if (day := day_of(self.sheet, row, column)) is None:
            self._refuse("ce jour n’existe pas", row, column, "", "effacer la cellule")
            return None
        rates = rates_of(self.sheet, row, names, day, self.context.missions)
        if len(rates) != 1:
            what, fix = no_rate(rates, self.context.missions, names, day)
            self._refuse(what, row, column, f"{client} {mission}".strip(), fix)
            return None
        (rate,) = rates
        place = self.sheet.grid.place(row, column)
        return Day(
            date=day, client=client, mission=mission, days=days, rate=rate,
            amount=cents(days * rate), place=place,
        )  # fmt: skip

    def _check_total(self, row: Row) -> None:
        """Check a row of totals: its days, and what stands below the totals of the rows."""
        counts = {self.count, self.count.plus(self.absent)}
        if row.cells:
            total = self._counted(row.cells.values(), "").stands
            sums = {count.stands for count in counts}
            self._compare(row.number, min(self.sheet.days), total, sums)
        for column in self.sheet.totals:
            self._check(row.number, column, counts)

    def _check(self, row: int, column: int, counts: set[Counted]) -> None:
        cell = self.sheet.grid.rows[row][column]
        header = self.sheet.grid.rows[self.sheet.top][column]
        unit = said_unit(cell)
        try:
            total = given(cell)
        except Unreadable as unreadable:
            self._refuse("total illisible", row, column, cell, str(unreadable))
            return
        if total is not None:
            said = unit or header
            sums = (expected(count, said, in_hours=self.in_hours) for count in counts)
            self._compare(row, column, total, set().union(*sums))

    def _compare(self, row: int, column: int, total: Decimal, sums: set[Decimal]) -> None:
        """Refuse a total that is not its sum."""
        if sums and total not in sums and not self.errors:
            fix = f"la somme est {quantity(min(sums))} : corriger le total ou l’effacer"
            self._refuse("total différent de la somme", row, column, quantity(total), fix)

    def _refuse(self, what: str, row: int, column: int, shown: Any, fix: str) -> None:
        place = self.sheet.grid.place(row, column)
        self.errors.append(BadCell(what, place, shown=as_shown(shown), fix=fix))
