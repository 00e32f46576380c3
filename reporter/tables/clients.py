"""Clients and missions: what each brought, the year against the one before.

Knows how sales are grouped. Never how the tables look.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from reporter.denomination import unit
from reporter.french import Cell
from reporter.making import ratio, variation
from reporter.model import ZERO
from reporter.tables.partial import dated, named
from reporter.tables.sums import once, summed
from reporter.tables.table import Table, headings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reporter.figures import Bilan, Figures
    from reporter.model import Activity

UNNAMED = "Sans nom"
NO_MISSION = "Sans mission"


class Sales(NamedTuple):
    """What was sold under a name: euros before tax, the days among them and their euros."""

    name: str
    amount: Decimal
    days: Decimal = ZERO
    day_amount: Decimal = ZERO


def ranked(figures: Figures) -> tuple[Sales, ...]:
    """Return the sales to each client of a year, the largest first."""
    return once(figures.lines, _ranked)


def _ranked(lines: Activity) -> tuple[Sales, ...]:
    sold = summed((line.client or UNNAMED, line.amount) for line in lines.sales)
    days = summed((line.client or UNNAMED, line.days) for line in lines.days)
    euros = summed((line.client or UNNAMED, line.amount) for line in lines.days)
    found = (
        Sales(name, amount, days.get(name, ZERO), euros.get(name, ZERO))
        for name, amount in sold.items()
    )
    return tuple(sorted(found, key=lambda client: (-client.amount, client.name)))


def clients(bilan: Bilan, now: Sequence[Sales]) -> Table:
    """Return what each client brought, those lost since the year before included, and the total.

    `now` is the sales of the year: see `ranked`.
    """
    year, previous = bilan.figures, bilan.previous_in_lines
    earlier = () if previous is None else ranked(previous)
    before = {client.name: client.amount for client in earlier}
    lost = sorted(before.keys() - {client.name for client in now})
    columns = ["Client", "Chiffre d’affaires", "Jours", "TJM régie", "Part du CA"]
    rows = [_row(client, year) for client in (*now, *(Sales(name, ZERO) for name in lost))]
    rows.append(_row(Sales("Total", year.revenue, year.own_days, year.day_revenue or ZERO), year))
    if previous is not None:
        columns += [f"CA {dated(previous.year)}", "Variation"]
        was = [*(before.get(str(row[0].value), ZERO) for row in rows[:-1]), previous.revenue]
        number = year.year.number
        rows = [
            (*row, *_change(row[1], amount, number)) for row, amount in zip(rows, was, strict=True)
        ]
    title = f"Clients de {named(year.year)}, en {unit()}"
    return Table(title=title, columns=headings(*columns), rows=tuple(rows), total=True)


def missions(bilan: Bilan) -> Table:
    """Return the days, the euros and the TJM of each mission, the largest of a client first."""
    lines = bilan.figures.lines.days
    names = [(line.client or UNNAMED, line.mission or NO_MISSION) for line in lines]
    amounts = summed(zip(names, (line.amount for line in lines), strict=True))
    days = summed(zip(names, (line.days for line in lines), strict=True))
    found = [(*name, amount, days[name]) for name, amount in amounts.items()]
    number = bilan.figures.year.number
    return Table(
        title=f"Missions en régie de {named(bilan.figures.year)}, en {unit()}",
        columns=headings("Client", "Mission", "Montant", "Jours", "TJM régie"),
        rows=tuple(
            (
                Cell(client),
                Cell(mission),
                Cell(amount, "euros", f"{number}.ca_jours"),
                Cell(count, "days", f"{number}.jours_factures"),
                Cell(ratio(amount, count), "rate", f"{number}.tjm_regie"),
            )
            for client, mission, amount, count in sorted(found, key=lambda row: (-row[2], row))
        ),
    )


def _row(client: Sales, year: Figures) -> tuple[Cell, ...]:
    """Return what a client brought: parts of the revenue and of the days, which explain them."""
    number = year.year.number
    return (
        Cell(client.name),
        Cell(client.amount, "euros", f"{number}.chiffre_affaires"),
        Cell(client.days, "days", f"{number}.jours_factures"),
        Cell(ratio(client.day_amount, client.days), "rate", f"{number}.tjm_regie"),
        Cell(ratio(client.amount, year.revenue), "percent", f"{number}.chiffre_affaires"),
    )


def _change(now: Cell, was: Decimal, number: int) -> tuple[Cell, Cell]:
    amount = now.value if isinstance(now.value, Decimal) else None
    of = f"{number}.variations.chiffre_affaires"
    before = Cell(was, "euros", f"{number - 1}.chiffre_affaires")
    return before, Cell(variation(amount, was), "variation", of)
