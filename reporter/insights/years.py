"""Which years can be compared with each other, figure by figure.

Knows what makes two years alike. Never a figure.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.law.workdays import YEAR_MONTHS, months

if TYPE_CHECKING:
    from reporter.figures import Figures


def alike(*years: Figures) -> bool:
    """Tell whether years have twelve months each, the same ones: none is short or long."""
    starts = {(year.year.start.month, year.year.start.day) for year in years}
    return len(starts) == 1 and all(
        months(year.year.start, year.year.end) == YEAR_MONTHS for year in years
    )
