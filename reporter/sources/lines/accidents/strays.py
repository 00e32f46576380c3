"""Lines dated elsewhere than where they stand, far from all others, or more than a month can hold.

Knows the period that a sheet, a title or a column names, days and people. Never how a date is read,
nor working days, which need the calendar of the law.
"""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from datetime import date
from itertools import count, takewhile
from typing import TYPE_CHECKING, Any

from reporter.characters import folded
from reporter.errors import BadCell
from reporter.french import month_of_year, quantity, short_date
from reporter.grouping import gathered
from reporter.model import DAYS, Expense, total
from reporter.names import spelling
from reporter.patterns import pattern
from reporter.sources.grids.cells import shown as as_shown
from reporter.sources.lines.cells import Problem
from reporter.sources.lines.naming import doubt_of
from reporter.sources.tables.titles import WHO_WORKED
from reporter.words.periods import MONTHS as BY_NAME
from reporter.words.periods import named_span, period_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from reporter.errors import Doubt
    from reporter.model import Day, Line
    from reporter.sources.lines.cells import Cells
    from reporter.sources.lines.context import Context
    from reporter.words.columns import Field
    from reporter.words.periods import Period


WORKS: tuple[Field, ...] = ("service", "mission", "label")
PERIODS: tuple[Field, ...] = ("year", "period", "comment", *WORKS)
OF_A_YEAR = pattern(
    r"(?:ca|concerne|comptabilisee?|comptee?(?! rendu)|rattachee?|trava(?:il|ux)|exercice|au titre|"
    r"prestation|relati[fv]\w*|passe\w*|pour(?= (?:(?:l )?(?:annee |exercice |"
    rf"(?:{'|'.join(BY_NAME)}) )?20\d\d$))|(?:decale|deplace|repousse|reporte|glisse)e?s?|"
    r"a (?:compter|rattacher|imputer|passer|mettre|declarer|reporter))"
    r"(?: .*)? (20\d\d)"
)
"""How a comment begins, folded, that says of which year its line is."""
CARRIED = pattern(
    r"(?:(?:reports?|reliquats?|impayes?|arrieres?|rattrapages?)\b.*\b|"
    r"(?!.*\b(?:audit|bilan|comptes|liasse)\b)(?:.*\b)?exercice )"
    r"(20\d\d)\b.*"
)
"""How the name of some work begins, folded, that was done another year: « Report de 2023 »."""
FEW_AWAY = 3
"""Lines of another year than their sheet's that are not those of a financial year across two."""
STRAYS = {
    True: ("autre-mois", "ligne d’un autre mois que celui de sa feuille"),
    False: ("autre-annee", "ligne d’une autre année que celle de sa feuille"),
}
"""What to say of a line outside the period that its sheet names, by whether it names a month."""


def strays(period: Period, lines: Collection[Line], context: Context) -> Iterator[Doubt]:
    """Yield the few lines dated outside the month or the year which their sheet or title names.

    Where many are, or where nothing is named, the name tells nothing of the dates: but for years
    between which and its own nothing stands. A financial year may be named by that in which it
    closes, or begins where no line is of the former.
    """
    year, month, rivals = period
    if year is None or (rivals and (month or _are_of(rivals, lines, year))):
        return
    dates = {line.date for line in lines}
    others = any(day.year != year for day in dates)
    numbers = set(map(context.year_of, dates)) if others else {year}
    own = {year} if year in numbers else {context.year_of(date(year, 12, 31))}
    away = [
        line
        for line in lines
        if line.date.month != (month or line.date.month)
        or (line.date.year != year and (month or context.year_of(line.date) not in own))
        if not (isinstance(line, Expense) and line.lifetime and line.date.year < year)
    ]
    code, what = STRAYS[month is not None]
    if month is None and len(away) == len(lines):
        away = away[:1]
    elif (len(away) > FEW_AWAY or month is not None) and 2 * len(away) > len(lines):
        of_month = [line for line in away if line.date.month == month]
        away = (of_month if 2 * len(of_month) > len(lines) else _beyond_a_gap(away, year))[:1]
    for line in away:
        yield doubt_of(code, what, line, "vérifier la date, ou le nom de la feuille")


def _are_of(rivals: Collection[str], lines: Iterable[Line], year: int) -> bool:
    """Tell whether lines are of a year that the file names, and none of that of their sheet."""
    years = {str(line.date.year) for line in lines}
    return str(year) not in years and not years.isdisjoint(rivals)


