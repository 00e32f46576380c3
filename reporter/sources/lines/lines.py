"""The rows of a table → lines of the activity, what is missing deduced, what disagrees refused.

Knows how days, rate, amount and VAT complete each other. Never how cells are read.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import repeat
from typing import TYPE_CHECKING

from reporter.errors import Doubt, Place
from reporter.french import euros_cents, short_date
from reporter.model import Day, Expense, Fee
from reporter.sources.grids.cells import column_letters
from reporter.sources.lines.columns import Body, body_of
from reporter.sources.lines.gaps import (
    fill_down,
    forgive_uncomputed,
    look_at_status,
    refuse_missing,
)
from reporter.sources.lines.prices import agree_on_prices, complete_hours, complete_prices
from reporter.sources.lines.totals import Ledger, set_aside
from reporter.sources.lines.vat import complete_vat

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from reporter.model import Line
    from reporter.sources.findings import Findings
    from reporter.sources.lines.missions import Missions
    from reporter.sources.tables.layouts import Table

LINES: dict[str, type[Line]] = {"days": Day, "fees": Fee, "expenses": Expense}


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What the lines of every table are read with."""

    hours: Decimal | None
    missions: Missions
    findings: Findings


def read_lines(table: Table, ledger: Ledger, context: Context) -> list[Line]:
    """Return the lines of a table; its mistakes and doubts go to the findings."""
    body = body_of(table)
    set_aside(body, context.findings)
    fill_down(body, context.findings)
    if table.kind == "days":
        complete_hours(body, context.hours, context.findings)
    forgive_uncomputed(body, context.findings)
    refuse_missing(body)
    if table.kind == "days":
        complete_prices(body, context.missions, context.findings)
    complete_vat(body)
    if table.kind == "days":
        agree_on_prices(body)
    look_at_status(body, context.findings)
    lines = list(_lines(body, ledger, context.findings))
    _doubt_strays(table, lines, context.findings)
    for rank in sorted(body.mistakes):
        found = body.mistakes[rank]
        context.findings.errors.extend(
            sorted(found, key=lambda e: (len(e.place.cell), e.place.cell))
        )
    return lines


def _doubt_strays(table: Table, lines: list[Line], findings: Findings) -> None:
    """Doubt the few lines dated outside the month which their sheet or its title names.

    Where most are, or where no month is named, the name tells nothing of the dates.
    """
    month = (table.period.year, table.period.month)
    strays = [line for line in lines if (line.date.year, line.date.month) != month]
    if 2 * len(strays) >= len(lines):
        return
    for line in strays:
        findings.doubts.append(
            Doubt(
                code="autre-mois",
                what="ligne d’un autre mois que celui de sa feuille",
                place=line.place,
                shown=short_date(line.date),
                fix="vérifier la date, ou le nom de la feuille",
                date=line.date,
            )
        )


def _refuse_sum(body: Body, rank: int, line: Line) -> None:
    what = "une ligne, ou la somme de celles du dessus ?"
    fix = "pour une ligne, écrire sa date et son nom ; pour une somme, « Total » sans date"
    body.refuse(rank, "amount", what, euros_cents(line.amount), fix)


def _lines(body: Body, ledger: Ledger, findings: Findings) -> Iterator[Line]:
    grid, letter = body.table.grid, column_letters(min(body.table.columns.fields.values()))
    kind = LINES[body.table.kind]
    names = ["place", *(name for name in body.columns if name in kind.__dataclass_fields__)]
    cells = (f"{letter}{number + 1}" for number in body.rows)
    places = map(Place, repeat(grid.file), repeat(grid.sheet), cells)
    special = body.aside | body.mistakes.keys()
    checked = set() if body.mistakes else body.totals
    columns = (body.columns[name] for name in names[1:])
    for rank, values in enumerate(zip(places, *columns, strict=True)):
        if rank not in special:
            line = kind(**dict(zip(names, values, strict=True)))
            if rank in body.perhaps and ledger.holds(line):
                _refuse_sum(body, rank, line)
            ledger.lines.append(line)
            yield line
        elif rank in checked:
            ledger.check(body, rank, findings)
