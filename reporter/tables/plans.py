"""Assets and their depreciation plans, for the accountant.

Knows labels and cells. Never how an annuity is made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.french import Cell, short_date
from reporter.tables.table import Column, Table, headings, money

if TYPE_CHECKING:
    from reporter.accounting.assets import Asset
    from reporter.accounting.pack import Pack


ANNUITY = money("Dotation de l’exercice")
VALUE, EARLIER = money("Valeur HT"), money("Amortissements antérieurs")
DEPRECIATED, NET_VALUE = money("Cumul"), money("Valeur nette")
BOUGHT = ("Désignation", "Fournisseur", "Compte")


def assets(pack: Pack) -> Table:
    """Return each asset with its annuity of the year and its net value."""
    columns = (*BOUGHT, "Mise en service", Column("Durée en années", "days"))
    values = (VALUE, EARLIER, ANNUITY, DEPRECIATED, NET_VALUE)
    basis = pack.bilan.settings.basis
    return Table(
        title=f"Immobilisations au {short_date(pack.year.end)}",
        columns=headings(*columns, *values, "Source"),
        rows=tuple(_asset(asset, pack.year.number) for asset in pack.assets),
        note=f"Amortissement linéaire depuis la mise en service (date de la ligne), base {basis}.",
    )


def plans(pack: Pack) -> Table:
    """Return the whole plan of each asset, a row a year."""
    return Table(
        title="Plans d’amortissement",
        columns=headings(
            *BOUGHT,
            "Exercice",
            money("Annuité"),
            Column("Déjà amorti", "cents"),
            Column("Reste", "cents"),
        ),
        rows=tuple(_annuity(asset, year) for asset in pack.assets for year in asset.plan),
        note="Une ligne par achat et par exercice\u00a0; le reste est la valeur nette.",
    )


def _asset(asset: Asset, year: int) -> tuple[Cell, ...]:
    amounts = (
        asset.cost,
        asset.depreciated(year - 1),
        asset.annuity(year),
        asset.depreciated(year),
        asset.net(year),
    )
    return (
        *_bought(asset),
        Cell(asset.line.date, "date"),
        Cell(asset.line.lifetime, "days"),
        *(Cell(amount, "cents") for amount in amounts),
        Cell(str(asset.line.place)),
    )


def _annuity(asset: Asset, year: int) -> tuple[Cell, ...]:
    amounts = (asset.annuity(year), asset.depreciated(year), asset.net(year))
    return (*_bought(asset), Cell(year), *(Cell(amount, "cents") for amount in amounts))


def _bought(asset: Asset) -> tuple[Cell, ...]:
    return Cell(asset.name), Cell(asset.line.supplier), Cell(asset.account)
