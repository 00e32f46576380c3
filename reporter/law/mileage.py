"""What a kilometre of a private vehicle is worth, by its power and the distance of the year.

Knows the scale of each year, for cars, motorcycles and mopeds. Never the books. A bicycle has none.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from reporter.law.dated import Dated, Since, UnknownLaw
from reporter.model import ZERO

KNOWN_UNTIL = date(2025, 12, 31)
ELECTRIC_SINCE = 2020
ELECTRIC = Decimal("1.2")
"""An electric one counts a fifth more, from the income of 2020 on (arrêté du 15 février 2021)."""

Kind = Literal["car", "motorcycle", "moped"]
"""A moped is of 50 cm³ or 4 kW at most; any other two-wheeler with an engine is a motorcycle."""


class Rates(NamedTuple):
    """Euros of a distance: `low` a kilometre, then `middle` and `base`, then `high`."""

    low: Decimal
    middle: Decimal
    base: Decimal
    high: Decimal


class Scale(NamedTuple):
    """The rates of a year.

    Attributes:
        short: the kilometres of a year up to which the first rate holds.
        long: those up to which the second does.
        by_power: the rates from a fiscal horsepower on; below the first, the scale is its own.
    """

    short: int
    long: int
    by_power: dict[int, Rates]


def _rates(*rows: str) -> list[Rates]:
    return [Rates(*map(Decimal, row.split())) for row in rows]


def _cars(*rows: str) -> Scale:
    """Return the scale of cars: of 3 horsepower or less, 4, 5, 6, 7 or more."""
    return Scale(5_000, 20_000, dict(enumerate(_rates(*rows), start=3)))


def _motorcycles(*rows: str) -> Scale:
    """Return the scale of motorcycles: of 1 or 2 horsepower, 3 to 5, more."""
    return Scale(3_000, 6_000, dict(zip((1, 3, 6), _rates(*rows), strict=True)))


def _moped(short: int, long: int, row: str) -> Scale:
    """Return the scale of mopeds, which is that of every power."""
    return Scale(short, long, {1: _rates(row)[0]})


CARS = Dated(
    "barème kilométrique",
    (
        Since(
            date(2015, 1, 1),
            _cars(
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
            _cars(
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
            _cars(
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
            _cars(
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
            _cars(
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

MOTORCYCLES = Dated(
    "barème kilométrique des motos",
    (
        Since(
            date(2015, 1, 1),
            _motorcycles(
                "0.338 0.084 760 0.211", "0.400 0.070 989 0.235", "0.518 0.067 1351 0.292"
            ),
            "arrêté du 26 février 2015",
        ),
        Since(
            date(2019, 1, 1),
            _motorcycles(
                "0.341 0.085 768 0.213", "0.404 0.071 999 0.237", "0.523 0.068 1365 0.295"
            ),
            "arrêté du 26 février 2020",
        ),
        Since(
            date(2021, 1, 1),
            _motorcycles(
                "0.375 0.094 845 0.234", "0.444 0.078 1099 0.261", "0.575 0.075 1502 0.325"
            ),
            "arrêté du 1er février 2022",
        ),
        Since(
            date(2022, 1, 1),
            _motorcycles(
                "0.395 0.099 891 0.248", "0.468 0.082 1158 0.275", "0.606 0.079 1583 0.343"
            ),
            "arrêté du 27 mars 2023",
        ),
    ),
    KNOWN_UNTIL,
)
MOPEDS: Dated[Scale | None] = Dated(
    "barème kilométrique des cyclomoteurs",
    (
        Since(date(2015, 1, 1), _moped(2_000, 5_000, "0.269 0.063 412 0.146"), "26 février 2015"),
        Since(date(2019, 1, 1), None, "non vérifié"),
        Since(date(2022, 1, 1), _moped(3_000, 6_000, "0.315 0.079 711 0.198"), "27 mars 2023"),
    ),
    KNOWN_UNTIL,
)
"""Those of 2019 to 2021 could not be checked: they are not known."""


def allowance(
    distance: Decimal, year: int, power: int, *, electric: bool, kind: Kind = "car"
) -> Decimal:
    """Return what the kilometres of a calendar year are worth, in euros, exact.

    Args:
        distance: all the kilometres of the vehicle for the business in that year, at least zero.
        year: the calendar year.
        power: the fiscal horsepower of the vehicle (puissance administrative); none for a moped.
        electric: whether the vehicle is electric.
        kind: what it is.

    Raises:
        UnknownLaw: before 2015, and for a moped from 2019 to 2021.
    """
    scale = _scale(kind, date(year, 1, 1))
    if scale is None:
        raise UnknownLaw(f"{MOPEDS.name} : valeurs inconnues de 2019 à 2021")
    least = max((least for least in scale.by_power if least <= power), default=min(scale.by_power))
    rates = scale.by_power[least]
    if distance <= scale.short:
        euros = distance * rates.low
    elif distance <= scale.long:
        euros = distance * rates.middle + rates.base
    else:
        euros = distance * rates.high
    return euros * ELECTRIC if electric and year >= ELECTRIC_SINCE else euros + ZERO


def _scale(kind: Kind, day: date) -> Scale | None:
    if kind == "moped":
        return MOPEDS.at(day)
    return (MOTORCYCLES if kind == "motorcycle" else CARS).at(day)
