"""A chart from its sheets: the message, the words for those who do not see it, both drawings.

Knows what a drawing says of itself. Never what it shows.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reporter.characters import printable
from reporter.charts.svg import svg
from reporter.french import NBSP

if TYPE_CHECKING:
    from collections.abc import Callable

    from reporter.charts.canvas import Canvas
    from reporter.charts.chart import Chart
    from reporter.french import Cell
    from reporter.tables.table import Table

TOLD = 13
"""Rows of the table that a description tells; the table has them all."""


def drawn(chart: Chart, table: Table, sheets: tuple[Canvas, Canvas], column: int = 1) -> Chart:
    """Return a chart with its drawings; `column` of its table is told in words.

    Args:
        chart: its name, its title and its subtitle.
        table: its numbers.
        sheets: the wide one, and the narrow one.
        column: what the words tell of each row.
    """
    wide, narrow = sheets
    told = description(chart.subtitle, table, column)
    return replace(
        chart,
        svg=svg(wide, chart.name, chart.title, told),
        narrow=svg(narrow, f"{chart.name}-etroit", chart.title, told),
        sheet=wide,
        slim=narrow,
        told=told,
        table=table,
    )


def linked(chart: Chart, address: Callable[[str], str]) -> Chart:
    """Return a chart whose numbers are links, each to what `address` says explains its figure."""
    if chart.sheet is None or chart.slim is None:
        return chart
    title, told = chart.title, chart.told
    return replace(
        chart,
        svg=svg(chart.sheet, chart.name, title, told, address),
        narrow=svg(chart.slim, f"{chart.name}-etroit", title, told, address),
    )


def description(subtitle: str, table: Table, column: int) -> str:
    """Return what a drawing shows, in words: « Jours facturés par mois. Janvier : 18 ; … »."""
    rows = [f"{_name(row[0])}{NBSP}: {row[column]}" for row in table.rows[:TOLD]]
    return f"{subtitle}. {f'{NBSP}; '.join(rows)}."


def _name(cell: Cell) -> str:
    return printable(" ".join(str(cell).split()))
