"""The rows of a table → lines of the activity, each row with its verdict.

Knows the way of a row: read, set aside, filled from above, understood, completed, checked against
the sums. Each step gives a value to the next. Never how cells are read.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from reporter.errors import BadCell, Doubt
from reporter.french import euros_cents, short_date
from reporter.model import Day, Expense, Fee, total
from reporter.names import spelling
from reporter.sources.lines.aside import set_aside, worded_ranks
from reporter.sources.lines.blanks import fill_down, forgiven, missing
from reporter.sources.lines.cells import Problem, calendar_year, read_cells
from reporter.sources.lines.completing import complete
from reporter.sources.lines.drafts import drafts_of
from reporter.sources.lines.meanings import Statuses, meanings, unknown_statuses
from reporter.sources.lines.owners import owners
from reporter.sources.lines.prices import disagreement, unit_mistakes
from reporter.sources.lines.verdicts import Aside, TableReading, Verdict
from reporter.sources.tables.periods import period_of
from reporter.sources.tables.words import is_bare, takes_back

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from reporter.model import Line
    from reporter.settings.reading import Rules
    from reporter.sources.lines.cells import Cells
    from reporter.sources.lines.missions import Missions
    from reporter.sources.lines.sums import Ledger
    from reporter.sources.tables.layouts import Table
    from reporter.sources.tables.vocabulary import Field, Kind

LINES: dict[Kind, type[Line]] = {"days": Day, "fees": Fee, "expenses": Expense}
PERIODS: tuple[Field, ...] = ("year", "period")
FEWEST_BELOW = 2
FEWEST_SUMMED = 2
FEW_AWAY = 3
"""Lines of another year than their sheet's that are not those of a financial year across two."""
STRAYS = {
    True: ("autre-mois", "ligne d’un autre mois que celui de sa feuille"),
    False: ("autre-annee", "ligne d’une autre année que celle de sa feuille"),
}
"""What to say of a line outside the period that its sheet names, by whether it names a month."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What the lines of every table are read with.

    Attributes:
        hours: the hours that make a day; None where the owner has not said.
        own_hours: the same for some clients, by the spelling of their names.
        statuses: what the owner says of statuses that we do not know.
        year_of: the number of the financial year of a day.
    """

    hours: Decimal | None
    missions: Missions
    statuses: Statuses = field(default_factory=Statuses)
    year_of: Callable[[dt.date], int] = calendar_year
    own_hours: Mapping[str, Decimal] = field(default_factory=dict)

    def hours_of(self, client: str) -> Decimal | None:
        """Return the hours that make a day for a client, None where the owner has not said."""
        return self.own_hours.get(spelling(client), self.hours)


def own_hours(rules: Rules) -> dict[str, Decimal]:
    """Return the hours that make a day for the clients of whom the owner says it."""
    return {spelling(name): hours for name, hours in rules.own_hours.items()}


class Understood(NamedTuple):
    """The rows of a table before any is completed.

    Attributes:
        aside: the rows that are no lines, by rank.
        problems: what is wrong with the others, by rank.
        doubts: what is doubtful in those that are kept.
        sums: the ranks of rows that may be sums, for their words or for what they leave out.
    """

    cells: Cells
    aside: Mapping[int, Aside]
    problems: Mapping[int, Sequence[Problem | BadCell]]
    doubts: Sequence[Doubt]
    sums: frozenset[int]


def read_lines(table: Table, ledger: Ledger, context: Context) -> TableReading:
    """Return the lines of a table, what became of its rows, and what is wrong or doubtful."""
    found = _understood(table, context)
    cells, aside = found.cells, found.aside
    lines, problems = _completed(found, context)
    checked = _checked(found, lines, problems, ledger)
    ranks = lines.keys() | problems.keys()
    columns = owners(cells, ranks)
    errors = [
        *_units(table, context, lines),
        *columns.errors,
        *checked.errors,
        *_reversed(cells, lines),
    ]
    errors += unknown_statuses(cells, context.statuses, ranks)
    verdicts = {table.top: Verdict.HEADER}
    for rank, row in enumerate(cells.rows):
        if rank in checked.refused:
            verdicts[row] = Verdict.REFUSED
        elif rank in lines:
            verdicts[row] = Verdict.LINE
        elif (verdict := aside[rank].verdict) is not None:
            verdicts[row] = verdict
    hours = doubtful_hours(cells, lines, context) if "hours" in cells.values else ()
    asides = [it.doubt for it in aside.values() if it.doubt is not None]
    return TableReading(
        lines=[line for rank, line in lines.items() if rank not in checked.refused],
        verdicts=verdicts,
        left=columns.left,
        errors=tuple(errors),
        doubts=(
            *asides,
            *found.doubts,
            *hours,
            *columns.doubts,
            *checked.doubts,
            *strays(table, lines, context),
            *other_periods(cells, lines, context),
        ),
    )


