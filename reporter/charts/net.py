"""What reaches the pocket of the revenue? From one to the other, step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter import french
from reporter.charts.chart import ACTUAL, LIGHT, MINUS, Chart
from reporter.charts.drawing import drawn
from reporter.charts.rows import Row, draw
from reporter.french import Cell
from reporter.making import ratio
from reporter.model import ZERO
from reporter.tables.net import levels, steps
from reporter.tables.partial import title as titled
from reporter.tables.partial import told_at_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporter.model import FinancialYear
    from reporter.net.net import Net
    from reporter.tables.net import Level

NAME = "net"


def drawing(net: Net, year: FinancialYear) -> Chart:
    """Return the way from the revenue to the pocket, step by step, of a year as it is known."""
    title, table = told_at_date(_message(net), year, *_said(net)), steps(net, year)
    subtitle = titled(f"Du CA à la poche, {year.number}, en euros", year)
    chart = Chart(name=NAME, title=title, subtitle=subtitle)
    return drawn(chart, table, draw(tuple(_rows(net))))


def _said(net: Net) -> Iterator[Cell]:
    """Yield what reaches the pocket, as an amount and as a share: the message says one of them."""
    *_, last = levels(net)
    yield Cell(net.pocket, "euros", last.of)
    yield Cell(ratio(net.pocket, net.figures.revenue), "percent", last.of)


def _rows(net: Net) -> Iterator[Row]:
    first, *steps, last = levels(net)
    reached = first.amount
    yield _level(first)
    for step in steps:
        before, reached = reached, reached + step.amount
        yield Row(
            name=step.name,
            start=before,
            end=reached,
            value=french.euros(step.amount),
            fill=LIGHT,
            edge=ACTUAL,
            link=before,
            of=step.of,
        )
    yield _level(last)._replace(link=reached)


def _level(level: Level) -> Row:
    negative = level.amount < 0
    return Row(
        name=level.name,
        start=ZERO,
        end=level.amount,
        value=french.euros(level.amount),
        of=level.of,
        fill=MINUS if negative else ACTUAL,
        hatched=negative,
        bold=True,
    )


def _message(net: Net) -> str:
    share = ratio(net.pocket, net.figures.revenue)
    if share is None or share <= 0 or share > 1:
        return f"Il reste {french.euros(net.pocket)} dans la poche"
    return f"{french.percent(share)} du CA arrivent dans la poche"
