"""Lines of books in one short call each, for tests that need an Activity."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from reporter.errors import Place
from reporter.figures import Bilan, Figures
from reporter.metrics import by_year, every_year, measure
from reporter.model import Activity, Day, Expense, Fee
from reporter.settings import Settings
from reporter.toml.reading import parse

NOWHERE = Place("data/essai.xlsx", "Jours", "A2")


def day(when: str, days: str, rate: str, client: str = "Client A", **fields: Any) -> Day:
    """Return billed days at a daily rate."""
    amount = Decimal(days) * Decimal(rate)
    return Day(
        date=date.fromisoformat(when),
        client=client,
        days=Decimal(days),
        rate=Decimal(rate),
        amount=amount,
        place=NOWHERE,
        **fields,
    )


def fee(when: str, amount: str, client: str = "Client A", **fields: Any) -> Fee:
    """Return a fixed fee."""
    when_date = date.fromisoformat(when)
    return Fee(date=when_date, amount=Decimal(amount), client=client, place=NOWHERE, **fields)


def expense(when: str, amount: str, category: str = "Divers", **fields: Any) -> Expense:
    """Return an expense, or a purchase that is depreciated when `lifetime` is given."""
    when_date = date.fromisoformat(when)
    return Expense(
        date=when_date, amount=Decimal(amount), category=category, place=NOWHERE, **fields
    )


def activity(*lines: Day | Fee | Expense) -> Activity:
    """Return an activity made of the lines."""
    return Activity(
        days=tuple(line for line in lines if isinstance(line, Day)),
        fees=tuple(line for line in lines if isinstance(line, Fee)),
        expenses=tuple(line for line in lines if isinstance(line, Expense)),
    )


def bilan(number: int, *lines: Day | Fee | Expense, settings: str | Settings = "") -> Bilan:
    """Return what lines amount to in a year."""
    chosen = parse(settings) if isinstance(settings, str) else settings
    return measure(activity(*lines), chosen, number)


def history(lines: Activity, settings: Settings) -> tuple[Figures, ...]:
    """Return the figures of every year, newest first, as `Books.history` does."""
    years = every_year(by_year(lines, settings), lines.expenses, settings)
    return tuple(reversed(years.values()))
