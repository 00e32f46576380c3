"""The rows of a monthly grid → billed days, each with its date, its client and its price.

Knows which rows are work, absences or totals. Never where a grid stands on its sheet.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reporter import numerals
from reporter.characters import folded
from reporter.errors import BadCell, Doubt
from reporter.french import quantity
from reporter.model import ZERO, Day
from reporter.sources.grids.cells import is_blank
from reporter.sources.lines.crossed import Crossed, doubtful_cells
from reporter.sources.lines.owners import unread
from reporter.sources.lines.rows.alone import remark
from reporter.sources.lines.rows.blanks import from_above
from reporter.sources.lines.rows.days_off import OWN_TIME
from reporter.sources.lines.timesheets.cells import skipped, unit_of
from reporter.sources.lines.timesheets.rows import KEY, day_of, lacks, read_rows, whose_row
from reporter.sources.lines.timesheets.sums import (
    expected,
    given,
    is_told_again,
    is_total,
    told,
    unexplained,
)
from reporter.sources.lines.verdicts import TableReading, Verdict
from reporter.sources.lines.worth.drafts import Draft
from reporter.sources.lines.worth.hours import no_hours
from reporter.sources.lines.written.counts import DAY_WORDS, HOUR_WORDS
from reporter.sources.lines.written.values import Unreadable, tried
from reporter.sources.tables.announced import says_of_lines
from reporter.sources.tables.sheet_names import month_left_out

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from decimal import Decimal

    from reporter.sources.lines.context import Context
    from reporter.sources.lines.timesheets.cells import Unit
    from reporter.sources.lines.timesheets.rows import Row
    from reporter.sources.lines.timesheets.sums import Done
    from reporter.sources.tables.timesheets import Timesheet
    from reporter.words.columns import Field

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
    rows = [number for number, it in reading.verdicts.items() if it is Verdict.LINE]
    unknown = [n for n in sheet.unknown if not is_told_again(sheet, n, reading.lines)]
    left, odd = unread(sheet.grid, sheet.top, unknown, rows, {it.client for it in reading.lines})
    return TableReading(
        lines=[*reading.lines],
        verdicts=reading.verdicts,
        left=tuple(left),
        errors=tuple({str(it): it for it in reading.errors}.values()),
        doubts=(
            *reading.doubts,
            *odd,
            *doubtful_cells(sheet, sheet.totals, reading.lines, reading.unit),
            *month_left_out(sheet.month_places, "rangée"),
        ),
    )


def _unnamed(sheet: Timesheet) -> BadCell:
    what = "l’année" if sheet.months else "le mois et l’année"
    fix = f"écrire {what} au-dessus, par exemple « {'2020' if sheet.months else 'Mars 2020'} »"
    if sheet.period.rivals:
        fix = "n’en garder qu’un dans le titre, le nom de la feuille et celui du fichier"
    shown = " ou ".join(sorted(sheet.period.rivals))
    return BadCell("de quel mois est ce tableau ?", sheet.first, shown=shown, fix=fix)


class _Reading(Crossed):
    """A timesheet while it is being read: the client and the unit carry from row to row."""

    def __init__(self, sheet: Timesheet, context: Context) -> None:
        below = range(sheet.top + 1, sheet.bottom)
        super().__init__(sheet, below, sheet.fields, context, sheet.rate)
        self.sheet = sheet
        self.lines: list[Day] = []
        self.client = ""
        self.done: list[Done] = []
        self.absent: list[Done] = []
        rows, mistakes = read_rows(sheet)
        rows = [replace(row, own=self._is_own(row)) for row in rows]
        self.errors += [mistake for its in mistakes.values() for mistake in its]
        self.verdicts = {sheet.top: Verdict.HEADER, **dict.fromkeys(mistakes, Verdict.REFUSED)}
        self.unit = self._unit(rows)
        self.filled: set[int] = set()
        self.taken: list[int] = []
        self.ended = False
        for row in rows:
            before = len(self.errors)
            verdict = self._row(row.in_unit(self.unit))
            if verdict is not None:
                refused = len(self.errors) > before or row.number in self.verdicts
                self.verdicts[row.number] = Verdict.REFUSED if refused else verdict
        if self.taken:
            place = self.grid.place(self.taken[0], self.fields["client"])
            self.doubts.append(from_above("client", place, len(self.taken)))

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
        ends = (self.grid.rows[row.number][column] for column in self.sheet.totals)
        summed = (total.number for cell in ends if (total := tried(given, cell)) is not None)
        self.filled |= row.cells.keys()
        if row.cells or any(summed):  # a sum of blanks is work too
            self.lines.extend(self._worked(row))
            return Verdict.ABSENCE if row.is_absence else Verdict.LINE
        if all(map(is_blank, self.grid.rows[row.number])):
            self.ended = True
            return None
        apart = self.ended or all(numerals.number(text) is not None for text in row.labels)
        if apart and (strange := unexplained(self.sheet, row, self.lines)):
            what, fix = "un nombre sous la grille, hors de ses jours", "l’écrire ailleurs"
            self.refuse(what, row.number, strange[0], fix, "")
        self._hear_alone(row.number)
        return Verdict.NOTE if row.labels else Verdict.TITLE

    def _hear_alone(self, number: int) -> None:
        """Keep the doubt of a text that stands alone on a row, and says something of the cells."""
        filled = {n: it for n, it in enumerate(self.grid.rows[number]) if not is_blank(it)}
        for column, cell in filled.items() if len(filled) == 1 else ():
            if isinstance(cell, str) and not KEY.match(cell) and says_of_lines(cell):
                self.doubts.append(remark(cell, self.grid.place(number, column)))

    def _is_own(self, row: Row) -> bool:
        """Tell whether a row is of nobody's time, by its only word: a client of a price is none."""
        name = self.text(row.number, "client")
        own = folded(name) in OWN_TIME and [name] == [it.strip() for it in row.labels]
        priced = self.value(row.number, "rate") or self.context.missions.has_client(name)
        return own and not priced

    def _is_total(self, row: Row) -> bool:
        return is_total(self.sheet, row, self.context.missions)

    def _worked(self, row: Row) -> Iterator[Day]:
        number = row.number
        if not self.understood(number, self.sheet.days):
            return
        client, mission = self._names(number)
        if row.is_absence:
            self._leave_out(row, client or mission)
            return
        said: dict[str, Field] = dict.fromkeys(row.labels, "status")
        said |= {self.text(number, "worker"): "worker", mission: "mission", client: "client"}
        if isinstance(self.hear(said, number), BadCell):
            return
        if (lacking := lacks(self.sheet, number, client)) is not None:
            self.errors.append(lacking)
            return
        a_day = self.context.hours_of(client)
        unsaid = a_day is None and any(worth.unit == "hours" for worth in row.cells.values())
        if unsaid and all(error.place != self.sheet.first for error in self.errors):
            self.errors.append(no_hours(self.sheet.first))
        done = [(worth, a_day) for worth in row.cells.values()]
        self.done += done
        for column in self.sheet.totals:
            self._check(number, column, (done,))
        draft = Draft(number, client=client, mission=mission)
        for column, count in row.cells.items():
            if (day := day_of(self.sheet, number, column)) is None:
                self.refuse("ce jour n’existe pas", number, column, "effacer la cellule", "")
                continue
            if line := self.worked(draft, count, day, column):
                yield line

    def _names(self, number: int) -> tuple[str, str]:
        """Return the client and the mission of a row; a client may be written once for several."""
        own, above = (self.text(number, "client"), self.text(number, "mission")), self.client
        client, mission, self.client = whose_row(self.sheet, own, self.context.missions, above)
        if client and client == above and not own[0] and "client" in self.fields:
            self.taken.append(number)
        return client, mission

    def _leave_out(self, row: Row, shown: str) -> None:
        """Leave an absence aside; one that has a price is asked about."""
        a_day = self.context.hours_of(shown)
        self.absent += [(worth, a_day) for worth in row.cells.values()]
        if self.value(row.number, "rate"):
            fix = "effacer son TJM, ou la nommer par son client"
            self.refuse("une absence, avec un prix", row.number, self.fields["rate"], fix)
            return
        what = "absence, laissée de côté"
        place = self.grid.place(row.number, self.fields.get("client", 0))
        self.doubts.append(Doubt(code="absence", what=what, place=place, shown=shown))

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
        cell = self.grid.rows[row][column]
        try:
            total = given(cell)
        except Unreadable as unreadable:
            self.refuse("total illisible", row, column, str(unreadable))
            return
        if total is not None:
            header = set(folded(self.grid.rows[self.sheet.top][column]).split()) - OF
            said = {"days": DAY_WORDS, "hours": HOUR_WORDS}.get(total.unit, header)
            sums = {value for it in counts for value in expected(it, said, self.unit)}
            self._compare(row, column, total.number, sums)

    def _compare(self, row: int, column: int, total: Decimal, sums: set[Decimal]) -> None:
        """Refuse a total that is not its sum."""
        if sums and total not in sums and not self.errors:
            fix = f"la somme est {quantity(min(sums))} : corriger le total ou l’effacer"
            self.refuse("total différent de la somme", row, column, fix, quantity(total))