def _understood(table: Table, context: Context) -> Understood:
    """Return the rows of a table, each cell read and each word understood."""
    cells = read_cells(table, context.year_of)
    worded = worded_ranks(cells)
    aside = set_aside(cells, worded)
    cells, taken, nameless = fill_down(cells, aside)
    said = [found for found in meanings(cells, context.statuses) if found[0] not in aside]
    aside |= {rank: meaning for rank, meaning in said if isinstance(meaning, Aside)}
    unvalued, forgotten = forgiven(cells, aside)
    problems: defaultdict[int, list[Problem | BadCell]] = defaultdict(list)
    for rank, mistakes in cells.mistakes.items():
        problems[rank] += mistakes
    for rank, meaning in (*said, *unvalued.items(), *_struck(cells)):
        if isinstance(meaning, Problem | BadCell):
            problems[rank].append(meaning)
    for rank, lacks in missing(cells, set(range(len(cells.rows))) - aside.keys()).items():
        problems[rank] += lacks
    return Understood(
        cells=cells,
        aside=aside,
        problems={rank: its for rank, its in problems.items() if rank not in aside},
        doubts=[*taken, *(it for _, it in said if isinstance(it, Doubt)), *forgotten],
        sums=frozenset(nameless | worded) - aside.keys(),
    )


def _struck(cells: Cells) -> Iterator[tuple[int, BadCell]]:
    """Yield the rows that are struck through: their owner may have meant to leave them out."""
    struck = cells.table.grid.struck
    columns = cells.table.columns.fields.values()
    for rank, row in enumerate(cells.rows) if struck else ():
        if any((row, column) in struck for column in columns):
            fix = "l’effacer, ou retirer le trait si elle compte"
            yield rank, BadCell("ligne barrée", cells.place(rank), fix=fix)


def _completed(
    found: Understood, context: Context
) -> tuple[dict[int, Line], dict[int, list[BadCell]]]:
    """Return the lines of a table, by rank, and the mistakes of the rows that make none."""
    cells, table = found.cells, found.cells.table
    mistakes = {
        rank: [it if isinstance(it, BadCell) else cells.mistake(rank, it) for it in problems]
        for rank, problems in found.problems.items()
    }
    drafts = (
        (rank, draft)
        for rank, draft in enumerate(drafts_of(cells.rows, cells.values))
        if rank not in found.aside and rank not in mistakes
    )
    lines: dict[int, Line] = {}
    for rank, line in complete(drafts, table, context.missions, context.hours_of).items():
        if isinstance(line, Problem):
            mistakes[rank] = [cells.mistake(rank, line)]
        else:
            lines[rank] = line
    return lines, mistakes


class Checked(NamedTuple):
    """What the sums of a table say: the rows refused, and what is wrong or doubtful."""

    refused: frozenset[int]
    errors: tuple[BadCell, ...]
    doubts: tuple[Doubt, ...]


def _checked(
    found: Understood,
    lines: Mapping[int, Line],
    mistakes: Mapping[int, Sequence[BadCell]],
    ledger: Ledger,
) -> Checked:
    """Check each total against the lines above, and ask about each line that is their sum.

    Totals are not checked where a row is refused: its amount is missing from the sums.
    """
    cells = found.cells
    errors = {rank: list(its) for rank, its in mistakes.items()}
    doubts: list[Doubt] = []
    for rank in range(len(cells.rows)):
        if (line := lines.get(rank)) is not None:
            may_be = rank in found.sums
            if may_be and ledger.holds(line):
                errors[rank] = [cells.mistake(rank, _sum(line))]
            elif ledger.add(line):
                doubts.append(_maybe_sum(line))
            elif may_be and _is_bare(line):
                doubts.append(_called_sum(line))
        elif not mistakes and rank in found.aside and found.aside[rank].verdict is Verdict.TOTAL:
            said = ledger.check(cells, rank)
            if isinstance(said, BadCell):
                errors[rank] = [said]
            else:
                doubts.append(said)
    doubts += _sum_on_top(lines)
    sorted_errors = (
        error
        for rank in sorted(errors)
        for error in sorted(errors[rank], key=lambda bad: bad.place.column)
    )
    return Checked(frozenset(errors), tuple(sorted_errors), tuple(doubts))


def _sum_on_top(lines: Mapping[int, Line]) -> Iterator[Doubt]:
    """Yield the first line of a table where it is the sum of all the others."""
    first, *others = lines.values() if len(lines) > FEWEST_SUMMED else (None,)
    if first is not None and first.amount and first.amount == total(others):
        yield _maybe_sum(first)


