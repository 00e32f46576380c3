"""The sales and the purchases of a year line by line, for the accountant.

Knows labels and cells. Never how they look, nor how a total is made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.french import Cell, short_date
from reporter.model import Day
from reporter.tables.table import Column, Table, headings

if TYPE_CHECKING:
    from datetime import date

    from reporter.accounting.bookable import Bookable
    from reporter.accounting.pack import Pack

NET, VAT, GROSS = (
    Column(title, "cents", summed=True) for title in ("Montant HT", "TVA", "Montant TTC")
)
DAYS, PRICE = Column("Jours", "days", summed=True), Column("Prix unitaire HT", "cents")
NATURE, DAY_SALE, FEE_SALE = "Nature", "Jours", "Forfait"
CHARGE, ASSET = "Charge", "Immobilisation"
RATE = Column("Taux de TVA", "percent")
EXEMPT = "TVA non applicable, article 293\u00a0B du CGI."
"""The mention that invoices bear in franchise en base."""


def sales(pack: Pack) -> Table:
    """Return the sales of the year by date, a row a line of the books."""
    named = ("Date", "Facture", "Client", NATURE, "Désignation", DAYS, PRICE, NET, RATE)
    return Table(
        title=f"Ventes de {pack.year.number}",
        columns=headings(*named, VAT, GROSS, "Compte", "Règlement", "Source"),
        rows=tuple(_sale(line) for line in sorted(pack.sales, key=_order)),
        note=EXEMPT if pack.bilan.settings.bookkeeping.exempt else _period(pack),
    )


def purchases(pack: Pack) -> Table:
    """Return the expenses of the year, those that are depreciated included."""
    named = ("Date", "Justificatif", "Fournisseur", NATURE, "Désignation", "Catégorie", NET, RATE)
    return Table(
        title=f"Achats de {pack.year.number}",
        columns=headings(*named, VAT, GROSS, "Compte", "Règlement", "Source"),
        rows=tuple(_purchase(line) for line in sorted(pack.purchases, key=_order)),
        note=_period(pack),
    )


def _period(pack: Pack) -> str:
    return f"Exercice du {short_date(pack.year.start)} au {short_date(pack.year.end)}, en euros."


def _order(booked: Bookable) -> tuple[date, str]:
    return booked.line.date, booked.number


def _sale(booked: Bookable) -> tuple[Cell, ...]:
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


def _purchase(booked: Bookable) -> tuple[Cell, ...]:
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


def _amounts(booked: Bookable) -> tuple[Cell, ...]:
    return (
        Cell(booked.line.amount, "cents"),
        Cell(booked.rate, "percent"),
        Cell(booked.vat, "cents"),
        Cell(booked.gross, "cents"),
        Cell(booked.account),
        Cell(booked.line.paid, "date"),
        Cell(str(booked.line.place)),
    )
