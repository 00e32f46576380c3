"""Months and years in the words of a title, a sheet or a file: « CRA Mars 2020 », « 2020-03 ».

Knows the names of months. Never where the words stand.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from reporter.letters import folded

NAMES = (
    "janvier janv jan|fevrier fevr fev|mars mar|avril avr|mai|juin|juillet juil|aout aou|"
    "septembre sept sep|octobre oct|novembre nov|decembre dec"
)
MONTHS = {name: i for i, names in enumerate(NAMES.split("|"), 1) for name in names.split()}
YEAR = re.compile(r"(?:19|20)\d\d")
YEAR_MONTH = re.compile(r"((?:19|20)\d\d) ?(0[1-9]|1[0-2])")
MONTH_YEAR = re.compile(r"(0?[1-9]|1[0-2]) ((?:19|20)\d\d)")


class Period(NamedTuple):
    """A month of a year, as far as words tell."""

    year: int | None = None
    month: int | None = None

    def completed(self, other: Period) -> Period:
        """Return this period, what it does not tell taken from another."""
        month = self.month or other.month
        return Period(self.year or other.year, month)


def period_of(text: Any) -> Period:
    """Return the month and the year that a text names."""
    words = folded(text)
    for pattern, year, month in ((YEAR_MONTH, 1, 2), (MONTH_YEAR, 2, 1)):
        if found := re.search(rf"(?<!\d){pattern.pattern}(?!\d)", words):
            return Period(int(found[year]), int(found[month]))
    tokens = words.split()
    years = {int(token) for token in tokens if YEAR.fullmatch(token)}
    months = {MONTHS[token] for token in tokens if token in MONTHS}
    return Period(
        years.pop() if len(years) == 1 else None, months.pop() if len(months) == 1 else None
    )


def without_period(text: str) -> str:
    """Return folded words without months, years and other numbers: « Jours mars 2020 » → jours."""
    return " ".join(
        word for word in folded(text).split() if word not in MONTHS and not word.isdecimal()
    )
