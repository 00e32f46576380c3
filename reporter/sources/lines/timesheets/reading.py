"""The rows of a monthly grid → billed days, each with its date, its client and its price.

Knows which rows are work, absences or totals. Never where a grid stands on its sheet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reporter import numerals
from reporter.characters import folded
from reporter.errors import BadCell, Doubt
from reporter.french import quantity
from reporter.model import ZERO, Day, cents
from reporter.sources.grids.cells import is_blank
from reporter.sources.grids.cells import shown as as_shown
from reporter.sources.lines.meaning.meanings import borne
from reporter.sources.lines.meaning.remarks import on_rows
from reporter.sources.lines.owners import doubted
from reporter.sources.lines.timesheets.cells import skipped, unit_of
from reporter.sources.lines.timesheets.rows import (
    day_of,
    lacks,
    names_of,
    rate_of,
    read_rows,
)
from reporter.sources.lines.timesheets.sums import (
    expected,
    given,
    is_total,
    told,
    unexplained,
)
from reporter.sources.lines.verdicts import TableReading, Verdict
from reporter.sources.lines.worth.missions import Unpriced
from reporter.sources.lines.worth.prices import ONE, in_days, no_hours
from reporter.sources.lines.written.counts import DAY_WORDS, HOUR_WORDS
from reporter.sources.lines.written.values import Unreadable, tried

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from decimal import Decimal

    from reporter.sources.lines.context import Context
    from reporter.sources.lines.timesheets.cells import Unit
    from reporter.sources.lines.timesheets.rows import Row
    from reporter.sources.lines.timesheets.sums import Done
    from reporter.sources.tables.timesheets import Timesheet
    from reporter.sources.tables.vocabulary import Field


OF = {"d"}
"""What is left of « d’ », which is no unit: « Nombre d’heures »."""


def read_timesheet(sheet: Timesheet, context: Context) -> TableReading:
    """Return a line for each day worked for each client, and what became of each row."""
    periods = sheet.months.values() or (sheet.period,)
    if sheet.period.rivals or not all(period.year and period.month for period in periods):
        return TableReading(errors=(_unnamed(sheet),))
    if wrong := skipped(sheet):
        return TableReading(errors=(wrong,))
    reading = _Reading(sheet, context)
    left = list(doubted(sheet.grid, sheet.top, sheet.unknown, range(sheet.top + 1, sheet.bottom)))
    mute = [column.place.column - 1 for column, doubt in left if doubt is None]
    rows = [number for number, it in reading.verdicts.items() if it is Verdict.LINE]
    remarks = on_rows(sheet.grid, mute, rows, {it.client for it in reading.lines})
    return TableReading(
        lines=[*reading.lines],
        verdicts=reading.verdicts,
        left=tuple(column for column, _ in left),
        errors=tuple(reading.errors),
        doubts=(*reading.doubts, *(doubt for _, doubt in left if doubt is not None), *remarks),
    )


def _unnamed(sheet: Timesheet) -> BadCell:
    what = "l’année" if sheet.months else "le mois et l’année"
    fix = f"écrire {what} au-dessus, par exemple « {'2020' if sheet.months else 'Mars 2020'} »"
    if sheet.period.rivals:
        fix = "n’en garder qu’un dans le titre, le nom de la feuille et celui du fichier"
    shown = " ou ".join(sorted(sheet.period.rivals))
    return BadCell("de quel mois est ce tableau ?", sheet.first, shown=shown, fix=fix)


class _Reading:
    """A timesheet while it is being read: the client and the unit carry from row to row."""

    def __init__(self, sheet: Timesheet, context: Context) -> None:
        self.sheet = sheet
        self.context = context
        self.client = ""
        self.done: list[Done] = []
        self.absent: list[Done] = []
        self.lines: list[Day] = []
        rows, mistakes = read_rows(sheet)
        self.errors = [mistake for its in mistakes.values() for mistake in its]
        self.doubts: list[Doubt] = []
        self.verdicts = {sheet.top: Verdict.HEADER, **dict.fromkeys(mistakes, Verdict.REFUSED)}
        self.unit = self._unit(rows)
        self.filled: set[int] = set()
        self.ended = False
        for row in rows:
            before = len(self.errors)
            verdict = self._row(row.in_unit(self.unit))
            if verdict is not None:
                refused = len(self.errors) > before or row.number in self.verdicts
                self.verdicts[row.number] = Verdict.REFUSED if refused else verdict

    def _unit(self, rows: Sequence[Row]) -> Unit:
        """Return what the cells count; asked where nothing tells."""
        work = (row for row in rows if not row.is_absence and not self._is_total(row))
        found = [worth for row in work for worth in row.cells.values()]
        unit = unit_of(found, said=self.sheet.in_hours)
        if isinstance(unit, str):
            return unit
        what, (shown, fix) = "des jours ou des heures ?", unit
        self.errors.append(BadCell(what, self.sheet.first, shown=shown, fix=fix))
        return "days"

    def _row(self, row: Row) -> Verdict | None:
        """Return what a row is, None where it is blank; its lines are kept on the way."""
        if self._is_total(row):
            self._check_total(row)
            return Verdict.TOTAL
        ends = (self.sheet.grid.rows[row.number][column] for column in self.sheet.totals)
        summed = (total.number for cell in ends if (total := tried(given, cell)) is not None)
        self.filled |= row.cells.keys()
        if row.cells or any(summed):  # a sum of blanks is work too
            self.lines.extend(self._worked(row))
            return Verdict.ABSENCE if row.is_absence else Verdict.LINE
        if all(map(is_blank, self.sheet.grid.rows[row.number])):
            self.ended = True
            return None
        apart = self.ended or all(numerals.number(text) is not None for text in row.labels)
        if apart and (strange := unexplained(self.sheet, row, self.lines)):
            what, fix = "un nombre sous la grille, hors de ses jours", "l’écrire ailleurs"
            self._refuse(what, row.number, strange[0], "", fix)
        return Verdict.NOTE if row.labels else Verdict.TITLE

    def _is_total(self, row: Row) -> bool:
        return is_total(self.sheet, row, self.context.missions)

    def _worked(self, row: Row) -> Iterator[Day]:
        missions, number = self.context.missions, row.number
        client, mission, self.client = names_of(self.sheet, number, missions, self.client)
        first = self.sheet.fields.get("client", 0)
        if row.is_absence:
            self._leave_out(row, client or mission)
            return
        said: dict[str, Field] = dict.fromkeys(row.labels, "status")
        said |= {mission: "mission", client: "client"}
        texts = [(name, text) for text, name in said.items()]
        if heard := borne(texts, self.sheet.grid.place(number, first)):
            if isinstance(heard, BadCell):
                self.errors.append(heard)
                return
            self.doubts.append(heard)
        if (lacking := lacks(self.sheet, number, client)) is not None:
            self._refuse(lacking[0], number, first, "", lacking[1])
            return
        a_day = self.context.hours_of(client)
        unsaid = a_day is None and any(worth.unit == "hours" for worth in row.cells.values())
        if unsaid and all(error.place != self.sheet.first for error in self.errors):
            self.errors.append(no_hours(self.sheet.first))
        its = [(worth, a_day) for worth in row.cells.values()]
        self.done += its
        for column in self.sheet.totals:
            self._check(number, column, (its,))
        for column, worth in row.cells.items():
            hours = worth.unit == "hours"
            days = in_days(worth.number, a_day or ONE) if hours else worth.number
            if line := self._line(number, column, days, (client, mission)):
                yield line

    def _leave_out(self, row: Row, shown: str) -> None:
        """Leave an absence aside; one that has a price is asked about."""
        a_day = self.context.hours_of(shown)
        self.absent += [(worth, a_day) for worth in row.cells.values()]
        column, price = self.sheet.fields.get("rate"), self.sheet.cell(row.number, "rate")
        if column is not None and not is_blank(price) and price != 0:
            fix = "effacer son TJM, ou la nommer par son client"
            self._refuse("une absence, avec un prix", row.number, column, price, fix)
            return
        what = "absence, laissée de côté"
        place = self.sheet.grid.place(row.number, self.sheet.fields.get("client", 0))
        self.doubts.append(Doubt(code="absence", what=what, place=place, shown=shown))

    def _line(self, row: int, column: int, days: Decimal, names: tuple[str, str]) -> Day | None:
        client, mission = names
        if (day := day_of(self.sheet, row, column)) is None:
            self._refuse("ce jour n’existe pas", row, column, "", "effacer la cellule")
            return None
        rate = rate_of(self.sheet, row, names, day, self.context.missions)
        if isinstance(rate, Unpriced):
            last = self.errors[-1] if self.errors else None
            if last is None or (last.place.row, last.fix) != (row + 1, rate.fix):
                self._refuse(rate.what, row, column, f"{client} {mission}".strip(), rate.fix)
            return None
        place = self.sheet.grid.place(row, column)
        return Day(
            date=day, client=client, mission=mission, days=days, rate=rate,
            amount=cents(days * rate), place=place,
        )  # fmt: skip

    def _check_total(self, row: Row) -> None:
        """Check a row of totals: its days, and what stands below the totals of the rows."""
        counts = (self.done, [*self.done, *self.absent])
        if row.cells:
            for column in row.cells.keys() - self.filled if len(row.cells) > 1 else ():
                self._compare(row.number, column, row.cells[column].number, {ZERO})
            a_day = self.context.hours_of("")
            total = told([(worth, a_day) for worth in row.cells.values()], self.unit)
            sums = {value for its in counts for value in told(its, self.unit)}
            self._compare(row.number, min(self.sheet.days), max(total, default=ZERO), sums)
        for column in self.sheet.totals:
            self._check(row.number, column, counts)

    def _check(self, row: int, column: int, counts: Iterable[Sequence[Done]]) -> None:
        cell = self.sheet.grid.rows[row][column]
        try:
            total = given(cell)
        except Unreadable as unreadable:
            self._refuse("total illisible", row, column, cell, str(unreadable))
            return
        if total is not None:
            header = set(folded(self.sheet.grid.rows[self.sheet.top][column]).split()) - OF
            said = {"days": DAY_WORDS, "hours": HOUR_WORDS}.get(total.unit, header)
            sums = {value for it in counts for value in expected(it, said, self.unit)}
            self._compare(row, column, total.number, sums)

    def _compare(self, row: int, column: int, total: Decimal, sums: set[Decimal]) -> None:
        """Refuse a total that is not its sum."""
        if sums and total not in sums and not self.errors:
            fix = f"la somme est {quantity(min(sums))} : corriger le total ou l’effacer"
            self._refuse("total différent de la somme", row, column, quantity(total), fix)

    def _refuse(self, what: str, row: int, column: int, shown: Any, fix: str) -> None:
        place = self.sheet.grid.place(row, column)
        self.errors.append(BadCell(what, place, shown=as_shown(shown), fix=fix))
