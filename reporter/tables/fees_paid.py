"""The fees and commissions paid to each supplier, for the yearly return DAS2.

Knows accounts and the law's threshold. Never how a payment is booked.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from reporter.french import Cell
from reporter.model import ZERO
from reporter.tables.table import Column, Table, headings, money

if TYPE_CHECKING:
    from reporter.accounting.bookable import Bookable
    from reporter.accounting.pack import Pack

PAID, LIMIT = money("Montant TTC réglé"), Column("Seuil", "cents")
DECLARED = ("6222", "6226", "6227")
"""Beginnings of the accounts of fees and commissions (CGI art. 240)."""
LEAST = ((date.min, Decimal(1200)), (date(2024, 1, 1), Decimal(2400)))
"""Euros with VAT, a supplier and a calendar year, above which they are declared."""


def fees_paid(pack: Pack) -> Table:
    """Return what each supplier of fees was paid, by calendar year, as far as the year tells."""
    sums: defaultdict[tuple[str, int], Decimal] = defaultdict(lambda: ZERO)
    for line in (*pack.purchases, *pack.others):
        if _declared(line) and line.paid and line.paid in pack.year:
            sums[line.party.name, line.paid.year] += line.gross
    rows = sorted(sums.items(), key=lambda item: (item[0][1], -item[1], item[0][0]))
    return Table(
        title=f"DAS2\u00a0: honoraires et commissions réglés en {pack.year.number}",
        columns=headings("Fournisseur", "Année", PAID, LIMIT, "À déclarer"),
        rows=tuple(_row(name, year, euros, whole=_has(pack, year)) for (name, year), euros in rows),
        note="Par année civile de règlement, article 240 du CGI\u00a0; à compléter des SIRET.",
    )


def _declared(line: Bookable) -> bool:
    return line.kind == "charge" and line.account.startswith(DECLARED)


def _has(pack: Pack, year: int) -> bool:
    """Tell whether a financial year has all the days of a calendar year in which it worked."""
    first = max(date(year, 1, 1), pack.bilan.settings.founded or date.min)
    return first in pack.year and date(year, 12, 31) in pack.year


def _row(name: str, year: int, euros: Decimal, *, whole: bool) -> tuple[Cell, ...]:
    least = next(value for start, value in reversed(LEAST) if start <= date(year, 12, 31))
    return (
        Cell(name),
        Cell(year),
        Cell(euros, "cents"),
        Cell(least, "cents"),
        Cell("oui" if euros > least else "non" if whole else "selon le reste de l’année"),
    )
