"""What a month can hold: nobody bills more days in it than it has.

Knows days and people. Never working days, which need the calendar of the law.
"""

from __future__ import annotations

from calendar import monthrange
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from reporter.errors import BadCell, Doubt
from reporter.french import month_name, quantity
from reporter.model import DAYS, total
from reporter.names import spelling

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reporter.model import Day, Line

FAR = 3
"""Years without any line, beyond which those that stand alone are rather mistyped."""
FEWEST = 2
ALONE = 3
"""Lines that a mistyped year has at most."""


def far_years(lines: Sequence[Line]) -> Iterator[Doubt]:
    """Yield the few lines of a year that stands far from all the others of the books."""
    years = Counter(line.date.year for line in lines)
    if len(years) < FEWEST:
        return
    most = max(years, key=lambda year: years[year])
    far = {
        year
        for year, count in years.items()
        if count <= ALONE
        and count < years[most]
        and all(abs(year - other) > FAR for other in years if other != year)
    }
    for line in lines if far else ():
        if line.date.year in far:
            yield Doubt(
                code="annee-isolee",
                what="ligne d’une année loin de toutes les autres",
                place=line.place,
                shown=str(line.date.year),
                fix="vérifier l’année",
                date=line.date,
            )


def overfull_months(days: Iterable[Day]) -> Iterator[BadCell]:
    """Yield each month in which one person bills more days than it has, at its longest line."""
    months: defaultdict[tuple[str, int, int], list[Day]] = defaultdict(list)
    for line in days:
        months[spelling(line.worker), line.date.year, line.date.month].append(line)
    for (_, year, month), lines in months.items():
        count = total(lines, DAYS)
        if count > (most := monthrange(year, month)[1]):
            longest = max(lines, key=lambda line: line.days)
            shown = f"{quantity(count)} jours en {month_name(longest.date)} {year}"
            if longest.worker:
                shown += f", {longest.worker}"
            fix = "corriger les jours, dater chaque mois sur sa ligne, ou nommer les intervenants"
            what = f"plus de jours facturés que les {most} du mois"
            yield BadCell(what, longest.place, shown=shown, fix=fix)
