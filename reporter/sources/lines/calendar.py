"""What a month can hold: nobody bills more days in it than it has.

Knows days and people. Never working days, which need the calendar of the law.
"""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from typing import TYPE_CHECKING

from reporter.errors import BadCell
from reporter.french import month_name, quantity
from reporter.model import ZERO
from reporter.names import spelling

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reporter.model import Day


def overfull_months(days: Iterable[Day]) -> Iterator[BadCell]:
    """Yield each month in which one person bills more days than it has, at its longest line."""
    months: defaultdict[tuple[str, int, int], list[Day]] = defaultdict(list)
    for line in days:
        months[spelling(line.worker), line.date.year, line.date.month].append(line)
    for (_, year, month), lines in months.items():
        count = sum((line.days for line in lines), ZERO)
        if count > (most := monthrange(year, month)[1]):
            longest = max(lines, key=lambda line: line.days)
            shown = f"{quantity(count)} jours en {month_name(longest.date)} {year}"
            if longest.worker:
                shown += f", {longest.worker}"
            fix = "corriger les jours, dater chaque mois sur sa ligne, ou nommer les intervenants"
            what = f"plus de jours facturés que les {most} du mois"
            yield BadCell(what, longest.place, shown=shown, fix=fix)
