"""A table whose cells are each a line: a month as a grid, a row per client and a column per month.

Knows what the cells of a row share, read as in a list: names, what these say, a price. Never which
rows are work, nor what a cell holds.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from reporter.characters import folded
from reporter.errors import BadCell, Doubt
from reporter.french import month_of_year
from reporter.grouping import gathered
from reporter.model import ZERO, Day, Expense, cents
from reporter.names import spelling
from reporter.patterns import pattern
from reporter.sources.grids.cells import is_blank, shown
from reporter.sources.lines.accidents.drawn_numbers import ODD_FRACTION, odd_fractions
from reporter.sources.lines.accidents.misplaced import CODED, NAMES, no_name, odd_names
from reporter.sources.lines.cells import Problem
from reporter.sources.lines.meaning.bearings import bearing_in
from reporter.sources.lines.meaning.meanings import DOUBTED, REFUSED
from reporter.sources.lines.meaning.signs import currency_in, in_currency, otherwise, struck
from reporter.sources.lines.naming import doubt_of, name_of
from reporter.sources.lines.worth.prices import price
from reporter.sources.lines.written.column import mistake_of, read_column
from reporter.sources.lines.written.counts import DAY_WORDS
from reporter.words.names import says_more
from reporter.words.periods import Period
from reporter.words.sums import says_measure

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from reporter.errors import Place
    from reporter.model import Line
    from reporter.sources.grids.grid import Grid
    from reporter.sources.lines.context import Context
    from reporter.sources.lines.timesheets.cells import Worked
    from reporter.sources.lines.verdicts import Verdict
    from reporter.sources.lines.worth.drafts import Draft
    from reporter.sources.tables.month_columns import MonthTable
    from reporter.sources.tables.timesheets import Timesheet
    from reporter.words.bearing import Bearing
    from reporter.words.columns import Field


FEW = 2
"""Cells of a row of which the last may be the sum of the others by chance."""
OF_ALL = pattern(
    r"(?:mois|annees?|tou(?:t|te|s|tes)|general|(?:(?:nb|nombre) (?:de )?)?jours?|tjm)"
)
"""The whole name of a row that holds what others add up to, folded, rather than of somebody."""


def borne(texts: Mapping[str, Field], place: Place) -> BadCell | Doubt | None:
    """Return what the texts of a row say of all its cells, where each cell is a line.

    `texts` are all of its texts, each with the field that it is of. No sign of the cells tells a
    credit note from what it takes back.
    """
    told = ((_bearing(name, text), text) for text, name in texts.items() if text)
    told = (("maybe credit" if bears == "credit" else bears, text) for bears, text in told)
    said = [(bears, text) for bears, text in told if bears]
    for bears, text in said:
        if bears in REFUSED:
            what, fix = REFUSED[bears]
            return BadCell(what, place, shown=text[:80], fix=fix)
    currency = next(filter(None, map(currency_in, texts)), "")
    found = (doubted(*it, place) for it in said if it[0] in DOUBTED)
    return next(found, in_currency(currency, place) if currency else None)


def _bearing(name: Field, text: str) -> Bearing:
    """Return what a text says; nothing of what a mission adds is heard otherwise."""
    more = name == "mission" and says_more(text)
    return bearing_in(name, text) or ("maybe not sold" if more else "")


def doubted(said: Bearing, text: str, place: Place) -> Doubt:
    """Return the doubt that a text leaves of all the cells of its row."""
    code, what, fix = DOUBTED[said]
    return Doubt(code, what, place, text[:80], fix, about=text[:80])


def doubtful_cells(
    table: Timesheet | MonthTable, ends: Collection[int], lines: Sequence[Line], unit: str
) -> Iterator[Doubt]:
    """Yield what is doubtful in the cells of a table: a client twice, fractions, a total lost.

    The total of a row is in one of the columns where it `ends`.
    """
    yield from _client_twice(table.grid, table.fields, lines)
    yield from _without_total(table.grid, ends, lines)
    days = [line for line in lines if isinstance(line, Day)] if unit == "days" else []
    for n in odd_fractions([line.days for line in days]):
        yield doubt_of("fraction", ODD_FRACTION, days[n], "vérifier le nombre")


def _client_twice(grid: Grid, fields: Container[Field], lines: Iterable[Line]) -> Iterator[Doubt]:
    """Yield the second row of a client in one month, once for each, where nothing parts the two."""
    seen: dict[tuple[object, ...], Place] = {}
    said: set[object] = set()
    for line in lines:
        own = isinstance(line, Day) and (line.rate if "rate" in fields else None, line.worker)
        names = spelling(line.party), spelling(line.subject), own
        first, row = seen.setdefault((*names, line.month), line.place), grid.cell_of(line.place)[0]
        if grid.cell_of(first)[0] == row or row in said:
            continue
        said.add(row)
        whose = "d’une même dépense" if isinstance(line, Expense) else "d’un client"
        what = f"deux rangées {whose} pour un même mois : les deux comptent"
        words = f"{name_of(line)}, {month_of_year(line.date)}, aussi {first.cell}"
        fix = "les dire de deux missions, dans une colonne Mission, ou effacer l’une des deux"
        yield doubt_of("client-deux-fois", what, line, fix, words)


def _without_total(grid: Grid, totals: Collection[int], lines: Iterable[Line]) -> Iterator[Doubt]:
    """Yield the last cell of each row without its total, where most others have theirs.

    A cell that was deleted before them leaves a total among the cells, and counted: it is one where
    it is all the others together, or more where another row has its own. One day of work, or less,
    is no total.
    """
    rows = gathered((grid.cell_of(line.place)[0], line) for line in lines) if totals else {}
    told = [row for row in rows if not all(is_blank(grid.rows[row][n]) for n in totals)]
    most = len(told) > 1 and 2 * len(told) >= len(rows)
    for row, its in rows.items():
        numbers = [line.days if isinstance(line, Day) else line.amount for line in its]
        more = 2 * numbers[-1] - sum(numbers)
        many = len(its) > FEW and numbers[-1] > 1
        is_sum = many and (not more or (told and more > 0))
        if row not in told and (most or is_sum):
            what = "pas de total au bout de cette rangée : une case manque avant ?"
            fix = "remettre les cases de la rangée à leur place, ou écrire son total"
            yield doubt_of("somme", what, its[-1], fix)


class Crossed:
    """The rows of such a table while they are read.

    Attributes:
        values: what the cells of each field say, by row.
        unread: the mistakes of those that cannot be read, by row.
        odd: the cells of each name that are none.
        rate: the price of a row that has none, where something else than a column tells it.
    """

    def __init__(
        self,
        sheet: Timesheet | MonthTable,
        rows: Sequence[int],
        fields: Mapping[Field, int],
        context: Context,
        rate: Any = "",
    ) -> None:
        grid = self.grid = sheet.grid
        (self.rate,) = read_column([rate], "rate", Period(), grid.file).values
        self.fields, self.context, self.worker = fields, context, sheet.worker
        self.errors: list[BadCell] = []
        self.doubts: list[Doubt] = []
        self.verdicts: dict[int, Verdict] = {}
        self.unread: defaultdict[int, list[BadCell]] = defaultdict(list)
        self.values: dict[Field, Mapping[int, Any]] = {}
        self.odd: dict[Field, Collection[Any]] = {}
        for name, column in fields.items():
            cells = [grid.rows[row][column] for row in rows]
            found = read_column(cells, name, Period(), grid.file)
            self.values[name] = dict(zip(rows, found.values, strict=True))
            self.odd[name] = odd_names(found.distinct, coded=name in CODED) if name in NAMES else ()
            for rank, cell, fix in found.unread:
                place = grid.place(rows[rank], column)
                self.unread[rows[rank]].append(mistake_of(name, place, cell, fix))

    def value(self, row: int, name: Field) -> Any:
        """Return what a field says on a row, None where there is no such column."""
        return self.values[name][row] if name in self.values else None

    def text(self, row: int, name: Field) -> str:
        """Return the text of a field on a row, empty where there is none."""
        return self.value(row, name) or ""

    def refuse(self, what: str, row: int, column: int, fix: str, said: str | None = None) -> None:
        """Keep the mistake of a cell; `said` stands for what it shows."""
        cell = shown(self.grid.rows[row][column]) if said is None else said
        self.errors.append(BadCell(what, self.grid.place(row, column), shown=cell, fix=fix))

    def understood(self, row: int, columns: Iterable[int]) -> bool:
        """Tell whether the cells of a row that is work are read, and shown as they are."""
        wrong = self.unread.get(row, [])
        if crossed := struck(self.grid, row, (*self.fields.values(), *columns)):
            wrong = [crossed, *wrong]
        rate = self.fields.get("rate")
        others = [otherwise(self.grid, (row, n), None, "des jours ou des heures") for n in columns]
        if rate is not None:
            others.append(otherwise(self.grid, (row, rate), DAY_WORDS))
        wrong = [*wrong, *filter(None, others)]
        self.errors += wrong
        return not wrong

    def hear(self, texts: Mapping[str, Field], row: int) -> BadCell | Doubt | None:
        """Return what the texts of a row say of its cells, which is kept; None for nothing."""
        for name, column in self.fields.items():
            if (cell := self.grid.rows[row][column]) in self.odd[name]:
                self.doubts.append(no_name(self.grid.place(row, column), cell))
        place = self.grid.place(row, self.fields.get("client", 0))
        heard = borne(texts, place) or self._of_sum(texts, place)
        if isinstance(heard, BadCell):
            self.errors.append(heard)
        elif heard is not None:
            self.doubts.append(heard)
        return heard

    def _of_sum(self, texts: Mapping[str, Field], place: Place) -> Doubt | None:
        """Return the doubt of a row called as what others add up to, where no price is agreed."""
        names = (it for it, name in texts.items() if name in ("client", "label") and it)
        for text in names:
            measure = texts[text] == "client" and says_measure(text)
            odd = measure or OF_ALL.fullmatch(folded(text)) is not None
            if odd and not self.context.missions.has_client(text):
                return doubted("sum", text, place)
        return None

    def worked(self, draft: Draft, done: Worked, day: date, column: int) -> Day | None:
        """Return the days or the hours of a cell, at the price of its row, else at the one agreed.

        Where no price is known, it is said once for a row.
        """
        row = draft.row
        told = self.value(row, "rate")
        its = draft._replace(date=day, rate=self.rate if told is None else told)
        its = its._replace(worker=self.text(row, "worker") or self.worker)
        count, unit = done
        its = its._replace(hours=count) if unit == "hours" else its._replace(days=count)
        made = price(its, self.context.missions, self.context.hours_of, self.fields)
        if isinstance(made, Problem):
            last = self.errors[-1] if self.errors else None
            if last is None or (self.grid.cell_of(last.place)[0], last.fix) != (row, made.fix):
                self.refuse(made.what, row, column, made.fix, made.shown)
            return None
        return Day(
            date=day, client=its.client, mission=its.mission, days=made.days or ZERO,
            rate=made.rate, amount=cents(made.amount or ZERO), start=its.start, end=its.end,
            worker=its.worker,
            place=self.grid.place(row, column),
        )  # fmt: skip