def _sum(line: Line) -> Problem:
    what = "une ligne, ou la somme de celles du dessus ?"
    fix = "pour une ligne, écrire sa date et son nom ; pour une somme, « Total » sans date"
    return Problem("amount", what, euros_cents(line.amount), fix)


def _maybe_sum(line: Line) -> Doubt:
    what = "ligne égale à la somme de lignes du dessus : compte-t-elle deux fois ?"
    return _doubt("somme", what, line, "l’effacer si c’est un total")


def _called_sum(line: Line) -> Doubt:
    what = "ligne nommée comme un total, et comptée : en est-ce un ?"
    return _doubt("somme", what, line, "l’effacer si c’est un total, ou écrire le nom entier")


def _is_bare(line: Line) -> bool:
    """Tell whether a line is called as nothing but a sum, and an expense by no other word."""
    if isinstance(line, Expense):
        return not line.supplier and not line.category and is_bare(line.label)
    return isinstance(line, Day | Fee) and is_bare(line.client)


def strays(table: Table, lines: Mapping[int, Line], context: Context) -> Iterator[Doubt]:
    """Yield the few lines dated outside the month or the year which their sheet or title names.

    Where many are, or where nothing is named, the name tells nothing of the dates. A financial
    year may be named by the year in which it closes.
    """
    year, month = table.period.year, table.period.month
    if year is None or table.period.rivals:
        return
    away = [
        line
        for line in lines.values()
        if line.date.month != (month or line.date.month)
        or (line.date.year != year and (month or context.year_of(line.date) != year))
    ]
    code, what = STRAYS[month is not None]
    if month is None and len(away) == len(lines):
        away = away[:1]
    elif (len(away) > FEW_AWAY or month is not None) and 2 * len(away) >= len(lines):
        return
    for line in away:
        yield _doubt(code, what, line, "vérifier la date, ou le nom de la feuille")


def other_periods(cells: Cells, lines: Mapping[int, Line], context: Context) -> Iterator[Doubt]:
    """Yield the lines beside which a column names another year than the one that counts them."""
    fields = cells.table.columns.fields
    names: list[Field] = [
        name for name in PERIODS if name in fields and fields[name] != fields.get("date")
    ]
    for name in names:
        for rank, cell in enumerate(cells.of(name)):
            if (line := lines.get(rank)) is None:
                continue
            year = _named_year(cell)
            if year not in (None, line.date.year, context.year_of(line.date)):
                what = "une autre année que celle de la date est nommée sur la ligne"
                yield _doubt("a-cheval", what, line, "vérifier la date : c’est elle qui compte")


def _named_year(cell: Any) -> int | None:
    """Return the year that a cell names: 2020, « décembre 2020 », 31/12/2020."""
    if isinstance(cell, dt.date):
        return cell.year
    text = str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
    return period_of(text).year


def _doubt(code: str, what: str, line: Line, fix: str) -> Doubt:
    names = (line.supplier or line.label) if isinstance(line, Expense) else line.client  # type: ignore[attr-defined]  # a sale has a client
    shown = " · ".join((short_date(line.date), names, euros_cents(line.amount)))
    return Doubt(code=code, what=what, place=line.place, shown=shown, fix=fix, date=line.date)


def _reversed(cells: Cells, lines: Mapping[int, Line]) -> list[BadCell]:
    """Return the mistake of a table whose amounts are mostly below zero: a sign that all bear."""
    below = [rank for rank, it in lines.items() if it.amount < 0 and not takes_back(*it.texts)]
    if len(below) < FEWEST_BELOW or 2 * len(below) <= len(lines):
        return []
    what = "montants presque tous négatifs"
    fix = "écrire ventes et dépenses sans signe moins, et les avoirs seuls avec un signe moins"
    shown = f"{len(below)} sur {len(lines)}"
    return [BadCell(what, cells.place(below[0], "amount"), shown=shown, fix=fix)]


def _units(table: Table, context: Context, lines: Mapping[int, Line]) -> list[BadCell]:
    if table.kind != "days":
        return []
    days = [line for line in lines.values() if isinstance(line, Day)]
    known = context.hours is not None or (
        days and all(context.hours_of(day.client) is not None for day in days)
    )
    return unit_mistakes(table, known=bool(known))


def doubtful_hours(cells: Cells, lines: Mapping[int, Line], context: Context) -> Iterator[Doubt]:
    """Yield a doubt for each line whose days are not those that its hours make."""
    pairs = zip(cells.of("days"), cells.of("hours"), strict=True)
    for rank, (days, hours) in enumerate(pairs):
        line = lines.get(rank)
        if isinstance(line, Day) and days is not None and hours is not None:
            a_day = context.hours_of(line.client) or Decimal(1)
            doubt = disagreement(days, hours, a_day, cells.place(rank, "days"), line.date)
            if doubt is not None:
                yield doubt
