"""The lines of a monthly timesheet: what each day of each mission is billed.

Knows what the cells of a month may hold, in days or in hours. Never where the grid stands.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from reporter.errors import BadCell, Doubt
from reporter.french import quantity
from reporter.letters import folded
from reporter.model import ZERO, Day, cents
from reporter.sources.prices import ABSENCES, in_days, no_hours, no_rate
from reporter.sources.totals import SAYS_TOTAL
from reporter.sources.values import Broken, Unreadable, is_blank, to_hours, to_money, to_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporter.sources.lines import Context
    from reporter.sources.timesheets import Timesheet

PRESENT = {"x": Decimal(1)}
NOT_BILLED = {"cp", "rtt", "f", "ferie", "m", "am", "abs", "css", "c", "conge", "conges", "we", "w"}


def read_timesheet(sheet: Timesheet, context: Context) -> list[Day]:
    """Return a line for each day worked for each client; mistakes go to the findings."""
    errors = context.findings.errors
    if not (sheet.period.year and sheet.period.month):
        place = sheet.grid.place(sheet.top, min(sheet.days))
        fix = "écrire le mois et l’année au-dessus, par exemple « Mars 2020 »"
        errors.append(BadCell("de quel mois est ce tableau ?", place, fix=fix))
        return []
    reading = _Reading(sheet, context)
    return list(reading.lines())


class _Reading:
    """A timesheet while it is being read: the client and the unit carry from row to row."""

    def __init__(self, sheet: Timesheet, context: Context) -> None:
        self.sheet = sheet
        self.context = context
        self.client = ""
        self.count = ZERO
        self.a_day = Decimal(1)

    def lines(self) -> Iterator[Day]:
        rows = {
            row: cells
            for row in range(self.sheet.top + 1, self.sheet.bottom)
            if (cells := self._cells(row))
        }
        self._choose_unit(
            [n for row, cells in rows.items() if self._is_work(row) for n in cells.values()]
        )
        for row, cells in rows.items():
            if self._is_total(row):
                self._check(row, min(self.sheet.days), sum(cells.values(), ZERO), self.count)
            else:
                yield from self._row(row, cells)

    def _cells(self, row: int) -> dict[int, Decimal]:
        """Return what is billed on each day of a row, as it stands."""
        cells = {}
        for column in self.sheet.days:
            cell = self.sheet.grid.rows[row][column]
            if is_blank(cell) or self._is_letters(row, cell):
                continue
            try:
                number = PRESENT.get(str(cell).strip().casefold()) or to_hours(cell)
            except Unreadable as unreadable:
                what = "cellule en erreur" if isinstance(cell, Broken) else "jour illisible"
                self._refuse(what, row, column, cell, str(unreadable))
                continue
            if number:
                cells[column] = number
        return cells

    def _is_letters(self, row: int, cell: Any) -> bool:
        """Tell whether a cell names a day of the week, or an absence."""
        if not isinstance(cell, str) or cell.strip().casefold() in PRESENT:
            return False
        return folded(cell) in NOT_BILLED or not (self._labels(row) or any(map(str.isdigit, cell)))

    def _labels(self, row: int) -> list[str]:
        first = min(self.sheet.days)
        return [c for c in self.sheet.grid.rows[row][:first] if isinstance(c, str) and c.strip()]

    def _is_total(self, row: int) -> bool:
        return any(SAYS_TOTAL.match(label) for label in self._labels(row))

    def _is_work(self, row: int) -> bool:
        absent = any(folded(label) in ABSENCES for label in self._labels(row))
        return not absent and not self._is_total(row)

    def _choose_unit(self, numbers: list[Decimal]) -> None:
        """Find out whether the cells are days or hours: a day is 1 at most, and hours are said."""
        most = max(numbers, default=ZERO)
        if most <= 1 and not self.sheet.in_hours:
            return
        column = min(self.sheet.days)
        if not self.sheet.in_hours and min(numbers) <= 1:
            place = self.sheet.grid.place(self.sheet.top, column)
            fix = "écrire « Heures » au-dessus du tableau, ou au plus 1 par jour"
            shown = f"de {quantity(min(numbers))} à {quantity(most)}"
            self.context.findings.errors.append(
                BadCell("des jours ou des heures ?", place, shown=shown, fix=fix)
            )
        elif self.context.hours is None:
            place = self.sheet.grid.place(self.sheet.top, column)
            self.context.findings.errors.append(no_hours(place))
        else:
            self.a_day = self.context.hours

    def _row(self, row: int, cells: dict[int, Decimal]) -> Iterator[Day]:
        client, mission = self._names(row)
        if not self._is_work(row):
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
            self._check_row(row, column, sum(cells.values(), ZERO))
        for column, number in cells.items():
            self.count += number
            if line := self._line(row, column, in_days(number, self.a_day), (client, mission)):
                yield line

    def _names(self, row: int) -> tuple[str, str]:
        """Return the client and the mission of a row; the client may stand on a row above."""
        cells = self.sheet.grid.rows[row]
        fields = self.sheet.fields
        given = {
            name: to_text(cells[fields[name]]) for name in ("client", "mission") if name in fields
        }
        client, mission = given.get("client", ""), given.get("mission", "")
        alone = client or mission
        if not (client and mission) and not self.context.missions.has_client(alone):
            clients = self.context.missions.clients_of(alone)
            if len(clients) == 1 and not (self.client and "client" in given and mission):
                return clients.pop(), alone
        self.client = client or (self.client if mission else "")
        return self.client, mission

    def _line(self, row: int, column: int, days: Decimal, names: tuple[str, str]) -> Day | None:
        client, mission = names
        try:
            day = date(
                self.sheet.period.year or 0, self.sheet.period.month or 0, self.sheet.days[column]
            )
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

    def _check_row(self, row: int, column: int, expected: Decimal) -> None:
        cell = self.sheet.grid.rows[row][column]
        if is_blank(cell) or isinstance(cell, Broken):
            return
        try:
            given = to_hours(cell)
        except Unreadable as unreadable:
            self._refuse("total illisible", row, column, cell, str(unreadable))
            return
        if given not in {expected, in_days(expected, self.a_day)}:
            self._check(row, column, given, expected)

    def _check(self, row: int, column: int, given: Decimal, expected: Decimal) -> None:
        """Refuse a total that is not its sum."""
        if given != expected and not self.context.findings.errors:
            fix = f"la somme est {quantity(expected)} : corriger le total ou l’effacer"
            self._refuse("total différent de la somme", row, column, quantity(given), fix)

    def _refuse(self, what: str, row: int, column: int, shown: Any, fix: str) -> None:
        place = self.sheet.grid.place(row, column)
        self.context.findings.errors.append(BadCell(what, place, shown=str(shown)[:80], fix=fix))
