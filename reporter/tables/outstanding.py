"""What clients owe at the closing date, for the accountant.

Knows labels and cells. Never who has paid.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.accounting.outstanding import AGES
from reporter.french import Cell, short_date
from reporter.tables.table import Column, Table, headings
from reporter.tables.unpaid import incoming

if TYPE_CHECKING:
    from reporter.accounting.outstanding import Unpaid
    from reporter.accounting.pack import Pack


OWED = Column("Reste dû TTC", "cents", summed=True)


def outstanding(pack: Pack) -> Table:
    """Return the invoices unpaid at the closing date, their amount under their age."""
    day = short_date(pack.year.end)
    note = f"Factures non réglées au {day}, par âge en jours depuis la facture."
    if pack.under_way:
        note += " Ce jour n’est pas passé\u00a0: ce qui sera réglé d’ici là n’y est pas déduit."
    if pack.unpaid is None:
        note = (
            "Aucune vente de l’exercice n’a de date de paiement\u00a0: l’encours n’est pas connu."
        )
    elif pack.bilan.received and (last := pack.bilan.received.known):
        note += (
            f" Relevés de la banque jusqu’au {short_date(last)}\u00a0: une facture payée depuis "
            "figure encore ici."
        )
    if pack.bilan.received and pack.bilan.received.lost and pack.bilan.received.since:
        note += (
            f" Relevés depuis le {short_date(pack.bilan.received.since)}\u00a0: une facture payée "
            "avant figure encore ici."
        )
    if pack.bilan.received and (said := incoming(pack.bilan.received)):
        note += f" {said}"
    return Table(
        title=f"Encours clients au {day}",
        columns=headings("Client", "Facture", "Date", "Âge en jours", OWED, *_ages()),
        rows=tuple(_unpaid(invoice) for invoice in pack.unpaid or ()),
        note=note,
    )


def _ages() -> tuple[Column, ...]:
    low = (0, *(limit + 1 for limit in AGES))
    titles = [f"De {a} à {b} jours" for a, b in zip(low, AGES, strict=False)]
    titles.append(f"Plus de {AGES[-1]} jours")
    return tuple(Column(title, "cents", summed=True) for title in titles)


def _unpaid(invoice: Unpaid) -> tuple[Cell, ...]:
    by_age = (invoice.due if rank == invoice.age else None for rank in range(len(AGES) + 1))
    return (
        Cell(invoice.client),
        Cell(invoice.number),
        Cell(invoice.date, "date"),
        Cell(invoice.days),
        Cell(invoice.due, "cents"),
        *(Cell(amount, "cents") for amount in by_age),
    )
