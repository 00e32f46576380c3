"""The VAT of a year by month and rate, for the accountant.

Knows labels and cells. Never when a VAT is due.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.french import Cell
from reporter.tables.ledger import EXEMPT, LOST, NET, RATE, SEVERAL, VAT
from reporter.tables.table import Column, Table, headings, money

if TYPE_CHECKING:
    from reporter.accounting.pack import Pack
    from reporter.accounting.vat import Side
    from reporter.accounting.vat import Vat as MonthVat


INVOICED, DUE, DUE_BASE = money("TVA facturée"), money("TVA CA3"), money("Base CA3")
MONTH, SIDE, BOX = Column("Mois", "month"), "Sens", "Ligne CA3"
INVOICES = (money("Base facturée HT"), INVOICED)
PAYMENTS = (money("Base réglée HT"), money("TVA réglée"))
DUES = (DUE_BASE, DUE)
BASES = ((("+", NET),), (("+", VAT), ("-", LOST)))
"""What the two columns of each pair add up, of the sales and the purchases."""
UNKNOWN = (
    "Aucune vente n’a de date de paiement, et leur TVA est exigible à l’encaissement\u00a0: ce que "
    "la CA3 prend n’est pas connu."
)
SIDES: dict[Side, str] = {
    "collected": "Collectée",
    "disposals": "Collectée sur cessions",
    "deductible": "Déductible",
    "assets": "Déductible sur immobilisations",
    "reverse": "Due sur achats à l’étranger",
    "taken_back": "Déductible, achats à l’étranger",
}


def has_return(pack: Pack) -> bool:
    """Tell whether what the returns take is known for the whole year."""
    return all(row.due is not None for row in pack.vat)


def vat(pack: Pack) -> Table:
    """Return the VAT by month, side and rate, with what the CA3 takes of it."""
    books = pack.bilan.settings.bookkeeping
    due = "encaissements" if books.on_payment else "débits (option)"
    note = (
        f"Ventes exigibles sur les {due}. Achats\u00a0: à leur règlement si les livres le datent, "
        "sinon à la facture\u00a0; immobilisations à la facture. Lignes de la CA3 indicatives."
    )
    columns = (MONTH, SIDE, RATE, *INVOICES, *PAYMENTS, *DUES, BOX)
    return Table(
        title=f"TVA de {pack.year.number} par mois et par taux",
        columns=headings(*columns),
        rows=tuple(_vat(line) for line in pack.vat),
        note=EXEMPT if books.exempt else note if has_return(pack) else UNKNOWN,
    )


def _vat(line: MonthVat) -> tuple[Cell, ...]:
    amounts = (
        line.invoiced_base,
        line.invoiced,
        line.paid_base,
        line.paid,
        line.due_base,
        line.due,
    )
    return (
        Cell(line.month, "month"),
        Cell(SIDES[line.side]),
        Cell(SEVERAL) if line.rate is None else Cell(line.rate, "percent"),
        *(Cell(amount, "cents") for amount in amounts),
        Cell(line.box),
    )
