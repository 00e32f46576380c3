"""Corporate income tax (impôt sur les sociétés, IS): dated tables of rates, each with its source.

Knows rates and periods. Never the activity, the books or files.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import floor

from reporter.law.workdays import YEAR_MONTHS, months

HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Rates:
    """The rates above the reduced one, for years opened from 1 January of `opened`.

    `middle` is the rate that holds up to `ceiling` euros, where there is one.
    """

    opened: int
    normal: Fraction
    source: str
    middle: Fraction | None = None
    ceiling: int = 0


REDUCED_RATE = Fraction(15, 100)
NORMAL = (
    Rates(2015, Fraction(1, 3), "CGI art. 219 I, before LF 2017"),
    Rates(2017, Fraction(1, 3), "LF 2017 art. 91; CGI art. 219 I", Fraction(28, 100), 75_000),
    Rates(2018, Fraction(1, 3), "LF 2018 art. 84; CGI art. 219 I", Fraction(28, 100), 500_000),
    Rates(2019, Fraction(31, 100), "LF 2018 art. 84; CGI art. 219 I", Fraction(28, 100), 500_000),
    Rates(2020, Fraction(28, 100), "LF 2018 art. 84; CGI art. 219 I"),
    Rates(2021, Fraction(265, 1000), "LF 2018 art. 84; CGI art. 219 I"),
    Rates(2022, Fraction(25, 100), "LF 2018 art. 84; CGI art. 219 I"),
)
"""By the opening date of the year. A year outside the table takes the nearest row."""

CAPS = (
    (date.min, 38_120, "CGI art. 219 I b, before LF 2023"),
    (date(2022, 12, 31), 42_500, "LF 2023 art. 37"),
)
"""Profit in euros that the reduced rate covers, by the closing date of the year."""

CONFIRMED_UNTIL = 2026
"""The last opening year whose rates are known; later years are computed with them, as estimates."""


def corporate_tax(profit: Decimal, start: date, end: date, *, reduced: bool = True) -> Decimal:
    """Return the IS in whole euros on a taxable profit in euros; both are rounded half up.

    The normal rate follows the opening date `start`, the cap of the reduced rate the closing
    date `end`; ceilings are prorated by the months of the year. A loss pays nothing.
    `reduced` tells whether the company is entitled to the reduced rate (a turnover and a
    shareholding within the law's limits).

    Source: CGI art. 219 I; rounding of base and tax, loi 98-546 art. 26; prorata, BOFiP 2065-PGP.
    """
    rates = rates_at(start)
    cap = Fraction(reduced_rate_cap(start, end) if reduced else 0)
    ceiling = max(cap, Fraction(_prorated(rates.ceiling, start, end)))
    base = max(Fraction(_rounded(Fraction(profit))), Fraction(0))
    low = min(base, cap)
    middle = min(base, ceiling) - low
    tax = low * REDUCED_RATE + middle * (rates.middle or 0) + (base - low - middle) * rates.normal
    return Decimal(_rounded(tax))


def rates_at(start: date) -> Rates:
    """Return the rates of a year opened on `start`."""
    return next((rates for rates in reversed(NORMAL) if rates.opened <= start.year), NORMAL[0])


def reduced_rate_cap(start: date, end: date) -> int:
    """Return the profit in euros that the reduced rate covers, prorated by the months of the year.

    1 January to 15 September gives 38 120 x 8.5 / 12 = 27 002. Source: BOFiP 2065-PGP.
    """
    yearly = next(euros for closing, euros, _ in reversed(CAPS) if closing <= end)
    return _prorated(yearly, start, end)


def _prorated(euros: int, start: date, end: date) -> int:
    return _rounded(euros * months(start, end) / YEAR_MONTHS)


def _rounded(value: Fraction) -> int:
    """Return the nearest whole number, half up."""
    return floor(value + HALF)


def bands(start: date, end: date, *, reduced: bool = True) -> tuple[tuple[int, Fraction], ...]:
    """Return from which profit in euros each rate of a year holds, the lowest first.

    They are those of `corporate_tax`, for a sheet that computes it by itself.
    """
    rates, cap = rates_at(start), reduced_rate_cap(start, end) if reduced else 0
    middle = _prorated(rates.ceiling, start, end)
    found = [(0, REDUCED_RATE)] if cap else []
    if rates.middle is not None and middle > cap:
        found.append((cap, rates.middle))
    return (*found, (max(cap, middle), rates.normal))
