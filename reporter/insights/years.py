"""Which years can be compared with each other, figure by figure.

Knows what makes two years alike. Never a figure.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.law.workdays import YEAR_MONTHS, months
from reporter.to_date import whole_past

if TYPE_CHECKING:
    from reporter.figures import Bilan, Figures


def alike(*years: Figures) -> bool:
    """Tell whether years have the same months: twelve each, or those up to one date in each."""
    starts = {(year.year.start.month, year.year.start.day) for year in years}
    lengths = {months(year.year.start, year.year.end) for year in years}
    cut = all(year.year.is_partial for year in years)
    return len(starts) == len(lengths) == 1 and (cut or lengths == {YEAR_MONTHS})


def past_at_date(bilan: Bilan) -> bool:
    """Tell whether every year of the books is there: none had nothing yet on the date of a cut."""
    return len(whole_past(bilan)) == len(bilan.earlier)
