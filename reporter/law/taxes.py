"""Corporate income tax (impôt sur les sociétés, IS): dated tables of rates, each with its source.

Knows rates and periods. Never the activity, the books or files.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING, NamedTuple

from reporter.law.workdays import YEAR_MONTHS, months

if TYPE_CHECKING:
    from collections.abc import Sequence

HALF = Fraction(1, 2)


class Rates(NamedTuple):
    """The rates above the reduced one, for years opened from 1 January of `opened`.

    `middle` is the rate that holds up to `ceiling` euros, where there is one.
    """

    opened: int
    normal: Fraction
    source: str
    middle: Fraction | None = None
    ceiling: int = 0


class Cap(NamedTuple):
    """The profit in euros that the reduced rate covers, in years closed from a day on."""

    closing: date
    euros: int
    source: str


class Band(NamedTuple):
    """From which profit in euros a rate holds, where that is written, since which day."""

    start: int
    rate: Fraction
    source: str
    since: date


class Slice(NamedTuple):
    """A band, and the euros of a profit that it takes."""

    band: Band
    base: Fraction


REDUCED_RATE = Fraction(15, 100)
LAW_OF_2017 = "loi de finances pour 2017, art. 91 ; CGI, art. 219 I"
LAW_OF_2018 = "loi de finances pour 2018, art. 84 ; CGI, art. 219 I"
NORMAL = (
    Rates(2015, Fraction(1, 3), "CGI, art. 219 I, avant la loi de finances pour 2017"),
    Rates(
        2017,
        Fraction(1, 3),
        LAW_OF_2017,
        Fraction(28, 100),
        75_000,
    ),
    Rates(2018, Fraction(1, 3), LAW_OF_2018, Fraction(28, 100), 500_000),
    Rates(2019, Fraction(31, 100), LAW_OF_2018, Fraction(28, 100), 500_000),
    Rates(2020, Fraction(28, 100), LAW_OF_2018),
    Rates(2021, Fraction(265, 1000), LAW_OF_2018),
    Rates(2022, Fraction(25, 100), LAW_OF_2018),
)
"""By the opening date of the year. A year outside the table takes the nearest row."""

CAPS = (
    Cap(date.min, 38_120, "CGI, art. 219 I b, avant la loi de finances pour 2023"),
    Cap(date(2022, 12, 31), 42_500, "loi de finances pour 2023, art. 37 ; CGI, art. 219 I b"),
)
"""Profit in euros that the reduced rate covers, by the closing date of the year."""

CONFIRMED_UNTIL = 2026
"""The last opening year whose rates are known; later years are computed with them, as estimates."""


def corporate_tax(
    profit: Decimal, start: date, end: date, *, reduced: bool = True, closing: date | None = None
) -> Decimal:
    """Return the IS in whole euros on a taxable profit in euros; both are rounded half up.

    The normal rate follows the opening date `start`, the cap of the reduced rate the closing
    date `end`; ceilings are prorated by the months of the year. A loss pays nothing.
    `reduced` tells whether the company is entitled to the reduced rate (a turnover and a
    shareholding within the law's limits). `closing` is that of the whole year, where `end` is
    only the end of a part of it: the law is then the whole year's, its ceilings the part's.

    Source: CGI art. 219 I; rounding of base and tax, loi 98-546 art. 26; prorata, BOFiP 2065-PGP.
    """
    found = slices(tax_base(profit), bands(start, end, reduced=reduced, closing=closing))
    return Decimal(_rounded(sum((part.base * part.band.rate for part in found), Fraction(0))))


def tax_base(profit: Decimal) -> Fraction:
    """Return the profit that is taxed: whole euros, none of a loss. Source: loi 98-546, art. 26."""
    return max(Fraction(_rounded(Fraction(profit))), Fraction(0))


def slices(profit: Fraction, bands: Sequence[Band]) -> tuple[Slice, ...]:
    """Return the part of a profit in euros that each band takes, those that take nothing left out.

    Their products with the rates add up to the IS, before it is rounded.
    """
    tops = [*(Fraction(band.start) for band in bands[1:]), profit]
    taken = (min(profit, top) - band.start for band, top in zip(bands, tops, strict=True))
    return tuple(Slice(band, part) for band, part in zip(bands, taken, strict=True) if part > 0)


def rates_at(start: date) -> Rates:
    """Return the rates of a year opened on `start`."""
    return next((rates for rates in reversed(NORMAL) if rates.opened <= start.year), NORMAL[0])


def reduced_rate_cap(start: date, end: date, closing: date | None = None) -> int:
    """Return the profit in euros that the reduced rate covers, prorated by the months of the year.

    1 January to 15 September gives 38 120 x 8.5 / 12 = 27 002. Source: BOFiP 2065-PGP.
    """
    return _prorated(cap_at(closing or end).euros, start, end)


def cap_at(end: date) -> Cap:
    """Return the cap of a year closed on `end`."""
    return next(cap for cap in reversed(CAPS) if cap.closing <= end)


def _prorated(euros: int, start: date, end: date) -> int:
    return _rounded(euros * months(start, end) / YEAR_MONTHS)


def _rounded(value: Fraction) -> int:
    """Return the nearest whole number, half up."""
    return floor(value + HALF)


def bands(
    start: date, end: date, *, reduced: bool = True, closing: date | None = None
) -> tuple[Band, ...]:
    """Return from which profit in euros each rate of a year holds, the lowest first.

    `closing` is as for `corporate_tax`.
    """
    rates, cap = rates_at(start), reduced_rate_cap(start, end, closing) if reduced else 0
    middle, since = _prorated(rates.ceiling, start, end), date(rates.opened, 1, 1)
    found = []
    if cap:
        row = cap_at(closing or end)
        found.append(Band(0, REDUCED_RATE, row.source, row.closing))
    if rates.middle is not None and middle > cap:
        found.append(Band(cap, rates.middle, rates.source, since))
    return (*found, Band(max(cap, middle), rates.normal, rates.source, since))
