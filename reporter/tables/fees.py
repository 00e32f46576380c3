"""The fixed fees of the year, with the daily rate of those that say the days they stand for.

Knows how fees are grouped. Never how the table looks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.denomination import unit
from reporter.french import Cell
from reporter.making import ratio
from reporter.model import ZERO, total
from reporter.tables.leads import leading
from reporter.tables.partial import named
from reporter.tables.table import Table, headings

if TYPE_CHECKING:
    from decimal import Decimal

    from reporter.figures import Bilan
    from reporter.model import Fee


def fees(bilan: Bilan) -> Table:
    """Return each fixed fee of the year, the dearest first; the same service billed often is one.

    Its days and its TJM exist where every one of its lines gives its equivalent days.
    """
    groups: dict[tuple[str, str], list[Fee]] = {}
    for line in bilan.figures.lines.fees:
        groups.setdefault((line.service or "Forfait", line.client), []).append(line)
    found = [(names, lines, total(lines)) for names, lines in groups.items()]
    number = bilan.figures.year.number
    fees_of, days_of = f"{number}.ca_forfaits", f"{number}.jours_equivalents"
    table = Table(
        title=f"Forfaits de {named(bilan.figures.year)}, en {unit()}",
        columns=headings(
            "Prestation",
            "Client",
            "Lignes",
            "Montant",
            "Jours équivalents",
            "TJM équivalent",
        ),
        rows=tuple(
            _row(names, lines, amount)
            for names, lines, amount in sorted(found, key=lambda fee: (-fee[2], fee[0]))
        ),
    )
    return leading(table, "", fees_of, fees_of, days_of, fees_of)


def _row(names: tuple[str, str], lines: list[Fee], amount: Decimal) -> tuple[Cell, ...]:
    known = [line.equivalent_days for line in lines if line.equivalent_days is not None]
    days = sum(known, ZERO) if len(known) == len(lines) else None
    rate = None if days is None else ratio(amount, days)
    counted = (Cell(len(lines), "days"), Cell(amount, "euros"))
    return (*(Cell(name) for name in names), *counted, Cell(days, "days"), Cell(rate, "rate"))
