"""How wrong the landing was, beside the naive methods, on years typed by hand and on drawn ones."""

from __future__ import annotations

import sys
from datetime import date
from decimal import Decimal
from random import Random, SystemRandom
from typing import TYPE_CHECKING

from reporter.elapsed import upto
from reporter.landing.landing import landing
from reporter.metrics import by_year
from reporter.model import ZERO, total
from reporter.settings import Settings
from tests.landing.histories import drawn, month_end, typed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reporter.model import Activity

HISTORIES = 20
NAMES = ("atterrissage", "croissance à date", "ligne droite")
Errors = tuple[list[Decimal], list[Decimal], list[Decimal]]


def errors(lines: Activity, first: int) -> Errors:
    """Return how wrong each way was at the end of each month, for each year from `first` on."""
    years = by_year(lines, Settings())
    found: Errors = ([], [], [])
    for number in (number for number in years if number >= first):
        actual = total(years[number].sales)
        for month in range(1, 12):
            day = month_end(number, month)
            ours = landing(years, (), Settings(), number, day)
            assert ours is not None
            guesses = (ours.figures.revenue, *naive(years, number, day))
            for errors_of, guess in zip(found, guesses, strict=True):
                errors_of.append(abs(guess - actual) / actual)
    return found


def naive(years: Mapping[int, Activity], number: int, day: date) -> tuple[Decimal, Decimal]:
    """Return the growth to date applied to the year before, and the pace to date kept up."""
    known = total(upto(years[number], day).sales)
    before = total(years[number - 1].sales)
    then = total(upto(years[number - 1], month_end(number - 1, day.month)).sales)
    growth = known / then * before if then else before
    return growth, known * 12 / day.month


def mean(errors_of: list[Decimal]) -> Decimal:
    return sum(errors_of, ZERO) / len(errors_of)


def report(name: str, found: Errors) -> None:
    means = tuple(map(mean, found))
    shown = ", ".join(f"{word} {error:.1%}" for word, error in zip(NAMES, means, strict=True))
    print(f"{name:<46} {shown}")
    if means[0] >= min(means[1:]):
        raise SystemExit("l’atterrissage se trompe plus qu’une méthode naïve")


def run(seed: int | None = None) -> None:
    """Print the mean error of each way; the landing's must be the smallest."""
    report("atterrissage, dix ans tapés à la main", errors(typed(), 2014))
    used = SystemRandom().randrange(10**9) if seed is None else seed
    random = Random(used)  # noqa: S311  # histories, no secret
    every: Errors = ([], [], [])
    for _ in range(HISTORIES):
        found = errors(drawn(random, range(2012, 2020)), 2015)
        for sums, more in zip(every, found, strict=True):
            sums.extend(more)
    report(f"atterrissage, histoires tirées, graine {used}", every)


if __name__ == "__main__":
    run(int(sys.argv[1]) if len(sys.argv) > 1 else None)
