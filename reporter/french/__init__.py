"""Numbers, dates and words as French readers write them.

Knows typography, grammar, and the kinds of quantities. Never the domain.
"""

from reporter.french.cells import MISSING, Cell, Kind, display
from reporter.french.dates import (
    day_month,
    long_date,
    month_name,
    month_of_year,
    short_date,
    short_month,
)
from reporter.french.numbers import (
    MINUS,
    NBSP,
    euros,
    euros_cents,
    exact,
    kilo_euros,
    number,
    percent,
    points,
    quantity,
    signed_euros,
    variation,
)
from reporter.french.words import (
    agree,
    capitalised,
    count,
    counted,
    days,
    enumeration,
    of,
    ordinal,
    spaced,
)

__all__ = [
    "MINUS",
    "MISSING",
    "NBSP",
    "Cell",
    "Kind",
    "agree",
    "capitalised",
    "count",
    "counted",
    "day_month",
    "days",
    "display",
    "enumeration",
    "euros",
    "euros_cents",
    "exact",
    "kilo_euros",
    "long_date",
    "month_name",
    "month_of_year",
    "number",
    "of",
    "ordinal",
    "percent",
    "points",
    "quantity",
    "short_date",
    "short_month",
    "signed_euros",
    "spaced",
    "variation",
]
