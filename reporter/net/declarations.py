"""What a micro-entrepreneur declares: periods, what was received in each, what is due on it.

Knows periods and ceilings. Never a rate.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from reporter.law import micro
from reporter.law.dated import whole
from reporter.law.workdays import month_end, month_starts
from reporter.model import ZERO, total

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from reporter.model import Activity, FinancialYear, Line
    from reporter.settings import Settings
    from reporter.settings.status import Micro


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration:
    """A month or a quarter, in euros.

    Attributes:
        received: what is declared, in whole euros; never below zero.
        unused: what was paid back beyond what was received, which no declaration takes.
        due: the last day to declare it.
    """

    start: date
    end: date
    received: Decimal
    unused: Decimal
    social: Decimal
    training: Decimal
    chamber: Decimal
    liberatory: Decimal
    due: date

    @property
    def contributions(self) -> Decimal:
        """Return what is owed, income tax left out."""
        return self.social + self.training + self.chamber


@dataclass(frozen=True, slots=True, kw_only=True)
class Ceiling:
    """A ceiling of a year: its name, its euros, and the day on which it was crossed, if it was."""

    name: str
    amount: Decimal
    crossed: date | None


def declarations(
    lines: Activity, rules: Micro, year: FinancialYear, founded: date | None = None
) -> tuple[Declaration, ...]:
    """Return what is declared in a year, period by period; amounts are declared in whole euros.

    Nothing is for the periods that ended before the first day of the activity, where it is known;
    the first ones after it are declared together.

    Raises:
        UnknownLaw: where the rates of a period are not known.
    """
    return tuple(
        _declared(
            [line for line in lines.sales if start <= line.date <= end],
            rules,
            (start, end),
            _due(end, rules.pace, founded),
        )
        for start, end in _periods(year, micro.MONTHS[rules.pace])
        if founded is None or founded not in year or end >= founded
    )


def ceilings(lines: Activity, settings: Settings, year: FinancialYear) -> tuple[Ceiling, ...]:
    """Return the ceilings of the regime and of the VAT franchise, and when each was crossed.

    Raises:
        UnknownLaw: where those of the year are not known.
    """
    day, number = date(year.end.year, 1, 1), year.end.year
    trade = settings.micro.trade
    lower, upper = (micro.GOODS_FRANCHISE if trade == "ventes" else micro.FRANCHISE).at(day)
    yearly = {"regime": micro.ceiling(trade, number), "franchise": lower, "franchise_upper": upper}
    found = []
    for name, euros in yearly.items():
        limit = micro.prorated_ceiling(euros, settings.founded, number)
        found.append(Ceiling(name=name, amount=limit, crossed=crossed(lines.sales, limit)))
    return tuple(found)


def franchise_lost(lines: Activity, settings: Settings, year: FinancialYear) -> Ceiling | None:
    """Return the ceiling that a year went above, so that the next one bears VAT; else None.

    Before the law of 2025 the lower threshold had to be passed two years running, which the lines
    of one do not tell: only the upper one is looked at. Source: CGI art. 293 B, I and II, in its
    versions until 2024 and since 2025.
    """
    name = "franchise" if year.end.year >= micro.TAXED_AFTER_ONE else "franchise_upper"
    found = ceilings(lines, settings, year)
    return next((one for one in found if one.name == name and one.crossed), None)


def crossed(sales: Sequence[Line], limit: Decimal) -> date | None:
    """Return the day on which what was received went above a limit, None where it never did."""
    reached = ZERO
    for line in sorted(sales, key=lambda line: line.date):
        reached += line.amount
        if reached > limit:
            return line.date
    return None


def _periods(year: FinancialYear, length: int) -> Iterator[tuple[date, date]]:
    """Yield the first and the last day of each month, or civil quarter, that a year touches."""
    starts = month_starts(year.start, year.end)
    for _, found in groupby(starts, key=lambda day: (day.year, (day.month - 1) // length)):
        months = tuple(found)
        last = months[-1]
        yield (
            max(months[0], year.start),
            month_end(last),
        )


def _due(end: date, pace: micro.Pace, founded: date | None) -> date:
    """Return the last day to declare a period; that of the first declaration where it is of it."""
    if founded is None or end < founded:
        return micro.due_day(end)
    return micro.due_day(max(end, micro.first_end(founded, pace)))


def _declared(
    sales: Sequence[Line], rules: Micro, period: tuple[date, date], due: date
) -> Declaration:
    trade, end, net = rules.trade, period[1], whole(total(sales))
    received = max(net, ZERO)
    return Declaration(
        start=period[0],
        end=end,
        received=received,
        unused=received - net,
        social=micro.social(trade, received, end),
        training=micro.training(trade, received, end),
        chamber=micro.chamber(trade, received, end),
        liberatory=micro.liberatory(trade, received, end) if rules.liberatory else ZERO,
        due=due,
    )
