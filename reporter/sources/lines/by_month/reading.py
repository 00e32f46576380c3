"""The cells of a table with a column per month → lines, each at the first day of its month.

Knows clients, months and sums. Never where the table stands on its sheet.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from reporter.characters import folded
from reporter.french import quantity
from reporter.law.workdays import month_end
from reporter.model import ZERO, Expense, Fee
from reporter.sources.grids.cells import is_blank
from reporter.sources.lines.accidents.strays import strays
from reporter.sources.lines.by_month.cells import (
    days_of,
    mistakes_above,
    reader,
    titled,
    unsure_hours,
)
from reporter.sources.lines.by_month.rows import (
    doubtful,
    doubtful_name,
    is_part,
    is_somebody,
    notes,
)
from reporter.sources.lines.by_month.sums import Sums, doubtful_sums, whole_of
from reporter.sources.lines.crossed import Crossed
from reporter.sources.lines.meaning.remarks import on_rows
from reporter.sources.lines.meaning.signs import otherwise
from reporter.sources.lines.sums.foot import is_worth
from reporter.sources.lines.timesheets.cells import Worked
from reporter.sources.lines.verdicts import TableReading, Verdict
from reporter.sources.lines.worth.drafts import Draft
from reporter.sources.lines.written.column import mistake_of
from reporter.sources.lines.written.values import Unreadable
from reporter.sources.tables.month_columns import WEEK
from reporter.sources.tables.month_sums import worths
from reporter.sources.tables.month_units import unsaid
from reporter.words.bearing import ABSENCES, is_absence
from reporter.words.month_titles import SOLD, TIME, of_other_years
from reporter.words.sums import is_bare, is_share, names_sum, says_aim, says_measure, says_sum

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from reporter.model import Line
    from reporter.sources.lines.context import Context
    from reporter.sources.lines.timesheets.cells import Unit
    from reporter.sources.tables.month_columns import MonthTable
    from reporter.words.columns import Field

UNMERGE = "la défusionner, et écrire le nombre de chacune"


def read_months(table: MonthTable, context: Context) -> TableReading:
    """Return the lines of a table with a column per month, and what became of its rows."""
    if not table.unit:
        return TableReading(errors=(unsaid(table),))
    reading = _Reading(table, context)
    rows = [number for number, it in reading.verdicts.items() if it is Verdict.LINE]
    names = [str(table.grid.rows[n][table.client]) for n in rows]
    return TableReading(
        lines=reading.lines,
        verdicts=reading.verdicts,
        errors=(
            *reading.errors,
            *unsure_hours(table, reading.rows, reading.lines, context),
        ),
        doubts=(
            *reading.doubts,
            *doubtful_sums(table, reading.rows),
            *doubtful(table, reading.lines),
            *(strays(table.named, reading.lines, context) if table.days else ()),
            *on_rows(table.grid, table.remarks, rows, names),
        ),
        months=whole_of(table),
    )


class _Reading(Crossed):
    """A table while it is being read: its sums by column grow row by row."""

    def __init__(self, table: MonthTable, context: Context) -> None:
        below = range(table.top + 1, len(table.grid.rows))
        own = {it: n for it, n in table.fields.items() if it != "rate" or table.unit in TIME}
        super().__init__(table, below, own, context)
        self.table, self.spent = table, table.unit == "spent"
        self.lines: list[Line] = []
        self.sums = Sums(list(table.months), list(table.totals))
        self.rows: dict[int, Mapping[int, Decimal]] = {}
        self.verdicts = {table.top: Verdict.HEADER}
        self.errors += mistakes_above(table)
        self.verdicts |= dict.fromkeys(titled(table), Verdict.TITLE)
        years = {period.year for period in table.months.values()}
        self.past = of_other_years(self.values["client"].values(), years)
        self.days, undated = days_of(table, context.year_of)
        self.errors += undated
        for number in below:
            self._row(number)
        for column in table.worth:
            self._worth(column)

    def _worth(self, column: int) -> None:
        """Refuse the first cell that is not what the days of its row are worth."""
        top = self.table.top + 1
        its = worths(self.grid.rows[top:], column, self.table.fields["rate"], self.table.months)
        wrong = next((it for it in its if not it.is_right), None)
        if wrong and not self.errors:
            fix = f"les jours, à leur tarif, font {quantity(wrong.due)} : corriger l’un des deux"
            self.refuse("total différent de la somme", top + wrong.rank, column, fix)

    def _row(self, number: int) -> None:
        row = self.grid.rows[number]
        if all(map(is_blank, row)):
            return
        before = len(self.errors)
        worker, supplier = self.text(number, "worker"), self.text(number, "supplier")
        name = worker if is_bare(worker) else self.text(number, "client")
        name = name or (supplier if is_bare(supplier) else "")
        numbers = [n for n in self.sums.whole if not is_blank(row[n])]
        verdict = Verdict.LINE
        known = self.context.missions.has_client(name) or is_somebody(self.table, number, self.sums)
        of_whole = is_share(name) and all(is_part(row[n]) for n in numbers)
        if of_whole and not self.value(number, "rate"):
            verdict, self.rows[number] = Verdict.NOTE, {}
        elif is_bare(name) or (says_sum(name) and not known):
            verdict = Verdict.TOTAL
            self._total(number, name, numbers)
        elif not numbers:
            verdict = Verdict.NOTE
            self.doubts.extend(notes(self.table, number))
        elif is_absence(name) and not self.spent:
            verdict = Verdict.ABSENCE
            self._absence(number, name)
        elif not self.understood(number, self.sums.whole):
            pass
        elif not name:
            self.refuse("ligne sans client", number, numbers[0], "écrire le client de la ligne")
        elif not known and (odd := self._measure(number, name)) is not None:
            fix = "la sortir du tableau, ou écrire le nom entier du client ou de la mission"
            self.refuse("une rangée de client, ou une autre ?", number, odd, fix)
        else:
            mission = self.text(number, "mission")
            texts: dict[str, Field] = {worker: "worker", mission: "mission", supplier: "supplier"}
            texts[name] = "label" if self.spent else "client"
            heard = self.hear(texts, number) is not None
            self.doubts.extend(doubtful_name(self.table, number, name, heard=heard))
            self._client(number, name, numbers)
        self.verdicts[number] = Verdict.REFUSED if len(self.errors) > before else verdict

    def _absence(self, number: int, name: str) -> None:
        """Refuse a row of absences that has a price: it may be sold."""
        rated = self.value(number, "rate") or self.context.missions.has_client(name)
        if rated or self.table.unit == "amount":
            fix = "effacer son prix si c’est une absence, ou nommer le client"
            self.refuse("une absence, avec un prix", number, self.table.client, fix)

    def _measure(self, number: int, name: str) -> int | None:
        """Return the cell of a row that says a measure or an aim: « Prévu », « Ponant TTC »."""
        is_sold = SOLD.match(folded(name)) is not None
        if (is_sold if self.spent else says_measure(name)) or says_aim(name):
            return self.table.client
        if folded(name) in self.past:
            return self.table.client
        mission = self.text(number, "mission")
        odd = says_aim(mission) or names_sum(mission) or folded(mission) in ABSENCES
        return self.fields["mission"] if odd else None

    def _client(self, number: int, name: str, numbers: list[int]) -> None:
        self.sums.row()
        values: dict[int, Decimal] = {}
        for column in numbers:
            is_sum = column in self.table.totals
            value = self._value(number, column, is_sum=is_sum)
            if value is None:
                continue
            self.sums.add(column, value)
            if is_sum:
                summed = sum((values.get(n, ZERO) for n in self.table.totals[column]), ZERO)
                title = str(self.grid.rows[self.table.top][column])
                if not is_worth(title, value, summed) and not self.errors:
                    fix = f"la somme est {quantity(summed)} : corriger l’un des deux"
                    self.refuse("total différent de la somme", number, column, fix)
                continue
            values[column] = value
            beside = {*self.grid.marks.beside(number, column)}
            below = self.grid.marks.below(number, column)
            whose = (self.grid.rows[n][self.table.client] for n in below)
            if value and ({*self.table.months} & beside or not all(map(is_blank, whose))):
                self.refuse("une case fusionnée avec d’autres", number, column, UNMERGE)
            if value and (line := self._line(number, column, name, value)) is not None:
                self.lines.append(line)
        self.rows[number] = values

    def _value(self, number: int, column: int, *, is_sum: bool) -> Decimal | None:
        """Return what a cell says, as one of a list does; a sum of days may be of years."""
        name, units, read = reader(self.table, self.days.get(column), is_sum=is_sum)
        cell = self.grid.rows[number][column]
        if other := otherwise(self.grid, (number, column), units, "des euros, ou du temps"):
            self.errors.append(other)
            return None
        try:
            return read(cell)
        except Unreadable as unreadable:
            place = self.grid.place(number, column)
            self.errors.append(mistake_of(name, place, cell, str(unreadable)))
            return None

    def _line(self, number: int, column: int, name: str, value: Decimal) -> Line | None:
        day, place = self.days[column], self.grid.place(number, column)
        if day is None:
            return None
        last = day + timedelta(days=WEEK - 1)
        if self.table.is_weekly and self.context.year_of(day) != self.context.year_of(last):
            fix = "l’effacer ici, et écrire ses jours sur une feuille Jours : Date, Client, Jours…"
            self.refuse("une semaine sur deux exercices", number, column, fix)
            return None
        mission = self.text(number, "mission")
        if self.spent:
            paid = self.text(number, "supplier")
            return Expense(date=day, label=name, supplier=paid, amount=value, place=place)
        if self.table.unit == "amount":
            fee = Fee(date=day, client=name, amount=value, service=mission, place=place)
            return replace(fee, paid=day) if self.table.is_received else fee
        draft = Draft(number, client=name, mission=mission)
        its = draft if self.table.days else draft._replace(start=day, end=month_end(day))
        unit: Unit = "hours" if self.table.unit == "hours" else "days"
        return self.worked(its, Worked(value, unit), day, column)

    def _total(self, number: int, name: str, numbers: list[int]) -> None:
        found = {n: self._value(number, n, is_sum=True) for n in numbers}
        given = {column: value for column, value in found.items() if value is not None}
        self.rows[number] = {}
        if not self.errors and (wrong := self.sums.wrong(name, given)) is not None:
            fix = f"la somme est {quantity(wrong[1])} : corriger l’un des deux, ou "
            fix += "écrire le nom entier si c’est un client, « Ensemble SARL »"
            self.refuse("total différent de la somme", number, wrong[0], fix)
