"""The rows of a monthly grid → billed days, each with its date, its client and its price.

Knows which rows are work, absences or totals. Never where a grid stands on its sheet.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from reporter.characters import folded
from reporter.errors import BadCell, Doubt
from reporter.french import quantity
from reporter.model import ZERO, Day, cents
from reporter.sources.grids.cells import Broken, is_blank
from reporter.sources.lines.prices import ABSENCES, in_days, no_hours, no_rate
from reporter.sources.lines.timesheets.cells import is_absence, is_clock, unit_of, worked
from reporter.sources.lines.timesheets.sums import expected, given
from reporter.sources.lines.totals import SAYS_TOTAL
from reporter.sources.lines.values import Unreadable, to_money, to_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporter.sources.lines.lines import Context
    from reporter.sources.tables.timesheets import Timesheet


def read_timesheet(sheet: Timesheet, context: Context) -> list[Day]:
    """Return a line for each day worked for each client; mistakes go to the findings."""
    period = sheet.period
    if period.year and period.month and not period.rivals:
        return list(_Reading(sheet, context).lines())
    place = sheet.grid.place(sheet.top, min(sheet.days))
    fix = "écrire le mois et l’année au-dessus, par exemple « Mars 2020 »"
    if period.rivals:
        fix = "n’en garder qu’un dans le titre, le nom de la feuille et celui du fichier"
    shown = " ou ".join(sorted(period.rivals))
    context.findings.errors.append(
        BadCell("de quel mois est ce tableau ?", place, shown=shown, fix=fix)
    )
    return []


class _Reading:
    """A timesheet while it is being read: the client and the unit carry from row to row."""

    def __init__(self, sheet: Timesheet, context: Context) -> None:
        self.sheet = sheet
        self.context = context
        self.client = ""
        self.count = ZERO
        self.absent = ZERO
        self.in_hours = False
        self.rows = {row: self._cells(row) for row in range(sheet.top + 1, sheet.bottom)}

    def lines(self) -> Iterator[Day]:
        self._choose_unit()
        for row, cells in self.rows.items():
            if self._is_total(row):
                self._check_total(row, cells)
            elif cells or self._is_summed(row):
                yield from self._row(row, cells)

    def _cells(self, row: int) -> dict[int, Decimal]:
        """Return what is billed on each day of a row, as it stands."""
        named = bool(self.sheet.labels(row))
        cells = {}
        for column in (*self.sheet.days, *self.sheet.beyond):
            cell = self.sheet.grid.rows[row][column]
            if is_blank(cell) or is_absence(cell, named=named):
                continue
            try:
                number = worked(cell)
            except Unreadable as unreadable:
                what = "cellule en erreur" if isinstance(cell, Broken) else "jour illisible"
                self._refuse(what, row, column, cell, str(unreadable))
                continue
            if number:
                cells[column] = number
        return cells

    def _is_total(self, row: int) -> bool:
        """Tell whether a row is a total: « Total Énergies » is none where it has a rate."""
        return any(
            SAYS_TOTAL.match(label) and not self.context.missions.has_client(label)
            for label in self.sheet.labels(row)
        )

    def _is_work(self, row: int) -> bool:
        return not any(folded(label) in ABSENCES for label in self.sheet.labels(row))

    def _is_summed(self, row: int) -> bool:
        """Tell whether a row says a total other than zero, though no day of it is filled."""
        cells = (self.sheet.grid.rows[row][column] for column in self.sheet.totals)
        return any(isinstance(cell, int | float) and cell for cell in cells)

    def _choose_unit(self) -> None:
        """Find out whether the cells are days or hours."""
        rows = self.sheet.grid.rows
        found = [
            (number, is_clock(rows[row][column]))
            for row, cells in self.rows.items()
            if self._is_work(row) and not self._is_total(row)
            for column, number in cells.items()
        ]
        plain = [number for number, clock in found if not clock]
        unit = unit_of(plain, clocks=len(plain) < len(found), said=self.sheet.in_hours)
        self.in_hours = unit == "hours"
        place = self.sheet.grid.place(self.sheet.top, min(self.sheet.days))
        if unit == "unknown":
            fix = "écrire « Heures » au-dessus du tableau, ou au plus 1 par jour"
            if self.sheet.in_hours:
                fix = "écrire 7h et non 7, ou retirer le mot « heures » si ce sont des jours"
            shown = f"de {quantity(min(plain))} à {quantity(max(plain))}"
            self.context.findings.errors.append(
                BadCell("des jours ou des heures ?", place, shown=shown, fix=fix)
            )
        elif self.in_hours and self.context.hours is None:
            self.context.findings.errors.append(no_hours(place))

    def _in_days(self, number: Decimal) -> Decimal:
        return in_days(number, self.context.hours or Decimal(1)) if self.in_hours else number

    def _row(self, row: int, cells: dict[int, Decimal]) -> Iterator[Day]:
        client, mission = self._names(row)
        if not self._is_work(row):
            self.absent += sum(cells.values(), ZERO)
            place = self.sheet.grid.place(row, self.sheet.fields.get("client", 0))
            what = "absence, laissée de côté"
            doubt = Doubt(code="absence", what=what, place=place, shown=client or mission)
            self.context.findings.doubts.append(doubt)
            return
        if not client:
            fix = "écrire le client, ou « Total » si c’est une somme"
            self._refuse("ligne sans client", row, self.sheet.fields.get("client", 0), "", fix)
            return
        for column in self.sheet.totals:
            self._check(row, column, {sum(cells.values(), ZERO)})
        for column, number in cells.items():
            self.count += number
            if line := self._line(row, column, self._in_days(number), (client, mission)):
                yield line

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
        period = self.sheet.period
        try:
            day = date(period.year or 0, period.month or 0, self.sheet.days.get(column, 0))
        except ValueError:
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

    def _check_total(self, row: int, cells: dict[int, Decimal]) -> None:
        """Check a row of totals: its days, and what stands below the totals of the rows."""
        counts = {self.count, self.count + self.absent}
        if cells:
            self._compare(row, min(self.sheet.days), sum(cells.values(), ZERO), counts)
        for column in self.sheet.totals:
            self._check(row, column, counts)

    def _check(self, row: int, column: int, counts: set[Decimal]) -> None:
        cell = self.sheet.grid.rows[row][column]
        header = self.sheet.grid.rows[self.sheet.top][column]
        try:
            total = given(cell)
        except Unreadable as unreadable:
            self._refuse("total illisible", row, column, cell, str(unreadable))
            return
        if total is not None:
            a_day, in_hours = self.context.hours, self.in_hours
            sums = (expected(count, header, a_day, in_hours=in_hours) for count in counts)
            self._compare(row, column, total, set().union(*sums))

    def _compare(self, row: int, column: int, total: Decimal, sums: set[Decimal]) -> None:
        """Refuse a total that is not its sum."""
        if sums and total not in sums and not self.context.findings.errors:
            fix = f"la somme est {quantity(min(sums))} : corriger le total ou l’effacer"
            self._refuse("total différent de la somme", row, column, quantity(total), fix)

    def _refuse(self, what: str, row: int, column: int, shown: Any, fix: str) -> None:
        place = self.sheet.grid.place(row, column)
        self.context.findings.errors.append(BadCell(what, place, shown=str(shown)[:80], fix=fix))
