"""What a kilometre of a private car is worth, by its power and the distance of the year.

Knows the scale of each year. Never the books. Motorcycles and mopeds have scales of their own,
which are not here.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from reporter.law.dated import Dated, Since
from reporter.model import ZERO

KNOWN_UNTIL = date(2025, 12, 31)
LEAST, MOST = 3, 7
"""Fiscal horsepower: below the first and above the last, the scale is theirs."""
SHORT, MIDDLE = 5_000, 20_000
"""Kilometres of a year up to which each formula holds."""
ELECTRIC_SINCE = 2020
ELECTRIC = Decimal("1.2")
"""An electric car counts a fifth more, from the income of 2020 on (arrêté du 15 février 2021)."""


class Rates(NamedTuple):
    """Euros of a distance: `low` a kilometre, then `middle` and `base`, then `high`."""

    low: Decimal
    middle: Decimal
    base: Decimal
    high: Decimal


def _scale(*rows: str) -> dict[int, Rates]:
    """Return the rates of each power, from 3 on."""
    return {power: Rates(*map(Decimal, row.split())) for power, row in enumerate(rows, start=LEAST)}


SCALE = Dated(
    "barème kilométrique",
    (
        Since(
            date(2015, 1, 1),
            _scale(
                "0.410 0.245  824 0.286",
                "0.493 0.277 1082 0.332",
                "0.543 0.305 1188 0.364",
                "0.568 0.320 1244 0.382",
                "0.595 0.337 1288 0.401",
            ),
            "arrêté du 26 février 2015",
        ),
        Since(
            date(2018, 1, 1),
            _scale(
                "0.451 0.270  906 0.315",
                "0.518 0.291 1136 0.349",
                "0.543 0.305 1188 0.364",
                "0.568 0.320 1244 0.382",
                "0.595 0.337 1288 0.401",
            ),
            "arrêté du 11 mars 2019",
        ),
        Since(
            date(2019, 1, 1),
            _scale(
                "0.456 0.273  915 0.318",
                "0.523 0.294 1147 0.352",
                "0.548 0.308 1200 0.368",
                "0.574 0.323 1256 0.386",
                "0.601 0.340 1301 0.405",
            ),
            "arrêté du 26 février 2020",
        ),
        Since(
            date(2021, 1, 1),
            _scale(
                "0.502 0.300 1007 0.350",
                "0.575 0.323 1262 0.387",
                "0.603 0.339 1320 0.405",
                "0.631 0.355 1382 0.425",
                "0.661 0.374 1435 0.446",
            ),
            "arrêté du 1er février 2022",
        ),
        Since(
            date(2022, 1, 1),
            _scale(
                "0.529 0.316 1065 0.370",
                "0.606 0.340 1330 0.407",
                "0.636 0.357 1395 0.427",
                "0.665 0.374 1457 0.447",
                "0.697 0.394 1515 0.470",
            ),
            "arrêté du 27 mars 2023",
        ),
    ),
    KNOWN_UNTIL,
)
"""By calendar year: CGI ann. IV art. 6 B. A year that is not known yet takes the last scale."""


def allowance(distance: Decimal, year: int, power: int, *, electric: bool) -> Decimal:
    """Return what the kilometres of a calendar year are worth, in euros, exact.

    Args:
        distance: all the kilometres of the car for the business in that year, at least zero.
        year: the calendar year.
        power: the fiscal horsepower of the car (puissance administrative).
        electric: whether the car is electric.

    Raises:
        UnknownLaw: before 2015.
    """
    rates = SCALE.at(date(year, 1, 1))[min(max(power, LEAST), MOST)]
    if distance <= SHORT:
        euros = distance * rates.low
    elif distance <= MIDDLE:
        euros = distance * rates.middle + rates.base
    else:
        euros = distance * rates.high
    return euros * ELECTRIC if electric and year >= ELECTRIC_SINCE else euros + ZERO
