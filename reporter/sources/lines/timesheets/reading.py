"""The rows of a monthly grid → billed days, each with its date, its client and its price.

Knows which rows are work, absences or totals. Never where a grid stands on its sheet.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from reporter.errors import BadCell, Doubt
from reporter.french import quantity
from reporter.model import ZERO, Day, cents
from reporter.sources.grids.cells import Broken, is_blank
from reporter.sources.grids.cells import shown as as_shown
from reporter.sources.lines.prices import in_days, no_hours, no_rate
from reporter.sources.lines.timesheets.cells import (
    NOBODY_KNOWS,
    is_absence,
    is_clock,
    unit_of,
    worked,
)
from reporter.sources.lines.timesheets.columns import left_columns
from reporter.sources.lines.timesheets.sums import NONE, Counted, counted, expected, given
from reporter.sources.lines.values import Unreadable, to_money, to_text
from reporter.sources.lines.verdicts import TableReading, Verdict
from reporter.sources.tables.words import bearing, says_sum
from reporter.sources.tables.words import is_absence as says_absence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reporter.model import Line
    from reporter.sources.lines.context import Context
    from reporter.sources.tables.timesheets import Timesheet


class _Row(NamedTuple):
    """A row of a grid: its words, and what is billed on each column, as it stands."""

    number: int
    labels: list[str]
    cells: Mapping[int, Decimal]

    @property
    def is_absence(self) -> bool:
        """Tell whether a word of the row says that nobody worked for a client."""
        return any(map(says_absence, self.labels))


def read_timesheet(sheet: Timesheet, context: Context) -> TableReading:
    """Return a line for each day worked for each client, and what became of each row."""
    period = sheet.period
    if not (period.year and period.month) or period.rivals:
        return TableReading(errors=(_unnamed(sheet),))
    reading = _Reading(sheet, context)
    lines: list[Line] = list(reading.lines())
    left, doubts = left_columns(sheet)
    return TableReading(
        lines=lines,
        verdicts=reading.verdicts,
        left=left,
        errors=tuple(reading.errors),
        doubts=(*reading.doubts, *doubts),
    )


def _unnamed(sheet: Timesheet) -> BadCell:
    fix = "écrire le mois et l’année au-dessus, par exemple « Mars 2020 »"
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
        self.errors: list[BadCell] = []
        self.doubts: list[Doubt] = []
        self.verdicts = {sheet.top: Verdict.HEADER}
        self.rows = [self._read(row) for row in range(sheet.top + 1, sheet.bottom)]
        self.in_hours = self._unit()

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
                yield from self._worked(row)
            elif not all(map(is_blank, self.sheet.grid.rows[row.number])):
                verdict = Verdict.NOTE if row.labels else Verdict.TITLE
                if ended and self._numbers(row):
                    what, fix = "un nombre sous la grille, hors de ses jours", "l’écrire ailleurs"
                    self._refuse(what, row.number, self._numbers(row)[0], "", fix)
            else:
                ended = True
            if verdict is not None:
                refused = len(self.errors) > before or row.number in self.verdicts
                self.verdicts[row.number] = Verdict.REFUSED if refused else verdict

    def _numbers(self, row: _Row) -> list[int]:
        """Return the columns of a row that hold a number."""
        cells = self.sheet.grid.rows[row.number]
        return [column for column, cell in enumerate(cells) if isinstance(cell, int | float)]

    def _read(self, number: int) -> _Row:
        """Return a row; what is no number, nor an absence that is known, is a mistake."""
        labels = self.sheet.labels(number)
        cells = {}
        for column in (*self.sheet.days, *self.sheet.beyond):
            cell = self.sheet.grid.rows[number][column]
            if is_blank(cell) or is_absence(cell, named=bool(labels), day=self._day(column)):
                continue
            try:
                worth = worked(cell)
            except Unreadable as unreadable:
                what = "cellule en erreur" if isinstance(cell, Broken) else "jour illisible"
                fix = NOBODY_KNOWS if len(str(cell).strip()) == 1 else str(unreadable)
                self._refuse(what, number, column, cell, fix)
                self.verdicts[number] = Verdict.REFUSED
                continue
            if worth:
                cells[column] = worth
        return _Row(number, labels, cells)

    def _day(self, column: int) -> date | None:
        period = self.sheet.period
        try:
            return date(period.year or 0, period.month or 0, self.sheet.days.get(column, 0))
        except ValueError:
            return None

    def _is_total(self, row: _Row) -> bool:
        """Tell whether a row is a total: « Total Énergies » is none where it has a rate."""
        return any(
            says_sum(label) and not self.context.missions.has_client(label) for label in row.labels
        )

    def _is_summed(self, row: _Row) -> bool:
        """Tell whether a row says a total other than zero, though no day of it is filled."""
        cells = (self.sheet.grid.rows[row.number][column] for column in self.sheet.totals)
        return any(isinstance(cell, int | float) and cell for cell in cells)

    def _unit(self) -> bool:
        """Tell whether the cells are hours, and not days."""
        found = [
            (number, is_clock(self.sheet.grid.rows[row.number][column]))
            for row in self.rows
            if not row.is_absence and not self._is_total(row)
            for column, number in row.cells.items()
        ]
        plain = [number for number, clock in found if not clock]
        unit = unit_of(plain, clocks=len(plain) < len(found), said=self.sheet.in_hours)
        place = self.sheet.grid.place(self.sheet.top, min(self.sheet.days))
        if unit == "unknown":
            fix = "écrire « Heures » au-dessus du tableau, ou au plus 1 par jour"
            if self.sheet.in_hours:
                fix = "écrire 7h et non 7, ou retirer le mot « heures » si ce sont des jours"
            shown = f"de {quantity(min(plain))} à {quantity(max(plain))}"
            self.errors.append(BadCell("des jours ou des heures ?", place, shown=shown, fix=fix))
        return unit == "hours"

    def _in_days(self, number: Decimal, client: str) -> Decimal:
        a_day = self.context.hours_of(client) or Decimal(1)
        return in_days(number, a_day) if self.in_hours else number

    def _counted(self, number: Decimal, client: str) -> Counted:
        return counted(number, self.context.hours_of(client), in_hours=self.in_hours)

    def _worked(self, row: _Row) -> Iterator[Day]:
        client, mission = self._names(row.number)
        first = self.sheet.fields.get("client", 0)
        if row.is_absence:
            self._leave_out(row, client or mission)
            return
        said = next((label for label in row.labels if bearing(label) == "not sold"), "")
        if said:
            fix = "effacer la ligne, ou la nommer par son client"
            self._refuse("ligne annulée ou pas encore facturée", row.number, first, said, fix)
            return
        if not client:
            fix = "écrire le client, ou « Total » si c’est une somme"
            self._refuse("ligne sans client", row.number, first, "", fix)
            return
        if self.in_hours and self.context.hours_of(client) is None:
            self._refuse_hours()
        its = self._counted(sum(row.cells.values(), ZERO), client)
        self.count = self.count.plus(its)
        for column in self.sheet.totals:
            self._check(row.number, column, {its})
        for column, number in row.cells.items():
            days = self._in_days(number, client)
            if line := self._line(row.number, column, days, (client, mission)):
                yield line

    def _refuse_hours(self) -> None:
        """Refuse hours that nothing turns into days, once."""
        place = self.sheet.grid.place(self.sheet.top, min(self.sheet.days))
        if all(error.place != place for error in self.errors):
            self.errors.append(no_hours(place))

    def _leave_out(self, row: _Row, shown: str) -> None:
        """Leave an absence aside; one that has a price is asked about."""
        its = self._counted(sum(row.cells.values(), ZERO), shown)
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

    def _names(self, row: int) -> tuple[str, str]:
        """Return the client and the mission of a row; the client may stand on a row above."""
        cells = self.sheet.grid.rows[row]
        fields = self.sheet.fields
        found = {
            name: to_text(cells[fields[name]]) for name in ("client", "mission") if name in fields
        }
        client, mission = found.get("client", ""), found.get("mission", "")
        alone = client or mission
        if not (client and mission) and not self.context.missions.has_client(alone):
            clients = self.context.missions.clients_of(alone)
            if len(clients) == 1 and not (self.client and "client" in found and mission):
                return clients.pop(), alone
        self.client = client or (self.client if mission else "")
        return self.client, mission

    def _line(self, row: int, column: int, days: Decimal, names: tuple[str, str]) -> Day | None:
        client, mission = names
        day = self._day(column)
        if day is None:
            self._refuse("ce jour n’existe pas", row, column, "", "effacer la cellule")
            return None
        rates = self._rates(row, names, day)
        if len(rates) != 1:
            what, fix = no_rate(rates)
            self._refuse(what, row, column, f"{client} {mission}".strip(), fix)
            return None
        (rate,) = rates
        place = self.sheet.grid.place(row, column)
        return Day(
            date=day, client=client, mission=mission, days=days, rate=rate,
            amount=cents(days * rate), place=place,
        )  # fmt: skip

    def _rates(self, row: int, names: tuple[str, str], day: date) -> set[Decimal]:
        column = self.sheet.fields.get("rate")
        cell = "" if column is None else self.sheet.grid.rows[row][column]
        if column is None or is_blank(cell):
            return self.context.missions.rates(*names, day)
        try:
            return {to_money(cell)}
        except Unreadable:
            return set()

    def _check_total(self, row: _Row) -> None:
        """Check a row of totals: its days, and what stands below the totals of the rows."""
        counts = {self.count, self.count.plus(self.absent)}
        if row.cells:
            total = sum(row.cells.values(), ZERO)
            sums = {count.stands for count in counts}
            self._compare(row.number, min(self.sheet.days), total, sums)
        for column in self.sheet.totals:
            self._check(row.number, column, counts)

    def _check(self, row: int, column: int, counts: set[Counted]) -> None:
        cell = self.sheet.grid.rows[row][column]
        header = self.sheet.grid.rows[self.sheet.top][column]
        try:
            total = given(cell)
        except Unreadable as unreadable:
            self._refuse("total illisible", row, column, cell, str(unreadable))
            return
        if total is not None:
            sums = (expected(count, header, in_hours=self.in_hours) for count in counts)
            self._compare(row, column, total, set().union(*sums))

    def _compare(self, row: int, column: int, total: Decimal, sums: set[Decimal]) -> None:
        """Refuse a total that is not its sum."""
        if sums and total not in sums and not self.errors:
            fix = f"la somme est {quantity(min(sums))} : corriger le total ou l’effacer"
            self._refuse("total différent de la somme", row, column, quantity(total), fix)

    def _refuse(self, what: str, row: int, column: int, shown: Any, fix: str) -> None:
        place = self.sheet.grid.place(row, column)
        self.errors.append(BadCell(what, place, shown=as_shown(shown), fix=fix))
