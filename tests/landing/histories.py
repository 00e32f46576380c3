"""Histories of consultants: ten years typed by hand, and others drawn at random."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from reporter.model import Activity, Day, Expense, Fee
from tests.builders import NOWHERE

if TYPE_CHECKING:
    from random import Random

TEN_YEARS = {
    2011: (550, "14 15 18 17 13 16 12 3 17 18 14 9"),
    2012: (550, "17 16 19 15 14 17 13 2 16 19 17 10"),
    2013: (570, "16 17 15 18 12 16 15 5 18 18 15 11"),
    2014: (570, "19 18 19 17 15 17 14 4 19 20 16 12"),
    2015: (600, "12 14 17 18 13 19 16 3 18 19 18 12"),
    2016: (600, "18 19 20 18 16 18 12 6 19 18 17 10"),
    2017: (620, "17 18 21 16 15 17 14 4 17 19 18 13"),
    2018: (620, "20 18 19 17 13 18 15 2 18 21 17 11"),
    2019: (650, "19 17 18 18 16 16 17 5 19 20 16 12"),
    2020: (650, "20 19 14 8 9 15 16 6 18 19 18 13"),
}
"""The TJM of a year and the days of its months, of an invented consultant with a quiet August."""


def month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def billed(year: int, month: int, days: Decimal, rate: Decimal) -> Day:
    """Return the days of a month, dated by its last day."""
    return Day(
        date=month_end(year, month),
        client="Ponant",
        days=days,
        rate=rate,
        amount=days * rate,
        place=NOWHERE,
    )


def typed() -> Activity:
    """Return the ten years typed by hand."""
    return Activity(
        days=tuple(
            billed(year, month, Decimal(count), Decimal(rate))
            for year, (rate, counts) in TEN_YEARS.items()
            for month, count in enumerate(counts.split(), 1)
        )
    )


def drawn(random: Random, years: range) -> Activity:
    """Return a consultant drawn at random: a season, a rate that moves, missions that end.

    August and December are quiet, days vary by a few from month to month, the rate moves by the
    year, two months may be empty between two missions, and some years have a fixed fee.
    """
    pace, rate = random.randint(12, 18), Decimal(random.randrange(400, 900, 10))
    season = [random.uniform(0.85, 1.1) for _ in range(12)]
    season[7], season[11] = random.uniform(0.1, 0.5), random.uniform(0.5, 0.8)
    days, fees, expenses = [], [], []
    for year in years:
        rate = (rate * Decimal(random.randint(97, 107)) / 100).quantize(Decimal(1))
        idle = random.randint(1, 11) if random.random() < 0.2 else 0
        for month in range(1, 13):
            count = round(2 * (pace * season[month - 1] + random.uniform(-3, 3))) / 2
            if month in {idle, idle + 1} and idle:
                count = 0
            if count > 0:
                days.append(billed(year, month, Decimal(str(count)), rate))
            cost = Decimal(random.randint(200, 900))
            expenses.append(Expense(date=month_end(year, month), amount=cost, place=NOWHERE))
        if random.random() < 0.5:
            when = month_end(year, random.randint(1, 12))
            amount = Decimal(random.randrange(1000, 9000, 500))
            fees.append(Fee(date=when, amount=amount, client="Alizé", place=NOWHERE))
    return Activity(days=tuple(days), fees=tuple(fees), expenses=tuple(expenses))
