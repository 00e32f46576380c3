"""What reaches the pocket of the revenue? From one to the other, step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter import french
from reporter.charts.chart import ACTUAL, LIGHT, MINUS, Chart
from reporter.charts.drawing import drawn
from reporter.charts.rows import Row, draw
from reporter.making import ratio
from reporter.model import ZERO
from reporter.tables.net import LABELS, POCKET, revenue_label, steps
from reporter.tables.partial import at_date
from reporter.tables.partial import title as titled

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from reporter.model import FinancialYear
    from reporter.net.net import Net

NAME = "net"


def drawing(net: Net, year: FinancialYear) -> Chart:
    """Return the way from the revenue to the pocket, step by step, of a year as it is known."""
    title, table = at_date(_message(net), year), steps(net)
    subtitle = titled(f"Du CA à la poche, {year.number}, en euros", year)
    chart = Chart(name=NAME, title=title, subtitle=subtitle)
    return drawn(chart, table, draw(tuple(_rows(net))))


def _rows(net: Net) -> Iterator[Row]:
    reached = net.figures.revenue
    yield _level(revenue_label(net), reached)
    for step in net.steps:
        if not step.amount:
            continue
        before, reached = reached, reached + step.amount
        yield Row(
            name=LABELS[step.key],
            start=before,
            end=reached,
            value=french.euros(step.amount),
            fill=LIGHT,
            edge=ACTUAL,
            link=before,
        )
    yield _level(POCKET, net.pocket)._replace(link=reached)


def _level(name: str, amount: Decimal) -> Row:
    negative = amount < 0
    return Row(
        name=name,
        start=ZERO,
        end=amount,
        value=french.euros(amount),
        fill=MINUS if negative else ACTUAL,
        hatched=negative,
        bold=True,
    )


def _message(net: Net) -> str:
    share = ratio(net.pocket, net.figures.revenue)
    if share is None or share <= 0 or share > 1:
        return f"Il reste {french.euros(net.pocket)} dans la poche"
    return f"{french.percent(share)} du CA arrivent dans la poche"
