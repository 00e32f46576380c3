"""The sales and the purchases of a year line by line, for the accountant.

Knows labels and cells. Never how they look, nor how a total is made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.french import Cell, short_date
from reporter.model import Day
from reporter.tables.table import Column, Table, headings, money

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reporter.accounting.bookable import Bookable
    from reporter.accounting.pack import Pack

NET, VAT, GROSS = money("Montant HT"), money("TVA"), money("Montant TTC")
DAYS, PRICE = Column("Jours", "days", summed=True), Column("Prix unitaire HT", "cents")
NATURE, DAY_SALE, FEE_SALE = "Nature", "Jours", "Forfait"
CHARGE, ASSET = "Charge", "Immobilisation"
RATE, SEVERAL = Column("Taux de TVA", "percent"), "plusieurs"
SALE = "Vente"
LOST, REVERSE = money("TVA non déductible"), money("TVA autoliquidée")
INVOICED_ON, PAID, DUE_ON = "Date de facture", "Règlement", "Exigible le"
NOT_DUE = "à régler"
"""Stands for the day on which a VAT falls due, as long as its payment is awaited."""
NEVER_DUE = "en franchise"
"""The same for a line of a franchise that ended in the year: no return has it."""
EXEMPT = "TVA non applicable, article 293\u00a0B du CGI."
"""The mention that invoices bear in franchise en base."""


def sales(pack: Pack) -> Table:
    """Return the sales of the year by date, a row a line of the books."""
    columns = ("Date", "Facture", "Client", NATURE, "Désignation", DAYS, PRICE, NET, RATE, VAT)
    return Table(
        title=f"Ventes de {pack.year.number}",
        columns=headings(*columns, GROSS, "Compte", INVOICED_ON, PAID, DUE_ON, "Source"),
        rows=tuple(_sale(line, pack) for line in in_order(pack.sales)),
        note=EXEMPT if pack.bilan.settings.bookkeeping.exempt else _period(pack),
    )


def purchases(pack: Pack) -> Table:
    """Return the expenses of the year, those that are depreciated included."""
    columns = ("Date", "Justificatif", "Fournisseur", NATURE, "Désignation", "Catégorie", NET, RATE)
    return Table(
        title=f"Achats de {pack.year.number}",
        columns=headings(*columns, VAT, GROSS, LOST, REVERSE, "Compte", PAID, DUE_ON, "Source"),
        rows=tuple(_purchase(line, pack) for line in in_order(pack.purchases)),
        note=_period(pack),
    )


def others(pack: Pack) -> Table:
    """Return the lines of other years whose invoice or payment this year's VAT needs."""
    columns = ("Date", "Pièce", "Tiers", NATURE, NET, RATE, VAT, GROSS, LOST)
    return Table(
        title=f"Lignes d’autres exercices, facturées ou réglées en {pack.year.number}",
        columns=headings(*columns, INVOICED_ON, PAID, DUE_ON, "Source"),
        rows=tuple(_other(line, pack) for line in in_order(pack.others)),
        note="Ni dans les ventes ni dans les achats de l’exercice : la TVA en dépend.",
    )


def owed_to_owner(pack: Pack) -> Table:
    """Return what others than the company have paid for it in the year (notes de frais)."""
    ledger = pack.bilan.settings.bookkeeping.ledger
    lines = [x for x in pack.purchases if x.source not in (ledger.bank, ledger.cash)]
    return Table(
        title=f"Notes de frais de {pack.year.number}",
        columns=headings(
            "Date", "Justificatif", "Fournisseur", "Désignation", "Payé par", "Compte", GROSS
        ),
        rows=tuple(_advanced(line) for line in in_order(lines)),
        note="Avancés pour l’entreprise, à rembourser\u00a0; les remboursements sont en banque.",
    )


def _advanced(booked: Bookable) -> tuple[Cell, ...]:
    line = booked.line
    return (
        Cell(line.date, "date"),
        Cell(booked.number),
        Cell(booked.party.name),
        Cell(getattr(line, "label", "")),
        Cell(getattr(line, "payer", "")),
        Cell(booked.source),
        Cell(booked.settled, "cents"),
    )


def in_order(lines: Iterable[Bookable]) -> list[Bookable]:
    """Return lines in the order of the sheets."""
    return sorted(lines, key=lambda it: (it.line.date, it.number))


def _period(pack: Pack) -> str:
    return f"Exercice du {short_date(pack.year.start)} au {short_date(pack.year.end)}, en euros."


def _sale(booked: Bookable, pack: Pack) -> tuple[Cell, ...]:
    line = booked.line
    is_day = isinstance(line, Day)
    return (
        Cell(line.date, "date"),
        Cell(booked.number),
        Cell(booked.party.name),
        Cell(DAY_SALE if is_day else FEE_SALE),
        Cell(line.about),
        Cell(line.days if isinstance(line, Day) else None, "days"),
        Cell(line.rate if isinstance(line, Day) else None, "cents"),
        *_amounts(booked),
        Cell(booked.account),
        Cell(booked.date, "date"),
        *_settled(booked, pack),
    )


def _purchase(booked: Bookable, pack: Pack) -> tuple[Cell, ...]:
    line = booked.line
    return (
        Cell(line.date, "date"),
        Cell(booked.number),
        Cell(booked.party.name),
        Cell(CHARGE if booked.kind == "charge" else ASSET),
        Cell(getattr(line, "label", "")),
        Cell(getattr(line, "category", "")),
        *_amounts(booked),
        Cell(booked.lost, "cents"),
        Cell(booked.reverse, "cents"),
        Cell(booked.account),
        *_settled(booked, pack),
    )


def _other(booked: Bookable, pack: Pack) -> tuple[Cell, ...]:
    natures = {"sale": SALE, "charge": CHARGE, "asset": ASSET}
    return (
        Cell(booked.line.date, "date"),
        Cell(booked.number),
        Cell(booked.party.name),
        Cell(natures[booked.kind]),
        *_amounts(booked),
        Cell(booked.lost, "cents"),
        Cell(booked.date, "date"),
        *_settled(booked, pack),
    )


def _amounts(booked: Bookable) -> tuple[Cell, ...]:
    rate = Cell(SEVERAL) if booked.rate is None else Cell(booked.rate, "percent")
    amounts = (Cell(amount, "cents") for amount in (booked.vat, booked.gross))
    return (Cell(booked.line.amount, "cents"), rate, *amounts)


def _settled(booked: Bookable, pack: Pack) -> tuple[Cell, ...]:
    due, books = pack.due_day(booked), pack.bilan.settings.bookkeeping
    untold = Cell(NEVER_DUE if books.exempts(booked.line.date) else NOT_DUE)
    said = Cell(None) if books.exempt else untold if due is None else Cell(due, "date")
    return Cell(booked.paid, "date"), said, Cell(str(booked.line.place))
