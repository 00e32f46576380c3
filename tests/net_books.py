"""Invented books of each legal form, written as a person would keep them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from tests.workbooks import EXPENSES, folder

if TYPE_CHECKING:
    from pathlib import Path

    from tests.workbooks import Rows

DAYS = ("Date", "Client", "Jours", "TJM", "Facture", "Date de paiement", "Mode de paiement")
NAME = '[societe]\nnom = "Brume et Fils"\nsiren = "812345676"\n'
SETTINGS = {
    "sasu": f'{NAME}statut = "sasu"\n[net]\nsalaire = "brute"\ndividendes = "50 %"\n',
    "eurl-is": f'{NAME}statut = "eurl-is"\n[net]\ncapital = 1000\ndividendes = "50 %"\n',
    "eurl-ir": f'{NAME}statut = "eurl-ir"\n',
    "ei": f'{NAME}statut = "ei"\n',
    "micro": f'{NAME}statut = "micro"\n[tva]\nregime = "franchise"\n',
}
"""The settings of each form; what they leave out has its default."""
AT_ANY_TIME = '[verifications]\nignorer = ["futur", "paiement-futur"]\n'
"""So that what is said does not depend on the day when tests run."""
PAID: dict[str, tuple[float, float]] = {
    "sasu": (2_500.00, 1_080.00),
    "eurl-is": (2_400.00, 980.00),
    "eurl-ir": (0, 900.00),
    "ei": (0, 900.00),
    "micro": (0, 0),
}
"""A month of pay and of contributions, as the books of each form hold them."""


def books(root: Path, status: str, *, extra: str = "", year: int = 2026, days: int = 12) -> Path:
    """Write a year of one form: a client a month, paid 45 days later, and a few expenses.

    The invoices of November and December are thus paid the year after, or not yet.
    """
    sales: Rows = [DAYS]
    expenses: Rows = [EXPENSES]
    for month in range(1, 13):
        end = date(year, month, 28)
        client = "Aval" if month % 2 else "Cèdre"
        paid = end + timedelta(days=45)
        known = paid if paid.year == year else None
        sales.append((end, client, days, 450, f"F{month:02}", known, "virement" if known else None))
        expenses.append((end, "Bureau", "Loyer", 200, None))
        for amount, category in zip(PAID[status], ("Rémunération", "Cotisations"), strict=True):
            if amount:
                expenses.append((end, category, category, amount, None))
    expenses.append((date(year, 3, 1), "Portable", "Matériel informatique", 1_500, 3))
    return folder(
        root, {"Jours": sales, "Dépenses": expenses}, SETTINGS[status] + extra + AT_ANY_TIME
    )