def _beyond_a_gap(lines: Sequence[Line], year: int) -> list[Line]:
    """Return the lines whose year is parted from a year by one without any line."""
    years = {line.date.year for line in lines} | {year}
    joined = {
        *takewhile(years.__contains__, count(year)),
        *takewhile(years.__contains__, count(year, -1)),
    }
    return [line for line in lines if line.date.year not in joined]


def backwards(cells: Cells, lines: Mapping[int, Line]) -> Iterator[BadCell]:
    """Yield the lines whose period ends before it begins."""
    for rank, line in lines.items() if "end" in cells.values else ():
        if line.end is not None and line.end < (line.start or line.date):
            since = short_date(line.start or line.date)
            fix = f"la période commence le {since} : corriger l’une des deux dates"
            yield cells.mistake(
                rank, Problem("end", "une fin avant le début", short_date(line.end), fix)
            )


def other_periods(cells: Cells, lines: Mapping[int, Line], context: Context) -> Iterator[Doubt]:
    """Yield the lines beside which a column names another year than the one that counts them."""
    fields = cells.table.columns.fields
    for name in PERIODS:
        if name not in fields or fields[name] == fields.get("date"):
            continue
        read = year_of_comment if name == "comment" else _carried if name in WORKS else _named_year
        years = {cell: read(cell) for cell in set(cells.of(name))}
        for rank, cell in enumerate(cells.of(name) if any(years.values()) else ()):
            line, year = lines.get(rank), years[cell]
            if line and year not in (None, line.date.year, context.year_of(line.date)):
                what = "une autre année que celle de la date est nommée sur la ligne"
                yield doubt_of("a-cheval", what, line, "vérifier la date : c’est elle qui compte")


def year_of_comment(cell: Any) -> int | None:
    """Return the year of which a comment says that its line is: « concerne 2019 », « CA 2021 »."""
    ends = isinstance(cell, str) and cell.rstrip()[-1:].isdecimal()
    found = OF_A_YEAR.fullmatch(folded(cell)) if ends else None
    return int(found[1]) if found else None


def _carried(cell: Any) -> int | None:
    """Return the year from which the name of some work says that it is carried over."""
    found = CARRIED.fullmatch(folded(cell)) if isinstance(cell, str) else None
    return int(found[1]) if found else None


def _named_year(cell: Any) -> int | None:
    """Return the year that a cell names: 2020, « décembre 2020 », 31/12/2020."""
    text = as_shown(cell)
    if (found := period_of(text).year) is None and (span := named_span(text)):
        return span[0].year
    return found


FAR = 3
"""Years without any line, beyond which those that stand alone are rather mistyped."""
ALONE = 3
"""Lines that a mistyped year has at most."""


def far_years(lines: Sequence[Line]) -> Iterator[Doubt]:
    """Yield the few lines of a year that stands far from all the others of the books.

    Where they are many, the first one, if they are all there is of their kind: sales, or expenses.
    """
    years = Counter(line.date.year for line in lines)
    most = min(ALONE, max(years.values(), default=0) - 1)
    far = {
        year: count
        for year, count in years.items()
        if all(abs(year - other) > FAR for other in years if other != year)
    }
    found = [line for line in lines if line.date.year in far] if len(years) > 1 else []
    for year, its in gathered((line.date.year, line) for line in found).items():
        others = {type(line) for line in lines if line.date.year != year}
        for line in its if far[year] <= most else its[: others.isdisjoint(map(type, its))]:
            what, shown = "ligne d’une année loin de toutes les autres", str(line.date.year)
            yield doubt_of("annee-isolee", what, line, "vérifier l’année", shown)


def months_of_people(days: Iterable[Day]) -> Iterable[tuple[tuple[str, int, int], list[Day]]]:
    """Return the lines of each person, year and month."""
    return gathered(
        ((spelling(line.worker), line.date.year, line.date.month), line) for line in days
    ).items()


def overfull_months(days: Iterable[Day]) -> Iterator[BadCell]:
    """Yield each month in which one person bills more days than it has, at its longest line."""
    for (_, year, month), lines in months_of_people(days):
        billed = total(lines, DAYS)
        if billed > (most := monthrange(year, month)[1]):
            longest = max(lines, key=lambda line: line.days)
            shown = f"{quantity(billed)} jours en {month_of_year(longest.date)}"
            if longest.worker:
                shown += f", {longest.worker}"
            fix = f"corriger les jours, dater chaque mois sur sa ligne, ou {WHO_WORKED}"
            what = f"plus de jours facturés que les {most} du mois"
            yield BadCell(what, longest.place, shown=shown, fix=fix)
