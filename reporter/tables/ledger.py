"""The sales and the purchases of a year line by line, for the accountant.

Knows labels and cells. Never how they look, nor how a total is made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.accounting.booked import is_unpaid, source
from reporter.french import Cell, short_date
from reporter.model import Day
from reporter.tables.table import Table

if TYPE_CHECKING:
    from datetime import date

    from reporter.accounting.booked import Booked
    from reporter.accounting.pack import Pack

NET, VAT, GROSS, DAYS, PRICE = "Montant HT", "TVA", "Montant TTC", "Jours", "Prix unitaire HT"
NATURE, DAY_SALE, FEE_SALE = "Nature", "Jours", "Forfait"
CHARGE, ASSET = "Charge", "Immobilisation"
RATE = "Taux de TVA"
EXEMPT = "TVA non applicable, article 293\u00a0B du CGI."
"""The mention that invoices bear in franchise en base."""


def sales(pack: Pack) -> Table:
    """Return the sales of the year by date, a row a line of the books."""
    columns = ("Date", "Facture", "Client", NATURE, "Désignation", DAYS, PRICE, NET, RATE, VAT)
    return Table(
        title=f"Ventes de {pack.year.number}",
        columns=(*columns, GROSS, "Compte", "Règlement", "Source"),
        rows=tuple(_sale(line) for line in sorted(pack.sales, key=_order)),
        note=EXEMPT if pack.bilan.settings.bookkeeping.exempt else _period(pack),
    )


def purchases(pack: Pack) -> Table:
    """Return the expenses of the year, those that are depreciated included."""
    columns = ("Date", "Justificatif", "Fournisseur", NATURE, "Désignation", "Catégorie", NET, RATE)
    return Table(
        title=f"Achats de {pack.year.number}",
        columns=(*columns, VAT, GROSS, "Compte", "Règlement", "Source"),
        rows=tuple(_purchase(line) for line in sorted(pack.purchases, key=_order)),
        note=_period(pack),
    )


def to_review(pack: Pack) -> list[str]:
    """Return what an accountant should look at, in plain sentences."""
    found = [
        (
            "Achats sans date de paiement",
            [line for line in pack.purchases if line.line.paid is None],
            "aucun règlement n’est écrit pour eux.",
        ),
        (
            "Charges dont la TVA attend le règlement",
            _waiting(pack),
            "la CA3 ne l’a pas déduite dans l’exercice, le 44566 la porte.",
        ),
        (
            "Achats sans justificatif",
            [line for line in pack.purchases if line.number == source(line.line.place)],
            "leur pièce est le fichier, la feuille et la cellule de la ligne.",
        ),
        (
            "Achats mêlant plusieurs taux de TVA",
            [line for line in pack.purchases if line.rate is None],
            "leur montant de TVA est repris tel quel.",
        ),
        (
            "Déplacements avec TVA déduite",
            [p for p in pack.purchases if p.account.startswith("6251") and p.vat],
            "celle du transport de personnes ne l’est en principe pas.",
        ),
    ]
    said = [f"{what}\u00a0: {len(lines)}\u00a0; {so}" for what, lines, so in found if lines]
    pay = "Paie\u00a0: les lignes 64 sont reprises au montant des livres, sans détail des retenues."
    opening = (
        "Aucun à-nouveau\u00a0: les règlements de factures antérieures soldent le report des tiers."
    )
    if any(line.account.startswith("64") for line in pack.purchases):
        said.append(pay)
    if movements := pack.bilan.figures.lines.movements:
        what = "Mouvements hors résultat (capital, compte courant, TVA ou impôt versés)"
        so = "aucune écriture n’est écrite pour eux."
        said.append(f"{what}\u00a0: {len(movements)}\u00a0; {so}")
    return [*said, opening]


def _waiting(pack: Pack) -> list[Booked]:
    """Return the charges whose VAT no return of the year takes, where payments decide it."""
    if not any(row.side == "deductible" and row.paid is not None for row in pack.vat):
        return []
    charges = (line for line in pack.purchases if line.kind == "charge" and line.vat)
    return [line for line in charges if is_unpaid(line.line, pack.year.end)]


def _period(pack: Pack) -> str:
    return f"Exercice du {short_date(pack.year.start)} au {short_date(pack.year.end)}, en euros."


def _order(booked: Booked) -> tuple[date, str]:
    return booked.line.date, booked.number


def _sale(booked: Booked) -> tuple[Cell, ...]:
    line = booked.line
    is_day = isinstance(line, Day)
    return (
        Cell(line.date, "date"),
        Cell(booked.number),
        Cell(booked.party.name),
        Cell(DAY_SALE if is_day else FEE_SALE),
        Cell(line.mission if isinstance(line, Day) else getattr(line, "service", "")),
        Cell(line.days if isinstance(line, Day) else None, "days"),
        Cell(line.rate if isinstance(line, Day) else None, "cents"),
        *_amounts(booked),
    )


def _purchase(booked: Booked) -> tuple[Cell, ...]:
    line = booked.line
    return (
        Cell(line.date, "date"),
        Cell(booked.number),
        Cell(booked.party.name),
        Cell(CHARGE if booked.kind == "charge" else ASSET),
        Cell(getattr(line, "label", "")),
        Cell(getattr(line, "category", "")),
        *_amounts(booked),
    )


def _amounts(booked: Booked) -> tuple[Cell, ...]:
    return (
        Cell(booked.line.amount, "cents"),
        Cell(booked.rate, "percent"),
        Cell(booked.vat, "cents"),
        Cell(booked.gross, "cents"),
        Cell(booked.account),
        Cell(booked.line.paid, "date"),
        Cell(str(booked.line.place)),
    )
